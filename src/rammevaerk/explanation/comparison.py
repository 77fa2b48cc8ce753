"""What several rammeværker say of one aktivitet, set side by side: where they differ, and on which facts.

Facts are what two papers have in common. Klausuler that rest on the same fact stand opposite each other; what a
klausul rests on was read off the trace, so that a fact it only looks at in passing does not bring strangers together.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rammevaerk.explanation import reasons
from rammevaerk.explanation.resting import Rest, rest_of, rests_of
from rammevaerk.explanation.sammenligning import (
    OPEN,
    Aarsag,
    Brug,
    Modstilling,
    Oplysningsbrug,
    Sammenligning,
    weighty,
)
from rammevaerk.explanation.values import as_in_file, fact_of
from rammevaerk.names import spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rammevaerk.explanation.vurdering import Vurdering
    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.model.resultat import Resultat
    from rammevaerk.model.spor import Sporing


@dataclass(frozen=True, slots=True)
class Judged:
    """One rammeværk's answer and all it was made of; the facts are as this rammeværk reads them."""

    ramme: Rammevaerk
    aktivitet: Aktivitet
    vurdering: Vurdering
    resultat: Resultat
    sporing: Sporing


def distinct(rammer: Iterable[Rammevaerk]) -> tuple[Rammevaerk, ...]:
    """Each rammeværk once; two editions of one are two."""
    return tuple({ramme.udgave: ramme for ramme in rammer}.values())


def told_apart(rammer: Iterable[Rammevaerk]) -> dict[str, str]:
    """What to call each, by its udgave: its name, and where two have the same, its edition."""
    editions = {ramme.udgave: ramme.id for ramme in rammer}
    times = Counter(editions.values())
    return {udgave: name if times[name] == 1 else f"{name} (udgave {udgave[:12]})" for udgave, name in editions.items()}


def compare(judged: Sequence[Judged]) -> Sammenligning:
    """The answers side by side. They are about one aktivitet on one day."""
    names = told_apart(one.ramme for one in judged)
    sides = {names[one.ramme.udgave]: _Side(names[one.ramme.udgave], one) for one in judged}
    found = _Comparing(sides)
    first = judged[0].vurdering
    return Sammenligning(
        aktivitet=first.aktivitet,
        titel=first.titel,
        dato=first.dato,
        vurderinger={name: side.of.vurdering for name, side in sides.items()},
        aarsager=found.aarsager,
        oplysninger=found.oplysninger,
        modstillinger=tuple(found.modstillinger()),
        kun={name: tuple(found.alone(side)) for name, side in sides.items()},
    )


@dataclass(frozen=True)
class _Side:
    """One rammeværk's finding, looked at for comparison. Facts are known by their spoken names."""

    name: str
    of: Judged

    @cached_property
    def weighty(self) -> tuple[str, ...]:
        """The klausuler that carry the answer, are not fulfilled or are not known."""
        return weighty(self.of.vurdering)

    @cached_property
    def rests(self) -> Mapping[str, Rest]:
        return rests_of(self.of.ramme, self.of.resultat, self.of.sporing)

    @cached_property
    def readers(self) -> Mapping[str, tuple[str, ...]]:
        """The klausuler that read each fact themselves."""
        found: dict[str, dict[str, None]] = {}
        for id_, regler in self.of.ramme.regler_for.items():
            for fact in (fact for regel in regler for fact in self.of.ramme.reads[regel.id].facts):
                found.setdefault(spoken(fact.name), {})[id_] = None
        return {name: tuple(ids) for name, ids in found.items()}

    @cached_property
    def all_rests(self) -> Mapping[str, frozenset[str]]:
        """The facts each klausul rests on, also through others."""
        return {id_: frozenset(self._reached(id_)) for id_ in self.rests}

    def _reached(self, id_: str) -> Iterator[str]:
        seen, left = {id_}, [id_]
        while left:
            rest = self.rests[left.pop()]
            yield from (spoken(fact.name) for fact in rest.facts)
            left += [other for other in rest.klausuler if other not in seen]
            seen.update(rest.klausuler)

    @cached_property
    def facts(self) -> Mapping[str, Oplysning]:
        """Every fact that a weighty klausul reads, itself or through others."""
        return {spoken(fact.name): fact for id_ in self.weighty for fact in self.of.ramme.facts_for[id_]}

    @cached_property
    def asked(self) -> Mapping[str, Oplysning]:
        """Every fact that some rule reads."""
        return {spoken(fact.name): fact for read in self.of.ramme.reads.values() for fact in read.facts}

    @cached_property
    def missing(self) -> frozenset[str]:
        return frozenset(spoken(mangel.navn) for mangel in self.of.vurdering.mangler)

    def brug(self, name: str) -> Brug:
        """What this rammeværk makes of the fact of that spoken name."""
        resting = tuple(id_ for id_, rest in self.rests.items() if name in {spoken(f.name) for f in rest.facts})
        return Brug(
            vaerdi=as_in_file(fact_of(self.of.aktivitet, self.asked[name])),
            mangler=name in self.missing,
            klausuler=resting,
            gennem=tuple(id_ for id_, all_ in self.all_rests.items() if name in all_ and id_ not in resting),
            laeser=tuple(id_ for id_ in self.readers[name] if id_ not in resting),
        )

    def aarsager(self, keys: Mapping[str, str]) -> Iterator[Aarsag]:
        """The klausuler that decide by not being fulfilled or not being known; facts are told by these keys."""
        ramme, resultat, sporing = self.of.ramme, self.of.resultat, self.of.sporing
        for ref, udfald in reasons.decisive(ramme, resultat, sporing):
            regler = [regel for regel in reasons.rules_of(ramme, ref) if resultat.udfald[regel.id] is udfald]
            if udfald in OPEN and regler:
                klausul = self.of.vurdering.klausuler[regler[0].klausul]
                told = {regel.id: regel.begrundelse for regel in klausul.regler}
                text = " ".join(dict.fromkeys(told[regel.id] for regel in regler))
                rest = rest_of(ramme, resultat, sporing, regler)
                facts = tuple(keys[spoken(fact.name)] for fact in rest.facts)
                yield Aarsag(self.name, klausul.id, udfald, text, facts, rest.klausuler)


@dataclass(frozen=True)
class _Comparing:
    """One comparison under way."""

    sides: Mapping[str, _Side]

    @cached_property
    def facts(self) -> Mapping[str, Oplysning]:
        """Every fact that a weighty klausul of any side reads, as the first of them declares it."""
        found: dict[str, Oplysning] = {}
        for side in self.sides.values():
            found |= {name: fact for name, fact in side.facts.items() if name not in found}
        return found

    @cached_property
    def aarsager(self) -> tuple[Aarsag, ...]:
        keys = {name: fact.key for name, fact in self.facts.items()}
        return tuple(dict.fromkeys(one for side in self.sides.values() for one in side.aarsager(keys)))

    @cached_property
    def oplysninger(self) -> tuple[Oplysningsbrug, ...]:
        """Those first that the answers turn on; then those that several ask about, and of them those they differ on."""
        turning = {key for one in self.aarsager for key in one.oplysninger}
        found = [self._brug(name, fact) for name, fact in self.facts.items()]
        return tuple(
            sorted(found, key=lambda one: (one.oplysning not in turning, len(one.brug) == 1, not self._differ(one)))
        )

    def _brug(self, name: str, fact: Oplysning) -> Oplysningsbrug:
        asking = {side.name: side.brug(name) for side in self.sides.values() if name in side.asked}
        return Oplysningsbrug(fact.key, fact.name, asking)

    def _differ(self, one: Oplysningsbrug) -> bool:
        """Whether what rests on the fact came out in more than one way."""
        answers = {name: self.sides[name].of.vurdering.klausuler for name in one.brug}
        return len({answers[name][id_].udfald for name, brug in one.brug.items() for id_ in brug.klausuler}) > 1

    def modstillinger(self) -> Iterator[Modstilling]:
        """Facts that the same klausuler stand opposite each other over are told together."""
        together: dict[tuple[tuple[str, tuple[str, ...]], ...], list[str]] = {}
        for one in self.oplysninger:
            opposite = tuple((name, brug.klausuler or brug.laeser) for name, brug in one.brug.items())
            if len(opposite) > 1 and self._weighs(one):
                together.setdefault(opposite, []).append(one.oplysning)
        return (Modstilling(tuple(keys), dict(opposite)) for opposite, keys in together.items())

    def _weighs(self, one: Oplysningsbrug) -> bool:
        """Whether a klausul that matters to an answer rests on the fact, if only through others."""
        resting = ((name, id_) for name, brug in one.brug.items() for id_ in (*brug.klausuler, *brug.gennem))
        return any(id_ in self.sides[name].weighty for name, id_ in resting)

    def alone(self, side: _Side) -> Iterator[str]:
        """The weighty klausuler of one side that rest on nothing the others ask about."""
        elsewhere = {name for other in self.sides.values() if other is not side for name in other.asked}
        return (id_ for id_ in side.weighty if not side.all_rests[id_] & elsewhere)
