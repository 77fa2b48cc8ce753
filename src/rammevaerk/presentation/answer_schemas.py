"""The JSON Schemas of the answers beside the vurdering: `klassificering` and `koblinger`."""

from __future__ import annotations

import json
from typing import Any, Final, get_args

from rammevaerk.explanation import klassificering, koblinger
from rammevaerk.presentation.schema import said, whole

Schema = dict[str, Any]

_TEXT: Final[Schema] = {"type": "string"}
_TEXTS: Final[Schema] = {"type": "array", "items": _TEXT}
_ANSWER: Final[Schema] = {"enum": ["ja", "nej", "uafklaret"]}


def klassificering_schema() -> str:
    """The schema of `klassificer --format json`, as it is written to its file."""
    klasse = {
        "værdi": said("En af valgets muligheder.", _TEXT),
        "klausul": said("Den klausul, kendetegnene står i; tom, når der ingen er.", _TEXT),
        "svar": said("Om oplysningerne har klassens kendetegn.", {"enum": list(koblinger.SVAR)}),
        **_betingelse(),
    }
    klassifikation = {
        "klausul": said("Den klausul, klassifikationen hører til; tom, når der ingen er.", _TEXT),
        "oplysning": said("Det valg, der siger, hvad aktiviteten er angivet som.", _TEXT),
        "angivet": said("Det, den er angivet som; null er ukendt.", {"type": ["string", "null"]}),
        "svar": said("Om det stemmer med oplysningerne.", {"enum": list(get_args(klassificering.Svar))}),
        "tekst": said("Svaret som sætninger.", _TEXT),
        "klasser": {"type": "array", "items": whole("Klasse", klasse)},
    }
    found = said("Hver klassifikation under sit navn.", _by_name(whole("Klassifikation", klassifikation)))
    return _list_of("Klassificeringer", "klassificer", {"klassifikationer": found})


def koblinger_schema() -> str:
    """The schema of `støtte --format json`, as it is written to its file."""
    kriterium = {
        "navn": said("Kriteriets navn.", _TEXT),
        "kræves": said("Om posten er udelukket uden kriteriet.", {"type": "boolean"}),
        "svar": {"enum": ["opfyldt", "ikke opfyldt", "uafklaret"]},
        **_betingelse(),
        "uoplyst i registret": said("De felter, posten mangler.", _TEXTS),
    }
    post = {
        "navn": said("Postens navn.", _TEXT),
        "svar": said("Den gruppe, posten står i.", {"enum": list(koblinger.SVAR)}),
        "frist": said("Postens frist; null, når den er ukendt.", {"type": ["string", "null"], "format": "date"}),
        "kriterier": {"type": "array", "items": whole("Kriterium", kriterium)},
        "felter": said("Det, registret ellers siger om posten.", _by_name(_TEXT)),
    }
    kobling = {
        "klausul": said("Den klausul, koblingen hører til; tom, når der ingen er.", _TEXT),
        "register": said("Registrets navn.", _TEXT),
        "poster": said("Posterne i rækkefølge.", {"type": "array", "items": whole("Post", post)}),
    }
    found = said("Hver kobling under sit navn.", _by_name(whole("Kobling", kobling)))
    return _list_of("Koblinger", "støtte", {"koblinger": found})


def _list_of(title: str, verb: str, more: Schema) -> str:
    """A list of answers, one for each aktivitet."""
    one = whole(
        "Svar",
        {
            "aktivitet": said("Aktivitetens id.", _TEXT),
            "rammeværk": said("Rammeværkets navn.", _TEXT),
            "udgave": said("Fingeraftryk af regelfilerne.", {"type": "string", "pattern": "^[0-9a-f]{64}$"}),
            "dato": said("Den dag, der svares på.", {"type": "string", "format": "date"}),
            "i kraft": said("Om rammeværket gælder den dag; ellers er der intet svar.", {"type": "boolean"}),
            **more,
        },
    )
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "description": f"Svaret fra «rammevaerk {verb} --format json»: ét for hver aktivitet.",
        "type": "array",
        "items": one,
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _by_name(value: Schema) -> Schema:
    return {"type": "object", "additionalProperties": value}


def _betingelse() -> Schema:
    led = {"tekst": said("Delen af sætningen.", _TEXT), "svar": _ANSWER, "fakta": _TEXTS}
    mangel = {"oplysning": said("Nøglen i en fil med aktiviteter.", _TEXT), "spørgsmål": _TEXT}
    return {
        "begrundelse": said("Hvorfor svaret er sådan.", _TEXT),
        "led": said("De dele af sætningen, der afgør det.", {"type": "array", "items": whole("Led", led)}),
        "mangler": said("De oplysninger, der mangler.", {"type": "array", "items": whole("Mangel", mangel)}),
    }
