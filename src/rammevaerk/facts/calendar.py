"""What engines ask of the calendar: dates moved without falling off it, and the latest of dated records."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal

from rammevaerk.diagnostics import Unreadable
from rammevaerk.facts.dates import add_months

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal


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
