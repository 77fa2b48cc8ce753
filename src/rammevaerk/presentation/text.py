"""The answer as plain Danish text, for a terminal, a mail or a memo."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from rammevaerk.explanation.values import in_words
from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.facts.dates import write_date
from rammevaerk.facts.numbers import counted
from rammevaerk.model.resultat import Udfald
from rammevaerk.names import listed
from rammevaerk.presentation.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rammevaerk.explanation.changes import Aendring
    from rammevaerk.explanation.vurdering import Begrundelse, Klausulvurdering, Mangel, Vurdering

MARKS: Final[Mapping[Udfald, str]] = {
    Udfald.IKKE_OPFYLDT: "✗",
    Udfald.UAFKLARET: "?",
    Udfald.OPFYLDT: "✓",
    Udfald.IKKE_RELEVANT: "–",
    Udfald.IKKE_I_KRAFT: "·",
}
"""A sign beside each udfald's word, never instead of it; in the order a reader wants them."""
_UNDECIDED: Final = (Udfald.IKKE_RELEVANT, Udfald.IKKE_I_KRAFT)
_NAMES: Final = {fact.key: fact.name for fact in CATALOGUE.values()}
_ISO: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LABEL: Final = len("Afgørende")


def write_summary(vurdering: Vurdering, page: Page = Page()) -> str:  # noqa: B008 - a page is frozen
    """The indstilling, what it rests on, what is missing, and every klausul by its udfald."""
    return "\n".join([*_answer(vurdering, page), *_by_udfald(vurdering, page)])


def write_vurdering(
    vurdering: Vurdering,
    only: Iterable[str] = (),
    page: Page = Page(),  # noqa: B008 - a page is frozen
    deciding: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    citater: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """The same, with ground, considerations and facts under each klausul; or of the klausuler `only` alone.

    `deciding` names for each klausul the facts without which its udfald would not be known; `citater` has the paper's
    own words of it.
    """
    chosen = set(only) or set(vurdering.klausuler)
    mangler = tuple(one for one in vurdering.mangler if chosen.intersection(one.klausuler))
    lines = [*_answer(replace(vurdering, mangler=mangler), page), "", page.heading("Klausulerne")]
    for klausul in vurdering.klausuler.values():
        if klausul.id in chosen:
            more = deciding.get(klausul.id, ()), citater.get(klausul.id, "")
            lines += ["", *_explained(klausul, page, *more)]
    return "\n".join(lines)


def write_changes(changes: Iterable[Aendring], page: Page = Page()) -> str:  # noqa: B008
    """What single answer would turn the handling, and to what; empty when none would."""
    turned: dict[str, list[str]] = {}
    for one in changes:
        turned.setdefault(one.handling, []).append(f"{one.oplysning} er {in_words(one.vaerdi)}")
    if not turned:
        return ""
    width = max(map(len, turned))
    lines = [
        page.hanging(f"  {handling:<{width}}  hvis ", listed(found, "eller")) for handling, found in turned.items()
    ]
    return "\n".join([page.heading("Hvad ville ændre svaret"), *lines])


def write_counts(handlinger: Mapping[str, int]) -> str:
    """How many aktiviteter got each handling."""
    most_first = sorted(handlinger.items(), key=lambda one: -one[1])
    each = [counted(count, handling, handling) for handling, count in most_first]
    total = sum(handlinger.values())
    return f"{counted(total, 'aktivitet', 'aktiviteter')}: {listed(each)}."


def write_counts_of_each(counts: Mapping[str, Mapping[str, int]]) -> str:
    """The same after each rammeværk, by their names."""
    width = max(map(len, counts), default=0)
    return "\n".join(f"{name:<{width}}  {write_counts(handlinger)}" for name, handlinger in counts.items())


def name_of(key: str) -> str:
    """A fact's key in a file as a person says it."""
    return _NAMES.get(key, key.replace("_", " "))


def _answer(vurdering: Vurdering, page: Page) -> Iterator[str]:
    """Whose answer it is and of which edition of the rules, the recommendation, and what it rests on."""
    place = [vurdering.aktivitet, vurdering.rammevaerk, f"vurderet den {write_date(vurdering.dato)}"]
    advice = vurdering.indstilling
    width = max(map(len, vurdering.klausuler), default=0)
    yield page.heading(page.hanging("", vurdering.titel))
    yield page.hanging("", " · ".join([*place, f"udgave {vurdering.udgave[:12]}"]))
    yield from ("", page.heading(f"Indstilling: {advice.handling}"))
    yield from _reasons(advice.begrundelser, width, page)
    for heading, reasons in (("Vilkår, der skal opfyldes", advice.vilkaar), ("Bemærkninger", advice.bemaerkninger)):
        if reasons:
            yield from ("", page.heading(heading))
            yield from _reasons(reasons, width, page)
    yield from _missing(vurdering.mangler, page)


def _reasons(reasons: Iterable[Begrundelse], width: int, page: Page) -> Iterator[str]:
    for one in reasons:
        yield page.hanging(f"  {one.klausul:<{width}}  " if one.klausul else "  ", one.tekst)


def _missing(mangler: tuple[Mangel, ...], page: Page) -> Iterator[str]:
    """Each missing fact: the question that asks for it, its name, and who waits for it."""
    if mangler:
        yield from ("", page.heading(f"Der mangler {counted(len(mangler), 'oplysning', 'oplysninger')}"))
    for mangel in mangler:
        yield page.hanging("  ? ", mangel.spoergsmaal or f"Hvad er {mangel.navn}?")
        yield page.hanging("      ", f"{mangel.navn} · {', '.join(mangel.klausuler)}")


def _by_udfald(vurdering: Vurdering, page: Page) -> Iterator[str]:
    """The klausuler with what went wrong first; those that ask for nothing are only named."""
    width = max(map(len, vurdering.klausuler), default=0)
    strength = max((len(one.styrke) for one in vurdering.klausuler.values()), default=0)
    for udfald, mark in MARKS.items():
        found = [one for one in vurdering.klausuler.values() if one.udfald is udfald]
        if found:
            klausuler = counted(len(found), "klausul", "klausuler")
            yield from ("", page.heading(f"{mark} {udfald.capitalize()}: {klausuler}"))
        if udfald in _UNDECIDED and found:
            yield page.hanging("  ", ", ".join(one.id for one in found))
            continue
        for one in found:
            yield page.hanging(f"  {one.id:<{width}}  {one.styrke:<{strength}}  ", one.begrundelse)


def _explained(klausul: Klausulvurdering, page: Page, deciding: tuple[str, ...], citat: str) -> Iterator[str]:
    """One klausul in three parts: ground, considerations, facts."""
    yield page.heading(f"{MARKS[klausul.udfald]} {klausul.id} – {klausul.udfald} ({klausul.styrke})")
    yield page.hanging("  ", klausul.begrundelse)
    yield from page.labelled("Grundlag", [*filter(None, [klausul.grundlag]), *_in_its_words(citat)], _LABEL)
    yield from page.labelled("Regel", _rules(klausul), _LABEL)
    yield from page.labelled("Hensyn", klausul.hensyn, _LABEL)
    yield from page.labelled("Fakta", facts_in_words(klausul), _LABEL)
    yield from page.labelled("Afgørende", [listed(list(deciding))] if deciding else [], _LABEL)


def _in_its_words(citat: str) -> list[str]:
    """What the paper itself says, line by line, so marked that nobody takes it for ours."""
    return f"Papirets ord: »{citat}«".split("\n") if citat else []


def _rules(klausul: Klausulvurdering) -> Iterator[str]:
    for regel in klausul.regler:
        yield f"{regel.id} ({regel.udfald}): {regel.krav}" if len(klausul.regler) > 1 else regel.krav


def facts_in_words(klausul: Klausulvurdering) -> Iterator[str]:
    """Each fact the klausul looks at; the records of a list under each other."""
    for key, value in klausul.fakta.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{name_of(key)}:"
            yield from (f"– {_record(one)}" for one in value)
        else:
            yield f"{name_of(key)}: {fact_in_words(value)}"


def shown_fact(value: object) -> list[str]:
    """A fact as a facts file holds it, in words; each record of a list by itself."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [_record(one) for one in value]
    return [fact_in_words(value)]


def fact_in_words(value: object) -> str:
    """A fact as a facts file holds it, in words."""
    match value:
        case {"svar": svar, **rest}:
            return ", ".join([fact_in_words(svar), *(fact_in_words(part) for part in rest.values() if part)])
        case list() | tuple():
            return "; ".join(map(fact_in_words, value)) or "ingen"
        case dict() if value:
            return _record(value)
        case str() if _ISO.fullmatch(value):
            return write_date(date.fromisoformat(value))
        case _:
            return in_words(value)


def _record(record: Mapping[str, object]) -> str:
    """A record by its first value, which names or dates it, and the others with what they are."""
    (_, first), *rest = record.items()
    return ", ".join([fact_in_words(first), *(f"{name_of(key)} {fact_in_words(value)}" for key, value in rest)])
