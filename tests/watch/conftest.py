"""A journal in a file with the rule files of odense-2022, and a watch of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from histories import TID, ramme

from rammevaerk.journal.store import Journal
from rammevaerk.loading import read_udgave
from rammevaerk.watch.overvaagning import Overvaagning

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "journal.db") as journal:
        journal.keep(read_udgave("odense-2022"), TID)
        yield journal


@pytest.fixture
def watch(journal: Journal) -> Overvaagning:
    return Overvaagning(ramme(), journal)
