"""The rows of a database as the examination asks for them: some at a time, downwards."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from rammevaerk.journal.chain import Raekke
from rammevaerk.journal.rows import AT_A_TIME
from rammevaerk.journal.tables import POSTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection


class StoredRows:
    """See `examining.Rows`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._near: dict[int, Raekke | None] = {}

    def at(self, nummer: int) -> Raekke | None:
        """The row under a number, fetched with those before it."""
        if nummer not in self._near:
            lowest = nummer - AT_A_TIME
            found = select(POSTER).where(POSTER.c.nummer > lowest, POSTER.c.nummer <= nummer)
            kept = {n: row for n, row in self._near.items() if abs(n - nummer) <= AT_A_TIME}
            rows = (Raekke(*row) for row in self._connection.execute(found))
            self._near = kept | dict.fromkeys(range(lowest + 1, nummer + 1)) | {row.nummer: row for row in rows}
        return self._near[nummer]

    def places(self) -> Mapping[str, list[int]]:
        """Every row's hash and number; read only when something is wrong."""
        return self._places

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for nummer, hash_ in self._connection.execute(select(POSTER.c.nummer, POSTER.c.hash)):
            found.setdefault(hash_, []).append(nummer)
        return found

    def last(self) -> int:
        """The highest number there is, or nought."""
        return self._connection.execute(select(func.max(POSTER.c.nummer))).scalar() or 0

    def outside(self, last: int) -> Iterable[int]:
        """The numbers outside 1 to `last`."""
        wrong = or_(POSTER.c.nummer < 1, POSTER.c.nummer > last)
        return self._connection.execute(select(POSTER.c.nummer).where(wrong)).scalars().all()
