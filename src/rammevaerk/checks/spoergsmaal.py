"""Can every fact that something in the rules reads be asked for? A missing fact without a question stays missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rammevaerk.diagnostics import Diagnostic
from rammevaerk.model.expression import Fact, walk
from rammevaerk.names import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.rammevaerk import Rammevaerk


def unasked_facts(ramme: Rammevaerk) -> Iterator[Diagnostic]:
    """Facts that a rule, a frist, a class or a criterion reads and nobody has put a question for."""
    asked = {spoken(name) for name in ramme.spoergsmaal}
    seen: set[str] = set()
    for reader, facts, question in _readers(ramme):
        for fact in facts:
            if fact.name not in seen and not (fact.question or question or spoken(fact.name) in asked):
                message = f"{ramme.id}: {reader} bruger «{fact.name}», som ingen har et spørgsmål til"
                yield Diagnostic("R102", message, "skriv spørgsmålet under «spørgsmål»")
            seen.add(fact.name)


def _readers(ramme: Rammevaerk) -> Iterator[tuple[str, tuple[Oplysning, ...], str]]:
    """What reads facts, which, and the question of its own."""
    for regel in ramme.regler:
        yield f"reglen «{regel.id}»", ramme.reads[regel.id].facts, regel.spoergsmaal
    for rule in ramme.portefoelje:
        yield f"reglen «{rule.id}»", ramme.reads[rule.id].facts, ""
    for frist in ramme.all_frister:
        yield f"fristen «{frist.navn}»", frist.facts, ""
    for what, condition in ramme.asked:
        yield what, tuple(node.fact for node in walk(condition) if isinstance(node, Fact)), ""
