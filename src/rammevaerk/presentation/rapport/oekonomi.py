"""The third part of the committee form: what was put in and what came out of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from rammevaerk.explanation.beloeb import Beloeb, beloeb_in_words, total
from rammevaerk.explanation.values import UNKNOWN
from rammevaerk.facts.unit_table import RESOURCE_UNITS
from rammevaerk.facts.units import Maengde
from rammevaerk.presentation.rapport.blokke import Afsnit, Blok, Celle, Diagram, Kolonne, Serie, Soejle, Tabel, shown
from rammevaerk.presentation.rapport.ord import aktiviteter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rammevaerk.explanation.rapport import Linje, Rapport

MOST_BARS: Final = 15
_SERIES: Final = (Serie("investeret", "fyldt"), Serie("udbytte", "skrå"))


def oekonomi(rapport: Rapport) -> Afsnit:
    """Of each collaboration what was put in and what came out, and of those that should end what they cost."""
    told = [one for one in rapport.linjer if one.investeret.oplyst or one.udbytte.oplyst]
    silent = len(rapport.linjer) - len(told)
    whole = f"I alt er der investeret: {_ended(total(one.investeret for one in rapport.linjer))} Udbyttet er: "
    whole += _ended(total(one.udbytte for one in rapport.linjer))
    text = f"{aktiviteter(silent)} har hverken oplyst investering eller udbytte." if silent else ""
    diagrams = (_diagram(unit, told) for unit in RESOURCE_UNITS)
    blokke: tuple[Blok | None, ...] = (whole, text or None, *diagrams, _tabel(told))
    ends = rapport.rangering.slut
    columns = (Kolonne("Nr.", tal=True), Kolonne("Aktivitet"), Kolonne("Investeret", tal=True))
    rows = tuple((one.plads, one.titel, cell(one.investeret)) for one in ends)
    price = Tabel(
        "Det, der er lagt i dem, der bør afsluttes", "Pris", columns, rows, "Ingen aktiviteter bør afsluttes."
    )
    said = f"I alt er der lagt i dem: {_ended(rapport.rangering.pris)}"
    end = Afsnit("Det, der bør afsluttes", (said, price) if ends else (price,))
    account = Afsnit("Investeret og udbytte", tuple(one for one in blokke if one is not None))
    return Afsnit("Økonomi", (), (account, end))


def _ended(beloeb: Beloeb) -> str:
    words = beloeb_in_words(beloeb)
    return words if words.endswith(".") else f"{words}."


def cell(beloeb: Beloeb) -> Celle:
    """A sum in a cell: the amount where it is one, else in words."""
    if beloeb.oplyst and not beloeb.mindst and len(beloeb.dele) == 1:
        return beloeb.dele[0]
    return beloeb_in_words(beloeb)


def _tabel(told: Sequence[Linje]) -> Tabel:
    names = ("Aktivitet", "Forvaltning", "Investeret", "Udbytte", "Sidst evalueret", "Bidrag")
    columns = tuple(Kolonne(name, tal=name in ("Investeret", "Udbytte")) for name in names)
    rows = tuple(
        (
            one.aktivitet.titel,
            one.forvaltning or UNKNOWN,
            cell(one.investeret),
            cell(one.udbytte),
            one.evalueret,
            one.bidrag or (UNKNOWN if one.evalueret else None),
        )
        for one in told
    )
    return Tabel("Investeret og udbytte", "Økonomi", columns, rows, "Ingen har oplyst investering eller udbytte.")


def _diagram(unit: str, told: Sequence[Linje]) -> Diagram | None:
    """The aktiviteter that have amounts in a unit, side by side; the largest where there are many."""
    found = [one for one in told if one.investeret.in_unit(unit) or one.udbytte.in_unit(unit)]
    if not found:
        return None
    largest = sorted(found, key=lambda one: -max(one.investeret.in_unit(unit), one.udbytte.in_unit(unit)))[:MOST_BARS]
    more = f" De {MOST_BARS} største er vist." if len(found) > MOST_BARS else ""
    return Diagram(
        f"Investeret og udbytte i {unit}",
        f"{aktiviteter(len(found))} har beløb i {unit.rstrip('.')}.{more} En stiplet ende kan være længere.",
        "parvis",
        _SERIES,
        tuple(_soejle(one, unit) for one in found if one in largest),
    )


def _soejle(one: Linje, unit: str) -> Soejle:
    both = one.investeret, one.udbytte
    return Soejle(
        one.aktivitet.titel,
        tuple(max(Decimal(0), beloeb.in_unit(unit)) for beloeb in both),
        tuple(_label(beloeb, unit) for beloeb in both),
        tuple(beloeb.mindst for beloeb in both),
    )


def _label(beloeb: Beloeb, unit: str) -> str:
    if not beloeb.oplyst:
        return UNKNOWN
    known = shown(Maengde(beloeb.in_unit(unit), unit))
    return f"mindst {known}" if beloeb.mindst else known
