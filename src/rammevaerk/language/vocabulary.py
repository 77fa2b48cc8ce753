"""The names a sentence may use, known before it is read.

Two spellings are one name when they differ only in capitals, or in a gap, a hyphen or an underscore between words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from rammevaerk.facts.units import UNITS
from rammevaerk.names import spoken
from rammevaerk.operators import OPERATORS

STRUCTURE: Final[Mapping[str, str]] = {
    "de seneste": "DE_SENESTE",
    "i de seneste": "I_DE_SENESTE",
    "i": "I",
    "blandt": "BLANDT",
    "hvor": "HVOR",
    "gælder at": "GAELDER_AT",
    "gælder, at": "GAELDER_AT",
    "ja": "JA",
    "nej": "NEJ",
}
"""The words that hold an operator's parts together, and the kind of token each is."""

_FIXED: Final = {
    "antal": "ANTAL",
    "sum af": "SUM",
    "der er mindst": "DER_ER_MINDST",
    "der er ingen blandt": "DER_ER_INGEN",
    "for alle": "FOR_ALLE",
}
_BY_SHAPE: Final = {
    "and": "OG",
    "or": "ELLER",
    "not": "IKKE",
    "infix": "INFIX",
    "postfix": "POSTFIX",
    "among": "AMONG",
    "between": "MELLEM",
    "plus": "PLUS",
    "times": "TIMES",
    "pick": "PICK",
}

KEYWORDS: Final[Mapping[str, tuple[str, str]]] = {
    **{words: (kind, words) for words, kind in STRUCTURE.items()},
    **{
        words: (_FIXED.get(operator.name) or _BY_SHAPE[operator.shape], operator.name)
        for operator in OPERATORS.values()
        for words in operator.words
    },
}
"""Every keyword: its kind of token, and the operator or word it stands for."""

_SYMBOL: Final = re.compile(r"\W")


def pattern(words: str) -> str:
    """The regular expression of a name or keyword: any gap between its words, nothing glued to its ends."""
    parts = [re.escape(part) for part in re.split(r"[\s_-]+", words.strip()) if part]
    gap = r"(?:\s+|_|-)" if words not in KEYWORDS else r"\s+"
    return r"\b" + gap.join(parts) + r"(?![\w]|[.\-]\w)" if not _SYMBOL.match(words) else re.escape(words)


@dataclass(frozen=True)
class Vocabulary:
    """Every name of a rammeværk as it is printed; `lists` gives the singular of each list's name."""

    names: frozenset[str] = frozenset()
    lists: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def spellings(self) -> Mapping[str, str]:
        """From any spelling's spoken form to the name as it is printed."""
        forms = {*self.names, *self.lists, *self.lists.values()}
        return {spoken(name): name for name in sorted(forms)}

    @cached_property
    def plurals(self) -> Mapping[str, str]:
        """From what one element is called to the name of its list."""
        return {singular: plural for plural, singular in self.lists.items()}

    @cached_property
    def matcher(self) -> re.Pattern[str]:
        """One expression for every keyword and name: the longest that fits is the one meant."""
        words = sorted({*KEYWORDS, *self.spellings.values()}, key=lambda w: (-len(w), w))
        return re.compile("|".join(map(pattern, words)), re.IGNORECASE)

    @cached_property
    def units(self) -> re.Pattern[str]:
        """A number's unit."""
        words = sorted(UNITS, key=lambda w: (-len(w), w))
        return re.compile(r"\s*(?:" + "|".join(re.escape(w) + r"(?!\w)" for w in words) + ")", re.IGNORECASE)

    def double_names(self) -> Iterator[str]:
        """Names that are also a sentence of other words; the longest match would hide that sentence."""
        keywords = {spoken(word) for word in KEYWORDS}
        for form, name in sorted(self.spellings.items()):
            if _reads_as(form.split(), keywords, set(self.spellings) - {form}, keyword=False):
                yield name


def _reads_as(words: list[str], keywords: set[str], names: set[str], *, keyword: bool) -> bool:
    """Whether the words are wholly made of keywords and names, at least one of them a keyword."""
    if not words:
        return keyword
    heads = (" ".join(words[:length]) for length in range(1, len(words) + 1))
    return any(
        _reads_as(words[length:], keywords, names, keyword=keyword or head in keywords)
        for length, head in enumerate(heads, 1)
        if head in keywords or head in names
    )
