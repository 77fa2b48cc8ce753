"""Varsler delivered from a journal of a million entries against one of a thousand: what it takes to find what is due.

Its own command, for the million takes minutes to make: `python benchmarks/levering.py [fil|postgresql://…] [HOW MANY]`.
For PostgreSQL the address of a database is given; each journal is made in a schema of its own.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import suppress
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from measuring import Row, ratio, show

from journal import AT_ONCE, BAR, FEW, MANY, ROUNDS, TID, _interleaved, _mb, _peak, _schemas
from rammevaerk.diagnostics import Refused
from rammevaerk.journal.appending import _Appending, lock, ready
from rammevaerk.journal.contents import Haendelse, Levering, Varsel
from rammevaerk.journal.delivering import _noegle
from rammevaerk.journal.kanal import Funktion, fingeraftryk
from rammevaerk.journal.store import Journal

if TYPE_CHECKING:
    from collections.abc import Callable

    from rammevaerk.journal.appending import Klar
    from rammevaerk.journal.post import Post

EACH = 5
"""One entry in so many is a varsel."""
SEARCH_BAR = 2.6
"""To search among a thousand times as many by halves takes twice the looks."""
HELD = """
import sys
from datetime import UTC, datetime
from rammevaerk.diagnostics import Refused
from rammevaerk.journal.kanal import Funktion
from rammevaerk.journal.store import Journal
left = [3_000]
def receive(varsel):
    left[0] -= 1
    if not left[0]: raise ValueError
try: Journal(sys.argv[1]).deliver(Funktion("ny", receive), lambda: datetime(2024, 1, 1, tzinfo=UTC))
except Refused: pass
"""
"""Up to three thousand varsler to somebody new."""


def measure(few: str, many: str, count: int) -> list[Row]:
    """Both journals made, then asked in turn, on the clock."""
    with Journal(few) as short, Journal(many) as long:
        for journal, entries in ((short, FEW), (long, count)):
            _fill(journal, entries)
        rows = []
        for what, work, bar in (
            ("nothing due", _nothing, BAR),
            ("one new varsel appended and delivered", _one, BAR),
            ("the first due, of who has half of them", _first("halv"), SEARCH_BAR),
            ("the first due, of who is new", _first("ny"), SEARCH_BAR),
        ):
            spent = _interleaved({"short": partial(work, short), "long": partial(work, long)})
            ours, theirs = (f"{median(spent[name]) * 1e3:.2f} ms" for name in ("long", "short"))
            rows.append(
                Row(f"{what}, of {count}", f"of {FEW}", ours, theirs, ratio(spent["long"], spent["short"]), bar)
            )
    less, more = _peak(HELD, few), _peak(HELD, many)
    what = f"memory, delivering to who is new, of {count}"
    return [*rows, Row(what, f"of {FEW}", _mb(more), _mb(less), more / less, BAR)]


def _fill(journal: Journal, count: int) -> None:
    """Of each five entries one is a varsel, one says that «alt» has it, and in the first half one that «halv» has."""
    marks = {name: fingeraftryk(name) for name in ("alt", "halv")}
    for first in range(journal.hoved().nummer + 1, count + 1, AT_ONCE):
        made = [_made(n, count, marks) for n in range(first, min(first + AT_ONCE, count + 1))]
        with journal._database.write() as connection:  # noqa: SLF001 - a million of these one by one take an hour
            _Filling(connection, lock(connection)).run(made)


class _Filling(_Appending):
    """Does not look whether each nøgle is there, as none is."""

    def _there(self, one: Klar, by_key: dict[str, Post]) -> None:
        del one, by_key


def _made(number: int, count: int, marks: dict[str, str]) -> Klar:
    aktivitet, place = f"a-{number % 997}", number % EACH
    if place == 1:
        return ready(Varsel(aktivitet, f"Evaluér nr. {number}", TID.date(), {"dage": number % 30}), TID)
    name = {2: "alt", 3: "halv" if number < count / 2 else ""}.get(place)
    if not name:
        return ready(Haendelse(aktivitet, {"emne": f"Emne {number % 31}", "kerneopgaver": ["Ældre"]}), TID)
    varsel = number - place + 1
    said = Levering(aktivitet, varsel, name, "funktion")
    return ready(said, TID)._replace(noegle=_noegle(varsel, marks[name]))


def _nothing(journal: Journal) -> None:
    assert journal.deliver(Funktion("alt", _unwilling), lambda: TID) == 0


def _one(journal: Journal) -> None:
    journal.append(Varsel("ny", "Evaluér"), TID)
    assert journal.deliver(Funktion("alt", lambda _: None), lambda: TID) == 1


def _first(name: str) -> Callable[[Journal], None]:
    def work(journal: Journal) -> None:
        with suppress(Refused):
            journal.deliver(Funktion(name, _unwilling), lambda: TID)

    return work


def _unwilling(_varsel: Post) -> None:
    raise ValueError


if __name__ == "__main__":
    place, count = [*sys.argv[1:], *("fil", str(MANY))[len(sys.argv) - 1 :]]
    with tempfile.TemporaryDirectory() as folder:
        files = (str(Path(folder, "few.db")), str(Path(folder, "many.db")))
        print(f"{ROUNDS} rounds each")
        sys.exit(show(measure(*(files if place == "fil" else _schemas(place)), int(count))))
