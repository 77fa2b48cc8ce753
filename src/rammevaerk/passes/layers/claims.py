"""Claims about single quantities, and what is said of them together: the formulas that questions are asked of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from rammevaerk.model import expression as e

Op = Literal["=", "<", "≤", ">", "≥"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A quantity that claims are made about; two with the same key are the same one."""

    key: Hashable
    art: Literal["ja/nej", "tal", "tekst"]
    words: str = field(default="", compare=False)
    unit: str = field(default="", compare=False)
    """Of a number: its unit, or `dato` for a day counted as Python counts them."""
    whole: bool = field(default=False, compare=False)
    least: int | None = field(default=None, compare=False)
    options: tuple[str, ...] = field(default=(), compare=False)
    counted: e.Listing | None = field(default=None, compare=False)
    """Of a number of elements: which elements."""
    sentence: bool = field(default=False, compare=False)
    """Of a yes or no: whether its words say something that holds or does not, and are no name of a fact."""
    facts: frozenset[str] = field(default=frozenset(), compare=False)
    """The facts it hangs on; quantities without one in common are surely independent."""


@dataclass(frozen=True, slots=True)
class Claim:
    """That a quantity stands so to a value, or is one of several."""

    subject: Subject
    op: Op
    value: Any

    def holds(self, found: Any) -> bool:  # noqa: ANN401 - a yes or no, a number or a text
        """Whether it is so when the quantity is `found`."""
        if isinstance(self.value, frozenset):
            return found in self.value
        return bool(HOLDS[self.op](found, self.value))


HOLDS: Final[Mapping[str, Callable[[Any, Any], Any]]] = {
    "=": lambda left, right: left == right,
    "<": lambda left, right: left < right,
    "≤": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    "≥": lambda left, right: left >= right,
}
TURNED: Final[Mapping[Op, Op]] = {"=": "=", "<": ">", "≤": "≥", ">": "<", "≥": "≤"}


@dataclass(frozen=True, slots=True, eq=False)
class Both:
    """All of the parts."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Either:
    """At least one of the parts."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Never:
    """The opposite."""

    part: Formula


Formula = bool | Claim | Both | Either | Never
