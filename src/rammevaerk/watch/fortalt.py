"""What has been told of one aktivitet, and what that leaves known on a day, in whatever order it was told.

Two rules make the order of arrival irrelevant: what happened is taken by its day and then by its id, and a correction
takes the place of what it corrects, on that one's own day. What happened after a day is not known on it. Pure functions
on sets of what was told.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.journal.persondata import Slettet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rammevaerk.journal.post import Post

ADDING: Final[Mapping[str, str]] = {
    "evalueret": "evalueringer",
    "investeret": "investeringer",
    "udbytte": "udbytter",
    "videndelt": "videndelinger",
}
"""What adds a record to a list, and the list."""
CORRECTING: Final = "rettet"
FALLEN: Final = "bortfaldet"
"""That what it corrects never happened."""

Facts = dict[str, Any]
"""Facts as a file holds them, by their keys."""


@dataclass(frozen=True, slots=True)
class Fortalt:
    """One thing that was told of an aktivitet. `dato` is the day it happened; of a correction the day it was made."""

    id: str
    hvad: str
    dato: date
    oplysninger: Mapping[str, Any] = field(default_factory=dict)
    retter: str = ""


def fortalt(post: Post) -> Fortalt:
    """A hændelse of the journal. Without a day it happened when it was entered; what has been erased is not known."""
    said = post.indhold
    return Fortalt(
        id=post.noegle or f"post {post.nummer}",
        hvad=said.get("hvad", "oplyst"),
        dato=post.virkning or date.fromisoformat(post.tid[:10]),
        oplysninger=_still_there(said["oplysninger"]),
        retter=said.get("retter", ""),
    )


def _still_there(value: Any) -> Any:  # noqa: ANN401 - any facts
    if isinstance(value, dict):
        return {key: _still_there(inner) for key, inner in value.items() if not isinstance(inner, Slettet)}
    if isinstance(value, list):
        return [_still_there(inner) for inner in value if not isinstance(inner, Slettet)]
    return value


def happened(told: Iterable[Fortalt]) -> tuple[Fortalt, ...]:
    """What is known to have happened, in order: each with what last corrected it, none that fell away.

    A correction may be corrected in turn. Of two corrections of one thing the later day counts, then the greater id.
    One of something that nobody has told yet waits, and is left out.
    """
    every = sorted(told, key=_in_order)
    corrections = {one.retter: one for one in every if one.retter}
    first = (one for one in every if not one.retter)
    return tuple(found for one in first if (found := _as_corrected(one, corrections)))


def _as_corrected(one: Fortalt, corrections: Mapping[str, Fortalt]) -> Fortalt | None:
    found, seen = one, {one.id}
    last = corrections.get(one.id)
    while last and last.id not in seen:
        seen.add(last.id)
        if last.hvad == FALLEN:
            return None
        found = replace(one, hvad=last.hvad, oplysninger=last.oplysninger)
        last = corrections.get(last.id)
    return found


def _in_order(one: Fortalt) -> tuple[date, str]:
    return one.dato, one.id


def touched(new: Iterable[Fortalt], every: Iterable[Fortalt]) -> date | None:
    """The first day on which what is new can have changed anything, among all that has been told.

    A correction changes something from the day of what it corrects on, also where that came later than it.
    """
    by_id = {one.id: one for one in every}
    days = [root.dato for one in new if (root := _root(one, by_id))]
    return min(days, default=None)


def _root(one: Fortalt, by_id: Mapping[str, Fortalt]) -> Fortalt | None:
    """What a correction corrects in the end; itself where it is none; nothing where that has not been told."""
    seen: set[str] = set()
    found: Fortalt | None = one
    while found and found.retter:
        if found.id in seen:
            return None
        seen.add(found.id)
        found = by_id.get(found.retter)
    return found


def known_after(happened_: Iterable[Fortalt]) -> Facts:
    """The facts that these, in order, leave known. The first record that is told makes its list known."""
    facts: Facts = {}
    for one in happened_:
        facts.update(_left(one, facts))
    return {key: value for key, value in facts.items() if value is not None}


def _left(one: Fortalt, facts: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in one.oplysninger.items():
        if key == ADDING.get(one.hvad):
            yield key, [*(facts.get(key) or ()), *value]
        elif key == "egne":
            own = {**(facts.get(key) or {}), **(value or {})}
            yield key, {name: inner for name, inner in own.items() if inner is not None}
        else:
            yield key, value
