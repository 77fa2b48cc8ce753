"""What operators are made of: typed terms in, a typed term out, and the table's own shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from rammevaerk.diagnostics import Unreadable
from rammevaerk.facts.kinds import YES_NO, Kind
from rammevaerk.model.expression import And, Arithmetic, Expression, Fact, Listing, Parameter, Value

Shape = Literal["and", "or", "not", "infix", "postfix", "among", "between", "plus", "times", "list", "pick"]


@dataclass(frozen=True, slots=True)
class Term:
    """A typed expression and the words it was written with."""

    node: Expression
    kind: Kind
    words: str


@dataclass(frozen=True, slots=True)
class RegisterTerm:
    """A register or a list parameter, as the right side of `findes i`."""

    values: tuple[Value, ...] | Parameter
    words: str


@dataclass(frozen=True, slots=True)
class KlausulTerm:
    """A klausul or regel, as the left side of `er opfyldt`."""

    ref: str
    words: str


@dataclass(frozen=True, slots=True)
class ListTerm:
    """The elements of a list: those that `exists` on the vurderingsdato, narrowed by `where`."""

    node: Listing
    words: str
    exists: Expression | None = None
    where: Expression | None = None

    def narrowed(self, where: Expression | None) -> Listing:
        """The elements that exist and for which `where` holds."""
        parts = tuple(part for part in (self.exists, where) if part is not None)
        return replace(self.node, where=And(parts) if len(parts) > 1 else next(iter(parts), None))


Operand = Term | RegisterTerm | KlausulTerm | ListTerm
Parameters = Mapping[str, Kind]
"""The kinds of the rammeværk's parameters, by name: conversions go through three of them."""


@dataclass(frozen=True, slots=True)
class Operator:
    """An operator of the language: its words (the first is printed), its shape, its kinds and its lowering.

    `build` takes the rammeværk's parameters and the operands, raises `Unreadable` when their kinds do not fit,
    and answers the core expression with its kind.
    """

    name: str
    words: tuple[str, ...]
    shape: Shape
    build: Callable[..., tuple[Expression, Kind]]


def art_in_words(kind: Kind) -> str:
    """What a kind is called in a message."""
    if kind.art == "tal" and kind.unit:
        return f"en mængde i {kind.unit}"
    names = {"ja/nej": "ja eller nej", "tal": "et tal", "dato": "en dato", "tekst": "en tekst"}
    return names.get(kind.art) or {"valg": "et valg", "liste": "en liste"}[kind.art]


def value_term(operand: Operand) -> Term:
    """The operand as a value; a register, a klausul or a narrowed list is none."""
    if isinstance(operand, Term):
        return operand
    if isinstance(operand, KlausulTerm):
        raise Unreadable(f"«{operand.words}» er en klausul, ikke en oplysning", f"skriv «{operand.words} er opfyldt»")
    if isinstance(operand, RegisterTerm):
        raise Unreadable(f"«{operand.words}» er et register", f"skriv «… findes i {operand.words}»")
    raise Unreadable(f"«{operand.words}» er en liste", f"skriv «antal {operand.words}»")


_CLAIMS: Final = {
    "tal": "{} er mindst …",
    "dato": "{} er efter 31.12.2025",
    "tekst": '{} er "…"',
    "valg": "{} er …",
    "liste": "antal {} er mindst 1",
}


def condition_term(operand: Operand) -> Term:
    """The operand as a condition: something that is yes or no."""
    term = value_term(operand)
    if term.kind.art != "ja/nej":
        help_ = f"skriv fx «{_CLAIMS[term.kind.art].format(term.words)}»"
        raise Unreadable(f"«{term.words}» er {art_in_words(term.kind)}, ikke en betingelse", help_)
    return term


_RATES: Final = {"timer": ("timepris", "kr."), "EUR": ("eurokurs", "kr."), "årsværk": ("årsværk i timer", "timer")}


def _exchanged(parameters: Parameters, term: Term) -> Term:
    """One step towards kr.: working time and euro go only through the rammeværk's own dated parameters."""
    rate, unit = _RATES[term.kind.unit]
    if rate not in parameters:
        raise Unreadable(
            f"«{term.words}» er {art_in_words(term.kind)} og kan kun regnes om med parameteren «{rate}»",
            f"tilføj «{rate}» under parametre, med dato",
        )
    return Term(Arithmetic("*", term.node, Parameter(rate)), Kind("tal", unit), term.words)


def same_unit(parameters: Parameters, left: Term, right: Term) -> tuple[Term, Term]:
    """Both amounts in one unit, through declared parameters where the units differ."""
    steps = {"årsværk": 2, "timer": 1, "EUR": 1}
    while left.kind.unit != right.kind.unit:
        first, second = steps.get(left.kind.unit, 0), steps.get(right.kind.unit, 0)
        others = {left.kind.unit, right.kind.unit} - set(_RATES) - {"kr."}
        if others:
            raise Unreadable(*_no_common_unit(left, right))
        if first >= second:
            left = _exchanged(parameters, left)
        else:
            right = _exchanged(parameters, right)
    return left, right


def _no_common_unit(left: Term, right: Term) -> tuple[str, str]:
    message = (
        f"«{left.words}» er {art_in_words(left.kind)}, og «{right.words}» er {art_in_words(right.kind)}; "
        "de kan ikke måles mod hinanden"
    )
    if {left.kind.unit, right.kind.unit} == {"dage", "måneder"}:
        return message, "en måned er ikke et fast antal dage; skriv begge i dage eller begge i måneder"
    if "" in {left.kind.unit, right.kind.unit}:
        return message, "skriv tallet med enhed, fx «12 måneder» eller «1.000 kr.»"
    return message, "brug den samme slags enhed på begge sider"


def fact_term(operand: Operand) -> Fact:
    """The operand as a fact of the aktivitet; nothing else can be «oplyst»."""
    term = value_term(operand)
    if not isinstance(term.node, Fact):
        raise Unreadable(f"«{term.words}» er ikke en oplysning om aktiviteten", "kun en oplysning kan være oplyst")
    return term.node


def yes_no(node: Expression) -> tuple[Expression, Kind]:
    """A condition's node with its kind."""
    return node, YES_NO
