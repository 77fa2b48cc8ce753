"""`rangér`: what should be done first of a portfolio, and what should be ended, as text or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.cli.answering import FORMAT, write_json, write_text
from rammevaerk.cli.arguments import Arguments, Verb
from rammevaerk.cli.judging import DATO, RAMME, Sag, read_sag

if TYPE_CHECKING:
    from rammevaerk.api import Rangering
    from rammevaerk.model.rammevaerk import Rammevaerk

_ABOUT: Final = """
Sætter aktiviteterne i rækkefølge: først det, rammeværket lægger mest vægt på, og ved lighed det,
der mangler mindst. Kun aktiviteter, der er valgt til eller kan fortsætte, får en plads. De, der
venter på et svar, og de, der bør afsluttes, står for sig med begrundelse og pris.

Det, der mangler, flytter ingen i stilhed: hver plads siger, hvad den kan blive til.

Eksempel:
  rammevaerk rangér aktiviteter.yaml --ramme odense-2022 --dato 01.06.2024
"""


def _run(arguments: Arguments) -> int:
    from rammevaerk.presentation.rangering import rangering_as_json, write_rangering

    with read_sag(arguments) as sag:
        found = [_answer(sag, ramme) for ramme in sag.rammer]
    if arguments.one("format", "tekst") == "json":
        write_json(found, rangering_as_json)
    else:
        write_text(found, write_rangering)
    return 0


def _answer(sag: Sag, ramme: Rammevaerk) -> Rangering:
    from rammevaerk.api import ranger
    from rammevaerk.cli.progress import watched

    each = watched(sag.aktiviteter, "Vurderer", sag.aktiviteter.count)
    return ranger(each, ramme, sag.dato, beside=sag.others(ramme))


VERB: Final = Verb(
    name="rangér",
    words="FIL… (--ramme NAVN)… [--dato DATO] [--format FORMAT]",
    summary="sæt aktiviteterne i rækkefølge, og sig, hvad der bør afsluttes",
    about=_ABOUT,
    options=(RAMME, DATO, FORMAT),
    run=_run,
)
