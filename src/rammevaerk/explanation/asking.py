"""What the rules about the portfolio ask of each aktivitet, and the little that is kept of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast

from rammevaerk.engines import direct
from rammevaerk.explanation.portefoelje import Aktivitetsnavn
from rammevaerk.explanation.reasons import missing, missing_below
from rammevaerk.model.expression import Expression, Fact, Outcome, walk
from rammevaerk.model.portefoelje import HANDLING, Portefoeljeregel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.klausul import Regel
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.model.resultat import Resultat
    from rammevaerk.model.spor import Found, Spor, Sporing

Missing = tuple["Oplysning", ...]


@dataclass(frozen=True, slots=True)
class Post:
    """One aktivitet as one rule sees it: whether it counts, its group, its answers, and the facts each waits for."""

    aktivitet: Aktivitetsnavn
    blandt: bool | None
    gruppe: str | None
    svar: tuple[Found, ...]
    mangler: tuple[Missing, ...]
    """Of whether it counts, and then of each answer."""


@dataclass(frozen=True)
class Question:
    """A sentence on one aktivitet; `judged` when it asks about a rule or the handling."""

    sentence: Expression

    @cached_property
    def judged(self) -> bool:
        """Whether the aktivitet has to be judged before the sentence can be answered."""
        return self.asks_handling or any(isinstance(node, Outcome) for node in walk(self.sentence))

    @cached_property
    def asks_handling(self) -> bool:
        """Whether it looks at what is recommended."""
        return any(isinstance(node, Fact) and node.fact == HANDLING for node in walk(self.sentence))


@dataclass(frozen=True)
class Questions:
    """What one rule asks, in the order of a `Post`."""

    regel: Portefoeljeregel
    blandt: Question | None
    om_aktiviteten: tuple[Question, ...]
    for_hver: Question | None


def questions_of(regel: Portefoeljeregel) -> Questions:
    """The questions of a rule, looked through once."""
    return Questions(
        regel,
        Question(regel.blandt) if regel.blandt else None,
        tuple(map(Question, regel.om_aktiviteten)),
        Question(Fact(regel.for_hver, origin=regel.for_hver.name)) if regel.for_hver else None,
    )


def ask(ramme: Rammevaerk, aktivitet: Aktivitet, day: date, asked: tuple[Questions, ...]) -> Iterator[Post]:
    """A post for each rule. It is judged at most once, and only when some rule needs it."""
    asking = _Asking(ramme, aktivitet, day)
    name = Aktivitetsnavn(aktivitet.id, aktivitet.titel)
    for questions in asked:
        yield asking.post(name, questions)


@dataclass(frozen=True)
class _Asking:
    ramme: Rammevaerk
    aktivitet: Aktivitet
    day: date

    @cached_property
    def _judged(self) -> tuple[Resultat, Sporing]:
        return direct.evaluate(self.ramme, self.aktivitet, self.day)

    @cached_property
    def _with_handling(self) -> Aktivitet:
        handling = self._judged[0].handling
        own = {**(self.aktivitet.egne or {}), HANDLING.name: None if handling == "afvent" else handling}
        return self.aktivitet.model_copy(update={"egne": own})

    def post(self, name: Aktivitetsnavn, asked: Questions) -> Post:
        found = [self._answer(one) for one in (asked.blandt, asked.for_hver, *asked.om_aktiviteten)]
        (counts, why), (gruppe, ungrouped), *answers = found
        mangler = ((*ungrouped, *why), *(missing for _, missing in answers))
        return Post(
            name,
            cast("bool | None", counts if asked.blandt else True),
            cast("str | None", gruppe),
            tuple(value for value, _ in answers),
            mangler if any(mangler) else (),
        )

    def _answer(self, question: Question | None) -> tuple[Found, Missing]:
        if question is None:
            return None, ()
        udfald = self._judged[0].udfald if question.judged else {}
        aktivitet = self._with_handling if question.asks_handling else self.aktivitet
        spor = direct.answer(question.sentence, self.ramme, aktivitet, self.day, udfald)
        return spor.value, self._missing(spor) if spor.value is None else ()

    def _missing(self, spor: Spor) -> Missing:
        """The facts an open answer waits for; the handling is none, but waits for some."""
        found = self._below(spor)
        if found.pop(HANDLING.name, None):
            for one in self._judged[1].indstillinger:
                if one.value is None:
                    found |= self._below(one)
        return tuple(found.values())

    def _below(self, spor: Spor) -> dict[str, Oplysning]:
        return {fact.name: fact for fact in missing_below(self.ramme, spor, self._of_rule)}

    def _of_rule(self, regel: Regel) -> dict[str, Oplysning]:
        return missing(self.ramme, *self._judged, regel)
