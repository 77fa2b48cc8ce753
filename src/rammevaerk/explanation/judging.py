"""Many aktiviteter judged one after another, each with all its answer was made of, and let go."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from rammevaerk.engines import direct
from rammevaerk.explanation.comparison import Judged
from rammevaerk.explanation.judge import explain
from rammevaerk.explanation.together import each_once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from rammevaerk.diagnostics import Diagnostic
    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.model.rammevaerk import Rammevaerk

Given = TypeVar("Given")
"""An aktivitet as the caller has it."""


def judged_each(
    ramme: Rammevaerk,
    given: Iterable[Given],
    day: date,
    read: Callable[[Given], Aktivitet],
    faults: list[Diagnostic],
) -> Iterator[Judged]:
    """Each aktivitet that can be used, judged as it comes; the faults of the others are noted."""
    for aktivitet in each_once(given, read, faults):
        yield judged(ramme, aktivitet, day)


def judged(ramme: Rammevaerk, aktivitet: Aktivitet, day: date) -> Judged:
    """One aktivitet that is bound to the rammeværk already."""
    resultat, sporing = direct.evaluate(ramme, aktivitet, day)
    return Judged(ramme, aktivitet, explain(ramme, aktivitet, day, resultat, sporing), resultat, sporing)
