"""Classify: the typologies, each class with the condition that its facts fulfil."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rammevaerk.diagnostics import did_you_mean
from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.model.expression import Fact, Outcome, walk
from rammevaerk.model.klassifikation import Klasse, Klassifikation
from rammevaerk.names import spoken
from rammevaerk.operators.terms import art_in_words
from rammevaerk.passes.conditions import read_condition
from rammevaerk.passes.declarations import refuse_klausul
from rammevaerk.passes.draft import Condition, Draft, name_of, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.expression import Node
    from rammevaerk.rulefiles.document import Entry


def classify(draft: Draft) -> Draft:
    """The draft with its typologies."""
    conditions: list[Condition] = []
    found = [_klassifikation(draft, entry, conditions) for entry in draft.entries["klassifikationer"]]
    return replace(
        draft,
        klassifikationer={**draft.below.klassifikationer, **{one.navn: one for one in found if one}},
        conditions=(*draft.conditions, *conditions),
    )


def _klassifikation(draft: Draft, entry: Entry, conditions: list[Condition]) -> Klassifikation | None:
    known_klausul(draft, entry)
    fact = _stated(draft, entry)
    klasser = [_klasse(draft, inner, fact, conditions) for inner in entry.objects.get("klasser", ())]
    _refuse_doubles(draft, entry)
    if fact is None:
        return None
    known = tuple(one for one in klasser if one)
    return Klassifikation(name_of(entry), fact, known, entry.text("klausul"), draft.gaelder)


def known_klausul(draft: Draft, entry: Entry) -> None:
    """What an entry hangs on is a klausul, where it names one."""
    if entry.text("klausul") and entry.text("klausul") not in draft.klausuler:
        refuse_klausul(draft, entry.text("klausul"), entry.place("klausul"), list(draft.klausuler))


def _stated(draft: Draft, entry: Entry) -> Oplysning | None:
    """The valg that states the class."""
    wrote = entry.text("oplysning")
    facts = {spoken(name): fact for name, fact in {**CATALOGUE, **draft.egne}.items()}
    fact = facts.get(spoken(wrote))
    if fact is None:
        if wrote:
            help_ = did_you_mean(wrote, [one.name for one in facts.values()]) or "skriv navnet på et valg, fx «type»"
            draft.fault("R012", f"ukendt oplysning «{shortened(wrote)}»", help_, entry.place("oplysning"))
        return None
    if fact.kind.art != "valg":
        message = f"«{fact.name}» er {art_in_words(fact.kind)}, ikke et valg"
        draft.fault("R020", message, "klassificér efter et valg, fx «type»", entry.place("oplysning"))
        return None
    return fact


def _klasse(draft: Draft, entry: Entry, fact: Oplysning | None, conditions: list[Condition]) -> Klasse | None:
    known_klausul(draft, entry)
    vaerdi = _option(draft, entry, fact) if fact else ""
    assert draft.scope  # noqa: S101 - the sentences come first
    naar = read_condition(draft, entry, "når", draft.scope, conditions, part="en klasse")
    if naar and fact and fact in _read_by(draft, naar):
        message = f"klassen «{shortened(entry.text('værdi'))}» bygger selv på «{fact.name}»"
        help_ = f"skriv kun det, der kan afgøre klassen, når «{fact.name}» ikke er angivet"
        draft.fault("R041", message, help_, entry.place("når"))
    return Klasse(vaerdi, naar, entry.text("klausul")) if naar and vaerdi else None


def _option(draft: Draft, entry: Entry, fact: Oplysning) -> str:
    wrote = entry.text("værdi")
    options = {spoken(option): option for option in fact.kind.options}
    if wrote and spoken(wrote) not in options:
        allowed = "vælg mellem " + ", ".join(f"«{option}»" for option in fact.kind.options)
        help_ = did_you_mean(wrote, fact.kind.options) or allowed
        draft.fault("R012", f"«{fact.name}» kan ikke være «{shortened(wrote)}»", help_, entry.place("værdi"))
    return options.get(spoken(wrote), "")


def _refuse_doubles(draft: Draft, entry: Entry) -> None:
    seen: dict[str, Entry] = {}
    for inner in entry.objects.get("klasser", ()):
        first = seen.setdefault(spoken(inner.text("værdi")), inner)
        if first is not inner and inner.text("værdi"):
            message = f"klassen «{inner.text('værdi')}» står der to gange"
            draft.fault("R009", message, f"det første står i {first.place('værdi')}", inner.place("værdi"))


def _read_by(draft: Draft, node: Node) -> set[Oplysning]:
    """Every fact a condition can depend on, also through the rules it asks about."""
    return {part.fact for part in _behind(draft, node, set()) if isinstance(part, Fact)}


def _behind(draft: Draft, node: Node, seen: set[str]) -> Iterator[Node]:
    for part in walk(node):
        yield part
        if isinstance(part, Outcome) and part.ref not in seen:
            seen.add(part.ref)
            for rule in (r for r in (*draft.regler, *draft.below.regler) if part.ref in (r.id, r.klausul)):
                for condition in filter(None, (rule.gaelder_naar, rule.krav)):
                    yield from _behind(draft, condition, seen)
