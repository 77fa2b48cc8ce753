"""`forklar`: on what ground, with what considerations and on which facts, klausul by klausul."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Option, Verb
from rammevaerk.cli.citater import words_for
from rammevaerk.cli.judging import DATO, RAMME, Sag, read_sag
from rammevaerk.diagnostics import Diagnostic, Refused, did_you_mean
from rammevaerk.names import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

_AKTIVITET: Final = Option("aktivitet", "kun den aktivitet med det id; kan skrives flere gange", "ID", "a")
_KLAUSUL: Final = Option("klausul", "kun den klausul; kan skrives flere gange", "ID", "k")
_WORDS: Final = Option("ord", "filen fra «kilde tilknyt» med papirets ord", "FIL")
_ABOUT: Final = """
Forklarer vurderingen af hver aktivitet, klausul for klausul:
grundlaget i papiret, de hensyn der er taget, og de fakta der er lagt vægt på.

Har du gemt papirets ord med «rammevaerk kilde tilknyt», citeres de under grundlaget.
Ligger de et andet sted end i din egen mappe, så skriv filen efter --ord.

Eksempel:
  rammevaerk forklar aktiviteter.yaml --ramme odense-2022 --dato 01.06.2024 --klausul mål.2
"""


def _run(arguments: Arguments) -> int:
    with read_sag(arguments) as sag:
        wanted = arguments.every("aktivitet")
        _check(sag, wanted, arguments.every("klausul"))
        words = words_for(arguments.one("ramme"), sag.ramme.id, arguments.one("ord"))
        _write(sag, wanted, arguments.every("klausul"), words)
    return 0


def _check(sag: Sag, aktiviteter: tuple[str, ...], klausuler: tuple[str, ...]) -> None:
    """Raise `Refused` with every name that is not there."""
    faults = [
        _unknown("klausul", id_, list(sag.ramme.klausuler)) for id_ in klausuler if id_ not in sag.ramme.klausuler
    ]
    if aktiviteter:
        known = [aktivitet.id for aktivitet in sag.aktiviteter]
        faults += [_unknown("aktivitet", id_, known) for id_ in aktiviteter if id_ not in known]
    if faults:
        raise Refused(faults)


def _unknown(what: str, id_: str, known: list[str]) -> Diagnostic:
    shown = [*known[:10], "…"] if len(known) > 10 else known  # noqa: PLR2004 - a line on the screen
    return Diagnostic("B007", f"ukendt {what} «{id_}»", did_you_mean(id_, known) or f"kendte er {listed(shown)}")


def _write(sag: Sag, aktiviteter: tuple[str, ...], klausuler: tuple[str, ...], citater: Mapping[str, str]) -> None:
    from rammevaerk.api import bound, vurder
    from rammevaerk.explanation.changes import deciding, turning
    from rammevaerk.presentation.page import page_for
    from rammevaerk.presentation.text import write_changes, write_vurdering

    page = page_for(sys.stdout)
    chosen = (one for one in sag.aktiviteter if not aktiviteter or one.id in aktiviteter)
    for number, aktivitet in enumerate(chosen):
        known = bound(aktivitet, sag.ramme, sag.dato)
        answer = vurder(known, sag.ramme, sag.dato)
        hangs_on = deciding(sag.ramme, known, sag.dato)
        told = write_vurdering(answer, klausuler, page, hangs_on, citater)
        print(f"\n{page.rule()}\n\n" if number else "", told, sep="")
        changes = "" if klausuler else write_changes(turning(sag.ramme, known, sag.dato), page)
        if changes:
            print(f"\n{changes}")


VERB: Final = Verb(
    name="forklar",
    words="FIL… --ramme NAVN [--dato DATO] [--aktivitet ID]… [--klausul ID]… [VALG]…",
    summary="forklar vurderingen, klausul for klausul",
    about=_ABOUT,
    options=(RAMME, DATO, _AKTIVITET, _KLAUSUL, _WORDS),
    run=_run,
)
