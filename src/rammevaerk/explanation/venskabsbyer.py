"""The twin cities of a rammeværk: with which of them something goes on, and which are asleep."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from rammevaerk.explanation.portefoelje import Aktivitetsnavn
from rammevaerk.explanation.rapport import Liv, Venskabsby
from rammevaerk.facts.calendar import moved
from rammevaerk.names import danish_order, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.model.rammevaerk import Rammevaerk

LIST: Final = "venskabsbyer"
"""The name of the register, or of the dated list, that holds them."""
AWAKE_FOR: Final = Decimal(12)
"""Months after the last thing that is known to have happened with a city."""


def cities(ramme: Rammevaerk, day: date) -> dict[str, str]:
    """Each twin city with its country, which may be empty; a list outside its dates has none."""
    found: dict[str, str] = {}
    for name, register in ramme.registre.items():
        if _is_list(name):
            found |= {str(post["navn"]): str(post.get("land", "")) for post in register.poster}
    for name, parameter in ramme.parametre.items():
        value = parameter.on(day)
        if _is_list(name) and isinstance(value, tuple):
            found |= {one: found.get(one, "") for one in value}
    return found


def _is_list(name: str) -> bool:
    return spoken(name).rpartition(".")[2] == LIST


def venskabsbyer(ramme: Rammevaerk, aktiviteter: Sequence[Aktivitet], day: date) -> tuple[tuple[Venskabsby, ...], int]:
    """How each city stands, in Danish order, and how many aktiviteter may be with any of them."""
    lands = cities(ramme, day)
    known: dict[str, list[Aktivitet]] = {spoken(name): [] for name in lands}
    loose = 0
    for one in aktiviteter:
        names, open_ = _partners(one, known.keys())
        for name in names:
            known[name].append(one)
        loose += open_ and _may_be_awake(one, day)
    found = tuple(
        _city(name, lands[name], known[spoken(name)], day, loose=bool(loose))
        for name in sorted(lands, key=danish_order)
    )
    return found, loose if lands else 0


def _partners(aktivitet: Aktivitet, known: object) -> tuple[set[str], bool]:
    """The twin cities among the partners, and whether there may be more: a partner whose city nobody knows."""
    if aktivitet.partnere is None:
        return set(), True
    found: set[str] = set()
    open_ = False
    for partner in aktivitet.partnere:
        here = {spoken(name) for name in (partner.by, partner.navn) if name}
        hit = {name for name in here if name in known}  # type: ignore[operator] # the keys of a mapping
        found |= hit
        open_ = open_ or (not hit and partner.by is None)
    return found, open_


def _may_be_awake(aktivitet: Aktivitet, day: date) -> bool:
    """Whether something may be going on, or may have within the year."""
    if aktivitet.status == "afsluttet":
        return aktivitet.slut is None or moved(aktivitet.slut, AWAKE_FOR, "måneder") >= day
    return aktivitet.status == "i gang"


def _city(navn: str, land: str, aktiviteter: list[Aktivitet], day: date, *, loose: bool) -> Venskabsby:
    happened = [date_ for one in aktiviteter for date_ in _dates(one) if date_ <= day]
    senest = max(happened, default=None)
    liv: Liv = "sover"
    if any(one.status == "i gang" for one in aktiviteter):
        liv = "i gang"
    elif senest and moved(senest, AWAKE_FOR, "måneder") >= day:
        liv = "nylig"
    elif loose or any(_may_be_awake(one, day) for one in aktiviteter):
        liv = "uafklaret"
    names = sorted((Aktivitetsnavn(one.id, one.titel) for one in aktiviteter), key=lambda one: danish_order(one.titel))
    return Venskabsby(navn, land, liv, tuple(names), senest)


def _dates(aktivitet: Aktivitet) -> Iterator[date]:
    """Every day on which something is known to have happened; a forslag has only been planned."""
    if aktivitet.status != "forslag":
        yield from (day for day in (aktivitet.start, aktivitet.slut) if day)
    for records in (aktivitet.evalueringer, aktivitet.videndelinger, aktivitet.investeringer, aktivitet.udbytter):
        yield from (one.dato for one in records or () if one.dato)
