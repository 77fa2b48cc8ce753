"""How a klausul or a scenarie stands, told by what was run and nothing else."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Status(Enum):
    """A word, a sign beside it, how it is coloured, and what it means; the worst first."""

    ROED = ("Rød", "✗", "error", "Mindst ét eksempel gav et andet svar end ventet.")
    IKKE_KOERT = ("Ikke kørt", "○", "warning", "Der er eksempler, men de er ikke kørt med de regler, der står her.")
    IKKE_AFPROEVET = ("Ikke afprøvet", "–", "warning", "Ingen eksempler viser, at klausulen virker.")
    AFPROEVET = ("Afprøvet", "✓", "success", "Alle eksempler er kørt og gav det ventede svar.")
    UDEN_KRAV = ("Uden krav", "·", "info", "Klausulen stiller intet krav, der kan afprøves.")

    def __init__(self, ord_: str, tegn: str, farve: str, betydning: str) -> None:
        self.ord = ord_
        self.tegn = tegn
        self.farve = farve
        self.betydning = betydning


def together(found: Iterable[Status]) -> Status:
    """The worst of several; of none, that nothing was tried."""
    seen = set(found)
    return next((one for one in Status if one in seen), Status.IKKE_AFPROEVET)
