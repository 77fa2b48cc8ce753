"""The aktiviteter of all the files named, read twice: once to find every fault, once to be judged.

JSON lines are streamed both times, so memory is that of a line; other files are bounded in size and kept.
Nothing can be written before the last fault is known, and an answer to 100,000 aktiviteter is too much to keep.
"""

from __future__ import annotations

import itertools
import json
import shutil
import sys
from array import array
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, Self

from rammevaerk.api import bound_to_each
from rammevaerk.cli.places import placed
from rammevaerk.cli.progress import watched
from rammevaerk.diagnostics import Diagnostic, Refused, Span
from rammevaerk.documents.text import unopened
from rammevaerk.facts.reading import read_aktiviteter, read_all
from rammevaerk.facts.values import MOST_FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.rammevaerk import Rammevaerk

STDIN: Final = "-"
_STREAMED: Final = ".jsonl"
_SHARE: Final = 25_000
_SIGNS: Final = {b"PK\x03\x04": ".xlsx", b"PAR1": ".parquet"}
"""How tables begin that are no text."""


@dataclass
class Aktiviteter(AbstractContextManager["Aktiviteter"]):
    """The aktiviteter of some files; what is sent in on standard input lies in a temporary file meanwhile."""

    paths: tuple[Path, ...]
    sent_in: Path | None = None
    count: int = 0
    own: tuple[Oplysning, ...] = ()
    """What the rammeværker have declared themselves; in tables known by their bare names."""
    kept: dict[Path, tuple[Aktivitet, ...]] = field(default_factory=dict)
    _rooms: ExitStack = field(default_factory=ExitStack)

    @classmethod
    def of(cls, words: Iterable[str]) -> Self:
        """The files by their names, each once; `-` is standard input."""
        rooms = ExitStack()
        names = tuple(dict.fromkeys(words))
        sent_in = _spooled(Path(rooms.enter_context(TemporaryDirectory()))) if STDIN in names else None
        paths = tuple(sent_in if name == STDIN and sent_in else Path(name) for name in names)
        return cls(paths, sent_in, _rooms=rooms)

    def __exit__(self, *_: object) -> None:
        self._rooms.close()

    def __iter__(self) -> Iterator[Aktivitet]:
        """Each aktivitet, in the order of the files."""
        for path in self.paths:
            yield from self.kept.get(path) or read_aktiviteter(path)

    def faults(self, rammer: tuple[Rammevaerk, ...], dato: date) -> list[Diagnostic]:
        """All that is wrong with any of the files, or with what they say to any of these rammeværker."""
        found: list[Diagnostic] = []
        self.own = tuple(fact for ramme in rammer for fact in ramme.egne.values())
        ids = array("q")
        for aktivitet in watched(self._read(rammer, dato, found), "Læser"):
            ids.append(hash(aktivitet.id))
        self.count = len(ids)
        if not found and _twice(ids):
            found += self._same_id()
        return [self._named(fault) for fault in found]

    def _read(self, rammer: tuple[Rammevaerk, ...], dato: date, found: list[Diagnostic]) -> Iterator[Aktivitet]:
        for path in self.paths:
            unknown: dict[str, tuple[Diagnostic, ...]] = {}
            try:
                for aktivitet in self._once(path):
                    yield aktivitet
                    if len(unknown) < MOST_FAULTS:
                        unknown |= _unbound(aktivitet, rammer, dato)
            except Refused as refused:
                found += refused.diagnostics
            if unknown:
                found += placed(unknown, path, self.own)

    def _once(self, path: Path) -> Iterable[Aktivitet]:
        if path.exists() and not path.is_file():  # a folder, or a pipe that could not be read twice
            raise unopened(path, IsADirectoryError() if path.is_dir() else OSError())
        if path.suffix.casefold() == _STREAMED:
            return read_aktiviteter(path)
        self.kept[path] = tuple(read_aktiviteter(path, self.own))
        return self.kept[path]

    def _same_id(self) -> tuple[Diagnostic, ...]:
        """Where an id is used twice: read with the ids themselves, as two may share a hash."""
        try:
            read_all(self.paths, self.own)
        except Refused as refused:
            return refused.diagnostics
        return ()

    def _named(self, fault: Diagnostic) -> Diagnostic:
        """A fault of what was sent in, at its place there and not in the temporary file."""
        if self.sent_in is None or fault.span is None or fault.span.source != str(self.sent_in):
            return fault
        place = fault.span
        return Diagnostic(fault.code, fault.message, fault.help, Span(STDIN, place.line, place.column, place.cell))


def _unbound(aktivitet: Aktivitet, rammer: tuple[Rammevaerk, ...], dato: date) -> dict[str, tuple[Diagnostic, ...]]:
    """What the aktivitet says that these rammeværker do not know, under its id."""
    try:
        bound_to_each(aktivitet, rammer, dato)
    except Refused as refused:
        return {aktivitet.id: refused.diagnostics}
    return {}


def _twice(ids: array[int]) -> bool:
    """Whether two are the same. Eight bytes an id, and one share ordered at a time: no more grows with the file."""
    shares = len(ids) // _SHARE + 1
    ordered = (sorted(id_ for id_ in ids if id_ % shares == share) for share in range(shares))
    return any(one == other for each in ordered for one, other in itertools.pairwise(each))


def _spooled(folder: Path) -> Path:
    """Standard input as a file, so that it can be read twice; the name says what it holds."""
    whole = folder / "ind"
    with whole.open("wb") as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
    return whole.rename(whole.with_suffix(_form(whole)))


def _form(path: Path) -> str:
    """What a file holds by its first line: a table, JSON lines, JSON or YAML."""
    with path.open("rb") as file:
        first = next((line.strip() for line in file if line.strip()), b"").removeprefix(b"\xef\xbb\xbf")
    if table := next((suffix for sign, suffix in _SIGNS.items() if first.startswith(sign)), ""):
        return table
    if first.startswith(b"["):
        return ".json"
    if not first.startswith(b"{"):
        return ".yaml"
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return ".json"
    return _STREAMED
