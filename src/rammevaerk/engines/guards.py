"""What must hold before the C library of durable-rules is asked, and after it has answered.

The library raises no error for most of what it gets wrong, so each guard names the silent wrong answer, or the death of
the process, that it stands before. `tests/engines/test_guard_*.py` show each of them happening without its guard.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.engines.groups import MOST_CONDITIONS, MOST_FACTS, MOST_ON_ONE, MOST_RULES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from rammevaerk.engines.groups import Token, TokenRule

SID: Final = "0"
ANCHOR: Final = "anker"
ENGINE_NAMES: Final = ("id", "sid", "$s", "$forward", f"sid-{SID}", SID, "exception")
"""What the library and its Python side put into facts themselves, or compare with names in them."""
_KEY: Final = re.compile(r"k\d{1,5}", re.ASCII)
_VALUES: Final = frozenset("jnobrk")
_PATTERN: Final = re.compile(r"a\d{1,2}", re.ASCII)


def stopped(guard: str, what: str) -> Refused:
    """The refusal of an answer that cannot be trusted: which guard, and what it saw."""
    message = f"motoren «chaining» standsede sig selv ({guard}): {what}"
    return Refused([Diagnostic("M002", message, "brug motoren «direct»; fejlen er programmets og ikke reglernes")])


# Before a ruleset is made


def only_tokens(definition: Mapping[str, Any]) -> None:
    """Every rule is «all of these», every pattern one key that is one token, and nothing else.

    Against: `none` that fires though the fact is there, and `any` and `$or` that fire once for each branch; the second
    key of a pattern, which is ignored; joins that never meet (1 and 1.0) or read past an array; "5" == 5, True == 1 and
    "9" > 10; numbers over 2^63, which are all equal; texts ordered wrongly; `$iall` that fails for an empty list; null,
    which counts as there; a division by zero that ends the process; `$nex`, which meets the engine's own facts forever.
    """
    for name, rule in definition.items():
        if rule.keys() != {"all", "run"} or not callable(rule["run"]):
            raise stopped("only_tokens", f"reglen «{name}» har andet end «all»")
        for pattern in rule["all"]:
            (wanted,) = pattern.values() if len(pattern) == 1 else ({},)
            if not (all(map(_PATTERN.fullmatch, pattern)) and _is_token(wanted)):
                raise stopped("only_tokens", f"reglen «{name}» venter på andet end et tegn")


def _is_token(wanted: Any) -> bool:  # noqa: ANN401 - whatever somebody put there
    if not isinstance(wanted, dict) or len(wanted) != 1:
        return False
    ((key, value),) = wanted.items()
    return isinstance(value, str) and value in _VALUES and (key == ANCHOR or _KEY.fullmatch(key) is not None)


def all_differ(names: Iterable[str]) -> None:
    """No two names have the same 32-bit hash.

    Against: keys, ids and sids that the library takes for one another, for it compares nothing but the hash. One
    key's fact fires the other's rules, and the second of two facts counts as already observed and is lost.
    """
    seen: dict[int, str] = {}
    for name in dict.fromkeys(names):
        other = seen.setdefault(fnv32(name), name)
        if other != name:
            raise stopped("all_differ", f"«{name}» og «{other}» kan ikke skelnes")


def names_in(rules: Iterable[TokenRule]) -> Iterator[str]:
    """Every name that the library meets in a fact or a pattern: its own, the keys, the ids and those of patterns."""
    yield from (*ENGINE_NAMES, ANCHOR, f"{ANCHOR}j", *(f"a{number}" for number in range(MOST_FACTS)))
    for rule in rules:
        for token in (*rule.on, rule.then):
            yield token.key
            yield token.id


def fnv32(name: str) -> int:
    """The hash the library knows a name by (FNV-1a, 32 bits)."""
    found = 0x811C9DC5
    for byte in name.encode():
        found = (found ^ byte) * 16_777_619 & 0xFFFF_FFFF
    return found


def within_limits(rules: Sequence[TokenRule]) -> None:
    """No more of anything than the library has room for.

    Against: a rule over 17 facts, for which the library forgets the fact it was just given; 256 rules on one condition,
    which end the process; 512 conditions, with which it stands still in C for ever; and a rule that waits for nothing.
    """
    on_one = Counter(token for rule in rules for token in rule.on)
    fits = (
        all(0 < len(rule.on) <= MOST_FACTS for rule in rules)
        and max(on_one.values(), default=0) <= MOST_ON_ONE
        and len(on_one) <= MOST_CONDITIONS
        and 0 < len(rules) <= MOST_RULES
    )
    if not fits:
        raise stopped("within_limits", f"{len(rules)} regler over {len(on_one)} tegn er for mange på ét sted")


def different_facts(rules: Iterable[TokenRule]) -> None:
    """No rule waits for the same token twice.

    Against: a rule that never fires, because the library wants a different fact for each pattern.
    """
    for rule in rules:
        if len(set(rule.on)) < len(rule.on):
            raise stopped("different_facts", f"en regel om «{rule.then.key}» venter to gange på det samme")


def no_rings(rules: Iterable[TokenRule]) -> None:
    """Nothing is concluded that an earlier rule, or the same, waits for.

    Against: rules that feed themselves. The library has no limit and fires them for ever.
    """
    waited: set[str] = set()
    for rule in rules:
        waited.update(token.key for token in rule.on)
        if rule.then.key in waited:
            raise stopped("no_rings", f"«{rule.then.key}» bygger på sig selv")


# While it runs


def waited_for(tokens: Collection[Token], mentioned: Collection[Token]) -> None:
    """There are facts, and every one of them is waited for by some rule.

    Against: one unknown fact in a batch, for which the firings of all the others are held back; and an empty batch,
    which ends the process.
    """
    strays = [token.id for token in tokens if token not in mentioned]
    if strays or not tokens:
        raise stopped("waited_for", f"ingen regel venter på {', '.join(strays) or 'ingenting'}")


def fired_on(found: Iterable[str], wanted: Iterable[Token]) -> None:
    """The rule fired on the facts it is written over.

    Against: a key taken for another one, and a trace that says something else than what happened.
    """
    ids = [token.id for token in wanted]
    if sorted(found) != sorted(ids):
        raise stopped("fired_on", f"en regel, der venter på {', '.join(ids)}, slog til på noget andet")


def agrees(known: Mapping[str, str], token: Token) -> None:
    """Nothing is concluded against what is known.

    Against: yes and no of one sentence, of which the last would be believed.
    """
    if known.get(token.key, token.value) != token.value:
        raise stopped("agrees", f"«{token.key}» er både «{known[token.key]}» og «{token.value}»")


# Before its answer is believed


def nothing_lost(stored: Sequence[Mapping[str, Any]], given: Collection[str]) -> None:
    """Every fact that was given is there.

    Against: facts that the library counts as observed, or drops after one it cannot read.
    """
    if sorted(fact["id"] for fact in stored) != sorted(given):
        raise stopped("nothing_lost", f"{len(given)} tegn blev givet, {len(stored)} er bevaret")


def nothing_swallowed(state: Mapping[str, Any]) -> None:
    """No action ended in an error.

    Against: durable-rules catches every error in an action, keeps its text in the state, and fires on.
    """
    if "exception" in state:
        raise stopped("nothing_swallowed", "en fejl blev gemt væk")


def at_rest(rules: Sequence[TokenRule], known: Mapping[str, str], fired: Iterable[int]) -> None:
    """Every rule whose tokens are known has fired once, and no other has.

    Against: all that is not thought of here. Rules that wait for nothing absent have one least fixed point, and this is
    the test of it: a firing too many, too few or twice is seen, whatever the reason. One was a clock set ten seconds
    forward, after which durable-rules drops what is left of the agenda without a word.
    """
    ready = [place for place, rule in enumerate(rules) if all(known.get(t.key) == t.value for t in rule.on)]
    if sorted(fired) != ready:
        raise stopped("at_rest", "de regler, der skulle slå til, er ikke dem, der gjorde det")
