"""`vurder`: judge aktiviteter, and write the answers as text, JSON or a table."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Option, Verb
from rammevaerk.cli.judging import DATO, RAMME, read_sag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rammevaerk.api import Vurdering
    from rammevaerk.cli.judging import Sag

_FORMAT: Final = Option("format", "tekst (som standard), json eller tabel", "FORMAT", "f", ("tekst", "json", "tabel"))
_ABOUT: Final = """
Vurderer hver aktivitet i filerne og skriver indstillingen med begrundelse.
En fil kan rumme én aktivitet eller flere: .yaml, .json eller .jsonl (én aktivitet på hver linje).
Skriv «-» for at læse det, der sendes ind fra et andet program.

Er der noget galt med en fil, skrives intet svar. Alle fejl vises på én gang, og koden er 2.

Eksempel:
  rammevaerk vurder aktiviteter.yaml --ramme odense-2022 --dato 01.06.2024
"""


def _run(arguments: Arguments) -> int:
    write = _WRITERS[arguments.one("format", "tekst")]
    with read_sag(arguments) as sag:
        write(_answers(sag, shown=write is not _write_text or not sys.stdout.isatty()))
    return 0


def _answers(sag: Sag, *, shown: bool) -> Iterator[Vurdering]:
    """Each vurdering in turn, with a bar where it would not stand in the way of the answers."""
    from rammevaerk.api import vurder
    from rammevaerk.cli.progress import watched

    each = watched(sag.aktiviteter, "Vurderer", sag.aktiviteter.count) if shown else iter(sag.aktiviteter)
    return (vurder(aktivitet, sag.ramme, sag.dato) for aktivitet in each)


def _write_text(answers: Iterator[Vurdering]) -> None:
    from rammevaerk.presentation.page import page_for
    from rammevaerk.presentation.text import write_counts, write_summary

    page = page_for(sys.stdout)
    handlinger: dict[str, int] = {}
    for number, one in enumerate(answers):
        print(f"\n{page.rule()}\n" if number else "", write_summary(one, page), sep="")
        handlinger[one.indstilling.handling] = handlinger.get(one.indstilling.handling, 0) + 1
    if not handlinger:
        print("Der er ingen aktiviteter i det, der blev læst.")
    elif sum(handlinger.values()) > 1:
        print(f"\n{page.rule()}\n\n{write_counts(handlinger)}")


def _write_json(answers: Iterator[Vurdering]) -> None:
    from rammevaerk.presentation.json import write_list

    for part in write_list(answers):
        sys.stdout.write(part)


def _write_table(answers: Iterator[Vurdering]) -> None:
    from rammevaerk.presentation.page import page_for
    from rammevaerk.presentation.table import write_table

    print(write_table(answers, page_for(sys.stdout)))


_WRITERS: Final[dict[str, Callable[[Iterator[Vurdering]], None]]] = {
    "tekst": _write_text,
    "json": _write_json,
    "tabel": _write_table,
}

VERB: Final = Verb(
    name="vurder",
    words="FIL… --ramme NAVN [--dato DATO] [--format FORMAT]",
    summary="vurdér aktiviteter, og skriv indstillingerne",
    about=_ABOUT,
    options=(RAMME, DATO, _FORMAT),
    run=_run,
)
