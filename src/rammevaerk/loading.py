"""The rule files of a rammeværk, by its name or in a folder → the rammeværk, with all that it is laid on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rammevaerk.cache import store, stored
from rammevaerk.diagnostics import Diagnostic, Refused, did_you_mean
from rammevaerk.documents.text import read_bytes
from rammevaerk.rulefiles.below import below_named, below_of
from rammevaerk.rulefiles.read import LARGEST, edition, layered, read_documents, rule_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rammevaerk.journal.udgaver import Udgave
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.rulefiles.below import Below
    from rammevaerk.rulefiles.document import RuleDocument

_DATA = Path(__file__).parent / "_data"
SHIPPED = _DATA if _DATA.is_dir() else Path(__file__).parents[2]
"""Where the shipped `rules` and `features` are: inside the wheel, or in the checkout."""
_MOST_LAYERS: Final = 10


def shipped() -> tuple[str, ...]:
    """The names of the rammeværker that come with the package."""
    return tuple(sorted(place.name for place in (SHIPPED / "rules").iterdir() if place.is_dir()))


def find(name: str | Path) -> Path:
    """The folder or file of a rammeværk: a shipped name, or a path."""
    place = Path(name)
    if place.exists():
        return place
    if str(name) in shipped():
        return SHIPPED / "rules" / str(name)
    help_ = did_you_mean(str(name), shipped()) or "rammeværkerne er " + ", ".join(f"«{n}»" for n in shipped())
    raise Refused([Diagnostic("R001", f"ukendt rammeværk «{name}»", help_)])


def load(name: str | Path, *, register: str | Path = "") -> Rammevaerk:
    """A rammeværk by its name, or from a folder of rule files or one file.

    `register` is a rule file whose registers take the place of the rammeværk's own of the same names and fields.
    Raises `Refused` with every fault of every file, each with its place and how to mend it.
    """
    place = find(name)
    ramme = _load(place, ())
    return _with_registers(ramme, place, Path(register)) if register else ramme


def load_with(name: str | Path, file: str | Path) -> Rammevaerk | None:
    """A rammeværk with another file in the place of the one of that name in its folder; None where there is none."""
    place, other = find(name), Path(file)
    files = _files(place)
    if place.is_file() or other.name not in [Path(source).name for source, _ in files]:
        return None
    data = read_bytes(other, LARGEST)
    files = [(str(other), data) if Path(source).name == other.name else (source, held) for source, held in files]
    return _read(files, edition((Path(source).name, held) for source, held in files), place, ())


def _load(place: Path, above: tuple[Path, ...]) -> Rammevaerk:
    """A rammeværk that those `above` are laid on, if any are."""
    files = _files(place)
    own = edition((Path(source).name, data) for source, data in files)
    kept = stored(own)
    return kept if kept is not None and _as_then(kept, own, place, above) else _read(files, own, place, above)


def _files(place: Path) -> list[tuple[str, bytes]]:
    return [(_shown(path), read_bytes(path, LARGEST)) for path in rule_files(place)]


def _as_then(kept: Rammevaerk, own: str, place: Path, above: tuple[Path, ...]) -> bool:
    """Whether all that a kept rammeværk builds on is still as it was."""
    try:
        below = [_load(_below(name, place), (*above, place)) for name in below_named(kept.bygger_paa)]
    except Refused:
        return False  # it is read anew and told of at its place
    return kept.udgave == layered(own, (ramme.udgave for ramme in below))


def _read(files: list[tuple[str, bytes]], own: str, place: Path, above: tuple[Path, ...]) -> Rammevaerk:
    from rammevaerk.passes import rammevaerk_from_documents

    documents = read_documents(files)
    below = _all_below(documents, place, above)
    udgave = layered(own, (ramme.udgave for _, ramme in below))
    ramme = rammevaerk_from_documents(documents, udgave, below)
    store(own, ramme)
    return ramme


def _all_below(
    documents: tuple[RuleDocument, ...], place: Path, above: tuple[Path, ...]
) -> tuple[tuple[Below, Rammevaerk], ...]:
    """What the rule files say they build on. Raises `Refused` with the faults of all of it."""
    faults: list[Diagnostic] = []
    below = []
    for one in below_of(documents):
        try:
            below.append((one, _load(_checked(_below(one.name, place), (*above, place)), (*above, place))))
        except Refused as refused:
            faults += (replace(fault, span=fault.span or one.span) for fault in refused.diagnostics)
    if faults:
        raise Refused(faults)
    return tuple(below)


def _below(name: str, place: Path) -> Path:
    """What a layer builds on: a folder or file beside it, or one that ships with the package."""
    beside = (place.parent / name, place.parent / f"{name}.yaml")
    return next((path for path in beside if path.exists()), None) or find(name)


def _checked(place: Path, above: tuple[Path, ...]) -> Path:
    """The place, if it is not itself laid on one of those above it."""
    if place.resolve() in [path.resolve() for path in above] or len(above) > _MOST_LAYERS:
        names = " → ".join(f"«{path.name}»" for path in (*above, place))
        help_ = "lad hvert rammeværk kun bygge på noget, der ikke bygger på det selv"
        raise Refused([Diagnostic("R034", f"rammeværkerne bygger på hinanden i ring: {names}", help_)])
    return place


def _with_registers(ramme: Rammevaerk, place: Path, path: Path) -> Rammevaerk:
    """The rammeværk with another file's registers; its udgave is of that file too, for the answers rest on it."""
    from rammevaerk.passes import rammevaerk_from_documents
    from rammevaerk.passes.swapping import swapped

    data = read_bytes(path, LARGEST)
    (other,) = read_documents([(str(path), data)])
    udgave = edition([("", ramme.udgave.encode()), (path.name, data)])
    documents = read_documents(_files(place))
    below = _all_below(documents, place, ())
    return rammevaerk_from_documents(swapped(documents, other, ramme), udgave, below, ramme.registre)


def read_udgave(name: str | Path) -> Udgave:
    """The rule files of a rammeværk and of all it builds on, byte for byte, as the journal keeps them."""
    return _udgave(find(name), load(name).id)


def _udgave(place: Path, id_: str) -> Udgave:
    from rammevaerk.journal.udgaver import Udgave

    files = tuple((path.name, read_bytes(path, LARGEST)) for path in rule_files(place))
    below = [(one.name, _below(one.name, place)) for one in below_of(read_documents(files))]
    return Udgave(id_, files, tuple((written, _udgave(path, load(path).id)) for written, path in below))


def _shown(path: Path) -> str:
    return str(path.relative_to(SHIPPED)) if path.is_relative_to(SHIPPED) else str(path)


def citater(name: str | Path, file: str | Path) -> Mapping[str, str]:
    """The paper's own words of each klausul, from the file that `rammevaerk kilde tilknyt` wrote for the user.

    `name` is as for `load`. A list item stands on a line of its own. Raises `Refused` when the file is of another
    edition of the paper than the fingerprints beside the rule files, or holds another word.
    """
    from rammevaerk.rulefiles.kilde.anchors import FILE, read_anchors
    from rammevaerk.rulefiles.kilde.quoting import quotes, with_words

    place = find(name)
    held = read_anchors((place.parent if place.is_file() else place) / FILE)
    return quotes(load(name), with_words(held, read_anchors(Path(file)), str(file)))
