"""A rammeværk written as data reads back equal, whatever its rules say; anything else is no rammeværk."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from random import Random

import pytest

import rammevaerk as rv
from rammevaerk.model.codec import read_rammevaerk, write_rammevaerk

sys.path.insert(0, str(Path(__file__).parents[1] / "engines"))

from generator import Generator


@pytest.mark.parametrize("name", rv.shipped())
def test_shipped_rammevaerker_read_back_equal(name: str) -> None:
    ramme = rv.load(name)
    again = read_rammevaerk(write_rammevaerk(ramme))
    assert again == ramme
    origins = [[node.origin for regel in one.regler for node in (regel.krav,)] for one in (ramme, again)]
    assert origins[0] == origins[1]  # equality looks past the author's words; explanations do not


@pytest.mark.parametrize("seed", range(200))
def test_random_rammevaerker_read_back_equal(seed: int) -> None:
    ramme = Generator(Random(seed)).rammevaerk()
    assert read_rammevaerk(write_rammevaerk(ramme)) == ramme


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "[[], 1]", '[[], {"c": ["os.system", "x"]}]', '[[], {"c": ["Periode"]}]', '[[], {"q": 1}]', "[[]"],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        read_rammevaerk(text)


def test_it_is_plain_json() -> None:
    assert isinstance(json.loads(write_rammevaerk(rv.load("odense-2022"))), list)
