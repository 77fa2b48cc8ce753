"""The place in a file of a fault that was found after reading, when places are no longer kept.

The file is read once more, as a positioned tree; the fault quotes the words it is about in «».
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rammevaerk.diagnostics import Diagnostic, Refused, Span
from rammevaerk.documents import Mapping, Node, Scalar
from rammevaerk.facts.places import span_of
from rammevaerk.facts.reading import trees_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from rammevaerk.facts.kinds import Oplysning


def placed(
    faults: dict[str, tuple[Diagnostic, ...]], path: Path, own: Iterable[Oplysning] = ()
) -> Iterator[Diagnostic]:
    """The faults of each aktivitet, by its id, at the words they quote, or else where the aktivitet begins."""
    left = dict(faults)
    try:
        for tree in trees_in(path, own):
            id_ = _id(tree)
            for fault in left.pop(id_, ()):
                yield Diagnostic(fault.code, f"{id_}: {fault.message}", fault.help, span_of(tree, fault))
    except (Refused, OSError):
        pass  # the file has been told of already; what is left has no place in it
    for id_, rest in left.items():
        for fault in rest:
            yield Diagnostic(fault.code, f"{id_}: {fault.message}", fault.help, Span(str(path)))


def _id(tree: Node) -> str:
    found = tree.get("id") if isinstance(tree, Mapping) else None
    return found.text.strip() if isinstance(found, Scalar) else ""
