"""How often what the rules recommended was followed: by handling, and by the klausuler that it rested on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from rammevaerk.journal.reading import entries, latest
from rammevaerk.names import danish_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.journal.database import Database
    from rammevaerk.journal.post import Post

ENOUGH: Final = 10
"""Decisions from which never or always being overridden says something; of fewer, chance would do it."""

Om = Literal["handling", "klausul"]
Advarsel = Literal["", "aldrig fraveget", "altid fraveget"]


class Linje(NamedTuple):
    """A handling or a klausul of a rammeværk, and how often it was followed and overridden."""

    rammevaerk: str
    om: Om
    navn: str
    fulgt: int
    fraveget: int

    @property
    def advarsel(self) -> Advarsel:
        """Whether people seem to follow it without looking, or never."""
        if self.fulgt + self.fraveget < ENOUGH:
            return ""
        return "aldrig fraveget" if not self.fraveget else "altid fraveget" if not self.fulgt else ""


@dataclass
class _Counting:
    followed: Counter[tuple[str, Om, str]] = field(default_factory=Counter)
    overridden: Counter[tuple[str, Om, str]] = field(default_factory=Counter)

    def lines(self) -> Iterator[Linje]:
        keys = {*self.followed, *self.overridden}
        for key in sorted(keys, key=lambda key: (key[0], key[1], danish_order(key[2]))):
            yield Linje(*key, self.followed[key], self.overridden[key])


def statistik(database: Database) -> tuple[Linje, ...]:
    """Every handling that was recommended and every klausul it rested on, where a person has decided since.

    A decision is held against the latest vurdering of the aktivitet before it. A fravigelse that names a klausul counts
    against that one alone.
    """
    counting = _Counting()
    for art in ("beslutning", "fravigelse"):
        for post in entries(database, None, art):
            _count(database, post, counting)
    return tuple(counting.lines())


def _count(database: Database, post: Post, counting: _Counting) -> None:
    with database.read() as connection:
        before = latest(connection, post.aktivitet or "", "vurdering", post.nummer)
    if before is None:
        return
    ramme, advice = before.indhold["rammeværk"], before.indhold["svar"]["indstilling"]
    followed = post.art == "beslutning" and post.indhold["handling"] == advice["handling"]
    counted = counting.followed if followed else counting.overridden
    counted[ramme, "handling", advice["handling"]] += 1
    named = post.indhold.get("klausul") if not followed else None
    rested = [named] if named else [one["klausul"] for one in advice["begrundelser"]]
    counted.update((ramme, "klausul", klausul) for klausul in sorted({one for one in rested if one}))
