"""Tables at the doors: the same answers as from other files, ids across files, and what to say without a package."""

import sys
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

import rammevaerk as rv
from rammevaerk.api import vurder_portefoelje
from rammevaerk.diagnostics import Refused
from rammevaerk.facts.reading import read_all
from rammevaerk.facts.sheets import shape
from rammevaerk.facts.sheets.writing import written_sheets
from rammevaerk.presentation.skabelon import write_skabelon

ROOT = Path(__file__).parents[2]
PORTFOLIO = ROOT / "docs/eksempler/opdigtet/portefoelje.yaml"
RAMME = rv.load("odense-2022")
DAY = date(2024, 6, 1)


@pytest.fixture
def workbook(tmp_path):
    path = tmp_path / "p.xlsx"
    path.write_bytes(write_skabelon((RAMME,), read_all([PORTFOLIO])))
    return path


def _answers(found):
    return [(one.aktivitet, one.indstilling.handling) for one in found]


def test_a_workbook_is_judged_as_a_whole_as_one_by_one(workbook):
    wanted = rv.vurder(rv.read(PORTFOLIO), RAMME, DAY)
    assert _answers(rv.vurder(rv.read(workbook, rammer=[RAMME]), RAMME, DAY)) == _answers(wanted)
    whole = vurder_portefoelje(workbook, RAMME, DAY)
    assert whole.antal == len(wanted)
    handlinger = [one.indstilling.handling for one in wanted]
    assert dict(whole.handlinger) == {one: handlinger.count(one) for one in set(handlinger)}


def test_a_frame_is_judged_as_the_file():
    frame = pa.table({"id": ["a"], "titel": ["En"], "status": ["forslag"], "borgerværdi": [False]})
    whole = vurder_portefoelje(frame, RAMME, DAY)
    (alone,) = rv.vurder(rv.read(frame), RAMME, DAY)
    assert dict(whole.handlinger) == {alone.indstilling.handling: 1}


def test_what_only_the_rules_can_find_is_told_at_its_cell_there_too(tmp_path):
    path = tmp_path / "p.csv"
    path.write_text("id;titel;status;politiske mål\na;En;forslag;Et sundere Odense; \nb;To;forslag;Byen på månen\n")
    with pytest.raises(Refused) as refused:
        vurder_portefoelje(path, RAMME, DAY)
    assert [(one.code, one.span.cell) for one in refused.value.diagnostics] == [("F020", "D3")]


def test_an_id_in_two_files_is_told_at_both_cells(workbook, tmp_path):
    other = tmp_path / "o.csv"
    other.write_text("titel;id;status\nEn;havnebyer;forslag\n", "utf-8")
    with pytest.raises(Refused) as refused:
        rv.read(workbook, other)
    assert [str(one.span) for one in refused.value.diagnostics] == [f"{other} B2", f"{workbook} aktiviteter!A6"]
    frame = pa.table({"id": ["havnebyer"], "titel": ["En"], "status": ["forslag"]})
    with pytest.raises(Refused) as refused:
        rv.read(frame, other)
    assert {one.code for one in refused.value.diagnostics} == {"F011"}


def test_a_list_of_own_facts_is_read_by_its_kind_where_the_rules_are_known(tmp_path):
    ramme = next(one for one in map(rv.load, rv.shipped()) if any(f.kind.art == "liste" for f in one.egne.values()))
    fact = next(fact for fact in ramme.egne.values() if fact.kind.art == "liste")
    options = fact.kind.element.options or ("x", "y")
    path = tmp_path / "p.csv"
    path.write_text(f'id;titel;status;{fact.name}\na;En;forslag;"{options[0]}; {options[-1]}"\n', "utf-8")
    (read,) = rv.read(path, rammer=[ramme])
    assert read.egne == {fact.name: (options[0], options[-1])}
    with pytest.raises(Refused, match=f"overskriften «{fact.name}» er ukendt"):
        rv.read(path)


@pytest.mark.parametrize(("package", "extra"), [("python_calamine", "excel"), ("pyarrow", "portefoelje")])
def test_a_package_that_is_missing_is_named_with_the_command_for_it(package, extra, workbook, monkeypatch):
    monkeypatch.setitem(sys.modules, package, None)
    for name in [name for name in sys.modules if name.startswith(f"{package}.")]:
        monkeypatch.delitem(sys.modules, name)
    given = workbook if extra == "excel" else pa.table({"id": ["a"]})
    with pytest.raises(Refused) as refused:
        rv.read(given)
    (fault,) = refused.value.diagnostics
    assert fault.code == "F041"
    assert f"'rammevaerk[{extra}]'" in fault.help


def test_a_folder_and_a_file_that_is_not_there_are_told(tmp_path):
    (tmp_path / "mappe.parquet").mkdir()
    for name in ("nej.xlsx", "nej.csv", "nej.parquet", "mappe.parquet"):
        with pytest.raises(Refused) as refused:
            rv.read(tmp_path / name)
        assert [one.code for one in refused.value.diagnostics] == ["D014"]


def test_more_rows_than_a_workbook_has_room_for_are_not_written(monkeypatch):
    monkeypatch.setattr(shape, "MOST_ROWS", 3)
    aktiviteter = [rv.Aktivitet(id=f"a{at}", titel="En", status="forslag") for at in range(3)]
    assert len(written_sheets(aktiviteter[:2])[0].rows) == 2
    with pytest.raises(Refused) as refused:
        written_sheets(aktiviteter)
    (fault,) = refused.value.diagnostics
    assert (fault.code, fault.message) == ("F044", "arket «aktiviteter» får 3 rækker, og der er plads til 2")
