"""Rule files to `RuleDocument`s: the shape of every object checked against the table of keys, all faults at once."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Diagnostic, Refused, Span, did_you_mean
from rammevaerk.documents import Mapping, Node, Scalar, read_yaml
from rammevaerk.documents import Sequence as Items
from rammevaerk.rulefiles.document import Entry, RuleDocument
from rammevaerk.rulefiles.keys import TOP, Key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

LARGEST: Final = 300_000
LONGEST: Final = 5_000
MOST_FAULTS: Final = 500
MOST_FILES: Final = 200


def rule_files(place: Path) -> tuple[Path, ...]:
    """The rule files of a folder in their names' order, or the one file itself."""
    if place.is_file():
        return (place,)
    files = tuple(sorted(p for p in place.glob("*.y*ml") if p.suffix in (".yaml", ".yml")))
    if not files:
        message = f"«{place}» indeholder ingen regelfiler"
        raise Refused([Diagnostic("R001", message, "en regelfil ender på .yaml", None)])
    if len(files) > MOST_FILES:
        message = f"«{place}» indeholder flere end {MOST_FILES} regelfiler"
        raise Refused([Diagnostic("R001", message, "saml reglerne i færre filer", None)])
    return files


def edition(files: Iterable[tuple[str, bytes]]) -> str:
    """The content hash of rule files: the same whatever the folder is called."""
    digest = hashlib.sha256()
    for name, data in files:
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def layered(own: str, below: Iterable[str]) -> str:
    """The content hash of rule files and of all that they build on; their own alone when they build on nothing."""
    editions = (own, *below)
    return own if len(editions) == 1 else hashlib.sha256("\0".join(editions).encode()).hexdigest()


def read_documents(files: Iterable[tuple[str, bytes]]) -> tuple[RuleDocument, ...]:
    """The documents of named files. Raises `Refused` with every fault of all of them."""
    faults: list[Diagnostic] = []
    documents = []
    for source, data in files:
        try:
            node = read_yaml(data, source, LARGEST)
        except Refused as refused:
            faults += refused.diagnostics
            continue
        documents.append(RuleDocument(source, _top(node, source, faults)))
    if faults:
        raise Refused(faults)
    return tuple(documents)


def _top(node: Node | None, source: str, faults: list[Diagnostic]) -> Entry:
    here = Span(source)
    if not isinstance(node, Mapping):
        faults.append(Diagnostic("R002", "filen har ingen nøgler", "skriv fx «regler:» og reglerne under den", here))
        return Entry(here)
    return _entry(node, TOP, faults)


def _entry(node: Mapping, keys: Sequence[Key], faults: list[Diagnostic], name: Scalar | None = None) -> Entry:
    """An object with known keys."""
    known = {key.name: key for key in keys}
    scalars: dict[str, Scalar] = {}
    lists: dict[str, Items] = {}
    objects: dict[str, tuple[Entry, ...]] = {}
    for label, value in node.items:
        if len(faults) >= MOST_FAULTS:
            break  # more than anybody reads; the rest is told when these are mended
        key = known.get(label.text)
        if key is None:
            help_ = did_you_mean(label.text, known) or "nøglerne her er " + ", ".join(known)
            faults.append(Diagnostic("R003", f"ukendt nøgle «{_short(label.text)}»", help_, label.span))
        elif key.shape == "objekt" or key.many:
            objects[key.name] = tuple(_objects(key, label, value, faults))
        elif isinstance(value, Items) and key.shape in _LISTS:
            faults += _wrong_items(key, value)
            lists[key.name] = value
        elif isinstance(value, Scalar) and key.shape not in _ONLY_LISTS:
            _scalar(key, label, value, scalars, faults)
        else:
            faults.append(_wrong_shape(key, label, value))
    place = name.span if name else node.span
    wrote = {label.text for label, _ in node.items}
    faults += (_missing(key, place) for key in keys if key.required and key.name not in wrote)
    return Entry(place, name, scalars, lists, objects)


def _missing(key: Key, place: Span) -> Diagnostic:
    return Diagnostic("R005", f"«{key.name}» mangler", f"tilføj «{key.name}: …» ({_purpose(key)})", place)


def _wrong_shape(key: Key, label: Scalar, value: Node) -> Diagnostic:
    message = f"under «{key.name}» skal der stå {_in_words(key)}"
    return Diagnostic("R004", message, _how_to_write(key), _place(label, value))


def _empty(name: str, key: Key, label: Scalar, value: Node) -> Diagnostic:
    message = f"der står ikke noget under «{_short(name)}»"
    help_ = "udfyld det" if key.required else "udfyld det, eller slet linjen"
    return Diagnostic("R006", message, f"{help_} ({_purpose(key)})", _place(label, value))


def _place(label: Scalar, value: Node) -> Span:
    """Where the value stands; one that is not there is told of at its key."""
    return label.span if isinstance(value, Scalar) and value.null else value.span


def _purpose(key: Key) -> str:
    return key.meaning[0].lower() + key.meaning[1:].rstrip(".")


def _wrong_items(key: Key, value: Items) -> Iterable[Diagnostic]:
    """What is no text in a list of texts; only a register's entries may say more of themselves."""
    for item in value.items if key.shape != "poster" else ():
        if not isinstance(item, Scalar):
            message = f"hvert punkt under «{key.name}» skal være en enkelt tekst"
            yield Diagnostic("R004", message, _how_to_write(key), item.span)
        elif not item.text.strip():
            yield Diagnostic("R006", f"et punkt under «{key.name}» er tomt", "udfyld det, eller slet det", item.span)


_LISTS: Final = ("tekster", "datoer", "tal i række", "poster", "værdi")
_ONLY_LISTS: Final = ("tekster", "datoer", "tal i række", "poster")


def _scalar(key: Key, label: Scalar, value: Scalar, scalars: dict[str, Scalar], faults: list[Diagnostic]) -> None:
    if not value.text.strip():
        faults.append(_empty(key.name, key, label, value))
    elif len(value.text) > LONGEST:
        message = f"teksten under «{key.name}» er længere end {LONGEST:,} tegn".replace(",", ".")
        faults.append(Diagnostic("R030", message, "skriv den kortere", value.span))
    elif key.options and value.text not in key.options:
        help_ = did_you_mean(value.text, key.options) or "vælg mellem " + ", ".join(f"«{o}»" for o in key.options)
        faults.append(Diagnostic("R007", f"«{key.name}» kan ikke være «{_short(value.text)}»", help_, value.span))
    else:
        scalars[key.name] = value


def _objects(key: Key, label: Scalar, value: Node, faults: list[Diagnostic]) -> Iterable[Entry]:
    """The objects under a key: one, a list of them, or one for each name."""
    if key.many == "liste" and isinstance(value, Items):
        if key.required and not value.items:
            faults.append(_empty(key.name, key, label, value))
        for item in value.items:
            if isinstance(item, Mapping):
                yield _entry(item, key.keys, faults)
            else:
                message = f"hvert punkt under «{key.name}» skal have nøgler"
                faults.append(Diagnostic("R004", message, _how_to_write(key), item.span))
    elif key.many == "navne" and isinstance(value, Mapping):
        for name, item in value.items:
            yield from _named(key, name, item, faults)
    elif not key.many and isinstance(value, Mapping):
        yield _entry(value, key.keys, faults)
    else:
        faults.append(_wrong_shape(key, label, value))


def _named(key: Key, name: Scalar, item: Node, faults: list[Diagnostic]) -> Iterable[Entry]:
    shown = _short(name.text)
    if not name.text.strip():
        faults.append(Diagnostic("R006", f"et navn under «{key.name}» er tomt", "skriv et navn før kolon", name.span))
    elif isinstance(item, Mapping) and key.keys:
        yield _entry(item, key.keys, faults, name)
    elif isinstance(item, Scalar) and not key.keys and item.text.strip():
        yield Entry(name.span, name, {"tekst": item})
    elif isinstance(item, Scalar) and not item.text.strip():
        faults.append(_empty(name.text, key, name, item))
    else:
        wanted = "nøgler" if key.keys else "en enkelt tekst"
        help_ = f"skriv «{shown}: {{{key.keys[0].name}: …}}»" if key.keys else f"skriv «{shown}: …»"
        faults.append(Diagnostic("R004", f"under «{shown}» skal der stå {wanted}", help_, item.span))


def _in_words(key: Key) -> str:
    if key.many or key.shape == "objekt":
        return {"liste": "en liste af punkter med «-»", "navne": "navne med hver sit indhold"}.get(key.many, "nøgler")
    if key.shape == "værdi":
        return "et tal, en mængde, en dato, ja, nej eller en liste"
    return "en liste" if key.shape in _ONLY_LISTS else "en enkelt tekst"


def _how_to_write(key: Key) -> str:
    first = key.keys[0].name if key.keys else ""
    if key.many == "liste":
        return f"skriv «- {first}: …» for hvert punkt"
    if key.many == "navne":
        return f"skriv «navn: {{{first}: …}}» for hvert navn" if first else "skriv «navn: …» på hver sin linje"
    if key.shape == "objekt":
        return f"skriv «{key.name}: {{{first}: …}}»"
    examples = {"tal i række": "[1, 2]", "datoer": "[31.12.2025]", "værdi": "12 måneder"}
    return f"skriv fx «{key.name}: {examples.get(key.shape, '[første, anden]' if key.shape in _ONLY_LISTS else '…')}»"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:60]} …"  # noqa: PLR2004 - a line on the screen
