"""`dok`: the living documentation as a site of plain files, and everything in one file besides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Option, Verb
from rammevaerk.cli.citater import words_by_ramme
from rammevaerk.cli.judging import read_dato
from rammevaerk.cli.rammer import Sted, places
from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.documents import read_bytes
from rammevaerk.names import listed

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
_WORDS: Final = Option("ord", "papirets ord fra «kilde tilknyt»: en fil eller en mappe, gerne flere", "STI")
_BEFORE: Final = Option("før", "mappen med regelfilerne, som de var sidst; gerne flere", "MAPPE")
_ABOUT: Final = """
Skriver rammerne som sider, alle kan læse: hvad papiret kræver, hvordan kommunen måler det,
reglen på dansk, eksemplerne og hvad der kom ud af dem. Åbn MAPPE/index.html.
Alt står også samlet i én fil, MAPPE/samlet.html. Siderne henter intet fra nettet.
Uden navn vises alle de rammeværker, der følger med.

Uden --resultater står hvert eksempel som ikke kørt. Med --ord citeres papirets egne ord ved siden
af kommunens; uden --ord står de ingen steder. Med --før ses det, hvad der er ændret siden sidst.

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
    rammer = tuple(_ramme(one, results, dato) for one in _shown(arguments))
    _write(Path(out), site(Samling(rammer, dato, koert=bool(results.raekker))))
    print(f"{Path(out, 'index.html')}\n{Path(out, 'samlet.html')}")
    return 0


def _results(file: str) -> Resultater:
    from rammevaerk.presentation.dok.resultater import LARGEST, NOT_RUN, read_results

    return read_results(read_bytes(Path(file), LARGEST), file) if file else NOT_RUN


@dataclass(frozen=True)
class _Vist:
    """One rammeværk that is shown: where it is, its paper's words, and how it was before."""

    sted: Sted
    rules: Path
    ramme: Rammevaerk
    citater: Mapping[str, str]
    before: Rammevaerk | None


def _shown(arguments: Arguments) -> list[_Vist]:
    """What is to be shown. Raises `Refused` when there is nothing, or something is given that belongs to none of it."""
    from rammevaerk.loading import load

    found = [
        (sted, sted.rules, load(sted.rules))
        for sted in places(arguments.words, arguments.one("features"))
        if sted.rules
    ]
    if not found:
        raise Refused(
            [Diagnostic("B005", "intet rammeværk at vise", "skriv et rammeværk eller en mappe med regelfiler")]
        )
    words = words_by_ramme(arguments.every("ord"), {ramme.id: rules for _, rules, ramme in found})
    before = _before(arguments.every("før"), [ramme.id for _, _, ramme in found])
    return [_Vist(sted, rules, ramme, words.get(ramme.id, {}), before.get(ramme.id)) for sted, rules, ramme in found]


def _before(folders: tuple[str, ...], shown: list[str]) -> dict[str, Rammevaerk]:
    """The earlier editions by the rammeværk they are of; where one alone is shown, whatever it was called then."""
    from rammevaerk.loading import load

    found: dict[str, Rammevaerk] = {}
    for folder in folders:
        ramme = load(folder)
        id_ = shown[0] if len(shown) == len(folders) == 1 else ramme.id
        if id_ not in shown:
            message = f"«{folder}» er en udgave af «{ramme.id}», som ikke vises"
            raise Refused([Diagnostic("B007", message, f"der vises {listed(shown)}")])
        found[id_] = ramme
    return found


def _ramme(vist: _Vist, results: Resultater, dato: date) -> Rammeafsnit:
    """The rammeværk of a place with its scenarier. Raises `Refused` with the faults of all of them."""
    from rammevaerk.explanation.editions import find_rettelser
    from rammevaerk.presentation.dok.begreber import begreber_of
    from rammevaerk.presentation.dok.indhold import rammeafsnit
    from rammevaerk.rulefiles.read import LARGEST, read_documents, rule_files

    files = [(str(path), read_bytes(path, LARGEST)) for path in rule_files(vist.rules)]
    features, grupper, believed = _features(vist.sted, vist.ramme, results)
    made = rammeafsnit(
        vist.ramme,
        features,
        grupper,
        begreber_of(read_documents(files)),
        dato,
        foraeldet=bool(results.raekker) and not believed,
    )
    rettelser = find_rettelser(vist.before, vist.ramme) if vist.before else None
    return replace(made, citater=vist.citater, rettelser=rettelser)


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
    words="[RAMMEVÆRK|MAPPE]… -o MAPPE [--resultater FIL] [--dato DATO] [VALG]…",
    summary="skriv rammerne som sider, alle kan læse",
    about=_ABOUT,
    options=(_OUT, _RESULTS, _FEATURES, _DATO, _WORDS, _BEFORE),
    run=_run,
)
