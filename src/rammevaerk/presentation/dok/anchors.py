"""Ids that links point at. They are promised: a memo that links to one must still find it next year.

An id is what kind of thing it is, and its name folded to ASCII, for æ, ø and å are mangled by the programs that links
are mailed through: `mål.2` is `klausul-maal-2`. On the page that holds
every rammeværk, the rammeværk's name comes first. The form with æ, ø and å leads to the same place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rammevaerk.names import fold, slug

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES: Final = {
    "klausul": "",
    "afsnit": "",
    "scenarie": "",
    "del": "",
    "ændring": "",
    "begreb": "-ordliste",
    "parameter": "-ordliste",
    "register": "-ordliste",
    "oplysning": "-ordliste",
    "fortolkning": "-fortolkninger",
}
"""What is added to the rammeværk's name in the name of the page where a kind of thing stands."""
_TAKEN: Final = frozenset({"index", "samlet"})


def anchor(kind: str, name: str) -> str:
    """The id of a thing of that kind and name.

    >>> anchor("klausul", "mål.2")
    'klausul-maal-2'
    """
    return f"{kind}-{fold(slug(name)).replace('_', '-')}".rstrip("-")


def page_name(ramme: str) -> str:
    """The name that a rammeværk's pages begin with."""
    name = anchor("", ramme).lstrip("-") or "ramme"
    return f"ramme-{name}" if name in _TAKEN else name


@dataclass
class Anchors:
    """The ids of a page, or of pages that link to each other: two names that fold alike get different ones."""

    ids: dict[tuple[str, ...], str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def of(self, wanted: str, *key: str) -> str:
        """The id of the thing with that key; a number is added where another has the wanted one."""
        if key not in self.ids:
            found, number = wanted, 2
            while found in self.taken:
                found, number = f"{wanted}-{number}", number + 1
            self.ids[key] = found
            self.taken.add(found)
        return self.ids[key]


@dataclass(frozen=True)
class Links:
    """The ids and links of one rammeværk, on pages of its own or on the page of them all."""

    ramme: str
    anchors: Anchors
    together: bool
    elsewhere: frozenset[str] = frozenset()
    """The klausuler that stand in what the rammeværk builds on: they are named here, and have no place to link to."""

    def id(self, kind: str, name: str, near: str = "") -> str:
        """The id of a thing; `near` tells things of one name apart."""
        prefix = f"{page_name(self.ramme)}-" if self.together else ""
        return self.anchors.of(prefix + anchor(kind, name), self.ramme, kind, near, name)

    def to(self, kind: str, name: str, near: str = "") -> str:
        """The link to a thing."""
        return f"{self.page(PAGES[kind])}#{self.id(kind, name, near)}"

    def page(self, suffix: str = "") -> str:
        """The page of the rammeværk with that ending; nothing where they are all on one."""
        return "" if self.together else f"{page_name(self.ramme)}{suffix}.html"

    def also(self, kind: str, name: str) -> Iterator[str]:
        """Other ids for a thing that nobody else has: with æ, ø and å, and without the rammeværk's name."""
        self.id(kind, name)
        spelt = f"{kind}-{slug(name)}".rstrip("-")
        for wanted in dict.fromkeys((anchor(kind, name), spelt)):
            if wanted not in self.anchors.taken:
                yield self.anchors.of(wanted, self.ramme, kind, "også", wanted)
