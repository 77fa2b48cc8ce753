"""A `Rammevaerk` as JSON and back: pure data, so that a stored one can be read without trusting it with code."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any, Final

from rammevaerk.facts.kinds import Kind, Oplysning
from rammevaerk.model import expression, frist, klassifikation, klausul, portefoelje, rammevaerk, rangering

_CLASSES: Final[Mapping[str, type]] = {
    cls.__name__: cls
    for cls in (
        Kind,
        Oplysning,
        *(c for c in vars(expression).values() if isinstance(c, type) and issubclass(c, expression.Node)),
        klausul.Periode,
        klausul.Klausul,
        klausul.Tekst,
        klausul.Regel,
        klausul.Vaerdi,
        klausul.Register,
        klausul.Begreb,
        klausul.Indstillingsregel,
        frist.Frist,
        frist.Revision,
        frist.Henvisning,
        frist.Holdbarhed,
        klassifikation.Klasse,
        klassifikation.Klassifikation,
        klassifikation.Kriterium,
        klassifikation.Kobling,
        portefoelje.Mindsteandel,
        portefoelje.Portefoeljeregel,
        rangering.Rangorden,
        rammevaerk.Rammevaerk,
    )
} | {"Parametren": klausul.Parameter}
"""Every class that a stored rammeværk may hold; `Parameter` is the node, `Parametren` what it reads."""

_NAMES: Final = {cls: name for name, cls in _CLASSES.items()}
_FIELDS: Final = {name: tuple(f.name for f in fields(cls)) for name, cls in _CLASSES.items()}
_SHARED: Final = (Kind, Oplysning)
"""Said once and then referred to: every fact in every rule is one of a few."""


def write_rammevaerk(ramme: rammevaerk.Rammevaerk) -> str:
    """The rammeværk as JSON."""
    pool: list[Any] = []
    places: dict[Any, int] = {}
    body = _written(ramme, pool, places)
    return json.dumps([pool, body], ensure_ascii=False, separators=(",", ":"))


def _written(value: Any, pool: list[Any], places: dict[Any, int]) -> Any:  # noqa: ANN401 - any part of the model
    match value:
        case None | bool() | str() | int():
            return value
        case Decimal():
            return {"d": str(value)}
        case date():
            return {"t": value.isoformat()}
        case tuple():
            return [_written(one, pool, places) for one in value]
        case Mapping():
            return {"m": [[key, _written(one, pool, places)] for key, one in value.items()]}
    name = _NAMES[type(value)]
    if isinstance(value, _SHARED):
        if value not in places:
            pool.append([name, *(_written(getattr(value, f), pool, places) for f in _FIELDS[name])])
            places[value] = len(pool) - 1
        return {"r": places[value]}
    return {"c": [name, *(_written(getattr(value, f), pool, places) for f in _FIELDS[name])]}


def read_rammevaerk(text: str) -> rammevaerk.Rammevaerk:
    """The rammeværk that `write_rammevaerk` wrote. Anything else raises ValueError, KeyError or TypeError."""
    pool, body = json.loads(text)
    shared: list[Any] = []
    for name, *values in pool:
        shared.append(_made(name, values, shared))
    found = _read(body, shared)
    if not isinstance(found, rammevaerk.Rammevaerk):
        raise TypeError("not a rammeværk")
    return found


def _read(value: Any, shared: list[Any]) -> Any:  # noqa: ANN401 - any part of the model
    if isinstance(value, list):
        return tuple(_read(one, shared) for one in value)
    if not isinstance(value, dict):
        return value
    ((sign, inner),) = value.items()
    match sign:
        case "c":
            return _made(inner[0], inner[1:], shared)
        case "r":
            return shared[inner]
        case "d":
            return Decimal(inner)
        case "t":
            return date.fromisoformat(inner)
        case "m":
            return {key: _read(one, shared) for key, one in inner}
    raise ValueError(sign)


def _made(name: str, values: list[Any], shared: list[Any]) -> Any:  # noqa: ANN401 - any part of the model
    read = (_read(value, shared) for value in values)
    return _CLASSES[name](**dict(zip(_FIELDS[name], read, strict=True)))
