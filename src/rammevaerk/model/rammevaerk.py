"""A policy paper made executable: clauses, rules, parameters, registers and validity, as frozen data."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from rammevaerk.model.reads import reads_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from rammevaerk.facts.kinds import Kind, Oplysning
    from rammevaerk.model.expression import Expression, Value
    from rammevaerk.model.reads import Reads

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
    gaelder: Periode = Periode()
    om_rammen: bool = False
    """The rule speaks of the rammeværk itself: a breach is a bemærkning, whatever its strength."""
    opfyldt: Tekst = Tekst(())
    ikke_opfyldt: Tekst = Tekst(())
    uafklaret: Tekst = Tekst(())
    vilkaar: Tekst = Tekst(())
    spoergsmaal: str = ""
    fortolkning: str = ""


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
class Register:
    """A list that rules look things up in: its names, and what else is said of each."""

    name: str
    poster: tuple[Mapping[str, str], ...]
    klausul: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names, as they are written."""
        return tuple(post["navn"] for post in self.poster)


@dataclass(frozen=True, slots=True)
class Indstillingsregel:
    """A handling and the condition under which it is recommended."""

    handling: Handling
    naar: Expression
    klausul: str = ""
    tekst: Tekst = Tekst(())


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
    gaelder: Periode = Periode()

    @cached_property
    def regler_for(self) -> Mapping[str, tuple[Regel, ...]]:
        """The rules that decide each klausul, by its id."""
        return {id_: tuple(r for r in self.regler if r.klausul == id_) for id_ in self.klausuler}

    @cached_property
    def regel(self) -> Mapping[str, Regel]:
        """Each rule by its id."""
        return {regel.id: regel for regel in self.regler}

    @cached_property
    def reads(self) -> Mapping[str, Reads]:
        """What each rule reads, by its id."""
        return reads_of(self.regler, self.regler_for)

    def in_force(self, regel: Regel, day: date) -> bool:
        """Whether the rule decides anything that day: within its dates, the rammeværk's, and its parameters'.

        Nothing falls back to an older version.
        """
        if not (self.gaelder.covers(day) and regel.gaelder.covers(day)):
            return False
        return all(self.parametre[name].on(day) is not None for name in self.reads[regel.id].parameters)

    @cached_property
    def opslag(self) -> Mapping[str, tuple[str, ...]]:
        """The names of each register, by the register's name."""
        return {register.name: register.names for register in self.registre.values()}
