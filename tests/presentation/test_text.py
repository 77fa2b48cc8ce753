"""What a person reads: every klausul, no line wider than the page, and no meaning by colour alone."""

from datetime import date
from io import StringIO

import pytest

import rammevaerk as rv
from rammevaerk.explanation.changes import Aendring
from rammevaerk.model.resultat import Udfald
from rammevaerk.presentation.page import Page, page_for
from rammevaerk.presentation.table import write_table
from rammevaerk.presentation.text import MARKS, write_changes, write_counts, write_summary, write_vurdering

FACTS = {
    "id": "a",
    "titel": "Et [bold]netværk[/bold] :smile:",
    "status": "i gang",
    "type": "netværk",
    "politiske_mål": ["Et sundere Odense", "Verdens bedste robotby"],
    "evalueringer": [{"dato": "01.02.2024", "investering": "120.000 kr.", "udbytte": "100.000 kr."}],
    "eu_projekt": "ja",
    "sdeo_inddraget": "nej",
    "borgerværdi": {"svar": "ja", "svaret_af": "chefen", "dato": "12.03.2024", "begrundelse": "Fordi."},
}


@pytest.fixture(scope="module")
def vurdering() -> rv.Vurdering:
    return rv.vurder(FACTS, rv.load("odense-2022"), date(2026, 6, 1))


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_the_page(vurdering: rv.Vurdering, width: int) -> None:
    page = Page(width)
    for text in (write_summary(vurdering, page), write_vurdering(vurdering, page=page), write_table([vurdering], page)):
        assert max(map(len, text.splitlines())) <= width


def test_the_summary_names_every_klausul_under_its_udfald(vurdering: rv.Vurdering) -> None:
    text = write_summary(vurdering)
    heading = ""
    where = {}
    for line in text.splitlines():
        if line[:1] in MARKS.values():
            heading = line[2:].partition(":")[0].lower()
        elif heading:
            where |= {word.strip(","): heading for word in line.split() if word.strip(",") in vurdering.klausuler}
    assert where == {id_: str(one.udfald) for id_, one in vurdering.klausuler.items()}


def test_the_explanation_tells_each_part(vurdering: rv.Vurdering) -> None:
    text = write_vurdering(vurdering, ["prioritering.4", "fokus.1"])
    assert "Fakta      borgerværdi: ja, chefen, 12.03.2024, Fordi." in text
    assert "– 01.02.2024, investering 120.000 kr., udbytte 100.000 kr., bidrag mindre" in text
    assert "prioritering.4b (ikke opfyldt): skaber balance" in text
    assert text.count("Grundlag") == 2
    assert text.index("✓ fokus.1" if "✓ fokus.1" in text else "fokus.1") < text.index("✗ prioritering.4")


def test_a_chosen_klausul_brings_only_its_own_missing_facts(vurdering: rv.Vurdering) -> None:
    assert "omdømme" in write_vurdering(vurdering)
    assert "omdømme" not in write_vurdering(vurdering, ["samarbejde.5"])


def test_bold_adds_no_words(vurdering: rv.Vurdering) -> None:
    bold = write_summary(vurdering, Page(bold=True))
    assert "\033[1m" in bold
    assert bold.replace("\033[1m", "").replace("\033[0m", "") == write_summary(vurdering)


def test_a_title_is_text_and_no_markup(vurdering: rv.Vurdering) -> None:
    assert "[bold]netværk[/bold]" in write_table([vurdering])
    assert ":smile:" in write_table([vurdering])


def test_changes_are_gathered_by_handling() -> None:
    afslut = (Aendring("gør klogere", vaerdi=False, handling="afslut"), Aendring("x", vaerdi=True, handling="afslut"))
    changes = [*afslut, Aendring("type", "projekt", "fortsæt")]
    told = write_changes(changes)
    assert told.splitlines()[1:] == [
        "  afslut   hvis gør klogere er nej eller x er ja",
        "  fortsæt  hvis type er projekt",
    ]
    assert write_changes([]) == ""


def test_counts_are_a_sentence() -> None:
    assert write_counts({"afvent": 1, "tilvælg": 3}) == "4 aktiviteter: 3 tilvælg og 1 afvent."


def test_every_udfald_has_a_sign() -> None:
    assert set(MARKS) == set(Udfald)
    assert len(set(MARKS.values())) == len(MARKS)


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("columns", "width"), [("40", 60), ("80", 80), ("300", 110)])
def test_the_page_is_the_terminals(monkeypatch, columns: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert page_for(Terminal()) == Page(width, bold=True)
    assert page_for(StringIO()) == Page()
    monkeypatch.setenv("NO_COLOR", "1")
    assert page_for(Terminal()) == Page(width)
