"""An entry of the journal, and the head that every entry before it hangs on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, get_args

from rammevaerk.diagnostics import Diagnostic, Refused

if TYPE_CHECKING:
    from rammevaerk.journal.persondata import Personlig

Art = Literal["hændelse", "vurdering", "beslutning", "fravigelse", "varsel", "levering", "udgave", "sletning"]
ARTER: Final[tuple[Art, ...]] = get_args(Art)

Indhold = Mapping[str, "Any | Personlig"]
"""What an entry says: JSON data, in which personal values are wrapped in `Personlig`."""
_HOVED: Final = re.compile("([0-9]{1,18}):([0-9a-f]{64})")


class Postes(Protocol):
    """Anything that can become an entry."""

    @property
    def art(self) -> Art:
        """What kind of entry it becomes."""

    @property
    def aktivitet(self) -> str | None:
        """The id of the aktivitet it is about, if it is about one."""

    @property
    def virkning(self) -> date | None:
        """The day it has effect from, if that is known."""

    def indhold(self) -> Indhold:
        """What it says."""


@dataclass(frozen=True, slots=True)
class Post:
    """One entry. `indhold` is what it says; a personal value that has been erased is `SLETTET`."""

    nummer: int
    art: Art
    tid: str
    virkning: date | None
    aktivitet: str | None
    noegle: str | None
    indhold: Mapping[str, Any]
    forrige: str
    hash: str


@dataclass(frozen=True, slots=True)
class Hoved:
    """The number and hash of the last entry. Whoever has kept one can see whether anything before it was changed."""

    nummer: int
    hash: str

    def __str__(self) -> str:
        return f"{self.nummer}:{self.hash}"


def read_hoved(said: str) -> Hoved:
    """A head as it is printed: the number, a colon and the hash."""
    if found := _HOVED.fullmatch(said.strip()):
        return Hoved(int(found[1]), found[2])
    help_ = "skriv det, som «journal efterprøv» viste det: nummeret, kolon og 64 tegn"
    raise Refused([Diagnostic("J010", f"«{said}» er ikke et hoved", help_)])


def write_tid(tid: datetime) -> str:
    """A moment as it is stored: UTC, always equally long, so that its order is the texts' order.

    >>> write_tid(datetime(2024, 6, 1, 8, 30, tzinfo=UTC))
    '2024-06-01T08:30:00.000000Z'
    """
    if tid.tzinfo is None:
        message = f"tidspunktet {tid.isoformat()} siger ikke, hvilken tidszone det er i"
        raise Refused([Diagnostic("J009", message, "giv tidspunktet en tidszone, fx UTC")])
    return tid.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
