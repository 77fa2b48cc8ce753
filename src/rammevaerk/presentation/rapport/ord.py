"""Words of the follow-up that several of its sections use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.facts.numbers import counted, write_count
from rammevaerk.names import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rammevaerk.explanation.portefoelje import Aktivitetsnavn
    from rammevaerk.explanation.vurdering import Begrundelse
    from rammevaerk.model.klausul import Handling
    from rammevaerk.presentation.rapport.blokke import Moenster

MOST_NAMED: Final = 8
"""So many are named in a sentence; the rest are counted."""
MOST_IN_CELL: Final = 20
HANDLINGER: Final[Mapping[Handling, tuple[str, Moenster]]] = {
    "tilvælg": ("tilvælg", "prikker"),
    "fortsæt": ("fortsæt", "fyldt"),
    "afvent": ("afvent", "skrå"),
    "afslut": ("afslut", "kryds"),
    "fravælg": ("fravælg", "linjer"),
    "ingen": ("ingen", "tom"),
}
"""In the order a reader wants them, each with the way its bars are filled."""


def aktiviteter(number: int) -> str:
    """So many aktiviteter."""
    return counted(number, "aktivitet", "aktiviteter")


def named(found: Sequence[str], more: str = "bilag 1") -> str:
    """The names as a sentence lists them; of many only the first, and where the rest are."""
    if len(found) <= MOST_NAMED:
        return listed([f"«{name}»" for name in found])
    first = ", ".join(f"«{name}»" for name in found[:MOST_NAMED])
    return f"{first} og {write_count(len(found) - MOST_NAMED)} til (se {more})"


def titles(found: Sequence[Aktivitetsnavn]) -> str:
    """Titles in a cell; of many only the first."""
    more = len(found) - MOST_IN_CELL
    said = "; ".join(one.titel for one in found[:MOST_IN_CELL]) or "ingen"
    return f"{said} og {write_count(more)} til" if more > 0 else said


def reasons(found: Iterable[Begrundelse]) -> str:
    """Reasons in a cell, each with its klausul."""
    return " ".join(f"{one.tekst} ({one.klausul})" if one.klausul else one.tekst for one in found)
