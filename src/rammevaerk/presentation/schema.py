"""The JSON Schema (draft 2020-12) of the answers that `presentation/json.py` writes."""

from __future__ import annotations

import json
from typing import Any, Final, get_args

from rammevaerk.model.klausul import Handling, Styrke
from rammevaerk.model.resultat import Udfald

Schema = dict[str, Any]

_TEXT: Final[Schema] = {"type": "string"}
_REASONS: Final[Schema] = {"type": "array", "items": {"$ref": "#/$defs/begrundelse"}}


def schema() -> Schema:
    """A list of answers, one for each aktivitet."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Vurderinger",
        "description": "Svaret fra «rammevaerk vurder --format json»: én vurdering for hver aktivitet.",
        "type": "array",
        "items": {"$ref": "#/$defs/vurdering"},
        "$defs": {
            "vurdering": _vurdering(),
            "begrundelse": _begrundelse(),
            "klausul": _klausul(),
            "mangel": _mangel(),
            "udfald": {"title": "Udfald", "enum": [str(one) for one in Udfald]},
        },
    }


def schema_text() -> str:
    """The schema as it is written to its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _vurdering() -> Schema:
    klausuler = {"type": "object", "additionalProperties": {"$ref": "#/$defs/klausul"}}
    return _whole(
        "Vurdering",
        {
            "aktivitet": _said("Aktivitetens id.", _TEXT),
            "rammeværk": _said("Rammeværkets navn.", _TEXT),
            "udgave": _said("Fingeraftryk af regelfilerne.", {"type": "string", "pattern": "^[0-9a-f]{64}$"}),
            "dato": _said("Den dag, der vurderes på.", {"type": "string", "format": "date"}),
            "indstilling": _indstilling(),
            "klausuler": _said("Hver klausul under sit nummer.", klausuler),
            "mangler": _said("De oplysninger, der mangler.", {"type": "array", "items": {"$ref": "#/$defs/mangel"}}),
        },
    )


def _indstilling() -> Schema:
    return _whole(
        "Indstilling",
        {
            "handling": _said("Det, der indstilles. Et menneske beslutter.", {"enum": list(get_args(Handling))}),
            "begrundelser": _said("Det, handlingen hviler på.", _REASONS),
            "vilkår": _said("Det, der skal bringes i orden.", _REASONS),
            "bemærkninger": _said("Det, læseren skal vide, og som ikke vender indstillingen.", _REASONS),
        },
    )


def _begrundelse() -> Schema:
    klausul = _said("Klausulens nummer; tomt, når det gælder hele rammeværket.", _TEXT)
    return _whole("Begrundelse", {"klausul": klausul, "tekst": _said("Begrundelsen som sætning.", _TEXT)})


def _klausul() -> Schema:
    regel = _whole("Regel", {"udfald": {"$ref": "#/$defs/udfald"}, "begrundelse": _TEXT})
    found = _whole(
        "Klausul",
        {
            "udfald": {"$ref": "#/$defs/udfald"},
            "styrke": _said("Hvor bindende klausulen er.", {"enum": list(get_args(Styrke))}),
            "begrundelse": _said("Hvorfor udfaldet er sådan.", _TEXT),
            "fakta": _said("De oplysninger, der er set på; null er ukendt.", {"type": "object"}),
        },
    )
    rules: Schema = {"type": "object", "additionalProperties": regel, "minProperties": 2}
    found["properties"]["regler"] = _said("Hver regel for sig, når klausulen har flere.", rules)
    return found


def _mangel() -> Schema:
    klausuler = {"type": "array", "items": _TEXT, "minItems": 1}
    return _whole(
        "Mangel",
        {
            "oplysning": _said("Oplysningens nøgle i en fil med aktiviteter.", _TEXT),
            "spørgsmål": _said("Det spørgsmål, der skal stilles.", _TEXT),
            "klausuler": _said("De klausuler, der venter på svaret.", klausuler),
        },
    )


def _said(description: str, value: Schema) -> Schema:
    return {"description": description, **value}


def _whole(title: str, properties: Schema) -> Schema:
    """An object with exactly these keys."""
    return {
        "title": title,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
