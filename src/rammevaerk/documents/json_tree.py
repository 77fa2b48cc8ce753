"""JSON text → the same positioned tree as YAML: the careful path, taken when a fault must be placed."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, NoReturn

from rammevaerk.diagnostics import Span
from rammevaerk.documents.nodes import Mapping, Node, Origin, Scalar, Sequence
from rammevaerk.documents.text import DEPTH, LIMIT, decode, refusal
from rammevaerk.documents.yaml_tree import duplicate, escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN: Final = re.compile(r'[ \t\r]*(?:(\n)|("(?:[^"\\\n]++|\\.)*+")|([\[\]{},:])|([^\s\[\]{},:"]++)|(.))')
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_DIGITS: Final = 40
_WORDS: Final = frozenset({"true", "false", "null"})
_LITERALS: Final = "skriv true, false, null, et tal eller en tekst i anførselstegn"
_VALUES: Final = frozenset({"værdi", "værdi efter kolon", "første værdi"})
Token = tuple[str, str, int, Span]


def read_json(data: bytes, source: str, limit: int = LIMIT) -> Node:
    """A JSON file as a positioned tree."""
    return tree_of_json(decode(data, source, limit), source)


def tree_of_json(text: str, source: str, first: tuple[int, int] = (1, 1)) -> Node:
    """JSON text, decoded already, as a positioned tree; every fault of syntax is refused at its place.

    `first` is the line and column of the text's first sign, where it is a piece of something larger.
    """
    reader = _Reader(text)
    for token in _tokens(text, source, first):
        reader.take(token)
    return reader.root


def _tokens(text: str, source: str, first: tuple[int, int]) -> Iterator[Token]:
    """Kind, text, index and place of each token; the last has kind `slut`."""
    line, start, index, length = first[0], 1 - first[1], 0, len(text.rstrip(" \t\r\n"))
    while index < length and (found := _TOKEN.match(text, index)):
        index = found.end()
        kind = found.lastindex or 0
        at = found.start(kind)
        if kind == 1:
            line, start = line + 1, index
            continue
        span = Span(source, line, at - start + 1)
        if kind == 5:  # noqa: PLR2004 - the last alternative: a quote that never ends, or a sign JSON does not know
            _refuse_sign(found[5], span)
        yield ("", '"', "", "ord")[kind - 1] or found[kind], found[kind], at, span
    yield "slut", "", length, Span(source, line, length - start + 1)


def _refuse_sign(sign: str, span: Span) -> NoReturn:
    if sign == '"':
        raise refusal(
            "D013", "et anførselstegn lukkes ikke på linjen", "sæt et anførselstegn, hvor teksten ender", span
        )
    raise refusal("D013", f"«{sign}» kan ikke stå her", _LITERALS, span)


class _Reader:
    """Takes tokens one by one; a stack instead of recursion."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Node = Scalar("", Span(""))
        self.levels: list[_Level] = []
        self.wants = "værdi"

    def take(self, token: Token) -> None:
        kind, _, _, span = token
        wants = self.wants
        if wants == "slut":
            if kind != "slut":
                raise refusal("D013", f"«{token[1]}» står efter slutningen", "slet det, eller brug en liste", span)
        elif wants in {"nøgle", "første nøgle"} and kind == '"':
            self._key(token)
        elif wants == "kolon" and kind == ":":
            self.wants = "værdi efter kolon"
        elif wants in _VALUES and kind in {'"', "ord", "{", "["}:
            self._value(token)
        elif wants == "komma" and kind == ",":
            self.wants = "nøgle" if self.levels[-1].keys is not None else "værdi"
        elif kind == self._closer() and wants in {"komma", "første nøgle", "første værdi"}:
            self._add(self.levels.pop().closed())
        else:
            self._refuse(token)

    def _closer(self) -> str:
        return self.levels[-1].closer if self.levels else ""

    def _key(self, token: Token) -> None:
        key, level = self._scalar(token), self.levels[-1]
        if key.text in level.seen:
            raise duplicate(key)
        level.seen.add(key.text)
        if level.keys is not None:
            level.keys.append(key)
        self.wants = "kolon"

    def _value(self, token: Token) -> None:
        kind, _, _, span = token
        if kind in {'"', "ord"}:
            self._add(self._scalar(token))
            return
        if len(self.levels) >= DEPTH:
            raise refusal("D004", f"mere end {DEPTH} niveauer inde i hinanden", "gør opbygningen fladere", span)
        self.levels.append(_Level(span, mapping=kind == "{"))
        self.wants = "første nøgle" if kind == "{" else "første værdi"

    def _add(self, node: Node) -> None:
        if self.levels:
            self.levels[-1].nodes.append(node)
        else:
            self.root = node
        self.wants = "komma" if self.levels else "slut"

    def _scalar(self, token: Token) -> Scalar:
        kind, raw, index, span = token
        if kind == "ord":
            _check_word(raw, span)
            return Scalar(raw, span, plain=True, origin=Origin(self.text, index, index + len(raw), "json"))
        try:
            value = json.loads(raw)
        except ValueError:
            help_line = "skriv «\\\\» for en omvendt skråstreg"
            raise refusal("D013", "«\\» i anførselstegn følges af noget ukendt", help_line, span) from None
        origin = Origin(self.text, index, index + len(raw), '"')
        return Scalar(escaped(value, span), span, plain=False, origin=origin)

    def _refuse(self, token: Token) -> NoReturn:
        kind, raw, _, span = token
        message, help_line = _WANTED[self.wants]
        if kind == "slut":
            message, help_line = "teksten holder op for tidligt", "se efter en parentes, der ikke lukkes"
        elif raw in {"]", "}"} and self.wants in {"nøgle", "værdi"}:
            message, help_line = f"et komma står lige før «{raw}»", "slet kommaet"
        elif raw in {"]", "}"} and self.wants == "komma":
            message, help_line = f"«{raw}» lukker noget, der blev åbnet anderledes", f"skriv «{self._closer()}»"
        raise refusal("D013", message, help_line, span)


class _Level:
    """One open object or list."""

    def __init__(self, span: Span, *, mapping: bool) -> None:
        self.span = span
        self.closer = "}" if mapping else "]"
        self.keys: list[Scalar] | None = [] if mapping else None
        self.nodes: list[Node] = []
        self.seen: set[str] = set()

    def closed(self) -> Node:
        if self.keys is None:
            return Sequence(tuple(self.nodes), self.span)
        return Mapping(tuple(zip(self.keys, self.nodes, strict=True)), self.span)


def _check_word(word: str, span: Span) -> None:
    if word in _WORDS:
        return
    if not _NUMBER.fullmatch(word):
        raise refusal("D013", f"«{word[:40]}» er hverken tal, true, false eller null", _LITERALS, span)
    if len(word) > _DIGITS:
        raise refusal("D015", f"tallet har {len(word)} tegn; højst {_DIGITS} læses", "afrund tallet", span)


_WANTED: Final = {
    "første nøgle": ("her skal stå en nøgle i anførselstegn", 'skriv "nøgle": værdi'),
    "nøgle": ("her skal stå en nøgle i anførselstegn", 'skriv "nøgle": værdi'),
    "kolon": ("der mangler et kolon efter nøglen", 'skriv "nøgle": værdi'),
    "første værdi": ("her mangler en værdi", _LITERALS),
    "værdi efter kolon": ("her mangler en værdi efter kolon", _LITERALS),
    "værdi": ("her mangler en værdi", _LITERALS),
    "komma": ("der mangler et komma", "sæt et komma efter den forrige værdi"),
}
