"""What hangs on dates, as the pages show it: the rammeværk's own frister, other papers, what has no version."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from rammevaerk.explanation.frister import fristoversigt
from rammevaerk.explanation.values import in_words
from rammevaerk.model.frist import BYRAADSPERIODE, Holdbarhed
from rammevaerk.presentation.frister import gap_in_words, reference_in_words, varsel_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rammevaerk.explanation.fristvurdering import Fristoversigt
    from rammevaerk.model.frist import Frist
    from rammevaerk.model.klausul import Parameter, Vaerdi
    from rammevaerk.model.rammevaerk import Rammevaerk

_FEW: Final = 6
"""So many values of a parameter are all shown; of more, those around the day."""


@dataclass(frozen=True, slots=True)
class Fristraekke:
    """A day, what it is about, how that stands on the day the pages speak of, and the klausuler it belongs to."""

    dato: date | None
    hvad: str
    staar: str
    hvorfor: str = ""
    klausuler: tuple[str, ...] = ()


def frister(ramme: Rammevaerk, today: date) -> tuple[Fristraekke, ...]:
    """The rows: frister, then other papers, then gaps. Of a layer only what its own klausuler hang on."""
    found = fristoversigt(ramme, today)
    rows = (*_frister(found), *_henvisninger(found), *_huller(found, today))
    kept = (row for row in rows if not ramme.bygger_paa or ramme.own.keys() & {*row.klausuler})
    return tuple(replace(row, klausuler=tuple(id_ for id_ in row.klausuler if id_ in ramme.own)) for row in kept)


def _frister(found: Fristoversigt) -> Iterator[Fristraekke]:
    for one in found.frister:
        why = f"{one.begrundelse} {varsel_in_words(one)}".strip()
        yield Fristraekke(one.dato, one.hvad, one.tilstand, why, (one.klausul,) if one.klausul else ())


def _henvisninger(found: Fristoversigt) -> Iterator[Fristraekke]:
    for one in found.henvisninger:
        said = f"{one.navn} {reference_in_words(one)}"
        yield Fristraekke(one.til, said, "udløbet" if one.udloebet else "gælder", one.fortolkning, one.klausuler)


def _huller(found: Fristoversigt, today: date) -> Iterator[Fristraekke]:
    for one in found.huller:
        stands = "ikke i kraft" if one.periode.covers(today) else "kommende"
        yield Fristraekke(one.periode.fra, gap_in_words(one), stands, "", one.klausuler)


def interval_in_words(frist: Frist | Holdbarhed, ramme: Rammevaerk, today: date) -> str:
    """How often it must happen, and how long before it is warned of, as it stands that day."""
    return f"{_how_often(frist, ramme, today)} {_how_long_before(frist, ramme, today)}".strip()


def _how_long_before(frist: Frist | Holdbarhed, ramme: Rammevaerk, today: date) -> str:
    parameter = ramme.parametre.get(frist.varsles)
    if parameter is None or parameter.on(today) is None:
        return ""
    return f"Der varsles {in_words(parameter.on(today), parameter.kind.unit)} før."


def _how_often(frist: Frist | Holdbarhed, ramme: Rammevaerk, today: date) -> str:
    if frist.hver == BYRAADSPERIODE:
        return "Det sker én gang i hver byrådsperiode."
    parameter = ramme.parametre[frist.hver]
    if isinstance(frist, Holdbarhed):
        return _how_long(parameter, today)
    if parameter.on(today) is None:
        return f"Hvor ofte er ikke fastsat: {parameter.name} har ingen værdi."
    return f"Der må højst gå {in_words(parameter.on(today), parameter.kind.unit)} fra den ene gang til den næste."


def _how_long(parameter: Parameter, today: date) -> str:
    if parameter.on(today) is None:
        return f"Hvor længe det holder, er ikke fastsat: {parameter.name} har ingen værdi."
    return f"Det holder i {in_words(parameter.on(today), parameter.kind.unit)}."


def shown_values(parameter: Parameter, today: date) -> tuple[Vaerdi, ...]:
    """The values worth showing: all of a few; of many the one in force, the one before and the one after."""
    values = parameter.vaerdier
    if len(values) <= _FEW:
        return values
    at = next((place for place, one in enumerate(values) if one.gaelder.covers(today)), 0)
    return values[max(at - 1, 0) : at + 2]
