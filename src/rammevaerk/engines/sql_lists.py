"""Questions to lists as SQL: each list's table is grouped once by aktivitet, for all that is asked of it.

A condition that also looks at the aktivitet has a grouping of its own, of the rows joined with what is known of it.
Of the latest dates, the rows of one date are first one row, if they agree.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, TypeVar

from sqlglot import exp

from rammevaerk.engines.sql_nodes import Nodes
from rammevaerk.engines.sql_terms import (
    BOOLEAN,
    NOWHERE,
    Inexact,
    Term,
    case,
    column,
    compared,
    counted,
    every,
    is_null,
    literal,
    negated,
    some,
    used,
)
from rammevaerk.facts.tables import column_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from rammevaerk.engines.sql_terms import Dialekt
    from rammevaerk.model import expression as e
    from rammevaerk.model.rammevaerk import Rammevaerk

Found = TypeVar("Found")
_ZERO: Final = exp.Literal.number(0)
_ONE: Final = exp.Literal.number(1)
_TWO: Final = exp.Literal.number(2)
RANK: Final = "r"
"""The place of a date among those of an aktivitet, the latest first."""
_ADDED: Final = 4
"""The digits that the sum of the longest list has more than its numbers."""
_WIDEST: Final = 38


@dataclass
class Grouping:
    """One table grouped by aktivitet; `level` is the stage that it is joined with, NOWHERE if it stands alone.

    Where `recent` is not 0, only so many of the latest dates are looked at, and `days` are the columns of each date.
    """

    navn: str
    tabel: str
    level: int
    recent: int = 0
    columns: dict[str, exp.Expr] = field(default_factory=dict)
    days: dict[str, exp.Expr] = field(default_factory=dict)


@dataclass(frozen=True)
class _Asked:
    """The elements that a question is asked of: which grouping has them, and when the answer is known at all."""

    grouping: Grouping
    known: exp.Expr
    where: exp.Expr = field(default_factory=exp.true)
    sure: bool = True
    among: exp.Expr = field(default_factory=exp.true)
    """Which rows of the grouping are meant."""

    @property
    def level(self) -> int:
        return max(0, self.grouping.level)

    def aggregate(self, sql: exp.Expr) -> exp.Expr:
        """The column that holds this aggregate; NULL where the aktivitet has no rows."""
        return column(_named(self.grouping.columns, sql, f"{self.grouping.navn}c"))

    def number(self, *conditions: exp.Expr) -> exp.Expr:
        """How many rows there are of which all this is true."""
        which = every([self.among, *conditions])
        counted_ = exp.Count(this=exp.Star() if which == exp.true() else case((which, _ONE)))
        return exp.Coalesce(this=self.aggregate(counted_), expressions=[used(_ZERO)])

    @property
    def surely(self) -> Term:
        return counted(self.number(self.where), self.level)

    @property
    def maybe(self) -> exp.Expr:
        return self.number(is_null(self.where))


class Lists(Nodes):
    """Every node, those that ask a list too."""

    def __init__(self, ramme: Rammevaerk, day: date, dialekt: Dialekt) -> None:
        super().__init__(ramme, day, dialekt)
        self._groupings: dict[tuple[str, int, bool], Grouping] = {}

    # The questions

    def _atleast(self, node: e.AtLeast) -> Term:
        number = self.value(node.number)
        asked = self._asked(node.of)
        level = max(asked.level, number.level)
        if number.is_null:
            return literal(None, level)
        if number.sql == _ONE and not asked.sure:
            return Term(self._any(asked), level)
        enough = self._numbers.order("≥", asked.surely, number)
        if asked.sure:
            return Term(case((asked.known, enough)), level)
        most = replace(asked.surely, sql=exp.Add(this=asked.surely.sql, expression=asked.maybe))
        too_few = negated(self._numbers.order("≥", most, number))
        unknown = negated(asked.known)
        return Term(case((unknown, exp.Null()), (enough, exp.true()), (too_few, exp.false())), level)

    @staticmethod
    def _any(asked: _Asked) -> exp.Expr:
        """Whether one element surely is one, in one aggregate: 2 is yes, 1 perhaps, 0 or nothing no."""
        code = case((asked.where, _TWO), (is_null(asked.where), _ONE), default=_ZERO)
        if asked.among != exp.true():
            code = case((asked.among, code))
        found = exp.Coalesce(this=asked.aggregate(exp.Max(this=code)), expressions=[used(_ZERO)])
        closed = every([asked.known, exp.NEQ(this=used(found), expression=used(_ONE))])
        return case((closed, compared("=", found, _TWO)))

    def _count(self, node: e.Count) -> Term:
        asked = self._asked(node.of)
        closed = [] if asked.sure else [compared("=", asked.maybe, _ZERO)]
        return counted(case((every([asked.known, *closed]), asked.surely.sql)), asked.level, sure=False)

    def _sum(self, node: e.Sum) -> Term:
        asked = self._asked(node.of)
        amount = self._amount(node, asked)
        open_ = some([is_null(asked.where), every([asked.where, is_null(amount.sql)])])
        total = asked.aggregate(exp.Sum(this=case((every([asked.among, asked.where]), amount.sql))))
        closed = every([asked.known, compared("=", asked.number(open_), _ZERO)])
        found = exp.Coalesce(this=total, expressions=[used(_ZERO)])
        before, after = amount.digits
        return Term(case((closed, found)), asked.level, digits=(min(before + _ADDED, _WIDEST - after), after))

    def _latest(self, node: e.Latest) -> Term:
        asked = self._asked(replace(node.of, recent=1, where=None))  # of the latest, not of the latest of which
        found = self._amount(node, asked)
        value = asked.aggregate(exp.Max(this=case((asked.among, found.sql))))
        boolean = bool(found.sql.args.get(BOOLEAN))
        answer = case((asked.known, compared("=", value, _ONE) if boolean else value))
        return Term(answer, asked.level, digits=found.digits)

    # What they are asked of

    @contextmanager
    def _record(self, of: e.Listing) -> Iterator[None]:
        outer, self._inside = self._inside, of.fact.fact
        yield
        self._inside = outer

    def of_records(self, of: e.Listing, ask: Callable[[], Found]) -> Found:
        """What is asked about a record of the list."""
        with self._record(of):
            return ask()

    def has_record(self, of: e.Listing, terms: Sequence[Term]) -> Term:
        """Whether one of the list's records is such."""
        if of.recent is not None:
            raise Inexact("sige, hvad der mangler,", "en betingelse om de seneste punkter spørger til en regel")
        level = max(term.level for term in terms)
        asked = _Asked(self._grouping(of, level), exp.true())
        number = asked.number(every([term.sql for term in terms]))
        return Term(compared(">", number, _ZERO), asked.level, sure=True)

    def _asked(self, of: e.Listing) -> _Asked:
        with self._record(of):
            where = self.value(of.where) if of.where is not None else literal(value=True)
        grouping = self._grouping(of, where.level)
        known = self._columns.kendt(of.fact.fact).sql
        if of.recent is None:
            return _Asked(grouping, known, where.sql, where.sure)
        undated = _Asked(self._grouping(replace(of, recent=None), NOWHERE), known)
        none_undated = compared("=", undated.number(is_null(self._columns.dated())), _ZERO)
        days = _Asked(grouping, known).aggregate(exp.Max(this=column(RANK)))
        enough = compared("≤", exp.Literal.number(of.recent), exp.Coalesce(this=days, expressions=[used(_ZERO)]))
        among = compared("≤", column(RANK), exp.Literal.number(of.recent))
        holds = where.sql if of.where is None else self._agreed(grouping, _bit(where.sql), boolean=True)
        return _Asked(grouping, every([known, none_undated, enough]), holds, of.where is None, among)

    def _grouping(self, of: e.Listing, level: int) -> Grouping:
        tabel = column_of(of.fact.fact)
        key = (tabel, level, of.recent is not None)
        if key not in self._groupings:
            self._groupings[key] = Grouping(f"q{len(self._groupings) + 1}", tabel, level)
        found = self._groupings[key]
        found.recent = max(found.recent, of.recent or 0)
        return found

    def _amount(self, node: e.Sum | e.Latest, asked: _Asked) -> Term:
        """The field as the grouping's rows have it."""
        with self._record(node.of):
            found = self.value(node.field)
        if not asked.grouping.recent:
            return found
        boolean = bool(found.sql.args.get(BOOLEAN))
        return replace(found, sql=self._agreed(asked.grouping, _bit(found.sql) if boolean else found.sql))

    @staticmethod
    def _agreed(grouping: Grouping, sql: exp.Expr, *, boolean: bool = False) -> exp.Expr:
        """What the rows of one date agree on."""
        count, rows = exp.Count(this=used(sql)), exp.Count(this=exp.Star())
        least, most = exp.Min(this=used(sql)), exp.Max(this=used(sql))
        agreed = case((every([compared("=", count, rows), compared("=", least, most)]), most))
        found = column(_named(grouping.days, agreed, f"{grouping.navn}d"))
        return compared("=", found, _ONE) if boolean else found


def _bit(sql: exp.Expr) -> exp.Expr:
    """A yes or no as a number, which every dialect can find the largest of."""
    return case((sql, _ONE), (negated(sql), _ZERO))


def _named(columns: dict[str, exp.Expr], sql: exp.Expr, prefix: str) -> str:
    """The name of an expression among columns; equal ones are one column."""
    for name, known in columns.items():
        if known == sql:
            return name
    name = f"{prefix}{len(columns) + 1}"
    columns[name] = sql
    return name
