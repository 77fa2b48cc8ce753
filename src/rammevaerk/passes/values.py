"""The values that a parameter or a register's field can have, from how they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Unreadable
from rammevaerk.facts.dates import read_date
from rammevaerk.facts.kinds import DATE, NUMBER, TEXT, YES_NO, Kind
from rammevaerk.facts.numbers import read_number
from rammevaerk.facts.unit_table import find_unit
from rammevaerk.facts.units import read_compound_quantity, read_quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rammevaerk.documents import Scalar
    from rammevaerk.model.expression import Value

_DATE: Final = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{1,2}-\d{1,2}")
_NUMBER: Final = re.compile(r"[-−]?[\d.,]+")
_AMOUNT: Final = re.compile(r"[-−]?\d.*", re.DOTALL)
_COMPOUND: Final = re.compile(r"/| pr\. ")
_NEARLY: Final = re.compile(r"[-−]?[1-9]\d*[.,]\d+")
_WITH_WORD: Final = re.compile(r"[-−]?[\d.,]*\d\s*(\D.*)", re.DOTALL)


def read_value(scalar: Scalar | None, items: Sequence[Scalar]) -> tuple[Kind, Value | tuple[str, ...]]:
    """A date, yes or no, a number, an amount, or a list of texts. Raises `Unreadable`."""
    if scalar is None:
        texts = tuple(" ".join(item.text.split()) for item in items)
        if not texts or not all(texts):
            raise Unreadable("listen er tom", "skriv mindst én tekst")
        return Kind("liste", element=TEXT), texts
    text = " ".join(scalar.text.split())
    if text in ("ja", "nej"):
        return YES_NO, text == "ja"
    if _DATE.fullmatch(text):
        return DATE, read_date(text)
    if _NUMBER.fullmatch(text):
        return NUMBER, read_number(text)
    if _AMOUNT.fullmatch(text):
        amount = read_compound_quantity(text) if _COMPOUND.search(text) else read_quantity(text)
        return Kind("tal", amount.enhed), amount.tal
    raise Unreadable(f"«{text}» er ikke en værdi", "skriv et tal, en mængde, en dato, ja, nej eller en liste i [ ]")


def read_field(scalar: Scalar | None, items: Sequence[Scalar]) -> tuple[Kind, Value | tuple[str, ...]]:
    """The same of a register's field, which may also be a text, or a list known to be empty.

    What looks like a date, a number or an amount and is none is a slip, not a text: raises `Unreadable`.
    """
    if scalar is None and not items:
        return Kind("liste", element=TEXT), ()
    try:
        return read_value(scalar, items)
    except Unreadable:
        text = " ".join(scalar.text.split()) if scalar else ""
        if scalar is None or _looks_like_value(text):
            raise
        return TEXT, text


def _looks_like_value(text: str) -> bool:
    if _DATE.fullmatch(text) or _NEARLY.fullmatch(text):
        return True
    word = _WITH_WORD.fullmatch(text)
    try:
        return bool(word and find_unit(_COMPOUND.split(word[1])[0]))
    except Unreadable:
        return False
