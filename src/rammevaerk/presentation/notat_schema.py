"""The JSON Schema (draft 2020-12) of the notes that `rammevaerk journal notat --format json` writes."""

from __future__ import annotations

import json
from typing import Final, get_args

from rammevaerk.model.klausul import Handling, Styrke
from rammevaerk.model.resultat import Udfald
from rammevaerk.presentation.schema import Schema, said, whole

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
        **whole("Notat", _notat()),
        "description": "En vurdering fra journalen som et notat, der kan stå alene. «[slettet]» er slettet persondata.",
        "$defs": {
            "post": _post(),
            "vurdering": _vurdering(),
            "begrundelse": whole("Begrundelse", {"klausul": _TEXT, "tekst": _TEXT}),
            "klausul": _klausul(),
            "udfald": {"title": "Udfald", "enum": [str(one) for one in Udfald]},
        },
    }


def schema_text() -> str:
    """The schema as it is written to its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _notat() -> Schema:
    posts = _list({"$ref": "#/$defs/post"})
    fact = whole(
        "Oplysning",
        {
            "oplysning": said("Oplysningens nøgle i en fil med aktiviteter.", _TEXT),
            "værdi": said("Oplysningen, som den blev givet.", {}),
            "kommer fra": said("De poster, der fortalte den; ingen, når kun vurderingen selv gør.", posts),
        },
    )
    return {
        "dato": said("Den dag, der er vurderet på.", _DAY),
        "titel": said("Aktivitetens titel.", _MAYBE),
        "emne": said("Hvad aktiviteten handler om.", _MAYBE),
        "kle": said("KLE-nummer.", _MAYBE),
        "sagsnr": said("Sagens nummer.", _MAYBE),
        "aktivitet": said("Aktivitetens id.", _TEXT),
        "rammeværk": said("Rammeværkets navn.", _TEXT),
        "udgave": said("Fingeraftryk af regelfilerne.", _HASH),
        "program": said("Den version af rammevaerk, der vurderede.", _TEXT),
        "post": {"$ref": "#/$defs/post"},
        "vurdering": {"$ref": "#/$defs/vurdering"},
        "fakta": said("Oplysningerne, og hvor de kommer fra.", _list(fact)),
        "beslutninger": said("Hvad mennesker har besluttet siden.", _list(_beslutning())),
        "hoved": said("Journalens hoved, da notatet blev lavet.", _TEXT),
    }


def _post() -> Schema:
    return whole(
        "Post",
        {
            "nummer": said("Postens nummer i journalen.", {"type": "integer", "minimum": 1}),
            "registreret": said("Hvornår den blev skrevet, i UTC.", {"type": "string", "format": "date-time"}),
            "virkning": said("Den dag, den har virkning fra.", {"type": ["string", "null"], "format": "date"}),
            "hash": said("Postens fingeraftryk.", _HASH),
        },
    )


def _beslutning() -> Schema:
    found = whole(
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
    return whole(
        "Vurdering",
        {
            "aktivitet": _TEXT,
            "titel": _TEXT,
            "rammeværk": _TEXT,
            "udgave": _HASH,
            "dato": _DAY,
            "indstilling": whole("Indstilling", advice | {"holder": _list(_HANDLING)}),
            "klausuler": _list({"$ref": "#/$defs/klausul"}),
            "mangler": _list(whole("Mangel", missing)),
        },
    )


def _klausul() -> Schema:
    regel = {"id": _TEXT, "udfald": {"$ref": "#/$defs/udfald"}, "begrundelse": _TEXT, "krav": _TEXT, "hensyn": _TEXTS}
    return whole(
        "Klausul",
        {
            "id": _TEXT,
            "udfald": {"$ref": "#/$defs/udfald"},
            "styrke": {"enum": list(get_args(Styrke))},
            "begrundelse": said("Hvorfor udfaldet er sådan.", _TEXT),
            "grundlag": said("Klausulen og dens sted i papiret.", _TEXT),
            "fakta": said("De oplysninger, der er set på; null er ukendt.", {"type": "object"}),
            "regler": said("Reglerne, hver med sine hensyn.", _list(whole("Regel", regel))),
        },
    )


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}
