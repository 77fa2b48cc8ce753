"""SQL expressions with what is known of them: where they can be worked out, whether they can be NULL, their digits."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Literal

from sqlglot import exp

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.facts.unit_table import plain
from rammevaerk.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rammevaerk.model.spor import Found

Dialekt = Literal["duckdb", "postgres", "tsql", "spark"]

NOWHERE: Final = -1
"""The level of what reads no row of an aktivitet: constants, and fields of the record at hand."""
BOOLEAN: Final = "boolean"
"""Marks a column that holds a yes or no, for dialects that have no such values."""
_COUNTED: Final = (10, 0)
"""Digits of a count or a number of days."""
_NO_LETTER: Final = re.compile(r"[^0-9a-z_]")
_LONGEST: Final = 38
"""The digits of the widest decimal that every dialect has."""


@dataclass(frozen=True, slots=True)
class Term:
    """An expression. A number that is a fraction has its positive divisor in `under`."""

    sql: exp.Expr
    level: int = NOWHERE
    """The stage of the query whose rows it reads; it can be worked out in the next one."""
    sure: bool = False
    """Never NULL."""
    digits: tuple[int, int] = (0, 0)
    """Of a number: at most so many before the comma and after it."""
    whole: bool = False
    """An integer of the database's own, no decimal."""
    under: Term | None = None

    @property
    def is_null(self) -> bool:
        """Whether it is known beforehand to be unknown."""
        return isinstance(self.sql, exp.Null) or (
            isinstance(self.sql, exp.Cast) and isinstance(self.sql.this, exp.Null)
        )

    @property
    def settled(self) -> bool | None:
        """The answer where it is known beforehand."""
        return bool(self.sql.this) if isinstance(self.sql, exp.Boolean) else None


def known_as(name: str, dialekt: Dialekt) -> str:
    """What a table or view is called: its name, but folded for Spark, which takes no other letters there."""
    return _NO_LETTER.sub("_", fold(name)) if dialekt == "spark" else name


def used(sql: exp.Expr) -> exp.Expr:
    """The expression for a place in another: itself the first time, for it stands in one tree only, else a copy."""
    return sql if sql.parent is None else sql.copy()


def column(name: str, table: str = "", *, boolean: bool = False) -> exp.Column:
    """A column by its name, which is always quoted."""
    found = exp.column(name, table=table or None, quoted=True)
    found.set(BOOLEAN, boolean)
    return found


def literal(value: Found, level: int = NOWHERE) -> Term:
    """A value known beforehand; None is a NULL."""
    match value:
        case None:
            return Term(exp.Null(), level)
        case bool():
            return Term(exp.Boolean(this=value), level, sure=True)
        case str():
            return Term(exp.Literal.string(value), level, sure=True)
        case date():
            return Term(exp.cast(exp.Literal.string(value.isoformat()), "DATE"), level, sure=True)
        case Fraction() if value.denominator != 1:
            return replace(_number(Decimal(value.numerator)), under=_number(Decimal(value.denominator)))
        case Fraction():
            return _number(Decimal(value.numerator))
        case Decimal() | int():
            return _number(Decimal(value))
    raise TypeError(value)


def _number(value: Decimal) -> Term:
    exact = plain(value)
    text = f"{abs(exact):f}"
    before, _, after = text.partition(".")
    digits = exp.Literal.number(text)
    whole = not after and len(before) <= _COUNTED[0] - 1
    sql = exp.Neg(this=digits) if exact < 0 else digits
    return Term(sql, sure=True, digits=(len(before), len(after)), whole=whole)


def counted(sql: exp.Expr, level: int, *, sure: bool = True) -> Term:
    """A count, or a number of days."""
    return Term(sql, level, sure, _COUNTED, whole=True)


def case(*cases: tuple[exp.Expr, exp.Expr], default: exp.Expr | None = None) -> exp.Expr:
    """The first of the results whose condition holds; NULL where none does and there is no `default`."""
    ifs = [exp.If(this=used(when), true=used(then)) for when, then in cases if when != exp.false()]
    if not ifs:
        return exp.Null() if default is None else used(default)
    return exp.Case(ifs=ifs, default=None if default is None else used(default))


def is_null(sql: exp.Expr) -> exp.Expr:
    """Whether it is unknown; a negation is where what it negates is."""
    return exp.Is(this=grouped(sql.this if isinstance(sql, exp.Not) else sql), expression=exp.Null())


def is_known(sql: exp.Expr) -> exp.Expr:
    """Whether it is known."""
    return exp.Not(this=is_null(sql))


def negated(sql: exp.Expr) -> exp.Expr:
    """Kleene's not; of a negation, what it negates."""
    if isinstance(sql, exp.Boolean):
        return exp.Boolean(this=not sql.this)
    return used(sql.this) if isinstance(sql, exp.Not) else exp.Not(this=grouped(sql))


def grouped(sql: exp.Expr) -> exp.Expr:
    """The expression in parentheses where it needs them."""
    whole = exp.Column | exp.Literal | exp.Func | exp.Paren | exp.Null | exp.Boolean | exp.Cast
    # sqlglot counts a connector among the functions.
    return used(sql) if isinstance(sql, whole) and not isinstance(sql, exp.Connector) else exp.Paren(this=used(sql))


def compared(op: str, left: exp.Expr, right: exp.Expr) -> exp.Expr:
    """A comparison of two values."""
    kinds = {"=": exp.EQ, "<": exp.LT, "≤": exp.LTE, ">": exp.GT, "≥": exp.GTE}
    return kinds[op](this=grouped(left), expression=grouped(right))


def every(parts: Sequence[exp.Expr]) -> exp.Expr:
    """Kleene's and, of none true."""
    return _chain(parts, exp.And, neutral=True)


def some(parts: Sequence[exp.Expr]) -> exp.Expr:
    """Kleene's or, of none false."""
    return _chain(parts, exp.Or, neutral=False)


def _chain(parts: Sequence[exp.Expr], join: type[exp.And | exp.Or], *, neutral: bool) -> exp.Expr:
    """Kleene's chain. What is known beforehand to leave it as it is stays out, and what settles it stands alone."""
    known = [part.this for part in parts if isinstance(part, exp.Boolean)]
    if (not neutral) in known:
        return exp.Boolean(this=not neutral)
    rest = list({part.sql(copy=False): part for part in parts if not isinstance(part, exp.Boolean)}.values())
    if not rest:
        return exp.Boolean(this=neutral)
    found = used(rest[0]) if len(rest) == 1 else grouped(rest[0])
    for part in rest[1:]:
        found = join(this=found, expression=grouped(part))
    return found


class Inexact(Exception):  # noqa: N818 - no fault of the program; who knows the klausul makes the Diagnostic
    """What this engine cannot answer exactly: the operator, and why."""


@contextmanager
def named(klausul: str) -> Iterator[None]:
    """Refuse what cannot be answered exactly by the klausul it stands in."""
    try:
        yield
    except Inexact as inexact:
        operator, why = inexact.args
        message = f"{klausul}: motoren «columnar» kan ikke {operator} nøjagtigt: {why}"
        help_ = "skriv betingelsen enklere, eller vurdér aktiviteterne en ad gangen"
        raise Refused([Diagnostic("M006", message, help_)]) from None


def room(digits: tuple[int, int], operator: str) -> int:
    """How many digits may stand before the comma. Raises `Inexact` where there is no room for those after it."""
    left = _LONGEST - digits[1]
    if left < 1:
        raise Inexact(operator, f"resultatet har {digits[1]} decimaler")
    return left
