"""`frister`: what must happen by which day, and what has happened too late, of papers and of aktiviteter."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Option, Verb
from rammevaerk.cli.judging import DATO, RAMME, Sag, read_sag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rammevaerk.explanation.fristvurdering import Fristoversigt, Fristvurdering
    from rammevaerk.model.rammevaerk import Rammevaerk

_DATO: Final = Option(DATO.name, "den dag, der spørges om, fx 01.06.2024 eller 2024-06-01; ellers i dag", "DATO", "d")
_FORMAT: Final = Option("format", "tekst (som standard), json eller tabel", "FORMAT", "f", ("tekst", "json", "tabel"))
_ABOUT: Final = """
Viser rammeværkets frister, de overskredne først og resten efter dato. Med filer vises også
fristerne for hver aktivitet i dem. Mangler der en oplysning, siges det hvilken.
Til sidst står de papirer, der er henvist til, og det, der ikke har nogen gældende udgave.

Eksempel:
  rammevaerk frister --ramme odense-2022 --ramme skanderborg
  rammevaerk frister aktiviteter.yaml --ramme odense-2022 --dato 01.06.2024
"""


def _run(arguments: Arguments) -> int:
    with read_sag(arguments, of_aktiviteter=False) as sag:
        oversigter = [_oversigt(sag, ramme) for ramme in sag.rammer]
    sys.stdout.write(_WRITERS[arguments.one("format", "tekst")](oversigter))
    return 0


def _oversigt(sag: Sag, ramme: Rammevaerk) -> Fristoversigt:
    from rammevaerk.explanation.frister import fristoversigt

    return fristoversigt(ramme, sag.dato, _of_aktiviteter(sag, ramme))


def _of_aktiviteter(sag: Sag, ramme: Rammevaerk) -> Iterator[Fristvurdering]:
    from rammevaerk.api import bound
    from rammevaerk.cli.progress import watched
    from rammevaerk.explanation.frister import aktivitet_frister

    for aktivitet in watched(sag.aktiviteter, "Gør op", sag.aktiviteter.count):
        yield from aktivitet_frister(ramme, bound(aktivitet, ramme, sag.dato, sag.others(ramme)), sag.dato)


def _text(oversigter: list[Fristoversigt]) -> str:
    from rammevaerk.presentation.frister import write_frister
    from rammevaerk.presentation.page import page_for

    return write_frister(oversigter, page_for(sys.stdout)) + "\n"


def _json(oversigter: list[Fristoversigt]) -> str:
    from rammevaerk.presentation.frister_json import write_json

    return write_json(oversigter)


def _table(oversigter: list[Fristoversigt]) -> str:
    from rammevaerk.presentation.frister import write_table
    from rammevaerk.presentation.page import page_for

    return write_table(oversigter, page_for(sys.stdout)) + "\n"


_WRITERS: Final[dict[str, Callable[[list[Fristoversigt]], str]]] = {"tekst": _text, "json": _json, "tabel": _table}

VERB: Final = Verb(
    name="frister",
    words="[FIL]… (--ramme NAVN)… [--dato DATO] [--format FORMAT]",
    summary="vis frister: hvad der skal ske hvornår, og hvad der er overskredet",
    about=_ABOUT,
    options=(RAMME, _DATO, _FORMAT),
    run=_run,
)
