"""Joined sheets → Aktivitet objects; what contradicts itself across cells is told at the cell it is about."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from rammevaerk.diagnostics import Diagnostic, Refused, Span
from rammevaerk.documents.nodes import Mapping, Node, Scalar, Sequence
from rammevaerk.facts.aktivitet import Aktivitet, Skoen
from rammevaerk.facts.numbers import write_number
from rammevaerk.facts.sheets.headings import RECORDS
from rammevaerk.facts.units import Maengde, write_quantity
from rammevaerk.facts.values import MOST_FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.facts.sheets.columns import Group, Rows
    from rammevaerk.facts.sheets.joining import Joined

_VALIDATE: Final = Aktivitet.__pydantic_validator__.validate_python


def aktiviteter_of(found: Joined) -> tuple[Aktivitet, ...]:
    """Every aktivitet of the sheets. Raises `Refused` with every fault, so none is read by half."""
    faults = list(found.faults)
    read: list[Aktivitet] = []
    whole = _Whole(found)
    for row, facts in enumerate(whole.rows()):
        if row in found.unfit:
            continue
        try:
            read.append(_VALIDATE(facts))
        except ValidationError:
            faults += whole.faults(row)
            if len(faults) >= MOST_FAULTS:
                break
    if faults:
        raise Refused(faults[:MOST_FAULTS])
    return tuple(read)


def trees_of(found: Joined) -> Iterator[Node]:
    """Each aktivitet as a tree of texts with the cells they stand in."""
    whole = _Whole(found)
    return (whole.tree(row) for row in range(len(found.main.numbers)))


class _Whole:
    """The sheets with each fact put together from its columns, which is done once."""

    def __init__(self, found: Joined) -> None:
        self.found = found
        self.main = [(group, group.whole()) for group in found.main.groups]
        self.lists = [(rows, [(group, group.whole()) for group in rows.groups]) for rows in found.records]
        self.at: dict[str, dict[int, list[tuple[int, int]]]] = {}
        for which, (rows, _) in enumerate(self.lists):
            key = rows.fact.attribute if rows.fact else ""
            of_list = self.at.setdefault(key, {})
            for at, owner in enumerate(rows.owners):
                of_list.setdefault(owner, []).append((which, at))

    def rows(self) -> list[dict[str, Any]]:
        """The facts of each aktivitet under their attributes, what is unknown left out."""
        found: list[dict[str, Any]] = [{} for _ in self.found.main.numbers]
        for group, values in self.main:
            name, own = group.fact.attribute, group.fact.own
            for facts, value in zip(found, values, strict=True):
                if value is not None:
                    if own:
                        facts.setdefault("egne", {})[group.fact.name] = value
                    else:
                        facts[name] = value
        for name, of_list in self.at.items():
            for owner, places in of_list.items():
                if owner >= 0:
                    found[owner][name] = tuple(self._record(which, at) for which, at in places)
        return found

    def _record(self, which: int, at: int) -> dict[str, Any]:
        return {group.fact.attribute: values[at] for group, values in self.lists[which][1] if values[at] is not None}

    def faults(self, row: int) -> list[Diagnostic]:
        """What is wrong with an aktivitet as a whole."""
        from rammevaerk.facts.errors import diagnose

        tree = self.tree(row)
        try:
            Aktivitet.model_validate_json(json.dumps(_plain(tree)))
        except ValidationError as error:
            return diagnose(error.errors(include_url=False), tree)
        return []

    def tree(self, row: int) -> Mapping:
        """An aktivitet as a tree of texts with the cells they stand in."""
        main = self.found.main
        items = [_item(main, row, group, values[row]) for group, values in self.main if values[row] is not None]
        common = [item for item, own in items if not own]
        egne = tuple(item for item, own in items if own)
        place = main.sheet.span(main.numbers[row], 0)
        if egne:
            common.append((Scalar("egne", place), Mapping(egne, place)))
        for name, of_list in self.at.items():
            if places := of_list.get(row):
                records = tuple(self._record_tree(which, at) for which, at in places)
                common.append((Scalar(RECORDS[name].key, records[0].span), Sequence(records, records[0].span)))
        return Mapping(tuple(common), place)

    def _record_tree(self, which: int, at: int) -> Mapping:
        rows, groups = self.lists[which]
        items = [_item(rows, at, group, values[at])[0] for group, values in groups if values[at] is not None]
        column = min((at for group in rows.groups for at in group.columns.values()), default=0)
        return Mapping(tuple(items), items[0][1].span if items else rows.sheet.span(rows.numbers[at], column))


def _item(rows: Rows, row: int, group: Group, value: object) -> tuple[tuple[Scalar, Node], bool]:
    """A fact's key and value at their cells, and whether it is an own one."""
    fact = group.fact
    spans = {part: rows.sheet.span(rows.numbers[row], column) for part, column in group.columns.items()}
    place = spans.get("") or next(iter(spans.values()))
    return (Scalar(fact.name if fact.own else fact.key, place), _node(value, place, spans)), fact.own


def _node(value: object, place: Span, spans: dict[str, Span]) -> Node:
    if isinstance(value, tuple):
        return Sequence(tuple(_node(item, place, spans) for item in value), place)
    if isinstance(value, Skoen):
        said = value.model_dump(exclude_unset=True)
        items = tuple((Scalar(part, place), _node(one, spans.get(part, place), {})) for part, one in said.items())
        return Mapping(items, place)
    if isinstance(value, bool):
        return Scalar("true" if value else "false", place)
    return Scalar(_spelled(value), place, plain=False)


def _spelled(value: object) -> str:
    """A value as a file writes it."""
    if isinstance(value, Maengde):
        return write_quantity(value)
    if isinstance(value, Decimal):
        return write_number(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _plain(node: Node) -> Any:  # noqa: ANN401 - what JSON can say
    if isinstance(node, Mapping):
        return {key.text: _plain(value) for key, value in node.items}
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return node.text == "true" if node.plain else node.text
