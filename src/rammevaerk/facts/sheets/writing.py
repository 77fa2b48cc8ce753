"""Aktiviteter → the sheets that read back as the same: their headings, and a row of cells for each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.diagnostics import Diagnostic, Refused, Span
from rammevaerk.facts.aktivitet import CATALOGUE, SKOEN, Skoen
from rammevaerk.facts.kinds import TEXT, Oplysning
from rammevaerk.facts.numbers import write_number
from rammevaerk.facts.sheets.cells import BETWEEN, NONE_WORD
from rammevaerk.facts.sheets.headings import AKTIVITETER, OWN, RECORDS, UNIT
from rammevaerk.facts.sheets.shape import too_tall
from rammevaerk.facts.units import Maengde, write_quantity
from rammevaerk.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rammevaerk.facts.aktivitet import Aktivitet

Cell = str | Decimal | date | None
LONGEST_CELL: Final = 32_767
"""Signs that Excel has room for in one cell."""
_DIGITS: Final = 15
_FEWER: Final = "skriv færre aktiviteter i regnearket, eller gem dem som .jsonl eller .parquet"
_OWNER: Final = "aktivitet"
_PARTS: Final = {fact.attribute: fact for fact in SKOEN.values() if fact.attribute != "svar"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its heading, the fact it holds and which part of it."""

    title: str
    fact: Oplysning
    part: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A sheet to write."""

    name: str
    headings: tuple[Heading, ...]
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    records: Oplysning | None = None


def written_sheets(aktiviteter: Iterable[Aktivitet], own: Iterable[Oplysning] = ()) -> tuple[Written, ...]:
    """A sheet of the aktiviteter and one for each list of records.

    Raises `Refused` with every value that no cell can hold so that it reads back as the same, and every sheet that has
    more rows than there is room for.
    """
    all_of = tuple(aktiviteter)
    declared = {fold(fact.name): fact for fact in own}
    for one in all_of:
        for name in one.egne:
            declared.setdefault(fold(name), Oplysning(name, name, name, TEXT, own=True))
    facts = [*CATALOGUE.values(), *declared.values()]
    main = Written(AKTIVITETER, tuple(heading for fact in facts for heading in _headings(fact, _raw(fact, all_of))))
    lists = [Written(fact.key, (_OWNER_HEADING, *_of_records(fact)), records=fact) for fact in RECORDS.values()]
    faults: list[Diagnostic] = []
    for one in all_of:
        main.rows.append(_row(one, main.headings, one.id, faults))
        for sheet in lists:
            records = getattr(one, sheet.records.attribute) if sheet.records else ()
            for record in records or ():
                sheet.rows.append((one.id, *_row(record, sheet.headings[1:], one.id, faults)))
    tall = (too_tall("F044", one.name, len(one.rows), _FEWER) for one in (main, *lists))
    faults += filter(None, tall)
    if faults:
        raise Refused(faults)
    return (main, *lists)


_OWNER_HEADING: Final = Heading(_OWNER, Oplysning(_OWNER, _OWNER, "id", TEXT, "Hvilket id har aktiviteten?"))


def _of_records(fact: Oplysning) -> Iterator[Heading]:
    return (heading for one in fact.kind.fields for heading in _headings(one))


def _headings(fact: Oplysning, parts: tuple[str, ...] = ()) -> Iterator[Heading]:
    title = f"{OWN}, {fact.name}" if fact.own else fact.name
    yield Heading(title, fact)
    if fact.kind.skoen or "svaret_af" in parts:
        yield from (Heading(f"{title}, {part.name}", fact, part.attribute) for part in _PARTS.values())
    elif (fact.kind.art == "tal" and fact.kind.unit) or UNIT in parts:
        yield Heading(f"{title}, {UNIT}", fact, UNIT)


def _raw(fact: Oplysning, aktiviteter: Sequence[Aktivitet]) -> tuple[str, ...]:
    """The parts of an own fact whose kind nobody has declared, by what the aktiviteter say."""
    if not fact.own or fact.kind is not TEXT:
        return ()
    kinds = {type(value) for one in aktiviteter for name, value in one.egne.items() if fold(name) == fold(fact.name)}
    return ("svaret_af",) if Skoen in kinds else (UNIT,) if Maengde in kinds else ()


def _row(
    record: Any,  # noqa: ANN401 - an aktivitet or a record
    headings: Sequence[Heading],
    id_: str,
    faults: list[Diagnostic],
) -> tuple[Cell, ...]:
    egne = {fold(name): value for name, value in getattr(record, "egne", {}).items()}
    cells = []
    for heading in headings:
        fact = heading.fact
        value = egne.get(fold(fact.name)) if fact.own else getattr(record, fact.attribute)
        if not fact.own and fact.attribute not in record.model_fields_set:
            value = None  # a bidrag that follows from the amounts
        cell = _cell(value, heading.part)
        if (isinstance(cell, str) and len(cell) > LONGEST_CELL) or _ambiguous(value):
            message = f"{fact.key}: værdien kan ikke stå i en celle"
            help_line = f"et punkt i en liste må hverken have «{BETWEEN}» i sig eller være «{NONE_WORD}»"
            faults.append(Diagnostic("F043", message, help_line, Span(id_)))
        cells.append(cell)
    return tuple(cells)


def _ambiguous(value: object) -> bool:
    """Whether a list of texts would read back as another one."""
    if not isinstance(value, tuple) or not all(isinstance(item, str) for item in value):
        return False
    return any(BETWEEN in item for item in value) or (len(value) == 1 and value[0].casefold() == NONE_WORD)


def _cell(value: Any, part: str) -> Cell:  # noqa: ANN401 - whatever a fact holds
    if part and part != UNIT:
        value = getattr(value, part, None)
    elif isinstance(value, Skoen):
        value = value.svar
    if isinstance(value, Maengde):
        return _amount(value, part)
    if part == UNIT or value is None:
        return None
    if isinstance(value, tuple):
        texts = value and isinstance(value[0], str)
        return BETWEEN.join(value).replace(BETWEEN, f"{BETWEEN} ") if texts else None if value else NONE_WORD
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return _number(value) if isinstance(value, Decimal) else value


def _amount(value: Maengde, part: str) -> Cell:
    """The number with its unit beside it; one that Excel cannot hold is written out as a text."""
    number = _number(value.tal)
    if isinstance(number, str):
        return None if part else write_quantity(value)
    return value.enhed if part else number


def _number(value: Decimal) -> Decimal | str:
    return value if len(value.normalize().as_tuple().digits) <= _DIGITS else write_number(value)


def spelled(cell: Cell) -> str:
    """A cell as a text file has it."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return write_number(cell)
    return cell if isinstance(cell, str) else cell.isoformat()


def question(heading: Heading) -> str:
    """What is asked in a column."""
    if heading.part == UNIT:
        return "Hvilken enhed er det i?"
    return _PARTS[heading.part].question if heading.part else heading.fact.question
