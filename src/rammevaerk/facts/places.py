"""Where in an aktivitet's tree a fault belongs that was found after reading, when places are no longer kept.

The fault quotes the words it is about in «».
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rammevaerk.documents import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.diagnostics import Diagnostic, Span

_QUOTED: Final = re.compile("«([^»]*)»")
_OWN: Final = re.compile("egne ([^:]*): ")
"""How a fault of an own fact's value begins: it is told at the value, whatever else in the file says the same."""


def span_of(aktivitet: Node, fault: Diagnostic) -> Span:
    """The place of the words that the fault quotes, or else where the aktivitet begins."""
    own = _OWN.match(fault.message)
    section = aktivitet.get("egne") if own and isinstance(aktivitet, Mapping) else None
    if own and isinstance(section, Mapping) and (value := section.get(own[1])):
        return value.span
    quoted = _QUOTED.findall(fault.message)[:1]
    return next((one.span for one in _scalars(aktivitet) if one.text in quoted), aktivitet.span)


def _scalars(node: Node) -> Iterator[Scalar]:
    """Every scalar of a tree in the order it is written, keys too."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    else:
        for key, value in node.items:
            yield key
            yield from _scalars(value)
