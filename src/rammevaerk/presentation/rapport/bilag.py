"""The last part of the committee form: everything, aktivitet by aktivitet and klausul by klausul."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rammevaerk.model.resultat import Udfald
from rammevaerk.presentation.rapport.blokke import Afsnit, Kolonne, Tabel
from rammevaerk.presentation.rapport.ord import reasons, titles
from rammevaerk.presentation.rapport.raekkefoelge import in_annex, table_of_first, table_of_last
from rammevaerk.presentation.rapport.tilstand import table_of_late

if TYPE_CHECKING:
    from rammevaerk.explanation.rapport import Rapport


def bilag(rapport: Rapport) -> Afsnit:
    """The annexes."""
    parts = [_aktiviteter(rapport), _vilkaar(rapport), _mangler(rapport), _klausuler(rapport), *_whole(rapport)]
    parts += [] if rapport.offentlig else [_underskrifter(rapport)]
    numbered = (replace(one, titel=f"Bilag {number}: {one.titel}") for number, one in enumerate(parts, 1))
    return Afsnit("Bilag", (), tuple(numbered))


def _whole(rapport: Rapport) -> tuple[Afsnit, ...]:
    """What was too long for the account."""
    tables = in_annex(table_of_first(rapport), table_of_last(rapport), table_of_late(rapport))
    return (Afsnit("Rækkefølge, afslutninger og frister", tables),) if tables else ()


def _aktiviteter(rapport: Rapport) -> Afsnit:
    columns = (
        *map(Kolonne, ("Aktivitet", "Id", "Forvaltning", "Status", "Indstilling")),
        Kolonne("Begrundelse", bred=True),
    )
    rows = tuple(
        (
            one.aktivitet.titel,
            one.aktivitet.id,
            one.forvaltning or "uoplyst",
            one.status,
            one.handling,
            reasons(one.begrundelser) or None,
        )
        for one in rapport.linjer
    )
    return Afsnit("Alle aktiviteter", (Tabel("Alle aktiviteter", "Aktiviteter", columns, rows, "Ingen."),))


def _vilkaar(rapport: Rapport) -> Afsnit:
    rows = tuple(
        (one.aktivitet.titel, kind, reason.tekst, reason.klausul or None)
        for one in rapport.linjer
        if one.status != "afsluttet"
        for kind, found in (("vilkår", one.vilkaar), ("bemærkning", one.bemaerkninger))
        for reason in found
    )
    columns = (Kolonne("Aktivitet"), Kolonne("Hvad"), Kolonne("Tekst", bred=True), Kolonne("Klausul"))
    tabel = Tabel("Vilkår og bemærkninger", "Vilkår", columns, rows, "Der er hverken vilkår eller bemærkninger.")
    text = "Et vilkår skal bringes i orden. En bemærkning beder om en begrundelse. Afsluttede aktiviteter er ikke med."
    return Afsnit("Vilkår og bemærkninger", (text, tabel))


def _mangler(rapport: Rapport) -> Afsnit:
    rows = tuple(
        (gruppe.forvaltning or "uoplyst", one.spoergsmaal or one.navn, len(one.aktiviteter), titles(one.aktiviteter))
        for gruppe in rapport.mangler
        for one in gruppe.mangler
    )
    columns = (
        Kolonne("Forvaltning"),
        Kolonne("Spørgsmål", bred=True),
        Kolonne("Antal", tal=True),
        Kolonne("Om", bred=True),
    )
    tabel = Tabel("Spørgsmål til hver forvaltning", "Spørgsmål", columns, rows, "Der mangler ingen oplysninger.")
    lacking = tuple(
        (one.aktivitet.titel, one.forvaltning or "uoplyst", len(one.mangler), ", ".join(m.navn for m in one.mangler))
        for one in rapport.linjer
        if one.mangler
    )
    names = (Kolonne("Aktivitet"), Kolonne("Forvaltning"), Kolonne("Antal", tal=True), Kolonne("Mangler", bred=True))
    none = "Ingen aktiviteter mangler noget."
    each = Tabel("Hvad hver aktivitet mangler, det vigtigste først", "Mangler hver", names, lacking, none)
    return Afsnit("Hvad der mangler", (tabel, each))


def _klausuler(rapport: Rapport) -> Afsnit:
    met = [udfald for udfald in Udfald if any(one.udfald.get(udfald) for one in rapport.klausuler)]
    columns = (
        Kolonne("Klausul"),
        Kolonne("Styrke"),
        *(Kolonne(str(u), tal=True) for u in met),
        Kolonne("Indhold", bred=True),
    )
    rows = tuple(
        (one.id, one.styrke, *(one.udfald.get(udfald, 0) for udfald in met), one.tekst or None)
        for one in rapport.klausuler
    )
    tabel = Tabel("Klausulerne og deres udfald", "Klausuler", columns, rows, "Ingen klausuler afgøres af en regel.")
    return Afsnit("Klausul for klausul", (tabel,))


def _underskrifter(rapport: Rapport) -> Afsnit:
    columns = (*map(Kolonne, ("Aktivitet", "Hvad", "Svar", "Svaret af", "Dato")), Kolonne("Tekst", bred=True))
    rows = tuple(
        (one.aktivitet.titel, one.navn, one.svar or None, one.svaret_af or None, one.dato, one.tekst or None)
        for one in rapport.underskrifter
    )
    none = "Der er hverken underskrevne skøn eller noter."
    text = "Dette bilag er kun til intern brug. Det kan rumme persondata og udelades af den udgave, der offentliggøres."
    return Afsnit("Skøn og noter", (text, Tabel("Skøn og noter", "Skøn og noter", columns, rows, none)))
