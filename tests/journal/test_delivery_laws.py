"""Whatever comes between whatever, each varsel is in the file once, whole and in order; power cuts and all.

A run ends at any boundary between two of its steps, as if it were killed there: before a line is written, within it,
before it is on the disk, before it is recorded, before that is committed, after it.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, Any

import delivery_kill_run
import pytest
from delivered import clock, numbers, told
from hypothesis import given, settings
from hypothesis import strategies as st
from kept import TID

from rammevaerk.diagnostics import Refused
from rammevaerk.journal import delivering, varselfil
from rammevaerk.journal.contents import Haendelse, Varsel
from rammevaerk.journal.kanal import Funktion
from rammevaerk.journal.store import Journal
from rammevaerk.journal.varselfil import Varselfil

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from postgres_server import Server
    from rammevaerk.journal.post import Post

MOMENTS = 10


class Killed(BaseException):
    """The end of a run: no code of ours catches it."""


class Steps:
    """The steps of a run, counted; at the chosen one it ends. What was not yet on the disk then may be lost in part."""

    def __init__(self, last: int, part: float) -> None:
        self.left, self.part, self.sure = last, part, 0

    def step(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise Killed

    def around(self, work: Callable[..., Any]) -> Callable[..., Any]:
        def stepping(*given: Any, **named: Any) -> Any:
            self.step()
            found = work(*given, **named)
            self.step()
            return found

        return stepping

    def write(self, file: Any, data: bytes) -> None:
        self.step()
        cut = int(len(data) * self.part)
        file.write(data[:cut])
        self.step()
        file.write(data[cut:])
        self.step()

    def sync(self, number: int) -> None:
        self.step()
        found = os.fstat(number)
        self.sure = found.st_size if S_ISREG(found.st_mode) else self.sure
        self.step()


@contextmanager
def ending_after(file: Path, last: int, part: float) -> Iterator[None]:
    steps = Steps(last, part)
    before = file.stat().st_size if file.exists() else 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(varselfil, "_write", steps.write)
        patch.setattr(varselfil, "_sync", steps.sync)
        for name in ("ready", "append_ready", "_next", "_delivered_through"):
            patch.setattr(delivering, name, steps.around(getattr(delivering, name)))
        with suppress(Killed):
            yield
    if file.exists() and steps.left < 0:
        size = file.stat().st_size
        sure = steps.sure or min(before, size)
        os.truncate(file, sure + int((size - sure) * part) if size > sure else size)


NAMES = ("Anna Holm", "Bo Dam")
PARTS = st.sampled_from([0.0, 0.02, 0.5, 0.99, 1.0])
DOINGS = st.one_of(
    st.tuples(st.just("varsel"), st.sampled_from(NAMES)),
    st.tuples(st.just("varsel"), st.sampled_from(NAMES)),
    st.just(("andet",)),
    st.just(("aflever",)),
    st.tuples(st.just("dræbt"), st.integers(0, 40), PARTS),
    st.tuples(st.just("dræbt"), st.integers(0, 40), PARTS),
    st.tuples(st.just("slet"), st.sampled_from(NAMES)),
    st.just(("flyt",)),
)


class Tried:
    """A journal and its file, and what is to be in it."""

    def __init__(self, folder: Path, journal: Journal) -> None:
        self.journal, self.file = journal, folder / "varsler.jsonl"
        self.moved: list[int] = []
        self.varsler: list[int] = []

    def do(self, what: str, *how: Any) -> None:
        match what:
            case "varsel":
                self.varsler.append(self.journal.append(Varsel("havn", f"Spørg {how[0]} «æøå»"), TID).nummer)
            case "andet":
                self.journal.append(Haendelse("havn", {"emne": "Havn"}), TID)
            case "aflever":
                self.deliver()
            case "dræbt":
                with ending_after(self.file, *how):
                    self.deliver()
            case "slet":
                self.journal.erase(TID, person=how[0])
            case "flyt":
                self.deliver()
                self.moved += numbers(self.file)
                self.file.unlink()

    def deliver(self) -> None:
        self.journal.deliver(Varselfil(self.file), clock)

    def look(self) -> None:
        """What is whole in the file is the first of the varsler; at most the last of it is not recorded."""
        lines = self.moved + (numbers(self.file) if self.file.exists() else [])
        recorded = told(self.journal)
        assert lines == self.varsler[: len(lines)]
        assert recorded == lines[: len(recorded)]
        assert len(lines) - len(recorded) <= 1

    def end(self) -> None:
        self.deliver()
        assert self.moved + numbers(self.file) == told(self.journal) == self.varsler
        assert self.journal.verify().hel


@settings(max_examples=60, deadline=None)
@given(st.lists(DOINGS, max_size=25))
def test_a_file_has_each_varsel_once_in_order_whatever_happens(doings: list[tuple[Any, ...]]):
    with tempfile.TemporaryDirectory() as folder, Journal(Path(folder) / "journal.db") as journal:
        tried = Tried(Path(folder), journal)
        for doing in doings:
            tried.do(*doing)
            tried.look()
        tried.end()


@pytest.mark.parametrize("part", [0.0, 0.5, 0.999])
def test_a_run_that_ends_at_any_step_leaves_nothing_out_and_nothing_twice(tmp_path: Path, part: float):
    """Every step of a run of three varsler, one after the other."""
    last, ended = 0, True
    while ended:
        folder = tmp_path / str(last)
        folder.mkdir()
        with Journal(folder / "journal.db") as journal:
            tried = Tried(folder, journal)
            for doing in (("varsel", "Anna Holm"), ("aflever",), ("varsel", "Bo Dam"), ("varsel", "Anna Holm")):
                tried.do(*doing)
            tried.do("dræbt", last, part)
            tried.look()
            ended = told(journal) != tried.varsler
            tried.do("dræbt", last, 1 - part)
            tried.look()
            tried.end()
        last += 1
    assert last > 20


@settings(max_examples=50, deadline=None)
@given(st.lists(st.one_of(st.just(("varsel",)), st.tuples(st.just("aflever"), st.integers(0, 6))), max_size=20))
def test_a_receiver_that_keeps_keys_has_each_varsel_once_in_order(doings: list[tuple[Any, ...]]):
    """It fails before it has the varsel, after, or the run ends before that is recorded."""
    kept: dict[str, int] = {}
    varsler: list[int] = []

    def receiving(left: list[int]) -> Callable[[Post], None]:
        def receive(post: Post) -> None:
            left[0] -= 1
            if left[0] == 0:
                raise ValueError
            kept.setdefault(post.hash, post.nummer)
            if left[0] == 1:
                raise Killed

        return receive

    with tempfile.TemporaryDirectory() as folder, Journal(Path(folder) / "journal.db") as journal:
        for what, *how in doings:
            if what == "varsel":
                varsler.append(journal.append(Varsel(None, "x"), TID).nummer)
            else:
                with suppress(Killed, Refused):
                    journal.deliver(Funktion("a", receiving([how[0] + 1])), clock)
            assert list(kept.values()) == varsler[: len(kept)]
            assert set(told(journal)) <= set(kept.values())
        journal.deliver(Funktion("a", receiving([-1])), clock)
        assert list(kept.values()) == told(journal) == varsler


def test_killed_deliverers_leave_nothing_out_and_nothing_twice():
    assert delivery_kill_run.run("fil", MOMENTS, seed=1)[0] >= MOMENTS


def test_a_killed_server_and_killed_deliverers_leave_nothing_out_and_nothing_twice(postgres: Server):
    del postgres  # another is killed; this one says whether there is PostgreSQL
    assert delivery_kill_run.run("postgres", MOMENTS, seed=1)[0] >= MOMENTS
