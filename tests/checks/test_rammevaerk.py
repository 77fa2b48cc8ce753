"""The questions asked of a rammeværk itself, each of a small one that answers it badly."""

from pathlib import Path

import pytest

import rammevaerk as rv
from rammevaerk.checks import CHECKS
from rammevaerk.checks.daekning import coverage
from rammevaerk.checks.gherkin import read_feature
from rammevaerk.loading import shipped
from rammevaerk.model.resultat import Udfald

WHOLE = """
rammeværk: lille
titel: Et lille
gælder: {fra: 2022-01-01}
klausuler:
  - {id: a.1, afsnit: A, punktummer: [1], styrke: skal, art: regel, tekst: Et krav., hvorfor: Tælles.}
  - {id: a.2, afsnit: A, punktummer: [2], styrke: kan, art: regel, tekst: En mulighed.}
  - {id: a.3, afsnit: A, punktummer: [3], styrke: skal, art: regel, tekst: Endnu et krav.}
parametre:
  antal nok: {klausul: a.1, værdier: [{fra: 2022-01-01, værdi: 2}]}
egne:
  deltagere: {art: tal, spørgsmål: Hvor mange deltager?}
regler:
  - {id: a.1, klausul: a.1, krav: deltagere er mindst antal nok}
  - {id: a.2, klausul: a.2, gælder når: status er i gang, krav: eu projekt}
  - {id: a.3, klausul: a.3, krav: status er i gang}
"""
FRIST = "frister:\n  møde: {klausul: a.1, hvad: Der holdes møde., sidst: start, hver: pause}\n"
TALT = "frister:\n  møde: {klausul: a.1, hvad: Der holdes møde., sidst: sidst talt, hver: byrådsperiode}\n"
PAUSE = "parametre:\n  pause: {klausul: a.1, værdier: [{værdi: 3 måneder}]}\n"
FEATURE = """# language: da
@klausul:a.1
Egenskab: A

  Abstrakt Scenario: Antal
    Givet at klausulen a.3 opfyldt
    Når den vurderes
    Så er klausulen a.1 <udfald>
    Og er klausulen a.2 opfyldt

    Eksempler:
      | udfald       |
      | opfyldt      |
      | ikke opfyldt |
"""


def load(tmp_path: Path, old: str = "", new: str = "") -> rv.Rammevaerk:
    assert old in WHOLE
    path = tmp_path / "lille.yaml"
    path.write_text(WHOLE.replace(old, new) if old else WHOLE, "utf-8")
    return rv.load(path)


def codes(ramme: rv.Rammevaerk) -> list[str]:
    return [fault.code for check in CHECKS for fault in check(ramme)]


@pytest.mark.parametrize("name", shipped())
def test_what_is_shipped_has_nothing_to_answer_for(name: str) -> None:
    assert codes(rv.load(name)) == []


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("", "", []),
        ("punktummer: [2]", "punktummer: [4]", ["R101"]),
        ("mindst antal nok", "mindst 2", ["R103"]),
        ("deltagere er mindst antal nok", "antal kerneopgaver er mindst antal nok", ["R103"]),
        ("parametre:\n", "parametre:\n  pause: {klausul: a.1, værdier: [{værdi: 3 måneder}]}\n", ["R103"]),
        ("parametre:\n", f"{FRIST}parametre:\n  pause: {{klausul: a.1, værdier: [{{værdi: 3 måneder}}]}}\n", []),
        ("egne:\n", "egne:\n  sidst talt: {art: dato, spørgsmål: Hvornår?}\n", ["R103"]),
        ("egne:\n", f"{TALT}egne:\n  sidst talt: {{art: dato, spørgsmål: Hvornår?}}\n", []),
        ("parametre:\n", f"{FRIST.replace('hver: pause', 'varsles: pause, hver: byrådsperiode')}{PAUSE}", []),
        ("parametre:\n", f"revision: {{senest: 2025-12-31, varsles: pause}}\n{PAUSE}", []),
        ("gælder: {", "revision: {senest: 2025-12-31, hver: byrådsperiode, klausul: a.1}\ngælder: {", []),
        (
            "regler:",
            "registre: {r: {poster: [{navn: A, frist: 1}, {navn: B, frist: 1}, {navn: C, fristt: 1}]}}\nregler:",
            ["R104"],
        ),
        (
            "regler:",
            "registre: {r: {poster: [{navn: A, frist: 1}, {navn: B, emne: 1}, {navn: C, emner: x}]}}\nregler:",
            [],
        ),
    ],
)
def test_each_question(tmp_path: Path, old: str, new: str, wanted: list[str]) -> None:
    assert codes(load(tmp_path, old, new)) == wanted


ASKING = """
egne:
  havn: {art: ja/nej, spørgsmål: Er det en havn?}
  skib: {art: valg, valgmuligheder: [båd, jolle], spørgsmål: Hvilket?}
registre: {r: {poster: [{navn: A, dybde: 2}]}}
klassifikationer: {skibe: {oplysning: skib, klasser: [{værdi: båd, når: havn}]}}
"""


def test_what_a_class_or_criterion_reads_is_used(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(ASKING, "utf-8")
    load(tmp_path, "mindst antal nok", "mindst 2")
    assert codes(rv.load(tmp_path)) == ["R103"]
    kobling = "koblinger: {k: {register: r, kriterier: [{navn: a, kræves: ja, når: dybde er mindst antal nok}]}}\n"
    (tmp_path / "b.yaml").write_text(ASKING + kobling, "utf-8")
    assert codes(rv.load(tmp_path)) == []


def test_coverage_counts_each_row_of_each_expected_outcome(tmp_path: Path) -> None:
    feature, faults = read_feature(FEATURE.encode(), "a.feature")
    assert feature
    assert faults == []
    found = coverage(load(tmp_path), [feature])
    by_id = {one.klausul.id: one for one in found.klausuler}
    assert by_id["a.1"].shown == {Udfald.OPFYLDT: 1, Udfald.IKKE_OPFYLDT: 1}
    assert by_id["a.1"].missing == (Udfald.UAFKLARET,)
    assert by_id["a.2"].shown == {Udfald.OPFYLDT: 2}
    assert by_id["a.2"].missing == (Udfald.UAFKLARET, Udfald.IKKE_RELEVANT)
    assert by_id["a.3"].shown == {}
    assert by_id["a.3"].missing == (Udfald.OPFYLDT, Udfald.IKKE_OPFYLDT)
    assert (found.accounted, len(found.punktummer), found.complete) == (1, 3, False)


TOGETHER = """
portefølje:
  - {id: a.1p, klausul: a.1, for hver: type, andel: eu projekt, mindst: andel nok}
  - {id: a.2p, klausul: a.2, krav: antal aktiviteter er mindst 2}
parametre:
  andel nok: {klausul: a.1, værdier: [{fra: 2022-01-01, værdi: 50 pct.}]}
"""
OF_TOGETHER = """# language: da
@klausul:a.1
Egenskab: A

  Abstrakt Scenario: Tilsammen
    Givet at reglen a.1p opfyldt
    Når de vurderes
    Så er reglen a.1p <udfald> for netværk
    Og er reglen a.2p opfyldt

    Eksempler:
      | udfald       |
      | opfyldt      |
      | ikke opfyldt |
      | uafklaret    |
"""


def together(tmp_path: Path, old: str = "", new: str = "") -> rv.Rammevaerk:
    """The small rammeværk with two rules about the portfolio besides."""
    path = tmp_path / "lille.yaml"
    text = WHOLE.replace("- {id: a.1, klausul: a.1,", "- {id: a.1a, klausul: a.1,")
    text = text.replace("- {id: a.2, klausul: a.2,", "- {id: a.2a, klausul: a.2,").replace("parametre:\n", TOGETHER)
    path.write_text(text.replace(old, new) if old else text, "utf-8")
    return rv.load(path)


def test_a_rule_about_the_portfolio_owes_scenarier_of_its_own(tmp_path: Path) -> None:
    feature, faults = read_feature(OF_TOGETHER.encode(), "a.feature")
    assert feature
    assert faults == []
    by_id = {one.klausul.id: one for one in coverage(together(tmp_path), [feature]).klausuler}
    (share,), (count,) = by_id["a.1"].portefoelje, by_id["a.2"].portefoelje
    assert share.shown == {Udfald.OPFYLDT: 1, Udfald.IKKE_OPFYLDT: 1, Udfald.UAFKLARET: 1}
    assert (share.missing, by_id["a.1"].shown) == ((Udfald.IKKE_RELEVANT,), {})
    assert count.possible == (Udfald.OPFYLDT, Udfald.IKKE_RELEVANT)  # only a kan, and it reads no fact
    assert (count.missing, count.shown) == ((Udfald.IKKE_RELEVANT,), {Udfald.OPFYLDT: 3})
    assert not by_id["a.2"].complete


def test_what_only_the_portfolio_reads_is_used(tmp_path: Path) -> None:
    assert codes(together(tmp_path)) == []
    assert codes(together(tmp_path, "andel: eu projekt, mindst: andel nok", "krav: antal aktiviteter er 1")) == ["R103"]
