"""The words a rammeværk has given a sentence of its own. The rules hold the sentence; the word is in the rule files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rammevaerk.rulefiles.document import RuleDocument


@dataclass(frozen=True, slots=True)
class Begreb:
    """A word, what it means, and how the municipality measures it."""

    navn: str
    er: str
    fortolkning: str


def begreber_of(documents: Iterable[RuleDocument]) -> tuple[Begreb, ...]:
    """The begreber of rule files, in their order."""
    entries = [entry for document in documents for entry in document.top.objects.get("begreber", ())]
    return tuple(
        Begreb(" ".join(entry.name.text.split()), entry.text("er"), entry.text("fortolkning"))
        for entry in entries
        if entry.name
    )


def named_in(said: str, begreber: tuple[Begreb, ...]) -> tuple[Begreb, ...]:
    """Those that a sentence names, and those that they name in turn."""
    found: list[Begreb] = []
    texts = [said]
    while texts:
        text = texts.pop()
        for one in begreber:
            if one not in found and re.search(rf"(?<!\w){re.escape(one.navn)}(?!\w)", text):
                found.append(one)
                texts.append(one.er)
    return tuple(one for one in begreber if one in found)
