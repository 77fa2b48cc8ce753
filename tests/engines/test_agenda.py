"""Each rule of the compilation to token rules, tried on every aktivitet that four yes and no facts can make."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest

from rammevaerk.engines import chaining
from rammevaerk.engines.agenda import agenda_of
from rammevaerk.engines.chaining import Chaining
from rammevaerk.engines.groups import MOST_CONDITIONS, MOST_ON_ONE
from rammevaerk.model import expression as e
from rammevaerk.model.klausul import Periode
from rammevaerk.watch.chained import decided

sys.path.insert(0, str(Path(__file__).parent))

from chained_laws import check_one
from flags import KRAV, NAAR, OTHER_KRAV, OTHER_NAAR, every_aktivitet, flags_of, ramme_of, regel_of
from generator import TODAY

pytestmark = pytest.mark.skipif(bool(chaining.unavailable()), reason=chaining.unavailable())

SHAPES = {
    "krav": lambda id_, krav, _: regel_of(id_, krav),
    "gælder når": regel_of,
    "kan": lambda id_, krav, _: regel_of(id_, krav, None, "kan"),
    "kan, gælder når": lambda id_, krav, naar: regel_of(id_, krav, naar, "kan"),
    "out of force": lambda id_, krav, naar: regel_of(id_, krav, naar, gaelder=Periode(None, date(2020, 1, 1))),
    "gælder når it is broken": lambda id_, krav, _: regel_of(id_, krav, e.Not(krav)),
}


@pytest.mark.parametrize("shapes", [*product(SHAPES, repeat=2)], ids=" and ".join)
def test_every_udfald_of_a_klausul_with_two_rules_and_every_question_to_it(shapes: tuple[str, str]) -> None:
    pairs = (("k.1a", KRAV, NAAR), ("k.1b", OTHER_KRAV, OTHER_NAAR))
    regler = [SHAPES[shape](*pair) for shape, pair in zip(shapes, pairs, strict=True)]
    questions = [e.Outcome(ref, one) for ref in ("k.1", "k.1a") for one in ("opfyldt", "ikke opfyldt", "uafklaret")]
    ramme = ramme_of(*regler, naar=(*questions, *map(e.Not, questions)))
    engine = Chaining(ramme, decided)
    for aktivitet in every_aktivitet():
        check_one(engine, ramme, aktivitet, TODAY)


@pytest.mark.parametrize(
    "node",
    [
        e.And((KRAV, NAAR)),
        e.Or((KRAV, NAAR)),
        e.Not(e.And((KRAV, e.Not(NAAR)))),
        e.Not(e.Or((e.Not(e.Not(KRAV)), KRAV))),
        e.And((KRAV, e.Not(KRAV))),
        e.Or((KRAV, e.Not(KRAV), KRAV)),
        e.And((e.Or((KRAV, NAAR)), e.Or((OTHER_KRAV, e.Not(NAAR))), KRAV)),
        e.And(()),
        e.Or(()),
        e.And((e.Constant(value=True), KRAV)),
        e.Or((e.Known(KRAV), NAAR)),
        e.Outcome("tom", "opfyldt"),
        e.Or((e.Outcome("tom", "ikke opfyldt"), KRAV)),
        e.Outcome("tom", "uafklaret"),
    ],
)
def test_sentences_of_every_form(node: e.Expression) -> None:
    ramme = ramme_of(
        regel_of("k.1", node, e.Not(node)), regel_of("k.2", KRAV, node), naar=(node,), klausuler=("k.1", "tom")
    )
    engine = Chaining(ramme, decided)
    for aktivitet in every_aktivitet():
        check_one(engine, ramme, aktivitet, TODAY)


@pytest.mark.parametrize("gate", [e.And, e.Or])
@pytest.mark.parametrize("parts", [2, 15, 16, 17, 18, 32, 33, 257, 300])
def test_a_gate_of_any_number_of_parts_looks_at_all_of_them(gate: type[e.And | e.Or], parts: int) -> None:
    same = tuple(e.Compare("=" if gate is e.And else "<", *[e.Constant(Decimal(n))] * 2) for n in range(parts - 1))
    for node in (gate((*same, KRAV)), gate((KRAV, *same))):
        ramme = ramme_of(regel_of("k.1", node), naar=(e.Outcome("k.1", "opfyldt"), node))
        engine = Chaining(ramme, decided)
        for aktivitet in [*every_aktivitet()][::9]:
            check_one(engine, ramme, aktivitet, TODAY)
            assert engine.evaluate(aktivitet, TODAY)[0].naar[1] is flags_of(aktivitet)[1]


def _others(count: int) -> list[e.Expression]:
    return [e.Compare("<", e.Constant(Decimal(n)), e.Constant(Decimal(n % 7))) for n in range(count)]


@pytest.mark.parametrize(
    "kravene", [[KRAV] * 600, [e.Or((KRAV, other)) for other in _others(300)]], ids=["rules on one fact", "conditions"]
)
def test_more_than_the_library_takes_is_cut_apart(kravene: list[e.Expression]) -> None:
    regler = [regel_of(f"k.1r{n}", krav) for n, krav in enumerate(kravene)]
    ramme = ramme_of(*regler, naar=(e.Outcome("k.1", "opfyldt"), e.Outcome("k.1", "ikke opfyldt")))
    cut = agenda_of(ramme, {regel.id for regel in regler})
    waited = [Counter(token for rule in group.rules for token in rule.on) for group in cut.groups]
    assert len(waited) > 3
    assert max(max(one.values()) for one in waited) <= MOST_ON_ONE
    assert max(map(len, waited)) <= MOST_CONDITIONS
    engine = Chaining(ramme, decided)
    for aktivitet in [*every_aktivitet()][::27]:
        check_one(engine, ramme, aktivitet, TODAY, traced=False)


def test_before_and_after_the_rammevaerk_nothing_is_in_force_and_nothing_is_recommended() -> None:
    ramme = replace(
        ramme_of(regel_of("k.1", KRAV), naar=(e.Outcome("k.1", "uafklaret"),)), gaelder=Periode(TODAY, TODAY)
    )
    engine = Chaining(ramme, decided)
    for day in (date(2024, 5, 31), TODAY, date(2024, 6, 2)):
        for aktivitet in every_aktivitet():
            check_one(engine, ramme, aktivitet, day)
