"""durable-rules as it comes, without our guards: what fires, and how a process of its own ends.

What it gets wrong without a word, and the guard before each, is shown in two: the library as it is, which gives the
wrong answer or dies, and ours, which does not. The first says why the guard is needed; the second fails without it.

| guard | against | tests |
|---|---|---|
| `quiet_host` | threads that take firings, and read what has been freed | `test_the_stock_host_…`, `test_our_host_…` |
| `load`: a clock that stands still | what is left of the agenda dropped after ten seconds | `test_a_clock_…` |
| `only_tokens` | `none`, `any`, `$or`, joins, numbers, texts, null, lists, sums, two keys | `test_…_form_…` |
| `fact_of`: an id, always the same sid | facts and sids taken for one another | `test_facts_without_…`, `test_sids_…` |
| `all_differ` | keys and ids with the same hash | `test_names_…` |
| `within_limits` | 17 facts, 256 rules, 512 conditions | `test_too_much_…` |
| `different_facts` | a rule that never fires | `test_a_rule_that_waits_twice_…` |
| `no_rings`, each fact once | rules that feed themselves for ever | `test_rules_that_feed_themselves_…` |
| the lock of a session | firings in the call of another thread | `test_threads_…` |
| the anchor | a state that cannot be deleted | `test_a_state_in_which_nothing_fired_…` |
| `waited_for` | an empty batch, a fact nobody waits for | `test_an_empty_batch_…`, `test_a_fact_nobody_…` |
| the wrapper of actions, `nothing_swallowed` | errors in actions | `test_an_error_in_an_action_…` |
| `agrees` | yes and no of one thing | `test_yes_and_no_…` |
| `nothing_lost` | facts dropped after one that cannot be read | `test_facts_after_an_unreadable_one_…` |
| `fired_on`, `at_rest` | whatever else there is | `test_a_firing_…` |
| a new state for each run | conclusions that outlive their ground | `test_a_conclusion_…`, `test_one_batch_…` |
| facts, never events | only one rule for each | `test_an_event_…` |

The run-time check against `direct`, and what is done where the package is missing, are in `test_chaining.py`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from signal import SIGVTALRM
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from rammevaerk.engines.durable import quiet_host
from rammevaerk.engines.groups import Token, TokenRule

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from rammevaerk.diagnostics import Refused

HERE = Path(__file__).parent
PREAMBLE = f"""
import resource, signal, sys
sys.path.insert(0, {str(HERE)!r})
from raw_durable import *
from rammevaerk.engines import durable, guards
from rammevaerk.engines.durable import Session
from rammevaerk.engines.groups import Token, TokenRule
signal.setitimer(signal.ITIMER_VIRTUAL, 0.5)  # what stands still for ever is stopped after so much work
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
"""
STOOD_STILL = -SIGVTALRM
"""How a process ends that would otherwise have gone on for ever."""
Definition = dict[str, dict[str, Any]]

A, B, C, D = (Token(f"k{number}", "j") for number in range(4))
BOTH = (TokenRule((A, B), C), TokenRule((C,), D))
KNOWN = {"k0": "j", "k1": "j"}
IS_0, IS_1 = {"k0": "j"}, {"k1": "j"}
FACT_0, FACT_1 = {"id": "k0j", "sid": "0", "k0": "j"}, {"id": "k1j", "sid": "0", "k1": "j"}


def all_of(*patterns: dict[str, Any]) -> dict[str, Any]:
    """A rule over these patterns."""
    return {"all": [{f"a{number}": pattern} for number, pattern in enumerate(patterns)]}


def fact(id_: str, sid: str = "0", **fields: Any) -> dict[str, Any]:
    return {"id": id_, "sid": sid, **fields}


def with_actions(definition: Definition, act: Callable[[str], Callable[[Any], None]]) -> Definition:
    """The definition with the action that `act` gives for each rule; the package takes it out again."""
    return {name: {**rule, "run": act(name)} for name, rule in definition.items()}


def fired(definition: Definition, *calls: tuple[str, Any]) -> list[str]:
    """The rules that fire, by name and in order, while these methods of the host are called.

    What a call raises is left out: that is loud, and only the silent answers are asked for here.
    """
    names: list[str] = []
    host = quiet_host()
    host.set_rulesets({"x": with_actions(definition, lambda name: lambda _: names.append(name))})
    for method, given in calls:
        try:
            getattr(host, method)("x", given)
        except Exception as error:
            if "Message" not in type(error).__name__ and "error code" not in str(error):
                raise
    return names


def given(definition: Definition, *facts: dict[str, Any]) -> list[str]:
    """The rules that fire when these facts are given, one after the other."""
    return fired(definition, *(("assert_fact", one) for one in facts))


def at_once(definition: Definition, *facts: dict[str, Any]) -> list[str]:
    """The rules that fire when these facts are given in one batch."""
    return fired(definition, ("assert_facts", list(facts)))


def alone(script: str) -> subprocess.CompletedProcess[str]:
    """What becomes of a process that does this; a negative code is the signal it died of.

    Memory that was never set, or has been freed, is filled with noise there: what reads it dies every time.
    """
    command, env = [sys.executable, "-c", PREAMBLE + dedent(script)], {**os.environ, "MALLOC_PERTURB_": "165"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=env)


def refusal(refused: pytest.ExceptionInfo[Refused]) -> str:
    """What a guard said."""
    (diagnostic,) = refused.value.diagnostics
    assert diagnostic.code == "M002"
    return diagnostic.message
