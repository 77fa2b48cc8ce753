"""How sharp `kilde kontrol` is, in numbers: `python tests/kilde/drift.py` prints the table of docs/ydelse.md.

Every word of every klausul is changed by itself, one word of each klausul in every way there is, and each paper is set
anew 200 times. The papers are not in the project; one that is not found is left out, and our own text is always there.
"""

from __future__ import annotations

import sys
from random import Random
from typing import TYPE_CHECKING

import pytest
from layout import SLIPS, can_slip, relaid, slip
from test_kilde_laws import NAMES, changes, read

from rammevaerk.rulefiles.kilde.anchors import anchored

if TYPE_CHECKING:
    from collections.abc import Iterator

LAYOUTS = 200
BETWEEN = ("twice", "negated")
"""A word put in between two sentences is said of the one or the other."""


def words_changed(name: str) -> Iterator[bool]:
    """For each word of each klausul, whether another word in its place is found at that klausul."""
    text, ramme, anchors, papir = read(name)
    for klausul, indexes in anchored(ramme, anchors).items():
        for piece in (papir.stykker[i] for i in indexes):
            for index in range(piece.start, piece.end):
                if can_slip(papir, index):
                    yield klausul in changes(ramme, anchors, slip(text, papir, index, "another"))


def slips(name: str) -> Iterator[bool]:
    """For each klausul and each way to slip, whether one slip of the pen is found."""
    text, ramme, anchors, papir = read(name)
    random = Random(name)
    for klausul, indexes in anchored(ramme, anchors).items():
        pieces = [papir.stykker[i] for i in indexes]
        words = [w for p in pieces for w in range(p.start, p.end) if can_slip(papir, w)]
        for kind in SLIPS:
            found = changes(ramme, anchors, slip(text, papir, random.choice(words), kind))
            yield bool(found) if kind in BETWEEN else klausul in found


def alarms(name: str) -> Iterator[bool]:
    """For each new layout of the paper, whether a change is told of."""
    text, ramme, anchors, _ = read(name)
    for seed in range(LAYOUTS):
        yield bool(changes(ramme, anchors, relaid(text, Random(seed))))


def main() -> int:
    """The table, and whether everything was found and nothing besides."""
    wrong = 0
    for name in NAMES:
        try:
            words, ways, false = (list(part(name)) for part in (words_changed, slips, alarms))
        except pytest.skip.Exception as skipped:
            sys.stdout.write(f"| {name} | {skipped.msg} | | |\n")
            continue
        wrong += words.count(False) + ways.count(False) + false.count(True)
        found = f"{words.count(True)} of {len(words)} | {ways.count(True)} of {len(ways)}"
        sys.stdout.write(f"| {name} | {found} | {false.count(True)} of {len(false)} |\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
