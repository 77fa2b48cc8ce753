"""The JSON Schemas (draft 2020-12) of the answers and comparisons that `presentation/json.py` writes."""

from __future__ import annotations

import json
from typing import Any, Final, get_args

from rammevaerk.model.klausul import Handling, Styrke
from rammevaerk.model.resultat import Udfald

Schema = dict[str, Any]

_TEXT: Final[Schema] = {"type": "string"}
_IDS: Final[Schema] = {"type": "array", "items": {"type": "string"}}
_REASONS: Final[Schema] = {"type": "array", "items": {"$ref": "#/$defs/begrundelse"}}


def schema() -> Schema:
    """A list of answers, one for each aktivitet and rammeværk."""
    described = "Svaret fra «rammevaerk vurder --format json»: én vurdering for hver aktivitet og hvert rammeværk."
    return _list("Vurderinger", described, "vurdering", _answer_parts())


def comparison_schema() -> Schema:
    """A list of comparisons, one for each aktivitet."""
    described = "Svaret fra «rammevaerk sammenlign --format json»: én sammenligning for hver aktivitet."
    parts = {"sammenligning": _sammenligning(), "oplysning": _oplysning(), "brug": _brug(), "årsag": _aarsag()}
    return _list("Sammenligninger", described, "sammenligning", {**parts, **_answer_parts()})


def schema_text() -> str:
    """The schema of answers as it is written to its file."""
    return _text(schema())


def comparison_schema_text() -> str:
    """The schema of comparisons as it is written to its file."""
    return _text(comparison_schema())


def _text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _list(title: str, description: str, of: str, parts: Schema) -> Schema:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "description": description,
        "type": "array",
        "items": {"$ref": f"#/$defs/{of}"},
        "$defs": parts,
    }


def _answer_parts() -> Schema:
    return {
        "vurdering": _vurdering(),
        "begrundelse": _begrundelse(),
        "klausul": _klausul(),
        "mangel": _mangel(),
        "udfald": {"title": "Udfald", "enum": [str(one) for one in Udfald]},
    }


def _vurdering() -> Schema:
    klausuler = {"type": "object", "additionalProperties": {"$ref": "#/$defs/klausul"}}
    return whole(
        "Vurdering",
        {
            "aktivitet": said("Aktivitetens id.", _TEXT),
            "rammeværk": said("Rammeværkets navn.", _TEXT),
            "udgave": said("Fingeraftryk af regelfilerne.", {"type": "string", "pattern": "^[0-9a-f]{64}$"}),
            "dato": said("Den dag, der vurderes på.", {"type": "string", "format": "date"}),
            "indstilling": _indstilling(),
            "klausuler": said("Hver klausul under sit nummer.", klausuler),
            "mangler": said("De oplysninger, der mangler.", {"type": "array", "items": {"$ref": "#/$defs/mangel"}}),
        },
    )


def _indstilling() -> Schema:
    return whole(
        "Indstilling",
        {
            "handling": said("Det, der indstilles. Et menneske beslutter.", {"enum": list(get_args(Handling))}),
            "begrundelser": said("Det, handlingen hviler på.", _REASONS),
            "vilkår": said("Det, der skal bringes i orden.", _REASONS),
            "bemærkninger": said("Det, læseren skal vide, og som ikke vender indstillingen.", _REASONS),
        },
    )


def _begrundelse() -> Schema:
    klausul = said("Klausulens nummer; tomt, når det gælder hele rammeværket.", _TEXT)
    return whole("Begrundelse", {"klausul": klausul, "tekst": said("Begrundelsen som sætning.", _TEXT)})


def _klausul() -> Schema:
    regel = whole("Regel", {"udfald": {"$ref": "#/$defs/udfald"}, "begrundelse": _TEXT})
    found = whole(
        "Klausul",
        {
            "udfald": {"$ref": "#/$defs/udfald"},
            "styrke": said("Hvor bindende klausulen er.", {"enum": list(get_args(Styrke))}),
            "begrundelse": said("Hvorfor udfaldet er sådan.", _TEXT),
            "fakta": said("De oplysninger, der er set på; null er ukendt.", {"type": "object"}),
        },
    )
    rules: Schema = {"type": "object", "additionalProperties": regel, "minProperties": 2}
    found["properties"]["regler"] = said("Hver regel for sig, når klausulen har flere.", rules)
    return found


def _mangel() -> Schema:
    klausuler = {"type": "array", "items": _TEXT, "minItems": 1}
    return whole(
        "Mangel",
        {
            "oplysning": said("Oplysningens nøgle i en fil med aktiviteter.", _TEXT),
            "spørgsmål": said("Det spørgsmål, der skal stilles.", _TEXT),
            "klausuler": said("De klausuler, der venter på svaret.", klausuler),
        },
    )


def _sammenligning() -> Schema:
    """Everything is by the names of the rammeværker, and of two editions of one by name and edition."""
    modstilling = whole("Modstilling", {"oplysninger": _IDS, "klausuler": _by_name(_IDS)})
    mangel = whole("Mangler", {"oplysning": _TEXT, "rammeværker": {"type": "array", "items": _TEXT, "minItems": 1}})
    answer = {"handling": {"enum": list(get_args(Handling))}, "klausuler": said("De klausuler, der bærer det.", _IDS)}
    return whole(
        "Sammenligning",
        {
            "aktivitet": said("Aktivitetens id.", _TEXT),
            "dato": said("Den dag, der vurderes på.", {"type": "string", "format": "date"}),
            "ens": said("Om de alle indstiller det samme.", {"type": "boolean"}),
            "svar": said("Handlingen efter hvert rammeværk.", _by_name(whole("Svar", answer))),
            "årsager": said(
                "De klausuler, der afgør et svar ved ikke at være opfyldt eller afklaret.",
                {"type": "array", "items": {"$ref": "#/$defs/årsag"}},
            ),
            "oplysninger": said(
                "De oplysninger, som de afgørende, brudte og uafklarede klausuler læser; de afgørende først.",
                {"type": "array", "items": {"$ref": "#/$defs/oplysning"}},
            ),
            "modstillinger": said(
                "Klausuler fra flere rammeværker, der står over for hinanden, fordi de læser de samme oplysninger.",
                {"type": "array", "items": modstilling},
            ),
            "kun": said("De klausuler, som ingen af de andre har et sidestykke til.", _by_name(_IDS)),
            "mangler": said(
                "Hver oplysning, der mangler, og hvem den mangler for.", {"type": "array", "items": mangel}
            ),
            "vurderinger": said("Hele vurderingen.", _by_name({"$ref": "#/$defs/vurdering"})),
        },
    )


def _aarsag() -> Schema:
    return whole(
        "Årsag",
        {
            "rammeværk": _TEXT,
            "klausul": _TEXT,
            "udfald": {"$ref": "#/$defs/udfald"},
            "begrundelse": _TEXT,
            "oplysninger": said("De oplysninger, udfaldet hviler på.", _IDS),
            "følger af": said("De klausuler, udfaldet følger af.", _IDS),
        },
    )


def _oplysning() -> Schema:
    used = _by_name({"$ref": "#/$defs/brug"})
    return whole(
        "Oplysning",
        {
            "oplysning": said("Oplysningens nøgle i en fil med aktiviteter.", _TEXT),
            "navn": said("Oplysningens navn i en sætning.", _TEXT),
            "brug": said("De rammeværker, der spørger om den. De andre er her ikke.", used),
        },
    )


def _brug() -> Schema:
    return whole(
        "Brug",
        {
            "værdi": said("Det, der vides, som dette rammeværk læser det; null er ukendt.", {}),
            "mangler": said("Om en klausul venter på den.", {"type": "boolean"}),
            "klausuler": said("De klausuler, hvis udfald hviler på den.", _IDS),
            "gennem": said("De klausuler, hvis udfald kun hviler på den gennem andre.", _IDS),
            "læser": said("De klausuler, der læser den, men har fået deres udfald af noget andet.", _IDS),
        },
    )


def _by_name(value: Schema) -> Schema:
    """One for each rammeværk."""
    return {"type": "object", "additionalProperties": value}


def said(description: str, value: Schema) -> Schema:
    """A value with what it is for."""
    return {"description": description, **value}


def whole(title: str, properties: Schema) -> Schema:
    """An object with exactly these keys."""
    return {
        "title": title,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
