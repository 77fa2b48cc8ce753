"""The law of the chaining engine at length, and the memory it takes. Each prints its figure.

python tests/engines/long_chaining.py regler 20000        random aktiviteter for each rammeværk that ships
python tests/engines/long_chaining.py tilfældige 200      random rule sets of nine sizes, 100 aktiviteter each
python tests/engines/long_chaining.py hukommelse 100000   one engine, so many aktiviteter
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))

from chained_laws import REAL, check_random_rules, check_real_rules, real_case

import rammevaerk as rv
from rammevaerk.engines.chaining import Chaining
from rammevaerk.watch.chained import decided

PER_RULES = 100


def shipped(wanted: int) -> None:
    for name in REAL:
        start = time.monotonic()
        found = check_real_rules(rv.load(name), 1, wanted)
        _say(f"{name}: {found} aktiviteter, 0 differ", start)


def random_rules(wanted: int) -> None:
    start = time.monotonic()
    found = sum(check_random_rules(seed, PER_RULES) for seed in range(1_000, 1_000 + wanted))
    _say(f"{wanted} rule sets, {found} aktiviteter, 0 differ", start)


def memory(wanted: int) -> None:
    """The resident memory after every tenth of the aktiviteter; the first tenth is there to fill pools."""
    ramme, random = rv.load("skanderborg"), Random(1)
    engine = Chaining(ramme, decided)
    cases = [real_case(ramme, random) for _ in range(500)]
    start = time.monotonic()
    for number in range(1, wanted + 1):
        engine.evaluate(*cases[number % len(cases)])
        if number % (wanted // 10) == 0:
            _say(f"{number} aktiviteter: {_resident() / 1024:.1f} MB", start)


def _resident() -> int:
    """Kilobytes of memory held now, not at the most."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() // 1024


def _say(what: str, start: float) -> None:
    sys.stdout.write(f"{what}; {(time.monotonic() - start) / 60:.1f} minutes\n")
    sys.stdout.flush()


if __name__ == "__main__":
    {"regler": shipped, "tilfældige": random_rules, "hukommelse": memory}[sys.argv[1]](int(sys.argv[2]))
