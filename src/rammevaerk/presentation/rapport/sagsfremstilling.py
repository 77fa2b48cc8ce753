"""The second part of the committee form: how things stand, with figures, diagrams and what to do first."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from rammevaerk.facts.dates import write_date
from rammevaerk.facts.numbers import write_count
from rammevaerk.names import listed
from rammevaerk.presentation.rapport.blokke import Afsnit, Blok, Celle, Diagram, Kolonne, Serie, Soejle, Tabel
from rammevaerk.presentation.rapport.ord import HANDLINGER, aktiviteter
from rammevaerk.presentation.rapport.raekkefoelge import foerst, slut
from rammevaerk.presentation.rapport.tilstand import frister, mangler, siden, tilsammen, venskabsbyer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rammevaerk.explanation.rapport import Listeopgoerelse, Optaelling, Rapport
    from rammevaerk.model.klausul import Handling

MOST_BARS: Final = 15
"""More than that nobody can hold apart; the table has them all."""
_UNKNOWN: Final = (
    "Det, der ikke er oplyst, er ikke regnet for et nej eller for 0. "
    "Hvor det kan ændre et svar, står der, at det er uafklaret."
)


def sagsfremstilling(rapport: Rapport) -> Afsnit:
    """How things stand."""
    under = (
        _handlinger(rapport),
        siden(rapport),
        foerst(rapport),
        slut(rapport),
        *(_liste(one) for one in rapport.lister),
        *tilsammen(rapport),
        _grupper("Forvaltninger", "forvaltning", rapport.forvaltninger),
        _grupper("Lande", "land", rapport.lande, "En aktivitet med partnere i flere lande tæller med i hvert af dem."),
        _retning(rapport),
        *venskabsbyer(rapport),
        frister(rapport),
        mangler(rapport),
    )
    return Afsnit("Sagsfremstilling", (_opening(rapport), _UNKNOWN), under)


def _opening(rapport: Rapport) -> str:
    held = f"{aktiviteter(len(rapport.linjer))} er holdt op mod rammerne «{rapport.titel}»"
    return f"{held}, som de og aktiviteterne stod den {write_date(rapport.dato)}."


def _handlinger(rapport: Rapport) -> Afsnit:
    numbers = rapport.handlinger
    found = [(handling, words, moenster) for handling, (words, moenster) in HANDLINGER.items() if numbers.get(handling)]
    said = listed([f"{write_count(numbers[handling])} {words}" for handling, words, _ in found])
    diagram = Diagram(
        "Aktiviteter efter indstilling",
        f"{aktiviteter(len(rapport.linjer))}: {said}." if found else "Der er ingen aktiviteter.",
        "parvis",
        (Serie("aktiviteter", "fyldt"),),
        tuple(_bar(words, numbers[handling]) for handling, words, _ in found),
    )
    rows = tuple((words, numbers[handling], _MEANING[handling]) for handling, words, _ in found)
    columns = (Kolonne("Indstilling"), Kolonne("Antal", tal=True), Kolonne("Betydning", bred=True))
    tabel = Tabel("Aktiviteter efter indstilling", "Indstillinger", columns, rows, "Der er ingen aktiviteter.")
    return Afsnit("Hvad der indstilles", (diagram, tabel))


_MEANING: Final[Mapping[Handling, str]] = {
    "tilvælg": "Forslaget kan vælges til.",
    "fortsæt": "Aktiviteten kan fortsætte.",
    "afvent": "Der mangler svar, som kan ændre indstillingen, eller aktiviteten skal overvejes igen.",
    "afslut": "Aktiviteten bør afsluttes.",
    "fravælg": "Forslaget bør vælges fra.",
    "ingen": "Der indstilles ikke noget, fordi aktiviteten er slut, eller fordi rammerne ikke siger noget om det.",
}


def _bar(name: str, number: int) -> Soejle:
    return Soejle(name, (Decimal(number),), (write_count(number),))


def _liste(one: Listeopgoerelse) -> Afsnit:
    title = one.navn.capitalize()
    if one.ingen:
        begins = "Ingen aktivitet i gang siger, at den er" if one.uoplyst else "Ingen aktivitet i gang er"
        none = f"{begins} knyttet til {listed([f'«{name}»' for name in one.ingen], 'eller')}."
    else:
        none = "Alle har mindst én aktivitet i gang."
    open_ = f"{aktiviteter(one.uoplyst)} i gang har ikke oplyst det og kan høre til dem alle." if one.uoplyst else ""
    diagram = Diagram(
        f"Aktiviteter i gang for hver af listens poster: {one.navn}",
        none,
        "parvis",
        (Serie("aktiviteter i gang", "fyldt"),),
        tuple(_bar(each.navn, each.i_gang) for each in one.poster),
    )
    rows = tuple((each.navn, each.i_gang, each.forslag, each.afsluttet) for each in one.poster)
    columns = (Kolonne(title), *(Kolonne(name, tal=True) for name in ("I gang", "Forslag", "Afsluttet")))
    tabel = Tabel(f"Aktiviteter efter {one.navn}", title, columns, rows, "Listen er tom.")
    return Afsnit(title, tuple(filter(None, (none, open_, diagram, tabel))))


def _grupper(titel: str, ental: str, found: Sequence[Optaelling], note: str = "") -> Afsnit:
    """Those that have a value in common, each parted by handling."""
    met = [handling for handling in HANDLINGER if any(one.handlinger.get(handling) for one in found)]
    largest = sorted(found, key=lambda one: -one.antal)[:MOST_BARS]
    chosen = [one for one in found if one in largest]
    most = max(found, key=lambda one: one.antal, default=None)
    who = (most.navn or "dem, hvor det er uoplyst") if most else ""
    words = f"Flest aktiviteter har {who}: {write_count(most.antal)}." if most else ""
    diagram = Diagram(
        f"Aktiviteter efter {ental} og indstilling",
        words + (f" De {MOST_BARS} største er vist." if len(found) > MOST_BARS else ""),
        "stablet",
        tuple(Serie(*HANDLINGER[handling]) for handling in met),
        tuple(
            Soejle(
                one.navn or "uoplyst",
                tuple(Decimal(one.handlinger.get(handling, 0)) for handling in met),
                tuple(write_count(one.handlinger.get(handling, 0)) for handling in met),
            )
            for one in chosen
        ),
    )
    columns = (
        Kolonne(ental.capitalize()),
        Kolonne("I alt", tal=True),
        *(Kolonne(HANDLINGER[h][0], tal=True) for h in met),
    )
    rows: tuple[tuple[Celle, ...], ...] = tuple(
        (one.navn or "uoplyst", one.antal, *(one.handlinger.get(h, 0) for h in met)) for one in found
    )
    tabel = Tabel(f"Aktiviteter efter {ental}", titel, columns, rows, "Der er ingen aktiviteter.")
    blokke: tuple[Blok, ...] = (diagram, tabel) if found else (tabel,)
    return Afsnit(titel, (*([note] if note else []), *blokke))


_ALL: Final = "Alle retninger er med."


def _retning(rapport: Rapport) -> Afsnit:
    found = rapport.retninger
    rows = tuple((one.navn or "uoplyst", one.antal) for one in found)
    none = [one.navn for one in found if one.navn and not one.antal]
    open_ = next((one.antal for one in found if one.navn is None), 0)
    text = f"Ingen aktivitet er oplyst som: {listed([f'«{name}»' for name in none], 'eller')}." if none else _ALL
    text += f" {aktiviteter(open_)} har ikke oplyst det." if open_ else ""
    diagram = Diagram(
        "Videns retning",
        text,
        "parvis",
        (Serie("aktiviteter", "fyldt"),),
        tuple(_bar(one.navn or "uoplyst", one.antal) for one in found),
    )
    columns = (Kolonne("Retning"), Kolonne("Aktiviteter", tal=True))
    return Afsnit("Videns retning", (text, diagram, Tabel("Videns retning", "Retning", columns, rows, "Ingen.")))
