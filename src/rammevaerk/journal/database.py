"""The database that a journal is kept in, and what is asked of it: SQLite in a file, PostgreSQL by its address.

Whatever goes wrong with it is told in Danish as `Refused`, and nothing is kept by halves.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import create_engine, event, inspect, select, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.journal.chain import GENESIS
from rammevaerk.journal.faults import BUSY, of_database
from rammevaerk.journal.tables import FORM, HOVED, METADATA, PERSONDATA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

_PATIENCE: Final = 30
"""Seconds to wait for another that is appending."""
_TRIES: Final = 200
_PAUSE: Final = 0.02
_LOCK: Final = 7_264_021
"""A number of our own, for the lock under which PostgreSQL's tables are made."""
_BEGIN: Final = "journal_begin"
"""How a transaction begins in SQLite; empty where there is to be none."""


class Database:
    """A journal's database, opened; the tables are made where `create` is said and there are none."""

    def __init__(self, place: str | Path, *, create: bool) -> None:
        self.url = _url(place)
        self.engine = _engine(self.url)
        try:
            with self._told():
                self._prepare(create=create)
        except BaseException:
            self.close()
            raise

    @property
    def name(self) -> str:
        """The file or the address, without a password."""
        return self.url.database or "" if self._sqlite else self.url.render_as_string(hide_password=True)

    @property
    def _sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that appends, alone; what is done in it is kept whole or not at all."""
        with self._told(), self.engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"}).begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that reads, all of it as of one moment."""
        level = {} if self._sqlite else {"isolation_level": "REPEATABLE READ"}
        with self._told(), self.engine.execution_options(**level).begin() as connection:
            yield connection

    def forget(self) -> None:
        """Let go of what has been deleted, as far as the database can: its own log and dead rows."""
        said = "PRAGMA wal_checkpoint(TRUNCATE)" if self._sqlite else f"VACUUM {PERSONDATA.name}"
        with self._told(), self._alone() as connection:
            connection.execute(text(said))

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()

    def _alone(self) -> Connection:
        """A connection whose statements stand outside any transaction."""
        options = {_BEGIN: ""} if self._sqlite else {"isolation_level": "AUTOCOMMIT"}
        return self.engine.execution_options(**options).connect()

    def _prepare(self, *, create: bool) -> None:
        if self._sqlite:
            self._prepare_file(create=create)
        with self.engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE" if create else "BEGIN"}).begin() as connection:
            if create and not self._sqlite:
                connection.execute(select(text(f"pg_advisory_xact_lock({_LOCK})")))
            if not inspect(connection).has_table(HOVED.name):
                if not create:
                    raise _no_journal(self.name)
                METADATA.create_all(connection)
                connection.execute(HOVED.insert().values(id=1, form=FORM, nummer=0, hash=GENESIS))
            form = connection.execute(select(HOVED.c.form)).scalar()
        if form not in (FORM, None):
            message = f"journalen «{self.name}» er skrevet af en anden version (form {form})"
            raise Refused([Diagnostic("J001", message, "brug den nyeste version af programmet")])

    def _prepare_file(self, *, create: bool) -> None:
        path = Path(self.url.database or "")
        if not create and not path.is_file():
            raise _no_journal(self.name)
        if not path.parent.is_dir():
            message = f"mappen «{path.parent}» findes ikke"
            raise Refused([Diagnostic("J001", message, "opret mappen, eller ret stien")])
        if create:
            self._write_ahead()

    def _write_ahead(self) -> None:
        """Keep a log beside the file, so that readers never wait; where somebody reads it meanwhile, do without.

        SQLite may answer at once that the file is locked, and may wait: we wait ourselves, a little at a time.
        """
        for _ in range(_TRIES):
            try:
                with self._alone() as connection:
                    connection.execute(text(f"PRAGMA busy_timeout = {int(_PAUSE * 1_000)}"))
                    if connection.execute(text("PRAGMA journal_mode = WAL")).scalar() == "wal":
                        break
            except OperationalError as error:
                if "locked" not in str(error.orig):
                    raise
            sleep(_PAUSE)
        self.engine.dispose()  # and with it the short patience

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise Refused([of_database(error.orig, self.name)]) from error
        except NoConnection as error:
            raise Refused([BUSY.diagnostic(self.name)]) from error


def _url(place: str | Path) -> URL:
    said = str(place)
    if "://" not in said:
        return URL.create("sqlite", database=said)
    try:
        url = make_url(said)
    except (ArgumentError, ValueError):
        raise Refused([_unusable("adressen til journalen kan ikke læses")]) from None
    if url.get_backend_name() not in ("postgresql", "sqlite"):
        raise Refused([_unusable(f"en journal kan ikke ligge i «{url.get_backend_name()}»")])
    return url.set(drivername="postgresql+psycopg") if url.get_backend_name() == "postgresql" else url


def _unusable(message: str) -> Diagnostic:
    return Diagnostic("J001", message, "skriv en fil, fx «journal.db», eller «postgresql://vært/base»")


def _no_journal(name: str) -> Refused:
    return Refused([Diagnostic("J001", f"der er ingen journal i «{name}»", "ret stien eller adressen")])


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": _PATIENCE})
        event.listen(engine, "connect", _as_sqlite)
        event.listen(engine, "begin", _begin)
        return engine
    try:
        engine = create_engine(
            url, isolation_level="READ COMMITTED", pool_pre_ping=True, connect_args={"connect_timeout": 10}
        )
    except ModuleNotFoundError:
        message = "PostgreSQL kræver en pakke mere"
        raise Refused([Diagnostic("J001", message, "installér den med «pip install 'rammevaerk[postgres]'»")]) from None
    event.listen(engine, "connect", _as_postgres)
    return engine


def _as_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own
    """Our own BEGIN, for sqlite3's comes too late; nothing is said to be kept before it is on the disk."""
    connection.isolation_level = None
    for said in ("synchronous=FULL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {said}")


def _begin(connection: Connection) -> None:
    if said := connection.get_execution_options().get(_BEGIN, "BEGIN"):
        connection.exec_driver_sql(said)


def _as_postgres(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own
    """Whatever the server has been told: an entry is kept when it is said to be, and nobody waits for ever."""
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = on")
        cursor.execute(f"SET lock_timeout = '{_PATIENCE}s'")
    connection.commit()
