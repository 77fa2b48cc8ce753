"""A raw value of `egne` → the kind that the rammeværk declared for it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.diagnostics import Unreadable, did_you_mean
from rammevaerk.facts.aktivitet import Skoen
from rammevaerk.facts.dates import read_date
from rammevaerk.facts.kinds import RESOURCE
from rammevaerk.facts.numbers import read_number, write_number
from rammevaerk.facts.units import RESOURCE_UNITS, Maengde, in_words, read_compound_quantity
from rammevaerk.facts.values import BARE
from rammevaerk.names import listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from rammevaerk.facts.kinds import Art, Kind

_YES_NO: Final = {"ja": True, "nej": False}


def typed(value: Any, kind: Kind) -> Any:  # noqa: ANN401 - what it is, is what is asked
    """The value as its kind; unknown stays unknown. Refused as `Unreadable` when it is of another kind."""
    if value is None:
        return None
    return _skoen(value) if kind.skoen else _READ[kind.art](value, kind)


def _yes_no(value: Any, _kind: Kind) -> bool:  # noqa: ANN401
    answer = _YES_NO.get(value) if isinstance(value, str) else value
    if not isinstance(answer, bool):
        raise _wrong("ja eller nej", value, "skriv ja eller nej")
    return answer


def _skoen(value: Any) -> Skoen:  # noqa: ANN401
    if isinstance(value, Skoen):
        return value
    answer = _YES_NO.get(value) if isinstance(value, str) else value
    if not isinstance(answer, bool):
        raise _wrong("ja, nej eller et skøn", value, "et skøn har svar, svaret_af, dato og begrundelse")
    return BARE[answer]


def _number(value: Any, kind: Kind) -> Decimal | Maengde:  # noqa: ANN401
    if kind.unit:
        return _amount(value, kind.unit)
    if isinstance(value, str):
        return read_number(value)
    if not isinstance(value, Decimal):
        raise _wrong("et tal", value, "skriv tallet på dansk, fx «1.234,56»")
    return value


def _amount(value: Any, unit: str) -> Maengde:  # noqa: ANN401
    help_line = f"skriv mængden i {in_words([unit])}"
    amount = read_compound_quantity(value) if isinstance(value, str) else value
    if not isinstance(amount, Maengde):
        raise _wrong("en mængde med enhed", value, help_line)
    if amount.enhed not in (RESOURCE_UNITS if unit == RESOURCE else (unit,)):
        raise Unreadable(f"«{value}» kan ikke måles i {in_words([unit])}", help_line)
    return amount


def _date(value: Any, _kind: Kind) -> date:  # noqa: ANN401
    if isinstance(value, str):
        return read_date(value)
    if not isinstance(value, date):
        raise _wrong("en dato", value, "skriv datoen som «24.12.2025» eller «2025-12-24»")
    return value


def _text(value: Any, _kind: Kind) -> str:  # noqa: ANN401
    if not isinstance(value, str):
        raise _wrong("en tekst", value, "sæt værdien i anførselstegn")
    return value


def _option(value: Any, kind: Kind) -> str:  # noqa: ANN401
    text = _text(value, kind)
    if text not in kind.options:
        help_line = did_you_mean(text, kind.options) or f"vælg mellem {listed(list(kind.options))}"
        raise Unreadable(f"«{text}» er ikke et af valgene", help_line)
    return text


def _list(value: Any, kind: Kind) -> tuple[str, ...]:  # noqa: ANN401
    if not isinstance(value, tuple):
        raise _wrong("en liste", value, "sæt værdierne i firkantede parenteser: [første, anden]")
    if kind.element and kind.element.options:
        return tuple(_option(item, kind.element) for item in value)
    return value


def _wrong(wanted: str, value: object, help_line: str) -> Unreadable:
    return Unreadable(f"her skal stå {wanted}, ikke {_in_words(value)}", help_line)


def _in_words(value: object) -> str:
    if isinstance(value, Skoen):
        return "et skøn"
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, Decimal):
        return f"tallet «{write_number(value)}»"
    return "en liste" if isinstance(value, tuple) else f"«{value}»"


_READ: Final[dict[Art, Callable[[Any, Kind], Any]]] = {
    "ja/nej": _yes_no,
    "tal": _number,
    "dato": _date,
    "tekst": _text,
    "valg": _option,
    "liste": _list,
}
