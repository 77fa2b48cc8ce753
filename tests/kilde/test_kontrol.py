"""`kilde kontrol` finds each changed word of a paper and nothing in its layout."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import rammevaerk as rv
from rammevaerk.cli.main import main
from rammevaerk.rulefiles.kilde.anchors import FILE, anchors_of, write_anchors
from rammevaerk.rulefiles.kilde.comparing import touched
from rammevaerk.rulefiles.kilde.splitting import split

if TYPE_CHECKING:
    from pathlib import Path

PAPER = """FORMÅL
Byen vil lære af andre, dvs. også af dem, der ligger langt væk. Hver tur skal være til gavn for
borgerne.

REGLER
En tur skal være godkendt på forhånd. Den til- og fravælges efter formålet.
Vi tilstræber at rejse sammen.
"""
RULES = """rammeværk: prøve
titel: Prøve
klausuler:
  - {id: formål.1, afsnit: Formål, punktummer: [1], styrke: oplysning, art: oplysning, tekst: Lær., hvorfor: Sigte.}
  - {id: formål.2, afsnit: Formål, punktummer: [2], styrke: skal, art: regel, tekst: Gavn.}
  - {id: regler.1, afsnit: Regler, punktummer: [1], styrke: oplysning, art: oplysning, tekst: Spørg., hvorfor: Kort.}
  - {id: regler.2-3, afsnit: Regler, punktummer: [2, 3], styrke: bør, art: oplysning, tekst: Sammen., hvorfor: Kort.}
regler:
  - {id: formål.2, klausul: formål.2, krav: borgerværdi, opfyldt: Ja., ikke opfyldt: Nej.}
"""


@pytest.fixture
def rammer(tmp_path: Path) -> Path:
    folder = tmp_path / "prøve"
    folder.mkdir()
    (folder / "regler.yaml").write_text(RULES, "utf-8")
    (folder / FILE).write_text(write_anchors("prøve", anchors_of(split(PAPER, {"Formål": 2, "Regler": 3}))), "utf-8")
    return folder


def kontrol(rammer: Path, text: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[dict[str, object]]]:
    paper = rammer.parent / "papir.txt"
    paper.write_text(text, "utf-8")
    code = main(["kilde", "kontrol", str(rammer), str(paper), "--format", "json"])
    rows = json.loads(capsys.readouterr().out)
    for row in rows:  # the contract, whatever happened to the paper
        assert list(row)[:3] == ["klausul", "ændring", "regler"]
        assert set(row) <= {"klausul", "ændring", "regler", "sted"}
        assert row["ændring"] in {"uændret", "flyttet", "omformuleret", "forsvundet", "ny"}
    assert code == (0 if {row["ændring"] for row in rows} <= {"uændret"} else 1)
    return code, rows


def changed(rows: list[dict[str, object]]) -> list[tuple[object, object]]:
    return [(row["klausul"], row["ændring"]) for row in rows if row["ændring"] != "uændret"]


def test_rules_about_the_portfolio_are_touched_too():
    ramme = rv.load("odense-by-og-kultur-2010")
    assert touched(ramme, "verden.2") == ("verden.2a", "verden.2b")
    assert touched(ramme, "scene.8") == ("scene.8a", "scene.8b")


def test_the_same_paper_is_unchanged(rammer: Path, capsys: pytest.CaptureFixture[str]):
    code, rows = kontrol(rammer, PAPER, capsys)
    assert code == 0
    assert rows == [
        {"klausul": "formål.1", "ændring": "uændret", "regler": []},
        {"klausul": "formål.2", "ændring": "uændret", "regler": ["formål.2"]},
        {"klausul": "regler.1", "ændring": "uændret", "regler": []},
        {"klausul": "regler.2-3", "ændring": "uændret", "regler": []},
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("gavn", "glæde", [("formål.2", "omformuleret")]),
        ("skal være godkendt", "er godkendt", [("regler.1", "omformuleret")]),
        ("på forhånd", "ikke på forhånd", [("regler.1", "omformuleret")]),
        ("Hver tur", "Stort set hver tur", [("formål.2", "omformuleret")]),
        (" Den til- og fravælges efter formålet.", "", [("regler.2-3", "omformuleret")]),
        ("En tur skal være godkendt på forhånd.", "", [("regler.1", "forsvundet")]),
        ("rejse sammen.", "rejse sammen. Nogle rejser alene med tog.", [(None, "ny")]),
        ("REGLER", "PÅBUD", [(None, "omformuleret")]),
    ],
)
def test_each_change_is_told(
    rammer: Path, capsys: pytest.CaptureFixture[str], before: str, after: str, expected: list[tuple[object, object]]
):
    assert before in PAPER
    code, rows = kontrol(rammer, PAPER.replace(before, after), capsys)
    assert (code, changed(rows)) == (1, expected)


def test_a_moved_sentence_is_told_as_moved(rammer: Path, capsys: pytest.CaptureFixture[str]):
    sentence = "En tur skal være godkendt på forhånd. "
    text = PAPER.replace(sentence, "").replace("Hver tur", sentence + "Hver tur")
    code, rows = kontrol(rammer, text, capsys)
    assert (code, changed(rows)) == (1, [("regler.1", "flyttet")])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("tilstræber", "til-\nstræber"),
        ("til- og fravælges", "til-\nog fravælges"),
        ("tilstræber", "til\u00adstræber"),
        (". ", ".  "),
        (" ", "\n"),
        ("gavn for\nborgerne", "gavn for\n1\n\fSide 2\nborgerne"),
        ("\n", "\n\n"),
        ("FORMÅL\n", "FORMÅL "),
    ],
)
def test_layout_is_no_change(rammer: Path, capsys: pytest.CaptureFixture[str], before: str, after: str):
    assert before in PAPER
    code, rows = kontrol(rammer, PAPER.replace(before, after), capsys)
    assert (code, changed(rows)) == (0, [])
