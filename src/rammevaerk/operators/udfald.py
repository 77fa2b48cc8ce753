"""Outcomes of other clauses, and whether a fact is known at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from rammevaerk.diagnostics import Unreadable
from rammevaerk.model.expression import Expression, Known, Outcome
from rammevaerk.operators.tal import negated
from rammevaerk.operators.terms import KlausulTerm, Operand, Operator, Parameters, fact_term, yes_no

if TYPE_CHECKING:
    from collections.abc import Callable

    from rammevaerk.facts.kinds import Kind


def _outcome(
    udfald: Literal["opfyldt", "ikke opfyldt", "uafklaret"],
) -> Callable[[Parameters, Operand], tuple[Expression, Kind]]:
    def build(_: Parameters, klausul: Operand) -> tuple[Expression, Kind]:
        if not isinstance(klausul, KlausulTerm):
            help_ = "kun klausuler og regler kan være opfyldt; skriv klausulens nummer"
            raise Unreadable(f"«{klausul.words}» er ikke en klausul", help_)
        return yes_no(Outcome(klausul.ref, udfald))

    return build


def _known(_: Parameters, fact: Operand) -> tuple[Expression, Kind]:
    return yes_no(Known(fact_term(fact)))


OPERATORS: Final = (
    Operator("er opfyldt", ("er opfyldt",), "postfix", _outcome("opfyldt")),
    Operator("er ikke opfyldt", ("er ikke opfyldt",), "postfix", _outcome("ikke opfyldt")),
    Operator("er uafklaret", ("er uafklaret",), "postfix", _outcome("uafklaret")),
    Operator("er oplyst", ("er oplyst",), "postfix", _known),
    Operator("er uoplyst", ("er uoplyst", "er ikke oplyst"), "postfix", negated(_known)),
)
