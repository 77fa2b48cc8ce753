"""Scope: what each name stands for where a sentence stands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rammevaerk.diagnostics import Unreadable
from rammevaerk.facts.kinds import RESOURCE, TEXT, YES_NO, Kind, Oplysning
from rammevaerk.model.expression import (
    And,
    Compare,
    Element,
    Fact,
    Field,
    Listing,
    Not,
    Outcome,
    Parameter,
    Today,
)
from rammevaerk.model.portefoelje import AKTIVITETER, HANDLING, LIVES_UP
from rammevaerk.model.reads import RATES
from rammevaerk.names import spoken
from rammevaerk.operators.terms import ListTerm, Operand, RegisterTerm, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rammevaerk.model.klausul import Regel


@dataclass(frozen=True)
class Scope:
    """Every name's meaning; `fields` are those of the list at hand and hide the aktivitet's own."""

    terms: Mapping[str, Operand]
    registers: Mapping[str, RegisterTerm]
    parameters: Mapping[str, Kind]
    fields: Mapping[str, Term] = field(default_factory=dict)
    inside: str = ""
    broken: frozenset[str] = frozenset()
    """Parameters and begreber that have a fault themselves: told of there, not where they are used."""
    aktivitet: Scope | None = None
    """Where a sentence is about the portfolio: what its conditions may say of one aktivitet."""

    def find(self, name: str) -> Operand | None:
        """What the name means here, or None."""
        form = spoken(name)
        return self.fields.get(form) or self.terms.get(form) or self.registers.get(form)

    def with_terms(self, terms: Mapping[str, Operand]) -> Scope:
        """The scope with more names."""
        return replace(self, terms={**self.terms, **terms})

    def within(self, fact: Oplysning) -> Scope:
        """The scope of a condition on one element of the list."""
        if self.aktivitet:
            return replace(self.aktivitet, fields=self.aktivitet.facts, inside=fact.name)
        fields = {spoken(f.name): Term(Field(f, origin=f.name), f.kind, f.name) for f in fact.kind.fields}
        if fact.kind.element:
            fields = {
                spoken(fact.singular): Term(Element(fact.kind.element, origin=fact.singular), TEXT, fact.singular)
            }
        return replace(self, fields=fields, inside=fact.name)

    @property
    def facts(self) -> Mapping[str, Term]:
        """The facts that are no lists."""
        terms = {form: term for form, term in self.terms.items() if isinstance(term, Term)}
        return {form: t for form, t in terms.items() if isinstance(t.node, Fact) and t.kind.art != "liste"}

    @property
    def fixed(self) -> Mapping[str, Term]:
        """What is the same for every aktivitet: parameters and the vurderingsdato."""
        terms = {form: term for form, term in self.terms.items() if isinstance(term, Term)}
        return {form: term for form, term in terms.items() if isinstance(term.node, Parameter | Today)}


def portefoelje_scope(scope: Scope, regler: Iterable[Regel]) -> Scope:
    """What a sentence about the portfolio may say: the list of aktiviteter, and of each what a rule on it may say."""
    breached = (Outcome(r.id, "ikke opfyldt") for r in regler if r.styrke == "skal" and not r.om_rammen)
    lives_up = And(tuple(Not(one) for one in breached), origin=LIVES_UP)
    handling = Term(Fact(HANDLING, origin=HANDLING.name), HANDLING.kind, HANDLING.name)
    aktivitet = scope.with_terms({spoken(LIVES_UP): Term(lives_up, YES_NO, LIVES_UP), spoken(HANDLING.name): handling})
    listed = Term(Fact(AKTIVITETER, origin=AKTIVITETER.name), AKTIVITETER.kind, AKTIVITETER.name)
    return replace(scope, terms={**scope.fixed, spoken(AKTIVITETER.name): listed}, aktivitet=aktivitet)


def list_term(scope: Scope, name: str) -> ListTerm:
    """A list by its name. Of a dated list only what has happened by the vurderingsdato exists."""
    term = scope.terms.get(spoken(name))
    if not isinstance(term, Term) or not isinstance(term.node, Fact) or term.kind.art != "liste":
        known = isinstance(term, Term)
        message = f"«{name}» er ikke en liste" if known else f"ukendt liste «{name}»"
        raise Unreadable(message, "skriv navnet på en liste, fx «evalueringer»")
    dated = next((f for f in term.kind.fields if f.key == "dato"), None)
    exists = Compare("≤", Field(dated), Today()) if dated else None
    return ListTerm(Listing(term.node), name, exists)


def in_kroner(scope: Scope, term: Operand) -> Operand:
    """An amount that may be money or working time is read in kr., which takes the three rates."""
    if not isinstance(term, Term) or term.kind.unit != RESOURCE:
        return term
    missing = [name for name, unit in RATES.items() if scope.parameters.get(name) != Kind("tal", unit)]
    if missing:
        wanted = ", ".join(f"«{name}» ({RATES[name]})" for name in missing)
        raise Unreadable(
            f"«{term.words}» kan være kr., EUR, timer eller årsværk og kan ikke måles uden omregning",
            f"tilføj under parametre, med dato: {wanted}",
        )
    return replace(term, kind=Kind("tal", "kr."))
