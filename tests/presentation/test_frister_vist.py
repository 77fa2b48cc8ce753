"""Frister as text, table and JSON: nothing wider than the page, every tilstand with its word, the schema holds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import jsonschema
import pytest

import rammevaerk as rv
from rammevaerk.api import bound
from rammevaerk.explanation.frister import aktivitet_frister, fristoversigt
from rammevaerk.explanation.fristvurdering import Fristoversigt, Fristvurdering, Hul, Tilstand
from rammevaerk.loading import shipped
from rammevaerk.model.klausul import Periode
from rammevaerk.presentation.frister import SIGNS, gap_in_words, varsel_in_words, write_frister, write_table
from rammevaerk.presentation.frister_json import schema, write_json
from rammevaerk.presentation.page import Page

FACTS = {"id": "samarbejdet-om-havnene", "titel": "Et [bold]samarbejde[/bold] :smile: om havnene", "status": "i gang"}
DAYS = (date(2009, 6, 1), date(2021, 6, 1), date(2024, 6, 1), date(2026, 6, 1), date(2030, 6, 1))


def oversigt(name: str, day: date) -> Fristoversigt:
    ramme = rv.load(name)
    aktivitet = bound(
        FACTS | {"type": "netværk", "partnerskabsform": "projekt", "evalueringer": [{"dato": "01.05.2024"}]}, ramme, day
    )
    return fristoversigt(ramme, day, aktivitet_frister(ramme, aktivitet, day))


ALL = {day: [oversigt(name, day) for name in shipped()] for day in DAYS}


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_the_page(width: int, day: date) -> None:
    for text in (write_frister(ALL[day], Page(width)), write_table(ALL[day], Page(width))):
        assert max(map(len, text.splitlines())) <= width


@pytest.mark.parametrize("day", DAYS)
def test_the_json_is_valid_and_the_same_again(day: date) -> None:
    text = write_json(ALL[day])
    found = json.loads(text)
    jsonschema.Draft202012Validator(schema()).validate(found)
    assert text == write_json([oversigt(name, day) for name in shipped()])
    assert [one["dato"] for one in found] == [day.isoformat()] * len(shipped())


def test_every_tilstand_is_met_and_has_a_sign_and_its_word() -> None:
    met = {one.tilstand for found in ALL.values() for each in found for one in each.frister}
    assert met == set(Tilstand)
    assert len(set(SIGNS.values())) == len(SIGNS) == len(Tilstand)
    for day, found in ALL.items():
        text = write_frister(found).lower()
        assert all(str(one.tilstand) in text for each in found for one in each.frister), day


@pytest.mark.parametrize("tilstand", Tilstand)
def test_the_day_it_is_warned_from_is_told_of_what_lies_ahead(tilstand: Tilstand) -> None:
    day = date(2025, 3, 1)
    one = Fristvurdering("møde", "x", "a.1", "Der holdes møde.", tilstand, "Sådan er det.", day, varsles_fra=DAYS[2])
    found = Fristoversigt("x", "X", "0" * 64, DAYS[2], (one,))
    ahead = tilstand in {Tilstand.KOMMENDE, Tilstand.OVERHOLDT}
    assert ("Sådan er det. Der varsles fra den 01.06.2024." in write_frister([found], Page(200))) == ahead
    assert json.loads(write_json([found]))[0]["frister"][0]["varsles_fra"] == "2024-06-01"
    assert varsel_in_words(replace(one, varsles_fra=None)) == ""


def test_a_title_is_nobodys_markup() -> None:
    assert FACTS["titel"] in write_frister(ALL[DAYS[2]], Page(200))


LOFT = Hul("parameter", "loft", Periode(date(2024, 1, 1), date(2024, 6, 30)), ("a.1", "a.2"))
GAPS = {
    Hul("rammeværk", "x", Periode(None, date(2021, 12, 31))): (
        "Rammeværket x er ikke i kraft til og med den 31.12.2021."
    ),
    LOFT: (
        "Parameteren «loft» har ingen værdi fra den 01.01.2024 til og med den 30.06.2024. "
        "Så længe kan a.1 og a.2 ikke afgøres."
    ),
    Hul("klausul", "a.1", Periode(date(2024, 1, 1)), ("a.1",)): (
        "En regel om klausulen a.1 er ikke i kraft fra den 01.01.2024."
    ),
}


@pytest.mark.parametrize(("hul", "said"), GAPS.items())
def test_a_gap_is_a_sentence(hul: Hul, said: str) -> None:
    assert gap_in_words(hul) == said
