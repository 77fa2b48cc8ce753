"""Run the round trip over many random sentences and print the figure.

python tests/language/rundtur.py --antal 100000 --frø 1
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from random import Random

sys.path[:0] = [str(Path(__file__).parents[2] / "src"), str(Path(__file__).parent)]

# ruff: noqa: E402 - the paths above have to be there first
from trees import LISTS, VOCABULARY, sloppy, tree

from rammevaerk.language.parse import parse
from rammevaerk.language.write import write


def check(random: Random) -> str:
    """One random sentence there and back, also from a sloppy spelling; the canonical sentence."""
    made = tree(random, random.randint(1, 4))
    sentence = write(made, LISTS)
    if len(sentence) > 4_900:  # the sentence of a person is never so long, and is refused as such
        return ""
    read = parse(sentence, VOCABULARY)
    assert read == made, sentence
    assert write(read, LISTS) == sentence
    careless = sloppy(random, sentence)
    if len(careless) <= 5_000:
        assert write(parse(careless, VOCABULARY), LISTS) == sentence, careless
    return sentence


def run(number: int, seed: int) -> tuple[int, int]:
    """How many sentences made the round trip, and how many of them were different."""
    random = Random(seed)
    said = [sentence for sentence in (check(random) for _ in range(number)) if sentence]
    return len(said), len(set(said))


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--antal", type=int, default=100_000)
    options.add_argument("--frø", type=int, default=1)
    given = options.parse_args()
    began = time.perf_counter()
    done, different = run(given.antal, given.frø)
    seconds = time.perf_counter() - began
    sys.stdout.write(f"rundtur: {done} sætninger, {different} forskellige, frem og tilbage på {seconds:.0f} sekunder\n")
