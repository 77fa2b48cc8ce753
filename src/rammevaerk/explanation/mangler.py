"""What is missing, as it is told: each fact once, with its question and the klausuler that wait for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rammevaerk.explanation import reasons
from rammevaerk.explanation.values import question_of
from rammevaerk.explanation.vurdering import Mangel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.klausul import Regel
    from rammevaerk.model.rammevaerk import Rammevaerk


def in_paper_order(ramme: Rammevaerk) -> Iterator[Regel]:
    """The rules as their klausuler stand in the paper."""
    return (regel for id_ in ramme.klausuler for regel in ramme.regler_for[id_])


def told_missing(
    ramme: Rammevaerk, missing: Callable[[Regel], Mapping[str, Oplysning]], waits: Iterable[str]
) -> tuple[Mangel, ...]:
    """The missing facts, those of the rules and klausuler that the handling `waits` for first.

    `missing` answers the unknown facts that a rule waits for, by name. A permission waits for nothing.
    """
    found: dict[str, dict[str, Oplysning]] = {}
    asked: dict[str, str] = {}
    for regel in in_paper_order(ramme):
        if regel.styrke != "kan":
            facts = missing(regel)
            found.setdefault(regel.klausul, {}).update(facts)
            if regel.spoergsmaal and len(facts) == 1:
                asked.setdefault(next(iter(facts)), regel.spoergsmaal)
    urgent = {name for ref in waits for regel in reasons.rules_of(ramme, ref) for name in missing(regel)}
    turned = sorted(reasons.by_fact(found).items(), key=lambda item: item[0] not in urgent)
    return tuple(
        Mangel(fact.key, name, asked.get(name) or question_of(ramme, fact), tuple(klausuler))
        for name, (fact, klausuler) in turned
    )
