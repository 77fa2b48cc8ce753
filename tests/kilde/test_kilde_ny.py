"""`kilde ny` drafts rule files that load, and `kilde tilknyt` keeps the paper's words apart from the rules."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import rammevaerk as rv
from rammevaerk.cli.main import main
from rammevaerk.rulefiles.kilde.drafting import suggest_strength

OWN = Path(__file__).with_name("papirer") / "lilleby"
PAPER = OWN / "papir.txt"


def draft(tmp_path: Path, text: str, name: str = "papir.txt") -> Path:
    paper = tmp_path / name
    paper.write_text(text, "utf-8")
    assert main(["kilde", "ny", str(paper), "--navn", "nye-rammer", "-o", str(tmp_path)]) == 0
    return tmp_path / "nye-rammer"


def test_a_draft_loads_and_has_a_klausul_for_each_sentence(tmp_path: Path):
    folder = draft(tmp_path, PAPER.read_text("utf-8"))
    ramme = rv.load(folder)
    places = {(k.afsnit, k.punktummer[0]): k.styrke for k in ramme.klausuler.values()}
    assert len(places) == 13
    assert places["Tre krav", 3] == "kan"
    assert places["Hvad vi rejser efter", 2] == "skal"
    assert places["Hvad vi rejser efter", 4] == "bør"
    assert main(["tjek", str(folder)]) == 0
    assert main(["kilde", "kontrol", str(folder), str(tmp_path / "papir.txt")]) == 0


@pytest.mark.parametrize(
    ("last", "number"),
    [
        ("Sidst opdateret:", 2),
        ("Sidst opdateret: 24.12.2025", 2),
        ("Senest ændret den 3. maj 2024.", 2),
        ("Sidst opdateret er planen i orden.", 3),
    ],
)
def test_the_day_a_page_was_changed_is_no_sentence(tmp_path: Path, last: str, number: int):
    folder = draft(tmp_path, f"# Rejser\n\nVi skal rejse.\nVi kan blive hjemme.\n{last}\n", "papir.md")
    assert len(rv.load(folder).klausuler) == number


def test_a_draft_has_none_of_the_papers_sentences(tmp_path: Path):
    folder = draft(tmp_path, PAPER.read_text("utf-8"))
    told = " ".join(path.read_text("utf-8") for path in folder.iterdir())
    words = PAPER.read_text("utf-8").split()
    runs = [" ".join(words[i : i + 4]) for i in range(len(words) - 3)]
    headings = {"LILLEBYS RAMMER FOR REJSER", "HVAD VI REJSER EFTER"}
    assert [run for run in runs if run in told and run not in headings] == []
    assert "# forslag: der står «tilstræber»" in told


@pytest.mark.parametrize(
    "text",
    [
        "Kun ét punktum uden overskrift.",
        '# En: {overskrift} «med» "tegn" # og mere\n\nVi skal.\n',
        "# 1. Nummer\n\nVi kan.\n\n# 1. Nummer\n\nVi bør.\n\n# rammeværk\n\nVi vil.\n",
        "# og\n\nVi skal.\n\n# null\n\nVi skal.\n\n# 2022\n\nVi skal.\n",
        "- en\n- to\n- tre\n",
    ],
)
def test_any_headings_give_a_draft_that_loads(tmp_path: Path, text: str):
    folder = draft(tmp_path, text, "papir.md")
    assert rv.load(folder).klausuler
    assert main(["kilde", "kontrol", str(folder), str(tmp_path / "papir.md")]) == 0


def test_a_draft_writes_over_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    draft(tmp_path, "Vi skal.")
    assert main(["kilde", "ny", str(tmp_path / "papir.txt"), "--navn", "nye-rammer", "-o", str(tmp_path)]) == 2
    assert "K013" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("Vi stræber efter at lære.", "bør"),
        ("Vi prioriterer fælles rejser.", "bør"),
        ("Rejsen skal godkendes.", "skal"),
        ("Rejsen kan forlænges.", "kan"),
        ("Byen ligger ved vandet.", "oplysning"),
        ("Skallen er hård.", "oplysning"),
    ],
)
def test_the_strength_is_suggested_from_the_verb(sentence: str, strength: str):
    assert suggest_strength(sentence)[0] == strength


def test_the_words_go_to_the_users_own_folder_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    own = tmp_path / "mine"
    assert main(["kilde", "tilknyt", str(OWN), str(PAPER), "-o", str(own)]) == 0
    held = json.loads((own / "lilleby.kilde.json").read_text("utf-8"))
    assert any(re.search("tilstræber at rejse med tog", row["tekst"]) for row in held["stykker"])
    assert all("tekst" not in row for row in json.loads((OWN / "kilde.json").read_text("utf-8"))["stykker"])
    other = tmp_path / "ny.txt"
    other.write_text(PAPER.read_text("utf-8").replace("med tog", "med bus"), "utf-8")
    capsys.readouterr()
    assert main(["kilde", "kontrol", str(OWN), str(other), "--ord", str(own / "lilleby.kilde.json")]) == 1
    out = capsys.readouterr().out
    assert "før: Vi tilstræber at rejse med tog." in out
    assert "nu:  Vi tilstræber at rejse med bus." in out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), "K008"),
        (("kontrolér",), "K008"),
        (("kontrol", str(OWN)), "B005"),
        (("kontrol", str(OWN), "findes-ikke.txt"), "B007"),
        (("kontrol", str(OWN), str(OWN / "regler.yaml")), "K004"),
        (("ny", str(PAPER)), "B005"),
        (("ny", str(PAPER), "--navn", "Mit Navn"), "K012"),
        (("kontrol", str(OWN), str(PAPER), "--ord", str(OWN / "regler.yaml")), "K002"),
    ],
)
def test_what_cannot_be_used_is_refused(words: tuple[str, ...], code: str, capsys: pytest.CaptureFixture[str]):
    assert main(["kilde", *words]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(code)


def test_a_klausul_that_points_past_the_paper_is_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = tmp_path / "lilleby"
    folder.mkdir()
    rules = (OWN / "regler.yaml").read_text("utf-8").replace("punktummer: [5]", "punktummer: [9]")
    (folder / "regler.yaml").write_text(rules, "utf-8")
    assert main(["kilde", "tilknyt", str(folder), str(PAPER), "-o", str(tmp_path)]) == 2
    assert "K003 lilleby: «krav.4» peger på punktum 9" in capsys.readouterr().err
    assert not (folder / "kilde.json").exists()
