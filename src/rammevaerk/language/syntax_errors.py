"""What to say when a sentence stops making sense: the word it stopped at, and what would fit there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Unreadable, edit_distance
from rammevaerk.language.vocabulary import KEYWORDS, Vocabulary
from rammevaerk.names import spoken

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from rammevaerk.language.lexer import Word

_FITS: Final = (
    ({"NAME", "NUMBER"}, "en oplysning, et tal eller en tekst"),
    ({"NAME"}, "et navn"),
    ({"NUMBER"}, "et tal"),
    ({"RPAR"}, "en slutparentes «)»"),
    ({"LPAR"}, "en startparentes «(»"),
    ({"INFIX"}, "en sammenligning, fx «er» eller «er mindst»"),
    ({"HVOR"}, "«hvor (…)»"),
    ({"GAELDER_AT"}, "«gælder, at (…)»"),
    ({"BLANDT"}, "«blandt»"),
    ({"OG"}, "«og»"),
    ({"I"}, "«i»"),
)
_NEAR: Final = 5


def explain(
    sentence: str, words: Sequence[Word], at: int | None, accepted: Collection[str], vocabulary: Vocabulary
) -> tuple[int, Unreadable]:
    """Where the sentence went wrong and how to mend it; `at` is None when it ended too soon."""
    found = _misspelt(sentence, words, at, vocabulary)
    if found:
        start, wrote, meant = found
        return start, Unreadable(f"«{wrote}» er ukendt her", f"mente du «{meant}»?")
    fits = _what_fits(set(accepted))
    if at is None:
        return len(sentence.rstrip()), Unreadable("sætningen er ikke færdig", f"skriv {fits} til sidst")
    word = next(w for w in words if w.start == at)
    if word.kind == "INFIX" and "INFIX" not in accepted:
        help_ = "sæt «og» mellem to sammenligninger"
        return at, Unreadable(f"«{sentence[at : word.end]}» kan ikke stå her", help_)
    return at, Unreadable(f"«{sentence[at : word.end]}» kan ikke stå her", f"her passer {fits}")


def _what_fits(accepted: set[str]) -> str:
    return next((words for kinds, words in _FITS if kinds <= accepted), "«og», «eller» eller slutningen på sætningen")


def _misspelt(
    sentence: str, words: Sequence[Word], at: int | None, vocabulary: Vocabulary
) -> tuple[int, str, str] | None:
    """The run of words round the place that is nearly, but not quite, a name or a keyword."""
    candidates = {spoken(w): w for w in (*KEYWORDS, *vocabulary.spellings.values()) if len(w) > 2}  # noqa: PLR2004 - shorter ones resemble everything
    here = next((i for i, w in enumerate(words) if w.start == at), len(words))
    best: tuple[int, int, str, str] | None = None
    for first in range(max(0, here - 3), min(len(words), here + 2)):
        for last in range(first, min(len(words), first + _NEAR)):
            wrote = sentence[words[first].start : words[last].end]
            form = spoken(" ".join(wrote.split()))
            if form in candidates or last < here - 1:
                continue
            for candidate, meant in candidates.items():
                near = abs(len(candidate) - len(form)) <= 1
                if near and len(form) > 2 and edit_distance(form, candidate) == 1:  # noqa: PLR2004 - as above
                    best = min(best or (99, 0, "", ""), (-len(form), words[first].start, wrote, meant))
    return best[1:] if best else None
