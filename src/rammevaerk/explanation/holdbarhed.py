"""How long a skøn holds: when it has to be given again, and whether any rule still asks an aktivitet for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rammevaerk.facts.aktivitet import Skoen
from rammevaerk.facts.dates import write_date
from rammevaerk.facts.kinds import DATE, Oplysning
from rammevaerk.model.expression import Or
from rammevaerk.model.klausul import Regel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rammevaerk.model.expression import Expression
    from rammevaerk.model.frist import Holdbarhed
    from rammevaerk.model.rammevaerk import Rammevaerk


def silent(ramme: Rammevaerk, frist: Holdbarhed, found: object, day: date) -> str:
    """Why there is no skøn that could be too old on the day; empty when there is one."""
    if not isinstance(found, Skoen) or found.svar is None:
        return "Skønnet er ikke givet."
    if found.dato is not None and found.dato > day:
        return f"Skønnet er først givet den {write_date(found.dato)}."
    reading = ramme.readers.get(frist.oplysning, ())
    if reading and not any(ramme.in_force(regel, day) for regel in reading):
        return f"Ingen regel, der bruger skønnet, er i kraft den {write_date(day)}."
    return ""


def holder_in_words(given: date, due: date, day: date) -> str:
    """How long it holds, or that it holds no more."""
    holds = "holder" if day <= due else "holdt kun"
    return f"Skønnet er fra den {write_date(given)} og {holds} til og med den {write_date(due)}."


def date_of(skoen: Oplysning) -> Oplysning:
    """The date of a skøn, as something that can be asked for."""
    question = f"Hvornår er skønnet «{skoen.name}» givet?"
    return Oplysning(f"datoen for {skoen.name}", f"{skoen.key}.dato", "dato", DATE, question)


def conditions(ramme: Rammevaerk, frist: Holdbarhed, day: date) -> Iterator[Expression]:
    """What all has to hold before the skøn is kept up: what the rule files say, and that some rule asks for it.

    A skøn that no rule ever reads is asked for all the same: by a class, a criterion, or another frist.
    """
    if frist.gaelder_naar is not None:
        yield frist.gaelder_naar
    asking = [regel for regel in ramme.readers.get(frist.oplysning, ()) if ramme.in_force(regel, day)]
    relevant = [regel.gaelder_naar if isinstance(regel, Regel) else None for regel in asking]
    known = {naar.origin: naar for naar in relevant if naar is not None}
    if len(known) == 1 and None not in relevant:
        yield from known.values()
    elif known and None not in relevant:
        yield Or(tuple(known.values()), origin=" eller ".join(f"({said})" for said in known))
