"""What can be entered in the journal, each with the words it must have; who signs and why is personal."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, ClassVar, Final

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.facts.reading import aktivitet_from
from rammevaerk.journal.answer import write_answer
from rammevaerk.journal.persondata import Personlig, marked, marked_answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from rammevaerk.explanation.vurdering import Vurdering
    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.journal.post import Art, Indhold
    from rammevaerk.model.klausul import Handling
    from rammevaerk.model.rammevaerk import Rammevaerk

_NAMELESS: Final = {"titel": "-", "status": "forslag"}
"""What an aktivitet must have besides the few facts that a hændelse tells."""


@dataclass(frozen=True)
class Haendelse:
    """Something that was observed of an aktivitet: facts keyed as in a file, and words about it.

    `hvad` is what kind of thing it was, and `retter` the nøgle of the hændelse whose place this one takes; both are for
    who reads the journal, as the watch does.
    `egne` are the own facts that a rammeværk declares; own facts that nobody declares count as personal.
    """

    aktivitet: str
    oplysninger: Mapping[str, Any] = field(default_factory=dict)
    tekst: str = ""
    virkning: date | None = None
    egne: Mapping[str, Oplysning] = field(default_factory=dict)
    hvad: str = "oplyst"
    retter: str = ""
    art: ClassVar[Art] = "hændelse"

    def indhold(self) -> Indhold:
        """The facts in their one spelling. Raises `Refused` when they are no facts of an aktivitet."""
        whole = facts_of(aktivitet_from({**_NAMELESS, **self.oplysninger, "id": self.aktivitet}))
        told = {key: value for key, value in whole.items() if key != "id" and not self._added(key)}
        more = {"hvad": self.hvad if self.hvad != "oplyst" else "", "retter": self.retter}
        said = {"oplysninger": marked(told, self.egne), **_text("tekst", self.tekst)}
        return said | {key: word for key, word in more.items() if word}

    def _added(self, key: str) -> bool:
        return key in _NAMELESS and key not in self.oplysninger


@dataclass(frozen=True)
class Vurderingspost:
    """A vurdering with the facts as they were given, so that it can be made again."""

    vurdering: Vurdering
    fakta: Aktivitet
    ramme: Rammevaerk
    sagsnr: str = ""
    art: ClassVar[Art] = "vurdering"

    @property
    def aktivitet(self) -> str:
        """Whose vurdering it is."""
        return self.vurdering.aktivitet

    @property
    def virkning(self) -> date:
        """The day that was judged on."""
        return self.vurdering.dato

    def indhold(self) -> Indhold:
        """The facts, the answer, and by which rules and which program it was made."""
        facts = marked(facts_of(self.fakta), self.ramme.egne)
        return {
            "rammeværk": self.vurdering.rammevaerk,
            "udgave": self.vurdering.udgave,
            "program": program(),
            "fakta": facts,
            "svar": marked_answer(write_answer(self.vurdering), facts, self.ramme.egne),
            **({"sagsnr": self.sagsnr} if self.sagsnr else {}),
        }


@dataclass(frozen=True)
class Beslutning:
    """What a person decided about an aktivitet."""

    aktivitet: str
    handling: Handling
    hvem: str
    hvornaar: date
    rolle: str = ""
    hvorfor: str = ""
    klausul: str = ""
    art: ClassVar[Art] = "beslutning"

    @property
    def virkning(self) -> date:
        """The day it was decided."""
        return self.hvornaar

    def indhold(self) -> Indhold:
        """Raises `Refused` with everything that is missing."""
        if faults := [_missing(self.art, word) for word, said in self._needed() if not said.strip()]:
            raise Refused(faults)
        return {
            "handling": self.handling,
            "hvem": Personlig(self.hvem),
            "hvornår": self.hvornaar.isoformat(),
            **({"rolle": self.rolle} if self.rolle else {}),
            **_text("hvorfor", self.hvorfor),
            **({"klausul": self.klausul} if self.klausul else {}),
        }

    def _needed(self) -> Iterator[tuple[str, str]]:
        yield "hvem", self.hvem


@dataclass(frozen=True)
class Fravigelse(Beslutning):
    """A person's deviation from an indstilling: not without a role and a reason."""

    art: ClassVar[Art] = "fravigelse"

    def _needed(self) -> Iterator[tuple[str, str]]:
        yield from (("hvem", self.hvem), ("rolle", self.rolle), ("hvorfor", self.hvorfor))


@dataclass(frozen=True)
class Varsel:
    """Something that somebody should be told of, on the day it is about. `detaljer` is JSON data."""

    aktivitet: str | None
    tekst: str
    virkning: date | None = None
    detaljer: Mapping[str, Any] = field(default_factory=dict)
    art: ClassVar[Art] = "varsel"

    def indhold(self) -> Indhold:
        """The text counts as personal: it is made of facts."""
        return {**_text("tekst", self.tekst), **({"detaljer": self.detaljer} if self.detaljer else {})}


@dataclass(frozen=True)
class Levering:
    """That a varsel reached somebody: its number, who it was, and by what way."""

    aktivitet: str | None
    varsel: int
    modtager: str
    kanal: str
    detaljer: Mapping[str, Any] = field(default_factory=dict)
    art: ClassVar[Art] = "levering"
    virkning: ClassVar[date | None] = None

    def indhold(self) -> Indhold:
        """Who it was is personal."""
        said = {"varsel": self.varsel, "modtager": Personlig(self.modtager), "kanal": self.kanal}
        return {**said, **({"detaljer": self.detaljer} if self.detaljer else {})}


def facts_of(aktivitet: Aktivitet) -> dict[str, Any]:
    """The facts as a file holds them, those that are known."""
    return aktivitet.model_dump(mode="json", by_alias=True, exclude_unset=True)


def program() -> str:
    """The version of this library that judges."""
    try:
        return version("rammevaerk")
    except PackageNotFoundError:
        return "ikke installeret"


def _text(key: str, said: str) -> dict[str, Personlig]:
    return {key: Personlig(said)} if said else {}


def _missing(art: Art, word: str) -> Diagnostic:
    why = {
        "hvem": "skriv, hvem der besluttede",
        "rolle": "skriv i hvilken rolle, fx «stabschef»",
        "hvorfor": "skriv begrundelsen",
    }
    return Diagnostic("J006", f"{art}en mangler «{word}»", why[word])
