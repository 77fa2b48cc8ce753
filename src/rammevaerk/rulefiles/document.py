"""What one rule file says, with the place of every word, before anything in it is understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rammevaerk.diagnostics import Span
    from rammevaerk.documents import Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Entry:
    """One object of a rule file: its scalars, lists and inner objects by key, and its name where it has one."""

    span: Span
    name: Scalar | None = None
    scalars: Mapping[str, Scalar] = field(default_factory=dict)
    lists: Mapping[str, Sequence] = field(default_factory=dict)
    objects: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """The text under a key; empty when the key is not there."""
        scalar = self.scalars.get(key)
        return " ".join(scalar.text.split()) if scalar else ""

    def place(self, key: str) -> Span:
        """Where the value of a key stands, or the object when it has none."""
        if key in self.scalars:
            return self.scalars[key].span
        return self.lists[key].span if key in self.lists else self.span

    def one(self, key: str) -> Entry | None:
        """The inner object under a key."""
        return next(iter(self.objects.get(key, ())), None)


@dataclass(frozen=True, slots=True)
class RuleDocument:
    """One rule file: its top-level keys as an `Entry`."""

    source: str
    top: Entry
