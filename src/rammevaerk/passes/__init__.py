"""The passes from rule documents to a `Rammevaerk`, in an order you can read aloud."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.model.rammevaerk import Rammevaerk
from rammevaerk.passes.classify import classify
from rammevaerk.passes.collect import collect
from rammevaerk.passes.conditions import decide
from rammevaerk.passes.declarations import declare
from rammevaerk.passes.draft import MOST_FAULTS, NOTHING_BELOW, Draft, TooManyFaults, scalars
from rammevaerk.passes.frister import schedule
from rammevaerk.passes.invariants import check
from rammevaerk.passes.layers.merging import lay, named, stacked
from rammevaerk.passes.layers.refusing import refuse_loosened
from rammevaerk.passes.match import match
from rammevaerk.passes.naming import name
from rammevaerk.passes.order import order
from rammevaerk.passes.portefoelje import gather
from rammevaerk.passes.rangering import rank

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rammevaerk.model.klausul import Register
    from rammevaerk.rulefiles.below import Below
    from rammevaerk.rulefiles.document import RuleDocument

PASSES: Final = (collect, declare, name, decide, schedule, classify, match, rank, lay, gather, order, check)
# The order matters: declarations need the sections together, names need the declarations, sentences need the names,
# frister, classes and criteria need the begreber among them, ranking the rules, what is built on needs all sentences,
# the portfolio needs every rule on one aktivitet, the order of rules needs them all, and invariants speak of it all.


def rammevaerk_from_documents(
    documents: tuple[RuleDocument, ...],
    udgave: str,
    below: tuple[tuple[Below, Rammevaerk], ...] = (),
    earlier: Mapping[str, Register] = MappingProxyType({}),
) -> Rammevaerk:
    """Rule documents to a typed rammeværk, on top of those it builds on. Nothing after this line has seen YAML.

    `earlier` are registers as they were; those of these documents have the same fields. Raises `Refused` with every
    fault of every file.
    """
    draft = start = Draft(documents, earlier=earlier)
    known = tuple((place, named(place, ramme)) for place, ramme in below)
    try:
        draft = stacked(draft, known)
        for each in PASSES:
            draft = each(draft)
        ramme = _made(draft, udgave)
        if not start.faults:
            refuse_loosened(draft, known, ramme)
    except TooManyFaults:
        more = f"der er {MOST_FAULTS} fejl eller flere, og resten er ikke undersøgt"
        start.faults.append(Diagnostic("R023", more, "ret dem, der er nævnt, og prøv igen", documents[0].top.span))
    if start.faults:
        raise Refused(dict.fromkeys(start.faults))
    return ramme


def _made(draft: Draft, udgave: str) -> Rammevaerk:
    revision = draft.head.one("revision")
    return Rammevaerk(
        id=draft.head.text("rammeværk"),
        titel=draft.head.text("titel"),
        udgave=udgave,
        klausuler=draft.klausuler,
        regler=draft.regler,
        indstillinger=draft.indstillinger,
        parametre=draft.parametre,
        registre=draft.registre,
        egne=draft.egne,
        spoergsmaal=draft.spoergsmaal,
        ejer=draft.head.text("ejer"),
        kilde=draft.head.text("kilde"),
        organ=revision.text("organ") if revision else "",
        gaelder=draft.gaelder if draft.below is NOTHING_BELOW else draft.gaelder.spanning(draft.below.gaelder),
        begreber=draft.begreber,
        bygger_paa=tuple(" ".join(scalar.text.split()) for scalar in scalars(draft.head, "bygger på")),
        frister=draft.frister,
        henvisninger=draft.henvisninger,
        revisioner=draft.revisioner,
        klassifikationer=draft.klassifikationer,
        koblinger=draft.koblinger,
        portefoelje=draft.portefoelje,
        holdbarhed=draft.holdbarhed,
        rangering=draft.rangering,
    )
