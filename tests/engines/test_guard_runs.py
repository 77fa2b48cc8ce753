"""What is given to durable-rules and what comes back, with our guards and without. See `raw_durable`."""

from __future__ import annotations

import gc
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from rammevaerk.diagnostics import Refused
from rammevaerk.engines import chaining, durable, guards
from rammevaerk.engines.durable import Session, definition_of, fact_of, load, quiet_host
from rammevaerk.engines.groups import Token, TokenRule

sys.path.insert(0, str(Path(__file__).parent))

from raw_durable import (
    BOTH,
    FACT_0,
    FACT_1,
    IS_0,
    IS_1,
    KNOWN,
    A,
    B,
    C,
    D,
    all_of,
    alone,
    at_once,
    fact,
    fired,
    refusal,
    with_actions,
)

pytestmark = pytest.mark.skipif(bool(chaining.unavailable()), reason=chaining.unavailable())

# What is given to the library, and what comes back


def test_a_state_in_which_nothing_fired_cannot_be_deleted() -> None:
    ended = alone(
        'fired({"r": all_of({"k0": "j"}, {"k1": "j"})}, ("assert_fact", fact("1", k0="j")), ("delete_state", "0"))'
    )
    assert ended.returncode == -signal.SIGSEGV


def test_a_state_in_which_nothing_fired_has_our_anchor() -> None:
    one = Session(BOTH)
    assert [one.run({"k0": "j"}) for _ in range(3)] == [(), (), ()]
    assert one.run(KNOWN) == BOTH


def test_nothing_of_ours_reads_what_was_never_set_or_has_been_freed() -> None:
    running = """
        for known in ({}, KNOWN, {"k0": "j"}, KNOWN) * 20:
            print(len(Session(BOTH).run(known)), end="")
    """
    assert alone(running).stdout == "0202" * 20


def test_a_ruleset_whose_anchor_did_not_fire_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    one = Session(BOTH)
    first = one._host
    monkeypatch.setattr(guards, "fired_on", lambda *_: 1 / 0)
    with pytest.raises(Refused):
        one.run(KNOWN)
    monkeypatch.undo()
    assert one.run(KNOWN) == BOTH
    assert one._host is not first


@pytest.mark.parametrize("batch", ["[]", "[{}]"])
def test_an_empty_batch_ends_the_process(batch: str) -> None:
    assert alone(f'fired({{"r": all_of({{"k0": "j"}})}}, ("assert_facts", {batch}))').returncode == -signal.SIGSEGV


def test_an_empty_batch_is_never_given() -> None:
    assert Session(BOTH).run({}) == ()
    with pytest.raises(Refused) as refused:
        Session(BOTH)._give([], {A})
    assert "waited_for" in refusal(refused)


def test_a_fact_nobody_waits_for_holds_back_the_firings_of_the_others() -> None:
    one = {"r": all_of(IS_0)}
    assert at_once(one, FACT_0) == ["r"]
    assert at_once(one, FACT_0, fact("k9j", k9="j")) == []


def test_a_fact_nobody_waits_for_is_never_given() -> None:
    assert Session(BOTH).run(KNOWN | {"k9": "j", "k3": "j"}) == BOTH
    with pytest.raises(Refused) as refused:
        Session(BOTH)._give([A, Token("k9", "j")], {A})
    assert "waited_for" in refusal(refused)


def test_facts_after_an_unreadable_one_are_dropped() -> None:
    two = {"r": all_of(IS_0), "s": all_of(IS_1)}
    assert at_once(two, FACT_0, fact("2", x=1e-05), FACT_1) == ["r"]


def test_facts_after_an_unreadable_one_are_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    one = Session(BOTH)
    monkeypatch.setattr(durable, "fact_of", lambda token: fact_of(token) | ({"x": 1e-05} if token == B else {}))
    with pytest.raises(Refused) as refused:
        one.run(KNOWN)
    assert "nothing_lost" in refusal(refused)


def test_an_event_fires_one_rule_only() -> None:
    two = {"r": all_of(IS_0), "s": all_of(IS_0)}
    assert fired(two, ("post", FACT_0)) == ["r"]
    both = [TokenRule((A,), B), TokenRule((A,), C)]
    assert [*Session(both).run({"k0": "j"})] == both


def test_one_batch_for_two_sids_fires_for_the_last() -> None:
    sids: list[str] = []
    host = quiet_host()
    host.set_rulesets({"x": with_actions({"r": all_of(IS_0)}, lambda _: lambda closure: sids.append(closure.s.sid))})
    host.assert_facts("x", [FACT_0 | {"sid": "a"}, FACT_0 | {"sid": "b"}])
    assert sids == ["b"]


# Actions


def test_an_error_in_an_action_is_swallowed() -> None:
    names: list[str] = []

    def act(name: str) -> Any:
        return lambda _: names.append(name) or (_ for _ in ()).throw(KeyboardInterrupt)

    host = quiet_host()
    host.set_rulesets({"x": with_actions({"r": all_of(IS_0), "s": all_of(IS_0)}, act)})
    assert host.assert_fact("x", FACT_0)["sid"] == "0"
    assert names == ["r", "s"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, ZeroDivisionError])
def test_an_error_in_an_action_of_ours_comes_out(monkeypatch: pytest.MonkeyPatch, error: type[BaseException]) -> None:
    def broken(*_: object) -> None:
        raise error

    one = Session(BOTH)
    monkeypatch.setattr(guards, "agrees", broken)
    with pytest.raises(KeyboardInterrupt if error is KeyboardInterrupt else Refused):
        one.run(KNOWN)
    monkeypatch.undo()
    assert one.run(KNOWN) == BOTH


def test_an_error_in_an_action_that_the_wrapper_missed_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        Session, "_action", lambda self, place: lambda closure: self._fire(place, closure) or 1 / (place < 1)
    )
    with pytest.raises(Refused) as refused:
        Session(BOTH).run(KNOWN)
    assert "nothing_swallowed" in refusal(refused)


DISAGREEING = [TokenRule((A,), C), TokenRule((B,), Token("k2", "n"))]


def test_yes_and_no_of_one_thing_are_both_concluded() -> None:
    both = {"ja": all_of(IS_0), "nej": all_of(IS_1)}
    assert at_once(both, FACT_0, FACT_1) == ["ja", "nej"]


def test_yes_and_no_of_one_thing_are_refused() -> None:
    one = Session(DISAGREEING)
    with pytest.raises(Refused) as refused:
        one.run(KNOWN)
    assert "agrees" in refusal(refused)
    with pytest.raises(Refused):
        one.run({"k0": "j", "k2": "n"})  # against what an earlier group concluded
    assert one.run({"k0": "j"}) == tuple(DISAGREEING[:1])


def test_a_fact_given_twice_ends_the_action() -> None:
    names: list[str] = []

    def act(name: str) -> Any:
        def run(closure: Any) -> None:
            closure.assert_fact({"id": "k2j", "k2": "j"})
            names.append(name)

        return run

    host = quiet_host()
    both = {"r": all_of(IS_0), "s": all_of(IS_0), "t": all_of({"k2": "j"})}
    host.set_rulesets({"x": with_actions(both, act)})
    host.assert_fact("x", FACT_0)
    assert names == ["r"]  # s was fired and not heard of


def test_a_fact_concluded_twice_is_given_once_and_both_are_told() -> None:
    rules = (TokenRule((A,), C), TokenRule((B,), C), TokenRule((C,), D))
    assert {*Session(rules).run(KNOWN)} == {*rules}
    assert Session(rules).run({"k0": "j", "k2": "j"}) == (rules[0], rules[2])  # an earlier group concluded it too


def test_a_conclusion_stays_when_its_ground_is_gone() -> None:
    host = quiet_host()
    chained = {"r": all_of(IS_0), "s": all_of({"k2": "j"})}
    acts = {"r": lambda closure: closure.assert_fact({"id": "k2j", "k2": "j"}), "s": lambda _: None}
    host.set_rulesets({"x": with_actions(chained, lambda name: acts[name])})
    host.assert_fact("x", FACT_0)
    host.retract_fact("x", FACT_0)
    assert [one["id"] for one in host.get_facts("x", "0")] == ["k2j"]


def test_a_conclusion_is_gone_with_its_run() -> None:
    one = Session(BOTH)
    assert one.run(KNOWN) == BOTH
    assert one.run({"k1": "j"}) == ()
    assert one.run({"k0": "n", "k1": "j"}) == ()
    assert one.run(KNOWN) == BOTH


def test_a_ruleset_is_freed_with_its_session(monkeypatch: pytest.MonkeyPatch) -> None:
    freed: list[int] = []
    library = load().durable_rules_engine
    deleting = library.delete_ruleset
    monkeypatch.setattr(library, "delete_ruleset", lambda handle: freed.append(handle) or deleting(handle))
    one = Session(BOTH)
    one.run(KNOWN)
    assert freed == []
    del one
    gc.collect()
    assert len(freed) == 1


# Whatever else there is


@pytest.mark.parametrize("found", [[], ["k0j"], ["k0j", "k1n"], ["k0j", "k1j", "k1j"]])
def test_a_firing_on_something_else_is_refused(found: list[str]) -> None:
    with pytest.raises(Refused) as refused:
        guards.fired_on(found, [A, B])
    assert "fired_on" in refusal(refused)


def test_a_firing_of_a_rule_on_what_another_waits_for_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = [TokenRule((A,), C), TokenRule((B,), D)]

    def crossed(_: object, act: Any) -> Any:
        right = definition_of(rules, act)
        return right | {"r0": right["r1"] | {"run": act(0)}, "r1": right["r0"] | {"run": act(1)}}

    monkeypatch.setattr(durable, "definition_of", crossed)
    with pytest.raises(Refused) as refused:
        Session(rules).run(KNOWN)
    assert "fired_on" in refusal(refused)


@pytest.mark.parametrize("fired_places", [[], [0], [1], [0, 1, 1], [0, 1, 2]], ids=str)
def test_a_firing_too_many_or_too_few_is_refused(fired_places: list[int]) -> None:
    rules = [*BOTH, TokenRule((Token("k0", "n"),), Token("k5", "j"))]
    guards.at_rest(rules, KNOWN | {"k2": "j", "k3": "j"}, [1, 0])
    with pytest.raises(Refused) as refused:
        guards.at_rest(rules, KNOWN | {"k2": "j", "k3": "j"}, fired_places)
    assert "at_rest" in refusal(refused)


def test_a_firing_that_the_library_loses_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    firing = Session._fire
    monkeypatch.setattr(
        Session, "_fire", lambda self, place, closure: None if place == 1 else firing(self, place, closure)
    )
    with pytest.raises(Refused) as refused:
        Session(BOTH).run(KNOWN)
    assert "at_rest" in refusal(refused)


@pytest.mark.parametrize("name", ["nothing_swallowed", "nothing_lost", "at_rest", "waited_for", "fired_on", "agrees"])
def test_every_guard_of_a_run_is_asked(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def broken(*_: object) -> None:
        raise guards.stopped(name, "prøve")

    one = Session(BOTH)
    monkeypatch.setattr(guards, name, broken)
    with pytest.raises(Refused) as refused:
        one.run(KNOWN)
    assert name in refusal(refused)


def test_only_one_module_knows_the_package() -> None:
    source = Path(durable.__file__).parents[1]
    knowing = [path.name for path in source.rglob("*.py") if "durable.engine" in path.read_text("utf-8")]
    assert sorted(knowing) == ["chaining.py", "durable.py"]
