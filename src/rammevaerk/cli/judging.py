"""What a judgement is asked for: the rammeværk, the day and the aktiviteter, with every fault of all of them."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Option
from rammevaerk.diagnostics import Diagnostic, Refused, Unreadable
from rammevaerk.names import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.cli.aktiviteter import Aktiviteter
    from rammevaerk.model.rammevaerk import Rammevaerk

RAMME: Final = Option("ramme", "rammeværkets navn, eller mappen med dets regelfiler", "NAVN", "r")
DATO: Final = Option("dato", "den dag, der vurderes på, fx 01.06.2024 eller 2024-06-01; ellers i dag", "DATO", "d")


@dataclass(frozen=True)
class Sag:
    """What is judged, by what, and as of when."""

    ramme: Rammevaerk
    dato: date
    aktiviteter: Aktiviteter


@contextmanager
def read_sag(arguments: Arguments) -> Iterator[Sag]:
    """Read everything before anything is answered. Raises `Refused` with the faults of all of it."""
    from rammevaerk.cli.aktiviteter import Aktiviteter

    faults: list[Diagnostic] = []
    dato = read_dato(arguments.one("dato"), faults)
    ramme = _ramme(arguments.one("ramme"), faults)
    if not arguments.words:
        faults.append(
            Diagnostic("B005", "ingen filer", "skriv filen med aktiviteter, eller «-» for det, der sendes ind")
        )
    with Aktiviteter.of(arguments.words) as aktiviteter:
        faults += aktiviteter.faults(ramme, dato)
        if faults or ramme is None:
            raise Refused(faults)
        yield Sag(ramme, dato, aktiviteter)


def read_dato(text: str, faults: list[Diagnostic]) -> date:
    """The day that is asked about, today without any; a fault is noted."""
    from rammevaerk.facts.dates import read_date

    today = date.today()  # noqa: DTZ011 - the day where the caseworker sits
    try:
        return read_date(text.strip()) if text else today
    except Unreadable as unreadable:
        faults.append(Diagnostic("B006", f"--dato: {unreadable.message}", unreadable.help))
        return today


def _ramme(name: str, faults: list[Diagnostic]) -> Rammevaerk | None:
    from rammevaerk.api import load, shipped

    if not name:
        names = listed([f"--ramme {one}" for one in shipped()], "eller")
        faults.append(Diagnostic("B005", "intet rammeværk", f"skriv fx {names}, eller en mappe med regelfiler"))
        return None
    try:
        return load(Path(name) if Path(name).exists() else name)
    except Refused as refused:
        faults += refused.diagnostics
        return None
