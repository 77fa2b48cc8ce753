"""A file has each varsel once, in order, whole: whatever it looked like before, and whoever else writes to it."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from delivered import append, clock, codes, numbers, told
from kept import TID

from rammevaerk.diagnostics import Refused
from rammevaerk.journal import varselfil
from rammevaerk.journal.contents import Varsel
from rammevaerk.journal.kanal import varsel_json, varsel_line
from rammevaerk.journal.varselfil import Varselfil

if TYPE_CHECKING:
    from pathlib import Path

    from rammevaerk.journal.store import Journal


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "varsler.jsonl"


def crashed(journal: Journal, file: Path, line: bytes) -> None:
    """As a run leaves it that was killed while it wrote this, and before it was recorded."""
    journal.deliver(Varselfil(file), clock)
    append(journal, 2)
    with file.open("ab") as writing:
        writing.write(line)


def test_a_file_gets_a_line_for_each_varsel(journal: Journal, file: Path):
    first = append(journal, 3)
    assert journal.deliver(Varselfil(file), clock) == 3
    assert journal.deliver(Varselfil(str(file)), clock) == 0
    second = append(journal, 2)
    assert journal.deliver(Varselfil(file), clock) == 2
    assert numbers(file) == told(journal) == [*first, *second]
    lines = file.read_bytes().splitlines(keepends=True)
    assert lines == [varsel_line(post) for post in journal.entries(kind="varsel")]
    said = next(journal.entries(kind="levering"))
    assert (said.indhold["modtager"], said.indhold["kanal"]) == (str(file.resolve()), "fil")


def test_a_file_is_the_same_by_whatever_path(fil: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    append(fil, 2)
    (tmp_path / "mappe").mkdir()
    (tmp_path / "genvej.jsonl").symlink_to(tmp_path / "varsler.jsonl")
    monkeypatch.chdir(tmp_path)
    counts = [
        fil.deliver(Varselfil(path), clock)
        for path in ("varsler.jsonl", "mappe/../varsler.jsonl", tmp_path / "genvej.jsonl")
    ]
    assert counts == [2, 0, 0]


def test_a_file_that_was_moved_away_is_begun_anew(fil: Journal, file: Path):
    first = append(fil, 2)
    fil.deliver(Varselfil(file), clock)
    file.rename(file.with_suffix(".1"))
    second = append(fil, 2)
    assert fil.deliver(Varselfil(file), clock) == 2
    assert numbers(file) == second
    assert numbers(file.with_suffix(".1")) == first


# What a crash leaves


def test_a_varsel_that_is_in_the_file_is_recorded_and_not_written_again(journal: Journal, file: Path):
    first = append(journal, 2)
    crashed(journal, file, b"")
    due = [post for post in journal.entries(kind="varsel") if post.nummer not in first]
    with file.open("ab") as writing:
        writing.write(varsel_line(due[0]))
    assert journal.deliver(Varselfil(file), clock) == 2
    assert numbers(file) == told(journal) == [*first, *(post.nummer for post in due)]


@pytest.mark.parametrize("before", [0, 2])
@pytest.mark.parametrize("kept", [1, 5, 10, 40, -2, -1])
def test_a_torn_line_is_cut_off_and_written_anew(fil: Journal, file: Path, before: int, kept: int):
    append(fil, before)
    crashed(fil, file, b"")
    due = next(post for post in fil.entries(kind="varsel") if post.nummer > 2 * before)
    with file.open("ab") as writing:
        writing.write(varsel_line(due)[:kept])
    assert fil.deliver(Varselfil(file), clock) == 2
    assert numbers(file) == told(fil)
    assert len(numbers(file)) == before + 2


@pytest.mark.parametrize(
    "line", [b"\0" * 60, b'{"nummer":4,"dag":' + b"\0" * 9, b'{"nummer":4,\0\0\0\0}\n'], ids=["all", "end", "middle"]
)
def test_a_line_the_disk_left_noughts_of_is_cut_off(fil: Journal, file: Path, line: bytes):
    append(fil, 1)
    crashed(fil, file, line)
    assert fil.deliver(Varselfil(file), clock) == 2
    assert numbers(file) == told(fil) == [2, 5, 7]


def test_a_long_torn_line_and_a_long_whole_one_are_read(fil: Journal, file: Path):
    posts = [fil.append(Varsel("havn", "å" * 200_000 + str(n)), TID) for n in range(3)]
    file.write_bytes(varsel_line(posts[0]) + varsel_line(posts[1])[:300_000])
    assert fil.deliver(Varselfil(file), clock) == 3
    assert file.read_bytes() == b"".join(map(varsel_line, posts))
    later = fil.append(Varsel("havn", "x"), TID)
    assert fil.deliver(Varselfil(file), clock) == 1
    assert numbers(file) == [1, 2, 3, later.nummer]


def test_a_torn_line_of_what_was_erased_since_is_written_as_erased(fil: Journal, file: Path):
    post = fil.append(Varsel("havn", "Spørg Anna Holm"), TID)
    file.write_bytes(varsel_line(post)[:70])
    fil.erase(TID, person="Anna Holm")
    fil.deliver(Varselfil(file), clock)
    assert json.loads(file.read_text("utf-8")) == varsel_json(post) | {"tekst": "[slettet]"}


def test_what_is_found_in_a_file_is_on_the_disk_before_it_is_recorded(
    fil: Journal, file: Path, monkeypatch: pytest.MonkeyPatch
):
    (number,) = append(fil, 1)
    file.write_bytes(varsel_line(fil.entry(number)))

    def broken(_number: int) -> None:
        raise OSError(errno.EIO, "")

    with monkeypatch.context() as patch:
        patch.setattr(varselfil, "_sync", broken)
        with pytest.raises(Refused, match="kan ikke læses eller skrives"):
            fil.deliver(Varselfil(file), clock)
    assert told(fil) == []
    assert fil.deliver(Varselfil(file), clock) == 1
    assert numbers(file) == told(fil) == [number]


def test_a_new_file_and_each_line_are_on_the_disk_when_they_are_recorded(
    fil: Journal, file: Path, monkeypatch: pytest.MonkeyPatch
):
    append(fil, 2)
    synced: list[tuple[str, int, int]] = []

    def noting(number: int) -> None:
        found = os.fstat(number)
        same = file.exists() and file.stat().st_ino == found.st_ino
        synced.append(("fil" if same else "mappe", found.st_size if same else 0, len(told(fil))))
        if not same:
            assert file.parent.stat().st_ino == found.st_ino

    monkeypatch.setattr(varselfil, "_sync", noting)
    fil.deliver(Varselfil(file), clock)
    first, second = (len(varsel_line(post)) for post in fil.entries(kind="varsel"))
    assert synced == [("fil", 0, 0), ("mappe", 0, 0), ("fil", first, 0), ("fil", first + second, 1)]


# At the same time


def test_threads_that_deliver_to_one_file_write_each_line_once(journal: Journal, file: Path):
    def work(thread: int) -> int:
        append(journal, 5, f"a-{thread}")
        return journal.deliver(Varselfil(file), clock)

    with ThreadPoolExecutor(4) as pool:
        counts = list(pool.map(work, range(4)))
    journal.deliver(Varselfil(file), clock)
    assert sum(counts) <= 20
    assert numbers(file) == told(journal) == [post.nummer for post in journal.entries(kind="varsel")]
    assert len(numbers(file)) == 20


DELIVERER = """
import sys
from datetime import UTC, datetime
from rammevaerk.journal.store import Journal
from rammevaerk.journal.varselfil import Varselfil
with Journal(sys.argv[1]) as journal:
    print(journal.deliver(Varselfil(sys.argv[2]), lambda: datetime(2024, 6, 1, tzinfo=UTC)))
"""


def test_processes_that_deliver_to_one_file_write_each_line_once(journal: Journal, place: str, file: Path):
    append(journal, 60)
    words = [sys.executable, "-c", DELIVERER, place, str(file)]
    running = [subprocess.Popen(words, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert sum(int(one.communicate()[0]) for one in running) == 60
    assert numbers(file) == told(journal) == list(range(2, 121, 2))


def test_who_cannot_have_the_file_is_told(fil: Journal, file: Path, monkeypatch: pytest.MonkeyPatch):
    append(fil, 1)
    monkeypatch.setattr(varselfil, "_PATIENCE", 0.1)
    with Varselfil(file).opened(lambda _: None), pytest.raises(Refused, match="en anden er ved at aflevere") as refused:
        fil.deliver(Varselfil(file), clock)
    assert codes(refused) == ["J024"]
    assert told(fil) == []
    assert fil.deliver(Varselfil(file), clock) == 1
