"""The second part of the committee form: how things stand, with figures, diagrams and what to do first."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from rammevaerk.explanation.values import counted
from rammevaerk.facts.dates import write_date
from rammevaerk.names import listed
from rammevaerk.presentation.rangering import ENDS, missing_in_words, order_in_words, trin_in_words
from rammevaerk.presentation.rapport.blokke import Afsnit, Blok, Celle, Diagram, Kolonne, Serie, Soejle, Tabel
from rammevaerk.presentation.rapport.ord import HANDLINGER, aktiviteter, named, reasons
from rammevaerk.presentation.rapport.tilstand import frister, mangler, siden, tilsammen, venskabsbyer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rammevaerk.explanation.rangering import Plads
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
        _foerst(rapport),
        _slut(rapport),
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
    said = listed([f"{counted(numbers[handling])} {words}" for handling, words, _ in found])
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
    return Soejle(name, (Decimal(number),), (counted(number),))


def _foerst(rapport: Rapport) -> Afsnit:
    found = rapport.rangering
    columns = [Kolonne("Plads", tal=True), Kolonne("Aktivitet"), Kolonne("Indstilling"), Kolonne("Hvorfor", bred=True)]
    columns += [Kolonne("Kan blive nr."), Kolonne("Mangler", bred=True)]
    rows = tuple((one.plads, one.titel, one.handling, _why(one), _range(one), _missing(one)) for one in found.foerst)
    none = "Ingen aktiviteter er valgt til eller kan fortsætte."
    tabel = Tabel("Det, vi bør gøre først", "Rækkefølge", tuple(columns), rows, none)
    waiting = named([one.titel for one in found.venter], "bilag 3")
    after = f"{aktiviteter(len(found.venter))} venter på et svar og har ingen plads endnu: {waiting}."
    return Afsnit("Hvad vi bør gøre først", (*order_in_words(found), tabel, *([after] if found.venter else [])))


def _why(one: Plads) -> str:
    steps = "; ".join(map(trin_in_words, one.trin))
    told = f"Foran den næste: {one.skiller}." if one.skiller else ""
    return " ".join(filter(None, [f"{steps}." if steps else "", told])) or "–"


def _range(one: Plads) -> str:
    return f"{one.bedst}" if one.bedst == one.ringest else f"{one.bedst} til {one.ringest}"


def _missing(one: Plads) -> str:
    return missing_in_words(one) or "intet"


def _slut(rapport: Rapport) -> Afsnit:
    found = rapport.rangering.slut
    columns = (Kolonne("Nr.", tal=True), Kolonne("Aktivitet"), Kolonne("Hvorfor", bred=True), Kolonne("Hvad den giver"))
    rows = tuple(
        (one.plads, one.titel, reasons(one.begrundelser), "; ".join(map(trin_in_words, one.trin)) or "–")
        for one in found
    )
    none = "Ingen aktiviteter bør afsluttes."
    tabel = Tabel("Aktiviteter, der bør afsluttes", "Afslutninger", columns, rows, none)
    more = [f"{ENDS} Hvad der er lagt i dem, står under Økonomi."] if found else []
    return Afsnit("Hvad der bør afsluttes", (*more, tabel))


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
    words = f"Flest aktiviteter har {most.navn or 'dem, hvor det er uoplyst'}: {counted(most.antal)}." if most else ""
    diagram = Diagram(
        f"Aktiviteter efter {ental} og indstilling",
        words + (f" De {MOST_BARS} største er vist." if len(found) > MOST_BARS else ""),
        "stablet",
        tuple(Serie(*HANDLINGER[handling]) for handling in met),
        tuple(
            Soejle(
                one.navn or "uoplyst",
                tuple(Decimal(one.handlinger.get(handling, 0)) for handling in met),
                tuple(counted(one.handlinger.get(handling, 0)) for handling in met),
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
