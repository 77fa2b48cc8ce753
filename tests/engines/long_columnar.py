"""The portfolio's engine against the specification at length, with the figures printed.

`python tests/engines/long_columnar.py rammer 100000 [first seed]`: so many aktiviteter for each rammeværk.
`python tests/engines/long_columnar.py regelsæt 5000 [first seed]`: so many random rule sets.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from columnar_laws import check_portfolio, check_rule_set, random_portfolio
from random_facts import DAY

import rammevaerk as rv

AT_ONCE = 5_000


def of_rammer(wanted: int, first: int) -> None:
    for name in rv.shipped():
        ramme, start, pairs = rv.load(name), time.process_time(), 0
        for seed in range(first, first + -(-wanted // AT_ONCE)):
            pairs += check_portfolio(ramme, random_portfolio(ramme, AT_ONCE, seed), DAY, (name, seed))
        sys.stdout.write(
            f"{name}: {pairs} aktiviteter, 0 differ; {(time.process_time() - start) / 60:.1f} CPU minutes\n"
        )
        sys.stdout.flush()


def of_rule_sets(wanted: int, first: int) -> None:
    pairs, refused, start = 0, 0, time.process_time()
    for seed in range(first, first + wanted):
        found = check_rule_set(seed)
        pairs, refused = pairs + found, refused + (found == 0)
        if (seed - first) % 500 == 499:
            sys.stderr.write(f"{seed - first + 1} rule sets\n")
    spent = (time.process_time() - start) / 60
    sys.stdout.write(
        f"{wanted} rule sets, {refused} refused by name, {pairs} pairs, 0 differ; {spent:.1f} CPU minutes\n"
    )


if __name__ == "__main__":
    number, first_seed = int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0
    {"rammer": of_rammer, "regelsæt": of_rule_sets}[sys.argv[1]](number, first_seed)
