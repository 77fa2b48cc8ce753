"""Conditions: every sentence of the rule files parsed and elaborated; rules and indstillinger as typed data."""

from __future__ import annotations

from dataclasses import fields, replace
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Final, cast

from rammevaerk.diagnostics import Unreadable, did_you_mean
from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.language.lexer import words
from rammevaerk.language.parse import LONGEST, SentenceFault, parse
from rammevaerk.model.expression import Node
from rammevaerk.model.klausul import Begreb, Handling, Indstillingsregel, Klausul, Regel
from rammevaerk.names import spoken
from rammevaerk.operators.terms import Operand, Term, condition_term
from rammevaerk.passes.declarations import read_periode, refuse_klausul
from rammevaerk.passes.draft import Condition, Draft, name_of, name_span, shortened
from rammevaerk.passes.elaborate import Elaborator
from rammevaerk.passes.scoping import scope_of
from rammevaerk.passes.sentences import read_tekst

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rammevaerk.documents import Scalar
    from rammevaerk.model.expression import Expression
    from rammevaerk.passes.scope import Scope
    from rammevaerk.rulefiles.document import Entry


def decide(draft: Draft) -> Draft:
    """The draft with its rules and indstillinger."""
    _refuse_unknown_questions(draft)
    scope = _with_begreber(draft, scope_of(draft))
    conditions: list[Condition] = []
    rules = [_regel(draft, entry, scope, conditions) for entry in draft.entries["regler"]]
    advice = [_indstilling(draft, entry, scope, conditions) for entry in draft.entries["indstillinger"]]
    return replace(
        draft,
        regler=tuple(rule for rule in rules if rule),
        indstillinger=tuple(one for one in advice if one),
        conditions=tuple(conditions),
        begreber={**draft.below.begreber, **{begreb.name: begreb for begreb in _begreber(draft, scope)}},
        scope=scope,
    )


def _begreber(draft: Draft, scope: Scope) -> Iterator[Begreb]:
    """The begreber that stand for a value or a condition; one that stands for a list is no part of the model."""
    for entry in draft.entries["begreber"]:
        term = scope.terms.get(spoken(name_of(entry)))
        if isinstance(term, Term):
            yield Begreb(name_of(entry), term.node, term.kind, entry.text("fortolkning"))


def _refuse_unknown_questions(draft: Draft) -> None:
    """A question is asked for a fact: the common ones and the rammeværk's own."""
    facts = [*CATALOGUE, *draft.egne]
    forms = {spoken(fact) for fact in facts}
    for entry in draft.entries["spørgsmål"]:
        if spoken(name_of(entry)) not in forms:
            help_ = did_you_mean(name_of(entry), facts) or "skriv navnet på en oplysning"
            draft.fault("R012", f"ukendt oplysning «{shortened(name_of(entry))}»", help_, name_span(entry))


def _with_begreber(draft: Draft, scope: Scope) -> Scope:
    """The scope with every begreb, each defined after those it uses."""
    begreber = {spoken(name_of(e)): e for e in draft.entries["begreber"] if "er" in e.scalars}
    uses = {form: _uses(draft, entry, set(begreber)) for form, entry in begreber.items()}
    in_rings = _refuse_rings(draft, begreber, uses)
    scope = replace(scope, broken=scope.broken | in_rings)
    for form in TopologicalSorter({f: used for f, used in uses.items() if f not in in_rings}).static_order():
        if form in in_rings:
            continue
        found = read_sentence(draft, begreber[form].scalars["er"], scope)
        if found is None:
            scope = replace(scope, broken=scope.broken | {form})
        else:
            scope = scope.with_terms({form: _named(found, name_of(begreber[form]))})
    return scope


def _refuse_rings(draft: Draft, begreber: Mapping[str, Entry], uses: Mapping[str, list[str]]) -> frozenset[str]:
    """The begreber that explain each other; each ring is told of once."""
    in_rings: set[str] = set()
    while True:
        try:
            TopologicalSorter({f: used for f, used in uses.items() if f not in in_rings}).prepare()
        except CycleError as error:
            ring = [begreber[form] for form in reversed(error.args[1])]
            first = min(ring, key=lambda entry: entry.span)
            at = ring.index(first)
            names = " → ".join(f"«{name_of(e)}»" for e in (*ring[at:-1], *ring[:at], first))
            help_ = "lad et begreb bygge på oplysninger eller på andre begreber, ikke på sig selv"
            draft.fault("R018", f"begreberne forklarer hinanden i ring: {names}", help_, first.span)
            in_rings |= set(error.args[1])
        else:
            return frozenset(in_rings)


def _named(operand: Operand, name: str) -> Operand:
    """A begreb is spoken of by its own name."""
    if isinstance(operand, Term):
        return Term(replace(operand.node, origin=name), operand.kind, name)
    return operand


def _uses(draft: Draft, entry: Entry, names: set[str]) -> list[str]:
    said = words(entry.scalars["er"].text[:LONGEST], draft.vocabulary)
    return [form for form in (spoken(word.text) for word in said if word.kind == "NAME") if form in names]


def read_sentence(draft: Draft, scalar: Scalar, scope: Scope) -> Operand | None:
    """A sentence's meaning; None when it has a fault, which is then told at its place."""
    try:
        tree = parse(scalar.text, draft.vocabulary)
    except SentenceFault as fault:
        draft.unreadable(fault.code, fault.unreadable, scalar.at(fault.at))
        return None

    def report(code: str, error: Unreadable, at: int) -> None:
        draft.unreadable(code, error, scalar.at(at))

    found = Elaborator(draft.vocabulary, report).elaborate(tree, scope)
    if isinstance(found, Term) and _too_large(found.node):
        message = "sætningen bliver for indviklet, når begreberne sættes ind"
        draft.fault("R030", message, "brug færre begreber inden i hinanden", scalar.span)
        return None
    return found


MOST_NODES: Final = 2_000
DEEPEST_NODE: Final = 100


def parts_of(node: Node) -> Iterator[Node]:
    """What stands right below a node."""
    for name in (f.name for f in fields(node)):
        value = getattr(node, name)
        yield from (part for part in (value if isinstance(value, tuple) else (value,)) if isinstance(part, Node))


def _too_large(node: Node) -> bool:
    """Whether a condition with all its begreber in place is more than an engine should walk."""
    waiting: list[tuple[Node, int]] = [(node, 1)]
    for _ in range(MOST_NODES):
        if not waiting:
            return False
        here, depth = waiting.pop()
        if depth > DEEPEST_NODE:
            return True
        waiting += ((part, depth + 1) for part in parts_of(here))
    return bool(waiting)


def read_condition(  # noqa: PLR0913 - a sentence, what its names mean, and what it is a part of
    draft: Draft, entry: Entry, key: str, scope: Scope, conditions: list[Condition], *, part: str = "en regel"
) -> Expression | None:
    """The condition under a key, noted among the others; None when there is none or it has a fault."""
    scalar = entry.scalars.get(key)
    found = read_sentence(draft, scalar, scope) if scalar else None
    if scalar is None or found is None:
        return None
    try:
        term = condition_term(found)
    except Unreadable as error:
        draft.unreadable("R020", error, scalar.span)
        return None
    conditions.append(Condition(term.node, scalar.span, entry.text("handling"), part))
    return term.node


def _regel(draft: Draft, entry: Entry, scope: Scope, conditions: list[Condition]) -> Regel | None:
    """A rule; each of its parts is read before any is missed, so that all faults are told at once."""
    klausul = klausul_of(draft, entry)
    krav = read_condition(draft, entry, "krav", scope, conditions)
    naar = read_condition(draft, entry, "gælder når", scope, conditions)
    periode = read_periode(draft, entry.one("gælder"))
    tekster = {key: read_tekst(draft, entry.scalars.get(key), scope) for key in _TEKSTER}
    if krav is None or klausul is None or not entry.text("id"):
        return None
    return Regel(
        id=entry.text("id"),
        klausul=klausul.id,
        styrke=klausul.styrke,
        krav=krav,
        gaelder_naar=naar,
        gaelder=periode,
        om_rammen=entry.text("angår") == "rammeværket",
        opfyldt=tekster["opfyldt"],
        ikke_opfyldt=tekster["ikke opfyldt"],
        uafklaret=tekster["uafklaret"],
        vilkaar=tekster["vilkår"],
        spoergsmaal=entry.text("spørgsmål"),
        fortolkning=entry.text("fortolkning"),
    )


_TEKSTER: Final = ("opfyldt", "ikke opfyldt", "uafklaret", "vilkår")


def klausul_of(draft: Draft, entry: Entry) -> Klausul | None:
    """The klausul a rule decides, as strong as the rule says it is."""
    klausul = draft.klausuler.get(entry.text("klausul"))
    if klausul is None:
        if entry.text("klausul"):
            refuse_klausul(draft, entry.text("klausul"), entry.place("klausul"), list(draft.klausuler))
    elif klausul.styrke == "oplysning":
        message = f"klausulen «{klausul.id}» oplyser kun og kan ikke have en regel"
        draft.fault("R016", message, "giv klausulen styrken skal, bør eller kan", entry.place("klausul"))
    elif "styrke" in entry.scalars and entry.text("styrke") != klausul.styrke:
        message = f"reglen siger «{entry.text('styrke')}», men klausulen «{klausul.id}» siger «{klausul.styrke}»"
        draft.fault("R016", message, "skriv den samme styrke, eller lad den stå ved klausulen", entry.place("styrke"))
    return klausul


def _indstilling(draft: Draft, entry: Entry, scope: Scope, conditions: list[Condition]) -> Indstillingsregel | None:
    klausul = entry.text("klausul")
    if klausul and klausul not in draft.klausuler:
        refuse_klausul(draft, klausul, entry.place("klausul"), list(draft.klausuler))
    naar = read_condition(draft, entry, "når", scope, conditions)
    tekst = read_tekst(draft, entry.scalars.get("tekst"), scope)
    if naar is None or not entry.text("handling"):
        return None
    return Indstillingsregel(cast("Handling", entry.text("handling")), naar, klausul, tekst)
