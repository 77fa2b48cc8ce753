"""One file judged by a process of its own, with one thread: prints its CPU seconds, its wall seconds and its peak GB.

Of a hundred thousand DuckDB has nothing to give to a second thread, which would only wait, and be counted.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import duckdb
from varied import DAY

import rammevaerk as rv
from rammevaerk.engines.columnar import Columnar, parts


def attached(path: Path, folder: str) -> duckdb.DuckDBPyConnection:
    """The portfolio, and the answers as `vurder_portefoelje` keeps them: in memory, and on disk what does not fit."""
    connection = duckdb.connect()
    connection.execute("ATTACH ':memory:' AS lager")
    connection.execute(f"ATTACH '{path}' AS portefoelje (READ_ONLY)")
    connection.execute("USE portefoelje")
    connection.execute("SET memory_limit = '2GB'")
    connection.execute(f"SET temp_directory = '{folder}/spild'")
    connection.execute("SET preserve_insertion_order = false")
    return connection


def judged(connection: duckdb.DuckDBPyConnection, query: str, *, in_parts: bool = True) -> tuple[float, float]:
    """CPU and wall seconds until the answers are in a table."""
    connection.execute("DROP TABLE IF EXISTS lager.svar")
    start, wall = time.process_time(), time.monotonic()
    for number, _ in enumerate(parts(connection) if in_parts else (None,)):
        connection.execute(f"{'INSERT INTO lager.svar' if number else 'CREATE TABLE lager.svar AS'} {query}")
    return time.process_time() - start, time.monotonic() - wall


if __name__ == "__main__":
    asked = Columnar(rv.load("odense-2022"), DAY).udfald()
    with tempfile.TemporaryDirectory() as place, attached(Path(sys.argv[1]), place) as opened:
        opened.execute("SET threads = 1")
        judged(opened, asked)  # thrown away, as the first round of every benchmark here: it loads DuckDB's own code
        spent, waited = judged(opened, asked)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024
    print(spent, waited, peak)
