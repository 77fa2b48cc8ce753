"""The verdict on what an aktivitet is called, and what it is instead."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import rammevaerk as rv
from rammevaerk.presentation.klassificering import write_klassificering

DAY = date(2024, 6, 1)
FACTS = {"id": "x", "titel": "X", "status": "i gang"}
RULES = """
rammeværk: prøve
gælder: {fra: 2024-01-01}
klassifikationer:
  slags:
    oplysning: type
    klasser:
      - {værdi: projekt, når: retning er gensidig}
      - {værdi: netværk, når: retning er henter viden}
      - {værdi: partnerskab, når: retning er gensidig og EU-projekt}
"""


@pytest.fixture
def ramme(tmp_path: Path) -> rv.Rammevaerk:
    file = tmp_path / "a.yaml"
    file.write_text(RULES, "utf-8")
    return rv.load(file)


def angivet(value: str) -> str:
    return f"«type» er angivet som «{value}»"


@pytest.mark.parametrize(
    ("facts", "svar", "tekst"),
    [
        ({"type": "projekt", "retning": "gensidig", "eu_projekt": False}, "stemmer", "{}, og det stemmer med"),
        ({"type": "netværk", "retning": "deler viden"}, "modstrid", "passer ikke til nogen af klasserne."),
        ({"type": "netværk", "retning": "gensidig"}, "modstrid", "Oplysningerne passer til «projekt»."),
        ({"type": "projekt", "retning": "gensidig", "eu_projekt": True}, "stemmer", "passer også til «partnerskab»."),
        ({"type": "projekt", "retning": "gensidig"}, "stemmer", "det stemmer med oplysningerne."),
        ({"type": "projekt"}, "uafklaret", "Oplysningerne kan også passe til «netværk» eller «partnerskab»."),
        ({"type": "partnerskab", "retning": "gensidig"}, "uafklaret", "Oplysningerne passer også til «projekt»."),
        ({"retning": "gensidig"}, "ikke angivet", "«type» er ikke angivet. Oplysningerne passer til «projekt»."),
        ({"retning": "deler viden"}, "ikke angivet", "Oplysningerne passer ikke til nogen af klasserne."),
        ({}, "ikke angivet", "Oplysningerne kan passe til «projekt», «netværk» eller «partnerskab»."),
        ({"type": "konference", "retning": "henter viden"}, "uden kendetegn", "Oplysningerne passer til «netværk»."),
    ],
)
def test_the_verdict_says_what_the_facts_fit(ramme: rv.Rammevaerk, facts: dict[str, Any], svar: str, tekst: str):
    found = rv.klassificer(FACTS | facts, ramme, DAY).klassifikationer["slags"]
    assert found.svar == svar
    assert tekst.format(angivet(str(facts.get("type")))) in found.tekst


def test_outside_its_dates_nothing_is_classified(ramme: rv.Rammevaerk):
    found = rv.klassificer(FACTS, ramme, date(2023, 12, 31))
    assert (found.i_kraft, dict(found.klassifikationer)) == (False, {})
    assert write_klassificering(found).endswith("Rammeværket er ikke i kraft den 31.12.2023.")


def test_the_text_asks_for_what_the_stated_class_misses_first(ramme: rv.Rammevaerk):
    told = write_klassificering(rv.klassificer(FACTS | {"type": "partnerskab"}, ramme, DAY))
    assert told.index("retning · partnerskab, projekt, netværk") < told.index("EU-projekt · partnerskab")
    assert "Der mangler 2 oplysninger" in told


def test_the_real_ones_are_not_contradicted():
    ramme = rv.load("kommunernes-internationale-arbejde")
    real = [one for path in sorted(Path("docs/eksempler/odense").glob("*.yaml")) for one in rv.read(path)]
    found = {one.id: rv.klassificer(one, ramme, DAY).klassifikationer["slags samarbejde"] for one in real}
    assert {found[id_].svar for id_ in ("aeneas", "nordisk-platform")} == {"uafklaret"}
    assert [k.vaerdi for k in found["aeneas"].those(holder=False)] == [
        "venskabsbysamarbejde",
        "studierejse",
        "internationalt kontor",
    ]
    assert found["zagreb"].svar == "ikke angivet"
