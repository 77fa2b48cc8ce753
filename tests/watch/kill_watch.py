"""Those who tell a watch, or the server its journal is in, are killed at random moments of a stream.

`python tests/watch/kill_watch.py fil 200` and `python tests/watch/kill_watch.py postgres 200 [SEED]`; the tests run a
few of each. Two tell at once, each of aktiviteter of its own, and both let days pass. Whoever is killed is begun again
at the first thing that was not acknowledged; in the end every event is there once, and the varsler that stand are those
of judging everything anew.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from time import sleep
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from anew import turns_anew
from histories import FIRST, LAST, SPAN, TID, Told, history, ramme

from postgres_server import Server, programs
from rammevaerk.diagnostics import Refused
from rammevaerk.journal.store import Journal
from rammevaerk.loading import read_udgave
from rammevaerk.watch.overvaagning import Overvaagning

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

NAME = "odense-2022"
TELLERS = ("a", "b")
MOST = 4
"""Steps that are acknowledged, at most, before the next kill."""
SLACK = 0.03
"""Seconds in which it then comes, so that it falls anywhere in the next step."""
_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(["rammevaerk.api", "rammevaerk.watch.overvaagning", "sqlalchemy.dialects.sqlite"])


def stream(seed: str, teller: str, steps: int) -> list[list[Told] | date]:
    """What one of them tells, some at a time, with days in between; the same each time it is asked for."""
    random = Random(f"{seed}-{teller}")
    told: list[Told] = []
    while len(told) < steps * 2:
        about = f"{teller}{len(told)}"
        told += (_renamed(one, about) for one in history(random, NAME))
    random.shuffle(told)
    found: list[list[Told] | date] = []
    day = FIRST
    while told:
        found.append([told.pop() for _ in range(min(len(told), random.choice([1, 2, 3])))])
        if random.random() < 0.2:
            day = min(LAST, day + timedelta(random.randrange(max(1, SPAN * 10 // steps))))
            found.append(day)
    return found


def _renamed(one: Told, about: str) -> Told:
    retter = f"{about}-{one.retter}" if one.retter else ""
    return replace(one, id=f"{about}-{one.id}", aktivitet=about, retter=retter)


def tell(place: str, steps: list[list[Told] | date], first: int, acknowledging: Connection) -> None:
    """Tell one step after the other, and acknowledge each; stop when the journal does not answer."""
    try:
        with Journal(place) as journal:
            watch = Overvaagning(ramme(NAME), journal)
            for number, step in enumerate(steps[first:], first):
                if isinstance(step, date):
                    watch.reach(step, TID)
                else:
                    watch.tell([one.indberetning() for one in step], TID)
                acknowledging.send(number + 1)
    except Refused as refused:
        if refused.diagnostics[0].code != "J002":
            raise
    acknowledging.send(None)


@dataclass
class Run:
    """One journal, what is told to its watch, and how far each teller has been acknowledged."""

    place: str
    random: Random
    streams: dict[str, list[list[Told] | date]]
    server: Server | None = None
    reached: dict[str, int] = field(default_factory=lambda: dict.fromkeys(TELLERS, 0))
    kills: int = 0

    def begin(self) -> None:
        with Journal(self.place) as journal:
            journal.keep(read_udgave(NAME), TID)

    def moment(self) -> None:
        """Let both tell for a while, and kill them or the server."""
        tellers = {name: self._teller(name) for name in TELLERS}
        left = self.random.randint(1, MOST)
        while left > 0 and any(self._took(name, told) for name, (_, told) in tellers.items()):
            left -= 1
        sleep(self.random.random() * SLACK)
        if self.server and self.random.random() < 0.5:
            self.server.kill()
            self.server.start()
        else:
            for process, _ in tellers.values():
                process.kill()
        self.kills += 1
        self._gone(tellers)

    def rest(self) -> None:
        """All that has not been acknowledged, by both, without any kill."""
        tellers = {name: self._teller(name) for name in TELLERS}
        for name, (_, told) in tellers.items():
            while self._took(name, told):
                pass
        self._gone(tellers)
        assert self.reached == {name: len(steps) for name, steps in self.streams.items()}

    def _teller(self, name: str) -> tuple[BaseProcess, Connection]:
        told, acknowledging = _PROCESSES.Pipe(duplex=False)
        given = (self.place, self.streams[name], self.reached[name], acknowledging)
        process = _PROCESSES.Process(target=tell, args=given)
        process.start()
        acknowledging.close()
        return process, told

    def _took(self, name: str, told: Connection) -> bool:
        """One acknowledgement; whether there was one."""
        with suppress(EOFError):
            number = told.recv()
            if number is not None:
                assert number > self.reached[name]
                self.reached[name] = number
                return True
        return False

    def _gone(self, tellers: dict[str, tuple[BaseProcess, Connection]]) -> None:
        for name, (process, told) in tellers.items():
            while self._took(name, told):  # what it was about to say when it was killed
                pass
            process.join()
            assert process.exitcode in (0, -signal.SIGKILL)

    def look(self) -> tuple[int, int]:
        """Hold the journal against what was told; how many events and turns there were."""
        told = [one for steps in self.streams.values() for step in steps if isinstance(step, list) for one in step]
        with Journal(self.place, create=False) as journal:
            watch = Overvaagning(ramme(NAME), journal)
            watch.reach(LAST, TID)
            keys = [post.noegle for post in journal.entries(kind="hændelse") if post.aktivitet]
            assert sorted(keys) == sorted({one.id for one in told})
            turns = 0
            for aktivitet in sorted({one.aktivitet for one in told}):
                stands = set(map(tuple, watch.standing(aktivitet)))
                assert stands == turns_anew(told, aktivitet, LAST, NAME), aktivitet
                assert balanced(journal, aktivitet) == len(stands)
                turns += len(stands)
            found = journal.verify()
            assert found.hel, found.fund
        return len(keys), turns


def balanced(journal: Journal, aktivitet: str) -> int:
    """How many varsler stand, counted from the entries: none given while it stood, none taken back that did not."""
    stands: dict[int, tuple[object, ...]] = {}
    for post in journal.entries(aktivitet, "varsel"):
        said = post.indhold["detaljer"]
        if "tager tilbage" in said:
            del stands[said["tager tilbage"]]
            continue
        turn = (post.virkning, said["slags"], said["navn"], said["før"], said["efter"], said["hændelse"])
        assert turn not in stands.values()
        stands[post.nummer] = turn
    return len(stands)


def run(kind: str, moments: int, seed: str) -> tuple[int, int]:
    """So many kills during one stream, in a file or in PostgreSQL; the events there were, and the turns."""
    steps = moments * (MOST + 1) // 2
    streams = {teller: stream(seed, teller, steps) for teller in TELLERS}
    if kind == "fil":
        with tempfile.TemporaryDirectory() as folder:
            return _killed(Run(str(Path(folder) / "journal.db"), Random(seed), streams), moments)
    found = programs()
    assert found, "PostgreSQL is not installed"
    server = Server(found)
    try:
        return _killed(Run(server.url(), Random(seed), streams, server), moments)
    finally:
        server.remove()


def _killed(running: Run, moments: int) -> tuple[int, int]:
    running.begin()
    for _ in range(moments):
        running.moment()
    running.rest()
    return running.look()


if __name__ == "__main__":
    kind, moments, *seed = sys.argv[1:]
    events, turns = run(kind, int(moments), *(seed or ["0"]))
    print(f"{kind}: killed {moments} times, {events} events, each once; {turns} turns, each as judged anew")  # noqa: T201
