"""Naming: the vocabulary of the rammeværk's sentences, and no name that could mean two things."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.language.vocabulary import KEYWORDS, Vocabulary
from rammevaerk.model.frist import AFLEDTE, BYRAADSPERIODE
from rammevaerk.model.portefoelje import AKTIVITETER, HANDLING, LIVES_UP
from rammevaerk.names import spoken
from rammevaerk.passes.draft import Draft, name_of, name_span, shortened

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from rammevaerk.diagnostics import Span
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.rulefiles.document import Entry

TODAY: Final = "vurderingsdato"
OF_PORTEFOELJE: Final = (HANDLING.name, LIVES_UP)
"""What only a rule about the portfolio may say of an aktivitet."""
BUILT_IN: Final = (TODAY, *AFLEDTE, BYRAADSPERIODE, *OF_PORTEFOELJE)
_LONGEST: Final = 80
_NAME: Final = re.compile(rf"[^\W\d_](?:[\w .\-’']{{0,{_LONGEST - 2}}}\w)?")
_RULES: Final = ("regler", "portefølje")
_DECLARING: Final = ("parametre", "begreber", "registre", "egne", "klausuler", *_RULES)
_KEYWORDS: Final = frozenset(spoken(word) for word in KEYWORDS)


def name(draft: Draft) -> Draft:
    """The draft with its vocabulary.

    A name may hold keywords and other names (`bidrag til byens udvikling og vækst`), for the longest match wins; a
    name that would make any sentence readable in two ways is refused (R011). An option of an own valg is never
    refused: one that is no usable name is written in quotes.
    """
    facts = [*CATALOGUE.values(), *draft.egne.values()]
    lists = {fact.name: fact.singular for fact in (*facts, AKTIVITETER) if fact.kind.art == "liste"}
    common = frozenset(chain.from_iterable(map(_words, CATALOGUE.values())))
    declared = frozenset({*BUILT_IN, *draft.egne, *_declared(draft)})
    names = declared | common | frozenset(_below(draft))
    _refuse_shared_names(draft)
    _refuse_double_names(draft, Vocabulary(names, lists))
    options = frozenset(option for fact in draft.egne.values() for option in fact.kind.options)
    usable = frozenset(filter(usable_name, options))
    doubles = frozenset(Vocabulary(names | usable, lists).double_names()) if usable else frozenset()
    return replace(draft, vocabulary=Vocabulary(names | (usable - doubles), lists))


def usable_name(name: str) -> bool:
    """Whether a sentence can use the name: its signs, and that it is no word of the language."""
    return bool(_NAME.fullmatch(name)) and spoken(name) not in _KEYWORDS


def _words(fact: Oplysning) -> Iterator[str]:
    """A fact's name, its options, and the names and options of its records' fields."""
    yield fact.name
    yield from fact.kind.options
    for field in fact.kind.fields:
        yield from _words(field)


def _declared(draft: Draft) -> Iterator[str]:
    """Every name the rule files give to something but an own fact."""
    yield from draft.klausuler
    sections = ("parametre", "registre", "begreber", *_RULES)
    yield from filter(None, (name_of(entry) for section in sections for entry in draft.entries[section]))


def _below(draft: Draft) -> Iterator[str]:
    """Every name of what the rammeværk builds on."""
    below = draft.below
    rules = (below.klausuler, below.regel, below.portefoeljeregel)
    for section in (*rules, below.parametre, below.registre, below.begreber, below.egne):
        yield from section


def _common_names() -> Iterator[str]:
    yield from BUILT_IN
    for fact in (*CATALOGUE.values(), AKTIVITETER):
        yield from _words(fact)
        yield from filter(None, [fact.singular])


def _names(draft: Draft) -> Iterator[tuple[str, str, Span]]:
    """Each declared name, and what one of an own list is called, with its section and place."""
    for section in _DECLARING:
        for entry in draft.entries[section]:
            if own := name_of(entry):
                yield section, own, name_span(entry)
            if "ental" in entry.scalars:
                yield "ental", entry.text("ental"), entry.place("ental")


def _refuse_shared_names(draft: Draft) -> None:
    """One name, one thing; but a register may carry the name of the list that takes its values there."""
    taken = {spoken(word): f"ordet findes i forvejen: «{word}»; vælg et andet" for word in _common_names()}
    taken |= dict.fromkeys(_KEYWORDS, "det er et ord i regelsproget; vælg et andet")
    lists = {spoken(f.name) for f in (*CATALOGUE.values(), *draft.egne.values()) if f.kind.art == "liste"}
    common = {spoken(fact) for fact in CATALOGUE}
    klausuler = {spoken(rule.text("klausul")) for rule in _rules(draft)} & {*map(spoken, draft.klausuler)}
    seen: set[tuple[str, str]] = set()
    for section, own, span in _names(draft):
        form = spoken(own)
        if _refuse_taken_below(draft, section, own, span):
            continue
        beside = (section == "registre" and form in lists) or (section == "egne" and form in common)
        if section in _RULES and form in klausuler:
            _refuse_rule_beside_others(draft, own, span)
        elif form in taken and not beside and (section, form) not in seen:
            draft.fault("R010", f"navnet «{own}» er optaget", taken[form], span)
        elif not _NAME.fullmatch(own):
            help_ = (
                f"brug bogstaver, tal, mellemrum, punktum og bindestreg; begynd med et bogstav, højst {_LONGEST} tegn"
            )
            draft.fault("R010", f"navnet «{shortened(own)}» kan ikke bruges", help_, span)
        seen.add((section, form))
        taken.setdefault(form, f"det bruges allerede i {span}; vælg et andet")


def _refuse_taken_below(draft: Draft, section: str, own: str, span: Span) -> bool:
    """What is declared below is not declared again; but a parameter, a rule and a klausul may be made stricter."""
    below = draft.below
    again: dict[str, Collection[str]] = {
        "parametre": below.parametre,
        "regler": {*below.regel, *below.klausuler} - {*below.portefoeljeregel},
        "klausuler": below.klausuler,
        "portefølje": {*below.klausuler} - {*below.regel, *below.portefoeljeregel},
    }
    taken = {spoken(name): name for name in _below(draft)}
    if spoken(own) not in taken or taken[spoken(own)] in again.get(section, ()):
        return False
    message = f"navnet «{own}» bruges i det, rammeværket bygger på"
    draft.fault("R010", message, "vælg et andet, eller slet det her og brug det, der er", span)
    return True


def _refuse_rule_beside_others(draft: Draft, id_: str, span: Span) -> None:
    """A rule may be called as a klausul only when it is that klausul's one rule."""
    rules = [rule for rule in _rules(draft) if spoken(rule.text("klausul")) == spoken(id_)]
    if not any(spoken(name_of(rule)) == spoken(id_) for rule in rules):
        draft.fault("R010", f"reglen hedder som en anden klausul, «{id_}»", "giv reglen sin egen klausuls nummer", span)
    elif len(rules) > 1 and (draft.entries["klausuler"] or _in_both(draft, id_)):
        message = f"reglen hedder som sin klausul «{id_}», men klausulen har flere regler"
        draft.fault("R010", message, f"kald reglerne fx «{id_}a» og «{id_}b»", span)


def _rules(draft: Draft) -> Iterator[Entry]:
    """The rules on one aktivitet and those about the portfolio."""
    yield from (entry for section in _RULES for entry in draft.entries[section])


def _in_both(draft: Draft, id_: str) -> bool:
    return all(any(spoken(name_of(rule)) == spoken(id_) for rule in draft.entries[section]) for section in _RULES)


def _refuse_double_names(draft: Draft, vocabulary: Vocabulary) -> None:
    doubles = {spoken(double) for double in vocabulary.double_names()}
    hidden = {spoken(word): word for word in _common_names() if spoken(word) in doubles - _common_doubles()}
    told: set[str] = set()
    for _, own, span in _names(draft):
        form = spoken(own)
        within = next((word for whole, word in hidden.items() if f" {form} " in f" {whole} "), None)
        if form in told or (form not in doubles and within is None):
            continue
        told.add(form)
        message = f"navnet «{own}» gør, at en sætning kan læses på to måder"
        help_ = f"det er også en del af «{within}»; vælg et andet" if within else _SIMPLER
        draft.fault("R011", message, help_, span)


@cache
def _common_doubles() -> frozenset[str]:
    """Common names that look like sentences of common names; none of those sentences is one of the grammar's."""
    return frozenset(spoken(double) for double in Vocabulary(frozenset(_common_names())).double_names())


_SIMPLER: Final = (
    "vælg et navn, der ikke begynder, ender eller er sat sammen med regelsprogets ord som «er», «og» og «ikke»"
)
