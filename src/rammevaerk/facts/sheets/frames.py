"""Frames in memory and Parquet files → sheets. Lists of records become sheets of their own, as in a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rammevaerk.diagnostics import Diagnostic, Refused, Span
from rammevaerk.facts.sheets.cells import NONE_WORD
from rammevaerk.facts.sheets.extras import extra
from rammevaerk.facts.sheets.headings import AKTIVITETER, RECORDS
from rammevaerk.facts.sheets.shape import MOST_CELLS, Sheet
from rammevaerk.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import pyarrow as pa

    Column = tuple[str, Sequence[Any]]

_ID: Final = "id"
_SPLIT: Final = "del den op i flere"
UNPACKED_LIMIT: Final = 2_000_000_000


def is_frame(value: object) -> bool:
    """Whether it is a table in memory: of Arrow, pandas, polars or whoever hands its columns over as Arrow."""
    return hasattr(value, "__arrow_c_stream__")


def read_frame(frame: Any, source: str = "tabel") -> tuple[Sheet, ...]:  # noqa: ANN401 - of any library
    """The sheets of a frame. Raises `Refused` when its columns are of no one kind."""
    with extra("pyarrow", "portefoelje", source):
        import pyarrow as pa
    try:
        table = frame if isinstance(frame, pa.Table) else pa.table(frame)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError, TypeError):
        help_line = "gør hver kolonne til én slags: tekst, tal, dato eller ja og nej"
        raise Refused([Diagnostic("F038", "en kolonne blander flere slags værdier", help_line, Span(source))]) from None
    return _sheets(table, source)


def read_parquet(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a Parquet file."""
    source = str(path)
    with extra("pyarrow", "portefoelje", source):
        import pyarrow as pa
        import pyarrow.parquet as pq
    try:
        with pq.ParquetFile(path) as file:
            about = file.metadata
            unpacked = sum(about.row_group(at).total_byte_size for at in range(about.num_row_groups))
            if about.num_rows * about.num_columns > MOST_CELLS or unpacked > UNPACKED_LIMIT:
                message = f"filen har mere end {MOST_CELLS // 1_000_000} mio. celler eller fylder for meget"
                raise Refused([Diagnostic("F039", message, _SPLIT, Span(source))])
            table = file.read()
    except (pa.ArrowException, OSError, UnicodeDecodeError):
        help_line = "lav filen igen i det program, den kommer fra"
        raise Refused([Diagnostic("F038", "filen er ikke en hel Parquet-fil", help_line, Span(source))]) from None
    return _sheets(table, source)


def _sheets(table: pa.Table, source: str) -> tuple[Sheet, ...]:
    import pyarrow as pa
    import pyarrow.compute as pc

    columns: list[Column] = []
    lists: list[Sheet] = []
    ids = next((at for at, name in enumerate(table.column_names) if fold(name) == _ID), None)
    for name, column in zip(table.column_names, table.columns, strict=True):
        whole = column.combine_chunks()
        whole = whole if isinstance(whole, pa.Array) else pa.concat_arrays(whole.chunks)
        is_list = pa.types.is_list(whole.type) or pa.types.is_large_list(whole.type)
        if is_list and pa.types.is_struct(whole.type.value_type) and fold(name) in RECORDS and ids is not None:
            lengths = pc.list_value_length(whole).to_pylist()
            columns.append((name, [NONE_WORD if length == 0 else None for length in lengths]))
            lists.append(_records(name, whole, table.column(ids), source))
        else:
            columns += _flat(name, whole)
    return (_sheet(AKTIVITETER if lists else "", columns, source), *lists)


def _records(name: str, column: pa.Array, ids: pa.ChunkedArray, source: str) -> Sheet:
    """The records of a list column as a sheet, each with the id of the row it stood in."""
    import pyarrow.compute as pc

    owners = ids.take(pc.list_parent_indices(column)).to_pylist()
    rows = pc.list_flatten(column)
    fields = [("aktivitet", owners)]
    for at, one in enumerate(rows.type):
        fields += _flat(one.name, pc.struct_field(rows, at))
    return _sheet(name, fields, source)


def _flat(name: str, column: pa.Array) -> Iterator[Column]:
    """A column as it is; one of structs, as a signed skøn is, with its parts beside it."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not pa.types.is_struct(column.type):
        yield name, _values(column)
        return
    for at, one in enumerate(column.type):
        part = "" if fold(one.name) == "svar" else f", {one.name}"
        yield f"{name}{part}", _values(pc.struct_field(column, at))


def _values(column: pa.Array) -> list[Any]:
    import pyarrow as pa

    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_timestamp(column.type) and column.type.unit == "ns":
        column = column.cast(pa.timestamp("us", column.type.tz), safe=False)
    values: list[Any] = column.to_pylist()
    if pa.types.is_floating(column.type):
        return [None if value is not None and value != value else value for value in values]  # noqa: PLR0124 - nan
    return values


def _sheet(name: str, columns: Sequence[Column], source: str) -> Sheet:
    return Sheet(
        source,
        name,
        tuple(heading for heading, _ in columns),
        tuple(values for _, values in columns),
        first=1,
        lettered=False,
    )
