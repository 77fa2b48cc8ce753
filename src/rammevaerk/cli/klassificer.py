"""`klassificer`: which class an aktivitet belongs to by its facts, and whether that is what it is called."""

from __future__ import annotations

from typing import Final

from rammevaerk.cli.answering import FORMAT, require, write_json, write_text
from rammevaerk.cli.arguments import Arguments, Verb
from rammevaerk.cli.judging import DATO, RAMME, read_sag

_ABOUT: Final = """
Siger ud fra oplysningerne, hvad slags aktivitet det er: de klasser, der passer, dem, der kan passe,
når der er svar på det, der mangler, og dem, der er udelukket. Hver har sin begrundelse.
Strider oplysningerne mod det, aktiviteten er angivet som, bliver det påpeget.

Eksempel:
  rammevaerk klassificer aktiviteter.yaml --ramme kommunernes-internationale-arbejde
"""


def _run(arguments: Arguments) -> int:
    from rammevaerk.api import klassificer
    from rammevaerk.presentation.klassificering import klassificering_as_json, write_klassificering

    with read_sag(arguments) as sag:
        for ramme in sag.rammer:
            require(ramme.id, "klassifikationer", ramme.klassifikationer)
        found = (klassificer(one, ramme, sag.dato) for one, ramme in sag.pairs())
        if arguments.one("format", "tekst") == "json":
            write_json(found, klassificering_as_json)
        else:
            write_text(found, write_klassificering)
    return 0


VERB: Final = Verb(
    name="klassificer",
    words="FIL… (--ramme NAVN)… [--dato DATO] [--format FORMAT]",
    summary="sig, hvad slags aktivitet det er, ud fra oplysningerne",
    about=_ABOUT,
    options=(RAMME, DATO, FORMAT),
    run=_run,
)
