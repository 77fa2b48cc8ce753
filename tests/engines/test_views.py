"""The views of every rammeværk, run in DuckDB and PostgreSQL; SQL Server's are parsed."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING, Any

import duckdb
import psycopg
import pytest
import sqlglot
from columnar_laws import random_portfolio
from generator import DAYS
from psycopg import sql
from random_facts import DAY
from sqlglot import exp
from view_laws import check_views, rows_of, statements
from wide_generator import Wide

import rammevaerk as rv
from rammevaerk.diagnostics import Refused
from rammevaerk.explanation.binding import bound

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postgres_server import Server
    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.model.rammevaerk import Rammevaerk

AKTIVITETER = 60
RULE_SETS = 8


def in_duckdb(ramme: Rammevaerk, aktiviteter: Sequence[Aktivitet], day: date) -> None:
    connection = duckdb.connect()
    tables, views = statements(ramme, "duckdb", day)
    for statement in tables:
        connection.execute(statement)
    for name, rows in rows_of(ramme, aktiviteter).items():
        for row in rows:
            insert = f'INSERT INTO "{name}" VALUES ({", ".join("?" for _ in row)})'  # noqa: S608 - our own names
            connection.execute(insert, list(row.values()))
    for statement in views:
        connection.execute(statement)
    check_views(ramme, aktiviteter, day, lambda query: connection.execute(query).fetchall())


def in_postgres(server: Server, name: str, ramme: Rammevaerk, aktiviteter: Sequence[Aktivitet], day: date) -> None:
    tables, views = statements(ramme, "postgres", day)
    with psycopg.connect(server.new_database(name)) as connection, connection.cursor() as cursor:
        for statement in tables:
            cursor.execute(statement)
        for table, rows in rows_of(ramme, aktiviteter).items():
            with cursor.copy(sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(table))) as copy:
                for row in rows:
                    copy.write_row(list(row.values()))
        for statement in views:
            cursor.execute(statement)

        def ask(query: str) -> list[tuple[Any, ...]]:
            return cursor.execute(query).fetchall()

        check_views(ramme, aktiviteter, day, ask)


def random_rule_sets(seed: int) -> Iterator[tuple[Rammevaerk, list[Aktivitet], date]]:
    """Rule sets whose questions to lists ask no rule, for of those the views say less."""
    while True:
        random = Random(seed)
        generator, seed = Wide(random), seed + 1
        ramme, day = generator.rammevaerk(4), random.choice(DAYS)
        made = [generator.aktivitet(random.choice((0.0, 0.2))).model_copy(update={"id": f"a{n}"}) for n in range(30)]
        try:
            aktiviteter = [one for one in made if bound(one, ramme, day)]
            statements(ramme, "duckdb", day)
        except Refused:
            continue
        yield ramme, aktiviteter, day


@pytest.mark.parametrize("name", rv.shipped())
def test_duckdb_keeps_the_views_of_every_rammevaerk(name: str) -> None:
    ramme = rv.load(name)
    in_duckdb(ramme, random_portfolio(ramme, AKTIVITETER, 1), DAY)


@pytest.mark.parametrize("name", rv.shipped())
def test_postgres_keeps_the_views_of_every_rammevaerk(name: str, postgres: Server) -> None:
    ramme = rv.load(name)
    database = f"v{rv.shipped().index(name)}"
    in_postgres(postgres, database, ramme, random_portfolio(ramme, AKTIVITETER, 2), DAY)


def test_postgres_answers_as_the_specification_on_random_rule_sets(postgres: Server) -> None:
    for number, (ramme, aktiviteter, day) in zip(range(RULE_SETS), random_rule_sets(50), strict=False):
        in_postgres(postgres, f"r{number}", ramme, aktiviteter, day)


@pytest.mark.parametrize("name", rv.shipped())
def test_what_sql_server_gets_is_its_own_sql_and_has_no_yes_or_no(name: str) -> None:
    tables, views = statements(rv.load(name), "tsql", DAY)
    for statement in (*tables, *views):
        (parsed,) = sqlglot.parse(statement, read="tsql")
        assert isinstance(parsed, exp.Create)
        assert not list(parsed.find_all(exp.Boolean, exp.Command))
        for selected in parsed.find_all(exp.Select):
            assert [one for one in selected.expressions if isinstance(one.unalias(), exp.Connector | exp.Not)] == []


def test_before_the_rammevaerk_is_in_force_the_views_say_so() -> None:
    ramme = rv.load("odense-2022")
    in_duckdb(ramme, random_portfolio(ramme, 5, 3), date(2021, 12, 31))
