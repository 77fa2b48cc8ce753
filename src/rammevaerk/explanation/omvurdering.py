"""How an aktivitet stood at one time, or by some rules, and what turned until another: by which klausul."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rammevaerk.explanation.vurdering import Vurdering
    from rammevaerk.model.klausul import Handling
    from rammevaerk.model.resultat import Udfald


@dataclass(frozen=True, slots=True)
class Stilling:
    """One aktivitet: what was recommended, the klausuler it rested on, and the udfald of every klausul with a rule."""

    aktivitet: str
    titel: str
    handling: Handling
    baerende: tuple[str, ...]
    udfald: Mapping[str, Udfald]


@dataclass(frozen=True, slots=True)
class Udfaldsskift:
    """A klausul that turned; None where it did not exist."""

    klausul: str
    foer: Udfald | None
    nu: Udfald | None


@dataclass(frozen=True, slots=True)
class Omvurdering:
    """What turned of one aktivitet.

    `afgoerende` are the turned klausuler that the handling rests on; where the handling turned and none of them did,
    it rests on those that are named in `baerende`.
    """

    aktivitet: str
    titel: str
    foer: Handling
    nu: Handling
    klausuler: tuple[Udfaldsskift, ...]
    afgoerende: tuple[str, ...]
    baerende: tuple[str, ...]

    @property
    def vendt(self) -> bool:
        """Whether the handling turned."""
        return self.foer != self.nu


def stilling(found: Vurdering) -> Stilling:
    """How an aktivitet stands by an answer."""
    baerende = tuple(dict.fromkeys(one.klausul for one in found.indstilling.begrundelser if one.klausul))
    udfald = {id_: one.udfald for id_, one in found.klausuler.items() if one.regler}
    return Stilling(found.aktivitet, found.titel, found.indstilling.handling, baerende, udfald)


def turned(before: Stilling, now: Stilling) -> Omvurdering | None:
    """What turned from one to the other; None where nothing did."""
    ids = dict.fromkeys((*now.udfald, *before.udfald))
    pairs = ((id_, before.udfald.get(id_), now.udfald.get(id_)) for id_ in ids)
    klausuler = tuple(Udfaldsskift(id_, was, is_) for id_, was, is_ in pairs if was is not is_)
    if before.handling == now.handling and not klausuler:
        return None
    rests = {*before.baerende, *now.baerende}
    afgoerende = tuple(one.klausul for one in klausuler if one.klausul in rests)
    return Omvurdering(now.aktivitet, now.titel, before.handling, now.handling, klausuler, afgoerende, now.baerende)


def by_handling(found: Iterable[Omvurdering]) -> tuple[tuple[Omvurdering, ...], tuple[Omvurdering, ...]]:
    """Those whose handling turned, and those of which only klausuler did."""
    every = tuple(found)
    return tuple(one for one in every if one.vendt), tuple(one for one in every if not one.vendt)
