"""The calendar in SQL: days between dates, and dates moved without falling off its ends."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from sqlglot import exp

from rammevaerk.engines.sql_terms import Inexact, Term, case, compared, counted, grouped, literal, used

if TYPE_CHECKING:
    from rammevaerk.engines.sql_terms import Dialekt

_FIRST: Final = literal(date.min).sql
_LAST: Final = literal(date.max).sql
_MONTHS: Final = 12
_LAST_MONTH: Final = date.max.year * _MONTHS + _MONTHS - 1
_TRUNCATES: Final = ("duckdb", "postgres")
"""Dialects that round a decimal on its way to an integer, so that it has to be cut before."""
_ADD_NUMBERS: Final = ("duckdb", "postgres")
"""Dialects in which a date and an integer make a date, and two dates an integer."""


class Dates:
    """The reckoning with dates of one dialect."""

    def __init__(self, dialekt: Dialekt) -> None:
        self._dialekt = dialekt

    def difference(self, left: Term, right: Term) -> Term:
        """The days from the right date to the left one."""
        level, sure = max(left.level, right.level), left.sure and right.sure
        return counted(self._days(left.sql, right.sql), level, sure=sure)

    def moved(self, day: Term, amount: Term, unit: Literal["dage", "måneder"], *, back: bool) -> Term:
        """The date so many days or months away; beyond the calendar, its first or last day."""
        if amount.under is not None:
            raise Inexact("flytte en dato", f"antallet af {unit} er en brøk")
        by = exp.Neg(this=grouped(amount.sql)) if back else amount.sql
        cut = exp.Trunc(this=used(by)) if self._dialekt in _TRUNCATES else by
        number = by if amount.whole else exp.cast(used(cut), "INTEGER")
        found = self._by_months(day.sql, by, number) if unit == "måneder" else self._by_days(day.sql, by, number)
        return Term(found, max(day.level, amount.level), day.sure and amount.sure)

    def _days(self, later: exp.Expr, earlier: exp.Expr) -> exp.Expr:
        if self._dialekt in _ADD_NUMBERS:
            return exp.Paren(this=exp.Sub(this=grouped(later), expression=grouped(earlier)))
        return exp.DateDiff(this=used(later), expression=used(earlier), unit=exp.Var(this="DAY"))

    def _by_days(self, day: exp.Expr, by: exp.Expr, number: exp.Expr) -> exp.Expr:
        later = exp.DateAdd(this=used(day), expression=used(number), unit=exp.Var(this="DAY"))
        added = exp.Add(this=grouped(day), expression=grouped(number)) if self._dialekt in _ADD_NUMBERS else later
        return case(
            (compared(">", by, self._days(_LAST, day)), _LAST),
            (compared("<", by, self._days(_FIRST, day)), _FIRST),
            default=added,
        )

    def _by_months(self, day: exp.Expr, by: exp.Expr, number: exp.Expr) -> exp.Expr:
        year = exp.Mul(this=self._part("YEAR", day), expression=exp.Literal.number(_MONTHS))
        place = exp.Add(this=exp.Add(this=year, expression=self._part("MONTH", day)), expression=grouped(by))
        added = exp.DateAdd(this=used(day), expression=grouped(number), unit=exp.Var(this="MONTH"))
        # One more than the number of the month, for MONTH counts from one.
        return case(
            (compared(">", place, exp.Literal.number(_LAST_MONTH + 1)), _LAST),
            (compared("<", place, exp.Literal.number(_MONTHS + 1)), _FIRST),
            default=exp.cast(added, "DATE"),
        )

    def _part(self, name: Literal["YEAR", "MONTH"], day: exp.Expr) -> exp.Expr:
        kind = exp.Year if name == "YEAR" else exp.Month
        return (
            kind(this=used(day))
            if self._dialekt != "postgres"
            else exp.Extract(this=exp.Var(this=name), expression=used(day))
        )
