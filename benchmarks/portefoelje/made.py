"""A made-up portfolio of any size, straight into DuckDB's tables: seeded, realistic, a fifth of the facts unknown.

Every value hangs on a hash of its aktivitet's number, its place in its list and what it is, so that the same numbers
are the same aktiviteter whatever else is made. `python benchmarks/portefoelje/made.py 1000000 portefoelje.duckdb`
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import duckdb

import rammevaerk as rv
from rammevaerk.facts.tables import AKTIVITETER, NR, PLADS, VAERDI, portfolio_tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.facts.tables import Kolonne, Tabel

UNKNOWN = 20
"""Of a hundred facts, so many are unknown."""
AT_ONCE = 1_000_000
TYPER = (
    *("venskabsbysamarbejde", "netværk", "partnerskab") * 3,
    *("projekt", "studierejse", "udveksling", "konference", "værtsbesøg", "internationalt kontor"),
)
STEDER = ("Odense", "Odense C", "Svendborg", "Nyborg Kommune", "København", "Aarhus")
TEXTS = {
    "forankring": STEDER,
    "by": ("Tampere", "Groningen", "Kaunas", "Brno", "Izmir", "Columbus (Ohio)"),
    "land": ("Finland", "Holland", "Litauen", "Tjekkiet", "Tyrkiet", "USA"),
    "forvaltning": ("By- og Kulturforvaltningen", "Børn- og Ungeforvaltningen", "Ældre- og Handicapforvaltningen"),
    "kerneopgaver": ("beskæftigelse", "sundhed", "byudvikling", "skole"),
    "kle": ("05.13.00", "00.05.01", "15.20.00"),
}
WORDS = ("mobilitet", "sundhed", "robotter", "klima", "kultur", "erhverv")
UNITS = ("kr.", "kr.", "kr.", "EUR", "timer")
FOLLOWS = """
    CASE WHEN investering__enhed IS DISTINCT FROM udbytte__enhed OR udbytte IS NULL THEN bidrag
    WHEN udbytte < investering THEN 'mindre' WHEN udbytte > investering THEN 'mere' ELSE 'lige så meget' END
"""
"""What was recorded must not be another than what follows from two amounts in one unit."""
LONGEST = 4
"""Records in a list, at most; a list that is known has from none to so many."""


def make(connection: duckdb.DuckDBPyConnection, ramme: rv.Rammevaerk, number: int, first: int = 1) -> None:
    """Make the tables of so many aktiviteter, in the order of their numbers."""
    for start in range(first, first + number, AT_ONCE):
        last = min(start + AT_ONCE, first + number) - 1
        for tabel in portfolio_tables(ramme.egne):
            rows = _rows(tabel, ramme, start, last)
            name = f'"{tabel.navn}"'
            connection.execute(f"{f'CREATE TABLE {name} AS' if start == first else f'INSERT INTO {name}'} {rows}")


def _rows(tabel: Tabel, ramme: rv.Rammevaerk, first: int, last: int) -> str:
    columns = ", ".join(f'{_typed(_value(one, tabel, ramme), one)} AS "{one.navn}"' for one in tabel.kolonner)
    if tabel.fact is None:
        return f"SELECT {columns} FROM range({first}, {last + 1}) r(nr)"
    known, length = _known(tabel.fact), f"{_hash(tabel.navn, 'længde', '0')} % {LONGEST + 1}"
    places = f"SELECT nr, unnest(range(1, 1 + ({length})::BIGINT)) AS plads FROM range({first}, {last + 1}) r(nr)"
    rows = f"SELECT {columns} FROM ({places} WHERE {known})"
    return f"SELECT * REPLACE ({FOLLOWS} AS bidrag) FROM ({rows})" if tabel.navn == "evalueringer" else rows


def _value(one: Kolonne, tabel: Tabel, ramme: rv.Rammevaerk) -> str:
    fact, place = one.fact, "0" if tabel.navn == AKTIVITETER else "plads"
    if fact is None:
        return {NR: "nr", PLADS: "plads", VAERDI: _pick(_texts(tabel.fact, ramme), f"{tabel.navn}.værdi", place)}[
            one.navn
        ]
    name = f"{tabel.navn}.{fact.key}"
    if one.part == "kendt":
        return _known(fact)
    if fact.key in ("id", "titel"):
        return f"'{fact.key} ' || nr"
    unknown = f"{_hash(name, 'kendt', place)} % 100 < {0 if one.required else UNKNOWN}"
    return f"CASE WHEN {unknown} THEN NULL ELSE {_some(one, fact, name, place, ramme)} END"


def _some(one: Kolonne, fact: Oplysning, name: str, place: str, ramme: rv.Rammevaerk) -> str:
    drawn = _hash(name, one.part or "værdi", place)
    match one.part, one.type:
        case "enhed", _:
            return _pick(UNITS, name + "enhed", place)
        case (("svaret_af" | "begrundelse"), _):
            return _pick(("kontorchef", "stabschef", "direktør"), name + one.part, place)
        case _, "boolean":
            return f"{drawn} % 10 < 7"
        case _, "date":
            day = {"start": "2022-01-01", "slut": "2025-01-01"}.get(fact.key, "2022-09-01")
            return f"DATE '{day}' + ({drawn} % 700)::INTEGER"
        case _, "decimal":
            return f"({drawn} % 100000) * 100"
    return _pick(TYPER if fact.key == "type" and "." not in name[12:] else _texts(fact, ramme), name, place)


def _texts(fact: Oplysning | None, ramme: rv.Rammevaerk) -> Sequence[str]:
    if fact is None:
        return WORDS
    return fact.kind.options or ramme.opslag.get(fact.name) or TEXTS.get(fact.key, WORDS)


def _typed(value: str, one: Kolonne) -> str:
    types = {"integer": "BIGINT", "text": "VARCHAR", "date": "DATE", "boolean": "BOOLEAN"}
    return f"CAST({value} AS {types.get(one.type) or 'DECIMAL({}, {})'.format(*one.digits)})"


def _pick(words: Sequence[str], name: str, place: str) -> str:
    listed = ", ".join("'" + word.replace("'", "''") + "'" for word in words)
    return f"[{listed}][1 + ({_hash(name, 'valg', place)} % {len(words)})::INTEGER]"


def _known(fact: Oplysning) -> str:
    return f"{_hash(fact.key, 'liste', '0')} % 100 >= {UNKNOWN}"


def _hash(name: str, what: str, place: str) -> str:
    return f"(hash(nr * 16 + {place}, '{name} {what}') >> 8)"


if __name__ == "__main__":
    connection = duckdb.connect(sys.argv[2])
    make(connection, rv.load("odense-2022"), int(sys.argv[1]))
