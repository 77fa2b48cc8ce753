"""What other rules would do: found by judging with both, and told by the klausul that turned."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import rammevaerk as rv

DAY = date(2024, 6, 1)
RULES = Path(__file__).parents[2] / "rules"
RAMME = rv.load("odense-2022")


def edited(tmp_path: Path, name: str, was: str, is_: str) -> rv.Rammevaerk:
    copy = Path(shutil.copytree(RULES / "odense-2022", tmp_path / "odense-2022"))
    file = copy / f"{name}.yaml"
    text = file.read_text("utf-8")
    assert was in text
    file.write_text(text.replace(was, is_), "utf-8")
    return rv.load(copy)


def aktivitet(id_: str, *goals: str, **more: Any) -> dict[str, Any]:
    known = {"type": "projekt", "gør_klogere": True, "borgerværdi": True}
    return {"id": id_, "titel": id_, "status": "i gang", "politiske_mål": list(goals), **known, **more}


def test_who_turns_and_by_which_klausul(tmp_path):
    two = edited(tmp_path, "maal", "politiske mål er mindst 1", "politiske mål er mindst 2")
    given = [aktivitet("a", "Et sundere Odense"), aktivitet("b", "Et sundere Odense", "Byudvikling med kvalitet")]
    found = rv.hvadhvis(given, RAMME, two, DAY)
    (one,) = found.skifter
    assert (found.antal, one.aktivitet, one.foer, one.nu) == (2, "a", "fortsæt", "afslut")
    assert one.afgoerende == ("mål.2", "prioritering.6")
    assert "fokus.2" in {each.klausul for each in one.klausuler}
    assert [each.tekst for each in found.rettelser] == ["Kravet er ændret."]


def test_klausuler_can_turn_without_turning_the_answer(tmp_path):
    other = edited(tmp_path, "principper", "krav: omdømme", "krav: omdømme er nej")
    found = rv.hvadhvis([aktivitet("a", "Et sundere Odense", omdømme=True)], RAMME, other, DAY)
    (one,) = found.kun_klausuler
    assert found.skifter == ()
    assert ("principper.6", "opfyldt", "ikke opfyldt") in [(k.klausul, k.foer, k.nu) for k in one.klausuler]


def test_an_indstilling_that_turns_without_any_klausul_is_told_by_what_it_rests_on(tmp_path):
    other = edited(tmp_path, "indstillinger", "handling: fortsæt", "handling: afslut")
    (one,) = rv.hvadhvis([aktivitet("a", "Et sundere Odense")], RAMME, other, DAY).skifter
    assert (one.nu, one.klausuler, one.afgoerende) == ("afslut", (), ())
    assert "prioritering.6" in one.baerende


def test_the_same_rules_turn_nothing():
    found = rv.hvadhvis([aktivitet("a", "Et sundere Odense"), aktivitet("b")], RAMME, RAMME, DAY)
    assert (found.omvurderinger, found.tilsammen, found.rettelser) == ((), (), ())


def test_a_fact_that_only_the_new_rules_ask_for_is_met(tmp_path):
    copy = Path(shutil.copytree(RULES / "odense-2022", tmp_path / "ny"))
    text = (copy / "fokus.yaml").read_text("utf-8").replace("krav: stabschef", "krav: ny oplysning")
    (copy / "fokus.yaml").write_text(
        f"{text}\negne:\n  ny oplysning: {{art: ja/nej, spørgsmål: Er den ny?}}\n", "utf-8"
    )
    given = [aktivitet("a", "Et sundere Odense", stabschef=True, egne={"ny oplysning": "nej"})]
    (one,) = rv.hvadhvis(given, RAMME, rv.load(copy), DAY).kun_klausuler
    assert [(k.klausul, k.foer, k.nu) for k in one.klausuler] == [("fokus.3", "opfyldt", "ikke opfyldt")]


def test_rules_about_the_portfolio_turn_too(tmp_path):
    copy = Path(shutil.copytree(RULES / "odense-by-og-kultur-2010", tmp_path / "ny"))
    file = copy / "verden.yaml"
    file.write_text(
        file.read_text("utf-8").replace("retning er en af (deler viden, gensidig)", "retning er deler viden"), "utf-8"
    )
    given = [{"id": "a", "titel": "A", "status": "i gang", "forvaltning": "Byen", "retning": "gensidig"}]
    found = rv.hvadhvis(given, rv.load("odense-by-og-kultur-2010"), rv.load(copy), date(2015, 6, 1))
    turned = {(one.regel, one.gruppe): (str(one.foer), str(one.nu)) for one in found.tilsammen}
    assert turned == {
        ("verden.2a", ""): ("opfyldt", "ikke opfyldt"),
        ("verden.2b", "Byen"): ("opfyldt", "ikke opfyldt"),
    }


def test_faults_of_the_facts_are_told_of_either():
    with pytest.raises(rv.Refused) as refused:
        rv.hvadhvis([aktivitet("a", "Et sundt Odense")], RAMME, RAMME, DAY)
    assert {one.code for one in refused.value.diagnostics} == {"F020"}


def test_it_can_tell_itself(tmp_path):
    two = edited(tmp_path, "maal", "politiske mål er mindst 1", "politiske mål er mindst 2")
    told = rv.hvadhvis([aktivitet("a", "Et sundere Odense")], RAMME, two, DAY).forklar()
    assert "1 af 1 aktiviteter skifter indstilling. 1 fra fortsæt til afslut." in told
    assert "på grund af mål.2: opfyldt → ikke opfyldt" in told
