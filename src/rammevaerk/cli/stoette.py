"""`støtte`: what the registers have for an aktivitet: programmes, funds and partner searches, ranked with reasons."""

from __future__ import annotations

from typing import Final

from rammevaerk.cli.answering import FORMAT, require, write_json, write_text
from rammevaerk.cli.arguments import Arguments, Verb
from rammevaerk.cli.judging import DATO, RAMME, REGISTER, read_sag

_ABOUT: Final = """
Kobler hver aktivitet til de lister, rammeværket har: støtteprogrammer, puljer og partnersøgninger.
Først står det, der passer, så det, der kan passe, når der er svar på det, der mangler, og til sidst
det, der er udelukket. I hver gruppe står flest opfyldte kriterier først, så den nærmeste frist.
Hvert kriterium har sin begrundelse. Der gives ingen point.

Holder I selv listen ajour, så skriv den i en fil for sig, og nævn den med --register.

Eksempel:
  rammevaerk støtte aktiviteter.yaml --ramme odense-by-og-kultur-2010 --dato 01.02.2011
"""


def _run(arguments: Arguments) -> int:
    from rammevaerk.api import kobl
    from rammevaerk.presentation.koblinger import koblinger_as_json, write_koblinger

    with read_sag(arguments) as sag:
        for ramme in sag.rammer:
            require(ramme.id, "koblinger", ramme.koblinger)
        found = (kobl(one, ramme, sag.dato) for one, ramme in sag.pairs())
        if arguments.one("format", "tekst") == "json":
            write_json(found, koblinger_as_json)
        else:
            write_text(found, write_koblinger)
    return 0


VERB: Final = Verb(
    name="støtte",
    words="FIL… (--ramme NAVN)… [--dato DATO] [--register FIL] [--format FORMAT]",
    summary="find støtteprogrammer og partnere, der passer",
    about=_ABOUT,
    options=(RAMME, DATO, REGISTER, FORMAT),
    run=_run,
)
