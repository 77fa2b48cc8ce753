"""The JSON Schemas of what is said of a portfolio for somebody to act on: the order, and what other rules would do."""

from __future__ import annotations

import json
from typing import Any, Final, get_args

from rammevaerk.model.klausul import Handling
from rammevaerk.model.resultat import Udfald
from rammevaerk.presentation.schema import Schema, said, whole

_TEXT: Final[Schema] = {"type": "string"}
_MAYBE: Final[Schema] = {"type": ["string", "null"]}
_TEXTS: Final[Schema] = {"type": "array", "items": _TEXT}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_UDFALD: Final[Schema] = {"enum": [*map(str, Udfald), None]}
"""Null where there is no such klausul."""
_HANDLING: Final[Schema] = {"enum": list(get_args(Handling))}


def rangering_schema() -> str:
    """The schema of `rangér --format json`, as it is written to its file."""
    places = {"type": "array", "items": {"$ref": "#/$defs/plads"}}
    step = whole("Trin", {"navn": _TEXT, "klausul": _MAYBE, "klausuler": _TEXTS})
    keys = {
        **_head(),
        "rangorden": said("Trinnene, det vigtigste først.", {"type": "array", "items": step}),
        "først": said("Det, vi bør gøre først.", places),
        "venter": said("Det, der venter på et svar.", places),
        "slut": said("Det, vi bør afslutte.", places),
        "investeret i det, der bør afsluttes": {"$ref": "#/$defs/beløb"},
        "øvrige": said("Antal med en anden handling.", {"type": "object", "additionalProperties": _COUNT}),
    }
    return _list_of("Rangeringer", "rangér", keys, {"plads": _plads(), "beløb": _beloeb()})


def hvadhvis_schema() -> str:
    """The schema of `hvadhvis --format json`, as it is written to its file."""
    turned = {"type": "array", "items": {"$ref": "#/$defs/omvurdering"}}
    rule = whole("Regel", {"regel": _TEXT, "gruppe": _MAYBE, "før": _UDFALD, "nu": _UDFALD})
    change = whole("Ændring", {"klausuler": _TEXTS, "tekst": _TEXT})
    edition: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
    keys = {
        "rammeværk": said("Rammeværkets navn efter de nye regler.", _TEXT),
        "før": said("Fingeraftryk af reglerne, som de er.", edition),
        "nu": said("Fingeraftryk af de nye regler.", edition),
        "dato": said("Den dag, der vurderes på.", {"type": "string", "format": "date"}),
        "aktiviteter": said("Hvor mange aktiviteter der er læst.", _COUNT),
        "skifter": said("Aktiviteter, der får en anden indstilling.", turned),
        "kun klausuler": said("Aktiviteter, hvor kun klausuler får et andet udfald.", turned),
        "tilsammen": said("Regler om aktiviteterne tilsammen.", {"type": "array", "items": rule}),
        "ændringer": said("Forskellen mellem de to udgaver.", {"type": "array", "items": change}),
    }
    return _list_of("Hvad hvis", "hvadhvis", keys, {"omvurdering": _omvurdering()})


def _omvurdering() -> Schema:
    klausul = whole("Klausul", {"klausul": _TEXT, "før": _UDFALD, "nu": _UDFALD})
    return whole(
        "Omvurdering",
        {
            "aktivitet": said("Aktivitetens id.", _TEXT),
            "før": _HANDLING,
            "nu": _HANDLING,
            "afgørende": said("De vendte klausuler, indstillingen hviler på.", _TEXTS),
            "klausuler": said("Hver klausul, der er vendt.", {"type": "array", "items": klausul}),
            "tekst": said("Hvorfor indstillingen skifter; null, når den ikke gør.", _MAYBE),
        },
    )


def _plads() -> Schema:
    place: Schema = {"type": ["integer", "null"], "minimum": 1}
    trin = {"navn": _TEXT, "opfyldt": _TEXTS, "uafklaret": _TEXTS, "ikke opfyldt": _TEXTS}
    return whole(
        "Plads",
        {
            "plads": said("Pladsen ud fra det, der vides; null, så længe der ventes.", place),
            "bedst": said("Den bedste plads, det manglende kan give.", place),
            "ringest": said("Den ringeste plads, det manglende kan give.", place),
            "aktivitet": said("Aktivitetens id.", _TEXT),
            "handling": _HANDLING,
            "trin": {"type": "array", "items": whole("Trin", trin)},
            "skiller": said("Det, der skiller den fra den næste.", _MAYBE),
            "mangler": said("Nøglerne på de oplysninger, der mangler.", _TEXTS),
            "investeret": {"$ref": "#/$defs/beløb"},
        },
    )


def _beloeb() -> Schema:
    return whole(
        "Beløb",
        {
            "kendt": said("Det kendte i hver enhed.", _TEXTS),
            "mindst": said("Om noget af det er uoplyst.", {"type": "boolean"}),
            "tekst": said("Beløbet, som et menneske læser det.", _TEXT),
        },
    )


def _head() -> Schema:
    return {
        "rammeværk": said("Rammeværkets navn.", _TEXT),
        "udgave": said("Fingeraftryk af regelfilerne.", {"type": "string", "pattern": "^[0-9a-f]{64}$"}),
        "dato": said("Den dag, der vurderes på.", {"type": "string", "format": "date"}),
        "aktiviteter": said("Hvor mange aktiviteter der er læst.", _COUNT),
    }


def _list_of(title: str, verb: str, keys: dict[str, Any], defs: dict[str, Schema]) -> str:
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "description": f"Svaret fra «rammevaerk {verb} --format json»: ét for hvert rammeværk.",
        "type": "array",
        "items": whole(title, keys),
        "$defs": defs,
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
