"""What has been done to a chain: which entries were changed, removed, put in or moved. Pure; it only asks for rows.

The chain is walked from its head backwards, for every entry says what the one before it must be. While all is well
only some rows are in memory; when something is wrong, every row's number and hash is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

from rammevaerk.journal.chain import GENESIS, Raekke, digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rammevaerk.journal.post import Hoved

Slags = Literal["ændret", "fjernet", "indsat", "flyttet", "hoved"]


@dataclass(frozen=True, slots=True, order=True)
class Brud:
    """What was done to an entry, by the number it stands under (a removed one: stood); a moved one's own is `stod`."""

    nummer: int
    slags: Slags
    stod: int | None = None


class Rows(Protocol):
    """The rows of a journal, asked for by their numbers, mostly downwards."""

    def at(self, nummer: int) -> Raekke | None:
        """The row that stands under a number."""

    def places(self) -> Mapping[str, list[int]]:
        """The numbers under which each hash stands, of every row there is."""

    def last(self) -> int:
        """The highest number there is, or nought."""

    def outside(self, last: int) -> Iterable[int]:
        """The numbers that are less than one or more than `last`."""


def examine(hoved: Hoved | None, rows: Rows) -> tuple[Brud, ...]:
    """Everything that was done to the chain, in the order of the numbers; nothing, when it is whole."""
    last = rows.last()
    if hoved is None or _is_wrong(hoved, rows, last):
        return (Brud(last, "hoved"), *_Walk(rows).run(last, None))
    return _Walk(rows).run(hoved.nummer, hoved.hash)


def _is_wrong(hoved: Hoved, rows: Rows, last: int) -> bool:
    """Whether it is the head itself that was changed: what it names is whole, and something else."""
    if hoved.nummer < 1:
        return last > 0 or hoved.hash != GENESIS
    row, there = rows.at(last), rows.at(hoved.nummer)
    if row is not None and hoved.nummer != last and row.hash == hoved.hash == digest(row):
        return True
    other = there is not None and there.hash != hoved.hash and digest(there) == there.hash
    return other and _standing(rows, hoved.nummer, hoved.hash) is None


def _standing(rows: Rows, number: int, hash_: str) -> Raekke | None:
    """Where an entry stands that is known by its number and hash, wherever that is."""
    found = (rows.at(place) for place in rows.places().get(hash_, ()))
    return next((row for row in found if row is not None and digest(row, number) == hash_), None)


@dataclass
class _Walk:
    """One walk through the chain, and what it met: only what is not as it should be is kept."""

    rows: Rows
    moved: dict[int, int] = field(default_factory=dict)
    """Where the entries stand that do not stand under their own number."""
    taken: set[int] = field(default_factory=set)
    """The same places."""
    changed: list[int] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)

    def run(self, last: int, expected: str | None) -> tuple[Brud, ...]:
        for number in range(last, 0, -1):
            expected = self._step(number, expected)
        if expected not in (None, GENESIS) and 1 not in self.lost:
            self.changed.append(1)
        return tuple(sorted(self._found(last)))

    def _step(self, number: int, expected: str | None) -> str | None:
        """Look at the entry that must stand under a number; answers what the one before it must be, if it says so."""
        row = self.rows.at(number)
        if row is not None and row.hash == (expected or row.hash) and digest(row) == row.hash:
            return row.forrige
        if row is not None and digest(row) == expected:
            self.changed.append(number)  # nothing but the column with its own hash
            return row.forrige
        place = self._elsewhere(number, expected)
        if place is not None:
            self.moved[number] = place.nummer
            self.taken.add(place.nummer)
            return place.forrige
        self.lost.append(number)
        if row is None or number in self.taken or _standing(self.rows, number - 1, row.forrige) is None:
            return None
        return row.forrige

    def _elsewhere(self, number: int, expected: str | None) -> Raekke | None:
        """The entry under another number: by its hash, or as far from home as its neighbour has been moved."""
        if expected is not None:
            return _standing(self.rows, number, expected)
        row = self.rows.at(self.moved.get(number + 1, 0) - 1)
        return row if row is not None and digest(row, number) == row.hash else None

    def _found(self, last: int) -> Iterator[Brud]:
        yield from (Brud(number, "ændret") for number in self.changed)
        yield from (Brud(place, "flyttet", number) for number, place in self.moved.items())
        for number in self.lost:
            there = self.rows.at(number) is not None and number not in self.taken
            yield Brud(number, "ændret" if there else "fjernet")
        left = (number for number in self.moved if number not in self.taken and self.rows.at(number) is not None)
        yield from (Brud(number, "indsat") for number in left)
        yield from (Brud(number, "indsat") for number in self.rows.outside(last) if number not in self.taken)
