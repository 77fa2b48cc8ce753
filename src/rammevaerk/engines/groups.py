"""Tokens, the rules over them, and how many of these go into one ruleset of the C library.

Token rules stand so that each comes after those it waits for. They may therefore be cut anywhere: each group is run to
quiescence, and what it concluded is known to the next.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rammevaerk.model.expression import Expression

MOST_FACTS: Final = 16
"""In one rule; with a seventeenth the library answers an error and forgets the fact."""
MOST_ON_ONE: Final = 250
"""Rules that wait for the same token; at 256 the process dies."""
MOST_CONDITIONS: Final = 500
"""Different tokens waited for; from 512 the library stands still for ever, and nothing can stop it."""
MOST_RULES: Final = 4_000
"""Rules in one ruleset; the library takes 4,096."""


@dataclass(frozen=True, slots=True)
class Token:
    """One thing known: the key of what it is about, and which of the key's values holds."""

    key: str
    value: str

    @property
    def id(self) -> str:
        """What it is called as a fact."""
        return self.key + self.value


@dataclass(frozen=True, slots=True)
class TokenRule:
    """When all of `on` is known, so is `then`."""

    on: tuple[Token, ...]
    then: Token


@dataclass(frozen=True, slots=True)
class Leaf:
    """A sentence that the caller decides, and the klausul it stands in.

    One that `asks` about rules, or whether they are uafklaret, can be decided when the token rules before `after`
    have done all they can, and not sooner.
    """

    key: str
    node: Expression
    klausul: str
    asks: bool = False
    after: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Token rules that are run together, and the leaves to be decided before they are."""

    rules: tuple[TokenRule, ...]
    leaves: tuple[Leaf, ...]


def grouped(rules: Sequence[TokenRule], leaves: Iterable[Leaf]) -> tuple[Group, ...]:
    """The token rules in their order, in as few groups as the limits allow."""
    waiting = {leaf.key: leaf for leaf in leaves}
    groups: list[Group] = []
    start, on_one = 0, Counter[Token]()
    for place, rule in enumerate(rules):
        sooner = any(waiting[token.key].after > start for token in rule.on if token.key in waiting)
        if sooner or place - start == MOST_RULES or not _fits(on_one, rule):
            groups.append(_group(rules[start:place], waiting))
            start, on_one = place, Counter()
        on_one.update(rule.on)
    return (*groups, _group(rules[start:], waiting)) if rules else ()


def _fits(on_one: Counter[Token], rule: TokenRule) -> bool:
    new = sum(token not in on_one for token in rule.on)
    return len(on_one) + new <= MOST_CONDITIONS and all(on_one[token] < MOST_ON_ONE for token in rule.on)


def _group(rules: Sequence[TokenRule], waiting: dict[str, Leaf]) -> Group:
    """A group with the leaves that no group before it has taken; they are taken out of `waiting`."""
    keys = dict.fromkeys(token.key for rule in rules for token in rule.on)
    return Group(tuple(rules), tuple(waiting.pop(key) for key in keys if key in waiting))
