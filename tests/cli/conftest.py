"""The command line as a person meets it: what is written where, and the exit code."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from rammevaerk.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FORSLAG = {"id": "a", "titel": "A", "status": "forslag", "politiske_mål": ["Et sundere Odense"]}
ASKED = ["--ramme", "odense-2022", "--dato", "2024-06-01"]


@dataclass
class Ran:
    code: int
    out: str
    err: str

    def codes(self) -> list[str]:
        """The code of each diagnostic."""
        return [line.split()[0] for line in self.err.splitlines() if line[:1].isupper() and line[1:4].isdigit()]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def ran(*words: object) -> Ran:
        code = main([str(word) for word in words])
        return Ran(code, *capsys.readouterr())

    return ran


@pytest.fixture
def fil(tmp_path: Path) -> Callable[..., Path]:
    """A file of aktiviteter, each a forslag with these changes."""

    def write(name: str, *changes: dict[str, Any]) -> Path:
        found = [FORSLAG | change for change in changes]
        lines = name.endswith(".jsonl")
        text = "\n".join(map(json.dumps, found)) + "\n" if lines else json.dumps(found, ensure_ascii=False)
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write
