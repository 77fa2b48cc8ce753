"""Exact numbers in SQL: fractions with a positive divisor, compared crosswise, and decimals that nothing rounds.

Two dialects round a result that is too wide for them without a word. For those the operands are made so narrow
beforehand that the result fits; a number that is larger than that stops the query instead.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from sqlglot import exp

from rammevaerk.engines.sql_terms import Term, case, compared, grouped, literal, room, used

if TYPE_CHECKING:
    from rammevaerk.engines.sql_terms import Dialekt

Op = Literal["+", "-", "*", "/"]

_ROUNDS: Final = ("tsql", "spark")
_KINDS: Final = {"+": exp.Add, "-": exp.Sub, "*": exp.Mul}
_ONE: Final = literal(1)


class Numbers:
    """The arithmetic of one dialect."""

    def __init__(self, dialekt: Dialekt) -> None:
        self._narrow = dialekt in _ROUNDS

    def reckoned(self, op: Op, left: Term, right: Term) -> Term:
        """The exact result; what is divided by nothing is unknown."""
        level = max(left.level, right.level)
        if op == "/":
            op, right = "*", self._turned(right)
        over, under = _parts(left), _parts(right)
        if op == "*":
            result = self._times(over[0], under[0])
        else:
            result = self._sum(op, self._times(over[0], under[1]), self._times(under[0], over[1]))
        divisor = self._times(over[1], under[1])
        found = replace(result, level=level, sure=result.sure and divisor.sure)
        return found if divisor.sql == _ONE.sql else replace(found, under=divisor)

    def order(self, op: Literal["=", "<", "≤", "≥"], left: Term, right: Term) -> exp.Expr:
        """The comparison of two numbers."""
        (one, one_under), (other, other_under) = _parts(left), _parts(right)
        first, second = self._times(one, other_under), self._times(other, one_under)
        if not (first.whole and second.whole):
            first, second, _ = self._aligned(first, second, "sammenligne")
        return compared(op, first.sql, second.sql)

    def _turned(self, divisor: Term) -> Term:
        """One divided by it, with the sign above the line."""
        over, under = _parts(divisor)
        zero = exp.Literal.number(0)
        if isinstance(over.sql, exp.Literal | exp.Neg):
            negative = isinstance(over.sql, exp.Neg)
            size = replace(over, sql=used(over.sql.this) if negative else over.sql)
            if not size.sql.to_py():
                return literal(None)
            sign = literal(-1 if negative else 1)
        else:
            signs = case(
                (compared(">", over.sql, zero), exp.Literal.number(1)),
                (compared("<", over.sql, zero), exp.Neg(this=exp.Literal.number(1))),
            )
            sign = Term(signs, over.level, digits=(1, 0), whole=True)
            size = replace(over, sql=exp.Abs(this=used(over.sql)), sure=False)
        return replace(self._times(under, sign), under=size)

    def _times(self, left: Term, right: Term) -> Term:
        if _ONE.sql in (left.sql, right.sql):
            return replace(left if right.sql == _ONE.sql else right, under=None)
        left, right = _decimal(left), _decimal(right)
        after = left.digits[1] + right.digits[1]
        most = room((0, after), "gange")
        if self._narrow and sum(left.digits) + sum(right.digits) >= most + after:
            half = max(1, (most - 1) // 2)
            left, right = _narrowed(left, min(left.digits[0], half)), _narrowed(right, min(right.digits[0], half))
        before = min(left.digits[0] + right.digits[0], most)
        product = exp.Mul(this=grouped(left.sql), expression=grouped(right.sql))
        return Term(product, max(left.level, right.level), left.sure and right.sure, (before, after))

    def _sum(self, op: Op, left: Term, right: Term) -> Term:
        left, right, digits = self._aligned(_decimal(left), _decimal(right), "lægge sammen")
        found = _KINDS[op](this=grouped(left.sql), expression=grouped(right.sql))
        before = min(digits[0] + 1, room(digits, "lægge sammen"))
        return Term(found, max(left.level, right.level), left.sure and right.sure, (before, digits[1]))

    def _aligned(self, left: Term, right: Term, operator: str) -> tuple[Term, Term, tuple[int, int]]:
        """Both with room in one type."""
        before, after = (max(left.digits[i], right.digits[i]) for i in (0, 1))
        most = room((0, after), operator) - 1
        if self._narrow and before > most:
            before = most
            left, right = _narrowed(left, before, after), _narrowed(right, before, after)
        return left, right, (before, after)


def _parts(number: Term) -> tuple[Term, Term]:
    """What stands above and below the line."""
    return replace(number, under=None), number.under or _ONE


def _decimal(number: Term) -> Term:
    """A count as a decimal, so that no dialect reckons it in small integers; a constant stays as it is."""
    if not number.whole or isinstance(number.sql, exp.Literal | exp.Neg):
        return number
    before, after = number.digits
    return replace(number, sql=exp.cast(used(number.sql), f"DECIMAL({before}, {after})"), whole=False)


def _narrowed(number: Term, before: int, after: int | None = None) -> Term:
    if isinstance(number.sql, exp.Literal | exp.Neg):
        return number
    digits = (before, number.digits[1] if after is None else after)
    return replace(number, sql=exp.cast(used(number.sql), f"DECIMAL({sum(digits)}, {digits[1]})"), digits=digits)
