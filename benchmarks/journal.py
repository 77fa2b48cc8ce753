"""A journal of a million entries against one of a thousand: one append, and one look at an aktivitet's entries.

Its own command, for the million takes minutes to make: `python benchmarks/journal.py [fil|postgresql://…] [HOW MANY]`.
For PostgreSQL the address of a database is given; each journal is made in a schema of its own.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from measuring import Row, ratio, show
from memory import PEAK

from rammevaerk.journal.contents import Beslutning, Haendelse, Varsel
from rammevaerk.journal.store import Journal

if TYPE_CHECKING:
    from collections.abc import Callable

    from rammevaerk.journal.post import Postes

FEW, MANY = 1_000, 1_000_000
BAR = 1.3
ROUNDS = 400
EACH = 10
"""Entries about each aktivitet, in both."""
AT_ONCE = 5_000
READ = """
import sys
from rammevaerk.journal.store import Journal
assert sum(1 for _ in Journal(sys.argv[1]).entries()) >= 1_000
"""
VERIFY = """
import sys
from rammevaerk.journal.store import Journal
assert Journal(sys.argv[1]).verify().hel
"""
TID = datetime(2024, 1, 1, tzinfo=UTC)


def measure(few: str, many: str, count: int = MANY) -> list[Row]:
    """Both journals made, then asked in turn, on the clock: what waits for the disk is part of it."""
    with Journal(few) as short, Journal(many) as long:
        for journal, entries in ((short, FEW), (long, count)):
            _fill(journal, entries)
        sides = {"short": (short, FEW), "long": (long, count)}
        appended = _interleaved({name: _append(*side) for name, side in sides.items()})
        looked = _interleaved({name: _look(*side) for name, side in sides.items()})
    rows = []
    for what, spent in (("one append", appended), (f"the {EACH} entries of an aktivitet", looked)):
        ours, theirs = (f"{median(spent[name]) * 1e3:.2f} ms" for name in ("long", "short"))
        rows.append(Row(f"{what}, of {count}", f"of {FEW}", ours, theirs, ratio(spent["long"], spent["short"]), BAR))
    return [*rows, *_memory(few, many, count)]


def _fill(journal: Journal, count: int) -> None:
    for first in range(journal.hoved().nummer, count, AT_ONCE):
        numbers = range(first, min(first + AT_ONCE, count))
        journal.append_all([(_given(n, count), TID + timedelta(seconds=n), None) for n in numbers])


def _given(number: int, count: int) -> Postes:
    """Entries about one aktivitet stand far apart, as they do when much is going on."""
    aktivitet = f"a-{number % max(1, count // EACH)}"
    match number % 5:
        case 0:
            return Beslutning(aktivitet, "fortsæt", f"Person {number % 97}", TID.date(), "stabschef", "Det går godt")
        case 1:
            return Varsel(aktivitet, f"Evaluér nr. {number}", TID.date(), {"dage": number % 30})
    return Haendelse(aktivitet, {"emne": f"Emne {number % 31}", "kerneopgaver": ["Ældre", "Klima"], "eu_projekt": True})


def _append(journal: Journal, count: int) -> Callable[[int], object]:
    return lambda n: journal.append(_given(n, count), TID + timedelta(days=1, seconds=n), f"ny-{n}")


def _look(journal: Journal, count: int) -> Callable[[int], object]:
    """Each time another aktivitet, all over the journal."""
    return lambda n: list(journal.entries(f"a-{n * 7_919 % (count // EACH)}"))


def _interleaved(sides: dict[str, Callable[[int], object]]) -> dict[str, list[float]]:
    spent: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(ROUNDS):
        for name, work in sides.items():
            begun = perf_counter()
            work(number)
            spent[name].append(perf_counter() - begun)
    return spent


def _memory(few: str, many: str, count: int) -> list[Row]:
    """The most memory a process held that read, and verified, each journal."""
    rows = []
    for what, program in (("reading every entry", READ), ("verifying", VERIFY)):
        less, more = (_peak(program, place) for place in (few, many))
        row = Row(f"memory, {what}, of {count}", f"of {FEW}", _mb(more), _mb(less), more / less, BAR)
        rows.append(row)
    return rows


def _peak(program: str, place: str) -> int:
    """In kB."""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", program + PEAK, place], check=True, stderr=subprocess.PIPE, text=True
    )
    return int(done.stderr.split()[-1])


def _mb(kilobytes: int) -> str:
    return f"{kilobytes / 1024:.1f} MB"


def _schemas(place: str) -> tuple[str, str]:
    """A schema of the database for each journal."""
    import psycopg

    with psycopg.connect(place, autocommit=True) as connection:
        for name in ("few", "many"):
            connection.execute(f"CREATE SCHEMA {name}")
    first = "&" if "?" in place else "?"
    few, many = (f"{place}{first}options=-csearch_path%3D{name}" for name in ("few", "many"))
    return few, many


if __name__ == "__main__":
    place, count = [*sys.argv[1:], *("fil", str(MANY))[len(sys.argv) - 1 :]]
    with tempfile.TemporaryDirectory() as folder:
        files = (str(Path(folder, "few.db")), str(Path(folder, "many.db")))
        sys.exit(show(measure(*(files if place == "fil" else _schemas(place)), int(count))))
