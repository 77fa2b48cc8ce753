"""One rammeværk on top of another: whose rules hold when, under what names, and what is refused."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import rammevaerk as rv
from rammevaerk.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2024, 6, 1)
BASE = """
rammeværk: bund
titel: Bunden
gælder: {fra: 2022-01-01}
egne: {tilskud: {art: mængde, enhed: kr., spørgsmål: Hvor meget tilskud?}}
parametre: {loft: {klausul: a.1, værdier: [{fra: 2022-01-01, værdi: 100 kr.}]}}
begreber: {dyrt: {er: tilskud er mere end loft}}
klausuler:
  - {id: a.1, afsnit: A, punktummer: [1], styrke: skal, art: regel, tekst: Det er billigt.}
  - {id: a.2, afsnit: A, punktummer: [2], styrke: bør, art: regel, tekst: Det er for borgerne.}
regler:
  - {id: a.1, klausul: a.1, krav: ikke dyrt, ikke opfyldt: "{tilskud} er for dyrt."}
  - {id: a.2, klausul: a.2, krav: borgerværdi}
indstillinger:
  - {handling: fravælg, klausul: a.1, når: status er forslag og a.1 er ikke opfyldt}
  - {handling: tilvælg, klausul: a.1, når: status er forslag}
"""


@pytest.fixture
def lay(tmp_path: Path):
    """Writes a base and a layer on top of it, and loads the layer."""

    def write(layer: str, base: str = BASE, **more: str) -> rv.Rammevaerk:
        for name, text in {"bund": base, "lag": f"rammeværk: lag\nbygger på: [bund]\n{layer}", **more}.items():
            (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
        return rv.load(tmp_path / "lag.yaml")

    return write


def judged(ramme: rv.Rammevaerk, day: date = DAY, **facts: object) -> rv.Vurdering:
    egne = {"tilskud": facts.pop("tilskud")} if "tilskud" in facts else {}
    return rv.vurder({"id": "x", "titel": "X", "status": "forslag", "egne": egne, **facts}, ramme, dato=day)


def test_a_layer_with_nothing_of_its_own_answers_as_what_it_is_laid_on(lay, tmp_path):
    ramme = lay("")
    bund = rv.load(tmp_path / "bund.yaml")
    for tilskud in ("100 kr.", "101 kr.", None):
        one, other = (judged(r, tilskud=tilskud, borgerværdi=False) for r in (ramme, bund))
        assert one.indstilling == other.indstilling
        assert {k: v.udfald for k, v in one.klausuler.items()} == {k: v.udfald for k, v in other.klausuler.items()}
    assert judged(ramme).klausuler["a.1"].grundlag == "bund · A, punktum 1: Det er billigt."
    assert ramme.udgave != bund.udgave


def test_a_value_of_the_layer_holds_on_its_days_and_that_below_on_others(lay):
    ramme = lay("parametre: {loft: {værdier: [{fra: 2024-01-01, til: 2024-12-31, værdi: 50 kr.}]}}")
    udfald = {
        year: judged(ramme, date(year, 6, 1), tilskud="80 kr.").klausuler["a.1"].udfald for year in (2023, 2024, 2025)
    }
    assert udfald == {2023: "opfyldt", 2024: "ikke opfyldt", 2025: "opfyldt"}


def test_a_rule_of_the_layer_takes_the_place_of_its_namesake_on_its_days(lay):
    ramme = lay("gælder: {fra: 2024-01-01, til: 2024-12-31}\nregler: [{id: a.1, klausul: a.1, krav: nej er ja}]")
    found = {year: judged(ramme, date(year, 6, 1), tilskud="1 kr.") for year in (2023, 2024, 2025)}
    assert [v.klausuler["a.1"].udfald for v in found.values()] == ["opfyldt", "ikke opfyldt", "opfyldt"]
    assert [v.indstilling.handling for v in found.values()] == ["tilvælg", "fravælg", "tilvælg"]
    assert [r.id for r in ramme.regler_for["a.1"]] == ["a.1/bund", "a.1/bund igen", "a.1"]


def test_one_more_rule_of_a_klausul_stands_beside_the_first(lay):
    ramme = lay("regler: [{id: a.1x, klausul: a.1, krav: EU-projekt}]")
    cheap = judged(ramme, tilskud="1 kr.", eu_projekt=False)
    assert cheap.klausuler["a.1"].udfald == "ikke opfyldt"
    assert cheap.indstilling.handling == "fravælg"
    assert judged(ramme, tilskud="1 kr.", eu_projekt=True).indstilling.handling == "tilvælg"
    assert judged(ramme, tilskud="101 kr.", eu_projekt=True).indstilling.handling == "fravælg"
    assert judged(ramme, tilskud="1 kr.").indstilling.handling == "afvent"


def test_a_klausul_said_again_is_as_strong_as_it_is_said(lay):
    ramme = lay("klausuler: [{id: a.2, styrke: skal, art: regel, tekst: Det skal være for borgerne.}]")
    v = judged(ramme, tilskud="1 kr.", borgerværdi=False)
    assert [one.klausul for one in v.indstilling.vilkaar] == ["a.2"]
    assert v.indstilling.bemaerkninger == ()
    assert v.klausuler["a.2"].grundlag == "Det skal være for borgerne."


def test_a_layer_speaks_of_what_is_below(lay):
    ramme = lay(
        "klausuler: [{id: b.1, styrke: skal, art: regel, tekst: Nyt.}]\n"
        "regler: [{id: b.1, klausul: b.1, krav: (ikke dyrt) og tilskud er mindst 2 kr. og a.1 er opfyldt}]\n"
        "indstillinger: [{handling: fravælg, når: status er forslag og b.1 er ikke opfyldt, tekst: Nej.}]\n"
    )
    assert judged(ramme, tilskud="1 kr.").indstilling.begrundelser[0].tekst == "Nej."
    assert judged(ramme, tilskud="2 kr.").indstilling.handling == "tilvælg"
    assert list(ramme.own) == ["b.1"]


def test_two_papers_with_the_same_ids_are_told_apart(tmp_path):
    (tmp_path / "begge.yaml").write_text(
        "rammeværk: begge\nbygger på: [odense-2022, kommunernes-internationale-arbejde som fælles]\n", "utf-8"
    )
    ramme = rv.load(tmp_path / "begge.yaml")
    assert {"formål.2", "fælles.formål.2", "fælles.venskabsbyer.5"} <= ramme.klausuler.keys()
    assert ramme.klausuler["fælles.formål.2"].ramme == "kommunernes-internationale-arbejde"
    assert "fælles.bred kreds" in ramme.parametre
    facts = {"id": "x", "titel": "X", "status": "i gang", "type": "studierejse", "aftale": "bindende"}
    v = rv.vurder(facts | {"partnerskabsform": "projekt"}, ramme, dato=DAY)
    assert v.klausuler["fælles.formål.3"].udfald == "ikke opfyldt"
    alone = rv.vurder(facts | {"partnerskabsform": "projekt"}, rv.load("odense-2022"), dato=DAY)
    assert v.indstilling.handling == alone.indstilling.handling
    assert {k: one.udfald for k, one in v.klausuler.items() if k in alone.klausuler} == {
        k: one.udfald for k, one in alone.klausuler.items()
    }


def test_a_layer_on_a_layer_may_only_tighten_further(lay, tmp_path):
    lay("regler: [{id: a.1, klausul: a.1, krav: (ikke dyrt) og EU-projekt}]")
    top = tmp_path / "top.yaml"
    top.write_text("rammeværk: top\nbygger på: [lag]\nregler: [{id: a.1, klausul: a.1, krav: ikke dyrt}]\n", "utf-8")
    with pytest.raises(rv.Refused, match=r"lemper reglen «a\.1» i «lag»"):
        rv.load(top)
    stricter = "krav: (ikke dyrt) og EU-projekt og borgerværdi"
    top.write_text(top.read_text("utf-8").replace("krav: ikke dyrt", stricter), "utf-8")
    assert judged(rv.load(top), tilskud="1 kr.", eu_projekt=True, borgerværdi=False).indstilling.handling == "fravælg"


def test_a_layer_is_read_anew_when_what_it_is_laid_on_has_changed(lay, tmp_path):
    before = lay("")
    assert judged(before, tilskud="101 kr.").indstilling.handling == "fravælg"
    assert rv.load(tmp_path / "lag.yaml").udgave == before.udgave
    after = lay("", BASE.replace("100 kr.", "200 kr."))
    assert judged(after, tilskud="101 kr.").indstilling.handling == "tilvælg"
    assert after.udgave != before.udgave


def test_a_ring_is_refused_at_its_place(tmp_path):
    (tmp_path / "a.yaml").write_text("rammeværk: a\nbygger på: [b]\n", "utf-8")
    (tmp_path / "b.yaml").write_text("rammeværk: b\nbygger på: [a]\n", "utf-8")
    with pytest.raises(rv.Refused) as refused:
        rv.load(tmp_path / "a.yaml")
    (fault,) = refused.value.diagnostics
    assert fault.code == "R034"
    assert "«a.yaml» → «b.yaml» → «a.yaml»" in fault.message
    assert (fault.span.line, fault.span.column) == (2, 13)


@pytest.mark.parametrize(
    ("written", "help_"), [("odense-2023", "mente du «odense-2022»?"), ("udenfor", "rammeværkerne er")]
)
def test_an_unknown_one_is_refused_with_a_suggestion(tmp_path, written, help_):
    (tmp_path / "a.yaml").write_text(f"rammeværk: a\nbygger på:\n  - {written}\n", "utf-8")
    with pytest.raises(rv.Refused) as refused:
        rv.load(tmp_path / "a.yaml")
    (fault,) = refused.value.diagnostics
    assert (fault.code, fault.span.line, fault.span.column) == ("R001", 3, 5)
    assert fault.help.startswith(help_)


def test_faults_below_are_told_where_they_stand(lay):
    with pytest.raises(rv.Refused) as refused:
        lay("", BASE.replace("borgerværdi", "borgerverdi"))
    (fault,) = refused.value.diagnostics
    assert fault.span.source.endswith("bund.yaml")
    assert fault.help == "mente du «borgerværdi»?"


def test_a_layer_owes_scenarier_and_pages_for_what_is_its_own(lay, tmp_path, capsys):
    lay(
        "klausuler: [{id: b.1, afsnit: B, punktummer: [1], styrke: skal, art: regel, tekst: Nyt krav.}]\n"
        "regler: [{id: b.1, klausul: b.1, krav: EU-projekt og a.1 er opfyldt}]\n"
    )
    layer = str(tmp_path / "lag.yaml")
    assert main(["tjek", layer]) == 0
    assert "lag med 1 klausul og 1 regel" in capsys.readouterr().out
    assert main(["dækning", layer]) == 1
    said = capsys.readouterr().out
    assert "b.1" in said
    assert "a.2" not in said
    assert main(["dok", layer, "-o", str(tmp_path / "ud")]) == 0
    page = (tmp_path / "ud" / "lag.html").read_text("utf-8")
    assert "Nyt krav." in page
    assert "Det er billigt." not in page
