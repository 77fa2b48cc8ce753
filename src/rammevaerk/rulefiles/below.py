"""How rule files name what they build on: a rammeværk, and a word before its names where they would clash."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rammevaerk.diagnostics import Span
    from rammevaerk.rulefiles.document import RuleDocument

_WRITTEN: Final = re.compile(r"(?P<name>\S.*?)(?: som (?P<som>[^\W\d_][\w-]*))?")


@dataclass(frozen=True, slots=True)
class Below:
    """A rammeværk that is built on: its name or path, and the word its names get before them, where one is said."""

    name: str
    som: str
    span: Span


def below_of(documents: Iterable[RuleDocument]) -> Iterator[Below]:
    """What the rule files say they build on, each with its place."""
    for document in documents:
        written = document.top.lists.get("bygger på")
        for item in written.items if written else ():
            name, som = _parts(getattr(item, "text", ""))
            yield Below(name, som, item.span)


def below_named(written: Iterable[str]) -> Iterator[str]:
    """The names alone."""
    return (_parts(text)[0] for text in written)


def _parts(text: str) -> tuple[str, str]:
    match = _WRITTEN.fullmatch(" ".join(text.split()))
    return (match["name"], match["som"] or "") if match else ("", "")
