"""Likeness: values that are the same, and values that stand in a list or a register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Unreadable, did_you_mean
from rammevaerk.model.expression import Compare, Constant, Expression, Member, Or
from rammevaerk.operators.tal import negated
from rammevaerk.operators.terms import (
    Operand,
    Operator,
    Parameters,
    RegisterTerm,
    Term,
    art_in_words,
    same_unit,
    value_term,
    yes_no,
)

if TYPE_CHECKING:
    from rammevaerk.facts.kinds import Kind


def _alike(parameters: Parameters, left: Operand, right: Operand) -> tuple[Term, Term]:
    first, second = value_term(left), value_term(right)
    if "liste" in (first.kind.art, second.kind.art):
        words = first.words if first.kind.art == "liste" else second.words
        help_ = f"skriv «{words} indeholder …» eller «antal {words} er mindst 1»"
        raise Unreadable(f"«{words}» er en liste og kan ikke være én værdi", help_)
    if first.kind.art != second.kind.art:
        raise Unreadable(
            f"«{first.words}» er {art_in_words(first.kind)}, og «{second.words}» er {art_in_words(second.kind)}; "
            "de kan aldrig være ens",
            f"skriv «{second.words} er …»" if second.kind.art == "valg" else _how_to_match(first.kind),
        )
    for one, other in ((first, second), (second, first)):
        _check_option(one, other)
    return same_unit(parameters, first, second)


def _check_option(chosen: Term, word: Term) -> None:
    """A word compared with a valg must be one of its options, or the comparison is always false."""
    if chosen.kind.art != "valg" or not isinstance(word.node, Constant):
        return
    if word.node.value not in chosen.kind.options:
        help_ = did_you_mean(str(word.node.value), chosen.kind.options)
        allowed = "vælg mellem " + ", ".join(f"«{option}»" for option in chosen.kind.options)
        raise Unreadable(f"«{chosen.words}» kan ikke være «{word.node.value}»", help_ or allowed)


def _how_to_match(kind: Kind) -> str:
    return {
        "ja/nej": "skriv «er ja» eller «er nej»",
        "tal": "skriv et tal, med enhed hvis det er en mængde",
        "dato": "skriv en dato, fx 31.12.2025",
        "tekst": "skriv teksten i anførselstegn",
        "valg": "skriv en af mulighederne",
    }[kind.art]


def _same(parameters: Parameters, left: Operand, right: Operand) -> tuple[Expression, Kind]:
    first, second = _alike(parameters, left, right)
    return yes_no(Compare("=", first.node, second.node))


def _one_of(parameters: Parameters, item: Operand, *values: Operand) -> tuple[Expression, Kind]:
    pairs = [_alike(parameters, item, value) for value in values]
    constants = [value.node.value for _, value in pairs if isinstance(value.node, Constant)]
    if len(constants) == len(pairs):
        return yes_no(Member(pairs[0][0].node, tuple(constants)))
    return yes_no(Or(tuple(Compare("=", first.node, second.node) for first, second in pairs)))


def _in_register(_: Parameters, item: Operand, register: Operand) -> tuple[Expression, Kind]:
    term = value_term(item)
    if not isinstance(register, RegisterTerm):
        raise Unreadable(f"«{register.words}» er ikke et register", "skriv navnet på et af rammeværkets registre")
    if term.kind.art != "tekst":
        message = f"«{term.words}» er {art_in_words(term.kind)} og kan ikke slås op i et register"
        raise Unreadable(message, "slå en tekst op, fx et navn eller en by")
    return yes_no(Member(term.node, register.values))


OPERATORS: Final = (
    Operator("er", ("er", "="), "infix", _same),
    Operator("er ikke", ("er ikke", "≠", "!="), "infix", negated(_same)),
    Operator("er en af", ("er en af",), "among", _one_of),
    Operator("er ikke en af", ("er ikke en af",), "among", negated(_one_of)),
    Operator("findes i", ("findes i",), "infix", _in_register),
    Operator("findes ikke i", ("findes ikke i",), "infix", negated(_in_register)),
)
