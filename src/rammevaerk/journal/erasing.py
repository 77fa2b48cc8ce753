"""Personal values erased, by aktivitet or by a person's name. An entry says what went; the chain holds as before."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, select, tuple_

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.journal.appending import append_ready, lock, ready
from rammevaerk.journal.persondata import texts_in
from rammevaerk.journal.tables import PERSONDATA, POSTER
from rammevaerk.names import nfc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime

    from sqlalchemy import Connection

    from rammevaerk.journal.post import Art, Indhold, Post

_IN_ONE: Final = 1_000
"""Fingerprints in one entry; a longer erasure takes several."""


@dataclass(frozen=True)
class Sletning:
    """That personal values were erased: which entries had them, and the fingerprints that stay in the chain.

    Neither the name nor the values stand here.
    """

    efter: str
    fingeraftryk: tuple[tuple[str, int], ...]
    aktivitet: str | None = None
    art: Art = "sletning"
    virkning: date | None = None

    def indhold(self) -> Indhold:
        """What went, and by what it was found."""
        numbers = sorted({nummer for _, nummer in self.fingeraftryk})
        return {"efter": self.efter, "poster": numbers, "fingeraftryk": [one for one, _ in self.fingeraftryk]}


def erase_aktivitet(connection: Connection, aktivitet: str, tid: datetime) -> tuple[Post, ...]:
    """Erase every personal value of the entries about an aktivitet."""
    lock(connection)
    about = select(POSTER.c.nummer).where(POSTER.c.aktivitet == aktivitet)
    asked = select(PERSONDATA.c.fingeraftryk, PERSONDATA.c.nummer).where(PERSONDATA.c.nummer.in_(about))
    found = sorted(((str(one), int(nummer)) for one, nummer in connection.execute(asked)), key=lambda one: one[::-1])
    return _erase(connection, found, tid, lambda some: Sletning("aktivitet", some, aktivitet))


def erase_person(connection: Connection, navn: str, tid: datetime) -> tuple[Post, ...]:
    """Erase every personal value that has a person's name in it, and what else in its entry tells the same value."""
    lock(connection)
    return _erase(connection, list(_naming(connection, navn)), tid, lambda some: Sletning("person", some))


def _erase(
    connection: Connection,
    found: list[tuple[str, int]],
    tid: datetime,
    sletning: Callable[[tuple[tuple[str, int], ...]], Sletning],
) -> tuple[Post, ...]:
    shares = [tuple(found[place : place + _IN_ONE]) for place in range(0, len(found), _IN_ONE)]
    for some in shares:
        connection.execute(delete(PERSONDATA).where(tuple_(PERSONDATA.c.fingeraftryk, PERSONDATA.c.nummer).in_(some)))
    return append_ready(connection, [ready(sletning(some), tid) for some in shares])


def _naming(connection: Connection, navn: str) -> Iterator[tuple[str, int]]:
    """The values with the name in them; one entry's values at a time."""
    name = _pattern(navn)
    asked = select(PERSONDATA.c.nummer, PERSONDATA.c.fingeraftryk, PERSONDATA.c.vaerdi).order_by(PERSONDATA.c.nummer)
    entry: list[tuple[str, list[str]]] = []
    number = 0
    for nummer, fingeraftryk, vaerdi in connection.execute(asked.execution_options(yield_per=_IN_ONE)):
        if nummer != number:
            yield from ((one, number) for one in _chosen(entry, name))
            entry, number = [], nummer
        entry.append((fingeraftryk, _texts(vaerdi)))
    yield from ((one, number) for one in _chosen(entry, name))


def _chosen(entry: list[tuple[str, list[str]]], name: re.Pattern[str]) -> Iterator[str]:
    named = {text for _, texts in entry for text in texts if name.search(text)}
    yield from (one for one, texts in entry if any(told in text for text in texts for told in named))


def _texts(vaerdi: str) -> list[str]:
    try:
        return list(texts_in(json.loads(vaerdi)))
    except ValueError:
        return [vaerdi]  # somebody has written in it; it goes all the same


def _pattern(navn: str) -> re.Pattern[str]:
    """The name as whole words, whatever its capital letters and blanks."""
    words = [re.escape(word) for word in nfc(navn).split()]
    if not words:
        raise Refused([Diagnostic("J012", "navnet er tomt", "skriv navnet på den, hvis oplysninger skal slettes")])
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", re.IGNORECASE)
