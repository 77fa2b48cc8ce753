"""How deadlines stand on a day: those of a rammeværk itself, and those of an aktivitet, asked of `direct`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal, cast

from rammevaerk.engines import direct
from rammevaerk.explanation import holdbarhed, reasons
from rammevaerk.explanation.fristvurdering import Fristoversigt, Fristvurdering, Tilstand, ordered
from rammevaerk.explanation.henvisninger import henvisninger
from rammevaerk.explanation.huller import huller
from rammevaerk.explanation.values import fact_of, question_of
from rammevaerk.explanation.vurdering import Mangel
from rammevaerk.facts.aktivitet import Aktivitet
from rammevaerk.facts.calendar import find_byraadsperiode, moved
from rammevaerk.facts.dates import write_date
from rammevaerk.model.frist import BYRAADSPERIODE, Frist, Holdbarhed, Revision
from rammevaerk.model.resultat import Udfald
from rammevaerk.names import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from rammevaerk.facts.aktivitet import Skoen
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.expression import Expression
    from rammevaerk.model.klausul import Regel
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.model.resultat import Resultat
    from rammevaerk.model.spor import Spor, Sporing

_NOBODY: Final = Aktivitet(id="-", titel="-", status="forslag")
"""Whom the sentences of the rammeværk's own frister are asked about: they read nothing of it."""


def ramme_frister(ramme: Rammevaerk, day: date) -> tuple[Fristvurdering, ...]:
    """The rammeværk's own: its revision, and the frister that ask nothing about an aktivitet."""
    asking = _Asking(ramme, _NOBODY, day)
    own = (asking.vurdering(frist) for frist in ramme.frister if frist.om_rammen)
    return ordered((*own, *(_revision(ramme, one, day) for one in ramme.revisioner if one.senest)))


def aktivitet_frister(ramme: Rammevaerk, aktivitet: Aktivitet, day: date) -> tuple[Fristvurdering, ...]:
    """Those of the aktivitet, and how old its skøn are. It is bound to the rammeværk already."""
    asking = _Asking(ramme, aktivitet, day)
    return ordered(map(asking.vurdering, ramme.frister_om_aktiviteter))


def fristoversigt(ramme: Rammevaerk, day: date, more: Iterable[Fristvurdering] = ()) -> Fristoversigt:
    """All that hangs on dates in the rammeværk on that day, and `more`, the frister of its aktiviteter."""
    found = ordered((*ramme_frister(ramme, day), *more))
    return Fristoversigt(ramme.id, ramme.titel, ramme.udgave, day, found, henvisninger(ramme, day), huller(ramme, day))


def _revision(ramme: Rammevaerk, revision: Revision, day: date) -> Fristvurdering:
    """The revision of the paper itself; its deadline is the parameter that the rules read."""
    who = f" af {revision.organ}" if revision.organ else ""
    due = cast("date | None", ramme.parametre[revision.frist].on(day))
    last = revision.last(day)
    if not revision.gaelder.covers(day):
        found = _Stand(Tilstand.IKKE_I_KRAFT, _not_in_force(day))
    elif due is None:
        found = _Stand(Tilstand.IKKE_I_KRAFT, _without_value(revision.frist, day))
    elif last and not revision.hver:
        found = _Stand(Tilstand.OVERHOLDT, f"Det skete sidst den {write_date(last)}.", None, last)
    else:
        found = _stand(last, due, day, revision.hver)
    return Fristvurdering(
        frist=revision.navn,
        rammevaerk=ramme.id,
        klausul=revision.klausul,
        hvad=f"Rammeværket skal revideres{who}.",
        tilstand=found.tilstand,
        begrundelse=found.begrundelse,
        dato=found.dato,
        sidst=found.sidst,
        varsles_fra=_warned_from(ramme, revision, found.dato, day),
    )


def _warned_from(ramme: Rammevaerk, frist: Frist | Revision | Holdbarhed, dato: date | None, day: date) -> date | None:
    """The day from which it is warned of; None without a date, or without an interval in force on the day."""
    interval = ramme.parametre[frist.varsles].on(day) if frist.varsles else None
    if dato is None or interval is None:
        return None
    return moved(dato, -cast("Decimal", interval), _unit(ramme, frist.varsles))


def _unit(ramme: Rammevaerk, parameter: str) -> Literal["dage", "måneder"]:
    return cast('Literal["dage", "måneder"]', ramme.parametre[parameter].kind.unit)


@dataclass(frozen=True, slots=True)
class _Stand:
    """How a frist stands, why, and what is missing to tell."""

    tilstand: Tilstand
    begrundelse: str
    dato: date | None = None
    sidst: date | None = None
    mangler: tuple[Oplysning, ...] = ()


def _stand(last: date | None, due: date, day: date, hver: str) -> _Stand:
    """What is known to have happened last, or never, and so is due by a day, on the day that is asked about.

    A council term asks for its own: what happened in the one before is kept, and yet to come again.
    """
    before = f"Det skete sidst den {write_date(last)}" if last else "Det er aldrig sket"
    if day > due:
        again = " igen" if last else ""
        said = f"{before} og skulle være sket{again} senest den {write_date(due)}."
        return _Stand(Tilstand.OVERSKREDET, said, due, last)
    said = f"{before}. {'Næste' if last else 'Første'} gang er senest den {write_date(due)}."
    other_term = hver == BYRAADSPERIODE and last and find_byraadsperiode(last) != find_byraadsperiode(day)
    return _Stand(Tilstand.KOMMENDE if last is None or other_term else Tilstand.OVERHOLDT, said, due, last)


def _not_in_force(day: date) -> str:
    return f"Rammeværket er ikke i kraft den {write_date(day)}."


def _without_value(parameter: str, day: date) -> str:
    return f"Parameteren {parameter} har ingen værdi den {write_date(day)}."


@dataclass(frozen=True)
class _Udfald(Mapping[str, Udfald]):
    """The udfald of the rules, which are decided only where a sentence asks for one."""

    asking: _Asking

    def __getitem__(self, regel: str) -> Udfald:
        return self.asking.udfald[regel]

    def __iter__(self) -> Iterator[str]:
        return iter(self.asking.udfald)

    def __len__(self) -> int:
        return len(self.asking.udfald)


@dataclass(frozen=True)
class _Asking:
    """The sentences of frister, asked of one aktivitet on one day."""

    ramme: Rammevaerk
    aktivitet: Aktivitet
    day: date

    def vurdering(self, frist: Frist | Holdbarhed) -> Fristvurdering:
        found = self._found(frist)
        nobody = self.aktivitet is _NOBODY
        return Fristvurdering(
            frist=frist.navn,
            rammevaerk=self.ramme.id,
            klausul=frist.klausul,
            hvad=frist.hvad,
            tilstand=found.tilstand,
            begrundelse=found.begrundelse,
            dato=found.dato,
            sidst=found.sidst,
            aktivitet="" if nobody else self.aktivitet.id,
            titel="" if nobody else self.aktivitet.titel,
            mangler=tuple(
                Mangel(fact.key, fact.name, question_of(self.ramme, fact), (frist.klausul,)) for fact in found.mangler
            ),
            varsles_fra=_warned_from(self.ramme, frist, found.dato, self.day),
            om_skoen=frist.oplysning.name if isinstance(frist, Holdbarhed) else "",
        )

    def _found(self, frist: Frist | Holdbarhed) -> _Stand:
        if said := self._not_in_force(frist):
            return _Stand(Tilstand.IKKE_I_KRAFT, said)
        if isinstance(frist, Holdbarhed):
            given = fact_of(self.aktivitet, frist.oplysning)
            if said := holdbarhed.silent(self.ramme, frist, given, self.day):
                return _Stand(Tilstand.IKKE_RELEVANT, said)
            return self._where(tuple(holdbarhed.conditions(self.ramme, frist, self.day)), self._held(frist))
        return self._where((frist.gaelder_naar,) if frist.gaelder_naar else (), self._counted(frist))

    def _where(self, conditions: tuple[Expression, ...], found: _Stand) -> _Stand:
        """How it stands, given how it stands where it applies: all of the conditions have to hold."""
        asked = [self._ask(one) for one in conditions]
        if off := next((one for one in asked if one.value is False), None):
            return _Stand(Tilstand.IKKE_RELEVANT, f"Gælder kun, når {off.node.origin}.")
        if all(one.value is True for one in asked):
            return found
        missing = tuple(dict.fromkeys(fact for one in asked for fact in self._missing(one)))
        names = listed([fact.name for fact in missing])
        said = f"Det kan ikke afgøres, om fristen gælder, før det er oplyst: {names}."
        every = tuple(dict.fromkeys((*missing, *found.mangler)))
        return _Stand(Tilstand.UAFKLARET, said, found.dato, found.sidst, every)

    def _held(self, frist: Holdbarhed) -> _Stand:
        """How a skøn that has been given stands."""
        given = cast("Skoen", fact_of(self.aktivitet, frist.oplysning)).dato
        if given is None:
            said = "Skønnet er givet, men det er ikke oplyst hvornår."
            return _Stand(Tilstand.UAFKLARET, said, mangler=(holdbarhed.date_of(frist.oplysning),))
        due = self._due(frist, given, first=False)
        said = holdbarhed.holder_in_words(given, due, self.day)
        return _Stand(Tilstand.OVERHOLDT if self.day <= due else Tilstand.OVERSKREDET, said, due, given)

    def _not_in_force(self, frist: Frist | Holdbarhed) -> str:
        if not frist.gaelder.covers(self.day):
            return _not_in_force(self.day)
        without = [name for name in frist.decisive if self.ramme.parametre[name].on(self.day) is None]
        return _without_value(without[0], self.day) if without else ""

    def _counted(self, frist: Frist) -> _Stand:
        """How it stands where it applies."""
        sidst = self._ask(frist.sidst)
        last = cast("date | None", sidst.value)
        if last is not None and last <= self.day:
            return _stand(last, self._due(frist, last, first=False), self.day, frist.hver)
        foerste = self._ask(frist.foerste) if frist.foerste else None
        first = cast("date | None", foerste.value) if foerste else None
        due = self._due(frist, first, first=True) if first else None
        if frist.aldrig and self._ask(frist.aldrig).value is True:
            return _stand(None, due, self.day, frist.hver) if due else self._uncounted(foerste)
        return self._unknown(sidst, due)

    def _due(self, frist: Frist | Holdbarhed, since: date, *, first: bool) -> date:
        """The last day for the next time: an interval later, or that of the council term."""
        if frist.hver == BYRAADSPERIODE:
            term = find_byraadsperiode(since)
            return term.slut if first else term.next.slut
        interval = self.ramme.parametre[frist.hver].on(self.day)
        return moved(since, cast("Decimal", interval), _unit(self.ramme, frist.hver))

    def _uncounted(self, foerste: Spor | None) -> _Stand:
        """It has never happened, and there is no day to count from."""
        missing = self._missing(foerste) if foerste else ()
        said = "Det er aldrig sket, og reglerne siger ikke, hvornår det skal ske første gang."
        if missing:
            said = f"Det er aldrig sket. Den dag, der tælles fra, er ikke oplyst: {listed([f.name for f in missing])}."
        return _Stand(Tilstand.UAFKLARET, said, mangler=missing)

    def _unknown(self, sidst: Spor, due: date | None) -> _Stand:
        """It may have happened, and nobody has said when; what is told of a later day has not happened yet."""
        said = "Det er ikke oplyst, hvornår det sidst er sket."
        missing = self._missing(sidst)
        if isinstance(sidst.value, date):
            said = f"Den dato, der er oplyst, er først {write_date(sidst.value)}. Hvornår det skete før da, vides ikke."
            missing = tuple(reasons.facts_in(sidst.node))
        if due:
            said += f" Er det aldrig sket, er fristen den {write_date(due)}."
        return _Stand(Tilstand.UAFKLARET, said, due, mangler=missing)

    # What is asked

    def _ask(self, node: Expression) -> Spor:
        return direct.answer(node, self.ramme, self.aktivitet, self.day, _Udfald(self))

    def _missing(self, spor: Spor) -> tuple[Oplysning, ...]:
        """The unknown facts that an open answer waits for."""
        return tuple(dict.fromkeys(self._open(spor))) if spor.value is None else ()

    def _open(self, spor: Spor) -> Iterator[Oplysning]:
        return reasons.missing_below(self.ramme, spor, self._missing_in_rule)

    def _missing_in_rule(self, regel: Regel) -> dict[str, Oplysning]:
        resultat, sporing = self._decided
        return reasons.missing(self.ramme, resultat, sporing, regel)

    @property
    def udfald(self) -> Mapping[str, Udfald]:
        """The udfald of every rule."""
        return self._decided[0].udfald

    @cached_property
    def _decided(self) -> tuple[Resultat, Sporing]:
        """The udfald of the rules, only where a sentence asks for one."""
        return direct.evaluate(self.ramme, self.aktivitet, self.day)
