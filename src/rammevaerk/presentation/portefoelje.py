"""The answers about a portfolio as plain Danish text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.explanation.values import UNKNOWN, andel_in_words, of_all
from rammevaerk.facts.dates import write_date
from rammevaerk.facts.numbers import counted, write_count
from rammevaerk.presentation.page import Page
from rammevaerk.presentation.text import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rammevaerk.explanation.portefoelje import (
        Aktivitetsnavn,
        Gruppevurdering,
        Portefoeljeregelvurdering,
        Portefoeljevurdering,
    )

_NAMED: Final = 10
"""So many aktiviteter are named; the rest are counted. JSON names them all."""
_LABEL: Final = len("Grundlag")


def write_portefoelje(found: Portefoeljevurdering, page: Page = Page()) -> str:  # noqa: B008 - a page is frozen
    """Each rule with its demand, and under it the answer for each group."""
    read = counted(found.antal, "aktivitet", "aktiviteter")
    place = [found.rammevaerk, read, f"vurderet den {write_date(found.dato)}"]
    lines = [
        page.heading(page.hanging("", found.titel)),
        page.hanging("", " · ".join([*place, f"udgave {found.udgave[:12]}"])),
    ]
    if not found.regler:
        lines += ["", "Rammeværket har ingen regler om porteføljen."]
    for regel in found.regler:
        lines += ["", *_regel(regel, page)]
    return "\n".join(lines)


def _regel(regel: Portefoeljeregelvurdering, page: Page) -> Iterator[str]:
    yield page.heading(f"{MARKS[regel.udfald]} {regel.id} – {regel.udfald} ({regel.styrke})")
    rows = {
        "Grundlag": regel.grundlag,
        "For hver": regel.for_hver,
        "Blandt": regel.blandt,
        "Krav": regel.krav,
        "Andel": regel.andel,
        "Mindst": regel.mindst,
    }
    for label, text in rows.items():
        yield from page.labelled(label, [text] if text else [], _LABEL)
    yield from page.labelled("Hensyn", regel.hensyn, _LABEL)
    for gruppe in regel.grupper:
        yield ""
        yield from _gruppe(gruppe, regel.for_hver, page)


def name_of_gruppe(gruppe: Gruppevurdering) -> str:
    """What a group is called; nothing where the rule parts the aktiviteter in none."""
    return UNKNOWN if gruppe.uoplyst else gruppe.gruppe


def _gruppe(gruppe: Gruppevurdering, for_hver: str, page: Page) -> Iterator[str]:
    name = name_of_gruppe(gruppe)
    if name:
        yield page.hanging("  ", f"{MARKS[gruppe.udfald]} {name}: {gruppe.udfald}")
    yield page.hanging("    ", gruppe.begrundelse)
    yield from (page.hanging("    · ", one) for one in figures(gruppe))
    if gruppe.imod:
        yield page.hanging("    · ", f"taler imod: {_named(gruppe.imod)}")
    for mangel in gruppe.mangler:
        yield page.hanging("    ? ", mangel.spoergsmaal or f"Hvad er {mangel.navn}?")
        once = mangel.navn == for_hver and not gruppe.uoplyst  # they may belong to every group, and are named in one
        where = f"dem, der står under «{UNKNOWN}»" if once else _named(mangel.aktiviteter)
        yield page.hanging("        ", f"{mangel.navn} · {where}")


def figures(gruppe: Gruppevurdering) -> Iterator[str]:
    """Each count, share and sum behind the answer."""
    whole = gruppe.antal + gruppe.maaske
    if whole:
        perhaps = f", måske {write_count(gruppe.maaske)} til" if gruppe.maaske else ""
        yield f"tæller med: {write_count(gruppe.antal)}{perhaps}"
    if gruppe.andel:
        counts = of_all(gruppe.andel.ja, gruppe.andel.antal, gruppe.andel.open)
        yield f"andel: {andel_in_words(gruppe.andel)} ({counts})"
    else:
        for one in gruppe.taellinger:
            yield f"{one.betingelse}: {of_all(one.ja, whole, one.uafklaret)}"
    for words, value in gruppe.summer:
        yield f"{words}: {value}"


def _named(aktiviteter: Sequence[Aktivitetsnavn]) -> str:
    """Their titles with their ids, as far as a person reads."""
    more = len(aktiviteter) - _NAMED
    said = ", ".join(f"{one.titel} ({one.id})" for one in aktiviteter[:_NAMED])
    return f"{said} og {write_count(more)} til" if more > 0 else said
