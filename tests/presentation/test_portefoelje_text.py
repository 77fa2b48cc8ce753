"""What a person reads about a portfolio: every rule, group and figure, and no line wider than the page."""

from datetime import date
from pathlib import Path

import pytest

import rammevaerk as rv
from rammevaerk.presentation.page import Page
from rammevaerk.presentation.portefoelje import write_portefoelje

FILE = Path(__file__).parents[2] / "docs/eksempler/opdigtet/odense-by-og-kultur-2010/portefoelje.yaml"


@pytest.fixture(scope="module")
def found() -> rv.Portefoeljevurdering:
    return rv.portefoelje(rv.read(FILE), rv.load("odense-by-og-kultur-2010"), date(2015, 6, 1))


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_the_page(found: rv.Portefoeljevurdering, width: int) -> None:
    assert max(map(len, write_portefoelje(found, Page(width)).splitlines())) <= width


def test_every_rule_and_group_is_told_with_its_reason(found: rv.Portefoeljevurdering) -> None:
    text = " ".join(found.forklar().split())
    for regel in found.regler:
        assert f"{regel.id} – {regel.udfald} ({regel.styrke})" in text
        for gruppe in regel.grupper:
            assert gruppe.begrundelse in text
            assert not gruppe.gruppe or f"{gruppe.gruppe}: {gruppe.udfald}" in text


def test_figures_and_who_counts_against_them_are_told(found: rv.Portefoeljevurdering) -> None:
    text = found.forklar()
    assert "· andel: mellem 75 og 80 pct. (3 af 5, 1 er uafklaret)" in text
    assert "· tæller med: 4, måske 1 til" in text
    assert "· viden kommer hjem: 6 af 9, 1 er uafklaret" in text
    assert "· taler imod: Musik ude (opdigtet) (musik-ude)" in text


def test_those_of_no_known_group_are_named_once(found: rv.Portefoeljevurdering) -> None:
    lines = found.forklar().splitlines()
    assert [line.strip() for line in lines if "forvaltning · " in line] == [
        "forvaltning · dem, der står under «uoplyst»",
        "forvaltning · dem, der står under «uoplyst»",
        "forvaltning · Havnens dag (opdigtet) (havnens-dag)",
        "forvaltning · dem, der står under «uoplyst»",
        "forvaltning · Havnens dag (opdigtet) (havnens-dag)",
    ]


def test_of_many_only_some_are_named_and_the_rest_counted() -> None:
    ramme = rv.load("odense-by-og-kultur-2010")
    many = [{"id": f"a{n:02}", "titel": f"A {n:02}", "status": "i gang"} for n in range(14)]
    text = " ".join(rv.portefoelje(many, ramme, date(2015, 6, 1)).forklar().split())
    assert "retning · A 00 (a00), A 01 (a01)" in text
    assert "A 09 (a09) og 4 til" in text
    assert "A 10" not in text
