"""A hundred edits that loosen are refused and a hundred that tighten are accepted, on the rules that ship."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from random import Random

import pytest

import rammevaerk as rv

sys.path.insert(0, str(Path(__file__).parent))

from layer_edits import bindende, loosening, tightening

NAMES = ("odense-2022", "skanderborg", "odense-by-og-kultur-2010")
"""The papers with a «skal» in them; the common layer has none to loosen."""


def layer(tmp_path: Path, ramme: str, yaml: str) -> Path:
    file = tmp_path / "lag.yaml"
    file.write_text(f"rammeværk: lag\ntitel: Et lag\nbygger på: [{ramme}]\n{yaml}", "utf-8")
    return file


@pytest.mark.parametrize("seed", range(100))
def test_an_edit_that_tightens_is_accepted(tmp_path, seed):
    random = Random(seed)
    ramme = rv.load(random.choice(NAMES))
    edit = tightening(ramme, random)
    above = rv.load(layer(tmp_path, ramme.id, edit.yaml))
    assert above.klausuler.keys() >= ramme.klausuler.keys(), edit


@pytest.mark.parametrize("seed", range(100))
def test_an_edit_that_loosens_is_refused(tmp_path, seed):
    random = Random(seed)
    ramme = rv.load(random.choice(NAMES))
    edit = loosening(ramme, random)
    with pytest.raises(rv.Refused) as refused:
        rv.load(layer(tmp_path, ramme.id, edit.yaml))
    faults = refused.value.diagnostics
    assert {fault.code for fault in faults} == {"R036"}, (edit, str(refused.value))
    assert all(f"«{ramme.id}»" in fault.message for fault in faults)
    assert all(fault.help and fault.span.source.endswith("lag.yaml") for fault in faults)


def test_the_edits_are_of_many_kinds():
    made = {}
    for kind in (tightening, loosening):
        made[kind] = Counter()
        for seed in range(100):
            random = Random(seed)
            ramme = rv.load(random.choice(NAMES))
            made[kind][kind(ramme, random).what.split()[0]] += 1
    assert all(len(counts) >= 7 for counts in made.values()), made
    assert all(bindende(rv.load(name)) for name in NAMES)
