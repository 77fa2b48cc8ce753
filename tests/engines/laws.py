"""The two laws of the engines, for one seed; the tests and the long run both go through here."""

from __future__ import annotations

from random import Random

from generator import DAYS, TODAY, Generator, completions

from rammevaerk.engines import direct
from rammevaerk.engines.compiled import Compiled
from rammevaerk.model.resultat import Udfald, klausul_udfald

PER_RULES = 10
MOST = 24


def check_soundness(seed: int, *, fast: bool = False) -> tuple[int, int]:
    """A known answer never differs from a completion's. Answers how many cases and completions were looked at.

    With `fast`, `compiled` judges the completions: the other law says that it finds the same.
    """
    random = Random(seed)
    generator = Generator(random)
    ramme = generator.rammevaerk()
    compiled = Compiled(ramme)
    looked = 0
    for _ in range(PER_RULES):
        partial = generator.aktivitet(random.choice((0.05, 0.15, 0.3)))
        before, _ = direct.evaluate(ramme, partial, TODAY)
        for whole in completions(partial, random, MOST):
            looked += 1
            after = compiled.evaluate(whole, TODAY) if fast else direct.evaluate(ramme, whole, TODAY)[0]
            for id_, udfald in before.udfald.items():
                assert udfald is Udfald.UAFKLARET or after.udfald[id_] is udfald, (seed, id_, udfald, partial, whole)
            for id_ in ramme.klausuler:
                known = klausul_udfald(ramme, before.udfald, id_)
                now = klausul_udfald(ramme, after.udfald, id_)
                assert known is Udfald.UAFKLARET or now is known, (seed, id_, known, partial, whole)
            assert before.handling in ("afvent", after.handling), (seed, before, after)
    return PER_RULES, looked


def check_agreement(seed: int) -> int:
    """Direct and compiled find the same, on every day. Answers how many pairs were looked at."""
    random = Random(seed)
    generator = Generator(random)
    ramme = generator.rammevaerk(random.randint(1, 6))
    compiled = Compiled(ramme)
    for _ in range(PER_RULES):
        aktivitet = generator.aktivitet(random.choice((0.0, 0.1, 0.3)))
        day = random.choice(DAYS)
        found, _ = direct.evaluate(ramme, aktivitet, day)
        assert compiled.evaluate(aktivitet, day) == found, (seed, day, aktivitet)
    return PER_RULES
