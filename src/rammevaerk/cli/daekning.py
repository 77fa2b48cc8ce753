"""`dækning`: for each klausul its kind, its rules, and how many scenarier show each udfald."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Option, Verb
from rammevaerk.cli.rammer import Sted, places
from rammevaerk.diagnostics import Diagnostic, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.checks.feature import Feature

_MISSING: Final = 1
_FEATURES: Final = Option("features", "mappen med scenarier, når den ikke står ved siden af reglerne", "MAPPE")
_FORMAT: Final = Option("format", "tekst (som standard) eller json", "FORMAT", "f", ("tekst", "json"))
_ABOUT: Final = """
Viser for hver klausul, hvor den står i papiret, hvad slags den er, hvor mange regler den har,
og hvor mange scenarier der viser hvert udfald. Udfald, der kan forekomme og ikke er vist, nævnes.

Koden er 0, når alt er dækket, og 1, når noget mangler.

Eksempel:
  rammevaerk dækning odense-2022
"""


def _run(arguments: Arguments) -> int:
    from rammevaerk.api import load
    from rammevaerk.checks.daekning import coverage
    from rammevaerk.presentation.daekning import coverage_as_json, write_coverage
    from rammevaerk.presentation.page import page_for

    sted = _one(arguments)
    assert sted.rules  # noqa: S101 - _one refuses a place without
    daekning = coverage(load(sted.rules), list(_features(sted)))
    if arguments.one("format", "tekst") == "json":
        print(json.dumps(coverage_as_json(daekning), ensure_ascii=False, indent=2))
    else:
        print(write_coverage(daekning, page_for(sys.stdout)))
    return 0 if daekning.complete else _MISSING


def _one(arguments: Arguments) -> Sted:
    found = places(arguments.words, arguments.one("features")) if arguments.words else ()
    if len(found) != 1 or not found[0].rules:
        raise Refused([Diagnostic("B005", "skriv ét rammeværk", "fx «rammevaerk dækning odense-2022»")])
    return found[0]


def _features(sted: Sted) -> Iterator[Feature]:
    """The features of the place; one that cannot be read shows nothing and is refused."""
    from rammevaerk.checks.gherkin import read_feature
    from rammevaerk.documents import read_bytes

    faults: list[Diagnostic] = []
    for path in sted.features:
        feature, found = read_feature(read_bytes(path), str(path))
        faults += found
        if feature:
            yield feature
    if faults:
        raise Refused(faults)


VERB: Final = Verb(
    name="dækning",
    words="RAMMEVÆRK [--features MAPPE] [--format FORMAT]",
    summary="vis, hvilke klausuler og udfald scenarierne viser",
    about=_ABOUT,
    options=(_FEATURES, _FORMAT),
    run=_run,
)
