"""The syntax tree: what a sentence says, before anyone knows what its names mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """What every branch has: the offset in the sentence where it begins."""

    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Name(Branch):
    """A word or several: a fact, field, parameter, begreb, register, klausul or option."""

    text: str


@dataclass(frozen=True, slots=True)
class Number(Branch):
    """A bare number."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Quantity(Branch):
    """A number with a unit, the unit as it was written."""

    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Date(Branch):
    """A calendar date."""

    value: date


@dataclass(frozen=True, slots=True)
class Text(Branch):
    """A quoted text."""

    value: str


@dataclass(frozen=True, slots=True)
class YesNo(Branch):
    """ja or nej."""

    value: bool


@dataclass(frozen=True, slots=True)
class Elements(Branch):
    """A list by name: all of it or the `recent` latest, and those for which `where` holds."""

    name: str
    recent: Tree | None = None
    where: Tree | None = None


@dataclass(frozen=True, slots=True)
class Call(Branch):
    """An operator, by its name in `operators.OPERATORS`, and what it is applied to."""

    operator: str
    arguments: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Group(Branch):
    """Parentheses. They matter to the check for double readings and are gone after it."""

    inner: Tree


Tree = Name | Number | Quantity | Date | Text | YesNo | Elements | Call | Group
