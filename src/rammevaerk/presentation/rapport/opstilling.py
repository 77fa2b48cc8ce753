"""The whole follow-up in the committee form: indstilling, sagsfremstilling, økonomi, bilag."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.facts.dates import write_date
from rammevaerk.presentation.rapport.bilag import bilag
from rammevaerk.presentation.rapport.blokke import Dokument
from rammevaerk.presentation.rapport.indstilling import indstilling
from rammevaerk.presentation.rapport.oekonomi import oekonomi
from rammevaerk.presentation.rapport.ord import aktiviteter
from rammevaerk.presentation.rapport.sagsfremstilling import sagsfremstilling

if TYPE_CHECKING:
    from rammevaerk.explanation.rapport import Rapport

_PUBLIC: Final = "til offentliggørelse; navne, underskrifter og noter er udeladt"


def composed(rapport: Rapport) -> Dokument:
    """The document that every printer prints."""
    head = {
        "Rammer": rapport.titel,
        "Ejer": rapport.ejer,
        "Opgjort": write_date(rapport.dato),
        "Omfatter": aktiviteter(len(rapport.linjer)),
        "Udgave": _PUBLIC if rapport.offentlig else "til intern brug",
    }
    parts = (indstilling(rapport), sagsfremstilling(rapport), oekonomi(rapport), bilag(rapport))
    return Dokument(
        titel="Opfølgning på internationale aktiviteter",
        undertitel=rapport.titel,
        hoved=tuple((name, text) for name, text in head.items() if text),
        afsnit=parts,
        fod=f"Opgjort den {write_date(rapport.dato)} efter {rapport.rammevaerk}, udgave {rapport.udgave[:12]}.",
        dato=rapport.dato,
    )
