"""Naming: the vocabulary of the rammeværk's sentences, and no name that could mean two things."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.language.vocabulary import KEYWORDS, Vocabulary
from rammevaerk.names import spoken
from rammevaerk.passes.draft import Draft, name_of, name_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.diagnostics import Span
    from rammevaerk.facts.kinds import Oplysning

TODAY: Final = "vurderingsdato"
_LONGEST: Final = 80
_NAME: Final = re.compile(rf"[^\W\d_](?:[\w .\-/’']{{0,{_LONGEST - 2}}}\w)?")
_DECLARING: Final = ("parametre", "begreber", "registre", "egne", "klausuler", "regler")


def name(draft: Draft) -> Draft:
    """The draft with its vocabulary."""
    facts = [*CATALOGUE.values(), *draft.egne.values()]
    vocabulary = Vocabulary(
        frozenset({TODAY, *chain.from_iterable(map(_words, facts)), *_declared(draft)}),
        {fact.name: fact.singular for fact in facts if fact.kind.art == "liste"},
    )
    _refuse_shared_names(draft)
    _refuse_double_names(draft, vocabulary)
    return replace(draft, vocabulary=vocabulary)


def _words(fact: Oplysning) -> Iterator[str]:
    """A fact's name, its options, and the names and options of its records' fields."""
    yield fact.name
    yield from fact.kind.options
    for field in fact.kind.fields:
        yield from _words(field)


def _declared(draft: Draft) -> Iterator[str]:
    """Every name the rule files give to something."""
    yield from (*draft.parametre, *draft.registre, *draft.klausuler)
    yield from (name_of(entry) for section in ("begreber", "regler") for entry in draft.entries[section])


def _common_names() -> Iterator[str]:
    yield TODAY
    for fact in CATALOGUE.values():
        yield from _words(fact)
        yield from filter(None, [fact.singular])


def _refuse_shared_names(draft: Draft) -> None:
    """One name, one thing; but a register may carry the name of the fact that takes its values there."""
    taken = {spoken(word): (word, "ordet findes i forvejen") for word in _common_names()}
    lists = {spoken(f.name) for f in (*CATALOGUE.values(), *draft.egne.values()) if f.kind.art == "liste"}
    for section in _DECLARING:
        for entry in draft.entries[section]:
            own_name = name_of(entry)
            form = spoken(own_name)
            if not form or (section == "registre" and form in lists):
                continue
            if section == "regler" and form == spoken(entry.text("klausul")):
                _refuse_rule_beside_others(draft, own_name, name_span(entry))
            elif form in taken and not (section == "egne" and form in {spoken(n) for n in CATALOGUE}):
                word, why = taken[form]
                message = f"navnet «{own_name}» er optaget"
                draft.fault("R010", message, f"{why}: «{word}»; vælg et andet", name_span(entry))
            taken.setdefault(form, (own_name, f"det bruges i {name_span(entry)}"))
    _refuse_reserved(draft)


def _refuse_rule_beside_others(draft: Draft, id_: str, span: Span) -> None:
    """A rule may be called as its klausul only when it is that klausul's one rule."""
    rules = [e for e in draft.entries["regler"] if spoken(e.text("klausul")) == spoken(id_)]
    if len(rules) > 1 and "klausuler" in draft.entries:
        message = f"reglen hedder som sin klausul «{id_}», men klausulen har flere regler"
        draft.fault("R010", message, f"kald reglerne fx «{id_}a» og «{id_}b»", span)


def _refuse_reserved(draft: Draft) -> None:
    keywords = {spoken(word): word for word in KEYWORDS}
    for section in _DECLARING:
        for entry in draft.entries[section]:
            if spoken(name_of(entry)) in keywords:
                message = f"«{name_of(entry)}» er et ord i regelsproget"
                draft.fault("R010", message, "vælg et andet navn", name_span(entry))
            elif name_of(entry) and not _NAME.fullmatch(name_of(entry)):
                help_ = f"brug bogstaver, tal, mellemrum, punktum og bindestreg; højst {_LONGEST} tegn"
                draft.fault("R010", f"navnet «{name_of(entry)[:_LONGEST]}» kan ikke bruges", help_, name_span(entry))


def _refuse_double_names(draft: Draft, vocabulary: Vocabulary) -> None:
    doubles = set(vocabulary.double_names())
    for section in _DECLARING:
        for entry in draft.entries[section]:
            if name_of(entry) in doubles:
                message = f"navnet «{name_of(entry)}» kan også læses som en sætning"
                draft.fault("R011", message, "vælg et navn uden ord som «og», «er» og «antal»", name_span(entry))
