"""The dates a rammeværk hangs on: its own, those of its revision, and those of its rules and parameters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rammevaerk.facts.dates import write_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.model.klausul import Periode
    from rammevaerk.model.rammevaerk import Rammevaerk


@dataclass(frozen=True, slots=True)
class Frist:
    """A date, what happens on it, and how it stands on the day the pages speak of."""

    dato: date
    hvad: str
    staar: str


def frister(ramme: Rammevaerk, today: date) -> tuple[Frist, ...]:
    """Every date, in order."""
    return tuple(sorted(_frister(ramme, today), key=lambda one: (one.dato, one.hvad)))


def _frister(ramme: Rammevaerk, today: date) -> Iterator[Frist]:
    yield from _periode("Rammeværket", ramme.gaelder, today)
    revision = ramme.parametre.get("revisionsfrist")
    due = revision.on(today) if revision else None
    if isinstance(due, date):
        done = ramme.parametre.get("revision registreret")
        registered = bool(done and done.on(today))
        standing = "revideret" if registered else "overskredet" if due < today else "kommende"
        who = f" af {ramme.organ}" if ramme.organ else ""
        yield Frist(due, f"Rammeværket skal senest være revideret{who}", standing)
    for regel in ramme.regler:
        yield from _periode(f"Reglen {regel.id}", regel.gaelder, today)
    for parameter in ramme.parametre.values():
        last = parameter.vaerdier[-1].gaelder.til if parameter.klausul and parameter.vaerdier else None
        if last:
            hvad = f"Parameteren {parameter.name} har sin sidste værdi til og med {write_date(last)}"
            yield Frist(last, hvad, "udløbet" if last < today else "kommende")


def _periode(what: str, gaelder: Periode, today: date) -> Iterator[Frist]:
    if gaelder.fra:
        yield Frist(gaelder.fra, f"{what} gælder fra denne dag", "i kraft" if gaelder.fra <= today else "kommende")
    if gaelder.til:
        yield Frist(
            gaelder.til, f"{what} gælder til og med denne dag", "udløbet" if gaelder.til < today else "kommende"
        )
