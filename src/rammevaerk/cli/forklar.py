"""`forklar`: on what ground, with what considerations and on which facts, klausul by klausul."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Option, Verb
from rammevaerk.cli.citater import words_of
from rammevaerk.cli.judging import DATO, RAMME, Sag, read_sag
from rammevaerk.diagnostics import Diagnostic, Refused, did_you_mean
from rammevaerk.names import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.presentation.page import Page

_AKTIVITET: Final = Option("aktivitet", "kun den aktivitet med det id; kan skrives flere gange", "ID", "a")
_KLAUSUL: Final = Option("klausul", "kun den klausul; kan skrives flere gange", "ID", "k")
_WORDS: Final = Option("ord", "filen fra «kilde tilknyt» med papirets ord; kan skrives flere gange", "FIL")
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
        _write(sag, wanted, arguments.every("klausul"), words_of(sag, arguments.every("ord")))
    return 0


def _check(sag: Sag, aktiviteter: tuple[str, ...], klausuler: tuple[str, ...]) -> None:
    """Raise `Refused` with every name that is not there."""
    somewhere = list(dict.fromkeys(id_ for ramme in sag.rammer for id_ in ramme.klausuler))
    faults = [_unknown("klausul", id_, somewhere) for id_ in klausuler if id_ not in somewhere]
    if aktiviteter:
        known = [aktivitet.id for aktivitet in sag.aktiviteter]
        faults += [_unknown("aktivitet", id_, known) for id_ in aktiviteter if id_ not in known]
    if faults:
        raise Refused(faults)


def _unknown(what: str, id_: str, known: list[str]) -> Diagnostic:
    shown = [*known[:10], "…"] if len(known) > 10 else known  # noqa: PLR2004 - a line on the screen
    return Diagnostic("B007", f"ukendt {what} «{id_}»", did_you_mean(id_, known) or f"kendte er {listed(shown)}")


def _write(
    sag: Sag, aktiviteter: tuple[str, ...], klausuler: tuple[str, ...], words: Mapping[str, Mapping[str, str]]
) -> None:
    """Each answer in turn; a rammeværk with none of the klausuler asked about has nothing to say."""
    from rammevaerk.presentation.page import page_for

    page = page_for(sys.stdout)
    rammer = [ramme for ramme in sag.rammer if not klausuler or {*klausuler} & ramme.klausuler.keys()]
    chosen = (one for one in sag.aktiviteter if not aktiviteter or one.id in aktiviteter)
    for number, (aktivitet, ramme) in enumerate((one, ramme) for one in chosen for ramme in rammer):
        told = _told(sag, aktivitet, ramme, klausuler, page, words[ramme.udgave])
        print(f"\n{page.rule()}\n\n" if number else "", sag.heading(ramme, page), told, sep="")


def _told(  # noqa: PLR0913, PLR0917 - what an answer is told with
    sag: Sag,
    aktivitet: Aktivitet,
    ramme: Rammevaerk,
    klausuler: tuple[str, ...],
    page: Page,
    citater: Mapping[str, str],
) -> str:
    from rammevaerk.api import bound, vurder
    from rammevaerk.explanation.changes import deciding, turning
    from rammevaerk.presentation.text import write_changes, write_vurdering

    known = bound(aktivitet, ramme, sag.dato, sag.others(ramme))
    answer = vurder(known, ramme, sag.dato)
    told = write_vurdering(answer, klausuler, page, deciding(ramme, known, sag.dato), citater)
    changes = "" if klausuler else write_changes(turning(ramme, known, sag.dato), page)
    return f"{told}\n\n{changes}" if changes else told


VERB: Final = Verb(
    name="forklar",
    words="FIL… (--ramme NAVN)… [--dato DATO] [--klausul ID]… [VALG]…",
    summary="forklar vurderingen, klausul for klausul",
    about=_ABOUT,
    options=(RAMME, DATO, _AKTIVITET, _KLAUSUL, _WORDS),
    run=_run,
)
