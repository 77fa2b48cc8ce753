"""What each rule reads: its parameters and its facts, worked out once for a rammeværk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rammevaerk.facts.kinds import RESOURCE
from rammevaerk.model.expression import Fact, Field, Outcome, Parameter, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.expression import Node
    from rammevaerk.model.klausul import Regel

RATES: Final = ("timepris", "årsværk i timer", "eurokurs")
"""Read by every rule that measures money and working time in one; a fact's kind shows it, no node does."""


@dataclass(frozen=True, slots=True)
class Reads:
    """What one rule reads, each once and in the order it is met; `through` is met in the rules it asks about."""

    parameters: tuple[str, ...]
    facts: tuple[Oplysning, ...]
    through: tuple[Oplysning, ...]
    asks: tuple[str, ...] = ()
    """The rules and klausuler it asks about."""

    @property
    def all_facts(self) -> tuple[Oplysning, ...]:
        """Every fact the rule's udfald can depend on."""
        return tuple(dict.fromkeys((*self.facts, *self.through)))


def reads_of(regler: Sequence[Regel], regler_for: Mapping[str, Sequence[Regel]]) -> dict[str, Reads]:
    """What each rule reads, by its id. The rules stand so that each comes after those it asks about."""
    found: dict[str, Reads] = {}
    for regel in regler:
        nodes = [node for condition in (regel.gaelder_naar, regel.krav) if condition for node in walk(condition)]
        asked = [node.ref for node in nodes if isinstance(node, Outcome)]
        others = [id_ for ref in asked for id_ in ([ref] if ref in found else [r.id for r in regler_for[ref]])]
        found[regel.id] = Reads(
            tuple(dict.fromkeys(parameters_in(nodes))),
            tuple(dict.fromkeys(node.fact for node in nodes if isinstance(node, Fact))),
            tuple(dict.fromkeys(fact for id_ in others for fact in found[id_].all_facts)),
            tuple(dict.fromkeys(asked)),
        )
    return found


def parameters_in(nodes: Iterable[Node]) -> Iterator[str]:
    """The parameters that these nodes read, said or unsaid."""
    for node in nodes:
        if isinstance(node, Parameter):
            yield node.name
        elif isinstance(node, Fact | Field) and node.fact.kind.unit == RESOURCE:
            yield from RATES
