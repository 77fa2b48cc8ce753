"""Rammeværker nobody here has written: hostile texts, names that fold alike, several at once, faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from dok_pages import RAMME, Page

from rammevaerk.presentation.dok.anchors import Anchors, Links, page_name

if TYPE_CHECKING:
    from pathlib import Path

EVIL = "</script><script>alert(1)</script>"
RULES = """
rammeværk: {name}
titel: "Ramme {evil}"
ejer: "Kommune {evil}"
kilde: "Papir {evil}"
klausuler:
  - id: å.1
    afsnit: "A {evil}"
    punktummer: [1]
    styrke: skal
    art: regel
    tekst: "Tekst {evil}"
    hvorfor: "Fordi {evil}"
  - {{id: aa.1, afsnit: B, punktummer: [1, 2], styrke: bør, art: skøn, tekst: "Anden", hvorfor: "x"}}
parametre:
  grænse:
    klausul: å.1
    fortolkning: "Måles {evil}"
    værdier: [{{fra: 2020-01-01, til: 2021-12-31, værdi: 3}}, {{fra: 2022-01-01, værdi: 4}}]
registre:
  steder: {{klausul: å.1, poster: [{{navn: "Sted {evil}", land: "Land {evil}"}}]}}
  puljer:
    poster:
      - navn: "Pulje {evil}"
        frist: 01.06.2024
        emner: ["Emne {evil}"]
        loft: 10.000 EUR
        åben: ja
        stednavn: "Hos {evil}"
      - {{navn: "Anden pulje", stednavn: her}}
klassifikationer:
  slags:
    oplysning: type
    klausul: å.1
    klasser:
      - {{værdi: projekt, når: mange}}
      - {{værdi: netværk, klausul: aa.1, når: tal er 1}}
koblinger:
  puljer:
    klausul: å.1
    register: puljer
    frist: frist
    kriterier:
      - {{navn: "Kriterium {evil}", kræves: ja, når: emne findes i emner}}
      - {{navn: navnet, kræves: nej, når: stednavn er "her" og tal er 1}}
egne:
  tal: {{art: tal, spørgsmål: "Hvor mange {evil}?"}}
  stednavn: {{art: tekst, spørgsmål: "Hvilket sted?"}}
begreber:
  mange: {{er: tal er mindst grænse, fortolkning: "Begreb {evil}"}}
regler:
  - {{id: å.1a, klausul: å.1, krav: mange og stednavn findes i steder, fortolkning: "Læses {evil}"}}
portefølje:
  - id: å.1b
    klausul: å.1
    for hver: stednavn
    krav: "antal aktiviteter hvor (stednavn er \\"{evil}\\") er mindst 1"
    fortolkning: "Tilsammen {evil}"
"""
FEATURE = """# language: da
Egenskab: Navn {evil}
  @klausul:å.1
  Regel: Regel {evil}
    Beskrivelse {evil}
    Abstrakt Scenario: Scenarie {evil}
      Givet rammeværket {name}
      Og at tal er <tal>
      Når aktiviteten vurderes den 01.06.2024
      Så er klausulen å.1 opfyldt

      Eksempler: Tabel {evil}
        | tal   |
        | {evil} |
"""


@pytest.fixture
def fremmed(tmp_path):
    def write(name: str = "prøve") -> Path:
        rules, features = tmp_path / "rules" / name, tmp_path / "features" / name
        for folder in (rules, features):
            folder.mkdir(parents=True)
        (rules / "alt.yaml").write_text(RULES.format(name=name, evil=EVIL), "utf-8")
        (features / "a.feature").write_text(FEATURE.format(name=name, evil=EVIL), "utf-8")
        return rules

    return write


def test_a_text_of_the_rules_is_never_markup(dok, fremmed):
    folder = dok(fremmed())
    for path in folder.rglob("*"):
        if path.suffix in {".html", ".js"}:
            assert "<script>alert" not in path.read_text("utf-8"), path
    text = Page(folder / "samlet.html").text
    told = ["Ramme", "Kommune", "Papir", "Tekst", "Fordi", "Måles", "Sted", "Land", "Begreb", "Læses", "Regel"]
    told += ["Beskrivelse", "Scenarie", "Tabel", "Pulje", "Emne", "Hos", "Kriterium", "Tilsammen"]
    assert [word for word in told if f"{word} {EVIL}" not in text] == []


def test_classes_stand_at_the_klausul_that_speaks_of_them(dok, fremmed):
    html = (dok(fremmed()) / "proeve.html").read_text("utf-8")
    first, second = (html[html.index(f'id="klausul-{one}"') :] for one in ("å-1", "aa-1-2"))
    first = first.removesuffix(second)
    assert '<th scope="row">projekt</th><td><a href="proeve-ordliste.html#begreb-mange">mange</a></td>' in first
    assert '<th scope="row">netværk</th>' not in first
    assert '<th scope="row">netværk</th><td><a href="proeve-ordliste.html#oplysning-tal">tal</a> er 1</td>' in second
    assert "Kobling: puljer" in first
    assert "Kobling: puljer" not in second


def test_a_field_is_no_link_to_the_fact_it_hides(dok, fremmed):
    html = (dok(fremmed()) / "proeve.html").read_text("utf-8")
    linked = '<td>stednavn er &#34;her&#34; og <a href="proeve-ordliste.html#oplysning-tal">tal</a> er 1</td>'
    assert linked + '<td data-navn="Kræves">nej</td>' in html
    assert 'href="proeve-ordliste.html#oplysning-emne">emne</a> findes i emner' in html


def test_a_posts_fields_stand_in_words(dok, fremmed):
    text = Page(dok(fremmed()) / "proeve-ordliste.html").text
    told = f"frist: 01.06.2024 emner: Emne {EVIL} loft: 10.000 EUR åben: ja stednavn: Hos {EVIL}"
    assert f"Pulje {EVIL} {told}" in text
    assert "Anden pulje stednavn: her" in text


def test_names_that_fold_alike_get_different_ids(dok, fremmed):
    folder = dok(fremmed())
    for path in folder.glob("*.html"):
        ids = Page(path).ids
        assert len(ids) == len(set(ids))
    assert {"klausul-aa-1", "klausul-aa-1-2", "klausul-å-1"} <= set(Page(folder / "proeve.html").ids)


def test_several_rammer_share_the_one_file(dok, fremmed):
    folder = dok(RAMME, fremmed())
    ids = Page(folder / "samlet.html").ids
    assert len(ids) == len(set(ids))
    assert {"odense-2022-klausul-maal-2", "proeve-klausul-aa-1", "klausul-maal-2"} <= set(ids)
    assert len(list(folder.glob("*.html"))) == 8


def test_a_klausul_without_examples_says_so(dok, fremmed):
    text = Page(dok(fremmed()) / "proeve.html").text
    assert "Status – Ikke kørt" not in text
    assert "aa.1 Anden bør" in text
    assert "Uden krav" in text


def test_a_parameter_shows_each_value_with_its_dates(dok, fremmed):
    text = Page(dok(fremmed()) / "proeve-ordliste.html").text
    assert "3, fra 01.01.2020 til og med 31.12.2021" in text
    assert "4, fra 01.01.2022 (gælder nu)" in text


@pytest.mark.parametrize("words", [["findes-ikke"], [RAMME, "--resultater", "findes-ikke.json"]])
def test_what_cannot_be_read_writes_nothing(dok, words):
    assert not dok(*words, code=2).exists()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"form": "andet"}', '{"form": "rammeværk-resultater 1"}', "\xff"])
def test_results_that_are_none_are_refused(dok, tmp_path, text):
    file = tmp_path / "r.json"
    file.write_text(text, "latin-1" if text == "\xff" else "utf-8")
    assert not dok(RAMME, "--resultater", file, code=2).exists()


def test_a_feature_with_a_fault_is_refused(dok, fremmed):
    rules = fremmed()
    feature = rules.parents[1] / "features" / rules.name / "a.feature"
    feature.write_text(feature.read_text("utf-8").replace("Givet", "givet"), "utf-8")
    assert not dok(rules, code=2).exists()


def test_no_page_takes_the_name_of_another():
    assert page_name("index") == "ramme-index"
    assert page_name("samlet") == "ramme-samlet"
    links = Links("x", Anchors(), together=False)
    assert links.id("klausul", "mål.2") == links.id("klausul", "mål.2")
    assert links.id("klausul", "maal.2") == "klausul-maal-2-2"
