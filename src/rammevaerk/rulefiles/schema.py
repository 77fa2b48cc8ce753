"""The JSON Schema (draft-07, which yaml-language-server reads) of a rule file, from the table of keys.

An editor reads YAML's own types, so a date, a number or a yes may come as one. What a sentence says, and which names
are known, only `rammevaerk tjek` can tell.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.facts.dates import DATE
from rammevaerk.rulefiles.keys import TOP

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rammevaerk.rulefiles.keys import Key

Schema = dict[str, Any]

_TEXT: Final[Schema] = {"type": ["string", "number", "boolean"], "minLength": 1}
"""A text; unquoted `2025` or `ja` is a number or a yes to an editor."""
_DAY: Final[Schema] = {"type": "string", "pattern": f"^({DATE})$"}
_NUMBER: Final[Schema] = {"type": "integer", "minimum": 1}
_POST: Final[Schema] = {
    "type": "object",
    "properties": {"navn": {"description": "Postens navn.", **_TEXT}},
    "required": ["navn"],
    "additionalProperties": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]},
}
_SHAPES: Final[dict[str, Schema]] = {
    "tekst": _TEXT,
    "sætning": _TEXT,
    "tal": _NUMBER,
    "dato": _DAY,
    "tekster": {"type": "array", "items": _TEXT},
    "datoer": {"type": "array", "items": _DAY},
    "tal i række": {"type": "array", "items": _NUMBER},
    "poster": {"type": "array", "items": {"anyOf": [_TEXT, _POST]}},
    "værdi": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]},
}


def schema() -> Schema:
    """The JSON Schema of one rule file; what stands in only one of them is required in none."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Regelfil",
        "description": "En kommunes rammeværk eller en del af det. Mappens filer læses sammen.",
        **_object(TOP),
    }


def schema_text() -> str:
    """The schema as it is written to its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _object(keys: Iterable[Key]) -> Schema:
    keys = tuple(keys)
    required = [key.name for key in keys if key.required]
    return {
        "type": "object",
        "properties": {key.name: {"title": _title(key), "description": key.meaning, **_value(key)} for key in keys},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _title(key: Key) -> str:
    return key.name[:1].upper() + key.name[1:]


def _value(key: Key) -> Schema:
    if key.options:
        one: Schema = {"enum": list(key.options)}
    else:
        one = _object(key.keys) if key.shape == "objekt" else _SHAPES[key.shape]
    if key.many == "liste":
        return {"type": "array", "items": one}
    return {"type": "object", "additionalProperties": one} if key.many == "navne" else one
