"""Personal values, kept apart from the chain so that they can be erased without breaking it.

In the chain stands a fingerprint of the value and a random salt; value and salt stand in a table of their own. When
they are gone, nobody can tell by trying whose the fingerprint was, and every hash of the chain still holds.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.facts.aktivitet import CATALOGUE, SKOEN
from rammevaerk.facts.dates import write_date
from rammevaerk.journal.chain import RESERVED, Json, commitment, plain, spelled, unstorable
from rammevaerk.names import fold

if TYPE_CHECKING:
    from rammevaerk.facts.kinds import Oplysning

MARK: Final = f"{RESERVED}persondata"
"""The key of what stands in a personal value's place."""
_SALT: Final = 32
_COMMON: Final = {fact.key: fact for fact in CATALOGUE.values()}
_ISO: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Personlig:
    """A value that is personal, or may be: a name, or free text."""

    value: Json


@dataclass(frozen=True, slots=True)
class Slettet:
    """What is left of a personal value that has been erased."""

    def __str__(self) -> str:
        return "[slettet]"


SLETTET: Final = Slettet()


@dataclass(frozen=True, slots=True)
class Gemt:
    """A personal value as it is kept: its fingerprint in the chain, its salt, and itself in its one spelling."""

    fingeraftryk: str
    salt: str
    vaerdi: str

    @property
    def intact(self) -> bool:
        """Whether the fingerprint is of just this value."""
        try:
            return commitment(bytes.fromhex(self.salt), self.vaerdi) == self.fingeraftryk
        except (ValueError, TypeError, AttributeError):
            return False  # somebody has put something else there


# Which facts are personal


def marked(facts: Mapping[str, Any], egne: Mapping[str, Oplysning] | None = None) -> dict[str, Any]:
    """An aktivitet's facts, keyed as in a file, with the personal ones wrapped.

    `egne` are those a rammeværk declares; one that nobody has declared counts as personal.
    """
    found = {key: _wrapped(value, _COMMON[key]) for key, value in facts.items() if key in _COMMON}
    own = facts.get("egne")
    return found | ({"egne": _own(own, egne or {})} if own else {})


def _own(own: Mapping[str, Any], declared: Mapping[str, Oplysning]) -> dict[str, Any]:
    by_name = {fold(name): fact for fact in declared.values() for name in (fact.name, fact.key, fact.attribute)}
    return {key: _own_wrapped(value, by_name.get(fold(key))) for key, value in own.items()}


def _own_wrapped(value: Any, fact: Oplysning | None) -> Any:  # noqa: ANN401 - any fact
    return _wrapped(value, fact) if fact or value is None else Personlig(value)


def _wrapped(value: Any, fact: Oplysning | None) -> Any:  # noqa: ANN401 - any fact
    if value is None or fact is None:
        return value
    if fact.persondata != "nej":
        return Personlig(value)
    fields = tuple(SKOEN.values()) if fact.kind.skoen else fact.kind.fields
    return _record(value, fields) if fields else value


def _record(value: Any, fields: tuple[Oplysning, ...]) -> Any:  # noqa: ANN401 - any fact
    if isinstance(value, list | tuple):
        return [_record(one, fields) for one in value]
    if not isinstance(value, Mapping):
        return value  # a skøn that is a bare yes or no
    by_key = {field.key: field for field in fields}
    return {key: _wrapped(inner, by_key[key]) for key, inner in value.items()}


def marked_answer(answer: Any, facts: Any, egne: Mapping[str, Oplysning]) -> Any:  # noqa: ANN401 - any JSON data
    """An answer with the personal wrapped: facts by their marks, and every sentence that tells a personal value."""
    return _answered(answer, _tellings(facts), egne)


def _answered(value: Any, tellings: frozenset[str], egne: Mapping[str, Oplysning]) -> Any:  # noqa: ANN401
    match value:
        case str():
            return Personlig(value) if any(one in value for one in tellings) else value
        case list() | tuple():
            return [_answered(one, tellings, egne) for one in value]
        case Mapping():
            return {
                key: _told_facts(inner, egne) if key == "fakta" else _answered(inner, tellings, egne)
                for key, inner in value.items()
            }
    return value


def _told_facts(facts: Mapping[str, Any], egne: Mapping[str, Oplysning]) -> dict[str, Any]:
    """The facts of a klausul: common and own ones beside each other, own ones by their keys."""
    return marked(facts) | _own({key: value for key, value in facts.items() if key not in _COMMON}, egne)


def _tellings(facts: Any) -> frozenset[str]:  # noqa: ANN401 - any JSON data
    """How personal values are told in sentences: as they are, and dates in Danish."""
    texts = {text for one in _wrapped_in(facts) for text in texts_in(one.value)}
    days = (write_date(date.fromisoformat(text)) for text in texts if _ISO.fullmatch(text))
    return frozenset({*texts, *days})


def _wrapped_in(value: Any) -> Iterator[Personlig]:  # noqa: ANN401 - any JSON data
    if isinstance(value, Personlig):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _wrapped_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _wrapped_in(inner)


def texts_in(value: object) -> Iterator[str]:
    """Every text of a JSON value but its names."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts_in(inner)


# Into the chain and out of it


def hide(indhold: object) -> tuple[Json, tuple[Gemt, ...]]:
    """What stands in the chain, and the personal values that are kept beside it. Raises `Unreadable`."""
    kept: list[Gemt] = []

    def mark(one: object) -> Json:
        if not isinstance(one, Personlig):
            raise unstorable()
        salt, vaerdi = secrets.token_bytes(_SALT), spelled(plain(one.value))
        kept.append(Gemt(commitment(salt, vaerdi), salt.hex(), vaerdi))
        return {MARK: kept[-1].fingeraftryk}

    return plain(indhold, mark), tuple(kept)


def opened(hidden: Json, values: Mapping[str, str]) -> Any:  # noqa: ANN401 - any JSON data
    """What was said, with the personal values there still are, by their fingerprints; the others are `SLETTET`."""
    if isinstance(hidden, list):
        return [opened(one, values) for one in hidden]
    if not isinstance(hidden, dict):
        return hidden
    if MARK in hidden:
        value = values.get(str(hidden[MARK]))
        return SLETTET if value is None else json.loads(value)
    return {key: opened(inner, values) for key, inner in hidden.items()}


def marks_in(hidden: Json) -> Iterator[str]:
    """The fingerprint of every personal value of an entry."""
    if isinstance(hidden, list):
        for one in hidden:
            yield from marks_in(one)
    elif isinstance(hidden, dict):
        if MARK in hidden:
            yield str(hidden[MARK])
        else:
            for inner in hidden.values():
                yield from marks_in(inner)


def any_erased(opened_: object) -> bool:
    """Whether some of what was said has been erased."""
    if isinstance(opened_, Slettet):
        return True
    if isinstance(opened_, Mapping):
        return any(map(any_erased, opened_.values()))
    return isinstance(opened_, list) and any(map(any_erased, opened_))


def alike(one: object, other: object) -> bool:
    """Whether two entries say the same; what has been erased could have been anything."""
    if isinstance(one, Slettet) or isinstance(other, Slettet):
        return True
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    return type(one) is type(other) and one == other
