"""Compiled rule files kept between runs: reading them takes lark, ruamel.yaml and pint, judging by them does not.

A kept rammeværk is found by the content of its rule files and by this package's own files, so it can be stale
in neither; whatever goes wrong with the cache, the rule files are read anew.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rammevaerk.model.codec import read_rammevaerk, write_rammevaerk

if TYPE_CHECKING:
    from rammevaerk.model.rammevaerk import Rammevaerk

_MOST: Final = 50
_LARGEST: Final = 20_000_000


def stored(own: str) -> Rammevaerk | None:
    """The rammeværk of rule files with this content hash, if an earlier run kept it.

    Whether what it builds on is still the same, and so its own udgave, is for the reader to see.
    """
    with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        place = _place(own)
        if place.stat().st_size <= _LARGEST:
            found = read_rammevaerk(place.read_text(encoding="utf-8"))
            return found if found.bygger_paa or found.udgave == own else None
    return None


def store(own: str, ramme: Rammevaerk) -> None:
    """Keep the rammeværk for later runs; a folder that cannot be written is no fault of the user's."""
    with suppress(OSError):
        place = _place(own)
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=place.parent, suffix=".ny")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(write_rammevaerk(ramme))
        Path(temporary).replace(place)
        _forget_old(place.parent)


def _place(own: str) -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("rammevaerk", appauthor=False) / f"{own[:24]}-{_package()}.json"


@cache
def _package() -> str:
    """A fingerprint of this package's own files: another version reads the rule files for itself."""
    root = Path(__file__).parent
    files = sorted((*root.rglob("*.py"), *root.rglob("*.lark")))
    seen = ((str(f.relative_to(root)), f.stat().st_mtime_ns, f.stat().st_size) for f in files)
    return hashlib.sha256(repr(list(seen)).encode()).hexdigest()[:16]


def _forget_old(folder: Path) -> None:
    kept = sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime)
    for file in kept[:-_MOST]:
        file.unlink(missing_ok=True)
