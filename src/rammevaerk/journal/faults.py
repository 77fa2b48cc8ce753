"""What can go wrong with a database, in Danish: its own words say nothing to who reads them."""

from __future__ import annotations

from typing import Final, NamedTuple

from rammevaerk.diagnostics import Diagnostic


class Trouble(NamedTuple):
    """A code, a message with a place for the journal's name, and what to do."""

    code: str
    message: str
    help: str

    def diagnostic(self, name: str) -> Diagnostic:
        """The fault of just that journal."""
        return Diagnostic(self.code, self.message.format(name), self.help)


BUSY: Final = Trouble("J002", "journalen «{}» er optaget af et andet program", "intet er gemt; prøv igen")
_GONE: Final = Trouble(
    "J002",
    "journalen «{}» svarer ikke",
    "kontrollér, at databasen kører, og prøv igen; en post med nøgle kan sendes igen uden at komme til at stå to gange",
)
_FULL: Final = Trouble(
    "J003", "der er ikke plads til flere poster i journalen «{}»", "intet er gemt; giv databasen mere plads"
)
_DENIED: Final = Trouble("J001", "journalen «{}» kan ikke åbnes", "kontrollér stien, adgangen og adgangskoden")
_READ_ONLY: Final = Trouble("J001", "der må ikke skrives i journalen «{}»", "kontrollér adgangen")
_BROKEN: Final = Trouble("J001", "«{}» er ikke en journal, eller den er ødelagt", "ret stien, eller hent en kopi")

_SQLITE: Final = {
    1: _BROKEN,
    5: BUSY,
    6: BUSY,
    8: _READ_ONLY,
    11: _BROKEN,
    13: _FULL,
    14: _DENIED,
    19: _BROKEN,
    26: _BROKEN,
}
"""By SQLite's codes; those that are longer have these as their last eight bits."""

_POSTGRES: Final = {
    "53100": _FULL,
    "55P03": BUSY,
    "40001": BUSY,
    "40P01": BUSY,
    "25006": _READ_ONLY,
    "42501": _READ_ONLY,
    "28P01": _DENIED,
    "28000": _DENIED,
    "3D000": _DENIED,
}
_OUR_FORM: Final = ("22", "23", "42")
"""The classes of PostgreSQL's codes that mean: the tables are not those that we made."""


def of_database(error: BaseException | None, name: str) -> Diagnostic:
    """The driver's own error as a person can use it."""
    number = getattr(error, "sqlite_errorcode", None)
    state = str(getattr(error, "sqlstate", None) or "")
    found = _SQLITE.get(number & 0xFF) if isinstance(number, int) else _POSTGRES.get(state)
    return (found or (_BROKEN if state[:2] in _OUR_FORM else _GONE)).diagnostic(name)
