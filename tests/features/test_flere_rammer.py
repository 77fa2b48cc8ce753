"""Four papers and a fifth from nowhere: nothing in `src/` knows which municipality it serves."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import rammevaerk as rv
from rammevaerk.checks.daekning import coverage
from rammevaerk.checks.gherkin import read_feature
from rammevaerk.facts.reading import read_aktiviteter
from rammevaerk.rulefiles.kilde.anchors import FILE, read_anchors

ROOT = Path(__file__).parents[2]
DAYS = (date(2012, 6, 1), date(2022, 6, 1), date(2024, 6, 1))

SENTENCES = {
    "odense-2022": {
        "Formål": 3,
        "Mål": 9,
        "Principper": 8,
        "Fokus": 3,
        "Prioritering": 6,
        "Samarbejde": 8,
        "Venskabsbyer": 6,
        "Revision": 2,
    },
    "kommunernes-internationale-arbejde": {
        "Tradition": 1,
        "Formål": 3,
        "Udvikling": 5,
        "Opgaver": 3,
        "Venskabsbyer": 5,
    },
    "skanderborg": {
        "En international kommune": 3,
        "Organisering og ressourcer": 3,
        "Fra ord til handling": 4,
        "Skanderborg i verden": 4,
        "Borgerservice": 4,
        "Udenlandsk arbejdskraft": 2,
        "Et aktivt liv og interkulturel forståelse": 4,
        "Skole og uddannelse": 4,
        "Sundhed, omsorg og sociale indsatser": 6,
        "Beskæftigelse og arbejdsmarkedsforhold": 6,
        "Active Travel Network": 3,
        "Klima, energi og miljø": 7,
        "Erhvervs- og byudvikling": 4,
        "Organisering og forankring": 3,
        "Inno Urba": 3,
    },
    "odense-by-og-kultur-2010": {
        "Den internationale scene": 8,
        "Odense i verden og verden i Odense": 14,
        "International støttefunktion": 7,
        "EU-klumme": 2,
    },
}
"""How many sentences each paper has, counted by hand: headings are none, boxes and the lead are."""

REAL = sorted(path for folder in ("odense", "skanderborg") for path in (ROOT / "docs/eksempler" / folder).iterdir())


@pytest.fixture(scope="module", params=sorted(SENTENCES))
def ramme(request: pytest.FixtureRequest) -> rv.Rammevaerk:
    return rv.load(request.param)


def test_every_sentence_has_one_klausul(ramme):
    taken = Counter((k.afsnit, number) for k in ramme.klausuler.values() for number in k.punktummer)
    there = {(afsnit, number + 1) for afsnit, count in SENTENCES[ramme.id].items() for number in range(count)}
    assert taken.keys() == there
    assert [place for place, times in taken.items() if times > 1] == []


def test_every_klausul_has_a_sentence_and_its_kind_a_reason(ramme):
    assert [k.id for k in ramme.klausuler.values() if not k.punktummer] == []
    assert [k.id for k in ramme.klausuler.values() if not k.hvorfor] == []


def test_every_outcome_has_a_scenarie(ramme):
    files = sorted((ROOT / "features" / ramme.id).glob("*.feature"))
    read = [read_feature(file.read_bytes(), file.name) for file in files]
    anchors = read_anchors(ROOT / "rules" / ramme.id / FILE)
    found = coverage(ramme, [feature for feature, _ in read if feature], anchors)
    assert [fault for _, faults in read for fault in faults] == []
    assert {one.klausul.id: one.missing for one in found.klausuler if one.missing} == {}
    assert len(found.punktummer) == sum(SENTENCES[ramme.id].values())
    assert found.complete


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.stem)
def test_the_real_ones_are_judged_against_them_all(ramme, file):
    for day in DAYS:
        for vurdering in rv.vurder(list(read_aktiviteter(file)), ramme, dato=day):
            assert vurdering.rammevaerk == ramme.id
            assert vurdering.forklar()


def judged(ramme: str, file: str, id_: str, day: date) -> rv.Vurdering:
    aktiviteter = {a.id: a for a in read_aktiviteter(ROOT / "docs" / "eksempler" / file)}
    return rv.vurder(aktiviteter[id_], rv.load(ramme), dato=day)


def test_one_aktivitet_has_four_answers():
    found = {name: judged(name, "skanderborg/eisenach.yaml", "eisenach-før", date(2022, 6, 1)) for name in SENTENCES}
    assert {name: v.indstilling.handling for name, v in found.items()} == {
        "odense-2022": "afvent",
        "skanderborg": "afvent",
        "kommunernes-internationale-arbejde": "ingen",
        "odense-by-og-kultur-2010": "ingen",
    }
    assert found["skanderborg"].klausuler["borgerservice.4"].udfald == "opfyldt"
    assert {k.udfald for k in found["odense-by-og-kultur-2010"].klausuler.values()} == {"ikke i kraft"}


def test_what_a_paper_does_not_ask_for_it_does_not_miss():
    asked = {m.oplysning for m in judged("skanderborg", "skanderborg/eisenach.yaml", "eisenach", DAYS[1]).mangler}
    assert "merværdi for borgere" in asked
    assert {"kontaktkredse", "lokale_aktører"}.isdisjoint(asked)


def test_zagreb_only_shares_and_needs_another_for_the_other_way():
    ramme = rv.load("odense-by-og-kultur-2010")
    zagreb = judged(ramme.id, "odense/2009.yaml", "zagreb", DAYS[0])
    assert (zagreb.klausuler["verden.3"].udfald, zagreb.klausuler["verden.2"].regler) == ("ikke relevant", ())
    both = {a.id: a for a in read_aktiviteter(ROOT / "docs" / "eksempler" / "odense" / "2009.yaml")}
    for chosen, udfald in ((["zagreb"], "ikke opfyldt"), (["zagreb", "aeneas"], "uafklaret")):
        found = {r.id: r for r in rv.portefoelje([both[id_] for id_ in chosen], ramme, DAYS[0]).regler}
        assert found["verden.2a"].udfald == udfald
    (missing,) = found["verden.2a"].grupper[0].mangler
    assert (missing.oplysning, [one.id for one in missing.aktiviteter]) == ("retning", ["aeneas"])


def test_a_network_of_twin_cities_is_no_contradiction():
    nordic = judged("kommunernes-internationale-arbejde", "odense/nordisk-platform.yaml", "nordisk-platform", DAYS[0])
    assert "aftale" in {m.oplysning for m in nordic.mangler}
    assert nordic.indstilling.bemaerkninger == ()


FIFTH = """
rammeværk: fjordby
titel: Fjordby Kommunes rejseregler
ejer: Fjordby Kommune
gælder: {fra: 2023-01-01}
kilde: Et opdigtet papir på tre punktummer
klausuler:
  - {id: rejser.1, afsnit: Rejser, punktummer: [1], styrke: skal, art: regel, tekst: Rejsen går til en kendt havn.}
  - {id: rejser.2, afsnit: Rejser, punktummer: [2], styrke: bør, art: regel, tekst: Turen bør ikke forurene for meget.}
  - id: rejser.3
    afsnit: Rejser
    punktummer: [3]
    styrke: oplysning
    art: register
    tekst: Fjordby har tre havne som venner.
    hvorfor: Havnene kan slås op.
registre:
  vennehavne: {klausul: rejser.3, poster: [{navn: Bergen, land: Norge}, {navn: Gdynia, land: Polen}, Kotka]}
egne:
  udledning: {art: mængde, enhed: kg, spørgsmål: Hvor meget CO2 udleder turen?}
  havn: {art: tekst, spørgsmål: Hvilken havn går turen til?}
parametre:
  højeste udledning:
    klausul: rejser.2
    fortolkning: For meget er mere end det, et rådsmøde har sat.
    værdier: [{fra: 2023-01-01, værdi: 1 ton}, {fra: 2024-01-01, værdi: 500 kg}]
regler:
  - {id: rejser.1, klausul: rejser.1, krav: havn findes i vennehavne, vilkår: Vælg en havn fra listen.}
  - id: rejser.2
    klausul: rejser.2
    krav: udledning er højst højeste udledning
    ikke opfyldt: Turen udleder {udledning}, og grænsen er {højeste udledning}.
indstillinger:
  - {handling: fravælg, klausul: rejser.1, når: status er forslag og rejser.1 er ikke opfyldt, tekst: Bliv hjemme.}
  - {handling: tilvælg, klausul: rejser.1, når: status er forslag, tekst: God rejse.}
"""


@pytest.fixture
def fjordby(tmp_path: Path) -> rv.Rammevaerk:
    file = tmp_path / "fjordby.yaml"
    file.write_text(FIFTH, "utf-8")
    return rv.load(file)


@pytest.mark.parametrize(
    ("own", "handling", "remarks"),
    [
        ({"havn": "Bergen", "udledning": "500 kg"}, "tilvælg", 0),
        ({"havn": "Kotka", "udledning": "0,5 ton"}, "tilvælg", 0),
        ({"havn": "Bergen", "udledning": "500,1 kg"}, "tilvælg", 1),
        ({"havn": "Skagen", "udledning": "10 kg"}, "fravælg", 0),
        ({"udledning": "10 kg"}, "afvent", 0),
        ({}, "afvent", 0),
    ],
)
def test_a_fifth_is_judged_from_its_file_alone(fjordby, own, handling, remarks):
    vurdering = rv.vurder({"id": "tur", "titel": "Tur", "status": "forslag", "egne": own}, fjordby, dato=DAYS[2])
    assert vurdering.indstilling.handling == handling
    assert len(vurdering.indstilling.bemaerkninger) == remarks
    assert {m.oplysning for m in vurdering.mangler} == {"havn", "udledning"} - own.keys()


@pytest.mark.parametrize(
    ("day", "udfald"),
    [(date(2022, 12, 31), "ikke i kraft"), (date(2023, 12, 31), "opfyldt"), (date(2024, 1, 1), "ikke opfyldt")],
)
def test_the_fifth_has_dates_of_its_own(fjordby, day, udfald):
    tur = {"id": "tur", "titel": "Tur", "status": "forslag", "egne": {"havn": "Gdynia", "udledning": "800 kg"}}
    assert rv.vurder(tur, fjordby, dato=day).klausuler["rejser.2"].udfald == udfald
