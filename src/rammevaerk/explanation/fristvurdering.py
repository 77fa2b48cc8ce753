"""How deadlines, references and validity stand on one day, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rammevaerk.explanation.vurdering import Mangel
    from rammevaerk.model.klausul import Periode


class Tilstand(StrEnum):
    """How a frist stands."""

    OVERSKREDET = "overskredet"
    UAFKLARET = "uafklaret"
    KOMMENDE = "kommende"
    OVERHOLDT = "overholdt"
    IKKE_RELEVANT = "ikke relevant"
    IKKE_I_KRAFT = "ikke i kraft"


@dataclass(frozen=True, slots=True)
class Fristvurdering:
    """One frist on one day; `aktivitet` and `titel` are empty when it is the rammeværk's own.

    `dato` is the last day for the next time; of one that is overskredet the last day it should have been, of one that
    is uafklaret the earliest day it can be, as far as that is known. `sidst` is the day it last happened. `varsles_fra`
    is the day from which it is warned that `dato` comes; None where the rules do not ask for that.
    """

    frist: str
    rammevaerk: str
    klausul: str
    hvad: str
    tilstand: Tilstand
    begrundelse: str
    dato: date | None = None
    sidst: date | None = None
    aktivitet: str = ""
    titel: str = ""
    mangler: tuple[Mangel, ...] = ()
    varsles_fra: date | None = None
    om_skoen: str = ""
    """The name of the skøn that has to be given again; empty where something else has to happen."""


@dataclass(frozen=True, slots=True)
class Henvisningsvurdering:
    """Another paper that klausuler refer to, and whether it has lapsed by that day."""

    navn: str
    klausuler: tuple[str, ...]
    til: date | None
    udloebet: bool
    fortolkning: str = ""


@dataclass(frozen=True, slots=True)
class Hul:
    """Days, now or ahead, on which something has no version in force: no value, no rule, or no rammeværk.

    `klausuler` are those that nothing decides meanwhile; empty when it is the whole rammeværk.
    """

    art: Literal["rammeværk", "parameter", "klausul"]
    navn: str
    periode: Periode
    klausuler: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fristoversigt:
    """All that hangs on dates in one rammeværk, as it stands on one day: its own, and that of the aktiviteter given."""

    rammevaerk: str
    titel: str
    udgave: str
    dato: date
    frister: tuple[Fristvurdering, ...]
    henvisninger: tuple[Henvisningsvurdering, ...] = ()
    huller: tuple[Hul, ...] = ()


def ordered(frister: Iterable[Fristvurdering]) -> tuple[Fristvurdering, ...]:
    """Those that are overskredne first, then by their day; those without one last."""
    return tuple(sorted(frister, key=_urgency))


def _urgency(one: Fristvurdering) -> tuple[bool, date, str, str, str]:
    late = one.tilstand is Tilstand.OVERSKREDET
    return not late, one.dato or date.max, one.rammevaerk, one.aktivitet, one.frist
