"""The handling alone, in rule engines that know only true and false, against ours.

They decide on aktiviteter whose facts are all known, for a missing fact would be an error or a silent «no» to them.
Their rules are compiled and their facts turned into plain data beforehand, with dates as numbers, and only the facts
the handling hangs on are given to them; ours reads the aktivitet as it is, and has what is unknown to think of as well.
durable_rules has no way to ask about nested lists: it gets the facts counted and the latest evaluation found. The rows
without a bar show what the others make of such flat facts; there the caller has done part of the deciding.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from measuring import Row, interleaved, microseconds, ratio, show
from varied import DAY, plain, read

import rammevaerk as rv
from rammevaerk.engines.compiled import Compiled

if TYPE_CHECKING:
    from datetime import date

ROUNDS = 9
COUNT = 600
BAR = 1.0
Facts = dict[str, Any]
Decide = Callable[[Facts], str]

TREE = """
status == "afsluttet" ? "ingen"
: status == "forslag" ? (
    {no_goal} || !{borgervaerdi} || !(retning == "deler viden" || !({no_task})) || !{goer_klogere}
    || (type in ["partnerskab", "netværk", "venskabsbysamarbejde"] && !{afgoerende_viden})
    || (type == "venskabsbysamarbejde" && ({no_task} || venskabsby_relevans == "ingen"))
    ? "fravælg" : "tilvælg")
: {no_goal} || !{goer_klogere}
  || (type in ["partnerskab", "netværk", "venskabsbysamarbejde"] && {less})
  ? "afslut" : "fortsæt"
"""
"""The decision as one expression; what each language says in its own way stands in braces."""

SKOEN = ("borgervaerdi", "goer_klogere", "afgoerende_viden")
FLAT = {"no_goal": "maal < 1", "no_task": "kerneopgaver < 1", "less": 'bidrag == "mindre"'} | {s: s for s in SKOEN}
NESTED = {s: f"{s}.svar" for s in SKOEN}
CEL_NESTED = NESTED | {
    "no_goal": "size(politiske_maal) < 1",
    "no_task": "size(kerneopgaver) < 1",
    "less": """evalueringer.exists(e, e.dato <= dag && e.bidrag == "mindre"
               && evalueringer.all(f, f.dato > dag || f.dato <= e.dato))""",
}
ZEN_NESTED = NESTED | {
    "no_goal": "len(politiske_maal) < 1",
    "no_task": "len(kerneopgaver) < 1",
    "less": """some(filter(evalueringer, #.dato <= dag), #.bidrag == "mindre"
               and #.dato == max(map(filter(evalueringer, #.dato <= dag), #.dato)))""",
}
RULE_ENGINE_NESTED = NESTED | {
    "no_goal": "politiske_maal.length < 1",
    "no_task": "kerneopgaver.length < 1",
    "less": """$any([e.bidrag == "mindre" for e in evalueringer
               if e.dato == $max([f.dato for f in evalueringer if f.dato <= dag])])""",
}


def cel_text(words: Facts) -> str:
    return " ".join(TREE.format(**words).split())


def zen_text(words: Facts) -> str:
    """The same with words for the signs, as zen and rule-engine have it."""
    return (
        cel_text(words)
        .replace("||", "or")
        .replace("&&", "and")
        .replace("!(", "not (")
        .replace("!", "not ")
        .replace("not =", "!=")
    )


def nested(one: rv.Aktivitet) -> Facts:
    """The facts the handling hangs on, as they are."""
    return {
        "dag": _number(DAY),
        "status": one.status,
        "type": one.type,
        "politiske_maal": [*(one.politiske_maal or ())],
        "kerneopgaver": [*(one.kerneopgaver or ())],
        "retning": one.retning,
        "venskabsby_relevans": one.venskabsby_relevans,
        "evalueringer": [{"dato": _number(e.dato), "bidrag": e.bidrag} for e in one.evalueringer or () if e.dato],
        **{name: {"svar": getattr(one, name).svar} for name in SKOEN},
    }


def _number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def flat(one: rv.Aktivitet) -> Facts | None:
    """The facts the handling hangs on, if all of them are known that day."""
    skoen = {
        "borgervaerdi": one.borgervaerdi,
        "goer_klogere": one.goer_klogere,
        "afgoerende_viden": one.afgoerende_viden,
    }
    answers = {name: s.svar if s and (s.dato is None or s.dato <= DAY) else None for name, s in skoen.items()}
    dated = [e for e in one.evalueringer or () if e.dato is not None and e.dato <= DAY]
    latest = max((e.dato for e in dated if e.dato), default=None)
    bidrag = {e.bidrag for e in dated if e.dato == latest}
    facts = {
        "status": one.status,
        "type": one.type,
        "maal": None if one.politiske_maal is None else len(one.politiske_maal),
        "kerneopgaver": None if one.kerneopgaver is None else len(one.kerneopgaver),
        "retning": one.retning,
        "venskabsby_relevans": one.venskabsby_relevans,
        "bidrag": bidrag.pop() if len(bidrag) == 1 and len(dated) == len(one.evalueringer or ()) else None,
        **answers,
    }
    return None if None in facts.values() else facts


def cel(words: Facts) -> Decide:
    from cel import compile as compile_cel

    return compile_cel(cel_text(words)).execute  # type: ignore[no-any-return, unused-ignore] # typed or not, as it is installed


def zen_expression(words: Facts) -> Decide:
    import zen

    return zen.compile_expression(zen_text(words)).evaluate  # type: ignore[no-any-return, unused-ignore]


def zen_decision(words: Facts) -> Decide:
    """The same expression as a decision of one expression node, which is how the engine is meant to be used."""
    import zen

    node = {
        "id": "regler",
        "type": "expressionNode",
        "name": "regler",
        "content": {"expressions": [{"id": "h", "key": "handling", "value": zen_text(words)}]},
    }
    nodes = [{"id": "ind", "type": "inputNode", "name": "ind"}, node, {"id": "ud", "type": "outputNode", "name": "ud"}]
    edges = [
        {"id": "1", "sourceId": "ind", "targetId": "regler", "type": "edge"},
        {"id": "2", "sourceId": "regler", "targetId": "ud", "type": "edge"},
    ]
    decision = zen.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))
    return lambda facts: str(decision.evaluate(facts)["result"]["handling"])


def rule_engine(words: Facts) -> Decide:
    from rule_engine import Rule

    return Rule(zen_text(words)).evaluate  # type: ignore[no-any-return, unused-ignore]


def durable(_: Facts) -> Decide:
    """One rule for each handling, in mutually exclusive conditions: the engine fires every rule that holds."""
    from durable.engine import Host

    class Quiet(Host):  # type: ignore[misc]
        def _run(self) -> None:
            """The stock host starts threads that never stop."""

    found: list[str] = []
    host = Quiet()
    host.set_rulesets({"odense": {name: _durable_rule(name, when, found) for name, when in _durable_conditions()}})
    numbers = count()

    def decide(facts: Facts) -> str:
        sid = str(next(numbers))
        fact = {**facts, "id": sid, "sid": sid}
        found.clear()
        host.assert_fact("odense", fact)
        host.delete_state("odense", sid)
        return found[0]

    return decide


def _durable_rule(name: str, when: Facts, found: list[str]) -> Facts:
    def run(_c: object) -> None:
        found.append(name.split("-", maxsplit=1)[0])

    return {"all": [{"m": when}], "run": run}


def _durable_conditions() -> list[tuple[str, Facts]]:
    """Decided cases first cut by status and by what kind of collaboration it is."""
    ongoing = {"$or": [{"type": t} for t in ("partnerskab", "netværk", "venskabsbysamarbejde")]}
    single = {"$and": [{"$neq": {"type": t}} for t in ("partnerskab", "netværk", "venskabsbysamarbejde")]}
    twin, other = {"type": "venskabsbysamarbejde"}, {"$neq": {"type": "venskabsbysamarbejde"}}
    goal, no_goal = {"$gte": {"maal": 1}}, {"$lt": {"maal": 1}}
    task, no_task = {"$gte": {"kerneopgaver": 1}}, {"$lt": {"kerneopgaver": 1}}
    shares, takes = {"retning": "deler viden"}, {"$neq": {"retning": "deler viden"}}
    wise, unwise = {"goer_klogere": True}, {"goer_klogere": False}
    worth, worthless = {"borgervaerdi": True}, {"borgervaerdi": False}
    vital, idle = {"afgoerende_viden": True}, {"afgoerende_viden": False}
    fit, unfit = {"$neq": {"venskabsby_relevans": "ingen"}}, {"venskabsby_relevans": "ingen"}
    less, enough = {"bidrag": "mindre"}, {"$neq": {"bidrag": "mindre"}}
    proposed, running = {"status": "forslag"}, {"status": "i gang"}
    bad = [
        no_goal,
        worthless,
        {"$and": [takes, no_task]},
        unwise,
        {"$and": [ongoing, idle]},
        {"$and": [twin, no_task]},
        {"$and": [twin, unfit]},
    ]
    good = [
        goal,
        worth,
        {"$or": [shares, task]},
        wise,
        {"$or": [single, vital]},
        {"$or": [other, task]},
        {"$or": [other, fit]},
    ]
    return [
        ("ingen", {"status": "afsluttet"}),
        ("fravælg", {"$and": [proposed, {"$or": bad}]}),
        ("tilvælg", {"$and": [proposed, *good]}),
        ("afslut", {"$and": [running, {"$or": [no_goal, unwise, {"$and": [ongoing, less]}]}]}),
        ("fortsæt", {"$and": [running, goal, wise, {"$or": [single, enough]}]}),
    ]


@dataclass(frozen=True)
class Rival:
    """Another engine, what it is given, and whether we must be faster."""

    name: str
    make: Callable[[Facts], Decide]
    words: Facts
    bar: float | None = BAR


RIVALS = (
    Rival("CEL (common-expression-language)", cel, CEL_NESTED),
    Rival("zen-engine, one expression", zen_expression, ZEN_NESTED),
    Rival("zen-engine, decision", zen_decision, ZEN_NESTED),
    Rival("rule-engine", rule_engine, RULE_ENGINE_NESTED),
    Rival("durable_rules, flat facts", durable, FLAT),
    Rival("CEL, flat facts", cel, FLAT, None),
    Rival("zen-engine, decision, flat facts", zen_decision, FLAT, None),
    Rival("rule-engine, flat facts", rule_engine, FLAT, None),
    Rival("zen-engine, one expression, flat facts", zen_expression, FLAT, None),
)


@dataclass(frozen=True)
class Cases:
    """The aktiviteter, what they are to the rivals, and the handling of each."""

    aktiviteter: list[rv.Aktivitet]
    flat: list[Facts]
    nested: list[Facts]
    expected: list[str]


def cases(ramme: rv.Rammevaerk) -> Cases:
    judge = Compiled(ramme).evaluate
    pairs = [(one, facts) for one in read(plain(2, 6 * COUNT, 0.97), ramme) if (facts := flat(one))][:COUNT]
    ones = [one for one, _ in pairs]
    expected = [judge(one, DAY).handling for one in ones]
    assert set(expected) == {"ingen", "tilvælg", "fravælg", "fortsæt", "afslut"}, set(expected)
    return Cases(ones, [facts for _, facts in pairs], [nested(one) for one in ones], [*expected])


def measure() -> list[Row]:
    ramme = rv.load("odense-2022")
    compiled = Compiled(ramme)
    found = cases(ramme)
    assert [compiled.handling(one, DAY) for one in found.aktiviteter] == found.expected
    return [row for rival in RIVALS if (row := _against(rival, compiled, found))]


def _against(rival: Rival, compiled: Compiled, found: Cases) -> Row | None:
    try:
        decide = rival.make(rival.words)
    except ImportError:
        print(f"{rival.name}: not installed; see benchmarks/requirements.txt", file=sys.stderr)
        return None
    given = found.flat if rival.words is FLAT else found.nested
    assert [decide(facts) for facts in given] == found.expected, rival.name
    judge = compiled.handling

    def ours() -> None:
        for one in found.aktiviteter:
            judge(one, DAY)

    def theirs() -> None:
        for facts in given:
            decide(facts)

    one, other = interleaved({"ours": ours, "theirs": theirs}, ROUNDS).values()
    figures = microseconds(one, len(given)), microseconds(other, len(given)), ratio(one, other)
    return Row("compiled, handling only", rival.name, *figures, rival.bar)


if __name__ == "__main__":
    sys.exit(show(measure()))
