"""What is told on lines: of a whole file, read twice, or of one that still grows, line by line as they come."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import sleep
from typing import IO, TYPE_CHECKING, Final

from rammevaerk.diagnostics import Diagnostic, Refused, Span
from rammevaerk.documents.text import decode, unopened
from rammevaerk.facts.values import MOST_FAULTS
from rammevaerk.watch.indberetning import Indberetning, read_indberetning, unread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.model.rammevaerk import Rammevaerk

STDIN: Final = "-"
LONGEST: Final = 1_000_000
"""Bytes of one line."""
_PAUSE: Final = 0.5
"""Seconds between two looks at a file that grows."""

Fortalt = Indberetning | date
"""Something that happened, or the day that has come."""


@dataclass(frozen=True)
class Haendelser:
    """A file of hændelser, or `-` for what is sent in, as one rammeværk reads them."""

    name: str
    ramme: Rammevaerk

    def faults(self) -> list[Diagnostic]:
        """All that is wrong with a whole file."""
        found: list[Diagnostic] = []
        for one in self._each():
            found += one.diagnostics if isinstance(one, Refused) else ()
            if len(found) >= MOST_FAULTS:
                break
        return found

    def __iter__(self) -> Iterator[Fortalt]:
        """What a whole file tells, that has no faults."""
        return (one for one in self._each() if not isinstance(one, Refused))

    def _each(self) -> Iterator[Fortalt | Refused]:
        path = Path(self.name)
        try:
            with path.open("rb") as file:
                yield from self._read(file)
        except OSError as error:
            raise unopened(path, error) from None

    def _read(self, file: IO[bytes]) -> Iterator[Fortalt | Refused]:
        number = 0
        while line := file.readline(LONGEST + 1):
            number += 1
            if line.strip():
                yield self._told(line, number)
            if len(line) > LONGEST:
                return

    def growing(self) -> Iterator[Fortalt | Refused | None]:
        """What comes, as it comes; None while nothing does. What is sent in ends, a file that grows does not."""
        if self.name == STDIN:
            yield from self._read(sys.stdin.buffer)
            return
        path = Path(self.name)
        try:
            with path.open("rb") as file:
                yield from self._grown(file)
        except OSError as error:
            raise unopened(path, error) from None

    def _grown(self, file: IO[bytes]) -> Iterator[Fortalt | Refused | None]:
        """A line is read when all of it is there: its end has come."""
        number, begun = 0, b""
        while True:
            begun += file.readline(LONGEST + 1)
            if begun.endswith(b"\n") or len(begun) > LONGEST:
                number += 1
                if begun.strip():
                    yield self._told(begun, number)
                begun = b""
            else:
                yield None
                sleep(_PAUSE)

    def _told(self, line: bytes, number: int) -> Fortalt | Refused:
        if len(line) > LONGEST:
            message = f"linjen fylder mere end {LONGEST // 1_000} kB"
            return Refused([Diagnostic("D001", message, "del den op", Span(self.name, number))])
        try:
            text = decode(line.removeprefix(b"\xef\xbb\xbf"), self.name, LONGEST)
            one = read_indberetning(text, self.name, number, self.ramme.egne)
        except Refused as refused:
            return refused
        faults = unread(self.ramme, one) if isinstance(one, Indberetning) else ()
        return Refused([_placed(fault, self.name, number) for fault in faults]) if faults else one


def _placed(fault: Diagnostic, name: str, number: int) -> Diagnostic:
    return Diagnostic(fault.code, fault.message, fault.help, Span(name, number))
