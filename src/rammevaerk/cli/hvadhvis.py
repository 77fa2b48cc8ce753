"""`hvadhvis`: what edited rule files would do to a portfolio, before they are saved."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Option, Verb
from rammevaerk.cli.judging import DATO, RAMME, Sag, read_sag
from rammevaerk.diagnostics import Diagnostic, Refused

if TYPE_CHECKING:
    from rammevaerk.api import Hvadhvis
    from rammevaerk.model.rammevaerk import Rammevaerk

_RAMME: Final = Option(RAMME.name, "rammeværket, som det gælder nu: dets navn eller mappe", "NAVN", "r")
_FORMAT: Final = Option("format", "tekst (som standard), json eller tabel", "FORMAT", "f", ("tekst", "json", "tabel"))
_ABOUT: Final = """
Siger, hvad der ville ske, hvis reglerne i REGLER trådte i stedet for dem, der gælder nu: hvilke
aktiviteter der får en anden indstilling, fra hvad til hvad og på grund af hvilken klausul. Der
gemmes intet. REGLER er en fil eller en mappe med regelfiler.

En enkelt fil fra en mappe kan også prøves: Hedder den som en af filerne i den mappe, --ramme
nævner, prøves den i dens sted. Fejl i de nye regler vises som med «tjek».

Eksempel:
  rammevaerk hvadhvis nye-regler/odense-2022 aktiviteter.yaml --ramme odense-2022 --dato 01.06.2024
"""


def _run(arguments: Arguments) -> int:
    faults: list[Diagnostic] = []
    if not arguments.words:
        faults.append(Diagnostic("B005", "ingen nye regler", "skriv filen eller mappen med de nye regler først"))
    if len(arguments.every("ramme")) > 1:
        faults.append(Diagnostic("B004", "nye regler sammenlignes med ét rammeværk", "skriv «--ramme» én gang"))
    now = _edited(arguments, faults) if not faults else None
    if now is None:
        raise Refused(faults)
    with read_sag(replace(arguments, words=arguments.words[1:]), beside=(now,)) as sag:
        found = _answer(sag, now)
    _write(found, arguments.one("format", "tekst"))
    return 0


def _edited(arguments: Arguments, faults: list[Diagnostic]) -> Rammevaerk | None:
    """The rammeværk of the new rules; None with all their faults. What `tjek` finds besides is told on stderr."""
    from rammevaerk.checks import CHECKS
    from rammevaerk.loading import load, load_with

    place, ramme = Path(arguments.words[0]), arguments.one("ramme")
    try:
        whole = load_with(ramme, place) if ramme and place.is_file() else None
        found = whole or load(arguments.words[0])
    except Refused as refused:
        faults += refused.diagnostics
        return None
    for fault in (fault for check in CHECKS for fault in check(found)):
        print(fault, file=sys.stderr)
    return found


def _answer(sag: Sag, now: Rammevaerk) -> Hvadhvis:
    from rammevaerk.api import hvadhvis
    from rammevaerk.cli.progress import watched

    (before,) = sag.rammer
    return hvadhvis(watched(sag.aktiviteter, "Vurderer", sag.aktiviteter.count), before, now, sag.dato)


def _write(found: Hvadhvis, form: str) -> None:
    import json

    from rammevaerk.presentation.hvadhvis import hvadhvis_as_json, write_hvadhvis, write_table
    from rammevaerk.presentation.page import page_for

    if form == "json":
        print(json.dumps([hvadhvis_as_json(found)], ensure_ascii=False, indent=2))
    else:
        print((write_table if form == "tabel" else write_hvadhvis)(found, page_for(sys.stdout)))


VERB: Final = Verb(
    name="hvadhvis",
    words="REGLER FIL… --ramme NAVN [--dato DATO] [--format FORMAT]",
    summary="sig, hvad ændrede regler ville gøre ved aktiviteterne",
    about=_ABOUT,
    options=(_RAMME, DATO, _FORMAT),
    run=_run,
)
