"""Council terms, by hand and by counting, and days at the ends of the calendar."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rammevaerk.facts.calendar import byraadsperioder, day_after, day_before, find_byraadsperiode

BY_HAND = [
    (2002, 2005),
    (2006, 2009),
    (2010, 2013),
    (2014, 2017),
    (2018, 2021),
    (2022, 2025),
    (2026, 2029),
    (2030, 2033),
]


@pytest.mark.parametrize(("first", "last"), BY_HAND)
def test_the_terms_are_those_of_the_elections(first: int, last: int) -> None:
    for day in (date(first, 1, 1), date(first + 1, 6, 15), date(last, 12, 31)):
        assert find_byraadsperiode(day) == (date(first, 1, 1), date(last, 12, 31))


def test_the_terms_follow_each_other_without_a_day_between() -> None:
    terms = list(byraadsperioder())
    assert (terms[0].start, terms[-1].slut) == (date(1982, 1, 1), date(2101, 12, 31))
    for one, other in pairwise(terms):
        assert one.next == other
        assert other.start == one.slut + timedelta(1)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.dates(date(1982, 1, 1), date(2101, 12, 31)))
def test_a_day_lies_in_the_one_term_that_counting_finds(day: date) -> None:
    year = 1982
    while year + 4 <= day.year:
        year += 4
    assert find_byraadsperiode(day) == (date(year, 1, 1), date(year + 3, 12, 31))


def test_no_term_falls_off_the_calendar() -> None:
    assert find_byraadsperiode(date.min).start == date.min
    last = find_byraadsperiode(date.max)
    assert last.slut == date.max
    assert last.next == last


def test_the_calendar_has_a_first_and_a_last_day() -> None:
    assert (day_before(date(2024, 3, 1)), day_after(date(2024, 2, 28))) == (date(2024, 2, 29), date(2024, 2, 29))
    assert (day_before(date.min), day_after(date.max)) == (date.min, date.max)
