"""The JSON Schema (draft 2020-12) of the notes that `rammevaerk journal notat --format json` writes."""

from __future__ import annotations

import json
from typing import Any, Final, get_args

from rammevaerk.model.klausul import Handling, Styrke
from rammevaerk.model.resultat import Udfald

Schema = dict[str, Any]

_TEXT: Final[Schema] = {"type": "string"}
_MAYBE: Final[Schema] = {"type": ["string", "null"]}
_DAY: Final[Schema] = {"type": "string", "format": "date"}
_HASH: Final[Schema] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_TEXTS: Final[Schema] = {"type": "array", "items": _TEXT}
_HANDLING: Final[Schema] = {"enum": list(get_args(Handling))}


def schema() -> Schema:
    """One note."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_whole("Notat", _notat()),
        "description": "En vurdering fra journalen som et notat, der kan stå alene. «[slettet]» er slettet persondata.",
        "$defs": {
            "post": _post(),
            "vurdering": _vurdering(),
            "begrundelse": _whole("Begrundelse", {"klausul": _TEXT, "tekst": _TEXT}),
            "klausul": _klausul(),
            "udfald": {"title": "Udfald", "enum": [str(one) for one in Udfald]},
        },
    }


def schema_text() -> str:
    """The schema as it is written to its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _notat() -> Schema:
    posts = _list({"$ref": "#/$defs/post"})
    fact = _whole(
        "Oplysning",
        {
            "oplysning": _said("Oplysningens nøgle i en fil med aktiviteter.", _TEXT),
            "værdi": _said("Oplysningen, som den blev givet.", {}),
            "kommer fra": _said("De poster, der fortalte den; ingen, når kun vurderingen selv gør.", posts),
        },
    )
    return {
        "dato": _said("Den dag, der er vurderet på.", _DAY),
        "titel": _said("Aktivitetens titel.", _MAYBE),
        "emne": _said("Hvad aktiviteten handler om.", _MAYBE),
        "kle": _said("KLE-nummer.", _MAYBE),
        "sagsnr": _said("Sagens nummer.", _MAYBE),
        "aktivitet": _said("Aktivitetens id.", _TEXT),
        "rammeværk": _said("Rammeværkets navn.", _TEXT),
        "udgave": _said("Fingeraftryk af regelfilerne.", _HASH),
        "program": _said("Den version af rammevaerk, der vurderede.", _TEXT),
        "post": {"$ref": "#/$defs/post"},
        "vurdering": {"$ref": "#/$defs/vurdering"},
        "fakta": _said("Oplysningerne, og hvor de kommer fra.", _list(fact)),
        "beslutninger": _said("Hvad mennesker har besluttet siden.", _list(_beslutning())),
        "hoved": _said("Journalens hoved, da notatet blev lavet.", _TEXT),
    }


def _post() -> Schema:
    return _whole(
        "Post",
        {
            "nummer": _said("Postens nummer i journalen.", {"type": "integer", "minimum": 1}),
            "registreret": _said("Hvornår den blev skrevet, i UTC.", {"type": "string", "format": "date-time"}),
            "virkning": _said("Den dag, den har virkning fra.", {"type": ["string", "null"], "format": "date"}),
            "hash": _said("Postens fingeraftryk.", _HASH),
        },
    )


def _beslutning() -> Schema:
    found = _whole(
        "Beslutning",
        {
            "art": {"enum": ["beslutning", "fravigelse"]},
            "handling": _HANDLING,
            "hvem": _TEXT,
            "hvornår": _DAY,
            "post": {"$ref": "#/$defs/post"},
        },
    )
    found["properties"] |= {"rolle": _TEXT, "hvorfor": _TEXT, "klausul": _TEXT}
    return found


def _vurdering() -> Schema:
    reasons = _list({"$ref": "#/$defs/begrundelse"})
    advice = {"handling": _HANDLING, "begrundelser": reasons, "vilkår": reasons, "bemærkninger": reasons}
    missing = {"oplysning": _TEXT, "navn": _TEXT, "spørgsmål": _TEXT, "klausuler": _TEXTS}
    return _whole(
        "Vurdering",
        {
            "aktivitet": _TEXT,
            "titel": _TEXT,
            "rammeværk": _TEXT,
            "udgave": _HASH,
            "dato": _DAY,
            "indstilling": _whole("Indstilling", advice | {"holder": _list(_HANDLING)}),
            "klausuler": _list({"$ref": "#/$defs/klausul"}),
            "mangler": _list(_whole("Mangel", missing)),
        },
    )


def _klausul() -> Schema:
    regel = {"id": _TEXT, "udfald": {"$ref": "#/$defs/udfald"}, "begrundelse": _TEXT, "krav": _TEXT, "hensyn": _TEXTS}
    return _whole(
        "Klausul",
        {
            "id": _TEXT,
            "udfald": {"$ref": "#/$defs/udfald"},
            "styrke": {"enum": list(get_args(Styrke))},
            "begrundelse": _said("Hvorfor udfaldet er sådan.", _TEXT),
            "grundlag": _said("Klausulen og dens sted i papiret.", _TEXT),
            "fakta": _said("De oplysninger, der er set på; null er ukendt.", {"type": "object"}),
            "regler": _said("Reglerne, hver med sine hensyn.", _list(_whole("Regel", regel))),
        },
    )


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


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
