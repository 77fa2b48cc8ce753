"""The laws of frister: unknown is sound, an interval is what the calendar says, and the rules say the same."""

from __future__ import annotations

import re
import sys
from datetime import date, timedelta
from functools import cache
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest
from frist_text import FACTS, HEAD, ramme_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rammevaerk as rv
from rammevaerk.explanation.frister import aktivitet_frister
from rammevaerk.explanation.fristvurdering import Tilstand

sys.path.insert(0, str(Path(__file__).parents[1] / "engines"))

from generator import TODAY, Generator, completions

NAAR = ("", "EU-projekt", "type er netværk og gør klogere", "a.1 er ikke opfyldt")
SIDST = ("dato i seneste evaluering", "start", "dato i seneste videndeling + 20 dage")
FOERSTE = ("", "start", "start + 1 måneder")
HVER = ("interval", "byrådsperiode")


@cache
def every_frist() -> rv.Rammevaerk:
    """A frist for each way to put these sentences together."""
    lines = []
    for number, (naar, sidst, foerste, hver) in enumerate(product(NAAR, SIDST, FOERSTE, HVER)):
        more = (f"gælder når: {naar}, " if naar else "") + (f"første: {foerste}, " if foerste else "")
        keys = f"{more}sidst: {sidst}, hver: {hver}, varsles: interval"
        lines.append(f"  f{number}: {{klausul: a.1, hvad: Det skal ske., {keys}}}\n")
    return ramme_of(HEAD.replace("12 måneder", "1 måned") + "".join(lines))


@settings(max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**63))
def test_a_known_tilstand_never_changes_when_a_missing_fact_is_filled_in(seed: int) -> None:
    random = Random(seed)
    partial = Generator(random).aktivitet(random.choice((0.1, 0.3, 0.6)))
    before = {one.frist: one for one in aktivitet_frister(every_frist(), partial, TODAY)}
    assert len(before) == len(NAAR) * len(SIDST) * len(FOERSTE) * len(HVER)
    for whole in completions(partial, random, 6):
        for now in aktivitet_frister(every_frist(), whole, TODAY):
            then = before[now.frist]
            if then.tilstand is not Tilstand.UAFKLARET:
                assert now.tilstand == then.tilstand, (partial, whole)
                days = (then.dato, then.sidst, then.varsles_fra)
                assert (now.dato, now.sidst, now.varsles_fra) == days, (partial, whole)
            elif now.tilstand is Tilstand.UAFKLARET:
                names = {mangel.navn for mangel in then.mangler}
                assert names or not now.mangler, (now, partial, whole)


def test_the_law_is_tried_on_every_tilstand_that_can_be_reached() -> None:
    seen: set[Tilstand] = set()
    for seed in range(40):
        random = Random(seed)
        seen |= {one.tilstand for one in aktivitet_frister(every_frist(), Generator(random).aktivitet(0.3), TODAY)}
    assert seen == set(Tilstand) - {Tilstand.IKKE_I_KRAFT}


def stepped(since: date, number: int, unit: str) -> date:
    """The day an interval ends, found by walking there: one day, or one month, at a time."""
    day = since
    if unit == "dage":
        for _ in range(number):
            day += timedelta(1)
        return day
    for _ in range(number):  # the first of each month in turn
        day = day.replace(day=28) + timedelta(5)
        day = day.replace(day=1)
    while day.month == (day + timedelta(1)).month and day.day < since.day:
        day += timedelta(1)
    return day


load = cache(rv.load)
NEAR = st.dates(date(2020, 1, 1), date(2024, 12, 31))


@cache
def with_interval(number: int, unit: str) -> rv.Rammevaerk:
    value = re.sub(r"værdier: .*", f"værdier: [{{værdi: {number} {unit}}}]", HEAD)
    frist = "  prøven: {klausul: a.1, hvad: H., sidst: dato i seneste evaluering, første: start, hver: interval}\n"
    return ramme_of(value + frist)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(
    happened=st.lists(NEAR, max_size=4),
    first=st.none() | NEAR,
    number=st.integers(1, 30),
    unit=st.sampled_from(["dage", "måneder"]),
    day=NEAR,
)
def test_an_interval_is_what_walking_through_the_calendar_finds(
    happened: list[date], first: date | None, number: int, unit: str, day: date
) -> None:
    facts = FACTS | {"start": first, "evalueringer": [{"dato": one} for one in happened]}
    (found,) = rv.frister(with_interval(number, unit), day, facts)
    past = [one for one in happened if one <= day]
    since = max(past) if past else first
    if since is None:
        assert (found.tilstand, found.dato) == ("uafklaret", None)
        return
    due = stepped(since, number, unit)
    good = "overholdt" if past else "kommende"
    assert (found.tilstand, found.dato) == (good if day <= due else "overskredet", due)
    assert found.sidst == (max(past) if past else None)


# The rules that say the same in other words


SITUATIONS = st.fixed_dictionaries(
    {
        "id": st.just("a"),
        "titel": st.just("A"),
        "status": st.sampled_from(["forslag", "i gang", "afsluttet"]),
        "type": st.sampled_from([None, "netværk", "projekt", "venskabsbysamarbejde"]),
        "evalueringer": st.none() | st.lists(NEAR.map(lambda day: {"dato": day}), max_size=3),
    }
)


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(facts=SITUATIONS, day=st.dates(date(2022, 1, 1), date(2025, 12, 31)))
@pytest.mark.parametrize(
    ("name", "regel"),
    [("odense-2022", "prioritering.4a"), ("kommunernes-internationale-arbejde", "venskabsbyer.5a")],
)
def test_the_rule_agrees_with_the_frist(name: str, regel: str, facts: dict[str, Any], day: date) -> None:
    loaded = load(name)
    (found,) = (one for one in rv.frister(loaded, day, facts) if one.aktivitet and not one.om_skoen)
    rules = [one for klausul in rv.vurder(facts, loaded, day).klausuler.values() for one in klausul.regler]
    udfald = next(one.udfald for one in rules if one.id == regel)
    same = {"overholdt": "opfyldt", "overskredet": "ikke opfyldt", "ikke relevant": "ikke relevant"}
    happened = facts["evalueringer"]
    if found.tilstand in same:
        assert udfald == same[found.tilstand]
    elif happened is None or any(one["dato"] <= day for one in happened):
        assert udfald == "uafklaret"
    else:  # never evaluated: the rule calls for it at once, the paper names no day
        assert udfald in {"ikke opfyldt", "uafklaret"}
