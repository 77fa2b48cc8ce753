"""Answers and comparisons as JSON, in the published forms: `docs/skema/vurdering.schema.json` and `sammenligning`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rammevaerk.explanation.sammenligning import Aarsag, Brug, Sammenligning
    from rammevaerk.explanation.vurdering import Begrundelse, Klausulvurdering, Vurdering

Json = dict[str, Any]


def write_list(vurderinger: Iterable[Vurdering]) -> Iterator[str]:
    """A JSON list in parts, one answer to a line, so that it is never held whole."""
    return in_parts(as_json(one) for one in vurderinger)


def write_comparisons(sammenligninger: Iterable[Sammenligning]) -> Iterator[str]:
    """The same of comparisons."""
    return in_parts(comparison_as_json(one) for one in sammenligninger)


def in_parts(found: Iterable[Json]) -> Iterator[str]:
    """A JSON list of objects in parts, one to a line."""
    before = "[\n"
    for one in found:
        yield before + json.dumps(one, ensure_ascii=False)
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


def comparison_as_json(sammenligning: Sammenligning) -> Json:
    """One comparison as JSON data. Klausuler are told by their numbers; the whole answers stand under `vurderinger`."""
    return {
        "aktivitet": sammenligning.aktivitet,
        "dato": sammenligning.dato.isoformat(),
        "ens": sammenligning.ens,
        "svar": {
            name: {"handling": handling, "klausuler": list(sammenligning.baerende[name])}
            for name, handling in sammenligning.handlinger.items()
        },
        "årsager": [_aarsag(one) for one in sammenligning.aarsager],
        "oplysninger": [
            {
                "oplysning": one.oplysning,
                "navn": one.navn,
                "brug": {name: _brug(brug) for name, brug in one.brug.items()},
            }
            for one in sammenligning.oplysninger
        ],
        "modstillinger": [
            {"oplysninger": list(one.oplysninger), "klausuler": _by_name(one.klausuler)}
            for one in sammenligning.modstillinger
        ],
        "kun": _by_name(sammenligning.kun),
        "mangler": [
            {"oplysning": oplysning, "rammeværker": list(names)} for oplysning, names in sammenligning.mangler.items()
        ],
        "vurderinger": {name: as_json(one) for name, one in sammenligning.vurderinger.items()},
    }


def _aarsag(aarsag: Aarsag) -> Json:
    return {
        "rammeværk": aarsag.rammevaerk,
        "klausul": aarsag.klausul,
        "udfald": str(aarsag.udfald),
        "begrundelse": aarsag.begrundelse,
        "oplysninger": list(aarsag.oplysninger),
        "følger af": list(aarsag.foelger_af),
    }


def _brug(brug: Brug) -> Json:
    return {
        "værdi": brug.vaerdi,
        "mangler": brug.mangler,
        "klausuler": list(brug.klausuler),
        "gennem": list(brug.gennem),
        "læser": list(brug.laeser),
    }


def _by_name(klausuler: Mapping[str, tuple[str, ...]]) -> Json:
    return {name: list(ids) for name, ids in klausuler.items()}


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
