"""`dækning`: for each klausul how many scenarier show each udfald, and for each sentence of the paper its kind."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Option, Verb
from rammevaerk.cli.rammer import Sted, places
from rammevaerk.diagnostics import Diagnostic, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.checks.daekning import Daekning
    from rammevaerk.checks.feature import Feature

_MISSING: Final = 1
_FEATURES: Final = Option("features", "mappen med scenarier, når den ikke står ved siden af reglerne", "MAPPE")
_FORMAT: Final = Option("format", "tekst (som standard) eller json", "FORMAT", "f", ("tekst", "json"))
_ABOUT: Final = """
Viser for hver klausul, hvor den står i papiret, hvad slags den er, hvor mange regler den har,
og hvor mange scenarier der viser hvert udfald. Udfald, der kan forekomme og ikke er vist, nævnes.
Derefter gøres der regnskab: hvilken klausul hvert punktum i papiret hører til, og hvorfor den
har sin art. Hvilke punktummer papiret har, står i filen med dets fingeraftryk.
Uden navn vises alle de rammeværker, der følger med, og hvad de bliver til i alt.

Koden er 0, når alt er dækket, og 1, når noget mangler.

Eksempel:
  rammevaerk dækning odense-2022
"""


def _run(arguments: Arguments) -> int:
    from rammevaerk.presentation.daekning import (
        coverage_as_json,
        total_as_json,
        write_coverage,
        write_total,
    )
    from rammevaerk.presentation.page import page_for

    found = [_daekning(sted) for sted in _places(arguments)]
    if arguments.one("format", "tekst") == "json":
        data = coverage_as_json(found[0]) if len(found) == 1 else total_as_json(found)
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        page = page_for(sys.stdout)
        parts = [write_coverage(one, page) for one in found] + ([write_total(found, page)] if found[1:] else [])
        print(f"\n\n{page.rule()}\n\n".join(parts))
    return 0 if all(one.complete for one in found) else _MISSING


def _places(arguments: Arguments) -> tuple[Sted, ...]:
    found = tuple(sted for sted in places(arguments.words, arguments.one("features")) if sted.rules)
    if not found:
        raise Refused([Diagnostic("B005", "intet rammeværk", "fx «rammevaerk dækning odense-2022»")])
    return found


def _daekning(sted: Sted) -> Daekning:
    from rammevaerk.checks.daekning import coverage
    from rammevaerk.loading import load
    from rammevaerk.rulefiles.kilde.anchors import FILE, read_anchors

    assert sted.rules  # noqa: S101 - a place without is left out
    held = (sted.rules.parent if sted.rules.is_file() else sted.rules) / FILE
    return coverage(load(sted.rules), list(_features(sted)), read_anchors(held) if held.exists() else None)


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
    words="[RAMMEVÆRK|MAPPE]… [--features MAPPE] [--format FORMAT]",
    summary="gør regnskab for papirets punktummer og scenarierne",
    about=_ABOUT,
    options=(_FEATURES, _FORMAT),
    run=_run,
)
