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

from measuring import Row, show
from rivals import durable

import rammevaerk as rv
from rammevaerk.api import bound
from rammevaerk.engines import direct
from rammevaerk.facts.reading import aktivitet_from
from rammevaerk.journal.contents import Haendelse
from rammevaerk.journal.store import Journal
from rammevaerk.loading import read_udgave
from rammevaerk.watch.fortalt import Fortalt, happened, known_after
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
    """That each day has come, and what it tells. Every collaboration is told of in the first tenth."""
    random = Random(7)  # noqa: S311 - made the same each time, and nobody's secret
    for day in range(DAYS):
        told = range(day * count // DAYS, (day + 1) * count // DAYS)
        today = FIRST + timedelta(day)
        yield today
        yield [_event(random, number, collaborations, today) for number in told]


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


def of_sample(collaborations: int, count: int) -> dict[str, list[tuple[date, Fortalt]]]:
    """The events of some collaborations as the watch was told them, each with the day it was told."""
    wanted = {f"a{number}" for number in range(SAMPLE)}
    found: dict[str, list[tuple[date, Fortalt]]] = {one: [] for one in sorted(wanted)}
    today = FIRST
    for step in events(collaborations, count):
        if isinstance(step, date):
            today = step
            continue
        for one in step:
            post = one.post
            if post.aktivitet in wanted and isinstance(post, Haendelse) and post.virkning:
                told = Fortalt(one.id, post.hvad, post.virkning, post.oplysninger)
                found[post.aktivitet].append((today, told))
    return found


def judged_anew(sample: dict[str, list[tuple[date, Fortalt]]]) -> float:
    """The processor's seconds for one event: all that is known read and judged by the specification, once for each."""
    ramme = rv.load("odense-2022")
    begun, count = process_time(), 0
    for id_, told in sample.items():
        so_far: list[Fortalt] = []
        for today, one in told:
            so_far.append(one)
            facts = known_after(happened(so_far)) | {"id": id_}
            direct.evaluate(ramme, bound(aktivitet_from(facts), ramme, today), today)
            count += 1
    return (process_time() - begun) / count


def bare(sample: dict[str, list[tuple[date, Fortalt]]]) -> float:
    """The processor's seconds for one event in bare durable_rules, given flat facts: the handling alone."""
    decide = durable({})
    given = [facts for told in sample.values() for facts in _flat([one for _, one in told])]
    begun = process_time()
    for facts in given:
        decide(facts)
    return (process_time() - begun) / len(given)


def _flat(told: list[Fortalt]) -> Iterator[dict[str, Any]]:
    for place in range(len(told)):
        facts = known_after(happened(told[: place + 1]))
        latest = max(facts.get("evalueringer", []), key=lambda one: one["dato"], default={"bidrag": "mere"})
        yield {
            "status": facts["status"],
            "type": facts["type"],
            "maal": 1,
            "kerneopgaver": 1,
            "retning": facts["retning"],
            "borgervaerdi": True,
            "goer_klogere": facts["gør_klogere"]["svar"],
            "afgoerende_viden": True,
            "venskabsby_relevans": "faglig",
            "bidrag": latest["bidrag"],
        }


def rows(collaborations: int, count: int, place: str) -> list[Row]:
    """Memory, and the time of an event by each way, from one run."""
    clock, cpu, tenth, whole = watched(place, collaborations, count)
    sample = of_sample(collaborations, count)
    each, direct_, bare_ = cpu / count, judged_anew(sample), bare(sample)
    print(f"{count / clock:.0f} events a second on the clock, {count / cpu:.0f} of the processor", file=sys.stderr)
    more, less = (f"{kb / 1024:.1f} MB" for kb in (whole, tenth))
    ms = [f"{seconds * 1e3:.2f} ms" for seconds in (each, direct_, bare_)]
    return [
        Row(f"memory after {count} events", f"after {count // 10}", more, less, whole / tenth, BAR),
        Row("one event, watched", "judged anew by direct", ms[0], ms[1], each / direct_, None),
        Row("one event, watched", "bare durable_rules, flat", ms[0], ms[2], each / bare_, None),
    ]


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    collaborations, count = [*given, *(COLLABORATIONS, EVENTS)[len(given) :]]
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(show(rows(collaborations, count, str(Path(folder) / "journal.db"))))
