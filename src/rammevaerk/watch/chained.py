"""The chaining engine with what it takes from the specification: its leaves, a check of its answers, a substitute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.engines import direct
from rammevaerk.engines.chaining import Chaining, Slutning, unavailable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.model.expression import Expression
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.model.resultat import Resultat, Udfald


def decided(
    node: Expression, ramme: Rammevaerk, aktivitet: Aktivitet, day: date, udfald: Mapping[str, Udfald]
) -> object:
    """What a sentence comes to, for the chaining engine."""
    return direct.answer(node, ramme, aktivitet, day, udfald).value


class Chained:
    """A rammeværk run by the chaining engine, or by the specification where that cannot be had.

    `missing` says why it cannot, in Danish; it is empty when it can. With `kontrol` each answer is held against the
    specification's, and refused where they differ.
    """

    def __init__(self, ramme: Rammevaerk, *, kontrol: bool = False) -> None:
        self.missing = unavailable()
        self._ramme = ramme
        self._kontrol = kontrol
        self._engine = None if self.missing else Chaining(ramme, decided)

    def evaluate(self, aktivitet: Aktivitet, day: date) -> tuple[Resultat, tuple[Slutning, ...]]:
        """The udfald of every rule and the handling, with the conclusions drawn; none where `missing` says why."""
        if self._engine is None:
            return direct.evaluate(self._ramme, aktivitet, day)[0], ()
        found, slutninger = self._engine.evaluate(aktivitet, day)
        if self._kontrol:
            _agree(found, direct.evaluate(self._ramme, aktivitet, day)[0], aktivitet)
        return found, slutninger


def _agree(found: Resultat, wanted: Resultat, aktivitet: Aktivitet) -> None:
    if found == wanted:
        return
    regler = [id_ for id_, udfald in wanted.udfald.items() if found.udfald.get(id_) is not udfald]
    where = f"reglerne {', '.join(regler)}" if regler else "indstillingen"
    message = f"motorerne «chaining» og «direct» er uenige om {where} for aktiviteten «{aktivitet.id}»"
    raise Refused([Diagnostic("M005", message, "brug motoren «direct»; fejlen er programmets og ikke reglernes")])
