"""What the answer hangs on: the facts without which it would not be known, and those that would turn it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rammevaerk.engines import direct
from rammevaerk.explanation.values import fact_of
from rammevaerk.facts.aktivitet import Aktivitet, Skoen
from rammevaerk.model.resultat import Resultat, Udfald, klausul_udfald

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.klausul import Handling
    from rammevaerk.model.rammevaerk import Rammevaerk


@dataclass(frozen=True, slots=True)
class Aendring:
    """One fact that by itself would turn the handling: what it is, what it would be, and to what."""

    oplysning: str
    vaerdi: object
    handling: Handling


def deciding(ramme: Rammevaerk, aktivitet: Aktivitet, day: date) -> Mapping[str, tuple[str, ...]]:
    """For each klausul the facts that decide it: were one of them forgotten, the udfald would not be known."""
    now = _found(ramme, aktivitet, day)
    found: dict[str, list[str]] = {id_: [] for id_ in ramme.klausuler}
    for fact in _facts(ramme):
        if fact_of(aktivitet, fact) is None or fact.key == "status":
            continue
        then = _found(ramme, _with(aktivitet, fact, None), day)
        for id_ in (id_ for id_ in ramme.klausuler if ramme.regler_for[id_]):
            was, is_ = (klausul_udfald(ramme, one.udfald, id_) for one in (now, then))
            if is_ is Udfald.UAFKLARET and was is not Udfald.UAFKLARET:
                found[id_].append(fact.name)
    return {id_: tuple(names) for id_, names in found.items()}


def turning(ramme: Rammevaerk, aktivitet: Aktivitet, day: date) -> tuple[Aendring, ...]:
    """Every single answer to a yes, no or a choice that would turn the handling."""
    now = _found(ramme, aktivitet, day).handling
    found = []
    for fact in _facts(ramme):
        for value in _other_values(aktivitet, fact):
            then = _found(ramme, _with(aktivitet, fact, value), day).handling
            if then not in (now, "afvent"):
                found.append(Aendring(fact.name, value.svar if isinstance(value, Skoen) else value, then))
    return tuple(found)


def _found(ramme: Rammevaerk, aktivitet: Aktivitet, day: date) -> Resultat:
    return direct.evaluate(ramme, aktivitet, day)[0]


def _facts(ramme: Rammevaerk) -> list[Oplysning]:
    """Every fact that some rule on one aktivitet reads, once."""
    return list(dict.fromkeys(fact for regel in ramme.regler for fact in ramme.reads[regel.id].facts))


def _with(aktivitet: Aktivitet, fact: Oplysning, value: object) -> Aktivitet:
    if fact.own:
        return aktivitet.model_copy(update={"egne": {**(aktivitet.egne or {}), fact.name: value}})
    return aktivitet.model_copy(update={fact.attribute: value})


def _other_values(aktivitet: Aktivitet, fact: Oplysning) -> Iterator[object]:
    """The other answers a person could give. Amounts, dates and lists have too many to try."""
    now = fact_of(aktivitet, fact)
    if fact.kind.skoen:
        said = now.svar if isinstance(now, Skoen) else None
        yield from (Skoen(svar=answer) for answer in (True, False) if answer is not said)
    elif fact.kind.art == "ja/nej":
        yield from (answer for answer in (True, False) if answer is not now)
    elif fact.kind.art == "valg" and fact.key != "status":
        yield from (option for option in fact.kind.options if option != now)
