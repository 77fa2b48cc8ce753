"""A vurdering as it is kept: everything it says, as JSON, and back. More than the published form, which is shorter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.explanation.vurdering import (
    Begrundelse,
    Indstilling,
    Klausulvurdering,
    Mangel,
    Regelvurdering,
    Vurdering,
)
from rammevaerk.facts.aktivitet import CATALOGUE, SKOEN
from rammevaerk.model.resultat import Udfald
from rammevaerk.names import danish_order

if TYPE_CHECKING:
    from rammevaerk.facts.kinds import Oplysning

_SPELT: Final = {
    "rammevaerk": "rammeværk",
    "vilkaar": "vilkår",
    "bemaerkninger": "bemærkninger",
    "spoergsmaal": "spørgsmål",
}
"""Where the key is not the attribute's own name; one that is not here is kept under that."""


def write_answer(value: Any) -> Any:  # noqa: ANN401 - any part of a vurdering
    """Every field of it, so that one added later is kept without a word here."""
    if is_dataclass(value) and not isinstance(value, type):
        return {_SPELT.get(one.name, one.name): write_answer(getattr(value, one.name)) for one in fields(value)}
    match value:
        case Mapping() if any(map(is_dataclass, value.values())):
            return [write_answer(inner) for inner in value.values()]  # klausuler know their ids, and have an order
        case Mapping():
            return {key: write_answer(inner) for key, inner in value.items()}
        case list() | tuple():
            return [write_answer(inner) for inner in value]
        case date():
            return value.isoformat()
        case str():
            return str(value)
    return value


def read_answer(kept: Mapping[str, Any]) -> Vurdering:
    """The vurdering again; what has been erased of it stands as `[slettet]`."""
    return Vurdering(
        aktivitet=kept["aktivitet"],
        titel=_said(kept["titel"]),
        rammevaerk=kept["rammeværk"],
        udgave=kept["udgave"],
        dato=date.fromisoformat(kept["dato"]),
        indstilling=_indstilling(kept["indstilling"]),
        klausuler={one["id"]: _klausul(one) for one in kept["klausuler"]},
        mangler=tuple(
            Mangel(one["oplysning"], one["navn"], _said(one["spørgsmål"]), tuple(one["klausuler"]))
            for one in kept["mangler"]
        ),
    )


def _indstilling(kept: Mapping[str, Any]) -> Indstilling:
    grunde, vilkaar, notes = (_begrundelser(kept[key]) for key in ("begrundelser", "vilkår", "bemærkninger"))
    return Indstilling(kept["handling"], grunde, vilkaar, notes, tuple(kept["holder"]))


def _begrundelser(kept: list[Mapping[str, Any]]) -> tuple[Begrundelse, ...]:
    return tuple(Begrundelse(one["klausul"], _said(one["tekst"])) for one in kept)


def _klausul(kept: Mapping[str, Any]) -> Klausulvurdering:
    return Klausulvurdering(
        id=kept["id"],
        udfald=Udfald(kept["udfald"]),
        styrke=kept["styrke"],
        begrundelse=_said(kept["begrundelse"]),
        grundlag=_said(kept["grundlag"]),
        fakta=in_order(shown(kept["fakta"])),
        regler=tuple(
            Regelvurdering(
                one["id"],
                Udfald(one["udfald"]),
                _said(one["begrundelse"]),
                _said(one["krav"]),
                tuple(map(_said, one["hensyn"])),
            )
            for one in kept["regler"]
        ),
    )


def _said(value: object) -> str:
    return str(value)


def in_order(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts in the order of the catalogue, own ones last; in the chain the names stand in their letters' order."""
    return _ordered(facts, tuple(CATALOGUE.values()))


def _ordered(record: Mapping[str, Any], fields: tuple[Oplysning, ...]) -> dict[str, Any]:
    known = {field.key: field for field in fields if field.key in record}
    rest = sorted(record.keys() - known.keys(), key=danish_order)
    return {key: _value_ordered(record[key], field) for key, field in known.items()} | {k: record[k] for k in rest}


def _value_ordered(value: Any, fact: Oplysning) -> Any:  # noqa: ANN401 - any fact
    fields = tuple(SKOEN.values()) if fact.kind.skoen else fact.kind.fields
    if isinstance(value, list):
        return [_value_ordered(one, fact) for one in value]
    return _ordered(value, fields) if isinstance(value, Mapping) else value


def shown(value: Any) -> Any:  # noqa: ANN401 - any JSON data
    """What was said, with `[slettet]` where something has been erased, ready for JSON."""
    match value:
        case Mapping():
            return {key: shown(inner) for key, inner in value.items()}
        case list():
            return [shown(inner) for inner in value]
        case None | bool() | int():
            return value
    return str(value)
