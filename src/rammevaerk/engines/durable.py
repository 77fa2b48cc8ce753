"""durable-rules, held on a short rein: the only module that knows the package. `guards` says against what.

A session is one ruleset of the C library. Each run begins with no facts and ends with none, so a correction is another
run: nothing has to be taken back, which the library cannot do.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec, module_from_spec
from threading import RLock
from typing import TYPE_CHECKING, Any, Final
from weakref import finalize

from rammevaerk.diagnostics import Refused
from rammevaerk.engines import guards
from rammevaerk.engines.groups import Token

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from types import ModuleType

    from rammevaerk.engines.groups import TokenRule

NAME: Final = "regler"
ANCHOR: Final = Token(guards.ANCHOR, "j")


@cache
def load() -> ModuleType:
    """durable-rules' Python side, as a copy of our own whose clock stands still. Raises `ImportError`.

    The clock is there to give up an action after ten seconds. A laptop that slept and a clock set forward look the
    same, and what is left of the agenda is then dropped without a word. It is also made of `datetime.utcfromtimestamp`,
    of which Python 3.12 warns at each firing. It is a copy, so that nobody else's durable-rules is changed.
    """
    spec = find_spec("durable.engine")
    if spec is None or spec.loader is None:
        raise ImportError("durable.engine", name="durable.engine")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    vars(module)["_unix_now"] = float  # called without arguments: always 0.0
    return module


def quiet_host() -> Any:  # noqa: ANN401 - the package has no types
    """A host without threads; asserting a fact runs all that follows from it.

    The stock one starts two timers that never end. They take firings away from the call that waits for them, and read
    states that have been freed.
    """
    host: type = load().Host

    class QuietHost(host):  # type: ignore[misc]
        def _run(self) -> None:
            """No dispatcher and no timers."""

    return QuietHost()


def definition_of(rules: Sequence[TokenRule], act: Callable[[int], Callable[[Any], None]]) -> dict[str, Any]:
    """The token rules as the package wants them, after the anchor's; `act` gives the action of each, by its place.

    The anchor stands there to fire: a state in which nothing has fired cannot be deleted without the process dying.
    """
    anchor = {ANCHOR.key: {"all": [{"a0": {ANCHOR.key: ANCHOR.value}}], "run": act(-1)}}
    return anchor | {
        f"r{place}": {
            "all": [{f"a{number}": {token.key: token.value}} for number, token in enumerate(rule.on)],
            "run": act(place),
        }
        for place, rule in enumerate(rules)
    }


def fact_of(token: Token) -> dict[str, str]:
    """The token as a fact. Without an id of its own, `1` and `"1"` would be one fact."""
    return {"id": token.id, "sid": guards.SID, token.key: token.value}


class Session:
    """Token rules in the C library. Safe between threads: one run at a time."""

    def __init__(self, rules: Sequence[TokenRule]) -> None:
        guards.within_limits(rules)
        guards.different_facts(rules)
        guards.no_rings(rules)
        guards.all_differ(guards.names_in(rules))
        self._rules = tuple(rules)
        self._waited = frozenset(token for rule in rules for token in rule.on)
        self._order = sorted(self._waited, key=lambda token: token.id)
        self._lock = RLock()
        self._host: Any = None
        self._begin({})

    def run(self, known: Mapping[str, str]) -> tuple[TokenRule, ...]:
        """The token rules that fire when this is known (values by their keys), in the order of firing.

        Each that can fires once. Raises `Refused` where a guard does not hold.
        """
        with self._lock:  # two live states would fire in each other's calls
            self._begin(known)
            try:
                self._chain()
                self._check()
            except Refused:
                raise
            except Exception as error:
                raise guards.stopped("biblioteket", f"det svarede med fejlen {type(error).__name__}") from error
            finally:
                self._end()
            return tuple(self._rules[place] for place in self._fired)

    def _begin(self, known: Mapping[str, str]) -> None:
        self._known = dict(known)
        self._given: list[Token] = []
        self._fired: list[int] = []
        self._faults: list[BaseException] = []
        self._anchored = False
        if self._host is None:
            self._host = self._new_host()

    def _new_host(self) -> Any:  # noqa: ANN401 - the package has no types
        definition = definition_of(self._rules, self._action)
        guards.only_tokens(definition)
        host = quiet_host()
        host.set_rulesets({NAME: definition})
        # The package never frees the ruleset of a host that is gone.
        finalize(host, load().durable_rules_engine.delete_ruleset, host.get_ruleset(NAME)._handle).atexit = False  # noqa: SLF001
        return host

    def _end(self) -> None:
        """No fact is left for the next run; where the state cannot be deleted, the whole ruleset is left behind."""
        if self._anchored:
            self._host.delete_state(NAME, guards.SID)
        else:
            self._host = None

    def _chain(self) -> None:
        self._give([ANCHOR], {ANCHOR})
        known = [token for token in self._order if self._known.get(token.key) == token.value]
        if known:
            self._give(known, self._waited)

    def _give(self, tokens: Sequence[Token], waited: Collection[Token]) -> None:
        guards.waited_for(tokens, waited)
        self._given += tokens
        self._host.assert_facts(NAME, [fact_of(token) for token in tokens])
        for fault in self._faults:
            raise fault

    def _action(self, place: int) -> Callable[[Any], None]:
        """What the package runs when the rule at this place fires. It swallows every error, so none is let out."""

        def act(closure: Any) -> None:  # noqa: ANN401 - the package has no types
            try:
                self._fire(place, closure)
            except BaseException as fault:  # noqa: BLE001 - raised again when the call is over
                self._faults.append(fault)

        return act

    def _fire(self, place: int, closure: Any) -> None:  # noqa: ANN401 - the package has no types
        found = [fact["id"] for fact in closure._m.values()]  # noqa: SLF001 - the package's only list of them
        if place < 0:
            guards.fired_on(found, [ANCHOR])
            self._anchored = True
            return
        rule = self._rules[place]
        guards.fired_on(found, rule.on)
        guards.agrees(self._known, rule.then)
        self._fired.append(place)
        new = rule.then.key not in self._known
        self._known[rule.then.key] = rule.then.value
        if new and rule.then in self._waited:  # what nobody waits for is known here, and never asserted
            self._given.append(rule.then)
            closure.assert_fact(fact_of(rule.then))

    def _check(self) -> None:
        guards.nothing_swallowed(self._host.get_state(NAME, guards.SID))
        guards.nothing_lost(self._host.get_facts(NAME, guards.SID), [token.id for token in self._given])
        guards.at_rest(self._rules, self._known, self._fired)
