"""Aktiviteter written as tables of every form, for the laws of reading them back."""

import csv
from io import StringIO

import pyarrow as pa

from rammevaerk.facts.sheets.writing import spelled, written_sheets


def as_csv(aktiviteter, own=(), between=";", encoding="utf-8-sig"):
    """One flat sheet: each record's facts side by side, under its number."""
    main, *lists = written_sheets(aktiviteter, own)
    headings = [heading.title for heading in main.headings]
    rows = [[spelled(cell) for cell in row] for row in main.rows]
    for sheet in lists:
        by_id = {}
        for id_, *cells in sheet.rows:
            by_id.setdefault(id_, []).append([spelled(cell) for cell in cells])
        for number in range(max(map(len, by_id.values()), default=0)):
            titles = [heading.title for heading in sheet.headings[1:]]
            headings += [f"{sheet.records.singular} {number + 1}, {title}" for title in titles]
            for row in rows:
                records = by_id.get(row[0], [])
                row.extend(records[number] if number < len(records) else [""] * len(titles))
    out = StringIO(newline="")
    csv.writer(out, delimiter=between).writerows([headings, *rows])
    return out.getvalue().encode(encoding)


def as_arrow(aktiviteter):
    """A table with lists of structs, dates and booleans, as a program would make it; own facts by their prefix."""
    rows = [aktivitet.model_dump(by_alias=True, exclude_unset=True) for aktivitet in aktiviteter]
    for row in rows:
        row |= {f"egne, {name}": value for name, value in row.pop("egne", {}).items()}
    names = list(dict.fromkeys(name for row in rows for name in row))
    return pa.table({name: pa.array([_plain(row.get(name)) for row in rows]) for name in names})


def _plain(value):
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()} or None
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return str(value) if hasattr(value, "enhed") else value
