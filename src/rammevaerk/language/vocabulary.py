"""The names a sentence may use, known before it is read.

Two spellings are one name when they differ only in capitals, or in a gap, a hyphen or an underscore between words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import edit_distance
from rammevaerk.facts.unit_table import UNITS
from rammevaerk.names import spoken
from rammevaerk.operators import OPERATORS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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

_LITERAL: Final = re.compile(r"\d[\d.,]*")
_RUN: Final = re.compile(r"[^\W_]+")
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

    def match(self, sentence: str, position: int) -> re.Match[str] | None:
        """The longest keyword or name that stands at this place of the sentence."""
        opening = _opening(sentence, position)
        words = self._by_opening.get(opening)
        if words is None:
            return None
        if opening not in self._patterns:
            longest_first = sorted(words, key=lambda w: (-len(w), w))
            self._patterns[opening] = re.compile("|".join(map(pattern, longest_first)), re.IGNORECASE)
        return self._patterns[opening].match(sentence, position)

    @cached_property
    def _by_opening(self) -> Mapping[str, set[str]]:
        """Keywords and names by what they open with, so that each place tries a few and not thousands."""
        found: dict[str, set[str]] = {}
        for word in (*KEYWORDS, *self.spellings.values()):
            found.setdefault(_opening(word, 0), set()).add(word)
        return found

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {}

    def nearly(self, form: str) -> Iterator[str]:
        """The keywords and names one letter from a spoken form: one too many, too few, another, or two swapped."""
        near = {word for without in (form, *_without_one(form)) for word in self._by_deletion.get(without, ())}
        yield from (self._long_forms[word] for word in sorted(near) if edit_distance(form, word) == 1)

    @cached_property
    def _long_forms(self) -> Mapping[str, str]:
        """Spoken forms to what they are of; those of one or two letters resemble everything."""
        words = (*KEYWORDS, *self.spellings.values())
        return {spoken(word): word for word in words if len(word) > 2}  # noqa: PLR2004 - see above

    @cached_property
    def _by_deletion(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {}
        for form in self._long_forms:
            for without in (form, *_without_one(form)):
                found.setdefault(without, set()).add(form)
        return found

    def knows(self, form: str) -> bool:
        """Whether a spoken form is a keyword or a name."""
        return form in self._long_forms or form in self.spellings

    @cached_property
    def units(self) -> re.Pattern[str]:
        """A number's unit."""
        words = sorted(UNITS, key=lambda w: (-len(w), w))
        one = "|".join(r"\s+".join(map(re.escape, word.split())) + r"(?!\w)" for word in words)
        return re.compile(rf"\s*(?:{one})(?:/(?:{one}))?", re.IGNORECASE)

    def double_names(self) -> Iterator[str]:
        """Names that make a sentence readable in two ways, because the longest match hides a shorter one.

        Either the name is made of keywords and other names itself (`ikke relevant`, where `relevant` is a name), it
        ends where another word goes on (`bidrag er`), or it begins with the end of a keyword (`mindst to`).
        """
        # «i» stands only between a field and its list, so «i gang» never begins like a sentence.
        keywords = {word.casefold(): word.casefold().split() for word in KEYWORDS if word != "i"}
        names = {form: form.split() for form in self.spellings}
        overlap = _Overlap(frozenset(keywords), frozenset(names), _openings(keywords), _openings(names))
        tails = {tail for form, said in keywords.items() if said[0] != "i" for tail in overlap.tails(form, said)}
        for form, said in sorted(names.items()):
            begins = {" ".join(said[:length]) for length in range(1, len(said) + 1)}
            if overlap.hides(form, said) or begins & tails:
                yield self.spellings[form]


def _opening(text: str, position: int) -> str:
    """The letters and digits at a place, or the one sign that stands there."""
    found = _RUN.match(text, position)
    return found.group().casefold() if found else text[position : position + 1]


def _without_one(form: str) -> Iterator[str]:
    return (form[:place] + form[place + 1 :] for place in range(len(form)))


def _openings(forms: Mapping[str, list[str]]) -> frozenset[str]:
    """What the forms of several words begin with."""
    return frozenset(" ".join(said[:length]) for said in forms.values() for length in range(1, len(said)))


@dataclass(frozen=True)
class _Overlap:
    """Keywords, names, and what they begin with, to find where one form can be read as several."""

    keywords: frozenset[str]
    names: frozenset[str]
    keyword_openings: frozenset[str]
    name_openings: frozenset[str]

    def hides(self, form: str, said: list[str]) -> bool:
        """Whether the form is made of others, a keyword among them, the last of which may go on after it."""
        for start, keyword in self._reached(form, said):
            rest = " ".join(said[start:])
            if rest in self.keyword_openings or (keyword and (not rest or rest in self.name_openings)):
                return True
        return False

    def tails(self, form: str, said: list[str]) -> Iterator[str]:
        """What is left of a keyword after a shorter one."""
        yield from filter(None, (" ".join(said[start:]) for start, _ in self._reached(form, said)))

    def _reached(self, form: str, said: list[str]) -> set[tuple[int, bool]]:
        """How far shorter forms reach into this one, and whether a keyword was among them."""
        reached: set[tuple[int, bool]] = set()
        ahead = {(0, False)}
        for start in range(len(said)):
            here = {keyword for place, keyword in ahead if place == start}
            for end in range(start + 1, len(said) + 1) if here else ():
                head = " ".join(said[start:end])
                if head != form and (head in self.keywords or head in self.names or _LITERAL.fullmatch(head)):
                    found = {(end, keyword or head in self.keywords) for keyword in here}
                    ahead |= found
                    reached |= found
        return reached
