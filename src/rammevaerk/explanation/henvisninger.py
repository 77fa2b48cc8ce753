"""The other papers that klausuler refer to: which of them no longer hold on a day, and which klausuler that touches.

A lapsed paper turns nothing by itself: a person reads the klausul anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rammevaerk.explanation.fristvurdering import Henvisningsvurdering
from rammevaerk.facts.dates import write_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rammevaerk.model.rammevaerk import Rammevaerk


def henvisninger(ramme: Rammevaerk, day: date) -> tuple[Henvisningsvurdering, ...]:
    """The papers, in the order of the rule files."""
    return tuple(
        Henvisningsvurdering(one.navn, one.klausuler, one.til, one.lapsed(day), one.fortolkning)
        for one in ramme.henvisninger
    )


def lapsed(ramme: Rammevaerk, klausul: str, day: date) -> Iterator[str]:
    """A sentence for each lapsed paper the klausul refers to, while the rammeværk that does so is in force."""
    for one in ramme.henvisninger:
        if klausul in one.klausuler and one.gaelder.covers(day) and one.til is not None and one.lapsed(day):
            yield f"Henvisningen til {one.navn} er udløbet. Papiret gjaldt til og med {write_date(one.til)}."
