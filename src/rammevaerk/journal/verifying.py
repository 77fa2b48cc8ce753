"""The whole journal held against itself: the chain, what is kept beside it, and every vurdering made again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.journal.beside import Beside
from rammevaerk.journal.examining import examine
from rammevaerk.journal.findings import of_brud, of_known_head, of_remade
from rammevaerk.journal.reading import head, kept_udgave
from rammevaerk.journal.remaking import Remaking
from rammevaerk.journal.rows import AT_A_TIME, kept_between, post_of, share
from rammevaerk.journal.stored_rows import StoredRows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Connection

    from rammevaerk.journal.chain import Raekke
    from rammevaerk.journal.examining import Brud
    from rammevaerk.journal.persondata import Gemt
    from rammevaerk.journal.post import Hoved
    from rammevaerk.journal.remaking import Genskabelse


@dataclass(frozen=True)
class Efterproevning:
    """What was found. `fund` are the faults; a vurdering that cannot be made again is one when nothing explains it."""

    hoved: Hoved | None
    antal: int
    fund: tuple[Diagnostic, ...] = ()
    brud: tuple[Brud, ...] = ()
    genskabt: int = 0
    ikke_genskabt: Mapping[Genskabelse, tuple[int, ...]] = field(default_factory=dict)
    """The numbers of the vurderinger that could not be made again, by why."""
    slettede: Mapping[int, int] = field(default_factory=dict)
    """How many personal values have been erased of each entry that has lost any."""

    @property
    def hel(self) -> bool:
        """Whether nothing has been done to the journal but to append to it and to erase from it as it says itself."""
        return not self.fund


def verify(connection: Connection, known: Hoved | None = None) -> Efterproevning:
    """Hold the journal against itself, and against a head that somebody has kept, all of it as of one moment."""
    hoved, rows = head(connection), StoredRows(connection)
    brud = examine(hoved, rows)
    checking = _Checking(connection, frozenset(number for one in brud for number in (one.nummer, one.stod) if number))
    checking.run()
    faults = [*of_brud(brud), *(of_known_head(known, rows.at(known.nummer)) if known else ())]
    return Efterproevning(
        hoved=hoved,
        antal=checking.counted,
        fund=(*faults, *checking.beside.faults(connection), *of_remade(checking.otherwise)),
        brud=brud,
        genskabt=checking.remade["genskabt"],
        ikke_genskabt={how: tuple(numbers) for how, numbers in sorted(checking.otherwise.items())},
        slettede=dict(sorted(checking.beside.erased.items())),
    )


@dataclass
class _Checking:
    """The second walk, forwards: what each entry says, and what is kept beside it."""

    connection: Connection
    broken: frozenset[int]
    counted: int = 0
    remade: Counter[Genskabelse] = field(default_factory=Counter)
    otherwise: dict[Genskabelse, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.beside = Beside(self.broken)
        self.remaking = Remaking(lambda hash_: kept_udgave(self.connection, hash_))

    def run(self) -> None:
        for row, kept in self._rows():
            self.counted += 1
            if row.nummer not in self.broken:
                self.beside.look(row, kept)
                if row.art == "vurdering":
                    self._remake(row, kept)

    def _rows(self) -> Iterator[tuple[Raekke, list[Gemt]]]:
        after, more = 0, True
        while more:
            rows = share(self.connection, after)
            kept = kept_between(self.connection, rows[0].nummer, rows[-1].nummer) if rows else {}
            yield from ((row, kept.get(row.nummer, [])) for row in rows)
            more = len(rows) == AT_A_TIME
            after = rows[-1].nummer if rows else after

    def _remake(self, row: Raekke, kept: list[Gemt]) -> None:
        try:
            how = self.remaking.remade(post_of(row, {one.fingeraftryk: one.vaerdi for one in kept}))
        except Refused:
            how = "ulæselig"
        self.remade[how] += 1
        if how != "genskabt":
            self.otherwise.setdefault(how, []).append(row.nummer)
