"""The chaining engine finds what `direct` finds, says all that led to it, and refuses what it cannot do."""

from __future__ import annotations

import subprocess
import sys
import threading
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest

import rammevaerk as rv
from rammevaerk.diagnostics import Refused
from rammevaerk.engines import agenda, chaining, direct, groups, guards
from rammevaerk.engines.agenda import agenda_of
from rammevaerk.engines.chaining import Chaining, Slutning, Udsagn
from rammevaerk.engines.groups import MOST_FACTS, Token, TokenRule
from rammevaerk.model import expression as e
from rammevaerk.model.klausul import Periode
from rammevaerk.model.resultat import Resultat, Udfald
from rammevaerk.watch.chained import Chained, decided

sys.path.insert(0, str(Path(__file__).parent))

from chained_laws import REAL, Wider, check_one, check_random_rules, check_real_rules, real_case
from flags import KRAV, NAAR, every_aktivitet, flags_of, ramme_of, regel_of
from generator import TODAY, Generator

needs_package = pytest.mark.skipif(bool(chaining.unavailable()), reason=chaining.unavailable())

# The law


@needs_package
@pytest.mark.parametrize("share", range(6))
def test_chaining_finds_what_direct_finds_on_random_rules(share: int) -> None:
    assert sum(check_random_rules(seed, 10) for seed in range(share, 72, 6)) == 120


@needs_package
@pytest.mark.parametrize("name", REAL)
def test_chaining_finds_what_direct_finds_on_the_rules_that_ship(name: str) -> None:
    assert check_real_rules(rv.load(name), 0, 300) == 300


@pytest.mark.parametrize("name", REAL)
def test_the_random_aktiviteter_are_as_varied_as_they_should_be(name: str) -> None:
    ramme, random = rv.load(name), Random(0)
    seen: dict[str, set[Udfald]] = {regel.id: set() for regel in ramme.regler}
    for _ in range(300):
        for id_, udfald in direct.evaluate(ramme, *real_case(ramme, random))[0].udfald.items():
            seen[id_].add(udfald)
    settled = [found - {Udfald.UAFKLARET, Udfald.IKKE_I_KRAFT} for found in seen.values()]
    assert sum(len(one) > 1 for one in settled) > 0.75 * len(settled)
    assert sum(Udfald.UAFKLARET in found for found in seen.values()) > 0.75 * len(seen)


def test_the_random_rules_are_as_wide_as_they_should_be() -> None:
    """The law says nothing of what its rules never do."""
    made = [Wider(Random(seed)).rammevaerk(13) for seed in range(40)]
    conditions = [c for ramme in made for r in ramme.regler for c in (r.gaelder_naar, r.krav) if c]
    conditions += [one.naar for ramme in made for one in ramme.indstillinger]
    nodes = [node for condition in conditions for node in e.walk(condition)]
    gates = [node for node in nodes if isinstance(node, e.And | e.Or)]
    assert max(len({*gate.parts}) for gate in gates) > MOST_FACTS
    assert any(len({*gate.parts}) < len(gate.parts) for gate in gates)
    agendas = [agenda_of(ramme, {r.id for r in ramme.regler}) for ramme in made]
    leaves = [leaf for one in agendas for group in one.groups for leaf in group.leaves]
    assert {type(leaf.node) for leaf in leaves if leaf.asks} == {e.Compare, e.AtLeast, e.Outcome}
    assert max(len(one.groups) for one in agendas) > 3


@needs_package
@pytest.mark.parametrize("limit", ["MOST_CONDITIONS", "MOST_ON_ONE", "MOST_RULES"])
@pytest.mark.parametrize("most", [1, 3])
def test_cut_into_many_groups_it_finds_the_same(monkeypatch: pytest.MonkeyPatch, limit: str, most: int) -> None:
    monkeypatch.setattr(groups, limit, most + 15 * (limit == "MOST_CONDITIONS"))
    generator = Wider(Random(most))
    ramme = generator.rammevaerk(12)
    cut = agenda_of(ramme, {regel.id for regel in ramme.regler})
    assert len(cut.groups) > 3
    engine = Chaining(ramme, decided)
    for _ in range(20):
        check_one(engine, ramme, generator.aktivitet(0.1), TODAY)


# The trace


@needs_package
def test_the_trace_says_what_was_concluded_from_what() -> None:
    either = e.Or((KRAV, NAAR))
    ramme = ramme_of(regel_of("k.1", either), naar=(e.Outcome("k.1", "opfyldt"),))
    (all_known,) = [a for a in every_aktivitet() if flags_of(a) == (True, True, None, None)]
    _, slutninger = Chaining(ramme, decided).evaluate(all_known, TODAY)
    assert [*slutninger] == [
        Slutning(Udsagn(either, vaerdi=True), (Udsagn(KRAV, vaerdi=True),)),
        Slutning(Udsagn(either, vaerdi=True), (Udsagn(NAAR, vaerdi=True),)),
        Slutning(Udsagn("k.1", Udfald.OPFYLDT), (Udsagn(either, vaerdi=True),)),
        Slutning(Udsagn(e.Outcome("k.1", "opfyldt"), vaerdi=True), (Udsagn("k.1", Udfald.OPFYLDT),)),
    ]


@needs_package
def test_a_ground_that_was_never_concluded_is_a_leaf_or_a_rule_out_of_force() -> None:
    out = regel_of("k.1a", KRAV, gaelder=Periode(None, date(2020, 1, 1)))
    asking = e.Or((e.Outcome("k.1a", "opfyldt"), KRAV))
    ramme = ramme_of(out, regel_of("k.1b", asking))
    _, slutninger = Chaining(ramme, decided).evaluate(next(every_aktivitet()), TODAY)
    grounds = {one for slutning in slutninger for one in slutning.grundlag}
    assert grounds - {slutning.udsagn for slutning in slutninger} == {
        Udsagn("k.1a", Udfald.IKKE_I_KRAFT),
        Udsagn(KRAV, vaerdi=True),
    }


# Threads


@needs_package
def test_threads_that_share_an_engine_get_their_own_answers() -> None:
    generator = Generator(Random(5))
    ramme = generator.rammevaerk(8)
    engine = Chaining(ramme, decided)
    cases = [generator.aktivitet(0.1) for _ in range(40)]
    wanted = [direct.evaluate(ramme, one, TODAY)[0] for one in cases]
    wrong: list[Resultat] = []

    def work(start: int) -> None:
        for number in range(len(cases)):
            place = (start + number) % len(cases)
            found, _ = engine.evaluate(cases[place], TODAY)
            wrong.extend([found] * (found != wanted[place]))

    threads = [threading.Thread(target=work, args=(start,)) for start in range(0, 40, 10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


# What it refuses, and what is done then


def _code(refused: pytest.ExceptionInfo[Refused]) -> tuple[str, str]:
    (diagnostic,) = refused.value.diagnostics
    assert diagnostic.help
    return diagnostic.code, diagnostic.message


@needs_package
@pytest.mark.parametrize("answer", [Decimal(1), "ja", 0, ()], ids=repr)
def test_an_answer_that_is_no_yes_or_no_is_refused_by_name(answer: object) -> None:
    krav = replace(KRAV, origin="borgerværdi")
    engine = Chaining(ramme_of(regel_of("k.1", krav)), lambda *_: answer)
    with pytest.raises(Refused) as refused:
        engine.evaluate(next(every_aktivitet()), TODAY)
    assert _code(refused) == (
        "M003",
        "motoren «chaining» kan ikke bruge «borgerværdi» i klausulen «k.1»: svaret er hverken ja eller nej",
    )


@needs_package
def test_a_rammevaerk_that_is_too_large_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agenda, "MOST_KEYS", 3)
    engine = Chaining(ramme_of(regel_of("k.1", KRAV), regel_of("k.2", NAAR), klausuler=("k.1",)), decided)
    with pytest.raises(Refused) as refused:
        engine.evaluate(next(every_aktivitet()), TODAY)
    assert _code(refused) == (
        "M004",
        "motoren «chaining» kan ikke rumme rammeværket «r»; den er fuld ved klausulen «k.1»",
    )


def test_as_many_names_as_there_are_keys_all_differ() -> None:
    keys = [f"k{number}" for number in range(agenda.MOST_KEYS)]
    guards.all_differ(
        guards.names_in([TokenRule(tuple(Token(key, v) for v in "jnobr"), Token(key, "k")) for key in keys])
    )


def test_it_says_whether_the_package_is_there() -> None:
    there = subprocess.run([sys.executable, "-c", "import durable.engine"], capture_output=True, check=False)
    assert (chaining.unavailable() == "") is (there.returncode == 0)


def _broken(name: str) -> Any:
    def load() -> None:
        raise ImportError("no", name=name)

    return load


@pytest.mark.parametrize(
    ("name", "words"),
    [("durable", "er ikke installeret"), ("durable_rules_engine", "kan ikke indlæses")],
)
def test_a_missing_or_broken_package_is_told_apart(monkeypatch: pytest.MonkeyPatch, name: str, words: str) -> None:
    monkeypatch.setattr(chaining, "load", _broken(name))
    assert words in chaining.unavailable()


def test_without_the_package_the_engine_says_why_and_the_specification_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chaining, "load", _broken("durable"))
    ramme, aktivitet = ramme_of(regel_of("k.1", KRAV)), next(every_aktivitet())
    with pytest.raises(Refused) as refused:
        Chaining(ramme, decided)
    code, message = _code(refused)
    assert code == "M001"
    substitute = Chained(ramme, kontrol=True)
    assert substitute.missing in message
    assert substitute.evaluate(aktivitet, TODAY) == (direct.evaluate(ramme, aktivitet, TODAY)[0], ())


@needs_package
def test_with_kontrol_the_same_is_found_and_nothing_is_said() -> None:
    ramme = rv.load("odense-2022")
    aktivitet = rv.api.bound({"id": "x", "titel": "x", "status": "i gang"}, ramme, TODAY)
    found, slutninger = Chained(ramme, kontrol=True).evaluate(aktivitet, TODAY)
    assert Chained(ramme).evaluate(aktivitet, TODAY) == (found, slutninger)
    assert Chained(ramme).missing == ""
    assert found == direct.evaluate(ramme, aktivitet, TODAY)[0]


@needs_package
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"udfald": {"k.1": Udfald.UAFKLARET, "k.2": Udfald.OPFYLDT}}, "reglerne k.1 for"),
        ({"udfald": {"k.2": Udfald.OPFYLDT}}, "reglerne k.1 for"),
        ({"handling": "afvent"}, "indstillingen for"),
        ({"naar": (None,)}, "indstillingen for"),
    ],
)
def test_with_kontrol_a_difference_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, change: dict[str, Any], words: str
) -> None:
    ramme = ramme_of(regel_of("k.1", KRAV), regel_of("k.2", KRAV), naar=(KRAV,))
    aktivitet = next(every_aktivitet())
    right, _ = direct.evaluate(ramme, aktivitet, TODAY)
    monkeypatch.setattr(Chaining, "evaluate", lambda *_: (replace(right, **change), ()))
    assert Chained(ramme).evaluate(aktivitet, TODAY)[0] != right
    with pytest.raises(Refused) as refused:
        Chained(ramme, kontrol=True).evaluate(aktivitet, TODAY)
    code, message = _code(refused)
    assert code == "M005"
    assert words in message


def test_the_leaves_are_decided_by_the_specification() -> None:
    ramme = ramme_of(regel_of("k.1", KRAV), naar=(e.Outcome("k.1", "uafklaret"),))
    for aktivitet in every_aktivitet():
        assert decided(KRAV, ramme, aktivitet, TODAY, {}) is flags_of(aktivitet)[1]
        assert decided(ramme.indstillinger[0].naar, ramme, aktivitet, TODAY, {"k.1": Udfald.UAFKLARET}) is True
