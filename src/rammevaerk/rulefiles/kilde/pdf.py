"""A PDF file as text, through pypdf."""

from __future__ import annotations

from rammevaerk.rulefiles.kilde.reading import missing


def text_of_pdf(data: bytes, source: str) -> str:
    """Not yet."""
    raise missing("pypdf", "pdf", source)
