"""Varsler delivered: each to a receiver once, in the order of their numbers, and an entry that says so.

A varsel is handed over first and recorded then. So nothing is lost when a run is killed between the two, and a varsel
can be handed over again: a file is looked at before anything is written to it, other receivers are given a key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from rammevaerk.journal.appending import LEVERING, append_ready, ready
from rammevaerk.journal.contents import Levering
from rammevaerk.journal.kanal import fingeraftryk
from rammevaerk.journal.reading import first
from rammevaerk.journal.tables import POSTER

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import Connection

    from rammevaerk.journal.database import Database
    from rammevaerk.journal.kanal import Kanal
    from rammevaerk.journal.post import Post


def deliver(database: Database, kanal: Kanal, clock: Callable[[], datetime]) -> int:
    """Hand over every varsel the receiver has not got; how many were delivered.

    Raises `Refused` at the first that is not taken: it and those after it wait for the next time.
    """
    mark = fingeraftryk(kanal.modtager)
    count = 0
    with kanal.opened(lambda nummer: _hash_of(database, nummer)) as give:
        with database.read() as connection:
            after = _delivered_through(connection, mark)
        while varsel := _next(database, after, mark):
            after = varsel.nummer
            said = Levering(varsel.aktivitet, varsel.nummer, kanal.modtager, kanal.navn)
            klar = ready(said, clock())._replace(noegle=_noegle(varsel.nummer, mark))
            give(varsel)
            with database.write() as connection:
                append_ready(connection, [klar])
            count += 1
    return count


def _noegle(nummer: int, mark: str) -> str:
    return f"{LEVERING}{nummer}:{mark}"


def _next(database: Database, after: int, mark: str) -> Post | None:
    """The first varsel after a number that nobody has delivered meanwhile, read just before it goes out.

    It is tempting to read many at a time. However: what somebody erases while the first of them go out must not go out.
    """
    with database.read() as connection:
        found = first(connection, "varsel", after)
        while found and _delivered(connection, found.nummer, mark):
            found = first(connection, "varsel", found.nummer)
    return found


def _delivered_through(connection: Connection, mark: str) -> int:
    """A number up to which every varsel is delivered to a receiver, and after which none is.

    Only `deliver` writes these nøgler, in order, so there is such a number. It is looked for from the end in steps
    that double, and then between the last two by halves: a handful of looks in an index, however long the journal.
    """
    top = _varsel_before(connection, None)
    if _through(connection, top, mark):
        return top
    step = 1
    while not _through(connection, top - step, mark):
        step *= 2
    low, high = top - step, top - step // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _through(connection, middle, mark) else (low, middle)
    return max(low, 0)


def _through(connection: Connection, nummer: int, mark: str) -> bool:
    """Whether the last varsel up to a number is delivered, or there is none."""
    found = _varsel_before(connection, nummer) if nummer > 0 else 0
    return not found or _delivered(connection, found, mark)


def _varsel_before(connection: Connection, nummer: int | None) -> int:
    """The number of the last varsel up to a number, or of the last of all; nought when there is none."""
    asked = select(func.max(POSTER.c.nummer)).where(POSTER.c.art == "varsel")
    return connection.execute(asked if nummer is None else asked.where(POSTER.c.nummer <= nummer)).scalar() or 0


def _delivered(connection: Connection, nummer: int, mark: str) -> bool:
    asked = select(POSTER.c.nummer).where(POSTER.c.noegle == _noegle(nummer, mark))
    return connection.execute(asked).one_or_none() is not None


def _hash_of(database: Database, nummer: int) -> str | None:
    with database.read() as connection:
        return connection.execute(select(POSTER.c.hash).where(POSTER.c.nummer == nummer)).scalar()
