"""Lines of a paper without what belongs to its pages: running headers and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBERED: Final = re.compile(r"(?:side\s*)?[-–(]?\s*(\d{1,4})\s*[-–)]?(?:\s*(?:af|/)\s*\d{1,4})?", re.IGNORECASE)
_SIDE: Final = re.compile(r"side\s+\d{1,4}(?:\s*(?:af|/)\s*\d{1,4})?", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\d+")
_SHORTEST_HEADER: Final = 2
_FEWEST_PAGES: Final = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number in the file, from 1, and its text without surrounding gaps."""

    number: int
    text: str


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a paper; a page break is nothing, and what stands on each page is left out."""
    pages = _pages(text)
    furniture = _headers(pages) | _page_numbers(pages)
    return tuple(line for page in pages for line in page if line.number not in furniture)


def _pages(text: str) -> list[list[Line]]:
    pages: list[list[Line]] = [[]]
    for number, row in enumerate(re.split("\r\n|[\n\r\x85\u2028\u2029]", text), 1):
        for index, part in enumerate(row.split("\f")):
            if index:
                pages.append([])
            if part.strip() or "\f" not in row:
                pages[-1].append(Line(number, " ".join(part.split())))
    return pages


def _edges(page: list[Line]) -> Iterator[tuple[str, Line]]:
    """The two first and two last lines of a page that hold anything: a header may have a number beside it."""
    written = [line for line in page if line.text]
    yield from (("top", line) for line in written[:2])
    yield from (("bottom", line) for line in written[2:][-2:])


def _headers(pages: list[list[Line]]) -> set[int]:
    """Lines that stand at the same edge of more than half of the pages, whatever number is in them."""
    edges = [(edge, _DIGITS.sub("#", line.text), line) for page in pages for edge, line in _edges(page)]
    counted = Counter((edge, shape) for edge, shape, _ in edges if len(shape.split()) >= _SHORTEST_HEADER)
    enough = max(_FEWEST_PAGES, len(pages) // 2 + 1)
    return {line.number for edge, shape, line in edges if counted[edge, shape] >= enough}


def _page_numbers(pages: list[list[Line]]) -> set[int]:
    """Lines that are the page's number: it grows by one from page to page, or says «Side»."""
    if len(pages) < _FEWEST_PAGES:
        return set()
    found = [
        (int(match[1]) - index, line)
        for index, page in enumerate(pages, 1)
        for _, line in _edges(page)
        if (match := _NUMBERED.fullmatch(line.text))
    ]
    offsets = Counter(offset for offset, _ in found)
    return {
        line.number
        for offset, line in found
        if offset == 0 or offsets[offset] > len(pages) // 2 or _SIDE.fullmatch(line.text)
    }
