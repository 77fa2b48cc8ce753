"""What should be done first across a portfolio, and what should be ended: places with their reasons, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rammevaerk.explanation.beloeb import INTET, Beloeb

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from rammevaerk.explanation.vurdering import Begrundelse, Mangel
    from rammevaerk.model.klausul import Handling
    from rammevaerk.model.rangering import Rangorden


@dataclass(frozen=True, slots=True)
class Trin:
    """How one aktivitet stands on one step of the order: the klausuler by their udfald.

    What is *ikke relevant* or *ikke i kraft* counts neither for nor against.
    """

    navn: str
    opfyldt: tuple[str, ...]
    uafklaret: tuple[str, ...]
    ikke_opfyldt: tuple[str, ...]

    @property
    def lavest(self) -> int:
        """How many surely count."""
        return len(self.opfyldt)

    @property
    def hoejest(self) -> int:
        """How many count at most, once the missing facts are known."""
        return len(self.opfyldt) + len(self.uafklaret)


@dataclass(frozen=True, slots=True)
class Plads:
    """One aktivitet in its place, by what is known now.

    `bedst` and `ringest` are the places that filling in the missing facts could give it, its own and the others'.
    `skiller` says what sets it before the next.
    """

    plads: int
    bedst: int
    ringest: int
    aktivitet: str
    titel: str
    forvaltning: str
    handling: Handling
    trin: tuple[Trin, ...]
    mangler: tuple[Mangel, ...]
    """The missing facts that the steps wait for; of an aktivitet without a place, those that its handling does."""
    begrundelser: tuple[Begrundelse, ...]
    """Why the handling is what it is."""
    skiller: str = ""
    investeret: Beloeb = INTET


@dataclass(frozen=True)
class Rangering:
    """The whole order of the aktiviteter of a portfolio under one rammeværk on one day."""

    rammevaerk: str
    titel: str
    udgave: str
    dato: date
    antal: int
    orden: tuple[Rangorden, ...]
    """The steps in force that day; none where the rammeværk says nothing of it."""
    foerst: tuple[Plads, ...]
    """What should be chosen or go on, the most important first."""
    venter: tuple[Plads, ...]
    """What gets a place only when its handling is settled, in the order it would have now."""
    slut: tuple[Plads, ...]
    """What should be ended, that which gives least first."""
    pris: Beloeb
    """What was put into that which should be ended."""
    oevrige: Mapping[Handling, int]
    """How many got each of the other handlinger."""
