"""A turn as a varsel of the journal and back, and which varsler stand: those that were given and not taken back."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, cast

from rammevaerk.diagnostics import Refused
from rammevaerk.explanation.frister import aktivitet_frister, ramme_frister
from rammevaerk.facts.dates import write_date
from rammevaerk.journal.contents import Varsel
from rammevaerk.watch.forloeb import NOT_FOLLOWED, Vending
from rammevaerk.watch.fortalt import known_after
from rammevaerk.watch.tilstand import OLD, PASSED

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from rammevaerk.explanation.fristvurdering import Fristvurdering
    from rammevaerk.journal.post import Post
    from rammevaerk.watch.forloeb import Forloeb, Punkt
    from rammevaerk.watch.tilstand import Dommer, Slags

TAKES_BACK: Final = "tager tilbage"


@dataclass
class Staaende:
    """The varsler that stand about one aktivitet by one rammeværk: the number of each, and how often it was given."""

    numre: dict[Vending, int] = field(default_factory=dict)
    gange: dict[Vending, int] = field(default_factory=dict)


def standing(rammevaerk: str, posts: Iterable[Post]) -> Staaende:
    """What stands after these varsler, in their order."""
    found = Staaende()
    by_number: dict[int, Vending] = {}
    for post in posts:
        said = post.indhold.get("detaljer", {})
        if said.get("rammeværk") != rammevaerk:
            continue
        if TAKES_BACK in said:
            found.numre.pop(by_number[said[TAKES_BACK]], None)
            continue
        vending = _vending(post)
        by_number[post.nummer] = vending
        found.numre[vending] = post.nummer
        found.gange[vending] = found.gange.get(vending, 0) + 1
    return found


def _vending(post: Post) -> Vending:
    said = post.indhold["detaljer"]
    slags = cast("Slags", said["slags"])
    day = cast("date", post.virkning)
    return Vending(day, slags, said["navn"], said["før"], said["efter"], said["hændelse"])


def key(rammevaerk: str, aktivitet: str, vending: Vending, gange: int) -> str:
    """The nøgle of a varsel: the same turn, given for the same time, is the same entry."""
    said = json.dumps([rammevaerk, aktivitet, vending.dag.isoformat(), *vending[1:], gange], ensure_ascii=False)
    return f"varsel:{hashlib.sha256(said.encode()).hexdigest()[:32]}"


def key_of_taking_back(nummer: int) -> str:
    """The nøgle of what takes a varsel back: that happens once."""
    return f"varsel-tilbage:{nummer}"


def varsel(vending: Vending, punkt: Punkt) -> Varsel:
    """The varsel of a turn, with its reason as it stood that day."""
    return _Telling(vending, punkt).varsel()


def taken_back(forloeb: Forloeb, vending: Vending, nummer: int, aarsag: str) -> Varsel:
    """That a varsel no longer holds, on account of what was told since."""
    dommer = forloeb.udgaver[-1].dommer
    title = known_after(forloeb.happened).get("titel", forloeb.id) if forloeb.id else dommer.ramme.titel
    told = f"{title}: varslet i post {nummer} gælder ikke mere. Det sagde: {_what(vending)}"
    detaljer = {"rammeværk": dommer.ramme.id, TAKES_BACK: nummer, "hændelse": aarsag}
    return Varsel(forloeb.id or None, told, vending.dag, detaljer)


def _what(one: Vending) -> str:
    day = write_date(one.dag)
    match one.slags:
        case "handling" if one.foer == NOT_FOLLOWED:
            return f"indstillingen er «{one.efter}» fra den {day}."
        case "handling":
            return f"indstillingen går fra «{one.foer}» til «{one.efter}» den {day}."
        case "klausul":
            return f"{one.navn} går fra {one.foer} til {one.efter} den {day}."
        case "oplysning":
            return f"«{one.navn}» er ikke længere oplyst den {day}."
        case "fejl":
            return f"oplysningerne kan ikke vurderes fra den {day}: {one.efter}."
        case "frist" if one.efter == PASSED:
            return f"fristen «{one.navn}» er overskredet den {day}."
        case "frist":
            return f"fristen «{one.navn}» nærmer sig den {day}."
        case "skøn":
            return f"skønnet om «{one.navn}» {'er' if one.efter == OLD else 'bliver snart'} for gammelt den {day}."


@dataclass(frozen=True)
class _Telling:
    """One turn on its way to a sentence."""

    vending: Vending
    punkt: Punkt

    @property
    def dommer(self) -> Dommer:
        return self.punkt.dommer

    def varsel(self) -> Varsel:
        klausuler, why = self._why()
        detaljer = {
            "rammeværk": self.dommer.ramme.id,
            "udgave": self.dommer.ramme.udgave,
            "slags": self.vending.slags,
            "navn": self.vending.navn,
            "klausuler": klausuler,
            "før": self.vending.foer,
            "efter": self.vending.efter,
            "hændelse": self.vending.aarsag,
        }
        said = " ".join([f"{self._title()}: {_what(self.vending)}", *why])
        return Varsel(self.punkt.id or None, said, self.vending.dag, detaljer)

    def _title(self) -> str:
        aktivitet = self.punkt.aktivitet
        if aktivitet is None:
            return self.dommer.ramme.titel
        return self.punkt.id if isinstance(aktivitet, Refused) else aktivitet.titel

    def _why(self) -> tuple[list[str], Iterable[str]]:
        """The klausuler it rests on, and the reasons."""
        match self.vending.slags:
            case "handling":
                reasons = self.punkt.vurdering.indstilling.begrundelser if self.punkt.vurdering else ()
                return [one.klausul for one in reasons if one.klausul], [one.tekst for one in reasons]
            case "klausul":
                found = self.punkt.vurdering.klausuler[self.vending.navn] if self.punkt.vurdering else None
                return [self.vending.navn], [found.begrundelse] if found else []
            case "frist" | "skøn":
                return self._frist()
            case "oplysning":
                missing = self.punkt.vurdering.mangler if self.punkt.vurdering else ()
                klausuler = [k for one in missing if one.navn == self.vending.navn for k in one.klausuler]
                return klausuler, []
            case "fejl":
                return [], []

    def _frist(self) -> tuple[list[str], list[str]]:
        for one in self._frister():
            if self.vending.navn == (one.om_skoen if self.vending.slags == "skøn" else one.frist):
                return [one.klausul] if one.klausul else [], [one.hvad, one.begrundelse]
        return [], []

    def _frister(self) -> tuple[Fristvurdering, ...]:
        aktivitet, ramme, day = self.punkt.aktivitet, self.dommer.ramme, self.vending.dag
        if aktivitet is None or isinstance(aktivitet, Refused):
            return ramme_frister(ramme, day)
        return aktivitet_frister(ramme, aktivitet, day)
