"""The ways a varsel can go out, and what goes: one published form, and a key by which a receiver knows what it has."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final, Protocol

from rammevaerk.diagnostics import Diagnostic, Refused, Unreadable
from rammevaerk.journal.answer import shown
from rammevaerk.journal.chain import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.journal.post import Post

Give = Callable[["Post"], None]
"""Hands one varsel over. When it returns, the receiver has it; when it raises, nothing is recorded."""
HashOf = Callable[[int], str | None]
"""The hash of an entry by its number; None where there is none."""
_FORM: Final = b"rammevaerk-modtager-1\0"
_BREAKS: Final = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "\x85\u2028\u2029"})
"""Not line breaks in JSON, but many programs that read lines take them for that."""
KEYS: Final = ("nummer", "dag", "aktivitet", "tekst", "detaljer", "hash")
"""What the published form of a varsel says, in its order."""
WAITS: Final = "intet er noteret; varslet og dem efter det venter, så ret modtageren, og prøv igen"


class Kanal(Protocol):
    """A way to one receiver. Varsler are handed over one by one, in the order of their numbers."""

    @property
    def navn(self) -> str:
        """What kind of way it is."""

    @property
    def modtager(self) -> str:
        """Who it is. A receiver is known by this alone: under another name it has got nothing yet."""

    def opened(self, hash_of: HashOf) -> AbstractContextManager[Give]:
        """Ready to hand over. Raises `Refused` when it cannot be."""


@dataclass(frozen=True)
class Funktion:
    """A function of the program itself, under a name that stays the same from run to run.

    It is handed the entry, whose `hash` is the key. A run that is killed after the function has returned, and before
    that was recorded, hands the same varsel over once more: who must have it once keeps the keys.
    """

    modtager: str
    kald: Give
    navn: ClassVar[str] = "funktion"

    @contextmanager
    def opened(self, hash_of: HashOf) -> Iterator[Give]:
        """Nothing is to be opened."""
        del hash_of
        yield self._give

    def _give(self, varsel: Post) -> None:
        try:
            self.kald(varsel)
        except Exception as error:
            raise not_taken(self.modtager, varsel, "den meldte en fejl") from error


def not_taken(modtager: str, varsel: Post, why: str) -> Refused:
    """That a receiver did not take a varsel."""
    message = f"«{modtager}» tog ikke imod varslet i post {varsel.nummer}: {why}"
    return Refused([Diagnostic("J021", message, WAITS)])


def fingeraftryk(modtager: str) -> str:
    """What stands for a receiver in a nøgle, which can never be erased. Raises `Refused` when it is no name.

    It is no secret: who guesses the name can make it too.
    """
    try:
        name = text(modtager)
    except Unreadable as unreadable:
        raise Refused([Diagnostic("J020", f"modtagerens navn: {unreadable.message}", unreadable.help)]) from None
    if not name.strip():
        raise Refused([Diagnostic("J020", "modtageren har intet navn", "giv den et, der altid er det samme")])
    return hashlib.sha256(_FORM + name.encode()).hexdigest()


def varsel_json(varsel: Post) -> dict[str, Any]:
    """A varsel as it goes out (`docs/skema/varsel.schema.json`); what has been erased is `[slettet]`."""
    day = varsel.virkning.isoformat() if varsel.virkning else None
    said, more = str(varsel.indhold.get("tekst", "")), shown(varsel.indhold.get("detaljer", {}))
    return dict(zip(KEYS, (varsel.nummer, day, varsel.aktivitet, said, more, varsel.hash), strict=True))


def varsel_line(varsel: Post) -> bytes:
    """The same as one line of UTF-8, its line break with it."""
    said = json.dumps(varsel_json(varsel), ensure_ascii=False, separators=(",", ":"))
    return f"{said.translate(_BREAKS)}\n".encode()
