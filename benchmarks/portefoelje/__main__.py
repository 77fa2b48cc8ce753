"""A portfolio judged where it lies: `python benchmarks/portefoelje FOLDER [--skala]`. Nonzero when a bar is missed.

A million aktiviteter in DuckDB against a query written by hand, and against `compiled` and durable_rules one aktivitet
at a time. With `--skala` also how time and memory go from 10^5 to 10^7, each in a process of its own. The portfolios
are made first, as files of the folder, and kept there for the next run.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from subprocess import run
from typing import TYPE_CHECKING, Any, get_args

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))

import duckdb
import rivals
from alone import attached, judged
from made import make
from measuring import Row, machine, show
from varied import DAY, as_text, plain

import rammevaerk as rv
from rammevaerk.api import bound
from rammevaerk.engines.chaining import Chaining
from rammevaerk.engines.columnar import Columnar
from rammevaerk.engines.compiled import Compiled
from rammevaerk.facts.reading import read_text
from rammevaerk.model.klausul import Handling
from rammevaerk.model.resultat import Udfald
from rammevaerk.watch.chained import decided

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HERE = Path(__file__).parent
ROUNDS = 3
MILLION = 10**6
BY_HAND, COMPILED, DURABLE, FLAT = 1.5, 1 / 30, 1 / 1000, 1.2
SAMPLE = 2_000
MEMORY = 4.0
"""GB of a whole process that judges 10^7."""


def opened(number: int, folder: Path) -> Path:
    """The file with so many made aktiviteter."""
    path = folder / f"portefoelje-{number}.duckdb"
    if not path.exists():
        new = path.with_suffix(".ny")
        with duckdb.connect(str(new)) as connection:
            make(connection, rv.load("odense-2022"), number)
        new.rename(path)
    return path


def same(connection: duckdb.DuckDBPyConnection, ours: str, theirs: str) -> None:
    """Both answer the same of every aktivitet of the first part."""
    connection.execute("SET VARIABLE fra = 1")
    connection.execute("SET VARIABLE til = 100000")
    heads = ", ".join(f'"{row[0]}"' for row in connection.execute(f"DESCRIBE {theirs}").fetchall())
    hand = f"SELECT {heads} FROM ({theirs}) WHERE nr <= 100000"
    rest = connection.execute(f"SELECT count(*) FROM (SELECT {heads} FROM ({ours}) EXCEPT {hand})").fetchall()
    assert rest == [(0,)], rest


def in_few_bits(query: str) -> str:
    """The query by hand with its words as enumerations, a byte each, as ours has them."""
    for words in (list(Udfald), get_args(Handling)):
        answer = re.compile(rf"(THEN|ELSE|^   ) ('(?:{'|'.join(words)})')", re.MULTILINE)
        kind = ", ".join(f"'{word}'" for word in words)
        query = answer.sub(rf"\1 CAST(\2 AS ENUM({kind}))", query)
    return query


def against_hand(path: Path) -> tuple[Row, float]:
    """Our query as it is printed against one written by hand; and the seconds of ours for one aktivitet."""
    ours = Columnar(rv.load("odense-2022"), DAY).udfald()
    theirs = in_few_bits((HERE / "by_hand.sql").read_text("utf-8"))
    mine, hand, waited = [], [], []
    with tempfile.TemporaryDirectory() as folder, attached(path, folder) as connection:
        same(connection, ours, theirs)
        for _ in range(ROUNDS):
            hand.append(judged(connection, theirs, in_parts=False)[0])
            spent, wall = judged(connection, ours)
            mine.append(spent)
            waited.append(wall)
    ratio = median(one / other for one, other in zip(mine, hand, strict=True))
    told = (f"{median(mine):.2f} s", f"{median(hand):.2f} s")
    row = Row("a million: every klausul and the handling", "SQL by hand", *told, ratio, BY_HAND)
    return row, median(waited) / MILLION


def one_by_one(ours: float) -> list[Row]:
    """`compiled` and durable_rules on a sample.

    `chaining` is durable_rules under our guards, told which sentences hold. By itself it is given facts that are
    counted beforehand, and finds the handling alone.
    """
    ramme = rv.load("odense-2022")
    compiled, texts = Compiled(ramme), [as_text(one) for one in plain(1, SAMPLE)]
    aktiviteter = [bound(read_text(text)[0], ramme, DAY) for text in texts]
    compiled.evaluate(aktiviteter[0], DAY)
    whole = each(lambda text: compiled.evaluate(bound(read_text(text)[0], ramme, DAY), DAY), texts)
    alone = each(lambda one: compiled.evaluate(one, DAY), aktiviteter)
    chaining = Chaining(ramme, decided)
    chained = each(lambda one: chaining.evaluate(one, DAY), aktiviteter)
    durable = each(rivals.durable({}), rivals.cases(ramme).flat)
    others = [
        ("compiled, read from JSON", whole, COMPILED),
        ("compiled, read and bound before", alone, None),
        ("durable_rules by chaining", chained, DURABLE),
        ("durable_rules, the handling alone", durable, None),
    ]
    what = "the same, of one, on the clock"
    return [Row(what, against, micro(ours), micro(theirs), ours / theirs, bar) for against, theirs, bar in others]


def each(work: Callable[[Any], object], given: Sequence[Any]) -> float:
    """Seconds for one, on the clock: DuckDB uses every core there is, and the others only one."""
    start = time.monotonic()
    for one in given:
        work(one)
    return (time.monotonic() - start) / len(given)


def micro(seconds: float) -> str:
    return f"{seconds * 1e6:.2f} µs"


def scale(folder: Path) -> list[Row]:
    """CPU seconds per million at 10^5, 10^6 and 10^7, and the memory of the largest."""
    per, peak = {}, 0.0
    for number in (MILLION // 10, MILLION, MILLION * 10):
        words = [sys.executable, str(HERE / "alone.py"), str(opened(number, folder))]
        done = run(words, check=True, capture_output=True, text=True)  # noqa: S603 - our own script
        spent, wall, peak = map(float, done.stdout.split())
        per[number] = spent / number * MILLION
        print(f"{number:,}: {per[number]:.2f} CPU s and {wall / number * MILLION:.2f} s per million, {peak:.2f} GB")
    rows = []
    for number in (MILLION // 10, MILLION * 10):
        told = (f"{per[number]:.2f} s", f"{per[MILLION]:.2f} s")
        rows.append(Row(f"per million, of {number:,}", "of 1,000,000", *told, per[number] / per[MILLION], FLAT))
    told = (f"{peak:.2f} GB", f"{MEMORY:.2f} GB")
    return [*rows, Row("peak memory of 10,000,000", "the bar", *told, peak / MEMORY, 1.0)]


if __name__ == "__main__":
    place = Path(sys.argv[1])
    print(machine(), f"DuckDB {duckdb.__version__}")
    hand, seconds = against_hand(opened(MILLION, place))
    found = [hand, *one_by_one(seconds)]
    if "--skala" in sys.argv:
        found += scale(place)
    sys.exit(show(found))
