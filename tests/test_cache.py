"""A kept rammeværk is the same as a read one, and a broken cache is no cache."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import rammevaerk as rv
from rammevaerk import cache

if TYPE_CHECKING:
    from pathlib import Path

RULES = """
rammeværk: lille
titel: Lille
regler:
  - {id: k.1, klausul: k.1, styrke: skal, krav: EU-projekt}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    kept = tmp_path / "cache"
    monkeypatch.setattr(cache, "_place", lambda udgave: kept / f"{udgave}.json")
    return kept


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    place = tmp_path / "lille.yaml"
    place.write_text(RULES, encoding="utf-8")
    return place


def test_what_is_kept_is_what_was_read(folder: Path, rules: Path) -> None:
    first = rv.load(rules)
    assert len(list(folder.iterdir())) == 1
    assert rv.load(rules) == first


def test_an_edited_rule_file_is_read_anew(folder: Path, rules: Path) -> None:
    first = rv.load(rules)
    rules.write_text(RULES.replace("EU-projekt", "SDEO inddraget"), encoding="utf-8")
    second = rv.load(rules)
    assert second.udgave != first.udgave
    assert second.regler != first.regler
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("spoiled", ["", "{", "[[], 1]", "\x00", "[" * 10_000])
def test_a_spoiled_file_is_passed_over(folder: Path, rules: Path, spoiled: str) -> None:
    first = rv.load(rules)
    (kept,) = folder.iterdir()
    kept.write_text(spoiled, encoding="utf-8")
    assert rv.load(rules) == first
    assert kept.read_text(encoding="utf-8") != spoiled


def test_one_rammevaerk_is_never_taken_for_another(folder: Path, rules: Path) -> None:
    first = rv.load(rules)
    (kept,) = folder.iterdir()
    kept.write_text(kept.read_text(encoding="utf-8").replace(first.udgave, "0" * 64), encoding="utf-8")
    assert rv.load(rules).udgave == first.udgave


def test_a_folder_that_cannot_be_written_is_no_fault(
    rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    monkeypatch.setattr(cache, "_place", lambda udgave: tmp_path / "fil" / udgave)
    assert rv.load(rules).id == "lille"


def test_rules_with_faults_are_not_kept(folder: Path, rules: Path) -> None:
    rules.write_text(RULES.replace("EU-projekt", "ukendt"), encoding="utf-8")
    with pytest.raises(rv.Refused):
        rv.load(rules)
    assert not folder.exists()


def test_only_so_many_are_kept(folder: Path, rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_MOST", 3)
    for number in range(6):
        rules.write_text(RULES.replace("Lille", f"Lille {number}"), encoding="utf-8")
        rv.load(rules)
    assert len(list(folder.iterdir())) == 3


def test_importing_the_package_loads_nothing_heavy() -> None:
    heavy = ("pydantic", "pint", "lark", "durable", "ruamel", "rich")
    code = f"import sys, rammevaerk; print([m for m in {heavy!r} if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
