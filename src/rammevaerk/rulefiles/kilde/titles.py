"""Which lines of a paper are headings: those that are marked, and short ones that the rammeværk knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rammevaerk.rulefiles.kilde.afsnit import aligned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rammevaerk.rulefiles.kilde.rows import Row

_LONGEST: Final = 110
_MOST_ROWS: Final = 2
_FEWEST_MARKED: Final = 3
"""So many headings that are marked, and the paper is taken to have no others."""
_UNDER_WAY: Final = (",", "-", "–", "/", "(")
_EARLY: Final = 0.7


@dataclass(frozen=True, slots=True)
class _Title:
    row: int
    count: int
    text: str
    sure: bool


def title_rows(rows: Sequence[Row], names: Sequence[str]) -> dict[int, int]:
    """The rows where headings begin, and how many rows each has."""
    known = {name.casefold() for name in names}
    marked = sum(1 for row in rows if row.marked)
    titles: list[_Title] = []
    at = 0
    while at < len(rows):
        title = _marked(rows, at, known)
        if title is None and marked < _FEWEST_MARKED and _may_begin(rows, at, titles):
            title = _unmarked(rows, at)
        titles += [title] if title else []
        at += title.count if title else 1
    return _chosen(titles, rows, names)


def _marked(rows: Sequence[Row], at: int, known: set[str]) -> _Title | None:
    """A heading that is one for sure; one in capitals may be broken over lines."""
    text = rows[at].text
    if text.casefold() not in known and not rows[at].marked:
        return None
    count = 1
    while at + count < len(rows) and rows[at].in_capitals and rows[at + count].in_capitals and not rows[at + count].gap:
        if rows[at + count].text.casefold() in known:
            break
        count += 1
    words = " ".join(row.text for row in rows[at : at + count])
    return _Title(at, count, words.lstrip("# "), sure=True)


def _may_begin(rows: Sequence[Row], at: int, titles: list[_Title]) -> bool:
    """A heading follows something that has ended, and no introduction to a list."""
    if at == 0 or (titles and titles[-1].row + titles[-1].count == at):
        return True
    return rows[at - 1].ended and not rows[at - 1].last.endswith(":") and not rows[at].joined


def _unmarked(rows: Sequence[Row], at: int) -> _Title | None:
    """One or two short lines without an end, after which something else begins."""
    for count in range(1, _MOST_ROWS + 1):
        last = at + count - 1
        text = " ".join(row.text for row in rows[at : last + 1])
        if last + 1 >= len(rows) or len(text) > _LONGEST or not text[0].isupper() or rows[last].ended:
            return None
        if rows[last + 1].text[0].isupper() and not text.endswith(_UNDER_WAY) and (count == 1 or rows[last + 1].gap):
            return _Title(at, count, text, sure=False)
    return None


def _chosen(titles: list[_Title], rows: Sequence[Row], names: Sequence[str]) -> dict[int, int]:
    """The sure ones, those that are the rammeværk's, and those right above another."""
    own = aligned([title.text for title in titles], names)
    chosen: dict[int, int] = {}
    for index, title in reversed(list(enumerate(titles))):
        above = title.row + title.count in chosen
        if title.sure or index in own or above or (not names and _breaks_early(title, rows)):
            chosen[title.row] = title.count
    return chosen


def _breaks_early(title: _Title, rows: Sequence[Row]) -> bool:
    """Whether what comes next could have stood on the same line, had it been the same paragraph."""
    after = title.row + title.count
    width = max((len(row.text) for row in rows[after : after + 8]), default=0)
    needed = len(rows[after - 1].text) + len(rows[after].text.split()[0])
    return rows[after].gap or needed < _EARLY * width
