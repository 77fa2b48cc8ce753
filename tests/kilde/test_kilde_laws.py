"""One word changed is always found, a new layout never: on a text of our own, and on the papers where they are."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

import pytest
from layout import SLIPS, can_slip, relaid, slip

import rammevaerk as rv
from rammevaerk.rulefiles.kilde.anchors import FILE, anchored, anchors_of, read_anchors, sections_of, unplaced
from rammevaerk.rulefiles.kilde.comparing import compare
from rammevaerk.rulefiles.kilde.splitting import Papir, split

ROOT = Path(__file__).parents[2]
OWN = Path(__file__).with_name("papirer")
PAPERS = ROOT.parent / "shared" / "kilder"
SHIPPED = sorted(path.parent.name for path in (ROOT / "rules").glob(f"*/{FILE}"))
LAYOUTS = 200
"""Of our own text, and of the papers together."""


def place(name: str) -> Path:
    return OWN / name if name == "lilleby" else ROOT / "rules" / name


@cache
def read(name: str) -> tuple[str, rv.Rammevaerk, tuple, Papir]:
    paper = OWN / name / "papir.txt" if name == "lilleby" else PAPERS / f"{name}.txt"
    if not paper.is_file():
        pytest.skip("papiret er kommunens og følger ikke med")
    text = paper.read_text("utf-8")
    ramme = rv.load(place(name))
    return text, ramme, read_anchors(place(name) / FILE), split(text, sections_of(ramme))


def changes(ramme: rv.Rammevaerk, anchors: tuple, text: str) -> dict[str | None, str]:
    found = compare(ramme, anchors, split(text, sections_of(ramme)))
    return {one.klausul: one.aendring for one in found if one.aendring != "uændret"}


NAMES = ["lilleby", *SHIPPED]


@pytest.mark.parametrize("name", NAMES)
def test_the_fingerprints_are_those_of_the_paper(name: str):
    _, ramme, anchors, papir = read(name)
    assert anchors_of(papir) == anchors
    assert list(unplaced(ramme, anchors)) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_pieces_are_all_of_the_paper(name: str):
    _, _, _, papir = read(name)
    covered = {index for piece in papir.stykker for index in range(piece.start, piece.end)}
    assert [word.shown for i, word in enumerate(papir.words) if word.spoken and i not in covered] == []


@pytest.mark.parametrize(
    ("name", "shift"), [*(("lilleby", shift) for shift in range(len(SLIPS))), *((name, 0) for name in SHIPPED)]
)
def test_one_changed_word_of_each_klausul_is_found(name: str, shift: int):
    """Every klausul meets every kind of slip in the text of our own, and another one each time in the papers."""
    text, ramme, anchors, papir = read(name)
    random = Random(f"{name} {shift}")
    for number, (klausul, indexes) in enumerate(anchored(ramme, anchors).items(), shift):
        kind = list(SLIPS)[number % len(SLIPS)]
        pieces = [papir.stykker[i] for i in indexes]
        words = [w for p in pieces for w in range(p.start, p.end) if can_slip(papir, w)]
        changed = slip(text, papir, random.choice(words), kind)
        found = changes(ramme, anchors, changed)
        # a word put in between two sentences is said of the one or the other, or to be new
        assert klausul in found if kind not in ("twice", "negated") else found, changed


@pytest.mark.parametrize("name", NAMES)
def test_a_new_layout_is_no_change(name: str):
    text, ramme, anchors, _ = read(name)
    for seed in range(LAYOUTS if name == "lilleby" else LAYOUTS // len(SHIPPED)):
        assert changes(ramme, anchors, relaid(text, Random(seed))) == {}, seed
