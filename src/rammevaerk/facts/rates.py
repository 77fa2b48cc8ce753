"""What money and working time are worth in each other: declared and dated by a rammeværk, never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Final, overload

from rammevaerk.facts.unit_table import plain
from rammevaerk.facts.units import Maengde

_EXACT: Final = Context(prec=100)
"""Room for every product of bounded numbers, so that nothing is rounded."""


@dataclass(frozen=True, slots=True)
class Rates:
    """The parameters that turn amounts into kr.; None where the rammeværk declares none."""

    timepris: Decimal | None = None
    """kr. for an hour."""
    aarsvaerk_i_timer: Decimal | None = None
    """Hours of an årsværk."""
    eurokurs: Decimal | None = None
    """kr. for a EUR."""

    def kroner(self, unit: str) -> Decimal | None:
        """What one of the unit is worth in kr.; None when no parameter says so."""
        if unit == "årsværk":
            hours, price = self.aarsvaerk_i_timer, self.timepris
            return None if hours is None or price is None else _EXACT.multiply(hours, price)
        return {"timer": self.timepris, "EUR": self.eurokurs}.get(unit)


@overload
def in_kroner(amount: Maengde, rates: Rates) -> Maengde: ...
@overload
def in_kroner(amount: Maengde | None, rates: Rates) -> Maengde | None: ...
def in_kroner(amount: Maengde | None, rates: Rates) -> Maengde | None:
    """The amount in kr.; the same object when it is in kr. already, unknown, or no parameter converts it."""
    if amount is None or amount.enhed == "kr.":
        return amount
    price = rates.kroner(amount.enhed)
    return amount if price is None else Maengde(plain(_EXACT.multiply(amount.tal, price)), "kr.")
