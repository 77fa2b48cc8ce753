"""The JSON Schema of facts (draft 2020-12), from the catalogue: Danish titles, the questions as descriptions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.facts.aktivitet import CATALOGUE, SKOEN
from rammevaerk.facts.values import LONGEST_LIST, LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rammevaerk.facts.kinds import Kind, Oplysning

Schema = dict[str, Any]

_REQUIRED: Final = ("id", "titel", "status")
_TEXT: Final[Schema] = {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT}
_DATE: Final[Schema] = {
    "type": "string",
    "pattern": r"^([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})$",
}
_AMOUNT: Final[Schema] = {"type": "string", "pattern": "^[-−]?[0-9].*[^0-9 ]", "examples": ["120.000 kr.", "37 timer"]}
_YES_NO: Final[Schema] = {"enum": [True, False, "ja", "nej"]}
_KLE: Final[Schema] = {"type": "string", "pattern": r"^[0-9]{2}\.[0-9]{2}\.[0-9]{2}$"}


def schema() -> Schema:
    """The JSON Schema of an aktivitet as it is written in a file."""
    properties = _properties(CATALOGUE.values(), required=_REQUIRED)
    properties["egne"] = {
        "title": "Egne",
        "description": "Oplysninger, som et rammeværk selv har bedt om.",
        "type": ["object", "null"],
        "additionalProperties": {"$ref": "#/$defs/egen"},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Aktivitet",
        "description": "En aktivitets oplysninger. null eller udeladt: ukendt. En tom liste: vides at være ingen.",
        **_closed(properties),
        "required": list(_REQUIRED),
        "$defs": {"skøn": _closed(_properties(SKOEN.values())), "egen": _own()},
    }


def schema_text() -> str:
    """The schema as it is written to its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def write_schema(path: Path) -> None:
    """Write the schema to a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(schema_text(), encoding="utf-8")


def _closed(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _properties(facts: Iterable[Oplysning], required: tuple[str, ...] = ()) -> Schema:
    """Each fact under its key, and under its folded key where that is another."""
    found: Schema = {}
    for fact in facts:
        value = _KLE if fact.key == "kle" else _value(fact.kind)
        found[fact.key] = {
            "title": fact.name[:1].upper() + fact.name[1:],
            "description": fact.question,
            **(value if fact.key in required else {"anyOf": [value, {"type": "null"}]}),
        }
        if fact.attribute != fact.key:
            found[fact.attribute] = {"$ref": f"#/properties/{fact.key}"} if fact.name in CATALOGUE else found[fact.key]
    return found


def _value(kind: Kind) -> Schema:
    if kind.skoen:
        return {"anyOf": [_YES_NO, {"$ref": "#/$defs/skøn"}]}
    if kind.art == "valg":
        return {"enum": list(kind.options)}
    if kind.art == "liste":
        items = _closed(_properties(kind.fields)) if kind.fields else _TEXT
        return {"type": "array", "items": items, "maxItems": LONGEST_LIST}
    return {"tekst": _TEXT, "dato": _DATE, "ja/nej": _YES_NO, "tal": _AMOUNT}[kind.art]


def _own() -> Schema:
    one_of = [
        {"type": ["string", "boolean", "number", "null"]},
        {"type": "array", "items": _TEXT, "maxItems": LONGEST_LIST},
        {"$ref": "#/$defs/skøn"},
    ]
    return {"anyOf": one_of}
