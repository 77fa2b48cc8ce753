"""An aktivitet as it may be published: the answers without who gave them, and no text that may be personal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rammevaerk.explanation.values import fact_of
from rammevaerk.facts.aktivitet import CATALOGUE, SKOEN, Skoen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.facts.kinds import Oplysning

OMITTED: Final = "(udeladt)"
"""What a sentence says where it would have told a personal value."""


def published(aktivitet: Aktivitet, egne: Mapping[str, Oplysning]) -> Aktivitet:
    """The facts for sentences to be made of. It has been judged already: nothing is decided by these."""
    common = {fact.attribute: _without(fact_of(aktivitet, fact), fact) for fact in CATALOGUE.values()}
    own = {name: _own(value, egne.get(name)) for name, value in (aktivitet.egne or {}).items()}
    return aktivitet.model_copy(update={**common, "egne": own})


def _own(value: Any, fact: Oplysning | None) -> Any:  # noqa: ANN401 - any fact
    """What nobody has declared counts as personal."""
    return _without(value, fact) if fact else OMITTED


def _without(value: Any, fact: Oplysning) -> Any:  # noqa: ANN401 - any fact
    if value is None:
        return None
    if fact.persondata != "nej":
        return OMITTED
    if isinstance(value, Skoen):
        return value.model_copy(update=_personal(SKOEN.values()))
    if fact.kind.fields:
        return tuple(one.model_copy(update=_personal(fact.kind.fields)) for one in value)
    return value


def _personal(fields: Iterable[Oplysning]) -> dict[str, None]:
    return {field.attribute: None for field in fields if field.persondata != "nej"}
