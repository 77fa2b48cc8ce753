"""A progress bar on stderr, only when a person looks and only after the first second."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.progress import Progress

PATIENCE: Final = 1.0
"""Seconds before a bar appears; shorter work needs none, and rich is not even imported for it."""
_T = TypeVar("_T")


def watched(items: Iterable[_T], label: str, total: int | None = None) -> Iterator[_T]:
    """The same items; a bar follows them when stderr is a terminal. Without a total it only counts."""
    if not sys.stderr.isatty():
        yield from items
        return
    begun, bar = monotonic(), None
    try:
        for done, item in enumerate(items):
            yield item
            if bar is None and monotonic() - begun > PATIENCE:
                bar = _bar(label, total)
            if bar:
                bar.update(bar.task_ids[0], completed=done + 1)
    finally:
        if bar:
            bar.stop()


def _bar(label: str, total: int | None) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = [TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()]
    bar = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
    bar.add_task(label, total=total)
    bar.start()
    return bar
