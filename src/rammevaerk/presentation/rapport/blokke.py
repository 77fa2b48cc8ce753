"""What a follow-up is composed of, whatever it is printed as: sections of sentences, points, tables and diagrams."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from rammevaerk.facts.dates import write_date
from rammevaerk.facts.numbers import write_count
from rammevaerk.facts.units import Maengde, write_quantity

if TYPE_CHECKING:
    from decimal import Decimal

Celle = str | int | date | Maengde | None
"""What stands in a cell: text, a count, a day or an amount; None is nothing."""
Moenster = Literal["fyldt", "skrå", "prikker", "linjer", "kryds", "tom"]
"""How a bar is filled; told apart without colours."""

MOST_ROWS_READ: Final = 1_000
"""Nobody reads a longer table on a page or on paper, and a PDF of 20,000 rows takes the memory of the machine."""
_UNITS: Final = re.compile(r"(?<=[0-9]) (?=(?:kr\.|EUR|timer?|årsværk|pct\.|måneder|dage)(?![a-zæøå]))")


def shown(celle: Celle) -> str:
    """A cell in Danish."""
    match celle:
        case None:
            return "–"
        case int():
            return write_count(celle)
        case date():
            return write_date(celle)
        case Maengde():
            return tight(write_quantity(celle))
        case str():
            return tight(celle)


def tight(text: str) -> str:
    """The text with a number and its unit held together on one line."""
    return _UNITS.sub("\N{NO-BREAK SPACE}", text)


@dataclass(frozen=True, slots=True)
class Kolonne:
    """A column; figures are set to the right."""

    navn: str
    tal: bool = False
    bred: bool = False
    """Whether its cells are long texts."""


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table. `ark` is what its sheet is called in a workbook."""

    titel: str
    ark: str
    kolonner: tuple[Kolonne, ...]
    raekker: tuple[tuple[Celle, ...], ...]
    ingen: str
    """What is said in its place where there is no row."""

    @property
    def opslag(self) -> bool:
        """Whether it is little but figures: then it stays a table however narrow the page."""
        return sum(not kolonne.tal for kolonne in self.kolonner) == 1


@dataclass(frozen=True, slots=True)
class Serie:
    """One kind of bar: its name, and how it is filled."""

    navn: str
    moenster: Moenster


@dataclass(frozen=True, slots=True)
class Soejle:
    """One row of bars. Of each, in the order of the series: how long, and what is written at its end.

    `aaben` are those that may be longer, for something of them is unknown.
    """

    navn: str
    laengder: tuple[Decimal, ...]
    tekster: tuple[str, ...]
    aaben: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagram:
    """Bars that lie down: of each row the series after each other (`stablet`) or under each other (`parvis`).

    `beskrivelse` says in words what can be seen; the figures stand in the table beside it.
    """

    titel: str
    beskrivelse: str
    slags: Literal["stablet", "parvis"]
    serier: tuple[Serie, ...]
    soejler: tuple[Soejle, ...]


@dataclass(frozen=True, slots=True)
class Punkter:
    """Points, numbered where their order counts."""

    punkter: tuple[str, ...]
    nummereret: bool = False


Blok = str | Punkter | Tabel | Diagram
"""A part of a section; a text is a paragraph."""


@dataclass(frozen=True, slots=True)
class Afsnit:
    """A section with the sections below it."""

    titel: str
    blokke: tuple[Blok, ...] = ()
    under: tuple[Afsnit, ...] = ()


@dataclass(frozen=True, slots=True)
class Dokument:
    """The whole follow-up as it is handed over."""

    titel: str
    undertitel: str
    hoved: tuple[tuple[str, str], ...]
    """What it is of: names and what they say."""
    afsnit: tuple[Afsnit, ...]
    fod: str
    dato: date

    def to_be_read(self) -> Dokument:
        """The same for a page or for paper: of a very long table the first rows, and where the rest stands."""
        return replace(self, afsnit=tuple(map(_to_be_read, self.afsnit)))

    def every(self) -> tuple[Afsnit, ...]:
        """Every section, each before those below it."""
        return tuple(one for afsnit in self.afsnit for one in _flat(afsnit))


def _flat(afsnit: Afsnit) -> tuple[Afsnit, ...]:
    return (afsnit, *(one for under in afsnit.under for one in _flat(under)))


def _to_be_read(afsnit: Afsnit) -> Afsnit:
    blokke = tuple(found for blok in afsnit.blokke for found in _first_rows(blok))
    return replace(afsnit, blokke=blokke, under=tuple(map(_to_be_read, afsnit.under)))


def _first_rows(blok: Blok) -> tuple[Blok, ...]:
    if not isinstance(blok, Tabel) or len(blok.raekker) <= MOST_ROWS_READ:
        return (blok,)
    more = write_count(len(blok.raekker) - MOST_ROWS_READ)
    rest = f"De øvrige {more} rækker står i regnearket (.xlsx) på arket «{blok.ark}»."
    return (replace(blok, raekker=blok.raekker[:MOST_ROWS_READ]), rest)
