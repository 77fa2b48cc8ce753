"""Order: each rule after those it reads; rules that read each other in a ring are refused."""

from __future__ import annotations

from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from rammevaerk.model.expression import Node, Outcome, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.diagnostics import Span
    from rammevaerk.model.rammevaerk import Regel
    from rammevaerk.passes.draft import Draft


def order(draft: Draft) -> Draft:
    """The rules so that one pass through them decides them all; otherwise in the files' order."""
    rules = {rule.id: rule for rule in draft.regler}
    deciding = {id_: [r.id for r in draft.regler if r.klausul == id_] for id_ in draft.klausuler}
    reads = {rule.id: _reads(rule, set(rules), deciding) for rule in draft.regler}
    _refuse_undecided(draft, deciding)
    sorter = TopologicalSorter(reads)
    try:
        return replace(draft, regler=tuple(rules[id_] for id_ in sorter.static_order()))
    except CycleError as error:
        ring = error.args[1]
        names = " → ".join(f"«{id_}»" for id_ in reversed(ring))
        entry = next(e for e in draft.entries["regler"] if e.text("id") == ring[0])
        help_ = "lad mindst én af dem bygge på oplysninger alene"
        draft.fault("R018", f"reglerne læser hinanden i ring: {names}", help_, entry.place("krav"))
        return draft


def _reads(rule: Regel, ids: set[str], deciding: dict[str, list[str]]) -> list[str]:
    conditions = [c for c in (rule.gaelder_naar, rule.krav) if c is not None]
    refs = [node.ref for c in conditions for node in walk(c) if isinstance(node, Outcome)]
    return [id_ for ref in refs for id_ in ([ref] if ref in ids else deciding.get(ref, []))]


def _refuse_undecided(draft: Draft, deciding: dict[str, list[str]]) -> None:
    """A klausul of kind regel without a rule, and a reference to a klausul that nothing decides."""
    for entry in draft.entries["klausuler"]:
        id_ = entry.text("id")
        if entry.text("art") == "regel" and not any(e.text("klausul") == id_ for e in draft.entries["regler"]):
            help_ = f"skriv en regel med «klausul: {id_}», eller giv klausulen en anden art"
            draft.fault("R019", f"klausulen «{id_}» har ingen regel", help_, entry.place("id"))
    known = {e.text("klausul") for e in draft.entries["regler"]} | {e.text("id") for e in draft.entries["regler"]}
    for node, span in conditions(draft):
        if isinstance(node, Outcome) and node.ref not in known:
            draft.fault("R019", f"«{node.ref}» afgøres ikke af nogen regel", "skriv en regel til den", span)


def conditions(draft: Draft) -> Iterator[tuple[Node, Span]]:
    """Every node of every rule's and indstilling's sentences, with the place of the sentence."""
    spans = {e.text("id"): e for e in draft.entries["regler"]}
    for rule in draft.regler:
        for key, condition in (("krav", rule.krav), ("gælder når", rule.gaelder_naar)):
            if condition is not None:
                yield from ((node, spans[rule.id].place(key)) for node in walk(condition))
    for entry, advice in zip(draft.entries["indstillinger"], draft.indstillinger, strict=False):
        yield from ((node, entry.place("når")) for node in walk(advice.naar))
