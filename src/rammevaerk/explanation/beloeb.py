"""What was put in and what came out, added up honestly: what is unknown of it never becomes 0."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from rammevaerk.explanation.values import UNKNOWN
from rammevaerk.facts.unit_table import RESOURCE_UNITS
from rammevaerk.facts.units import Maengde, write_quantity
from rammevaerk.model.exact import EXACT
from rammevaerk.names import listed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from rammevaerk.facts.aktivitet import Investering, Udbytte

_ORDER: Final = {unit: place for place, unit in enumerate(RESOURCE_UNITS)}


@dataclass(frozen=True, slots=True)
class Beloeb:
    """The known part of a sum in each unit, and whether more of it is unknown.

    An amount that nobody has written down is taken to be no less than 0, so the known part is the least there can be.
    `oplyst` is whether anything at all is known of it: without it the sum is not even known to be of something.
    """

    dele: tuple[Maengde, ...] = ()
    mindst: bool = False
    oplyst: bool = True

    def in_unit(self, unit: str) -> Decimal:
        """The known part in a unit; 0 where there is none."""
        return next((one.tal for one in self.dele if one.enhed == unit), Decimal(0))

    @property
    def kroner(self) -> Decimal | None:
        """The whole sum in kr.; None while some of it is unknown or in another unit."""
        if self.mindst or not self.oplyst or any(one.enhed != "kr." for one in self.dele):
            return None
        return self.in_unit("kr.")


INTET: Final = Beloeb()
"""Known to be nothing."""
UOPLYST: Final = Beloeb(mindst=True, oplyst=False)


def summed(records: Iterable[Investering | Udbytte] | None, day: date) -> Beloeb:
    """The sum of a list as it stood that day. What is dated later does not exist yet; what has no date may not."""
    if records is None:
        return UOPLYST
    existing = [one for one in records if one.dato is None or one.dato <= day]
    known = [one.maengde for one in existing if one.dato is not None and one.maengde is not None]
    open_ = len(known) < len(existing)
    return Beloeb(_by_unit(known), open_, bool(known) or not open_)


def total(parts: Iterable[Beloeb]) -> Beloeb:
    """The sum of several; it is a least one as soon as one of them is."""
    every = tuple(parts)
    oplyst = not every or any(one.oplyst for one in every)
    dele = _by_unit(amount for one in every for amount in one.dele)
    return Beloeb(dele, any(one.mindst for one in every), oplyst)


def beloeb_in_words(beloeb: Beloeb) -> str:
    """The sum as a sentence says it."""
    if not beloeb.oplyst:
        return UNKNOWN
    said = listed([write_quantity(one) for one in beloeb.dele if one.tal])
    if beloeb.mindst:
        return f"mindst {said}" if said else UNKNOWN
    return said or "intet"


def _by_unit(amounts: Iterable[Maengde]) -> tuple[Maengde, ...]:
    found: dict[str, Decimal] = defaultdict(Decimal)
    for amount in amounts:
        found[amount.enhed] = EXACT.add(found[amount.enhed], amount.tal)
    return tuple(Maengde(found[unit], unit) for unit in sorted(found, key=lambda unit: (_ORDER.get(unit, 9), unit)))
