"""Can every fact that a rule reads be asked for? A missing fact without a question stays missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rammevaerk.diagnostics import Diagnostic
from rammevaerk.names import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.model.rammevaerk import Rammevaerk


def unasked_facts(ramme: Rammevaerk) -> Iterator[Diagnostic]:
    """Facts that a rule reads and nobody has put a question for."""
    asked = {spoken(name) for name in ramme.spoergsmaal}
    seen: set[str] = set()
    for regel in ramme.regler:
        for fact in ramme.reads[regel.id].facts:
            if fact.name not in seen and not (fact.question or regel.spoergsmaal or spoken(fact.name) in asked):
                message = f"{ramme.id}: reglen «{regel.id}» bruger «{fact.name}», som ingen har et spørgsmål til"
                yield Diagnostic("R102", message, "skriv spørgsmålet under «spørgsmål»")
            seen.add(fact.name)
