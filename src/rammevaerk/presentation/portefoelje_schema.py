"""The JSON Schema (draft 2020-12) of the answer that `presentation/portefoelje_json.py` writes."""

from __future__ import annotations

import json
from typing import Final, get_args

from rammevaerk.model.klausul import Styrke
from rammevaerk.model.resultat import Udfald
from rammevaerk.presentation.schema import Schema, said, whole

_TEXT: Final[Schema] = {"type": "string"}
_MAYBE: Final[Schema] = {"type": ["string", "null"]}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_SHARE: Final[Schema] = {"type": "string", "pattern": "^[0-9]+(/[0-9]+)?$"}
_UDFALD: Final[Schema] = {"$ref": "#/$defs/udfald"}
_IDS: Final[Schema] = {"type": "array", "items": _TEXT}


def portefoelje_schema() -> Schema:
    """A list of answers about all the aktiviteter of some files, one for each rammeværk."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Porteføljevurderinger",
        "description": "Svaret fra «rammevaerk portefølje --format json»: ét for hvert rammeværk.",
        "type": "array",
        "items": {"$ref": "#/$defs/porteføljevurdering"},
        "$defs": {
            "porteføljevurdering": _whole_answer(),
            "regel": _regel(),
            "gruppe": _gruppe(),
            "andel": _andel(),
            "mangel": _mangel(),
            "udfald": {"title": "Udfald", "enum": [str(one) for one in Udfald]},
        },
    }


def portefoelje_schema_text() -> str:
    """The schema as it is written to its file."""
    return json.dumps(portefoelje_schema(), ensure_ascii=False, indent=2) + "\n"


def _whole_answer() -> Schema:
    regler = {"type": "object", "additionalProperties": {"$ref": "#/$defs/regel"}}
    return whole(
        "Porteføljevurdering",
        {
            "rammeværk": said("Rammeværkets navn.", _TEXT),
            "udgave": said("Fingeraftryk af regelfilerne.", {"type": "string", "pattern": "^[0-9a-f]{64}$"}),
            "dato": said("Den dag, der vurderes på.", {"type": "string", "format": "date"}),
            "aktiviteter": said("Hvor mange aktiviteter der er læst.", _COUNT),
            "regler": said("Hver regel om porteføljen under sit id.", regler),
        },
    )


def _regel() -> Schema:
    return whole(
        "Regel",
        {
            "klausul": said("Den klausul, reglen afgør.", _TEXT),
            "styrke": said("Hvor bindende klausulen er.", {"enum": list(get_args(Styrke))}),
            "udfald": said("Det værste af gruppernes udfald.", _UDFALD),
            "for hver": said("Den oplysning, aktiviteterne er delt op efter; null, når de ikke er delt op.", _MAYBE),
            "blandt": said("Hvilke aktiviteter der tæller med; null er alle.", _MAYBE),
            "krav": said("Det, aktiviteterne skal opfylde tilsammen; null, når det er en andel.", _MAYBE),
            "andel": said("Det, der skal gælde for en aktivitet, før den tæller i andelen.", _MAYBE),
            "mindst": said("Parameteren med den mindste andel.", _MAYBE),
            "grupper": said("Svaret for hver gruppe.", {"type": "array", "items": {"$ref": "#/$defs/gruppe"}}),
        },
    )


def _gruppe() -> Schema:
    counts = whole("Tæller med", {"ja": said("Sikkert.", _COUNT), "måske": said("Måske.", _COUNT)})
    held = whole(
        "Tælling",
        {
            "betingelse": said("Betingelsen, som den står i reglen.", _TEXT),
            "ja": said("Hvor mange den sikkert gælder for.", _COUNT),
            "uafklaret": said("Hvor mange flere den måske gælder for.", _COUNT),
        },
    )
    return whole(
        "Gruppe",
        {
            "gruppe": said("Det, gruppen er fælles om; null, når der ikke er delt op, eller det er uoplyst.", _MAYBE),
            "uoplyst": said("Om det er dem, hvis gruppe ikke er oplyst.", {"type": "boolean"}),
            "udfald": _UDFALD,
            "begrundelse": said("Hvorfor udfaldet er sådan.", _TEXT),
            "tæller med": said("Hvor mange aktiviteter der er set på.", counts),
            "tællinger": said("For hver betingelse, hvor mange den gælder for.", {"type": "array", "items": held}),
            "summer": said("Hver sum i kravet og dens værdi.", {"type": "object", "additionalProperties": _TEXT}),
            "andel": {"anyOf": [{"$ref": "#/$defs/andel"}, {"type": "null"}]},
            "imod": said("Id på de aktiviteter, der taler imod.", _IDS),
            "mangler": said("De oplysninger, der mangler.", {"type": "array", "items": {"$ref": "#/$defs/mangel"}}),
        },
    )


def _andel() -> Schema:
    return whole(
        "Andel",
        {
            "lavest": said("Det mindste, andelen kan være, som brøk.", _SHARE),
            "højest": said("Det største, andelen kan være, som brøk.", _SHARE),
            "ja": said("Hvor mange der sikkert tæller i andelen.", _COUNT),
            "nej": said("Hvor mange der sikkert er med uden at tælle i andelen.", _COUNT),
            "uafklaret": said("Hvor mange der er uafklarede.", _COUNT),
            "tekst": said("Andelen, som et menneske læser den; rundet ned til én decimal.", _TEXT),
        },
    )


def _mangel() -> Schema:
    return whole(
        "Mangel",
        {
            "oplysning": said("Oplysningens nøgle i en fil med aktiviteter.", _TEXT),
            "spørgsmål": said("Det spørgsmål, der skal stilles.", _TEXT),
            "aktiviteter": said("Id på de aktiviteter, den mangler om.", {**_IDS, "minItems": 1}),
        },
    )
