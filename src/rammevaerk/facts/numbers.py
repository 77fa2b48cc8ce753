"""Danish numbers as exact decimals: `1.234,56`, and never a float."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from rammevaerk.diagnostics import Unreadable

WHOLE: Final = 15
FRACTION: Final = 6
"""The most digits before and after the comma."""

NUMBER: Final = r"[-−]?(?:0|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]*)(?:,[0-9]+)?"
"""A Danish number; the rule language's lexer uses the same pattern."""

_DANISH: Final = re.compile(NUMBER)
_COMMA_AS_THOUSANDS: Final = re.compile(r"([-−]?[1-9][0-9]{0,2}),([0-9]{3})")
_ENGLISH: Final = re.compile(r"([-−]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+))\.([0-9]+)")
_LONG: Final = 60
_MINUS: Final = str.maketrans({"−": "-"})


def read_number(text: str) -> Decimal:
    """A Danish number as an exact decimal; a text that can be read two ways is refused with both readings.

    >>> read_number("1.234,56")
    Decimal('1234.56')
    """
    if len(text) > _LONG:
        raise Unreadable(f"tallet har {len(text)} tegn", f"højst {WHOLE} cifre før kommaet og {FRACTION} efter")
    _refuse_two_readings(text)
    if not _DANISH.fullmatch(text):
        raise Unreadable(f"«{text}» er ikke et tal", "skriv tallet på dansk, fx «1.234,56»")
    return _bounded(text, Decimal(text.replace(".", "").replace(",", ".").translate(_MINUS))) + 0


def write_number(number: Decimal) -> str:
    """The number in Danish, so that it reads back as the same number.

    >>> write_number(Decimal("1234.50"))
    '1.234,5'
    """
    digits = f"{abs(number):f}"
    whole, _, fraction = digits.partition(".")
    fraction = fraction.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", ".")
    if len(fraction) == 3 and "." not in grouped and grouped != "0":  # noqa: PLR2004 - «1,234» has two readings
        fraction += "0"
    sign = "-" if number < 0 else ""
    return f"{sign}{grouped},{fraction}" if fraction else f"{sign}{grouped}"


def _refuse_two_readings(text: str) -> None:
    if found := _COMMA_AS_THOUSANDS.fullmatch(text):
        whole, rest = found.groups()
        message = f"«{text}» kan læses som {whole}.{rest} og som {whole},{rest}0"
        raise Unreadable(message, f"skriv «{whole}.{rest}» eller «{whole},{rest}0»")
    if _DANISH.fullmatch(text) or not (found := _ENGLISH.fullmatch(text)):
        return
    whole, rest = found.groups()
    decimal = f"{whole.replace(',', '.')},{rest}"
    if whole.lstrip("-−").startswith("0") or "," in whole:
        raise Unreadable(f"«{text}» har punktum som decimaltegn", f"skriv «{decimal}»")
    message = f"«{text}» kan læses som {decimal} og som {whole}{rest}"
    raise Unreadable(message, f"skriv «{decimal}» eller «{whole}{rest}»")


def _bounded(text: str, number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    after = -exponent if isinstance(exponent, int) else 0
    before = len(number.as_tuple().digits) - after
    if before > WHOLE or after > FRACTION:
        raise Unreadable(f"«{text}» har for mange cifre", f"højst {WHOLE} cifre før kommaet og {FRACTION} efter")
    return number


def write_count(count: int) -> str:
    """A count in Danish.

    >>> write_count(1234)
    '1.234'
    """
    return write_number(Decimal(count))


def counted(count: int, one: str, many: str) -> str:
    """So many of something.

    >>> counted(1, "post", "poster"), counted(1234, "post", "poster")
    ('1 post', '1.234 poster')
    """
    return f"{write_count(count)} {one if count == 1 else many}"
