"""A positioned tree: what stands in a file, as text, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from rammevaerk.diagnostics import Span
from rammevaerk.documents.text import place

_NULL: Final = frozenset({"", "~", "null", "Null", "NULL"})
_ESCAPE: Final = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))|(''|.)", re.DOTALL)
_NAMED: Final = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b"}
_SPACES: Final = {" ": " ", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029", "\n": " ", "\r": " "}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a scalar stands in the text of its file, and how it was written there."""

    text: str = field(repr=False)
    start: int
    end: int
    style: str
    """Empty for plain, `json` for a number or word of JSON, otherwise the sign it begins with: ' " | >"""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text with its place. `plain`: written without quotes and not as a block."""

    text: str
    span: Span
    plain: bool = True
    origin: Origin | None = field(default=None, repr=False, compare=False)

    @property
    def null(self) -> bool:
        """Whether it says that nothing is known: empty, `~` or `null` without quotes."""
        return self.plain and self.text in _NULL

    @property
    def quoted(self) -> bool:
        """Whether it stands in quotes, single or double."""
        return self.origin is not None and self.origin.style in {'"', "'"}

    @property
    def literal(self) -> bool:
        """Whether it is a number, true, false or null of JSON; in YAML every plain scalar is just text."""
        return self.origin is not None and self.origin.style == "json"

    def at(self, offset: int) -> Span:
        """The place in the file of the sign at `offset` in `text`, also where lines were folded."""
        origin = self.origin
        if origin is None:
            return Span(self.span.source, self.span.line, self.span.column + offset)
        index = _aligned(self.text, origin, offset)
        return self.span if index is None else place(origin.text, self.span.source, index)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and what stands under them, in the order of the file."""

    items: tuple[tuple[Scalar, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """What stands under `key`, or None."""
        return next((node for name, node in self.items if name.text == key), None)

    def key(self, key: str) -> Scalar | None:
        """The key itself, for its place."""
        return next((name for name, _ in self.items if name.text == key), None)


@dataclass(frozen=True, slots=True)
class Sequence:
    """Elements in the order of the file."""

    items: tuple[Node, ...]
    span: Span


Node = Scalar | Mapping | Sequence


def _aligned(text: str, origin: Origin, offset: int) -> int | None:
    """The index in the file of `text[offset]`: blanks may differ (folding, indentation), other signs may not."""
    before = sum(1 for sign in text[:offset] if not sign.isspace())
    signs = _signs(origin)
    if "".join(sign for sign, _, _ in signs) != "".join(text.split()):
        return None  # an escape wrote something that NFC changed; the start is the honest answer
    if offset < len(text) and not text[offset].isspace():
        return signs[before][1]
    return signs[before - 1][2] if before else origin.start


def _signs(origin: Origin) -> list[tuple[str, int, int]]:
    """The signs of the scalar as written that are not blank, each with where it starts and ends in the file."""
    raw, start = origin.text, origin.start
    if origin.style in {"|", ">"}:
        header = raw.find("\n", start, origin.end)
        start = origin.end if header < 0 else header
        found = [(raw[i], i, i + 1) for i in range(start, origin.end)]
    elif origin.style == '"':
        found = [(_unescaped(m), m.start(), m.end()) for m in _ESCAPE.finditer(raw, start + 1, origin.end - 1)]
    elif origin.style == "'":
        pieces = re.compile("''|.", re.DOTALL).finditer(raw, start + 1, origin.end - 1)
        found = [(m[0][0], m.start(), m.end()) for m in pieces]
    else:
        found = [(raw[i], i, i + 1) for i in range(start, origin.end)]
    return [piece for piece in found if not piece[0].isspace()]


def _unescaped(found: re.Match[str]) -> str:
    digits = found[1] or found[2] or found[3]
    if digits:
        return chr(int(digits, 16))
    if found[4]:
        return _NAMED.get(found[4]) or _SPACES.get(found[4]) or found[4]
    return found[0]
