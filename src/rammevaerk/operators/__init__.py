"""The operators of the rule language, one file per family.

An operator is its Danish words, the kinds it takes and how it lowers to core nodes; engines never hear of it.
A new operator is one `Operator` in one family's file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.operators import dato, liste, logik, tal, tekst, udfald

if TYPE_CHECKING:
    from rammevaerk.operators.terms import Operator

OPERATORS: Final[dict[str, Operator]] = {
    operator.name: operator for family in (logik, tekst, tal, dato, liste, udfald) for operator in family.OPERATORS
}
"""Every operator by its name, which is also the word it is printed with."""
