"""Random histories of aktiviteter, as they might be told: late, twice, corrected, contradictory, in any order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import rammevaerk as rv
from rammevaerk.journal.contents import Haendelse
from rammevaerk.watch.indberetning import Indberetning

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

FIRST: Final = date(2023, 3, 1)
NAMES: Final = ("odense-2022", "skanderborg", "kommunernes-internationale-arbejde")
SPAN: Final = 480
"""Days in which everything happens: more than a year, so that intervals run out."""
LAST: Final = FIRST + timedelta(SPAN)
TID: Final = datetime(2026, 1, 1, tzinfo=UTC)
_RECORDS: Final = {
    "evalueret": "evalueringer",
    "investeret": "investeringer",
    "udbytte": "udbytter",
    "videndelt": "videndelinger",
}


@cache
def ramme(name: str = "odense-2022") -> rv.Rammevaerk:
    return rv.load(name)


@dataclass(frozen=True)
class Told:
    """One thing told, as the tests know it: apart from the watch, so that they can be held against each other."""

    id: str
    hvad: str
    dato: date
    aktivitet: str
    oplysninger: Mapping[str, Any]
    retter: str = ""

    def indberetning(self) -> Indberetning:
        given = Haendelse(self.aktivitet, self.oplysninger, "", self.dato, hvad=self.hvad, retter=self.retter)
        return Indberetning(self.id, given)


def history(random: Random, name: str, aktiviteter: int = 1, most: int = 14) -> list[Told]:
    """What happened to some aktiviteter that a rammeværk watches: begun, and then some of everything."""
    told = [begun(random, f"a{number}", f"a{number}-begyndt", name) for number in range(aktiviteter)]
    for number in range(random.randint(1, most)):
        earlier = random.choice(told)
        if random.random() < 0.25:
            told.append(_correction(random, f"h{number}", earlier, name))
        else:
            told.append(happening(random, f"h{number}", earlier.aktivitet, name))
    return told


def begun(random: Random, aktivitet: str, id_: str, name: str) -> Told:
    """How an aktivitet is first told of: mostly with most of what the rules ask."""
    facts: dict[str, Any] = {
        "titel": f"Samarbejdet {aktivitet}",
        "status": random.choice(["i gang", "i gang", "forslag"]),
    }
    facts |= {key: value for key, value in _facts(random, name).items() if random.random() < 0.6}
    return Told(id_, "oplyst", _day(random), aktivitet, _alone(facts))


def _alone(facts: dict[str, Any]) -> dict[str, Any]:
    """Facts that do not contradict themselves; those of several tellings may."""
    backwards = (facts.get("slut") or "9999") < (facts.get("start") or "0000")
    return {key: value for key, value in facts.items() if not (backwards and key == "slut")}


def happening(random: Random, id_: str, aktivitet: str, name: str) -> Told:
    """Facts that are told, taken away or contradict each other, or a record that is added."""
    day = _day(random)
    if random.random() < 0.5:
        hvad = random.choice(list(_RECORDS))
        return Told(id_, hvad, day, aktivitet, {_RECORDS[hvad]: [_record(random, hvad, day)]})
    every = _facts(random, name) | {"status": random.choice(["i gang", "forslag", "afsluttet", "i gang"])}
    keys = random.sample(sorted(every), random.randint(1, 3))
    told = {key: None if random.random() < 0.2 and key not in ("status", "egne") else every[key] for key in keys}
    return Told(id_, "oplyst", day, aktivitet, _alone(told))


def _correction(random: Random, id_: str, earlier: Told, name: str) -> Told:
    day = _day(random)
    if random.random() < 0.3:
        return Told(id_, "bortfaldet", day, earlier.aktivitet, {}, earlier.id)
    other = happening(random, id_, earlier.aktivitet, name)
    return replace(other, dato=day, retter=earlier.id)


def _day(random: Random) -> date:
    return FIRST + timedelta(random.randrange(SPAN))


def _record(random: Random, hvad: str, day: date) -> dict[str, Any]:
    record: dict[str, Any] = {"dato": (day - timedelta(random.choice([0, 0, 0, 40, -40]))).isoformat()}
    if random.random() < 0.1:
        record.pop("dato")
    amount = f"{random.randint(1, 90)}.000 kr."
    match hvad:
        case "evalueret":
            record["bidrag"] = random.choice(["mindre", "lige så meget", "mere", None])
        case "investeret" | "udbytte":
            record["mængde"] = amount
        case _:
            record["kreds"] = random.choice(["intern", "ekstern"])
    return record


def _facts(random: Random, name: str) -> dict[str, Any]:
    skoen = {key: _skoen(random) for key in ("borgerværdi", "gør_klogere", "stabschef", "omdømme")}
    return (
        skoen
        | _own(random, name)
        | {
            "type": random.choice(["netværk", "partnerskab", "venskabsbysamarbejde", "projekt", "studierejse"]),
            "kerneopgaver": random.choice([[], ["skole"]]),
            "retning": random.choice(["henter viden", "deler viden", "gensidig"]),
            "start": _day(random).isoformat(),
            "slut": (_day(random) + timedelta(200)).isoformat(),
            "eu_projekt": random.choice([True, False]),
            "venskabsby_relevans": random.choice(["faglig", "ingen"]),
        }
    )


def _own(random: Random, name: str) -> dict[str, Any]:
    """What only this rammeværk asks about."""
    if name == "odense-2022":
        return {"politiske_mål": random.choice([[], ["Et sundere Odense"], ["Et sundere Odense"]])}
    if name == "skanderborg":
        given = random.choice([_day(random).isoformat(), _day(random).isoformat(), None])
        return {"egne": {"opfølgning givet": given, "inddragelse": random.choice([True, False, None])}}
    return {"egne": {"bytter plads": random.choice([True, False, None]), "fælles forståelse": _skoen(random)}}


def _skoen(random: Random) -> object:
    answer = random.random() < 0.7
    return {"svar": answer, "dato": _day(random).isoformat()} if random.random() < 0.8 else answer
