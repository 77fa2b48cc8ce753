"""Schedule: what must happen again and again, and the papers that klausuler refer to, as typed data."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Unreadable, did_you_mean
from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.facts.unit_table import CALENDAR_UNITS
from rammevaerk.model.expression import Compare, Constant, Count, Latest, Or, Parameter, walk
from rammevaerk.model.frist import BYRAADSPERIODE, OF_SKOEN, REVISION, Frist, Henvisning, Holdbarhed, Revision
from rammevaerk.names import spoken
from rammevaerk.operators.terms import Term, art_in_words
from rammevaerk.passes.conditions import read_condition, read_sentence
from rammevaerk.passes.declarations import refuse_klausul
from rammevaerk.passes.draft import Condition, Draft, name_of, name_span, read_day, scalars, shortened
from rammevaerk.passes.scope import Scope, list_term
from rammevaerk.passes.scoping import scope_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from rammevaerk.diagnostics import Span
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.expression import Expression
    from rammevaerk.operators.terms import Operand
    from rammevaerk.rulefiles.document import Entry

_CALENDAR: Final = "skriv tiden under parametre og parameterens navn her"
_DATES: Final = {
    "sidst": "skriv, hvor den dag, det sidst er sket, kan findes, fx «dato i seneste evaluering»",
    "første": "skriv, hvor den dag, der tælles fra, kan findes, fx «start»",
}


def schedule(draft: Draft) -> Draft:
    """The draft with its frister and henvisninger."""
    scope = draft.scope or scope_of(draft)
    conditions: list[Condition] = []
    _refuse_below(draft)
    revisioner = tuple(_warned(draft, one, scope) for one in draft.revisioner)
    frister = [_frist(draft, entry, scope, conditions) for entry in draft.entries["frister"]]
    holdbarhed = [_holdbarhed(draft, entry, scope, conditions) for entry in draft.entries["holdbarhed"]]
    return replace(
        draft,
        revisioner=revisioner,
        frister=tuple(frist for frist in frister if frist),
        holdbarhed=tuple(one for one in holdbarhed if one),
        henvisninger=tuple(_henvisning(draft, entry) for entry in draft.entries["henvisninger"]),
        conditions=(*draft.conditions, *(replace(one, part="en frist") for one in conditions)),
    )


def _refuse_below(draft: Draft) -> None:
    """An interval that a frist below counts with keeps being one where this gives it other values."""
    counted = {name for one in draft.below.frist.values() for name in (one.hver, one.varsles)}
    for entry in draft.entries["parametre"]:
        parameter = draft.parametre.get(name_of(entry))
        if parameter is None or parameter.name not in counted:
            continue
        same = parameter.kind == draft.below.parametre[parameter.name].kind  # another kind is told of already
        if same and not all(_positive(one.value) for one in parameter.vaerdier):
            message = f"«{parameter.name}» er ikke altid mindst 1 dag eller 1 måned"
            draft.fault("R025", message, "ret parameterens værdier", name_span(entry))


def _warned(draft: Draft, revision: Revision, scope: Scope) -> Revision:
    """The revision with what could not be read before the parameters were."""
    entry = draft.head.one("revision")
    if entry is None:
        return revision
    _refuse_unknown(draft, entry)
    return replace(revision, varsles=_interval(draft, entry, "varsles", scope))


def _holdbarhed(draft: Draft, entry: Entry, scope: Scope, conditions: list[Condition]) -> Holdbarhed | None:
    """How long a skøn holds; each of its parts is read before any is missed."""
    _refuse_unknown(draft, entry)
    fact = _skoen(draft, entry)
    naar = read_condition(draft, entry, "gælder når", scope, conditions)
    hver, varsles = (_interval(draft, entry, key, scope) for key in ("hver", "varsles"))
    if fact is None:
        return None
    navn = f"{OF_SKOEN} {fact.name}"
    _refuse_taken(draft, navn, name_span(entry), [name_of(one) for one in draft.entries["frister"]])
    return Holdbarhed(navn, fact, entry.text("klausul"), hver, varsles, naar, draft.gaelder) if hver else None


def _skoen(draft: Draft, entry: Entry) -> Oplysning | None:
    """The skøn that the entry is named after."""
    facts = {spoken(fact.name): fact for fact in (*CATALOGUE.values(), *draft.egne.values())}
    found = facts.get(spoken(name_of(entry)))
    if found is not None and found.kind.skoen:
        return found
    known = [fact.name for fact in facts.values() if fact.kind.skoen]
    help_ = did_you_mean(name_of(entry), known) or "skriv navnet på et skøn, fx «gør klogere»"
    if found is None:
        draft.fault("R012", f"ukendt skøn «{shortened(name_of(entry))}»", help_, name_span(entry))
    else:
        message = f"«{found.name}» er {art_in_words(found.kind)}, ikke et skøn"
        draft.fault("R020", message, help_, name_span(entry))
    return None


def _refuse_taken(draft: Draft, navn: str, span: Span, others: Collection[str] = ()) -> None:
    """A name is that of one frist."""
    if spoken(navn) in map(spoken, others):
        message = f"navnet «{navn}» er optaget"
        draft.fault("R010", message, "sådan hedder fristen for skønnet; giv den anden frist et andet navn", span)
    elif navn in draft.below.frist:
        message = f"fristen «{navn}» står i det, rammeværket bygger på"
        draft.fault("R010", message, "slet den her, og giv i stedet dens parameter en ny værdi", span)


def _refuse_unknown(draft: Draft, entry: Entry) -> None:
    if entry.text("klausul") and entry.text("klausul") not in draft.klausuler:
        refuse_klausul(draft, entry.text("klausul"), entry.place("klausul"), list(draft.klausuler))


def _frist(draft: Draft, entry: Entry, scope: Scope, conditions: list[Condition]) -> Frist | None:
    """A frist; each of its parts is read before any is missed, so that all faults are told at once."""
    _refuse_unknown(draft, entry)
    _refuse_name(draft, entry)
    naar = read_condition(draft, entry, "gælder når", scope, conditions)
    sidst, foerste = (_date(draft, entry, key, scope) for key in _DATES)
    hver, varsles = (_interval(draft, entry, key, scope, term=key == "hver") for key in ("hver", "varsles"))
    if sidst is None or not hver:
        return None
    return Frist(
        navn=name_of(entry),
        klausul=entry.text("klausul"),
        hvad=entry.text("hvad"),
        sidst=sidst,
        hver=hver,
        aldrig=_never(sidst, scope),
        foerste=foerste,
        gaelder_naar=naar,
        gaelder=draft.gaelder,
        varsles=varsles,
    )


def _refuse_name(draft: Draft, entry: Entry) -> None:
    if spoken(name_of(entry)) == REVISION:
        help_ = "den frist følger af «revision» i hovedet; vælg et andet navn"
        draft.fault("R010", f"navnet «{name_of(entry)}» er optaget", help_, name_span(entry))
    else:
        _refuse_taken(draft, name_of(entry), name_span(entry))
    if found := re.search(r"[{}]", entry.text("hvad")):
        message = f"«{found.group()}» kan ikke stå i «hvad»"
        draft.fault(
            "R017", message, "skriv sætningen uden { og }; fristens dato siges ved siden af", entry.place("hvad")
        )


def _date(draft: Draft, entry: Entry, key: str, scope: Scope) -> Expression | None:
    """The sentence under a key as something that comes to a date."""
    scalar = entry.scalars.get(key)
    found = read_sentence(draft, scalar, scope) if scalar else None
    if scalar is None or found is None:
        return None
    try:
        return _date_node(found, _DATES[key])
    except Unreadable as error:
        draft.unreadable("R020", error, scalar.span)
        return None


def _date_node(found: Operand, help_: str) -> Expression:
    if not isinstance(found, Term):
        raise Unreadable(f"«{found.words}» giver ikke en dato", help_)
    if found.kind.art != "dato":
        raise Unreadable(f"«{found.words}» er {art_in_words(found.kind)}, ikke en dato", help_)
    return found.node


def _interval(draft: Draft, entry: Entry, key: str, scope: Scope, *, term: bool = False) -> str:
    """The parameter that holds the interval, or the word for council terms; empty when it has a fault or is left out.

    `term` is whether it may be that word.
    """
    wrote = entry.text(key)
    words = [BYRAADSPERIODE] if term else []
    calendar = f"skriv «{BYRAADSPERIODE}», eller {_CALENDAR}" if term else _CALENDAR
    if not wrote or spoken(wrote) in words:
        return BYRAADSPERIODE if wrote else ""
    found = scope.find(wrote)
    if isinstance(found, Term) and isinstance(found.node, Parameter) and found.kind.unit in CALENDAR_UNITS:
        if all(_positive(value.value) for value in draft.parametre[found.node.name].vaerdier):
            return found.node.name
        message = f"«{wrote}» er ikke altid mindst 1 dag eller 1 måned"
        draft.fault("R025", message, "ret parameterens værdier", entry.place(key))
    elif found is None and spoken(wrote) not in scope.broken:
        known = [*words, *(name for name, kind in scope.parameters.items() if kind.unit in CALENDAR_UNITS)]
        help_ = did_you_mean(wrote, known) or calendar
        draft.fault("R012", f"ukendt parameter «{shortened(wrote)}»", help_, entry.place(key))
    elif found is not None:
        message = f"«{wrote}» er ikke en parameter i dage eller måneder"
        draft.fault("R025", message, calendar, entry.place(key))
    return ""


def _positive(value: object) -> bool:
    return isinstance(value, Decimal) and value >= 1


def _never(sidst: Expression, scope: Scope) -> Expression | None:
    """Whether it is known never to have happened: a list it looks for the latest of is known, and has none yet.

    A single date cannot say so: where it is missing, it is unknown.
    """
    lists = dict.fromkeys(node.of.fact.fact.name for node in walk(sidst) if isinstance(node, Latest))
    none = tuple(
        Compare(
            "=", Count(list_term(scope, name).narrowed(None)), Constant(Decimal(0), origin="0"), origin=f"ingen {name}"
        )
        for name in lists
    )
    return Or(none) if len(none) > 1 else next(iter(none), None)


def _henvisning(draft: Draft, entry: Entry) -> Henvisning:
    wrote = scalars(entry, "klausuler")
    if "klausuler" in entry.lists and not wrote:
        message = f"«{name_of(entry)}» nævner ingen klausul"
        draft.fault("R006", message, "skriv de klausuler, der henviser til papiret", entry.place("klausuler"))
    for scalar in wrote:
        if " ".join(scalar.text.split()) not in draft.klausuler:
            refuse_klausul(draft, " ".join(scalar.text.split()), scalar.span, list(draft.klausuler))
    return Henvisning(
        navn=name_of(entry),
        klausuler=tuple(" ".join(scalar.text.split()) for scalar in wrote),
        til=read_day(draft, entry.scalars.get("til")),
        fortolkning=entry.text("fortolkning"),
        gaelder=draft.gaelder,
    )
