"""The workbooks in the program that many officers have: opened without a warning, saved again, and read as the same."""

import os
import shutil
import subprocess
from datetime import date
from itertools import zip_longest
from pathlib import Path

import pytest
from openpyxl import load_workbook

import rammevaerk as rv
from rammevaerk.diagnostics import Refused
from rammevaerk.facts.reading import read_all
from rammevaerk.presentation.fejlark import write_fejlark
from rammevaerk.presentation.rapport.printing import printed
from rammevaerk.presentation.skabelon import write_skabelon

ROOT = Path(__file__).parents[2]
PORTFOLIO = ROOT / "docs/eksempler/opdigtet/portefoelje.yaml"
RAMME = rv.load("odense-2022")
OWN = tuple(RAMME.egne.values())
HARMLESS = "Warning: failed to launch javaldx - java may not function correctly"
"""About Java, which the package is without."""


@pytest.fixture(scope="session")
def saved_again(tmp_path_factory):
    """Opens a workbook in LibreOffice and saves it; answers the new file, and what LibreOffice had to say."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("RAMMEVAERK_KRAEV_LIBREOFFICE"):
            pytest.fail("LibreOffice is required here, and is not installed")
        pytest.skip("LibreOffice is not installed (on Debian: apt-get install libreoffice-calc)")
    home = tmp_path_factory.mktemp("soffice")

    def save(path, form="xlsx:Calc MS Excel 2007 XML"):
        out = path.parent / "gemt"
        command = [program, "--headless", f"-env:UserInstallation={home.as_uri()}", "--convert-to", form]
        ran = subprocess.run(
            [*command, "--outdir", str(out), str(path)], capture_output=True, text=True, check=True, timeout=120
        )
        said = [line for line in ran.stderr.splitlines() if line.strip() and line != HARMLESS]
        return out / f"{path.stem}.{form.partition(':')[0]}", said

    return save


@pytest.fixture
def template(tmp_path):
    path = tmp_path / "portefølje.xlsx"
    path.write_bytes(write_skabelon((RAMME,), read_all([PORTFOLIO])))
    return path


def test_the_template_is_opened_without_a_warning_saved_and_read_as_the_same(template, saved_again):
    saved, said = saved_again(template)
    assert said == []
    assert read_all([saved], OWN) == read_all([template], OWN)
    assert [one.id for one in read_all([saved], OWN)] == [one.id for one in read_all([PORTFOLIO])]


def test_drop_downs_and_questions_are_still_there(template, saved_again):
    before, after = load_workbook(template), load_workbook(saved_again(template)[0])
    assert after.sheetnames == before.sheetnames
    for name in before.sheetnames:
        old, new = before[name], after[name]
        assert new.sheet_state == old.sheet_state
        assert _choices(new) == _choices(old)
        assert [cell.comment.text for cell in new[1] if cell.comment] == [
            cell.comment.text for cell in old[1] if cell.comment
        ]


def _choices(sheet):
    rules = sheet.data_validations.dataValidation
    return sorted((str(rule.sqref).split(":")[0].rstrip("0123456789"), rule.type) for rule in rules)


def test_the_empty_template_has_no_aktiviteter(tmp_path, saved_again):
    path = tmp_path / "tom.xlsx"
    path.write_bytes(write_skabelon((RAMME,)))
    saved, said = saved_again(path)
    assert said == []
    assert read_all([saved], OWN) == ()


def test_danish_csv_of_the_template_is_read(template, saved_again):
    saved, _ = saved_again(template, "csv:Text - txt - csv (StarCalc):59,34,ANSI,1")
    ids = [one.id for one in read_all([PORTFOLIO])]
    assert [one.id for one in read_all([saved], OWN)] == ids


def test_the_copy_with_faults_is_opened_without_a_warning(template, saved_again):
    workbook = load_workbook(template)
    workbook["aktiviteter"]["C3"] = "forslg"
    workbook.save(template)
    with pytest.raises(Refused) as refused:
        read_all([template], OWN)
    (fault,) = refused.value.diagnostics
    copy = template.with_name("fejl.xlsx")
    copy.write_bytes(write_fejlark(template.read_bytes(), str(template), refused.value.diagnostics))
    saved, said = saved_again(copy)
    assert said == []
    found = load_workbook(saved)
    assert [cell.value for cell in found["fejl"][2]] == ["aktiviteter!C3", fault.message, fault.help, fault.code]
    assert fault.message in found["aktiviteter"]["C3"].comment.text
    with pytest.raises(Refused) as again:
        read_all([saved], OWN)
    assert [one.message for one in again.value.diagnostics] == [fault.message]


def test_the_report_is_opened_without_a_warning_saved_and_says_the_same(tmp_path, saved_again):
    found = rv.rapport(rv.read(PORTFOLIO), RAMME, date(2025, 12, 31))
    path = tmp_path / "opfølgning.xlsx"
    path.write_bytes(printed(found, [".xlsx"])[".xlsx"])
    saved, said = saved_again(path)
    assert said == []
    before, after = _cells(path), _cells(saved)
    assert len(before) > 15
    assert after.keys() == before.keys()
    changed = [(name, was, is_) for name in before for was, is_ in zip_longest(before[name], after[name]) if was != is_]
    assert changed == []


def _cells(path):
    """What each row of each sheet says; an empty text is nothing to LibreOffice."""
    book = load_workbook(path)
    rows = {
        sheet.title: [[None if cell.value == "" else cell.value for cell in row] for row in sheet.iter_rows()]
        for sheet in book
    }
    return {title: [row for row in found if any(cell is not None for cell in row)] for title, found in rows.items()}
