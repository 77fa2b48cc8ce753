"""An aktivitet, its vurdering, and a journal with some of everything in it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

import rammevaerk as rv
from rammevaerk.facts.reading import aktivitet_from
from rammevaerk.journal.contents import Beslutning, Fravigelse, Haendelse, Levering, Varsel, Vurderingspost
from rammevaerk.loading import read_udgave

if TYPE_CHECKING:
    from rammevaerk.journal.post import Post
    from rammevaerk.journal.store import Journal

TID = datetime(2024, 6, 1, 8, tzinfo=UTC)
DAY = date(2024, 6, 1)
FACTS: dict[str, Any] = {
    "id": "havn",
    "titel": "Havnebyer i samme båd",
    "status": "i gang",
    "type": "netværk",
    "emne": "Havne",
    "kle": "00.03.10",
    "politiske_mål": ["Et sundere Odense"],
    "gør_klogere": {"svar": True, "svaret_af": "Anna Holm", "dato": "2024-03-01", "begrundelse": "Vi lærte om kajer."},
    "evalueringer": [
        {
            "dato": "2024-02-01",
            "investering": "40.000 kr.",
            "udbytte": "35.000 kr.",
            "note": "Skrevet af Bo Dam hos Anna Holm",
        }
    ],
    "videndelinger": [{"dato": "2024-01-01", "forum": "Havnenet", "kreds": "ekstern"}],
}


def later(minutes: int) -> datetime:
    """So many minutes after the first."""
    return TID + timedelta(minutes=minutes)


@cache
def ramme(name: str = "odense-2022") -> rv.Rammevaerk:
    return rv.load(name)


def vurderet(facts: dict[str, Any] | None = None, name: str = "odense-2022", sagsnr: str = "") -> Vurderingspost:
    """The vurdering of these facts, ready to be entered."""
    aktivitet = aktivitet_from(facts or FACTS)
    return Vurderingspost(rv.vurder(aktivitet, ramme(name), DAY), aktivitet, ramme(name), sagsnr)


def fill(journal: Journal) -> tuple[Post, ...]:
    """One of each kind but a sletning: an observation, the rules, a vurdering, what was decided, a varsel, its end."""
    told = {key: FACTS[key] for key in ("type", "gør_klogere", "evalueringer")}
    journal.append(Haendelse("havn", told, "Indberettet af Anna Holm", date(2024, 5, 1)), later(0))
    journal.keep(read_udgave("odense-2022"), later(1))
    journal.append(vurderet(sagsnr="24/17"), later(2))
    journal.append(Beslutning("havn", "afslut", "Bo Dam", date(2024, 6, 3), "stabschef"), later(3))
    reason = "Anna Holm har fået nye midler"
    journal.append(Fravigelse("havn", "fortsæt", "Bo Dam", DAY, "stabschef", reason, "prioritering.4"), later(4))
    journal.append(Varsel("havn", "Evaluér inden 01.02.2025", date(2025, 2, 1), {"dage": 30}), later(5))
    journal.append(Levering("havn", 6, "anna@holm.dk", "mail"), later(6))
    return tuple(journal.entries())
