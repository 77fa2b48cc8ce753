"""Numbers and amounts: order and exact arithmetic, and the arithmetic of dates."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal

from rammevaerk.diagnostics import Unreadable
from rammevaerk.facts.kinds import DATE, Kind
from rammevaerk.facts.units import CALENDAR_UNITS, unit_product, unit_quotient
from rammevaerk.model.expression import And, Arithmetic, Compare, Constant, Expression, Not
from rammevaerk.operators.terms import (
    Operand,
    Operator,
    Parameters,
    Term,
    art_in_words,
    same_unit,
    value_term,
    yes_no,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def ordered(parameters: Parameters, left: Operand, right: Operand) -> tuple[Expression, Expression]:
    """The nodes of two terms that can stand in an order: two numbers of one unit, or two dates."""
    first, second = value_term(left), value_term(right)
    if first.kind.art != second.kind.art or first.kind.art not in ("tal", "dato"):
        raise Unreadable(
            f"«{first.words}» er {art_in_words(first.kind)}, og «{second.words}» er {art_in_words(second.kind)}; "
            "de har ingen rækkefølge",
            "sammenlign tal med tal og datoer med datoer",
        )
    first, second = same_unit(parameters, first, second)
    return first.node, second.node


def _at_least(parameters: Parameters, left: Operand, right: Operand) -> tuple[Expression, Kind]:
    high, low = ordered(parameters, left, right)
    return yes_no(Compare("≤", low, high))


def _at_most(parameters: Parameters, left: Operand, right: Operand) -> tuple[Expression, Kind]:
    return yes_no(Compare("≤", *ordered(parameters, left, right)))


def _more(parameters: Parameters, left: Operand, right: Operand) -> tuple[Expression, Kind]:
    high, low = ordered(parameters, left, right)
    return yes_no(Compare("<", low, high))


def _less(parameters: Parameters, left: Operand, right: Operand) -> tuple[Expression, Kind]:
    return yes_no(Compare("<", *ordered(parameters, left, right)))


def _between(parameters: Parameters, item: Operand, low: Operand, high: Operand) -> tuple[Expression, Kind]:
    value, least = ordered(parameters, item, low)
    above = Compare("≤", least, value)
    below = Compare("≤", *ordered(parameters, item, high))
    return yes_no(And((above, below)))


def _number(term: Term) -> Term:
    if term.kind.art != "tal":
        raise Unreadable(f"«{term.words}» er {art_in_words(term.kind)}; der kan ikke regnes med den", "brug et tal")
    return term


def _whole_calendar(unit: str, first: Term, second: Term, *, times: bool) -> None:
    """Refuse calendar time that may not be whole: half a month is no date, and no amount of days or months is one."""
    if unit not in CALENDAR_UNITS:
        return
    others = [term for term in (first, second) if term.kind.unit != unit]
    if times and len(others) == 1 and not others[0].kind.unit and _whole_constant(others[0].node):
        return
    help_ = "gang kun med et helt tal, eller skriv det færdige antal som en parameter"
    message = f"«{first.words}» og «{second.words}» giver måske ikke et helt antal {unit}"
    raise Unreadable(message, help_)


def _whole_constant(node: Expression) -> bool:
    return isinstance(node, Constant) and isinstance(node.value, Decimal) and node.value == int(node.value)


def _with_date(op: Literal["+", "-"], left: Term, right: Term) -> tuple[Expression, Kind]:
    if left.kind.art == right.kind.art == "dato" and op == "-":
        return Arithmetic("-", left.node, right.node, "difference"), Kind("tal", "dage")
    if left.kind.art == "dato" and right.kind.unit == "dage":
        return Arithmetic(op, left.node, right.node, "dage"), DATE
    if left.kind.art == "dato" and right.kind.unit == "måneder":
        return Arithmetic(op, left.node, right.node, "måneder"), DATE
    raise Unreadable(
        f"«{left.words}» er {art_in_words(left.kind)}, og «{right.words}» er {art_in_words(right.kind)}; "
        "de kan ikke lægges sammen eller trækkes fra",
        "en dato kan flyttes med dage, uger, måneder eller år, fx «start + 12 måneder»",
    )


def _sum_or_difference(op: Literal["+", "-"]) -> Callable[..., tuple[Expression, Kind]]:
    def build(parameters: Parameters, left: Operand, right: Operand) -> tuple[Expression, Kind]:
        first, second = value_term(left), value_term(right)
        if "dato" in (first.kind.art, second.kind.art):
            return _with_date(op, first, second)
        first, second = same_unit(parameters, _number(first), _number(second))
        return Arithmetic(op, first.node, second.node), Kind("tal", first.kind.unit)

    return build


def _product(_: Parameters, left: Operand, right: Operand) -> tuple[Expression, Kind]:
    first, second = _number(value_term(left)), _number(value_term(right))
    unit = unit_product(first.kind.unit, second.kind.unit)
    _whole_calendar(unit, first, second, times=True)
    return Arithmetic("*", first.node, second.node), Kind("tal", unit)


def _quotient(_: Parameters, left: Operand, right: Operand) -> tuple[Expression, Kind]:
    first, second = _number(value_term(left)), _number(value_term(right))
    unit = unit_quotient(first.kind.unit, second.kind.unit)
    _whole_calendar(unit, first, second, times=False)
    return Arithmetic("/", first.node, second.node), Kind("tal", unit)


def negated(build: Callable[..., tuple[Expression, Kind]]) -> Callable[..., tuple[Expression, Kind]]:
    """The operator that is true exactly where `build`'s is false."""

    def negation(parameters: Parameters, *operands: Operand) -> tuple[Expression, Kind]:
        node, _ = build(parameters, *operands)
        return yes_no(Not(node))

    return negation


OPERATORS: Final = (
    Operator("er mindst", ("er mindst", "er ikke under", ">=", "≥"), "infix", _at_least),
    Operator("er højst", ("er højst", "er ikke over", "<=", "≤"), "infix", _at_most),
    Operator("er mere end", ("er mere end", "er over", ">"), "infix", _more),
    Operator("er mindre end", ("er mindre end", "er under", "<"), "infix", _less),
    Operator("ligger mellem", ("ligger mellem",), "between", _between),
    Operator("+", ("+",), "plus", _sum_or_difference("+")),
    Operator("-", ("-", "−"), "plus", _sum_or_difference("-")),
    Operator("*", ("*", "×", "·"), "times", _product),
    Operator("/", ("/",), "times", _quotient),
)
