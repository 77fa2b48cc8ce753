"""Forgetting a fact never changes an answer that is still known: odense-2022 over the whole fact contract."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

import rammevaerk as rv
from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.facts.kinds import RESOURCE, Kind

DAY = date(2024, 6, 1)
PLACES = ("Odense", "Svendborg", "København")


def _value(kind: Kind, name: str, ramme: rv.Rammevaerk, random: Random) -> Any:
    """Some value of the kind, as a facts file holds it."""
    if kind.skoen:
        return {"svar": random.random() < 0.6, "svaret_af": "chef", "dato": _day(random)}
    match kind.art:
        case "ja/nej":
            return random.random() < 0.5
        case "valg":
            return random.choice(kind.options)
        case "dato":
            return _day(random)
        case "tal":
            return f"{random.randint(0, 3)} {'kr.' if kind.unit == RESOURCE else kind.unit}".strip()
        case "liste" if kind.element:
            names = ramme.opslag.get(name, ("a", "b"))
            return random.sample(names, random.randint(0, 2))
        case "liste":
            unsaid = random.choice(("bidrag", "investering"))  # with both said, they could contradict each other
            fields = [f for f in kind.fields if f.key not in ("note", unsaid)]
            made = range(random.randint(0, 3))
            return [{f.key: _value(f.kind, f.name, ramme, random) for f in fields} for _ in made]
    return random.choice(PLACES)


def _day(random: Random) -> str:
    return str(DAY + timedelta(random.choice((-400, -367, -366, -365, -1, 0, 1))))


def _whole(ramme: rv.Rammevaerk, random: Random) -> dict[str, Any]:
    fixed = {"id": "x", "titel": "x", "status": random.choice(("forslag", "i gang", "i gang", "afsluttet"))}
    left_out = {"kle", "start", "slut", *fixed}
    facts = [fact for fact in CATALOGUE.values() if fact.key not in left_out]
    own = {fact.name: _value(fact.kind, fact.name, ramme, random) for fact in ramme.egne.values()}
    return {**fixed, **{fact.key: _value(fact.kind, fact.name, ramme, random) for fact in facts}, "egne": own}


def _forgotten(value: Any, random: Random, share: float) -> Any:
    """The same with some of it unknown, also inside records; a list keeps its length or is wholly unknown.

    A skøn is forgotten whole: without its date it counts as an unsigned answer, which is a known one.
    """
    if random.random() < share:
        return None
    if isinstance(value, dict) and "svar" not in value:
        return {key: _forgotten(inner, random, share) for key, inner in value.items()}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [{key: _forgotten(inner, random, share) for key, inner in record.items()} for record in value]
    return value


@pytest.mark.parametrize("seed", range(8))
def test_forgetting_never_changes_a_known_answer(seed: int) -> None:
    ramme = rv.load("odense-2022")
    random = Random(seed)
    known = 0
    for _ in range(100):
        whole = _whole(ramme, random)
        keep = {"id", "titel", "status"}
        partial = {
            key: value if key in keep else _forgotten(value, random, random.choice((0.05, 0.2, 0.5))) or None
            for key, value in whole.items()
        }
        for key, value in whole.items():
            if value == [] and random.random() < 0.7:
                partial[key] = []
        then, now = rv.vurder(whole, ramme, dato=DAY), rv.vurder(partial, ramme, dato=DAY)
        for id_, klausul in now.klausuler.items():
            if klausul.udfald != "uafklaret":
                known += 1
                assert then.klausuler[id_].udfald == klausul.udfald, (id_, partial, whole)
        assert now.indstilling.handling in ("afvent", then.indstilling.handling), (partial, whole)
    assert known > 1_000  # the law says nothing of answers that are never known
