"""Long columns of texts that Arrow holds, without an object for each cell until somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, overload

from rammevaerk.facts.sheets.cells import blank
from rammevaerk.facts.sheets.extras import installed

if TYPE_CHECKING:
    import pyarrow as pa

LEAST: Final = 1_000
"""Cells; to load Arrow for fewer takes longer than it saves."""


class _Held(Sequence[Any]):
    """What Arrow holds, as a list once somebody asks for it."""

    @cached_property
    def _rows(self) -> list[Any]:
        raise NotImplementedError

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows)

    @overload
    def __getitem__(self, row: int) -> Any: ...  # noqa: ANN401 - whatever a fact holds
    @overload
    def __getitem__(self, row: slice) -> list[Any]: ...
    def __getitem__(self, row: int | slice) -> Any:
        return self._rows[row]


class Cells(_Held):
    """Cells that are texts or empty."""

    def __init__(self, texts: pa.Array) -> None:
        self.texts = texts

    @cached_property
    def _rows(self) -> list[Any]:
        found: list[Any] = self.texts.fill_null("").to_pylist()
        return found

    def __len__(self) -> int:
        return len(self.texts)


class Coded(_Held):
    """The values of a column: the different ones, and which of them each row has."""

    def __init__(self, different: list[Any], codes: pa.Array) -> None:
        self.different, self.codes = different, codes

    @cached_property
    def _rows(self) -> list[Any]:
        return [self.different[code] for code in self.codes.to_pylist()]

    def __len__(self) -> int:
        return len(self.codes)

    def __contains__(self, value: object) -> bool:
        return value in self.different


def says(cells: Sequence[Any]) -> list[bool]:
    """Which cells say something."""
    if not isinstance(cells, Coded):
        return [not blank(cell) for cell in cells]
    said = [not blank(value) for value in cells.different]
    return [said[code] for code in cells.codes.to_pylist()]


def different_texts(cells: Sequence[Any]) -> tuple[list[str], pa.Array] | None:
    """The different texts of a column, and the number of that of each row; None where they are few or no texts."""
    if len(cells) < LEAST or not installed("pyarrow"):
        return None
    import pyarrow as pa

    try:
        texts = cells.texts if isinstance(cells, Cells) else pa.array(cells, pa.string())
        found = texts.dictionary_encode("encode")
    except (pa.ArrowException, UnicodeEncodeError):
        return None
    return found.dictionary.to_pylist(), found.indices
