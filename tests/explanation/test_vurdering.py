"""The whole answer: what a handling rests on, what must be put right, what is missing, and why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import rammevaerk as rv
from rammevaerk.api import bound
from rammevaerk.explanation.changes import deciding, turning
from rammevaerk.presentation.text import write_vurdering

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2024, 6, 1)
FULL: dict[str, Any] = {
    "id": "x",
    "titel": "Et samarbejde",
    "status": "i gang",
    "type": "partnerskab",
    "politiske_mål": ["En storby i vækst"],
    "retning": "henter viden",
    "kerneopgaver": ["pleje"],
    "partnerskabsform": "langvarig",
    "lokale_aktører": [{"navn": "SDU", "type": "uddannelsesinstitution", "forankring": "Odense"}],
    "partnere": [{"navn": "Turku", "type": "kommune"}],
    "evalueringer": [{"dato": "2024-01-01", "bidrag": "mere"}],
    "videndelinger": [{"dato": "2024-02-01", "kreds": "ekstern"}],
    "eu_projekt": False,
    "borgerværdi": {"svar": True, "svaret_af": "stabschef", "dato": "2024-01-01", "begrundelse": "Bedre pleje"},
    "gør_klogere": True,
    "afgørende_viden": True,
    "omdømme": True,
    "stabschef": True,
}


@pytest.fixture(scope="module")
def ramme() -> rv.Rammevaerk:
    return rv.load("odense-2022")


def _vurder(ramme: rv.Rammevaerk, dato: date = DAY, **facts: Any) -> rv.Vurdering:
    return rv.vurder({**FULL, **facts}, ramme, dato=dato)


def _klausuler(begrundelser: Any) -> list[str]:
    return [one.klausul for one in begrundelser]


def test_a_handling_names_the_clauses_that_carry_it(ramme: rv.Rammevaerk) -> None:
    ended = _vurder(ramme, gør_klogere=False, evalueringer=[{"dato": "2024-01-01", "bidrag": "mindre"}])
    assert ended.indstilling.handling == "afslut"
    assert set(_klausuler(ended.indstilling.begrundelser)) == {"prioritering.6", "prioritering.4", "prioritering.5"}
    kept = _vurder(ramme)
    assert kept.indstilling.handling == "fortsæt"
    assert {"mål.2", "prioritering.4", "prioritering.5"} <= set(_klausuler(kept.indstilling.begrundelser))


def test_what_decides_is_no_vilkaar_and_what_does_not_is(ramme: rv.Rammevaerk) -> None:
    found = _vurder(ramme, gør_klogere=False, stabschef=False)
    assert "fokus.3" in _klausuler(found.indstilling.vilkaar)
    assert not {"prioritering.5", "prioritering.6"} & set(_klausuler(found.indstilling.vilkaar))


def test_an_overdue_evaluation_is_a_vilkaar_and_no_ending(ramme: rv.Rammevaerk) -> None:
    found = _vurder(ramme, evalueringer=[{"dato": "2023-05-31", "bidrag": "mere"}])
    assert found.indstilling.handling == "fortsæt"
    assert "prioritering.4" in _klausuler(found.indstilling.vilkaar)
    assert "prioritering.4" not in _klausuler(
        _vurder(ramme, evalueringer=[{"dato": "2023-06-01", "bidrag": "mere"}]).indstilling.vilkaar
    )


def test_a_breached_boer_only_asks_for_a_reason(ramme: rv.Rammevaerk) -> None:
    found = _vurder(ramme, omdømme=False)
    assert found.indstilling.handling == "fortsæt"
    assert "principper.6" in _klausuler(found.indstilling.bemaerkninger)
    assert "principper.6" not in _klausuler(found.indstilling.vilkaar)


def test_a_missing_fact_waits_and_is_asked_for_first(ramme: rv.Rammevaerk) -> None:
    found = _vurder(ramme, gør_klogere=None, omdømme=None)
    assert found.indstilling.handling == "afvent"
    assert found.mangler[0].oplysning == "gør_klogere"
    assert "prioritering.5" in found.mangler[0].klausuler
    assert found.mangler[0].spoergsmaal.endswith("?")
    assert "omdømme" in [mangel.oplysning for mangel in found.mangler]


def test_only_facts_that_could_settle_it_are_missing(ramme: rv.Rammevaerk) -> None:
    """`retning er deler viden eller antal kerneopgaver er mindst 1`: with a known direction only the other is asked."""
    found = _vurder(ramme, kerneopgaver=None)
    assert found.klausuler["principper.2"].udfald == "uafklaret"
    waiting = [mangel.oplysning for mangel in found.mangler if "principper.2" in mangel.klausuler]
    assert waiting == ["kerneopgaver"]
    assert _vurder(ramme, kerneopgaver=None, retning="deler viden").klausuler["principper.2"].udfald == "opfyldt"


def test_every_clause_is_there_with_ground_and_reason(ramme: rv.Rammevaerk) -> None:
    found = _vurder(ramme)
    assert list(found.klausuler) == list(ramme.klausuler)
    for klausul in found.klausuler.values():
        assert klausul.begrundelse
        assert klausul.grundlag


def test_before_2022_nothing_is_in_force(ramme: rv.Rammevaerk) -> None:
    found = _vurder(ramme, dato=date(2021, 12, 31))
    assert found.indstilling.handling == "ingen"
    assert {klausul.udfald for klausul in found.klausuler.values()} == {"ikke i kraft"}
    assert found.mangler == ()


def test_past_its_revision_every_vurdering_says_so(ramme: rv.Rammevaerk) -> None:
    late = _vurder(ramme, dato=date(2026, 1, 1), evalueringer=[{"dato": "2025-12-01", "bidrag": "mere"}])
    assert "revision.2" in _klausuler(late.indstilling.bemaerkninger)
    assert "revision.2" not in _klausuler(late.indstilling.vilkaar)
    assert "revision.2" not in _klausuler(_vurder(ramme, dato=date(2025, 12, 31)).indstilling.bemaerkninger)


def test_a_skoen_is_shown_with_who_and_when_or_as_unsigned(ramme: rv.Rammevaerk) -> None:
    found = _vurder(ramme)
    assert any("stabschef" in one and "01.01.2024" in one for one in found.klausuler["fokus.1"].hensyn)
    assert any("uden underskrift" in one for one in found.klausuler["prioritering.5"].hensyn)


def test_facts_are_as_a_facts_file_holds_them(ramme: rv.Rammevaerk) -> None:
    found = _vurder(ramme, politiske_mål=["en-storby-i-vækst"], gør_klogere=None)
    assert found.klausuler["mål.2"].fakta == {"politiske_mål": ["En storby i vækst"]}
    assert found.klausuler["prioritering.5"].fakta == {"gør_klogere": None}


def test_a_goal_that_is_none_is_refused_with_the_one_meant(ramme: rv.Rammevaerk) -> None:
    with pytest.raises(rv.Refused) as refused:
        _vurder(ramme, politiske_mål=["En storby i vekst"])
    assert "mente du «En storby i vækst»?" in str(refused.value)


def test_the_answer_tells_itself(ramme: rv.Rammevaerk) -> None:
    said = _vurder(ramme).forklar()
    assert "Indstilling: fortsæt" in said
    assert all(id_ in said for id_ in ramme.klausuler)


def test_a_fact_decides_when_forgetting_it_opens_the_answer(ramme: rv.Rammevaerk) -> None:
    aktivitet = bound(FULL, ramme, DAY)
    found = deciding(ramme, aktivitet, DAY)
    assert found["prioritering.5"] == ("gør klogere",)
    assert found["fokus.1"] == ("politiske mål", "borgerværdi")
    assert "evalueringer" in found["prioritering.4"]


def test_what_would_turn_the_answer_turns_it(ramme: rv.Rammevaerk) -> None:
    aktivitet = bound(FULL, ramme, DAY)
    found = turning(ramme, aktivitet, DAY)
    assert [(one.oplysning, one.vaerdi, one.handling) for one in found] == [("gør klogere", False, "afslut")]
    assert _vurder(ramme, gør_klogere=False).indstilling.handling == "afslut"


def test_the_telling_marks_the_facts_that_decide(ramme: rv.Rammevaerk) -> None:
    aktivitet = bound(FULL, ramme, DAY)
    said = write_vurdering(rv.vurder(aktivitet, ramme, dato=DAY), ["fokus.1"], deciding=deciding(ramme, aktivitet, DAY))
    assert "Afgørende  politiske mål og borgerværdi" in said


def test_an_abbreviation_ends_a_sentence_too(tmp_path: Path) -> None:
    rules = tmp_path / "regler.yaml"
    rules.write_text(
        "rammeværk: lille\nparametre: {loft: {værdier: [{værdi: 50.000 kr.}]}}\n"
        "egne: {tilskud: {art: mængde, enhed: kr., spørgsmål: Hvor meget?}}\n"
        "regler: [{id: k.1, klausul: k.1, krav: tilskud er højst loft, ikke opfyldt: 'Der gives højst {loft}.'}]\n",
        encoding="utf-8",
    )
    aktivitet = {"id": "x", "titel": "x", "status": "forslag", "egne": {"tilskud": "50.000,01 kr."}}
    found = rv.vurder(aktivitet, rv.load(rules), dato=DAY)
    assert found.klausuler["k.1"].begrundelse == "Der gives højst 50.000 kr."
