"""A paper as afsnit with numbered sentences: each piece has its place, its words and its fingerprint."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from rammevaerk.rulefiles.kilde.afsnit import name_sections
from rammevaerk.rulefiles.kilde.blocks import Block, blocks_of
from rammevaerk.rulefiles.kilde.pages import Line, lines_of
from rammevaerk.rulefiles.kilde.sentences import sentences, terminated
from rammevaerk.rulefiles.kilde.words import Word, fingerprint, trimmed, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

HEADING: Final = 0
"""The number of an afsnit's heading among its sentences."""
_EARLY: Final = 0.7
"""A line that is so much shorter than its neighbours, though the next word had room, was ended by the writer."""


@dataclass(frozen=True, slots=True)
class Stykke:
    """One sentence, list item or heading as a stretch of words. `led` counts the items under a sentence, from 1."""

    afsnit: str
    punktum: int
    led: int
    start: int
    end: int


@dataclass(frozen=True)
class Papir:
    """A paper: its words in order and its pieces, which together are all of them."""

    lines: tuple[Line, ...]
    words: tuple[Word, ...]
    stykker: tuple[Stykke, ...]

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(word.text for word in self.words)

    def fingerprint(self, stykke: Stykke) -> str:
        """What stands for the piece's words."""
        return fingerprint(self.texts[stykke.start : stykke.end])

    def quote(self, start: int, end: int) -> str:
        """The paper's own words of a stretch."""
        return " ".join(word.shown for word in self.words[start:end])

    def quote_lines(self, start: int, end: int) -> str:
        """The same, broken where the paper's writer broke a line, and not where the page was full."""
        said = self.words[start].shown
        for before, word in pairwise(self.words[start:end]):
            said += ("\n" if self._ended_early(before, word) else " ") + word.shown
        return said

    def _ended_early(self, before: Word, word: Word) -> bool:
        filled = len(self.lines[before.line].text) + len(word.shown)
        return before.line != word.line and filled < _EARLY * self._widths[before.line]

    @cached_property
    def _widths(self) -> tuple[int, ...]:
        """For each line the longest of those it stands with, up and down to a blank one."""
        blocks = (list(block) for _, block in groupby(self.lines, lambda line: bool(line.text)))
        return tuple(width for block in blocks for width in [max(len(line.text) for line in block)] * len(block))

    def line(self, index: int) -> int:
        """The number of the line that a word begins in."""
        return self.lines[self.words[index].line].number


def split(text: str, afsnit: Mapping[str, int] | None = None) -> Papir:
    """The paper's pieces. `afsnit` are the rammeværk's names for its sections, in order, and their last sentences."""
    names = tuple(afsnit or ())
    lines = lines_of(text)
    words = words_of(lines)
    sections = [
        (name, list(_pieces(name, section, words)))
        for name, section in _sections(blocks_of(lines, words, names), words, names)
    ]
    return Papir(lines, tuple(words), tuple(_after_boxes(sections, afsnit or {})))


def _after_boxes(sections: list[tuple[str, list[Stykke]]], afsnit: Mapping[str, int]) -> Iterator[Stykke]:
    """A box may stand in the midst of an afsnit: what the rammeværk counts to the one before goes back to it."""
    before, had = "", 0
    for name, pieces in sections:
        last = max((piece.punktum for piece in pieces), default=0)
        own = afsnit.get(name, last)
        returned = 0 < own < last and last - own == afsnit.get(before, had) - had
        for piece in pieces:
            if returned and piece.punktum > own:
                yield replace(piece, afsnit=before, punktum=piece.punktum - own + had)
            else:
                yield piece
        before, had = name, last


def _sections(blocks: list[Block], words: Sequence[Word], afsnit: Sequence[str]) -> Iterator[tuple[str, list[Block]]]:
    """The blocks of each afsnit; without headings each paragraph is one, when there are as many as names."""
    sections: list[list[Block]] = [[]]
    written = [block.kind for block in blocks if block.kind != "byline"]
    paragraphs = "overskrift" not in written and len(written) == len(afsnit)
    for block in blocks:
        if block.kind == "overskrift" or (paragraphs and sections[0] and block.kind != "byline"):
            sections.append([])
        sections[-1].append(block)
    filled = [section for section in sections if section]
    titles = ["" if s[0].kind != "overskrift" else _title(s[0], words) for s in filled]
    empty = [len(section) == 1 and section[0].kind == "overskrift" for section in filled]
    yield from zip(name_sections(titles, empty, afsnit), filled, strict=True)


def _title(block: Block, words: Sequence[Word]) -> str:
    start, end = trimmed(words, block.start, block.end)
    return " ".join(word.shown for word in words[start:end])


def _pieces(name: str, section: list[Block], words: Sequence[Word]) -> Iterator[Stykke]:
    """The pieces of one afsnit. Items after a colon are the sentence's own, unless they are sentences themselves."""
    number, item, listing = 0, 0, False
    for block in section:
        if block.kind in ("overskrift", "byline"):
            yield from _piece(name, HEADING, 0, words, (block.start, block.end))
            continue
        last = words[block.end - 1].shown
        if not listing or not (item or not terminated(last)) or (block.kind == "tekst" and terminated(last)):
            item, listing = 0, False
            for stretch in sentences(words, block.start, block.end):
                number += 1
                yield from _piece(name, number, 0, words, stretch)
            listing = last.endswith(":")
        else:
            item += 1
            yield from _piece(name, number, item, words, (block.start, block.end))


def _piece(name: str, number: int, item: int, words: Sequence[Word], stretch: tuple[int, int]) -> Iterator[Stykke]:
    """The piece without bullets and dashes at its ends; a stretch of nothing else is no piece."""
    start, end = trimmed(words, *stretch)
    if start < end:
        yield Stykke(name, number, item, start, end)
