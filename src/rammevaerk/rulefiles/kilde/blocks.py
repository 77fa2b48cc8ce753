"""Lines of a paper as blocks: headings, paragraphs and list items, each a stretch of the paper's words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from rammevaerk.rulefiles.kilde.sentences import terminated

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from rammevaerk.rulefiles.kilde.pages import Line
    from rammevaerk.rulefiles.kilde.words import Word

Kind = Literal["overskrift", "tekst", "punkt"]

_BULLET: Final = re.compile(r"[•▪◦‣●○∙·*]\s")
_WEAK_BULLET: Final = re.compile(r"[-–]\s|\d{1,2}[.)]\s|[a-zæøå]\)\s")
"""A line may begin like this by being broken there; it is a list item only where nothing was under way."""
_HEADING: Final = re.compile(r"#{1,6}\s")
_LONGEST_TITLE: Final = 110
_LONGEST_LINE: Final = 70
_TITLE_LINES: Final = 2
_FEWEST_CAPITALS: Final = 3
_FEWEST_PLAIN: Final = 3
"""So many headings of the plain sorts, and the paper is taken to have no others."""
_UNDER_WAY: Final = (",", "-", "–", "/", "(")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a list item: the stretch from word `start` up to `end`."""

    kind: Kind
    start: int
    end: int


@dataclass(slots=True)
class _Rows:
    """The written lines with their words, and what is known of the paper as a whole."""

    lines: list[Line]
    spans: list[tuple[int, int]]
    gaps: list[bool]
    names: Collection[str]
    titles: bool

    def kind(self, row: int, before: Block | None, words: Sequence[Word]) -> tuple[Kind, int]:
        """What begins at this row, and how many rows a heading has."""
        text = self.lines[row].text
        if _HEADING.match(text) or _in_capitals(text) or text.casefold() in self.names:
            return "overskrift", 1
        ended = before is None or before.kind == "overskrift" or _ended(words[before.end - 1].shown)
        if _BULLET.match(text) or (_WEAK_BULLET.match(text) and (ended or before.kind == "punkt")):  # type: ignore[union-attr]
            return "punkt", 1
        after_colon = before is not None and words[before.end - 1].shown.endswith(":")
        if self.titles and ended and not after_colon and (count := self._title(row)):
            return "overskrift", count
        return "tekst", 1

    def _title(self, row: int) -> int:
        """How many rows a title in small letters has here: short, without an end, and something else follows."""
        for count in range(1, _TITLE_LINES + 1):
            last = row + count - 1
            text = " ".join(line.text for line in self.lines[row : last + 1])
            if last + 1 >= len(self.lines) or len(text) > _LONGEST_TITLE or not text[:1].isupper():
                return 0
            if _ended(text) or text.endswith(_UNDER_WAY):
                return 0
            if self.lines[last + 1].text[:1].isupper() and (self.gaps[last + 1] or len(text) <= _LONGEST_LINE):
                return count
        return 0


def blocks_of(lines: Sequence[Line], words: Sequence[Word], names: Collection[str] = ()) -> list[Block]:
    """The blocks of a paper. `names` are headings known beforehand, in small letters."""
    rows = _rows(lines, words, {name.casefold() for name in names})
    found: list[Block] = []
    row = 0
    while row < len(rows.lines):
        before = found[-1] if found else None
        kind, count = rows.kind(row, before, words)
        start, end = rows.spans[row][0], rows.spans[row + count - 1][1]
        if kind == "tekst" and before and before.kind != "overskrift" and _goes_on(before, rows, row, words):
            found[-1] = replace(before, end=end)
        else:
            found.append(Block(kind, start, end))
        row += count
    return found


def _goes_on(before: Block, rows: _Rows, row: int, words: Sequence[Word]) -> bool:
    """Whether a line belongs to the block before: no gap between, or a gap in the midst of a sentence."""
    if not rows.gaps[row]:
        return True
    first, last = rows.lines[row].text, words[before.end - 1].shown
    if _ended(last):
        return False
    return before.kind == "tekst" or first[:1].islower()


def _ended(text: str) -> bool:
    return terminated(text) or text.endswith((":", ";"))


def _in_capitals(text: str) -> bool:
    """A heading is in capitals, and more than a name such as EU."""
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) >= _FEWEST_CAPITALS and all(map(str.isupper, letters)) and not text.endswith((".", ",", ";"))


def _rows(lines: Sequence[Line], words: Sequence[Word], names: Collection[str]) -> _Rows:
    """The lines that words begin in; a line wholly joined to the one before is none."""
    spans: dict[int, tuple[int, int]] = {}
    for index, word in enumerate(words):
        spans[word.line] = (spans.get(word.line, (index, 0))[0], index + 1)
    written = sorted(spans)
    gaps = [any(not lines[i].text for i in range(a + 1, b)) for a, b in zip([-1, *written], written, strict=False)]
    plain = sum(1 for i in written if _HEADING.match(lines[i].text) or _in_capitals(lines[i].text))
    held = [lines[i] for i in written]
    return _Rows(held, [spans[i] for i in written], gaps, names, titles=plain < _FEWEST_PLAIN)
