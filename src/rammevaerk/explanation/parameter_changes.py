"""What happened to a dated value: compared day by day, so that a value split in two alike ones is no change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from rammevaerk.explanation.rettelse import Fields, Rettelse, period, sentence
from rammevaerk.explanation.values import in_words
from rammevaerk.facts.unit_table import CALENDAR_UNITS
from rammevaerk.model.klausul import Periode
from rammevaerk.names import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.model.expression import Value
    from rammevaerk.model.klausul import Parameter

_PARAMETER: Final = Fields(
    "parameter",
    {"klausul": "Klausulen, som «{}» hører til,", "fortolkning": "Kommunens fortolkning af «{}»"},
    {"name", "kind", "vaerdier"},
)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days in a row on which both editions stand still."""

    gaelder: Periode
    before: Value | tuple[str, ...] | None
    now: Value | tuple[str, ...] | None


def changed_parameter(klausuler: tuple[str, ...], before: Parameter, now: Parameter) -> Iterator[Rettelse]:
    """Every stretch of days with another value, and what else is said of the parameter."""
    stretches = _stretches(before, now)
    whole = Periode(stretches[0].gaelder.fra, stretches[-1].gaelder.til)
    for one in stretches:
        if (one.before, before.kind) != (one.now, now.kind):
            when = "" if one.gaelder == whole else period(one.gaelder)
            tekst = sentence(f"«{now.name}» {_moved(one, before, now)} {when}".rstrip())
            yield Rettelse(klausuler, "parameter", now.name, "ændret", tekst)
    yield from _PARAMETER.changed(klausuler, now.name, before, now)


def values_in_words(parameter: Parameter) -> str:
    """Every value with its dates."""
    values = [(in_words(one.value, parameter.kind.unit), period(one.gaelder)) for one in parameter.vaerdier]
    return "; ".join(f"{value} {when}".rstrip() for value, when in values)


def _stretches(before: Parameter, now: Parameter) -> list[_Stretch]:
    """The stretches with a value in one of the two, as long as can be, in order."""
    found: list[_Stretch] = []
    starts = sorted({day for one in (before, now) for day in _starts(one)})
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        values = (before.on(start), now.on(start))
        first = None if start == date.min else start
        last = following - timedelta(1) if following else None
        if found and (found[-1].before, found[-1].now) == values and found[-1].gaelder.til == start - timedelta(1):
            found[-1] = _Stretch(Periode(found[-1].gaelder.fra, last), *values)
        elif values != (None, None):
            found.append(_Stretch(Periode(first, last), *values))
    return found


def _starts(parameter: Parameter) -> Iterator[date]:
    """The days on which something else begins."""
    yield date.min
    for one in parameter.vaerdier:
        yield one.gaelder.fra or date.min
        if one.gaelder.til and one.gaelder.til < date.max:
            yield one.gaelder.til + timedelta(1)


def _moved(one: _Stretch, before: Parameter, now: Parameter) -> str:
    was, is_ = in_words(one.before, before.kind.unit), in_words(one.now, now.kind.unit)
    if one.before is None:
        return f"har fået værdien {is_}"
    if one.now is None:
        return f"har ikke længere værdien {was}"
    if isinstance(one.before, tuple) and isinstance(one.now, tuple):
        return _regrouped(one.before, one.now)
    return f"er {_verb(one, before, now)} fra {was} til {is_}"


def _verb(one: _Stretch, before: Parameter, now: Parameter) -> str:
    """The word for up and down: of money, of time and of dates there are different ones."""
    if before.kind != now.kind:
        return "ændret"
    match one.before, one.now:
        case (Decimal() as was, Decimal() as is_):
            up, down = ("forlænget", "forkortet") if now.kind.unit in CALENDAR_UNITS else ("hævet", "sænket")
            return up if is_ > was else down
        case (date() as was, date() as is_):
            return "udskudt" if is_ > was else "fremrykket"
    return "ændret"


def _regrouped(before: tuple[str, ...], now: tuple[str, ...]) -> str:
    came, went = [one for one in now if one not in before], [one for one in before if one not in now]
    told = [f"har fået {listed(came)}"] if came else []
    told += [f"har ikke længere {listed(went)}"] if went else []
    return " og ".join(told) or "står i en anden rækkefølge"
