"""Where each anchor's words stand in another edition of the paper, found by fingerprints alone.

Every stretch of as many words as an anchor has is looked at, wherever its lines, paragraphs and pages break; so nothing
that layout does can hide a sentence, and no guess at where sentences end is relied on.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from rammevaerk.rulefiles.kilde.words import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rammevaerk.rulefiles.kilde.anchors import Anker
    from rammevaerk.rulefiles.kilde.splitting import Papir

_SHORT: Final = 4
"""A piece of fewer words, as a heading, can stand anywhere by chance; it is looked for only where nothing else is."""
_NEAR: Final = 60
"""So many words ahead are looked at first: a heading, a short list, a sentence that has been put in."""
_MOST: Final = 200
"""So many places of the same words are looked at."""


def find_anchors(anchors: Sequence[Anker], papir: Papir) -> dict[int, int]:
    """The first word of each anchor that is found, by the anchor's index; no two share a word."""
    long = {i: a for i, a in enumerate(anchors) if a.ord >= _SHORT}
    ahead = _ahead(long, papir)
    places = _windows([a for i, a in long.items() if i not in ahead], papir)
    pairs = [
        (i, start, a.ord)
        for i, a in long.items()
        for start in ([ahead[i]] if i in ahead else places.get((a.ord, a.fingeraftryk), ()))
    ]
    found = dict(in_order(pairs))
    taken = [False] * len(papir.words)
    for index, start in found.items():
        _take(taken, start, anchors[index].ord)
    for index, start, width in pairs:  # what is left stands out of order
        if index not in found and not any(taken[start : start + width]):
            found[index] = start
            _take(taken, start, width)
    return found | _short(anchors, papir, found, taken)


def _ahead(anchors: Mapping[int, Anker], papir: Papir) -> dict[int, int]:
    """Anchors that stand a little after the one before, as in a paper where little has changed nearly all do."""
    found: dict[int, int] = {}
    low = 0
    for index, anchor in anchors.items():
        for start in range(low, min(low + _NEAR, len(papir.words) - anchor.ord + 1)):
            if (
                papir.words[start].spoken
                and fingerprint(papir.texts[start : start + anchor.ord]) == anchor.fingeraftryk
            ):
                found[index] = start
                low = start + anchor.ord
                break
    return found


def in_order(pairs: Iterable[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Of (index, place, width): the heaviest chain in which both grow and nothing overlaps, as (index, place)."""
    rows = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    ends = sorted({start + width for _, start, width in rows})
    best: list[tuple[int, int]] = [(0, -1)] * (len(ends) + 1)  # a Fenwick tree of the greatest weight up to an end
    before: list[int] = []
    for number, (_, start, width) in enumerate(rows):
        weight, last = (0, -1)
        at = bisect_left(ends, start + 1)
        while at > 0:
            weight, last = max((weight, last), best[at])
            at &= at - 1
        before.append(last)
        at = bisect_left(ends, start + width) + 1
        while at < len(best):
            best[at] = max(best[at], (weight + width, number))
            at += at & -at
    chain = []
    at = max(best)[1]
    while at >= 0:
        chain.append(rows[at][:2])
        at = before[at]
    return chain[::-1]


def _windows(anchors: Iterable[Anker], papir: Papir) -> dict[tuple[int, str], list[int]]:
    """The places of each wanted fingerprint, by its width."""
    wanted: dict[int, set[str]] = {}
    for anchor in anchors:
        wanted.setdefault(anchor.ord, set()).add(anchor.fingeraftryk)
    texts = papir.texts
    found: dict[tuple[int, str], list[int]] = {}
    for start in _beginnings(papir):
        for width, marks in wanted.items():
            if start + width > len(texts):
                continue
            mark = fingerprint(texts[start : start + width])
            if mark in marks and len(places := found.setdefault((width, mark), [])) < _MOST:
                places.append(start)
    return found


def _beginnings(papir: Papir) -> list[int]:
    """Words that a piece can begin with: no small letter, or something that is not the midst of a clause before it."""
    pieces = {stykke.start for stykke in papir.stykker}
    return [
        index
        for index, word in enumerate(papir.words)
        if word.spoken
        and (index in pieces or not word.text[0].islower() or not papir.words[index - 1].text[-1:].isalpha())
    ]


def _short(anchors: Sequence[Anker], papir: Papir, found: dict[int, int], taken: list[bool]) -> dict[int, int]:
    """Short anchors: first between their neighbours in the chain, then as whole pieces anywhere."""
    chain = in_order((i, start, anchors[i].ord) for i, start in found.items())
    placed: dict[int, int] = {}
    left: list[int] = []
    low, ahead = 0, 0
    for index, anchor in enumerate(anchors):
        while ahead < len(chain) and chain[ahead][0] <= index:
            low = max(low, chain[ahead][1] + anchors[chain[ahead][0]].ord)
            ahead += 1
        if anchor.ord >= _SHORT:
            continue
        high = chain[ahead][1] if ahead < len(chain) else len(papir.words)
        start = _first(anchor, papir, taken, range(low, high - anchor.ord + 1))
        if start is None:
            left.append(index)
        else:
            placed[index] = start
            low = start + anchor.ord
            _take(taken, start, anchor.ord)
    for index in left:
        pieces = [s.start for s in papir.stykker if s.end - s.start == anchors[index].ord]
        start = _first(anchors[index], papir, taken, pieces)
        if start is not None:
            placed[index] = start
            _take(taken, start, anchors[index].ord)
    return placed


def _first(anchor: Anker, papir: Papir, taken: list[bool], starts: Iterable[int]) -> int | None:
    for start in starts:
        end = start + anchor.ord
        if not any(taken[start:end]) and fingerprint(papir.texts[start:end]) == anchor.fingeraftryk:
            return start
    return None


def _take(taken: list[bool], start: int, width: int) -> None:
    taken[start : start + width] = [True] * width
