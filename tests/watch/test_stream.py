"""A stream that is late, doubled, corrected and shuffled ends as a fresh judgement of the same facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from streams import tried

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("seed", range(60))
def test_a_shuffled_stream_ends_as_a_fresh_judgement(seed: int, tmp_path: Path):
    tried(str(seed), str(tmp_path / "journal.db"))
