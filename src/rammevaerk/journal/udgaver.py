"""Editions of rule files, kept whole so that an old vurdering can be made again, and found by their content hash."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from rammevaerk.rulefiles.below import below_of
from rammevaerk.rulefiles.read import LARGEST, MOST_FILES, edition, layered, read_documents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from rammevaerk.model.rammevaerk import Rammevaerk

_MOST: Final = MOST_FILES * (LARGEST + 1_000)


@dataclass(frozen=True)
class Udgave:
    """The rule files of a rammeværk, name and bytes, and the editions it is laid on, by the names it calls them."""

    rammevaerk: str
    filer: tuple[tuple[str, bytes], ...]
    under: tuple[tuple[str, Udgave], ...] = ()

    @cached_property
    def hash(self) -> str:
        """The content hash, the same as that of the rammeværk that is read from it."""
        return layered(edition(self.filer), (below.hash for _, below in self.under))

    def layers(self) -> Iterator[Udgave]:
        """It and all it is laid on, the lowest first."""
        for _, below in self.under:
            yield from below.layers()
        yield self


def packed(udgave: Udgave) -> bytes:
    """The files as one: each name and length before its bytes, which is what the content hash is made of."""
    parts = (f"{name}\0{len(data)}\0".encode() + data for name, data in udgave.filer)
    return zlib.compress(b"".join(parts), 9)


def unpacked(data: bytes) -> tuple[tuple[str, bytes], ...]:
    """The files again. Raises ValueError when the bytes are not those that were packed."""
    left = _inflated(data)
    files = []
    while left:
        name, length, rest = left.split(b"\0", 2)
        files.append((name.decode(), rest[: int(length)]))
        left = rest[int(length) :]
    return tuple(files)


def _inflated(data: bytes) -> bytes:
    packing = zlib.decompressobj()
    try:
        found = packing.decompress(data, _MOST)
    except (zlib.error, TypeError) as error:
        raise ValueError("not packed by us") from error
    if not packing.eof:
        raise ValueError("not all that was packed")
    return found


def under_as_json(udgave: Udgave) -> str:
    """What it is laid on, as it is kept beside its files."""
    return json.dumps([[name, below.hash] for name, below in udgave.under], ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Gemt:
    """An edition as it is kept."""

    hash: str
    rammevaerk: str
    under: str
    filer: bytes

    def udgave(self, kept: Mapping[str, Gemt]) -> Udgave:
        """The edition with what it is laid on, among those that are kept."""
        under = tuple((name, kept[hash_].udgave(kept)) for name, hash_ in json.loads(self.under))
        return Udgave(self.rammevaerk, unpacked(self.filer), under)

    @property
    def intact(self) -> bool:
        """Whether these are the files, and what they are laid on, that the hash was made of."""
        try:
            below = [hash_ for _, hash_ in json.loads(self.under)]
            own = hashlib.sha256(_inflated(self.filer)).hexdigest()
        except (ValueError, TypeError):
            return False
        return layered(own, below) == self.hash


def rammevaerk_of(gemt: Gemt, find: Callable[[str], Gemt]) -> Rammevaerk:
    """The rammeværk read again from what was kept. Raises `Refused` when this version cannot read the files."""
    from rammevaerk.passes import rammevaerk_from_documents

    below: Mapping[str, str] = dict(json.loads(gemt.under))
    documents = read_documents(unpacked(gemt.filer))
    under = tuple((one, rammevaerk_of(find(below[one.name]), find)) for one in below_of(documents))
    return rammevaerk_from_documents(documents, gemt.hash, under)
