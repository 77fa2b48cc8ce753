"""The written lines of a paper with their words, and what can be told of each line by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rammevaerk.rulefiles.kilde.sentences import terminated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rammevaerk.rulefiles.kilde.pages import Line
    from rammevaerk.rulefiles.kilde.words import Word

_HEADING: Final = re.compile(r"#{1,6}\s")
_BYLINE: Final = re.compile(r"(?:af|ved|tekst:?|foto:?)\s+(?:af\s+)?\**[A-ZÆØÅ]{2,}", re.IGNORECASE)
_DATELINE: Final = re.compile(
    r"(?:sidst|senest) (?:opdateret|ændret|redigeret):?(?: (?:den |d\. ?)?\d[\w .:/-]{0,30})?\.?", re.IGNORECASE
)
_FEWEST_CAPITALS: Final = 3
_WRAPPED: Final = 150
"""Lines longer than this on the whole are paragraphs, and a blank line parts two of them."""


@dataclass(frozen=True, slots=True)
class Row:
    """One written line: its words' stretch, the last of them, whether a blank line is before it, or half a word."""

    text: str
    start: int
    end: int
    last: str
    gap: bool
    joined: bool

    @property
    def ended(self) -> bool:
        """Whether a sentence or an introduction ends here."""
        return ended(self.last)

    @property
    def marked(self) -> bool:
        """Whether it is written as a heading: with a Markdown sign, or in capitals."""
        return bool(_HEADING.match(self.text)) or self.in_capitals

    @property
    def in_capitals(self) -> bool:
        """A heading in capitals is more than a name such as EU."""
        letters = [sign for sign in self.text if sign.isalpha()]
        plain = len(letters) >= _FEWEST_CAPITALS and all(map(str.isupper, letters))
        return plain and not self.text.endswith((".", ",", ";", "-"))

    @property
    def dateline(self) -> bool:
        """Whether it only says when the page was changed, with or without the day."""
        return bool(_DATELINE.fullmatch(self.text))

    @property
    def byline(self) -> bool:
        """Whether it only says who wrote."""
        return bool(_BYLINE.match(self.text)) and self.text.split()[1].strip("*_").isupper() and not self.ended


def ended(text: str) -> bool:
    """Whether nothing of the same sentence follows."""
    return terminated(text) or text.endswith((":", ";"))


def rows_of(lines: Sequence[Line], words: Sequence[Word]) -> list[Row]:
    """The lines that words begin in; a line wholly joined to the one before is none."""
    spans: dict[int, tuple[int, int]] = {}
    for index, word in enumerate(words):
        spans[word.line] = (spans.get(word.line, (index, 0))[0], index + 1)
    found: list[Row] = []
    before = -1
    for line, (start, end) in sorted(spans.items()):
        text = lines[line].text
        gap = any(not lines[i].text for i in range(before + 1, line))
        joined = bool(found) and text.split()[0].strip("*_`") not in ("", words[start].shown.split()[0])
        found.append(Row(text, start, end, words[end - 1].shown, gap, joined))
        before = line
    return found


def wrapped(rows: Sequence[Row]) -> bool:
    """Whether paragraphs are broken into lines."""
    return sum(len(row.text) for row in rows) <= _WRAPPED * len(rows)
