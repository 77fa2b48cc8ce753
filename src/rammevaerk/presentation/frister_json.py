"""Deadlines as JSON, in the published form `docs/skema/frister.schema.json`, and that schema (draft 2020-12)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.explanation.fristvurdering import Tilstand

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from rammevaerk.explanation.fristvurdering import Fristoversigt, Fristvurdering, Henvisningsvurdering, Hul

Json = dict[str, Any]


def write_json(oversigter: Sequence[Fristoversigt]) -> str:
    """A JSON list, one rammeværk each."""
    return json.dumps([_oversigt(one) for one in oversigter], ensure_ascii=False, indent=1) + "\n"


def _oversigt(one: Fristoversigt) -> Json:
    return {
        "rammeværk": one.rammevaerk,
        "titel": one.titel,
        "udgave": one.udgave,
        "dato": one.dato.isoformat(),
        "frister": [_frist(frist) for frist in one.frister],
        "henvisninger": [_henvisning(henvisning) for henvisning in one.henvisninger],
        "huller": [_hul(hul) for hul in one.huller],
    }


def _frist(one: Fristvurdering) -> Json:
    return {
        "frist": one.frist,
        "aktivitet": one.aktivitet or None,
        "om_skøn": one.om_skoen or None,
        "klausul": one.klausul,
        "hvad": one.hvad,
        "tilstand": str(one.tilstand),
        "dato": _iso(one.dato),
        "sidst": _iso(one.sidst),
        "varsles_fra": _iso(one.varsles_fra),
        "begrundelse": one.begrundelse,
        "mangler": [{"oplysning": mangel.oplysning, "spørgsmål": mangel.spoergsmaal} for mangel in one.mangler],
    }


def _henvisning(one: Henvisningsvurdering) -> Json:
    return {
        "navn": one.navn,
        "klausuler": list(one.klausuler),
        "til": _iso(one.til),
        "udløbet": one.udloebet,
        "fortolkning": one.fortolkning,
    }


def _hul(one: Hul) -> Json:
    return {
        "art": one.art,
        "navn": one.navn,
        "fra": _iso(one.periode.fra),
        "til": _iso(one.periode.til),
        "klausuler": list(one.klausuler),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


Schema = dict[str, Any]
_TEXT: Final[Schema] = {"type": "string"}
_DAY: Final[Schema] = {"type": "string", "format": "date"}
_MAYBE_DAY: Final[Schema] = {"type": ["string", "null"], "format": "date"}
_KLAUSULER: Final[Schema] = {"type": "array", "items": _TEXT}


def schema() -> Schema:
    """A list with one entry for each rammeværk."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Frister",
        "description": "Svaret fra «rammevaerk frister --format json»: ét punkt for hvert rammeværk.",
        "type": "array",
        "items": _object(
            "Rammeværk",
            {
                "rammeværk": ("Rammeværkets navn.", _TEXT),
                "titel": ("Rammeværkets titel.", _TEXT),
                "udgave": ("Fingeraftryk af regelfilerne.", {"type": "string", "pattern": "^[0-9a-f]{64}$"}),
                "dato": ("Den dag, der spørges om.", _DAY),
                "frister": ("De overskredne først, derefter efter dato.", _list("frist")),
                "henvisninger": ("Andre papirer, klausulerne henviser til.", _list("henvisning")),
                "huller": ("Dage fra og med i dag uden en gældende udgave.", _list("hul")),
            },
        ),
        "$defs": {"frist": _frist_schema(), "henvisning": _henvisning_schema(), "hul": _hul_schema()},
    }


def schema_text() -> str:
    """The schema as it is written to its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _frist_schema() -> Schema:
    mangel = _object("Mangel", {"oplysning": ("Nøglen i en fil.", _TEXT), "spørgsmål": ("Spørgsmålet.", _TEXT)})
    whose: Schema = {"type": ["string", "null"]}
    return _object(
        "Frist",
        {
            "frist": ("Fristens navn.", _TEXT),
            "aktivitet": ("Aktivitetens id; null, når fristen er rammeværkets egen.", whose),
            "om_skøn": ("Det skøn, der skal gives igen; null, når det er noget andet, der skal ske.", whose),
            "klausul": ("Den klausul, fristen følger af.", _TEXT),
            "hvad": ("Det, der skal ske.", _TEXT),
            "tilstand": ("Hvordan fristen står.", {"enum": [str(one) for one in Tilstand]}),
            "dato": ("Sidste dag; når fristen er uafklaret, den tidligste dag, den kan være.", _MAYBE_DAY),
            "sidst": ("Den dag, det sidst er sket, når den kendes.", _MAYBE_DAY),
            "varsles_fra": ("Den dag, der varsles fra; null, når der ikke varsles.", _MAYBE_DAY),
            "begrundelse": ("Hvorfor fristen står sådan.", _TEXT),
            "mangler": ("De oplysninger, en uafklaret frist venter på.", {"type": "array", "items": mangel}),
        },
    )


def _henvisning_schema() -> Schema:
    return _object(
        "Henvisning",
        {
            "navn": ("Papirets navn.", _TEXT),
            "klausuler": ("De klausuler, der henviser til det.", _KLAUSULER),
            "til": ("Sidste dag, papiret gælder; null, når den ikke kendes.", _MAYBE_DAY),
            "udløbet": ("Om papiret er holdt op med at gælde.", {"type": "boolean"}),
            "fortolkning": ("Hvordan kommunen læser det.", _TEXT),
        },
    )


def _hul_schema() -> Schema:
    return _object(
        "Hul",
        {
            "art": ("Hvad der mangler en gældende udgave.", {"enum": ["rammeværk", "parameter", "klausul"]}),
            "navn": ("Hvad det hedder.", _TEXT),
            "fra": ("Første dag uden; null, når der ingen er.", _MAYBE_DAY),
            "til": ("Sidste dag uden; null, når der ingen er.", _MAYBE_DAY),
            "klausuler": ("De klausuler, der ikke kan afgøres så længe.", _KLAUSULER),
        },
    )


def _list(name: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


def _object(title: str, properties: dict[str, tuple[str, Schema]]) -> Schema:
    """An object with exactly these keys."""
    return {
        "title": title,
        "type": "object",
        "properties": {key: {"description": said, **value} for key, (said, value) in properties.items()},
        "required": list(properties),
        "additionalProperties": False,
    }
