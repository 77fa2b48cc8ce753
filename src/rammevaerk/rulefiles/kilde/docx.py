"""A Word file as text, through mammoth: headings as Markdown writes them, list items with a bullet.

mammoth takes inserted changes in and leaves deleted ones out; that a file has open changes is said.
"""

from __future__ import annotations

import re
import zipfile
from html.parser import HTMLParser
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Diagnostic, Refused, Span
from rammevaerk.rulefiles.kilde.refusing import missing, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_PARTS: Final = 5_000
_LARGEST_PART: Final = 10_000_000
_LARGEST_XML: Final = 40_000_000
_OPEN: Final = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)[\s>/]")
_STYLES: Final = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"
_BLOCKS: Final = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "br")


def text_of_docx(data: bytes, source: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of a Word file, and a warning when its changes are not yet accepted or rejected. Raises `Refused`."""
    try:
        mammoth = import_module("mammoth")
    except ImportError:
        raise missing("mammoth", "docx", source) from None
    parts = _checked(data, source)
    try:
        images = mammoth.images.img_element(_no_image)
        made = mammoth.convert_to_html(BytesIO(data), style_map=_STYLES, convert_image=images)
        reader = _Reader()
        reader.feed(made.value)
        reader.close()
    except Exception:  # noqa: BLE001 - whatever a broken file makes the reader do, it is the file that cannot be read
        raise unreadable("docx", source) from None
    return "".join(reader.found), tuple(_warnings(parts, source))


def _checked(data: bytes, source: str) -> bytes:
    """The document itself, when nothing in the file is too large or tells the reader to fetch or repeat anything."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            infos = [info for info in file.infolist() if info.filename.endswith((".xml", ".rels"))]
            sizes = [info.file_size for info in infos]
            if len(file.infolist()) > _MOST_PARTS or max(sizes, default=0) > _LARGEST_PART or sum(sizes) > _LARGEST_XML:
                message = "filen fylder for meget, når den er pakket ud"
                raise Refused([Diagnostic("K006", message, "gem papiret som .txt", Span(source))])
            for info in infos:
                if re.search(rb"<!(?:DOCTYPE|ENTITY)", file.read(info).replace(b"\0", b"")):
                    raise unreadable("docx", source)
            return file.read("word/document.xml")
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        help_ = "er den beskyttet med adgangskode eller gemt som .doc, skal den først gemmes som almindelig .docx"
        raise unreadable("docx", source, help_) from None


def _warnings(document: bytes, source: str) -> Iterator[Diagnostic]:
    if _OPEN.search(document):
        message = "filen har ændringer, der hverken er accepteret eller afvist"
        help_ = "de indsatte ord er læst med og de slettede udeladt; acceptér eller afvis dem for at være sikker"
        yield Diagnostic("K010", message, help_, Span(source))


def _no_image(_: object) -> dict[str, str]:
    return {}


class _Reader(HTMLParser):
    """mammoth's HTML as lines of text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._notes = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - their name
        if tag == "sup" or self._notes:
            self._notes += tag == "sup"
        elif tag in _BLOCKS:
            heading = re.fullmatch("h([1-6])", tag)
            mark = f"{'#' * int(heading[1])} " if heading else "• " if tag == "li" else ""
            item = tag == "p" and self.found and self.found[-1].endswith("• ")
            self.found.append("" if item else "\n" if tag == "br" else f"\n\n{mark}")
        elif tag in ("td", "th"):
            self.found.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "sup":
            self._notes = max(0, self._notes - 1)
        elif tag in _BLOCKS and tag != "br":
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._notes:  # the number of a note is no part of the word it stands at
            self.found.append(" ".join(data.split("\n")))
