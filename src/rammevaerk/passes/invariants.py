"""Invariants: what must hold of the finished rules, whatever they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.model.expression import Known, Node, Outcome, walk

if TYPE_CHECKING:
    from rammevaerk.passes.draft import Draft

_HELP: Final = {
    "en regel": "en manglende oplysning må ikke afgøre noget; skriv kravet, så bliver reglen selv uafklaret",
    "en frist": "en manglende oplysning må ikke afgøre noget; uden den bliver fristen selv uafklaret",
}
_ASKED: Final = "en manglende oplysning må ikke afgøre noget; skriv betingelsen, så bliver svaret selv uafklaret"
_WAITS: Final = "en manglende oplysning må ikke afgøre noget; handlingen bliver selv «afvent», når noget mangler"


def check(draft: Draft) -> Draft:
    """The draft as it was, with faults where looking at unknownness could decide something."""
    for condition in draft.conditions:
        words = _looking(condition.node)
        if words and not condition.handling:
            draft.fault(
                "R021", f"«{words}» kan ikke stå i {condition.part}", _HELP.get(condition.part, _ASKED), condition.span
            )
        elif words and condition.handling != "afvent":
            message = f"«{words}» kan kun stå i indstillingen «afvent», ikke i «{condition.handling}»"
            draft.fault("R021", message, _WAITS, condition.span)
    return draft


def _looking(condition: Node) -> str:
    """The words that look at whether something is known, if any do."""
    for node in walk(condition):
        if isinstance(node, Known):
            return node.origin or f"{node.fact.origin} er uoplyst"
        if isinstance(node, Outcome) and node.udfald == "uafklaret":
            return node.origin or f"{node.ref} er uafklaret"
    return ""
