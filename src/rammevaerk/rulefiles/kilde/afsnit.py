"""Which afsnit of the rammeværk each heading of the paper is: the rule files call them by shorter names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

INTRODUCTION: Final = "Indledning"
"""What stands before the first heading."""
_SHORTEST_STEM: Final = 4
_ALIKE: Final = 0.5
"""Half of a name's letters, and a heading may be it."""


def name_sections(titles: Sequence[str], empty: Sequence[bool], afsnit: Sequence[str]) -> list[str]:
    """A name for each section: the rammeværk's when it can be told which, else the heading itself.

    As many sections as names are they in order, headings with nothing under them not counted.
    """
    counted = [index for index, nothing in enumerate(empty) if not nothing]
    headed = [index for index in counted if titles[index]]
    for those in (range(len(titles)), counted, headed):
        if len(those) == len(afsnit):
            named = dict(zip(those, afsnit, strict=True))
            break
    else:
        named = aligned(titles, afsnit)
        if titles and not titles[0] and afsnit and afsnit[0] not in named.values():
            named[0] = afsnit[0]
    return _distinct([named.get(index) or _sentence_case(title) for index, title in enumerate(titles)])


def aligned(titles: Sequence[str], afsnit: Sequence[str]) -> dict[int, str]:
    """The pairs of headings and names, in order of both, that are most alike."""
    best: list[list[tuple[float, tuple[tuple[int, str], ...]]]] = [[(0.0, ())] * (len(afsnit) + 1)]
    for row, title in enumerate(titles):
        before, line = best[-1], [best[0][0]]
        for column, name in enumerate(afsnit):
            found = max(before[column + 1], line[column], key=_score)
            score = likeness(title, name)
            if score >= _ALIKE:
                least, pairs = before[column]
                found = max(found, (least + score, (*pairs, (row, name))), key=_score)
            line.append(found)
        best = [line]
    return dict(best[-1][-1][1])


def _score(pair: tuple[float, object]) -> float:
    return pair[0]


def likeness(title: str, name: str) -> float:
    """How alike a heading and a name are, from 0 to 2: the part of the name that words of the heading begin with."""
    if title.casefold() == name.casefold():
        return 2.0
    wanted = [word for word in re.findall(r"\w+", name.casefold()) if len(word) >= _SHORTEST_STEM]
    given = re.findall(r"\w+", title.casefold())
    shared = [max((_begun(word, other) for other in given), default=0) for word in wanted]
    return sum(length for length in shared if length >= _SHORTEST_STEM) / (sum(map(len, wanted)) or 1)


def _begun(word: str, other: str) -> int:
    """How many letters two words begin with in common."""
    return next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))


def _sentence_case(title: str) -> str:
    return title.capitalize() if title.isupper() else title or INTRODUCTION


def _distinct(names: list[str]) -> list[str]:
    """Each name once; the second of the same gets a number."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return found
