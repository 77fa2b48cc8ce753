"""The law of the chaining engine: it finds what `direct` finds. The tests and the long run both go through here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING

from generator import DAYS, Generator
from random_facts import DAY, day, forgotten, whole

from rammevaerk.api import bound
from rammevaerk.engines import direct
from rammevaerk.engines.chaining import Chaining, Slutning, Udsagn
from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.facts.kinds import TEXT
from rammevaerk.loading import shipped
from rammevaerk.model import expression as e
from rammevaerk.model.klausul import Indstillingsregel
from rammevaerk.model.resultat import Udfald
from rammevaerk.watch.chained import decided

if TYPE_CHECKING:
    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.rammevaerk import Rammevaerk

REAL = shipped()
SIZES = (1, 2, 3, 5, 8, 13, 21, 34, 89)
TRACED = 10
"""One aktivitet in so many has its whole trace held against `direct`."""


@dataclass
class Wider(Generator):
    """Rules that also say a part twice, have more parts than a rule of the library, and ask what is uafklaret."""

    def condition(self, depth: int, rules: tuple[str, ...] = (), fields: tuple[Oplysning, ...] = ()) -> e.Expression:
        if depth > 0 and not fields and self.random.random() < 0.05:
            parts = [self._leaf(rules, fields) for _ in range(self.random.choice((2, 15, 16, 17, 40)))]
            parts += self.random.choices(parts, k=2)
            return self.random.choice((e.And, e.Or))(tuple(parts))
        return super().condition(depth, rules, fields)

    def _outcome(self, rules: tuple[str, ...]) -> e.Expression:
        one = super()._outcome(rules)
        match self.random.randrange(12):
            case 0:  # in a list, where it cannot be chained
                where = e.Or((e.Compare("=", e.Element(TEXT), e.Constant("a")), one))
                return e.AtLeast(e.Constant(Decimal(1)), e.Listing(e.Fact(CATALOGUE["kerneopgaver"]), where))
            case 1:
                return e.Compare("=", one, super()._outcome(rules))
            case 2:
                return e.Outcome(self.random.choice(rules), "uafklaret")
            case 3:
                return e.Known(e.Fact(CATALOGUE["emne"]))
        return one

    def rammevaerk(self, rules: int = 4) -> Rammevaerk:
        ramme = super().rammevaerk(rules)
        waiting = e.Or(tuple(e.Outcome(id_, "uafklaret") for id_ in ramme.klausuler))
        place = self.random.randint(0, len(ramme.indstillinger))
        advice = [*ramme.indstillinger]
        advice.insert(place, Indstillingsregel("afvent", waiting))
        return replace(ramme, indstillinger=tuple(advice))


def check_random_rules(seed: int, aktiviteter: int) -> int:
    """One random rule set on so many random aktiviteter. Answers how many pairs were looked at."""
    random = Random(seed)
    generator = (Generator, Wider)[seed % 2](random)
    ramme = generator.rammevaerk(SIZES[seed // 2 % len(SIZES)])
    chaining = Chaining(ramme, decided)
    for number in range(aktiviteter):
        aktivitet = generator.aktivitet(random.choice((0.0, 0.1, 0.3)))
        check_one(chaining, ramme, aktivitet, random.choice(DAYS), traced=number % TRACED == 0)
    return aktiviteter


def check_real_rules(ramme: Rammevaerk, seed: int, aktiviteter: int) -> int:
    """A real rammeværk on so many random aktiviteter, most on a day in it, some at its edges and beyond."""
    random = Random(seed)
    chaining = Chaining(ramme, decided)
    for number in range(aktiviteter):
        aktivitet, on = real_case(ramme, random)
        check_one(chaining, ramme, aktivitet, on, traced=number % TRACED == 0)
    return aktiviteter


def real_case(ramme: Rammevaerk, random: Random) -> tuple[Aktivitet, date]:
    """A random aktivitet of which a random share is unknown, and a day to judge it on."""
    around = DAY if ramme.gaelder.covers(DAY) else date(2015, 6, 1)
    days = [*[around] * 20, around + timedelta(1), date(2026, 1, 1)]
    for edge in (ramme.gaelder.fra, ramme.gaelder.til):
        days += [edge - timedelta(1), edge, edge + timedelta(1)] if edge else []
    on, share = random.choice(days), random.choice((0.0, 0.05, 0.2, 0.5))
    stretch = dict(zip(("start", "slut"), sorted((day(random, around), day(random, around))), strict=True))
    facts = whole(ramme, random, around) | stretch
    kept = {"id", "titel", "status"}
    partial = {key: known if key in kept else forgotten(known, random, share) for key, known in facts.items()}
    return bound(partial, ramme, on), on


def check_one(chaining: Chaining, ramme: Rammevaerk, aktivitet: Aktivitet, on: date, *, traced: bool = True) -> None:
    """The same udfald, naar and handling, and no conclusion in the trace that `direct` would not draw."""
    wanted, _ = direct.evaluate(ramme, aktivitet, on)
    found, slutninger = chaining.evaluate(aktivitet, on)
    assert found == wanted, (on, aktivitet)
    assert (*found.udfald,) == (*wanted.udfald,)
    if not traced:
        return

    def holds(udsagn: Udsagn) -> bool:
        if isinstance(udsagn.om, str):
            return wanted.udfald[udsagn.om] is udsagn.vaerdi
        return decided(udsagn.om, ramme, aktivitet, on, wanted.udfald) is udsagn.vaerdi

    assert all(holds(one) for slutning in slutninger for one in (slutning.udsagn, *slutning.grundlag))
    assert len(set(slutninger)) == len(slutninger)
    assert {s.udsagn.om for s in slutninger if isinstance(s.udsagn.om, str)} == {
        id_ for id_, udfald in wanted.udfald.items() if udfald not in (Udfald.UAFKLARET, Udfald.IKKE_I_KRAFT)
    }
    assert _grounded(slutninger)


def _grounded(slutninger: tuple[Slutning, ...]) -> bool:
    """Each ground was concluded before it was built on, or is a leaf, or says that a rule is not in force."""
    drawn: set[Udsagn] = set()
    made = {slutning.udsagn for slutning in slutninger}
    for slutning in slutninger:
        if any(one in made and one not in drawn for one in slutning.grundlag):
            return False
        drawn.add(slutning.udsagn)
    return True
