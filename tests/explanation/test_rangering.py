"""The order of a portfolio: value before knowledge, ties by what is missing, and no place lost in silence."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rammevaerk as rv
from rammevaerk.explanation.beloeb import INTET, UOPLYST, Beloeb, beloeb_in_words, summed, total
from rammevaerk.facts.aktivitet import Investering
from rammevaerk.facts.units import read_quantity
from rammevaerk.passes import rammevaerk_from_documents
from rammevaerk.rulefiles.read import read_documents

DAY = date(2024, 6, 1)
RULES = """
rammeværk: prøve
klausuler:
  - {id: a.1, styrke: skal, art: regel, tekst: t}
  - {id: a.2, styrke: bør, art: regel, tekst: t}
  - {id: a.3, styrke: bør, art: regel, tekst: t}
  - {id: a.4, styrke: skal, art: regel, tekst: t}
regler:
  - {id: a.1, klausul: a.1, krav: EU-projekt}
  - {id: a.2, klausul: a.2, krav: SDEO inddraget}
  - {id: a.3, klausul: a.3, krav: gør klogere}
  - {id: a.4, klausul: a.4, krav: borgerværdi}
indstillinger:
  - {handling: afslut, når: a.4 er ikke opfyldt}
  - {handling: tilvælg, når: status er forslag}
  - {handling: fortsæt, når: status er i gang}
"""
ORDER = """
rangering:
  - {navn: værdi, klausuler: [a.1, a.2]}
  - {navn: viden, klausuler: [a.3]}
"""


def loaded(text: str) -> rv.Rammevaerk:
    return rammevaerk_from_documents(read_documents([("prøve.yaml", text.encode())]), "udgave")


RAMME = loaded(RULES + ORDER)
FACTS = ("eu_projekt", "sdeo_inddraget", "gør_klogere", "borgerværdi")


SAID = {"+": True, "-": False, "?": None}


def aktivitet(id_: str, said: str, **more: Any) -> dict[str, Any]:
    answers = {key: SAID[sign] for key, sign in zip(FACTS, said, strict=True)}
    return {"id": id_, "titel": id_, "status": "forslag", **answers, **more}


def first(*given: dict[str, Any], ramme: rv.Rammevaerk = RAMME) -> list[str]:
    return [one.aktivitet for one in rv.ranger(given, ramme, DAY).foerst]


def test_value_comes_before_knowledge_however_much_there_is_of_it():
    much_knowledge = aktivitet("a", "--++")
    some_value = aktivitet("b", "+--+")
    assert first(much_knowledge, some_value) == ["b", "a"]


def test_knowledge_tells_those_apart_that_are_alike_in_value():
    assert first(aktivitet("a", "+--+"), aktivitet("b", "-+++")) == ["b", "a"]


def test_what_is_missing_tells_equals_apart_and_then_the_name():
    waits = aktivitet("a", "+?++")
    whole, other = aktivitet("c", "+-++"), aktivitet("b", "+-++")
    found = rv.ranger([waits, whole, other], RAMME, DAY).foerst
    assert [one.aktivitet for one in found] == ["b", "c", "a"]
    assert [one.skiller for one in found] == ["navnet alene", "mangler: 0 mod 1", ""]
    assert [(one.plads, one.bedst, one.ringest) for one in found] == [(1, 1, 2), (2, 2, 3), (3, 1, 3)]


def test_without_an_order_what_is_missing_decides():
    found = rv.ranger([aktivitet("a", "?+++"), aktivitet("b", "---+")], loaded(RULES), DAY)
    assert [one.aktivitet for one in found.foerst] == ["b", "a"]
    assert found.orden == ()


def test_ends_begin_with_what_gives_least_even_at_its_best():
    ends = [aktivitet("a", "?++-"), aktivitet("b", "+---")]
    found = rv.ranger([*ends, aktivitet("c", "++++")], RAMME, DAY)
    assert [one.aktivitet for one in found.slut] == ["b", "a"]
    assert found.slut[0].skiller == "værdi: 1 mod 2"


def test_a_missing_fact_never_hastens_an_end():
    could_give_more, gives_little = aktivitet("a", "??--"), aktivitet("b", "+---")
    assert [one.aktivitet for one in rv.ranger([could_give_more, gives_little], RAMME, DAY).slut] == ["b", "a"]


def test_who_waits_has_no_place_but_could_take_one():
    found = rv.ranger([aktivitet("a", "+-++"), aktivitet("b", "+++?")], RAMME, DAY)
    assert [(one.aktivitet, one.plads) for one in found.venter] == [("b", 0)]
    assert [(one.plads, one.bedst, one.ringest) for one in found.foerst] == [(1, 1, 2)]


def test_the_price_is_the_sum_and_a_least_one_while_something_is_unknown():
    money = {
        "investeringer": [{"dato": "2024-01-01", "mængde": "100 kr."}, {"dato": "2024-02-01", "mængde": "7 timer"}]
    }
    later = {"investeringer": [{"dato": "2025-01-01", "mængde": "100 kr."}]}
    known = rv.ranger([aktivitet("a", "???-", **money), aktivitet("b", "???-", **later)], RAMME, DAY)
    assert [beloeb_in_words(one.investeret) for one in known.slut] == ["100 kr. og 7 timer", "intet"]
    assert beloeb_in_words(known.pris) == "100 kr. og 7 timer"
    unknown = rv.ranger([aktivitet("a", "???-", **money), aktivitet("b", "???-")], RAMME, DAY)
    assert beloeb_in_words(unknown.pris) == "mindst 100 kr. og 7 timer"


@pytest.mark.parametrize(
    ("records", "said"),
    [
        (None, "uoplyst"),
        ([], "intet"),
        ([("2024-01-01", None)], "uoplyst"),
        ([("2024-01-01", "5 kr."), ("2024-01-01", None)], "mindst 5 kr."),
        ([("2024-01-01", "5 kr."), (None, "3 kr.")], "mindst 5 kr."),
        ([("2024-01-01", "5 kr."), ("2025-01-01", None)], "5 kr."),
    ],
)
def test_a_sum_never_takes_the_unknown_for_nothing(records, said: str):
    found = records and [
        Investering(dato=day and date.fromisoformat(day), maengde=amount and read_quantity(amount))
        for day, amount in records
    ]
    assert beloeb_in_words(summed(found, DAY)) == said


def test_totals_of_nothing_and_of_the_unknown():
    assert total([]) == INTET
    assert total([UOPLYST, UOPLYST]) == UOPLYST
    assert total([INTET, UOPLYST]) == Beloeb(mindst=True)


PORTFOLIO = st.lists(st.text("+-?", min_size=4, max_size=4), max_size=5)


@given(PORTFOLIO, st.data())
@settings(max_examples=400, deadline=None)
def test_filling_in_what_is_missing_keeps_everyone_within_the_places_that_were_told(rows, data):
    before = [aktivitet(f"{number}", row) for number, row in enumerate(rows)]
    filled = [
        one | {key: data.draw(st.booleans()) for key in FACTS if one[key] is None and data.draw(st.booleans())}
        for one in before
    ]
    told, now = (rv.ranger(some, RAMME, DAY) for some in (before, filled))
    places = {one.aktivitet: one.plads for one in (*now.foerst, *now.slut)}
    for one in (*told.foerst, *told.slut):
        assert one.bedst <= one.plads <= one.ringest
    for one in (*told.foerst, *told.slut):
        assert one.bedst <= places[one.aktivitet] <= one.ringest
    assert told.antal == len(rows)
    assert [one.plads for one in now.foerst] == list(range(1, len(now.foerst) + 1))


@given(PORTFOLIO, st.randoms(use_true_random=False))
def test_the_order_of_the_file_does_not_matter(rows, random):
    given_ = [aktivitet(f"{number}", row) for number, row in enumerate(rows)]
    turned = list(given_)
    random.shuffle(turned)
    assert vars(rv.ranger(given_, RAMME, DAY)) == vars(rv.ranger(turned, RAMME, DAY))


def test_a_layer_keeps_the_order_below_and_may_put_its_own_first(tmp_path):
    (tmp_path / "under.yaml").write_text(RULES + ORDER, "utf-8")
    layer = "rammeværk: lag\nbygger på: [under]\n{}"
    (tmp_path / "lag.yaml").write_text(layer.format(""), "utf-8")
    assert [one.navn for one in rv.load(tmp_path / "lag.yaml").rangering] == ["værdi", "viden"]
    own = "rangering:\n  - {navn: viden, klausuler: [a.3, a.4]}\n"
    (tmp_path / "lag.yaml").write_text(layer.format(own), "utf-8")
    steps = rv.load(tmp_path / "lag.yaml").rangering
    assert [(one.navn, one.klausuler) for one in steps] == [("viden", ("a.3", "a.4")), ("værdi", ("a.1", "a.2"))]
    (tmp_path / "lag.yaml").write_text("rammeværk: lag\nbygger på: [under som u]\n", "utf-8")
    assert rv.load(tmp_path / "lag.yaml").rangering[0].klausuler == ("u.a.1", "u.a.2")


def test_another_order_of_the_steps_is_told_of():
    from rammevaerk.explanation.editions import find_rettelser

    turned = RULES + "rangering:\n  - {navn: viden, klausuler: [a.3]}\n  - {navn: værdi, klausuler: [a.1]}\n"
    told = [(one.tekst, one.foer, one.nu) for one in find_rettelser(RAMME, loaded(turned))]
    assert ("Rangordenens trin står i en anden rækkefølge.", "værdi, viden", "viden, værdi") in told
    assert ("Rangordenen efter «værdi»: «klausuler» er ændret.", "a.1 og a.2", "a.1") in told
