"""The trace: what every part of a rule came to, for explanations to be made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from rammevaerk.model.expression import Node, Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Found = Value | Fraction | int | tuple[Any, ...] | None
"""What a node came to: a value, an exact quotient, a list's elements, or None for unknown."""


@dataclass(frozen=True, slots=True)
class Spor:
    """A node, what it came to, and what its parts came to; the parts of a list's node are its elements'."""

    node: Node
    value: Found
    parts: tuple[Spor, ...] = ()

    def walk(self) -> Iterator[Spor]:
        """The trace and everything below it."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True, slots=True)
class RegelSpor:
    """The trace of one rule: its `gælder når` and its `krav`, None where it was not looked at."""

    gaelder_naar: Spor | None = None
    krav: Spor | None = None


@dataclass(frozen=True, slots=True)
class Sporing:
    """The trace of a whole judgement."""

    regler: Mapping[str, RegelSpor] = field(default_factory=dict)
    indstillinger: tuple[Spor, ...] = ()
