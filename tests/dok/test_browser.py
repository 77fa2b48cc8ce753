"""The pages in a real browser: axe-core finds no fault on any of them, on screen or paper, narrow or wide, and the
search finds.
"""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

import pytest
from browsing import missing, violations
from dok_pages import DATO, RAMME, ROOT

import rammevaerk as rv
from rammevaerk.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ["", "-fortolkninger", "-ordliste"]
PAGES = ["index", "samlet", *(f"{name}{kind}" for name in rv.shipped() for kind in KINDS)]
LILLEBY = ROOT / "tests" / "kilde" / "papirer" / "lilleby"


REASON = missing()
if REASON and os.environ.get("RAMMEVAERK_KRAEV_BROWSER") == "1":
    pytest.fail(f"RAMMEVAERK_KRAEV_BROWSER=1, men {REASON}", pytrace=False)
pytestmark = pytest.mark.skipif(bool(REASON), reason=REASON)


@pytest.fixture(scope="module")
def folders(resultater, tmp_path_factory) -> dict[str, Path]:
    """Sites: all rammeværker, one alone, and one in each state: something red, not run, changed, quoting its paper."""
    base = tmp_path_factory.mktemp("sider")
    found = json.loads(resultater.read_text("utf-8"))
    for row in found["rækker"][::7]:
        row |= {"bestået": False, "trin": "Så er klausulen fokus.1 opfyldt"}
    (base / "rød.json").write_text(json.dumps(found), "utf-8")
    some = base / RAMME
    some.mkdir()
    for name in ("fokus", "revision"):
        shutil.copy(ROOT / "features" / RAMME / f"{name}.feature", some)
    before = base / "før" / RAMME
    shutil.copytree(ROOT / "rules" / "skanderborg", before)
    assert main(["kilde", "tilknyt", str(LILLEBY), str(LILLEBY / "papir.txt"), "-o", str(base / "ord")]) == 0
    given = {
        "hel": ["--resultater", resultater],
        "ene": [RAMME, "--resultater", resultater],
        "rød": [RAMME, "--resultater", base / "rød.json", "--features", some],
        "ikke kørt": [RAMME, "--features", some],
        "ændret": [RAMME, "--features", some, "--før", before],
        "citeret": [LILLEBY, "--ord", base / "ord"],
    }
    for name, words in given.items():
        assert main(["dok", "-o", str(base / name), "--dato", DATO, *map(str, words)]) == 0
    return {name: base / name for name in given}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(page, folders, name, media, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media=media)
    page.goto(f"file://{folders['hel']}/{name}.html")
    assert page.said == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("index", "rød"),
        ("odense-2022", "rød"),
        ("index", "ikke kørt"),
        ("samlet", "ikke kørt"),
        ("index", "ændret"),
        ("odense-2022", "ændret"),
        ("lilleby", "citeret"),
    ],
)
def test_axe_finds_nothing_in_any_state(page, folders, name, state, media, width):  # noqa: PLR0917 - what is varied
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media=media)
    page.goto(f"file://{folders[state]}/{name}.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


def test_axe_finds_nothing_with_everything_open(page, folders):
    page.goto(f"file://{folders['rød']}/odense-2022.html")
    page.fill("#soeg", "mål")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert violations(page) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_but_its_own_files(page, folders, name):
    page.goto(f"file://{folders['hel']}/{name}.html")
    page.wait_for_load_state("load")
    inside = page.asked if name != "samlet" else [url for url in page.asked if not url.startswith("data:font/")]
    assert all(url.startswith(f"file://{folders['hel']}/") for url in inside)
    assert len(inside) == 1 if name == "samlet" else len(inside) > 1


@pytest.mark.parametrize("name", ["index", "samlet"])
@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("mål.2", "mål.2"),
        ("maal.2", "mål.2"),
        ("MÅL.2", "mål.2"),
        ("venskabsby relevans", "venskabsby relevans"),
        ("evalueringsinterval", "evalueringsinterval"),
        ("løbende samarbejde", "løbende samarbejde"),
        ("borgervaerdi", "borgerværdi"),
    ],
)
def test_the_search_finds(page, folders, name, said, first):
    page.goto(f"file://{folders['ene']}/{name}.html")
    page.fill("#soeg", said)
    found = page.locator("#soeg-fund a")
    assert found.first.inner_text() == first
    found.first.click()
    page.wait_for_function("document.querySelector(':target') !== null")
    assert first in page.evaluate("document.querySelector(':target').innerText")


@pytest.mark.parametrize(
    ("said", "inside"),
    [
        ("Ærøskøbing", "steder på Fyn"),
        ("kommunemål", "mål.2"),
        ("revisionsdato", "revision.2"),
        ("samarbejdsværdi", "prioritering.2"),
    ],
)
def test_the_search_finds_names_in_lists_and_compounds_by_their_parts(page, folders, said, inside):
    page.goto(f"file://{folders['ene']}/index.html")
    page.fill("#soeg", said)
    assert inside in page.locator("#soeg-fund a").all_inner_texts()


def test_the_search_says_when_there_is_nothing(page, folders):
    page.goto(f"file://{folders['ene']}/index.html")
    page.fill("#soeg", "xylofon")
    assert page.locator("#soeg-svar").inner_text() == "Ingen fund."
    assert not page.locator("#soeg-fund").is_visible()


@pytest.mark.parametrize(
    "link", ["odense-2022.html#klausul-fokus-1", "samlet.html#odense-2022-klausul-fokus-1", "samlet.html#klausul-mål-2"]
)
def test_a_deep_link_shows_its_klausul(page, folders, link):
    page.goto(f"file://{folders['ene']}/{link}")
    assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top") < 300


def test_on_paper_there_is_no_search_and_no_menu(page, folders):
    page.emulate_media(media="print")
    page.goto(f"file://{folders['ene']}/odense-2022.html")
    for selector in (".soeg", ".sti", ".skipnav"):
        assert not page.locator(selector).is_visible()
    assert page.locator("text=Fokusreglen").first.is_visible()
