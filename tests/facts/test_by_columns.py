"""A sheet that is read column by column says the same as one read cell by cell, or is left to that reading."""

import io
import re
import subprocess
import sys
import zipfile
from datetime import date, datetime, time, timedelta

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from test_tabeller import CASES, EXPECTED, answered

from rammevaerk.facts.sheets import by_columns, coded
from rammevaerk.facts.sheets.by_columns import ByColumns
from rammevaerk.facts.sheets.workbook import read_workbook

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
KINDS = {
    "tekst": st.text(st.characters(exclude_categories=["Cs", "Cc"], max_codepoint=0xFFFF), max_size=8),
    "tal": st.floats(-1e12, 1e12) | st.integers(-(10**9), 10**9).map(float),
    "ja/nej": st.booleans(),
    "dato": DAYS,
    "dag og tid": st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)).map(lambda at: at.replace(microsecond=0)),  # noqa: DTZ001
    "tid": st.times().map(lambda at: at.replace(microsecond=0)),
    "varighed": st.timedeltas(timedelta(0), timedelta(days=3)).map(lambda t: timedelta(seconds=int(t.total_seconds()))),
}
FORMATS = {date: "dd.mm.yyyy", datetime: "dd.mm.yyyy hh:mm", time: "hh:mm", timedelta: "[h]:mm:ss"}


@st.composite
def tables(draw):
    """Headings, most of them texts, and columns, most of them of one kind."""
    width = draw(st.integers(1, 4))
    heading = st.sampled_from(["id", " titel ", "emne", "emne", "a_1", "x\ny", "__UNNAMED__0"])
    head = [draw(heading | st.just(None) | st.just(7.0)) if draw(st.booleans()) else f"h{at}" for at in range(width)]
    height = draw(st.integers(1, 6))
    columns = []
    for _ in range(width):
        kinds = draw(st.sets(st.sampled_from(list(KINDS)), min_size=1, max_size=draw(st.sampled_from([1, 1, 1, 2]))))
        cell = st.none() | st.one_of([KINDS[kind] for kind in sorted(kinds)])
        columns.append(draw(st.lists(cell, min_size=height, max_size=height)))
    return [head, *map(list, zip(*columns, strict=True))]


def written(rows, first=0):
    """The bytes of a workbook with these rows on its only sheet."""
    whole = io.BytesIO()
    with xlsxwriter.Workbook(whole, {"strings_to_urls": False, "strings_to_formulas": False}) as workbook:
        sheet = workbook.add_worksheet("aktiviteter")
        formats = {kind: workbook.add_format({"num_format": shown}) for kind, shown in FORMATS.items()}
        for row, cells in enumerate(rows, first):
            for column, cell in enumerate(cells):
                if isinstance(cell, date | time | timedelta):
                    sheet.write_datetime(row, column, cell, formats[type(cell)])
                elif isinstance(cell, bool):
                    sheet.write_boolean(row, column, cell)
                elif isinstance(cell, float):
                    sheet.write_number(row, column, cell)
                elif cell is not None:
                    sheet.write_string(row, column, cell)
    return whole.getvalue()


def changed(workbook, change):
    """The workbook with the bytes of its only sheet changed."""
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as before, zipfile.ZipFile(whole, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, change(part) if name == "xl/worksheets/sheet1.xml" else part)
    return whole.getvalue()


def both(workbook, monkeypatch):
    """The sheet read either way, and whether the quick one was taken."""
    taken = []

    def noted(self, name, part):
        taken.append(read(self, name, part))
        return taken[-1]

    read = ByColumns.read
    with monkeypatch.context() as patched:
        patched.setattr(by_columns, "LEAST", 0)
        patched.setattr(ByColumns, "read", noted)
        (quick,) = read_workbook(workbook, "p.xlsx")
    with monkeypatch.context() as patched:
        patched.setattr(ByColumns, "read", lambda *_: None)
        (slow,) = read_workbook(workbook, "p.xlsx")
    return quick, slow, any(taken)


def said(sheet):
    """All of a sheet, an empty cell as None however it was read; 1 and true are not the same."""
    cells = [[(type(cell), cell) if cell not in (None, "") else None for cell in column] for column in sheet.columns]
    return (sheet.headings, cells, sheet.first, sheet.left, sheet.faults, sheet.counts_days)


@settings(max_examples=400, deadline=None)
@given(tables())
def test_any_table_says_the_same_read_either_way(rows):
    with pytest.MonkeyPatch.context() as monkeypatch:
        quick, slow, _ = both(written(rows), monkeypatch)
    assert said(quick) == said(slow)


PLAIN = [["id", "navn", "tal", "dato"], ["a", None, 1.5, date(2024, 6, 1)], ["b", "x", None, None]]


def test_columns_of_one_kind_are_read_at_once(monkeypatch):
    quick, slow, taken = both(written(PLAIN), monkeypatch)
    assert taken
    assert said(quick) == said(slow)
    assert quick.columns[3][0] == date(2024, 6, 1)


LEFT = {
    "it does not begin in the first row": written(PLAIN, first=1),
    "a heading is a number": written([["id", 5.0], ["a", "b"]]),
    "a heading is missing": written([["id", None, "x"], ["a", "b", "c"]]),
    "two headings are alike": written([["id", "id"], ["a", "b"]]),
    "a column has two kinds of cells": written([["id", "x"], ["a", 1.0], ["b", "1"]]),
    "a cell has a time of day": written([["id", "x"], ["a", datetime(2024, 6, 1, 12)]]),  # noqa: DTZ001
    "cells are merged": changed(
        written(PLAIN),
        lambda part: part.replace(
            b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'
        ),
    ),
    "a date is a text that is none": changed(
        written([["id", "x"], ["a", 5.0]]), lambda part: re.sub(b'"B2"><v>5', b'"B2" t="d"><v>i morgen', part)
    ),
    "a formula": changed(
        written([["id", "x"], ["a", 5.0]]), lambda part: part.replace(b'"B2"><v>5', b'"B2"><f>2+3</f><v>5')
    ),
}


@pytest.mark.parametrize("why", LEFT)
def test_what_is_not_plainly_so_is_read_cell_by_cell(why, monkeypatch):
    quick, slow, taken = both(LEFT[why], monkeypatch)
    assert not taken
    assert said(quick) == said(slow)


@pytest.mark.parametrize("name", [name for name, (file, _) in CASES.items() if file.endswith(".xlsx")])
def test_spoiled_workbooks_are_answered_the_same(name, tmp_path, monkeypatch):
    monkeypatch.setattr(by_columns, "LEAST", 0)
    monkeypatch.setattr(coded, "LEAST", 0)
    assert answered(name, tmp_path) == EXPECTED[name]


def test_without_the_package_each_cell_is_read(monkeypatch):
    monkeypatch.setattr(by_columns, "installed", lambda *_: False)
    _, _, taken = both(written(PLAIN), monkeypatch)
    assert not taken


def test_an_empty_column_warns_nobody(tmp_path):
    path = tmp_path / "p.xlsx"
    path.write_bytes(written([["id", "x"], ["a", None], ["b", None]]))
    script = f"""
from rammevaerk.facts.sheets import by_columns
from rammevaerk.facts.sheets.reading import read_sheets
by_columns.LEAST = 0
(sheet,) = read_sheets({str(path)!r})
print(type(sheet.columns[1]).__name__)
"""
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout == "Cells\n"
    assert done.stderr == ""
