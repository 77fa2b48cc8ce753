"""Conditions as formulas: and, or and not over claims about single quantities, on one day.

For questions about the rules themselves, where no aktivitet is at hand and every fact is taken to be known. A
quantity is whatever the rules compare: a fact, the number of elements of a list, a sum, the time from one date to
another. Quantities are taken to be independent of each other; where they are not, more is thought possible than is.
So what is proved here holds, and what is not proved may hold all the same.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from rammevaerk.model import expression as e
from rammevaerk.passes.layers.claims import Both, Claim, Either, Formula, Never
from rammevaerk.passes.layers.comparing import art_of, in_words, ordered, subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.model.klausul import Regel
    from rammevaerk.model.rammevaerk import Rammevaerk


@dataclass(frozen=True)
class Reading:
    """The rules of a rammeværk on one day, as formulas."""

    ramme: Rammevaerk
    day: date

    @cached_property
    def _met(self) -> dict[str, tuple[Formula, Formula]]:
        return {}

    def fulfilled(self, regel: Regel) -> Formula:
        """That the rule is opfyldt."""
        return self._of(regel)[0]

    def breached(self, regel: Regel) -> Formula:
        """That the rule is ikke opfyldt."""
        return self._of(regel)[1]

    def _of(self, regel: Regel) -> tuple[Formula, Formula]:
        if regel.id not in self._met:
            self._met[regel.id] = self._made(regel)
        return self._met[regel.id]

    def _made(self, regel: Regel) -> tuple[Formula, Formula]:
        if not self.ramme.in_force(regel, self.day):
            return False, False
        naar = self.formula(regel.gaelder_naar) if regel.gaelder_naar else True
        krav = self.formula(regel.krav)
        return Both((naar, krav)), Both((naar, Never(krav))) if regel.styrke != "kan" else False

    def formula(self, node: e.Node) -> Formula:
        """What a condition says."""
        return _Lowering(self).formula(_settled(node, self.ramme, self.day))

    def outcome(self, node: e.Outcome) -> Formula:
        """What a question about another rule or klausul says; nothing is uafklaret when every fact is known."""
        if node.udfald == "uafklaret":
            return False
        one = self.ramme.regel.get(node.ref)
        regler = (one,) if one else self.ramme.regler_for[node.ref]
        breached = Either(tuple(self.breached(regel) for regel in regler))
        if node.udfald == "ikke opfyldt":
            return breached
        return Both((Either(tuple(self.fulfilled(regel) for regel in regler)), Never(breached)))


def _settled(node: Any, ramme: Rammevaerk, day: date) -> Any:  # noqa: ANN401 - a node, or what one holds
    """The node with every parameter as it stands that day."""
    if isinstance(node, e.Parameter):
        return e.Constant(cast("e.Value", ramme.parametre[node.name].on(day)), origin=node.origin or node.name)
    if isinstance(node, e.Member) and isinstance(node.values, e.Parameter):
        values = cast("tuple[e.Value, ...]", ramme.parametre[node.values.name].on(day))
        return replace(node, item=_settled(node.item, ramme, day), values=values)
    if isinstance(node, tuple):
        return tuple(_settled(part, ramme, day) for part in node)
    if not isinstance(node, e.Node):
        return node
    parts = {f.name: getattr(node, f.name) for f in fields(node)}
    return replace(node, **{name: _settled(part, ramme, day) for name, part in parts.items()})


def days_of(ramme: Rammevaerk) -> Iterator[date]:
    """The first of every row of days on which nothing begins or ends and no date of the rules is passed."""
    yield date.min
    perioder = [ramme.gaelder, *(regel.gaelder for regel in ramme.regler)]
    perioder += [one.gaelder for parameter in ramme.parametre.values() for one in parameter.vaerdier]
    dates = {periode.fra for periode in perioder if periode.fra} | {_next(periode.til) for periode in perioder}
    said = [one.value for parameter in ramme.parametre.values() for one in parameter.vaerdier]
    conditions = [c for regel in ramme.regler for c in (regel.krav, regel.gaelder_naar) if c]
    conditions += [one.naar for one in ramme.indstillinger]
    said += [node.value for one in conditions for node in e.walk(one) if isinstance(node, e.Constant)]
    yield from sorted(dates | {turn for day in said if isinstance(day, date) for turn in (day, _next(day))})


def _next(day: date | None) -> date:
    return day + timedelta(1) if day and day < date.max else date.min


@dataclass(frozen=True)
class _Lowering:
    """One condition on its way to a formula."""

    reading: Reading

    def formula(self, node: e.Node) -> Formula:
        match node:
            case e.Constant(value=bool() as value):
                return value
            case e.Not(part=part):
                return Never(self.formula(part))
            case e.And(parts=parts):
                return Both(tuple(map(self.formula, parts)))
            case e.Or(parts=parts):
                return Either(tuple(map(self.formula, parts)))
            case e.Outcome():
                return self.reading.outcome(node)
            case e.Known():
                return True
            case e.Member(item=item, values=values) if isinstance(values, tuple):
                return Claim(subject_of(item, "tekst"), "=", frozenset(values))
            case e.AtLeast(number=number, of=of):
                return ordered("≤", number, e.Count(of, origin=f"antal {in_words(of)}"), self.reading.day)
            case e.Compare():
                return self._compared(node)
        return Claim(subject_of(node, "ja/nej"), "=", value=True)

    def _compared(self, node: e.Compare) -> Formula:
        left, right = node.left, node.right
        art = art_of(left)
        if art == "ja/nej":
            one, other = self.formula(left), self.formula(right)
            return Either((Both((one, other)), Both((Never(one), Never(other)))))
        if art == "tekst":
            if isinstance(left, e.Constant):
                left, right = right, left
            if isinstance(right, e.Constant):
                return Claim(subject_of(left, "tekst"), "=", frozenset({right.value}))
            return Claim(subject_of(node, "ja/nej"), "=", value=True)
        return ordered(node.op, left, right, self.reading.day)
