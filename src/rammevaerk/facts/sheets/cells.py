"""One cell → what it says, by the kind of its fact. Typed cells are taken as they are, texts read in Danish.

A cell that cannot be read raises `Misread`: code, message and help, without a place.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeVar

from rammevaerk.diagnostics import Unreadable, did_you_mean
from rammevaerk.documents.text import forbidden
from rammevaerk.facts.dates import read_date, write_date
from rammevaerk.facts.kinds import RESOURCE
from rammevaerk.facts.numbers import FRACTION, WHOLE, write_count, write_number
from rammevaerk.facts.own import typed
from rammevaerk.facts.units import Maengde, read_compound_quantity
from rammevaerk.facts.values import LONGEST_LIST, LONGEST_TEXT, read_resource
from rammevaerk.names import listed, nfc

if TYPE_CHECKING:
    from collections.abc import Callable

    from rammevaerk.facts.kinds import Kind, Oplysning

_T = TypeVar("_T")

NONE_WORD: Final = "ingen"
"""A list that is known to have nothing in it."""
BETWEEN: Final = ";"
_KLE: Final = re.compile(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}")
_YES_NO: Final = {"ja": True, "nej": False, "sand": True, "falsk": False, "true": True, "false": False}
_LETTER: Final = re.compile(r"[^\W\d_]|[€%]")
FIRST_DAY: Final = date(1900, 3, 1)
"""Before it each date of Excel is one off: it counts a 29 February that never was."""
_SHOWN: Final = 60
_DATE_HELP: Final = "skriv datoen som «24.12.2025» eller «2025-12-24»"
_AS_TEXT: Final = "gør cellen til tekst, og skriv den igen"


class Misread(Unreadable):
    """A cell that says something else than its fact can be."""

    def __init__(self, code: str, message: str, help_line: str) -> None:
        self.code = code
        super().__init__(message, help_line)


def blank(value: object) -> bool:
    """Whether a cell says nothing."""
    return value is None or (isinstance(value, str) and not value.strip())


def reader_of(fact: Oplysning, *, declared: bool = True) -> Callable[[Any], Any]:
    """What reads the cells of a fact; none of them is blank."""
    kind = fact.kind
    if not declared:
        return _raw
    if fact.own:
        return lambda value: _own(value, kind)
    if fact.key == "kle":
        return _kle
    if kind.skoen:
        return yes_no
    if kind.art == "valg":
        spellings = {option.casefold(): option for option in kind.options}
        return lambda value: _option(value, spellings, kind.options)
    return {"tekst": text, "dato": day, "ja/nej": yes_no, "tal": _resource, "liste": texts}[kind.art]


def text(value: Any) -> str:  # noqa: ANN401 - whatever stands in a cell
    """A text; a whole number is one too, for ids and years are typed as numbers."""
    if isinstance(value, str):
        found = _cleaned(value)
        if len(found) > LONGEST_TEXT:
            limit = write_count(LONGEST_TEXT)
            raise Misread("F008", f"teksten er længere end {limit} tegn", "læg teksten i et bilag, og skriv kort her")
        return found
    if (number := _number(value)) is not None and number == number.to_integral_value():
        return f"{number:f}".partition(".")[0]
    raise _wrong("en tekst", value, _AS_TEXT)


def _kle(value: Any) -> str:  # noqa: ANN401
    found = text(value) if isinstance(value, str) else shown(value)
    if not isinstance(value, str) or not _KLE.fullmatch(found):
        help_line = "skriv tre gange to cifre med punktum imellem, fx «00.05.01»"
        raise Misread("F008", f"«{found}» er ikke et KLE-nummer", f"{help_line}; gør først cellen til tekst")
    return found


def _option(value: Any, spellings: dict[str, str], options: tuple[str, ...]) -> str:  # noqa: ANN401
    found = text(value)
    option = spellings.get(found.casefold())
    if option is None:
        help_line = did_you_mean(found, options) or f"vælg mellem {listed(list(options), 'og')}"
        raise Misread("F005", f"«{_short(found)}» er ikke et af valgene", help_line)
    return option


def yes_no(value: Any) -> bool:  # noqa: ANN401
    """Yes or no: the words in any letters, or a cell that is true or false."""
    found = _YES_NO.get(_cleaned(value).casefold()) if isinstance(value, str) else value
    if not isinstance(found, bool):
        raise _wrong("ja eller nej", value, "skriv ja eller nej, eller lad cellen stå tom")
    return found


def day(value: Any) -> date:  # noqa: ANN401
    """A date: a cell with one, or a text. A time of day is refused, for it would be lost."""
    if isinstance(value, datetime):
        if value.timetz() != time():
            shown_ = f"{write_date(value.date())} {value:%H:%M}"
            raise Misread("F007", f"«{shown_}» har et klokkeslæt", "skriv datoen alene, fx «24.12.2025»")
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise _wrong("en dato", value, _DATE_HELP)
    return _read("F007", read_date, value)


def counted_day(value: Any) -> Any:  # noqa: ANN401
    """A cell of Excel; one with a date that may be a day off is refused."""
    if isinstance(value, date) and date(value.year, value.month, value.day) < FIRST_DAY:
        help_line = "gør cellen til tekst, og skriv datoen igen"
        raise Misread("F007", "før 1. marts 1900 regner Excel datoer forkert", help_line)
    return value


def _resource(value: Any) -> Maengde:  # noqa: ANN401
    return value if isinstance(value, Maengde) else _amount(value, read_resource)


def _amount(value: Any, read: Callable[[str], Maengde]) -> Maengde:  # noqa: ANN401
    if isinstance(value, str):
        return _read("F006", read, value)
    number = exact(value, "en mængde")
    help_line = f"skriv enheden i kolonnen ved siden af, eller skriv den efter tallet: «{write_number(number)} kr.»"
    raise Misread("F006", f"mængden «{write_number(number)}» mangler en enhed", help_line)


def with_unit(value: Any, unit: Any, fact: Oplysning) -> Maengde:  # noqa: ANN401
    """An amount whose unit stands in a column of its own."""
    number = _cleaned(value) if isinstance(value, str) else write_number(exact(value, "en mængde"))
    if _LETTER.search(number):
        message = f"«{_short(number)}» har sin egen enhed, og ved siden af står «{_short(text(unit))}»"
        raise Misread("F006", message, "slet den ene enhed")
    read = read_resource if fact.kind.unit == RESOURCE else read_compound_quantity
    amount = _read("F006", read, f"{number} {text(unit)}")
    return amount if not fact.own or fact.kind.art != "tal" else _typed(amount, fact.kind)


def texts(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    """A list of texts with semicolons between them; «ingen» is a list that is known to be empty."""
    if isinstance(value, list | tuple):
        found = tuple(text(item) for item in value)
        if not all(found):
            raise Misread("F008", "et punkt i listen er tomt", "slet det tomme punkt")
    else:
        found = tuple(filter(None, map(str.strip, text(value).split(BETWEEN))))
        if not found:
            raise Misread("F008", "listen er tom", f"skriv «{NONE_WORD}», hvis der ingen er; ellers lad cellen stå tom")
        if len(found) == 1 and found[0].casefold() == NONE_WORD:
            return ()
    if len(found) > LONGEST_LIST:
        limit = write_count(LONGEST_LIST)
        raise Misread("F009", f"listen har mere end {limit} punkter", "del aktiviteten op")
    return found


def _own(value: Any, kind: Kind) -> Any:  # noqa: ANN401
    if kind.skoen or kind.art == "ja/nej":
        return yes_no(value)
    if kind.art == "liste":
        return _typed(texts(value), kind)
    if kind.art == "dato":
        return day(value)
    if kind.art == "tal" and kind.unit:
        return _typed(_amount(value, read_compound_quantity), kind)
    return _typed(text(value) if kind.art in {"tekst", "valg"} else _raw(value), kind)


def _typed(value: Any, kind: Kind) -> Any:  # noqa: ANN401
    try:
        return typed(value, kind)
    except Unreadable as unreadable:
        raise Misread("F022", unreadable.message, unreadable.help) from None


def _raw(value: Any) -> Any:  # noqa: ANN401
    """A value whose kind is declared elsewhere."""
    if isinstance(value, str):
        return text(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, list | tuple):
        return texts(value)
    return day(value) if isinstance(value, date) else exact(value, "tekst, tal, dato eller ja og nej")


def exact(value: Any, wanted: str = "et tal") -> Decimal:  # noqa: ANN401
    """A number of a cell, exactly as it is shown at its full length."""
    number = _number(value)
    if number is None:
        raise _wrong(wanted, value, "skriv tal og enhed, fx «120.000 kr.» eller «37 timer»")
    exponent = number.as_tuple().exponent
    digits = number.as_tuple().digits
    after = -exponent if isinstance(exponent, int) else WHOLE
    if after > FRACTION or len(digits) > WHOLE or len(digits) - after > WHOLE:
        message = f"tallet «{shown(value)}» har for mange cifre"
        raise Misread("F006", message, f"afrund det i cellen; højst {WHOLE} cifre i alt og {FRACTION} efter kommaet")
    return number + 0


def _number(value: Any) -> Decimal | None:  # noqa: ANN401
    """A finite number as a decimal; the shortest that a binary number stands for."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    number = value if isinstance(value, Decimal) else Decimal(repr(value) if isinstance(value, float) else value)
    return number.normalize() if number.is_finite() else None


def _read(code: str, read: Callable[[str], _T], given: str) -> _T:
    try:
        return read(_cleaned(given))
    except Misread:
        raise
    except Unreadable as unreadable:
        raise Misread(code, unreadable.message, unreadable.help) from None


def _cleaned(given: str) -> str:
    """A text without what is not seen around it, its letters composed."""
    if not given.isprintable() and (sign := forbidden(given)):
        help_line = "slet tegnet; det er usynligt i de fleste programmer"
        raise Misread("D003", f"tegnet {sign} må ikke stå i en celle", help_line)
    return nfc(given).strip()


def _wrong(wanted: str, value: object, help_line: str) -> Misread:
    return Misread("F004", f"her skal stå {wanted}, ikke {_in_words(value)}", help_line)


def _in_words(value: object) -> str:
    if isinstance(value, bool):
        return "ja/nej-svaret «SAND»" if value else "ja/nej-svaret «FALSK»"
    if isinstance(value, datetime | date):
        return f"datoen «{shown(value)}»"
    if isinstance(value, time | timedelta):
        return f"klokkeslættet «{value}»"
    if isinstance(value, int | float | Decimal):
        return f"tallet «{shown(value)}»"
    return f"teksten «{shown(value)}»" if isinstance(value, str) else "noget sammensat"


def shown(value: object) -> str:
    """A cell as a message quotes it."""
    if isinstance(value, date):
        return write_date(value if not isinstance(value, datetime) else value.date())
    if isinstance(value, Decimal | float | int) and not isinstance(value, bool):
        number = _number(value)
        return str(value) if number is None else f"{number:f}".replace(".", ",")
    return _short(str(value))


def _short(given: str) -> str:
    one_line = " ".join(given.split())
    return one_line if len(one_line) <= _SHOWN else f"{one_line[:_SHOWN]} …"
