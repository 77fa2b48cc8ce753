"""How much durable-rules has room for, its threads and its clock, and ours. See `raw_durable`."""

from __future__ import annotations

import signal
import sys
import threading
from pathlib import Path

import pytest

from rammevaerk.diagnostics import Refused
from rammevaerk.engines import chaining, guards
from rammevaerk.engines.durable import Session, load, quiet_host
from rammevaerk.engines.groups import MOST_CONDITIONS, MOST_FACTS, MOST_ON_ONE, Token, TokenRule

sys.path.insert(0, str(Path(__file__).parent))

from raw_durable import BOTH, FACT_0, IS_0, KNOWN, STOOD_STILL, A, B, C, all_of, alone, fact, given, refusal

pytestmark = pytest.mark.skipif(bool(chaining.unavailable()), reason=chaining.unavailable())

# Limits


def _many(count: int, facts: int = 1) -> list[TokenRule]:
    """So many rules, each over so many tokens of its own."""
    return [
        TokenRule(tuple(Token(f"k{place * facts + one}", "j") for one in range(facts)), Token(f"k{9_000 + place}", "j"))
        for place in range(count)
    ]


def _on_one(count: int) -> list[TokenRule]:
    return [TokenRule((A,), Token(f"k{9_000 + place}", "j")) for place in range(count)]


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("[TokenRule((Token('k0', 'j'),), Token(f'k{9000 + n}', 'j')) for n in range(256)]", -signal.SIGSEGV),
        ("[TokenRule((Token(f'k{n}', 'j'),), Token(f'k{9000 + n}', 'j')) for n in range(600)]", STOOD_STILL),
    ],
    ids=["256 rules on one condition", "600 conditions"],
)
def test_too_much_ends_or_hangs_the_process_without_the_guard(script: str, code: int) -> None:
    ended = alone(f"guards.within_limits = lambda rules: None\nSession({script}).run({{'k0': 'j'}})")
    assert ended.returncode == code, ended.stderr


def test_too_many_facts_in_one_rule_lose_the_last_fact() -> None:
    rules = {"r": all_of(*({f"k{number}": "j"} for number in range(17))), "s": all_of({"k16": "j"})}
    assert given(rules, *(fact(f"k{number}j", **{f"k{number}": "j"}) for number in range(17))) == []  # not even s


@pytest.mark.parametrize(
    "rules",
    [_many(1, MOST_FACTS + 1), _on_one(MOST_ON_ONE + 1), _many(MOST_CONDITIONS + 1), [TokenRule((), A)], []],
    ids=["facts", "rules on one", "conditions", "no facts", "no rules"],
)
def test_too_much_is_refused(rules: list[TokenRule]) -> None:
    with pytest.raises(Refused) as refused:
        Session(rules)
    assert "within_limits" in refusal(refused)


@pytest.mark.parametrize(
    "rules",
    [_many(1, MOST_FACTS), _on_one(MOST_ON_ONE), _many(MOST_CONDITIONS)],
    ids=["facts", "rules on one", "conditions"],
)
def test_up_to_the_limits_every_rule_fires(rules: list[TokenRule]) -> None:
    known = {token.key: "j" for rule in rules for token in rule.on}
    assert {*Session(rules).run(known)} == {*rules}


def test_a_rule_that_waits_twice_for_one_fact_never_fires() -> None:
    assert given({"r": all_of(IS_0, IS_0)}, FACT_0) == []
    with pytest.raises(Refused) as refused:
        Session([TokenRule((A, A), C)])
    assert "different_facts" in refusal(refused)


RING = [TokenRule((A,), B), TokenRule((B,), A)]


def test_rules_that_feed_themselves_go_on_for_ever() -> None:
    feeding = """
        host, made = durable.quiet_host(), iter(range(10**9))
        rule = all_of({"k0": "j"}) | {"run": lambda c: c.assert_fact({"id": str(next(made)), "k0": "j"})}
        host.set_rulesets({"x": {"r": rule}})
        host.assert_fact("x", fact("k0j", k0="j"))
    """
    assert alone(feeding).returncode == STOOD_STILL


@pytest.mark.parametrize("rules", [RING, [TokenRule((A,), A)]])
def test_rules_that_feed_themselves_are_refused(rules: list[TokenRule]) -> None:
    with pytest.raises(Refused) as refused:
        Session(rules)
    assert "no_rings" in refusal(refused)


def test_rules_that_feed_themselves_end_even_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "no_rings", lambda _: None)
    assert [*Session(RING).run({"k0": "j"})] == RING  # no fact is asserted twice


# Threads and the clock


def test_the_stock_host_starts_threads_that_never_end() -> None:
    counting = """
        import threading
        from durable.engine import Host
        host = Host()
        print(threading.active_count())
    """
    assert alone(counting).stdout == "3\n"


def test_the_stock_host_reads_states_that_have_been_freed() -> None:
    deleting = """
        import time
        from durable.engine import Host
        host = Host()
        host.set_rulesets({"x": {"r": all_of({"k0": "j"}) | {"run": lambda c: None}}})
        for number in range(50):
            host.assert_fact("x", fact(str(number), sid=str(number), k0="j"))
        for number in range(25):
            host.delete_state("x", str(number))
        time.sleep(30)
    """
    assert alone(deleting).returncode == -signal.SIGSEGV


def test_our_host_starts_none() -> None:
    before = threading.active_count()
    Session(BOTH).run(KNOWN)
    assert threading.active_count() == before
    assert type(quiet_host()).__mro__[1] is load().Host


def test_threads_that_share_a_host_miss_their_own_firings() -> None:
    sharing = """
        import threading
        sys.setswitchinterval(1e-5)
        done, late = set(), []
        host = durable.quiet_host()
        host.set_rulesets({"x": {"r": all_of({"k0": "j"}) | {"run": lambda c: done.add(c._m["a0"]["id"])}}})
        def work(name):
            for number in range(500):
                id_ = f"{name}-{number}"
                host.assert_fact("x", fact(id_, k0="j"))
                late.extend([id_] * (id_ not in done))
        threads = [threading.Thread(target=work, args=(name,)) for name in range(4)]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
        print(len(done), len(late) > 0)
    """
    assert alone(sharing).stdout == "2000 True\n"


def test_threads_that_share_a_session_get_all_of_their_own() -> None:
    shared, wrong = Session(BOTH), []
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)

    def work(known: dict[str, str], wanted: tuple[TokenRule, ...]) -> None:
        wrong.extend(found for _ in range(200) if (found := shared.run(known)) != wanted)

    cases = [(KNOWN, BOTH), ({"k0": "j"}, ()), ({"k0": "j", "k1": "n"}, ()), ({"k2": "j"}, BOTH[1:])]
    threads = [threading.Thread(target=work, args=case) for case in cases]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sys.setswitchinterval(before)
    assert wrong == []


def test_a_clock_set_forward_drops_what_is_left_of_the_agenda(monkeypatch: pytest.MonkeyPatch) -> None:
    two = {"r": all_of(IS_0), "s": all_of(IS_0)}
    assert given(two, FACT_0) == ["r", "s"]
    now = iter(range(0, 1_000, 11))
    monkeypatch.setattr(load(), "_unix_now", lambda: next(now))
    assert given(two, FACT_0) == ["r"]
    with pytest.raises(Refused) as refused:
        Session(BOTH).run(KNOWN)
    assert "at_rest" in refusal(refused) or "nothing_lost" in refusal(refused)


def test_a_clock_of_ours_stands_still_and_nobody_elses() -> None:
    from durable import engine

    assert load()._unix_now() == 0
    assert load() is not engine
    assert engine._unix_now.__module__ == "durable.engine"
