"""A workbook of 20,000 aktiviteter and 25 columns: how long our reading takes against the bare reading of its cells.

PYTHONPATH=benchmarks python benchmarks/portefoelje/laesning.py [rows]
"""

from __future__ import annotations

import random
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import xlsxwriter
from measuring import interleaved
from python_calamine import load_workbook

import rammevaerk as rv
from rammevaerk.api import vurder_portefoelje
from rammevaerk.facts.sheets.reading import read_arrow

RAMME = rv.load("odense-2022")
DATO = date(2024, 6, 1)
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
        sides = {
            "cellerne alene": lambda: load_workbook(path).get_sheet_by_index(0).to_python(),
            "læst til tabeller": lambda: read_arrow(path, RAMME.egne, RAMME.opslag),
            "læst og vurderet": lambda: vurder_portefoelje(path, RAMME, DATO),
            "læst til objekter": lambda: rv.read(path, rammer=[RAMME]),
        }
        spent = interleaved(sides, ROUNDS)
    bare = spent["cellerne alene"]
    for name, seconds in spent.items():
        ratio = median(ours / theirs for ours, theirs in zip(seconds, bare, strict=True))
        print(f"{name:<18} {median(seconds):.3f} s  {ratio:.2f}")


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
