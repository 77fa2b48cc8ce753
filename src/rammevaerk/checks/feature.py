"""A .feature file as data: what its scenarier say and where each word stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rammevaerk.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Tree = dict[str, Any]
"""A node as gherkin-official gives it."""


@dataclass(frozen=True, slots=True)
class Word:
    """A tag, a cell or a heading, and where it stands."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Trin:
    """One step: its keyword, what the keyword is for, and all its text; a table's cells and a long text apart."""

    keyword: str
    outcome: bool
    text: str
    span: Span
    more: str = ""


@dataclass(frozen=True, slots=True)
class Eksempler:
    """A table of examples: its columns and its rows."""

    span: Span
    columns: tuple[Word, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Scenarie:
    """One scenarie, with the tags it has or inherits; a background is one without a name of its own."""

    name: str
    span: Span
    tags: tuple[Word, ...]
    trin: tuple[Trin, ...]
    eksempler: tuple[Eksempler, ...] = ()
    outline: bool = False
    background: bool = False

    def rows(self) -> Iterator[Mapping[str, str]]:
        """What its placeholders stand for, once for each row; once with nothing when it has no examples."""
        if not self.eksempler:
            yield {}
        for table in self.eksempler:
            names = [column.text for column in table.columns]
            for row in table.rows:
                yield dict(zip(names, row, strict=False))


@dataclass(frozen=True, slots=True)
class Regelafsnit:
    """One `Regel:` of a feature, or the feature itself where it has scenarier outside of any."""

    keyword: str
    name: str
    span: Span
    tags: tuple[Word, ...]
    scenarier: tuple[Scenarie, ...]


@dataclass(frozen=True, slots=True)
class Feature:
    """One .feature file."""

    source: str
    afsnit: tuple[Regelafsnit, ...]

    @property
    def scenarier(self) -> tuple[Scenarie, ...]:
        """Every scenarie, backgrounds left out."""
        return tuple(one for part in self.afsnit for one in part.scenarier if not one.background)


def feature_from(tree: Tree, source: str) -> Feature:
    """The tree of gherkin-official as our own data."""
    reading = _Reading(source)
    tags = reading.words(tree["tags"], "name")
    own = [child for child in tree["children"] if "rule" not in child]
    rules = [child["rule"] for child in tree["children"] if "rule" in child]
    parts = [reading.part(tree, (), own), *(reading.part(rule, tags, rule["children"]) for rule in rules)]
    return Feature(source, tuple(parts))


@dataclass(frozen=True)
class _Reading:
    source: str

    def part(self, tree: Tree, inherited: tuple[Word, ...], children: list[Tree]) -> Regelafsnit:
        tags = (*inherited, *self.words(tree["tags"], "name"))
        scenarier = tuple(self.scenarie(child, tags) for child in children)
        return Regelafsnit(tree["keyword"], tree["name"], self.span(tree), tags, scenarier)

    def scenarie(self, child: Tree, inherited: tuple[Word, ...]) -> Scenarie:
        (kind, tree), *_ = child.items()
        return Scenarie(
            name=tree["name"],
            span=self.span(tree),
            tags=(*inherited, *self.words(tree.get("tags", []), "name")),
            trin=tuple(map(self.trin, tree["steps"])),
            eksempler=tuple(map(self.eksempler, tree.get("examples", []))),
            outline="Abstrakt" in tree["keyword"],
            background=kind == "background",
        )

    def trin(self, tree: Tree) -> Trin:
        cells = [cell["value"] for row in tree.get("dataTable", {}).get("rows", []) for cell in row["cells"]]
        more = [tree.get("docString", {}).get("content", ""), *cells]
        outcome = tree["keywordType"] == "Outcome"
        return Trin(tree["keyword"].strip(), outcome, tree["text"], self.span(tree), "\n".join(more))

    def eksempler(self, tree: Tree) -> Eksempler:
        header = tree.get("tableHeader") or {"cells": []}
        rows = tuple(tuple(cell["value"] for cell in row["cells"]) for row in tree.get("tableBody", []))
        return Eksempler(self.span(tree), self.words(header["cells"], "value"), rows)

    def words(self, trees: list[Tree], key: str) -> tuple[Word, ...]:
        return tuple(Word(tree[key], self.span(tree)) for tree in trees)

    def span(self, tree: Tree) -> Span:
        return Span(self.source, tree["location"]["line"], tree["location"].get("column", 1))
