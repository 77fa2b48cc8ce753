"""The first part of the committee form: what is recommended, point by point."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.explanation.fristvurdering import Tilstand
from rammevaerk.facts.dates import write_date
from rammevaerk.presentation.rapport.blokke import Afsnit, Punkter
from rammevaerk.presentation.rapport.ord import aktiviteter, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rammevaerk.explanation.rapport import Rapport
    from rammevaerk.model.klausul import Handling

_ASKED: Final[Mapping[Handling, str]] = {
    "afslut": "afslutter {}",
    "tilvælg": "vælger {} til",
    "fravælg": "vælger {} fra",
    "fortsæt": "lader {} fortsætte",
    "afvent": "venter med {}, til der er taget stilling til det, der mangler",
}
_HUMAN: Final = (
    "Indstillingerne følger af rammerne og de oplysninger, der er givet. Udvalget beslutter og kan afvige fra dem."
)


def indstilling(rapport: Rapport) -> Afsnit:
    """What the committee is asked to decide."""
    points = tuple(_points(rapport))
    return Afsnit("Indstilling", ("Det indstilles, at udvalget", Punkter(points, nummereret=True), _HUMAN))


def _points(rapport: Rapport) -> Iterator[str]:
    for handling, words in _ASKED.items():
        found = [one.aktivitet.titel for one in rapport.linjer if one.handling == handling]
        if found:
            yield f"{words.format(aktiviteter(len(found)))}: {named(found)}."
    late = [one for one in rapport.frister.frister if one.tilstand is Tilstand.OVERSKREDET and not one.aktivitet]
    for one in late:
        when = f" (fristen var den {write_date(one.dato)})" if one.dato else ""
        yield f"tager stilling til, at en frist for rammerne er overskredet: {one.hvad.rstrip('.')}{when}."
    yield "tager resten af opfølgningen til efterretning."
