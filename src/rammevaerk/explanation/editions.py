"""What changed between two editions of a rammeværk, klausul by klausul, in words.

It compares what the rule files mean and not how they are written: a rule in another file, other gaps, a value split in
two alike ones are no change. A part that the comparison has no words for is told by its key and never passed over.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, Final

from rammevaerk.explanation.asked_changes import changed_klassifikationer, changed_koblinger
from rammevaerk.explanation.clause_changes import changed_indstilling, changed_klausul, changed_regel
from rammevaerk.explanation.condition_changes import mentions, redefined_begreber
from rammevaerk.explanation.list_changes import OPLYSNING, changed_question, changed_register, reordered
from rammevaerk.explanation.parameter_changes import changed_parameter, values_in_words
from rammevaerk.explanation.rettelse import Fields, Rettelse, each, shown
from rammevaerk.explanation.section_changes import other_sections
from rammevaerk.names import listed, spoken
from rammevaerk.rulefiles.kilde.comparing import looked_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.expression import Node
    from rammevaerk.model.klausul import Begreb, Indstillingsregel, Klausul, Parameter, Regel, Register
    from rammevaerk.model.portefoelje import Portefoeljeregel
    from rammevaerk.model.rammevaerk import Rammevaerk

_SECTIONS: Final = {"klausuler", "regler", "indstillinger", "parametre", "registre", "egne", "spoergsmaal", "begreber"}
_ASKED: Final = {"klassifikationer", "koblinger"}
_HEAD: Final = {
    "id": "Rammeværkets navn",
    "titel": "Rammeværkets titel",
    "ejer": "Rammeværkets ejer",
    "kilde": "Henvisningen til papiret",
    "organ": "Organet, der reviderer rammeværket,",
    "gaelder": "Rammeværkets gyldighed",
    "bygger_paa": "Rammeværkerne, der bygges på,",
}
_BEGREB: Final = Fields("begreb", {"fortolkning": "Kommunens fortolkning af «{}»"}, {"name", "node", "kind"})
_UNTOLD: Final = {"udgave"}
"""The hash of it all."""


def find_rettelser(before: Rammevaerk, now: Rammevaerk) -> tuple[Rettelse, ...]:
    """Every difference: first those of the whole rammeværk, then by klausul in the order of the paper."""
    return _Comparison(before, now).found()


@dataclass(frozen=True)
class _Comparison:
    """Two editions, and everything that is told of them."""

    before: Rammevaerk
    now: Rammevaerk

    def found(self) -> tuple[Rettelse, ...]:
        every = [*self._whole(), *self._klausuler(), *self._regler(), *self._begreber(), *self._parametre()]
        every += [*self._registre(), *self._oplysninger(), *self._indstillinger()]
        every += changed_klassifikationer(self.before, self.now)
        every += changed_koblinger(self.before, self.now)
        steps = [[one.navn for one in ramme.rangering] for ramme in (self.before, self.now)]
        every += reordered((), "rangering", self.now.id, "Rangordenens trin står", (steps[0], steps[1]))
        every += other_sections(self.before, self.now, {*_SECTIONS, *_ASKED, *_HEAD, *_UNTOLD})
        places = {id_: place for place, id_ in enumerate(self._order)}
        return tuple(sorted(every, key=lambda one: places.get(next(iter(one.klausuler), ""), -1)))

    @cached_property
    def _order(self) -> list[str]:
        """The klausuler there are, each that is gone after the one it followed."""
        order = list(self.now.klausuler)
        last = -1
        for id_ in self.before.klausuler:
            if id_ not in order:
                order.insert(last + 1, id_)
            last = order.index(id_)
        return order

    def _readers(self, reads: Callable[[Rammevaerk, Regel | Portefoeljeregel], bool], *own: str) -> tuple[str, ...]:
        """The klausuler that a thing belongs to, and those whose rules read it in one of the editions."""
        both = (self.before, self.now)
        found = {r.klausul for ramme in both for r in ramme.regler if reads(ramme, r)}
        found |= {r.klausul for ramme in both for r in ramme.portefoelje if reads(ramme, r)}
        return tuple(dict.fromkeys([*(k for k in own if k in self._order), *(k for k in self._order if k in found)]))

    # The whole, klausuler and rules

    def _whole(self) -> Iterator[Rettelse]:
        others = {field.name for field in fields(self.now)} - set(_HEAD)
        yield from Fields("rammeværk", _HEAD, others).changed((), self.now.id, self.before, self.now)
        orders = list(self.before.klausuler), list(self.now.klausuler)
        yield from reordered((), "rammeværk", self.now.id, "Klausulerne står", orders)

    def _klausuler(self) -> Iterator[Rettelse]:
        def gone(one: Klausul) -> Rettelse:
            return Rettelse((one.id,), "klausul", one.id, "fjernet", "Klausulen er udgået.", one.tekst, "")

        def came(one: Klausul) -> Rettelse:
            return Rettelse((one.id,), "klausul", one.id, "ny", "Klausulen er ny.", "", one.tekst)

        return each(self.before.klausuler, self.now.klausuler, gone, came, changed_klausul)

    def _regler(self) -> Iterator[Rettelse]:
        def gone(one: Regel) -> Rettelse:
            return Rettelse((one.klausul,), "regel", one.id, "fjernet", f"Reglen {one.id} er udgået.", shown(one.krav))

        def came(one: Regel) -> Rettelse:
            return Rettelse((one.klausul,), "regel", one.id, "ny", f"Reglen {one.id} er ny.", "", shown(one.krav))

        return each(self.before.regel, self.now.regel, gone, came, changed_regel)

    # Begreber

    def _begreber(self) -> Iterator[Rettelse]:
        def place(name: str) -> tuple[str, ...]:
            return self._readers(lambda _, regel: mentions(regel, name))

        def gone(one: Begreb) -> Rettelse:
            return Rettelse(place(one.name), "begreb", one.name, "fjernet", f"Begrebet «{one.name}» er udgået.")

        def came(one: Begreb) -> Rettelse:
            return Rettelse(place(one.name), "begreb", one.name, "ny", f"Begrebet «{one.name}» er nyt.")

        def both(was: Begreb, is_: Begreb) -> Iterable[Rettelse]:
            return _BEGREB.changed(place(is_.name), is_.name, was, is_)

        yield from each(self.before.begreber, self.now.begreber, gone, came, both)
        for name in redefined_begreber(self.before, self.now, self._same_words()):
            yield Rettelse(place(name), "begreb", name, "ændret", f"«{name}» betyder noget andet end før.")

    def _same_words(self) -> Iterator[tuple[Node, Node]]:
        """The conditions that are said in the same words in both."""
        pairs: list[tuple[Node | None, Node | None]] = []
        for id_ in (id_ for id_ in self.now.regel if id_ in self.before.regel):
            was, is_ = self.before.regel[id_], self.now.regel[id_]
            pairs += [(was.krav, is_.krav), (was.gaelder_naar, is_.gaelder_naar)]
        advice = _by_handling(self.before), _by_handling(self.now)
        pairs += [(advice[0][key].naar, advice[1][key].naar) for key in advice[1] if key in advice[0]]
        yield from ((was, is_) for was, is_ in pairs if was and is_ and was.origin == is_.origin)

    # What rules look things up in

    def _parametre(self) -> Iterator[Rettelse]:
        def place(*both: Parameter) -> tuple[str, ...]:
            name = both[0].name
            frister = (one for ramme in (self.before, self.now) for one in ramme.frist.values())
            own = [*(one.klausul for one in both), *(one.klausul for one in frister if name in one.parameters)]
            return self._readers(lambda ramme, regel: name in ramme.reads[regel.id].parameters, *own)

        def gone(one: Parameter) -> Rettelse:
            tekst = f"Parameteren «{one.name}» er udgået."
            return Rettelse(place(one), "parameter", one.name, "fjernet", tekst, values_in_words(one))

        def came(one: Parameter) -> Rettelse:
            tekst = f"Parameteren «{one.name}» er ny."
            return Rettelse(place(one), "parameter", one.name, "ny", tekst, "", values_in_words(one))

        def both(was: Parameter, is_: Parameter) -> Iterable[Rettelse]:
            return changed_parameter(place(is_, was), was, is_)

        return each(self.before.parametre, self.now.parametre, gone, came, both)

    def _registre(self) -> Iterator[Rettelse]:
        def place(*both: Register) -> tuple[str, ...]:
            name, own = both[0].name, (one.klausul for one in both)
            return self._readers(lambda ramme, regel: name in looked_up(ramme, regel), *own)

        def gone(one: Register) -> Rettelse:
            tekst = f"Listen «{one.name}» er udgået."
            return Rettelse(place(one), "register", one.name, "fjernet", tekst, listed(list(one.names)))

        def came(one: Register) -> Rettelse:
            tekst = f"Listen «{one.name}» er ny."
            return Rettelse(place(one), "register", one.name, "ny", tekst, "", listed(list(one.names)))

        def both(was: Register, is_: Register) -> Iterable[Rettelse]:
            return changed_register(place(is_, was), was, is_)

        return each(self.before.registre, self.now.registre, gone, came, both)

    # Facts and questions, and what is recommended

    def _oplysninger(self) -> Iterator[Rettelse]:
        def place(name: str) -> tuple[str, ...]:
            asked = spoken(name)
            return self._readers(lambda ramme, r: any(spoken(f.name) == asked for f in ramme.reads[r.id].facts))

        def gone(one: Oplysning) -> Rettelse:
            tekst = f"Oplysningen «{one.name}» er udgået."
            return Rettelse(place(one.name), "oplysning", one.name, "fjernet", tekst, one.question)

        def came(one: Oplysning) -> Rettelse:
            tekst = f"Oplysningen «{one.name}» er ny."
            return Rettelse(place(one.name), "oplysning", one.name, "ny", tekst, "", one.question)

        def both(was: Oplysning, is_: Oplysning) -> Iterable[Rettelse]:
            return OPLYSNING.changed(place(is_.name), is_.name, was, is_)

        yield from each(self.before.egne, self.now.egne, gone, came, both)
        for name in dict.fromkeys((*self.now.spoergsmaal, *self.before.spoergsmaal)):
            was, is_ = self.before.spoergsmaal.get(name, ""), self.now.spoergsmaal.get(name, "")
            if was != is_:
                yield changed_question(place(name), name, was, is_)

    def _indstillinger(self) -> Iterator[Rettelse]:
        before, now = _by_handling(self.before), _by_handling(self.now)
        navn = {id(one): key for ramme in (before, now) for key, one in ramme.items()}

        def place(one: Indstillingsregel) -> tuple[str, ...]:
            return (one.klausul,) if one.klausul else ()

        def gone(one: Indstillingsregel) -> Rettelse:
            tekst = f"Indstillingen «{navn[id(one)]}» er udgået."
            return Rettelse(place(one), "indstilling", navn[id(one)], "fjernet", tekst, shown(one.naar))

        def came(one: Indstillingsregel) -> Rettelse:
            tekst = f"Indstillingen «{navn[id(one)]}» er ny."
            return Rettelse(place(one), "indstilling", navn[id(one)], "ny", tekst, "", shown(one.naar))

        def both(was: Indstillingsregel, is_: Indstillingsregel) -> Iterable[Rettelse]:
            return changed_indstilling(navn[id(is_)], was, is_)

        yield from each(before, now, gone, came, both)
        orders = list(before), list(now)
        yield from reordered((), "indstilling", self.now.id, "Indstillingerne læses", orders)


def _by_handling(ramme: Rammevaerk) -> dict[str, Indstillingsregel]:
    """The indstillinger by what they recommend; a second one of the same has a number."""
    counted: Counter[str] = Counter()
    found = {}
    for one in ramme.indstillinger:
        counted[one.handling] += 1
        number = counted[one.handling]
        found[one.handling if number == 1 else f"{one.handling} ({number})"] = one
    return found
