"""The answers about many aktiviteter together, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from rammevaerk.model.klausul import Styrke
    from rammevaerk.model.portefoelje import Andel
    from rammevaerk.model.resultat import Udfald


@dataclass(frozen=True, slots=True)
class Aktivitetsnavn:
    """One aktivitet, as far as an answer about many speaks of it."""

    id: str
    titel: str


@dataclass(frozen=True, slots=True)
class Taelling:
    """How many of the aktiviteter that count a condition holds for: surely, and how many more it may hold for."""

    betingelse: str
    ja: int
    uafklaret: int


@dataclass(frozen=True, slots=True)
class Portefoeljemangel:
    """A missing fact: its key in a facts file, the question that asks for it, and the aktiviteter that lack it."""

    oplysning: str
    navn: str
    spoergsmaal: str
    aktiviteter: tuple[Aktivitetsnavn, ...]


@dataclass(frozen=True, slots=True)
class Gruppevurdering:
    """The answer for one group, or for all aktiviteter where a rule parts them in none.

    `uoplyst` marks those of which it is unknown what group they belong to. They may belong to any, so each group
    reckons with them too.
    """

    gruppe: str
    uoplyst: bool
    udfald: Udfald
    begrundelse: str
    antal: int = 0
    """How many aktiviteter surely count."""
    maaske: int = 0
    """How many more may count."""
    taellinger: tuple[Taelling, ...] = ()
    summer: tuple[tuple[str, str], ...] = ()
    """Each sum of the krav in its own words, and what it came to."""
    andel: Andel | None = None
    imod: tuple[Aktivitetsnavn, ...] = ()
    """Those that count against the krav, or against the share."""
    mangler: tuple[Portefoeljemangel, ...] = ()


@dataclass(frozen=True, slots=True)
class Portefoeljeregelvurdering:
    """One rule: the answers for its groups, and the worst of them as its own."""

    id: str
    klausul: str
    styrke: Styrke
    udfald: Udfald
    grundlag: str
    for_hver: str
    blandt: str
    krav: str
    andel: str
    mindst: str
    hensyn: tuple[str, ...]
    grupper: tuple[Gruppevurdering, ...]


@dataclass(frozen=True)
class Portefoeljevurdering:
    """The whole answer about some aktiviteter against one rammeværk on one date."""

    rammevaerk: str
    titel: str
    udgave: str
    dato: date
    antal: int
    regler: tuple[Portefoeljeregelvurdering, ...]
