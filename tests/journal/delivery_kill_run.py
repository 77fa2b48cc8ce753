"""Those who deliver, or the server the journal is in, are killed at random moments: each varsel arrives once, in order.

`python tests/journal/delivery_kill_run.py fil 200` and `python tests/journal/delivery_kill_run.py postgres 200 [SEED]`;
the tests run a few of each. Two deliver to one file, and a third to a program that keeps the keys.
"""

from __future__ import annotations

import signal
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import sleep
from typing import TYPE_CHECKING

from delivered import clock, numbers
from kept import TID
from kill_run import PROCESSES
from receiver import Receiver

from postgres_server import Server, programs
from rammevaerk.diagnostics import Refused
from rammevaerk.journal.contents import Varsel
from rammevaerk.journal.store import Journal
from rammevaerk.journal.varselfil import Varselfil
from rammevaerk.journal.webhook import Webhook

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from rammevaerk.journal.kanal import Kanal

MOST = 12
"""Varsler, at most, that are new at each kill."""
SLACK = 0.05
"""Seconds in which it comes."""
GONE = ("J002", "J021")
"""What a run that outlives its server, or its receiver, is told."""


def deliver(place: str, kanal: Kanal, told: Connection) -> None:
    """Deliver over and over; stop when the journal does not answer."""
    try:
        with Journal(place) as journal:
            told.send("begun")
            while True:
                journal.deliver(kanal, clock)
    except Refused as refused:
        if refused.diagnostics[0].code not in GONE:
            raise


@dataclass
class Run:
    """One journal, a file and a program to deliver to, and what has been seen."""

    place: str
    file: Path
    receiver: Receiver
    random: Random
    server: Server | None = None
    unrecorded: int = 0
    """How often a kill fell between the writing of a line and the recording of it."""

    def moment(self) -> None:
        """Something to deliver, those who do it, a kill, and a look at what is there."""
        running = [self._start(kanal) for kanal in (Varselfil(self.file), Varselfil(self.file), self._webhook())]
        with Journal(self.place) as journal:
            for _ in range(self.random.randint(1, MOST)):
                journal.append(Varsel("havn", "æ" * self.random.choice([1, 100, 5_000])), TID)
            sleep(self.random.random() * SLACK)
            if self.server and self.random.random() < 0.5:
                self.server.kill()
                self.server.start()
        for one in running:
            one.kill()
        for one in running:
            one.join()
            assert one.exitcode in (0, -signal.SIGKILL), one.exitcode
        self._look()

    def _start(self, kanal: Kanal) -> BaseProcess:
        told, telling = PROCESSES.Pipe(duplex=False)
        one = PROCESSES.Process(target=deliver, args=(self.place, kanal, telling))
        one.start()
        telling.close()
        assert told.recv() == "begun"
        return one

    def _webhook(self) -> Webhook:
        return Webhook(self.receiver.url)

    def _look(self) -> None:
        varsler, recorded, sent = self.there()
        lines = numbers(self.file) if self.file.exists() else []
        kept = [said["nummer"] for said in self.receiver.kept.values()]
        assert lines == varsler[: len(lines)]
        assert kept == varsler[: len(kept)]
        assert recorded == lines[: len(recorded)]
        assert sent == kept[: len(sent)]
        self.unrecorded += len(lines) - len(recorded)
        assert len(lines) - len(recorded) <= 1
        assert len(kept) - len(sent) <= 1

    def there(self) -> tuple[list[int], list[int], list[int]]:
        """The varsler, and which of them are recorded as delivered to the file and to the program."""
        with Journal(self.place, create=False) as journal:
            varsler = [post.nummer for post in journal.entries(kind="varsel")]
            said = [(post.indhold["kanal"], post.indhold["varsel"]) for post in journal.entries(kind="levering")]
        return varsler, *([number for way, number in said if way == kanal] for kanal in ("fil", "webhook"))

    def end(self) -> tuple[int, int, int]:
        """All that is left delivered: varsler, kills between line and record, and varsler sent more than once."""
        with Journal(self.place, create=False) as journal:
            for kanal in (Varselfil(self.file), self._webhook()):
                journal.deliver(kanal, clock)
            assert journal.verify().hel
        varsler, recorded, sent = self.there()
        assert numbers(self.file) == recorded == sent == varsler
        assert [said["nummer"] for said in self.receiver.kept.values()] == varsler
        return len(varsler), self.unrecorded, len(self.receiver.sent) - len(varsler)


def run(kind: str, moments: int, seed: int) -> tuple[int, int, int]:
    """So many kills of those who deliver from one journal, in a file or in PostgreSQL; what `Run.end` says."""
    random = Random(seed)
    found = programs() if kind == "postgres" else None
    assert found or kind == "fil", "PostgreSQL is not installed"
    server = Server(found) if found else None
    try:
        with tempfile.TemporaryDirectory() as folder, Receiver() as receiver:
            place = server.url() if server else str(Path(folder) / "journal.db")
            running = Run(place, Path(folder) / "varsler.jsonl", receiver, random, server)
            for _ in range(moments):
                running.moment()
            return running.end()
    finally:
        if server:
            server.remove()


if __name__ == "__main__":
    kind, moments, *seed = sys.argv[1:]
    varsler, unrecorded, again = run(kind, int(moments), int(*seed or ["0"]))
    print(  # noqa: T201
        f"{kind}: killed {moments} times, {varsler} varsler, each in the file once and in order; {unrecorded} kills"
        f" fell between a line and its record; {again} were sent again to the program, which kept each key once"
    )
