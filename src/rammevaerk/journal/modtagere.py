"""Who varsler can be delivered to, by how it is written: an address on the same machine, or a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rammevaerk.journal.varselfil import Varselfil
from rammevaerk.journal.webhook import Webhook

if TYPE_CHECKING:
    from rammevaerk.journal.kanal import Kanal


def kanal_to(place: str) -> Kanal:
    """The way to a receiver. Raises `Refused` when the address is not of this machine."""
    return Webhook(place) if "://" in place else Varselfil(place)
