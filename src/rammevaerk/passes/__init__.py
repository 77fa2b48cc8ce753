"""The passes from rule documents to a `Rammevaerk`, in an order you can read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.model.rammevaerk import Rammevaerk
from rammevaerk.passes.collect import collect
from rammevaerk.passes.conditions import decide
from rammevaerk.passes.declarations import declare, read_periode
from rammevaerk.passes.draft import MOST_FAULTS, Draft, TooManyFaults
from rammevaerk.passes.invariants import check
from rammevaerk.passes.naming import name
from rammevaerk.passes.order import order

if TYPE_CHECKING:
    from rammevaerk.rulefiles.document import RuleDocument

PASSES: Final = (collect, declare, name, decide, order, check)
# The order matters: declarations need the sections together, names need the declarations,
# sentences need the names, the order of rules needs the sentences, and invariants speak of it all.


def rammevaerk_from_documents(documents: tuple[RuleDocument, ...], udgave: str) -> Rammevaerk:
    """Rule documents to a typed rammeværk. Nothing after this line has seen YAML.

    Raises `Refused` with every fault of every file.
    """
    draft = start = Draft(documents)
    try:
        for each in PASSES:
            draft = each(draft)
        periode = read_periode(draft, draft.head.one("gælder"))
    except TooManyFaults:
        more = f"der er {MOST_FAULTS} fejl eller flere, og resten er ikke undersøgt"
        start.faults.append(Diagnostic("R023", more, "ret dem, der er nævnt, og prøv igen", documents[0].top.span))
    if start.faults:
        raise Refused(dict.fromkeys(start.faults))
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
        gaelder=periode,
    )
