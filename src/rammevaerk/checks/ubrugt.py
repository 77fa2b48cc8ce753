"""Is everything declared also used? What no rule or frist reads is forgotten, or its name is misspelt somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rammevaerk.diagnostics import Diagnostic
from rammevaerk.model.expression import Fact, Parameter, walk
from rammevaerk.model.frist import follows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.model.klausul import Tekst
    from rammevaerk.model.rammevaerk import Rammevaerk


def unused_declarations(ramme: Rammevaerk) -> Iterator[Diagnostic]:
    """Parametre and own facts that no sentence names; those that follow from the head need not be used."""
    named = {name for tekst in _texts(ramme) for name in tekst.parts[1::2]}
    conditions = (*(one.naar for one in ramme.indstillinger), *(condition for _, condition in ramme.asked))
    nodes = [node for one in conditions for node in walk(one)]
    parameters = named | {node.name for node in nodes if isinstance(node, Parameter)}
    facts = named | {node.fact.name for node in nodes if isinstance(node, Fact)}
    facts |= {one.oplysning.name for one in ramme.klassifikationer.values()}
    for reads in ramme.reads.values():
        parameters.update(reads.parameters)
        facts.update(fact.name for fact in reads.facts)
    for every in ramme.frist.values():
        parameters.update(every.parameters)
    said = [node for frist in ramme.all_frister for sentence in frist.sentences for node in walk(sentence)]
    facts.update(node.fact.name for node in said if isinstance(node, Fact))
    help_line = "slet den, eller skriv reglen, der skal bruge den"
    for name, parameter in ramme.parametre.items():
        if name not in parameters and parameter.klausul and not follows(name):
            yield Diagnostic("R103", f"{ramme.id}: ingen regel bruger parameteren «{name}»", help_line)
    for name in ramme.egne:
        if name not in facts:
            yield Diagnostic("R103", f"{ramme.id}: ingen regel bruger oplysningen «{name}»", help_line)


def _texts(ramme: Rammevaerk) -> Iterator[Tekst]:
    for regel in ramme.regler:
        yield from (regel.opfyldt, regel.ikke_opfyldt, regel.uafklaret, regel.vilkaar)
    for rule in ramme.portefoelje:
        yield from (rule.opfyldt, rule.ikke_opfyldt, rule.uafklaret)
    yield from (one.tekst for one in ramme.indstillinger)
