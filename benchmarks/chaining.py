"""All udfald and the handling of one aktivitet already read: the chaining engine against the specification."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from measuring import Row, interleaved, microseconds, ratio, show
from varied import DAY, plain, read

import rammevaerk as rv
from rammevaerk.engines import direct
from rammevaerk.engines.chaining import Chaining
from rammevaerk.watch.chained import decided

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 9
COUNT = 300


def measure() -> list[Row]:
    """No bar: what the engine buys is the conclusions in their order, not speed."""
    ramme = rv.load("odense-2022")
    engine = Chaining(ramme, decided)
    rows = []
    for name, known in (("all facts known", 1.0), ("half unknown", 0.5)):
        aktiviteter = read(plain(1, COUNT, known), ramme)
        for one in aktiviteter:
            assert engine.evaluate(one, DAY)[0] == direct.evaluate(ramme, one, DAY)[0]
        sides = {
            "chaining": _each(engine.evaluate, aktiviteter),
            "direct": _each(lambda one, day: direct.evaluate(ramme, one, day), aktiviteter),
        }
        ours, theirs = interleaved(sides, ROUNDS).values()
        figures = microseconds(ours, COUNT), microseconds(theirs, COUNT), ratio(ours, theirs)
        rows.append(Row(f"chaining, {name}", "direct", *figures, None))
    return rows


def _each(judge: Callable[..., Any], aktiviteter: list[rv.Aktivitet]) -> Callable[[], None]:
    def work() -> None:
        for aktivitet in aktiviteter:
            judge(aktivitet, DAY)

    return work


if __name__ == "__main__":
    sys.exit(show(measure()))
