"""Text to tokens: the longest keyword or name that fits, at every place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rammevaerk.language.vocabulary import KEYWORDS, Vocabulary
from rammevaerk.names import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Word:
    """A token: its kind in the grammar, its text (for an operator: the operator's name), and where it stands."""

    kind: str
    text: str
    start: int
    end: int


_GAP: Final = re.compile(r"\s*")
_DATE: Final = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}(?!\w)|\d{4}-\d{2}-\d{2}(?!\w)")
_NUMBER: Final = re.compile(r"\d[\d.]*\d(?:,\d+)?|\d+(?:,\d+)?")
_TEXT: Final = re.compile(r'"(?:[^"]|"")*"|»[^»«]*«|«[^»«]*»|[“”„][^“”„"]*[“”]')
"""A text in straight quotes, in those of Danish print, or in those a word processor makes."""
_MARK: Final = {"(": "LPAR", ")": "RPAR", ",": "COMMA"}
_COUNTING: Final = ("DE_SENESTE", "I_DE_SENESTE")
_COMMA_HVOR: Final = re.compile(r",\s*(?=hvor\b)", re.IGNORECASE)
_UNKNOWN: Final = re.compile(r'[^\s(),"»«“”„]+')


def words(sentence: str, vocabulary: Vocabulary) -> Iterator[Word]:
    """The sentence's tokens. A word nobody knows becomes a NAME, so that the parser can go on and say so later."""
    position = _after_gap(sentence, 0)
    before = ""
    while position < len(sentence):
        word = _literal(sentence, position, vocabulary, before) or _known(sentence, position, vocabulary)
        word = word or _mark(sentence, position, vocabulary) or _unknown(sentence, position, vocabulary)
        if word.kind:
            yield word
        before = word.kind
        position = _after_gap(sentence, word.end)


def _after_gap(sentence: str, position: int) -> int:
    found = _GAP.match(sentence, position)
    return found.end() if found else position


def _literal(sentence: str, position: int, vocabulary: Vocabulary, before: str) -> Word | None:
    """A text, a date, a number or an amount. The 2 of «de seneste 2 …» counts a list: it never takes a unit."""
    if found := _TEXT.match(sentence, position):
        text = found.group()
        inner = text[1:-1].replace('""', '"') if text[0] == '"' else text[1:-1]
        return Word("TEXT", inner, position, found.end())
    if found := _DATE.match(sentence, position):
        return Word("DATE", found.group(), position, found.end())
    if found := _NUMBER.match(sentence, position):
        unit = None if before in _COUNTING else vocabulary.units.match(sentence, found.end())
        end = unit.end() if unit else found.end()
        return Word("QUANTITY" if unit else "NUMBER", sentence[position:end], position, end)
    return None


def _known(sentence: str, position: int, vocabulary: Vocabulary) -> Word | None:
    found = vocabulary.match(sentence, position)
    if not found:
        return None
    form = spoken(found.group())
    if form in vocabulary.spellings:
        return Word("NAME", vocabulary.spellings[form], position, found.end())
    # Letters that only look like others (ı, ſ) match without being the same word.
    kind, text = KEYWORDS.get(" ".join(found.group().casefold().split()), ("", ""))
    return Word(kind, text, position, found.end()) if kind else None


def _mark(sentence: str, position: int, vocabulary: Vocabulary) -> Word | None:
    """A parenthesis or a comma; the comma before the keyword «hvor» is only Danish punctuation."""
    found = _COMMA_HVOR.match(sentence, position)
    known = _known(sentence, found.end(), vocabulary) if found else None
    if found and known and known.kind == "HVOR":
        return Word("", "", position, found.end())
    kind = _MARK.get(sentence[position])
    return Word(kind, sentence[position], position, position + 1) if kind else None


def _unknown(sentence: str, position: int, vocabulary: Vocabulary) -> Word:
    """The words up to the next keyword: an unknown name may be several words long."""
    end = position
    while found := _UNKNOWN.match(sentence, _after_gap(sentence, end)):
        known = _known(sentence, found.start(), vocabulary)
        if end > position and ((known and known.kind != "NAME") or _NUMBER.match(sentence, found.start())):
            break
        end = found.end()
    end = max(end, position + 1)
    return Word("NAME", " ".join(sentence[position:end].split()), position, end)
