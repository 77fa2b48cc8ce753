"""Every benchmark, one after the other, in one table: `python benchmarks`. Nonzero when a bar is missed."""

from __future__ import annotations

import sys

import chaining
import compiled
import loading
import memory
import pages
import processes
import reading
import rivals
from measuring import show

PARTS = (compiled, chaining, rivals, reading, loading, processes, memory, pages)
"""Each also runs by itself: `python benchmarks/reading.py`. `rivals` needs `benchmarks/requirements.txt`."""

if __name__ == "__main__":
    sys.exit(show([row for part in PARTS for row in part.measure()]))
