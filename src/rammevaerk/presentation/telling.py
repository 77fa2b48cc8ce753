"""Where in the text of a comparison each fact and each klausul is told, so that nothing is told twice or left out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rammevaerk.explanation.sammenligning import weighty
from rammevaerk.presentation.text import MARKS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rammevaerk.explanation.sammenligning import Brug, Oplysningsbrug, Sammenligning


@dataclass(frozen=True)
class Telling:
    """The plan of one text: first what the answers turn on, then what they share, then what each has alone."""

    of: Sammenligning

    @cached_property
    def by_key(self) -> Mapping[str, Oplysningsbrug]:
        """Each fact by its key in files."""
        return {one.oplysning: one for one in self.of.oplysninger}

    @cached_property
    def turning(self) -> tuple[str, ...]:
        """The facts that the answers turn on."""
        return tuple(dict.fromkeys(key for one in self.of.aarsager for key in one.oplysninger))

    @cached_property
    def shared(self) -> tuple[str, ...]:
        """The other facts that klausuler stand opposite each other over."""
        opposite = (key for one in self.of.modstillinger for key in one.oplysninger)
        return tuple(key for key in opposite if key not in self.turning)

    @cached_property
    def told_facts(self) -> frozenset[str]:
        """The facts that are told with what each rammeværk makes of them."""
        return frozenset((*self.turning, *self.shared))

    @cached_property
    def told(self) -> frozenset[tuple[str, str]]:
        """The klausuler that are told of under those facts, or as a reason of their own, by their rammeværk."""
        uses = [use for one in self.of.oplysninger if one.oplysning in self.told_facts for use in one.brug.items()]
        under = ((name, id_) for name, brug in uses for id_ in (*opposite(brug), *self.following(name, brug)))
        return frozenset(under) | {(one.rammevaerk, one.klausul) for one in self.of.aarsager}

    @cached_property
    def in_full(self) -> Mapping[str, list[str]]:
        """The klausuler without a counterpart that not all has been said of, those first that went wrong."""
        found = {}
        for name, kun in self.of.kun.items():
            klausuler = self.of.vurderinger[name].klausuler
            left = [id_ for id_ in kun if not self._all_told(name, id_)]
            found[name] = [id_ for udfald in MARKS for id_ in left if klausuler[id_].udfald is udfald]
        return found

    @cached_property
    def alone(self) -> Mapping[str, tuple[str, str]]:
        """The rammeværk and the klausul at which each other fact is first told; the missing have their own place."""
        first: dict[str, tuple[str, str]] = {}
        for one in self.of.oplysninger:
            for name, brug in one.brug.items():
                at = next((id_ for id_ in self.in_full[name] if id_ in brug.klausuler), None)
                if at and not brug.mangler and one.oplysning not in self.told_facts:
                    first.setdefault(one.oplysning, (name, at))
        return first

    def following(self, name: str, brug: Brug) -> list[str]:
        """The klausuler that matter and rest on a fact through others."""
        weighing = weighty(self.of.vurderinger[name])
        return [id_ for id_ in brug.gennem if id_ in weighing]

    def _all_told(self, name: str, klausul: str) -> bool:
        """Whether the klausul has been told with every fact that it rests on itself."""
        resting = {
            one.oplysning for one in self.of.oplysninger if name in one.brug and klausul in one.brug[name].klausuler
        }
        return (name, klausul) in self.told and resting <= self.told_facts


def opposite(brug: Brug) -> tuple[str, ...]:
    """The klausuler to show of one rammeværk: those that rest on the fact, else those that read it."""
    return brug.klausuler or brug.laeser
