"""What a condition came to, in words: the parts that decide it, the facts beside them, and what it waits for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import rammevaerk as rv

if TYPE_CHECKING:
    from pathlib import Path

    from rammevaerk.explanation.betingelse import Betingelse

DAY = date(2024, 6, 1)
HEAD = """
rammeværk: prøve
parametre:
  nok: {værdier: [{fra: 2024-01-01, værdi: 2}]}
  pris: {værdier: [{værdi: 1.000 kr.}]}
  timepris: {værdier: [{værdi: 450 kr./time}]}
  årsværk i timer: {værdier: [{værdi: 1.628 timer/årsværk}]}
  eurokurs: {værdier: [{værdi: "7,46 kr./EUR"}]}
egne:
  beløb: {art: mængde, enhed: kr., spørgsmål: Hvor meget?}
  klart: {art: ja/nej, spørgsmål: Er det klart?}
begreber:
  aftalen binder: {er: aftale er bindende}
registre:
  byer: {poster: [Brno]}
regler:
  - {id: a.1, klausul: a.1, krav: klart}
"""


def asked(folder: Path, sentence: str, day: date = DAY, **facts: Any) -> Betingelse:
    quoted = sentence.replace("'", "''")
    file = folder / "a.yaml"
    text = f"klassifikationer: {{slags: {{oplysning: type, klasser: [{{værdi: projekt, når: '{quoted}'}}]}}}}\n"
    file.write_text(HEAD + text, "utf-8")
    aktivitet = {"id": "x", "titel": "X", "status": "i gang", **facts}
    return rv.klassificer(aktivitet, rv.load(file), day).klassifikationer["slags"].klasser[0].betingelse


@pytest.mark.parametrize(
    ("sentence", "facts", "reason"),
    [
        ("retning er gensidig", {"retning": "gensidig"}, "Det passer, at retning er gensidig."),
        (
            "retning er gensidig",
            {"retning": "deler viden"},
            "Det passer ikke, at retning er gensidig (retning er deler viden).",
        ),
        (
            "retning er ikke gensidig",
            {"retning": "gensidig"},
            "Det passer ikke, at retning er ikke gensidig (retning er gensidig).",
        ),
        ("aftalen binder", {"aftale": "ingen"}, "Det passer ikke, at aftalen binder (aftale er ingen)."),
        ("klart", {"egne": {"klart": False}}, "Klart er nej."),
        ("ikke klart", {"egne": {"klart": True}}, "Klart er ja."),
        (
            "klart og retning er gensidig og aftalen binder",
            {"egne": {"klart": True}, "retning": "gensidig", "aftale": "bindende"},
            "Det passer, at retning er gensidig og at aftalen binder (aftale er bindende). Klart er ja.",
        ),
        (
            "klart og retning er gensidig og aftalen binder",
            {"egne": {"klart": True}, "retning": "deler viden", "aftale": "ingen"},
            (
                "Det passer ikke, at retning er gensidig (retning er deler viden). "
                "Det passer ikke, at aftalen binder (aftale er ingen)."
            ),
        ),
        (
            "klart eller retning er gensidig",
            {"egne": {"klart": False}, "retning": "gensidig"},
            "Det passer, at retning er gensidig.",
        ),
        (
            "retning er gensidig eller aftalen binder",
            {"retning": "deler viden", "aftale": "ingen"},
            (
                "Det passer ikke, at retning er gensidig (retning er deler viden). "
                "Det passer ikke, at aftalen binder (aftale er ingen)."
            ),
        ),
        (
            "beløb * 2 er højst pris",
            {"egne": {"beløb": "600 kr."}},
            "Det passer ikke, at beløb * 2 er højst pris (beløb er 600 kr.; pris er 1.000 kr.).",
        ),
        (
            "antal partnere er mindst nok",
            {"partnere": [{"navn": "Brno"}]},
            "Det passer ikke, at antal partnere er mindst nok (nok er 2; antal partnere er 1).",
        ),
        (
            "antal partnere er mindst 0",
            {"partnere": []},
            "Det passer, at antal partnere er mindst 0 (antal partnere er 0).",
        ),
        (
            "der er ingen blandt partnere, hvor (by findes i byer)",
            {"partnere": [{"navn": "A", "by": "Brno"}]},
            "Det passer ikke, at der er ingen blandt partnere, hvor (by findes i byer) (partnere er A (Brno)).",
        ),
        (
            "sum af mængde i investeringer er mindst 2.000 kr.",
            {"investeringer": [{"dato": "2024-01-01", "mængde": "2 timer"}]},
            (
                "Det passer ikke, at sum af mængde i investeringer er mindst 2.000 kr. "
                "(sum af mængde i investeringer er 900 kr.)."
            ),
        ),
        (
            "bidrag i seneste evaluering er mere",
            {"evalueringer": [{"dato": "2024-01-01", "bidrag": "mindre"}]},
            "Det passer ikke, at bidrag i seneste evaluering er mere (bidrag i seneste evaluering er mindre).",
        ),
        (
            "start ligger mellem 01.01.2024 og vurderingsdato",
            {"start": "2023-12-31"},
            (
                "Det passer ikke, at start ligger mellem 01.01.2024 og vurderingsdato "
                "(start er 31.12.2023; vurderingsdato er 01.06.2024)."
            ),
        ),
        ("a.1 er opfyldt", {"egne": {"klart": False}}, "Det passer ikke, at a.1 er opfyldt (a.1 er ikke opfyldt)."),
        (
            'målgrupper indeholder "unge"',
            {"målgrupper": [f"nr. {n}" for n in range(10)]},
            (
                'Det passer ikke, at målgrupper indeholder "unge" '
                "(målgrupper er nr. 0, nr. 1, nr. 2, nr. 3, nr. 4, nr. 5, nr. 6, nr. 7 og 2 til)."
            ),
        ),
    ],
)
def test_the_reason_names_the_parts_that_decide(tmp_path: Path, sentence: str, facts: dict[str, Any], reason: str):
    found = asked(tmp_path, sentence, **facts)
    assert found.begrundelse == reason
    assert (found.mangler, found.uoplyst) == ((), ())


@pytest.mark.parametrize(
    ("sentence", "facts", "missing"),
    [
        ("klart og retning er gensidig", {}, ["klart", "retning"]),
        ("klart og retning er gensidig", {"retning": "gensidig"}, ["klart"]),
        ('klart eller (retning er gensidig og emne er "a")', {"retning": "henter viden"}, ["klart"]),
        ("a.1 er opfyldt og antal partnere er mindst nok", {}, ["klart", "partnere"]),
        ("der er mindst 1 blandt partnere, hvor (by findes i byer)", {"partnere": [{"navn": "A"}]}, ["partnere"]),
    ],
)
def test_an_open_answer_names_what_it_waits_for(tmp_path: Path, sentence: str, facts: dict[str, Any], missing: Any):
    found = asked(tmp_path, sentence, **facts)
    assert found.holder is None
    assert [mangel.navn for mangel in found.mangler] == missing
    assert all(mangel.spoergsmaal.endswith("?") for mangel in found.mangler)
    assert all(name in found.begrundelse for name in missing)


@pytest.mark.parametrize(
    ("sentence", "facts", "said"),
    [
        ("erhvervsrettet er ja", {"erhvervsrettet": {"svar": True, "dato": "2024-06-02"}}, "erhvervsrettet er uoplyst"),
        ("antal partnere er mindst 1", {}, "partnere er uoplyst"),
        ("antal partnere hvor (by findes i byer) er 1", {"partnere": [{"navn": "A"}]}, "partnere er A"),
    ],
)
def test_the_open_part_says_what_is_known(tmp_path: Path, sentence: str, facts: dict[str, Any], said: str):
    (led,) = asked(tmp_path, sentence, **facts).led
    assert (led.tekst, led.holder, led.fakta) == (sentence, None, (said,))


def test_a_skoen_of_tomorrow_is_not_known_yet(tmp_path: Path):
    skoen = {"svar": True, "svaret_af": "chef", "dato": "2024-06-02"}
    assert asked(tmp_path, "erhvervsrettet", erhvervsrettet=skoen).begrundelse.endswith("oplyst: erhvervsrettet.")
    assert asked(tmp_path, "erhvervsrettet", date(2024, 6, 2), erhvervsrettet=skoen).holder is True


def test_a_parameter_without_a_value_that_day_decides_nothing(tmp_path: Path):
    before = asked(tmp_path, "antal partnere er mindst nok", date(2023, 12, 31), partnere=[])
    assert before.begrundelse == "Parameteren «nok» har ingen værdi på den dag."
    assert before.holder is None
    assert asked(tmp_path, "antal partnere er mindst nok", date(2024, 1, 1), partnere=[]).holder is False


def test_what_cannot_be_known_says_so(tmp_path: Path):
    found = asked(tmp_path, "pris / antal partnere er mindst 1 kr.", partnere=[])
    assert (found.holder, found.begrundelse) == (None, "Det kan ikke afgøres.")
