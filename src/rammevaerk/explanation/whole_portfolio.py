"""A whole portfolio into DuckDB, judged there by `columnar`, and out again as answers."""

from __future__ import annotations

from functools import lru_cache, partial
from importlib import import_module
from itertools import chain
from shutil import rmtree
from tempfile import mkdtemp
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar
from weakref import finalize

from rammevaerk.diagnostics import Diagnostic, Refused, Span
from rammevaerk.explanation.portefoeljesvar import Portefoeljesvar, Reading, counted
from rammevaerk.explanation.rates import rates_on
from rammevaerk.facts.bidrag import contradiction
from rammevaerk.facts.rates import Rates, in_kroner
from rammevaerk.facts.tables import portfolio_tables
from rammevaerk.facts.units import Maengde
from rammevaerk.facts.values import MOST_FAULTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    import duckdb
    import pyarrow as pa

    from rammevaerk.engines.columnar import Columnar
    from rammevaerk.explanation.portefoeljesvar import Row
    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.model.resultat import Udfald

MEMORY: Final = "2GB"
"""What DuckDB may use unless told otherwise; what does not fit is on disk, in a folder that goes with the answers."""

_ROW_GROUP: Final = 122_880
"""Rows that DuckDB gives to a thread at a time."""
_REMEMBERED: Final = 8
"""Rammeværker on a day whose queries are kept."""

Given = TypeVar("Given")
"""An aktivitet as the caller has it."""
Part = dict[str, "pa.Table | pa.RecordBatch"]
"""Some rows of every table of a portfolio, by the tables' names."""


class Workshop:
    """A DuckDB of our own, with a folder for what does not fit; both are gone when nobody asks for its answers."""

    def __init__(self, memory: str = MEMORY, place: Path | None = None) -> None:
        """The folder is in `place`, or where such folders are. Raises `Refused` where DuckDB is not installed."""
        # DuckDB takes the rows as Arrow's, and the engine writes its query with sqlglot.
        duckdb = imported("duckdb", "pyarrow", "sqlglot")
        self.folder: Final = mkdtemp(prefix="rammevaerk-", dir=place)
        config = {"memory_limit": memory, "temp_directory": f"{self.folder}/spild", "preserve_insertion_order": False}
        # Nothing is fetched from the net.
        config |= {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
        # Not a file: nobody opens it again, and a log of it and columns pressed for it take a fifth of the time.
        self.connection: Final = duckdb.connect(config=config)
        finalize(self, _end, self.connection, self.folder)

    def fill(self, parts: Iterable[Part]) -> None:
        """Put the rows of each part in the tables; the first makes them."""
        for number, part in enumerate(parts):
            for name, rows in part.items():
                self.connection.register("rows_", rows)
                into = '"' + name.replace('"', '""') + '"'
                self.connection.execute(f"{f'INSERT INTO {into}' if number else f'CREATE TABLE {into} AS'} FROM rows_")
                self.connection.unregister("rows_")

    def lend(self, tables: Mapping[str, pa.Table]) -> None:
        """Let DuckDB read tables that are whole where they are; they are kept as long as the answers."""
        if all(rows.num_rows <= _ROW_GROUP for rows in tables.values()):
            self.connection.execute("SET threads = 1")  # another would only wait, and takes a tenth of the time
        for name, rows in tables.items():
            self.connection.register(name, rows)


def _end(connection: duckdb.DuckDBPyConnection, folder: str) -> None:
    connection.close()
    rmtree(folder, ignore_errors=True)


def imported(*names: str) -> Any:  # noqa: ANN401 - a module
    """The first of these packages. Raises `Refused` with the extra that has them where one is not installed."""
    try:
        found, *_ = [import_module(name) for name in names]
    except ImportError as error:
        message = f"en hel portefølje kan ikke vurderes: pakken «{error.name}» er ikke installeret"
        help_ = "installér den med «pip install 'rammevaerk[portefoelje]'»"
        raise Refused([Diagnostic("M001", message, help_)]) from None
    return found


def parts_of(
    ramme: Rammevaerk, given: Iterable[Given], read: Callable[[Given], Aktivitet]
) -> Iterator[dict[str, pa.RecordBatch]]:
    """The aktiviteter as rows of the portfolio's tables, each `read` as it comes and let go again.

    Raises `Refused` at the end, with every fault of all of them.
    """
    from rammevaerk.facts.table_rows import arrow_batches

    faults: list[Diagnostic] = []
    yield from arrow_batches(_readable(given, read, faults), portfolio_tables(ramme.egne))
    if faults:
        raise Refused(faults)


def _readable(
    given: Iterable[Given], read: Callable[[Given], Aktivitet], faults: list[Diagnostic]
) -> Iterator[Aktivitet]:
    """Each aktivitet that can be used; the faults of the others are noted."""
    for one in given:
        try:
            yield read(one)
        except Refused as refused:
            faults += refused.diagnostics
        if len(faults) >= MOST_FAULTS:
            return


def judge_parts(ramme: Rammevaerk, parts: Iterable[Part], day: date, workshop: Workshop) -> Portefoeljesvar:
    """The answers for a portfolio that comes as rows of its tables.

    Raises `Refused` with every id that is used twice, the first thousand of them, and as `judge` does.
    """
    from rammevaerk.facts.table_rows import no_rows

    workshop.fill(chain([no_rows(portfolio_tables(ramme.egne))], parts))
    return judge(ramme, day, workshop, _same_ids(workshop.connection))


def judge(ramme: Rammevaerk, day: date, workshop: Workshop, faults: Iterable[Diagnostic] = ()) -> Portefoeljesvar:
    """The answers for the portfolio whose tables the workshop has, each id once.

    Raises `Refused` with the `faults` that are known already and every recorded bidrag that the amounts contradict, the
    first thousand of them, and where SQL cannot answer a rule exactly.
    """
    from rammevaerk.engines.columnar import judge_tables

    columnar = _columnar(_Same(ramme), day)
    query = columnar.svar()
    connection = workshop.connection
    if found := [*faults, *_contradictions(connection, columnar, rates_on(ramme, day) or Rates())]:
        raise Refused(found)
    judge_tables(connection, query)
    reading = Reading(ramme, columnar.navne, day)
    ((antal, handlinger),) = connection.execute("SELECT count(*), histogram(handling) FROM svar").fetchall()
    return Portefoeljesvar(
        rammevaerk=ramme.id,
        titel=ramme.titel,
        udgave=ramme.udgave,
        dato=day,
        antal=antal,
        handlinger=MappingProxyType(dict(sorted((handlinger or {}).items()))),
        klausuler=MappingProxyType(_klausuler(connection, reading, antal)),
        rows=partial(_rows, workshop),
        reading=reading.answer,
    )


class _Same:
    """A rammeværk that is itself and no other: to compare two by what they say takes longer than to ask them."""

    def __init__(self, ramme: Rammevaerk) -> None:
        self.ramme = ramme

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.ramme is self.ramme

    def __hash__(self) -> int:
        return id(self.ramme)


@lru_cache(_REMEMBERED)
def _columnar(same: _Same, day: date) -> Columnar:
    """Its queries; to write them takes a fifth of the time that 20,000 aktiviteter do."""
    from rammevaerk.engines.columnar import Columnar

    return Columnar(same.ramme, day)


def _same_ids(connection: duckdb.DuckDBPyConnection) -> Iterator[Diagnostic]:
    twice = "SELECT id FROM aktiviteter GROUP BY id HAVING count(*) > 1 ORDER BY id LIMIT ?"
    for (id_,) in connection.execute(twice, [MOST_FAULTS]).fetchall():
        help_ = "giv hver aktivitet sit eget id, eller slet gentagelsen"
        yield Diagnostic("F011", f"id «{id_}» bruges af flere aktiviteter", help_)


_EVALUERING: Final = """
    SELECT a.id, x.plads, x.bidrag, x.investering, x.investering__enhed, x.udbytte, x.udbytte__enhed
    FROM evalueringer x JOIN aktiviteter a USING (nr) WHERE x.nr = ? AND x.plads = ?
"""


def _contradictions(connection: duckdb.DuckDBPyConnection, columnar: Columnar, rates: Rates) -> Iterator[Diagnostic]:
    """As `bind` tells of them: the amounts are those of the day's rates."""
    for place in connection.execute(f"{columnar.modsigelser} ORDER BY 1, 2 LIMIT {MOST_FAULTS}").fetchall():
        ((id_, plads, recorded, *amounts),) = connection.execute(_EVALUERING, list(place)).fetchall()
        investering, udbytte = (in_kroner(Maengde(*amounts[at : at + 2]), rates) for at in (0, 2))
        fault = contradiction(recorded, investering, udbytte)
        yield Diagnostic("F010", f"evalueringer nr. {plads}: {fault.message}", fault.help, Span(id_))


def _klausuler(connection: duckdb.DuckDBPyConnection, reading: Reading, antal: int) -> dict[str, Mapping[Udfald, int]]:
    """How often each klausul has each udfald."""
    columns = reading.columns
    query = f"SELECT {', '.join(f'histogram({name})' for name in columns.values()) or '0'} FROM svar"  # noqa: S608 - our own names
    (found,) = connection.execute(query).fetchall()
    words = dict(zip(columns, found, strict=False))
    of_rules = {id_: counted(words[id_] or {}) for id_ in columns}
    return {id_: of_rules.get(id_) or {without: antal} for id_, without in reading.klausuler.items()}


def _rows(workshop: Workshop, at_once: int) -> Iterator[list[Row]]:
    """The rows of the answers, in the order of the portfolio. Each asks anew: several may go through them at a time."""
    first, last = workshop.connection.execute("SELECT min(nr), max(nr) FROM svar").fetchall()[0]
    for start in range(first or 1, (last or 0) + 1, at_once):
        part = workshop.connection.execute(
            "SELECT * FROM svar WHERE nr BETWEEN ? AND ? ORDER BY nr", [start, start + at_once - 1]
        )
        yield part.fetchall()
