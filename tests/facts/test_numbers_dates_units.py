"""Laws of numbers, dates and amounts: what is written reads back, exactly, and units are pint's."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rammevaerk.diagnostics import Unreadable
from rammevaerk.facts.dates import add_months, read_date, write_date
from rammevaerk.facts.kinds import RESOURCE
from rammevaerk.facts.numbers import read_number, write_number
from rammevaerk.facts.unit_table import find_unit
from rammevaerk.facts.units import (
    BASE_UNITS,
    CALENDAR_UNITS,
    UNITS,
    Maengde,
    base_unit,
    dimension,
    in_pint,
    read_compound_quantity,
    read_quantity,
    registry,
    unit_product,
    unit_quotient,
    write_quantity,
)

numbers = st.decimals(Decimal(-(10**15) + 1), Decimal(10**15 - 1), places=6) | st.integers(
    -(10**15) + 1, 10**15 - 1
).map(Decimal)
oere = st.integers(-(10**17) + 1, 10**17 - 1).map(lambda n: Decimal(n).scaleb(-2))
words = st.sampled_from(sorted(UNITS))
units = st.sampled_from(BASE_UNITS)
dates = st.dates(date(1000, 1, 1))


@given(numbers)
def test_a_number_reads_back(number):
    assert read_number(write_number(number)) == number


@given(oere)
def test_money_is_exact_to_the_oere(amount):
    assert read_quantity(f"{write_number(amount)} kr.") == Maengde(amount, "kr.")
    assert write_quantity(read_quantity(f"{write_number(amount)} kr.")) == write_quantity(Maengde(amount, "kr."))


def test_money_that_a_float_gets_wrong():
    total = sum((read_quantity("0,10 kr.").tal for _ in range(3)), Decimal(0))
    assert total == read_quantity("0,30 kr.").tal
    assert read_quantity("9.007.199.254.740,993 kr.").tal == Decimal("9007199254740.993")
    assert read_quantity("90.071.992.547.409,93 kr.").tal * 100 == Decimal(9007199254740993)


@given(dates)
def test_a_date_reads_back(day):
    assert read_date(write_date(day)) == read_date(day.isoformat()) == day


@given(numbers, words)
def test_the_table_agrees_with_pint(number, word):
    base, factor = find_unit(word)
    expected = in_pint(number, word).to(in_pint(Decimal(1), base).units)
    assert number * factor == expected.magnitude
    assert isinstance(expected.magnitude, Decimal)


@given(units, units)
def test_base_units_are_dimensions_of_their_own(left, right):
    alike = in_pint(Decimal(1), left).dimensionality == in_pint(Decimal(1), right).dimensionality
    assert alike == (left == right)


@given(numbers.map(lambda n: n.to_integral_value()), words)
def test_an_amount_reads_back(number, word):
    amount = read_quantity(f"{write_number(number)} {word}")
    assert amount.enhed == base_unit(word)
    if len(amount.tal.as_tuple().digits) <= 15 and abs(amount.tal) < 10**15:
        assert read_quantity(write_quantity(amount)) == amount


@given(units, units)
def test_a_quotient_times_its_divisor_is_what_it_was(left, right):
    assert unit_product(unit_quotient(left, right), right) == left
    assert unit_quotient(unit_product(left, right), right) == left
    assert dimension(unit_product(left, right)) == unit_product(right, left)


def test_compound_units():
    assert unit_product("kr./time", "timer") == "kr."
    assert unit_product("timer/årsværk", "årsværk") == "timer"
    assert unit_quotient("kr.", "timer") == "kr./time"
    assert unit_quotient("kr.", "kr.") == ""
    assert dimension("kroner pr. time") == dimension("øre/time") == "kr./time"
    assert read_compound_quantity("485 kr. pr. time") == Maengde(Decimal(485), "kr./time")
    assert read_compound_quantity("7,46 kr./EUR") == Maengde(Decimal("7.46"), "kr./EUR")
    assert read_compound_quantity("1.628 timer/årsværk") == Maengde(Decimal(1628), "timer/årsværk")
    assert read_compound_quantity("50 øre pr. time") == Maengde(Decimal("0.5"), "kr./time")
    assert unit_product(RESOURCE, "") == RESOURCE
    assert registry() is registry()


@pytest.mark.parametrize("text", ["5 kr. pr. uge", "5 kr./bil", "5 kr./", "kr./time", "1.23 kr./time"])
def test_compound_amounts_that_are_refused(text):
    with pytest.raises(Unreadable):
        read_compound_quantity(text)


def test_money_or_working_time_is_not_multiplied():
    with pytest.raises(Unreadable):
        unit_quotient(RESOURCE, RESOURCE)
    with pytest.raises(Unreadable):
        unit_product(RESOURCE, "timer")


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [("1,234", "1.234", "1,2340"), ("1.23", "1,23", "123"), ("12.5", "12,5", "125"), ("-3,500", "-3.500", "-3,5000")],
)
def test_two_readings_are_both_named(text, first, second):
    with pytest.raises(Unreadable) as unreadable:
        read_number(text)
    assert f"«{first}»" in unreadable.value.help
    assert f"«{second}»" in unreadable.value.help


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "1e5",
        "+5",
        "01",
        "1 000",
        "1..2",
        "1,",
        ",5",
        "1.2345",
        "1,234.56",
        "0.5",
        "٣",
        "1" * 16,
        "0,1234567",
        "1" * 99,
    ],
)
def test_texts_that_are_no_number(text):
    with pytest.raises(Unreadable):
        read_number(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.234", "1234"),
        ("1.234,56", "1234.56"),
        ("0,5", "0.5"),
        ("0,234", "0.234"),
        ("1234,567", "1234.567"),
        ("-0", "0"),
    ],
)
def test_danish_numbers(text, number):
    assert str(read_number(text)) == number


@pytest.mark.parametrize(
    "text",
    [
        "31.2.2025",
        "29.2.2023",
        "2025-13-01",
        "24.12.25",
        "2025-W01-1",
        "20251224",
        "0",
        "24.12.2025 10:00",
        " 1.1.2025",
        "٠١.٠١.٢٠٢٥",
    ],
)
def test_texts_that_are_no_date(text):
    with pytest.raises(Unreadable):
        read_date(text)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 3, 31), -1, date(2025, 2, 28)),
        (date(2025, 12, 1), 1, date(2026, 1, 1)),
        (date(2025, 1, 1), -1, date(2024, 12, 1)),
    ],
)
def test_whole_months(day, months, expected):
    assert add_months(day, months) == expected


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-600, 600), st.integers(-600, 600))
def test_months_move_the_month_and_never_the_day_forward(day, first, second):
    moved = add_months(day, first)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == first
    assert moved.day == day.day or moved.day < day.day
    assert add_months(day, first + second) >= add_months(moved, second)


def test_months_beyond_the_calendar():
    with pytest.raises(Unreadable):
        add_months(date(9999, 12, 1), 1)


@pytest.mark.parametrize("text", ["0,5 måneder", "1,5 uger", "0,3 år", "1,5 dage"])
def test_calendar_time_is_whole(text):
    with pytest.raises(Unreadable):
        read_quantity(text)


def test_calendar_time_in_base_units():
    assert read_quantity("2 år") == Maengde(Decimal(24), "måneder")
    assert read_quantity("0,5 år") == Maengde(Decimal(6), "måneder")
    assert read_quantity("2 uger") == Maengde(Decimal(14), "dage")
    assert {base_unit("år"), base_unit("uge")} == set(CALENDAR_UNITS)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1 time", "1 time"),
        ("1.234,5 kr.", "1.234,50 kr."),
        ("120000 KR.", "120.000 kr."),
        ("1,5 mio. kr.", "1.500.000 kr."),
        ("99 øre", "0,99 kr."),
        ("50 %", "50 pct."),
        ("10 €", "10 EUR"),
        ("500 m", "0,5 km"),
        ("12 måneder", "12 måneder"),
    ],
)
def test_amounts_are_written_in_one_way(text, written):
    assert write_quantity(read_quantity(text)) == written
