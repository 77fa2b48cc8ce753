"""Measuring two sides against each other: CPU time, interleaved, medians; and the rows of the one table.

The machine is shared, so a time by itself says little. Each round measures every side once, one right after the
other, and what is told is the median of the rounds' ratios.
"""

from __future__ import annotations

import gc
import os
import platform
from dataclasses import dataclass
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

MISSED = 1
"""The exit code when a bar is missed."""


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, against what, the ratio, and the ratio it must stay under, if any."""

    what: str
    against: str
    ours: str
    theirs: str
    ratio: float
    bar: float | None

    @property
    def held(self) -> bool:
        """Whether the bar was kept."""
        return self.bar is None or self.ratio <= self.bar


def cpu(work: Callable[[], object]) -> float:
    """The CPU seconds of one call, with the collector out of the way."""
    gc.collect()
    gc.disable()
    start = process_time()
    work()
    spent = process_time() - start
    gc.enable()
    return spent


def interleaved(sides: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """The CPU seconds of each side in each round, after one round that is thrown away."""
    spent: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(rounds + 1):
        for name, work in sides.items():
            found = cpu(work)
            if number:
                spent[name].append(found)
    return spent


def ratio(ours: list[float], theirs: list[float]) -> float:
    """The median of the rounds' ratios."""
    return median(one / other for one, other in zip(ours, theirs, strict=True))


def microseconds(spent: list[float], per: int) -> str:
    return f"{median(spent) / per * 1e6:.1f} µs"


def milliseconds(spent: list[float]) -> str:
    return f"{median(spent) * 1e3:.1f} ms"


def machine() -> str:
    """The kind of machine, without its name."""
    return (
        f"{os.cpu_count()} cores, {platform.python_implementation()} {platform.python_version()}, {platform.system()}"
    )


def show(rows: Iterable[Row]) -> int:
    """Print the table; the exit code says whether every bar was kept."""
    rows = list(rows)
    heads = ("what", "against", "ours", "theirs", "ratio", "bar", "")
    cells = [
        heads,
        *(
            (r.what, r.against, r.ours, r.theirs, f"{r.ratio:.2f}", f"{r.bar:.2f}" if r.bar else "", _word(r))
            for r in rows
        ),
    ]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    print(machine())
    for line in cells:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
    return 0 if all(row.held for row in rows) else MISSED


def _word(row: Row) -> str:
    return "" if row.bar is None else "held" if row.held else "MISSED"
