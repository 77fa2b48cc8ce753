"""Amounts with units: exact decimals in base units, and pint for the dimensions of compound units.

Reading an amount never imports pint; the registry is built lazily, from the same table of words.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal, Inexact, localcontext
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.diagnostics import Unreadable
from rammevaerk.facts.kinds import RESOURCE
from rammevaerk.facts.numbers import NUMBER, read_number, write_number
from rammevaerk.facts.unit_table import (
    BASE_UNITS,
    CALENDAR_UNITS,
    KNOWN,
    RESOURCE_UNITS,
    SINGULAR,
    UNITS,
    base_unit,
    find_unit,
    in_words,
    plain,
)

if TYPE_CHECKING:
    import pint

__all__ = [
    "BASE_UNITS",
    "CALENDAR_UNITS",
    "RESOURCE_UNITS",
    "UNITS",
    "Maengde",
    "base_unit",
    "dimension",
    "in_pint",
    "in_words",
    "read_compound_quantity",
    "read_quantity",
    "registry",
    "unit_product",
    "unit_quotient",
    "write_quantity",
]

_MONEY: Final = ("kr.", "EUR")
_QUANTITY: Final = re.compile(rf"({NUMBER})(?:[ \u00a0]*)([^0-9\s.,+−-].*)")
_STARTS_AS_NUMBER: Final = re.compile(r"([-−]?[0-9][0-9.,]*)[ \u00a0]*(.*)")
_PER: Final = re.compile(r"\s*/\s*|\s+pr\.?\s+")
_TIMES: Final = re.compile(r"\s*·\s*")
_DEGREE: Final = 6
"""The most units multiplied; more is a mistake, never a policy."""


@dataclass(frozen=True, slots=True)
class Maengde:
    """An exact amount in a base unit."""

    tal: Decimal
    enhed: str

    def __str__(self) -> str:
        return write_quantity(self)


@lru_cache(maxsize=65536)
def read_quantity(text: str) -> Maengde:
    """An amount in Danish as exact decimals in its base unit.

    >>> read_quantity("1,5 mio. kr.")
    Maengde(tal=Decimal('1500000'), enhed='kr.')
    """
    number, word = _split(text)
    base, factor = find_unit(word)
    amount = Maengde(plain(read_number(number) * factor), base)
    if base in CALENDAR_UNITS and amount.tal != amount.tal.to_integral_value():
        raise Unreadable(f"«{text}» er ikke et helt antal {base}", "skriv kalendertid i hele dage eller hele måneder")
    return amount


def write_quantity(amount: Maengde) -> str:
    """The amount in Danish; singular after 1, and øre with two digits.

    >>> write_quantity(Maengde(Decimal("1234.5"), "kr."))
    '1.234,50 kr.'
    """
    number = write_number(amount.tal)
    if amount.enhed in _MONEY and re.search(r",[0-9]$", number):
        number += "0"
    if not amount.enhed:
        return number
    unit = SINGULAR.get(amount.enhed, amount.enhed) if number in {"1", "-1"} else amount.enhed
    return f"{number} {unit}"


def _split(text: str) -> tuple[str, str]:
    """The number and the unit's word, or why the text is no amount."""
    if found := _QUANTITY.fullmatch(text):
        return found[1], " ".join(found[2].split())
    shown = text if len(text) <= 40 else f"{text[:40]} …"  # noqa: PLR2004 - a line on the screen
    found = _STARTS_AS_NUMBER.fullmatch(text)
    if not found:
        raise Unreadable(f"«{shown}» er ikke en mængde", "skriv tal og enhed, fx «120.000 kr.» eller «37 timer»")
    number = found[1].rstrip(".,") if not found[2] else found[1]
    read_number(number)
    if not found[2]:
        raise Unreadable(f"mængden «{shown}» mangler en enhed", f"skriv en enhed efter tallet: {KNOWN}")
    return number, " ".join(found[2].split())


@cache
def registry() -> pint.UnitRegistry[Decimal]:
    """The one pint registry: every base unit its own dimension, every word from the table, decimals only."""
    import pint

    found: pint.UnitRegistry[Decimal] = pint.UnitRegistry(None, non_int_type=Decimal)
    for base in BASE_UNITS:
        found.define(f"{_symbol(base)} = [{_symbol(base)}]")
    for word, (base, factor) in UNITS.items():
        if word not in BASE_UNITS:
            found.define(f"{_symbol(word)} = {factor} * {_symbol(base)}")
    return found


def in_pint(amount: Decimal, word: str) -> pint.Quantity[Any]:
    """The amount as pint knows it, in the unit of the word as it stands in the table."""
    return registry().Quantity(amount, _symbol(word))


@lru_cache(maxsize=1024)
def dimension(unit: str) -> str:
    """The canonical unit of an expression (`kr. pr. time` → `kr./time`); two units compare when these are alike.

    >>> dimension("kroner pr. time")
    'kr./time'
    """
    return _written(_factors(unit))


@lru_cache(maxsize=1024)
def unit_product(left: str, right: str) -> str:
    """The canonical unit of a product; empty when the units cancel.

    >>> unit_product("kr./time", "timer")
    'kr.'
    """
    if not left or not right:
        return left or right
    return _written(_factors(left) * _factors(right))


@lru_cache(maxsize=1024)
def unit_quotient(left: str, right: str) -> str:
    """The canonical unit of a quotient; empty when the units cancel.

    >>> unit_quotient("kr.", "timer")
    'kr./time'
    """
    if not right:
        return left
    if left == right and left != RESOURCE:
        return ""
    return _written(_factors(left) / _factors(right))


def read_compound_quantity(text: str) -> Maengde:
    """An amount whose unit may be compound: `485 kr. pr. time`, `7,46 kr./EUR`, also the plain ones.

    >>> read_compound_quantity("1.628 timer/årsværk")
    Maengde(tal=Decimal('1628'), enhed='timer/årsværk')
    """
    found = _QUANTITY.fullmatch(text)
    if not found or not _PER.search(found[2]):
        return read_quantity(text)
    parts = _parts(" ".join(found[2].split()))
    amount, divisor = read_number(found[1]), Decimal(1)
    for (_, factor), power in parts:
        amount, divisor = (amount * factor, divisor) if power > 0 else (amount, divisor * factor)
    return Maengde(plain(_exact_quotient(amount, divisor, text)), _written(_unit_of(parts)))


def _exact_quotient(amount: Decimal, divisor: Decimal, text: str) -> Decimal:
    """The quotient, unless it has no end: a price per week is no exact price per day."""
    with localcontext() as context:
        context.traps[Inexact] = True
        try:
            return amount / divisor
        except Inexact:
            help_line = "brug grundenhederne: kr., EUR, timer, årsværk, dage eller måneder"
            raise Unreadable(f"«{text}» kan ikke omregnes nøjagtigt", help_line) from None


def _factors(unit: str) -> pint.Unit:
    """An expression as a pint unit of base units."""
    if unit == RESOURCE:
        raise Unreadable("en mængde, der kan være både penge og arbejdstid, kan ikke ganges eller deles", _RESOURCE)
    return _unit_of(_parts(unit) if unit else [])


def _parts(unit: str) -> list[tuple[tuple[str, Decimal], int]]:
    """The words of a compound unit: base unit, exact factor, and 1 above or -1 below the line."""
    return [
        (find_unit(word), -1 if index else 1)
        for index, part in enumerate(_PER.split(unit))
        for word in _TIMES.split(part)
        if word != "1"
    ]


def _unit_of(parts: list[tuple[tuple[str, Decimal], int]]) -> pint.Unit:
    result = registry().Unit("")
    for (base, _), power in parts:
        result = result * registry().Unit(_symbol(base)) ** power
    return result


def _written(unit: pint.Unit) -> str:
    """A pint unit in our words: `kr./time`, `kr.·timer`, `1/time`."""
    names = unit._units  # noqa: SLF001 - pint has no public way to the powers
    powers = Counter({_symbols()[name]: int(str(power)) for name, power in names.items()})
    if sum(map(abs, powers.values())) > _DEGREE:
        raise Unreadable("enheden er ganget sammen af for mange enheder", "del regnestykket op")
    above = [base for base in BASE_UNITS for _ in range(powers[base])]
    below = [SINGULAR.get(base, base) for base in BASE_UNITS for _ in range(-powers[base])]
    if not below:
        return "·".join(above)
    return "/".join(["·".join(above) or "1", *below])


def _symbol(word: str) -> str:
    """A word as pint can spell it: letters only, each other sign by its number."""
    return "u_" + "".join(sign if sign.isascii() and sign.isalpha() else f"_{ord(sign)}_" for sign in word)


@cache
def _symbols() -> dict[str, str]:
    return {_symbol(base): base for base in BASE_UNITS}


_RESOURCE: Final = "angiv timepris, årsværk i timer og eurokurs, så alle mængder bliver til kr."
