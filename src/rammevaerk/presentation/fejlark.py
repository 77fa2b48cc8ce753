"""A copy of a workbook with its faults in it: a note and a colour at each cell, and all of them on a sheet in front."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from rammevaerk.facts.sheets.extras import extra
from rammevaerk.facts.sheets.packed import packed, unpacked
from rammevaerk.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl import Workbook
    from openpyxl.cell import Cell

    from rammevaerk.diagnostics import Diagnostic

FEJL: Final = "fejl"
_RED: Final = "FFF2B8B5"
_AUTHOR: Final = "rammevaerk"
_HEADINGS: Final = (("celle", 22), ("fejl", 56), ("hjælp", 56), ("kode", 8))


def write_fejlark(data: bytes, source: str, faults: Iterable[Diagnostic]) -> bytes:
    """The workbook's bytes with those of the faults that are in it.

    Raises `Refused` when it cannot be opened at all, or openpyxl is not installed.
    """
    with extra("openpyxl", "excel", source):
        from openpyxl import load_workbook
    whole = packed(unpacked(data, source, everything=True), source)
    workbook: Workbook = load_workbook(whole)
    own = [fault for fault in faults if fault.span and fault.span.source == source]
    for fault in own:
        cell = _cell(workbook, fault)
        if cell is not None:
            _mark(cell, fault)
    _list(workbook, own)
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def _cell(workbook: Workbook, fault: Diagnostic) -> Cell | None:
    """The cell of a fault; of merged cells only the first can be written in."""
    name, _, cell = fault.span.cell.rpartition("!") if fault.span else ("", "", "")
    if name not in workbook.sheetnames or not cell:
        return None
    found = workbook[name][cell]
    return found if hasattr(found, "comment") and not type(found).__name__.startswith("Merged") else None


def _mark(cell: Cell, fault: Diagnostic) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    before = f"{cell.comment.text}\n\n" if cell.comment else ""
    cell.comment = Comment(f"{before}{_told(fault)}", _AUTHOR, height=140, width=360)
    cell.fill = PatternFill("solid", fgColor=_RED)


def _told(fault: Diagnostic) -> str:
    return f"{fault.code} {fault.message}" + (f"\nHjælp: {fault.help}" if fault.help else "")


def _list(workbook: Workbook, faults: list[Diagnostic]) -> None:
    """All faults on a sheet in front, each with a way to its cell; one from an earlier copy is taken away."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.properties import PageSetupProperties

    for name in [name for name in workbook.sheetnames if fold(name) == FEJL]:
        del workbook[name]
    sheet = workbook.create_sheet(FEJL, 0)
    for column, (heading, width) in enumerate(_HEADINGS, 1):
        sheet.cell(1, column, heading).font = Font(bold=True)
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = width
    for row, fault in enumerate(faults, 2):
        place = fault.span.cell if fault.span else ""
        for column, text in enumerate((place, fault.message, fault.help, fault.code), 1):
            cell = sheet.cell(row, column)
            cell.value, cell.data_type = text, "s"  # a text, whatever it begins with
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        if "!" in place:
            name, _, at = place.rpartition("!")
            quoted = name.replace("'", "''")
            sheet.cell(row, 1).hyperlink = f"#'{quoted}'!{at}"
            sheet.cell(row, 1).font = Font(underline="single", color="FF0B4A5B")
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    workbook.active = 0
