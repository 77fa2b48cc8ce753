"""Every example file is judged: the real ones say what is missing, the invented ones show every handling."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import rammevaerk as rv

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "eksempler"
SIDE_BY_SIDE = EXAMPLES / "opdigtet" / "to-rammer.yaml"
"""Own facts of two rammeværker; by one of them alone the other's are a fault."""
ALL = sorted(p for p in EXAMPLES.rglob("*") if p.suffix in {".yaml", ".json"} and p != SIDE_BY_SIDE)
FILES = [path for path in ALL if path.parent.name not in rv.shipped()]
"""Those in a folder that is called as a rammeværk answer its own questions, and are judged by it."""
DAY = date(2024, 6, 1)

INVENTED = {
    "robotter-i-plejen": "tilvælg",
    "regnvand-i-gaden": "tilvælg",
    "studietur-til-solen": "fravælg",
    "kor-paa-tvaers": "afvent",
    "havnebyer": "fortsæt",
    "skoler-uden-graenser": "fortsæt",
    "cykler-langs-kanalen": "afslut",
    "lys-i-moerket": "afvent",
    "madkultur": "ingen",
}


@pytest.fixture(scope="module")
def ramme() -> rv.Rammevaerk:
    return rv.load(ROOT / "rules" / "odense-2022")


def judged(ramme: rv.Rammevaerk, file: Path) -> dict[str, rv.Vurdering]:
    return {v.aktivitet: v for v in rv.vurder(rv.read(file), ramme, dato=DAY)}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(EXAMPLES)))
def test_every_file_is_judged_and_explained(ramme, file):
    for vurdering in judged(ramme, file).values():
        assert vurdering.forklar()


@pytest.mark.parametrize("file", [f for f in FILES if f.parent.name != "opdigtet"], ids=lambda file: file.stem)
def test_what_the_sources_do_not_say_is_asked_for(ramme, file):
    for vurdering in judged(ramme, file).values():
        assert vurdering.indstilling.handling in {"afvent", "ingen"}
        assert vurdering.mangler


def test_the_invented_portfolio_shows_every_handling(ramme):
    found = judged(ramme, EXAMPLES / "opdigtet" / "portefoelje.yaml")
    assert {id_: v.indstilling.handling for id_, v in found.items()} == INVENTED
    assert set(INVENTED.values()) == {"tilvælg", "fravælg", "fortsæt", "afslut", "afvent", "ingen"}


def test_the_best_of_them_has_nothing_to_put_right(ramme):
    best = judged(ramme, EXAMPLES / "opdigtet" / "portefoelje.yaml")["robotter-i-plejen"]
    assert (best.indstilling.vilkaar, best.indstilling.bemaerkninger) == ((), ())
    assert best.mangler == ()


def test_an_old_evaluation_is_to_be_renewed_and_no_reason_to_end(ramme):
    old = judged(ramme, EXAMPLES / "opdigtet" / "portefoelje.yaml")["skoler-uden-graenser"]
    assert "prioritering.4" in [v.klausul for v in old.indstilling.vilkaar]


TOGETHER = {
    "scene.8b": {
        "By- og Kulturforvaltningen": "ikke opfyldt",
        "Børn- og Ungeforvaltningen": "uafklaret",
        "Socialforvaltningen": "uafklaret",
        "": "uafklaret",
    },
    "verden.2a": {"": "opfyldt"},
    "verden.2b": {
        "By- og Kulturforvaltningen": "opfyldt",
        "Børn- og Ungeforvaltningen": "ikke opfyldt",
        "Socialforvaltningen": "uafklaret",
        "": "uafklaret",
    },
}


def test_the_invented_portfolio_of_2015_shows_every_answer_about_a_portfolio():
    found = rv.portefoelje(
        rv.read(EXAMPLES / "opdigtet" / "odense-by-og-kultur-2010" / "portefoelje.yaml"),
        rv.load("odense-by-og-kultur-2010"),
        dato=date(2015, 6, 1),
    )
    assert {regel.id: {one.gruppe: str(one.udfald) for one in regel.grupper} for regel in found.regler} == TOGETHER
    assert [one.id for one in found.regler[0].grupper[0].imod] == ["musik-ude"]
    assert "er mellem 75 og 80 pct., og der kræves 100 pct." in found.regler[0].grupper[0].begrundelse


def test_zagreb_needs_no_kerneopgave(ramme):
    zagreb = judged(ramme, EXAMPLES / "odense" / "2009.yaml")["zagreb"]
    assert zagreb.klausuler["principper.2"].udfald == "opfyldt"


def test_eisenach_would_have_had_to_wait_for_three_answers(ramme):
    found = judged(ramme, EXAMPLES / "skanderborg" / "eisenach.yaml")
    assert found["eisenach"].indstilling.handling == "ingen"
    assert {m.oplysning for m in found["eisenach-før"].mangler} >= {"politiske_mål", "evalueringer", "gør_klogere"}


def test_the_two_papers_disagree_about_both_of_theirs():
    rammer = [rv.load("odense-2022"), rv.load("skanderborg")]
    found = [rv.sammenlign(aktivitet, rammer, dato=DAY) for aktivitet in rv.read(SIDE_BY_SIDE)]
    assert {one.aktivitet: tuple(one.handlinger.values()) for one in found} == {
        "laesehold-paa-nettet": ("tilvælg", "fravælg"),
        "parker-uden-gift": ("afslut", "fortsæt"),
    }
    assert {m.oplysning for one in found for v in one.vurderinger.values() for m in v.mangler} == {"styrker netværk"}


@pytest.mark.parametrize("name", ["odense-2022", "skanderborg"])
def test_by_one_of_them_alone_it_is_refused(name):
    with pytest.raises(rv.Refused) as refused:
        rv.vurder(rv.read(SIDE_BY_SIDE), rv.load(name), dato=DAY)
    assert {fault.code for fault in refused.value.diagnostics} == {"F021"}
