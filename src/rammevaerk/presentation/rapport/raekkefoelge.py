"""What to do first and what to end, as tables; long ones in part, and whole among the annexes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from rammevaerk.facts.numbers import write_count
from rammevaerk.presentation.rangering import ENDS, missing_in_words, order_in_words, trin_in_words
from rammevaerk.presentation.rapport.blokke import Afsnit, Blok, Kolonne, Tabel
from rammevaerk.presentation.rapport.ord import aktiviteter, named, reasons

if TYPE_CHECKING:
    from rammevaerk.explanation.rangering import Plads
    from rammevaerk.explanation.rapport import Rapport

MOST_ROWS: Final = 25
"""More than that belongs in an annex."""


def in_part(tabel: Tabel) -> tuple[Blok, ...]:
    """The first rows of a table, and how many more stand in an annex."""
    more = len(tabel.raekker) - MOST_ROWS
    if more <= 0:
        return (tabel,)
    return (replace(tabel, raekker=tabel.raekker[:MOST_ROWS]), f"De øvrige {write_count(more)} står i bilagene.")


def in_annex(*tables: Tabel) -> tuple[Tabel, ...]:
    """The tables that were shown in part, whole."""
    long = (one for one in tables if len(one.raekker) > MOST_ROWS)
    return tuple(replace(one, titel=f"{one.titel}: alle", ark=f"{one.ark}, alle") for one in long)


def foerst(rapport: Rapport) -> Afsnit:
    """What to do first, and what has no place yet."""
    found = rapport.rangering
    waiting = named([one.titel for one in found.venter], "bilag 3")
    after = f"{aktiviteter(len(found.venter))} venter på et svar og har ingen plads endnu: {waiting}."
    more = [after] if found.venter else []
    return Afsnit("Hvad vi bør gøre først", (*order_in_words(found), *in_part(table_of_first(rapport)), *more))


def table_of_first(rapport: Rapport) -> Tabel:
    """Everyone with a place."""
    columns = [Kolonne("Plads", tal=True), Kolonne("Aktivitet"), Kolonne("Indstilling"), Kolonne("Hvorfor", bred=True)]
    columns += [Kolonne("Kan blive nr."), Kolonne("Mangler", bred=True)]
    found = rapport.rangering.foerst
    rows = tuple((one.plads, one.titel, one.handling, _why(one), _range(one), _missing(one)) for one in found)
    none = "Ingen aktiviteter er valgt til eller kan fortsætte."
    return Tabel("Det, vi bør gøre først", "Rækkefølge", tuple(columns), rows, none)


def _why(one: Plads) -> str:
    steps = "; ".join(map(trin_in_words, one.trin))
    told = f"Foran den næste: {one.skiller}." if one.skiller else ""
    return " ".join(filter(None, [f"{steps}." if steps else "", told])) or "–"


def _range(one: Plads) -> str:
    return f"{one.bedst}" if one.bedst == one.ringest else f"{one.bedst} til {one.ringest}"


def _missing(one: Plads) -> str:
    return missing_in_words(one) or "intet"


def slut(rapport: Rapport) -> Afsnit:
    """What should be ended, and what orders it."""
    more = [f"{ENDS} Hvad der er lagt i dem, står under Økonomi."] if rapport.rangering.slut else []
    return Afsnit("Hvad der bør afsluttes", (*more, *in_part(table_of_last(rapport))))


def table_of_last(rapport: Rapport) -> Tabel:
    """Everything that should be ended."""
    columns = (Kolonne("Nr.", tal=True), Kolonne("Aktivitet"), Kolonne("Hvorfor", bred=True), Kolonne("Hvad den giver"))
    rows = tuple(
        (one.plads, one.titel, reasons(one.begrundelser), "; ".join(map(trin_in_words, one.trin)) or "–")
        for one in rapport.rangering.slut
    )
    return Tabel("Aktiviteter, der bør afsluttes", "Afslutninger", columns, rows, "Ingen aktiviteter bør afsluttes.")
