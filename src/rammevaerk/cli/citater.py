"""The paper's own words on the command line: where the user keeps them, and whose they are."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Diagnostic, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rammevaerk.cli.judging import Sag

ENDING: Final = ".kilde.json"
"""`kilde tilknyt` names a file by the rammeværk and this."""


def own_folder() -> Path:
    """Where the user's own files go when no folder is named."""
    from platformdirs import user_data_path

    return user_data_path("rammevaerk", appauthor=False) / "kilder"


def words_of(sag: Sag, given: tuple[str, ...]) -> dict[str, Mapping[str, str]]:
    """For each rammeværk, by its udgave, the words from the files that were named.

    Where none was, those in the user's own folder are taken, where they are of the same edition.
    Raises `Refused` only for files that were named; of one that was found it is told why it is not used.
    """
    named = words_by_ramme(given, {ramme.id: sag.written[ramme.udgave] for ramme in sag.rammer}) if given else None
    return {
        ramme.udgave: _found(sag.written[ramme.udgave], ramme.id) if named is None else named.get(ramme.id, {})
        for ramme in sag.rammer
    }


def _found(name: str, id_: str) -> Mapping[str, str]:
    from rammevaerk.loading import citater

    own = own_folder() / f"{id_}{ENDING}"
    if not own.is_file():
        return {}
    try:
        return citater(name, own)
    except Refused as refused:
        print("Papirets egne ord vises ikke.", *refused.diagnostics, sep="\n", file=sys.stderr)
        return {}


def words_by_ramme(given: tuple[str, ...], places: Mapping[str, str | Path]) -> dict[str, Mapping[str, str]]:
    """For each shown rammeværk the words from the files and folders that were named.

    A folder may hold more papers than are shown. Raises `Refused` with every fault of all of them.
    """
    from rammevaerk.loading import citater

    found: dict[str, Mapping[str, str]] = {}
    faults: list[Diagnostic] = []
    for named in given:
        try:
            for id_, file in _files(Path(named), list(places)):
                found[id_] = citater(places[id_], file)
        except Refused as refused:
            faults += refused.diagnostics
    if faults:
        raise Refused(faults)
    return found


def _files(named: Path, shown: list[str]) -> Iterator[tuple[str, Path]]:
    """The files that a word stands for, each with its rammeværk."""
    from rammevaerk.names import listed
    from rammevaerk.rulefiles.kilde.anchors import read_ankerfil

    files = sorted(named.glob(f"*{ENDING}")) if named.is_dir() else [named]
    found = [(read_ankerfil(file).ramme, file) for file in files]
    wanted = [(id_, file) for id_, file in found if id_ in shown]
    if not wanted:
        message = f"«{named}» har ikke papirets ord til noget af det, der vises"
        raise Refused([Diagnostic("B007", message, f"der vises {listed(shown)}")])
    yield from wanted
