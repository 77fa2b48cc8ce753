"""YAML text → positioned tree, from ruamel's events and never from values it constructs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import StringIO
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.diagnostics import Refused, Span
from rammevaerk.documents.nodes import Mapping, Node, Origin, Scalar, Sequence
from rammevaerk.documents.text import DEPTH, LIMIT, decode, forbidden, joined_surrogates, place, refusal
from rammevaerk.documents.yaml_faults import danish
from rammevaerk.names import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

_BRACKETS: Final = re.compile(rf"[\[{{](?:\s*[\[{{]){{{DEPTH}}}")


def read_yaml(data: bytes, source: str, limit: int = LIMIT) -> Node | None:
    """The one document of a YAML file as a positioned tree; None when nothing stands in it."""
    return tree_of_yaml(decode(data, source, limit), source)


def tree_of_yaml(text: str, source: str) -> Node | None:
    """YAML text, decoded already, as a positioned tree."""
    _check_brackets(text, source)
    builder = _Builder(text, source)
    for event in _events(text, source):
        builder.take(event)
    return builder.root


def _check_brackets(text: str, source: str) -> None:
    """Refuse a wall of brackets before the scanner, whose look-ahead is quadratic in it."""
    if found := _BRACKETS.search(text):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        if not any(sign in line for sign in "\"'#"):
            raise _too_deep(place(text, source, found.end() - 1))


def _too_deep(span: Span) -> Refused:
    return refusal("D004", f"mere end {DEPTH} niveauer inde i hinanden", "gør opbygningen fladere", span)


def _events(text: str, source: str) -> Iterator[Any]:
    """Ruamel's events; its English faults become Danish ones. Untyped there, hence Any."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        yield from YAML(typ="safe", pure=True).parse(StringIO(text))
    except MarkedYAMLError as error:
        raise danish(error, source) from None
    except (YAMLError, ValueError, OverflowError, AttributeError, TypeError, IndexError):
        # An escape beyond Unicode and the like: the scanner falls over without saying where.
        raise refusal("D009", "teksten følger ikke YAML's regler", "se efter usædvanlige tegn", Span(source)) from None


@dataclass(slots=True)
class _Level:
    """One open mapping or sequence."""

    span: Span
    keys: list[Scalar] | None
    """The keys so far; None for a sequence."""
    nodes: list[Node] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def closed(self) -> Node:
        if self.keys is None:
            return Sequence(tuple(self.nodes), self.span)
        return Mapping(tuple(zip(self.keys, self.nodes, strict=True)), self.span)


class _Builder:
    """Takes events one by one; a stack instead of recursion, so that depth costs nothing."""

    def __init__(self, text: str, source: str) -> None:
        self.text = text
        self.source = source
        self.levels: list[_Level] = []
        self.documents = 0
        self.root: Node | None = None

    def take(self, event: Any) -> None:  # noqa: ANN401 - ruamel's events are untyped
        name = type(event).__name__
        span = Span(self.source, event.start_mark.line + 1, event.start_mark.column + 1)
        _refuse_extras(event, name, span)
        if name == "DocumentStartEvent":
            self._start_document(span)
        elif name in {"MappingStartEvent", "SequenceStartEvent"}:
            self._open(span, mapping=name == "MappingStartEvent")
        elif name in {"MappingEndEvent", "SequenceEndEvent"}:
            self._add(self.levels.pop().closed())
        elif name == "ScalarEvent":
            self._add(self._scalar(event, span))

    def _start_document(self, span: Span) -> None:
        self.documents += 1
        if self.documents > 1:
            raise refusal("D008", "filen rummer flere dokumenter", "del filen ved linjen «---»", span)

    def _open(self, span: Span, *, mapping: bool) -> None:
        if self._key_is_next():
            raise refusal("D011", "en nøgle skal være en enkelt tekst", "skriv «nøgle: værdi»", span)
        if len(self.levels) >= DEPTH:
            raise _too_deep(span)
        self.levels.append(_Level(span, [] if mapping else None))

    def _key_is_next(self) -> bool:
        level = self.levels[-1] if self.levels else None
        return level is not None and level.keys is not None and len(level.keys) == len(level.nodes)

    def _add(self, node: Node) -> None:
        if not self.levels:
            self.root = None if isinstance(node, Scalar) and node.null else node
        elif isinstance(node, Scalar) and self._key_is_next():
            self._add_key(node)
        else:
            self.levels[-1].nodes.append(node)

    def _add_key(self, key: Scalar) -> None:
        level = self.levels[-1]
        if not key.text:
            raise refusal("D011", "en nøgle mangler foran kolon", "skriv «nøgle: værdi»", key.span)
        if key.text in level.seen:
            raise duplicate(key)
        level.seen.add(key.text)
        if level.keys is not None:
            level.keys.append(key)

    def _scalar(self, event: Any, span: Span) -> Scalar:  # noqa: ANN401 - ruamel's events are untyped
        style = event.style or ""
        origin = Origin(self.text, event.start_mark.index, event.end_mark.index, style)
        return Scalar(escaped(event.value, span) if style == '"' else event.value, span, not style, origin)


def duplicate(key: Scalar) -> Refused:
    """A key that stands twice under the same heading."""
    return refusal("D005", f"«{key.text}» står der to gange", "slet den ene eller saml dem", key.span)


def escaped(text: str, span: Span) -> str:
    """A quoted text whose escapes have been read: checked and normalised as the file itself was."""
    whole = joined_surrogates(text)
    if code := forbidden(whole):
        raise refusal("D003", f"tegnet {code} må ikke stå i en tekst", "slet tegnet", span)
    return nfc(whole)


def _refuse_extras(event: Any, name: str, span: Span) -> None:  # noqa: ANN401 - ruamel's events are untyped
    """Anchors, aliases, tags and directives: what makes YAML more than text, and dangerous."""
    if name == "AliasEvent" or getattr(event, "anchor", None):
        sign = "*" if name == "AliasEvent" else "&"
        raise refusal("D006", f"henvisningen «{sign}{event.anchor}» læses ikke", _WRITE_OUT, span)
    if getattr(event, "tag", None) and name != "DocumentStartEvent":
        raise refusal("D007", "mærket «!» foran en værdi læses ikke", _WRITE_TEXT, span)
    if name == "DocumentStartEvent" and (event.version or event.tags):
        raise refusal("D012", "linjer, der begynder med «%», læses ikke", "slet linjen", Span(span.source))


_WRITE_OUT: Final = "skriv værdien ud, hvor den bruges, eller sæt teksten i anførselstegn"
_WRITE_TEXT: Final = "slet mærket, eller sæt teksten i anførselstegn"
