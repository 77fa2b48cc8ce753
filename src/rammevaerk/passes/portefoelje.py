"""Gather: the rules about many aktiviteter together, as questions to each and one to all the answers."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from rammevaerk.diagnostics import did_you_mean
from rammevaerk.facts.kinds import YES_NO, Kind, Oplysning
from rammevaerk.model.expression import And, Expression, Fact, Field, Listing, Node, Not, Parameter, Sum
from rammevaerk.model.portefoelje import TAELLER_MED, Mindsteandel, Portefoeljeregel, svar
from rammevaerk.names import spoken
from rammevaerk.operators.terms import Term, art_in_words
from rammevaerk.passes.conditions import klausul_of, read_condition
from rammevaerk.passes.declarations import read_periode
from rammevaerk.passes.draft import NOTHING_BELOW, shortened
from rammevaerk.passes.layers.merging import asking_all
from rammevaerk.passes.scope import Scope, portefoelje_scope
from rammevaerk.passes.sentences import read_tekst

if TYPE_CHECKING:
    from rammevaerk.model.klausul import Periode
    from rammevaerk.passes.draft import Condition, Draft
    from rammevaerk.rulefiles.document import Entry

_N = TypeVar("_N", bound=Node)
_PERCENT: Final = Kind("tal", "pct.")
ANDEL: Final = Oplysning("andel", "andel", "andel", _PERCENT)
"""The share, as a text of the rule may show it."""


def gather(draft: Draft) -> Draft:
    """The draft with its rules about the portfolio, in the order of the paper."""
    assert draft.scope  # noqa: S101 - decide comes before
    conditions = list(draft.conditions)
    scope = portefoelje_scope(draft.scope, draft.regler)
    found = [_regel(draft, entry, scope, conditions) for entry in draft.entries["portefølje"]]
    own = tuple(asking_all(draft, replace(one, gaelder=_within(one, draft))) for one in found if one)
    order = list(draft.klausuler)
    rules = sorted((*draft.portefoelje, *own), key=lambda rule: order.index(rule.klausul))
    return replace(draft, portefoelje=tuple(rules), conditions=tuple(conditions))


def _within(regel: Portefoeljeregel, draft: Draft) -> Periode:
    """The dates of a layer's rule lie within the layer's own, for what it builds on may have others."""
    return regel.gaelder if draft.below is NOTHING_BELOW else regel.gaelder.within(draft.gaelder)


def _regel(draft: Draft, entry: Entry, scope: Scope, conditions: list[Condition]) -> Portefoeljeregel | None:
    """A rule; each of its parts is read before any is missed, so that all faults are told at once."""
    klausul = klausul_of(draft, entry)
    aktivitet = cast("Scope", scope.aktivitet)
    for_hver = _for_hver(draft, entry, aktivitet)
    blandt = read_condition(draft, entry, "blandt", aktivitet, conditions)
    krav, asked = _krav(draft, entry, scope, conditions)
    periode = read_periode(draft, entry.one("gælder"))
    shown = _shown(scope, for_hver, share="andel" in entry.scalars)
    opfyldt, ikke_opfyldt, uafklaret = (read_tekst(draft, entry.scalars.get(key), shown, _SHOWN) for key in _TEKSTER)
    if krav is None or klausul is None or not entry.text("id"):
        return None
    return Portefoeljeregel(
        id=entry.text("id"),
        klausul=klausul.id,
        styrke=klausul.styrke,
        om_aktiviteten=asked,
        krav=krav,
        blandt=blandt,
        for_hver=for_hver,
        gaelder=periode,
        opfyldt=opfyldt,
        ikke_opfyldt=ikke_opfyldt,
        uafklaret=uafklaret,
        fortolkning=entry.text("fortolkning"),
    )


_TEKSTER: Final = ("opfyldt", "ikke opfyldt", "uafklaret")
_SHOWN: Final = "kun andelen, det, der deles op efter, parametre og vurderingsdato kan vises"


def _for_hver(draft: Draft, entry: Entry, aktivitet: Scope) -> Oplysning | None:
    """The fact that parts the aktiviteter: a text or a choice, for of those there are few."""
    name = entry.text("for hver")
    if not name:
        return None
    term = aktivitet.find(name)
    if not isinstance(term, Term) or not isinstance(term.node, Fact):
        known = [fact.words for fact in aktivitet.facts.values() if fact.kind.art in _PARTING]
        help_ = did_you_mean(name, known) or "skriv navnet på en oplysning, fx forvaltning"
        draft.fault("R012", f"ukendt oplysning «{shortened(name)}»", help_, entry.place("for hver"))
        return None
    if term.kind.art not in _PARTING:
        message = f"«{term.words}» er {art_in_words(term.kind)}; aktiviteterne kan ikke deles op efter den"
        draft.fault("R020", message, "brug en oplysning, der er en tekst eller et valg", entry.place("for hver"))
        return None
    return term.node.fact


_PARTING: Final = ("tekst", "valg")


def _shown(scope: Scope, for_hver: Oplysning | None, *, share: bool) -> Scope:
    """What a text of the rule may show: what is the same for all aktiviteter, the group, and the share."""
    facts = [*([for_hver] if for_hver else []), *([ANDEL] if share else [])]
    return Scope({**scope.fixed, **{spoken(f.name): Term(Fact(f), f.kind, f.name) for f in facts}}, {}, {})


# The krav


def _krav(
    draft: Draft, entry: Entry, scope: Scope, conditions: list[Condition]
) -> tuple[Expression | Mindsteandel | None, tuple[Expression, ...]]:
    """What is demanded, and what each aktivitet is asked for it."""
    _refuse_mixture(draft, entry)
    if "andel" in entry.scalars:
        asked = read_condition(draft, entry, "andel", cast("Scope", scope.aktivitet), conditions)
        mindst = _mindst(draft, entry, scope)
        return (Mindsteandel(mindst), (asked,)) if asked and mindst else (None, ())
    krav = read_condition(draft, entry, "krav", scope, conditions)
    questions: list[Expression] = []
    return (_lifted(krav, questions), tuple(questions)) if krav else (None, ())


def _refuse_mixture(draft: Draft, entry: Entry) -> None:
    """A krav is one sentence, or a share and how large it must be."""
    krav, andel, mindst = (key in entry.scalars for key in ("krav", "andel", "mindst"))
    if krav and (andel or mindst):
        other = "andel" if andel else "mindst"
        message = f"«krav» og «{other}» står i samme regel"
        draft.fault("R004", message, "behold den ene, eller del reglen i to", entry.place(other))
    elif not krav and not andel:
        help_ = "tilføj «krav: …», eller «andel: …» og «mindst: …»"
        draft.fault("R005", "«krav» mangler", help_, entry.place("id"))
    elif andel and not mindst:
        help_ = "tilføj «mindst: …» (navnet på en parameter i pct.)"
        draft.fault("R005", "«mindst» mangler", help_, entry.place("andel"))


def _mindst(draft: Draft, entry: Entry, scope: Scope) -> str:
    """The parameter with the least share; empty when there is a fault."""
    name = entry.text("mindst")
    term = scope.find(name)
    if not name or spoken(name) in scope.broken:
        return ""
    if not isinstance(term, Term) or not isinstance(term.node, Parameter):
        help_ = did_you_mean(name, draft.parametre) or "skriv navnet på en parameter i pct."
        draft.fault("R012", f"ukendt parameter «{shortened(name)}»", help_, entry.place("mindst"))
    elif term.kind != _PERCENT:
        message = f"«{term.words}» er {art_in_words(term.kind)}, og en andel måles i procent"
        draft.fault("R020", message, "giv parameteren en værdi i pct., fx 80 pct.", entry.place("mindst"))
    else:
        return term.node.name
    return ""


def _lifted(node: _N, asked: list[Expression]) -> _N:
    """A node that asks of the records instead: what it says of one aktivitet becomes a question to each."""
    if isinstance(node, Listing):
        counts = Field(TAELLER_MED, origin=TAELLER_MED.name)
        where = And((counts, _answer(node.where, YES_NO, asked))) if node.where else counts
        return cast("_N", replace(node, where=where))
    if isinstance(node, Sum):
        field = _answer(Fact(node.field.fact, origin=node.field.origin), node.field.fact.kind, asked)
        return cast("_N", replace(node, field=field, of=_lifted(node.of, asked)))
    parts = {field.name: getattr(node, field.name) for field in fields(node)}
    changed: dict[str, Any] = {name: _part(value, asked) for name, value in parts.items()}
    return replace(node, **changed)


def _part(value: object, asked: list[Expression]) -> object:
    if isinstance(value, tuple):
        return tuple(_lifted(one, asked) if isinstance(one, Node) else one for one in value)
    return _lifted(value, asked) if isinstance(value, Node) else value


def _answer(question: Expression, kind: Kind, asked: list[Expression]) -> Field:
    """The field that holds the answer to a question; one that is asked twice is one question."""
    if isinstance(question, Not) and not question.origin:  # «for alle» asks for the exceptions
        question = replace(question, origin=f"ikke ({question.part.origin})")
    if question not in asked:
        asked.append(question)
    return Field(svar(asked.index(question), kind), origin=question.origin)
