"""The page that text is set on: its width, and whether headings can be bold."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from textwrap import TextWrapper
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WIDTH: Final = 100
NARROWEST: Final = 60
WIDEST: Final = 110
"""Longer lines are hard to read, however wide the window."""


@dataclass(frozen=True, slots=True)
class Page:
    """How wide, and whether signs for bold are understood where it is read."""

    width: int = WIDTH
    bold: bool = False

    def heading(self, text: str) -> str:
        """A line that stands out; the words carry the meaning, the weight only helps the eye."""
        return f"\033[1m{text}\033[0m" if self.bold else text

    def rule(self) -> str:
        """A line between two answers."""
        return "─" * self.width

    def hanging(self, before: str, text: str) -> str:
        """A text set after its label, its further lines under the first."""
        setting = TextWrapper(
            self.width,
            initial_indent=before,
            subsequent_indent=" " * min(len(before), self.width // 2),
            break_long_words=False,
            break_on_hyphens=False,  # ids and years such as mål.5-7 and 2021-2024 stay whole
        )
        return setting.fill(text) or before.rstrip()

    def labelled(self, label: str, texts: Iterable[str], width: int) -> Iterator[str]:
        """Several texts under each other, the label before the first only."""
        for text in texts:
            yield self.hanging(f"    {label:<{width}}  ", text)
            label = ""


def page_for(stream: TextIO) -> Page:
    """The page of a terminal, or the plain one of a file or a pipe."""
    if not stream.isatty():
        return Page()
    columns = shutil.get_terminal_size((WIDTH, 24)).columns
    bold = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Page(max(NARROWEST, min(columns, WIDEST)), bold)
