"""Varied aktiviteter of the whole fact contract, as they would stand in a JSON file; seeded."""

from __future__ import annotations

import json
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from rammevaerk.api import bound
from rammevaerk.facts.reading import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import rammevaerk as rv

DAY = date(2024, 6, 1)
"""The vurderingsdato of the benchmarks; some facts are dated after it."""

TYPER = (
    *("venskabsbysamarbejde", "netværk", "partnerskab") * 3,
    *("projekt", "studierejse", "udveksling", "konference", "værtsbesøg", "internationalt kontor"),
)
MAAL = ("En klima- og miljøvenlig storby", "Verdens bedste robotby", "Et sundere Odense", "En storby i vækst")
STEDER = ("Odense", "Odense C", "Svendborg", "Nyborg Kommune", "København", "Aarhus")
SKOEN = (
    "borgerværdi",
    "gør_klogere",
    "afgørende_viden",
    "omdømme",
    "erhvervsrettet",
    "stabschef",
    "begrundet_stedvalg",
)
EGNE = ("bidrag til byens udvikling", "bidrag til robotby og storby", "international hverdag")
BIDRAG = ("mindre", "lige så meget", "mere")


class Maker:
    """Draws aktiviteter in which each fact is known with a given probability."""

    def __init__(self, seed: int, known: float) -> None:
        self._random = Random(seed)  # noqa: S311 - varied, not secret
        self._known = known

    def one(self, number: int) -> dict[str, Any]:
        """An aktivitet; a fact that is not known is left out."""
        pick = self._random.choice
        facts: dict[str, Callable[[], Any]] = {
            "type": lambda: pick(TYPER),
            "forvaltning": lambda: pick(("By- og Kulturforvaltningen", "Børn- og Ungeforvaltningen")),
            "emne": lambda: pick(("mobilitet", "sundhed", "robotter")),
            "kle": lambda: "05.13.00",
            "start": lambda: str(date(2022, 1, 1) + timedelta(self._random.randrange(300))),
            "slut": lambda: str(date(2025, 1, 1) + timedelta(self._random.randrange(900))),
            "politiske_mål": lambda: self._some(MAAL),
            "politikområder": lambda: self._some(("klima", "erhverv", "kultur")),
            "målgrupper": lambda: self._some(("børn", "ældre", "studerende")),
            "bygger_på": lambda: self._some(("Nordisk Platform", "Eurocities")),
            "kerneopgaver": lambda: self._some(("cykelstier", "planlægning", "rehabilitering")),
            "retning": lambda: pick(("henter viden", "deler viden", "gensidig")),
            "horisont": lambda: pick(("kort", "lang")),
            "partnerskabsform": lambda: pick(("projekt", "ad hoc", "langvarig", "ingen")),
            "aftale": lambda: pick(("ingen", "hensigtserklæring", "bindende")),
            "venskabsby_relevans": lambda: pick(("faglig", "erfaringsmæssig", "begge", "ingen")),
            "lokale_aktører": lambda: self._records(self._aktoer),
            "partnere": lambda: self._records(self._partner),
            "investeringer": lambda: self._records(self._investering),
            "udbytter": lambda: self._records(self._udbytte),
            "evalueringer": lambda: self._records(self._evaluering, most=4),
            "videndelinger": lambda: self._records(self._videndeling),
            "eu_projekt": lambda: pick((True, False)),
            "sdeo_inddraget": lambda: pick((True, False)),
            "søgt_i_fællesskab": lambda: pick((True, False)),
            **dict.fromkeys(SKOEN, self._skoen),
        }
        own = dict.fromkeys(EGNE, self._skoen) | {"lokal praksis lemper rammerne": lambda: pick((True, False))}
        status = pick(("forslag", "forslag", "i gang", "i gang", "i gang", "afsluttet"))
        head = {"id": f"a-{number}", "titel": f"Grøn mobilitet i nordiske byer, nr. {number}", "status": status}
        return {**head, **self._drawn(facts), "egne": self._drawn(own)}

    def _drawn(self, facts: dict[str, Callable[[], Any]]) -> dict[str, Any]:
        return {key: make() for key, make in facts.items() if self._random.random() < self._known}

    def _some(self, values: tuple[str, ...]) -> list[str]:
        return self._random.sample(values, self._random.randrange(len(values) + 1))

    def _records(self, make: Callable[[], dict[str, Callable[[], Any]]], most: int = 3) -> list[dict[str, Any]]:
        return [self._drawn(make()) for _ in range(self._random.randrange(most + 1))]

    def _day(self) -> str:
        """A day on both sides of the vurderingsdato, sometimes the day itself or the last that counts."""
        edges = (DAY, DAY + timedelta(1), date(2023, 6, 1), date(2023, 5, 31))
        return str(
            self._random.choice((*edges, *(DAY - timedelta(self._random.randrange(-60, 700)) for _ in range(8))))
        )

    def _skoen(self) -> dict[str, Any]:
        facts = {
            "svar": lambda: self._random.random() < 0.7,  # noqa: PLR2004 - most answers are yes
            "svaret_af": lambda: "chefkonsulent",
            "dato": self._day,
            "begrundelse": lambda: "Det følger af mødet med partnerne, og flere cykler nu.",
        }
        return self._drawn(facts)

    def _aktoer(self) -> dict[str, Callable[[], Any]]:
        pick = self._random.choice
        return {
            "navn": lambda: "SDU",
            "type": lambda: pick(("uddannelsesinstitution", "virksomhed", "organisation")),
            "forankring": lambda: pick(STEDER),
        }

    def _partner(self) -> dict[str, Callable[[], Any]]:
        pick = self._random.choice
        return {
            "navn": lambda: "Trondheim kommune",
            "by": lambda: "Trondheim",
            "land": lambda: "Norge",
            "type": lambda: pick(("kommune", "kommune", "virksomhed", "uddannelsesinstitution", "netværk")),
        }

    def _amount(self) -> str:
        return self._random.choice(
            (f"{self._random.randrange(1, 999)}.000 kr.", f"{self._random.randrange(9, 99)} timer")
        )

    def _investering(self) -> dict[str, Callable[[], Any]]:
        return {"dato": self._day, "mængde": self._amount, "note": lambda: "rejser"}

    def _udbytte(self) -> dict[str, Callable[[], Any]]:
        return {"dato": self._day, "art": lambda: "viden", "mængde": self._amount}

    def _evaluering(self) -> dict[str, Callable[[], Any]]:
        return {"dato": self._day, "bidrag": lambda: self._random.choice(BIDRAG), "note": lambda: "årsmøde"}

    def _videndeling(self) -> dict[str, Callable[[], Any]]:
        pick = self._random.choice
        return {"dato": self._day, "forum": lambda: "netværksmøde", "kreds": lambda: pick(("intern", "ekstern"))}


def plain(seed: int, count: int, known: float = 0.8) -> Iterator[dict[str, Any]]:
    """So many aktiviteter as plain data."""
    maker = Maker(seed, known)
    return (maker.one(number) for number in range(count))


def as_text(one: dict[str, Any]) -> str:
    return json.dumps(one, ensure_ascii=False)


def read(ones: Iterator[dict[str, Any]], ramme: rv.Rammevaerk) -> list[rv.Aktivitet]:
    """The same, read, and bound to the rammeværk."""
    return [bound(read_text(as_text(one))[0], ramme, DAY) for one in ones]
