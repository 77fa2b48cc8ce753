"""How long a skøn holds: each tilstand with its day, when nobody asks, and that it turns no answer."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from frist_text import DAY, FACTS, ramme_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rammevaerk as rv
from rammevaerk.explanation.frister import aktivitet_frister
from rammevaerk.explanation.fristvurdering import Tilstand
from rammevaerk.model.codec import read_rammevaerk, write_rammevaerk

sys.path.insert(0, str(Path(__file__).parents[1] / "engines"))

from generator import TODAY, Generator, completions

if TYPE_CHECKING:
    from rammevaerk.explanation.fristvurdering import Fristvurdering

TEXT = """
rammeværk: prøve
gælder: {fra: 2000-01-01}
parametre:
  holdetid: {klausul: a.1, værdier: [{fra: 2020-01-01, til: 2030-12-31, værdi: 24 måneder}]}
  varsel: {klausul: a.1, værdier: [{værdi: 30 dage}]}
egne:
  fælles forståelse: {art: skøn, spørgsmål: Forstår vi hinanden?}
regler:
  - {id: a.1, klausul: a.1, krav: gør klogere}
  - {id: a.2, klausul: a.2, krav: erhvervsrettet, gælder når: type er partnerskab}
  - {id: a.3, klausul: a.3, krav: EU-projekt eller fælles forståelse, gælder når: EU-projekt}
  - {id: a.4, klausul: a.4, krav: fælles forståelse, gælder når: horisont er lang, gælder: {til: 2024-12-31}}
holdbarhed:
  gør klogere: {klausul: a.1, hver: holdetid, varsles: varsel, gælder når: status er ikke afsluttet}
  erhvervsrettet: {klausul: a.2, hver: holdetid}
  fælles_forståelse: {klausul: a.3, hver: holdetid}
  omdømme: {klausul: a.1, hver: holdetid}
"""
KLOGERE, ERHVERV, FAELLES, OMDOEMME = "gør klogere", "erhvervsrettet", "fælles forståelse", "omdømme"


@cache
def ramme() -> rv.Rammevaerk:
    return ramme_of(TEXT)


def asked(skoen: str, facts: dict[str, Any], day: date = DAY) -> Fristvurdering:
    (found,) = (one for one in rv.frister(ramme(), day, FACTS | facts) if one.om_skoen == skoen)
    return found


def given_on(day: str, key: str = "gør_klogere", **others: object) -> dict[str, Any]:
    return {key: {"svar": "ja", "dato": day}, **others}


def own_on(day: str, **others: object) -> dict[str, Any]:
    return {"egne": {FAELLES: {"svar": "nej", "dato": day}}, **others}


@pytest.mark.parametrize(
    ("skoen", "facts", "tilstand", "dato", "said"),
    [
        (
            KLOGERE,
            given_on("01.06.2022"),
            "overholdt",
            date(2024, 6, 1),
            "Skønnet er fra den 01.06.2022 og holder til og med den 01.06.2024.",
        ),
        (
            KLOGERE,
            given_on("31.05.2022"),
            "overskredet",
            date(2024, 5, 31),
            "Skønnet er fra den 31.05.2022 og holdt kun til og med den 31.05.2024.",
        ),
        (KLOGERE, given_on("01.06.2024"), "overholdt", date(2026, 6, 1), "holder til og med den 01.06.2026."),
        (KLOGERE, given_on("02.06.2024"), "ikke relevant", None, "Skønnet er først givet den 02.06.2024."),
        (KLOGERE, {}, "ikke relevant", None, "Skønnet er ikke givet."),
        (KLOGERE, {"gør_klogere": {"dato": "01.01.2020"}}, "ikke relevant", None, "Skønnet er ikke givet."),
        (KLOGERE, {"gør_klogere": False}, "uafklaret", None, "Skønnet er givet, men det er ikke oplyst hvornår."),
        (
            KLOGERE,
            given_on("01.01.2020", status="afsluttet"),
            "ikke relevant",
            None,
            "Gælder kun, når status er ikke afsluttet.",
        ),
        (ERHVERV, given_on("01.01.2020", "erhvervsrettet", type="partnerskab"), "overskredet", date(2022, 1, 1), ""),
        (
            ERHVERV,
            given_on("01.01.2020", "erhvervsrettet", type="projekt"),
            "ikke relevant",
            None,
            "Gælder kun, når type er partnerskab.",
        ),
        (
            ERHVERV,
            given_on("01.01.2020", "erhvervsrettet"),
            "uafklaret",
            date(2022, 1, 1),
            "Det kan ikke afgøres, om fristen gælder, før det er oplyst: type.",
        ),
        (FAELLES, own_on("01.07.2022", eu_projekt=True), "overholdt", date(2024, 7, 1), ""),
        (FAELLES, own_on("01.07.2022", horisont="lang"), "overholdt", date(2024, 7, 1), ""),
        (
            FAELLES,
            own_on("01.07.2022", eu_projekt=False, horisont="kort"),
            "ikke relevant",
            None,
            "Gælder kun, når (EU-projekt) eller (horisont er lang).",
        ),
        (FAELLES, own_on("01.07.2022", eu_projekt=False), "uafklaret", date(2024, 7, 1), "oplyst: horisont."),
        (OMDOEMME, given_on("01.07.2022", "omdømme"), "overholdt", date(2024, 7, 1), ""),
    ],
)
def test_each_tilstand_with_its_day(
    skoen: str, facts: dict[str, Any], tilstand: str, dato: date | None, said: str
) -> None:
    found = asked(skoen, facts)
    assert (str(found.tilstand), found.dato) == (tilstand, dato)
    assert found.begrundelse.endswith(said)
    assert (found.frist, found.hvad) == (f"skøn om {skoen}", f"Skønnet «{skoen}» skal gives igen.")
    assert (found.aktivitet, found.titel) == ("a", "A")


def test_when_no_rule_that_reads_it_is_in_force_nobody_asks() -> None:
    ended = ramme_of(TEXT.replace("krav: gør klogere}", "krav: gør klogere, gælder: {til: 2024-06-01}}"))
    facts = FACTS | given_on("01.01.2022")
    stands = [
        (str(one.tilstand), one.begrundelse)
        for day in (DAY, date(2024, 6, 2))
        for one in rv.frister(ended, day, facts)
        if one.om_skoen == KLOGERE
    ]
    assert stands == [
        ("overskredet", "Skønnet er fra den 01.01.2022 og holdt kun til og med den 01.01.2024."),
        ("ikke relevant", "Ingen regel, der bruger skønnet, er i kraft den 02.06.2024."),
    ]


def test_a_rule_about_the_portfolio_asks_every_aktivitet() -> None:
    krav = "der er ingen blandt aktiviteter, hvor (ikke erhvervsrettet)"
    together = ramme_of(f"{TEXT}portefølje:\n  - {{id: a.5, klausul: a.5, krav: {krav!r}}}\n")
    facts = FACTS | given_on("01.01.2020", "erhvervsrettet", type="projekt")
    (found,) = (one for one in rv.frister(together, DAY, facts) if one.om_skoen == ERHVERV)
    assert str(found.tilstand) == "overskredet"


def test_a_rule_that_is_no_longer_in_force_asks_nobody() -> None:
    facts = own_on("01.07.2023", eu_projekt=False, horisont="lang")
    assert str(asked(FAELLES, facts, date(2024, 12, 31)).tilstand) == "overholdt"
    found = asked(FAELLES, facts, date(2025, 1, 1))
    assert (str(found.tilstand), found.begrundelse) == ("ikke relevant", "Gælder kun, når EU-projekt.")


@pytest.mark.parametrize(
    ("day", "tilstand", "said"),
    [
        (date(1999, 12, 31), "ikke i kraft", "Rammeværket er ikke i kraft den 31.12.1999."),
        (date(2019, 12, 31), "ikke i kraft", "Parameteren holdetid har ingen værdi den 31.12.2019."),
        (date(2020, 1, 1), "overholdt", "Skønnet er fra den 01.01.2019 og holder til og med den 01.01.2021."),
        (date(2031, 1, 1), "ikke i kraft", "Parameteren holdetid har ingen værdi den 01.01.2031."),
    ],
)
def test_nothing_falls_back_to_an_older_interval(day: date, tilstand: str, said: str) -> None:
    found = asked(KLOGERE, given_on("01.01.2019"), day)
    assert (str(found.tilstand), found.begrundelse) == (tilstand, said)


def test_the_date_is_what_is_missing_and_is_asked_for() -> None:
    found = asked(ERHVERV, {"erhvervsrettet": True})
    assert [(mangel.oplysning, mangel.navn) for mangel in found.mangler] == [
        ("type", "type"),
        ("erhvervsrettet.dato", "datoen for erhvervsrettet"),
    ]
    assert found.mangler[1].spoergsmaal == "Hvornår er skønnet «erhvervsrettet» givet?"
    assert {mangel.klausuler for mangel in found.mangler} == {("a.2",)}
    assert asked(KLOGERE, given_on("01.01.2024")).mangler == ()


def test_it_is_warned_of_so_long_before_its_day() -> None:
    assert asked(KLOGERE, given_on("01.07.2022")).varsles_fra == date(2024, 6, 1)
    assert asked(KLOGERE, {"gør_klogere": True}).varsles_fra is None
    assert asked(OMDOEMME, given_on("01.07.2022", "omdømme")).varsles_fra is None


def test_every_aktivitet_has_one_for_each_skoen_and_the_rammevaerk_none() -> None:
    every = [f"skøn om {name}" for name in (ERHVERV, FAELLES, KLOGERE, OMDOEMME)]
    assert sorted(one.frist for one in rv.frister(ramme(), DAY, FACTS)) == sorted(every)
    assert rv.frister(ramme(), DAY) == ()
    assert read_rammevaerk(write_rammevaerk(ramme())) == ramme()


# Laws


@cache
def without() -> rv.Rammevaerk:
    return replace(ramme(), holdbarhed=())


SKOEN = st.none() | st.booleans() | st.fixed_dictionaries({"svar": st.booleans(), "dato": st.dates(date(2018, 1, 1))})


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(
    klogere=SKOEN,
    erhverv=SKOEN,
    faelles=SKOEN,
    more=st.fixed_dictionaries(
        {
            "status": st.sampled_from(["forslag", "i gang", "afsluttet"]),
            "type": st.sampled_from([None, "partnerskab", "projekt"]),
            "eu_projekt": st.none() | st.booleans(),
        }
    ),
    day=st.dates(date(2019, 6, 1), date(2031, 6, 1)),
)
def test_how_old_a_skoen_is_turns_no_answer(
    klogere: object, erhverv: object, faelles: object, more: dict[str, Any], day: date
) -> None:
    facts = FACTS | more | {"gør_klogere": klogere, "erhvervsrettet": erhverv, "egne": {FAELLES: faelles}}
    assert rv.vurder(facts, ramme(), day) == rv.vurder(facts, without(), day)


@settings(max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**63))
def test_of_a_skoen_that_is_given_a_known_tilstand_never_changes(seed: int) -> None:
    random = Random(seed)
    text = TEXT.replace("fælles forståelse", "omdømme").replace("fælles_forståelse", "borgerværdi")
    ours = ramme_of(text.replace("egne:\n  omdømme: {art: skøn, spørgsmål: Forstår vi hinanden?}\n", ""))
    partial = Generator(random).aktivitet(random.choice((0.1, 0.3, 0.6)))
    before = {one.om_skoen: one for one in aktivitet_frister(ours, partial, TODAY)}
    assert len(before) == 4
    for whole in completions(partial, random, 6):
        for now in aktivitet_frister(ours, whole, TODAY):
            then = before[now.om_skoen]
            if then.tilstand is not Tilstand.UAFKLARET and then.begrundelse != "Skønnet er ikke givet.":
                assert replace(now, begrundelse="") == replace(then, begrundelse=""), (partial, whole)


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(age=st.integers(0, 900), number=st.integers(1, 30), unit=st.sampled_from(["dage", "måneder"]))
def test_it_holds_as_long_as_walking_through_the_calendar_finds(age: int, number: int, unit: str) -> None:
    given_day = DAY - timedelta(age)
    facts = FACTS | {"omdømme": {"svar": True, "dato": given_day}}
    (found,) = (one for one in rv.frister(lasting(number, unit), DAY, facts) if one.om_skoen == OMDOEMME)
    days = number if unit == "dage" else next(n for n in range(1, 1000) if _months_gone(given_day, n) == number)
    assert found.dato == given_day + timedelta(days)
    assert str(found.tilstand) == ("overholdt" if age <= days else "overskredet")


@cache
def lasting(number: int, unit: str) -> rv.Rammevaerk:
    return ramme_of(TEXT.replace("24 måneder", f"{number} {unit}"))


def _months_gone(since: date, days: int) -> int:
    """The months that have gone when so many days have: on the same day of the month, or on the last."""
    day = since + timedelta(days)
    last = (day + timedelta(1)).month != day.month
    whole = day.day >= since.day or last
    return (day.year - since.year) * 12 + day.month - since.month - (not whole)
