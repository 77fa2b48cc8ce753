"""`portefølje`: what the rules about many aktiviteter together answer, as text or JSON."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Option, Verb
from rammevaerk.cli.judging import DATO, RAMME, Sag, read_sag

if TYPE_CHECKING:
    from rammevaerk.api import Portefoeljevurdering
    from rammevaerk.model.rammevaerk import Rammevaerk

_FORMAT: Final = Option("format", "tekst (som standard) eller json", "FORMAT", "f", ("tekst", "json"))
_ABOUT: Final = """
Holder alle aktiviteterne i filerne op mod reglerne om porteføljen: det, aktiviteterne skal opfylde
tilsammen, og de tal, der regnes ud for dem. Deler en regel aktiviteterne op, fx efter forvaltning,
får hver del sit eget svar.

Mangler der noget, siger svaret hvad og om hvilke aktiviteter. Et tal bliver da til to, som det
ligger mellem.

Eksempel:
  rammevaerk portefølje aktiviteter.yaml --ramme odense-by-og-kultur-2010 --dato 01.06.2015
"""


def _run(arguments: Arguments) -> int:
    with read_sag(arguments) as sag:
        found = [_answer(sag, ramme) for ramme in sag.rammer]
    (_write_json if arguments.one("format", "tekst") == "json" else _write_text)(found)
    return 0


def _answer(sag: Sag, ramme: Rammevaerk) -> Portefoeljevurdering:
    from rammevaerk.api import portefoelje
    from rammevaerk.cli.progress import watched

    each = watched(sag.aktiviteter, "Vurderer", sag.aktiviteter.count)
    return portefoelje(each, ramme, sag.dato, beside=sag.others(ramme))


def _write_text(found: list[Portefoeljevurdering]) -> None:
    from rammevaerk.presentation.page import page_for
    from rammevaerk.presentation.portefoelje import write_portefoelje

    page = page_for(sys.stdout)
    print(f"\n\n{page.rule()}\n\n".join(write_portefoelje(one, page) for one in found))


def _write_json(found: list[Portefoeljevurdering]) -> None:
    import json

    from rammevaerk.presentation.portefoelje_json import portefoelje_as_json

    print(json.dumps([portefoelje_as_json(one) for one in found], ensure_ascii=False, indent=2))


VERB: Final = Verb(
    name="portefølje",
    words="FIL… (--ramme NAVN)… [--dato DATO] [--format FORMAT]",
    summary="hold aktiviteterne tilsammen op mod rammeværket",
    about=_ABOUT,
    options=(RAMME, DATO, _FORMAT),
    run=_run,
)
