"""Forgetting a fact never changes an answer that is still known: odense-2022 over the whole fact contract."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

import rammevaerk as rv

sys.path.insert(0, str(Path(__file__).parent))

from random_facts import DAY, forgotten
from random_facts import whole as whole_of


@pytest.mark.parametrize("seed", range(8))
def test_forgetting_never_changes_a_known_answer(seed: int) -> None:
    ramme = rv.load("odense-2022")
    random = Random(seed)
    known = 0
    for _ in range(100):
        whole = whole_of(ramme, random)
        keep = {"id", "titel", "status"}
        partial = {
            key: value if key in keep else forgotten(value, random, random.choice((0.05, 0.2, 0.5))) or None
            for key, value in whole.items()
        }
        for key, value in whole.items():
            if value == [] and random.random() < 0.7:
                partial[key] = []
        then, now = rv.vurder(whole, ramme, dato=DAY), rv.vurder(partial, ramme, dato=DAY)
        for id_, klausul in now.klausuler.items():
            if klausul.udfald != "uafklaret":
                known += 1
                assert then.klausuler[id_].udfald == klausul.udfald, (id_, partial, whole)
        assert now.indstilling.handling in ("afvent", then.indstilling.handling), (partial, whole)
    assert known > 1_000  # the law says nothing of answers that are never known
