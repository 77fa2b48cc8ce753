"""Random facts of the whole fact contract for a real rammeværk, as a facts file holds them, and the same with gaps."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.facts.kinds import RESOURCE, Kind

if TYPE_CHECKING:
    from random import Random

    import rammevaerk as rv

DAY = date(2024, 6, 1)
PLACES = ("Odense", "Svendborg", "København")


def value(kind: Kind, name: str, ramme: rv.Rammevaerk, random: Random, around: date = DAY) -> Any:
    """Some value of the kind; dates lie about a year around that day."""
    if kind.skoen:
        return {"svar": random.random() < 0.6, "svaret_af": "chef", "dato": day(random, around)}
    match kind.art:
        case "ja/nej":
            return random.random() < 0.5
        case "valg":
            return random.choice(kind.options)
        case "dato":
            return day(random, around)
        case "tal":
            return f"{random.randint(0, 3)} {'kr.' if kind.unit == RESOURCE else kind.unit}".strip()
        case "liste" if kind.element:
            names = ramme.opslag.get(name, ("a", "b"))
            return random.sample(names, random.randint(0, 2))
        case "liste":
            unsaid = random.choice(("bidrag", "investering"))  # with both said, they could contradict each other
            fields = [f for f in kind.fields if f.key not in ("note", unsaid)]
            made = range(random.randint(0, 3))
            return [{f.key: value(f.kind, f.name, ramme, random, around) for f in fields} for _ in made]
    return random.choice(PLACES)


def day(random: Random, around: date) -> str:
    return str(around + timedelta(random.choice((-400, -367, -366, -365, -1, 0, 1))))


def whole(ramme: rv.Rammevaerk, random: Random, around: date = DAY) -> dict[str, Any]:
    """An aktivitet of which everything is known, but for the dates that could contradict each other."""
    fixed = {"id": "x", "titel": "x", "status": random.choice(("forslag", "i gang", "i gang", "afsluttet"))}
    left_out = {"kle", "start", "slut", *fixed}
    facts = [fact for fact in CATALOGUE.values() if fact.key not in left_out]
    own = {fact.name: value(fact.kind, fact.name, ramme, random, around) for fact in ramme.egne.values()}
    return {**fixed, **{fact.key: value(fact.kind, fact.name, ramme, random, around) for fact in facts}, "egne": own}


def forgotten(known: Any, random: Random, share: float) -> Any:
    """The same with some of it unknown, also inside records; a list keeps its length or is wholly unknown.

    A skøn is forgotten whole: without its date it counts as an unsigned answer, which is a known one.
    """
    if random.random() < share:
        return None
    if isinstance(known, dict) and "svar" not in known:
        return {key: forgotten(inner, random, share) for key, inner in known.items()}
    if isinstance(known, list) and known and isinstance(known[0], dict):
        return [{key: forgotten(inner, random, share) for key, inner in record.items()} for record in known]
    return known
