"""A PDF file as text, through pypdf: its pages with form feeds between them."""

from __future__ import annotations

import logging
import unicodedata
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.diagnostics import Diagnostic, Refused, Span
from rammevaerk.names import nfc
from rammevaerk.rulefiles.kilde.refusing import LARGEST_TEXT, missing, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_PAGES: Final = 300
_LARGEST_PAGE: Final = 5_000_000
_NO_TEXT: Final = ("Cc", "Cs", "Co", "Cn")


def text_of_pdf(data: bytes, source: str) -> str:
    """The text of a PDF file. Raises `Refused`; one without text is found out by the caller."""
    try:
        pypdf = import_module("pypdf")
    except ImportError:
        raise missing("pypdf", "pdf", source) from None
    logging.getLogger("pypdf").addHandler(logging.NullHandler())  # its warnings are English and of no use to the reader
    try:
        return nfc("\f".join(_pages(_opened(pypdf, data, source), source)))
    except Refused:
        raise
    except Exception:  # noqa: BLE001 - whatever a broken file makes the reader do, it is the file that cannot be read
        raise unreadable("pdf", source) from None


def _opened(pypdf: Any, data: bytes, source: str) -> Any:  # noqa: ANN401 - the package is not always there
    reader = pypdf.PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise unreadable("pdf", source, "den er beskyttet med adgangskode; gem den uden")
    if len(reader.pages) > _MOST_PAGES:
        raise Refused([Diagnostic("K006", f"papiret har mere end {_MOST_PAGES} sider", "del det", Span(source))])
    return reader


def _pages(reader: Any, source: str) -> Iterator[str]:  # noqa: ANN401 - the package is not always there
    total = 0
    for page in reader.pages:
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > _LARGEST_PAGE:
            raise Refused([Diagnostic("K006", "en side fylder for meget", "gem papiret som .txt", Span(source))])
        text = "".join(
            sign for sign in page.extract_text() if sign == "\n" or unicodedata.category(sign) not in _NO_TEXT
        )
        total += len(text)
        if total > LARGEST_TEXT:
            raise Refused([Diagnostic("K006", "papiret er for langt", "del det i flere", Span(source))])
        yield text
