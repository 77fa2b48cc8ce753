"""Writers, or the server they write to, are killed at random moments: nothing that was acknowledged is lost.

`python tests/journal/kill_run.py fil 200` and `python tests/journal/kill_run.py postgres 200 [SEED]`; the tests run
a few of each.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from time import sleep
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from kept import TID

from postgres_server import Server, programs
from rammevaerk.diagnostics import Refused
from rammevaerk.journal.contents import Beslutning
from rammevaerk.journal.store import Journal

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

WRITERS = ("a", "b")
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(
    [
        "rammevaerk.api",
        "rammevaerk.journal.store",
        "rammevaerk.journal.varselfil",
        "rammevaerk.journal.webhook",
        "sqlalchemy.dialects.sqlite",
        "sqlalchemy.dialects.postgresql",
        "psycopg",
    ]
)
"""Reading the modules takes longer than all that a writer has time for."""
MOST = 12
"""Entries that are acknowledged, at most, before the next kill."""
SLACK = 0.004
"""Seconds in which it then comes, so that it falls anywhere in the next append."""


def write(place: str, name: str, n: int, told: Connection) -> None:
    """Append one entry after the other, and tell of each when it is kept; stop when the journal does not answer."""
    try:
        with Journal(place) as journal:
            for number in count(n):
                given = Beslutning(name, "afslut", f"Person {number}", TID.date())
                post = journal.append(given, TID, f"{name}-{number}")
                told.send((name, number, post.nummer, post.hash))
    except Refused as refused:
        if refused.diagnostics[0].code != "J002":
            raise


@dataclass
class Run:
    """One journal, and all that its writers were told had been kept."""

    place: str
    random: Random
    server: Server | None = None
    kept: dict[tuple[str, int], tuple[int, str]] = field(default_factory=dict)

    def moment(self) -> None:
        """Let the writers write, kill them or the server, and look at what is there."""
        writers = [self._writer(name) for name in WRITERS]
        left = self.random.randint(1, MOST)
        while left > 0:
            for _, told in writers:
                self._note(*told.recv())
                left -= 1
        sleep(self.random.random() * SLACK)
        if self.server and self.random.random() < 0.5:
            self.server.kill()
            self.server.start()
        else:
            for writer, _ in writers:
                writer.kill()
        for writer, told in writers:
            with suppress(EOFError):  # what it was about to say when it was killed
                while True:
                    self._note(*told.recv())
            writer.join()
            assert writer.exitcode in (0, -signal.SIGKILL)
        self._look()

    def _writer(self, name: str) -> tuple[BaseProcess, Connection]:
        begun = sum(writer == name for writer, _ in self.kept)
        told, telling = PROCESSES.Pipe(duplex=False)
        writer = PROCESSES.Process(target=write, args=(self.place, name, begun, telling))
        writer.start()
        telling.close()
        return writer, told

    def _note(self, name: str, n: int, nummer: int, hash_: str) -> None:
        assert self.kept.setdefault((name, n), (nummer, hash_)) == (nummer, hash_)

    def _look(self) -> None:
        with Journal(self.place, create=False) as journal:
            there = {post.noegle: (post.nummer, post.hash) for post in journal.entries()}
            for (name, n), post in self.kept.items():
                assert there[f"{name}-{n}"] == post
            found = journal.verify()  # what a server still does for a writer that is gone may come between
            assert found.hel, found.fund
            assert len(there) <= found.antal <= len(self.kept) + len(WRITERS), (len(there), found.antal, len(self.kept))


def run(kind: str, moments: int, seed: int) -> int:
    """So many kills of one journal, in a file or in PostgreSQL; the number of entries that were acknowledged."""
    random = Random(seed)
    if kind == "fil":
        with tempfile.TemporaryDirectory() as folder:
            return _killed(Run(str(Path(folder) / "journal.db"), random), moments)
    found = programs()
    assert found, "PostgreSQL is not installed"
    server = Server(found)
    try:
        return _killed(Run(server.url(), random, server), moments)
    finally:
        server.remove()


def _killed(running: Run, moments: int) -> int:
    for _ in range(moments):
        running.moment()
    return len(running.kept)


if __name__ == "__main__":
    kind, moments, *seed = sys.argv[1:]
    kept = run(kind, int(moments), int(*seed or ["0"]))
    print(f"{kind}: killed {moments} times, {kept} entries acknowledged, none lost, the chain whole each time")  # noqa: T201
