"""Histories told to a watch in pieces, and held against judging everything anew.

`python tests/watch/streams.py 10000 [SEED]` tries so many; the tests try a few.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from anew import turns_anew
from histories import FIRST, LAST, NAMES, SPAN, TID, Told, history, ramme

from rammevaerk.journal.store import Journal
from rammevaerk.loading import read_udgave
from rammevaerk.watch.overvaagning import Overvaagning

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


def shuffled(random: Random, told: list[Told]) -> list[list[Told] | date]:
    """What was told in a random order, some of it twice, some together, with days passing in between."""
    every = [*told, *random.sample(told, random.randint(0, len(told)))]
    random.shuffle(every)
    steps: list[list[Told] | date] = []
    day = FIRST
    while every:
        size = random.choice([1, 1, 1, 2, 5])
        steps.append(every[:size])
        every = every[size:]
        if random.random() < 0.4:
            day += timedelta(random.randrange(SPAN // 3))
            steps.append(min(day, LAST))
    return [*steps, LAST]


def check(told: list[Told], steps: list[list[Told] | date], place: str, name: str) -> int:
    """Tell a new watch, and hold what stands in the end against what stands anew; how many turns there were."""
    with Journal(place) as journal:
        journal.keep(read_udgave(name), TID)
        watch = Overvaagning(ramme(name), journal)
        for step in steps:
            if isinstance(step, list):
                watch.tell([one.indberetning() for one in step], TID)
            else:
                watch.reach(step, TID)
        count = 0
        for aktivitet in sorted({one.aktivitet for one in told}):
            stands = watch.standing(aktivitet)
            assert len(stands) == len(set(stands))
            wanted = turns_anew(told, aktivitet, LAST, name)
            assert set(map(tuple, stands)) == wanted, sorted(set(map(tuple, stands)) ^ wanted)
            count += len(wanted)
        assert journal.verify().hel
    return count


def tried(seed: str, place: str) -> int:
    """One random history, told to a watch of one rammeværk."""
    random = Random(seed)
    name = random.choice(NAMES)
    told = history(random, name, random.choice([1, 1, 2]))
    return check(told, shuffled(random, told), place, name)


def run(number: int, seed: int) -> Iterator[int]:
    for place in range(number):
        with tempfile.TemporaryDirectory() as folder:
            try:
                yield tried(f"{seed}-{place}", str(Path(folder) / "journal.db"))
            except Exception:
                print(f"seed {seed}-{place}", file=sys.stderr)  # noqa: T201
                raise


if __name__ == "__main__":
    number, *seed = map(int, sys.argv[1:])
    turns = list(run(number, *(seed or [0])))
    print(f"{number} histories, {sum(turns)} turns: each as judged anew")  # noqa: T201
