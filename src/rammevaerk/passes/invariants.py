"""Invariants: what must hold of the finished rules, whatever they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.model.expression import Known, Node, Outcome, walk

if TYPE_CHECKING:
    from rammevaerk.passes.draft import Draft

_HELP: Final = "en manglende oplysning må ikke afgøre noget; skriv kravet, så bliver reglen selv uafklaret"


def check(draft: Draft) -> Draft:
    """The draft as it was, with faults where looking at unknownness could decide something."""
    entries = {entry.text("id"): entry for entry in draft.entries["regler"]}
    for rule in draft.regler:
        for key, condition in (("krav", rule.krav), ("gælder når", rule.gaelder_naar)):
            if condition is not None and (words := _looking(condition)):
                draft.fault("R021", f"«{words}» kan ikke stå i en regel", _HELP, entries[rule.id].place(key))
    for entry, advice in zip(draft.entries["indstillinger"], draft.indstillinger, strict=False):
        if advice.handling != "afvent" and (words := _looking(advice.naar)):
            message = f"«{words}» kan kun stå i indstillingen «afvent», ikke i «{advice.handling}»"
            draft.fault("R021", message, _HELP, entry.place("når"))
    return draft


def _looking(condition: Node) -> str:
    """The words that look at whether something is known, if any do."""
    return next((n.origin for n in walk(condition) if isinstance(n, Known) or _asks_open(n)), "")


def _asks_open(node: Node) -> bool:
    return isinstance(node, Outcome) and node.udfald == "uafklaret"
