"""The days on which an answer may turn although nothing happens: an interval runs out, a rule comes into force.

An answer can only turn by itself where a sentence compares something with the vurderingsdato, on the day a dated fact
begins to exist, and where something in the rules begins or has ended. A comparison can only turn on a date it reads,
moved by the amounts of calendar time it names, or on the day after. More days than needed cost time; too few would
cost a warning, so where there are more ways to add the amounts up than can be gone through, every day is one.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

from pydantic import BaseModel

from rammevaerk.facts.calendar import day_after, moved
from rammevaerk.facts.unit_table import CALENDAR_UNITS
from rammevaerk.model.expression import Arithmetic, Compare, Constant, Member, Node, Parameter, Today, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.model.rammevaerk import Rammevaerk

_MOST_AMOUNTS: Final = 4
"""Amounts of one comparison that are added up in every way."""
_CLAMPED: Final = 4
"""Days by which the end of a short month can put off the day on which months before today pass a date."""


class Shift(NamedTuple):
    """How far a date is moved before it is compared: months first or days first comes to the same within `_CLAMPED`."""

    months: int
    days: int


class Turning:
    """When the answers of one rammeværk may turn by themselves; worked out once for all aktiviteter."""

    def __init__(self, ramme: Rammevaerk) -> None:
        self.boundaries = sorted(set(_boundaries(ramme)))
        shifts = [_shifts(ramme, node) for node in _comparisons(ramme)]
        self.daily = any(one is None for one in shifts)
        """Whether there are too many ways to tell the days apart."""
        self._shifts = sorted({Shift(0, 0), *(shift for one in shifts if one for shift in one)})

    def days(self, aktivitet: Aktivitet | None, after: date, until: date) -> list[date]:
        """The days later than `after`, up to and including `until`, in order."""
        if self.daily:
            return [after + timedelta(n) for n in range(1, (until - after).days + 1)]
        found = {turn for day in set(_dates(aktivitet)) for shift in self._shifts for turn in _around(day, shift)}
        return sorted(day for day in found.union(self.boundaries) if after < day <= until)

    def next_after(self, aktivitet: Aktivitet | None, day: date) -> date | None:
        """The first such day after that one."""
        if self.daily:
            return day_after(day)
        return min(self.days(aktivitet, day, date.max), default=None)


def _around(day: date, shift: Shift) -> Iterator[date]:
    turn = moved(moved(day, Decimal(shift.months), "måneder"), Decimal(shift.days), "dage")
    yield turn
    for _ in range(_CLAMPED if shift.months else 1):
        turn = day_after(turn)
        yield turn


def _dates(value: object) -> Iterator[date]:
    """Every date in the facts."""
    if isinstance(value, date):
        yield value
    elif isinstance(value, BaseModel):
        yield from _dates(value.__dict__)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _dates(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _dates(part)


def _sentences(ramme: Rammevaerk) -> Iterator[Node]:
    for regel in ramme.regler:
        yield from regel.sentences
    yield from (indstilling.naar for indstilling in ramme.indstillinger)
    for frist in ramme.frister:
        yield from (one for one in (frist.gaelder_naar, frist.sidst, frist.aldrig, frist.foerste) if one)
    yield from (one.gaelder_naar for one in ramme.holdbarhed if one.gaelder_naar)


def _comparisons(ramme: Rammevaerk) -> Iterator[Compare]:
    """Every comparison that reads the vurderingsdato."""
    for sentence in _sentences(ramme):
        for node in walk(sentence):
            if isinstance(node, Compare) and any(isinstance(part, Today) for part in walk(node)):
                yield node


def _shifts(ramme: Rammevaerk, comparison: Compare) -> set[Shift] | None:
    """Every sum of its amounts, each taken with, against or left out; None where that cannot be gone through."""
    amounts = list(_amounts(ramme, comparison))
    multiplied = any(isinstance(node, Arithmetic) and node.op in "*/" for node in walk(comparison))
    if multiplied or len(amounts) > _MOST_AMOUNTS:
        return None
    found = set()
    for signs in product((-1, 0, 1), repeat=len(amounts)):
        for values in product(*amounts):
            signed = [Shift(sign * one.months, sign * one.days) for sign, one in zip(signs, values, strict=True)]
            found.add(Shift(sum(one.months for one in signed), sum(one.days for one in signed)))
    return found


def _amounts(ramme: Rammevaerk, comparison: Compare) -> Iterator[tuple[Shift, ...]]:
    """Each amount in the comparison: a number written there as days and as months, a parameter in all its values."""
    months = {id(node.right) for node in walk(comparison) if isinstance(node, Arithmetic) and node.dates == "måneder"}
    for node in walk(comparison):
        if isinstance(node, Constant) and isinstance(node.value, Decimal):
            yield (_shift(node.value, "måneder" if id(node) in months else "dage"),)
        elif isinstance(node, Parameter):
            parameter = ramme.parametre[node.name]
            if parameter.kind.unit in CALENDAR_UNITS:
                values = [v.value for v in parameter.vaerdier if isinstance(v.value, Decimal)]
                yield tuple(_shift(value, parameter.kind.unit) for value in values) or (Shift(0, 0),)


def _shift(value: Decimal, unit: str) -> Shift:
    whole = int(min(max(value, Decimal(-4_000_000)), Decimal(4_000_000)))
    return Shift(whole, 0) if unit == "måneder" else Shift(0, whole)


def _boundaries(ramme: Rammevaerk) -> Iterator[date]:
    """The days on which something in the rules begins, and those after it has ended; dates in values turn too."""
    perioder = [ramme.gaelder, *(regel.gaelder for regel in ramme.regler), *(one.gaelder for one in ramme.all_frister)]
    perioder += (revision.gaelder for revision in ramme.revisioner)
    values = [v for parameter in ramme.parametre.values() for v in parameter.vaerdier]
    for periode in (*perioder, *(v.gaelder for v in values)):
        yield from (day for day in (periode.fra, day_after(periode.til) if periode.til else None) if day)
    for value in (v.value for v in values):
        if isinstance(value, date):
            yield from (value, day_after(value))
    for revision in ramme.revisioner:
        yield from revision.registreret
    yield from _written(ramme)


def _written(ramme: Rammevaerk) -> Iterable[date]:
    """Dates written in sentences."""
    for sentence in _sentences(ramme):
        for node in walk(sentence):
            values = node.values if isinstance(node, Member) and isinstance(node.values, tuple) else ()
            written = (node.value,) if isinstance(node, Constant) else values
            yield from (day for value in written if isinstance(value, date) for day in (value, day_after(value)))
