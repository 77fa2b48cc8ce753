"""What a rammeværk says that working time and euro are worth."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from rammevaerk.facts.rates import Rates
from rammevaerk.model.reads import RATES

if TYPE_CHECKING:
    from datetime import date

    from rammevaerk.model.rammevaerk import Rammevaerk


def rates_on(ramme: Rammevaerk, day: date) -> Rates | None:
    """The rates in force that day; None where there are none at all."""
    timepris, hours, euro = (_amount(ramme, name, day) for name in RATES)
    return Rates(timepris, hours, euro) if timepris or hours or euro else None


def _amount(ramme: Rammevaerk, name: str, day: date) -> Decimal | None:
    parameter = ramme.parametre.get(name)
    value = parameter.on(day) if parameter else None
    return value if isinstance(value, Decimal) else None
