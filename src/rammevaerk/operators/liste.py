"""Lists: counting, adding up, and speaking of some, none, all or the latest of their elements."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from rammevaerk.diagnostics import Unreadable
from rammevaerk.facts.kinds import NUMBER, TEXT, Kind
from rammevaerk.model.expression import (
    AtLeast,
    Compare,
    Constant,
    Count,
    Element,
    Expression,
    Fact,
    Field,
    Latest,
    Listing,
    Not,
    Sum,
    Value,
)
from rammevaerk.operators.terms import ListTerm, Operand, Operator, Parameters, art_in_words, value_term, yes_no

_ONE: Final = Constant(Decimal(1))


def _list(operand: Operand) -> Listing:
    return _list_term(operand).narrowed(_list_term(operand).where)


def _list_term(operand: Operand) -> ListTerm:
    if isinstance(operand, ListTerm):
        return operand
    raise Unreadable(f"«{operand.words}» er ikke en liste", "skriv navnet på en liste, fx «evalueringer»")


def _count(_: Parameters, listing: Operand) -> tuple[Expression, Kind]:
    return Count(_list(listing)), NUMBER


def _field(operand: Operand) -> tuple[Field, Kind]:
    term = value_term(operand)
    if not isinstance(term.node, Field):
        raise Unreadable(f"«{term.words}» er ikke noget, listen oplyser", "skriv et af listens felter")
    return term.node, term.kind


def _sum(_: Parameters, field: Operand, listing: Operand) -> tuple[Expression, Kind]:
    node, kind = _field(field)
    if kind.art != "tal":
        raise Unreadable(f"«{field.words}» er {art_in_words(kind)} og kan ikke lægges sammen", "brug et felt med tal")
    return Sum(node, _list(listing)), Kind("tal", kind.unit)


def _at_least(_: Parameters, number: Operand, listing: Operand) -> tuple[Expression, Kind]:
    term = value_term(number)
    if term.kind != NUMBER:
        raise Unreadable(f"«{term.words}» er {art_in_words(term.kind)}, ikke et antal", "skriv et helt tal uden enhed")
    if isinstance(term.node, Constant) and not _countable(term.node.value):
        raise Unreadable(
            f"«{term.words}» er ikke et antal", "skriv et helt tal, mindst 1, eller «der er ingen blandt …»"
        )
    return yes_no(AtLeast(term.node, _list(listing)))


def _countable(value: Value) -> bool:
    return isinstance(value, Decimal) and value >= 1 and value == int(value)


def _none(_: Parameters, listing: Operand) -> tuple[Expression, Kind]:
    return yes_no(Not(AtLeast(_ONE, _list(listing))))


def _all(_: Parameters, listing: Operand) -> tuple[Expression, Kind]:
    """All is «none that does not»; whether a dated record exists stays outside the negation."""
    term = _list_term(listing)
    if term.where is None:
        raise Unreadable(f"«{listing.words}» mangler en betingelse", "skriv «gælder, at (…)»")
    return yes_no(Not(AtLeast(_ONE, term.narrowed(Not(term.where)))))


def _latest(_: Parameters, field: Operand, listing: Operand) -> tuple[Expression, Kind]:
    node, kind = _field(field)
    of = _list(listing)
    if not of.fact.fact.kind.dated:
        raise Unreadable(f"«{listing.words}» har ingen datoer, så ingen af dem er den seneste", "brug en anden liste")
    return Latest(node, of), kind


def _contains(_: Parameters, listing: Operand, item: Operand) -> tuple[Expression, Kind]:
    holder, value = value_term(listing), value_term(item)
    element = holder.kind.element
    if not isinstance(holder.node, Fact) or element is None:
        records = f"skriv «der er mindst 1 blandt {holder.words}, hvor (…)»"
        help_ = records if holder.kind.art == "liste" else f"skriv «{holder.words} er …»"
        raise Unreadable(f"«{holder.words}» er ikke en liste af tekster", help_)
    if value.kind.art != "tekst":
        raise Unreadable(f"«{value.words}» er {art_in_words(value.kind)}, ikke en tekst", "skriv den i anførselstegn")
    same = Compare("=", Element(TEXT), value.node)
    return yes_no(AtLeast(_ONE, Listing(holder.node, same)))


OPERATORS: Final = (
    Operator("antal", ("antal",), "list", _count),
    Operator("sum af", ("sum af",), "list", _sum),
    Operator("der er mindst", ("der er mindst",), "list", _at_least),
    Operator("der er ingen blandt", ("der er ingen blandt",), "list", _none),
    Operator("for alle", ("for alle",), "list", _all),
    Operator("i seneste", ("i seneste", "i den seneste", "i det seneste"), "pick", _latest),
    Operator("indeholder", ("indeholder",), "infix", _contains),
)
