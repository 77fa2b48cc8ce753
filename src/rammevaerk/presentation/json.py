"""The answer as JSON, in the published form: `docs/skema/vurdering.schema.json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rammevaerk.explanation.vurdering import Begrundelse, Klausulvurdering, Vurdering

Json = dict[str, Any]


def write_list(vurderinger: Iterable[Vurdering]) -> Iterator[str]:
    """A JSON list in parts, one aktivitet to a line, so that it is never held whole."""
    before = "[\n"
    for one in vurderinger:
        yield before + json.dumps(as_json(one), ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def as_json(vurdering: Vurdering) -> Json:
    """One answer as JSON data; the keys keep æ, ø and å."""
    advice = vurdering.indstilling
    return {
        "aktivitet": vurdering.aktivitet,
        "rammeværk": vurdering.rammevaerk,
        "udgave": vurdering.udgave,
        "dato": vurdering.dato.isoformat(),
        "indstilling": {
            "handling": advice.handling,
            "begrundelser": _reasons(advice.begrundelser),
            "vilkår": _reasons(advice.vilkaar),
            "bemærkninger": _reasons(advice.bemaerkninger),
        },
        "klausuler": {id_: _klausul(one) for id_, one in vurdering.klausuler.items()},
        "mangler": [
            {"oplysning": one.oplysning, "spørgsmål": one.spoergsmaal, "klausuler": list(one.klausuler)}
            for one in vurdering.mangler
        ],
    }


def _reasons(reasons: tuple[Begrundelse, ...]) -> list[Json]:
    return [{"klausul": one.klausul, "tekst": one.tekst} for one in reasons]


def _klausul(klausul: Klausulvurdering) -> Json:
    """A klausul; of several rules, each below it."""
    found: Json = {
        "udfald": str(klausul.udfald),
        "styrke": klausul.styrke,
        "begrundelse": klausul.begrundelse,
        "fakta": dict(klausul.fakta),
    }
    if len(klausul.regler) > 1:
        found["regler"] = {
            regel.id: {"udfald": str(regel.udfald), "begrundelse": regel.begrundelse} for regel in klausul.regler
        }
    return found
