"""The parts of a rammeværk: clauses, rules, dated values, registers and recommendations, as frozen data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from rammevaerk.facts.kinds import Kind
    from rammevaerk.model.expression import Expression, Value

Styrke = Literal["skal", "bør", "kan", "oplysning"]
KlausulArt = Literal["regel", "skøn", "register", "oplysning"]
Handling = Literal["tilvælg", "fravælg", "fortsæt", "afslut", "afvent", "ingen"]


@dataclass(frozen=True, slots=True)
class Periode:
    """From and including `fra` to and including `til`; None is open."""

    fra: date | None = None
    til: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the day lies within the period, both ends included."""
        return (self.fra is None or self.fra <= day) and (self.til is None or day <= self.til)

    @property
    def empty(self) -> bool:
        """Whether it ends before it begins."""
        return self.fra is not None and self.til is not None and self.til < self.fra

    def within(self, other: Periode) -> Periode:
        """The days in both; a period that ends before it begins where there are none."""
        return Periode(_picked(max, self.fra, other.fra), _picked(min, self.til, other.til))

    def spanning(self, other: Periode) -> Periode:
        """From the first day of either to the last."""
        fra = min(self.fra, other.fra) if self.fra and other.fra else None
        til = max(self.til, other.til) if self.til and other.til else None
        return Periode(fra, til)


def _picked(pick: Callable[[list[date]], date], *days: date | None) -> date | None:
    known = [day for day in days if day is not None]
    return pick(known) if known else None


ALWAYS: Final = Periode()


@dataclass(frozen=True, slots=True)
class Klausul:
    """One sentence or list item of the kilde: its strength, its kind and its place."""

    id: str
    styrke: Styrke
    art: KlausulArt
    tekst: str = ""
    afsnit: str = ""
    punktummer: tuple[int, ...] = ()
    hvorfor: str = ""
    ramme: str = ""
    """The rammeværk it stands in, where that is one this builds on."""


@dataclass(frozen=True, slots=True)
class Tekst:
    """A sentence with names in it: `parts` alternates plain text and the name to show there."""

    parts: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.parts)


@dataclass(frozen=True, slots=True)
class Regel:
    """How a klausul is decided from facts."""

    id: str
    klausul: str
    styrke: Styrke
    krav: Expression
    gaelder_naar: Expression | None = None
    gaelder: Periode = ALWAYS
    om_rammen: bool = False
    """The rule speaks of the rammeværk itself: a breach is a bemærkning, whatever its strength."""
    opfyldt: Tekst = Tekst(())
    ikke_opfyldt: Tekst = Tekst(())
    uafklaret: Tekst = Tekst(())
    vilkaar: Tekst = Tekst(())
    spoergsmaal: str = ""
    fortolkning: str = ""
    ramme: str = ""
    """The rammeværk it stands in, where that is one this builds on."""

    @property
    def sentences(self) -> tuple[Expression, ...]:
        """Every expression of the rule."""
        return (*((self.gaelder_naar,) if self.gaelder_naar else ()), self.krav)


@dataclass(frozen=True, slots=True)
class Vaerdi:
    """A value of a parameter and when it holds."""

    gaelder: Periode
    value: Value | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A dated value that rules use: never a number inside a condition."""

    name: str
    kind: Kind
    vaerdier: tuple[Vaerdi, ...]
    klausul: str = ""
    fortolkning: str = ""

    def on(self, day: date) -> Value | tuple[str, ...] | None:
        """The value in force that day; None when there is none. Nothing falls back to an older one."""
        return next((v.value for v in self.vaerdier if v.gaelder.covers(day)), None)


@dataclass(frozen=True, slots=True)
class Begreb:
    """A name that the rule files give to a sentence."""

    name: str
    node: Expression
    kind: Kind
    fortolkning: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """A list that rules look things up in: its names, and what else is said of each.

    A post holds its `navn` and those of the other fields that are known of it, each of the kind in `felter`.
    """

    name: str
    poster: tuple[Mapping[str, Value | tuple[str, ...]], ...]
    klausul: str = ""
    felter: Mapping[str, Kind] = field(default_factory=dict)
    """The kind of each field beside `navn`, in the order the posts first have them."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names, as they are written."""
        return tuple(str(post["navn"]) for post in self.poster)


@dataclass(frozen=True, slots=True)
class Indstillingsregel:
    """A handling and the condition under which it is recommended."""

    handling: Handling
    naar: Expression
    klausul: str = ""
    tekst: Tekst = Tekst(())
