"""Which new stretch of words took the place of which lost sentences: decided within each gap, in order."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ALONE: Final = 0.45
"""What it costs to leave one lost or one new stretch without a partner: half of what parts a pair."""
_MERGED: Final = 0.05
_STEPS: Final = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
_LARGEST: Final = 10_000
"""A gap with more pairs than this is a rewritten paper; only its beginning is laid side by side."""

Pair = tuple[tuple[int, ...], tuple[int, ...]]


def align(
    lost: Sequence[int], fresh: Sequence[int], cost: Callable[[Sequence[int], Sequence[int]], float]
) -> list[Pair]:
    """Pairs of lost and new in order, each at least one; what is in no pair is gone, or new."""
    while len(lost) * len(fresh) > _LARGEST:
        lost, fresh = (lost[:-1], fresh) if len(lost) > len(fresh) else (lost, fresh[:-1])
    rows, columns = len(lost), len(fresh)
    best = [[(row + column) * _ALONE for column in range(columns + 1)] for row in range(rows + 1)]
    step: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(1, rows + 1):
        for column in range(1, columns + 1):
            options = [(best[row - 1][column] + _ALONE, (1, 0)), (best[row][column - 1] + _ALONE, (0, 1))]
            for a, b in _STEPS:
                if a <= row and b <= column:
                    price = cost(lost[row - a : row], fresh[column - b : column]) + _MERGED * (a + b - 2)
                    options.append((best[row - a][column - b] + price, (a, b)))
            best[row][column], step[row, column] = min(options)
    return _walk_back(lost, fresh, step)


def _walk_back(lost: Sequence[int], fresh: Sequence[int], step: dict[tuple[int, int], tuple[int, int]]) -> list[Pair]:
    pairs: list[Pair] = []
    row, column = len(lost), len(fresh)
    while row and column:
        a, b = step[row, column]
        if a and b:
            pairs.append((tuple(lost[row - a : row]), tuple(fresh[column - b : column])))
        row, column = row - a, column - b
    return pairs[::-1]


def unlike(before: str, after: str, widths: tuple[int, int]) -> float:
    """How little a new stretch is like a lost one, from 0 to 1: by their words, or by their lengths alone."""
    if before:
        return 1 - SequenceMatcher(None, before.split(), after.split(), autojunk=False).ratio()
    return 0.8 * (1 - min(widths) / max(widths))
