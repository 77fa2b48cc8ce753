"""Which class an aktivitet belongs to by its facts, and whether that is what it is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rammevaerk.explanation.betingelse import Betingelse, Undersoegelse
from rammevaerk.explanation.values import fact_of
from rammevaerk.names import listed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.model.klassifikation import Klasse, Klassifikation
    from rammevaerk.model.rammevaerk import Rammevaerk

Svar = Literal["stemmer", "modstrid", "uafklaret", "ikke angivet", "uden kendetegn"]


@dataclass(frozen=True, slots=True)
class Klassevurdering:
    """One class: whether the facts have its marks (None: they could have), and why."""

    vaerdi: str
    klausul: str
    betingelse: Betingelse

    @property
    def holder(self) -> bool | None:
        """Whether the facts are those of the class."""
        return self.betingelse.holder


@dataclass(frozen=True, slots=True)
class Klassifikationsvurdering:
    """One typology: what the aktivitet is called (None: unknown), the verdict on that, and every class.

    `stemmer`: the stated class has its marks. `modstrid`: it cannot have them. `uafklaret`: it could.
    `uden kendetegn`: the stated value is none of the classes.
    """

    navn: str
    klausul: str
    oplysning: str
    angivet: str | None
    svar: Svar
    tekst: str
    klasser: tuple[Klassevurdering, ...]

    def those(self, *, holder: bool | None) -> tuple[Klassevurdering, ...]:
        """The classes that hold, that are excluded, or that could hold."""
        return tuple(one for one in self.klasser if one.holder is holder)


@dataclass(frozen=True)
class Klassificering:
    """The whole answer; without any klassifikation when the rammeværk is not in force that day."""

    aktivitet: str
    titel: str
    rammevaerk: str
    udgave: str
    dato: date
    i_kraft: bool
    klassifikationer: Mapping[str, Klassifikationsvurdering]


def classified(ramme: Rammevaerk, aktivitet: Aktivitet, day: date) -> Klassificering:
    """Every typology of the rammeværk asked of one aktivitet."""
    in_force = ramme.gaelder.covers(day)
    asking = Undersoegelse.begin(ramme, aktivitet, day)
    asked = {name: one for name, one in ramme.klassifikationer.items() if in_force and one.gaelder.covers(day)}
    found = {name: _vurdering(one, asking) for name, one in asked.items()}
    return Klassificering(aktivitet.id, aktivitet.titel, ramme.id, ramme.udgave, day, in_force, found)


def _vurdering(klassifikation: Klassifikation, asking: Undersoegelse) -> Klassifikationsvurdering:
    klasser = tuple(_klasse(one, klassifikation, asking) for one in klassifikation.klasser)
    stated = fact_of(asking.aktivitet, klassifikation.oplysning)
    angivet = stated if isinstance(stated, str) else None
    own = next((one for one in klasser if one.vaerdi == angivet), None)
    svar = _svar(angivet, own)
    return Klassifikationsvurdering(
        klassifikation.navn,
        klassifikation.klausul,
        klassifikation.oplysning.name,
        angivet,
        svar,
        _tekst(klassifikation.oplysning.name, angivet, svar, klasser),
        klasser,
    )


def _klasse(klasse: Klasse, within: Klassifikation, asking: Undersoegelse) -> Klassevurdering:
    klausul = klasse.klausul or within.klausul
    return Klassevurdering(klasse.vaerdi, klausul, asking.answer(klasse.naar, klausul))


def _svar(angivet: str | None, own: Klassevurdering | None) -> Svar:
    if angivet is None:
        return "ikke angivet"
    if own is None:
        return "uden kendetegn"
    if own.holder is None:
        return "uafklaret"
    return "stemmer" if own.holder else "modstrid"


def _tekst(name: str, angivet: str | None, svar: Svar, klasser: tuple[Klassevurdering, ...]) -> str:
    """The verdict as sentences, with the other classes that the facts fit or could fit."""
    verdict = {
        "stemmer": f"«{name}» er angivet som «{angivet}», og det stemmer med oplysningerne.",
        "modstrid": f"«{name}» er angivet som «{angivet}», men det strider mod oplysningerne.",
        "uafklaret": f"«{name}» er angivet som «{angivet}». Det kan stemme, men der mangler oplysninger.",
        "ikke angivet": f"«{name}» er ikke angivet.",
        "uden kendetegn": f"«{name}» er angivet som «{angivet}», der ikke har nogen kendetegn at holde op mod.",
    }[svar]
    others = [one for one in klasser if one.vaerdi != angivet]
    fits, could = ([f"«{one.vaerdi}»" for one in others if one.holder is holder] for holder in (True, None))
    also = "også " if svar in ("stemmer", "uafklaret") else ""
    if fits:
        return f"{verdict} Oplysningerne passer {also}til {listed(fits)}."
    if could and svar != "stemmer":
        return f"{verdict} Oplysningerne kan {also}passe til {listed(could, 'eller')}."
    return verdict if also else f"{verdict} Oplysningerne passer ikke til nogen af klasserne."
