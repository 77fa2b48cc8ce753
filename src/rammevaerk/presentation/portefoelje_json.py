"""The answers about a portfolio as JSON, in the published form: `docs/skema/portefoelje.schema.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rammevaerk.explanation.values import andel_in_words

if TYPE_CHECKING:
    from rammevaerk.explanation.portefoelje import (
        Gruppevurdering,
        Portefoeljeregelvurdering,
        Portefoeljevurdering,
    )
    from rammevaerk.model.portefoelje import Andel

Json = dict[str, Any]


def portefoelje_as_json(found: Portefoeljevurdering) -> Json:
    """The whole answer as JSON data; the keys keep æ, ø and å. Of an aktivitet only its id is said."""
    return {
        "rammeværk": found.rammevaerk,
        "udgave": found.udgave,
        "dato": found.dato.isoformat(),
        "aktiviteter": found.antal,
        "regler": {regel.id: _regel(regel) for regel in found.regler},
    }


def _regel(regel: Portefoeljeregelvurdering) -> Json:
    return {
        "klausul": regel.klausul,
        "styrke": regel.styrke,
        "udfald": str(regel.udfald),
        "for hver": regel.for_hver or None,
        "blandt": regel.blandt or None,
        "krav": regel.krav or None,
        "andel": regel.andel or None,
        "mindst": regel.mindst or None,
        "grupper": [_gruppe(one) for one in regel.grupper],
    }


def _gruppe(gruppe: Gruppevurdering) -> Json:
    return {
        "gruppe": gruppe.gruppe or None,
        "uoplyst": gruppe.uoplyst,
        "udfald": str(gruppe.udfald),
        "begrundelse": gruppe.begrundelse,
        "tæller med": {"ja": gruppe.antal, "måske": gruppe.maaske},
        "tællinger": [
            {"betingelse": one.betingelse, "ja": one.ja, "uafklaret": one.uafklaret} for one in gruppe.taellinger
        ],
        "summer": dict(gruppe.summer),
        "andel": _andel(gruppe.andel) if gruppe.andel else None,
        "imod": [one.id for one in gruppe.imod],
        "mangler": [
            {
                "oplysning": one.oplysning,
                "spørgsmål": one.spoergsmaal,
                "aktiviteter": [aktivitet.id for aktivitet in one.aktiviteter],
            }
            for one in gruppe.mangler
        ],
    }


def _andel(andel: Andel) -> Json:
    """The share: its two ends as exact fractions, and as a person reads it."""
    return {
        "lavest": str(andel.lavest),
        "højest": str(andel.hoejest),
        "ja": andel.ja,
        "nej": andel.nej,
        "uafklaret": andel.open,
        "tekst": andel_in_words(andel),
    }
