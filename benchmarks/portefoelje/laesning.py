"""A workbook of 20,000 aktiviteter and 25 columns: how long our reading takes against the bare reading of its cells.

python benchmarks/portefoelje/laesning.py [rows]
"""

from __future__ import annotations

import random
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

import xlsxwriter
from python_calamine import load_workbook

import rammevaerk as rv
from rammevaerk.facts.sheets.reading import read_arrow, read_table

RAMME = rv.load("odense-2022")
ROUNDS = 5
COLUMNS = 25
UNKNOWN = 0.2
SKOEN = (
    "borgerværdi",
    "gør klogere",
    "afgørende viden",
    "omdømme",
    "erhvervsrettet",
    "stabschef",
    "begrundet stedvalg",
)


def main(rows: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "portefølje.xlsx")
        write(path, rows)
        print(f"{rows} rækker, {path.stat().st_size / 1e6:.1f} MB")
        bare, tables, objects = [], [], []
        for _ in range(ROUNDS):
            bare.append(timed(lambda: load_workbook(path).get_sheet_by_index(0).to_python()))
            tables.append(timed(lambda: read_arrow(path, RAMME.egne, RAMME.opslag)))
        objects.append(timed(lambda: read_table(path, RAMME.egne.values())))
        print(f"cellerne alene     {min(bare):.3f} s")
        print(f"læst til tabeller  {min(tables):.3f} s, {min(tables) / min(bare):.2f} gange cellerne alene")
        print(f"læst til objekter  {min(objects):.3f} s, {min(objects) / min(bare):.2f} gange cellerne alene")


def timed(run: object) -> float:
    before = perf_counter()
    assert callable(run)
    run()
    return perf_counter() - before


def write(path: Path, rows: int) -> None:
    """One flat sheet; a fifth of what can be unknown is."""
    chance = random.Random(1)  # noqa: S311 - the same workbook each time
    goals = list(RAMME.opslag["politiske mål"])
    headings = [
        *("id", "titel", "status", "type", "forvaltning", "emne", "kle", "start", "slut", "politiske mål"),
        *("kerneopgaver", "retning", "horisont", "partnerskabsform", "aftale", "EU-projekt"),
        *SKOEN,
        *("evaluering 1, dato", "evaluering 1, bidrag"),
    ]
    assert len(headings) == COLUMNS
    with xlsxwriter.Workbook(str(path), {"strings_to_urls": False}) as workbook:
        sheet, dated = workbook.add_worksheet("aktiviteter"), workbook.add_format({"num_format": "dd.mm.yyyy"})
        sheet.write_row(0, 0, headings)
        for row in range(1, rows + 1):
            start = date(2020, 1, 1) + timedelta(chance.randrange(1500))
            status = chance.choice(["forslag", "i gang", "afsluttet"])
            cells = [
                chance.choice(["projekt", "netværk", "partnerskab", "studierejse"]),
                f"Forvaltning {chance.randrange(6)}",
                f"emne {chance.randrange(200)}",
                f"00.{chance.randrange(10, 99)}.01",
                start,
                start + timedelta(chance.randrange(1000)),
                "; ".join(chance.sample(goals, 2)),
                chance.choice(["ingen", "hjemmepleje", "folkeskole; dagtilbud"]),
                chance.choice(["henter viden", "deler viden", "gensidig"]),
                chance.choice(["kort", "lang"]),
                chance.choice(["projekt", "ad hoc", "langvarig", "ingen"]),
                chance.choice(["ingen", "hensigtserklæring", "bindende"]),
                *(chance.choice(["ja", "nej"]) for _ in range(8)),
                start + timedelta(chance.randrange(500)),
                chance.choice(["mindre", "lige så meget", "mere"]),
            ]
            known = [None if chance.random() < UNKNOWN else cell for cell in cells]
            for column, cell in enumerate([f"a{row}", f"Aktivitet nr. {row}", status, *known]):
                if isinstance(cell, date):
                    sheet.write_datetime(row, column, cell, dated)
                elif cell is not None:
                    sheet.write_string(row, column, cell)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
