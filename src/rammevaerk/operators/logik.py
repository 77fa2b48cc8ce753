"""og, eller, ikke."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rammevaerk.model.expression import And, Expression, Not, Or
from rammevaerk.operators.terms import Operand, Operator, Parameters, condition_term, yes_no

if TYPE_CHECKING:
    from rammevaerk.facts.kinds import Kind


def _and(_: Parameters, *parts: Operand) -> tuple[Expression, Kind]:
    return yes_no(And(tuple(condition_term(part).node for part in parts)))


def _or(_: Parameters, *parts: Operand) -> tuple[Expression, Kind]:
    return yes_no(Or(tuple(condition_term(part).node for part in parts)))


def _not(_: Parameters, part: Operand) -> tuple[Expression, Kind]:
    return yes_no(Not(condition_term(part).node))


OPERATORS = (
    Operator("og", ("og",), "and", _and),
    Operator("eller", ("eller",), "or", _or),
    Operator("ikke", ("ikke",), "not", _not),
)
