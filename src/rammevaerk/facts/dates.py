"""Dates as Danes and ISO write them, and whole months added to them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Final

from rammevaerk.diagnostics import Unreadable

DATE: Final = r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
"""A date; the rule language's lexer uses the same pattern."""

_DANISH: Final = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_SHORT_YEAR: Final = re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2}")
_CLOCK: Final = re.compile(r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})[T ].*", re.DOTALL)
_HELP: Final = "skriv datoen som «24.12.2025» eller «2025-12-24»"


def read_date(text: str) -> date:
    """A date written `24.12.2025`, `4.1.2025` or `2025-12-24`.

    >>> read_date("4.1.2025")
    datetime.date(2025, 1, 4)
    """
    if found := _ISO.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _DANISH.fullmatch(text):
        day, month, year = map(int, found.groups())
    else:
        raise _unreadable(text)
    try:
        return date(year, month, day)
    except ValueError:
        raise Unreadable(f"datoen «{text}» findes ikke", "kontrollér dag og måned") from None


def write_date(day: date) -> str:
    """The date as Danes write it, with two digits for day and month.

    >>> write_date(date(2025, 1, 4))
    '04.01.2025'
    """
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or the last of that month where it has no such day.

    >>> add_months(date(2025, 1, 31), 1)
    datetime.date(2025, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:  # noqa: PLR2004 - the calendar's own bounds
        raise Unreadable(f"{write_date(day)} flyttet {months} måneder ligger uden for kalenderen")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _unreadable(text: str) -> Unreadable:
    shown = text if len(text) <= 40 else f"{text[:40]} …"  # noqa: PLR2004 - a line on the screen
    if _SHORT_YEAR.fullmatch(text):
        return Unreadable(f"årstallet i «{shown}» har to cifre", "skriv året med fire cifre, fx «24.12.2025»")
    if _CLOCK.fullmatch(text):
        return Unreadable(f"«{shown}» har et klokkeslæt", "skriv datoen alene, fx «24.12.2025»")
    return Unreadable(f"«{shown}» er ikke en dato", _HELP)
