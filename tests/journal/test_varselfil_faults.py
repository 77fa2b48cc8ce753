"""A file that cannot be used is left as it is, and told of; a full disk leaves nothing by halves."""

from __future__ import annotations

import errno
import os
import resource
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from delivered import append, clock, codes, numbers, told
from kept import TID
from sqlalchemy import event, text

from rammevaerk.diagnostics import Refused
from rammevaerk.journal import varselfil
from rammevaerk.journal.contents import Varsel
from rammevaerk.journal.kanal import varsel_line
from rammevaerk.journal.store import Journal
from rammevaerk.journal.varselfil import Varselfil

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "varsler.jsonl"


# Files that are not for varsler


@pytest.mark.parametrize(
    "held",
    [
        b"Det her er et brev.",
        b'{"navn": "x"}\n',
        b'{"nummer": 5}\n',
        b"SQLite format 3\0",
        b"\0" * 20,
        b"\n",
        b'{"nummer":5,"navn":"x"}',
        b'{"nummer":5,"navn":"x"}\n',
        b'{"nummer":1,"dag":null}\nHej\n',
        b'{"nummer":1,"dag":null}\nHej',
        b'{"nummer":1,"dag":null}\n\n',
        b'{"nummer":"1","dag":null,"aktivitet":null,"tekst":"","detaljer":{},"hash":"x"}\n',
        b'{"nummer":1' + b"0" * 30 + b',"dag":null,"aktivitet":null,"tekst":"","detaljer":{},"hash":"x"}\n',
        b'{"nummer":true,"dag":null,"aktivitet":null,"tekst":"","detaljer":{},"hash":"x"}',
        b'{"nummer":' + b"[" * 100_000 + b"\n",
    ],
    ids=map(str, range(15)),
)
def test_a_file_with_something_else_is_refused_and_left_as_it_is(fil: Journal, file: Path, held: bytes):
    append(fil, 2)
    file.write_bytes(held)
    with pytest.raises(Refused, match="kan ikke bruges til varsler") as refused:
        fil.deliver(Varselfil(file), clock)
    assert codes(refused) == ["J022"]
    assert file.read_bytes() == held
    assert told(fil) == []


def test_a_line_longer_than_any_is_refused(fil: Journal, file: Path, monkeypatch: pytest.MonkeyPatch):
    append(fil, 1)
    monkeypatch.setattr(varselfil, "_LONGEST", 1 << 16)
    file.write_bytes(b'{"nummer":' + b"1" * (1 << 17))
    with pytest.raises(Refused, match="længere, end noget varsel kan være"):
        fil.deliver(Varselfil(file), clock)
    assert file.stat().st_size > 1 << 17


@pytest.mark.parametrize("end", [b"\n", b"", b'\n{"nummer":7,"da'], ids=["whole", "no-break", "torn"])
def test_a_file_of_another_journal_is_refused_and_left_as_it_is(fil: Journal, file: Path, tmp_path: Path, end: bytes):
    append(fil, 1)
    with Journal(tmp_path / "anden.db") as other:
        append(other, 2, "kor")
        other.deliver(Varselfil(file), clock)
        held = file.read_bytes().removesuffix(b"\n") + end
        file.write_bytes(held)
        with pytest.raises(Refused, match="varslet i post 4 er ikke fra denne journal") as refused:
            fil.deliver(Varselfil(file), clock)
        assert codes(refused) == ["J022"]
        assert file.read_bytes() == held
        append(other, 1, "kor")
        other.deliver(Varselfil(file), clock)
        assert numbers(file) == [2, 4, 8]


def test_a_file_that_has_more_than_the_journal_says_is_refused(fil: Journal, file: Path):
    append(fil, 3)
    fil.deliver(Varselfil(file), clock)
    copy = file.with_name("kopi.jsonl")
    copy.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[1:]))
    with pytest.raises(Refused, match="den har varslet i post 6, men ifølge journalen ikke det i post 2"):
        fil.deliver(Varselfil(copy), clock)
    assert numbers(copy) == [4, 6]


def test_a_place_that_no_file_can_be_at_is_told_of(fil: Journal, tmp_path: Path):
    append(fil, 1)
    os.mkfifo(tmp_path / "rør")
    for path, said in [
        (tmp_path, "den er en mappe"),
        (tmp_path / "ingen" / "varsler.jsonl", "mappen findes ikke"),
        (tmp_path / "rør", "ikke en almindelig fil"),
        (Path("/dev/null"), "ikke en almindelig fil"),
    ]:
        with pytest.raises(Refused, match=said) as refused:
            fil.deliver(Varselfil(path), clock)
        assert codes(refused) == ["J022"]
    assert told(fil) == []


def test_a_file_that_may_not_be_written_in_is_told_of(fil: Journal, file: Path, monkeypatch: pytest.MonkeyPatch):
    append(fil, 1)

    def denied(*_given: object, **_more: object) -> None:
        raise PermissionError(errno.EACCES, "")

    monkeypatch.setattr(Path, "open", denied)  # root may write anywhere
    with pytest.raises(Refused, match="der må ikke skrives i den") as refused:
        fil.deliver(Varselfil(file), clock)
    assert codes(refused) == ["J022"]


# Full disks


@contextmanager
def room(bytes_: int) -> Iterator[None]:
    """Files of this process can be no longer; the system writes what there is room for, and then no more."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_leaves_no_torn_line(fil: Journal, file: Path):
    posts = [fil.append(Varsel("havn", "å" * 5_000 + str(n)), TID) for n in range(3)]
    whole = len(varsel_line(posts[0]))
    with Varselfil(file).opened(lambda _: None) as give:
        give(posts[0])
        with room(whole + whole // 2), pytest.raises(Refused, match="ikke plads til flere varsler") as refused:
            give(posts[1])
        assert codes(refused) == ["J023"]
        assert file.read_bytes() == varsel_line(posts[0])
        give(posts[1])
    assert fil.deliver(Varselfil(file.with_name("anden.jsonl")), clock) == 3
    with pytest.raises(Refused, match="ifølge journalen ikke det i post 1"):
        fil.deliver(Varselfil(file), clock)


def test_a_write_that_comes_to_the_disk_by_halves_is_undone(fil: Journal, file: Path, monkeypatch: pytest.MonkeyPatch):
    append(fil, 2)
    whole = varselfil._sync
    calls: list[int] = []

    def third(number: int) -> None:
        calls.append(number)
        if len(calls) == 3:
            raise OSError(errno.ENOSPC, "")
        whole(number)

    monkeypatch.setattr(varselfil, "_sync", third)
    with pytest.raises(Refused, match="J023"):
        fil.deliver(Varselfil(file), clock)
    assert (file.read_bytes(), told(fil)) == (b"", [])
    assert fil.deliver(Varselfil(file), clock) == 2
    assert numbers(file) == told(fil) == [2, 4]


def test_a_journal_without_room_writes_no_line_twice(fil: Journal, file: Path):
    append(fil, 40)
    engine = fil._database.engine
    with fil._database.read() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one() + 2

    def limit(connection, _record):
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(engine, "connect", limit)
    engine.dispose()
    for _ in range(2):
        with pytest.raises(Refused, match="J003"):
            fil.deliver(Varselfil(file), clock)
    recorded = len(told(fil))
    assert len(numbers(file)) == recorded + 1 < 40
    event.remove(engine, "connect", limit)
    engine.dispose()
    assert fil.deliver(Varselfil(file), clock) == 40 - recorded
    assert numbers(file) == told(fil) == list(range(2, 81, 2))
