"""The answers for every aktivitet of a portfolio, judged together by `columnar`, as data that can be gone through."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.explanation.mangler import in_paper_order, told_missing
from rammevaerk.model.resultat import Udfald, combined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from rammevaerk.engines.columnar import Navne
    from rammevaerk.explanation.vurdering import Mangel
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.klausul import Handling, Klausul
    from rammevaerk.model.rammevaerk import Rammevaerk

AT_ONCE: Final = 10_000
"""Answers in a batch."""
_REMEMBERED: Final = 65_536
"""Answers that are alike are made once; so many of them are kept."""

Row = tuple[Any, ...]
"""What `columnar` answers of one aktivitet: nr, id, titel, handling, the udfald of the rules, those of klausuler with
several rules, and three lists of bytes, a bit for each thing that may be told."""


@dataclass(frozen=True, slots=True)
class Aktivitetssvar:
    """What `vurder` answers of one aktivitet, without the sentences: `nr` is its number in the portfolio.

    `vilkaar` and `bemaerkninger` are the rules whose breach they are.
    """

    nr: int
    id: str
    titel: str
    handling: Handling
    klausuler: Mapping[str, Udfald]
    regler: Mapping[str, Udfald]
    vilkaar: tuple[str, ...]
    bemaerkninger: tuple[str, ...]
    mangler: tuple[Mangel, ...]


@dataclass(frozen=True)
class Portefoeljesvar:
    """The answers for a portfolio. Gone through, it gives each `Aktivitetssvar` in the portfolio's order.

    What is counted here is counted where the answers lie; only those that are asked for become objects.
    """

    rammevaerk: str
    titel: str
    udgave: str
    dato: date
    antal: int
    handlinger: Mapping[Handling, int]
    """How many aktiviteter have each handling, of those that any has."""
    klausuler: Mapping[str, Mapping[Udfald, int]]
    """How many aktiviteter have each udfald of each klausul."""
    rows: Callable[[int], Iterator[list[Row]]] = field(repr=False, compare=False)
    reading: Callable[[Row], Aktivitetssvar] = field(repr=False, compare=False)

    def __len__(self) -> int:
        return self.antal

    def __iter__(self) -> Iterator[Aktivitetssvar]:
        return chain.from_iterable(self.batches())

    def batches(self, at_once: int = AT_ONCE) -> Iterator[tuple[Aktivitetssvar, ...]]:
        """The answers, so many at a time."""
        return (tuple(map(self.reading, rows)) for rows in self.rows(at_once))


class Reading:
    """From the rows of `columnar` to answers, for one rammeværk on one day."""

    def __init__(self, ramme: Rammevaerk, navne: Navne, day: date) -> None:
        self._ramme = ramme
        self._navne = navne
        self.columns: Final = navne.klausuler
        """The column of each klausul that rules decide."""
        self.klausuler: Final = {id_: self._without_rule(one, day) for id_, one in ramme.klausuler.items()}
        """The udfald of each klausul, as it is of those that no rule decides."""
        self._decided = lru_cache(_REMEMBERED)(self._decide)
        self._missing = lru_cache(_REMEMBERED)(self._miss)
        self._vilkaar = lru_cache(_REMEMBERED)(lambda bits: tuple(navne.of_bits(navne.vilkaar, bits)))

    def answer(self, row: Row) -> Aktivitetssvar:
        """The answer that a row holds."""
        nr, id_, titel, handling, *udfald, mangler, venter, vilkaar = row
        regler, klausuler, bemaerkninger = self._decided(tuple(udfald[: len(self._navne.regler)]))
        missing = self._missing(tuple(mangler), tuple(venter))
        return Aktivitetssvar(
            nr, id_, titel, handling, klausuler, regler, self._vilkaar(tuple(vilkaar)), bemaerkninger, missing
        )

    def _decide(self, words: tuple[str, ...]) -> tuple[Mapping[str, Udfald], Mapping[str, Udfald], tuple[str, ...]]:
        regler = dict(zip(self._navne.regler, map(Udfald, words), strict=True))
        klausuler = dict(self.klausuler)
        for id_ in self.columns:
            klausuler[id_] = combined(regler[regel.id] for regel in self._ramme.regler_for[id_])
        breached = [one for one in in_paper_order(self._ramme) if regler[one.id] is Udfald.IKKE_OPFYLDT]
        about = [one.id for one in breached if one.styrke == "skal" and one.om_rammen]
        advised = [one.id for one in breached if one.styrke == "bør"]
        return MappingProxyType(regler), MappingProxyType(klausuler), (*about, *advised)

    def _without_rule(self, klausul: Klausul, day: date) -> Udfald:
        if not self._ramme.gaelder.covers(day):
            return Udfald.IKKE_I_KRAFT
        return Udfald.UAFKLARET if klausul.art == "skøn" else Udfald.IKKE_RELEVANT

    def _miss(self, lacks: Sequence[int], waits: Sequence[int]) -> tuple[Mangel, ...]:
        found: dict[str, dict[str, Oplysning]] = {}
        for savn in self._navne.of_bits(self._navne.savn, lacks):
            found.setdefault(savn.regel, {})[savn.fact.name] = savn.fact
        venter = list(self._navne.of_bits(self._navne.venter, waits))
        return told_missing(self._ramme, lambda regel: found.get(regel.id, {}), venter)


def counted(words: Mapping[str, int]) -> Mapping[Udfald, int]:
    """Udfald by how many have them, in the order of the words."""
    found = Counter({Udfald(word): number for word, number in words.items()})
    return MappingProxyType({udfald: found[udfald] for udfald in Udfald if found[udfald]})
