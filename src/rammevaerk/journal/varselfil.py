"""Varsler to a file of JSON lines, each in it once and whole, whenever the run or the power stops.

The file itself says what has been written: a last line that is not whole is cut off, and one that is, is not written
again. A line is on the disk before it is recorded as delivered, so at most the last of the file is not recorded.
"""

from __future__ import annotations

import errno
import json
import os
import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from time import sleep
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.journal.chain import LARGEST_NUMBER
from rammevaerk.journal.kanal import KEYS, varsel_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import FileIO

    from rammevaerk.journal.kanal import Give, HashOf
    from rammevaerk.journal.post import Post

_BEGINNING: Final = b'{"nummer":'
"""How every line begins; who points at a file that begins otherwise has pointed at the wrong one."""
_CHUNK: Final = 1 << 16
_LONGEST: Final = 1 << 26
"""Bytes in a line, at most: more than the largest entry makes."""
_PATIENCE: Final = 30
"""Seconds to wait for another that is delivering to the file."""
_PAUSE: Final = 0.02
_NO_ROOM: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class _Sidste(NamedTuple):
    """The last line of a file."""

    nummer: int
    hash: str


@dataclass(frozen=True)
class Varselfil:
    """A file that varsler are put at the end of. It may be moved away and begun anew; the folder must be there."""

    sti: str | Path
    navn: ClassVar[str] = "fil"

    @property
    def modtager(self) -> str:
        """The whole path."""
        return str(Path(self.sti).resolve())

    @contextmanager
    def opened(self, hash_of: HashOf) -> Iterator[Give]:
        """The file, held so that nobody else delivers to it, and mended where something was cut short."""
        path = self.modtager
        with _file(path) as file:
            _hold(file, path)
            with _told(path):
                last = _End(file, path).mended(hash_of)
            yield lambda varsel: self._give(file, last, varsel)

    def _give(self, file: FileIO, last: _Sidste | None, varsel: Post) -> None:
        if last and varsel.nummer < last.nummer:
            message = f"den har varslet i post {last.nummer}, men ifølge journalen ikke det i post {varsel.nummer}"
            raise _unfit(self.modtager, message)
        if last is None or varsel.nummer > last.nummer:
            with _told(self.modtager):
                _append(file, varsel_line(varsel))


@contextmanager
def _file(path: str) -> Iterator[FileIO]:
    """Opened to be read and added to; only a plain file."""
    with _opened(path) as file:
        if not S_ISREG(os.fstat(file.fileno()).st_mode):
            raise _unfit(path, "den er ikke en almindelig fil")
        yield file


def _opened(path: str) -> FileIO:
    with _told(path):
        return Path(path).open("a+b", buffering=0)


def _hold(file: FileIO, path: str) -> None:
    """Wait for another that delivers to the file; the lock goes with the process, however that ends."""
    for _ in range(int(_PATIENCE / _PAUSE)):
        with _told(path), suppress(BlockingIOError, PermissionError):
            _lock(file)
            return
        sleep(_PAUSE)
    help_ = "varslerne venter; prøv igen, når den er færdig"
    raise Refused([Diagnostic("J024", f"en anden er ved at aflevere varsler til «{path}»", help_)])


if sys.platform == "win32":
    import msvcrt

    def _lock(file: FileIO) -> None:
        file.seek(_LONGEST * _LONGEST)  # far beyond the end, for what is locked cannot be read
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: FileIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@dataclass(frozen=True)
class _End:
    """The end of a file, looked at before anything is written."""

    file: FileIO
    path: str

    def mended(self, hash_of: HashOf) -> _Sidste | None:
        """The last varsel in the file, which is then on the disk. Nothing is done to a file that is not ours."""
        size = end = self.file.seek(0, os.SEEK_END)
        self._check_beginning()
        line = self._line_before(end)
        if self._torn(line):
            end -= len(line)
            line = self._line_before(end)
        last = self._read(line) if line else None
        if last and hash_of(last.nummer) != last.hash:
            raise _unfit(self.path, f"varslet i post {last.nummer} er ikke fra denne journal")
        if end < size:
            self.file.truncate(end)
        if line and not line.endswith(b"\n"):
            _write(self.file, b"\n")  # that was all it lacked
        self._sync()
        return last

    def _check_beginning(self) -> None:
        self.file.seek(0)
        if not _begun(self.file.read(len(_BEGINNING))):
            raise _unfit(self.path, "den rummer noget andet end varsler")

    def _line_before(self, end: int) -> bytes:
        size = _CHUNK
        while size <= _LONGEST:
            start = max(0, end - size)
            self.file.seek(start)
            data = self.file.read(end - start)
            cut = data.rfind(b"\n", 0, -1)
            if cut >= 0 or start == 0:
                return data[cut + 1 :]
            size *= 2
        raise _unfit(self.path, "den sidste linje er længere, end noget varsel kan være")

    def _torn(self, line: bytes) -> bool:
        """Whether it is what is left of a line whose writing was cut short; a disk may leave noughts of it."""
        return b"\0" in line or (_begun(line) and not line.endswith(b"\n") and _as_json(line) is None)

    def _read(self, line: bytes) -> _Sidste:
        said = _as_json(line)
        if isinstance(said, dict) and tuple(said) == KEYS:
            nummer, hash_ = said["nummer"], said["hash"]
            if type(nummer) is int and 0 < nummer < LARGEST_NUMBER:
                return _Sidste(nummer, hash_)
        raise _unfit(self.path, "den sidste linje er ikke et varsel")

    def _sync(self) -> None:
        """What is in the file, and that there is such a file."""
        _sync(self.file.fileno())
        if sys.platform != "win32":
            folder = os.open(Path(self.path).parent, os.O_RDONLY)
            try:
                _sync(folder)
            finally:
                os.close(folder)


def _begun(data: bytes) -> bool:
    """Whether the beginning is that of a line of ours, as far as it goes."""
    return _BEGINNING.startswith(data[: len(_BEGINNING)])


def _as_json(line: bytes) -> object:
    """What the line says; None when it is no whole JSON."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _append(file: FileIO, data: bytes) -> None:
    """The whole line on the disk, or nothing of it."""
    end = file.seek(0, os.SEEK_END)
    try:
        _write(file, data)
        _sync(file.fileno())
    except OSError:
        with suppress(OSError):
            file.truncate(end)
            _sync(file.fileno())
        raise


def _write(file: FileIO, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]


def _sync(number: int) -> None:
    os.fsync(number)


@contextmanager
def _told(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _fault(path, error) from error


def _fault(path: str, error: OSError) -> Refused:
    if error.errno in _NO_ROOM:
        help_ = "varslet er ikke leveret, og dem efter det venter; skaf plads, og prøv igen"
        return Refused([Diagnostic("J023", f"der er ikke plads til flere varsler i «{path}»", help_)])
    why = {
        FileNotFoundError: "mappen findes ikke",
        IsADirectoryError: "den er en mappe",
        PermissionError: "der må ikke skrives i den",
    }
    return _unfit(path, why.get(type(error), "den kan ikke læses eller skrives"))


def _unfit(path: str, why: str) -> Refused:
    help_ = "varslerne venter; ret det, eller skriv en ny fil, som så får dem alle fra det første"
    return Refused([Diagnostic("J022", f"«{path}» kan ikke bruges til varsler: {why}", help_)])
