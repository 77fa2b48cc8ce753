"""Put the aktiviteter of a portfolio in order: first by what the paper lets weigh heaviest, then by what is missing.

It is tempting to weigh the steps and add them up. However: a person can appeal that a klausul is *ikke opfyldt*, nobody
can appeal 0.43. So the first step that tells two apart decides; what is unknown is shown as the places it could give.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.explanation.beloeb import summed, total
from rammevaerk.explanation.judging import judged_each
from rammevaerk.explanation.rangering import Plads, Rangering, Trin
from rammevaerk.model.resultat import Udfald
from rammevaerk.names import danish_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from rammevaerk.explanation.comparison import Judged
    from rammevaerk.explanation.judging import Given
    from rammevaerk.explanation.vurdering import Mangel, Vurdering
    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.model.klausul import Handling
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.model.rangering import Rangorden

CHOSEN: Final[tuple[Handling, ...]] = ("tilvælg", "fortsæt")
"""The handlinger that give a place."""


@dataclass(frozen=True)
class Candidate:
    """One aktivitet on its way to a place."""

    plads: Plads

    @cached_property
    def least(self) -> tuple[int, ...]:
        """How many klausuler are surely fulfilled on each step."""
        return tuple(one.lavest for one in self.plads.trin)

    @cached_property
    def most(self) -> tuple[int, ...]:
        """How many would be, were everything that is uafklaret fulfilled."""
        return tuple(one.hoejest for one in self.plads.trin)

    @property
    def named(self) -> tuple[list[int], str]:
        """The last that tells two apart."""
        return danish_order(self.plads.titel), self.plads.aktivitet

    @property
    def settled(self) -> bool:
        """Whether nothing is missing that could move it."""
        return self.least == self.most and not self.plads.mangler


def candidate(ramme: Rammevaerk, judged: Judged, day: date) -> Candidate:
    """What the order has to know of an aktivitet that has been judged."""
    one, found = judged.aktivitet, judged.vurdering
    trin = tuple(_trin(step, found) for step in steps(ramme, day))
    return Candidate(
        Plads(
            plads=0,
            bedst=0,
            ringest=0,
            aktivitet=one.id,
            titel=one.titel,
            forvaltning=one.forvaltning or "",
            handling=found.indstilling.handling,
            trin=trin,
            mangler=_mangler(found, trin),
            begrundelser=found.indstilling.begrundelser,
            investeret=summed(one.investeringer, day),
        )
    )


def steps(ramme: Rammevaerk, day: date) -> tuple[Rangorden, ...]:
    """The steps of the order that are in force that day."""
    return tuple(one for one in ramme.rangering if ramme.gaelder.covers(day) and one.gaelder.covers(day))


def _trin(step: Rangorden, found: Vurdering) -> Trin:
    def those(udfald: Udfald) -> tuple[str, ...]:
        return tuple(id_ for id_ in step.klausuler if found.klausuler[id_].udfald is udfald)

    return Trin(step.navn, those(Udfald.OPFYLDT), those(Udfald.UAFKLARET), those(Udfald.IKKE_OPFYLDT))


def _mangler(found: Vurdering, trin: tuple[Trin, ...]) -> tuple[Mangel, ...]:
    """What the steps wait for; without a step, or while the handling is open, all that is missing."""
    if not trin or found.indstilling.handling == "afvent":
        return found.mangler
    waiting = {id_ for one in trin for id_ in one.uafklaret}
    return tuple(one for one in found.mangler if waiting.intersection(one.klausuler))


def rank_each(ramme: Rammevaerk, given: Iterable[Given], day: date, read: Callable[[Given], Aktivitet]) -> Rangering:
    """Everything that is given, judged and put in order. Raises `Refused` with every fault of all of it."""
    faults: list[Diagnostic] = []
    candidates = [candidate(ramme, one, day) for one in judged_each(ramme, given, day, read, faults)]
    if faults:
        raise Refused(faults)
    return ordered_places(ramme, day, candidates)


def ordered_places(ramme: Rammevaerk, day: date, candidates: Iterable[Candidate]) -> Rangering:
    """Everyone in place."""
    by_handling: dict[Handling, list[Candidate]] = {}
    for one in candidates:
        by_handling.setdefault(one.plads.handling, []).append(one)
    chosen = sorted((one for each in CHOSEN for one in by_handling.get(each, ())), key=_first)
    waiting = sorted(by_handling.get("afvent", ()), key=_first)
    ended = sorted(by_handling.get("afslut", ()), key=_last)
    others = Counter({key: len(found) for key, found in by_handling.items() if key in {"fravælg", "ingen"}})
    orden = steps(ramme, day)
    return Rangering(
        rammevaerk=ramme.id,
        titel=ramme.titel,
        udgave=ramme.udgave,
        dato=day,
        antal=sum(map(len, by_handling.values())),
        orden=orden,
        foerst=_placed(chosen, waiting),
        venter=tuple(one.plads for one in waiting),
        slut=_placed(ended, waiting, ending=True),
        pris=total(one.plads.investeret for one in ended),
        oevrige={key: others[key] for key in sorted(others)},
    )


Key = tuple[tuple[int, ...], int, tuple[list[int], str]]


def _first(one: Candidate) -> Key:
    """What surely gives most comes first, then that of which least is missing, then the name."""
    return tuple(-number for number in one.least), len(one.plads.mangler), one.named


def _last(one: Candidate) -> Key:
    """What gives least even at its best comes first, so that a missing fact never hastens an end."""
    return one.most, len(one.plads.mangler), one.named


class _Field:
    """Those a place is won from or lost to, so kept that nobody is held up against each of the others.

    Who waits may yet come in and take a place, or never do.
    """

    def __init__(self, chosen: Sequence[Candidate], waiting: Sequence[Candidate], *, ending: bool) -> None:
        self._chosen, self._waiting, self._ending = chosen, waiting, ending
        self._least = sorted(one.least for one in chosen)
        self._most = sorted(one.most for one in chosen)
        self._waiting_least = sorted(one.least for one in waiting)
        self._waiting_most = sorted(one.most for one in waiting)
        self._alike: dict[tuple[int, ...], list[tuple[list[int], str]]] = {}
        for one in (one for one in chosen if one.settled):
            self._alike.setdefault(one.least, []).append(one.named)
        for names in self._alike.values():
            names.sort()

    def places(self, own: Candidate) -> tuple[int, int]:
        """The best and the worst place that filling in the missing facts could give it."""
        above = len(self._chosen) - bisect_right(self._least, own.most)
        below = bisect_left(self._most, own.least)
        alike = self._alike[own.least] if own.settled else [own.named]
        ahead = bisect_left(alike, own.named)
        before, after = (below, above) if self._ending else (above, below)
        if self._ending:
            new = bisect_right(self._waiting_least, own.most)
        else:
            new = len(self._waiting) - bisect_left(self._waiting_most, own.least)
        return 1 + before + ahead, len(self._chosen) - after - (len(alike) - 1 - ahead) + new


def _placed(
    chosen: Sequence[Candidate], waiting: Sequence[Candidate] = (), *, ending: bool = False
) -> tuple[Plads, ...]:
    """Each in its place, with the places it could get and what sets it before the next."""
    field = _Field(chosen, waiting, ending=ending)
    found = []
    for at, own in enumerate(chosen):
        bedst, ringest = field.places(own)
        skiller = _told_apart(own, chosen[at + 1], ending=ending) if at + 1 < len(chosen) else ""
        found.append(replace(own.plads, plads=at + 1, bedst=bedst, ringest=ringest, skiller=skiller))
    return tuple(found)


def _told_apart(own: Candidate, after: Candidate, *, ending: bool) -> str:
    """What sets an aktivitet before the next: the first step that differs, then what is missing, then the name."""
    mine, theirs = (own.most, after.most) if ending else (own.least, after.least)
    for step, here, there in zip(own.plads.trin, mine, theirs, strict=True):
        if here != there:
            return f"{step.navn}: {here} mod {there}"
    missing, others = len(own.plads.mangler), len(after.plads.mangler)
    return f"mangler: {missing} mod {others}" if missing != others else "navnet alene"
