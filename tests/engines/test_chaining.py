"""Where durable-rules cannot be had, that is said in Danish and nothing breaks."""

from __future__ import annotations

import subprocess
import sys

import pytest

from rammevaerk.engines import chaining


def test_it_says_whether_the_package_is_there() -> None:
    there = subprocess.run([sys.executable, "-c", "import durable.engine"], capture_output=True, check=False)
    assert (chaining.unavailable() == "") is (there.returncode == 0)


@pytest.mark.parametrize(
    ("name", "words"),
    [("durable", "er ikke installeret"), ("durable_rules_engine", "kan ikke indlæses")],
)
def test_a_missing_or_broken_package_is_told_apart(monkeypatch: pytest.MonkeyPatch, name: str, words: str) -> None:
    def broken(_: str) -> None:
        raise ImportError("no", name=name)

    monkeypatch.setattr(chaining, "import_module", broken)
    assert words in chaining.unavailable()
