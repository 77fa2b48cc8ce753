"""Exact arithmetic: decimals that are never rounded, and fractions where a quotient is no decimal."""

from __future__ import annotations

from decimal import Context, Decimal, Inexact, InvalidOperation
from fractions import Fraction
from typing import Final

Number = Decimal | Fraction | int

EXACT: Final = Context(prec=10_000, traps=[Inexact, InvalidOperation])
"""No sum or product of readable amounts is ever rounded; if one were, it would raise and not answer."""


def _alike(left: Number, right: Number) -> tuple[Number, Number]:
    """Both as fractions when one is, for decimals and fractions do not mix."""
    if isinstance(left, Fraction) or isinstance(right, Fraction):
        return Fraction(left), Fraction(right)
    return left, right


def plus(left: Number, right: Number) -> Number:
    """The exact sum."""
    one, other = _alike(left, right)
    return one + other  # type: ignore[operator] # alike now


def minus(left: Number, right: Number) -> Number:
    """The exact difference."""
    one, other = _alike(left, right)
    return one - other  # type: ignore[operator] # alike now


def times(left: Number, right: Number) -> Number:
    """The exact product."""
    one, other = _alike(left, right)
    return one * other  # type: ignore[operator] # alike now


def divided(left: Number, right: Number) -> Fraction | None:
    """The exact quotient. What is divided by nothing is unknown: no fact could make it a number."""
    return Fraction(left) / Fraction(right) if right else None
