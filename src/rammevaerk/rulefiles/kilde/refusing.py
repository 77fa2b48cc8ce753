"""What the readers of the file formats refuse in the same words."""

from __future__ import annotations

from typing import Final

from rammevaerk.diagnostics import Diagnostic, Refused, Span

LARGEST_TEXT: Final = 2_000_000
"""Bytes of a text file, and signs of the text of any file."""


def missing(package: str, kind: str, source: str) -> Refused:
    """A package of the extra is not installed."""
    help_ = "installér den med «pip install 'rammevaerk[kilde]'», eller gem papiret som .txt"
    return Refused(
        [Diagnostic("K005", f"pakken {package}, der læser {kind}-filer, er ikke installeret", help_, Span(source))]
    )


def unreadable(kind: str, source: str, help_: str = "åbn den og gem den igen, eller gem papiret som .txt") -> Refused:
    """A file that is not what its name says, or is broken."""
    return Refused([Diagnostic("K011", f"filen kan ikke læses som {kind}", help_, Span(source))])
