"""Days without a version, and other papers that no longer hold."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from frist_text import DAY, FACTS, odense, ramme_of
from hypothesis import given, settings
from hypothesis import strategies as st

import rammevaerk as rv
from rammevaerk.explanation.frister import fristoversigt
from rammevaerk.explanation.fristvurdering import Hul
from rammevaerk.explanation.huller import gaps, huller
from rammevaerk.model.klausul import ALWAYS, Periode


@pytest.mark.parametrize(
    ("periods", "within", "free"),
    [
        ([], ALWAYS, [ALWAYS]),
        ([ALWAYS], ALWAYS, []),
        ([Periode(date(2022, 1, 1))], ALWAYS, [Periode(None, date(2021, 12, 31))]),
        ([Periode(date(2022, 1, 1))], Periode(date(2022, 1, 1)), []),
        ([Periode(None, date(2022, 1, 1))], ALWAYS, [Periode(date(2022, 1, 2))]),
        (
            [Periode(date(2024, 1, 1), date(2024, 1, 31)), Periode(None, date(2023, 1, 1))],
            Periode(date(2022, 1, 1), date(2024, 1, 15)),
            [Periode(date(2023, 1, 2), date(2023, 12, 31))],
        ),
        (
            [Periode(date(2026, 1, 1))],
            Periode(date(2022, 1, 1), date(2024, 1, 15)),
            [Periode(date(2022, 1, 1), date(2024, 1, 15))],
        ),
    ],
)
def test_what_is_left_over_is_the_gaps(periods: list[Periode], within: Periode, free: list[Periode]) -> None:
    assert gaps(periods, within) == tuple(free)


BEGIN = date(2024, 1, 1)
SPANS = st.builds(
    lambda begins, length: Periode(BEGIN + timedelta(begins), BEGIN + timedelta(begins + length)),
    st.integers(0, 25),
    st.integers(0, 8),
)


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.lists(SPANS, max_size=4), SPANS)
def test_a_day_is_covered_or_in_a_gap_and_never_both(periods: list[Periode], within: Periode) -> None:
    free = gaps(periods, within)
    for number in range(-3, 40):
        day = BEGIN + timedelta(number)
        covered = any(one.covers(day) for one in periods)
        assert sum(one.covers(day) for one in free) == (within.covers(day) and not covered)


def test_a_gap_names_what_has_none_and_whom_it_touches() -> None:
    text = """
    rammeværk: prøve
    gælder: {fra: 2020-01-01, til: 2029-12-31}
    parametre:
      loft: {klausul: a.1, værdier: [{fra: 2020-01-01, til: 2023-12-31, værdi: 1}, {fra: 2025-01-01, værdi: 2}]}
      interval: {klausul: b.1, værdier: [{til: 2027-12-31, værdi: 12 måneder}]}
    regler:
      - {id: a.1a, klausul: a.1, krav: antal kerneopgaver er mindst loft, gælder: {til: 2025-12-31}}
      - {id: a.1b, klausul: a.1, krav: antal partnere er mindst loft, gælder: {fra: 2026-01-01, til: 2028-12-31}}
      - {id: b.1, klausul: b.1, krav: EU-projekt}
    frister:
      møde: {klausul: b.1, hvad: Der holdes møde., sidst: start, hver: interval}
    """
    found = huller(ramme_of(text), DAY)
    assert found == (
        Hul("parameter", "loft", Periode(date(2024, 1, 1), date(2024, 12, 31)), ("a.1",)),
        Hul("parameter", "interval", Periode(date(2028, 1, 1), date(2029, 12, 31)), ("b.1",)),
        Hul("klausul", "a.1", Periode(date(2029, 1, 1), date(2029, 12, 31)), ("a.1",)),
        Hul("rammeværk", "prøve", Periode(date(2030, 1, 1))),
    )
    assert huller(ramme_of(text), date(2024, 12, 31)) == found
    assert [one.navn for one in huller(ramme_of(text), date(2025, 1, 1))] == ["interval", "a.1", "prøve"]


def test_without_a_day_to_warn_from_no_klausul_is_undecided() -> None:
    text = """
    rammeværk: prøve
    gælder: {fra: 2020-01-01, til: 2029-12-31}
    revision: {senest: 2025-12-31, klausul: a.1, varsles: forvarsel}
    parametre:
      interval: {værdier: [{værdi: 1 måned}]}
      varsel: {klausul: a.1, værdier: [{fra: 2025-01-01, værdi: 30 dage}]}
      forvarsel: {klausul: a.1, værdier: [{til: 2024-12-31, værdi: 30 dage}]}
    regler: [{id: a.1, klausul: a.1, krav: EU-projekt}]
    frister: {møde: {klausul: a.1, hvad: H., sidst: start, hver: interval, varsles: varsel}}
    """
    assert huller(ramme_of(text), date(2022, 1, 1))[:2] == (
        Hul("parameter", "varsel", Periode(date(2020, 1, 1), date(2024, 12, 31))),
        Hul("parameter", "forvarsel", Periode(date(2025, 1, 1), date(2029, 12, 31))),
    )


def test_a_lapsed_paper_is_told_in_the_vurdering_and_turns_nothing() -> None:
    ours = odense()
    last, after = (rv.vurder(FACTS, ours, day) for day in (date(2024, 12, 31), date(2025, 1, 1)))
    flag = "Henvisningen til Vækst Sammen 2021-2024 er udløbet. Papiret gjaldt til og med 31.12.2024."
    assert [id_ for id_, one in after.klausuler.items() if flag in one.begrundelse] == ["mål.4", "mål.9"]
    assert not any("udløbet" in one.begrundelse for one in last.klausuler.values())
    advice = after.indstilling
    assert not any(
        "udløbet" in one.tekst for part in (advice.bemaerkninger, advice.vilkaar, advice.begrundelser) for one in part
    )
    assert {id_: one.udfald for id_, one in last.klausuler.items()} == {
        id_: one.udfald for id_, one in after.klausuler.items()
    }
    assert [one.udloebet for one in fristoversigt(ours, date(2025, 1, 1)).henvisninger] == [False, True]
