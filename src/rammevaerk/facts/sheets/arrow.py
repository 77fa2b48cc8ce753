"""Joined sheets → the portfolio's tables, column by column: no object is made for an aktivitet.

Anything that is not plainly right is left to the slow way, which knows the words and the place of each fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rammevaerk.diagnostics import Unreadable
from rammevaerk.facts.bidrag import computed
from rammevaerk.facts.binding import entry
from rammevaerk.facts.sheets.coded import Coded
from rammevaerk.facts.sheets.headings import UNIT
from rammevaerk.facts.table_rows import arrow_schema, fitted
from rammevaerk.facts.tables import AKTIVITETER, NR, PLADS, VAERDI
from rammevaerk.facts.units import Maengde
from rammevaerk.names import spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pyarrow as pa

    from rammevaerk.facts.binding import Register
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.facts.sheets.columns import Group, Rows
    from rammevaerk.facts.sheets.joining import Joined
    from rammevaerk.facts.tables import Kolonne, Tabel

_NOTHING: Final[list[Any]] = []


def arrow_tables(
    found: Joined, tabeller: Sequence[Tabel], registers: Mapping[str, Register], first: int = 1
) -> dict[str, pa.Table] | None:
    """The tables by their names, `nr` counting from `first`; None where something has to be read the slow way.

    What a register has is written by its own names. The own facts must be those the sheets were joined with.
    """
    if found.faults or found.unfit:
        return None
    try:
        return _Tables(found, tabeller, registers, first).tables()
    except Unreadable:
        return None


class _Tables:
    def __init__(self, found: Joined, tabeller: Sequence[Tabel], registers: Mapping[str, Register], first: int) -> None:
        self.found, self.tabeller, self.first = found, tabeller, first
        self.registers = {spoken(name): register for name, register in registers.items()}
        self.height = len(found.main.numbers)
        self.groups = {_name(group.fact): group for group in found.main.groups}
        self.records = {one.fact.key: one.fact for one in tabeller if one.fact and one.fact.kind.fields}

    def tables(self) -> dict[str, pa.Table]:
        self._declared()
        _in_order(self._values("start"), self._values("slut"))
        tables = {}
        for tabel in self.tabeller:
            if tabel.navn == AKTIVITETER:
                columns = [self._main(one) for one in tabel.kolonner]
            elif tabel.fact and tabel.fact.kind.fields:
                columns = self._of_records(tabel)
            else:
                columns = self._of_texts(tabel)
            tables[tabel.navn] = _table(tabel, columns)
        return tables

    def _declared(self) -> None:
        """Own facts that nobody has declared are a fault or another rammeværk's; either is for the slow way."""
        known = {_name(one.fact) for tabel in self.tabeller for one in tabel.kolonner if one.fact}
        if any(group.fact.own and (not group.declared or name not in known) for name, group in self.groups.items()):
            raise Unreadable("")

    def _values(self, name: str, part: str = "") -> Sequence[Any]:
        group = self.groups.get(name)
        return group.values.get(part, _NOTHING) if group else _NOTHING

    def _main(self, kolonne: Kolonne) -> Sequence[Any]:
        fact = kolonne.fact
        if fact is None:
            return range(self.first, self.first + self.height)
        if kolonne.part == "kendt":
            return self._known(fact)
        return _column(self.groups.get(_name(fact)), kolonne, self.height)

    def _known(self, fact: Oplysning) -> Sequence[Any]:
        values = self._values(_name(fact))
        owners = [
            owner for rows in self.found.records if rows.fact and rows.fact.key == fact.key for owner in rows.owners
        ]
        if isinstance(values, Coded) and not owners:
            return _taken(values, [value is not None for value in values.different])
        known = [value is not None for value in values] or [False] * self.height
        for owner in owners:
            known[owner] = True
        return known

    def _of_texts(self, tabel: Tabel) -> list[Any]:
        """A row for each text of each list; the different lists are written once and taken as often as they stand."""
        import pyarrow as pa
        import pyarrow.compute as pc

        fact = tabel.fact
        values = self._values(_name(fact)) if fact else _NOTHING
        register = self.registers.get(spoken(fact.name if fact and fact.own else fact.key if fact else ""))
        if isinstance(values, Coded):
            different, at = values.different, values.codes
        else:
            numbers = {texts: at for at, texts in enumerate(dict.fromkeys(values))}
            different, at = list(numbers), pa.array(map(numbers.__getitem__, values), pa.int32())
        lists = [_entries(texts, register) if register and texts else texts for texts in different]
        texts = pa.array(lists, pa.list_(pa.string())).take(at)
        places = pa.array([texts and range(1, len(texts) + 1) for texts in lists], pa.list_(pa.int64())).take(at)
        columns = {
            NR: pc.add(pc.list_parent_indices(texts).cast(pa.int64()), pa.scalar(self.first, pa.int64())),
            PLADS: pc.list_flatten(places),
            VAERDI: pc.list_flatten(texts),
        }
        return [columns[one.navn] for one in tabel.kolonner]

    def _of_records(self, tabel: Tabel) -> list[Sequence[Any]]:
        """The rows of all sheets of a list, those of one aktivitet together in their order."""
        parts = [one for one in self.found.records if one.fact and tabel.fact and one.fact.key == tabel.fact.key]
        owners = [owner for rows in parts for owner in rows.owners]
        order = sorted(range(len(owners)), key=owners.__getitem__)
        as_they_are = len(parts) == 1 and order == list(range(len(owners)))
        found: list[Sequence[Any]] = []
        for one in tabel.kolonner:
            if one.navn == NR:
                found.append([owners[at] + self.first for at in order])
            elif one.navn == PLADS:
                found.append(_places(owners[at] for at in order))
            else:
                columns = [_of(rows, one) for rows in parts]
                found.append(columns[0] if as_they_are else _ordered(columns, order))
        return found


def _name(fact: Oplysning) -> str:
    return f"egne {fact.name}" if fact.own else fact.attribute


def _of(rows: Rows, kolonne: Kolonne) -> Sequence[Any]:
    attribute = kolonne.fact.attribute if kolonne.fact else ""
    if attribute == "bidrag":
        return _bidrag(rows)
    group = next((one for one in rows.groups if one.fact.attribute == attribute), None)
    return _column(group, kolonne, len(rows.owners))


def _ordered(parts: Sequence[Sequence[Any]], order: Sequence[int]) -> Sequence[Any]:
    """The values of all parts, one after the other, in that order."""
    values = [value.as_py() if hasattr(value, "as_py") else value for part in parts for value in part]
    return [values[at] for at in order]


def _column(group: Group | None, kolonne: Kolonne, height: int) -> Sequence[Any]:
    """A column of a fact or of a part of it; all unknown where the sheet has none."""
    part = "" if kolonne.part == UNIT else kolonne.part
    values = group.values.get(part) if group else None
    if not values:
        return _unknown(height)
    if isinstance(values, Coded):
        return _taken(values, _held(values.different, kolonne))
    return _held(values, kolonne)


def _held(values: Sequence[Any], kolonne: Kolonne) -> Sequence[Any]:
    """The values as the column holds them."""
    if kolonne.part == UNIT:
        return [value and value.enhed for value in values]
    if kolonne.type != "decimal":
        return values
    held: dict[Any, Any] = {None: None}
    for value in values:
        if value not in held:
            held[value] = fitted(value.tal if isinstance(value, Maengde) else value, kolonne)
    return [held[value] for value in values]


def _taken(values: Coded, held: Sequence[Any]) -> Sequence[Any]:
    """An array of what is held for each row, written once for each different one."""
    import pyarrow as pa

    found: Sequence[Any] = pa.array(held).take(values.codes)
    return found


def _unknown(height: int) -> Sequence[Any]:
    import pyarrow as pa

    found: Sequence[Any] = pa.nulls(height)
    return found


def _in_order(start: Sequence[Any], slut: Sequence[Any]) -> None:
    for begins, ends in zip(start, slut, strict=False):
        if begins is not None and ends is not None and ends < begins:
            raise Unreadable("")


def _bidrag(rows: Rows) -> list[Any]:
    """What was recorded or follows from the amounts; the two may not contradict each other."""
    groups = {group.fact.attribute: group.values.get("", _NOTHING) for group in rows.groups}
    unknown = [None] * len(rows.owners)
    recorded = groups.get("bidrag", unknown)
    follows = list(map(computed, groups.get("investering", unknown), groups.get("udbytte", unknown)))
    if any(one and other and one != other for one, other in zip(recorded, follows, strict=True)):
        raise Unreadable("")
    return [one or other for one, other in zip(recorded, follows, strict=True)]


def _entries(texts: tuple[str, ...], register: Register) -> tuple[str, ...]:
    return tuple(entry(text, register, "") for text in texts)


def _places(owners: Iterable[int]) -> list[int]:
    """The place of each row among those of its aktivitet, from 1."""
    found: list[int] = []
    before, place = -1, 0
    for owner in owners:
        place = place + 1 if owner == before else 1
        before = owner
        found.append(place)
    return found


def _table(tabel: Tabel, columns: Sequence[Sequence[Any]]) -> pa.Table:
    import pyarrow as pa

    schema = arrow_schema(tabel)
    arrays = [
        values.cast(field.type) if isinstance(values, pa.Array) else pa.array(values, field.type)
        for values, field in zip(columns, schema, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=schema)
