"""What to say when a sentence stops making sense: the word it stopped at, and what would fit there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Unreadable
from rammevaerk.facts.unit_table import find_unit
from rammevaerk.language.vocabulary import KEYWORDS
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
_NEAR: Final = 8
_RUN: Final = re.compile(r'[^\s(),"»«“”„]+')
_APART: Final = re.compile(r'[(),"»«“”„]')
_LINE: Final = 60


def explain(
    sentence: str, words: Sequence[Word], at: int | None, accepted: Collection[str], vocabulary: Vocabulary
) -> tuple[int, Unreadable]:
    """Where the sentence went wrong and how to mend it; `at` is None when it ended too soon."""
    here = next((i for i, word in enumerate(words) if word.start == at), len(words))
    # What was misspelt is where the sentence stopped, just before it, or after the comma that should not be there.
    nearby = words[max(0, here - 1) : here + (2 if words[here : here + 1] and words[here].kind == "COMMA" else 1)]
    found = _misspelt(sentence, nearby[0].start, nearby[-1].end, vocabulary) if nearby else None
    if found:
        return _did_you_mean(*found)
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


def _did_you_mean(place: int, wrote: str, meant: str) -> tuple[int, Unreadable]:
    return place, Unreadable(f"«{shown(wrote)}» er ukendt her", f"mente du «{meant}»?")


def _misspelt(sentence: str, start: int, end: int, vocabulary: Vocabulary) -> tuple[int, str, str] | None:
    """The longest run of words touching a place that is one letter from a name or a keyword, and what was meant."""
    runs = list(_RUN.finditer(sentence))
    touching = [i for i, run in enumerate(runs) if run.start() < end and run.end() > start]
    best: tuple[int, int, str, str] | None = None
    for first in range(max(0, touching[0] - 3), touching[-1] + 1) if touching else ():
        for last in range(max(first, touching[0]), min(len(runs), first + _NEAR)):
            wrote = sentence[runs[first].start() : runs[last].end()]
            if _APART.search(wrote):
                break
            form = spoken(" ".join(wrote.split()))
            if len(form) > 2 and not vocabulary.knows(form):  # noqa: PLR2004 - shorter ones resemble everything
                for meant in vocabulary.nearly(form):
                    best = min(best or (1, 0, "", ""), (-len(form), runs[first].start(), wrote, meant))
    return best[1:] if best else None


def hidden_keyword(sentence: str, words: Sequence[Word], vocabulary: Vocabulary) -> tuple[int, Unreadable] | None:
    """A misspelt word in a sentence that can be read all the same, as if the word were part of a name."""
    for word in words:
        if word.kind == "NAME" and not _is_name(word, vocabulary):
            found = _misspelt(sentence, word.start, word.end, vocabulary)
            # A name that is misspelt on its own is told of with all the others, when names get their meaning.
            if found and (found[2] in KEYWORDS or found[1] != sentence[word.start : word.end]):
                return _did_you_mean(*found)
    return None
