"""Order: each rule after those it reads; rules that read each other in a ring are refused."""

from __future__ import annotations

from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from rammevaerk.model.expression import Outcome, walk

if TYPE_CHECKING:
    from rammevaerk.model.klausul import Regel
    from rammevaerk.passes.draft import Draft


def order(draft: Draft) -> Draft:
    """The rules so that one pass through them decides them all; otherwise in the files' order."""
    rules = {rule.id: rule for rule in draft.regler}
    deciding = {id_: [r.id for r in draft.regler if r.klausul == id_] for id_ in draft.klausuler}
    reads = {rule.id: _reads(rule, set(rules), deciding) for rule in draft.regler}
    _refuse_undecided(draft)
    sorter = TopologicalSorter(reads)
    try:
        return replace(draft, regler=tuple(rules[id_] for id_ in sorter.static_order()))
    except CycleError as error:
        written = {id_: place for place, id_ in enumerate(rules)}
        ring = error.args[1][:0:-1]
        own = {entry.text("id") for entry in draft.entries["regler"]}
        at = ring.index(min(ring, key=lambda id_: (id_ not in own, written[id_])))
        names = " → ".join(f"«{id_}»" for id_ in (*ring[at:], *ring[: at + 1]))
        entry = next(e for e in draft.entries["regler"] if e.text("id") == ring[at])
        help_ = "lad mindst én af dem bygge på oplysninger alene"
        draft.fault("R018", f"reglerne læser hinanden i ring: {names}", help_, entry.place("krav"))
        return draft


def _reads(rule: Regel, ids: set[str], deciding: dict[str, list[str]]) -> list[str]:
    conditions = [c for c in (rule.gaelder_naar, rule.krav) if c is not None]
    refs = [node.ref for c in conditions for node in walk(c) if isinstance(node, Outcome)]
    return [id_ for ref in refs for id_ in ([ref] if ref in ids else deciding.get(ref, []))]


def _refuse_undecided(draft: Draft) -> None:
    """A klausul of kind regel without a rule, and a reference to a klausul that nothing decides."""
    decided = {regel.klausul for regel in draft.below.regler}
    decided |= {entry.text("klausul") for entry in draft.entries["regler"]}
    together = {regel.klausul for regel in draft.below.portefoelje}
    together |= {entry.text("klausul") for entry in draft.entries["portefølje"]}
    for entry in draft.entries["klausuler"]:
        id_ = entry.text("id")
        if entry.text("art") == "regel" and id_ and id_ not in decided | together:
            help_ = f"skriv en regel med «klausul: {id_}», eller giv klausulen en anden art"
            draft.fault("R019", f"klausulen «{id_}» har ingen regel", help_, entry.place("id"))
    known = decided | {*draft.below.regel} | {entry.text("id") for entry in draft.entries["regler"]}
    for condition in draft.conditions:
        for ref in dict.fromkeys(n.ref for n in walk(condition.node) if isinstance(n, Outcome)):
            if ref in together - known:
                message = f"«{ref}» afgøres af aktiviteterne tilsammen og ikke af én af dem"
                help_ = f"skriv også en regel om én aktivitet med «klausul: {ref}»"
                draft.fault("R019", message, help_, condition.span)
            elif ref not in known:
                message = f"«{ref}» afgøres ikke af nogen regel"
                draft.fault("R019", message, f"skriv en regel med «klausul: {ref}»", condition.span)
