"""The rules as a forward-chaining agenda in durable-rules: the same udfald as `direct`, and all that led to them.

The library knows nothing of our values, of unknown, or of types. It is therefore given none: what a sentence without
og, eller and ikke comes to is decided by a function of the caller's, and only tokens of it are chained.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from threading import RLock
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.engines.agenda import MEANING, VALUE, Agenda, agenda_of
from rammevaerk.engines.durable import Session, load
from rammevaerk.facts.aktivitet import Aktivitet
from rammevaerk.model.expression import Expression
from rammevaerk.model.rammevaerk import Rammevaerk
from rammevaerk.model.resultat import Resultat, Udfald, handling

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rammevaerk.engines.agenda import Rails
    from rammevaerk.engines.groups import Group, Leaf, Token, TokenRule

_REMEMBERED: Final = 500
"""Answers of a group, and days, that are kept: aktiviteter are of few kinds, and the library takes most of the time."""

Decide = Callable[[Expression, Rammevaerk, Aktivitet, date, Mapping[str, Udfald]], object]
"""What a sentence comes to: true, false, or None for unknown. It may ask about rules with these udfald."""


def unavailable() -> str:
    """Why durable-rules cannot be used here, in Danish; empty when it can.

    The package ships no wheels, and its source does not import on Python 3.13 (docs/decisions/0004).
    """
    try:
        load()
    except ImportError as error:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        if error.name in ("durable", "durable.engine"):
            return (
                f"pakken durable-rules er ikke installeret (den kan ikke bruges på Python {version} endnu)"
                if (sys.version_info >= (3, 13))
                else "pakken durable-rules er ikke installeret; installér den med «pip install durable-rules»"
            )
        return f"pakken durable-rules er installeret, men kan ikke indlæses på Python {version}"
    return ""


@dataclass(frozen=True, slots=True)
class Udsagn:
    """That a sentence is true or false, or that a regel (by its id) has this udfald."""

    om: Expression | str
    vaerdi: bool | Udfald


@dataclass(frozen=True, slots=True)
class Slutning:
    """What was concluded, and from what. One udsagn may be concluded several times, from different grounds."""

    udsagn: Udsagn
    grundlag: tuple[Udsagn, ...]


class _Remembered:
    """A session with what it concluded lately: of the same tokens it concludes the same."""

    def __init__(self, group: Group) -> None:
        self._session = Session(group.rules)
        self._keys = sorted({token.key for rule in group.rules for token in (*rule.on, rule.then)})
        self._run = lru_cache(_REMEMBERED)(self._run_anew)

    def run(self, known: Mapping[str, str]) -> tuple[TokenRule, ...]:
        return self._run(tuple(known.get(key, "") for key in self._keys))

    def _run_anew(self, values: tuple[str, ...]) -> tuple[TokenRule, ...]:
        return self._session.run({key: value for key, value in zip(self._keys, values, strict=True) if value})


@dataclass(frozen=True)
class _Chain:
    """An agenda with the session of each of its groups."""

    agenda: Agenda
    sessions: tuple[_Remembered, ...]

    @cached_property
    def slutninger(self) -> Mapping[int, Slutning]:
        """What each token rule concludes, and from what, once it fires; by its identity, for it is long to compare."""
        return {id(rule): self._slutning(rule) for group in self.agenda.groups for rule in group.rules}

    def _slutning(self, rule: TokenRule) -> Slutning:
        return Slutning(self._udsagn(rule.then), tuple(self._udsagn(token) for token in rule.on))

    def _udsagn(self, token: Token) -> Udsagn:
        return Udsagn(self.agenda.about[token.key], MEANING[token.value])


class Chaining:
    """A rammeværk as an agenda, one for each set of rules in force; each is made when it is first asked for.

    Raises `Refused` where durable-rules cannot be had, and where an answer of it cannot be trusted. Nothing falls back
    to another engine here. Safe between threads.
    """

    def __init__(self, ramme: Rammevaerk, decide: Decide) -> None:
        if missing := unavailable():
            raise Refused([Diagnostic("M001", f"motoren «chaining» kan ikke bruges: {missing}", "brug «direct»")])
        self._ramme = ramme
        self._decide = decide
        self._lock = RLock()
        self._chains: dict[frozenset[str], _Chain] = {}
        self._sets: dict[frozenset[str], frozenset[str]] = {}
        self._in_force = lru_cache(_REMEMBERED)(self._in_force_on)

    def evaluate(self, aktivitet: Aktivitet, day: date) -> tuple[Resultat, tuple[Slutning, ...]]:
        """The udfald of every rule and the handling, with every conclusion that was drawn, in the order it was."""
        ramme = self._ramme
        if not ramme.gaelder.covers(day):
            udfald = dict.fromkeys((regel.id for regel in ramme.regler), Udfald.IKKE_I_KRAFT)
            return Resultat(udfald, "ingen", (False,) * len(ramme.indstillinger)), ()
        chain = self._chain(self._in_force(day))
        return _Running(ramme, self._decide, aktivitet, day, chain).evaluate()

    def _in_force_on(self, day: date) -> frozenset[str]:
        found = frozenset(regel.id for regel in self._ramme.regler if self._ramme.in_force(regel, day))
        return self._sets.setdefault(found, found)

    def _chain(self, in_force: frozenset[str]) -> _Chain:
        with self._lock:
            if in_force not in self._chains:
                agenda = agenda_of(self._ramme, in_force)
                self._chains[in_force] = _Chain(agenda, tuple(map(_Remembered, agenda.groups)))
            return self._chains[in_force]


class _Running:
    """One aktivitet on its way through an agenda."""

    def __init__(self, ramme: Rammevaerk, decide: Decide, aktivitet: Aktivitet, day: date, chain: _Chain) -> None:
        self._ramme = ramme
        self._decide = decide
        self._aktivitet = aktivitet
        self._day = day
        self._agenda = chain.agenda
        self._slutninger = chain.slutninger
        self._sessions = chain.sessions
        self._known = {token.key: token.value for token in chain.agenda.given}

    def evaluate(self) -> tuple[Resultat, tuple[Slutning, ...]]:
        fired: list[TokenRule] = []
        for group, session in zip(self._agenda.groups, self._sessions, strict=True):
            self._ask(group.leaves)
            found = session.run(self._known)
            self._known |= {rule.then.key: rule.then.value for rule in found}
            fired += found
        self._ask(self._agenda.leaves)
        naar = tuple(self._holds(rails) for rails in self._agenda.naar)
        resultat = Resultat(self._udfald(), handling(self._ramme.indstillinger, naar), naar)
        return resultat, tuple(self._slutninger[id(rule)] for rule in fired)

    def _ask(self, leaves: Iterable[Leaf]) -> None:
        for leaf in leaves:
            udfald = self._udfald() if leaf.asks else {}
            answer = self._decide(leaf.node, self._ramme, self._aktivitet, self._day, udfald)
            if isinstance(answer, bool):
                self._known[leaf.key] = VALUE[answer]
            elif answer is not None:
                raise _no_answer(leaf)

    def _udfald(self) -> dict[str, Udfald]:
        """The udfald of every rule as far as it is concluded; what is not, is uafklaret."""
        found = {id_: MEANING.get(self._known.get(key, "")) for id_, key in self._agenda.regler.items()}
        return {id_: udfald if isinstance(udfald, Udfald) else Udfald.UAFKLARET for id_, udfald in found.items()}

    def _holds(self, rails: Rails) -> bool | None:
        value = self._known.get(rails.yes.key)
        return None if value is None else value == rails.yes.value


def _no_answer(leaf: Leaf) -> Refused:
    words = leaf.node.origin or type(leaf.node).__name__
    message = (
        f"motoren «chaining» kan ikke bruge «{words}» i klausulen «{leaf.klausul}»: svaret er hverken ja eller nej"
    )
    return Refused([Diagnostic("M003", message, "brug motoren «direct»")])
