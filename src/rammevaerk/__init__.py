"""Rule files of a municipality's policy paper, judged against facts, with reasons. See `api.py`.

Nothing is imported before it is asked for: `import rammevaerk` loads neither pydantic, pint, lark nor durable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rammevaerk.api import (
        Hvadhvis,
        Portefoeljevurdering,
        Rangering,
        Sammenligning,
        Vurdering,
        frister,
        hvadhvis,
        klassificer,
        kobl,
        portefoelje,
        ranger,
        rapport,
        read,
        sammenlign,
        vurder,
        vurder_portefoelje,
    )
    from rammevaerk.diagnostics import Diagnostic, Refused, Span
    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.loading import citater, load, shipped
    from rammevaerk.model.rammevaerk import Rammevaerk

__all__ = [
    "Aktivitet",
    "Diagnostic",
    "Hvadhvis",
    "Portefoeljevurdering",
    "Rammevaerk",
    "Rangering",
    "Refused",
    "Sammenligning",
    "Span",
    "Vurdering",
    "citater",
    "frister",
    "hvadhvis",
    "klassificer",
    "kobl",
    "load",
    "portefoelje",
    "ranger",
    "rapport",
    "read",
    "sammenlign",
    "shipped",
    "vurder",
    "vurder_portefoelje",
]

_HOMES = {
    "Hvadhvis": "rammevaerk.api",
    "Portefoeljevurdering": "rammevaerk.api",
    "Rangering": "rammevaerk.api",
    "Sammenligning": "rammevaerk.api",
    "Vurdering": "rammevaerk.api",
    "citater": "rammevaerk.loading",
    "frister": "rammevaerk.api",
    "hvadhvis": "rammevaerk.api",
    "klassificer": "rammevaerk.api",
    "kobl": "rammevaerk.api",
    "load": "rammevaerk.loading",
    "portefoelje": "rammevaerk.api",
    "ranger": "rammevaerk.api",
    "rapport": "rammevaerk.api",
    "read": "rammevaerk.api",
    "sammenlign": "rammevaerk.api",
    "shipped": "rammevaerk.loading",
    "vurder": "rammevaerk.api",
    "vurder_portefoelje": "rammevaerk.api",
    "Diagnostic": "rammevaerk.diagnostics",
    "Refused": "rammevaerk.diagnostics",
    "Span": "rammevaerk.diagnostics",
    "Aktivitet": "rammevaerk.facts.aktivitet",
    "Rammevaerk": "rammevaerk.model.rammevaerk",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
