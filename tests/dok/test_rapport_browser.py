"""The follow-up in a real browser: axe-core finds no fault, nothing is asked of the net, nothing is cut or covered."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from browsing import missing, violations
from dok_pages import ROOT

import rammevaerk as rv
from rammevaerk.presentation.rapport.printing import printed

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = ROOT / "docs" / "eksempler"
REASON = missing()
if REASON and os.environ.get("RAMMEVAERK_KRAEV_BROWSER") == "1":
    pytest.fail(f"RAMMEVAERK_KRAEV_BROWSER=1, men {REASON}", pytrace=False)
pytestmark = pytest.mark.skipif(bool(REASON), reason=REASON)


def many() -> list[dict[str, Any]]:
    """So many, with so long names, that a table or diagram with too little room would show it."""
    long = "Forvaltningen for internationale uddannelsessamarbejder og arbejdsmarkedsrelationer"
    money = {"investeringer": [{"dato": "2025-01-01", "mængde": "1.234.567,89 kr."}, {"dato": "2025-01-01"}]}
    return [
        {
            "id": f"nr-{number}",
            "titel": f"Nummer {number} med en titel, der er så lang, at den ikke kan stå på én linje nogen steder",
            "status": ("i gang", "forslag", "afsluttet")[number % 3],
            "forvaltning": f"{long} {number % 20}",
            "partnere": [{"by": "Brno"}, {"land": "Det Forenede Kongerige Storbritannien og Nordirland"}],
            **money,
        }
        for number in range(40)
    ]


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("rapporter")
    names = ["opdigtet/portefoelje.yaml", "odense/nordisk-platform.yaml"]
    real = rv.read(*(EXAMPLES / name for name in names))
    own = rv.read(EXAMPLES / "opdigtet" / "odense-by-og-kultur-2010" / "portefoelje.yaml")
    odense, praksis = rv.load("odense-2022"), rv.load("odense-by-og-kultur-2010")
    made = {
        "odense": rv.rapport(real, odense, date(2025, 12, 31)),
        "offentlig": rv.rapport(real, odense, date(2025, 12, 31), offentlig=True),
        "2010": rv.rapport(own, praksis, date(2015, 6, 1)),
        "mange": rv.rapport(many(), odense, date(2025, 12, 31)),
        "ingen": rv.rapport([], odense, date(2025, 12, 31)),
    }
    for name, rapport in made.items():
        (folder / f"{name}.html").write_bytes(printed(rapport, [".html"])[".html"])
    return {name: folder / f"{name}.html" for name in made}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("name", ["odense", "offentlig", "2010", "mange", "ingen"])
def test_axe_finds_nothing(page, pages, name, media, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media=media)
    page.goto(f"file://{pages[name]}")
    assert page.said == []
    assert [url for url in page.asked if not url.startswith("data:font/")] == [f"file://{pages[name]}"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


_OUTSIDE = """() => [...document.querySelectorAll('svg')].flatMap(drawn => {
    const room = drawn.getBoundingClientRect();
    return [...drawn.querySelectorAll('text')].filter(one => one.getBoundingClientRect().right > room.right + 1)
        .map(one => one.textContent);
})"""
_OVERLAPPING = """() => [...document.querySelectorAll('svg')].flatMap(drawn => {
    const boxes = [...drawn.querySelectorAll('text')].map(one => [one.textContent, one.getBoundingClientRect()]);
    return boxes.flatMap(([text, box], at) => boxes.slice(at + 1)
        .filter(([_, o]) => box.left < o.right - 1 && o.left < box.right - 1)
        .filter(([_, o]) => box.top < o.bottom - 4 && o.top < box.bottom - 4)
        .map(([other]) => `${text} / ${other}`));
})"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", ["odense", "2010", "mange"])
def test_no_word_of_a_diagram_is_cut_or_lies_on_another(page, pages, name, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"file://{pages[name]}")
    assert page.evaluate(_OUTSIDE) == []
    assert page.evaluate(_OVERLAPPING) == []


def test_on_paper_there_is_no_menu_and_the_bars_are_there(page, pages):
    page.emulate_media(media="print")
    page.goto(f"file://{pages['odense']}")
    assert not page.locator("nav.indhold").is_visible()
    assert page.locator("figure.diagram svg").first.is_visible()
