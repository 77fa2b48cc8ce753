"""The order of a portfolio as plain Danish text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rammevaerk.explanation.beloeb import beloeb_in_words
from rammevaerk.facts.dates import write_date
from rammevaerk.facts.numbers import counted, write_count
from rammevaerk.names import listed
from rammevaerk.presentation.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rammevaerk.explanation.beloeb import Beloeb
    from rammevaerk.explanation.rangering import Plads, Rangering, Trin

Json = dict[str, Any]
NO_ORDER: Final = (
    "Rammeværket siger ikke, hvad der tæller mest. Rækkefølgen følger af, hvor lidt der mangler, og så af navnet."
)
ENDS: Final = "Det, der giver mindst, også når det uafklarede tæller med, står først."
_NAMED: Final = 5
_INDENT: Final = " " * 9


def write_rangering(found: Rangering, page: Page = Page()) -> str:  # noqa: B008 - a page is frozen
    """What to do first, what waits for an answer, and what to end, each place with its reason."""
    read = counted(found.antal, "aktivitet", "aktiviteter")
    place = [found.rammevaerk, read, f"vurderet den {write_date(found.dato)}", f"udgave {found.udgave[:12]}"]
    lines = [page.heading(page.hanging("", found.titel)), page.hanging("", " · ".join(place)), ""]
    lines += [page.hanging("", sentence) for sentence in order_in_words(found)]
    lines += _part("Det, vi bør gøre først", found.foerst, "Ingen aktiviteter er valgt til eller kan fortsætte.", page)
    lines += _part("Det, der venter på et svar", found.venter, "Ingen aktiviteter venter.", page)
    lines += _part("Det, vi bør afslutte", found.slut, "Ingen aktiviteter bør afsluttes.", page)
    if found.slut:
        lines += ["", page.hanging("  ", f"{ENDS} I alt er der investeret: {beloeb_in_words(found.pris)}")]
    if found.oevrige:
        others = listed([f"{write_count(number)} {handling}" for handling, number in found.oevrige.items()])
        lines += ["", page.hanging("", f"Uden plads: {others}.")]
    return "\n".join(lines)


def order_in_words(found: Rangering) -> Iterator[str]:
    """What decides the places."""
    if not found.orden:
        yield NO_ORDER
        return
    steps = listed([f"«{one.navn}»" for one in found.orden], "og så")
    source = " ".join(dict.fromkeys(one.klausul for one in found.orden if one.klausul))
    after = f" ({source})" if source else ""
    yield f"Rækkefølgen følger {steps}{after}. Jo flere af trinnets klausuler der er opfyldt, jo højere plads."
    yield "Er to lige, står den, der mangler mindst, først, og så går det efter navnet."
    for one in found.orden:
        yield f"{one.navn.capitalize()}: {listed(list(one.klausuler))}. {one.fortolkning}".strip()


def _part(heading: str, places: Sequence[Plads], none: str, page: Page) -> Iterator[str]:
    yield from ("", page.heading(heading))
    if not places:
        yield page.hanging("  ", none)
    for one in places:
        yield from _plads(one, page)


def _plads(one: Plads, page: Page) -> Iterator[str]:
    number = f"{one.plads}." if one.plads else "–"
    yield page.hanging(f"{number:>5}    ", f"{one.titel} ({one.aktivitet}): {one.handling}")
    if one.trin:
        yield page.hanging(_INDENT, "; ".join(trin_in_words(each) for each in one.trin))
    if one.handling not in ("tilvælg", "fortsæt"):
        for reason in one.begrundelser:
            yield page.hanging(_INDENT, f"{reason.klausul}: {reason.tekst}" if reason.klausul else reason.tekst)
    if one.bedst != one.ringest:
        yield page.hanging(_INDENT, range_in_words(one))
    if one.handling == "afslut":
        yield page.hanging(_INDENT, f"investeret: {beloeb_in_words(one.investeret)}")
    if one.mangler:
        yield page.hanging(_INDENT, f"mangler: {missing_in_words(one)}")
    if one.skiller:
        yield page.hanging(_INDENT, f"det skiller den fra den næste: {one.skiller}")


def range_in_words(one: Plads) -> str:
    """The places that filling in what is missing could give."""
    return f"kan blive nr. {one.bedst} til nr. {one.ringest}, når det, der mangler, bliver oplyst"


def missing_in_words(one: Plads) -> str:
    """The first of the missing facts by name; the rest are counted."""
    names = [mangel.navn for mangel in one.mangler]
    more = len(names) - _NAMED
    return listed([*names[:_NAMED], f"{more} til"]) if more > 1 else listed(names)


def trin_in_words(one: Trin) -> str:
    """How many klausuler of a step are fulfilled, and which are not."""
    whole = one.lavest + len(one.uafklaret) + len(one.ikke_opfyldt)
    said = f"{one.navn}: {one.lavest} af {whole} opfyldt" if whole else f"{one.navn}: intet at opfylde"
    open_ = [f"uafklaret {', '.join(one.uafklaret)}"] if one.uafklaret else []
    breached = [f"ikke opfyldt {', '.join(one.ikke_opfyldt)}"] if one.ikke_opfyldt else []
    more = " og ".join((*open_, *breached))
    return f"{said} ({more})" if more else said


def rangering_as_json(found: Rangering) -> Json:
    """The whole order as JSON data; the keys keep æ, ø and å."""
    return {
        "rammeværk": found.rammevaerk,
        "udgave": found.udgave,
        "dato": found.dato.isoformat(),
        "aktiviteter": found.antal,
        "rangorden": [
            {"navn": one.navn, "klausul": one.klausul or None, "klausuler": list(one.klausuler)} for one in found.orden
        ],
        "først": [_place(one) for one in found.foerst],
        "venter": [_place(one) for one in found.venter],
        "slut": [_place(one) for one in found.slut],
        "investeret i det, der bør afsluttes": beloeb_as_json(found.pris),
        "øvrige": dict(found.oevrige),
    }


def _place(one: Plads) -> Json:
    return {
        "plads": one.plads or None,
        "bedst": one.bedst or None,
        "ringest": one.ringest or None,
        "aktivitet": one.aktivitet,
        "handling": one.handling,
        "trin": [
            {
                "navn": trin.navn,
                "opfyldt": list(trin.opfyldt),
                "uafklaret": list(trin.uafklaret),
                "ikke opfyldt": list(trin.ikke_opfyldt),
            }
            for trin in one.trin
        ],
        "skiller": one.skiller or None,
        "mangler": [mangel.oplysning for mangel in one.mangler],
        "investeret": beloeb_as_json(one.investeret),
    }


def beloeb_as_json(beloeb: Beloeb) -> Json:
    """A sum: its known part in each unit, whether that is all, and as a person reads it."""
    return {
        "kendt": [str(one) for one in beloeb.dele],
        "mindst": beloeb.mindst,
        "tekst": beloeb_in_words(beloeb),
    }
