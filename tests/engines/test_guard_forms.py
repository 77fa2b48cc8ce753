"""Forms of rules, and names, that durable-rules answers wrongly; none of them reaches it. See `raw_durable`."""

from __future__ import annotations

import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from rammevaerk.diagnostics import Refused
from rammevaerk.engines import chaining, durable, guards
from rammevaerk.engines.durable import Session, definition_of, fact_of
from rammevaerk.engines.groups import Token, TokenRule

sys.path.insert(0, str(Path(__file__).parent))

from raw_durable import (
    BOTH,
    FACT_0,
    FACT_1,
    IS_0,
    IS_1,
    KNOWN,
    STOOD_STILL,
    A,
    B,
    C,
    all_of,
    alone,
    at_once,
    fact,
    fired,
    given,
    refusal,
    with_actions,
)

pytestmark = pytest.mark.skipif(bool(chaining.unavailable()), reason=chaining.unavailable())

# Forms of rules


@dataclass(frozen=True)
class Form:
    """A rule set, facts, what fires, and what should."""

    definition: dict[str, Any]
    facts: tuple[dict[str, Any], ...]
    wrong: str
    right: str
    give: Any = given


def _only(pattern: dict[str, Any], *facts: dict[str, Any], wrong: str, right: str) -> Form:
    return Form({"r": all_of(pattern)}, facts, wrong, right)


NONE = {"r": {"all": [{"a0": IS_0}, {"a1$not": IS_1}]}}
JOIN = {"r": all_of({"t": "x"}, {"k": {"a0": "k"}})}
NEXT = {"r": all_of({"t": "x"}, {"k": {"$add": {"$l": {"a0": "k"}, "$r": 1}}})}
REFERRING = {"r": all_of({"t": "x"}, {"ref": {"a0": "id"}})}
EVERY = {"$iall": {"xs": {"$gt": {"$i": 1}}}}

FORMS = {
    "none, both facts in one batch": Form(NONE, (FACT_0, FACT_1), "r", "", at_once),
    "any, with both facts": Form({"r": {"any": [{"a0": IS_0}, {"a1": IS_1}]}}, (FACT_0, FACT_1), "rrr", "r"),
    "or, with both branches": _only({"$or": [IS_0, IS_1]}, fact("1", k0="j", k1="j"), wrong="rr", right="r"),
    "a second key in a pattern": _only({"a": 1, "b": 2}, fact("1", a=1, b=99), wrong="r", right=""),
    "a join of 1 and 1.0": Form(JOIN, (fact("1", t="x", k=1), fact("2", k=1.0)), "", "r"),
    "a join of 1.0 + 1 and 2": Form(NEXT, (fact("1", t="x", k=1.0), fact("2", k=2)), "", "r"),
    "a join on an id": Form(REFERRING, (fact("1", t="x"), fact("2", ref="1")), "", "r"),
    "a text and a number": _only({"x": 5}, fact("1", x="5"), wrong="r", right=""),
    "true and 1": _only({"x": 1}, fact("1", x=True), wrong="r", right=""),
    "a text over a number": _only({"$gt": {"x": 10}}, fact("1", x="9"), wrong="r", right=""),
    "a word over a number": _only({"$gte": {"x": 3}}, fact("1", x="abc"), wrong="r", right=""),
    "numbers over 2^63": _only({"x": 10**20}, fact("1", x=10**21), wrong="r", right=""),
    "a text before its continuation": _only({"$lt": {"x": "ab c"}}, fact("1", x="ab"), wrong="", right="r"),
    "two texts of 65,536 characters": _only({"x": "a" * 65_536}, fact("1", x="b" * 65_536), wrong="r", right=""),
    "all elements of an empty list": _only(EVERY, fact("1", xs=[]), wrong="", right="r"),
    "null exists": _only({"$ex": {"x": 1}}, fact("1", x=None), wrong="r", right=""),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_form_that_the_library_answers_wrongly(form: Form) -> None:
    assert form.give(form.definition, *form.facts) == [*form.wrong]
    assert form.wrong != form.right


@pytest.mark.parametrize(
    ("pattern", "given_fact", "code"),
    [
        ({"x": {"$div": {"$l": {"$m": "y"}, "$r": {"$m": "z"}}}}, {"x": 1, "y": 1, "z": 0}, -signal.SIGFPE),
        ({"$nex": {"x": 1}}, {"k0": "j"}, STOOD_STILL),
    ],
    ids=["division by zero", "what is not there"],
)
def test_a_form_that_ends_or_hangs_the_process(pattern: Any, given_fact: Any, code: int) -> None:
    ended = alone(f"given({{'r': all_of({pattern!r})}}, fact('1', **{given_fact!r}))")
    assert ended.returncode == code, ended.stderr


OTHER_FORMS: dict[str, dict[str, Any]] = {
    "division": all_of({"x": {"$div": {"$l": {"$m": "y"}, "$r": {"$m": "z"}}}}),
    "what is not there": all_of({"$nex": {"x": 1}}),
    "a free text": all_of({"k0": "ja"}),
    "a value that is no text": all_of({"k0": True}),
    "a key of another kind": all_of({"emne": "j"}),
    "two patterns in one": {"all": [{"a0": IS_0, "a1": IS_1}]},
    "a priority": all_of(IS_0) | {"pri": 1},
    "a count": all_of(IS_0) | {"count": 2},
}


@pytest.mark.parametrize(
    "definition", [*(form.definition for form in FORMS.values()), *({"r": rule} for rule in OTHER_FORMS.values())]
)
def test_no_such_form_reaches_the_library(monkeypatch: pytest.MonkeyPatch, definition: Any) -> None:
    reached = with_actions(definition, lambda _: lambda _: None)
    monkeypatch.setattr(durable, "definition_of", lambda *_: reached)
    with pytest.raises(Refused) as refused:
        Session(BOTH)
    assert "only_tokens" in refusal(refused)


def test_our_own_form_does() -> None:
    definition = definition_of(BOTH, lambda _: lambda _: None)
    guards.only_tokens(definition)
    assert {name: rule["all"] for name, rule in definition.items()} == {
        "anker": [{"a0": {"anker": "j"}}],
        "r0": [{"a0": {"k0": "j"}}, {"a1": {"k1": "j"}}],
        "r1": [{"a0": {"k2": "j"}}],
    }
    assert Session(BOTH).run(KNOWN) == BOTH


# Names


def test_facts_without_an_id_of_their_own_are_taken_for_one_another() -> None:
    two = {"r": all_of({"k0": "1"}), "s": all_of({"k0": 1})}
    ours = [{"sid": "0", "k0": "1"}, {"sid": "0", "k0": 1}]
    assert fired(two, *(("assert_fact", one) for one in ours)) == ["r", "s"]  # the second fired on the first
    assert [fact_of(token)["id"] for token in (A, Token("k0", "n"), B)] == ["k0j", "k0n", "k1j"]


def test_names_with_the_same_hash_are_taken_for_one_another() -> None:
    assert guards.fnv32("k261234") == guards.fnv32("k32728")
    assert given({"r": all_of({"k261234": "j"})}, fact("1", k32728="j")) == ["r"]  # another key altogether
    assert guards.fnv32("k26123n") == guards.fnv32("k3272b")
    two = {"r": all_of({"k26123": "n"}, {"k3272": "b"})}
    facts = [fact("k26123n", k26123="n"), fact("k3272b", k3272="b")]
    assert given(two, *facts) == []  # the second counts as observed
    assert given(two, *(one | {"id": str(number)} for number, one in enumerate(facts))) == ["r"]


@pytest.mark.parametrize(
    "rule",
    [
        TokenRule((Token("k26123", "n"), Token("k3272", "b")), A),
        TokenRule((Token("k26123", "n"),), Token("k3272", "b")),
        TokenRule((Token("k261234", "j"), Token("k32728", "j")), A),
    ],
)
def test_names_with_the_same_hash_are_refused(rule: TokenRule) -> None:
    with pytest.raises(Refused) as refused:
        Session([rule])
    assert "all_differ" in refusal(refused)


def test_sids_with_the_same_hash_share_their_state() -> None:
    two = {"r": all_of(IS_0, IS_1)}
    assert given(two, FACT_0 | {"sid": "k261234"}, FACT_1 | {"sid": "k32728"}) == ["r"]
    assert {fact_of(token)["sid"] for token in (A, B, C)} == {guards.SID}
