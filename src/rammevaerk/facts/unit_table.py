"""The words for units: one table, from which reading, writing and pint's registry all come."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Unreadable, did_you_mean
from rammevaerk.facts.kinds import RESOURCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ROWS: Final = (
    # (base unit, factor, words)
    ("kr.", "1", ("kr.", "kr", "krone", "kroner", "DKK")),
    ("kr.", "0.01", ("øre",)),
    ("kr.", "1000", ("t.kr.", "t. kr.", "tkr.")),
    ("kr.", "1000000", ("mio. kr.", "mio.kr.", "mio. kr", "mio kr.", "mio kr")),
    ("kr.", "1000000000", ("mia. kr.", "mia.kr.", "mia. kr", "mia kr.", "mia kr")),
    ("EUR", "1", ("EUR", "euro", "€")),
    ("EUR", "1000000", ("mio. EUR", "mio. euro", "mio EUR", "mio euro")),
    ("timer", "1", ("timer", "time")),
    ("årsværk", "1", ("årsværk",)),
    ("dage", "1", ("dage", "dag")),
    ("dage", "7", ("uger", "uge")),
    ("måneder", "1", ("måneder", "måned")),
    ("måneder", "12", ("år",)),
    ("pct.", "1", ("pct.", "pct", "%", "procent")),
    ("km", "1", ("km", "kilometer")),
    ("km", "0.001", ("m", "meter")),
    ("kg", "1", ("kg", "kilo")),
    ("kg", "1000", ("ton", "t")),
    ("kWh", "1", ("kWh",)),
    ("kWh", "1000", ("MWh",)),
    ("personer", "1", ("personer", "person")),
)

UNITS: Final[Mapping[str, tuple[str, Decimal]]] = {
    word: (base, Decimal(factor)) for base, factor, words in _ROWS for word in words
}
"""Word → base unit and exact factor."""

BASE_UNITS: Final = tuple(dict.fromkeys(base for base, _, _ in _ROWS))
RESOURCE_UNITS: Final = ("kr.", "EUR", "timer", "årsværk")
"""What an investering or udbytte is counted in; they convert only through declared, dated parameters."""

CALENDAR_UNITS: Final = ("dage", "måneder")
"""Calendar time: whole numbers of these only, for half a month is no date."""

SINGULAR: Final = {"timer": "time", "dage": "dag", "måneder": "måned", "personer": "person"}
KNOWN: Final = "kr., EUR, timer, årsværk, dage, uger, måneder og år"
_EXACT: Final = Context(prec=100)
"""Room for the product of any two bounded numbers; the ordinary 28 digits would round."""
_FOLDED: Final = {word.casefold(): word for word in UNITS}
_SUGGESTED: Final = tuple(word for word in UNITS if len(word) > 2)  # noqa: PLR2004 - a shorter word is near to anything


def base_unit(word: str) -> str:
    """The base unit a word for a unit belongs to: `uger` → `dage`."""
    return find_unit(word)[0]


def find_unit(word: str) -> tuple[str, Decimal]:
    """The base unit of a word and the exact factor to it; capital letters and width of blanks do not matter."""
    known = _FOLDED.get(" ".join(word.split()).casefold())
    if known is None:
        shown = word if len(word) <= 40 else f"{word[:40]} …"  # noqa: PLR2004 - a line on the screen
        raise Unreadable(f"ukendt enhed «{shown}»", did_you_mean(shown, _SUGGESTED) or f"kendte enheder er {KNOWN}")
    return UNITS[known]


def in_words(units: Iterable[str]) -> str:
    """Base units as a message lists them, RESOURCE by what it means."""
    return ", ".join("kr., EUR, timer eller årsværk" if unit == RESOURCE else unit for unit in units)


def plain(number: Decimal) -> Decimal:
    """The number without trailing zeros or exponent, so that equal amounts are written alike."""
    whole = number.to_integral_value()
    if number != whole:
        return number.normalize(_EXACT)
    return _EXACT.add(whole.quantize(Decimal(1), context=_EXACT), Decimal(0))
