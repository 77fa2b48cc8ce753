"""Aktiviteter as rows of the portfolio's tables, in Arrow, so many at a time."""

from __future__ import annotations

from decimal import Context, Decimal, Inexact, InvalidOperation
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.diagnostics import Diagnostic, Refused, Span, Unreadable
from rammevaerk.facts.numbers import write_number
from rammevaerk.facts.tables import NR, PLADS, VAERDI
from rammevaerk.facts.units import Maengde

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pyarrow as pa

    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.facts.tables import Kolonne, Tabel

AT_ONCE: Final = 10_000
"""Aktiviteter in a batch."""

_Row = tuple[int, int, Any]
"""A row of a list: the number of its aktivitet, its place, and the record or text."""


def arrow_schema(tabel: Tabel) -> pa.Schema:
    """The Arrow schema of a table: its columns in their order, required ones not nullable."""
    import pyarrow as pa

    types = {"integer": pa.int64(), "text": pa.string(), "date": pa.date32(), "boolean": pa.bool_()}
    return pa.schema(
        pa.field(one.navn, types.get(one.type) or pa.decimal128(*one.digits), nullable=not one.required)
        for one in tabel.kolonner
    )


def arrow_batches(
    aktiviteter: Iterable[Aktivitet], tabeller: Sequence[Tabel], first: int = 1, at_once: int = AT_ONCE
) -> Iterator[dict[str, pa.RecordBatch]]:
    """The rows of each table by its name, for so many aktiviteter at a time; `nr` counts on from `first`.

    The aktiviteter are those that `bind` answers without rates: register names, own facts typed, amounts as read.
    Raises `Refused` with every amount of a batch that has more digits than its column.
    """
    one_by_one = iter(aktiviteter)
    while batch := list(islice(one_by_one, at_once)):
        yield _batch(batch, tabeller, first)
        first += len(batch)


def no_rows(tabeller: Sequence[Tabel]) -> dict[str, pa.RecordBatch]:
    """The tables without rows."""
    return _batch((), tabeller, 1)


def _batch(batch: Sequence[Aktivitet], tabeller: Sequence[Tabel], first: int) -> dict[str, pa.RecordBatch]:
    import pyarrow as pa

    faults: list[Diagnostic] = []
    found: dict[str, pa.RecordBatch] = {}
    for tabel in tabeller:
        rows = list(_rows(batch, tabel, first))
        columns = [_column(rows, one) for one in tabel.kolonner]
        for one, values in zip(tabel.kolonner, columns, strict=True):
            if one.type == "decimal":
                faults += _fit(values, one, [(batch[nr - first].id, plads) for nr, plads, _ in rows])
        if not faults:
            schema = arrow_schema(tabel)
            arrays = [pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
            found[tabel.navn] = pa.RecordBatch.from_arrays(arrays, schema=schema)
    if faults:
        raise Refused(faults)
    return found


def _rows(batch: Sequence[Aktivitet], tabel: Tabel, first: int) -> Iterator[_Row]:
    for nr, aktivitet in enumerate(batch, first):
        if tabel.fact is None:
            yield nr, 0, aktivitet
        else:
            for plads, record in enumerate(_value(aktivitet, tabel.fact) or (), 1):
                yield nr, plads, record


def _column(rows: Sequence[_Row], kolonne: Kolonne) -> list[Any]:
    fact = kolonne.fact
    if fact is None:
        at = {NR: 0, PLADS: 1, VAERDI: 2}[kolonne.navn]
        return [row[at] for row in rows]
    return [_part(_value(record, fact), kolonne) for _, _, record in rows]


def _fit(values: list[Any], kolonne: Kolonne, places: Sequence[tuple[str, int]]) -> Iterator[Diagnostic]:
    """Make the numbers such as the column holds; those that it has no room for are faults."""
    key = kolonne.fact.key if kolonne.fact else kolonne.navn
    for at, value in enumerate(values):
        try:
            values[at] = None if value is None else fitted(value, kolonne)
        except Unreadable as unreadable:
            id_, plads = places[at]
            where = f"{key} nr. {plads}" if plads else key
            yield Diagnostic("F006", f"{where}: {unreadable.message}", unreadable.help, Span(id_))


def _value(record: Any, fact: Any) -> Any:  # noqa: ANN401 - whatever a fact holds
    """The fact of a record; an own one is found under its name. From the dict: there are many."""
    facts: Mapping[str, Any] = record.__dict__
    return (facts["egne"] or {}).get(fact.name) if fact.own else facts[fact.attribute]


def _part(value: Any, kolonne: Kolonne) -> Any:  # noqa: ANN401 - whatever a fact holds
    match kolonne.part:
        case "kendt":
            return value is not None
        case "enhed":
            return value and value.enhed
        case "dato" | "svaret_af" | "begrundelse":
            return value and getattr(value, kolonne.part)
    if isinstance(value, Maengde):
        return value.tal
    return value.svar if value is not None and kolonne.fact and kolonne.fact.kind.skoen else value


def fitted(value: Decimal, kolonne: Kolonne) -> Decimal:
    """The number as its column holds it. Raises `Unreadable` where that would round it or has no room."""
    digits, after = kolonne.digits
    exactly = Context(prec=digits, traps=[Inexact, InvalidOperation])
    try:
        return value.quantize(Decimal(1).scaleb(-after), context=exactly)
    except (Inexact, InvalidOperation):
        help_line = f"højst {digits - after} cifre før kommaet og {after} efter"
        raise Unreadable(f"«{write_number(value)}» har for mange cifre", help_line) from None
