"""A chain in memory, and what somebody could do to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rammevaerk.journal.chain import GENESIS, Raekke, digest
from rammevaerk.journal.post import Hoved

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Rows = dict[int, Raekke]


class Made:
    """Rows in memory, as the examination asks for them."""

    def __init__(self, rows: Mapping[int, Raekke]) -> None:
        self._rows = rows
        self._found: dict[str, list[int]] = {}

    def at(self, nummer: int) -> Raekke | None:
        return self._rows.get(nummer)

    def places(self) -> dict[str, list[int]]:
        if not self._found:
            for nummer, row in self._rows.items():
                self._found.setdefault(row.hash, []).append(nummer)
        return self._found

    def last(self) -> int:
        return max(self._rows, default=0)

    def outside(self, last: int) -> list[int]:
        return [nummer for nummer in self._rows if not 1 <= nummer <= last]


def chain_of(posts: Iterable[Any]) -> tuple[Rows, Hoved]:
    """The rows of entries that say these things, one after the other, and their head."""
    rows: Rows = {}
    last = GENESIS
    for nummer, post in enumerate(posts, 1):
        bare = (nummer, post.art, "2024-06-01T08:00:00.000000Z", post.virkning, post.aktivitet, post.noegle)
        rows[nummer] = sealed(Raekke(*bare, post.indhold, last, ""))
        last = rows[nummer].hash
    return rows, Hoved(len(rows), last)


def sealed(row: Raekke) -> Raekke:
    """The row with the hash it should have."""
    return row._replace(hash=digest(row))


def put(row: Raekke, nummer: int) -> Raekke:
    """The same row under another number."""
    return row._replace(nummer=nummer)


def removed(rows: Rows, number: int, *, closed: bool) -> Rows:
    """Without one entry; `closed`, the later ones are numbered down to fill its place."""
    left = {n: row for n, row in rows.items() if n != number}
    return {n: put(row, n) for n, row in ((n - (closed and n > number), row) for n, row in left.items())}


def inserted(rows: Rows, place: int) -> Rows:
    """With a forged entry that fits what is before it; the later ones are numbered up."""
    before = rows[place - 1].hash if place > 1 else GENESIS
    forged = sealed(rows[1]._replace(nummer=place, indhold='{"falsk":true}', forrige=before))
    return {n: put(row, n) for n, row in ((n + (n >= place), row) for n, row in rows.items())} | {place: forged}


def swapped(rows: Rows, one: int, other: int) -> Rows:
    """With two entries under each other's numbers."""
    return rows | {one: put(rows[other], one), other: put(rows[one], other)}
