"""`ændringer`: what changed from one edition of a rammeværk to the next, klausul by klausul."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Option, Verb
from rammevaerk.diagnostics import Diagnostic, Refused

if TYPE_CHECKING:
    from rammevaerk.model.rammevaerk import Rammevaerk

_CHANGED: Final = 1
_EDITIONS: Final = 2
_FORMAT: Final = Option("format", "tekst (som standard) eller json", "FORMAT", "f", ("tekst", "json"))
_ABOUT: Final = """
Siger med ord, hvad der er ændret fra FØR til NU: styrker, krav, tal og frister, lister,
indstillinger, fortolkninger og spørgsmål. Hver af de to er et rammeværk eller en mappe
med regelfiler. Linjeskift, kommentarer og rækkefølgen i filerne er ingen ændring.

Koden er 0, når intet er ændret, og 1, når noget er ændret.

Eksempel:
  rammevaerk ændringer gamle-regler/odense-2022 odense-2022
"""


def _run(arguments: Arguments) -> int:
    from rammevaerk.explanation.editions import find_rettelser
    from rammevaerk.presentation.aendringer import rettelser_as_json, write_rettelser
    from rammevaerk.presentation.page import page_for

    before, now = _both(arguments.words)
    found = find_rettelser(before, now)
    if arguments.one("format", "tekst") == "json":
        print(json.dumps(rettelser_as_json(before, now, found), ensure_ascii=False, indent=2))
    else:
        print(write_rettelser(before, now, found, page_for(sys.stdout)))
    return _CHANGED if found else 0


def _both(words: tuple[str, ...]) -> tuple[Rammevaerk, Rammevaerk]:
    """The two editions. Raises `Refused` with the faults of both."""
    from rammevaerk.loading import load

    if len(words) != _EDITIONS:
        help_ = "fx «rammevaerk ændringer gamle-regler/odense-2022 odense-2022»"
        raise Refused([Diagnostic("B005", "skriv de to udgaver, den gamle først", help_)])
    loaded: list[Rammevaerk] = []
    faults: list[Diagnostic] = []
    for word in words:
        try:
            loaded.append(load(word))
        except Refused as refused:
            faults += refused.diagnostics
    if faults:
        raise Refused(faults)
    return loaded[0], loaded[1]


VERB: Final = Verb(
    name="ændringer",
    words="FØR NU [--format FORMAT]",
    summary="sig, hvad der er ændret siden den forrige udgave",
    about=_ABOUT,
    options=(_FORMAT,),
    run=_run,
)
