"""What each rule reads: its parameters and its facts, worked out once for a rammeværk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rammevaerk.facts.kinds import RESOURCE
from rammevaerk.model.expression import Fact, Field, Outcome, Parameter, walk
from rammevaerk.model.portefoelje import AKTIVITETER, HANDLING, Mindsteandel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.expression import Node
    from rammevaerk.model.klausul import Regel
    from rammevaerk.model.portefoelje import Portefoeljeregel

RATES: Final[Mapping[str, str]] = {"timepris": "kr./time", "årsværk i timer": "timer/årsværk", "eurokurs": "kr./EUR"}
"""With their units. Read by every rule that measures money and working time in one; a fact's kind shows it, no node
does."""


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
        found[regel.id] = _reads([node for one in regel.sentences for node in walk(one)], found, regler_for)
    return found


def reads_of_portefoelje(
    regler: Sequence[Portefoeljeregel], found: Mapping[str, Reads], regler_for: Mapping[str, Sequence[Regel]]
) -> dict[str, Reads]:
    """What each rule about the portfolio reads, by its id; `found` is what the rules on one aktivitet do."""
    return {regel.id: _of_portefoelje(regel, found, regler_for) for regel in regler}


def _of_portefoelje(
    regel: Portefoeljeregel, found: Mapping[str, Reads], regler_for: Mapping[str, Sequence[Regel]]
) -> Reads:
    reads = _reads([node for one in regel.sentences for node in walk(one)], found, regler_for)
    limit = (regel.krav.parameter,) if isinstance(regel.krav, Mindsteandel) else ()
    group = (regel.for_hver,) if regel.for_hver else ()
    facts = dict.fromkeys((*group, *reads.facts))
    # The handling hangs on whatever any rule reads.
    every = (fact for one in found.values() for fact in one.all_facts) if HANDLING in facts else ()
    return Reads(
        tuple(dict.fromkeys((*reads.parameters, *limit))),
        tuple(fact for fact in facts if fact not in (AKTIVITETER, HANDLING)),
        tuple(dict.fromkeys((*reads.through, *every))),
        reads.asks,
    )


def _reads(nodes: list[Node], found: Mapping[str, Reads], regler_for: Mapping[str, Sequence[Regel]]) -> Reads:
    asked = [node.ref for node in nodes if isinstance(node, Outcome)]
    others = [id_ for ref in asked for id_ in ([ref] if ref in found else [r.id for r in regler_for[ref]])]
    return Reads(
        tuple(dict.fromkeys(parameters_in(nodes))),
        tuple(dict.fromkeys(node.fact for node in nodes if isinstance(node, Fact))),
        tuple(dict.fromkeys(fact for id_ in others for fact in found[id_].all_facts)),
        tuple(dict.fromkeys(asked)),
    )


def parameters_in(nodes: Iterable[Node]) -> Iterator[str]:
    """The parameters that these nodes read, said or unsaid."""
    for node in nodes:
        if isinstance(node, Parameter):
            yield node.name
        elif isinstance(node, Fact | Field) and node.fact.kind.unit == RESOURCE:
            yield from RATES
