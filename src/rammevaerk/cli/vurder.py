"""`vurder`: judge aktiviteter, and write the answers as text, JSON or a table."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Option, Verb
from rammevaerk.cli.fejlark import FEJL_I, faults_beside_cells
from rammevaerk.cli.judging import DATO, RAMME, read_sag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rammevaerk.api import Vurdering
    from rammevaerk.cli.judging import Sag
    from rammevaerk.model.rammevaerk import Rammevaerk

_FORMAT: Final = Option("format", "tekst (som standard), json eller tabel", "FORMAT", "f", ("tekst", "json", "tabel"))
_ABOUT: Final = """
Vurderer hver aktivitet i filerne og skriver indstillingen med begrundelse.
En fil kan rumme én aktivitet eller flere: .yaml, .json, .jsonl (én aktivitet på hver linje), eller
et regneark: .xlsx, .csv eller .parquet. «rammevaerk skabelon» skriver et regneark at udfylde.
Skriv «-» for at læse det, der sendes ind fra et andet program.

Med flere rammeværker vurderes hver aktivitet efter hvert af dem i den rækkefølge, de er skrevet.
Filen må rumme de egne oplysninger, som de hver især har bedt om.

Er der noget galt med en fil, skrives intet svar. Alle fejl vises på én gang, og koden er 2.
Med --fejl-i står de også ved cellerne i en kopi af regnearket.

Eksempel:
  rammevaerk vurder aktiviteter.yaml --ramme odense-2022 --dato 01.06.2024
"""


def _run(arguments: Arguments) -> int:
    write = _WRITERS[arguments.one("format", "tekst")]
    with faults_beside_cells(arguments), read_sag(arguments) as sag:
        write(sag, _answers(sag, shown=write is not _write_text or not sys.stdout.isatty()))
    return 0


def _answers(sag: Sag, *, shown: bool) -> Iterator[tuple[Rammevaerk, Vurdering]]:
    """Each vurdering in turn, with a bar where it would not stand in the way of the answers."""
    from rammevaerk.api import vurder
    from rammevaerk.cli.progress import watched

    each = watched(sag.aktiviteter, "Vurderer", sag.aktiviteter.count) if shown else iter(sag.aktiviteter)
    return (
        (ramme, vurder(aktivitet, ramme, sag.dato, beside=sag.others(ramme)))
        for aktivitet in each
        for ramme in sag.rammer
    )


def _write_text(sag: Sag, answers: Iterator[tuple[Rammevaerk, Vurdering]]) -> None:
    from rammevaerk.presentation.page import page_for
    from rammevaerk.presentation.text import write_counts, write_counts_of_each, write_summary

    page = page_for(sys.stdout)
    counts: dict[str, dict[str, int]] = {name: {} for name in sag.names.values()}
    for number, (ramme, one) in enumerate(answers):
        heading = sag.heading(ramme, page)
        print(f"\n{page.rule()}\n" if number else "", heading, write_summary(one, page), sep="")
        handlinger = counts[sag.names[ramme.udgave]]
        handlinger[one.indstilling.handling] = handlinger.get(one.indstilling.handling, 0) + 1
    if not sag.aktiviteter.count:
        print("Der er ingen aktiviteter i det, der blev læst.")
    elif len(counts) > 1:
        print(f"\n{page.rule()}\n\n{write_counts_of_each(counts)}")
    elif sag.aktiviteter.count > 1:
        print(f"\n{page.rule()}\n\n{write_counts(next(iter(counts.values())))}")


def _write_json(_sag: Sag, answers: Iterator[tuple[Rammevaerk, Vurdering]]) -> None:
    from rammevaerk.presentation.json import write_list

    for part in write_list(one for _, one in answers):
        sys.stdout.write(part)


def _write_table(sag: Sag, answers: Iterator[tuple[Rammevaerk, Vurdering]]) -> None:
    from rammevaerk.presentation.page import page_for
    from rammevaerk.presentation.table import write_table

    print(write_table((one for _, one in answers), page_for(sys.stdout), sag.names))


_WRITERS: Final[dict[str, Callable[[Sag, Iterator[tuple[Rammevaerk, Vurdering]]], None]]] = {
    "tekst": _write_text,
    "json": _write_json,
    "tabel": _write_table,
}

VERB: Final = Verb(
    name="vurder",
    words="FIL… (--ramme NAVN)… [--dato DATO] [--format FORMAT] [--fejl-i KOPI.xlsx]",
    summary="vurdér aktiviteter, og skriv indstillingerne",
    about=_ABOUT,
    options=(RAMME, DATO, _FORMAT, FEJL_I),
    run=_run,
)
