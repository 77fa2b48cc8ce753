"""The words of a paper, so spelled that two layouts of one text have the same words, and their fingerprint.

A hyphen at the end of a line may be the printer's or the writer's, and nothing tells which. So a hyphen between two
letters is left out of a word, and what follows a hyphen belongs to the same word: `samarbe-` and `jder`, `samarbejder`,
`til-` and `og`, `til- og` are each one spelling. Between digits the hyphen stays, for `1-2` is not `12`.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rammevaerk.rulefiles.kilde.pages import Line

_SIGNS: Final = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2212", "-"),
        **dict.fromkeys("’‘´`′", "'"),
        **dict.fromkeys("“”„»«″", '"'),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060", None),
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "…": "...",
        "—": "–",
        "―": "–",
    }
)
_MARKS: Final = "*_`"
"""Markdown's signs for stress; a paper kept as text and as Markdown is the same paper."""
_INNER: Final = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_SUSPENDED: Final = ("og", "eller", "samt", "som", "og/eller")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as it is compared, as it is shown, and the index of the line it begins in."""

    text: str
    shown: str
    line: int

    @property
    def spoken(self) -> bool:
        """Whether there is a letter or digit in it; a lone dash or bullet has none."""
        return any(sign.isalnum() for sign in self.text)


def words_of(lines: Sequence[Line]) -> list[Word]:
    """Every word of the lines, hyphenated ones joined."""
    found: list[Word] = []
    for index, line in enumerate(lines):
        for raw in line.text.split():
            if _open(raw) or not found or not found[-1].text.endswith(("-", "/")) or not found[-1].spoken:
                _append(found, _word(raw, index))
            else:
                found[-1] = _joined(found[-1], _word(raw, index))
    return [replace(word, text=_INNER.sub("", word.text)) for word in found]


def _open(raw: str) -> bool:
    """A sign alone, which no word goes on with."""
    return not any(sign.isalnum() for sign in raw)


def _word(raw: str, line: int) -> Word:
    shown = raw.replace("**", "").strip(_MARKS)
    if len(shown) > 1 and shown.endswith("\u00ad"):
        shown = f"{shown[:-1]}-"
    text = shown.translate(_SIGNS)
    return Word("–" if text == "-" else text, shown.replace("\u00ad", ""), line)


def _append(found: list[Word], word: Word) -> None:
    if word.text:
        found.append(word)


def _joined(first: Word, rest: Word) -> Word:
    """Two parts as one word; how it is shown is a guess, how it is compared is not."""
    same_line = first.line == rest.line
    if rest.shown.rstrip(".,;:") in _SUSPENDED or same_line:
        shown = f"{first.shown} {rest.shown}"
    elif rest.shown[:1].islower() and first.shown.endswith("-"):
        shown = first.shown[:-1] + rest.shown
    else:
        shown = first.shown + rest.shown
    return Word(first.text + rest.text, shown, first.line)


def trimmed(words: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """The same stretch without bullets, dashes and other signs at its ends."""
    while start < end and not words[start].spoken:
        start += 1
    while end > start and not words[end - 1].spoken:
        end -= 1
    return start, end


def fingerprint(words: Iterable[str]) -> str:
    """16 hex signs that stand for these words in this order."""
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:16]
