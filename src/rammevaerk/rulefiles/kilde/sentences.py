"""Where a Danish sentence ends: not after an abbreviation, an ordinal or an initial."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rammevaerk.rulefiles.kilde.words import Word

_ABBREVIATIONS: Final = """
f.eks. fx. bl.a. dvs. d.v.s. pga. p.g.a. ca. mio. mia. st. skt. sct. jf. jvf. nr. hr. fr. dr. prof. pr. evt.
inkl. ekskl. vedr. kl. tlf. s. art. kap. afs. stk. hhv. henh. ift. mht. m.h.t. if. tidl. nuv. adm. dir. max.
maks. gns. i.h.t. iht. jan. feb. apr. jun. jul. aug. sep. sept. okt. nov. dec. eks. cand. lic. udg. bd. fig.
f.o.m. t.o.m. vha. v.h.a. ang. alm. bek. lbk. cirk. pkt. chr.
"""
_NEVER: Final = frozenset(_ABBREVIATIONS.split())
"""Something always follows these; `kr.`, `osv.` and their like may be the last of a sentence."""
_CLOSING: Final = "\"'”’»)]"
_OPENING: Final = "\"'“‘«(["
_INITIAL: Final = re.compile(r"(?:[A-ZÆØÅ]\.)+")
_ORDINAL: Final = re.compile(r"\d{1,2}\.")
_END: Final = (".", "!", "?", "...")


def terminated(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return text.rstrip(_CLOSING).endswith(_END)


def ends_sentence(word: str, following: str) -> bool:
    """Whether a sentence ends after the word, when this one follows in the same paragraph."""
    bare = word.rstrip(_CLOSING)
    if not bare.endswith(_END):
        return False
    inner = bare.lstrip(_OPENING)
    if inner.casefold() in _NEVER or _INITIAL.fullmatch(inner):
        return False
    begins = following.lstrip(_OPENING + "–-•")[:1]
    if _ORDINAL.fullmatch(inner) and not begins.isupper():
        return False
    return begins.isupper() or begins.isdigit() or begins == ""


def sentences(words: Sequence[Word], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph, as stretches of its words."""
    begin = start
    for index in range(start, end):
        following = words[index + 1].shown if index + 1 < end else ""
        if index + 1 == end or ends_sentence(words[index].shown, following):
            yield begin, index + 1
            begin = index + 1
