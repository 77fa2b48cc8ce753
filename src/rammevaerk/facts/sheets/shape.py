"""A table as it was read, before anyone knows what its columns mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.diagnostics import Diagnostic, Span
from rammevaerk.facts.numbers import write_count

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_CELLS: Final = 8_000_000
"""Of one sheet, rows times columns. More than that is not kept by hand."""
MOST_ROWS: Final = 1_048_576
"""Of a sheet in Excel, with its headings."""
_LETTERS: Final = 26


@dataclass(frozen=True, slots=True)
class Sheet:
    """Headings and columns of raw cells; an empty cell is None or an empty text. All columns are of one length."""

    source: str
    name: str
    """Empty where the file has only one table without a name."""
    headings: tuple[str, ...]
    columns: tuple[Sequence[Any], ...]
    first: int = 2
    """The row number of the first cell of each column."""
    left: int = 1
    """The number of the first column."""
    lettered: bool = True
    """Whether its cells are known as F12; in a frame they are not."""
    faults: tuple[Diagnostic, ...] = ()
    """What is wrong with it before its cells are read: some that have no value, or the sheet as a whole."""
    counts_days: bool = False
    """Whether its dates are counted as Excel does, who is a day off before March 1900."""

    @property
    def height(self) -> int:
        """How many rows there are below the headings."""
        return len(self.columns[0]) if self.columns else 0

    def span(self, row: int, column: int) -> Span:
        """The place of a cell; row -1 is the heading."""
        number, across = self.first + row, self.left + column
        if self.lettered:
            return cell_span(self.source, self.name, number if row >= 0 else self.first - 1, across)
        heading = f"kolonnen «{self.headings[column]}»"
        return Span(self.source, max(row + 1, 1), across, heading if row < 0 else f"række {row + 1}, {heading}")

    def fault(self, code: str, message: str, help_line: str, row: int, column: int) -> Diagnostic:
        """A diagnostic at a cell."""
        return Diagnostic(code, message, help_line, self.span(row, column))


def cell_span(source: str, sheet: str, row: int, column: int) -> Span:
    """The place of a cell by its numbers, both from 1."""
    name = f"{letters(column)}{row}"
    return Span(source, row, column, f"{sheet}!{name}" if sheet else name)


def too_tall(code: str, sheet: str, rows: int, help_line: str) -> Diagnostic | None:
    """A fault where so many rows below the headings are more than a sheet has room for: they would be lost unsaid."""
    if rows < MOST_ROWS:
        return None
    room = write_count(MOST_ROWS - 1)
    return Diagnostic(code, f"arket «{sheet}» får {write_count(rows)} rækker, og der er plads til {room}", help_line)


def letters(column: int) -> str:
    """The name of a column.

    >>> letters(1), letters(26), letters(27)
    ('A', 'Z', 'AA')
    """
    found = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        found = chr(ord("A") + rest) + found
    return found
