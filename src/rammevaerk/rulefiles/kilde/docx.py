"""A Word file as text, through mammoth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rammevaerk.rulefiles.kilde.reading import missing

if TYPE_CHECKING:
    from rammevaerk.diagnostics import Diagnostic


def text_of_docx(data: bytes, source: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Not yet."""
    raise missing("mammoth", "docx", source)
