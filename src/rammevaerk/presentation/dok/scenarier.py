"""Scenarier as a reader meets them: steps, tables kept as tables, and what came of each row.

Read from the tree of gherkin-official itself, for descriptions and the rows of tables matter here. The guard in
`checks` has been over the file before, so nothing in it has vanished.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from gherkin.parser import Parser
from gherkin.token_matcher import TokenMatcher

from rammevaerk.documents import decode
from rammevaerk.presentation.dok.status import Status, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rammevaerk.presentation.dok.resultater import Resultat, Resultater

Tree = dict[str, Any]
_TAG: Final = "@klausul:"
_PLACEHOLDER: Final = re.compile("<([^<>]+)>")


@dataclass(frozen=True, slots=True)
class Trin:
    """One step: its word, its text in which every other part is a column of the examples, and what stands below it."""

    ord: str
    dele: tuple[str, ...]
    tabel: tuple[tuple[str, ...], ...] = ()
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Raekke:
    """One row of examples, or a scenarie without any: what came of it, or None when it was not run."""

    celler: tuple[str, ...]
    resultat: Resultat | None

    @property
    def status(self) -> Status:
        """How it stands."""
        if self.resultat is None:
            return Status.IKKE_KOERT
        return Status.AFPROEVET if self.resultat.bestaaet else Status.ROED


@dataclass(frozen=True, slots=True)
class Eksempler:
    """A table of examples as the author wrote it."""

    navn: str
    beskrivelse: str
    kolonner: tuple[str, ...]
    raekker: tuple[Raekke, ...]


@dataclass(frozen=True, slots=True)
class Scenarie:
    """One scenarie; with tables of examples, or with one row that has no cells."""

    navn: str
    beskrivelse: str
    feature: str
    linje: int
    klausuler: tuple[str, ...]
    trin: tuple[Trin, ...]
    eksempler: tuple[Eksempler, ...]
    alene: Raekke | None

    @property
    def raekker(self) -> tuple[Raekke, ...]:
        """Every row there is."""
        return (self.alene,) if self.alene else tuple(row for one in self.eksempler for row in one.raekker)

    @property
    def status(self) -> Status:
        """How it stands: as the worst of its rows."""
        return together(row.status for row in self.raekker)

    def near(self, klausul: str) -> str:
        """What tells it apart from others of its name, and from itself under another klausul."""
        return f"{klausul} {self.feature} {self.linje}"


@dataclass(frozen=True, slots=True)
class Gruppe:
    """The scenarier under one `Regel:`, with what holds before each of them."""

    egenskab: str
    navn: str
    beskrivelse: str
    baggrund: tuple[Trin, ...]
    scenarier: tuple[Scenarie, ...]


@dataclass(frozen=True)
class Laesning:
    """A feature being read: its name in the results, and the results that may be believed."""

    feature: str
    resultater: Resultater

    def grupper(self, data: bytes) -> tuple[Gruppe, ...]:
        """The groups of a feature file."""
        tree: Any = Parser().parse(decode(data, self.feature), TokenMatcher("da"))
        feature: Tree = tree["feature"]
        found = [self._gruppe(feature, feature, (), ())]
        before = _background(feature)
        tags = _tags(feature)
        found += [self._gruppe(feature, one["rule"], before, tags) for one in feature["children"] if "rule" in one]
        return tuple(one for one in found if one.scenarier)

    def _gruppe(self, feature: Tree, tree: Tree, before: tuple[Trin, ...], tags: tuple[str, ...]) -> Gruppe:
        own = (*tags, *_tags(tree))
        scenarier = tuple(self._scenarie(one["scenario"], own) for one in tree["children"] if "scenario" in one)
        name = "" if tree is feature else tree["name"]
        return Gruppe(feature["name"], name, _plain(tree), (*before, *_background(tree)), scenarier)

    def _scenarie(self, tree: Tree, tags: tuple[str, ...]) -> Scenarie:
        line = tree["location"]["line"]
        columns = {cell["value"] for one in tree["examples"] for cell in one["tableHeader"]["cells"]}
        return Scenarie(
            navn=tree["name"],
            beskrivelse=_plain(tree),
            feature=self.feature,
            linje=line,
            klausuler=tuple(dict.fromkeys((*tags, *_tags(tree)))),
            trin=tuple(_trin(step, columns) for step in tree["steps"]),
            eksempler=tuple(self._eksempler(line, tree["examples"])),
            alene=None if tree["examples"] else Raekke((), self.resultater.of(self.feature, line, 0)),
        )

    def _eksempler(self, line: int, trees: list[Tree]) -> Iterator[Eksempler]:
        """The tables of a scenarie; its rows are counted through all of them, as the run counts them."""
        number = 0
        for tree in trees:
            rows = []
            for body in tree["tableBody"]:
                rows.append(Raekke(_cells(body), self.resultater.of(self.feature, line, number)))
                number += 1
            yield Eksempler(tree["name"], _plain(tree), _cells(tree["tableHeader"]), tuple(rows))


def of_klausul(grupper: Iterable[Gruppe], klausul: str) -> tuple[Gruppe, ...]:
    """The groups with the scenarier of that klausul alone."""
    found = []
    for one in grupper:
        scenarier = tuple(scenarie for scenarie in one.scenarier if klausul in scenarie.klausuler)
        if scenarier:
            found.append(Gruppe(one.egenskab, one.navn, one.beskrivelse, one.baggrund, scenarier))
    return tuple(found)


def _background(tree: Tree) -> tuple[Trin, ...]:
    return tuple(
        _trin(step, set()) for one in tree["children"] if "background" in one for step in one["background"]["steps"]
    )


def _trin(tree: Tree, columns: set[str]) -> Trin:
    rows = tuple(_cells(row) for row in tree.get("dataTable", {}).get("rows", []))
    return Trin(
        tree["keyword"].strip(), _parts(tree["text"], columns), rows, tree.get("docString", {}).get("content", "")
    )


def _parts(text: str, columns: set[str]) -> tuple[str, ...]:
    """The text with every other part the name of a column."""
    found = [""]
    for place, part in enumerate(_PLACEHOLDER.split(text)):
        if place % 2 and part in columns:
            found += [part, ""]
        else:
            found[-1] += f"<{part}>" if place % 2 else part
    return tuple(found)


def _cells(tree: Tree) -> tuple[str, ...]:
    return tuple(cell["value"] for cell in tree["cells"])


def _tags(tree: Tree) -> tuple[str, ...]:
    return tuple(one["name"].removeprefix(_TAG) for one in tree["tags"] if one["name"].startswith(_TAG))


def _plain(tree: Tree) -> str:
    """A description as one paragraph."""
    return " ".join(tree["description"].split())
