"""Entries made ready and put at the end of the chain, one after the other, all of a batch or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import insert, select, update

from rammevaerk.diagnostics import Diagnostic, Refused, Unreadable
from rammevaerk.journal import chain
from rammevaerk.journal.persondata import Gemt, alike, hide, opened
from rammevaerk.journal.post import Hoved, Post, write_tid
from rammevaerk.journal.rows import post_of, values_of
from rammevaerk.journal.tables import HOVED, PERSONDATA, POSTER, UDGAVER
from rammevaerk.journal.udgaver import Udgave, packed, under_as_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from sqlalchemy import Connection

    from rammevaerk.journal.post import Art, Indhold, Postes

LARGEST: Final = 5_000_000
"""Signs in what one entry says."""
LONGEST_NAME: Final = 500
"""Signs in an aktivitet's id or a nøgle: PostgreSQL's indexes take no longer ones."""
LEVERING: Final = "levering:"
"""How the nøgler begin that say what has been delivered. Only who delivers, and so in order, gives them."""


class Klar(NamedTuple):
    """An entry that lacks only its place in the chain."""

    art: Art
    tid: str
    virkning: date | None
    aktivitet: str | None
    noegle: str | None
    hidden: chain.Json
    kept: tuple[Gemt, ...]

    def said(self) -> dict[str, Any]:
        """What it says, personal values and all."""
        found: dict[str, Any] = opened(self.hidden, {one.fingeraftryk: one.vaerdi for one in self.kept})
        return found


def ready(given: Postes, tid: datetime, noegle: str | None = None) -> Klar:
    """The entry made ready. Raises `Refused` when it cannot be kept as it is."""
    try:
        hidden, kept = hide(given.indhold())
        aktivitet = None if given.aktivitet is None else _name(given.aktivitet)
        key = None if noegle is None else _key(noegle)
    except Unreadable as unreadable:
        raise Refused([Diagnostic("J004", f"{given.art}: {unreadable.message}", unreadable.help)]) from None
    length = len(chain.spelled(hidden)) + sum(len(one.vaerdi) for one in kept)
    if length > LARGEST:
        message = f"{given.art}: indholdet fylder mere end {LARGEST // 1_000_000} millioner tegn"
        raise Refused([Diagnostic("J004", message, "del det op i flere poster")])
    return Klar(given.art, write_tid(tid), given.virkning, aktivitet, key, hidden, kept)


def _name(said: str) -> str:
    name = chain.text(said)
    if not name.strip() or len(name) > LONGEST_NAME:
        shown = f"«{name[:20]} …»" if name.strip() else "et tomt navn"
        raise Unreadable(f"{shown} kan ikke være en nøgle eller en aktivitet", f"brug 1 til {LONGEST_NAME} tegn")
    return name


def _key(said: str) -> str:
    key = _name(said)
    if key.startswith(LEVERING):
        raise Unreadable(f"en nøgle kan ikke begynde med «{LEVERING}»", "lad journalen selv aflevere varslerne")
    return key


@dataclass(frozen=True)
class Udgavepost:
    """That an edition of rule files was kept. The files themselves stand beside the chain, under their hash."""

    udgave: Udgave
    art: Art = "udgave"
    aktivitet: str | None = None
    virkning: date | None = None

    def indhold(self) -> Indhold:
        """The names of its files, and what it is laid on."""
        under = [{"navn": name, "udgave": below.hash} for name, below in self.udgave.under]
        files = [name for name, _ in self.udgave.filer]
        return {"rammeværk": self.udgave.rammevaerk, "udgave": self.udgave.hash, "filer": files, "bygger på": under}


def lock(connection: Connection) -> Hoved:
    """The head, held until the transaction ends: nobody else appends meanwhile."""
    row = connection.execute(select(HOVED.c.nummer, HOVED.c.hash).with_for_update()).one_or_none()
    if row is None:
        message = "journalens hoved mangler, så ingen kan se, hvor den slutter"
        raise Refused([Diagnostic("J011", message, "efterprøv journalen, og hent en sikkerhedskopi")])
    return Hoved(*row)


def append_ready(connection: Connection, given: Iterable[Klar]) -> tuple[Post, ...]:
    """Each in turn at the end; one whose nøgle is there already is answered with the entry that has it."""
    return _Appending(connection, lock(connection)).run(given)


@dataclass
class _Appending:
    connection: Connection
    hoved: Hoved

    def run(self, given: Iterable[Klar]) -> tuple[Post, ...]:
        answers: list[Post] = []
        rows: list[chain.Raekke] = []
        kept: list[dict[str, Any]] = []
        by_key: dict[str, Post] = {}
        for one in given:
            there = self._there(one, by_key)
            if there is None:
                there, row = self._next(one)
                rows.append(row)
                kept += ({"nummer": there.nummer, **_columns(value)} for value in one.kept)
                if one.noegle:
                    by_key[one.noegle] = there
            answers.append(there)
        self._write(rows, kept)
        return tuple(answers)

    def _next(self, one: Klar) -> tuple[Post, chain.Raekke]:
        virkning = one.virkning.isoformat() if one.virkning else None
        said = chain.spelled(one.hidden)
        bare = (self.hoved.nummer + 1, one.art, one.tid, virkning, one.aktivitet, one.noegle, said, self.hoved.hash)
        row = chain.Raekke(*bare, "")
        row = row._replace(hash=chain.digest(row))
        self.hoved = Hoved(row.nummer, row.hash)
        return post_of(row, {value.fingeraftryk: value.vaerdi for value in one.kept}), row

    def _there(self, one: Klar, by_key: dict[str, Post]) -> Post | None:
        """The entry that has the nøgle already, if it says the same. The time of registration may differ."""
        if one.noegle is None:
            return None
        there = by_key.get(one.noegle) or self._kept(one.noegle)
        if there is None:
            return None
        same = (there.art, there.virkning, there.aktivitet) == (one.art, one.virkning, one.aktivitet)
        if same and alike(there.indhold, one.said()):
            return there
        message = f"nøglen «{one.noegle}» er brugt i post {there.nummer}, som siger noget andet"
        raise Refused([Diagnostic("J005", message, "brug en ny nøgle til en ny post")])

    def _kept(self, noegle: str) -> Post | None:
        row = self.connection.execute(select(POSTER).where(POSTER.c.noegle == noegle)).one_or_none()
        if row is None:
            return None
        raekke = chain.Raekke(*row)
        return post_of(raekke, values_of(self.connection, [raekke]))

    def _write(self, rows: Sequence[chain.Raekke], kept: list[dict[str, Any]]) -> None:
        if rows:
            self.connection.execute(insert(POSTER), [row._asdict() for row in rows])
            self.connection.execute(update(HOVED).values(nummer=self.hoved.nummer, hash=self.hoved.hash))
        if kept:
            self.connection.execute(insert(PERSONDATA), kept)


def _columns(one: Gemt) -> dict[str, str]:
    return {"fingeraftryk": one.fingeraftryk, "salt": one.salt, "vaerdi": one.vaerdi}


def keep_udgave(connection: Connection, udgave: Udgave, tid: datetime) -> tuple[Post, ...]:
    """Keep the files of an edition and of all it is laid on, each once; an entry for each that was new."""
    lock(connection)
    there = set(connection.execute(select(UDGAVER.c.hash)).scalars())
    new = {one.hash: one for one in udgave.layers() if one.hash not in there}
    for hash_, one in new.items():
        row = {"hash": hash_, "rammevaerk": one.rammevaerk, "under": under_as_json(one), "filer": packed(one)}
        connection.execute(insert(UDGAVER), [row])
    return append_ready(connection, [ready(Udgavepost(one), tid) for one in new.values()])


def check_udgave(connection: Connection, given: Iterable[Klar]) -> None:
    """A vurdering whose rule files are not kept could not be made again: it is refused."""
    named = {str(one.hidden["udgave"]) for one in given if one.art == "vurdering" and isinstance(one.hidden, dict)}
    if not named:
        return
    there = set(connection.execute(select(UDGAVER.c.hash).where(UDGAVER.c.hash.in_(named))).scalars())
    if missing := sorted(named - there):
        help_ = "gem dem først med «journal.keep(read_udgave(…))»"
        raise Refused(
            [Diagnostic("J008", f"regelfilerne i udgave «{one[:12]}» er ikke gemt", help_) for one in missing]
        )
