"""The map has every room, and counts right."""

from __future__ import annotations

import re
from typing import get_args

from doc_pages import DOCS, ROOT

from rammevaerk.model.expression import Expression
from rammevaerk.passes import PASSES

MAP = (DOCS / "architecture.md").read_text("utf-8")
PACKAGE = ROOT / "src" / "rammevaerk"
NUMBERS = {16: "sixteen", 17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty"}


def test_every_room_has_its_paragraph():
    rooms = [f"{path.name}/" for path in PACKAGE.iterdir() if (path / "__init__.py").exists()]
    modules = [path.name for path in PACKAGE.glob("*.py") if not path.name.startswith("__")]
    headed = re.findall(r"`([^`]+)`", " ".join(re.findall(r"^\*\*(.+?)\*\*", MAP, re.MULTILINE)))
    assert sorted({*rooms, *modules} - set(headed)) == []


def test_the_number_of_core_nodes_is_right():
    assert f"{NUMBERS[len(get_args(Expression))]} core nodes" in " ".join(MAP.split())


def test_the_passes_are_those_there_are():
    names = ", ".join(each.__name__ for each in PASSES)
    assert f"{names}. Each takes the draft" in " ".join(MAP.split())


def test_the_files_it_names_exist():
    named = set(re.findall(r"`((?:\w+/)*\w+\.py)`", MAP)) - {"__init__.py"}
    here = {path.name for path in PACKAGE.rglob("*.py")}
    assert sorted(name for name in named if name.rpartition("/")[2] not in here) == []
