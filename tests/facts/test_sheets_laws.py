"""Tables: whatever is written reads back as the same, in every form and by both ways of reading."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_tables import as_arrow, as_csv
from test_facts_reading import facts, known_texts

import rammevaerk as rv
from rammevaerk.diagnostics import Refused
from rammevaerk.facts.binding import bind
from rammevaerk.facts.reading import aktivitet_from, read_all
from rammevaerk.facts.sheets import coded
from rammevaerk.facts.sheets.arrow import arrow_tables
from rammevaerk.facts.sheets.csv_file import read_csv
from rammevaerk.facts.sheets.frames import read_frame
from rammevaerk.facts.sheets.joining import joined
from rammevaerk.facts.sheets.objects import aktiviteter_of
from rammevaerk.facts.sheets.reading import read_table
from rammevaerk.facts.sheets.workbook import read_workbook
from rammevaerk.facts.table_rows import arrow_batches
from rammevaerk.facts.tables import portfolio_tables
from rammevaerk.facts.units import Maengde
from rammevaerk.presentation.skabelon import write_skabelon

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(p for p in (ROOT / "docs/eksempler").rglob("*") if p.suffix in {".yaml", ".json", ".jsonl"})
RAMME = rv.load("odense-2022")
OTHER = rv.load("skanderborg")
OWN = tuple({fact.name: fact for fact in (*RAMME.egne.values(), *OTHER.egne.values())}.values())
TABLES = portfolio_tables({fact.name: fact for fact in OWN})
SLOW = settings(max_examples=60)


def _own_values(fact):
    return {
        "ja/nej": st.booleans(),
        "tal": st.integers(0, 10**9).map(lambda n: Maengde(Decimal(n).scaleb(-2), fact.kind.unit))
        if fact.kind.unit in {"kr.", "timer"}
        else st.none(),
        "tekst": known_texts,
        "dato": st.dates(date(1000, 1, 1)),
        "valg": st.sampled_from(fact.kind.options or ("",)),
        "liste": st.none(),
    }[fact.kind.art]


def _fits(value):
    """Without what no cell can say: a skøn or a record of nothing, and a list's text that has the separator in it."""
    if isinstance(value, list):
        kept = [_fits(item) for item in value]
        return [item.replace(";", ",") if isinstance(item, str) else item for item in kept if item != {}]
    if isinstance(value, dict):
        return {key: one for key, one in ((key, _fits(one)) for key, one in value.items()) if one is not None}
    return value


@st.composite
def portfolios(draw):
    keys = st.sets(st.sampled_from(sorted(facts)), max_size=6)
    found = []
    for number in range(draw(st.integers(1, 4))):
        said = {key: _fits(draw(facts[key])) for key in sorted(draw(keys))}
        own = draw(st.sets(st.sampled_from(range(len(OWN))), max_size=3))
        egne = {OWN[at].name: draw(_own_values(OWN[at])) for at in sorted(own)}
        said = {key: value for key, value in said.items() if value != {}}
        egne = {name: value for name, value in egne.items() if value is not None}
        found.append(
            aktivitet_from(
                {"id": f"a{number}", "titel": draw(known_texts), "status": "forslag", **said}
                | ({"egne": egne} if egne else {})
            )
        )
    return tuple(found)


def _bound(aktivitet):
    return bind(aktivitet, registers={}, own={fact.name: fact for fact in OWN})


def _same_both_ways(sheets, aktiviteter):
    for few in (1, 1_000):  # as long columns are read, and as short ones
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(coded, "LEAST", few)
            _same(joined(sheets, OWN), aktiviteter)


def _same(found, aktiviteter):
    assert found.faults == []
    wanted = tuple(map(_bound, aktiviteter))
    assert tuple(map(_bound, aktiviteter_of(found))) == wanted
    tables = arrow_tables(found, TABLES, {})
    (batch,) = arrow_batches(wanted, TABLES)
    assert tables is not None
    assert {name: pa.Table.from_batches([one]) for name, one in batch.items()} == tables


@SLOW
@given(portfolios())
def test_a_workbook_reads_back_as_the_same_both_ways(aktiviteter):
    _same_both_ways(read_workbook(write_skabelon((RAMME, OTHER), aktiviteter), "x.xlsx"), aktiviteter)


@SLOW
@given(portfolios(), st.sampled_from([";", ",", "\t"]), st.sampled_from(["utf-8-sig", "utf-8", "utf-16"]))
def test_csv_reads_back_as_the_same_both_ways(aktiviteter, between, encoding):
    sheet = read_csv(as_csv(aktiviteter, OWN, between, encoding), "x.csv", OWN)
    _same_both_ways((sheet,), aktiviteter)


@SLOW
@given(portfolios())
def test_a_frame_reads_back_as_the_same_both_ways(aktiviteter):
    _same_both_ways(read_frame(as_arrow(aktiviteter)), aktiviteter)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_template_filled_with_the_examples_reads_back_as_the_same(path, tmp_path):
    rammer = (RAMME, OTHER)
    aktiviteter = read_all([path])
    filled = tmp_path / "portefølje.xlsx"
    filled.write_bytes(write_skabelon(rammer, aktiviteter))
    own = {fact.name: fact for ramme in rammer for fact in ramme.egne.values()}
    assert _all_bound(read_table(filled, own.values()), own) == _all_bound(aktiviteter, own)


def _all_bound(aktiviteter, own):
    try:
        return [bind(one, registers={}, own=own) for one in aktiviteter]
    except Refused:  # own facts of a third rammeværk, which stay as they were written
        return list(aktiviteter)


def test_parquet_is_read_as_the_frame_it_holds(tmp_path):
    aktiviteter = read_all([ROOT / "docs/eksempler/opdigtet/portefoelje.yaml"])
    pq.write_table(as_arrow(aktiviteter), tmp_path / "p.parquet")
    assert read_table(tmp_path / "p.parquet", OWN) == read_table(as_arrow(aktiviteter), OWN)
    assert [one.id for one in read_all([tmp_path / "p.parquet"])] == [one.id for one in aktiviteter]


def test_danish_letters_are_read_in_three_encodings():
    text = "id;titel;status\na;Æblegrød på Ærø, så;forslag\n"
    for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16"):
        (one,) = aktiviteter_of(joined((read_csv(text.encode(encoding), "x.csv"),)))
        assert one.titel == "Æblegrød på Ærø, så"


def test_the_same_template_is_the_same_file():
    assert write_skabelon((RAMME,)) == write_skabelon((RAMME,))


def test_frames_of_pandas_and_polars_are_read_as_arrow():
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    data = {"id": ["a", "b"], "titel": ["En", "To"], "status": ["forslag"] * 2, "start": [date(2024, 1, 1), None]}
    data |= {"eu_projekt": [True, None], "kerneopgaver": [["x", "y"], []]}
    wanted = read_table(pa.table(data))
    assert wanted[1].kerneopgaver == ()
    assert wanted[1].eu_projekt is None
    assert read_table(pandas.DataFrame(data)) == wanted
    assert read_table(polars.DataFrame(data)) == wanted


def test_the_quick_way_tells_nothing_apart_that_the_slow_way_refuses():
    """Whatever contradicts itself across cells is left to the way that has words for it."""
    head = ["id", "titel", "status"]
    amounts = ["evaluering 1, investering", "evaluering 1, udbytte", "evaluering 1, bidrag"]
    for headings, cells in (
        (["start", "slut"], ["02.01.2024", "01.01.2024"]),
        (amounts, ["5 kr.", "4 kr.", "mere"]),
        (["politiske mål"], ["Byen på månen"]),
        (["egne, ukendt"], ["ja"]),
    ):
        text = ";".join([*head, *headings]) + "\n" + ";".join(["a", "En", "forslag", *cells])
        found = joined((read_csv(text.encode(), "x.csv", OWN),), OWN)
        assert found.faults == []
        assert arrow_tables(found, TABLES, RAMME.opslag) is None


def test_records_are_numbered_within_their_aktivitet():
    partners = ["partner 1, navn", "partner 2, navn"]
    rows = [["id", "titel", "status", *partners], *([one, "En", "forslag", "x", "y"] for one in "abc")]
    text = "\n".join(map(";".join, rows))
    tables = arrow_tables(joined((read_csv(text.encode(), "x.csv"),)), portfolio_tables({}), {})
    assert tables["partnere"].select(["nr", "plads", "navn"]).to_pylist() == [
        {"nr": nr, "plads": plads, "navn": navn} for nr in (1, 2, 3) for plads, navn in ((1, "x"), (2, "y"))
    ]
