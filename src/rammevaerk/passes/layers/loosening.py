"""No layer loosens: whatever broke a «skal» below still breaks it, and whoever was turned down still is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.facts.dates import write_date
from rammevaerk.facts.numbers import write_number
from rammevaerk.facts.units import Maengde, write_quantity
from rammevaerk.names import listed
from rammevaerk.passes.layers.claims import Both, Either, Formula, Never, Subject
from rammevaerk.passes.layers.formulas import Reading, days_of
from rammevaerk.passes.layers.search import Case, TooIntricateError, case_of, holds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction

    from rammevaerk.model.klausul import Handling, Indstillingsregel, Regel
    from rammevaerk.model.rammevaerk import Rammevaerk

STRICTER: Final[Mapping[Handling, frozenset[Handling]]] = {
    "tilvælg": frozenset({"tilvælg", "afvent", "fravælg"}),
    "fravælg": frozenset({"fravælg"}),
    "fortsæt": frozenset({"fortsæt", "afvent", "afslut"}),
    "afslut": frozenset({"afslut"}),
    "afvent": frozenset({"afvent", "fravælg", "afslut"}),
    "ingen": frozenset({"ingen"}),
}
"""What a layer may answer where the rammeværk below answers so."""


@dataclass(frozen=True, slots=True)
class Loosened:
    """What a layer made weaker: the rule or indstilling below, the one in the layer, and the case that shows it.

    `case` is empty when there are too many cases to look through.
    """

    below: Regel | Indstillingsregel
    above: Regel | Indstillingsregel | None
    case: str
    certain: bool
    """Whether such an aktivitet can surely be; it may not where the quantities of the case hang together."""


def loosenings(below: Rammevaerk, above: Rammevaerk) -> Iterator[Loosened]:
    """What is weaker above than below, each rule and indstilling once."""
    told: set[object] = set()
    for day in sorted({*days_of(below), *days_of(above)}):
        pair = _Pair(Reading(below, day), Reading(above, day))
        for found in (*pair.regler(), *pair.indstillinger()):
            if found.below not in told:
                told.add(found.below)
                yield found


@dataclass(frozen=True)
class _Pair:
    """The two on one day."""

    below: Reading
    above: Reading

    def regler(self) -> Iterator[Loosened]:
        for id_, klausul in self.below.ramme.klausuler.items():
            regler = self.below.ramme.regler_for[id_]
            if klausul.styrke == "skal" and regler and self._touched(id_):
                before = Either(tuple(self.below.breached(regel) for regel in regler))
                now = Either(tuple(self.above.breached(regel) for regel in self.above.ramme.regler_for[id_]))
                for case in self._cases(Both((before, Never(now)))):
                    broken = next((r for r in regler if holds(self.below.breached(r), case)), regler[0])
                    yield _loosened(broken, self.above.ramme.regel.get(broken.id), case)

    def _touched(self, klausul: str) -> bool:
        """Whether anything that decides the klausul is another above; what is the same needs no search."""
        return _deciding(self.below, klausul) != _deciding(self.above, klausul)

    def indstillinger(self) -> Iterator[Loosened]:
        below, above = self.below.ramme.indstillinger, self.above.ramme.indstillinger
        if not self.below.ramme.gaelder.covers(self.below.day) or self._same_advice():
            return
        chosen = tuple(_chosen(self.below, below))
        now = tuple(_chosen(self.above, above))
        for handling in dict.fromkeys(one.handling for one in below):
            before = Either(tuple(c for c, one in zip(chosen, below, strict=True) if one.handling == handling))
            kept = Either(tuple(c for c, one in zip(now, above, strict=True) if one.handling in STRICTER[handling]))
            for case in self._cases(Both((before, Never(kept)))):
                old = next(one for one in below if one.handling == handling)
                new = next((one for c, one in zip(now, above, strict=True) if holds(c, case)), None)
                yield _loosened(old, new, case)

    def _same_advice(self) -> bool:
        asked = {id_ for id_ in self.below.ramme.klausuler if self._touched(id_)}
        return self.below.ramme.indstillinger == self.above.ramme.indstillinger and not asked

    def _cases(self, formula: Formula) -> Iterator[Case]:
        """The case in which the formula is true, if there is one; an empty one when nobody can tell."""
        try:
            found = case_of(formula, self.above)
        except TooIntricateError:
            yield {}
        else:
            if found is not None:
                yield found


def _deciding(reading: Reading, klausul: str) -> tuple[object, ...]:
    """Everything the udfald of a klausul hangs on that day: rules, values and what they ask about."""
    ramme = reading.ramme
    waiting, met = [klausul], dict[str, object]()
    while waiting:
        ref = waiting.pop()
        for regel in [ramme.regel[ref]] if ref in ramme.regel else ramme.regler_for[ref]:
            if regel.id not in met:
                met[regel.id] = _said(reading, regel)
                waiting += ramme.reads[regel.id].asks
    return tuple(sorted(met.items()))


def _said(reading: Reading, regel: Regel) -> tuple[object, ...]:
    ramme = reading.ramme
    values = tuple((name, ramme.parametre[name].on(reading.day)) for name in ramme.reads[regel.id].parameters)
    in_force = ramme.in_force(regel, reading.day)
    return regel.klausul, regel.styrke, regel.krav, regel.gaelder_naar, in_force, values


def _chosen(reading: Reading, indstillinger: tuple[Indstillingsregel, ...]) -> Iterator[Formula]:
    """That each indstilling is the first that holds."""
    before: tuple[Formula, ...] = ()
    for one in indstillinger:
        holds = reading.formula(one.naar)
        yield Both((holds, *before))
        before = (*before, Never(holds))


def _loosened(below: Regel | Indstillingsregel, above: Regel | Indstillingsregel | None, case: Case) -> Loosened:
    told = [_told(subject, value) for subject, value in sorted(case.items(), key=lambda pair: pair[0].words)]
    facts = [fact for subject in case for fact in subject.facts]
    return Loosened(below, above, listed(told), bool(case) and len(set(facts)) == len(facts))


def _told(subject: Subject, value: Any) -> str:  # noqa: ANN401 - a yes or no, a number or a text
    if subject.art == "ja/nej":
        if subject.sentence:
            return f"«{subject.words}» {'' if value else 'ikke '}holder"
        return f"{subject.words} er {'ja' if value else 'nej'}"
    if subject.art == "tal":
        return f"{subject.words} er {_number(value, subject.unit)}"
    return f"{subject.words} er {value}"


def _number(value: Fraction, unit: str) -> str:
    if unit == "dato":
        return write_date(date.fromordinal(min(max(int(value), 1), date.max.toordinal())))
    number = Decimal(value.numerator) / Decimal(value.denominator)
    return write_quantity(Maengde(number, unit)) if unit and unit != "måneder" else write_number(number)
