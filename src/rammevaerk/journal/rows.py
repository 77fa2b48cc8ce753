"""Rows of the database as entries, with the personal values there still are."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, cast

from sqlalchemy import select

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.journal.chain import Raekke
from rammevaerk.journal.persondata import MARK, Gemt, opened
from rammevaerk.journal.post import Post
from rammevaerk.journal.tables import PERSONDATA, POSTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import ColumnElement, Connection

    from rammevaerk.journal.post import Art

AT_A_TIME = 500
"""Rows that are in memory together, however long the journal."""


def post_of(row: Raekke, values: Mapping[str, str]) -> Post:
    """The entry, its personal values among those given by their fingerprints."""
    try:
        virkning = date.fromisoformat(row.virkning) if row.virkning else None
        indhold = json.loads(row.indhold)
        indhold = opened(indhold, values) if MARK in row.indhold else indhold
    except (ValueError, TypeError):
        message = f"post {row.nummer} kan ikke læses, for nogen har skrevet i den"
        raise Refused([Diagnostic("J011", message, "se hvad der er sket med «rammevaerk journal efterprøv»")]) from None
    return Post(
        nummer=row.nummer,
        art=cast("Art", row.art),
        tid=row.tid,
        virkning=virkning,
        aktivitet=row.aktivitet,
        noegle=row.noegle,
        indhold=indhold,
        forrige=row.forrige,
        hash=row.hash,
    )


def values_of(connection: Connection, rows: Iterable[Raekke]) -> dict[str, str]:
    """The personal values of these entries by their fingerprints; those that have none are not asked for."""
    numbers = [row.nummer for row in rows if MARK in str(row.indhold)]
    if not numbers:
        return {}
    asked = select(PERSONDATA.c.fingeraftryk, PERSONDATA.c.vaerdi).where(PERSONDATA.c.nummer.in_(numbers))
    return {row.fingeraftryk: row.vaerdi for row in connection.execute(asked)}


def kept_between(connection: Connection, first: int, last: int) -> dict[int, list[Gemt]]:
    """Every personal value of the entries from one number to another, by the number; also those nothing speaks of."""
    columns = (PERSONDATA.c.nummer, PERSONDATA.c.fingeraftryk, PERSONDATA.c.salt, PERSONDATA.c.vaerdi)
    found: dict[int, list[Gemt]] = {}
    for nummer, *rest in connection.execute(select(*columns).where(PERSONDATA.c.nummer.between(first, last))):
        found.setdefault(nummer, []).append(Gemt(*rest))
    return found


def share(connection: Connection, after: int, *where: ColumnElement[bool]) -> list[Raekke]:
    """The next rows with a number after that one, in their order; fewer than `AT_A_TIME` are the last."""
    asked = select(POSTER).where(POSTER.c.nummer > after, *where).order_by(POSTER.c.nummer).limit(AT_A_TIME)
    return [Raekke(*row) for row in connection.execute(asked)]
