"""The command line and tables: the template, every verb on a workbook, and the copy with faults in it."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from rammevaerk.cli.main import main

ROOT = Path(__file__).parents[2]
PORTFOLIO = str(ROOT / "docs/eksempler/opdigtet/portefoelje.yaml")
JUDGED = ["--ramme", "odense-2022", "--dato", "2024-06-01"]


@pytest.fixture
def workbook(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["skabelon", "p.xlsx", PORTFOLIO, "--ramme", "odense-2022"]) == 0
    assert capsys.readouterr() == ("p.xlsx\n", "")
    return Path("p.xlsx")


@pytest.mark.parametrize("verb", [["vurder"], ["vurder", "--format", "json"], ["forklar"], ["frister"]])
def test_a_workbook_is_answered_as_the_file_it_was_filled_from(workbook, capsys, verb):
    assert main([*verb, PORTFOLIO, *JUDGED]) == 0
    wanted = capsys.readouterr().out
    assert main([*verb, str(workbook), *JUDGED]) == 0
    assert capsys.readouterr().out == wanted


def test_a_template_is_never_written_over_anything(workbook, capsys):
    before = workbook.read_bytes()
    assert main(["skabelon", "p.xlsx"]) == 2
    assert capsys.readouterr().err.startswith("B009 «p.xlsx» findes i forvejen")
    assert workbook.read_bytes() == before
    assert main(["skabelon", "p.ods"]) == 2
    assert main(["skabelon"]) == 2
    assert sorted(path.name for path in Path().iterdir()) == ["p.xlsx"]


def _spoiled(workbook, **cells):
    book = load_workbook(workbook)
    for cell, value in cells.items():
        book["aktiviteter"][cell] = value
    book.save(workbook)


def test_what_only_the_rules_can_find_is_told_at_its_cell(workbook, capsys):
    book = load_workbook(workbook)
    heads = {cell.value: cell.column_letter for cell in book["aktiviteter"][1]}
    _spoiled(workbook, **{f"{heads['politiske mål']}4": "Et sundere Odense; Byen på månen"})
    assert main(["vurder", "p.xlsx", *JUDGED]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(
        f"F020 p.xlsx aktiviteter!{heads['politiske mål']}4  studietur-til-solen: politiske_mål nr. 2"
    )


def test_the_faults_stand_beside_the_cells_of_a_copy(workbook, capsys):
    _spoiled(workbook, C3="=forslg", D4="projket")
    before = workbook.read_bytes()
    assert main(["vurder", "p.xlsx", *JUDGED, "--fejl-i", "fejl.xlsx"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Fejlene står også i «fejl.xlsx».\n")
    copy = load_workbook("fejl.xlsx")
    assert copy.sheetnames[0] == "fejl"
    assert copy["aktiviteter"]["D4"].comment.text.startswith("F005 type: «projket» er ikke et af valgene")
    assert workbook.read_bytes() == before
    assert main(["vurder", "fejl.xlsx", *JUDGED]) == 2  # the sheet of faults is no list of anything


def test_no_copy_is_written_where_nothing_is_wrong_or_where_it_cannot_be(workbook, capsys):
    assert main(["vurder", str(workbook), *JUDGED, "--fejl-i", "fejl.xlsx"]) == 0
    assert not Path("fejl.xlsx").exists()
    assert main(["vurder", PORTFOLIO, *JUDGED, "--fejl-i", "fejl.xlsx"]) == 2
    assert "B005 «--fejl-i» kræver ét regneark" in capsys.readouterr().err
    assert main(["vurder", str(workbook), *JUDGED, "--fejl-i", str(workbook)]) == 2
    assert "B009" in capsys.readouterr().err


def test_a_fault_that_looks_like_a_formula_is_written_as_text(workbook):
    _spoiled(workbook, B3=None)
    book = load_workbook(workbook)
    book["aktiviteter"]["B1"].value = "titel"
    book["aktiviteter"]["BX1"].value = "x"
    book["aktiviteter"]["BX2"].value, book["aktiviteter"]["BX2"].data_type = "=1+1", "s"
    book.save(workbook)
    assert main(["vurder", str(workbook), *JUDGED, "--fejl-i", "fejl.xlsx"]) == 2
    cells = [cell for row in load_workbook("fejl.xlsx")["fejl"] for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
