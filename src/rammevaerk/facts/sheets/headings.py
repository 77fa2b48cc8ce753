"""Headings → the facts that their columns hold, whatever their capital letters, blanks and æ, ø, å."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import did_you_mean
from rammevaerk.facts.aktivitet import CATALOGUE, SKOEN
from rammevaerk.facts.kinds import TEXT, Oplysning
from rammevaerk.names import fold, listed, nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

UNIT: Final = "enhed"
AKTIVITETER: Final = "aktiviteter"
OWN: Final = "egne"
_BY_NAME: Final = {fact.attribute: fact for fact in CATALOGUE.values()}
RECORDS: Final = {name: fact for name, fact in _BY_NAME.items() if fact.kind.fields}
"""The lists that have a sheet of their own, by its folded name."""
_SINGULAR: Final = {fold(fact.singular): fact for fact in RECORDS.values()} | RECORDS
_PARTS: Final = {fact.attribute: fact for fact in SKOEN.values() if fact.attribute != "svar"}
_OWNER: Final = {"id", "aktivitet", "aktivitets_id", "aktivitetens_id"}
_NUMBERED: Final = re.compile(r"(.+?)_?([1-9][0-9]{0,2})")
_AROUND: Final = " \t\r\n\u00a0*:?"
ID: Final = Oplysning("id", "id", "id", TEXT)
"""In a sheet of records: which aktivitet the row belongs to."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a column holds: a fact, or a part of it, of the aktivitet, of a record, or of a record by its number."""

    fact: Oplysning
    part: str = ""
    """`enhed` of an amount, or an attribute of a skøn besides its answer."""
    owner: Oplysning | None = None
    """The list whose records have the fact."""
    number: int = 0
    """Which record, where they stand side by side in one row."""
    declared: bool = True
    """Whether the kind is known; that of an own fact is not, as long as no rammeværk is."""


class Headings:
    """Reads the headings of one sheet: that of the aktiviteter, or that of a list."""

    def __init__(self, own: Iterable[Oplysning] = (), records: Oplysning | None = None) -> None:
        self.records = records
        self.own = {fold(name): fact for fact in own for name in (fact.key, fact.name)}
        self.facts: Mapping[str, Oplysning] = (
            {fact.attribute: fact for fact in records.kind.fields} if records else _BY_NAME
        )

    def read(self, heading: str) -> Target | None:
        """What a column of this heading holds; None when nobody knows it."""
        pieces = [piece.strip(_AROUND) for piece in nfc(heading).split(",")]
        folded = [fold(piece) for piece in pieces]
        if self.records:
            if len(folded) == 1 and folded[0] in _OWNER:
                return Target(ID, owner=self.records)
            return self._fact(folded, self.facts, self.records)
        return self._fact(folded, self.facts) or self._numbered(folded) or self._own(pieces)

    def _fact(
        self, folded: list[str], facts: Mapping[str, Oplysning], owner: Oplysning | None = None, number: int = 0
    ) -> Target | None:
        fact = facts.get(folded[0])
        if fact is None or len(folded) > 2:  # noqa: PLR2004 - the fact and its part
            return None
        return _part(fact, folded[1:], owner, number)

    def _numbered(self, folded: list[str]) -> Target | None:
        found = _NUMBERED.fullmatch(folded[0])
        owner = _SINGULAR.get(found[1]) if found else None
        if found is None or owner is None or len(folded) < 2:  # noqa: PLR2004 - the record and its fact
            return None
        fields = {fact.attribute: fact for fact in owner.kind.fields}
        return self._fact(folded[1:], fields, owner, int(found[2]))

    def _own(self, pieces: list[str]) -> Target | None:
        """An own fact: under `egne`, or by its bare name where a rammeværk has declared it."""
        prefixed = fold(pieces[0]) == OWN
        rest = pieces[1:] if prefixed else pieces
        for known in range(len(rest), 0, -1):  # its name may itself have a comma
            fact = self.own.get(fold(", ".join(rest[:known])))
            if fact and len(rest) - known <= 1:
                return _part(fact, [fold(piece) for piece in rest[known:]])
        if not prefixed or not rest or not rest[0]:
            return None
        part = fold(rest[-1]) if len(rest) > 1 else ""
        if part != UNIT and part not in _PARTS:
            part = ""
        name = ", ".join(rest[:-1] if part else rest)
        return Target(Oplysning(name, name, name, TEXT, own=True), part, declared=False)

    def help(self, heading: str) -> str:
        """What to do about a heading that nobody knows."""
        names = list(self._names())
        near = did_you_mean(nfc(heading).strip(_AROUND), names)
        first, comma, _ = heading.partition(",")
        known = self.read(first) if comma else None
        if known and known.fact.kind.skoen:
            return f"efter kommaet kan stå {listed([fact.name for fact in _PARTS.values()], 'eller')}"
        if near or self.records:
            return near or f"overskrifterne på arket er {listed(names)}"
        return "en oplysning, som et rammeværk selv har bedt om, har overskriften «egne, » og sit navn"

    def _names(self) -> Iterator[str]:
        if self.records:
            yield "aktivitet"
        for fact in (*self.facts.values(), *self.own.values()):
            yield fact.name
            yield from parts_of(fact)


def parts_of(fact: Oplysning) -> Iterator[str]:
    """The headings of what stands beside a fact in its own columns."""
    if fact.kind.skoen:
        yield from (f"{fact.name}, {part.name}" for part in _PARTS.values())
    elif fact.kind.art == "tal" and fact.kind.unit:
        yield f"{fact.name}, {UNIT}"


def _part(fact: Oplysning, rest: list[str], owner: Oplysning | None = None, number: int = 0) -> Target | None:
    if not rest or (rest == ["svar"] and fact.kind.skoen):
        return Target(fact, "", owner, number)
    amount = fact.kind.art == "tal" and fact.kind.unit
    if (fact.kind.skoen and rest[0] in _PARTS) or (amount and rest[0] == UNIT):
        return Target(fact, rest[0], owner, number)
    return None


def part_fact(part: str) -> Oplysning:
    """What is known of a part of a skøn."""
    return _PARTS[part]
