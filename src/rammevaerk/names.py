"""Spelling: NFC once where text enters, and folding to ASCII for Python names and paths.

This is the only module where spelling changes.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_FOLD: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "é": "e", "É": "E"})
_GAPS: Final = re.compile(r"[\s_-]+")
_NOT_SLUG: Final = re.compile(r"[^0-9a-zæøåäöüéó]+")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyzæøå"
_ORDER: Final = {letter: index for index, letter in enumerate(_LETTERS)}
_ALIKE: Final = str.maketrans({"ä": "æ", "ö": "ø", "é": "e", "ü": "y", "ó": "o"})


def nfc(text: str) -> str:
    """The text with composed letters: å as one sign, never a and a ring."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def fold(name: str) -> str:
    """A Danish name as a Python name or path: æ→ae, ø→oe, å→aa, é→e, gaps to one underscore.

    >>> fold("politiske mål")
    'politiske_maal'
    """
    return _GAPS.sub("_", name.strip()).translate(_FOLD).lower()


@lru_cache(1_000)  # names come again and again; texts that people write need not be kept
def spoken(name: str) -> str:
    """A name as two spellings of it are compared: small letters, gaps, hyphens and underscores alike.

    >>> spoken("EU-projekt") == spoken("eu_projekt")
    True
    """
    return _GAPS.sub(" ", name.strip()).casefold()


def slug(name: str) -> str:
    """The id of a register entry: lower case, æøå kept, every run of other signs one hyphen.

    >>> slug("En klima- og miljøvenlig storby")
    'en-klima-og-miljøvenlig-storby'
    """
    return _NOT_SLUG.sub("-", nfc(name).lower()).strip("-")


def danish_order(text: str) -> list[int]:
    """A sort key for Danish text: æ, ø, å last, in that order, and aa as å."""
    letters = text.casefold().replace("aa", "å").translate(_ALIKE)
    return [_ORDER.get(letter, -1) if letter.isalpha() else ord(letter) - 0x110000 for letter in letters]


def listed(words: list[str], last: str = "og") -> str:
    """Words as a Danish sentence lists them.

    >>> listed(["a", "b", "c"])
    'a, b og c'
    """
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
