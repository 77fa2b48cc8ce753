"""The watch inside one transaction: what is known of some aktiviteter, how they stand, and the varsler that follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Final

from rammevaerk.facts.calendar import day_after
from rammevaerk.watch.forloeb import Forloeb, Udgavetid
from rammevaerk.watch.fortalt import Fortalt, fortalt, happened, touched
from rammevaerk.watch.varsling import key, key_of_taking_back, standing, taken_back, varsel

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import datetime

    from rammevaerk.journal.contents import Varsel
    from rammevaerk.journal.post import Art, Post
    from rammevaerk.journal.transaction import Transaktion
    from rammevaerk.watch.forloeb import Vending

RAMMEN: Final = ""
"""The id of the rammeværk's own course, and of the row that keeps the day that has been reached."""
_TOGETHER: Final = 50
"""Aktiviteter whose entries are in memory together, however many are told of at once."""
_READ: Final[tuple[Art, ...]] = ("hændelse", "varsel")


@dataclass(frozen=True)
class Skift:
    """Something that is about every aktivitet: a day that has come, or an edition of the rules taken into use."""

    hvad: str
    rammevaerk: str
    virkning: date | None
    udgave: str = ""
    art: ClassVar[Art] = "hændelse"
    aktivitet: ClassVar[str | None] = None

    def indhold(self) -> dict[str, Any]:
        """No facts: only which rammeværk watches, and the edition."""
        said = {"oplysninger": {}, "hvad": self.hvad, "rammeværk": self.rammevaerk}
        return said | ({"udgave": self.udgave} if self.udgave else {})


@dataclass(frozen=True)
class Gennemgang:
    """The watch of one rammeværk, at the moment of a transaction. `day` is the day that has been reached."""

    transaction: Transaktion
    rammevaerk: str
    tid: datetime
    day: date | None
    udgaver: tuple[Udgavetid, ...]

    def reach(self, day: date) -> int:
        """Note that the days up to and including `day` have come; the number of varsler about the rammeværk itself."""
        if self.day and day <= self.day:
            return 0
        first = self.transaction.with_key(self._day_key("først"))
        reached = Skift("dag", self.rammevaerk, day)
        self.transaction.append_all([(reached, self.tid, self._day_key(day.isoformat() if first else "først"))])
        self.transaction.follow(self.rammevaerk, {RAMMEN: day})
        begins = first.virkning if first and first.virkning else day
        turned = dict(Forloeb(RAMMEN, (), self.udgaver, begins).turns(day_after(self.day) if self.day else begins, day))
        # Nothing stands about days that have only come now, so there is nothing to take back.
        return self._give([(varsel(one, punkt), self.tid, self._key(RAMMEN, one, 0)) for one, punkt in turned.items()])

    def _day_key(self, day: str) -> str:
        return f"dag:{self.rammevaerk}:{day}"

    def look(self, aktiviteter: Sequence[str], new: Collection[int] = (), *, anew: bool = False) -> int:
        """Look at aktiviteter from the day that entries of those numbers, or the days since, may have turned something.

        The number of varsler that gives. `anew` is from their first day.
        """
        shares = (aktiviteter[first : first + _TOGETHER] for first in range(0, len(aktiviteter), _TOGETHER))
        return sum(self._look(some, new, anew=anew) for some in shares)

    def _look(self, aktiviteter: Sequence[str], new: Collection[int], *, anew: bool) -> int:
        about = self.transaction.about(aktiviteter, _READ)
        due = self.transaction.days(self.rammevaerk, aktiviteter)
        varsler: list[tuple[Varsel, datetime, str]] = []
        days: dict[str, date | None] = {}
        for id_, posts in about.items():
            told = {post.nummer: fortalt(post) for post in posts if post.art == "hændelse"}
            latest = [told[nummer] for nummer in told if nummer in new]
            forloeb = Forloeb(id_, happened(told.values()), self.udgaver)
            fra = date.min if anew else self._first(latest, told.values(), due.get(id_))
            if self.day and fra and fra <= self.day:
                varsler += self._varsler(forloeb, posts, fra, self.day, latest[-1].id if latest else "")
                days[id_] = forloeb.looks_next(self.day)
            else:  # only what is still to come can have changed, and when that is
                days[id_] = min((one for one in (due.get(id_), *forloeb.ahead(self.day)) if one), default=None)
        self.transaction.follow(self.rammevaerk, days)
        return self._give(varsler)

    def _first(self, latest: Sequence[Fortalt], told: Collection[Fortalt], due: date | None) -> date | None:
        days = (touched(latest, told), due)
        return min((day for day in days if day), default=None)

    def look_due(self, most: int) -> int | None:
        """Look at some of the aktiviteter whose day has come; nothing when there are none."""
        names = self.transaction.due(self.rammevaerk, self.day, most) if self.day else []
        return self.look(names) if names else None

    def _varsler(
        self, forloeb: Forloeb, posts: Sequence[Post], fra: date, til: date, aarsag: str
    ) -> Iterator[tuple[Varsel, datetime, str]]:
        """What stands from a day on and should not is taken back; what should stand and does not is given."""
        stands = standing(self.rammevaerk, (post for post in posts if post.art == "varsel"))
        turned = dict(forloeb.turns(fra, til))
        for vending, nummer in sorted(stands.numre.items()):
            if vending.dag >= fra and vending not in turned:
                back = taken_back(forloeb, vending, nummer, aarsag)
                yield back, self.tid, key_of_taking_back(nummer)
        for vending, punkt in turned.items():
            if vending not in stands.numre:
                yield varsel(vending, punkt), self.tid, self._key(forloeb.id, vending, stands.gange.get(vending, 0))

    def _key(self, aktivitet: str, vending: Vending, given: int) -> str:
        return key(self.rammevaerk, aktivitet, vending, given)

    def _give(self, varsler: Sequence[tuple[Varsel, datetime, str]]) -> int:
        return len(self.transaction.append_all(varsler)) if varsler else 0
