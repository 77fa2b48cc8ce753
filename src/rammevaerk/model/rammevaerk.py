"""A policy paper made executable: its parts, and what is worked out of them once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from rammevaerk.model.expression import Fact, walk
from rammevaerk.model.klausul import ALWAYS
from rammevaerk.model.reads import reads_of, reads_of_portefoelje

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.expression import Expression
    from rammevaerk.model.frist import Frist, Henvisning, Holdbarhed, Revision
    from rammevaerk.model.klassifikation import Klassifikation, Kobling
    from rammevaerk.model.klausul import Begreb, Indstillingsregel, Klausul, Parameter, Periode, Regel, Register
    from rammevaerk.model.portefoelje import Portefoeljeregel
    from rammevaerk.model.rangering import Rangorden
    from rammevaerk.model.reads import Reads


@dataclass(frozen=True)
class Rammevaerk:
    """The whole paper. `regler` stand so that each comes after those it reads; `udgave` is a content hash."""

    id: str
    titel: str
    udgave: str
    klausuler: Mapping[str, Klausul]
    regler: tuple[Regel, ...]
    indstillinger: tuple[Indstillingsregel, ...] = ()
    parametre: Mapping[str, Parameter] = field(default_factory=dict)
    registre: Mapping[str, Register] = field(default_factory=dict)
    egne: Mapping[str, Oplysning] = field(default_factory=dict)
    spoergsmaal: Mapping[str, str] = field(default_factory=dict)
    ejer: str = ""
    kilde: str = ""
    organ: str = ""
    gaelder: Periode = ALWAYS
    begreber: Mapping[str, Begreb] = field(default_factory=dict)
    bygger_paa: tuple[str, ...] = ()
    """The rammeværker this is laid on top of, as the rule files name them."""
    frister: tuple[Frist, ...] = ()
    henvisninger: tuple[Henvisning, ...] = ()
    revisioner: tuple[Revision, ...] = ()
    klassifikationer: Mapping[str, Klassifikation] = field(default_factory=dict)
    koblinger: Mapping[str, Kobling] = field(default_factory=dict)
    portefoelje: tuple[Portefoeljeregel, ...] = ()
    """The rules about many aktiviteter together, in the order of the paper."""
    holdbarhed: tuple[Holdbarhed, ...] = ()
    """How long each skøn holds that does not hold for ever."""
    rangering: tuple[Rangorden, ...] = ()
    """What weighs heaviest between aktiviteter, in that order."""

    @cached_property
    def regler_for(self) -> Mapping[str, tuple[Regel, ...]]:
        """The rules that decide each klausul, by its id."""
        return {id_: tuple(r for r in self.regler if r.klausul == id_) for id_ in self.klausuler}

    @cached_property
    def portefoelje_for(self) -> Mapping[str, tuple[Portefoeljeregel, ...]]:
        """The rules about the portfolio that decide each klausul, by its id."""
        return {id_: tuple(r for r in self.portefoelje if r.klausul == id_) for id_ in self.klausuler}

    @cached_property
    def own(self) -> Mapping[str, Klausul]:
        """The klausuler that stand here, or that a rule here decides: all of them, where this builds on nothing."""
        decided = {regel.klausul for regel in self.regler if not regel.ramme}
        decided |= {regel.klausul for regel in self.portefoelje if not regel.ramme}
        return {id_: one for id_, one in self.klausuler.items() if not one.ramme or id_ in decided}

    @cached_property
    def portefoeljeregel(self) -> Mapping[str, Portefoeljeregel]:
        """Each rule about the portfolio by its id."""
        return {regel.id: regel for regel in self.portefoelje}

    @cached_property
    def regel(self) -> Mapping[str, Regel]:
        """Each rule by its id."""
        return {regel.id: regel for regel in self.regler}

    @cached_property
    def all_frister(self) -> tuple[Frist | Holdbarhed, ...]:
        """What the rule files say must happen again, and each skøn that has to be given again; not the revision."""
        return (*self.frister, *self.holdbarhed)

    @cached_property
    def frister_om_aktiviteter(self) -> tuple[Frist | Holdbarhed, ...]:
        """Those of them that ask something about an aktivitet."""
        return tuple(one for one in self.all_frister if not one.om_rammen)

    @cached_property
    def frist(self) -> Mapping[str, Frist | Revision | Holdbarhed]:
        """Each frist by its name, the revision and those of a skøn among them."""
        every: tuple[Frist | Revision | Holdbarhed, ...] = (*self.revisioner, *self.all_frister)
        return {one.navn: one for one in every}

    @cached_property
    def reads(self) -> Mapping[str, Reads]:
        """What each rule reads, by its id."""
        found = reads_of(self.regler, self.regler_for)
        return found | reads_of_portefoelje(self.portefoelje, found, self.regler_for)

    @cached_property
    def facts_for(self) -> Mapping[str, tuple[Oplysning, ...]]:
        """What the udfald of each klausul can depend on, by its id."""
        found = {id_: [self.reads[regel.id].all_facts for regel in own] for id_, own in self.regler_for.items()}
        return {id_: tuple(dict.fromkeys(fact for facts in own for fact in facts)) for id_, own in found.items()}

    @cached_property
    def readers(self) -> Mapping[Oplysning, tuple[Regel | Portefoeljeregel, ...]]:
        """The rules that read each fact themselves, those about the portfolio last."""
        found: dict[Oplysning, tuple[Regel | Portefoeljeregel, ...]] = {}
        every: tuple[Regel | Portefoeljeregel, ...] = (*self.regler, *self.portefoelje)
        for regel in every:
            for fact in self.reads[regel.id].facts:
                found[fact] = (*found.get(fact, ()), regel)
        return found

    def in_force(self, regel: Regel | Portefoeljeregel, day: date) -> bool:
        """Whether the rule decides anything that day: within its dates, the rammeværk's, and its parameters'.

        Nothing falls back to an older version.
        """
        if not (self.gaelder.covers(day) and regel.gaelder.covers(day)):
            return False
        return all(self.parametre[name].on(day) is not None for name in self.reads[regel.id].parameters)

    @cached_property
    def asked(self) -> tuple[tuple[str, Expression], ...]:
        """Every condition outside the rules and indstillinger, with what a message calls it."""
        klasser = ((f"klassen «{k.vaerdi}»", k.naar) for each in self.klassifikationer.values() for k in each.klasser)
        kriterier = ((f"kriteriet «{k.navn}»", k.naar) for each in self.koblinger.values() for k in each.kriterier)
        return (*klasser, *kriterier)

    @cached_property
    def oplysninger(self) -> tuple[Oplysning, ...]:
        """Every fact that some rule, frist, class or criterion reads, once."""
        ruled = [fact for reads in self.reads.values() for fact in reads.facts]
        ruled += [fact for frist in self.all_frister for fact in frist.facts]
        asked = (node.fact for _, condition in self.asked for node in walk(condition) if isinstance(node, Fact))
        return tuple(dict.fromkeys((*ruled, *(k.oplysning for k in self.klassifikationer.values()), *asked)))

    @cached_property
    def opslag(self) -> Mapping[str, tuple[str, ...]]:
        """The names of each register, by the register's name."""
        return {register.name: register.names for register in self.registre.values()}
