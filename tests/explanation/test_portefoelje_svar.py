"""What an answer about a portfolio says: who counts against it, what is missing where, and how it is put in words."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest

import rammevaerk as rv
from rammevaerk.explanation.values import andel_in_words, of_all
from rammevaerk.model.portefoelje import Andel
from rammevaerk.passes import rammevaerk_from_documents
from rammevaerk.rulefiles.read import read_documents

DAY = date(2024, 6, 1)
HEAD = """
rammeværk: prøve
gælder: {fra: 2020-01-01}
revision: {organ: Udvalget, senest: 2021-12-31}
klausuler:
  - {id: a.1, afsnit: A, punktummer: [1], styrke: skal, art: regel, tekst: Et krav.}
  - {id: a.2, styrke: bør, art: regel, tekst: t}
  - {id: a.3, styrke: skal, art: regel, tekst: t}
  - {id: a.4, styrke: kan, art: regel, tekst: t}
egne:
  beløb: {art: mængde, enhed: kr., spørgsmål: Hvor meget?}
spørgsmål:
  retning: Hvilken vej går det?
parametre:
  loft: {værdier: [{værdi: 10 kr.}]}
  grænse: {fortolkning: Sådan måles det., værdier: [{fra: 2021-01-01, værdi: '80 pct.'}]}
regler:
  - {id: a.1a, klausul: a.1, krav: EU-projekt}
  - {id: a.2, klausul: a.2, krav: SDEO inddraget}
  - {id: a.4a, klausul: a.4, krav: EU-projekt}
  - {id: a.3a, klausul: a.3, angår: rammeværket, krav: vurderingsdato er senest revisionsfrist}
indstillinger:
  - {handling: afslut, når: a.1 er ikke opfyldt}
  - {handling: fortsæt, når: a.2 er opfyldt}
portefølje:
  - id: p
"""
KEY = re.compile(r",\s+(?=(?:klausul|for hver|blandt|krav|andel|mindst|ikke opfyldt|gælder|fortolkning): )")


def lines(rule: str) -> str:
    """A rule said on one line, as it stands in a file."""
    said = KEY.split(rule if rule.startswith("klausul: ") else f"klausul: a.1, {rule}")
    pairs = (one.split(": ", 1) for one in said)
    return "".join(f"    {key}: {value if value[0] == '{' else json.dumps(value)}\n" for key, value in pairs)


def loaded(text: str) -> rv.Rammevaerk:
    return rammevaerk_from_documents(read_documents([("prøve.yaml", text.encode())]), "udgave")


def judged(rule: str, *aktiviteter: dict[str, Any], dato: date = DAY) -> rv.Portefoeljevurdering:
    ramme = loaded(HEAD + lines(rule))
    named = [{"id": f"a{n}", "titel": f"A {n}", "status": "i gang", **one} for n, one in enumerate(aktiviteter)]
    return rv.portefoelje(named, ramme, dato)


def only(rule: str, *aktiviteter: dict[str, Any], dato: date = DAY) -> Any:
    """The one group of the one rule."""
    (regel,) = judged(rule, *aktiviteter, dato=dato).regler
    (gruppe,) = regel.grupper
    return gruppe


def ids(aktiviteter: Any) -> list[str]:
    return [one.id for one in aktiviteter]


EU, NO_EU, SDEO = {"eu_projekt": True}, {"eu_projekt": False}, {"sdeo_inddraget": True}


def test_only_a_breached_skal_keeps_an_aktivitet_from_living_up_to_the_rammevaerk():
    """A bør that is breached does not, nor does a rule about the rammeværk itself."""
    rule = "krav: for alle aktiviteter gælder at (lever op til rammeværket)"
    assert only(rule, EU | {"sdeo_inddraget": False}).udfald == "opfyldt"
    assert only(rule, NO_EU | SDEO).udfald == "ikke opfyldt"
    open_ = only(rule, SDEO)
    assert (open_.udfald, [m.navn for m in open_.mangler]) == ("uafklaret", ["EU-projekt"])


def test_a_handling_that_waits_is_unknown_and_asks_for_what_it_waits_for():
    rule = "krav: antal aktiviteter hvor (handling er fortsæt) er mindst 1"
    assert only(rule, EU | SDEO).udfald == "opfyldt"
    assert only(rule, NO_EU | SDEO).udfald == "ikke opfyldt"
    waiting = only(rule, EU, NO_EU)
    assert waiting.udfald == "uafklaret"
    assert [(m.navn, ids(m.aktiviteter)) for m in waiting.mangler] == [("SDEO inddraget", ["a0"])]


@pytest.mark.parametrize(
    ("krav", "imod"),
    [
        ("for alle aktiviteter gælder, at (EU-projekt)", ["a1", "a2"]),
        ("der er ingen blandt aktiviteter, hvor (EU-projekt)", ["a0"]),
        ("der er mindst 3 blandt aktiviteter, hvor (EU-projekt)", []),
        ("antal aktiviteter er højst 2", ["a0", "a1", "a2"]),
        ("antal aktiviteter hvor (EU-projekt er nej) er mindre end antal aktiviteter hvor (EU-projekt)", ["a1", "a2"]),
        ("antal aktiviteter hvor (EU-projekt) er mindst 2", []),
        ("sum af beløb i aktiviteter hvor (EU-projekt er nej) er højst loft", ["a1", "a2"]),
        ("loft - sum af beløb i aktiviteter er mere end 0 kr.", ["a0", "a1", "a2"]),
        ("loft er mindst sum af beløb i aktiviteter hvor (EU-projekt) + 5 kr.", ["a0"]),
        ("antal aktiviteter er 2", []),
        ("antal aktiviteter er højst 2 og for alle aktiviteter gælder, at (beløb er mindst 1 kr.)", ["a0", "a1", "a2"]),
        ("antal aktiviteter er højst 9 og for alle aktiviteter gælder, at (EU-projekt)", ["a1", "a2"]),
        ("antal aktiviteter er højst 2 eller for alle aktiviteter gælder, at (EU-projekt)", ["a0", "a1", "a2"]),
    ],
)
def test_those_count_against_a_krav_of_whom_there_are_too_many(krav: str, imod: list[str]):
    found = [facts | {"egne": {"beløb": "6 kr."}} for facts in (EU, NO_EU, NO_EU)]
    gruppe = only(f"krav: {krav}", *found)
    assert (gruppe.udfald, ids(gruppe.imod)) == ("ikke opfyldt", imod)


def test_who_does_not_count_does_not_count_against_it_either():
    rule = "blandt: SDEO inddraget, krav: der er ingen blandt aktiviteter, hvor (EU-projekt)"
    found = only(rule, EU | SDEO, EU | {"sdeo_inddraget": False}, NO_EU | SDEO, EU)
    assert (found.udfald, ids(found.imod), found.antal, found.maaske) == ("ikke opfyldt", ["a0"], 2, 1)


def test_against_a_share_count_those_it_surely_does_not_hold_for():
    found = only("andel: EU-projekt, mindst: grænse", EU, NO_EU, {}, EU, EU)
    assert found.andel == Andel(ja=3, nej=1, uafklaret=1)
    assert (found.udfald, ids(found.imod)) == ("uafklaret", ["a1"])
    assert [(m.navn, ids(m.aktiviteter)) for m in found.mangler] == [("EU-projekt", ["a2"])]
    assert found.begrundelse == "Det kan ikke afgøres, før det er oplyst: EU-projekt."
    perhaps = only("blandt: SDEO inddraget, andel: EU-projekt, mindst: grænse", NO_EU, EU | SDEO)
    assert (perhaps.andel, perhaps.imod) == (Andel(ja=1, maaske_nej=1), ())


def test_a_share_says_what_it_is_and_what_it_should_be():
    said = "Andelen er 66,6 pct., og der kræves mindst 80 pct."
    assert only("andel: EU-projekt, mindst: grænse", EU, EU, NO_EU).begrundelse == said
    text = "ikke opfyldt: Kun {andel} i {forvaltning}. Grænsen er {grænse}."
    rule = f"for hver: forvaltning, andel: EU-projekt, mindst: grænse, {text}"
    byen = {"forvaltning": "Byen"}
    assert only(rule, EU | byen, NO_EU | byen).begrundelse == "Kun 50 pct. i Byen. Grænsen er 80 pct."


def test_only_what_can_turn_the_answer_is_missing():
    rule = (
        "krav: der er mindst 1 blandt aktiviteter, hvor (retning er gensidig) og "
        "der er mindst 1 blandt aktiviteter, hvor (EU-projekt)"
    )
    found = only(rule, {"retning": "gensidig"}, NO_EU, {"retning": "deler viden"} | NO_EU)
    assert [(m.navn, ids(m.aktiviteter)) for m in found.mangler] == [("EU-projekt", ["a0"])]
    found = only(rule, {"retning": "deler viden"} | EU, {"eu_projekt": False})
    assert [(m.oplysning, m.spoergsmaal, ids(m.aktiviteter)) for m in found.mangler] == [
        ("retning", "Hvilken vej går det?", ["a1"])
    ]
    assert only(rule, {"retning": "gensidig"} | EU, {}).mangler == ()


def test_whether_an_aktivitet_counts_is_asked_only_where_that_could_matter():
    rule = "blandt: SDEO inddraget, krav: der er mindst 1 blandt aktiviteter, hvor (EU-projekt)"
    found = only(rule, NO_EU | SDEO, EU, NO_EU, {})
    assert {m.navn: ids(m.aktiviteter) for m in found.mangler} == {"SDEO inddraget": ["a1", "a3"], "EU-projekt": ["a3"]}
    alone = only(rule, EU)
    assert (alone.udfald, [m.navn for m in alone.mangler]) == ("uafklaret", ["SDEO inddraget"])
    harmless = only("blandt: SDEO inddraget, krav: der er ingen blandt aktiviteter, hvor (EU-projekt)", NO_EU)
    assert (harmless.udfald, [m.navn for m in harmless.mangler]) == ("uafklaret", ["SDEO inddraget"])


def test_an_unknown_amount_is_missing_where_it_would_be_added():
    rule = "krav: sum af beløb i aktiviteter hvor (EU-projekt) er højst loft"
    found = only(rule, EU | {"egne": {"beløb": "9 kr."}}, EU, NO_EU)
    assert {m.navn: ids(m.aktiviteter) for m in found.mangler} == {"beløb": ["a1"]}
    assert found.summer == (("sum af beløb i aktiviteter hvor (EU-projekt)", "uoplyst"),)
    known = only(rule, EU | {"egne": {"beløb": "9 kr."}}, EU | {"egne": {"beløb": "1,5 kr."}})
    assert (known.udfald, known.summer[0][1]) == ("ikke opfyldt", "10,50 kr.")
    assert only(rule, EU | {"egne": {"beløb": "0 kr."}}).mangler == ()


def test_each_condition_is_counted_and_one_that_is_asked_twice_is_one():
    rule = (
        "krav: antal aktiviteter hvor (EU-projekt) er mindst 1 og "
        "(for alle aktiviteter gælder, at (EU-projekt) eller der er mindst 2 blandt aktiviteter, hvor (eu projekt))"
    )
    found = only(rule, EU, {}, NO_EU)
    assert [(one.betingelse, one.ja, one.uafklaret) for one in found.taellinger] == [
        ("EU-projekt", 1, 1),
        ("ikke (EU-projekt)", 1, 1),
    ]


def test_begreber_and_lists_behind_them_may_be_asked_about():
    begreb = "begreber:\n  med en kommune: {er: 'der er mindst 1 blandt partnere, hvor (type er kommune)'}\nregler:\n"
    ramme = loaded(HEAD.replace("regler:\n", begreb) + lines("krav: antal aktiviteter hvor (med en kommune) er 1"))
    found = [{"partnere": [{"type": "kommune"}]}, {"partnere": [{"type": "virksomhed"}]}, {"partnere": []}]
    named = [{"id": f"a{n}", "titel": "A", "status": "i gang", **one} for n, one in enumerate(found)]
    assert rv.portefoelje(named, ramme, DAY).regler[0].udfald == "opfyldt"


def test_an_aktivitet_without_a_group_stands_by_itself_and_counts_everywhere():
    rule = "for hver: forvaltning, krav: for alle aktiviteter gælder, at (EU-projekt)"
    byen, havnen = {"forvaltning": "Byen"}, {"forvaltning": "Havnen"}
    (regel,) = judged(rule, EU | byen, NO_EU | havnen, NO_EU).regler
    assert [(one.gruppe, one.uoplyst, str(one.udfald)) for one in regel.grupper] == [
        ("Byen", False, "uafklaret"),
        ("Havnen", False, "ikke opfyldt"),
        ("", True, "uafklaret"),
    ]
    assert [(m.navn, ids(m.aktiviteter)) for m in regel.grupper[0].mangler] == [("forvaltning", ["a2"])]
    assert [(m.navn, ids(m.aktiviteter)) for m in regel.grupper[2].mangler] == [("forvaltning", ["a2"])]
    assert (regel.udfald, regel.for_hver) == ("ikke opfyldt", "forvaltning")
    (harmless,) = judged(rule, EU | byen, EU).regler
    assert [str(one.udfald) for one in harmless.grupper] == ["opfyldt", "uafklaret"]


def test_groups_stand_in_danish_order():
    rule = "for hver: emne, krav: antal aktiviteter er mindst 1"
    (regel,) = judged(rule, *({"emne": name} for name in ("Århus", "Ærø", "Odense", "Øst"))).regler
    assert [one.gruppe for one in regel.grupper] == ["Odense", "Ærø", "Øst", "Århus"]


def test_a_choice_and_the_handling_part_the_aktiviteter_too():
    (regel,) = judged(
        "for hver: type, krav: antal aktiviteter er højst 1", {"type": "netværk"}, {"type": "projekt"}
    ).regler
    assert [one.gruppe for one in regel.grupper] == ["netværk", "projekt"]
    (regel,) = judged("for hver: handling, krav: antal aktiviteter er højst 1", EU | SDEO, NO_EU, EU).regler
    assert [(one.gruppe, one.uoplyst) for one in regel.grupper] == [("afslut", False), ("fortsæt", False), ("", True)]
    assert [m.navn for m in regel.grupper[2].mangler] == ["SDEO inddraget"]


def test_where_nothing_counts_there_is_nothing_to_ask():
    for rule in ("krav: antal aktiviteter er mindst 1", "andel: EU-projekt, mindst: grænse"):
        assert only(rule).udfald == "ikke relevant"
        assert only(f"blandt: EU-projekt, {rule}", NO_EU).begrundelse == "Ingen aktiviteter tæller med."
        assert only(f"blandt: EU-projekt, {rule}", {}).udfald == "uafklaret"


def test_what_only_can_be_done_is_never_breached():
    said = only("klausul: a.4, krav: antal aktiviteter er mindst 2", EU)
    assert (said.udfald, said.begrundelse) == ("ikke relevant", "Muligheden er ikke brugt.")


@pytest.mark.parametrize(
    ("dato", "udfald"),
    [(date(2019, 12, 31), "ikke i kraft"), (date(2020, 12, 31), "ikke i kraft"), (date(2021, 1, 1), "opfyldt")],
)
def test_a_rule_outside_its_dates_is_not_in_force(dato: date, udfald: str):
    assert only("andel: EU-projekt, mindst: grænse", EU, dato=dato).udfald == udfald


def test_a_rule_may_have_dates_of_its_own():
    rule = "gælder: {til: 2022-12-31}, krav: antal aktiviteter er mindst 1"
    assert only(rule, EU).begrundelse == "Reglen er ikke i kraft den 01.06.2024."


def test_a_rule_says_its_ground_and_how_it_is_measured():
    (regel,) = judged("andel: EU-projekt, mindst: grænse, fortolkning: Vi tæller.", EU).regler
    assert regel.grundlag == "A, punktum 1: Et krav."
    assert regel.hensyn == ("Vi tæller.", "grænse: 80 pct. Sådan måles det.")
    assert (regel.krav, regel.andel, regel.mindst, regel.blandt) == ("", "EU-projekt", "grænse", "")


@pytest.mark.parametrize(
    ("andel", "words"),
    [
        (Andel(ja=6, nej=4), "60 pct."),
        (Andel(ja=4, nej=4, uafklaret=2), "mellem 40 og 60 pct."),
        (Andel(ja=2, nej=1), "66,6 pct."),
        (Andel(ja=1_999, nej=1), "99,9 pct."),
        (Andel(ja=1, nej=3_000), "0 pct."),
        (Andel(ja=3), "100 pct."),
        (Andel(ja=3, maaske_ja=2), "100 pct."),
        (Andel(maaske_ja=2), "uoplyst"),
        (Andel(), "uoplyst"),
    ],
)
def test_a_share_in_words_is_never_more_than_it_is(andel: Andel, words: str):
    assert andel_in_words(andel) == words


def test_the_counts_behind_a_figure():
    assert of_all(6, 10, 2) == "6 af 10, 2 er uafklaret"
    assert of_all(6, 10, 0) == "6 af 10"
    assert of_all(1_000, 13_439, 2_000) == "1.000 af 13.439, 2.000 er uafklaret"


def test_every_fault_of_every_aktivitet_is_told_and_an_id_counts_once():
    with pytest.raises(rv.Refused) as refused:
        judged("krav: antal aktiviteter er mindst 1", {"id": "x"}, {"type": "netværg"}, {"id": "x"}, {"egne": {"y": 1}})
    assert sorted(fault.code for fault in refused.value.diagnostics) == ["F005", "F011", "F021"]


def test_one_aktivitet_alone_is_told_that_the_klausul_is_decided_by_them_all():
    ramme = rv.load("odense-by-og-kultur-2010")
    found = rv.vurder({"id": "x", "titel": "X", "status": "i gang"}, ramme, date(2015, 6, 1)).klausuler["verden.2"]
    assert (found.udfald, found.regler) == ("ikke relevant", ())
    assert found.begrundelse == "Klausulen afgøres af aktiviteterne tilsammen og ikke af én af dem."
