"""A layer answers with the classes and matches of what it builds on, also under other names and dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import rammevaerk as rv
from rammevaerk.model.codec import read_rammevaerk, write_rammevaerk

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2024, 6, 1)
FACTS: dict[str, Any] = {"id": "x", "titel": "X", "status": "i gang", "type": "projekt", "emne": "klima"}
BELOW = """
rammeværk: fælles
gælder: {fra: 2020-01-01, til: 2024-12-31}
parametre:
  emner: {værdier: [{værdi: 3}]}
begreber:
  aftalen binder: {er: aftale er bindende}
registre:
  puljer:
    klausul: a.1
    poster: [{navn: A, frist: 01.07.2024, klimaemner: [klima]}, {navn: B, klimaemner: [kultur]}]
regler:
  - {id: a.1, klausul: a.1, krav: EU-projekt}
  - {id: a.2, klausul: a.2, krav: type er projekt}
klassifikationer:
  slags:
    oplysning: type
    klausul: a.1
    klasser:
      - {værdi: partnerskab, når: aftalen binder}
      - {værdi: projekt, når: a.1 er opfyldt}
koblinger:
  puljer:
    klausul: a.1
    register: puljer
    frist: frist
    kriterier:
      - {navn: emnet, kræves: ja, når: emne findes i klimaemner}
      - {navn: EU, kræves: nej, når: a.1 er opfyldt}
"""


@pytest.fixture
def laid(tmp_path: Path):
    """The rammeværk `fælles` with another laid on it."""

    def load(text: str, below: str = "fælles") -> rv.Rammevaerk:
        (tmp_path / "fælles.yaml").write_text(BELOW, "utf-8")
        (tmp_path / "lag.yaml").write_text(f"rammeværk: lag\nbygger på: [{below}]\n{text}", "utf-8")
        return rv.load(tmp_path / "lag.yaml")

    return load


def answers(ramme: rv.Rammevaerk, day: date = DAY, prefix: str = "", **facts: Any) -> tuple[list[Any], list[Any]]:
    """What the classes and then the first post's criteria come to."""
    aktivitet = FACTS | facts
    klasser = rv.klassificer(aktivitet, ramme, day).klassifikationer[f"{prefix}slags"].klasser
    poster = rv.kobl(aktivitet, ramme, day).koblinger[f"{prefix}puljer"].poster
    return [one.holder for one in klasser], [one.holder for one in poster[0].kriterier]


@pytest.mark.parametrize(("below", "prefix"), [("fælles", ""), ("fælles som k", "k.")])
def test_a_layer_answers_with_what_is_below(laid, below: str, prefix: str):
    ramme = laid("", below)
    assert answers(ramme, prefix=prefix, aftale="bindende", eu_projekt=True) == ([True, True], [True, True])
    assert answers(ramme, prefix=prefix, aftale="ingen") == ([False, None], [True, None])
    kobling = ramme.koblinger[f"{prefix}puljer"]
    assert (kobling.navn, kobling.register, kobling.klausul) == (f"{prefix}puljer", f"{prefix}puljer", f"{prefix}a.1")
    assert [sorted(post) for post in ramme.registre[kobling.register].poster] == [
        ["frist", "klimaemner", "navn"],
        ["klimaemner", "navn"],
    ]
    assert read_rammevaerk(write_rammevaerk(ramme)) == ramme


def test_its_classes_ask_of_the_layers_own_version_of_a_rule(laid):
    ramme = laid("regler:\n  - {id: a.1, klausul: a.1, krav: EU-projekt og erhvervsrettet}\n")
    assert answers(ramme, eu_projekt=True, erhvervsrettet=False) == ([None, False], [True, False])
    assert answers(ramme, eu_projekt=True, erhvervsrettet=True) == ([None, True], [True, True])


def test_a_layer_may_have_its_own_instead(laid):
    ramme = laid("klassifikationer: {slags: {oplysning: type, klasser: [{værdi: netværk, når: aftalen binder}]}}\n")
    assert answers(ramme, aftale="bindende")[0] == [True]


OWN = """
gælder: {fra: 2023-01-01}
klassifikationer: {egen: {oplysning: status, klasser: [{værdi: forslag, når: EU-projekt}]}}
"""


def test_each_answers_within_its_own_dates(laid):
    ramme = laid(OWN)
    days = (date(2022, 1, 1), DAY, date(2025, 1, 1))
    found = [sorted(rv.klassificer(FACTS, ramme, day).klassifikationer) for day in days]
    assert found == [["slags"], ["egen", "slags"], ["egen"]]
    assert [sorted(rv.kobl(FACTS, ramme, day).koblinger) for day in days] == [["puljer"], ["puljer"], []]


def test_a_class_may_not_read_what_it_answers_through_a_rule_below(laid):
    own = "klassifikationer: {egen: {oplysning: type, klasser: [{værdi: projekt, når: a.1 er opfyldt}]}}\n"
    assert laid(own).klassifikationer
    with pytest.raises(rv.Refused, match="R041"):
        laid(own.replace("a.1", "a.2"))


def test_two_below_with_the_same_are_told_apart_by_a_word(laid, tmp_path: Path):
    (tmp_path / "andre.yaml").write_text(
        "rammeværk: andre\n"
        "klassifikationer: {slags: {oplysning: type, klasser: [{værdi: projekt, når: EU-projekt}]}}\n",
        "utf-8",
    )
    with pytest.raises(rv.Refused, match="klassifikationen «slags» står både i «andre»"):
        laid("", "fælles, andre")
    assert sorted(laid("", "fælles, andre som b").klassifikationer) == ["b.slags", "slags"]


def test_a_register_is_replaced_where_it_stands(laid, tmp_path: Path):
    laid("")
    file = tmp_path / "lister.yaml"
    file.write_text("registre: {puljer: {poster: [{navn: Ny, klimaemner: [klima]}]}}\n", "utf-8")
    with pytest.raises(rv.Refused, match="«puljer» står i noget, som rammeværket «lag» bygger på"):
        rv.load(tmp_path / "lag.yaml", register=file)
    ramme = rv.load(tmp_path / "fælles.yaml", register=file)
    assert [post.navn for post in rv.kobl(FACTS, ramme, DAY).koblinger["puljer"].poster] == ["Ny"]
