"""The course of one aktivitet through the days: where its answer turned, from what to what, and on account of what.

A pure function of what has happened, the editions of the rules and the days that have passed. That is why a watch that
is told of things late, twice or in any order ends with the same as one that judges everything anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from rammevaerk.diagnostics import Refused
from rammevaerk.explanation.judging import judged
from rammevaerk.watch.fortalt import known_after
from rammevaerk.watch.tilstand import FEJL, KNOWN, UNKNOWN, Dommer, Sag, Slags, Tilstand

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rammevaerk.explanation.vurdering import Vurdering
    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.watch.fortalt import Fortalt

UNJUDGED: Final = "kan ikke vurderes"
"""The handling of an aktivitet whose facts contradict each other."""
NOT_FOLLOWED: Final = "ikke fulgt"
"""The handling of an aktivitet before it was told of."""
_ABSENT: Final[dict[Slags, str]] = {"handling": UNJUDGED, "oplysning": UNKNOWN}
_AT_FIRST: Final[dict[Slags, str]] = {"handling": NOT_FOLLOWED}
_STOPPING: Final = ("afslut", "fravælg")
_DAY: Final = timedelta(1)


class Vending(NamedTuple):
    """Something about an answer that turned.

    `aarsag` is the id of what was told that day, or of an edition that began; empty where the days alone did it.
    """

    dag: date
    slags: Slags
    navn: str
    foer: str
    efter: str
    aarsag: str

    @property
    def sag(self) -> Sag:
        """What it is about."""
        return Sag(self.slags, self.navn)


class Udgavetid(NamedTuple):
    """An edition of the rules, from the day it was taken into use."""

    fra: date
    dommer: Dommer
    id: str


@dataclass(frozen=True)
class Punkt:
    """An aktivitet as it stands on a day, by one edition and what had happened by then.

    `aktivitet` is None before anything is told of it, and of the rammeværk itself, whose id is empty.
    """

    id: str
    dag: date
    dommer: Dommer
    aktivitet: Aktivitet | Refused | None

    @cached_property
    def _found(self) -> tuple[Tilstand, list[date]]:
        if self.aktivitet is None:
            return ({}, []) if self.id else self.dommer.own(self.dag)
        return self.dommer.tilstand(self.aktivitet, self.dag)

    @property
    def tilstand(self) -> Tilstand:
        """Everything about its answer."""
        return self._found[0]

    @cached_property
    def vurdering(self) -> Vurdering | None:
        """The whole answer with its reasons; nothing where there is none."""
        aktivitet = self.aktivitet
        if aktivitet is None or isinstance(aktivitet, Refused):
            return None
        return judged(self.dommer.ramme, aktivitet, self.dag).vurdering

    def turns_next(self) -> date | None:
        """The first later day on which its answer may turn by itself."""
        if isinstance(self.aktivitet, Refused) or (self.id and self.aktivitet is None):
            return None
        by_rule = self.dommer.turning.next_after(self.aktivitet, self.dag)
        return min((day for day in (by_rule, *self._found[1]) if day and day > self.dag), default=None)


@dataclass(frozen=True)
class Forloeb:
    """What happened to one aktivitet, and the editions it is judged by, the oldest first and from the first day on.

    With an empty id it is the rammeværk's own course, which begins on the day it is first asked about.
    """

    id: str
    happened: Sequence[Fortalt]
    udgaver: Sequence[Udgavetid]
    begins: date = date.min
    _seen: dict[date, Punkt] = field(default_factory=dict, init=False, repr=False, compare=False)

    def turns(self, fra: date, til: date) -> Iterator[tuple[Vending, Punkt]]:
        """Every turn from one day to another, both included, each with how the aktivitet then stood."""
        before = self.at(fra - _DAY) if fra > self.begins else None
        for punkt in self._points(max(fra, self.begins), til, before):
            yield from self._turned(before, punkt)
            before = punkt

    def looks_next(self, day: date) -> date | None:
        """The first day after that one on which its answer may be another, as far as is known now."""
        return min((one for one in (self.at(day).turns_next(), *self.ahead(day)) if one), default=None)

    def ahead(self, day: date | None) -> Iterator[date]:
        """The days after that one of which something has been told; every day of which something has, without one."""
        return (one.dato for one in self.happened if day is None or one.dato > day)

    def at(self, day: date) -> Punkt:
        """How it stands on a day."""
        if day not in self._seen:
            known = [one for one in self.happened if one.dato <= day]
            self._seen[day] = self._punkt(day, self._dommer(day), known)
        return self._seen[day]

    def _punkt(self, day: date, dommer: Dommer, happened: Sequence[Fortalt]) -> Punkt:
        return Punkt(self.id, day, dommer, dommer.read(self.id, known_after(happened), day))

    def _dommer(self, day: date) -> Dommer:
        return next(one.dommer for one in reversed(self.udgaver) if one.fra <= day)

    def _points(self, fra: date, til: date, before: Punkt | None) -> Iterator[Punkt]:
        """How it stands on each of the days on which that may be otherwise than the day before."""
        days = {self.begins, *(one.dato for one in self.happened), *(one.fra for one in self.udgaver)}
        given = sorted(day for day in days if fra <= day <= til)
        punkt = before
        while True:
            ahead = [day for day in given if punkt is None or day > punkt.dag][:1]
            turning = punkt.turns_next() if punkt else None
            day = min([*ahead, *([turning] if turning else [])], default=None)
            if day is None or day > til:
                return
            punkt = self.at(day)
            yield punkt

    def _turned(self, before: Punkt | None, punkt: Punkt) -> Iterator[tuple[Vending, Punkt]]:
        then = before.tilstand if before else {}
        turned = list(_differences(then, punkt.tilstand))
        steps = list(self._steps(before, punkt)) if turned else []
        for sag, foer, efter in turned:
            yield Vending(punkt.dag, sag.slags, sag.navn, foer, efter, _cause(steps, sag, punkt.tilstand)), punkt

    def _steps(self, before: Punkt | None, punkt: Punkt) -> Iterator[tuple[str, Tilstand]]:
        """How it stood that day by the days alone, with each new edition, and after each thing that happened."""
        earlier = [one for one in self.happened if one.dato < punkt.dag]
        today = [one for one in self.happened if one.dato == punkt.dag]
        yield "", self._punkt(punkt.dag, before.dommer, earlier).tilstand if before else {}
        for udgave in self.udgaver:
            if udgave.fra == punkt.dag > date.min:
                yield udgave.id, self._punkt(punkt.dag, udgave.dommer, earlier).tilstand
        for count, one in enumerate(today, 1):
            yield one.id, self._punkt(punkt.dag, punkt.dommer, [*earlier, *today[:count]]).tilstand


def _cause(steps: Sequence[tuple[str, Tilstand]], sag: Sag, now: Tilstand) -> str:
    """The step after which it was what it is, and stayed so."""
    wrong = [place for place, (_, tilstand) in enumerate(steps) if tilstand.get(sag) != now.get(sag)]
    return steps[min(wrong[-1] + 1, len(steps) - 1)][0] if wrong else steps[0][0]


def _differences(before: Tilstand, now: Tilstand) -> Iterator[tuple[Sag, str, str]]:
    """What is otherwise and worth a warning."""
    for sag in dict.fromkeys((*before, *now)):
        foer, efter = before.get(sag, ""), now.get(sag, "")
        if foer != efter and _matters(sag, before, now):
            absent = _ABSENT.get(sag.slags, "")
            yield sag, foer or (absent if before else _AT_FIRST.get(sag.slags, "")), efter or absent


def _matters(sag: Sag, before: Tilstand, now: Tilstand) -> bool:
    """Whether anybody wants to be told. How an aktivitet stands at first is told only where it asks for something."""
    match sag.slags:
        case "handling":
            return bool(now) if before else now.get(sag) in _STOPPING
        case "klausul":
            return sag in before and sag in now
        case "oplysning":
            return before.get(sag) == KNOWN and bool(now) and FEJL not in now
        case _:
            return sag in now
