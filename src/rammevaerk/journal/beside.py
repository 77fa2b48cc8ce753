"""What is kept beside the chain, held against what the chain says of it: personal values and rule files."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from rammevaerk.diagnostics import Diagnostic
from rammevaerk.journal.persondata import marks_in
from rammevaerk.journal.reading import udgaver
from rammevaerk.journal.tables import PERSONDATA, POSTER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from rammevaerk.journal.chain import Raekke
    from rammevaerk.journal.persondata import Gemt

FILES = "hent en sikkerhedskopi af journalen, og sammenlign"


@dataclass
class Beside:
    """Looks at each entry in turn, and at the end at what no entry speaks of."""

    broken: frozenset[int]
    erased: Counter[int] = field(default_factory=Counter)
    _missing: dict[str, int] = field(default_factory=dict)
    """Personal values that are gone, by their fingerprints, until an entry says that they were erased."""
    _editions: set[str] = field(default_factory=set)
    _faults: list[Diagnostic] = field(default_factory=list)

    def look(self, row: Raekke, kept: list[Gemt]) -> None:
        """At one entry that nobody has changed, and its personal values."""
        said: Any = json.loads(row.indhold)
        marks, there = set(marks_in(said)), {one.fingeraftryk for one in kept}
        if any(not one.intact for one in kept):
            self._say(row.nummer, "er ændret")
        if there - marks:
            self._say(row.nummer, "er sat ind bagefter")
        self._missing |= dict.fromkeys(marks - there, row.nummer)
        if row.art == "sletning":
            self._erase(row.nummer, said["fingeraftryk"])
        elif row.art == "udgave":
            self._editions.add(said["udgave"])

    def _erase(self, nummer: int, fingeraftryk: list[str]) -> None:
        found = [self._missing.pop(one, 0) for one in fingeraftryk]
        self.erased.update(one for one in found if one)
        if still := found.count(0):
            message = f"post {nummer} siger, at der er slettet persondata, men {still} findes stadig"
            self._faults.append(Diagnostic("J108", message, "slet dem igen; måske er der hentet en gammel kopi"))

    def faults(self, connection: Connection) -> Iterator[Diagnostic]:
        """Everything that was wrong, when each entry has been looked at."""
        for nummer in sorted(set(self._missing.values())):
            self._say(nummer, "er fjernet, uden at nogen post siger, at de er slettet")
        entry = select(POSTER.c.nummer).where(POSTER.c.nummer == PERSONDATA.c.nummer)
        stray = select(PERSONDATA.c.nummer).where(~entry.exists()).distinct()  # NOT IN takes PostgreSQL hours
        for nummer in sorted(connection.execute(stray).scalars()):
            if nummer not in self.broken:
                self._say(nummer, "hører ikke til nogen post")
        yield from self._faults
        yield from self._of_editions(connection)

    def _say(self, nummer: int, what: str) -> None:
        self._faults.append(Diagnostic("J107", f"persondata til post {nummer} {what}", FILES))

    def _of_editions(self, connection: Connection) -> Iterator[Diagnostic]:
        seen = set()
        for one in udgaver(connection):
            seen.add(one.hash)
            if not one.intact:
                yield _edition(one.hash, "er ændret")
            elif one.hash not in self._editions:
                yield _edition(one.hash, "er sat ind, uden at nogen post siger det")
        yield from (_edition(hash_, "er fjernet") for hash_ in sorted(self._editions - seen))


def _edition(hash_: str, what: str) -> Diagnostic:
    return Diagnostic("J109", f"regelfilerne i udgave «{hash_[:12]}» {what}", FILES)
