"""Reading and appending together: what is read cannot change before what follows from it is appended."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, TypeVar

from sqlalchemy import delete, insert, or_, select, update

from rammevaerk.journal.appending import append_ready, check_udgave, lock, ready
from rammevaerk.journal.chain import Raekke
from rammevaerk.journal.reading import kept_udgave
from rammevaerk.journal.rows import post_of, values_of
from rammevaerk.journal.tables import FOELGES, POSTER

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from rammevaerk.journal.post import Art, Post, Postes
    from rammevaerk.journal.udgaver import Gemt

_T = TypeVar("_T")
_AT_A_TIME: Final = 400
"""Names in one question."""


class Transaktion:
    """A transaction of a journal: nobody else appends until it is over. All of it is kept, or nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.last = lock(connection).nummer
        """The number of the last entry as it began."""

    def append_all(self, given: Iterable[tuple[Postes, datetime, str | None]]) -> tuple[Post, ...]:
        """Entries at the end, as `Journal.append_all` puts them there."""
        made = [ready(*one) for one in given]
        check_udgave(self._connection, made)
        return append_ready(self._connection, made)

    def about(self, aktiviteter: Collection[str], arter: tuple[Art, ...]) -> dict[str, list[Post]]:
        """The entries of those kinds about each of the aktiviteter, in their order."""
        found: dict[str, list[Post]] = {aktivitet: [] for aktivitet in aktiviteter}
        for some in _shares(list(found)):
            for post in self._posts(POSTER.c.aktivitet.in_(some), POSTER.c.art.in_(arter)):
                found[post.aktivitet or ""].append(post)
        return found

    def about_all(self, arter: tuple[Art, ...]) -> list[Post]:
        """The entries of those kinds about no one aktivitet, in their order."""
        return self._posts(POSTER.c.aktivitet.is_(None), POSTER.c.art.in_(arter))

    def _posts(self, *where: ColumnElement[bool]) -> list[Post]:
        asked = select(POSTER).where(*where).order_by(POSTER.c.nummer)
        rows = [Raekke(*row) for row in self._connection.execute(asked)]
        values: dict[str, str] = {}
        for some in _shares(rows):
            values |= values_of(self._connection, some)
        return [post_of(row, values) for row in rows]

    def with_key(self, noegle: str) -> Post | None:
        """The entry of that nøgle."""
        return next(iter(self._posts(POSTER.c.noegle == noegle)), None)

    def udgave(self, hash_: str) -> Gemt | None:
        """An edition of rule files that is kept, by its hash."""
        return kept_udgave(self._connection, hash_)

    # Where to look first

    def days(self, rammevaerk: str, aktiviteter: Collection[str]) -> dict[str, date | None]:
        """The day each is to be looked at again; those that are not followed are left out."""
        found: dict[str, date | None] = {}
        for some in _shares(list(aktiviteter)):
            where = (FOELGES.c.rammevaerk == rammevaerk, FOELGES.c.aktivitet.in_(some))
            asked = select(FOELGES.c.aktivitet, FOELGES.c.dag).where(*where)
            found |= {one: date.fromisoformat(day) if day else None for one, day in self._connection.execute(asked)}
        return found

    def due(self, rammevaerk: str, day: date, most: int) -> list[str]:
        """Some of the aktiviteter that are to be looked at by that day, those of the earliest days first."""
        where = (FOELGES.c.rammevaerk == rammevaerk, FOELGES.c.aktivitet != "", FOELGES.c.dag <= day.isoformat())
        asked = select(FOELGES.c.aktivitet).where(*where).order_by(FOELGES.c.dag, FOELGES.c.aktivitet).limit(most)
        return list(self._connection.execute(asked).scalars())

    def follow(self, rammevaerk: str, days: Mapping[str, date | None]) -> None:
        """Note when each is to be looked at again."""
        if not days:
            return
        for some in _shares(list(days)):
            where = (FOELGES.c.rammevaerk == rammevaerk, FOELGES.c.aktivitet.in_(some))
            self._connection.execute(delete(FOELGES).where(*where))
        rows = [(one, day.isoformat() if day else None) for one, day in days.items()]
        given = [{"rammevaerk": rammevaerk, "aktivitet": one, "dag": day} for one, day in rows]
        self._connection.execute(insert(FOELGES), given)

    def look_again(self, rammevaerk: str, day: date) -> None:
        """Note that all that are followed are to be looked at on that day, where not before."""
        later = or_(FOELGES.c.dag.is_(None), FOELGES.c.dag > day.isoformat())
        where = (FOELGES.c.rammevaerk == rammevaerk, FOELGES.c.aktivitet != "", later)
        self._connection.execute(update(FOELGES).where(*where).values(dag=day.isoformat()))

    def told_of(self, after: str, most: int) -> list[str]:
        """Some of the aktiviteter that any entry is about, in the order of their ids."""
        asked = select(POSTER.c.aktivitet).where(POSTER.c.aktivitet > after).distinct()
        return list(self._connection.execute(asked.order_by(POSTER.c.aktivitet).limit(most)).scalars())


def _shares(items: list[_T]) -> Iterator[list[_T]]:
    for start in range(0, len(items), _AT_A_TIME):
        yield items[start : start + _AT_A_TIME]
