"""The follow-up on a portfolio, worked out once, as data: everything that a printer of it may show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from rammevaerk.explanation.beloeb import Beloeb
    from rammevaerk.explanation.fristvurdering import Fristoversigt
    from rammevaerk.explanation.omvurdering import Omvurdering, Stilling
    from rammevaerk.explanation.portefoelje import Aktivitetsnavn, Portefoeljemangel, Portefoeljevurdering
    from rammevaerk.explanation.rangering import Rangering
    from rammevaerk.explanation.vurdering import Begrundelse, Mangel
    from rammevaerk.facts.aktivitet import Status
    from rammevaerk.model.klausul import Handling, Styrke
    from rammevaerk.model.resultat import Udfald

Liv = Literal["i gang", "nylig", "uafklaret", "sover"]
"""Of a twin city: something goes on; something did within a year; it cannot be told; nothing does."""


@dataclass(frozen=True, slots=True)
class Linje:
    """One aktivitet."""

    aktivitet: Aktivitetsnavn
    forvaltning: str | None
    status: Status
    handling: Handling
    begrundelser: tuple[Begrundelse, ...]
    vilkaar: tuple[Begrundelse, ...]
    bemaerkninger: tuple[Begrundelse, ...]
    mangler: tuple[Mangel, ...]
    retning: str | None
    lande: tuple[str, ...] | None
    """Where the partners are; None where no country is known, empty where there are no partners."""
    investeret: Beloeb
    udbytte: Beloeb
    evalueret: date | None
    bidrag: str | None
    """What the latest evaluation said; None where none says, or two of its day disagree."""
    stilling: Stilling


@dataclass(frozen=True, slots=True)
class Optaelling:
    """Those that have a value in common; None is those of which it is not known."""

    navn: str | None
    handlinger: Mapping[Handling, int]

    @property
    def antal(self) -> int:
        """How many they are."""
        return sum(self.handlinger.values())


@dataclass(frozen=True, slots=True)
class Postopgoerelse:
    """One post of a register: how many aktiviteter of each status name it."""

    navn: str
    i_gang: int
    forslag: int
    afsluttet: int


@dataclass(frozen=True, slots=True)
class Listeopgoerelse:
    """A register whose posts the aktiviteter serve, and how many of those i gang have not said which."""

    navn: str
    poster: tuple[Postopgoerelse, ...]
    uoplyst: int

    @property
    def ingen(self) -> tuple[str, ...]:
        """The posts that no aktivitet i gang is known to serve."""
        return tuple(one.navn for one in self.poster if not one.i_gang)


@dataclass(frozen=True, slots=True)
class Venskabsby:
    """A twin city of the register, and whether anything goes on with it."""

    navn: str
    land: str
    liv: Liv
    aktiviteter: tuple[Aktivitetsnavn, ...]
    senest: date | None


@dataclass(frozen=True, slots=True)
class Mangelgruppe:
    """What one forvaltning has to find out, and how much waits for it; None where none is known."""

    forvaltning: str | None
    aktiviteter: int
    venter: int
    mangler: tuple[Portefoeljemangel, ...]


@dataclass(frozen=True, slots=True)
class Klausultal:
    """How many aktiviteter came to each udfald of a klausul."""

    id: str
    styrke: Styrke
    tekst: str
    udfald: Mapping[Udfald, int]


@dataclass(frozen=True, slots=True)
class Underskrift:
    """A skøn with who gave it and why, or a note; never in what is published."""

    aktivitet: Aktivitetsnavn
    navn: str
    svar: str
    svaret_af: str
    dato: date | None
    tekst: str


@dataclass(frozen=True, slots=True)
class Sidste:
    """The report that came before, as far as it is compared with."""

    rammevaerk: str
    udgave: str
    dato: date
    stillinger: Mapping[str, Stilling]


@dataclass(frozen=True, slots=True)
class Siden:
    """What happened since then. Those without a change are only counted."""

    dato: date
    nye_regler: bool
    nye: tuple[Aktivitetsnavn, ...]
    udgaaet: tuple[Stilling, ...]
    vendte: tuple[Omvurdering, ...]
    uaendret: int


@dataclass(frozen=True)
class Rapport:
    """The whole follow-up on one portfolio against one rammeværk on one day."""

    rammevaerk: str
    titel: str
    ejer: str
    udgave: str
    dato: date
    offentlig: bool
    linjer: tuple[Linje, ...]
    rangering: Rangering
    lister: tuple[Listeopgoerelse, ...]
    forvaltninger: tuple[Optaelling, ...]
    lande: tuple[Optaelling, ...]
    retninger: tuple[Optaelling, ...]
    venskabsbyer: tuple[Venskabsby, ...]
    uden_by: int
    """How many aktiviteter may be with any of the twin cities, for it is not known who their partners are."""
    frister: Fristoversigt
    tilsammen: Portefoeljevurdering
    mangler: tuple[Mangelgruppe, ...]
    klausuler: tuple[Klausultal, ...]
    underskrifter: tuple[Underskrift, ...]
    siden: Siden | None

    @property
    def handlinger(self) -> Mapping[Handling, int]:
        """How many got each handling."""
        found: dict[Handling, int] = {}
        for one in self.linjer:
            found[one.handling] = found.get(one.handling, 0) + 1
        return found
