"""Entries read in their order, some at a time, so that memory is the same however long the journal is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.journal.chain import Raekke
from rammevaerk.journal.post import Hoved
from rammevaerk.journal.rows import AT_A_TIME, post_of, share, values_of
from rammevaerk.journal.tables import HOVED, POSTER, UDGAVER
from rammevaerk.journal.udgaver import Gemt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from rammevaerk.journal.database import Database
    from rammevaerk.journal.post import Art, Post


def entries(database: Database, aktivitet: str | None, art: Art | None, after: int = 0) -> Iterator[Post]:
    """The entries of an aktivitet, of a kind, or all, after a number.

    They are read a share at a time, so that what is appended meanwhile is met.
    """
    where = [column == said for column, said in ((POSTER.c.aktivitet, aktivitet), (POSTER.c.art, art)) if said]
    while True:
        with database.read() as connection:
            found = _posts(connection, share(connection, after, *where))
        yield from found
        if len(found) < AT_A_TIME:
            return
        after = found[-1].nummer


def _posts(connection: Connection, rows: list[Raekke]) -> list[Post]:
    values = values_of(connection, rows)
    return [post_of(row, values) for row in rows]


def entry(connection: Connection, nummer: int) -> Post:
    """One entry by its number."""
    row = connection.execute(select(POSTER).where(POSTER.c.nummer == nummer)).one_or_none()
    if row is None:
        help_ = "se numrene med «rammevaerk journal udskriv»"
        raise Refused([Diagnostic("J007", f"der er ingen post {nummer} i journalen", help_)])
    (found,) = _posts(connection, [Raekke(*row)])
    return found


def latest(connection: Connection, aktivitet: str, art: Art, before: int) -> Post | None:
    """The last entry of a kind about an aktivitet before a number."""
    where = (POSTER.c.aktivitet == aktivitet, POSTER.c.art == art, POSTER.c.nummer < before)
    row = connection.execute(select(POSTER).where(*where).order_by(POSTER.c.nummer.desc()).limit(1)).one_or_none()
    return _posts(connection, [Raekke(*row)])[0] if row else None


def first(connection: Connection, art: Art, after: int) -> Post | None:
    """The first entry of a kind after a number."""
    where = (POSTER.c.art == art, POSTER.c.nummer > after)
    row = connection.execute(select(POSTER).where(*where).order_by(POSTER.c.nummer).limit(1)).one_or_none()
    return _posts(connection, [Raekke(*row)])[0] if row else None


def head(connection: Connection) -> Hoved | None:
    """The head as it stands; None when somebody has removed it."""
    row = connection.execute(select(HOVED.c.nummer, HOVED.c.hash)).one_or_none()
    return Hoved(*row) if row else None


def kept_udgave(connection: Connection, hash_: str) -> Gemt | None:
    """An edition of rule files by its hash, as it is kept."""
    row = connection.execute(select(UDGAVER).where(UDGAVER.c.hash == hash_)).one_or_none()
    return Gemt(*row) if row else None


def udgaver(connection: Connection) -> Iterator[Gemt]:
    """Every edition that is kept, in the order of their hashes."""
    for hash_ in connection.execute(select(UDGAVER.c.hash).order_by(UDGAVER.c.hash)).scalars().all():
        found = kept_udgave(connection, hash_)
        if found:
            yield found
