"""From what each aktivitet answered to the answer for one group of them.

The krav is asked of the specification engine: the answers are the records of a list on an aktivitet of nothing else,
so a portfolio has no logic of its own. Only a share is reckoned here, for Kleene's rules know no interval.
"""

from __future__ import annotations

from collections import namedtuple
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Final, cast

from rammevaerk.engines import direct
from rammevaerk.explanation.portefoelje import Gruppevurdering, Portefoeljemangel, Taelling
from rammevaerk.explanation.reasons import open_leaves
from rammevaerk.explanation.values import andel_in_words, fixed_in_words, in_words, question_of, told
from rammevaerk.model import expression as e
from rammevaerk.model.portefoelje import TAELLER_MED, Andel, Mindsteandel, andel_of, asked, svar
from rammevaerk.model.resultat import Udfald
from rammevaerk.names import listed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from rammevaerk.explanation.asking import Missing, Post
    from rammevaerk.explanation.portefoelje import Aktivitetsnavn
    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.klausul import Tekst
    from rammevaerk.model.portefoelje import Portefoeljeregel
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.model.spor import Spor

Member = tuple["Post", "bool | None"]
"""A post that counts in a group, surely or perhaps."""


@dataclass(frozen=True, slots=True)
class _Together:
    """What the engine is given in place of an aktivitet: it knows the list of answers, and nothing else."""

    aktiviteter: tuple[Any, ...]


@cache
def _record(questions: int) -> Any:  # noqa: ANN401 - a class made for so many questions
    return namedtuple("Svarpost", [TAELLER_MED.attribute, *(svar(n).attribute for n in range(questions))])  # noqa: PYI024 - the fields are not known before


@dataclass(frozen=True)
class Weighing:
    """One group under one rule. The members are those that count or may count."""

    ramme: Rammevaerk
    regel: Portefoeljeregel
    day: date
    gruppe: str
    members: tuple[Member, ...]

    def vurdering(self) -> Gruppevurdering:
        """The answer for the group."""
        return Gruppevurdering(
            gruppe=self.gruppe,
            uoplyst=False,
            udfald=self._udfald,
            begrundelse=self._begrundelse(),
            antal=self._sure,
            maaske=len(self.members) - self._sure,
            taellinger=tuple(self._taellinger()),
            summer=tuple(self._summer()),
            andel=self._andel,
            imod=tuple(self._imod()),
            mangler=tuple(self._mangler()),
        )

    # The udfald

    @cached_property
    def _sure(self) -> int:
        return sum(counts is True for _, counts in self.members)

    @cached_property
    def _spor(self) -> Spor | None:
        """What the krav came to, with its trace; None where a share is demanded."""
        if isinstance(self.regel.krav, Mindsteandel):
            return None
        record = _record(len(self.regel.om_aktiviteten))
        together = _Together(tuple(record(counts, *post.svar) for post, counts in self.members))
        return direct.answer(self.regel.krav, self.ramme, cast("Aktivitet", together), self.day, {})

    @cached_property
    def _andel(self) -> Andel | None:
        if self._spor is not None or not self.members:
            return None
        return andel_of((counts, cast("bool | None", post.svar[0])) for post, counts in self.members)

    @property
    def _holds(self) -> bool | None:
        if self._andel is None:
            return cast("bool | None", self._spor.value) if self._spor else None
        limit = self.ramme.parametre[cast("Mindsteandel", self.regel.krav).parameter].on(self.day)
        return self._andel.reaches(cast("Decimal", limit))

    @cached_property
    def _udfald(self) -> Udfald:
        """Where nothing counts there is nothing to ask; where it is unknown whether anything does, so is the answer."""
        if not self._sure:
            return Udfald.UAFKLARET if self.members else Udfald.IKKE_RELEVANT
        if self._holds is None:
            return Udfald.UAFKLARET
        if self._holds:
            return Udfald.OPFYLDT
        return Udfald.IKKE_RELEVANT if self.regel.styrke == "kan" else Udfald.IKKE_OPFYLDT

    # The reason

    def _begrundelse(self) -> str:
        if not self.members:
            return "Ingen aktiviteter tæller med."
        said = self._told(_TEXTS[self._udfald](self.regel))
        if said:
            return said
        if self._udfald is Udfald.UAFKLARET:
            names = dict.fromkeys(fact.navn for fact in self._mangler())
            return f"Det kan ikke afgøres, før det er oplyst: {listed([*names])}." if names else "Det kan ikke afgøres."
        if self._udfald is Udfald.IKKE_RELEVANT:
            return "Muligheden er ikke brugt."
        if isinstance(self.regel.krav, Mindsteandel):
            wanted = fixed_in_words(self.regel.krav.parameter, self.ramme, self.day)
            return f"Andelen er {self._shown('andel')}, og der kræves mindst {wanted}".rstrip(".") + "."
        return f"Kravet er {self._udfald}: {self.regel.krav.origin}."

    def _told(self, tekst: Tekst) -> str:
        return told(tekst, self._shown)

    def _shown(self, name: str) -> str:
        """A name of a text: the group, the share, or what is the same for all."""
        if self.regel.for_hver and name == self.regel.for_hver.name:
            return self.gruppe
        if self._andel and name == "andel":
            return andel_in_words(self._andel)
        return fixed_in_words(name, self.ramme, self.day)

    # The figures

    def _taellinger(self) -> Iterator[Taelling]:
        """Of each condition for how many it holds."""
        nodes = e.walk(self.regel.krav) if isinstance(self.regel.krav, e.Node) else ()
        amounts = {number for node in nodes if isinstance(node, e.Sum) for number in _questions(node.field)}
        for number, one in enumerate(self.regel.om_aktiviteten):
            if number not in amounts and self.members:
                found = andel_of((counts, cast("bool | None", post.svar[number])) for post, counts in self.members)
                yield Taelling(one.origin, found.ja, found.uafklaret + found.maaske_ja + found.maaske_uafklaret)

    def _summer(self) -> Iterator[tuple[str, str]]:
        for spor in self._spor.walk() if self._spor and self.members else ():
            if isinstance(spor.node, e.Sum):
                yield spor.node.origin, in_words(spor.value, spor.node.field.fact.kind.unit)

    # Who counts against it

    def _imod(self) -> Iterator[Aktivitetsnavn]:
        if self._andel:
            yield from (post.aktivitet for post, counts in self.members if counts and post.svar[0] is False)
        elif self._spor and self._udfald is Udfald.IKKE_OPFYLDT:
            blamed = [_questions(listing) for listing in _blamed(self._spor)]
            for post, counts in self.members:
                if counts and any(all(post.svar[number] is True for number in numbers) for numbers in blamed):
                    yield post.aktivitet

    # What is missing

    def _mangler(self) -> Iterator[Portefoeljemangel]:
        """The facts that an open answer waits for, each with the aktiviteter that lack it."""
        found: dict[str, tuple[Oplysning, list[Aktivitetsnavn]]] = {}
        for post, _ in self.members if self._udfald is Udfald.UAFKLARET else ():
            for fact in dict.fromkeys(self._waited_for(post)):
                found.setdefault(fact.name, (fact, []))[1].append(post.aktivitet)
        for fact, aktiviteter in found.values():
            yield Portefoeljemangel(fact.key, fact.name, question_of(self.ramme, fact), tuple(aktiviteter))

    def _waited_for(self, post: Post) -> Iterator[Oplysning]:
        for numbers in self._open:
            answers = [post.svar[number] for number in numbers]
            if self._andel is None and any(answer is False for answer in answers):
                continue  # it is surely none of them, whether it counts or not
            yield from _missing(post, 0)
            for number in numbers:
                yield from _missing(post, 1 + number)

    @cached_property
    def _open(self) -> tuple[frozenset[int], ...]:
        """The questions of each list that is still open; none at all where only whether any counts is."""
        found: list[frozenset[int]] = [] if self._sure else [frozenset()]
        if self._andel:
            found.append(frozenset({0}))
        elif self._spor and self._spor.value is None:
            found += (_questions(leaf.node) for leaf in open_leaves(self._spor))
        return tuple(found)


_TEXTS: Final = {
    Udfald.OPFYLDT: lambda regel: regel.opfyldt,
    Udfald.IKKE_OPFYLDT: lambda regel: regel.ikke_opfyldt,
    Udfald.UAFKLARET: lambda regel: regel.uafklaret,
    Udfald.IKKE_RELEVANT: lambda regel: regel.ikke_opfyldt,
}


def _missing(post: Post, number: int) -> Missing:
    return post.mangler[number] if post.mangler else ()


def _questions(node: e.Node) -> frozenset[int]:
    """The questions whose answers a part of the krav looks at."""
    return frozenset(asked(part.fact) for part in e.walk(node) if isinstance(part, e.Field) if part.fact != TAELLER_MED)


def _blamed(spor: Spor, *, helps: bool = True) -> Iterator[e.Listing]:
    """The lists of whose elements there are too many; `helps` where more of them would help the krav."""
    node, parts = spor.node, spor.parts
    if isinstance(node, e.Not):
        yield from _blamed(parts[0], helps=not helps)
    elif isinstance(node, e.And | e.Or):
        for part in parts:
            if part.value is not helps:
                yield from _blamed(part, helps=helps)
    elif isinstance(node, e.Compare) and node.op != "=":
        yield from _blamed(parts[0], helps=not helps)
        yield from _blamed(parts[1], helps=helps)
    elif isinstance(node, e.Arithmetic) and node.op in ("+", "-"):
        yield from _blamed(parts[0], helps=helps)
        yield from _blamed(parts[1], helps=helps if node.op == "+" else not helps)
    elif isinstance(node, e.AtLeast | e.Count | e.Sum) and not helps:
        yield node.of
