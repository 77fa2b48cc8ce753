"""Every word of a public name under src/ is listed: Danish in docs/ordliste.md, English in machine_words.txt.

No program can tell a Danish word from an English one, so both are listed, and an unlisted word fails until somebody has
said which it is. A machine word that the Danish texts use too has to be marked, for it may be a Danish one gone astray.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rammevaerk.names import danish_order, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "rammevaerk"
ORDLISTE = ROOT / "docs" / "ordliste.md"
MACHINE = Path(__file__).with_name("machine_words.txt")
PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
HEADER = ["ord", "flertal", "foldet", "betydning", "kilde"]


def words(identifier: str) -> set[str]:
    """`KlausulTerm` and `klausul_term` are the words klausul and term."""
    return {part.lower() for part in PART.findall(identifier)}


def public(nodes: list[ast.stmt]) -> Iterator[str]:
    """The public names that a module or class gives: classes, functions, their arguments, attributes, constants."""
    for node in nodes:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            yield node.name
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)
            else:
                yield from (a.arg for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs))
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (n.id for target in targets for n in ast.walk(target) if isinstance(n, ast.Name))


def names(source: str) -> set[str]:
    """The public names of a module's text."""
    return {name for name in public(ast.parse(source).body) if not name.startswith("_")}


@cache
def used() -> dict[str, str]:
    """Every word of a public name, and one place where it is used."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE)
        here = {*place.with_suffix("").parts, *names(path.read_text("utf-8"))}
        found |= {word: f"{name} in {place}" for name in sorted(here) for word in words(name) if word not in found}
    return found


@cache
def rows() -> list[list[str]]:
    lines = [line for line in ORDLISTE.read_text("utf-8").splitlines() if line.startswith("|")]
    head, rule, *body = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    assert (head, set(rule)) == (HEADER, {"---"})
    return body


@cache
def danish() -> set[str]:
    return {word for row in rows() for form in row[2].split(", ") for word in form.split("_")}


@cache
def machine() -> tuple[set[str], set[str]]:
    """The English words, and those of them that Danish texts of the project use too."""
    alone, _, shared = MACHINE.read_text("utf-8").partition("# Danish texts use these too")
    return tuple({line for line in part.splitlines() if line and line[0] != "#"} for part in (alone, shared))  # type: ignore[return-value]


def test_every_word_of_a_public_name_is_listed():
    english = set.union(*machine())
    missing = {word: place for word, place in used().items() if word not in danish() | english}
    assert not missing, "a Danish word goes into docs/ordliste.md, an English one into tests/docs/machine_words.txt"


@pytest.mark.parametrize(
    "source",
    [
        "class Tilskud: ...",
        "def read_tilskud(): ...",
        "def read(tilskud): ...",
        "TILSKUD = 1",
        "class A:\n    tilskud: int",
    ],
)
def test_a_new_danish_word_is_found_wherever_it_stands(source: str):
    assert "tilskud" in {word for name in names(source) for word in words(name)}
    assert "tilskud" not in danish() | set.union(*machine())


def test_private_names_are_nobodys_business():
    assert names("def _tilskud(): ...\nclass _Tilskud: ...\n_TILSKUD = 1") == set()


def test_machine_words_are_used_and_in_order():
    for part in machine():
        assert sorted(part - set(used())) == [], "run: python tests/docs/doc_pages.py"
        assert not part & danish(), "a word is Danish or English, not both"
    listed = MACHINE.read_text("utf-8").split("# Danish texts use these too")
    for text in listed:
        lines = [line for line in text.splitlines()[1:] if line and line[0] != "#"]
        assert lines == sorted(set(lines))


def test_a_machine_word_of_the_danish_texts_is_marked():
    """`art` could be the English word; that the rule files say it too makes somebody look twice."""
    folders = [(ROOT / "rules", "*.yaml"), (ROOT / "features", "*.feature")]
    texts = [path.read_text("utf-8") for folder, files in folders for path in folder.rglob(files)]
    said = {word for text in texts for word in re.findall(r"[a-z]+", fold(text))}
    alone, _ = machine()
    assert sorted(alone & said) == [], "move it to the second part of machine_words.txt, if it really is English here"


def test_folded_forms_are_those_that_names_py_gives():
    wrong = {
        row[0]: row[2] for row in rows() if row[2].split(", ") != list(dict.fromkeys(map(fold, filter(None, row[:2]))))
    }
    assert not wrong


def test_every_word_says_what_it_means_and_whence():
    assert [row for row in rows() if not (len(row) == len(HEADER) and row[3] and row[4])] == []


def test_words_stand_once_and_in_danish_order():
    listed = [row[0] for row in rows()]
    assert listed == sorted(listed, key=danish_order)
    assert len(set(listed)) == len(listed)


def test_names_and_paths_are_ascii():
    assert [str(path) for path in PACKAGE.rglob("*") if not path.name.isascii()] == []
    assert [word for word in used() if not word.isascii()] == []
