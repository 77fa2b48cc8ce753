"""What the reading library does not tell of a sheet: how far it reaches, and cells whose value is an error or missing.

Most sheets are seen through by a few searches in their bytes; the others are gone through by an XML parser.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from rammevaerk.facts.sheets.shape import MOST_CELLS

MOST_TEXT: Final = 200_000_000
"""Signs in all cells of a sheet; one long text may be shared by all of them."""
_UNUSUAL: Final = re.compile(rb'<c(?! r="[A-Z]{1,2}+[0-9]{1,5}+"[ />])(?![a-zA-Z])')
"""A cell that is not written as programs write it, or that stands far out."""
_BEYOND_Z: Final = re.compile(rb'<c(?! r="[A-Z][0-9]{1,5}+"[ />])(?![a-zA-Z])')
"""The same, or one in a column of two letters; most sheets have neither."""
_TWO_LETTERS: Final = re.compile(rb'<c r="([A-Z]{2})')
_FAR_DOWN: Final = re.compile(rb'<c r="[A-Z]{1,2}[0-9]{5}')
_PREFIXED: Final = re.compile(rb":(?:[cfv]|is|row)[ >\t\r\n/]")
_FORMULA: Final = re.compile(rb"<f[ />\t\r\n]")
_ERROR: Final = re.compile(rb"""t\s*=\s*["']e["']""")
_LEAST_CELL: Final = 16
"""Bytes of the shortest cell with a shared text."""
_SHARED: Final = re.compile(rb't="s"[^>]*><v>([0-9]+)</v>')
_ONE_TEXT: Final = re.compile(rb"<si[ >](.*?)</si>", re.DOTALL)
_REF: Final = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_LETTERS: Final = 26


@dataclass
class Scan:
    """What was found: the last row and column, and the cells that have no value to read."""

    rows: int = 0
    columns: int = 0
    errors: list[tuple[int, int, str]] = field(default_factory=list)
    """Row, column and the error that stands there, as `#DIV/0!`."""
    valueless: list[tuple[int, int]] = field(default_factory=list)
    """Formulas that were never calculated."""
    plain: bool = False
    """Whether every cell is written as programs write them, and none has a formula or an error."""

    @property
    def too_large(self) -> bool:
        """Whether it reaches further than a sheet may."""
        return self.rows * self.columns > MOST_CELLS


def scan(part: bytes) -> Scan:
    """What there is to know of a sheet before the library reads it. Raises `expat.ExpatError` when it is no XML."""
    narrow = not _BEYOND_Z.search(part)
    plain = not _PREFIXED.search(part) if narrow else _plain(part)
    if plain and not _FORMULA.search(part) and not (b"#" in part and _ERROR.search(part)):
        widest = _LETTERS
        if not narrow and _TWO_LETTERS.search(part):
            widest = max(map(column_number, map(bytes.decode, set(_TWO_LETTERS.findall(part)))))
        least = Scan(99_999, widest, plain=True)
        if least.too_large and not _FAR_DOWN.search(part):
            least.rows = 9_999
        if not least.too_large:
            return least
    scanner = _Scanner()
    scanner.parse(part)
    return scanner.found


def _plain(part: bytes) -> bool:
    return not _UNUSUAL.search(part) and not _PREFIXED.search(part)


def text_in_cells(sheet: bytes, shared: bytes) -> int:
    """No less than the signs of all shared texts in a sheet's cells; counted only where it might be too many."""
    head, *rest = shared.split(b"<si")
    longest = max(map(len, rest if rest and b":si" not in head else [shared]))
    most = longest * (len(sheet) // _LEAST_CELL)
    if most > MOST_TEXT:
        most = longest * sheet.count(b"v>")
    if most <= MOST_TEXT or not _plain(sheet):
        return most
    texts = [len(one) for one in _ONE_TEXT.findall(shared)]
    if len(texts) != shared.count(b"<si"):
        return most
    used = Counter(_SHARED.findall(sheet))
    return sum(texts[int(at)] * times for at, times in used.items() if int(at) < len(texts))


class _Scanner:
    """Goes through a sheet's elements; remembers the cell it is in."""

    def __init__(self) -> None:
        self.found = Scan()
        self.row = self.column = 0
        self.kind = ""
        self.formula = self.valued = self.inside = False
        self.text: list[str] = []

    def parse(self, part: bytes) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.Parse(part, True)  # noqa: FBT003 - expat's own way to say that this was all

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "row":
                self.row, self.column = _number(attributes.get("r"), self.row + 1), 0
            case "c":
                self._cell(attributes)
            case "f":
                self.formula = True
            case "v" | "is":
                self.inside = self.valued = True

    def _cell(self, attributes: dict[str, str]) -> None:
        self.column += 1
        if found := _REF.fullmatch(attributes.get("r", "")):
            self.column, self.row = column_number(found[1]), int(found[2])
        self.kind = attributes.get("t", "")
        self.formula = self.valued = False
        self.text = []

    def _end(self, name: str) -> None:
        match name.rpartition(":")[2]:
            case "c":
                self._close()
            case "v" | "is":
                self.inside = False

    def _close(self) -> None:
        found, text = self.found, "".join(self.text)
        if self.valued or self.formula:
            found.rows, found.columns = max(found.rows, self.row), max(found.columns, self.column)
        if self.kind == "e":
            found.errors.append((self.row, self.column, text or "#FEJL"))
        elif self.formula and not text and not (self.valued and self.kind == "str"):
            found.valueless.append((self.row, self.column))

    def _data(self, text: str) -> None:
        if self.inside:
            self.text.append(text)


def column_number(name: str) -> int:
    """The number of a column by its letters: A is 1."""
    number = 0
    for letter in name.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def _number(text: str | None, other: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) <= 7 else other  # noqa: PLR2004 - rows have seven
