"""The living documentation of all shipped rammeværker, against the run of the scenarier whose results it shows."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from measuring import Row, milliseconds, ratio, show

ROOT = Path(__file__).parents[1]
ROUNDS = 5
BAR = 3.0
SMALLEST = 1_000_000
"""Bytes; a site of fewer has left something out."""
FEATURES = ["pytest", "-q", "-p", "no:xdist", "tests/features/test_features.py", "--resultater"]


def measure() -> list[Row]:
    """Whole processes on the clock, one right after the other, for that is what a person waits for."""
    run: list[float] = []
    pages: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        results, site = Path(folder) / "resultater.json", Path(folder) / "sider"
        for number in range(ROUNDS + 1):
            ran = _seconds([*FEATURES, str(results)])
            made = _seconds(["rammevaerk", "dok", "-o", str(site), "--resultater", str(results)])
            if number:
                run.append(ran)
                pages.append(made)
        assert (site / "samlet.html").stat().st_size > SMALLEST
    return [
        Row(
            "dok of all rammeværker, wall",
            "the scenarier run",
            milliseconds(pages),
            milliseconds(run),
            ratio(pages, run),
            BAR,
        )
    ]


def _seconds(words: list[str]) -> float:
    start = perf_counter()
    subprocess.run([sys.executable, "-m", *words], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own commands
    return perf_counter() - start


if __name__ == "__main__":
    sys.exit(show(measure()))
