"""What is asked of the calendar: dates moved without falling off it, the latest of dated records, council terms."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from rammevaerk.diagnostics import Unreadable
from rammevaerk.facts.dates import add_months

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

FIRST_TERM: Final = 1982
"""The first year of the first council term that began on the 1 January after the election, as they have since."""
LAST_TERM: Final = 2098
"""The first year of the last term that is written out where a list of them is wanted."""
_YEARS: Final = 4


def moved(day: date, amount: Decimal, unit: Literal["dage", "måneder"]) -> date:
    """The day so many whole days or months away; beyond the calendar, its first or last day."""
    try:
        return add_months(day, int(amount)) if unit == "måneder" else day + timedelta(int(amount))
    except (Unreadable, OverflowError):
        return date.max if amount > 0 else date.min


def recent(records: Sequence[Any], number: int, today: date) -> list[tuple[Any, ...]] | None:
    """The records of the `number` latest dates up to today, grouped by date, the latest first.

    None is unknown: one of them has no date, so it may be the latest, or there are fewer dates than asked for.
    """
    if any(record.dato is None for record in records):
        return None
    days = sorted({record.dato for record in records if record.dato <= today}, reverse=True)[:number]
    if len(days) < number:
        return None
    return [tuple(record for record in records if record.dato == day) for day in days]


def agreed(values: Sequence[Any]) -> Any:  # noqa: ANN401 - whatever the records hold
    """What records of one date say together: their one answer, or unknown when they do not agree."""
    first = values[0]
    return first if all(value == first for value in values) else None


class Byraadsperiode(NamedTuple):
    """A council term: four calendar years, both days included."""

    start: date
    slut: date

    @property
    def next(self) -> Byraadsperiode:
        """The term after it; after the last of the calendar, that one again."""
        return find_byraadsperiode(day_after(self.slut))


def find_byraadsperiode(day: date) -> Byraadsperiode:
    """The council term a day lies in, reckoned in both directions from those there are.

    >>> find_byraadsperiode(date(2025, 12, 31)).start, find_byraadsperiode(date(2026, 1, 1)).slut
    (datetime.date(2022, 1, 1), datetime.date(2029, 12, 31))
    """
    begins = FIRST_TERM + (day.year - FIRST_TERM) // _YEARS * _YEARS
    ends = begins + _YEARS - 1
    return Byraadsperiode(date(max(begins, date.min.year), 1, 1), date(min(ends, date.max.year), 12, 31))


def byraadsperioder() -> Iterator[Byraadsperiode]:
    """Every council term from the first to the last that is written out."""
    return (find_byraadsperiode(date(year, 1, 1)) for year in range(FIRST_TERM, LAST_TERM + 1, _YEARS))


def day_before(day: date) -> date:
    """The day before; the calendar's first day has none."""
    return day - timedelta(1) if day > date.min else day


def day_after(day: date) -> date:
    """The day after; the calendar's last day has none."""
    return day + timedelta(1) if day < date.max else day
