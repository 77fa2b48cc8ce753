"""Files and texts → aktiviteter: JSON, JSON lines, YAML and tables, every fault of all of them at once."""

from __future__ import annotations

import json
from collections.abc import Mapping as AbstractMapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from pydantic import BaseModel

from rammevaerk.diagnostics import Diagnostic, Refused, Span
from rammevaerk.documents import Mapping, Node, Scalar, Sequence, decode, read_bytes, tree_of_json, tree_of_yaml
from rammevaerk.documents.text import clean, unopened
from rammevaerk.facts.aktivitet import Aktivitet
from rammevaerk.facts.json_reading import gathered, of_document, read_json_text, read_one, tried
from rammevaerk.facts.numbers import write_number
from rammevaerk.facts.sheets import TABLES
from rammevaerk.facts.units import Maengde, write_quantity
from rammevaerk.facts.values import MOST_FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rammevaerk.facts.kinds import Oplysning

Form = Literal["json", "yaml", "jsonl"]

JSON_LIMIT: Final = 20_000_000
YAML_LIMIT: Final = 2_000_000
LINE_LIMIT: Final = 5_000_000
_FORMS: Final[dict[str, Form]] = {".json": "json", ".yaml": "yaml", ".yml": "yaml", ".jsonl": "jsonl"}
_LIMITS: Final[dict[Form, int]] = {"json": JSON_LIMIT, "jsonl": JSON_LIMIT, "yaml": YAML_LIMIT}


def read_all(given: Iterable[Any], own: Iterable[Oplysning] = ()) -> tuple[Aktivitet, ...]:
    """Every aktivitet of all the files and frames; all faults of all at once, and an id used twice is one.

    `own` are facts that rammeværker have declared; in tables they may stand under their bare names.
    """
    known = tuple(own)
    sources = [Path(one) if isinstance(one, str) else one for one in given]
    found: list[Aktivitet] = []
    faults: list[Diagnostic] = []
    where: dict[str, list[int]] = {}
    for number, one in enumerate(sources):
        try:
            for aktivitet in read_aktiviteter(one, known):
                found.append(aktivitet)
                where.setdefault(aktivitet.id, []).append(number)
        except Refused as refused:
            faults += refused.diagnostics
    twice = {id_: numbers for id_, numbers in where.items() if len(numbers) > 1}
    for number in sorted({number for numbers in twice.values() for number in numbers}):
        faults += _same_id(sources[number], known, {id_ for id_, numbers in twice.items() if number in numbers})
    if faults:
        raise Refused(dict.fromkeys(faults))
    return tuple(found)


def read_aktiviteter(given: Any, own: Iterable[Oplysning] = ()) -> Iterator[Aktivitet]:  # noqa: ANN401 - path or frame
    """The aktiviteter of one file. JSON lines are yielded as they are read and refused, all faults, at the end."""
    if _is_table(given):
        from rammevaerk.facts.sheets.reading import read_table

        return iter(read_table(given, own))
    path = Path(given)
    form = _FORMS.get(path.suffix.casefold())
    if form is None:
        message = f"filtypen «{path.suffix or path.name}» kan ikke læses"
        help_line = "brug .xlsx, .csv, .parquet, .json, .jsonl eller .yaml"
        raise Refused([Diagnostic("F013", message, help_line, Span(str(path)))])
    if form == "jsonl":
        return _read_lines(path)
    data = read_bytes(path, _LIMITS[form])
    return iter(_read(decode(data, str(path), _LIMITS[form]), str(path), form))


def read_text(text: str | bytes, source: str = "tekst", form: Form = "json") -> tuple[Aktivitet, ...]:
    """The aktiviteter of a text: one, a list, or one on each line."""
    whole = decode(text, source, _LIMITS[form]) if isinstance(text, bytes) else _clean(text, source, _LIMITS[form])
    if form == "jsonl":
        lines = enumerate(whole.split("\n"), 1)
        return gathered(tried(line, source, (number, 1)) for number, line in lines if line.strip())
    return _read(whole, source, form)


def aktivitet_from(data: AbstractMapping[str, Any] | Aktivitet, source: str = "") -> Aktivitet:
    """An aktivitet from Python data, as the API takes it: dates, decimals and amounts beside what JSON has."""
    if isinstance(data, Aktivitet):
        return data
    name = source or _named(data)
    try:
        text = json.dumps(dict(data), default=_as_json, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError, RecursionError):
        message = "aktiviteten rummer noget, der ikke er en oplysning"
        raise Refused([Diagnostic("F012", message, "brug tekst, tal, ja/nej, datoer og lister", Span(name))]) from None
    return read_one(_clean(text, name, JSON_LIMIT), name, placed=False)


def _clean(text: str, source: str, limit: int) -> str:
    """A text already decoded, held to the same as one from a file."""
    if len(text) > limit:
        raise Refused([Diagnostic("D001", f"teksten har mere end {limit} tegn", "del den op", Span(source))])
    return clean(text.removeprefix("\ufeff"), source)


def _read(text: str, source: str, form: Form) -> tuple[Aktivitet, ...]:
    return of_document(tree_of_yaml(text, source), source) if form == "yaml" else read_json_text(text, source)


def _read_lines(path: Path) -> Iterator[Aktivitet]:
    """JSON lines, one at a time: memory is that of a line, however long the file."""
    faults: list[Diagnostic] = []
    for number, line in _lines(path):
        try:
            text = decode(line, str(path), LINE_LIMIT)
        except Refused as refused:
            faults += [_moved(fault, number) for fault in refused.diagnostics]
            continue
        if text.strip():
            one = tried(text, str(path), (number, 1))
            if isinstance(one, Aktivitet):
                yield one
            else:
                faults += one.diagnostics
        if len(faults) >= MOST_FAULTS:
            break
    if faults:
        raise Refused(faults)


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Numbered lines; one that is too long ends the reading."""
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(LINE_LIMIT + 1):
                number += 1
                yield number, line
                if len(line) > LINE_LIMIT:
                    return
    except OSError as error:
        raise unopened(path, error) from None


def _moved(fault: Diagnostic, line: int) -> Diagnostic:
    """A fault of a line by itself, at the line's place in its file."""
    if fault.span is None:
        return fault
    return Diagnostic(fault.code, fault.message, fault.help, Span(fault.span.source, line, fault.span.column))


def _same_id(given: Any, own: tuple[Oplysning, ...], ids: set[str]) -> list[Diagnostic]:  # noqa: ANN401 - the same
    """Where in a file those ids stand; the file is read once more, for places are not kept with facts."""
    faults = []
    for tree in trees_in(given, own):
        id_ = tree.get("id") if isinstance(tree, Mapping) else None
        if isinstance(id_, Scalar) and id_.text.strip() in ids:
            help_line = "giv hver aktivitet sit eget id, eller slet gentagelsen"
            faults.append(
                Diagnostic("F011", f"id «{id_.text.strip()}» bruges af flere aktiviteter", help_line, id_.span)
            )
    return faults


def _is_table(given: Any) -> bool:  # noqa: ANN401 - a path or a frame
    return not isinstance(given, str | Path) or Path(given).suffix.casefold() in TABLES


def trees_in(given: Any, own: Iterable[Oplysning] = ()) -> Iterator[Node]:  # noqa: ANN401 - a path or a frame
    """The tree of each aktivitet of a file that has been read before, with its places."""
    if _is_table(given):
        from rammevaerk.facts.sheets.reading import table_trees

        yield from table_trees(given, own)
        return
    path = Path(given)
    form = _FORMS[path.suffix.casefold()]
    if form == "jsonl":
        for number, line in _lines(path):
            if line.strip():
                yield tree_of_json(decode(line, str(path), LINE_LIMIT), str(path), (number, 1))
        return
    text = decode(read_bytes(path, _LIMITS[form]), str(path), _LIMITS[form])
    tree = tree_of_yaml(text, str(path)) if form == "yaml" else tree_of_json(text, str(path))
    yield from tree.items if isinstance(tree, Sequence) else [tree] if tree else []


def _named(data: AbstractMapping[str, Any]) -> str:
    id_ = data.get("id")
    return id_ if isinstance(id_, str) and id_ else "aktivitet"


def _as_json(value: object) -> object:
    """Python values that JSON does not have, as they are written in files."""
    if isinstance(value, Maengde):
        return write_quantity(value)
    if isinstance(value, Decimal) and value.is_finite():
        return write_number(value)
    if isinstance(value, date) and type(value) is date:
        return value.isoformat()
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    if isinstance(value, AbstractMapping):
        return dict(value)
    raise TypeError
