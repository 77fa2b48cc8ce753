"""A long column of texts by its different values, which Arrow finds without an object for each cell."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final, overload

if TYPE_CHECKING:
    import pyarrow as pa

LEAST: Final = 1_000
"""Cells; to load Arrow for fewer takes longer than it saves."""


class Coded(Sequence[Any]):
    """The values of a column: the different ones, and which of them each row has."""

    def __init__(self, different: list[Any], codes: pa.Array) -> None:
        self.different, self.codes = different, codes

    @cached_property
    def _rows(self) -> list[Any]:
        return [self.different[code] for code in self.codes.to_pylist()]

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, row: int) -> Any: ...  # noqa: ANN401 - whatever a fact holds
    @overload
    def __getitem__(self, row: slice) -> list[Any]: ...
    def __getitem__(self, row: int | slice) -> Any:
        return self._rows[row]


def different_texts(cells: Sequence[Any]) -> tuple[list[str], pa.Array] | None:
    """The different texts of a column, and the number of that of each row; None where they are few or no texts."""
    if len(cells) < LEAST or not _installed():
        return None
    import pyarrow as pa

    try:
        found = pa.array(cells, pa.string()).dictionary_encode()
    except (pa.ArrowException, UnicodeEncodeError):
        return None
    return found.dictionary.to_pylist(), found.indices


@cache
def _installed() -> bool:
    return find_spec("pyarrow") is not None
