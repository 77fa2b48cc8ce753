"""CSV → a sheet: Danish Excel's semicolons or plain commas, in any of the encodings that Excel writes."""

from __future__ import annotations

import codecs
import csv
import re
from io import StringIO
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Diagnostic, Refused, Span
from rammevaerk.facts.sheets.headings import Headings
from rammevaerk.facts.sheets.shape import MOST_CELLS, Sheet, cell_span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rammevaerk.facts.kinds import Oplysning

_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_BETWEEN: Final = (";", "\t", ",")
_SEP: Final = re.compile(r"sep=(.)\r?\n")
"""How Excel is told which sign stands between the cells; a line of its own before the headings."""
_OTHER: Final = re.compile(r"[a-z][‘›†¾¿Œ][a-z]|[\x00-\x08\x0e-\x1f]", re.IGNORECASE)
"""What æ, ø and å of DOS and of old Macs come to when they are read as Windows's."""
_HELP: Final = "gem filen som «CSV UTF-8» i Excel"


def read_csv(data: bytes, source: str, own: Iterable[Oplysning] = ()) -> Sheet:
    """The table of a CSV file. Raises `Refused` with every row that does not fit under the headings."""
    text = _decoded(data, source)
    first = 1
    if found := _SEP.match(text):
        text, first = text[found.end() :], 2
    between = found[1] if found else _separator(text, Headings(own))
    rows = _rows(text, between, source)
    while rows and not any(cell.strip() for cell in rows[0]):
        rows, first = rows[1:], first + 1
    if not rows:
        raise Refused([Diagnostic("F012", "filen er tom", "skriv overskrifter og en aktivitet", Span(source))])
    headings, *below = rows
    width = len(headings)
    if width * len(below) > MOST_CELLS:
        message = f"filen har mere end {MOST_CELLS // 1_000_000} mio. celler"
        raise Refused([Diagnostic("F039", message, "del den op i flere", Span(source))])
    _fits(below, width, first + 1, source)
    filled = (row[:width] if len(row) >= width else row + [""] * (width - len(row)) for row in below)
    columns = tuple(zip(*filled, strict=True)) if below else ((),) * width
    return Sheet(source, "", tuple(heading.strip() for heading in headings), columns, first + 1)


def _decoded(data: bytes, source: str) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                raise _unknown(source) from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise _unknown(source) from None
    if _OTHER.search(text):
        raise _unknown(source)
    return text


def _unknown(source: str) -> Refused:
    return Refused([Diagnostic("D002", "filens tegnsæt kan ikke kendes", _HELP, Span(source))])


def _separator(text: str, headings: Headings) -> str:
    """The sign that makes the most of the first line into headings."""

    def known(between: str) -> int:
        line = next((row for row in csv.reader(StringIO(text, newline=""), delimiter=between) if any(row)), [])
        return sum(headings.read(cell) is not None for cell in line)

    return max(_BETWEEN, key=known)


def _rows(text: str, between: str, source: str) -> list[list[str]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=between, strict=True)
    rows: list[list[str]] = []
    try:
        rows.extend(reader)
    except csv.Error as error:
        message = "et anførselstegn er ikke sat, som det skal"
        if "field larger" in str(error):
            message = "en celle har mere end 131.072 tegn"
        help_line = "ret cellen; et anførselstegn i en tekst skrives to gange"
        place = cell_span(source, "", len(rows) + 1, 1)
        raise Refused([Diagnostic("F040", f"{message}, i eller efter denne række", help_line, place)]) from None
    return rows


def _fits(rows: list[list[str]], width: int, first: int, source: str) -> None:
    """Rows with more cells than there are headings: their cells have slipped."""
    faults = []
    for number, row in enumerate(rows, first):
        if len(row) > width and any(cell.strip() for cell in row[width:]):
            message = f"rækken har {len(row)} celler, men der er {width} overskrifter"
            help_line = "sæt anførselstegn om den celle, som tegnet mellem cellerne står i"
            faults.append(Diagnostic("F040", message, help_line, cell_span(source, "", number, width + 1)))
    if faults:
        raise Refused(faults)
