"""The law of unknown at length: `python tests/engines/long_run.py 1000000 [first seed]`. Prints the figure."""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from laws import check_soundness


def main() -> None:
    wanted, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    cases = completions = 0
    start = time.monotonic()
    while cases < wanted:
        more, looked = check_soundness(seed, fast=True)
        cases, completions, seed = cases + more, completions + looked, seed + 1
        if cases % 50_000 == 0:
            sys.stderr.write(f"{cases} tilfælde, {completions} udfyldninger\n")
    minutes = (time.monotonic() - start) / 60
    sys.stdout.write(f"{cases} cases, {completions} completions, 0 differ; {minutes:.1f} minutes\n")


if __name__ == "__main__":
    main()
