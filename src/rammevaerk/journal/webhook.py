"""Varsler to another program on the same machine, by HTTP. Nothing goes further, and nobody is waited for long.

`http.client` and not `urllib`: it follows no redirect and knows no proxy.
"""

from __future__ import annotations

import socket
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from ipaddress import ip_address
from threading import Event, Timer
from typing import TYPE_CHECKING, ClassVar, Final
from urllib.parse import SplitResult, urlsplit

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.journal.kanal import not_taken, varsel_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.journal.kanal import Give, HashOf
    from rammevaerk.journal.post import Post

KEY: Final = "Idempotency-Key"
"""The header with the varsel's hash, which is the same however often it is sent."""
_HERE: Final = ("127.0.0.1", "localhost", "::1")
_PATIENCE: Final = 10.0
"""Seconds from the request to the answer."""
_MOST: Final = 1 << 16
"""Bytes of the answer that are read; what it says is of no use."""
_TAKEN: Final = range(200, 300)
_ELSEWHERE: Final = range(300, 400)


@dataclass(frozen=True)
class Webhook:
    """An address on this very machine that a varsel is sent to as JSON, with its key in `Idempotency-Key`.

    A 2xx says that the receiver has it. A run that is killed before that was recorded sends the same again: who must
    have it once keeps the keys.
    """

    adresse: str
    navn: ClassVar[str] = "webhook"

    def __post_init__(self) -> None:
        _parts(self.adresse)

    @property
    def modtager(self) -> str:
        """The address."""
        return self.adresse

    @contextmanager
    def opened(self, hash_of: HashOf) -> Iterator[Give]:
        """Nothing is to be opened: each varsel is a request of its own."""
        del hash_of
        yield self._give

    def _give(self, varsel: Post) -> None:
        status = self._answer(varsel)
        if status not in _TAKEN:
            further = "den viste videre til en anden adresse" if status in _ELSEWHERE else "den svarede"
            raise not_taken(self.adresse, varsel, f"{further} ({status})")

    def _answer(self, varsel: Post) -> int:
        """The status of the answer. An answer that comes too late is none."""
        url, late = _parts(self.adresse), Event()
        connection = HTTPConnection(url.hostname or "", url.port, timeout=_PATIENCE)
        try:
            connection.connect()
            with _cut_off(connection.sock, late):
                return _ask(connection, url, varsel)
        except ConnectionRefusedError as error:
            raise not_taken(self.adresse, varsel, "der er ingen på adressen") from error
        except (OSError, HTTPException) as error:
            slow = late.is_set() or isinstance(error, TimeoutError)
            why = f"den svarede ikke inden for {_PATIENCE:g} sekunder" if slow else "den afbrød eller svarede forkert"
            raise not_taken(self.adresse, varsel, why) from error
        finally:
            connection.close()


def _ask(connection: HTTPConnection, url: SplitResult, varsel: Post) -> int:
    if not ip_address(connection.sock.getpeername()[0]).is_loopback:
        raise _unfit(url.geturl(), "navnet står for en anden maskine")
    path = f"{url.path or '/'}{'?' + url.query if url.query else ''}"
    headers = {"Content-Type": "application/json", KEY: varsel.hash, "Connection": "close"}
    connection.request("POST", path, varsel_line(varsel), headers)
    with connection.getresponse() as response:
        with suppress(OSError, HTTPException):  # the status has come; the rest is read for the sender's sake
            response.read(_MOST)
        return response.status


@contextmanager
def _cut_off(sock: socket.socket, late: Event) -> Iterator[None]:
    """End the conversation when its time is over, also with who says a little now and then."""

    def end() -> None:
        late.set()
        with suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)

    timer = Timer(_PATIENCE, end)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()


def _parts(address: str) -> SplitResult:
    """The parts of an address on this machine. Raises `Refused` for any other."""
    try:
        url = urlsplit(address)
        here = url.scheme == "http" and url.hostname in _HERE and url.port != 0
    except ValueError:
        raise _unfit(address, "den kan ikke læses") from None
    if not here:
        raise _unfit(address, "den er ikke på denne maskine")
    if "@" in url.netloc or "#" in address or not all("!" <= sign <= "~" for sign in address):
        raise _unfit(address, "den har noget i sig, som en sådan adresse ikke kan have")
    return url


def _unfit(address: str, why: str) -> Refused:
    help_ = "skriv fx «http://127.0.0.1:8000/varsler»; adressen skal være på samme maskine"
    return Refused([Diagnostic("J020", f"der kan ikke leveres til «{address}»: {why}", help_)])
