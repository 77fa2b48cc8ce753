"""The JSON Schema (draft 2020-12) of a varsel as it is delivered: a line of a file, or what a webhook is sent."""

from __future__ import annotations

import json

from rammevaerk.presentation.schema import Schema, said, whole


def schema() -> Schema:
    """One varsel."""
    properties = {
        "nummer": said("Varslets nummer i journalen. De kommer i tallenes orden.", {"type": "integer", "minimum": 1}),
        "dag": said("Den dag, varslet gælder.", {"type": ["string", "null"], "format": "date"}),
        "aktivitet": said("Aktivitetens id; null, når det ikke er om én.", {"type": ["string", "null"]}),
        "tekst": said("Hvad der skal siges.", {"type": "string"}),
        "detaljer": said("Mere om varslet, til programmer.", {"type": "object"}),
        "hash": said(
            "Varslets fingeraftryk og nøgle: er det kommet før, er det det samme varsel.",
            {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        ),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **whole("Varsel", properties),
        "description": "Et varsel, som journalen afleverer det. «[slettet]» er slettet persondata.",
    }


def schema_text() -> str:
    """The schema as it is written to its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
