"""What a paper lets weigh heaviest when several aktiviteter are held up against each other."""

from __future__ import annotations

from dataclasses import dataclass

from rammevaerk.model.klausul import ALWAYS, Periode


@dataclass(frozen=True, slots=True)
class Rangorden:
    """One step of the order: the klausuler that carry it. The more of them an aktivitet fulfils, the higher it stands.

    Nothing is weighed: no klausul of a later step makes up for one of an earlier.
    """

    navn: str
    klausuler: tuple[str, ...]
    klausul: str = ""
    """The klausul that the order itself follows from."""
    fortolkning: str = ""
    gaelder: Periode = ALWAYS
    """When the rammeværk it stands in is in force."""
