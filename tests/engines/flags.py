"""Small rammeværker over four yes and no facts, and every aktivitet there is of them."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from rammevaerk.facts.aktivitet import CATALOGUE, Aktivitet, Skoen
from rammevaerk.model import expression as e
from rammevaerk.model.klausul import Indstillingsregel, Klausul, Regel
from rammevaerk.model.rammevaerk import Rammevaerk

if TYPE_CHECKING:
    from collections.abc import Iterator

FLAGS = tuple(e.Fact(CATALOGUE[name]) for name in ("EU-projekt", "borgerværdi", "gør klogere", "SDEO inddraget"))
NAAR, KRAV, OTHER_NAAR, OTHER_KRAV = FLAGS
VALUES = (True, False, None)


def regel_of(
    id_: str, krav: e.Expression, naar: e.Expression | None = None, styrke: Any = "skal", **more: Any
) -> Regel:
    return Regel(id_, "k.1", styrke, krav, naar, **more)


def ramme_of(*regler: Regel, naar: tuple[e.Expression, ...] = (), klausuler: tuple[str, ...] = ("k.1",)) -> Rammevaerk:
    advice = tuple(Indstillingsregel("tilvælg", one) for one in naar)
    return Rammevaerk("r", "", "", {id_: Klausul(id_, "skal", "regel") for id_ in klausuler}, regler, advice)


def every_aktivitet() -> Iterator[Aktivitet]:
    """Every way the four flags can be known and unknown."""
    empty = dict.fromkeys(Aktivitet.model_fields) | {"id": "x", "titel": "x", "status": "forslag", "egne": {}}
    for values in product(VALUES, repeat=len(FLAGS)):
        facts = {flag.fact.attribute: _given(flag, value) for flag, value in zip(FLAGS, values, strict=True)}
        yield Aktivitet.model_construct(**empty | facts)


def _given(flag: e.Fact, value: Any) -> Any:
    return Skoen(svar=value) if value is not None and flag.fact.kind.skoen else value


def flags_of(aktivitet: Aktivitet) -> tuple[Any, ...]:
    """What the four are in it."""
    found = (getattr(aktivitet, flag.fact.attribute) for flag in FLAGS)
    return tuple(getattr(value, "svar", value) for value in found)
