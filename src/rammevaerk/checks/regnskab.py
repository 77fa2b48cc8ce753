"""The account of a paper: for each of its sentences the klausul that has it, of which kind, and for what reason.

The paper's own file of fingerprints says which sentences there are; the rule files cannot vouch for themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rammevaerk.rulefiles.kilde.anchors import written_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rammevaerk.model.klausul import Klausul
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.rulefiles.kilde.anchors import Anker


@dataclass(frozen=True, slots=True)
class Punktum:
    """One sentence of an afsnit, and the klausuler that have it."""

    afsnit: str
    nummer: int
    klausuler: tuple[Klausul, ...]

    @property
    def accounted(self) -> bool:
        """Whether it has a kind, and every klausul says why."""
        return bool(self.klausuler) and all(one.hvorfor for one in self.klausuler)


def account(ramme: Rammevaerk, anchors: Iterable[Anker] | None) -> tuple[Punktum, ...]:
    """Every sentence in the paper's order; without anchors those that the klausuler's numbers say there must be."""
    owners: dict[tuple[str, int], list[Klausul]] = {}
    for klausul in written_in(ramme):
        for number in klausul.punktummer:
            owners.setdefault((klausul.afsnit, number), []).append(klausul)
    places = _places(owners) if anchors is None else ((one.afsnit, one.punktum) for one in anchors if not one.heading)
    return tuple(Punktum(*place, tuple(owners.get(place, ()))) for place in dict.fromkeys(places))


def _places(owners: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """From the first sentence of each afsnit to the last that a klausul has."""
    last: dict[str, int] = {}
    for afsnit, number in owners:
        last[afsnit] = max(number, last.get(afsnit, 0))
    yield from ((afsnit, number) for afsnit, end in last.items() for number in range(1, end + 1))
