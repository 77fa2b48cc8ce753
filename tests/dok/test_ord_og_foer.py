"""The paper's own words stand on the pages only when they are given, and what has changed only when it is known."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from dok_pages import RAMME, ROOT, Page, broken

from rammevaerk.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

OWN = ROOT / "tests" / "kilde" / "papirer" / "lilleby"
QUOTED = re.compile(
    r'<figure class="papirets-ord">\s*<figcaption>Papirets egne ord</figcaption>\s*<blockquote>»([^<]*)«'
)


@pytest.fixture
def lilleby(tmp_path) -> Path:
    """A rammeværk whose paper has signs that mean something on a page, and beside it the paper's words."""
    folder = tmp_path / "lilleby"
    shutil.copytree(OWN, folder)
    paper = folder / "papir.txt"
    paper.write_text(paper.read_text("utf-8").replace("med tog.", "med <b>tog</b> & bus."), "utf-8")
    assert main(["kilde", "tilknyt", str(folder), str(paper), "--forny", "-o", str(tmp_path / "ord")]) == 0
    return folder


@pytest.fixture
def ordene(lilleby) -> Path:
    return lilleby.parent / "ord" / "lilleby.kilde.json"


@pytest.fixture
def foer(tmp_path) -> Path:
    """odense-2022 as it might have been before: an interval, a styrke and a name on a list."""
    folder = tmp_path / "før" / RAMME
    shutil.copytree(ROOT / "rules" / RAMME, folder)
    for file, now, before in (
        ("prioritering", "værdi: 12 måneder", "værdi: 24 måneder"),
        ("formaal", "styrke: bør", "styrke: kan"),
        ("rammevaerk", "      - Et sundere Odense\n", ""),
        ("fokus", "krav: stabschef", "krav: borgerværdi"),
    ):
        path = folder / f"{file}.yaml"
        assert now in path.read_text("utf-8")
        path.write_text(path.read_text("utf-8").replace(now, before, 1), "utf-8")
    return folder


def test_without_the_words_no_page_quotes_the_paper(dok, lilleby):
    html = (dok(lilleby) / "lilleby.html").read_text("utf-8")
    assert "papirets-ord" not in html
    assert "rejse med" not in html


def test_the_words_stand_beside_ours_and_are_nobodys_markup(dok, lilleby, ordene):
    folder = dok(lilleby, "--ord", ordene)
    for name in ("lilleby.html", "samlet.html"):
        html = (folder / name).read_text("utf-8")
        quoted = QUOTED.findall(html)
        assert len(quoted) == 11
        assert "Vi tilstræber at rejse med &lt;b&gt;tog&lt;/b&gt; &amp; bus." in quoted
        assert any(
            one.endswith(":\n– Skoler med plads til alle\n– Til- og fraflytning\n– Grønne haver") for one in quoted
        )
        assert "Emnet skal passe." in Page(folder / name).text
    assert "papirets-ord" not in (folder / "lilleby-ordliste.html").read_text("utf-8")
    assert broken(folder) == []


def test_a_folder_may_hold_more_papers_than_are_shown(dok, lilleby, ordene):
    shutil.copy(ordene, ordene.with_name("andet.kilde.json"))
    other = ordene.with_name("andet.kilde.json")
    other.write_text(other.read_text("utf-8").replace('"lilleby"', '"andet"'), "utf-8")
    folder = dok(lilleby, RAMME, "--ord", ordene.parent)
    assert len(QUOTED.findall((folder / "samlet.html").read_text("utf-8"))) == 11


@pytest.mark.parametrize(
    ("change", "code"),
    [(('"rammeværk": "lilleby"', '"rammeværk": "storeby"'), "B007"), (("rejse med", "rejse uden"), "K009")],
)
def test_words_of_something_else_write_no_pages(dok, ordene, capsys, change, code):
    ordene.write_text(ordene.read_text("utf-8").replace(*change), "utf-8")
    capsys.readouterr()
    assert not dok(ordene.parents[1] / "lilleby", "--ord", ordene, code=2).exists()
    assert capsys.readouterr().err.startswith(code)


def test_what_has_changed_is_told_first_and_marked_at_each_klausul(dok, foer):
    folder = dok(RAMME, "--før", foer)
    for name, prefix in (("odense-2022.html", ""), ("samlet.html", "odense-2022-")):
        html, page = (folder / name).read_text("utf-8"), Page(folder / name)
        assert (
            "Reglerne er holdt sammen med den udgave, der gjaldt før. 4 ændringer; 6 klausuler er berørt." in page.text
        )
        assert "prioritering.4 «evalueringsinterval» er forkortet fra 24 måneder til 12 måneder." in page.text
        assert "formål.2 Styrken er skærpet fra kan til bør." in page.text
        assert "fokus.3 Kravet er ændret. Før borgerværdi Nu stabschef" in page.text
        assert page.says("mål.3, mål.2, principper.1 Listen «politiske mål» har fået Et sundere Odense.")
        marked = re.findall(rf'id="{prefix}klausul-([a-z0-9-]+)"(?:(?!</div>).)*class="aendret"', html, re.DOTALL)
        assert marked == ["formaal-2", "maal-2", "maal-3", "principper-1", "fokus-3", "prioritering-4"]
        assert html.index("Ændret siden sidst") < html.index(">Overblik<")
    assert broken(folder) == []
    assert "Siden sidst: 4 ændringer; 6 klausuler er berørt." in Page(folder / "index.html").text


def test_a_klausul_that_is_gone_is_told_of_and_has_no_link(dok, foer):
    path = foer / "fokus.yaml"
    text = path.read_text("utf-8").replace(
        "regler:\n",
        "  - {id: fokus.9, afsnit: Fokus, punktummer: [4], styrke: kan, art: skøn, tekst: Væk., hvorfor: X}\nregler:\n",
    )
    path.write_text(text, "utf-8")
    folder = dok(RAMME, "--før", foer)
    assert "fokus.9 Klausulen er udgået. Før Væk." in Page(folder / "odense-2022.html").text
    assert broken(folder) == []


def test_the_same_edition_says_that_nothing_has_changed_and_no_edition_says_nothing(dok):
    text = Page(dok(RAMME, "--før", ROOT / "rules" / RAMME) / "odense-2022.html").text
    assert "der gjaldt før. Intet er ændret." in text
    assert "siden sidst" not in Page(dok(RAMME) / "odense-2022.html").text.lower()


def test_an_earlier_edition_is_found_by_its_name_or_stands_alone(dok, foer, lilleby):
    head = foer / "rammevaerk.yaml"
    head.write_text(head.read_text("utf-8").replace("rammeværk: odense-2022", "rammeværk: odense-2018"), "utf-8")
    text = Page(dok(RAMME, "--før", foer) / "odense-2022.html").text
    assert "Rammeværkets navn er ændret. Før odense-2018 Nu odense-2022" in text
    assert not (dok(RAMME, lilleby, "--før", foer, code=2) / "lilleby.html").exists()
