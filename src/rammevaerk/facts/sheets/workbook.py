"""An Excel workbook → its sheets. Hidden ones with facts, merged cells and cells without a value are refused."""

from __future__ import annotations

import posixpath
from functools import cache
from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree as ET
from xml.parsers import expat

from rammevaerk.diagnostics import Diagnostic, Refused, Span
from rammevaerk.facts.sheets.by_columns import ByColumns
from rammevaerk.facts.sheets.cells import blank, shown
from rammevaerk.facts.sheets.headings import AKTIVITETER, RECORDS
from rammevaerk.facts.sheets.packed import SAVE, Part, packed, unpacked
from rammevaerk.facts.sheets.scanning import MOST_TEXT, Scan, scan, text_in_cells
from rammevaerk.facts.sheets.shape import MOST_CELLS, Sheet, cell_span, letters
from rammevaerk.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from python_calamine import CalamineSheet

_TEXTS: Final = "xl/sharedstrings.xml"
_SHEETS: Final = "xl/worksheets/"
_SPLIT: Final = "del den op i flere, eller gem den som .parquet eller .jsonl"


def read_workbook(data: bytes, source: str) -> tuple[Sheet, ...]:
    """The sheets of a workbook; one that is hidden, and holds facts by its name, is only a fault.

    Raises `Refused` when it is none, is broken or too large.
    """
    parts = unpacked(data, source)
    try:
        found = _read(parts, source)
    except Refused:
        raise
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError) or not _of_the_file(error):
            raise
        raise Refused([Diagnostic("F038", "regnearket er i stykker", SAVE, Span(source))]) from None
    return found


def _of_the_file(error: BaseException) -> bool:
    """Whether the library or a parser could not read the file; its own panics are no ordinary exceptions."""
    from python_calamine import CalamineError

    known = CalamineError | expat.ExpatError | ET.ParseError | KeyError | UnicodeDecodeError | ValueError
    return isinstance(error, known) or type(error).__name__ == "PanicException"


def _read(packed_parts: dict[str, Part], source: str) -> tuple[Sheet, ...]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook

    parts = {name: part.data for name, part in packed_parts.items()}
    paths = _paths(parts)
    texts = next((part for name, part in parts.items() if name.casefold() == _TEXTS), b"")
    scans = {name: _scanned(part, texts, source) for name, part in parts.items() if name.startswith(_SHEETS)}
    whole = packed(packed_parts, source)
    # The library reads every text of a workbook to tell of its sheets, so it is asked of one without any.
    bare = {name: part for name, part in packed_parts.items() if name not in scans and name.casefold() != _TEXTS}
    by_cells, by_columns = cache(lambda: load_workbook(whole)), ByColumns(whole)
    found = []
    for metadata in load_workbook(packed(bare, source)).sheets_metadata:
        name = metadata.name
        if metadata.typ != SheetTypeEnum.WorkSheet:
            continue
        if metadata.visible == SheetVisibleEnum.Visible:
            path = paths[name]
            columns = by_columns.read(name, parts[path]) if scans[path].plain else None
            if columns is not None:
                headings = tuple(map(_heading, columns))
                found.append(Sheet(source, name, headings, tuple(columns.values()), counts_days=True))
            else:
                found.append(_sheet(by_cells().get_sheet_by_name(name), source, scans[path]))
        elif fold(name) in {AKTIVITETER, *RECORDS}:
            place = cell_span(source, name, 1, 1)
            hidden = Diagnostic("F032", f"arket «{name}» er skjult", "vis arket, eller slet det", place)
            found.append(Sheet(source, name, (), (), faults=(hidden,)))
    return tuple(found)


def _paths(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The part that each sheet is, by its name. Raises `KeyError` where that can be understood in two ways."""
    ways = list(ET.fromstring(parts["xl/_rels/workbook.xml.rels"]))  # noqa: S314 - without DOCTYPE
    targets = {
        one.get("Id"): posixpath.normpath(posixpath.join("xl", one.get("Target", "")).removeprefix("/")) for one in ways
    }
    texts = [targets[one.get("Id")] for one in ways if one.get("Type", "").endswith("/sharedStrings")]
    if len(targets) < len(ways) or any(text.casefold() != _TEXTS for text in texts):
        raise KeyError
    root = ET.fromstring(parts["xl/workbook.xml"])  # noqa: S314 - the same
    found = {}
    for one in root.iter():
        if one.tag.rpartition("}")[2] == "sheet":
            id_ = next((value for key, value in one.attrib.items() if key.endswith("}id")), "")
            found[one.get("name", "")] = targets[id_]
    return found


def _scanned(part: bytes, shared: bytes, source: str) -> Scan:
    """A part looked through; refused when the library would fill memory with it."""
    found = scan(part)
    if found.too_large or text_in_cells(part, shared) > MOST_TEXT:
        what = f"mere end {MOST_CELLS // 1_000_000} mio. celler" if found.too_large else "for megen tekst"
        raise Refused([Diagnostic("F039", f"et ark i filen har {what}", _SPLIT, Span(source))])
    return found


def _sheet(sheet: CalamineSheet, source: str, scanned: Scan) -> Sheet:
    """A sheet; the first row that says something is its headings."""
    faults = (*_valueless(sheet, source, scanned), *_merged(sheet, source))
    if sheet.start is None:
        return Sheet(source, sheet.name, (), (), faults=faults)
    top, left = sheet.start
    head, *rows = sheet.to_python()
    columns: Sequence[Sequence[Any]] = tuple(zip(*rows, strict=True)) if rows else ((),) * len(head)
    headings = tuple(map(_heading, head))
    return Sheet(source, sheet.name, headings, tuple(columns), top + 2, left + 1, faults=faults, counts_days=True)


def _heading(value: object) -> str:
    return " ".join(shown(value).split()) if not blank(value) else ""


def _valueless(sheet: CalamineSheet, source: str, scanned: Scan) -> Iterator[Diagnostic]:
    """Cells that the library reads as empty, and are not."""
    for row, column, error in scanned.errors:
        place = cell_span(source, sheet.name, row, column)
        yield Diagnostic("F033", f"cellen er en fejl: {error}", "ret formlen, eller slet cellen", place)
    for row, column in scanned.valueless:
        help_line = "åbn filen i Excel, og gem den, så formlen bliver regnet ud"
        yield Diagnostic("F034", "formlen er ikke regnet ud", help_line, cell_span(source, sheet.name, row, column))


def _merged(sheet: CalamineSheet, source: str) -> Iterator[Diagnostic]:
    """Merged cells within the table: only the first of them has a value, and nobody knows what the others say."""
    first, last = sheet.start or (0, 0), sheet.end or (0, 0)
    for begin, end in sheet.merged_cell_ranges or ():
        inside = all(begin[i] <= last[i] and end[i] >= first[i] for i in (0, 1))
        if inside and begin != end:
            message = f"cellerne er flettet sammen til og med {letters(end[1] + 1)}{end[0] + 1}"
            help_line = "ophæv fletningen, og skriv i hver celle"
            place = cell_span(source, sheet.name, begin[0] + 1, begin[1] + 1)
            yield Diagnostic("F035", message, help_line, place)
