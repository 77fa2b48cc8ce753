"""A PostgreSQL server of our own, on a socket in a folder of its own; no port, no password, nothing left behind.

pytest-postgresql starts the server as whoever runs the tests, and PostgreSQL refuses to be run by root, as CI does:
there the server is started as the user that Debian's package makes for it.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from time import sleep

import psycopg

WAITS = 600
PAUSE = 0.05
REQUIRED = "RAMMEVAERK_KRAEV_POSTGRES"
"""Set where a missing server is a fault and not a reason to skip."""


def programs() -> Path | None:
    """The folder with PostgreSQL's server programs, the newest there is."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("postgres")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


class Server:
    """Started with `start`, stopped with `stop`; `kill` ends every process of it at once, as a crash would."""

    def __init__(self, bin_: Path, *, fsync: bool = True) -> None:
        self._bin = bin_
        self._fsync = fsync
        self._as = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        self.folder = Path(tempfile.mkdtemp(prefix="rammevaerk-pg-"))
        if self._as:
            shutil.chown(self.folder, "postgres")
        self._data = self.folder / "data"
        self._run("initdb", "-D", str(self._data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
        self.start()

    def url(self, database: str = "postgres") -> str:
        return f"postgresql:///{database}?host={self.folder}&user=postgres"

    def new_schema(self, name: str) -> str:
        """A schema of its own for a test, by its address; much cheaper than a database."""
        self.say(f"CREATE SCHEMA {name}")
        return f"{self.url()}&options=-csearch_path%3D{name}"

    def new_database(self, name: str) -> str:
        """A database of its own for a test, by its address."""
        self.say(f"CREATE DATABASE {name}")
        return self.url(name)

    def say(self, statement: str) -> None:
        """One statement, by itself."""
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(statement)

    def start(self) -> None:
        """Begin, and again where what a killed server had begun is still ending."""
        self._process = self._begun()
        for _ in range(WAITS):
            if self._answers():
                return
            sleep(PAUSE)
            if self._process.poll() is not None:
                self._process = self._begun()
        raise RuntimeError((self.folder / "log").read_text("utf-8")[-2000:])

    def _begun(self) -> subprocess.Popen[bytes]:
        with (self.folder / "log").open("ab") as log:
            said = (
                "listen_addresses=",
                f"unix_socket_directories={self.folder}",
                f"fsync={'on' if self._fsync else 'off'}",
            )
            settings = [word for one in said for word in ("-c", one)]
            command = [*self._as, str(self._bin / "postgres"), "-D", str(self._data), *settings]
            return subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder)

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self._data), "-m", "immediate", "stop")
        self._process.wait()

    def kill(self) -> None:
        """SIGKILL to the server and all it has started, by their numbers."""
        main = int((self._data / "postmaster.pid").read_text("utf-8").split()[0])
        for number in (main, *_children(main)):
            try:
                os.kill(number, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self._process.wait()

    def remove(self) -> None:
        if self._process.poll() is None:
            self.stop()
        shutil.rmtree(self.folder)

    def _answers(self) -> bool:
        asked = [str(self._bin / "pg_isready"), "-q", "-h", str(self.folder)]
        return subprocess.run(asked, check=False).returncode == 0

    def _run(self, program: str, *words: str) -> None:
        done = subprocess.run(
            [*self._as, str(self._bin / program), *words],
            check=False,
            capture_output=True,
            text=True,
            cwd=self.folder,
        )
        assert done.returncode == 0, done.stderr


def _children(parent: int) -> list[int]:
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(path.parent.name))
    return found
