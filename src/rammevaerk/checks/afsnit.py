"""Is every sentence of the paper some klausul's? A number left out between two others is a sentence forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rammevaerk.checks.daekning import sentences
from rammevaerk.diagnostics import Diagnostic
from rammevaerk.names import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.model.rammevaerk import Rammevaerk


def forgotten_sentences(ramme: Rammevaerk) -> Iterator[Diagnostic]:
    """Sentences between 1 and the highest number of an afsnit that no klausul has."""
    for afsnit, numbers in sentences(ramme).items():
        left = [str(number) for number in range(1, max(numbers)) if number not in numbers]
        if left:
            word = "punktum" if len(left) == 1 else "punktummer"
            message = f"{ramme.id}: {word} {listed(left)} i afsnittet «{afsnit}» hører ikke til nogen klausul"
            yield Diagnostic("R101", message, "giv punktummet en klausul; stiller det ingen krav, er arten «oplysning»")
