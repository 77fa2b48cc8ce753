"""Which rammeværker and features a word on the command line stands for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rammevaerk.diagnostics import Diagnostic, Refused, did_you_mean
from rammevaerk.names import listed

RULES: Final = (".yaml", ".yml")
FEATURES: Final = ".feature"


@dataclass(frozen=True, slots=True)
class Sted:
    """The rule files of a rammeværk, its features, or both."""

    rules: Path | None
    features: tuple[Path, ...] = ()


def places(words: tuple[str, ...], features: str = "") -> tuple[Sted, ...]:
    """What each word stands for; without any, every shipped rammeværk. Raises `Refused`."""
    from rammevaerk.loading import shipped

    found: list[Sted] = []
    faults: list[Diagnostic] = []
    given = _features_in(features, faults) if features else None
    for word in words or shipped():
        try:
            found += _of_word(word, given)
        except Refused as refused:
            faults += refused.diagnostics
    if faults:
        raise Refused(faults)
    return tuple(found)


def _features_in(folder: str, faults: list[Diagnostic]) -> tuple[Path, ...]:
    found = _files(Path(folder), FEATURES)
    if not found:
        message = f"«{folder}» rummer ingen scenarier" if Path(folder).exists() else f"«{folder}» findes ikke"
        faults.append(Diagnostic("B007", message, "scenarier står i filer, der ender på .feature"))
    return found


def _of_word(word: str, given: tuple[Path, ...] | None) -> list[Sted]:
    path = Path(word)
    if not path.exists():
        return [_shipped(word, given)]
    if path.is_file():
        return [Sted(None, (path,)) if path.suffix == FEATURES else Sted(path, given or ())]
    if _rules_in(path):
        return [Sted(path, _beside(path) if given is None else given)]
    inner = [folder for folder in sorted(path.iterdir()) if folder.is_dir() and _rules_in(folder)]
    if inner:
        return [Sted(folder, _beside(folder) if given is None else given) for folder in inner]
    if found := _files(path, FEATURES):
        return [Sted(None, found)]
    raise Refused([Diagnostic("B007", f"«{word}» rummer hverken regelfiler eller scenarier", "skriv en anden mappe")])


def _shipped(word: str, given: tuple[Path, ...] | None) -> Sted:
    from rammevaerk.loading import SHIPPED, shipped

    if word not in shipped():
        known = list(shipped())
        help_line = did_you_mean(word, known) or f"rammeværkerne er {listed([f'«{name}»' for name in known])}"
        raise Refused([Diagnostic("B007", f"«{word}» er hverken en fil, en mappe eller et rammeværk", help_line)])
    own = _files(SHIPPED / "features" / word, FEATURES)
    return Sted(SHIPPED / "rules" / word, own if given is None else given)


def _beside(rules: Path) -> tuple[Path, ...]:
    """The features of `rules/<name>` stand in `features/<name>`."""
    rules = rules.resolve()
    return _files(rules.parent.parent / "features" / rules.name, FEATURES)


def rules_beside(feature: Path) -> Path | None:
    """The rule files that a feature speaks of, where the two folders stand side by side."""
    folder = feature.resolve().parent
    rules = folder.parent.parent / "rules" / folder.name
    return rules if folder.parent.name == "features" and rules.is_dir() else None


def _rules_in(folder: Path) -> bool:
    return any(path.suffix in RULES for path in folder.iterdir() if path.is_file())


def _files(folder: Path, suffix: str) -> tuple[Path, ...]:
    if folder.is_file():
        return (folder,) if folder.suffix == suffix else ()
    return tuple(sorted(folder.rglob(f"*{suffix}"))) if folder.is_dir() else ()
