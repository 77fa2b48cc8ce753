"""`sammenlign`: one aktivitet against several rammeværker side by side, and why their answers differ."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Option, Verb
from rammevaerk.cli.judging import DATO, RAMME, read_sag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.api import Sammenligning
    from rammevaerk.cli.judging import Sag

_FORMAT: Final = Option("format", "tekst (som standard) eller json", "FORMAT", "f", ("tekst", "json"))
_ABOUT: Final = """
Vurderer hver aktivitet efter flere rammeværker og stiller svarene op ved siden af hinanden:
hvor de er forskellige, hvilke klausuler der afgør det, og hvad de andre siger om det samme.
Til sidst står det, som kun ét af dem spørger om, og hvad der mangler for hvem.

Eksempel:
  rammevaerk sammenlign aktiviteter.yaml --ramme odense-2022 --ramme skanderborg --dato 01.06.2022
"""


def _run(arguments: Arguments) -> int:
    write = _write_json if arguments.one("format") == "json" else _write_text
    with read_sag(arguments, least=2) as sag:
        write(sag, _comparisons(sag, shown=write is _write_json or not sys.stdout.isatty()))
    return 0


def _comparisons(sag: Sag, *, shown: bool) -> Iterator[Sammenligning]:
    """Each comparison in turn, with a bar where it would not stand in the way."""
    from rammevaerk.api import sammenlign
    from rammevaerk.cli.progress import watched

    each = watched(sag.aktiviteter, "Sammenligner", sag.aktiviteter.count) if shown else iter(sag.aktiviteter)
    return (sammenlign(aktivitet, sag.rammer, sag.dato) for aktivitet in each)


def _write_text(sag: Sag, found: Iterator[Sammenligning]) -> None:
    from rammevaerk.presentation.comparison import write_agreement, write_comparison
    from rammevaerk.presentation.page import page_for

    page = page_for(sys.stdout)
    alike = 0
    for number, one in enumerate(found):
        print(f"\n{page.rule()}\n" if number else "", write_comparison(one, page), sep="")
        alike += one.ens
    if not sag.aktiviteter.count:
        print("Der er ingen aktiviteter i det, der blev læst.")
    elif sag.aktiviteter.count > 1:
        print(f"\n{page.rule()}\n\n{write_agreement(alike, sag.aktiviteter.count)}")


def _write_json(_sag: Sag, found: Iterator[Sammenligning]) -> None:
    from rammevaerk.presentation.json import write_comparisons

    for part in write_comparisons(found):
        sys.stdout.write(part)


VERB: Final = Verb(
    name="sammenlign",
    words="FIL… --ramme NAVN (--ramme NAVN)… [--dato DATO] [--format FORMAT]",
    summary="stil svarene efter flere rammeværker op ved siden af hinanden",
    about=_ABOUT,
    options=(RAMME, DATO, _FORMAT),
    run=_run,
)
