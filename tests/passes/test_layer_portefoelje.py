"""Rules about the portfolio in layers: those below stand, those above may ask about both, and each has its dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import rammevaerk as rv

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2024, 6, 1)
BASE = """
rammeværk: bund
titel: Bunden
gælder: {fra: 2022-01-01}
parametre: {halvdelen: {klausul: a.2, værdier: [{værdi: 50 pct.}]}}
klausuler:
  - {id: a.1, styrke: skal, art: regel, tekst: Et krav.}
  - {id: a.2, styrke: bør, art: regel, tekst: Tilsammen.}
regler:
  - {id: a.1, klausul: a.1, krav: EU-projekt}
portefølje:
  - {id: a.2, klausul: a.2, for hver: type, andel: lever op til rammeværket, mindst: halvdelen}
"""
EU = {"eu_projekt": True, "sdeo_inddraget": False}


@pytest.fixture
def lay(tmp_path: Path):
    """Writes a base and a layer on top of it, and loads the layer."""

    def write(layer: str, builds_on: str = "bund") -> rv.Rammevaerk:
        for name, text in {"bund": BASE, "lag": f"rammeværk: lag\nbygger på: [{builds_on}]\n{layer}"}.items():
            (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
        return rv.load(tmp_path / "lag.yaml")

    return write


def judged(ramme: rv.Rammevaerk, *aktiviteter: dict[str, object], day: date = DAY) -> dict[str, str]:
    """The udfald of each rule about the portfolio."""
    given = [
        {"id": f"a{n}", "titel": "A", "status": "i gang", "type": "netværk"} | a for n, a in enumerate(aktiviteter)
    ]
    return {regel.id: str(regel.udfald) for regel in rv.portefoelje(given, ramme, day).regler}


def test_a_layer_with_nothing_of_its_own_answers_as_what_it_is_laid_on(lay, tmp_path):
    ramme = lay("")
    bund = rv.load(tmp_path / "bund.yaml")
    for given in ([EU], [EU, {"eu_projekt": False}], [{"eu_projekt": False}], [{}], []):
        assert judged(ramme, *given) == judged(bund, *given)
    assert ramme.portefoeljeregel["a.2"].ramme == "bund"
    assert list(ramme.own) == []


def test_what_is_built_on_keeps_its_names_behind_a_word(lay):
    ramme = lay("", "bund som fælles")
    assert judged(ramme, EU) == {"fælles.a.2": "opfyldt"}
    (regel,) = ramme.portefoelje
    assert (regel.klausul, regel.krav.parameter) == ("fælles.a.2", "fælles.halvdelen")


def test_a_rule_below_speaks_of_its_own_paper_and_one_above_of_both(lay):
    more = """
klausuler: [{id: b.1, styrke: skal, art: regel, tekst: Mere.}, {id: b.2, styrke: skal, art: regel, tekst: Alle.}]
regler: [{id: b.1, klausul: b.1, krav: SDEO inddraget}]
portefølje: [{id: b.2, klausul: b.2, krav: "for alle aktiviteter gælder, at (lever op til rammeværket)"}]
"""
    assert judged(lay(more), EU) == {"a.2": "opfyldt", "b.2": "ikke opfyldt"}
    assert judged(lay(more), EU | {"sdeo_inddraget": True}) == {"a.2": "opfyldt", "b.2": "opfyldt"}


def test_a_rule_that_is_made_stricter_is_asked_about_as_it_now_is(lay):
    stricter = "regler: [{id: a.1, klausul: a.1, krav: EU-projekt og SDEO inddraget}]"
    assert judged(lay(stricter), EU) == {"a.2": "ikke opfyldt"}
    assert judged(lay(f"gælder: {{fra: 2025-01-01}}\n{stricter}"), EU) == {"a.2": "opfyldt"}


def test_a_higher_least_share_and_a_stronger_klausul_are_stricter(lay):
    ramme = lay("""
parametre: {halvdelen: {klausul: a.2, værdier: [{fra: 2024-01-01, værdi: 60 pct.}]}}
klausuler: [{id: a.2, styrke: skal, art: regel, tekst: Tilsammen.}]
""")
    half = [EU, {"eu_projekt": False}]
    assert judged(ramme, *half) == {"a.2": "ikke opfyldt"}
    assert judged(ramme, *half, day=date(2023, 6, 1)) == {"a.2": "opfyldt"}
    assert ramme.portefoeljeregel["a.2"].styrke == "skal"


def test_the_rules_of_a_layer_hold_on_its_own_days(lay):
    ramme = lay("""
gælder: {fra: 2024-06-02}
klausuler: [{id: b.1, styrke: skal, art: regel, tekst: Få.}]
portefølje: [{id: b.1, klausul: b.1, krav: antal aktiviteter er højst 1}]
""")
    assert judged(ramme, EU, EU) == {"a.2": "opfyldt", "b.1": "ikke i kraft"}
    assert judged(ramme, EU, EU, day=date(2024, 6, 2)) == {"a.2": "opfyldt", "b.1": "ikke opfyldt"}
    assert judged(ramme, EU, day=date(2021, 12, 31)) == {"a.2": "ikke i kraft", "b.1": "ikke i kraft"}
