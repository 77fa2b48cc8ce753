"""Which class an aktivitet belongs to, as text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rammevaerk.facts.dates import write_date
from rammevaerk.facts.numbers import counted
from rammevaerk.presentation.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rammevaerk.explanation.betingelse import Betingelse
    from rammevaerk.explanation.klassificering import Klassevurdering, Klassificering, Klassifikationsvurdering
    from rammevaerk.explanation.vurdering import Mangel

Json = dict[str, Any]

HOLDER: Final = {True: ("✓", "passer"), None: ("?", "kan passe"), False: ("✗", "udelukket")}
"""A sign and a word for a class or a post, in the order they are read."""
MOST_NAMED: Final = 4
"""So many of those that wait for a fact are named; the rest are counted."""
ANSWERS: Final = {True: "ja", False: "nej", None: "uafklaret"}


def write_klassificering(svar: Klassificering, page: Page = Page()) -> str:  # noqa: B008 - a page is frozen
    """The verdict of each typology, every class with its reason, and the questions."""
    asked = f"klassificeret den {write_date(svar.dato)}"
    lines = head(svar.titel, (svar.aktivitet, svar.rammevaerk, asked, f"udgave {svar.udgave[:12]}"), page)
    if not svar.i_kraft:
        return "\n".join([*lines, "", f"Rammeværket er ikke i kraft den {write_date(svar.dato)}."])
    for one in svar.klassifikationer.values():
        lines += ["", page.heading(f"{one.navn}: {one.svar}"), page.hanging("  ", one.tekst), *_klasser(one, page)]
        lines += questions(_waiting(one), page)
    return "\n".join(lines)


def head(titel: str, said: Iterable[str], page: Page) -> list[str]:
    """The first two lines of an answer."""
    return [page.heading(titel), " · ".join(said)]


def _klasser(one: Klassifikationsvurdering, page: Page) -> Iterator[str]:
    name = max((len(klasse.vaerdi) for klasse in one.klasser), default=0)
    klausul = max((len(klasse.klausul) for klasse in one.klasser), default=0)
    for holder, (mark, word) in HOLDER.items():
        found = one.those(holder=holder)
        if found:
            yield from ("", page.heading(f"{mark} {word.capitalize()}"))
        for klasse in found:
            before = f"  {klasse.vaerdi:<{name}}  {klasse.klausul:<{klausul}}  "
            yield page.hanging(before, klasse.betingelse.begrundelse)


def _waiting(one: Klassifikationsvurdering) -> Iterator[tuple[str, Betingelse]]:
    """The open classes, the stated one first."""
    for klasse in sorted(one.klasser, key=lambda klasse: klasse.vaerdi != one.angivet):
        yield klasse.vaerdi, klasse.betingelse


def questions(waiting: Iterable[tuple[str, Betingelse]], page: Page) -> Iterator[str]:
    """The missing facts: the question for each, its name, and who waits for it."""
    found: dict[str, tuple[Mangel, list[str]]] = {}
    for name, betingelse in waiting:
        for mangel in betingelse.mangler:
            found.setdefault(mangel.navn, (mangel, []))[1].append(name)
    if found:
        yield from ("", page.heading(f"Der mangler {counted(len(found), 'oplysning', 'oplysninger')}"))
    for mangel, names in found.values():
        yield page.hanging("  ? ", mangel.spoergsmaal or f"Hvad er {mangel.navn}?")
        waits = list(dict.fromkeys(names))
        more = f" og {len(waits) - MOST_NAMED} til" if len(waits) > MOST_NAMED else ""
        yield page.hanging("      ", f"{mangel.navn} · {', '.join(waits[:MOST_NAMED])}{more}")


def klassificering_as_json(svar: Klassificering) -> Json:
    """The same as data; the keys keep æ, ø and å."""
    return {
        "aktivitet": svar.aktivitet,
        "rammeværk": svar.rammevaerk,
        "udgave": svar.udgave,
        "dato": svar.dato.isoformat(),
        "i kraft": svar.i_kraft,
        "klassifikationer": {navn: _klassifikation(one) for navn, one in svar.klassifikationer.items()},
    }


def _klassifikation(one: Klassifikationsvurdering) -> Json:
    return {
        "klausul": one.klausul,
        "oplysning": one.oplysning,
        "angivet": one.angivet,
        "svar": one.svar,
        "tekst": one.tekst,
        "klasser": [_klasse(klasse) for klasse in one.klasser],
    }


def _klasse(one: Klassevurdering) -> Json:
    return {
        "værdi": one.vaerdi,
        "klausul": one.klausul,
        "svar": HOLDER[one.holder][1],
        **betingelse_as_json(one.betingelse),
    }


def betingelse_as_json(one: Betingelse) -> Json:
    """Why a condition came out as it did, and what is missing."""
    return {
        "begrundelse": one.begrundelse,
        "led": [{"tekst": led.tekst, "svar": ANSWERS[led.holder], "fakta": list(led.fakta)} for led in one.led],
        "mangler": [{"oplysning": mangel.oplysning, "spørgsmål": mangel.spoergsmaal} for mangel in one.mangler],
    }
