"""The whole answer for one aktivitet against one rammeværk on one date, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from rammevaerk.model.klausul import Handling, Styrke
    from rammevaerk.model.resultat import Udfald


@dataclass(frozen=True, slots=True)
class Begrundelse:
    """A sentence and the klausul it rests on; `klausul` is empty when it rests on the whole rammeværk."""

    klausul: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Indstilling:
    """The recommendation. A person decides, and may deviate with a reason."""

    handling: Handling
    begrundelser: tuple[Begrundelse, ...] = ()
    vilkaar: tuple[Begrundelse, ...] = ()
    bemaerkninger: tuple[Begrundelse, ...] = ()
    holder: tuple[Handling, ...] = ()
    """The handling of every indstilling whose condition holds, in order of priority."""


@dataclass(frozen=True, slots=True)
class Regelvurdering:
    """One rule's udfald with its reason; `hensyn` says how it is measured and where a person's judgement entered."""

    id: str
    udfald: Udfald
    begrundelse: str
    krav: str
    hensyn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Klausulvurdering:
    """One klausul: on what ground (`grundlag`), with what considerations (`hensyn`), on which facts (`fakta`).

    `fakta` is keyed as in a facts file; None is unknown.
    """

    id: str
    udfald: Udfald
    styrke: Styrke
    begrundelse: str
    grundlag: str
    fakta: Mapping[str, object]
    regler: tuple[Regelvurdering, ...] = ()

    @property
    def hensyn(self) -> tuple[str, ...]:
        """The considerations of all its rules, each said once."""
        return tuple(dict.fromkeys(one for regel in self.regler for one in regel.hensyn))


@dataclass(frozen=True, slots=True)
class Mangel:
    """A missing fact: its key in a facts file, the question that asks for it, the klausuler that wait for it."""

    oplysning: str
    navn: str
    spoergsmaal: str
    klausuler: tuple[str, ...]


@dataclass(frozen=True)
class Vurdering:
    """The whole answer."""

    aktivitet: str
    titel: str
    rammevaerk: str
    udgave: str
    dato: date
    indstilling: Indstilling
    klausuler: Mapping[str, Klausulvurdering]
    mangler: tuple[Mangel, ...]
