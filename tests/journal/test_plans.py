"""How SQLite finds entries: never by going through all of a kind, however long the journal is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rammevaerk.journal.store import Journal
    from rammevaerk.journal.transaction import Transaktion

QUESTIONS: dict[str, Callable[[Transaktion], object]] = {
    "about": lambda transaction: transaction.about([f"a{number}" for number in range(50)], ("hændelse", "varsel")),
    "about_all": lambda transaction: transaction.about_all(("varsel",)),
    "with_key": lambda transaction: transaction.with_key("h1"),
    "told_of": lambda transaction: transaction.told_of("a1", 200),
}


@pytest.fixture
def asked() -> Iterator[list[tuple[str, Any]]]:
    """The statements about entries that any connection is given, with their values."""
    found: list[tuple[str, Any]] = []

    def note(*given: Any) -> None:
        if "FROM poster" in given[2]:
            found.append((given[2], given[3]))

    event.listen(Engine, "before_cursor_execute", note)
    yield found
    event.remove(Engine, "before_cursor_execute", note)


def plan(transaction: Transaktion, statement: str, values: Any) -> list[str]:
    found = transaction._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
    return [row[3] for row in found if "poster" in row[3]]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_of_the_watch_is_answered_by_an_index_on_what_it_names(fil: Journal, asked, question: str):
    with fil.transaction() as transaction:
        asked.clear()
        QUESTIONS[question](transaction)
        (one,) = list(asked)
        (found,) = plan(transaction, *one)
    assert found.startswith("SEARCH poster USING")
    assert "poster_art" not in found


def test_the_last_of_a_kind_about_an_aktivitet_is_found_by_both(fil: Journal, asked):
    from rammevaerk.journal.reading import latest

    with fil.transaction() as transaction:
        latest(transaction._connection, "a", "vurdering", 10)
        (found,) = plan(transaction, *asked[-1])
    assert "poster_aktivitet (aktivitet=? AND art=? AND nummer<?)" in found
