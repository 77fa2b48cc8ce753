"""The follow-up as it is handed over: the same in all three forms, in the committee's order, and nothing let out."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

import rammevaerk as rv
from rammevaerk.diagnostics import Refused
from rammevaerk.facts.sheets import shape
from rammevaerk.presentation.rapport.blokke import (
    Afsnit,
    Diagram,
    Dokument,
    Kolonne,
    Serie,
    Soejle,
    Tabel,
    shown,
    tight,
)
from rammevaerk.presentation.rapport.opstilling import composed
from rammevaerk.presentation.rapport.printing import PRINTERS, printed
from rammevaerk.presentation.rapport.svg import svg

EXAMPLES = Path(__file__).parents[2] / "docs" / "eksempler"
DAY = date(2025, 12, 31)
PARTS = ["Indstilling", "Sagsfremstilling", "Økonomi", "Bilag"]
SECRETS = ("Anders And", "fordi svigermor", "hemmelig note")
NASTY = "=cmd|' /C calc'!A0 <script>alert(1)</script> & #let"


def files(ramme: str, day: date, *names: str, offentlig: bool = False) -> dict[str, bytes]:
    found = rv.read(*(EXAMPLES / name for name in names))
    return printed(rv.rapport(found, rv.load(ramme), day, offentlig=offentlig), PRINTERS)


CASES = {
    "odense": ("odense-2022", DAY, "opdigtet/portefoelje.yaml", "odense/nordisk-platform.yaml"),
    "skanderborg": ("skanderborg", date(2022, 6, 1), "skanderborg/projekter.yaml", "skanderborg/eisenach.yaml"),
    "2010": ("odense-by-og-kultur-2010", date(2015, 6, 1), "opdigtet/odense-by-og-kultur-2010/portefoelje.yaml"),
    "ingen": ("odense-2022", DAY),
}


@pytest.fixture(scope="module", params=CASES)
def found(request) -> dict[str, bytes]:
    return files(*CASES[request.param])


def personal(**more: Any) -> dict[str, Any]:
    signed = {"svar": True, "svaret_af": SECRETS[0], "dato": "2024-01-01", "begrundelse": SECRETS[1]}
    money = [{"dato": "2024-01-01", "mængde": "60.000 kr.", "note": SECRETS[2]}]
    return {"id": "a", "titel": "A", "status": "i gang", "borgerværdi": signed, "investeringer": money, **more}


def of(*given: dict[str, Any], offentlig: bool = False) -> dict[str, bytes]:
    return printed(rv.rapport(given, rv.load("odense-2022"), DAY, offentlig=offentlig), PRINTERS)


def parsed(text: str | bytes) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - what the program has just written


def words(form: str, data: bytes) -> str:
    """Everything a reader of the file can find in it."""
    if form == ".pdf":
        return " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    if form == ".xlsx":
        with zipfile.ZipFile(BytesIO(data)) as book:
            return "".join(book.read(name).decode("utf-8") for name in book.namelist())
    return data.decode("utf-8")


def plain(text: str) -> str:
    return re.sub(r"[\s\u00a0\u00ad-]+", "", text)


@pytest.mark.parametrize("form", PRINTERS)
def test_a_public_report_names_nobody_in_any_form(form: str):
    inside, outside = (words(form, of(personal(), offentlig=public)[form]) for public in (False, True))
    assert [secret for secret in SECRETS if plain(secret) not in plain(inside)] == []
    assert [secret for secret in SECRETS if plain(secret) in plain(outside)] == []
    assert plain("navne, underskrifter og noter er udeladt") in plain(outside)


@pytest.mark.parametrize("form", PRINTERS)
def test_every_form_says_the_same(found, form: str):
    text = plain(words(form, found[form]))
    for said in (
        *PARTS,
        "Det indstilles, at udvalget",
        "Hvad der mangler, og fra hvem",
        "Bilag 4: Klausul for klausul",
    ):
        assert plain(said) in text


def test_the_committees_order_is_kept(found):
    headings = re.findall(r"<h2 [^>]*>(.*?)</h2>", found[".html"].decode("utf-8"))
    assert headings == PARTS


def test_empty_parts_say_so_in_words():
    page = files(*CASES["ingen"])[".html"].decode("utf-8")
    for said in ("Der er ingen aktiviteter.", "Ingen aktiviteter bør afsluttes.", "Der mangler ingen oplysninger."):
        assert said in page


def test_of_2010_the_rules_about_all_together_are_told():
    page = files(*CASES["2010"])[".html"].decode("utf-8")
    assert "Det, aktiviteterne skal opfylde tilsammen" in page
    assert "mellem 75 og 80\N{NO-BREAK SPACE}pct." in page


def test_of_skanderborg_the_areas_and_the_twin_city_are_told():
    page = files(*CASES["skanderborg"])[".html"].decode("utf-8")
    assert '<td data-navn="Politikområder" class="smal">Klima, energi og miljø</td>' in page
    assert "Eisenach" in page
    assert "Rammeværket siger ikke, hvad der tæller mest." in page


# As a page


def test_a_page_is_no_longer_than_its_words_and_asks_for_nothing(found):
    page = found[".html"].decode("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert '<html lang="da">' in page
    assert re.findall(r'(?:src|href)="(?!#)[^"]*"', page) == []
    assert not re.findall(r"url\((?!data:font/|#)[^)]*\)", page)


def test_what_was_read_is_nobodys_markup():
    page = of(personal(titel=NASTY, forvaltning=NASTY))[".html"].decode("utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_numbers_and_dates_are_danish():
    page = of(personal())[".html"].decode("utf-8")
    assert "60.000\N{NO-BREAK SPACE}kr." in page
    assert "31.12.2025" in page
    assert not re.search(r">[0-9]{4}-[0-9]{2}-[0-9]{2}<", page)


@pytest.mark.parametrize(
    ("cell", "said"),
    [(None, "–"), (1234, "1.234"), (date(2025, 12, 24), "24.12.2025"), ("12 måneder", "12\N{NO-BREAK SPACE}måneder")],
)
def test_a_cell_in_danish(cell, said: str):
    assert shown(cell) == said


def test_a_number_keeps_its_unit_beside_it():
    assert tight("5 kr. og 7 timer i 3 dage") == "5\u00a0kr. og 7\u00a0timer i 3\u00a0dage"
    assert tight("2024 dagens ret") == "2024 dagens ret"


# The diagrams


def diagram(**more: Any) -> Diagram:
    from decimal import Decimal

    three, six, nine, none = map(Decimal, (3, 6, 9, 0))
    first, other = Soejle("Byen <b>", (three, six), ("3", "6"), **more), Soejle("Ø", (none, nine), ("0", "9"))
    return Diagram("Titlen", "Ordene", "stablet", (Serie("a", "skrå"), Serie("b", "prikker")), (first, other))


def test_a_diagram_is_told_apart_by_patterns_and_has_its_words():
    tree = parsed(svg(diagram(), "d"))
    found = {one.tag.rpartition("}")[2] for one in tree.iter()}
    assert {"title", "desc", "pattern", "rect", "text"} <= found
    texts = [one.text for one in tree.iter() if one.tag.endswith("text")]
    assert texts == ["a", "b", "Byen <b>", "3", "6", "9 i alt", "Ø", "9", "9 i alt"]
    assert tree.get("aria-labelledby") == "d-t d-d"
    fills = {one.get("fill") for one in tree.iter() if one.tag.endswith("rect")}
    assert {"url(#d-skraa)", "url(#d-prikker)"} <= fills


def test_no_bar_reaches_beyond_its_room(found):
    for drawn in re.findall(r"<svg.*?</svg>", found[".html"].decode("utf-8"), re.DOTALL):
        tree = parsed(drawn)
        bars = [one for one in tree.iter() if one.tag.endswith("rect") and (one.get("width") or "").endswith("%")]
        ends = [float(one.get("x", "0").rstrip("%")) + float(one.get("width", "0").rstrip("%")) for one in bars]
        assert max(ends, default=0) <= 71.5


def test_each_diagram_has_its_table_beside_it(found):
    page = found[".html"].decode("utf-8")
    for part in page.split('<figure class="diagram">')[1:]:
        assert part.partition("</figure>")[2].lstrip().startswith('<div class="rul"')


def test_ids_stand_once(found):
    ids = re.findall(r' id="([^"]+)"', found[".html"].decode("utf-8"))
    assert len(ids) == len(set(ids)) > 10


# As a PDF


def test_a_pdf_is_tagged_and_says_its_title_and_language(found):
    reader = PdfReader(BytesIO(found[".pdf"]))
    root = reader.trailer["/Root"]
    assert isinstance(root, DictionaryObject)
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] in ("da", "da-DK")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata
    assert (reader.metadata.title or "").startswith("Opfølgning på internationale aktiviteter: ")
    assert "pdfuaid:part" in (reader.xmp_metadata.stream.get_data().decode("utf-8") if reader.xmp_metadata else "")


def tags(node: Any) -> list[str]:
    """The structure of a tagged PDF, as a screen reader walks it."""
    found: list[str] = []
    left = [node]
    while left:
        one = left.pop().get_object()
        if isinstance(one, list):
            left += reversed(one)
        elif isinstance(one, DictionaryObject):
            found += [str(one["/S"])] if "/S" in one else []
            left += [one["/K"]] if "/K" in one else []
    return found


def test_a_pdf_has_headings_tables_with_headers_and_figures_with_words():
    reader = PdfReader(BytesIO(files(*CASES["odense"])[".pdf"]))
    root = reader.trailer["/Root"]
    structure = tags(root["/StructTreeRoot"]["/K"])  # type: ignore[index] # a dictionary
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Figure", "/L"} <= set(structure)
    assert structure.count("/Table") > 15


# As a workbook

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheets(data: bytes) -> list[ET.Element]:
    with zipfile.ZipFile(BytesIO(data)) as book:
        names = sorted(name for name in book.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name))
        return [parsed(book.read(name)) for name in names]


def test_a_workbook_holds_no_formula_whatever_was_read():
    book = of(personal(titel=NASTY, forvaltning="+1", id="@a"))[".xlsx"]
    assert sum(len(list(sheet.iter(f"{SHEET}f"))) for sheet in sheets(book)) == 0
    assert "=cmd" in words(".xlsx", book)


def test_a_workbook_has_a_sheet_for_each_table_that_has_rows(found):
    with zipfile.ZipFile(BytesIO(found[".xlsx"])) as book:
        tree = parsed(book.read("xl/workbook.xml"))
    names = [one.get("name", "") for one in tree.iter(f"{SHEET}sheet")]
    assert names[0] == "Opfølgning"
    assert len(names) == len({name.casefold() for name in names}) > 1
    assert max(map(len, names)) <= 31


def test_a_workbooks_counts_and_amounts_are_numbers():
    book = of(personal(), {"id": "b", "titel": "B", "status": "forslag"})[".xlsx"]
    with zipfile.ZipFile(BytesIO(book)) as opened:
        styles = opened.read("xl/styles.xml").decode("utf-8")
        names = [one.get("name") for one in parsed(opened.read("xl/workbook.xml")).iter(f"{SHEET}sheet")]
        by_name = {
            name: opened.read(f"xl/worksheets/sheet{at}.xml").decode("utf-8") for at, name in enumerate(names, 1)
        }
    assert re.search(r'<c r="B2" s="\d+"><v>2</v></c>', by_name["Indstillinger"])
    assert re.search(r'<c r="C2" s="\d+"><v>60000</v></c>', by_name["Økonomi"])
    assert "#,##0 &quot;kr.&quot;" in styles
    assert "dd.mm.yyyy" in styles


# The whole


def test_every_table_has_as_many_cells_as_columns(found):
    assert found
    for ramme, day, *names in CASES.values():
        dokument = composed(rv.rapport(rv.read(*(EXAMPLES / n for n in names)), rv.load(ramme), day))
        tables = [blok for one in dokument.every() for blok in one.blokke if isinstance(blok, Tabel)]
        assert len(tables) > 10
        assert [t.titel for t in tables if any(len(row) != len(t.kolonner) for row in t.raekker)] == []
        assert all(table.ingen for table in tables)


def test_many_are_named_only_in_part():
    many = [{"id": f"{n}", "titel": f"Nr. {n:02}", "status": "i gang", "forvaltning": f"F{n}"} for n in range(40)]
    page = of(*many)[".html"].decode("utf-8")
    assert "og 32 til (se bilag 1)" in page
    assert "De 15 største er vist." in page
    assert page.count("<svg") == 5


def test_a_long_order_is_shown_in_part_and_whole_in_an_annex():
    goal = {"politiske_mål": ["Et sundere Odense"], "type": "projekt", "gør_klogere": True, "status": "i gang"}
    found = [{"id": f"{n}", "titel": f"Nr. {n:02}", **goal} for n in range(30)]
    dokument = composed(rv.rapport(found, rv.load("odense-2022"), DAY))
    tables = {
        blok.titel: len(blok.raekker) for one in dokument.every() for blok in one.blokke if isinstance(blok, Tabel)
    }
    assert (tables["Det, vi bør gøre først"], tables["Det, vi bør gøre først: alle"]) == (25, 30)
    assert [one.titel for one in dokument.afsnit[-1].under][-2:] == [
        "Bilag 5: Rækkefølge, afslutninger og frister",
        "Bilag 6: Skøn og noter",
    ]


def test_a_cell_holds_no_more_than_a_workbook_has_room_for():
    long = {"borgerværdi": {"svar": True, "svaret_af": "X", "dato": "2024-01-01", "begrundelse": "ord " * 9_000}}
    book = of({"id": "a", "titel": "A", "status": "i gang", **long})[".xlsx"]
    assert "resten er der ikke plads til i et regneark" in words(".xlsx", book)


def test_a_very_long_table_is_whole_in_the_workbook_alone():
    rows = tuple((f"Nr. {number:04}",) for number in range(1, 1_004))
    tabel = Tabel("Alle aktiviteter", "Aktiviteter", (Kolonne("Aktivitet"),), rows, "Ingen.")
    dokument = Dokument("O", "U", (), (Afsnit("Bilag", (), (Afsnit("Bilag 1", (tabel,)),)),), "", DAY)
    said = "De øvrige 3 rækker står i regnearket (.xlsx) på arket «Aktiviteter»."
    for form, last in ((".html", 1_000), (".pdf", 1_000), (".xlsx", 1_003)):
        found = words(form, PRINTERS[form](dokument))
        assert re.findall(r"Nr\. ([0-9]{4})", found)[-1] == f"{last:04}"
        assert (plain(said) in plain(found)) == (form != ".xlsx")


def test_a_table_with_more_rows_than_a_workbook_has_room_for_is_refused(monkeypatch):
    monkeypatch.setattr(shape, "MOST_ROWS", 4)
    one = Kolonne("Aktivitet")
    tables = tuple(Tabel("T", f"Ark {rows}", (one,), (("x",),) * rows, "Ingen.") for rows in (3, 4, 5))
    dokument = Dokument("O", "U", (), (Afsnit("Bilag", tables),), "", DAY)
    with pytest.raises(Refused) as refused:
        PRINTERS[".xlsx"](dokument)
    assert [(fault.code, fault.message) for fault in refused.value.diagnostics] == [
        ("B044", "arket «Ark 4» får 4 rækker, og der er plads til 3"),
        ("B044", "arket «Ark 5» får 5 rækker, og der er plads til 3"),
    ]
