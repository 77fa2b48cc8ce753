"""A file or frame of tables → its aktiviteter: the one way in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from rammevaerk.documents.text import read_bytes
from rammevaerk.facts.sheets import TABLES
from rammevaerk.facts.sheets.csv_file import read_csv
from rammevaerk.facts.sheets.extras import extra
from rammevaerk.facts.sheets.frames import is_frame, read_frame, read_parquet
from rammevaerk.facts.sheets.joining import Joined, joined
from rammevaerk.facts.sheets.objects import aktiviteter_of, trees_of
from rammevaerk.facts.sheets.packed import PACKED_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rammevaerk.documents import Node
    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.facts.sheets.shape import Sheet


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


def table_trees(path: Path, own: Iterable[Oplysning] = ()) -> Iterator[Node]:
    """Each aktivitet of a table as a tree with its cells."""
    return trees_of(read_joined(path, own))
