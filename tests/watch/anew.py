"""The same as the watch, judged anew: every day by itself, by the specification, with nothing remembered in between.

It shares with the watch only the question what is worth a warning (`tilstand`, `matters`), and the engine `direct`.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from histories import FIRST, Told, ramme

from rammevaerk.diagnostics import Refused
from rammevaerk.engines import direct
from rammevaerk.explanation.binding import bound
from rammevaerk.explanation.frister import aktivitet_frister
from rammevaerk.explanation.values import fact_of
from rammevaerk.facts.reading import aktivitet_from
from rammevaerk.model.resultat import klausul_udfald

if TYPE_CHECKING:
    from collections.abc import Iterable

LISTS = {
    "evalueret": "evalueringer",
    "investeret": "investeringer",
    "udbytte": "udbytter",
    "videndelt": "videndelinger",
}
Standing = dict[tuple[str, str], str]
"""What each thing about an answer is, by its sort and name."""


def turns_anew(told: Iterable[Told], aktivitet: str, until: date, name: str) -> set[tuple[Any, ...]]:
    """Every turn up to a day: day, sort, name, before, after, and what of that day did it."""
    events = as_corrected({one.id: one for one in told if one.aktivitet == aktivitet}.values())
    found: set[tuple[Any, ...]] = set()
    before: Standing = {}
    for number in range((until - FIRST).days + 1):
        day = FIRST + timedelta(number)
        earlier = [one for one in events if one.dato < day]
        today = [one for one in events if one.dato == day]
        steps = [("", standing(earlier, day, name))]
        steps += [(one.id, standing([*earlier, *today[: place + 1]], day, name)) for place, one in enumerate(today)]
        now = steps[-1][1]
        for sag in before.keys() | now.keys():
            if before.get(sag) != now.get(sag) and matters(sag, before, now):
                foer = before.get(
                    sag, ("" if sag[0] != "handling" else "kan ikke vurderes" if before else "ikke fulgt")
                )
                efter = now.get(sag, "kan ikke vurderes" if sag[0] == "handling" else "uoplyst")
                found.add((day, *sag, foer, efter, _cause(steps, sag)))
        before = now
    return found


def _cause(steps: list[tuple[str, Standing]], sag: tuple[str, str]) -> str:
    """The first step from which it is what it is in the end."""
    last = steps[-1][1].get(sag)
    for place in range(len(steps)):
        if all(one.get(sag) == last for _, one in steps[place:]):
            return steps[place][0]
    raise AssertionError


def as_corrected(told: Iterable[Told]) -> list[Told]:
    """Each with its last correction in its place, in order; corrections by themselves are nothing."""
    every = sorted(told, key=lambda one: (one.dato, one.id))
    found = []
    for one in every:
        if one.retter:
            continue
        hvad, facts, id_, seen = one.hvad, one.oplysninger, one.id, {one.id}
        while said := [other for other in every if other.retter == id_]:
            last = said[-1]
            if last.id in seen:
                break
            seen.add(last.id)
            hvad, facts, id_ = last.hvad, last.oplysninger, last.id
            if hvad == "bortfaldet":
                break
        if hvad != "bortfaldet":
            found.append(Told(one.id, hvad, one.dato, one.aktivitet, facts))
    return found


def standing(events: list[Told], day: date, name: str) -> Standing:
    facts: dict[str, Any] = {}
    for one in events:
        for key, value in one.oplysninger.items():
            if key == LISTS.get(one.hvad):
                facts[key] = [*(facts.get(key) or []), *value]
            elif key == "egne":
                own = (facts.get("egne") or {}) | value
                facts[key] = {egen: said for egen, said in own.items() if said is not None}
            else:
                facts[key] = value
    known = {key: value for key, value in facts.items() if value is not None}
    return dict(_judged(repr(known), _Facts(known), events[0].aktivitet, day, name)) if "status" in known else {}


class _Facts(dict[str, Any]):
    """Facts that can be a key of what is remembered: they are, by their words, which stand beside them."""

    def __hash__(self) -> int:  # type: ignore[override]
        return 0


@cache
def _judged(_words: str, known: _Facts, aktivitet: str, day: date, name: str) -> Standing:
    judging = ramme(name)
    try:
        read = bound(aktivitet_from({"titel": aktivitet, **known, "id": aktivitet}), judging, day)
    except Refused as refused:
        return {("fejl", ""): " ".join(dict.fromkeys(fault.message for fault in refused.diagnostics))}
    resultat, _ = direct.evaluate(judging, read, day)
    found: Standing = {("handling", ""): resultat.handling}
    for id_, regler in judging.regler_for.items():
        if [regel for regel in regler if not regel.om_rammen]:
            found["klausul", id_] = str(klausul_udfald(judging, resultat.udfald, id_))
    for oplysning in judging.oplysninger:
        value = fact_of(read, oplysning)
        if value is not None and not (getattr(value, "dato", None) and value.dato > day):
            found["oplysning", oplysning.name] = "oplyst"
    for frist in aktivitet_frister(judging, read, day):
        sag = ("skøn", frist.om_skoen) if frist.om_skoen else ("frist", frist.frist)
        if frist.tilstand == "overskredet":
            found[sag] = "for gammelt" if frist.om_skoen else "overskredet"
        elif frist.tilstand in ("kommende", "overholdt") and frist.varsles_fra and frist.varsles_fra <= day:
            found[sag] = "nærmer sig"
    return found


def matters(sag: tuple[str, str], before: Standing, now: Standing) -> bool:
    if sag[0] == "handling":
        return bool(now) if before else now.get(sag) in ("afslut", "fravælg")
    if sag[0] == "klausul":
        return sag in before and sag in now
    if sag[0] == "oplysning":
        return sag in before and sag not in now and bool(now) and ("fejl", "") not in now
    return sag in now
