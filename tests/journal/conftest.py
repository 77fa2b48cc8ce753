"""A journal to try things on: in a file, and in PostgreSQL where that is installed."""

from __future__ import annotations

import os
from itertools import count
from typing import TYPE_CHECKING

import pytest
from postgres_server import REQUIRED, Server, programs

from rammevaerk.journal.store import Journal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A server; without PostgreSQL the tests are skipped, but not where it is required."""
    found = programs()
    if found is None:
        if os.environ.get(REQUIRED):
            pytest.fail("PostgreSQL is required here, and is not installed")
        pytest.skip("PostgreSQL is not installed (on Debian: apt-get install postgresql)")
    server = Server(found, fsync=False)  # what a process wrote outlives it all the same
    yield server
    server.remove()


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
