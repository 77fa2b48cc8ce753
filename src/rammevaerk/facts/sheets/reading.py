"""A file or frame of tables → its aktiviteter: the one way in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rammevaerk.diagnostics import Refused
from rammevaerk.documents.text import read_bytes
from rammevaerk.facts.binding import bind
from rammevaerk.facts.places import span_of
from rammevaerk.facts.sheets import TABLES
from rammevaerk.facts.sheets.csv_file import read_csv
from rammevaerk.facts.sheets.extras import extra
from rammevaerk.facts.sheets.frames import is_frame, read_frame, read_parquet
from rammevaerk.facts.sheets.joining import Joined, joined
from rammevaerk.facts.sheets.objects import aktiviteter_of, trees_of
from rammevaerk.facts.sheets.packed import PACKED_LIMIT
from rammevaerk.facts.table_rows import arrow_batches, arrow_schema
from rammevaerk.facts.tables import portfolio_tables
from rammevaerk.facts.values import MOST_FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pyarrow as pa

    from rammevaerk.diagnostics import Diagnostic
    from rammevaerk.documents import Node
    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.facts.binding import Register
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.facts.sheets.shape import Sheet
    from rammevaerk.facts.tables import Tabel


def is_table(given: object) -> bool:
    """Whether it is a frame in memory, or a file that is a table by its name."""
    return is_frame(given) or (isinstance(given, str | Path) and Path(given).suffix.casefold() in TABLES)


def read_sheets(given: Any, own: Iterable[Oplysning] = ()) -> tuple[Sheet, ...]:  # noqa: ANN401 - a path or a frame
    """The sheets of a file or frame, before anything is known of their columns."""
    if not isinstance(given, str | Path):
        return read_frame(given)
    path = Path(given)
    match path.suffix.casefold():
        case ".parquet":
            read_bytes(path, 0) if not path.is_file() else None
            return read_parquet(path)
        case ".csv":
            return (read_csv(read_bytes(path, PACKED_LIMIT), str(path), own),)
    data = read_bytes(path, PACKED_LIMIT)
    with extra("python_calamine", "excel", str(path)):
        from rammevaerk.facts.sheets.workbook import read_workbook

        return read_workbook(data, str(path))


def read_joined(given: Any, own: Iterable[Oplysning] = ()) -> Joined:  # noqa: ANN401 - a path or a frame
    """The sheets put together and read, with all their faults."""
    known = tuple(own)
    return joined(read_sheets(given, known), known)


def read_table(given: Any, own: Iterable[Oplysning] = ()) -> tuple[Aktivitet, ...]:  # noqa: ANN401 - the same
    """The aktiviteter of a table. `own` are facts that a rammeværk has declared, known by their bare names.

    Raises `Refused` with every fault of every sheet.
    """
    return aktiviteter_of(read_joined(given, own))


def table_trees(given: Any, own: Iterable[Oplysning] = ()) -> Iterator[Node]:  # noqa: ANN401 - the same
    """Each aktivitet of a table as a tree with its cells."""
    return trees_of(read_joined(given, own))


def read_arrow(
    given: Any,  # noqa: ANN401 - a path or a frame
    own: Mapping[str, Oplysning],
    registers: Mapping[str, Register],
) -> dict[str, pa.Table]:
    """The tables of a portfolio, as `facts/tables.py` lays them out for a rammeværk with these facts and registers.

    Raises `Refused` with every fault at its cell, those that only the rammeværk can find among them.
    """
    from rammevaerk.facts.sheets.arrow import arrow_tables

    tabeller = portfolio_tables(own)
    found = read_joined(given, own.values())
    tables = arrow_tables(found, tabeller, registers)
    return _slowly(found, tabeller, own, registers) if tables is None else tables


def _slowly(
    found: Joined, tabeller: tuple[Tabel, ...], own: Mapping[str, Oplysning], registers: Mapping[str, Register]
) -> dict[str, pa.Table]:
    import pyarrow as pa

    aktiviteter = aktiviteter_of(found)
    faults: list[Diagnostic] = []
    bound: list[Aktivitet] = []
    for one, tree in zip(aktiviteter, trees_of(found), strict=True):
        try:
            bound.append(bind(one, registers=registers, own=own))
        except Refused as refused:
            faults += (replace(fault, span=span_of(tree, fault)) for fault in refused.diagnostics)
    if faults:
        raise Refused(faults[:MOST_FAULTS])
    batches = list(arrow_batches(bound, tabeller))
    schemas = {tabel.navn: arrow_schema(tabel) for tabel in tabeller}
    return {name: pa.Table.from_batches([one[name] for one in batches], schema) for name, schema in schemas.items()}
