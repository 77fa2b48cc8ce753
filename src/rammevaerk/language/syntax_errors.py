"""What to say when a sentence stops making sense: the word it stopped at, and what would fit there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Unreadable
from rammevaerk.facts.unit_table import find_unit
from rammevaerk.names import spoken

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from rammevaerk.language.lexer import Word
    from rammevaerk.language.vocabulary import Vocabulary

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
_LINE: Final = 60
_NOT_WORDS: Final = frozenset({"LPAR", "RPAR", "COMMA", "PLUS", "TIMES", "TEXT", "NUMBER", "QUANTITY", "DATE"})


def explain(
    sentence: str, words: Sequence[Word], at: int | None, accepted: Collection[str], vocabulary: Vocabulary
) -> tuple[int, Unreadable]:
    """Where the sentence went wrong and how to mend it; `at` is None when it ended too soon."""
    found = _misspelt(sentence, words, at, vocabulary)
    if found:
        start, wrote, meant = found
        return start, Unreadable(f"«{shown(wrote)}» er ukendt her", f"mente du «{meant}»?")
    fits = _what_fits(set(accepted))
    if at is None:
        return len(sentence.rstrip()), Unreadable("sætningen er ikke færdig", f"skriv {fits} til sidst")
    place = next(i for i, word in enumerate(words) if word.start == at)
    word = words[place]
    if word.kind == "NAME" and place and words[place - 1].kind == "NUMBER" and not _is_name(word, vocabulary):
        return at, _unknown_unit(word.text)
    said = f"«{shown(sentence[at : word.end])}» kan ikke stå her"
    if word.kind == "RPAR" and _open(words[:place]) == 0:
        return at, Unreadable("slutparentesen «)» lukker ingenting", "slet den, eller sæt en «(» foran")
    if word.kind == "INFIX" and "INFIX" not in accepted:
        return at, Unreadable(said, "sæt «og» mellem to sammenligninger")
    return at, Unreadable(said, f"her passer {fits}")


def shown(text: str) -> str:
    """A piece of a sentence as a message shows it."""
    line = " ".join(text.split())
    return line if len(line) <= _LINE else f"{line[:_LINE]} …"


def _open(words: Sequence[Word]) -> int:
    return sum((word.kind == "LPAR") - (word.kind == "RPAR") for word in words)


def _is_name(word: Word, vocabulary: Vocabulary) -> bool:
    return spoken(word.text) in vocabulary.spellings


def _unknown_unit(word: str) -> Unreadable:
    """What stands after a number should be its unit."""
    try:
        find_unit(word)
    except Unreadable as unreadable:
        return unreadable
    return Unreadable(f"«{shown(word)}» kan ikke stå her", "skriv mængden som «12 måneder»")


def _what_fits(accepted: set[str]) -> str:
    """What may follow, in the words that help most; where the sentence could end, that it may go on."""
    if "ELLER" in accepted:
        more = "«og», «eller» eller en sammenligning" if "INFIX" in accepted else "«og», «eller» eller slutningen"
        return "en slutparentes «)»" if "RPAR" in accepted and "$END" not in accepted else more
    return next((words for kinds, words in _FITS if kinds <= accepted), "«og», «eller» eller slutningen")


def _misspelt(
    sentence: str, words: Sequence[Word], at: int | None, vocabulary: Vocabulary
) -> tuple[int, str, str] | None:
    """The run of words round the place that is nearly, but not quite, a name or a keyword."""
    here = next((i for i, w in enumerate(words) if w.start == at), len(words))
    best: tuple[int, int, str, str] | None = None
    for first in range(max(0, here - 3), min(len(words), here + 2)):
        for last in range(first, min(len(words), first + _NEAR)):
            if words[last].kind in _NOT_WORDS:
                break
            wrote = sentence[words[first].start : words[last].end]
            form = spoken(" ".join(wrote.split()))
            if last >= here - 1 and len(form) > 2 and not vocabulary.knows(form):  # noqa: PLR2004 - see _long_forms
                for meant in vocabulary.nearly(form):
                    best = min(best or (99, 0, "", ""), (-len(form), words[first].start, wrote, meant))
    return best[1:] if best else None
