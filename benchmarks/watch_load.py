"""The watch under load: so many collaborations, and ten times as many events, day by day, with the memory it takes.

Its own command, for the million takes long: `python benchmarks/watch_load.py [COLLABORATIONS] [EVENTS]`.
Memory is read when a tenth of the events are told and when all are. What the events cost by other ways is measured on
the aktiviteter of a sample: judging each anew by the specification after each event, and bare durable_rules, which is
given the facts counted and flat and decides the handling alone.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

import rammevaerk as rv
from rammevaerk.api import read_udgave
from rammevaerk.journal.contents import Haendelse
from rammevaerk.journal.store import Journal
from rammevaerk.watch.indberetning import Indberetning
from rammevaerk.watch.overvaagning import Overvaagning

if TYPE_CHECKING:
    from collections.abc import Iterator

COLLABORATIONS, EVENTS = 100_000, 1_000_000
BAR = 1.1
FIRST = date(2023, 1, 1)
DAYS = 1_000
"""Days over which the events are spread."""
SAMPLE = 300
TID = datetime(2026, 1, 1, tzinfo=UTC)


def events(collaborations: int, count: int) -> Iterator[list[Indberetning] | date]:
    """What each day tells, and then that it has come. Every collaboration is told of in the first tenth."""
    random = Random(7)  # noqa: S311 - made the same each time, and nobody's secret
    for day in range(DAYS):
        told = range(day * count // DAYS, (day + 1) * count // DAYS)
        today = FIRST + timedelta(day)
        yield [_event(random, number, collaborations, today) for number in told]
        yield today


def _event(random: Random, number: int, collaborations: int, today: date) -> Indberetning:
    if number < collaborations:
        return Indberetning(f"h{number}", Haendelse(f"a{number}", _begun(random, number, today), virkning=today))
    aktivitet = f"a{random.randrange(collaborations)}"
    happened = today - timedelta(random.choice([0, 0, 0, 0, 3, 30]))
    hvad = random.choice(["evalueret", "evalueret", "videndelt", "oplyst", "investeret"])
    day = happened.isoformat()
    match hvad:
        case "evalueret":
            bidrag = random.choice(["mindre", "lige så meget", "mere", "mere"])
            told: dict[str, Any] = {"evalueringer": [{"dato": day, "bidrag": bidrag}]}
        case "videndelt":
            told = {"videndelinger": [{"dato": day, "kreds": "ekstern"}]}
        case "investeret":
            told = {"investeringer": [{"dato": day, "mængde": f"{random.randint(1, 90)}.000 kr."}]}
        case _:
            told = {"gør_klogere": {"svar": random.choice([True] * 9 + [False]), "dato": day}}
    return Indberetning(f"h{number}", Haendelse(aktivitet, told, virkning=happened, hvad=hvad))


def _begun(random: Random, number: int, today: date) -> dict[str, Any]:
    return {
        "titel": f"Samarbejde {number}",
        "status": "i gang",
        "type": random.choice(["netværk", "partnerskab", "projekt"]),
        "politiske_mål": ["Et sundere Odense"],
        "kerneopgaver": ["genoptræning"],
        "retning": "henter viden",
        "gør_klogere": {"svar": True, "dato": today.isoformat()},
    }


def resident() -> int:
    """The memory this process holds, in kB."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")))


def watched(place: str, collaborations: int, count: int) -> tuple[float, float, int, int]:
    """The seconds of the clock and of the processor, and the memory after a tenth of the events and after all."""
    ramme = rv.load("odense-2022")
    with Journal(place) as journal:
        journal.keep(read_udgave("odense-2022"), TID)
        watch = Overvaagning(ramme, journal)
        begun, cpu, told, tenth = perf_counter(), process_time(), 0, 0
        for step in events(collaborations, count):
            if isinstance(step, date):
                watch.reach(step, TID)
                continue
            watch.tell(step, TID)
            told += len(step)
            if not tenth and told >= count // 10:
                tenth = resident()
            if step and told % (count // 20) < len(step):
                spent = perf_counter() - begun
                print(f"{told} events, {told / spent:.0f}/s, {resident() / 1024:.0f} MB", file=sys.stderr, flush=True)
        return perf_counter() - begun, process_time() - cpu, tenth, resident()


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    collaborations, count = [*given, *(COLLABORATIONS, EVENTS)[len(given) :]]
    with tempfile.TemporaryDirectory() as folder:
        clock, cpu, tenth, whole = watched(str(Path(folder) / "journal.db"), collaborations, count)
    print(clock, cpu, tenth, whole)
