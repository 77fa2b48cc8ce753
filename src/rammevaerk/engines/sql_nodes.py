"""Core nodes to SQL: one method for each node that is no question to a list; `sql_lists` has those."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import localcontext
from typing import TYPE_CHECKING, Any, Final

from sqlglot import exp

from rammevaerk.engines.sql_dates import Dates
from rammevaerk.engines.sql_facts import Columns
from rammevaerk.engines.sql_numbers import Numbers
from rammevaerk.engines.sql_terms import (
    Term,
    case,
    compared,
    every,
    is_known,
    is_null,
    literal,
    negated,
    some,
    used,
)
from rammevaerk.facts.calendar import moved
from rammevaerk.model import expression as e
from rammevaerk.model.exact import EXACT, divided, minus, plus, times

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from rammevaerk.engines.sql_terms import Dialekt
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.model.spor import Found

_RECKON: Final = {"+": plus, "-": minus, "*": times, "/": divided}


OF_LISTS: Final = (e.Count, e.Sum, e.AtLeast, e.Latest)
_YES_NO: Final = (e.Not, e.And, e.Or, e.Compare, e.Member, e.Known, e.Outcome, e.AtLeast)


def is_yes_no(node: e.Node) -> bool:
    """Whether a node comes to a yes or no."""
    match node:
        case e.Fact(fact=fact) | e.Field(fact=fact) | e.Latest(field=e.Field(fact=fact)):
            return fact.kind.art == "ja/nej"
        case e.Constant(value=value):
            return isinstance(value, bool)
    return isinstance(node, _YES_NO)


@dataclass(frozen=True, slots=True)
class Answers:
    """What a rule or klausul came to, as two questions; both are NULL where it is uafklaret."""

    fulfilled: Term
    breached: Term


NO: Final = literal(value=False)
NEITHER: Final = Answers(NO, NO)
"""Of what is not relevant or not in force."""


class Nodes:
    """The nodes of one rammeværk on one day, and the facts they read."""

    def __init__(self, ramme: Rammevaerk, day: date, dialekt: Dialekt) -> None:
        self._ramme = ramme
        self._day = day
        self._numbers = Numbers(dialekt)
        self._dates = Dates(dialekt)
        self._parameters: Mapping[str, Any] = {name: one.on(day) for name, one in ramme.parametre.items()}
        self._columns = Columns(ramme, day, dialekt)
        self._answers: dict[str, Answers] = {}
        """Of the rules that are decided so far, by their ids."""
        self._inside: Oplysning | None = None
        """The list whose record is at hand."""
        self._same: dict[tuple[e.Node, Oplysning | None], Term] = {}

    def value(self, node: e.Node) -> Term:
        """What a node comes to; equal nodes are one expression."""
        fixed, known = self._fixed(node)
        if fixed:  # and not remembered: to Python, yes and one are the same
            return literal(known)
        key = (node, self._inside)
        if key not in self._same:
            self._same[key] = getattr(self, f"_{type(node).__name__.lower()}")(node)
        return self._same[key]

    @property
    def inside(self) -> bool:
        """Whether a record of a list is at hand."""
        return self._inside is not None

    def _fixed(self, node: e.Node) -> tuple[bool, Found]:
        """Whether a node is the same for every aktivitet, and what it is then."""
        match node:
            case e.Constant(value=value):
                return True, value
            case e.Today():
                return True, self._day
            case e.Parameter(name=name):
                found = self._parameters[name]
                return not isinstance(found, tuple), found
            case e.Arithmetic():
                left, right = self._fixed(node.left), self._fixed(node.right)
                return (True, _reckoned(node, left[1], right[1])) if left[0] and right[0] else (False, None)
        return False, None

    # Facts and outcomes

    def _fact(self, node: e.Fact) -> Term:
        return self._columns.fact(node.fact)

    def _field(self, node: e.Field) -> Term:
        if self._inside is None:
            raise TypeError(node)  # a field stands in the condition of a list only
        return self._columns.field(node.fact, self._inside)

    def _element(self, _: e.Element) -> Term:
        return self._columns.element()

    def _known(self, node: e.Known) -> Term:
        if node.fact.fact.kind.art == "liste":
            return self._columns.kendt(node.fact.fact)
        part = self._fact(node.fact)
        return literal(value=True) if part.sure else replace(part, sql=is_known(part.sql), sure=True, digits=(0, 0))

    def _outcome(self, node: e.Outcome) -> Term:
        answers = self._answers_of(node.ref)
        if node.udfald == "uafklaret":
            found = answers.breached
            return NO if found.sure else Term(is_null(found.sql), found.level, sure=True)
        return answers.fulfilled if node.udfald == "opfyldt" else answers.breached

    def _answers_of(self, ref: str) -> Answers:
        """Of a rule, or of the klausul that several decide: not fulfilled if one is not, then open if one is."""
        if ref in self._answers:
            return self._answers[ref]
        parts = [self._answers[regel.id] for regel in self._ramme.regler_for[ref]]
        if len(parts) == 1:
            return parts[0]
        level = max((part.breached.level for part in parts), default=NO.level)
        sure = all(part.breached.sure for part in parts)
        breached = some([part.breached.sql for part in parts])
        fulfilled = every([negated(breached), some([part.fulfilled.sql for part in parts])])
        return Answers(Term(fulfilled, level, sure), Term(breached, level, sure))

    # Logic

    def _not(self, node: e.Not) -> Term:
        part = self.value(node.part)
        return replace(part, sql=negated(part.sql))

    def _and(self, node: e.And) -> Term:
        return self._joined([self.value(part) for part in node.parts], all_=True)

    def _or(self, node: e.Or) -> Term:
        return self._joined([self.value(part) for part in node.parts], all_=False)

    @staticmethod
    def _joined(parts: list[Term], *, all_: bool) -> Term:
        sql = (every if all_ else some)([part.sql for part in parts])
        return Term(sql, max(part.level for part in parts), all(part.sure for part in parts))

    def _compare(self, node: e.Compare) -> Term:
        left, right = self.value(node.left), self.value(node.right)
        level = max(left.level, right.level)
        if left.is_null or right.is_null:
            return literal(None, level)
        if left.settled is not None or right.settled is not None:  # a yes or no beside one that is written
            part, wanted = (left, right) if right.settled is not None else (right, left)
            return part if wanted.settled else replace(part, sql=negated(part.sql))
        number = left.digits != (0, 0)
        sql = self._numbers.order(node.op, left, right) if number else compared(node.op, left.sql, right.sql)
        return Term(sql, level, left.sure and right.sure)

    def _member(self, node: e.Member) -> Term:
        item = self.value(node.item)
        found = self._parameters[node.values.name] if isinstance(node.values, e.Parameter) else node.values
        if not isinstance(found, tuple) or item.is_null:
            return literal(None, item.level)  # a list that is not in force that day
        values = [literal(value) for value in dict.fromkeys(found)]
        if not values:
            return Term(case((is_known(item.sql), NO.sql)), item.level, item.sure)
        if item.digits != (0, 0):
            return Term(some([self._numbers.order("=", item, value) for value in values]), item.level, item.sure)
        one_of = exp.In(this=used(item.sql), expressions=[value.sql for value in values])
        return Term(one_of, item.level, item.sure)

    # Reckoning

    def _arithmetic(self, node: e.Arithmetic) -> Term:
        left, right = self.value(node.left), self.value(node.right)
        if left.is_null or right.is_null:
            return literal(None, max(left.level, right.level))
        if node.dates == "difference":
            return self._dates.difference(left, right)
        if node.dates:
            return self._dates.moved(left, right, node.dates, back=node.op == "-")
        return self._numbers.reckoned(node.op, left, right)


def _reckoned(node: e.Arithmetic, left: Found, right: Found) -> Found:
    """What comes of two known values, as the specification reckons it."""
    if left is None or right is None:
        return None
    with localcontext(EXACT):
        if node.dates == "difference":
            return (left - right).days  # type: ignore[operator,union-attr] # two dates
        if node.dates:
            return moved(left, right if node.op == "+" else -right, node.dates)  # type: ignore[arg-type,operator]
        return _RECKON[node.op](left, right)  # type: ignore[arg-type] # two numbers
