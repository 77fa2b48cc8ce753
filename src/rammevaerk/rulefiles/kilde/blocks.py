"""Lines of a paper as blocks: headings, paragraphs and list items, each a stretch of the paper's words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from rammevaerk.rulefiles.kilde.rows import Row, ended, rows_of, wrapped
from rammevaerk.rulefiles.kilde.titles import title_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rammevaerk.rulefiles.kilde.pages import Line
    from rammevaerk.rulefiles.kilde.words import Word

Kind = Literal["overskrift", "byline", "tekst", "punkt"]

_BULLET: Final = re.compile(r"[•▪◦‣●○∙·*]\s")
_WEAK_BULLET: Final = re.compile(r"[-–]\s|\d{1,2}[.)]\s|[a-zæøå]\)\s")
"""A line may begin like this by being broken there; it is a list item only where nothing was under way."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a list item: the stretch from word `start` up to `end`."""

    kind: Kind
    start: int
    end: int


def blocks_of(lines: Sequence[Line], words: Sequence[Word], names: Sequence[str] = ()) -> list[Block]:
    """The blocks of a paper. `names` are what the rammeværk calls its afsnit, in order."""
    rows = rows_of(lines, words)
    titles = title_rows(rows, names)
    broken = wrapped(rows)
    found: list[Block] = []
    at = 0
    while at < len(rows):
        before = found[-1] if found else None
        last = words[before.end - 1].shown if before else ""
        count = titles.get(at, 1)
        kind: Kind = "overskrift" if at in titles else _kind(rows[at], before, last)
        end = rows[at + count - 1].end
        if before and kind == "tekst" and _goes_on(before, last, rows[at], broken=broken):
            found[-1] = replace(before, end=end)
        else:
            found.append(Block(kind, rows[at].start, end))
        at += count
    return found


def _kind(row: Row, before: Block | None, last: str) -> Kind:
    if _BULLET.match(row.text):
        return "punkt"
    if _WEAK_BULLET.match(row.text) and (before is None or before.kind in ("overskrift", "punkt") or ended(last)):
        return "punkt"
    if row.dateline and (before is None or row.gap or ended(last)):
        return "byline"
    return "byline" if row.byline and (before is None or row.gap or before.kind == "overskrift") else "tekst"


def _goes_on(before: Block, last: str, row: Row, *, broken: bool) -> bool:
    """Whether a line belongs to the block before: no gap between, or a gap in the midst of a sentence."""
    if row.joined:
        return True
    if before.kind in ("overskrift", "byline"):
        return False
    if not row.gap:
        return True
    if ended(last) or not broken:
        return False
    return before.kind == "tekst" or row.text[:1].islower()
