"""The days on which an answer may turn although nothing happens: an interval runs out, a rule comes into force.

An answer can only turn by itself on the day a dated fact begins to exist, where something in the rules begins or has
ended, and where a sentence compares the vurderingsdato with a date. Such a comparison turns on that date, moved by all
the amounts of calendar time that the comparison names, or on the day after. More days than needed cost time; too few
would cost a warning, so where the amounts cannot be added up, every day is one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from rammevaerk.explanation.values import fact_of
from rammevaerk.facts.aktivitet import Skoen
from rammevaerk.facts.calendar import day_after, moved
from rammevaerk.facts.unit_table import CALENDAR_UNITS
from rammevaerk.model.expression import (
    Arithmetic,
    Compare,
    Constant,
    Fact,
    Field,
    Latest,
    Listing,
    Member,
    Node,
    Parameter,
    Today,
    parts,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.rammevaerk import Rammevaerk

_MOST_AMOUNTS: Final = 4
"""Amounts of one comparison that are added up in every way."""
_CLAMPED: Final = 4
"""Days by which the end of a short month can put off the day on which months before today pass a date."""
_DATED: Final = "dato"
"""The field that says from when a record exists."""


class Shift(NamedTuple):
    """How far a date is moved before it is compared, and on which of the days from there on the turn may fall."""

    months: int
    days: int
    first: int
    width: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where a comparison finds a date: a fact, or with a `field` every record of a list."""

    fact: Oplysning
    field: Oplysning | None = None

    def dates(self, aktivitet: Aktivitet) -> Iterator[date]:
        """Those that are known."""
        value: Any = fact_of(aktivitet, self.fact)
        values = (getattr(one, self.field.attribute) for one in value or ()) if self.field else (value,)
        return (one for one in values if isinstance(one, date))


class Turning:
    """When the answers of one rammeværk may turn by themselves; worked out once for all aktiviteter."""

    def __init__(self, ramme: Rammevaerk) -> None:
        found = [_Comparison(ramme, node, within) for node, within in _comparisons(ramme)]
        self.daily = any(one.daily for one in found)
        """Whether the days cannot be told apart."""
        self.boundaries = sorted({*_boundaries(ramme), *(day for one in found for day in one.fixed())})
        self._shifts = sorted(
            {(one, shift) for each in found for one in each.sources for shift in each.shifts}, key=repr
        )
        self._begin = tuple(fact for fact in ramme.oplysninger if fact.kind.skoen or _dated(fact))

    def days(self, aktivitet: Aktivitet | None, after: date, until: date) -> list[date]:
        """The days later than `after`, up to and including `until`, in order; without an aktivitet the rules' own."""
        if self.daily:
            return [after + timedelta(n) for n in range(1, (until - after).days + 1)]
        return sorted({day for day in self._found(aktivitet) if after < day <= until})

    def next_after(self, aktivitet: Aktivitet | None, day: date) -> date | None:
        """The first such day after that one."""
        if self.daily:
            return day_after(day)
        return min((turn for turn in self._found(aktivitet) if turn > day), default=None)

    def _found(self, aktivitet: Aktivitet | None) -> Iterator[date]:
        yield from self.boundaries
        if aktivitet is not None:
            for fact in self._begin:
                yield from _beginnings(fact_of(aktivitet, fact))
            for source, shift in self._shifts:
                for day in source.dates(aktivitet):
                    yield from _around(day, shift)


def _dated(fact: Oplysning) -> bool:
    return any(field.attribute == _DATED for field in fact.kind.fields)


def _beginnings(value: Any) -> Iterator[date]:  # noqa: ANN401 - any fact
    """The days on which a skøn, or a record of a list, begins to exist."""
    for one in (value,) if isinstance(value, Skoen) else value if isinstance(value, tuple) else ():
        if (day := getattr(one, _DATED, None)) is not None:
            yield day


def _around(day: date, shift: Shift) -> Iterator[date]:
    turn = moved(moved(day, Decimal(shift.months), "måneder"), Decimal(shift.days + shift.first), "dage")
    for _ in range(shift.width):
        yield turn
        turn = day_after(turn)


# The sentences


def _sentences(ramme: Rammevaerk) -> Iterator[Node]:
    for regel in ramme.regler:
        yield from regel.sentences
    yield from (indstilling.naar for indstilling in ramme.indstillinger)
    for frist in ramme.frister:
        yield from (one for one in (frist.gaelder_naar, frist.sidst, frist.aldrig, frist.foerste) if one)
    yield from (one.gaelder_naar for one in ramme.holdbarhed if one.gaelder_naar)


def _comparisons(ramme: Rammevaerk) -> Iterator[tuple[Compare | Member, Listing | None]]:
    """Every comparison that reads the vurderingsdato itself, with the list whose records it is asked of."""
    for sentence in _sentences(ramme):
        for node, within in _with_lists(sentence, None):
            if isinstance(node, Compare | Member) and any(isinstance(one, Today) for one, _ in _itself(node, within)):
                yield node, within


def _with_lists(node: Node, within: Listing | None) -> Iterator[tuple[Node, Listing | None]]:
    """The node and everything below it, each with the list whose records it is asked of."""
    yield node, within
    for part in parts(node):
        yield from _with_lists(part, node if isinstance(node, Listing) else within)


def _itself(node: Node, within: Listing | None) -> Iterator[tuple[Node, Listing | None]]:
    """The same without what is asked of the records of a list inside it: that turns by comparisons of its own."""
    yield node, within
    for part in parts(node):
        if not isinstance(part, Listing):
            yield from _itself(part, within)


class _Comparison:
    """One comparison that reads the vurderingsdato: where its dates are found, and how far each is moved."""

    def __init__(self, ramme: Rammevaerk, node: Compare | Member, within: Listing | None) -> None:
        self._ramme = ramme
        self._nodes = [one for one, _ in _itself(node, within)]
        values = node.values if isinstance(node, Member) and isinstance(node.values, tuple) else ()
        self._written = [value for value in values if isinstance(value, date)]
        self.sources = tuple(_sources(self._nodes, within))
        amounts = list(self._amounts())
        multiplied = any(isinstance(one, Arithmetic) and one.op in "*/" for one in self._nodes)
        self.daily = multiplied or len(amounts) > _MOST_AMOUNTS
        self.shifts = () if self.daily else tuple(_sums(amounts, *self._turning(node)))

    def _turning(self, node: Compare | Member) -> tuple[int, int]:
        """The first day the turn may fall on, counted from the moved date, and how many there are.

        «Today is at most X» turns on the day after X, and «X is at most today» on X itself; what asks whether they are
        the same turns on both. Where today itself is moved by months, it can pass a date some days late.
        """
        moves = (one for one in self._nodes if isinstance(one, Arithmetic) and one.dates == "måneder")
        if any(isinstance(part, Today) for one in moves for part, _ in _itself(one, None)):
            return 0, 2 + _CLAMPED
        side = _side(node.left) - _side(node.right) if isinstance(node, Compare) else 0
        if side == 0 or not isinstance(node, Compare) or node.op == "=":
            return 0, 2
        return (1, 1) if (side > 0) == (node.op == "≤") else (0, 1)

    def fixed(self) -> Iterator[date]:
        """The days that follow from dates in the rules alone."""
        written = [one.value for one in self._nodes if isinstance(one, Constant)]
        named = [self._ramme.parametre[one.name] for one in self._nodes if isinstance(one, Parameter)]
        values = (*written, *self._written, *(value.value for one in named for value in one.vaerdier))
        for day in values:
            if isinstance(day, date):
                for shift in self.shifts:
                    yield from _around(day, shift)

    def _amounts(self) -> Iterator[tuple[Shift, ...]]:
        """Each amount: a number written there as months or as days, a parameter in all its values."""
        months = {id(one.right) for one in self._nodes if isinstance(one, Arithmetic) and one.dates == "måneder"}
        for one in self._nodes:
            if isinstance(one, Constant) and isinstance(one.value, Decimal):
                yield (_shift(one.value, "måneder" if id(one) in months else "dage"),)
            elif isinstance(one, Parameter) and self._ramme.parametre[one.name].kind.unit in CALENDAR_UNITS:
                parameter = self._ramme.parametre[one.name]
                values = [value.value for value in parameter.vaerdier if isinstance(value.value, Decimal)]
                yield tuple(_shift(value, parameter.kind.unit) for value in values) or (Shift(0, 0, 0, 0),)


def _sources(nodes: Iterable[Node], within: Listing | None) -> Iterator[Source]:
    for node in nodes:
        if isinstance(node, Fact) and node.fact.kind.art == "dato":
            yield Source(node.fact)
        elif isinstance(node, Latest):
            yield Source(node.of.fact.fact, node.field.fact)
        elif isinstance(node, Field) and within is not None and node.fact.kind.art == "dato":
            yield Source(within.fact.fact, node.fact)


def _side(node: Node) -> int:
    """How many times today stands in a sum, less how many times it is taken from it."""
    if isinstance(node, Today):
        return 1
    if not isinstance(node, Arithmetic):
        return 0
    return _side(node.left) + (-1 if node.op == "-" else 1) * _side(node.right)


def _sums(amounts: list[tuple[Shift, ...]], first: int, width: int) -> Iterator[Shift]:
    """All of the amounts together, each with and against: on which side of the comparison they stand is not asked."""
    for signs in product((-1, 1), repeat=len(amounts)):
        for chosen in product(*amounts):
            months = sum(sign * one.months for sign, one in zip(signs, chosen, strict=True))
            days = sum(sign * one.days for sign, one in zip(signs, chosen, strict=True))
            yield Shift(months, days, first, width)


def _shift(value: Decimal, unit: str) -> Shift:
    whole = int(min(max(value, Decimal(-4_000_000)), Decimal(4_000_000)))
    return Shift(whole, 0, 0, 0) if unit == "måneder" else Shift(0, whole, 0, 0)


def _boundaries(ramme: Rammevaerk) -> Iterator[date]:
    """The days on which something in the rules begins, and those after it has ended."""
    perioder = [ramme.gaelder, *(regel.gaelder for regel in ramme.regler), *(one.gaelder for one in ramme.all_frister)]
    perioder += (revision.gaelder for revision in ramme.revisioner)
    perioder += (value.gaelder for parameter in ramme.parametre.values() for value in parameter.vaerdier)
    for periode in perioder:
        yield from (day for day in (periode.fra, day_after(periode.til) if periode.til else None) if day)
    for revision in ramme.revisioner:
        yield from revision.registreret
