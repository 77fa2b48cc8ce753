"""Days without a version: no rammeværk in force, no value of a parameter, none of a klausul's dated rules."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING

from rammevaerk.explanation.fristvurdering import Hul
from rammevaerk.facts.calendar import day_after, day_before
from rammevaerk.model.frist import follows
from rammevaerk.model.klausul import ALWAYS, Periode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rammevaerk.model.frist import Frist, Holdbarhed, Revision
    from rammevaerk.model.klausul import Parameter, Regel
    from rammevaerk.model.portefoelje import Portefoeljeregel
    from rammevaerk.model.rammevaerk import Rammevaerk


def huller(ramme: Rammevaerk, day: date) -> tuple[Hul, ...]:
    """The gaps that are there on that day or lie ahead of it, by their first day."""
    ahead = [one for one in _huller(ramme) if one.periode.til is None or one.periode.til >= day]
    return tuple(sorted(ahead, key=lambda one: (one.periode.fra or date.min, one.art, one.navn)))


def _huller(ramme: Rammevaerk) -> Iterator[Hul]:
    yield from (Hul("rammeværk", ramme.id, gap) for gap in gaps([ramme.gaelder], ALWAYS))
    yield from (hul for parameter in ramme.parametre.values() for hul in _of_parameter(ramme, parameter))
    yield from _of_rules(ramme)


def _of_parameter(ramme: Rammevaerk, parameter: Parameter) -> Iterator[Hul]:
    """A parameter owes a value while something that reads it is in force."""
    rules: list[Regel | Portefoeljeregel] = [*ramme.regler, *ramme.portefoelje]
    reading = [one for one in rules if parameter.name in ramme.reads[one.id].parameters]
    frister = [one for one in ramme.frist.values() if parameter.name in one.parameters]
    readers: list[Regel | Portefoeljeregel | Frist | Revision | Holdbarhed] = [*reading, *frister]
    owed = reduce(Periode.spanning, [one.gaelder for one in readers] or [ramme.gaelder]).within(ramme.gaelder)
    if follows(parameter.name) or owed.empty:
        return
    undecided = [*reading, *(one for one in ramme.frister if parameter.name in one.decisive)]
    touched = {one.klausul for one in undecided}
    klausuler = tuple(id_ for id_ in ramme.klausuler if id_ in touched)
    for gap in gaps([value.gaelder for value in parameter.vaerdier], owed):
        yield Hul("parameter", parameter.name, gap, klausuler)


def _of_rules(ramme: Rammevaerk) -> Iterator[Hul]:
    """The gaps of dated rules. One that all of a layer has is told once, of the layer."""
    found: dict[tuple[str, Periode], list[str]] = {}
    decided = Counter(_source(ramme, id_) for id_, regler in ramme.regler_for.items() if regler)
    for id_, regler in ramme.regler_for.items():
        dated = [regel.gaelder for regel in regler if regel.gaelder != ALWAYS]
        for gap in gaps(dated, ramme.gaelder) if dated else ():
            found.setdefault((_source(ramme, id_), gap), []).append(id_)
    for (source, gap), ids in found.items():
        if ramme.bygger_paa and len(ids) == decided[source]:
            yield Hul("rammeværk", source, gap)
        else:
            yield from (Hul("klausul", id_, gap, (id_,)) for id_ in ids)


def _source(ramme: Rammevaerk, klausul: str) -> str:
    """The rammeværk that the klausul stands in."""
    return ramme.klausuler[klausul].ramme or ramme.id


def gaps(periods: Iterable[Periode], within: Periode) -> tuple[Periode, ...]:
    """The days of `within` that none of the periods covers, as periods in their order."""
    last = within.til or date.max
    found = []
    free: date | None = within.fra or date.min
    for periode in sorted(periods, key=lambda one: one.fra or date.min):
        begins, ends = periode.fra or date.min, periode.til or date.max
        if free is None:
            break
        if begins > free:
            found.append((free, min(day_before(begins), last)))
        free = max(free, day_after(ends)) if ends < last else None
    if free is not None:
        found.append((free, last))
    return tuple(_periode(fra, til) for fra, til in found if fra <= til)


def _periode(fra: date, til: date) -> Periode:
    return Periode(None if fra == date.min else fra, None if til == date.max else til)
