"""`tjek`: every fault of rule files and scenarier, without judging anything."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Option, Verb
from rammevaerk.cli.rammer import Sted, places, rules_beside
from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.facts.numbers import counted
from rammevaerk.names import listed

if TYPE_CHECKING:
    from pathlib import Path

    from rammevaerk.model.rammevaerk import Rammevaerk

FAULTS_FOUND: Final = 1
_FEATURES: Final = Option("features", "mappen med scenarier, når den ikke står ved siden af reglerne", "MAPPE")
_ABOUT: Final = """
Læser regelfiler og scenarier og viser alle fejl på én gang, hver med fil, linje og råd.
Uden navn tjekkes alle de rammeværker, der følger med.

Koden er 0, når der ingen fejl er, 1, når der er fejl, og 2, når noget slet ikke findes.

Eksempel:
  rammevaerk tjek odense-2022
  rammevaerk tjek rules/odense-2022/mål.yaml
"""


@dataclass
class _Tjek:
    """What has been read so far, and what was wrong with it."""

    faults: list[Diagnostic] = field(default_factory=list)
    rammer: list[Rammevaerk] = field(default_factory=list)
    features: int = 0
    scenarier: int = 0

    def place(self, sted: Sted) -> None:
        """One rammeværk with its features; the features are held against its klausuler when it could be read."""
        ramme = self.rules(sted.rules) if sted.rules else None
        if ramme:
            self.rammer.append(ramme)
        for path in sted.features:
            beside = None if sted.rules else rules_beside(path)
            known = ramme or (self.rules(beside) if beside else None)
            self.feature(path, list(known.klausuler) if known else None)

    def rules(self, path: Path) -> Rammevaerk | None:
        from rammevaerk.checks import CHECKS
        from rammevaerk.loading import load

        try:
            ramme = load(path)
        except Refused as refused:
            self.faults += refused.diagnostics
            return None
        for check in CHECKS:
            self.faults += check(ramme)
        return ramme

    def feature(self, path: Path, klausuler: list[str] | None) -> None:
        from rammevaerk.checks.gherkin import read_feature
        from rammevaerk.checks.scenarier import check_feature
        from rammevaerk.documents import read_bytes
        from rammevaerk.loading import SHIPPED

        shown = str(path.relative_to(SHIPPED)) if path.is_relative_to(SHIPPED) else str(path)
        self.features += 1
        try:
            data = read_bytes(path)
        except Refused as refused:
            self.faults += refused.diagnostics
            return
        self.faults += check_feature(data, shown, klausuler)
        feature, _ = read_feature(data, shown)
        self.scenarier += sum(1 for one in feature.scenarier for _ in one.rows()) if feature else 0


def _run(arguments: Arguments) -> int:
    tjek = _Tjek()
    for sted in places(arguments.words, arguments.one("features")):
        tjek.place(sted)
    faults = list(dict.fromkeys(tjek.faults))
    if not faults:
        print(_summary(tjek))
        return 0
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"\n{len(faults)} fejl.", file=sys.stderr)
    return FAULTS_FOUND


def _summary(tjek: _Tjek) -> str:
    """What was looked at, so that an empty folder does not look like a good one."""
    parts = []
    for ramme in tjek.rammer:
        klausuler = counted(len(ramme.own), "klausul", "klausuler")
        rules = sum(not r.ramme for r in ramme.regler) + sum(not r.ramme for r in ramme.portefoelje)
        parts.append(f"{ramme.id} med {klausuler} og {counted(rules, 'regel', 'regler')}")
    if tjek.features:
        files = counted(tjek.features, "fil", "filer")
        parts.append(f"{files} med {counted(tjek.scenarier, 'scenarie', 'scenarier')}")
    return f"Ingen fejl: {listed(parts)}."


VERB: Final = Verb(
    name="tjek",
    words="[RAMMEVÆRK|MAPPE|FIL]… [--features MAPPE]",
    summary="find fejl i regelfiler og scenarier",
    about=_ABOUT,
    options=(_FEATURES,),
    run=_run,
)
