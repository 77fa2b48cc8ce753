"""What an engine finds, and the two readings of it that all engines share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rammevaerk.model.expression import Outcome
    from rammevaerk.model.klausul import Handling, Indstillingsregel
    from rammevaerk.model.rammevaerk import Rammevaerk


class Udfald(StrEnum):
    """What became of a regel or a klausul."""

    OPFYLDT = "opfyldt"
    IKKE_OPFYLDT = "ikke opfyldt"
    UAFKLARET = "uafklaret"
    IKKE_RELEVANT = "ikke relevant"
    IKKE_I_KRAFT = "ikke i kraft"


@dataclass(frozen=True, slots=True)
class Resultat:
    """The udfald of every regel, the handling, and what each indstilling's condition came to.

    `naar` has one entry per indstilling of the rammeværk, in its order: true, false or unknown.
    """

    udfald: Mapping[str, Udfald]
    handling: Handling
    naar: tuple[bool | None, ...]


_WORST_FIRST = (Udfald.IKKE_OPFYLDT, Udfald.UAFKLARET, Udfald.OPFYLDT, Udfald.IKKE_RELEVANT, Udfald.IKKE_I_KRAFT)


def combined(udfald: Iterable[Udfald]) -> Udfald:
    """The udfald of a klausul from those of its rules: not fulfilled if one is not."""
    found = set(udfald)
    return next((u for u in _WORST_FIRST if u in found), Udfald.IKKE_RELEVANT)


def klausul_udfald(ramme: Rammevaerk, udfald: Mapping[str, Udfald], ref: str) -> Udfald:
    """The udfald of a regel or, where `ref` is no regel's id, of the klausul."""
    found = udfald.get(ref)
    return found if found is not None else combined(udfald[r.id] for r in ramme.regler_for[ref])


def has_outcome(node: Outcome, udfald: Udfald) -> bool | None:
    """What `Outcome` answers for this udfald."""
    if node.udfald == "uafklaret":
        return udfald is Udfald.UAFKLARET
    return None if udfald is Udfald.UAFKLARET else udfald is Udfald(node.udfald)


def handling(indstillinger: Sequence[Indstillingsregel], naar: Sequence[bool | None]) -> Handling:
    """The first handling whose condition holds; `afvent` when an unknown one before it could turn it."""
    open_before: set[Handling] = set()
    for indstilling, holds in zip(indstillinger, naar, strict=True):
        if holds:
            return "afvent" if open_before - {indstilling.handling} else indstilling.handling
        if holds is None:
            open_before.add(indstilling.handling)
    return "afvent" if open_before - {"ingen"} else "ingen"
