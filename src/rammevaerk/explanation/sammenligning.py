"""What several rammeværker say of one aktivitet, side by side, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rammevaerk.model.resultat import Udfald

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from rammevaerk.explanation.vurdering import Vurdering
    from rammevaerk.model.klausul import Handling

OPEN: Final = (Udfald.IKKE_OPFYLDT, Udfald.UAFKLARET)
"""The udfald that something can be done about."""


@dataclass(frozen=True, slots=True)
class Brug:
    """What one rammeværk makes of an oplysning: how it reads it, and which of its klausuler do.

    `vaerdi` is as in a facts file; None is unknown. `mangler` says that somebody waits for it.
    """

    vaerdi: object
    mangler: bool
    klausuler: tuple[str, ...]
    """Those whose udfald rests on it."""
    gennem: tuple[str, ...]
    """Those whose udfald rests on it only through other klausuler."""
    laeser: tuple[str, ...]
    """Those that read it, but whose udfald something else has made."""


@dataclass(frozen=True, slots=True)
class Oplysningsbrug:
    """One oplysning and what each rammeværk makes of it; one that does not ask about it is not there."""

    oplysning: str
    navn: str
    brug: Mapping[str, Brug]


@dataclass(frozen=True, slots=True)
class Modstilling:
    """Klausuler of several rammeværker that stand opposite each other, for they read the same oplysninger."""

    oplysninger: tuple[str, ...]
    klausuler: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Aarsag:
    """A klausul that decides one rammeværk's answer by not being fulfilled or known, and what that rests on."""

    rammevaerk: str
    klausul: str
    udfald: Udfald
    begrundelse: str
    oplysninger: tuple[str, ...]
    foelger_af: tuple[str, ...]


@dataclass(frozen=True)
class Sammenligning:
    """Several rammeværker side by side. Everything is by their names, in the order they were asked.

    Looked at are the klausuler that carry an answer, are not fulfilled or are not known: `oplysninger` are the facts
    they read, those first that the answers turn on. `kun` are those of them that have no counterpart in the others.
    """

    aktivitet: str
    titel: str
    dato: date
    vurderinger: Mapping[str, Vurdering]
    aarsager: tuple[Aarsag, ...]
    oplysninger: tuple[Oplysningsbrug, ...]
    modstillinger: tuple[Modstilling, ...]
    kun: Mapping[str, tuple[str, ...]]

    @property
    def handlinger(self) -> Mapping[str, Handling]:
        """What each of them recommends."""
        return {name: one.indstilling.handling for name, one in self.vurderinger.items()}

    @property
    def ens(self) -> bool:
        """Whether they all recommend the same."""
        return len(set(self.handlinger.values())) == 1

    @property
    def baerende(self) -> Mapping[str, tuple[str, ...]]:
        """The klausuler that carry each answer."""
        return {name: carriers(one) for name, one in self.vurderinger.items()}

    @property
    def mangler(self) -> Mapping[str, tuple[str, ...]]:
        """Each missing oplysning, and the rammeværker that wait for it."""
        waiting = {one.oplysning: [name for name, brug in one.brug.items() if brug.mangler] for one in self.oplysninger}
        return {key: tuple(names) for key, names in waiting.items() if names}


def weighty(vurdering: Vurdering) -> tuple[str, ...]:
    """The klausuler that carry the handling, are not fulfilled or are not known."""
    carrying = carriers(vurdering)
    return tuple(id_ for id_, one in vurdering.klausuler.items() if id_ in carrying or one.udfald in OPEN)


def carriers(vurdering: Vurdering) -> tuple[str, ...]:
    """The klausuler that carry the handling."""
    return tuple(dict.fromkeys(one.klausul for one in vurdering.indstilling.begrundelser if one.klausul))
