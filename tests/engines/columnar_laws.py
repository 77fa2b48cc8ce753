"""That `columnar` answers what the specification does, for one seed; tests and long run both go through here."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import random_facts
from generator import DAYS
from wide_generator import Wide

from rammevaerk.diagnostics import Refused
from rammevaerk.engines import direct
from rammevaerk.explanation.binding import bound, unpriced
from rammevaerk.explanation.judge import explain
from rammevaerk.explanation.whole_portfolio import Workshop, judge_parts, parts_of
from rammevaerk.facts.reading import aktivitet_from

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from rammevaerk.explanation.portefoeljesvar import Aktivitetssvar
    from rammevaerk.explanation.vurdering import Vurdering
    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.model.rammevaerk import Rammevaerk

PER_RULES = 40
"""Aktiviteter to a random rule set."""


def answer_of(ramme: Rammevaerk, aktivitet: Aktivitet, day: date) -> Vurdering:
    known = bound(aktivitet, ramme, day)
    return explain(ramme, known, day, *direct.evaluate(ramme, known, day))


def agree(ramme: Rammevaerk, svar: Aktivitetssvar, wanted: Vurdering, note: object) -> None:
    """The same in everything but the sentences."""
    regler = {regel.id: regel.udfald for one in wanted.klausuler.values() for regel in one.regler}
    assert dict(svar.regler) == regler, note
    assert dict(svar.klausuler) == {id_: one.udfald for id_, one in wanted.klausuler.items()}, note
    assert svar.handling == wanted.indstilling.handling, note
    klausul_of = [ramme.regel[id_].klausul for id_ in svar.vilkaar]
    assert klausul_of == [one.klausul for one in wanted.indstilling.vilkaar], note
    told_of = [ramme.regel[id_].klausul for id_ in svar.bemaerkninger]
    assert told_of == [one.klausul for one in wanted.indstilling.bemaerkninger], note
    assert svar.mangler == wanted.mangler, note


def check_portfolio(ramme: Rammevaerk, aktiviteter: Sequence[Aktivitet], day: date, note: object) -> int:
    """Both engines on the same aktiviteter. Answers how many pairs were looked at."""
    workshop = Workshop()
    svar = judge_parts(ramme, parts_of(ramme, aktiviteter, lambda one: unpriced(one, ramme)), day, workshop)
    assert svar.antal == len(aktiviteter), note
    handlinger: dict[str, int] = dict.fromkeys(svar.handlinger, 0)
    for number, (one, aktivitet) in enumerate(zip(svar, aktiviteter, strict=True)):
        agree(ramme, one, answer_of(ramme, aktivitet, day), (note, number))
        handlinger[one.handling] += 1
    assert handlinger == dict(svar.handlinger), note
    return len(aktiviteter)


def check_rule_set(seed: int) -> int:
    """A random rule set on a random day. Answers how many pairs were looked at; 0 if it was refused by name."""
    random = Random(seed)
    generator = Wide(random)
    ramme, day = generator.rammevaerk(random.randint(1, 6)), random.choice(DAYS)
    made = [generator.aktivitet(random.choice((0.0, 0.1, 0.3))) for _ in range(PER_RULES)]
    aktiviteter = []
    for number, one in enumerate(made):
        aktivitet = one.model_copy(update={"id": f"a{number}"})
        try:
            bound(aktivitet, ramme, day)
        except Refused:
            continue  # its bidrag contradicts its amounts at the rates of the day
        aktiviteter.append(aktivitet)
    try:
        return check_portfolio(ramme, aktiviteter, day, seed)
    except Refused as refused:
        if {fault.code for fault in refused.diagnostics} == {"M006"}:
            return 0
        raise


def random_portfolio(ramme: Rammevaerk, number: int, seed: int) -> list[Aktivitet]:
    """Random aktiviteter of the whole fact contract, with gaps."""
    random = Random(seed)
    return [aktivitet_from(_random_facts(ramme, random, f"a{seed}.{place}")) for place in range(number)]


def _random_facts(ramme: Rammevaerk, random: Random, id_: str) -> dict[str, Any]:
    known = random_facts.whole(ramme, random)
    share = random.choice((0.0, 0.1, 0.3))
    with_gaps = {key: random_facts.forgotten(value, random, share) for key, value in known.items()}
    return {**with_gaps, "id": id_, "titel": "x", "status": known["status"], "egne": with_gaps["egne"] or {}}
