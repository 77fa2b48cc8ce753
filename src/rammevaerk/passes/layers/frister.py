"""No layer puts off a deadline: what a «skal» below must have done by a day is due no later, and is warned of no later.

A layer cannot say a frist again, but it can give new values to the parameters that the frist reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from rammevaerk.facts.calendar import day_after
from rammevaerk.facts.dates import write_date
from rammevaerk.facts.units import Maengde, write_quantity
from rammevaerk.model.expression import walk
from rammevaerk.model.reads import parameters_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.model.frist import Frist, Holdbarhed, Revision
    from rammevaerk.model.klausul import Parameter
    from rammevaerk.model.rammevaerk import Rammevaerk

Part = Literal["dag", "varsel", "sætning"]
"""What a parameter does in a frist: says when it is due, how long before it is warned of, or is read by a sentence."""


@dataclass(frozen=True, slots=True)
class Postponed:
    """A parameter whose value in the layer puts off a frist below, or may do so, and the first day on which it does.

    `before` and `now` are its value in words; `now` is empty when it has none.
    """

    frist: Frist | Revision | Holdbarhed
    parameter: str
    part: Part
    day: date
    before: str
    now: str


def postponements(below: Rammevaerk, above: Rammevaerk) -> Iterator[Postponed]:
    """What is due or warned of later above than below; each parameter of a frist once for each part it has in it."""
    for frist in below.frist.values():
        klausul = below.klausuler.get(frist.klausul)
        if klausul is None or klausul.styrke == "skal":
            for part, name in _parts(frist):
                yield from _postponed(frist, part, below.parametre[name], above.parametre[name])


def _parts(frist: Frist | Revision | Holdbarhed) -> Iterator[tuple[Part, str]]:
    """The parameters of a frist, with what each does there."""
    if frist.due_by:
        yield "dag", frist.due_by
    if frist.varsles:
        yield "varsel", frist.varsles
    nodes = (node for sentence in frist.sentences for node in walk(sentence))
    yield from (("sætning", name) for name in dict.fromkeys(parameters_in(nodes)))


def _postponed(
    frist: Frist | Revision | Holdbarhed, part: Part, below: Parameter, above: Parameter
) -> Iterator[Postponed]:
    """The first day on which the value is one with which it comes later, if there is one."""
    for day in _days(frist, below, above):
        before, now = below.on(day), above.on(day)
        if before is not None and _weaker(part, before, now):
            yield Postponed(frist, below.name, part, day, _in_words(below, before), _in_words(above, now))
            return


def _days(frist: Frist | Revision | Holdbarhed, *parametre: Parameter) -> list[date]:
    """The first of every row of days on which no value begins or ends, as far as the frist is in force."""
    perioder = [frist.gaelder, *(one.gaelder for parameter in parametre for one in parameter.vaerdier)]
    begins = {periode.fra or date.min for periode in perioder} | {day_after(one.til) for one in perioder if one.til}
    return sorted(day for day in begins if frist.gaelder.covers(day))


def _weaker(part: Part, before: object, now: object) -> bool:
    """Whether the other value puts it off. Of what a sentence reads that is not seen, so there it may be no other.

    It is tempting to prove the sentences as those of rules are proved. However: `sidst` and `første` come to a day and
    not to yes or no, and the proof knows only whether something holds.
    """
    match part, before, now:
        case "varsel", Decimal(), Decimal():
            return now < before
        case "dag", Decimal(), Decimal():
            return now > before
        case "dag", date(), date():
            return now > before
    return before != now


def _in_words(parameter: Parameter, value: object) -> str:
    if isinstance(value, date):
        return write_date(value)
    return write_quantity(Maengde(value, parameter.kind.unit)) if isinstance(value, Decimal) else ""
