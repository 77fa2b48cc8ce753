"""What other rules would do to a portfolio: who would be answered otherwise, and by which klausul."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.explanation.binding import bound_to_each
from rammevaerk.explanation.editions import find_rettelser
from rammevaerk.explanation.judging import judged
from rammevaerk.explanation.omvurdering import Omvurdering, by_handling, stilling, turned
from rammevaerk.explanation.together import each_once, judge_portefoelje
from rammevaerk.names import danish_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from rammevaerk.explanation.omvurdering import Stilling
    from rammevaerk.explanation.portefoelje import Portefoeljevurdering
    from rammevaerk.explanation.rettelse import Rettelse
    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.model.resultat import Udfald


@dataclass(frozen=True, slots=True)
class Gruppeskift:
    """A rule about the portfolio, or one of its groups, that would be answered otherwise; None where there is none."""

    regel: str
    gruppe: str
    foer: Udfald | None
    nu: Udfald | None


@dataclass(frozen=True)
class Hvadhvis:
    """The effect of one edition of the rules in the place of another, on one portfolio and one day."""

    foer: str
    """The rammeværk as it is, and its udgave."""
    foer_udgave: str
    nu: str
    nu_udgave: str
    titel: str
    dato: date
    antal: int
    omvurderinger: tuple[Omvurdering, ...]
    """Each aktivitet of which something would turn, in Danish order of their titles."""
    tilsammen: tuple[Gruppeskift, ...]
    rettelser: tuple[Rettelse, ...]
    """What differs between the two editions."""

    @property
    def skifter(self) -> tuple[Omvurdering, ...]:
        """Those that would get another indstilling."""
        return by_handling(self.omvurderinger)[0]

    @property
    def kun_klausuler(self) -> tuple[Omvurdering, ...]:
        """Those that would keep theirs, though klausuler turn."""
        return by_handling(self.omvurderinger)[1]


def what_if(
    before: Rammevaerk, now: Rammevaerk, given: Iterable[Aktivitet | Mapping[str, object]], day: date
) -> Hvadhvis:
    """Both editions asked of each aktivitet. Raises `Refused` with every fault that either finds in them."""
    faults: list[Diagnostic] = []
    both: list[tuple[Aktivitet, Aktivitet]] = []

    def read(one: Aktivitet | Mapping[str, object]) -> Aktivitet:
        """As the edition in force reads it; as the other does, it is kept beside."""
        was, is_ = bound_to_each(one, (before, now), day)
        both.append((was, is_))
        return was

    deque(each_once(given, read, faults), maxlen=0)
    if faults:
        raise Refused(faults)
    found = [turned(_stands(before, was, day), _stands(now, is_, day)) for was, is_ in both]
    omvurderinger = sorted((one for one in found if one), key=lambda one: (danish_order(one.titel), one.aktivitet))
    together = (judge_portefoelje(ramme, some, day, lambda one: one) for ramme, some in _sides(before, now, both))
    return Hvadhvis(
        foer=before.id,
        foer_udgave=before.udgave,
        nu=now.id,
        nu_udgave=now.udgave,
        titel=now.titel,
        dato=day,
        antal=len(both),
        omvurderinger=tuple(omvurderinger),
        tilsammen=_turned_rules(*together),
        rettelser=find_rettelser(before, now),
    )


def _stands(ramme: Rammevaerk, aktivitet: Aktivitet, day: date) -> Stilling:
    return stilling(judged(ramme, aktivitet, day).vurdering)


def _sides(
    before: Rammevaerk, now: Rammevaerk, both: list[tuple[Aktivitet, Aktivitet]]
) -> tuple[tuple[Rammevaerk, list[Aktivitet]], tuple[Rammevaerk, list[Aktivitet]]]:
    return (before, [was for was, _ in both]), (now, [is_ for _, is_ in both])


def _turned_rules(before: Portefoeljevurdering, now: Portefoeljevurdering) -> tuple[Gruppeskift, ...]:
    was, is_ = _by_group(before), _by_group(now)
    keys = dict.fromkeys((*is_, *was))
    found = (Gruppeskift(*key, was.get(key), is_.get(key)) for key in keys)
    return tuple(one for one in found if one.foer is not one.nu)


def _by_group(found: Portefoeljevurdering) -> dict[tuple[str, str], Udfald]:
    return {
        (regel.id, "uoplyst" if gruppe.uoplyst else gruppe.gruppe): gruppe.udfald
        for regel in found.regler
        for gruppe in regel.grupper
    }
