"""A journal to try things on: in a file, and in PostgreSQL where that is installed."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from rammevaerk.journal.store import Journal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from postgres_server import Server

_NUMBERS = count(1)


@pytest.fixture(params=["fil", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new journal can be kept: a file, or a database of its own."""
    if request.param == "fil":
        return str(tmp_path / "journal.db")
    server: Server = request.getfixturevalue("postgres")
    return server.new_schema(f"j{next(_NUMBERS)}")


@pytest.fixture
def journal(place: str) -> Iterator[Journal]:
    with Journal(place) as journal:
        yield journal


@pytest.fixture
def fil(tmp_path: Path) -> Iterator[Journal]:
    """A journal in a file alone."""
    with Journal(tmp_path / "journal.db") as journal:
        yield journal
