"""What a rammeværk can say beside its udfald: which class an aktivitet belongs to, and what a register has for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rammevaerk.model.klausul import ALWAYS

if TYPE_CHECKING:
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.expression import Expression
    from rammevaerk.model.klausul import Periode

NAME: Final = "navn"
"""The one field that every post of a register has."""


@dataclass(frozen=True, slots=True)
class Klasse:
    """One option of a valg, and the condition that facts of that class fulfil; it never reads the valg itself."""

    vaerdi: str
    naar: Expression
    klausul: str = ""


@dataclass(frozen=True, slots=True)
class Klassifikation:
    """A typology: the fact that states the class, and the marks of each class."""

    navn: str
    oplysning: Oplysning
    klasser: tuple[Klasse, ...]
    klausul: str = ""
    gaelder: Periode = ALWAYS
    """When the rammeværk it stands in is in force; what is laid on it may have other dates."""


@dataclass(frozen=True, slots=True)
class Kriterium:
    """One thing that is asked of an aktivitet and a post together; where it is required, a no rules the post out."""

    navn: str
    kraeves: bool
    naar: Expression


@dataclass(frozen=True, slots=True)
class Kobling:
    """A match between an aktivitet and the posts of a register; the earliest `frist` comes first among equals."""

    navn: str
    register: str
    kriterier: tuple[Kriterium, ...]
    klausul: str = ""
    frist: str = ""
    """The field that holds a post's deadline; empty when there is none."""
    gaelder: Periode = ALWAYS


def field_parameter(register: str, felt: str) -> str:
    """The name of the parameter through which a criterion reads a post's field; no parameter of a rule file has one.

    >>> field_parameter("støtte", "frist")
    'støtte: frist'
    """
    return f"{register}{_OF}{felt}"


def is_field(parameter: str) -> bool:
    """Whether a parameter of that name is a post's field."""
    return _OF in parameter


_OF: Final = ": "
"""No name of a rule file has a colon."""
