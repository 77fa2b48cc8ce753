"""Could a formula be true? Answered by looking: each quantity has only so many values that the claims tell apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.passes.layers.claims import Both, Claim, Either, Formula, Never, Subject

if TYPE_CHECKING:
    from rammevaerk.passes.layers.formulas import Reading

MOST_STEPS: Final = 50_000
OTHER: Final = "noget andet"
"""A text that no claim names."""

Case = Mapping[Subject, Any]


class TooIntricateError(Exception):
    """The formula has more cases than can be looked through."""


def case_of(formula: Formula, reading: Reading) -> Case | None:
    """A case in which the formula is true, with no more in it than makes it so; None when there is none.

    Raises `TooIntricateError`.
    """
    bounds = _bounds(formula)
    subjects = tuple(bounds)
    at = {subject: place for place, subject in enumerate(subjects)}
    inclusions = tuple((at[one], at[other]) for one, other in _inclusions(subjects, reading))
    values = tuple(bounds.values())
    found = _Search(_tree(formula, at, values, {}), values, inclusions).found()
    if found is None:
        return None
    return {subjects[place]: values[place][number] for place, number in found.items()}


def holds(formula: Formula, case: Case) -> bool:
    """Whether what the case says is enough to make the formula true."""
    values = tuple((value,) for value in case.values())
    at = {subject: place for place, subject in enumerate(case)}
    return _truth(_tree(formula, at, values, {}), dict.fromkeys(range(len(values)), 0)) is True


Tree = bool | tuple[int, tuple[bool, ...]] | tuple[str, tuple[Any, ...]]
"""A formula with its quantities as numbers: claims as a quantity and which of its values make them so."""


def _tree(formula: Formula, at: Mapping[Subject, int], values: tuple[Any, ...], met: dict[int, Tree]) -> Tree:
    if id(formula) not in met:
        match formula:
            case bool():
                met[id(formula)] = formula
            case Claim(subject=subject):
                place = at.get(subject, len(values))
                so = tuple(map(formula.holds, values[place])) if place < len(values) else ()
                met[id(formula)] = (place, so)
            case Never(part=part):
                met[id(formula)] = ("ikke", (_tree(part, at, values, met),))
            case Both(parts=parts) | Either(parts=parts):
                word = "og" if isinstance(formula, Both) else "eller"
                met[id(formula)] = (word, tuple(_tree(part, at, values, met) for part in parts))
    return met[id(formula)]


def _truth(tree: Any, case: Mapping[int, int]) -> bool | int:  # noqa: ANN401 - a tree
    """Whether it is so in a case; the quantity to ask for where the case leaves that open."""
    if isinstance(tree, bool):
        return tree
    head, parts = tree
    if isinstance(head, int):
        return bool(parts[case[head]]) if head in case else head
    if head == "ikke":
        found = _truth(parts[0], case)
        return not found if isinstance(found, bool) else found
    settles = head == "eller"
    asked: bool | int = not settles
    for part in parts:
        found = _truth(part, case)
        if found is settles:
            return settles
        if not isinstance(found, bool) and isinstance(asked, bool):
            asked = found
    return asked


def claims(formula: Formula) -> Iterator[Claim]:
    """Every claim of a formula."""
    waiting: list[Formula] = [formula]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        match one:
            case Claim():
                yield one
            case Never(part=part):
                waiting.append(part)
            case Both(parts=parts) | Either(parts=parts):
                waiting += parts


@dataclass
class _Search:
    """Quantities and their values are numbers here."""

    tree: Tree
    values: tuple[tuple[Any, ...], ...]
    inclusions: tuple[tuple[int, int], ...]
    """Pairs of counts of which the first can be no more than the second; both have the same values, in order."""
    steps: int = 0

    def found(self) -> dict[int, int] | None:
        case = self._from({})
        for place in sorted(case or ()):
            less = {other: number for other, number in (case or {}).items() if other != place}
            if _truth(self.tree, less) is True:
                case = less
        return case

    def _from(self, case: dict[int, int]) -> dict[int, int] | None:
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise TooIntricateError
        asked = _truth(self.tree, case)
        if isinstance(asked, bool):
            return case if asked else None
        for number in range(len(self.values[asked])):
            more = {**case, asked: number}
            if self._possible(asked, more):
                found = self._from(more)
                if found is not None:
                    return found
        return None

    def _possible(self, new: int, case: Mapping[int, int]) -> bool:
        """Whether no count that is among another is more than it."""
        pairs = ((a, b) for a, b in self.inclusions if new in (a, b) and a in case and b in case)
        return all(case[a] <= case[b] for a, b in pairs)


def _bounds(formula: Formula) -> dict[Subject, tuple[Any, ...]]:
    """For each quantity one value of every kind that the claims tell apart."""
    bounds: dict[Subject, set[Any]] = {}
    for claim in claims(formula):
        found = bounds.setdefault(claim.subject, set())
        found |= claim.value if isinstance(claim.value, frozenset) else {claim.value}
    numbers = {bound for subject, found in bounds.items() if subject.counted for bound in found}
    return {
        subject: _values(subject, found | numbers if subject.counted else found) for subject, found in bounds.items()
    }


def _values(subject: Subject, bounds: set[Any]) -> tuple[Any, ...]:
    if subject.art == "ja/nej":
        return (True, False)
    if subject.art == "tal":
        return tuple(_numbers(subject, sorted(bounds)))
    named = sorted(bounds)
    others = [option for option in subject.options if option not in bounds]
    others = others if bounds <= set(subject.options) else [OTHER]
    return (*named, *others[:1])


def _numbers(subject: Subject, bounds: list[Fraction]) -> Iterator[Fraction]:
    """Each bound, a number between each two, one below and one above; whole ones, and none too small."""
    between = [(low + high) / 2 for low, high in pairwise(bounds)]
    tried = [bounds[0] - 1, *bounds, *between, bounds[-1] + 1]
    if subject.whole:
        tried = [*filter(lambda one: one.denominator == 1, bounds), *_whole_between(bounds)]
    yield from sorted({one for one in tried if subject.least is None or one >= subject.least})


def _whole_between(bounds: list[Fraction]) -> Iterator[Fraction]:
    yield Fraction(ceil(bounds[0]) - 1)
    yield Fraction(floor(bounds[-1]) + 1)
    for low, high in pairwise(bounds):
        if floor(low) + 1 < high:
            yield Fraction(floor(low) + 1)


def _inclusions(subjects: tuple[Subject, ...], reading: Reading) -> Iterator[tuple[Subject, Subject]]:
    """Which elements of a list are sure to be among which others, from the conditions on them."""
    counted = [subject for subject in subjects if subject.counted]
    return ((one, other) for one in counted for other in counted if one is not other and _among(one, other, reading))


def _among(one: Subject, other: Subject, reading: Reading) -> bool:
    first, second = one.counted, other.counted
    if first is None or second is None or (first.fact, first.recent) != (second.fact, second.recent):
        return False
    if second.where is None:
        return True
    within = reading.formula(first.where) if first.where else True
    return case_of(Both((within, Never(reading.formula(second.where)))), reading) is None
