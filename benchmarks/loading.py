"""Loading odense-2022 from its rule files, against ruamel.yaml's round-trip parsing of the same files and no more."""

from __future__ import annotations

import os
import sys
import tempfile
from typing import TYPE_CHECKING

from measuring import Row, interleaved, milliseconds, ratio, show
from ruamel.yaml import YAML

import rammevaerk as rv
from rammevaerk import cache
from rammevaerk.loading import find
from rammevaerk.rulefiles.read import rule_files

if TYPE_CHECKING:
    from pathlib import Path
from unittest.mock import patch

ROUNDS = 9
BAR = 4.0
NAME = "odense-2022"


def measure() -> list[Row]:
    """With nothing kept from earlier runs, and with what an earlier run kept."""
    files = rule_files(find(NAME))
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, XDG_CACHE_HOME=folder):
        place = cache._place(rv.load(NAME).udgave)  # noqa: SLF001 - the one way to know what was kept

        def anew() -> rv.Rammevaerk:
            place.unlink(missing_ok=True)
            return rv.load(NAME)

        def kept() -> rv.Rammevaerk:
            assert place.exists()
            return rv.load(NAME)

        assert anew() == kept()
        sides = {"anew": anew, "kept": kept, "ruamel": lambda: [parsed(path) for path in files]}
        spent = interleaved(sides, ROUNDS)
    theirs = spent["ruamel"]
    names = {"anew": "load odense-2022, nothing kept", "kept": "load odense-2022, kept by an earlier run"}
    against = "ruamel.yaml round trip of the files"
    return [
        Row(what, against, milliseconds(spent[side]), milliseconds(theirs), ratio(spent[side], theirs), BAR)
        for side, what in names.items()
    ]


def parsed(path: Path) -> object:
    return YAML().load(path)


if __name__ == "__main__":
    sys.exit(show(measure()))
