"""Which clauses a handling rests on, and which facts an open answer waits for, read off the trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rammevaerk.model.expression import AtLeast, Count, Fact, Latest, Node, Outcome, Sum, walk
from rammevaerk.model.resultat import Resultat, Udfald

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.klausul import Regel
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.model.spor import Spor, Sporing


def rules_of(ramme: Rammevaerk, ref: str) -> tuple[Regel, ...]:
    """The rule of that id, or all rules of the klausul of that id."""
    rule = ramme.regel.get(ref)
    return (rule,) if rule else ramme.regler_for.get(ref, ())


def chosen(ramme: Rammevaerk, resultat: Resultat) -> int | None:
    """The place of the indstilling that gave the handling, if one did."""
    place = next((place for place, naar in enumerate(resultat.naar) if naar), None)
    if place is None or ramme.indstillinger[place].handling != resultat.handling:
        return None
    return place


def decisive(ramme: Rammevaerk, resultat: Resultat, sporing: Sporing) -> Iterator[tuple[str, Udfald]]:
    """The clauses and rules that the handling rests on, with the udfald that carried it."""
    place_chosen = chosen(ramme, resultat)
    considered = sporing.indstillinger[: None if place_chosen is None else place_chosen + 1]
    for place, spor in enumerate(considered):
        if place == place_chosen:
            for node in carrying(spor):
                yield node.ref, Udfald(node.udfald)
        elif spor.value is None and place_chosen is None:
            open_ = (leaf.node for leaf in open_leaves(spor))
            yield from ((node.ref, Udfald.UAFKLARET) for node in open_ if isinstance(node, Outcome))
        elif spor.value is False and place_chosen is not None:
            yield from ((node.ref, Udfald.OPFYLDT) for node in carrying(spor))


def missing(ramme: Rammevaerk, resultat: Resultat, sporing: Sporing, regel: Regel) -> dict[str, Oplysning]:
    """The unknown facts that an uafklaret rule waits for, by name: each of them could settle it or help to."""
    if resultat.udfald[regel.id] is not Udfald.UAFKLARET:
        return {}
    spor = sporing.regler[regel.id]
    tops = [top for top in (spor.gaelder_naar, spor.krav) if top is not None and top.value is None]
    return {name: fact for top in tops for name, fact in open_facts(ramme, resultat, sporing, top).items()}


def open_facts(ramme: Rammevaerk, resultat: Resultat, sporing: Sporing, spor: Spor) -> dict[str, Oplysning]:
    """The unknown facts that an unknown condition waits for, by name, also through the rules it asks about."""

    def of_rule(other: Regel) -> dict[str, Oplysning]:
        return missing(ramme, resultat, sporing, other)

    return {fact.name: fact for fact in missing_below(ramme, spor, of_rule)}


def missing_below(
    ramme: Rammevaerk, spor: Spor, of_rule: Callable[[Regel], Mapping[str, Oplysning]]
) -> Iterator[Oplysning]:
    """The unknown facts that an open trace waits for; `of_rule` tells those of a rule that it asks about."""
    for leaf in open_leaves(spor):
        if isinstance(leaf.node, Outcome):
            for other in rules_of(ramme, leaf.node.ref):
                yield from of_rule(other).values()
        else:
            yield from facts_in(leaf.node)


def facts_in(node: Node) -> Iterator[Oplysning]:
    """The facts that a node and those below it read."""
    return (part.fact for part in walk(node) if isinstance(part, Fact))


def open_leaves(spor: Spor) -> Iterator[Spor]:
    """The unknown facts, lists and outcomes at the bottom of an unknown trace."""
    if isinstance(spor.node, Fact | Outcome | AtLeast | Count | Sum | Latest):
        yield spor
        yield from (leaf for part in spor.parts if part.value is None for leaf in open_leaves(part))
        return
    for part in spor.parts:
        if part.value is None:
            yield from open_leaves(part)


def carrying(spor: Spor) -> Iterator[Outcome]:
    """The outcomes without which a known condition would have come out otherwise."""
    if isinstance(spor.node, Outcome):
        yield spor.node
        return
    same = [part for part in spor.parts if part.value is spor.value or len(spor.parts) == 1]
    if spor.value is False and any(not _speaks_of_clauses(part) for part in same):
        return  # a fact alone already keeps this indstilling away; its clauses say nothing here
    for part in same:
        yield from carrying(part)


def _speaks_of_clauses(spor: Spor) -> bool:
    return any(isinstance(part.node, Outcome) for part in spor.walk())


def by_fact(found: Mapping[str, Mapping[str, Oplysning]]) -> dict[str, tuple[Oplysning, list[str]]]:
    """From each klausul's missing facts to each missing fact's klausuler."""
    turned: dict[str, tuple[Oplysning, list[str]]] = {}
    for klausul, facts in found.items():
        for name, fact in facts.items():
            turned.setdefault(name, (fact, []))[1].append(klausul)
    return turned
