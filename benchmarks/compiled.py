"""All udfald and the handling of one aktivitet already read: the compiled rules against a function written by hand."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import by_hand
from measuring import Row, interleaved, microseconds, ratio, show
from varied import DAY, plain, read

import rammevaerk as rv
from rammevaerk.engines.compiled import Compiled

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 25
BAR = 2.0


def check(aktiviteter: list[rv.Aktivitet], compiled: Compiled) -> int:
    """Both find the same for each aktivitet on many days; answers how many pairs were looked at."""
    days = [DAY, *(DAY + timedelta(days) for days in (-1, 1, 366))]
    days += [date(2021, 12, 31), date(2022, 1, 1), date(2025, 12, 31), date(2026, 1, 1), date(2030, 1, 1)]
    for aktivitet in aktiviteter:
        for day in days:
            resultat = compiled.evaluate(aktivitet, day)
            udfald, handling = by_hand.judge(aktivitet, day)
            differing = {
                id_: (udfald[id_], found) for id_, found in resultat.udfald.items() if udfald[id_] is not found
            }
            assert not differing, (aktivitet, day, differing)
            assert udfald.keys() == resultat.udfald.keys()
            assert handling == resultat.handling, (aktivitet, day, handling, resultat.handling)
    return len(aktiviteter) * len(days)


def measure() -> list[Row]:
    ramme = rv.load("odense-2022")
    compiled = Compiled(ramme)
    rows = []
    for name, known in (("all facts known", 1.0), ("a fifth of the facts unknown", 0.8), ("half unknown", 0.5)):
        aktiviteter = read(plain(1, 2_000, known), ramme)
        check(aktiviteter, compiled)
        spent = interleaved(
            {"compiled": _each(compiled.evaluate, aktiviteter), "by hand": _each(by_hand.judge, aktiviteter)}, ROUNDS
        )
        ours, theirs = spent.values()
        count = len(aktiviteter)
        figures = microseconds(ours, count), microseconds(theirs, count), ratio(ours, theirs)
        rows.append(Row(f"compiled, {name}", "by hand", *figures, BAR))
    return rows


def _each(judge: Callable[[rv.Aktivitet, date], Any], aktiviteter: list[rv.Aktivitet]) -> Callable[[], None]:
    def work() -> None:
        for aktivitet in aktiviteter:
            judge(aktivitet, DAY)

    return work


if __name__ == "__main__":
    sys.exit(show(measure()))
