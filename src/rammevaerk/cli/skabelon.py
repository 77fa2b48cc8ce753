"""`skabelon`: the workbook to write a portfolio in, empty or with the aktiviteter there are already."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Verb
from rammevaerk.cli.judging import RAMME
from rammevaerk.cli.writing import write_files
from rammevaerk.diagnostics import Diagnostic, Refused

if TYPE_CHECKING:
    from rammevaerk.model.rammevaerk import Rammevaerk

_SUFFIX: Final = ".xlsx"
_ABOUT: Final = """
Skriver et regneark til en portefølje: et ark til aktiviteterne og et til hver liste, valgene som
rullelister og spørgsmålet som note på hver overskrift. Med --ramme kommer de oplysninger med, som
rammeværket selv har bedt om.

Står der flere filer, er de aktiviteter, som regnearket udfyldes med. En fil, der findes i forvejen,
bliver ikke overskrevet.

Eksempel:
  rammevaerk skabelon portefoelje.xlsx --ramme odense-2022
  rammevaerk skabelon portefoelje.xlsx aktiviteter.yaml --ramme odense-2022
"""


def _run(arguments: Arguments) -> int:
    from rammevaerk.facts.reading import read_all
    from rammevaerk.presentation.skabelon import write_skabelon

    out, *files = arguments.words or ("",)
    faults: list[Diagnostic] = []
    if Path(out).suffix.casefold() != _SUFFIX:
        faults.append(Diagnostic("B005", "intet regneark at skrive", "skriv fx «portefoelje.xlsx»"))
    elif Path(out).exists():
        faults.append(Diagnostic("B009", f"«{out}» findes i forvejen", "vælg et andet navn, eller flyt filen"))
    rammer = _rammer(arguments.every("ramme"), faults)
    if faults:
        raise Refused(faults)
    own = tuple(fact for ramme in rammer for fact in ramme.egne.values())
    write_files({Path(out): write_skabelon(rammer, read_all(files, own))})
    print(out)
    return 0


def _rammer(names: tuple[str, ...], faults: list[Diagnostic]) -> tuple[Rammevaerk, ...]:
    from rammevaerk.loading import load

    found = []
    for name in names:
        try:
            found.append(load(name))
        except Refused as refused:
            faults += refused.diagnostics
    return tuple(found)


VERB: Final = Verb(
    name="skabelon",
    words="REGNEARK.xlsx [FIL…] [--ramme NAVN]…",
    summary="skriv et regneark, som en portefølje kan udfyldes i",
    about=_ABOUT,
    options=(RAMME,),
    run=_run,
)
