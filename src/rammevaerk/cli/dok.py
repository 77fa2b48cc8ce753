"""`dok`: the living documentation as a site of plain files, and everything in one file besides."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Option, Verb
from rammevaerk.cli.judging import read_dato
from rammevaerk.cli.rammer import Sted, places
from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.documents import read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from rammevaerk.checks.feature import Feature
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.presentation.dok.indhold import Rammeafsnit
    from rammevaerk.presentation.dok.resultater import Resultater
    from rammevaerk.presentation.dok.scenarier import Gruppe

_OUT: Final = Option("ud", "mappen, siderne skrives i", "MAPPE", "o")
_RESULTS: Final = Option("resultater", "hvad der kom ud af at køre scenarierne", "FIL")
_FEATURES: Final = Option("features", "mappen med scenarier, når den ikke står ved siden af reglerne", "MAPPE")
_DATO: Final = Option("dato", "den dag, siderne viser frister for; ellers i dag", "DATO", "d")
_ABOUT: Final = """
Skriver rammerne som sider, alle kan læse: hvad papiret kræver, hvordan kommunen måler det,
reglen på dansk, eksemplerne og hvad der kom ud af dem. Åbn MAPPE/index.html.
Alt står også samlet i én fil, MAPPE/samlet.html. Siderne henter intet fra nettet.
Uden navn vises alle de rammeværker, der følger med.

Uden --resultater står hvert eksempel som ikke kørt.

Eksempel:
  rammevaerk dok odense-2022 -o sider --resultater resultater.json
"""


def _run(arguments: Arguments) -> int:
    from rammevaerk.presentation.dok.sider import Samling, site

    out = arguments.one("ud")
    faults = [] if out else [Diagnostic("B005", "ingen mappe at skrive i", "skriv fx «-o sider»")]
    dato = read_dato(arguments.one("dato"), faults)
    if faults:
        raise Refused(faults)
    results = _results(arguments.one("resultater"))
    found = [sted for sted in places(arguments.words, arguments.one("features")) if sted.rules]
    if not found:
        raise Refused(
            [Diagnostic("B005", "intet rammeværk at vise", "skriv et rammeværk eller en mappe med regelfiler")]
        )
    rammer = tuple(_ramme(sted, results, dato) for sted in found)
    _write(Path(out), site(Samling(rammer, dato, koert=bool(results.raekker))))
    print(f"{Path(out, 'index.html')}\n{Path(out, 'samlet.html')}")
    return 0


def _results(file: str) -> Resultater:
    from rammevaerk.presentation.dok.resultater import LARGEST, NOT_RUN, read_results

    return read_results(read_bytes(Path(file), LARGEST), file) if file else NOT_RUN


def _ramme(sted: Sted, results: Resultater, dato: date) -> Rammeafsnit:
    """The rammeværk of a place with its scenarier. Raises `Refused` with the faults of all of them."""
    from rammevaerk.api import load
    from rammevaerk.presentation.dok.begreber import begreber_of
    from rammevaerk.presentation.dok.indhold import rammeafsnit
    from rammevaerk.rulefiles.read import LARGEST, read_documents, rule_files

    assert sted.rules  # noqa: S101 - a place without is left out
    ramme = load(sted.rules)
    files = [(str(path), read_bytes(path, LARGEST)) for path in rule_files(sted.rules)]
    features, grupper, believed = _features(sted, ramme, results)
    begreber = begreber_of(read_documents(files))
    return rammeafsnit(ramme, features, grupper, begreber, dato, foraeldet=bool(results.raekker) and not believed)


def _features(sted: Sted, ramme: Rammevaerk, results: Resultater) -> tuple[list[Feature], tuple[Gruppe, ...], bool]:
    """The features of a place, their groups, and whether the results are of just these."""
    from rammevaerk.checks.gherkin import read_feature
    from rammevaerk.presentation.dok.resultater import NOT_RUN
    from rammevaerk.presentation.dok.scenarier import Laesning

    features: list[Feature] = []
    grupper: list[Gruppe] = []
    faults: list[Diagnostic] = []
    all_believed = True
    for path in sted.features:
        data, name = read_bytes(path), f"{path.parent.name}/{path.name}"
        feature, found = read_feature(data, str(path))
        faults += found
        believed = results.believed(name, data, path.parent.name, ramme.udgave)
        all_believed = all_believed and believed
        if feature and not found:
            features.append(feature)
            grupper += Laesning(name, results if believed else NOT_RUN).grupper(data)
    if faults:
        raise Refused(faults)
    return features, tuple(grupper), all_believed


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


VERB: Final = Verb(
    name="dok",
    words="[RAMMEVÆRK|MAPPE]… -o MAPPE [--resultater FIL] [--dato DATO]",
    summary="skriv rammerne som sider, alle kan læse",
    about=_ABOUT,
    options=(_OUT, _RESULTS, _FEATURES, _DATO),
    run=_run,
)
