"""Dates: the words that a date is compared with in ordinary Danish."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rammevaerk.diagnostics import Unreadable
from rammevaerk.facts.kinds import Kind
from rammevaerk.model.expression import Compare, Expression
from rammevaerk.operators.terms import Operand, Operator, Parameters, art_in_words, value_term, yes_no

Build = Callable[..., tuple[Expression, Kind]]


def _date(operand: Operand) -> Expression:
    term = value_term(operand)
    if term.kind.art != "dato":
        numbers = "brug «er mindst», «er højst», «er mere end» eller «er mindre end» om tal"
        help_ = numbers if term.kind.art == "tal" else "sammenlign en dato med en dato, fx 31.12.2025"
        raise Unreadable(f"«{term.words}» er {art_in_words(term.kind)}, ikke en dato", help_)
    return term.node


def _before(_: Parameters, left: Operand, right: Operand) -> tuple[Expression, Kind]:
    return yes_no(Compare("<", _date(left), _date(right)))


def _after(_: Parameters, left: Operand, right: Operand) -> tuple[Expression, Kind]:
    return yes_no(Compare("<", _date(right), _date(left)))


def _no_later(_: Parameters, left: Operand, right: Operand) -> tuple[Expression, Kind]:
    return yes_no(Compare("≤", _date(left), _date(right)))


def _no_earlier(_: Parameters, left: Operand, right: Operand) -> tuple[Expression, Kind]:
    return yes_no(Compare("≤", _date(right), _date(left)))


OPERATORS: Final = (
    Operator("er før", ("er før",), "infix", _before),
    Operator("er efter", ("er efter",), "infix", _after),
    Operator("er senest", ("er senest",), "infix", _no_later),
    Operator("er tidligst", ("er tidligst",), "infix", _no_earlier),
)
