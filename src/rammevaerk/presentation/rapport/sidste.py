"""The few figures of a follow-up that the next one is compared with: written beside it, and read a year later."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, Final, cast, get_args

from rammevaerk.diagnostics import Diagnostic, Refused, Span
from rammevaerk.explanation.omvurdering import Stilling
from rammevaerk.explanation.rapport import Sidste
from rammevaerk.model.klausul import Handling
from rammevaerk.model.resultat import Udfald

if TYPE_CHECKING:
    from rammevaerk.explanation.rapport import Rapport

Json = dict[str, Any]
LARGEST: Final = 200_000_000
_FORM: Final = "rammeværk-rapport 1"


def as_sidste(rapport: Rapport) -> bytes:
    """The file that the next follow-up reads. It names no person: titles, handlinger and udfald alone."""
    found = {
        "form": _FORM,
        "rammeværk": rapport.rammevaerk,
        "udgave": rapport.udgave,
        "dato": rapport.dato.isoformat(),
        "aktiviteter": {one.aktivitet.id: _stilling(one.stilling) for one in rapport.linjer},
    }
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def _stilling(one: Stilling) -> Json:
    return {
        "titel": one.titel,
        "handling": one.handling,
        "klausuler": list(one.baerende),
        "udfald": {id_: str(udfald) for id_, udfald in one.udfald.items()},
    }


def read_sidste(data: bytes, source: str, ramme: str, day: date) -> Sidste:
    """What `as_sidste` wrote of the same rammeværk on an earlier day. Raises `Refused` when it is anything else."""
    try:
        found = _read(json.loads(data))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        help_ = "brug den fil, «rammevaerk rapport» skrev sidst; den hedder fx rapport.json"
        raise Refused([Diagnostic("B042", "filen er ikke en tidligere rapport", help_, Span(source))]) from None
    if found.rammevaerk != ramme:
        message = f"den tidligere rapport er om «{found.rammevaerk}» og ikke om «{ramme}»"
        raise Refused([Diagnostic("B042", message, "brug en rapport om det samme rammeværk", Span(source))])
    if found.dato >= day:
        message = "den tidligere rapport er ikke ældre end den, der skal laves"
        raise Refused([Diagnostic("B042", message, "ret «--dato», eller brug en ældre rapport", Span(source))])
    return found


def _read(found: Any) -> Sidste:  # noqa: ANN401 - whatever stands in the file
    if found["form"] != _FORM:
        raise ValueError(_FORM)
    stillinger = {_text(id_): _read_stilling(id_, one) for id_, one in found["aktiviteter"].items()}
    day = date.fromisoformat(_text(found["dato"]))
    return Sidste(_text(found["rammeværk"]), _text(found["udgave"]), day, stillinger)


def _read_stilling(id_: str, one: Any) -> Stilling:  # noqa: ANN401 - whatever stands in the file
    if one["handling"] not in get_args(Handling):
        raise ValueError(id_)
    return Stilling(
        aktivitet=id_,
        titel=_text(one["titel"]),
        handling=cast("Handling", one["handling"]),
        baerende=tuple(map(_text, one["klausuler"])),
        udfald={_text(klausul): Udfald(udfald) for klausul, udfald in one["udfald"].items()},
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
