"""How an aktivitet stands on a day: everything about its answer that somebody may want to be warned of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from rammevaerk.diagnostics import Refused
from rammevaerk.explanation.binding import bound
from rammevaerk.explanation.frister import aktivitet_frister, ramme_frister
from rammevaerk.explanation.fristvurdering import Fristvurdering
from rammevaerk.explanation.fristvurdering import Tilstand as Fristtilstand
from rammevaerk.explanation.values import fact_of
from rammevaerk.facts.aktivitet import Skoen
from rammevaerk.facts.calendar import day_after
from rammevaerk.facts.reading import aktivitet_from
from rammevaerk.model.resultat import klausul_udfald
from rammevaerk.watch.chained import Chained
from rammevaerk.watch.turns import Turning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.watch.fortalt import Facts

Slags = Literal["handling", "klausul", "frist", "skøn", "oplysning", "fejl"]
"""What can turn: the recommendation, a klausul, a deadline, a skøn that grows old, a fact that is known, and whether
the facts can be judged at all."""


class Sag(NamedTuple):
    """One thing about an answer: what sort of thing, and its name: of the klausul, the frist or the oplysning."""

    slags: Slags
    navn: str = ""


HANDLING: Final = Sag("handling")
FEJL: Final = Sag("fejl")
NEAR: Final = "nærmer sig"
PASSED: Final = "overskredet"
OLD: Final = "for gammelt"
KNOWN: Final = "oplyst"
UNKNOWN: Final = "uoplyst"

_AHEAD: Final = (Fristtilstand.KOMMENDE, Fristtilstand.OVERHOLDT)

Tilstand = dict[Sag, str]
"""What each thing about an answer is. What is not there is not spoken of: a deadline far ahead, an unknown fact."""


@dataclass(frozen=True)
class Dommer:
    """One edition of a rammeværk that judges aktiviteter day by day, by the chaining engine where that can be had."""

    ramme: Rammevaerk
    chained: Chained
    turning: Turning
    ruled: tuple[str, ...] = field(default=())

    @classmethod
    def of(cls, ramme: Rammevaerk, *, kontrol: bool = False) -> Dommer:
        """With what is worked out once."""
        ruled = tuple(id_ for id_, regler in ramme.regler_for.items() if any(not regel.om_rammen for regel in regler))
        return cls(ramme, Chained(ramme, kontrol=kontrol), Turning(ramme), ruled)

    def read(self, id_: str, facts: Facts, day: date) -> Aktivitet | Refused | None:
        """The facts as this rammeværk reads them; nothing while it is not told how the aktivitet stands, or why not."""
        if "status" not in facts:
            return None
        try:
            return bound(aktivitet_from({"titel": id_, **facts, "id": id_}), self.ramme, day)
        except Refused as refused:
            return refused

    def tilstand(self, aktivitet: Aktivitet | Refused, day: date) -> tuple[Tilstand, list[date]]:
        """How it stands, and the days on which its deadlines are warned of or pass."""
        if isinstance(aktivitet, Refused):
            return {FEJL: " ".join(dict.fromkeys(fault.message for fault in aktivitet.diagnostics))}, []
        resultat, _ = self.chained.evaluate(aktivitet, day)
        found: Tilstand = {HANDLING: resultat.handling}
        for id_ in self.ruled:
            found[Sag("klausul", id_)] = klausul_udfald(self.ramme, resultat.udfald, id_)
        for oplysning in self.ramme.oplysninger:
            if _known(aktivitet, oplysning, day):
                found[Sag("oplysning", oplysning.name)] = KNOWN
        frister = aktivitet_frister(self.ramme, aktivitet, day)
        return found | _frister(frister, day), list(_days(frister))

    def own(self, day: date) -> tuple[Tilstand, list[date]]:
        """How the deadlines of the rammeværk itself stand."""
        frister = ramme_frister(self.ramme, day)
        return _frister(frister, day), list(_days(frister))


def _known(aktivitet: Aktivitet, oplysning: Oplysning, day: date) -> bool:
    found = fact_of(aktivitet, oplysning)
    later = isinstance(found, Skoen) and found.dato is not None and found.dato > day
    return found is not None and not later


def _frister(frister: Iterable[Fristvurdering], day: date) -> Tilstand:
    found: Tilstand = {}
    for one in frister:
        sag = Sag("skøn", one.om_skoen) if one.om_skoen else Sag("frist", one.frist)
        if one.tilstand is Fristtilstand.OVERSKREDET:
            found[sag] = OLD if one.om_skoen else PASSED
        elif one.tilstand in _AHEAD and one.varsles_fra and one.varsles_fra <= day:
            found[sag] = NEAR
    return found


def _days(frister: Iterable[Fristvurdering]) -> Iterator[date]:
    """The day from which each deadline is warned of, and the day after it."""
    for one in frister:
        yield from (day for day in (one.varsles_fra, day_after(one.dato) if one.dato else None) if day)
