"""Varsler to deliver, and what came of it: in the file, and in the journal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kept import TID

from rammevaerk.journal.contents import Haendelse, Varsel

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    import pytest

    from rammevaerk.diagnostics import Refused
    from rammevaerk.journal.store import Journal


def clock() -> datetime:
    return TID


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [fault.code for fault in refused.value.diagnostics]


def append(journal: Journal, count: int, aktivitet: str = "havn") -> list[int]:
    """So many varsler, each after something else; their numbers."""
    numbers = []
    for n in range(count):
        journal.append(Haendelse(aktivitet, {"emne": f"Emne {n}"}), TID)
        numbers.append(journal.append(Varsel(aktivitet, f"Evaluér nr. {n}"), TID).nummer)
    return numbers


def told(journal: Journal) -> list[int]:
    """What the journal says is delivered, in the order it was."""
    return [post.indhold["varsel"] for post in journal.entries(kind="levering")]


def numbers(file: Path) -> list[int]:
    """What is in the file, line by line."""
    return [json.loads(line)["nummer"] for line in file.read_text("utf-8").split("\n")[:-1]]
