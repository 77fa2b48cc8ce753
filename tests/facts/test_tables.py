"""The tables of a portfolio: what columns there are, and what an aktivitet becomes in them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import rammevaerk as rv
from rammevaerk.diagnostics import Refused
from rammevaerk.facts.aktivitet import CATALOGUE, Investering
from rammevaerk.facts.binding import bind
from rammevaerk.facts.kinds import TEXT, Kind, Oplysning
from rammevaerk.facts.reading import aktivitet_from
from rammevaerk.facts.table_rows import arrow_batches, arrow_schema
from rammevaerk.facts.tables import portfolio_tables
from rammevaerk.facts.units import Maengde

OWN = {
    name: Oplysning(name, name, name, kind, own=True)
    for name, kind in (
        ("antal hold", Kind("tal")),
        ("tilskud", Kind("tal", "kr.")),
        ("ledelsens ja", Kind("ja/nej", skoen=True)),
        ("steder", Kind("liste", element=TEXT)),
    )
}
TABLES = portfolio_tables(OWN)


def columns(name: str) -> list[str]:
    return [one.navn for tabel in TABLES if tabel.navn == name for one in tabel.kolonner]


def rows(*facts: dict[str, object], **found: object) -> dict[str, list[dict[str, object]]]:
    given = facts or (found,)
    aktiviteter = [aktivitet_from({"id": "a", "titel": "A", "status": "forslag", **one}) for one in given]
    (batch,) = arrow_batches(aktiviteter, TABLES)
    return {name: table.to_pylist() for name, table in batch.items()}


def test_every_fact_has_its_column_and_every_list_its_table() -> None:
    first, *others = TABLES
    assert {one.fact for one in first.kolonner if one.fact} == {*CATALOGUE.values(), *OWN.values()}
    lists = [fact for fact in (*CATALOGUE.values(), *OWN.values()) if fact.kind.art == "liste"]
    assert [tabel.fact for tabel in others] == lists


def test_parts_stand_beside_their_fact_and_own_facts_are_prefixed() -> None:
    assert {"borgerværdi", "borgerværdi__dato", "evalueringer__kendt", "egne__antal_hold"} <= {*columns("aktiviteter")}
    assert columns("investeringer") == ["nr", "plads", "dato", "mængde", "mængde__enhed", "note"]
    assert columns("egne__steder") == ["nr", "plads", "værdi"]


@pytest.mark.parametrize("name", rv.shipped())
def test_no_two_columns_are_called_the_same_even_where_capitals_do_not_count(name: str) -> None:
    tables = portfolio_tables(rv.load(name).egne)
    for names in ([t.navn for t in tables], *([c.navn for c in t.kolonner] for t in tables)):
        assert len({one.casefold() for one in names}) == len(names)


def test_unknown_is_null_and_an_empty_list_is_known() -> None:
    (row,) = rows(kerneopgaver=[])["aktiviteter"]
    assert row["kerneopgaver__kendt"] is True
    assert row["evalueringer__kendt"] is False
    assert row["type"] is None
    assert row["borgerværdi"] is None
    assert row["nr"] == 1


def test_a_skoen_keeps_who_and_when() -> None:
    skoen = {"svar": "ja", "svaret_af": "chef", "dato": "2024-01-31", "begrundelse": "Fordi."}
    (row,) = rows(borgerværdi=skoen)["aktiviteter"]
    parts = [row[f"borgerværdi{part}"] for part in ("", "__dato", "__svaret_af", "__begrundelse")]
    assert parts == [True, date(2024, 1, 31), "chef", "Fordi."]


def test_amounts_keep_their_unit_and_every_digit() -> None:
    found = rows(investeringer=[{"mængde": "1,5 mia. kr."}, {"mængde": "0,000001 øre"}, {"dato": "2024-01-31"}])
    assert [(one["plads"], one["mængde"], one["mængde__enhed"]) for one in found["investeringer"]] == [
        (1, Decimal(1_500_000_000), "kr."),
        (2, Decimal("0.00000001"), "kr."),
        (3, None, None),
    ]


def test_own_facts_are_typed_columns() -> None:
    own = {
        "antal hold": Decimal(3),
        "tilskud": Maengde(Decimal("0.5"), "kr."),
        "ledelsens ja": True,
        "steder": ("Odense",),
    }
    aktivitet = aktivitet_from({"id": "a", "titel": "A", "status": "forslag"})
    bound = bind(aktivitet.model_copy(update={"egne": own}), registers={}, own=OWN)
    (batch,) = arrow_batches([bound], TABLES)
    (row,) = batch["aktiviteter"].to_pylist()
    assert [row["egne__antal_hold"], row["egne__tilskud"], row["egne__ledelsens_ja"]] == [3, Decimal("0.5"), True]
    assert batch["egne__steder"].to_pylist() == [{"nr": 1, "plads": 1, "værdi": "Odense"}]


def test_numbers_count_on_over_the_batches() -> None:
    one = aktivitet_from({"id": "a", "titel": "A", "status": "forslag", "kerneopgaver": ["x", "y"]})
    batches = list(arrow_batches([one] * 5, TABLES, at_once=2))
    assert [batch["aktiviteter"]["nr"].to_pylist() for batch in batches] == [[1, 2], [3, 4], [5]]
    assert [batch["kerneopgaver"]["nr"].to_pylist() for batch in batches] == [[1, 1, 2, 2], [3, 3, 4, 4], [5, 5]]
    assert batches[0]["aktiviteter"].schema == arrow_schema(TABLES[0])


def test_an_amount_that_its_column_has_no_room_for_is_refused_not_rounded() -> None:
    tiny = Investering.model_construct(dato=None, note=None, maengde=Maengde(Decimal("0.000000001"), "kr."))
    aktivitet = aktivitet_from({"id": "a", "titel": "A", "status": "forslag"})
    with pytest.raises(Refused) as refused:
        list(arrow_batches([aktivitet.model_copy(update={"investeringer": (tiny,)})], TABLES))
    assert str(refused.value) == (
        "F006 a:1:1  mængde nr. 1: «0,000000001» har for mange cifre\n     hjælp: højst 24 cifre før kommaet og 8 efter"
    )
