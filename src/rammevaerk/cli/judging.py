"""What a judgement is asked for: the rammeværker, the day and the aktiviteter, with every fault of all of them."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Option
from rammevaerk.diagnostics import Diagnostic, Refused, Unreadable
from rammevaerk.names import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rammevaerk.cli.aktiviteter import Aktiviteter
    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.presentation.page import Page

RAMME: Final = Option(
    "ramme", "rammeværkets navn, eller mappen med dets regelfiler; kan skrives flere gange", "NAVN", "r"
)
DATO: Final = Option("dato", "den dag, der vurderes på, fx 01.06.2024 eller 2024-06-01; ellers i dag", "DATO", "d")
REGISTER: Final = Option("register", "en regelfil, hvis registre træder i stedet for rammeværkets egne", "FIL")


@dataclass(frozen=True)
class Sag:
    """What is judged, by what, and as of when. Each rammeværk is there once."""

    rammer: tuple[Rammevaerk, ...]
    dato: date
    aktiviteter: Aktiviteter
    written: Mapping[str, str]
    """How each rammeværk was named on the command line, by its udgave."""

    @cached_property
    def names(self) -> dict[str, str]:
        """What to call each rammeværk, by its udgave."""
        from rammevaerk.explanation.comparison import told_apart

        return told_apart(self.rammer)

    def others(self, ramme: Rammevaerk) -> tuple[Rammevaerk, ...]:
        """Those beside it, whose own facts may stand in the same file."""
        return tuple(other for other in self.rammer if other is not ramme)

    def pairs(self) -> Iterator[tuple[Aktivitet, Rammevaerk]]:
        """Each aktivitet as each rammeværk reads it, aktivitet by aktivitet."""
        from rammevaerk.api import bound

        for one in self.aktiviteter:
            for ramme in self.rammer:
                yield bound(one, ramme, self.dato, self.others(ramme)), ramme

    def heading(self, ramme: Rammevaerk, page: Page) -> str:
        """What stands above an answer, to tell it from that of the next rammeværk; nothing when there is only one."""
        if len(self.rammer) == 1:
            return ""
        return f"{page.heading(page.hanging('', f'{self.names[ramme.udgave]}: {ramme.titel}'))}\n\n"


@contextmanager
def read_sag(
    arguments: Arguments, least: int = 1, *, of_aktiviteter: bool = True, beside: tuple[Rammevaerk, ...] = ()
) -> Iterator[Sag]:
    """Read everything before anything is answered. Raises `Refused` with the faults of all of it.

    `least` is how many rammeværker there have to be; `of_aktiviteter` is whether there have to be files of them;
    `beside` are others that will judge them too, so that what only they ask for may stand in the files.
    """
    from rammevaerk.cli.aktiviteter import Aktiviteter
    from rammevaerk.explanation.comparison import distinct

    faults: list[Diagnostic] = []
    dato = read_dato(arguments.one("dato"), faults)
    written = _rammer(arguments.every("ramme"), arguments.one("register"), least, faults)
    rammer = distinct(written.values())
    if of_aktiviteter and not arguments.words:
        faults.append(
            Diagnostic("B005", "ingen filer", "skriv filen med aktiviteter, eller «-» for det, der sendes ind")
        )
    with Aktiviteter.of(arguments.words) as aktiviteter:
        faults += aktiviteter.faults((*rammer, *beside), dato)
        if faults:
            raise Refused(faults)
        yield Sag(rammer, dato, aktiviteter, {ramme.udgave: name for name, ramme in written.items()})


def read_dato(text: str, faults: list[Diagnostic]) -> date:
    """The day that is asked about, today without any; a fault is noted."""
    from rammevaerk.facts.dates import read_date

    today = date.today()  # noqa: DTZ011 - the day where the caseworker sits
    try:
        return read_date(text.strip()) if text else today
    except Unreadable as unreadable:
        faults.append(Diagnostic("B006", f"--dato: {unreadable.message}", unreadable.help))
        return today


def _rammer(names: tuple[str, ...], register: str, least: int, faults: list[Diagnostic]) -> dict[str, Rammevaerk]:
    """The rammeværker by those names, with the registers of a file.

    None at all when one of them has a fault, for the others cannot judge for it.
    """
    from rammevaerk.api import TOO_FEW
    from rammevaerk.explanation.comparison import distinct
    from rammevaerk.loading import load, shipped

    if not names:
        known = listed([f"--ramme {one}" for one in shipped()], "eller")
        faults.append(Diagnostic("B005", "intet rammeværk", f"skriv fx {known}, eller en mappe med regelfiler"))
        return {}
    found: dict[str, Rammevaerk] = {}
    wrong: dict[Diagnostic, None] = {}
    for name in names:
        try:
            found[name] = load(name, register=register)
        except Refused as refused:
            wrong |= dict.fromkeys(refused.diagnostics)
    if not wrong and len(distinct(found.values())) < least:
        wrong[TOO_FEW] = None
    faults += wrong
    return {} if wrong else found
