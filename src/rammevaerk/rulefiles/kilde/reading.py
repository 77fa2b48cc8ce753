"""A paper's file as text: txt and Markdown as they are, docx and pdf through packages of the extra `kilde`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Diagnostic, Refused, Span
from rammevaerk.documents.text import decode, read_bytes
from rammevaerk.rulefiles.kilde.docx import text_of_docx
from rammevaerk.rulefiles.kilde.pdf import text_of_pdf
from rammevaerk.rulefiles.kilde.refusing import LARGEST_TEXT

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE: Final = 30_000_000
MOST_WORDS: Final = 100_000
PLAIN: Final = (".txt", ".md", ".markdown", ".text")
_BREAK: Final = "\ue00c".encode()
"""Stands for a page break while the text is decoded, where other control characters are refused."""


def read_paper(path: Path) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of a paper, pages parted by form feeds, and what the reader should know of it. Raises `Refused`."""
    suffix = path.suffix.casefold()
    if suffix in PLAIN:
        return _checked(_plain(path), path), ()
    if suffix == ".docx":
        text, warnings = text_of_docx(read_bytes(path, LARGEST_FILE), str(path))
        return _checked(text, path), warnings
    if suffix == ".pdf":
        return _checked(text_of_pdf(read_bytes(path, LARGEST_FILE), str(path)), path), ()
    help_ = "gem papiret som .docx, .pdf, .txt eller .md"
    raise Refused(
        [Diagnostic("K004", f"«{path.name}» er ikke en slags fil, der kan læses som papir", help_, Span(str(path)))]
    )


def _plain(path: Path) -> str:
    data = read_bytes(path, LARGEST_TEXT)
    held = data.replace(b"\x0c", _BREAK).replace(b"\x0b", b"\n")
    return decode(held, str(path), LARGEST_TEXT * 3).replace(_BREAK.decode(), "\f")


def _checked(text: str, path: Path) -> str:
    if len(text) > LARGEST_TEXT or len(text.split()) > MOST_WORDS:
        message = f"papiret har mere end {MOST_WORDS:,} ord".replace(",", ".")
        raise Refused([Diagnostic("K006", message, "del papiret i flere", Span(str(path)))])
    if not any(sign.isalnum() for sign in text):
        message = "der er ingen tekst i papiret"
        help_ = "er det scannet, skal det først gennem tekstgenkendelse (OCR)"
        raise Refused([Diagnostic("K007", message, help_, Span(str(path)))])
    return text
