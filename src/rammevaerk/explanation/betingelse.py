"""What one condition came to, in words: the parts of its sentence that decide it, and what the facts say to each."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final, cast

from rammevaerk.engines import direct
from rammevaerk.explanation import reasons
from rammevaerk.explanation.values import fact_of, in_words, question_of
from rammevaerk.explanation.vurdering import Mangel
from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.facts.kinds import NUMBER, RESOURCE, Kind, Oplysning
from rammevaerk.model import expression as e
from rammevaerk.model.klassifikation import is_field
from rammevaerk.model.resultat import klausul_udfald
from rammevaerk.names import listed, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.model.resultat import Resultat
    from rammevaerk.model.spor import Found, Spor, Sporing

MOST_SHOWN: Final = 8
"""So many elements of a list are told; the rest are counted."""
_FACTS: Final = frozenset(map(spoken, CATALOGUE))


@dataclass(frozen=True, slots=True)
class Led:
    """One part of a sentence: its words, whether it holds (None: unknown), and what the facts say to it."""

    tekst: str
    holder: bool | None
    fakta: tuple[str, ...] = ()
    svar: bool = False
    """The part is a yes or no by itself, and `holder` is which."""


@dataclass(frozen=True, slots=True)
class Betingelse:
    """What a condition came to: its deciding parts, the reason as sentences, and what is missing where it is open.

    `uoplyst` names the fields that are missing of a register's post.
    """

    holder: bool | None
    led: tuple[Led, ...]
    begrundelse: str
    mangler: tuple[Mangel, ...] = ()
    uoplyst: tuple[str, ...] = ()


@dataclass(frozen=True)
class Undersoegelse:
    """One aktivitet asked about sentences of a rammeværk on a day; its rules have been decided once."""

    ramme: Rammevaerk
    aktivitet: Aktivitet
    day: date
    resultat: Resultat
    sporing: Sporing

    @classmethod
    def begin(cls, ramme: Rammevaerk, aktivitet: Aktivitet, day: date) -> Undersoegelse:
        """The rules decided, so that a sentence may ask about them."""
        return cls(ramme, aktivitet, day, *direct.evaluate(ramme, aktivitet, day))

    def answer(self, node: e.Expression, klausul: str = "") -> Betingelse:
        """What the condition comes to. Its missing facts are said to be missed by `klausul`."""
        spor = direct.answer(node, self.ramme, self.aktivitet, self.day, self.resultat.udfald)
        holder = cast("bool | None", spor.value)
        led = tuple(dict.fromkeys(self._led(leaf) for leaf in _deciding(spor)))
        if holder is not None:
            return Betingelse(holder, led, in_sentences(led))
        found = reasons.open_facts(self.ramme, self.resultat, self.sporing, spor)
        mangler = tuple(self._mangel(fact, klausul) for fact in found.values())
        unset = dict.fromkeys(self._unset(spor))
        fields = tuple(node.origin for node in unset if is_field(node.name))
        others = [node.name for node in unset if not is_field(node.name)]
        return Betingelse(None, led, _open(list(found), fields, others), mangler, fields)

    def _mangel(self, fact: Oplysning, klausul: str) -> Mangel:
        question = question_of(self.ramme, fact)
        return Mangel(fact.key, fact.name, question, (klausul,) if klausul else ())

    def _unset(self, spor: Spor) -> Iterator[e.Parameter]:
        """The parameters without a value that keep an open condition open; the trace looks into no unknown list."""
        if spor.value is not None:
            return
        of_list = isinstance(spor.node, e.AtLeast | e.Count | e.Sum | e.Latest)
        here = _parameters(spor.node) if of_list else _of(spor.node)
        yield from (node for node in here if self.ramme.parametre[node.name].on(self.day) is None)
        for part in spor.parts:
            yield from self._unset(part)

    # The parts in words

    def _led(self, spor: Spor) -> Led:
        told = tuple(dict.fromkeys(self._told(spor)))
        words, holder = spor.node.origin, cast("bool | None", spor.value)
        if isinstance(spor.node, e.Fact | e.Parameter):
            return Led(words, holder, svar=True)
        return Led(words, holder, tuple(one for one in told if one != words))

    def _told(self, spor: Spor) -> Iterator[str]:
        """What the facts, parameters and outcomes that a part looks at are."""
        match spor.node:
            case e.Fact(fact=fact):
                yield _said(fact.name, spor.value, fact.kind)
            case e.Parameter() as node:
                yield self._parameter(node)
            case e.Today():
                yield f"{spor.node.origin} er {in_words(self.day)}"
            case e.Outcome(ref=ref):
                yield f"{ref} er {klausul_udfald(self.ramme, self.resultat.udfald, ref)}"
            case e.Latest() | e.Sum() | e.Count():
                yield self._asked_of_list(spor)
            case e.AtLeast() as node:
                yield self._fact(node.of.fact.fact)
                yield from map(self._parameter, _parameters(node))
            case _:
                for part in spor.parts:
                    yield from self._told(part)
                yield from map(self._parameter, _of(spor.node))

    def _asked_of_list(self, spor: Spor) -> str:
        """A number or field of a list; where it is unknown, the list it could not be found in."""
        node = cast("e.Latest | e.Sum | e.Count", spor.node)
        if spor.value is None:
            return self._fact(node.of.fact.fact)
        kind = NUMBER if isinstance(node, e.Count) else node.field.fact.kind
        return _said(node.origin, spor.value, kind)

    def _fact(self, fact: Oplysning) -> str:
        return _said(fact.name, fact_of(self.aktivitet, fact), fact.kind)

    def _parameter(self, node: e.Parameter) -> str:
        parameter = self.ramme.parametre[node.name]
        name = node.origin or parameter.name
        if is_field(node.name) and self._is_fact(spoken(name)):
            name = f"registrets {name}"
        return _said(name, parameter.on(self.day), parameter.kind)

    def _is_fact(self, name: str) -> bool:
        return name in _FACTS or any(spoken(own) == name for own in self.ramme.egne)


def _deciding(spor: Spor) -> Iterator[Spor]:
    """The parts without which the condition would have come out otherwise: of a no, those that fail.

    A part without words of its own belongs to the sentence around it, as both ends of `ligger mellem` do.
    """
    whole = not isinstance(spor.node, e.And | e.Or | e.Not) or any(not part.node.origin for part in spor.parts)
    if whole:
        yield spor
    for part in () if whole else spor.parts:
        if part.value is spor.value or isinstance(spor.node, e.Not):
            yield from _deciding(part)


def _of(node: e.Node) -> Iterator[e.Parameter]:
    """The parameter that a node is, or that it looks a value up in."""
    for found in (node, node.values if isinstance(node, e.Member) else None):
        if isinstance(found, e.Parameter):
            yield found


def _parameters(node: e.Node) -> Iterator[e.Parameter]:
    return (part for part in e.walk(node) if isinstance(part, e.Parameter))


def _said(name: str, value: Found | object, kind: Kind) -> str:
    """A name with its value, of a long list the first ones."""
    unit = "kr." if kind.unit == RESOURCE and isinstance(value, Decimal) else kind.unit
    if isinstance(value, tuple) and len(value) > MOST_SHOWN:
        return (
            f"{name} er {listed([*(in_words((one,)) for one in value[:MOST_SHOWN]), f'{len(value) - MOST_SHOWN} til'])}"
        )
    return f"{name} er {in_words(value, unit)}"


def in_sentences(led: Iterable[Led]) -> str:
    """The parts of a known answer as Danish sentences: what holds together, what fails each for itself."""
    known = tuple(led)
    right = [f"at {_with_facts(one)}" for one in known if one.holder and not one.svar]
    wrong = [f"Det passer ikke, at {_with_facts(one)}." for one in known if not (one.holder or one.svar)]
    alone = [f"{one.tekst[:1].upper()}{one.tekst[1:]} er {in_words(one.holder)}." for one in known if one.svar]
    return " ".join([*([f"Det passer, {listed(right)}."] if right else []), *wrong, *alone])


def _with_facts(led: Led) -> str:
    return f"{led.tekst} ({'; '.join(led.fakta)})" if led.fakta else led.tekst


def _open(facts: list[str], fields: Iterable[str], parameters: list[str]) -> str:
    """What an open answer waits for."""
    said = [f"Det kan ikke afgøres, før det er oplyst: {listed(facts)}."] if facts else []
    said += [f"Registret oplyser ikke {listed([f'«{name}»' for name in fields], 'eller')}."] if fields else []
    said += [f"Parameteren «{name}» har ingen værdi på den dag." for name in parameters]
    return " ".join(said) or "Det kan ikke afgøres."
