"""Sentences the machine reads in one way and a person in two: refused, with both readings to choose from."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Unreadable
from rammevaerk.language import tree as t
from rammevaerk.language.write import write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_CHAINS: Final = ("og", "eller")
_WITH_CONDITION: Final = ("der er mindst", "der er ingen blandt", "for alle")
_FLAT: Final = ("er ikke", "er ikke en af", "findes ikke i")


def refuse_double_readings(
    tree: t.Tree, singulars: Mapping[str, str], fault: Callable[[int, Unreadable], Exception]
) -> None:
    """Raise `fault` at the first part of the sentence that a reader could take in two ways."""
    for branch in branches(tree):
        if isinstance(branch, t.Call):
            readings = _chain_readings(branch) or _several_readings(branch)
            if readings:
                one, other = (write(without_groups(reading), singulars) for reading in readings)
                message = f"«{write(branch, singulars, groups=True)}» kan læses på to måder"
                raise fault(branch.at, Unreadable(message, f"skriv enten «{one}» eller «{other}»"))


def _chain_readings(call: t.Call) -> tuple[t.Tree, t.Tree] | None:
    if call.operator not in _CHAINS:
        return None
    for place, part in enumerate(call.arguments):
        if not isinstance(part, t.Call):
            continue
        if part.operator in _CHAINS:
            return call, _other_grouping(call, place, part)
        if part.operator == "ikke" and not isinstance(part.arguments[0], t.Group) and place < len(call.arguments) - 1:
            return call, replace(part, arguments=(_joined(call, place, part.arguments[0]),))
        if part.operator in _WITH_CONDITION and place < len(call.arguments) - 1:
            elements = part.arguments[-1]
            if isinstance(elements, t.Elements) and not isinstance(elements.where, t.Group) and elements.where:
                wider = replace(elements, where=_joined(call, place, elements.where))
                return call, replace(part, arguments=(*part.arguments[:-1], wider))
    return None


def _joined(call: t.Call, place: int, first: t.Tree) -> t.Tree:
    """What the sentence says from `place` on, if it all belongs together."""
    return replace(call, arguments=(first, *call.arguments[place + 1 :]))


def _other_grouping(call: t.Call, place: int, part: t.Call) -> t.Tree:
    """`a eller b og c` as `(a eller b) og c`: the looser word binding first."""
    before = (*call.arguments[:place], part.arguments[0])
    first = replace(call, arguments=before) if len(before) > 1 else part.arguments[0]
    after = (*part.arguments[1:-1], _last(call, place, part))
    return replace(part, arguments=(first, *after))


def _last(call: t.Call, place: int, part: t.Call) -> t.Tree:
    rest = (part.arguments[-1], *call.arguments[place + 1 :])
    return replace(call, arguments=rest) if len(rest) > 1 else rest[0]


def _several_readings(call: t.Call) -> tuple[t.Tree, t.Tree] | None:
    """`F i de seneste 2 L er ikke x`: not all of them, or none of them."""
    first, *rest = call.arguments
    bare = replace(call, arguments=(without_groups(first), *rest))
    if call.operator not in _FLAT or not several(bare.arguments[0]):
        return None
    positive = replace(bare, operator=call.operator.replace(" ikke", "", 1))
    return replace(call, operator="ikke", arguments=(positive,)), spread(bare)


def several(tree: t.Tree) -> bool:
    """Whether the tree is a field of several of the latest elements."""
    if not isinstance(tree, t.Call) or tree.operator != "i seneste":
        return False
    return isinstance(tree.arguments[1], t.Elements) and tree.arguments[1].recent is not None


def spread(call: t.Call) -> t.Call:
    """`F i de seneste 2 L er x` as what it abbreviates: `for alle de seneste 2 L gælder, at (F er x)`."""
    pick = call.arguments[0]
    field, elements = pick.arguments if isinstance(pick, t.Call) else (pick, pick)
    claim = replace(call, arguments=(field, *call.arguments[1:]))
    where = replace(elements, where=claim) if isinstance(elements, t.Elements) else elements
    return t.Call("for alle", (where,), at=call.at)


def without_groups(tree: t.Tree) -> t.Tree:
    """The tree with its parentheses taken away: the nesting itself says what belongs together."""
    if isinstance(tree, t.Group):
        return without_groups(tree.inner)
    if isinstance(tree, t.Call):
        return replace(tree, arguments=tuple(map(without_groups, tree.arguments)))
    if isinstance(tree, t.Elements) and tree.where:
        return replace(tree, where=without_groups(tree.where))
    return tree


def branches(tree: t.Tree) -> Iterator[t.Tree]:
    """The tree and all below it, in the order it was written."""
    yield tree
    for name in (f.name for f in fields(tree)):
        value = getattr(tree, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, t.Name | t.Call | t.Elements | t.Group):
                yield from branches(part)
