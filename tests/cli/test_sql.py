"""`sql` as a person meets it."""

from __future__ import annotations

import pytest
import sqlglot
from sqlglot import exp

WORDS = ["sql", "odense-2022", "--dato", "01.06.2024"]


@pytest.mark.parametrize(("dialekt", "opening"), [("duckdb", '"'), ("postgres", '"'), ("spark", "`"), ("tsql", "[")])
def test_the_views_are_printed_each_after_those_it_reads(run, dialekt: str, opening: str) -> None:
    ran = run(*WORDS, "--dialekt", dialekt)
    assert (ran.code, ran.err) == (0, "")
    head = "-- Principielle rammer for internationale indsatser (odense-2022), vurderet pr. 01.06.2024."
    assert ran.out.startswith(head)
    views = ["grundlag", "udfald", "regler", "mangler", "vilkaar" if dialekt == "spark" else "vilkår", "modsigelser"]
    made = [line.split(opening)[1] for line in ran.out.splitlines() if line.startswith("CREATE VIEW")]
    assert [name.rstrip('"`] AS') for name in made] == [f"odense_2022_{view}" for view in views]


def test_sql_server_gets_each_view_in_a_batch_of_its_own(run) -> None:
    ran = run(*WORDS, "--dialekt", "tsql")
    batches = [batch for batch in ran.out.split("\nGO\n") if batch.strip()]
    assert [len(sqlglot.parse(batch, read="tsql")) for batch in batches] == [1] * 6


def test_the_tables_come_first_when_they_are_asked_for(run) -> None:
    ran = run(*WORDS, "--tabeller")
    parsed = [one for one in sqlglot.parse(ran.out, read="duckdb") if one]
    assert all(isinstance(one, exp.Create) for one in parsed)
    kinds = [one.args["kind"] for one in parsed]
    assert kinds == sorted(kinds)
    assert kinds.count("TABLE") == 12


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["sql"], "B005 skriv navnet på ét rammeværk"),
        (["sql", "odense-2022", "skanderborg"], "B005 skriv navnet på ét rammeværk"),
        ([*WORDS, "--dialekt", "oracle"], "B004 «--dialekt» kan ikke være «oracle»"),
        (["sql", "odense-2022", "--dato", "i går"], "B006 --dato: «i går» er ikke en dato"),
        (["sql", "odense"], "R001 ukendt rammeværk «odense»"),
    ],
)
def test_what_cannot_be_used_is_told_and_nothing_is_printed(run, words: list[str], told: str) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
