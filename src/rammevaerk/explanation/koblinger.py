"""What a register has for an aktivitet: each post with its criteria, in an order that anybody can check.

It is tempting to give each post a score between 0 and 1. However: a person can appeal «fristen er overskredet», nobody
can appeal 0.43. So the posts stand in three groups, and within a group they are counted and dated, never weighed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from rammevaerk.explanation.betingelse import Betingelse, Undersoegelse
from rammevaerk.explanation.values import in_words
from rammevaerk.facts.kinds import TEXT
from rammevaerk.model import expression as e
from rammevaerk.model.klassifikation import NAME, Kobling, field_parameter
from rammevaerk.model.klausul import ALWAYS, Parameter, Register, Vaerdi
from rammevaerk.names import danish_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.facts.kinds import Kind
    from rammevaerk.model.expression import Value
    from rammevaerk.model.rammevaerk import Rammevaerk

    Post = Mapping[str, Value | tuple[str, ...]]

Svar = Literal["passer", "kan passe", "udelukket"]
SVAR: Final[tuple[Svar, ...]] = ("passer", "kan passe", "udelukket")
"""The groups in the order they are read."""


@dataclass(frozen=True, slots=True)
class Kriterievurdering:
    """One criterion asked of the aktivitet and a post: whether it is required, and what it came to."""

    navn: str
    kraeves: bool
    betingelse: Betingelse

    @property
    def holder(self) -> bool | None:
        """Whether the criterion is fulfilled; None when that is open."""
        return self.betingelse.holder


@dataclass(frozen=True, slots=True)
class Postvurdering:
    """One post: the group it stands in, its criteria, and what the register says of it that no criterion reads.

    `passer`: every required criterion is fulfilled. `kan passe`: none fails, but one is open. `udelukket`: one fails.
    """

    navn: str
    svar: Svar
    frist: date | None
    kriterier: tuple[Kriterievurdering, ...]
    felter: tuple[tuple[str, str], ...] = ()

    @property
    def opfyldte(self) -> int:
        """How many criteria are fulfilled, required or not."""
        return sum(one.holder is True for one in self.kriterier)


@dataclass(frozen=True, slots=True)
class Koblingsvurdering:
    """One kobling: the posts of its register in their order, and the name of the field that is their frist."""

    navn: str
    klausul: str
    register: str
    frist: str
    poster: tuple[Postvurdering, ...]

    def those(self, svar: Svar) -> tuple[Postvurdering, ...]:
        """The posts of one group, in their order."""
        return tuple(one for one in self.poster if one.svar == svar)


@dataclass(frozen=True)
class Koblingssvar:
    """The whole answer; without any kobling when the rammeværk is not in force that day."""

    aktivitet: str
    titel: str
    rammevaerk: str
    udgave: str
    dato: date
    i_kraft: bool
    koblinger: Mapping[str, Koblingsvurdering]


def matched(ramme: Rammevaerk, aktivitet: Aktivitet, day: date) -> Koblingssvar:
    """Every kobling of the rammeværk asked of one aktivitet."""
    in_force = ramme.gaelder.covers(day)
    asking = Undersoegelse.begin(ramme, aktivitet, day)
    asked = {name: one for name, one in ramme.koblinger.items() if in_force and one.gaelder.covers(day)}
    found = {name: _vurdering(one, asking) for name, one in asked.items()}
    return Koblingssvar(aktivitet.id, aktivitet.titel, ramme.id, ramme.udgave, day, in_force, found)


def _vurdering(kobling: Kobling, asking: Undersoegelse) -> Koblingsvurdering:
    register = asking.ramme.registre[kobling.register]
    unread = _unread(kobling, register)
    found = [_post(kobling, register, post, asking, unread) for post in register.poster]
    poster = tuple(sorted(found, key=_order))
    return Koblingsvurdering(kobling.navn, kobling.klausul, kobling.register, kobling.frist, poster)


def _order(post: Postvurdering) -> tuple[object, ...]:
    """The group, the number of fulfilled criteria, the earliest frist and the name; an unknown frist comes last."""
    return SVAR.index(post.svar), -post.opfyldte, post.frist or date.max, danish_order(post.navn), post.navn


def _post(
    kobling: Kobling, register: Register, post: Post, asking: Undersoegelse, unread: Mapping[str, Kind]
) -> Postvurdering:
    """One post, its fields read as parameters of the rammeværk; one that it lacks has no value and is unknown."""
    parametre = {**asking.ramme.parametre, **dict(_fields(register, post))}
    here = replace(asking, ramme=replace(asking.ramme, parametre=parametre))
    kriterier = tuple(
        Kriterievurdering(one.navn, one.kraeves, here.answer(one.naar, kobling.klausul)) for one in kobling.kriterier
    )
    frist = post.get(kobling.frist)
    return Postvurdering(
        str(post[NAME]),
        _svar(one.holder for one in kriterier if one.kraeves),
        frist if isinstance(frist, date) else None,
        kriterier,
        tuple((felt, in_words(post[felt], kind.unit)) for felt, kind in unread.items() if felt in post),
    )


def _fields(register: Register, post: Post) -> Iterator[tuple[str, Parameter]]:
    for felt, kind in {NAME: TEXT, **register.felter}.items():
        name = field_parameter(register.name, felt)
        yield name, Parameter(name, kind, (Vaerdi(ALWAYS, post[felt]),) if felt in post else ())


def _svar(required: Iterable[bool | None]) -> Svar:
    found = set(required)
    return "udelukket" if False in found else "kan passe" if None in found else "passer"


def _unread(kobling: Kobling, register: Register) -> dict[str, Kind]:
    """The fields that are there for the reader alone."""
    nodes = (node for one in kobling.kriterier for node in e.walk(one.naar))
    read = {node.name for node in nodes if isinstance(node, e.Parameter)}
    fields = {felt: field_parameter(register.name, felt) for felt in register.felter if felt != kobling.frist}
    return {felt: register.felter[felt] for felt, name in fields.items() if name not in read}
