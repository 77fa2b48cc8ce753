"""The kinds of value a fact can have, and what a fact is called. Pure data, no pydantic, no pint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Art = Literal["ja/nej", "tal", "dato", "tekst", "valg", "liste"]

RESOURCE: Final = "ressource"
"""The unit of an amount that may be money or working time: kr., EUR, timer or årsværk."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value is. `unit` is a base unit of `units.py` (empty: a bare number) or RESOURCE."""

    art: Art
    unit: str = ""
    options: tuple[str, ...] = ()
    element: Kind | None = None
    """For a list of texts: the kind of each."""
    fields: tuple[Oplysning, ...] = ()
    """For a list of records: what is known of each."""
    skoen: bool = False
    """A yes or no that only a person can give; the value carries who and when."""

    @property
    def dated(self) -> bool:
        """Whether the list's records carry a date, so that those after the vurderingsdato do not exist yet."""
        return any(field.key == "dato" for field in self.fields)


@dataclass(frozen=True, slots=True)
class Oplysning:
    """One thing that can be known: its name in sentences, its key in files, its attribute in Python."""

    name: str
    key: str
    attribute: str
    kind: Kind
    question: str = ""
    persondata: Literal["ja", "nej", "fritekst"] = "nej"
    singular: str = ""
    """For a list: what one of its elements is called (`evaluering` of `evalueringer`)."""
    own: bool = False
    """Declared by a rammeværk; found in the aktivitet's `egne`, not as an attribute."""


YES_NO: Final = Kind("ja/nej")
NUMBER: Final = Kind("tal")
DATE: Final = Kind("dato")
TEXT: Final = Kind("tekst")
