"""The journal itself: a door to what was observed and decided.

Nothing in it is ever changed; personal values can be erased. A journal is used so:
`with Journal("journal.db") as journal: journal.append(Haendelse("kor", {"emne": "Kor"}), tid=datetime.now(UTC))`.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.journal.appending import append_ready, check_udgave, keep_udgave, ready
from rammevaerk.journal.database import Database
from rammevaerk.journal.delivering import deliver
from rammevaerk.journal.erasing import erase_aktivitet, erase_person
from rammevaerk.journal.notat import Notat, notat
from rammevaerk.journal.reading import entries, entry, head, udgaver
from rammevaerk.journal.statistik import Linje, statistik
from rammevaerk.journal.transaction import Transaktion
from rammevaerk.journal.verifying import Efterproevning, verify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType

    from rammevaerk.journal.kanal import Kanal
    from rammevaerk.journal.post import Art, Hoved, Post, Postes
    from rammevaerk.journal.udgaver import Udgave


class Journal:
    """A journal in a file, or in PostgreSQL by its address. May be shared between threads; close it, or use `with`.

    Whatever cannot be done is raised as `Refused`, and then nothing of it is kept.
    """

    def __init__(self, place: str | Path, *, create: bool = True) -> None:
        self._database = Database(place, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def append(self, given: Postes, tid: datetime, noegle: str | None = None) -> Post:
        """Put an entry at the end, registered at `tid`; when this answers, the entry is on the disk.

        An entry with a `noegle` is kept once, however often it is sent: the same again is answered with the entry
        there is, another under the same nøgle is refused. The nøgle stands in the chain and must not be personal.
        """
        (post,) = self.append_all([(given, tid, noegle)])
        return post

    def append_all(self, given: Iterable[tuple[Postes, datetime, str | None]]) -> tuple[Post, ...]:
        """Several entries beside each other, all or none of them: what, when and nøgle, or None."""
        made = [ready(*one) for one in given]
        with self._database.write() as connection:
            check_udgave(connection, made)
            return append_ready(connection, made)

    def keep(self, udgave: Udgave, tid: datetime) -> tuple[Post, ...]:
        """Keep the rule files of an edition, and of what it builds on; an entry for each that was not kept already."""
        with self._database.write() as connection:
            return keep_udgave(connection, udgave, tid)

    @contextmanager
    def transaction(self) -> Iterator[Transaktion]:
        """Read and append together, alone; what is done in it is kept whole, or not at all."""
        with self._database.write() as connection:
            yield Transaktion(connection)

    def entry(self, nummer: int) -> Post:
        """One entry by its number."""
        with self._database.read() as connection:
            return entry(connection, nummer)

    def entries(self, aktivitet: str | None = None, kind: Art | None = None, after: int = 0) -> Iterator[Post]:
        """The entries after that number in their order: of an aktivitet, of a kind, or all. Read some at a time."""
        return entries(self._database, aktivitet, kind, after)

    def hoved(self) -> Hoved:
        """The head, to be kept elsewhere: who has it can see whether anything up to it was changed or cut off."""
        with self._database.read() as connection:
            found = head(connection)
        if found is None:
            raise Refused(
                [Diagnostic("J011", "journalens hoved mangler", "se hvad der er sket med «journal efterprøv»")]
            )
        return found

    def verify(self, known: Hoved | None = None) -> Efterproevning:
        """Hold the journal against itself, and against a head that somebody kept; make every vurdering again."""
        with self._database.read() as connection:
            return verify(connection, known)

    def erase(self, tid: datetime, *, aktivitet: str = "", person: str = "") -> tuple[Post, ...]:
        """Erase the personal values about an aktivitet, or with a person's name in them; the entries that say so.

        The name matches as whole words, in names and in free text. Nothing is answered when there was nothing.
        """
        if bool(aktivitet) is bool(person):
            raise Refused([Diagnostic("J012", "sig enten en aktivitet eller en person", "skriv den ene af dem")])
        with self._database.write() as connection:
            posts = erase_aktivitet(connection, aktivitet, tid) if aktivitet else erase_person(connection, person, tid)
        self._database.forget()
        return posts

    def deliver(self, kanal: Kanal, clock: Callable[[], datetime]) -> int:
        """Hand over every varsel that the receiver has not got, in order; how many were delivered.

        The clock says when each was handed over. The first that is not taken is told of as `Refused`: it and those
        after it wait for the next time, and those before it are recorded.
        """
        return deliver(self._database, kanal, clock)

    def notat(self, nummer: int) -> Notat:
        """The vurdering in that entry as a note that stands by itself."""
        return notat(self._database, nummer)

    def statistik(self) -> tuple[Linje, ...]:
        """How often recommendations were followed and overridden, by handling and by klausul."""
        return statistik(self._database)

    def editions(self) -> Iterator[Udgave]:
        """The editions of rule files that are kept, in the order of their hashes."""
        with self._database.read() as connection:
            kept = {one.hash: one for one in udgaver(connection)}
        return (one.udgave(kept) for one in kept.values())
