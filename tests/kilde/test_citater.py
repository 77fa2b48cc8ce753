"""The paper's own words are quoted verbatim, apart from ours, and only those of the same edition."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from random import Random

import pytest
from layout import relaid
from test_kilde_laws import NAMES, PAPERS, place

import rammevaerk as rv
from rammevaerk.cli.main import main
from rammevaerk.rulefiles.kilde.anchors import FILE, anchors_of
from rammevaerk.rulefiles.kilde.quoting import with_words
from rammevaerk.rulefiles.kilde.splitting import split

OWN = Path(__file__).with_name("papirer") / "lilleby"
PAPER = OWN / "papir.txt"
ACTIVITY = {"id": "tur", "titel": "Tur til Fjernby", "status": "forslag"}
DAY = date(2024, 6, 1)


@pytest.fixture
def words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The file that a user keeps."""
    assert main(["kilde", "tilknyt", str(OWN), str(PAPER), "-o", str(tmp_path / "mine")]) == 0
    capsys.readouterr()
    return tmp_path / "mine" / "lilleby.kilde.json"


@pytest.fixture
def forklar(tmp_path: Path):
    facts = tmp_path / "tur.json"
    facts.write_text(json.dumps(ACTIVITY), "utf-8")
    return lambda *more: main(["forklar", str(facts), "--ramme", str(OWN), "--dato", "2024-06-01", *map(str, more)])


def altered(words: Path, before: str, now: str) -> Path:
    text = words.read_text("utf-8")
    assert before in text
    words.write_text(text.replace(before, now, 1), "utf-8")
    return words


def test_a_klausul_is_quoted_with_its_sentences_and_items(words: Path):
    citater = rv.citater(OWN, words)
    assert citater["emner.4"] == "Vi tilstræber at rejse med tog."
    assert citater["emner.1"] == (
        "Byrådet har peget på disse emner:\n– Skoler med plads til alle\n– Til- og fraflytning\n– Grønne haver"
    )
    assert citater["krav.3"] == (
        "Pris\nEn rejse må højst koste 20.000 kr. inkl. moms. Beløbet for 2021-2024 kan hæves af økonomiudvalget, "
        "hvis over- eller undernatning er dyr."
    )
    assert set(citater) == set(rv.load(OWN).klausuler)


def test_sentences_that_do_not_follow_each_other_are_shown_not_to(words: Path, tmp_path: Path):
    folder = tmp_path / "lilleby"
    folder.mkdir()
    rules = (OWN / "regler.yaml").read_text("utf-8").replace("punktummer: [3, 4]", "punktummer: [2, 4]")
    (folder / "regler.yaml").write_text(rules, "utf-8")
    (folder / FILE).write_text((OWN / FILE).read_text("utf-8"), "utf-8")
    assert rv.citater(folder, words)["krav.3"].startswith("Det vurderer lederen. […] Beløbet for 2021-2024")


def test_the_words_stand_under_the_ground_and_are_told_apart(words: Path, forklar, capsys: pytest.CaptureFixture[str]):
    assert forklar("--ord", words, "-k", "emner.2", "-k", "emner.1") == 0
    out = capsys.readouterr().out
    assert (
        "    Grundlag   Emner, punktum 2: Emnet skal passe.\n"
        "               Papirets ord: »En rejse skal handle om mindst ét af emnerne.«\n" in out
    )
    assert "               – Til- og fraflytning\n               – Grønne haver«\n" in out


def test_the_library_quotes_when_it_is_given_the_words(words: Path):
    vurdering = rv.vurder(ACTIVITY, rv.load(OWN), DAY)
    assert "»En rejse skal handle om mindst ét af emnerne.«" in vurdering.forklar(rv.citater(OWN, words))
    assert "Papirets ord" not in vurdering.forklar()


def test_words_in_the_users_own_folder_are_found(
    tmp_path: Path, forklar, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert forklar("-k", "emner.2") == 0
    assert "Papirets ord" not in capsys.readouterr().out
    assert main(["kilde", "tilknyt", str(OWN), str(PAPER)]) == 0
    (own,) = (tmp_path / "data").rglob("lilleby.kilde.json")
    capsys.readouterr()
    assert forklar("-k", "emner.2") == 0
    told = capsys.readouterr()
    assert "Papirets ord: »En rejse skal handle" in told.out
    assert told.err == ""
    altered(own, "mindst ét af emnerne", "mindst to af emnerne")
    assert forklar("-k", "emner.2") == 0
    told = capsys.readouterr()
    assert "Papirets ord" not in told.out
    assert told.err.startswith("Papirets egne ord vises ikke.\nK009 ")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("mindst ét af emnerne", "mindst to af emnerne"), "K009"),
        (('"fingeraftryk": "0ff18d4ec8bbcc97"', '"fingeraftryk": "0ff18d4ec8bbcc98"'), "K009"),
        (('"ord": 9, ', '"ord": 8, '), "K009"),
        ((', "tekst": "En rejse skal handle om mindst ét af emnerne."', ""), "K014"),
        (('"metode": 1', '"metode": 2'), "K002"),
        (('"stykker"', '"andet"'), "K002"),
    ],
)
def test_words_of_another_edition_are_refused(
    words: Path, forklar, capsys: pytest.CaptureFixture[str], change: tuple[str, str], code: str
):
    assert forklar("--ord", altered(words, *change)) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"{code} {words}")
    with pytest.raises(rv.Refused) as refused:
        rv.citater(OWN, words)
    assert [one.code for one in refused.value.diagnostics] == [code]


def test_the_gaps_of_the_file_are_not_the_papers(words: Path):
    citater = rv.citater(OWN, altered(words, "En rejse skal handle", r"En rejse \t skal\u2028handle"))
    assert citater["emner.2"] == "En rejse skal handle om mindst ét af emnerne."


@pytest.mark.parametrize("seed", range(40))
def test_however_the_paper_is_set_its_kept_words_agree_with_their_fingerprints(seed: int):
    papir = split(relaid(PAPER.read_text("utf-8"), Random(seed)))
    kept = anchors_of(papir, texts=True)
    assert with_words(anchors_of(papir), kept, "papir") == kept


@pytest.mark.parametrize("name", NAMES)
def test_every_klausul_of_every_paper_is_quoted_word_for_word(name: str, tmp_path: Path):
    paper = PAPER if name == "lilleby" else PAPERS / f"{name}.txt"
    if not paper.is_file():
        pytest.skip("papiret er kommunens og følger ikke med")
    assert main(["kilde", "tilknyt", str(place(name)), str(paper), "-o", str(tmp_path)]) == 0
    citater = rv.citater(place(name), tmp_path / f"{name}.kilde.json")
    assert set(citater) == {id_ for id_, one in rv.load(place(name)).klausuler.items() if one.punktummer}
    said = letters(paper.read_text("utf-8"))
    for citat in citater.values():
        for sentence in re.split(r"\n(?:– )?| \[…\] ", citat):
            assert letters(sentence) in said


def letters(text: str) -> str:
    """The letters and digits alone: whatever gaps, hyphens and bullets are between them."""
    return "".join(sign for sign in text if sign.isalnum())
