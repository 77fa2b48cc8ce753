"""Whether a rule is in force on a day: its own dates, the rammeværk's, and those of every parameter it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.facts.kinds import RESOURCE
from rammevaerk.model.expression import Fact, Field, Node, Parameter, walk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rammevaerk.model.rammevaerk import Rammevaerk, Regel

RATES: Final = ("timepris", "årsværk i timer", "eurokurs")
"""Read by every rule that measures money and working time in one; a fact's kind shows it, no node does."""


def parameters_of(node: Node) -> Iterator[str]:
    """The parameters a condition reads, said or unsaid."""
    for part in walk(node):
        if isinstance(part, Parameter):
            yield part.name
        elif isinstance(part, Fact | Field) and part.fact.kind.unit == RESOURCE:
            yield from RATES


def not_in_force(ramme: Rammevaerk, regel: Regel, day: date) -> bool:
    """Whether the rule decides nothing that day. Nothing falls back to an older version."""
    if not (ramme.gaelder.covers(day) and regel.gaelder.covers(day)):
        return True
    conditions = [c for c in (regel.gaelder_naar, regel.krav) if c is not None]
    return any(ramme.parametre[name].on(day) is None for c in conditions for name in parameters_of(c))
