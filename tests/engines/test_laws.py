"""Unknown is sound and the engines agree, on random rules and random partial facts."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from laws import PER_RULES, check_agreement, check_soundness

SEEDS = st.integers(0, 2**63)
SHARES = range(10)
"""The cases are cut in shares, so that several workers can take them."""


def _settings(cases: int) -> settings:
    return settings(
        max_examples=cases // PER_RULES // len(SHARES),
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.parametrize("share", SHARES)
def test_a_known_answer_never_differs_from_a_completion(share: int) -> None:
    @_settings(20_000)
    @given(SEEDS)
    def law(seed: int) -> None:
        check_soundness(seed * len(SHARES) + share)

    law()


@pytest.mark.parametrize("share", SHARES)
def test_compiled_finds_what_direct_finds(share: int) -> None:
    @_settings(50_000)
    @given(SEEDS)
    def law(seed: int) -> None:
        check_agreement(seed * len(SHARES) + share)

    law()
