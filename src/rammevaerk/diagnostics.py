"""Places and diagnostics: the only shape of an error that a user sees.

A message is Danish, quotes the user's own text in «», and never names a Python type.
Invariant: this module imports nothing of the project.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a source: the file's name, line and column, both counted from 1; in a table the cell's own name."""

    source: str
    line: int = 1
    column: int = 1
    cell: str = ""

    def __str__(self) -> str:
        return f"{self.source} {self.cell}" if self.cell else f"{self.source}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault: a stable code, the place, what is wrong and how to mend it."""

    code: str
    message: str
    help: str = ""
    span: Span | None = None

    def __str__(self) -> str:
        place = f"{self.span}  " if self.span else ""
        line = f"{self.code} {place}{self.message}"
        return f"{line}\n     hjælp: {self.help}" if self.help else line


class Refused(Exception):  # noqa: N818 - a refusal of input, not an error of the program
    """Input that could not be used; carries every diagnostic, sorted by place."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = tuple(sorted(diagnostics, key=_by_place))
        super().__init__("\n".join(map(str, self.diagnostics)))


class Unreadable(ValueError):  # noqa: N818 - the text is unreadable; who knows the place makes the Diagnostic
    """A text that cannot be read as a value: message and help, the place still unknown."""

    def __init__(self, message: str, help: str = "") -> None:  # noqa: A002 - the word of the diagnostic
        self.message = message
        self.help = help
        super().__init__(message)


_NOWHERE: Final = Span("", 0, 0)
_SHORTEST_BEGINNING: Final = 4


def _by_place(diagnostic: Diagnostic) -> tuple[str, str, Span, str, str]:
    span = diagnostic.span or _NOWHERE
    return (span.source, span.cell.rpartition("!")[0], span, diagnostic.code, diagnostic.message)


def suggest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate a person most likely meant by `word`, or None when none is near.

    >>> suggest("odense", ["odense-2022", "skanderborg"])
    'odense-2022'
    """
    folded = word.casefold()
    limit = max(1, len(folded) // 3)
    known = sorted(set(candidates))
    scored = sorted(
        (edit_distance(folded, candidate.casefold()), candidate[:1].casefold() != folded[:1], candidate)
        for candidate in known
        if abs(len(candidate) - len(folded)) <= limit
    )
    if scored and scored[0][0] <= limit:
        return scored[0][2]
    begun = [candidate for candidate in known if candidate.casefold().startswith(folded)]
    return begun[0] if len(begun) == 1 and len(folded) >= _SHORTEST_BEGINNING else None


def edit_distance(left: str, right: str) -> int:
    """Insertions, deletions, substitutions and swaps of neighbours that turn one text into the other.

    >>> edit_distance("politske mål", "politiske mål")
    1
    """
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """The help line for an unknown word; empty when nothing is near."""
    candidate = suggest(word, candidates)
    return f"mente du «{candidate}»?" if candidate else ""
