"""A sheet read column by column into Arrow: in two thirds of the time, where each of its columns is of one kind.

Anything that is not plainly so is left to the reading cell by cell, which knows each cell's own kind.
"""

from __future__ import annotations

import logging
import re
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.facts.sheets.coded import Cells, Coded
from rammevaerk.facts.sheets.extras import installed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from io import BytesIO

    import fastexcel
    import pyarrow as pa

LEAST: Final = 200_000
"""Bytes of a sheet; to load Arrow for fewer takes longer than it saves."""
_PACKAGES: Final = ("fastexcel", "pyarrow")
_TEXT: Final = re.compile(rb' t="(?:s|str|inlineStr)"')
_NOT_ITS_OWN: Final = re.compile(r"__UNNAMED__|_[0-9]+\Z")
"""The name of a column without a heading, or with that of another."""
_DAY: Final = 86_400_000
"""Milliseconds."""
_FIRST: Final = date(1970, 1, 1).toordinal()


class ByColumns:
    """The sheets of a workbook, which is read when the first of them is asked for."""

    def __init__(self, workbook: BytesIO) -> None:
        self._workbook = workbook

    @cached_property
    def _reader(self) -> fastexcel.ExcelReader:
        import fastexcel

        # A column that is all empty is no cause for a warning.
        logging.getLogger("fastexcel").addHandler(logging.NullHandler())
        return fastexcel.read_excel(self._workbook.getvalue())

    def read(self, name: str, part: bytes) -> Mapping[str, Sequence[Any]] | None:
        """The columns by their headings, of a sheet whose bytes are `part`; None where it is to be read by cells."""
        if len(part) < LEAST or not _headed(part) or b"mergeCell" in part or not installed(*_PACKAGES):
            return None
        import fastexcel

        try:
            found = self._reader.load_sheet_eager(name, schema_sample_rows=None, dtype_coercion="strict")
        except fastexcel.FastExcelError:  # a column of several kinds, or what the other reading tells the fault of
            return None
        names = found.schema.names
        if any(not one.strip() or _NOT_ITS_OWN.search(one) for one in names):
            return None
        columns = {one: cells for one, cells in zip(names, map(_cells, found.columns), strict=True) if cells}
        return columns if len(columns) == len(names) else None


def _headed(part: bytes) -> bool:
    """Whether there are headings in the first row from A1, all of them texts."""
    begin = part.find(b"<sheetData>")
    first = part[begin : part.find(b"</row>", begin)]
    return b'<c r="A1"' in first and len(_TEXT.findall(first)) == first.count(b"<c ")


def _cells(found: pa.Array) -> Sequence[Any] | None:
    """The cells as they would be one by one; None where they would be others."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_string(found.type):
        return Cells(found)
    if pa.types.is_timestamp(found.type):
        at = found.cast(pa.int64())
        days = pc.divide(at, _DAY)
        if pc.all(pc.equal(pc.multiply(days, _DAY), at)).as_py() is False:
            return None
        found = days.dictionary_encode("encode")
        # Arrow's own list of dates takes seven times as long.
        different = found.dictionary.to_pylist()
        return Coded([None if day is None else date.fromordinal(_FIRST + day) for day in different], found.indices)
    # Among dates written as texts the library has those that are none, as empty cells.
    return found.to_pylist() if found.type in (pa.float64(), pa.bool_()) else None
