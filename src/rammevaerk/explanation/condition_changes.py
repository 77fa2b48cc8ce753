"""What happened to a condition: its words, or the meaning of a begreb in it while the words are the same."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from rammevaerk.facts.kinds import Oplysning
from rammevaerk.model.expression import Node, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rammevaerk.model.klausul import Regel
    from rammevaerk.model.portefoelje import Portefoeljeregel
    from rammevaerk.model.rammevaerk import Rammevaerk


@dataclass(frozen=True)
class Meaning:
    """What a node means, whatever the lists and the facts it names are: these are told of by themselves."""

    registers: Mapping[frozenset[str], str]

    def of(self, value: object) -> object:
        """A node as plain data: alike when two mean the same."""
        match value:
            case Node():
                return (type(value), *(self.of(getattr(value, f.name)) for f in fields(value) if f.name != "origin"))
            case Oplysning():
                return value.key
            case tuple():
                known = all(isinstance(one, str) for one in value) and self.registers.get(frozenset(value))
                return known or tuple(map(self.of, value))
            case _:
                return value


def meaning_in(ramme: Rammevaerk) -> Meaning:
    """How nodes are read in a rammeværk."""
    return Meaning({frozenset(one.names): name for name, one in ramme.registre.items()})


def redefined(before: Node, now: Node, meanings: tuple[Meaning, Meaning]) -> Iterator[str]:
    """The begreber in a condition whose words are the same that mean something else than they did."""
    was, is_ = meanings
    if was.of(before) == is_.of(now):
        return
    pairs = list(zip(_parts(before), _parts(now), strict=False))
    other = [(a, b) for a, b in pairs if was.of(a) != is_.of(b)]
    if type(before) is type(now) and other and all(a.origin == b.origin for a, b in other):
        for a, b in other:
            yield from redefined(a, b, meanings)
    else:
        yield now.origin


def redefined_begreber(before: Rammevaerk, now: Rammevaerk, same: Iterable[tuple[Node, Node]]) -> tuple[str, ...]:
    """The begreber that mean something else; found in their own sentences, and in conditions of the same words."""
    meanings = meaning_in(before), meaning_in(now)
    pairs = [(before.begreber[name].node, one.node) for name, one in now.begreber.items() if name in before.begreber]
    return tuple(dict.fromkeys(name for was, is_ in [*pairs, *same] for name in redefined(was, is_, meanings)))


def mentions(regel: Regel | Portefoeljeregel, name: str) -> bool:
    """Whether a rule names a begreb, itself or through another begreb."""
    word = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return any(word.search(node.origin) for sentence in regel.sentences for node in walk(sentence))


def _parts(node: Node) -> Iterator[Node]:
    for field in fields(node):
        value = getattr(node, field.name)
        yield from (part for part in (value if isinstance(value, tuple) else (value,)) if isinstance(part, Node))
