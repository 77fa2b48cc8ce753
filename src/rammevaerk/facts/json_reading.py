"""JSON text and positioned trees → aktiviteter.

The straight way is pydantic-core from the text itself. Whatever it refuses, or could have overlooked (a key
written twice, an escape that hides a sign), goes the careful way: through a positioned tree.
"""

from __future__ import annotations

import json
import re
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter, ValidationError

from rammevaerk.diagnostics import Diagnostic, Refused, Span
from rammevaerk.documents import Mapping, Node, Scalar, Sequence, tree_of_json
from rammevaerk.facts.aktivitet import CATALOGUE, Aktivitet, Skoen
from rammevaerk.facts.values import BARE, MOST_FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HIDING: Final = re.compile(r"\\[ubf]")
"""Escapes behind which a control character, half a sign or a loose accent could hide."""

_HIDING_IN_ASCII: Final = re.compile(
    r"\\(?:[bf]|u(?!00[a-fA-F]|01[0-7]|20(?:1[0-9a-fA-F]|2[0-7]|[34][0-9a-fA-F]|[aA][cC])))"
)
"""The same where all else is ASCII, but for Latin letters and ordinary punctuation: nothing composes with those."""

_KEYS: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"(\s*+:)?')
_BLANKS: Final = re.compile(r"[ \t\r\n]*")
_VALIDATE: Final = Aktivitet.__pydantic_validator__.validate_json
"""What `model_validate_json` calls; for one small aktivitet that call itself can be seen."""

_MANY: Final = TypeAdapter(list[Aktivitet])
_set: Final = attrgetter("__pydantic_fields_set__")
"""The fields that stood in the text; pydantic's own property costs a call for each record."""
_nested: Final = itemgetter(*(fact.attribute for fact in CATALOGUE.values() if fact.kind.fields or fact.kind.skoen))
"""The records and skøn of an aktivitet's dict, all in one call."""
_YES: Final = BARE[True]
_NO: Final = BARE[False]
_JSON_WORDS: Final = {"true": True, "false": False}


def read_json_text(text: str, source: str) -> tuple[Aktivitet, ...]:
    """The aktiviteter of a JSON text: one, or a list."""
    return read_list(text, source) if text.lstrip()[:1] == "[" else (read_one(text, source),)


def read_one(text: str, source: str, first: tuple[int, int] = (1, 1), *, placed: bool = True) -> Aktivitet:
    """One aktivitet from JSON text: straight, and carefully where the straight way refuses or could overlook."""
    if _in_the_open(text):
        try:
            found: Aktivitet = _VALIDATE(text)
        except ValidationError:
            pass
        else:
            if _each_key_once(text, _keys(found)):
                return found
    return of_tree(tree_of_json(text, source, first), placed=placed)


def read_list(text: str, source: str) -> tuple[Aktivitet, ...]:
    """A list of aktiviteter; after a fault each is read by itself, so that only the faulty go the careful way."""
    if _in_the_open(text):
        try:
            found = _MANY.validate_json(text)
        except ValidationError:
            pass
        else:
            if _each_key_once(text, sum(map(_keys, found))):
                return tuple(found)
    return gathered(_elements(text, source))


def _elements(text: str, source: str) -> Iterator[Aktivitet | Refused]:
    """Each element of a JSON list read by itself; a fault of syntax ends the list."""
    decoder = json.JSONDecoder()
    index = _past_blanks(text, text.index("[") + 1)
    line, line_start, seen = 1, 0, 0
    while text[index : index + 1] not in {"]", ""}:
        line += text.count("\n", seen, index)
        line_start = max(line_start, text.rfind("\n", seen, index) + 1)
        seen = index
        try:
            end = decoder.raw_decode(text, index)[1]
        except (ValueError, RecursionError):
            break
        yield tried(text[index:end], source, (line, index - line_start + 1))
        index = _past_blanks(text, end)
        if text[index : index + 1] == ",":
            index = _past_blanks(text, index + 1)
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        tree_of_json(text, source)  # knows the place


def tried(text: str, source: str, first: tuple[int, int]) -> Aktivitet | Refused:
    """One aktivitet from JSON text, or why not."""
    try:
        return read_one(text, source, first)
    except Refused as refused:
        return refused


def _past_blanks(text: str, index: int) -> int:
    found = _BLANKS.match(text, index)
    return found.end() if found else index


def gathered(tried: Iterable[Aktivitet | Refused]) -> tuple[Aktivitet, ...]:
    """The aktiviteter, or all that was wrong with any of them."""
    found: list[Aktivitet] = []
    faults: list[Diagnostic] = []
    try:
        for one in tried:
            if isinstance(one, Aktivitet):
                found.append(one)
            else:
                faults += one.diagnostics
            if len(faults) >= MOST_FAULTS:
                break
    except Refused as refused:
        faults += refused.diagnostics
    if faults:
        raise Refused(faults)
    return tuple(found)


def of_tree(tree: Node, *, placed: bool = True) -> Aktivitet:
    """One aktivitet from a positioned tree; every fault at its place."""
    try:
        return Aktivitet.model_validate_json(json.dumps(_plain(tree)))
    except ValidationError as error:
        from rammevaerk.facts.errors import diagnose

        raise Refused(diagnose(error.errors(include_url=False), tree, placed=placed)) from None


def of_document(tree: Node | None, source: str) -> tuple[Aktivitet, ...]:
    """The aktiviteter of a whole document: one, or a list."""
    if tree is None:
        help_line = "skriv en aktivitet eller en liste af aktiviteter"
        raise Refused([Diagnostic("F012", "filen er tom", help_line, Span(source))])
    if not isinstance(tree, Sequence):
        return (of_tree(tree),)
    return gathered(map(_tried_tree, tree.items))


def _tried_tree(tree: Node) -> Aktivitet | Refused:
    try:
        return of_tree(tree)
    except Refused as refused:
        return refused


def _plain(node: Node) -> Any:  # noqa: ANN401 - what JSON can say
    """The tree without places. Depth is bounded where trees are built."""
    if isinstance(node, Mapping):
        return {key.text: _plain(value) for key, value in node.items}
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return _plain_scalar(node)


def _plain_scalar(node: Scalar) -> str | bool | float | None:
    if not node.plain:
        return node.text
    if node.null:
        return None
    if node.text in _JSON_WORDS:
        return _JSON_WORDS[node.text]
    return json.loads(node.text) if node.literal else node.text


def _in_the_open(text: str) -> bool:
    """Whether every sign is itself in the text, or an escape that hides nothing."""
    return "\\" not in text or not (_HIDING_IN_ASCII if text.isascii() else _HIDING).search(text)


def _each_key_once(text: str, keys: int) -> bool:
    """Whether the text has as many keys as were read; colons are counted first, for they are rarely in texts."""
    return text.count(":") == keys or sum(1 for after in _KEYS.findall(text) if after) == keys


def _keys(aktivitet: Aktivitet) -> int:
    """How many keys of the text were read into an aktivitet and its records."""
    values = aktivitet.__dict__
    own = values["egne"]
    nested: list[Any] = [aktivitet]
    for value in _nested(values):
        if value:
            if value.__class__ is tuple:
                nested += value
            elif value is not _YES and value is not _NO:
                nested.append(value)
    if own:
        nested += [value for value in own.values() if value.__class__ is Skoen]
    return len(own) + sum(map(len, map(_set, nested)))
