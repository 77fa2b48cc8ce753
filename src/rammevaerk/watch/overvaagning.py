"""The watch: what is told of aktiviteter goes into a journal, and whatever that turns comes out of it as varsler.

All that it knows stands in the journal. Each call is one transaction or several, each whole by itself; who is stopped
between two of them goes on where that was, and nothing is lost or said twice.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from threading import RLock
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.journal.udgaver import rammevaerk_of
from rammevaerk.watch.forloeb import Forloeb, Udgavetid
from rammevaerk.watch.fortalt import fortalt, happened
from rammevaerk.watch.gennemgang import RAMMEN, Gennemgang, Skift
from rammevaerk.watch.indberetning import unread
from rammevaerk.watch.tilstand import Dommer
from rammevaerk.watch.varsling import standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from rammevaerk.journal.store import Journal
    from rammevaerk.journal.transaction import Transaktion
    from rammevaerk.journal.udgaver import Gemt
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.watch.forloeb import Vending
    from rammevaerk.watch.indberetning import Indberetning

_AT_A_TIME: Final = 200
"""Aktiviteter that are looked at in one transaction."""


@dataclass
class Overvaagning:
    """A rammeværk that watches the aktiviteter of a journal. May be shared between threads.

    The rule files must be kept in the journal (`journal.keep(read_udgave(…), tid)`), so that what they said can be said
    again. With `kontrol` each answer of the chaining engine is held against the specification's.
    """

    ramme: Rammevaerk
    journal: Journal
    kontrol: bool = False
    _lock: RLock = field(default_factory=RLock, init=False, repr=False)
    _udgaver: list[Udgavetid] = field(default_factory=list, init=False, repr=False)
    _begun: bool = field(default=False, init=False, repr=False)
    _dommer: Dommer = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._dommer = Dommer.of(self.ramme, kontrol=self.kontrol)

    @property
    def missing(self) -> str:
        """Why durable-rules cannot be used here, and the specification judges instead; empty where it can."""
        return self._dommer.chained.missing

    def tell(self, told: Iterable[Indberetning], tid: datetime) -> int:
        """Enter what was told, all of it or nothing, with the varsler that come of it; the number of those.

        What is told of a day that has not come yet is kept until it comes. Raises `Refused` when something is no fact
        of an aktivitet, or has an id that was used for something else.
        """
        given = list(told)
        if faults := [fault for one in given for fault in unread(self.ramme, one)]:
            raise Refused(faults)
        with self._lock:
            with self.journal.transaction() as transaction:
                now = self._now(transaction, tid)
                posts = transaction.append_all((one.post, tid, one.id) for one in given)
                new = [post for post in posts if post.nummer > transaction.last and post.art == "hændelse"]
                count = now.look(sorted({post.aktivitet or "" for post in new}), {post.nummer for post in new})
                behind = now.day is not None and transaction.due(self.ramme.id, now.day, 1)
            return count + (self._go_through(tid, lambda now: now.look_due(_AT_A_TIME)) if behind else 0)

    def reach(self, day: date, tid: datetime) -> int:
        """Say that the days up to and including `day` have come; how many varsler that gives. It never goes back."""
        with self._lock:
            with self.journal.transaction() as transaction:
                count = self._now(transaction, tid).reach(day)
            return count + self._go_through(tid, lambda now: now.look_due(_AT_A_TIME))

    def renew(self, tid: datetime) -> int:
        """Look at every aktivitet of the journal anew, whoever told of it; the number of varsler that gives."""
        after = ""

        def look(now: Gennemgang) -> int | None:
            nonlocal after
            names = now.transaction.told_of(after, _AT_A_TIME)
            after = names[-1] if names else after
            return now.look(names, anew=True) if names else None

        with self._lock:
            return self._go_through(tid, look)

    def day(self) -> date | None:
        """The day that has been reached; none before the first."""
        with self.journal.transaction() as transaction:
            return self._day(transaction)

    def forloeb(self, aktivitet: str, tid: datetime) -> Forloeb:
        """The course of one aktivitet by all that has been told of it so far."""
        with self._lock, self.journal.transaction() as transaction:
            now = self._now(transaction, tid)
            posts = transaction.about([aktivitet], ("hændelse",))[aktivitet]
            return Forloeb(aktivitet, happened(map(fortalt, posts)), now.udgaver)

    def standing(self, aktivitet: str) -> tuple[Vending, ...]:
        """The turns whose varsler stand about an aktivitet, by their days; with an empty id the rammeværk's own."""
        with self.journal.transaction() as transaction:
            about = transaction.about([aktivitet], ("varsel",))[aktivitet]
            posts = about if aktivitet else transaction.about_all(("varsel",))
        return tuple(sorted(standing(self.ramme.id, posts).numre))

    def _go_through(self, tid: datetime, look: Callable[[Gennemgang], int | None]) -> int:
        """A look at some, as often as there are more, each in a transaction of its own."""
        count = 0
        while True:
            with self.journal.transaction() as transaction:
                found = look(self._now(transaction, tid))
            if found is None:
                return count
            count += found

    # The editions

    def _now(self, transaction: Transaktion, tid: datetime) -> Gennemgang:
        """The watch as it stands in a transaction, with every edition that has been taken into use."""
        day = self._day(transaction)
        while found := transaction.with_key(self._key(len(self._udgaver))):
            hash_ = found.indhold["udgave"]
            self._udgaver.append(Udgavetid(found.virkning or date.min, self._of(transaction, hash_), _called(hash_)))
        self._begun = self._begun or [one.id for one in self._udgaver[-1:]] == [_called(self.ramme.udgave)]
        begun = () if self._begun else (self._begin(transaction, tid, day),)
        return Gennemgang(transaction, self.ramme.id, tid, day, (*self._udgaver, *begun))

    def _begin(self, transaction: Transaktion, tid: datetime, day: date | None) -> Udgavetid:
        """Take this edition into use where another was: from the day that has been reached, or for the first from all.

        It is kept when the transaction is, and so it is learned from the journal by the next.
        """
        if transaction.udgave(self.ramme.udgave) is None:
            raise _not_kept(self.ramme.udgave)
        fra = day if self._udgaver else None
        begun = Skift("udgave", self.ramme.id, fra, self.ramme.udgave)
        transaction.append_all([(begun, tid, self._key(len(self._udgaver)))])
        if fra:
            transaction.look_again(self.ramme.id, fra)
        return Udgavetid(fra or date.min, self._dommer, _called(self.ramme.udgave))

    def _of(self, transaction: Transaktion, hash_: str) -> Dommer:
        if hash_ == self.ramme.udgave:
            return self._dommer

        def kept(wanted: str) -> Gemt:
            if found := transaction.udgave(wanted):
                return found
            raise _not_kept(wanted)

        return Dommer.of(rammevaerk_of(kept(hash_), kept), kontrol=self.kontrol)

    def _day(self, transaction: Transaktion) -> date | None:
        return transaction.days(self.ramme.id, [RAMMEN]).get(RAMMEN)

    def _key(self, number: int) -> str:
        return f"udgave:{self.ramme.id}:{number}"


def _called(hash_: str) -> str:
    return f"udgave {hash_[:12]}"


def _not_kept(hash_: str) -> Refused:
    message = f"regelfilerne i udgave «{hash_[:12]}» er ikke gemt"
    return Refused([Diagnostic("J008", message, "gem dem først med «journal.keep(read_udgave(…))»")])
