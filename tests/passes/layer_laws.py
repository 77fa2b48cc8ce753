"""The law of layers for one seed: what is accepted never loosens, whatever the specification is asked about."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from generator import DAYS, PARAMETERS, Generator

from rammevaerk.engines import direct
from rammevaerk.model import expression as e
from rammevaerk.model.klausul import Indstillingsregel, Periode, Vaerdi
from rammevaerk.model.resultat import Udfald, klausul_udfald
from rammevaerk.passes.layers.loosening import STRICTER, loosenings

if TYPE_CHECKING:
    from rammevaerk.model.klausul import Regel
    from rammevaerk.model.rammevaerk import Rammevaerk

AKTIVITETER = 12


def check(seed: int) -> Counter[str]:
    """One random rammeværk and one random change of it. Counts what was accepted and refused, and what was tried."""
    random = Random(seed)
    generator = Generator(random)
    below = generator.rammevaerk()
    above = changed(below, generator, random)
    loosened = list(loosenings(below, above))
    counts = Counter({"godtaget" if not loosened else "afvist": 1})
    if loosened:
        return counts
    for _ in range(AKTIVITETER):
        aktivitet, day = generator.aktivitet(0.0), random.choice(DAYS)
        before, _ = direct.evaluate(below, aktivitet, day)
        after, _ = direct.evaluate(above, aktivitet, day)
        for id_, klausul in below.klausuler.items():
            if klausul.styrke == "skal" and klausul_udfald(below, before.udfald, id_) is Udfald.IKKE_OPFYLDT:
                now = klausul_udfald(above, after.udfald, id_)
                assert now in (Udfald.IKKE_OPFYLDT, Udfald.UAFKLARET), (seed, id_, now, aktivitet)
                counts["brud"] += 1
        if True in before.naar and before.handling != "afvent":
            assert after.handling in {*STRICTER[before.handling], "afvent"}, (seed, before, after)
            counts["indstillinger"] += 1
    return counts


def changed(below: Rammevaerk, generator: Generator, random: Random) -> Rammevaerk:
    """The rammeværk with one to three random edits, of which some tighten, some loosen and some do neither."""
    above = below
    for _ in range(random.randint(1, 3)):
        above = random.choice((_rule, _rule, _beside, _parameter, _advice))(above, generator, random)
    return above


def _rule(ramme: Rammevaerk, generator: Generator, random: Random) -> Rammevaerk:
    at = random.randrange(len(ramme.regler))
    regler = list(ramme.regler)
    known = tuple(regel.id for regel in regler[:at])
    regler[at] = _edited(regler[at], generator.condition(1, known), random)
    return replace(ramme, regler=tuple(regler))


def _edited(regel: Regel, more: e.Expression, random: Random) -> Regel:
    naar = regel.gaelder_naar
    return random.choice(
        (
            lambda: replace(regel, krav=e.And((regel.krav, more))),
            lambda: replace(regel, krav=e.Or((regel.krav, more))),
            lambda: replace(regel, krav=more),
            lambda: replace(regel, gaelder_naar=None),
            lambda: replace(regel, gaelder_naar=e.Or((naar, more)) if naar else None),
            lambda: replace(regel, gaelder_naar=e.And((naar, more)) if naar else more),
            lambda: replace(regel, gaelder=Periode(None, DAYS[2])),
        )
    )()


def _beside(ramme: Rammevaerk, generator: Generator, random: Random) -> Rammevaerk:
    other = random.choice(ramme.regler)
    if f"{other.id}+" in ramme.regel:
        return ramme
    new = replace(other, id=f"{other.id}+", krav=generator.condition(2), gaelder_naar=None)
    at = ramme.regler.index(other)
    return replace(ramme, regler=(*ramme.regler[:at], new, *ramme.regler[at:]))


def _parameter(ramme: Rammevaerk, _: Generator, random: Random) -> Rammevaerk:
    one = random.choice(PARAMETERS[:2])
    numbers = [v.value for v in one.vaerdier]
    value = random.choice([number * 2 for number in numbers] + [number / 2 for number in numbers])
    return replace(ramme, parametre={**ramme.parametre, one.name: replace(one, vaerdier=(Vaerdi(Periode(), value),))})


def _advice(ramme: Rammevaerk, generator: Generator, random: Random) -> Rammevaerk:
    handling = random.choice(("fravælg", "afslut", "afvent", "tilvælg"))
    own = Indstillingsregel(handling, generator.condition(1, tuple(ramme.regel)))
    return replace(ramme, indstillinger=(own, *ramme.indstillinger))
