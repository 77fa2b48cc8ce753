"""Whether a collaboration contributes less, as much or more than is put in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from rammevaerk.diagnostics import Unreadable
from rammevaerk.facts.units import write_quantity

if TYPE_CHECKING:
    from rammevaerk.facts.units import Maengde

Bidrag = Literal["mindre", "lige så meget", "mere"]


class Contradiction(Unreadable):
    """Two facts that cannot both be true; `at` is the key of the one to point at."""

    def __init__(self, message: str, help: str, at: str) -> None:  # noqa: A002 - the word of the diagnostic
        super().__init__(message, help)
        self.at = at


def computed(investering: Maengde | None, udbytte: Maengde | None) -> Bidrag | None:
    """The bidrag that follows from two amounts; None when one is unknown or their units differ."""
    if investering is None or udbytte is None or investering.enhed != udbytte.enhed:
        return None
    if udbytte.tal == investering.tal:
        return "lige så meget"
    return "mindre" if udbytte.tal < investering.tal else "mere"


def contradiction(recorded: Bidrag, investering: Maengde | None, udbytte: Maengde | None) -> Contradiction:
    """A recorded bidrag that the amounts contradict."""
    follows = computed(investering, udbytte)
    amounts = (
        f"udbytte {udbytte and write_quantity(udbytte)} og investering {investering and write_quantity(investering)}"
    )
    message = f"bidrag er «{recorded}», men {amounts} giver «{follows}»"
    return Contradiction(message, f"skriv «{follows}», eller ret en af mængderne", at="bidrag")
