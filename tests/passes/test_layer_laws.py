"""What a layer is let through with has been proved; here it is tried."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "engines"))

from layer_laws import check


@pytest.mark.parametrize("share", range(4))
def test_what_is_accepted_never_loosens(share):
    counts = Counter()
    for seed in range(250):
        counts += check(seed * 4 + share)
    assert counts["godtaget"] > 50
    assert counts["afvist"] > 50
    assert counts["brud"] > 100
    assert counts["indstillinger"] > 100
