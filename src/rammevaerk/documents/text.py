"""The one door by which bytes become text: size, UTF-8, forbidden signs, NFC."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Diagnostic, Refused, Span
from rammevaerk.names import nfc

if TYPE_CHECKING:
    from pathlib import Path

LIMIT: Final = 1_000_000
DEPTH: Final = 20
"""How deep a document may nest; a person's facts and rules use five levels or so."""

_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_HARMLESS: Final = bytes(code for code in range(256) if not _FORBIDDEN.match(chr(code)))
_BREAK: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def decode(data: bytes, source: str, limit: int = LIMIT) -> str:
    """Bytes from outside as NFC text; refuses what is too large, not UTF-8 or holds signs no person writes."""
    if len(data) > limit:
        raise refusal("D001", f"filen fylder {_size(len(data))}; højst {_size(limit)} læses", _SPLIT, Span(source))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, source, error.start) from None
    return clean(text, source)


def clean(text: str, source: str) -> str:
    """A text in NFC; NUL, control characters and lone surrogates are refused at their place."""
    try:
        if not text.encode("latin-1").translate(None, _HARMLESS):
            return text  # Danish text as a rule: both questions answered at once, at C speed
    except UnicodeEncodeError:
        pass
    if found := _FORBIDDEN.search(text):
        code = f"U+{ord(found[0]):04X}"
        raise refusal("D003", f"tegnet {code} må ikke stå i en fil", _CLEAN, place(text, source, found.start()))
    return nfc(text)


def forbidden(text: str) -> str:
    """The first forbidden sign in a text as `U+0000`, or empty; for signs written as escapes."""
    found = _FORBIDDEN.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def joined_surrogates(text: str) -> str:
    """A text whose escaped surrogate pairs are one sign again; lone ones stay and are refused as forbidden."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def place(text: str, source: str, index: int) -> Span:
    """Line and column of an index in the text."""
    line, start = 1, 0
    for found in _BREAK.finditer(text, 0, index):
        line, start = line + 1, found.end()
    return Span(source, line, index - start + 1)


def read_bytes(path: Path, limit: int = LIMIT) -> bytes:
    """A file's bytes; one that is missing, unreadable or too large is refused, the last before it fills memory."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise unopened(path, error) from None
    if len(data) > limit:
        raise refusal("D001", f"filen fylder mere end {_size(limit)}", _SPLIT, Span(str(path)))
    return data


def unopened(path: Path, error: OSError) -> Refused:
    """A file that could not be opened, in Danish."""
    why = _WHY.get(type(error), "kan ikke læses")
    return refusal("D014", f"filen «{path}» {why}", "kontrollér stien og adgangen til filen", Span(str(path)))


def refusal(code: str, message: str, help: str, span: Span) -> Refused:  # noqa: A002 - the word of the diagnostic
    """One diagnostic as a refusal."""
    return Refused([Diagnostic(code, message, help, span)])


def _not_utf8(data: bytes, source: str, index: int) -> Refused:
    span = place(data[:index].decode("utf-8-sig"), source, len(data[:index].decode("utf-8-sig")))
    message = f"filen er ikke skrevet i UTF-8 (byte {data[index]:02X})"
    return refusal("D002", message, "gem filen med tegnsættet UTF-8", span)


def _size(count: int) -> str:
    million = 1_000_000
    return f"{count // million} MB" if count >= million else f"{count} byte"


_SPLIT: Final = "del filen op i flere"
_CLEAN: Final = "slet tegnet; det er usynligt i de fleste programmer"
_WHY: Final[dict[type[OSError], str]] = {
    FileNotFoundError: "findes ikke",
    IsADirectoryError: "er en mappe",
    PermissionError: "må ikke læses af dig",
}
