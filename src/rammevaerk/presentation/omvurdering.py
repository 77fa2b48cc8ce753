"""What turned of an aktivitet, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.names import listed

if TYPE_CHECKING:
    from rammevaerk.explanation.omvurdering import Omvurdering, Udfaldsskift

NONE: Final = "findes ikke"
"""Said of a klausul on the side where there is no such."""


def klausul_in_words(one: Udfaldsskift) -> str:
    """A klausul that turned: from what to what."""
    return f"{one.klausul}: {one.foer or NONE} → {one.nu or NONE}"


def why_turned(one: Omvurdering) -> str:
    """The klausuler that turned the handling; where none did, what it rests on now."""
    turned = {each.klausul: each for each in one.klausuler}
    if one.afgoerende:
        return "; ".join(klausul_in_words(turned[id_]) for id_ in one.afgoerende)
    if one.baerende:
        return f"ingen af klausulerne bag; indstillingen hviler nu på {listed(list(one.baerende))}"
    return "indstillingen selv"
