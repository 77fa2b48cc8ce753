"""The place in a file of a fault that was found after reading, when places are no longer kept.

The file is read once more, as a positioned tree; the fault quotes the words it is about in «».
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Diagnostic, Refused, Span
from rammevaerk.documents import Mapping, Node, Scalar, Sequence, decode, tree_of_json, tree_of_yaml
from rammevaerk.facts.places import span_of
from rammevaerk.facts.sheets import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from rammevaerk.facts.kinds import Oplysning

_LARGEST: Final = 20_000_000


def placed(
    faults: dict[str, tuple[Diagnostic, ...]], path: Path, own: Iterable[Oplysning] = ()
) -> Iterator[Diagnostic]:
    """The faults of each aktivitet, by its id, at the words they quote, or else where the aktivitet begins."""
    left = dict(faults)
    try:
        for tree in _trees(path, own):
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


def _trees(path: Path, own: Iterable[Oplysning]) -> Iterator[Node]:
    source = str(path)
    if path.suffix.casefold() in TABLES:
        from rammevaerk.facts.sheets.reading import table_trees

        yield from table_trees(path, own)
        return
    if path.suffix.casefold() == ".jsonl":
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield tree_of_json(decode(line, source, _LARGEST), source, (number, 1))
        return
    text = decode(path.read_bytes(), source, _LARGEST)
    tree = tree_of_json(text, source) if path.suffix.casefold() == ".json" else tree_of_yaml(text, source)
    yield from tree.items if isinstance(tree, Sequence) else [tree] if tree else []
