"""The scope of a draft: what its names stand for before any sentence has been read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.facts.kinds import DATE
from rammevaerk.model.expression import Fact, Parameter, Today
from rammevaerk.names import spoken
from rammevaerk.operators.terms import KlausulTerm, RegisterTerm, Term
from rammevaerk.passes.draft import name_of
from rammevaerk.passes.naming import TODAY
from rammevaerk.passes.scope import Scope

if TYPE_CHECKING:
    from rammevaerk.model.expression import Value
    from rammevaerk.operators.terms import Operand
    from rammevaerk.passes.draft import Draft


def scope_of(draft: Draft) -> Scope:
    """The names of facts, parameters, registers and klausuler; the begreber come with the sentences."""
    facts = [*CATALOGUE.values(), *draft.egne.values()]
    rules = {*draft.below.regel, *(rule.text("id") for rule in draft.entries["regler"])}
    terms: dict[str, Operand] = {
        **{spoken(ref): KlausulTerm(ref, ref) for ref in sorted({*draft.klausuler, *rules})},
        **{
            spoken(p.name): Term(Parameter(p.name, origin=p.name), p.kind, p.name)
            for p in draft.parametre.values()
            if p.kind.art != "liste"
        },
        **{spoken(f.name): Term(Fact(f, origin=f.name), f.kind, f.name) for f in facts},
        **{spoken(b.name): Term(b.node, b.kind, b.name) for b in draft.below.begreber.values()},
        spoken(TODAY): Term(Today(origin=TODAY), DATE, TODAY),
    }
    registers = {spoken(r.name): RegisterTerm(_names(r.names), r.name) for r in draft.registre.values()}
    lists = {p.name: RegisterTerm(Parameter(p.name), p.name) for p in draft.parametre.values() if p.kind.art == "liste"}
    parameters = {name: p.kind for name, p in draft.parametre.items()}
    broken = frozenset(spoken(name_of(e)) for e in draft.entries["parametre"] if name_of(e) not in parameters)
    looked_up = {**registers, **{spoken(n): term for n, term in lists.items()}}
    return Scope(terms, looked_up, parameters, broken=broken)


def _names(names: tuple[str, ...]) -> tuple[Value, ...]:
    return names
