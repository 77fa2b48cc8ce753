"""A sheet's columns, read whole: each different cell once, and its faults wherever it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.diagnostics import Diagnostic, Unreadable
from rammevaerk.facts.aktivitet import Skoen
from rammevaerk.facts.sheets.cells import (
    FIRST_DAY,
    NONE_WORD,
    Misread,
    blank,
    counted_day,
    day,
    reader_of,
    text,
    with_unit,
)
from rammevaerk.facts.sheets.coded import Coded, different_texts
from rammevaerk.facts.sheets.headings import ID, UNIT, Target, part_fact
from rammevaerk.facts.values import BARE, MOST_FAULTS
from rammevaerk.names import nfc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.facts.sheets.shape import Sheet

Key = tuple[Any, ...]
LONGEST: Final = 32_768
"""Signs of a text that is taken as it is."""
_BETWEEN: Final = "\x1f"


@dataclass(frozen=True, slots=True)
class Group:
    """All columns of one fact: the values of each part, read, None where unknown; and where each part stands."""

    fact: Oplysning
    declared: bool
    values: Mapping[str, Sequence[Any]]
    columns: Mapping[str, int]

    @property
    def raw_skoen(self) -> bool:
        """Whether it is a skøn by its columns: signed, dated or with a reason."""
        return self.fact.kind.skoen or any(part not in {"", UNIT} for part in self.values)

    def whole(self) -> Sequence[Any]:
        """The fact of each row, its parts put together."""
        answers = self.values.get("")
        if not self.raw_skoen:
            return answers or []
        parts = {part: values for part, values in self.values.items() if part}
        height = len(next(iter(self.values.values())))
        if not parts:
            return [None if answer is None else BARE[answer] for answer in answers or []]
        rows = zip(answers or [None] * height, *parts.values(), strict=True)
        made: dict[Key, Any] = {}
        return [made[row] if row in made else made.setdefault(row, _skoen(row, tuple(parts))) for row in rows]


@dataclass
class Rows:
    """The rows of a sheet that say something, by fact."""

    sheet: Sheet
    numbers: Sequence[int]
    """Which rows of the sheet they are."""
    groups: list[Group] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    """Of records: which row of the aktiviteter each belongs to."""
    fact: Oplysning | None = None
    """Of records: the list they are in."""

    def fault(self, code: str, message: str, help_line: str, row: int, column: int) -> Diagnostic:
        """A diagnostic at a cell of one of these rows."""
        return self.sheet.fault(code, message, help_line, self.numbers[row], column)


def read_groups(
    sheet: Sheet, targets: Mapping[int, Target], numbers: Sequence[int], faults: list[Diagnostic]
) -> list[Group]:
    """The facts of those rows of a sheet; the faults of all cells are added to `faults`."""
    columns: dict[str, dict[str, int]] = {}
    first: dict[str, Target] = {}
    for column, target in targets.items():
        name = f"{'egne ' if target.fact.own else ''}{target.fact.attribute}"
        columns.setdefault(name, {})[target.part] = column
        first.setdefault(name, target)
    all_rows = len(numbers) == sheet.height
    found = []
    for name, parts in columns.items():
        cells = {
            part: sheet.columns[at] if all_rows else list(map(list(sheet.columns[at]).__getitem__, numbers))
            for part, at in parts.items()
        }
        found.append(_group(first[name], parts, cells, _Faults(sheet, numbers, faults)))
    return found


class _Faults:
    def __init__(self, sheet: Sheet, numbers: Sequence[int], found: list[Diagnostic]) -> None:
        self.sheet, self.numbers, self.found = sheet, numbers, found

    def add(self, fault: Misread, rows: Iterable[int], column: int, subject: str) -> None:
        for row in rows:
            if len(self.found) >= MOST_FAULTS:
                return
            where = self.sheet.span(self.numbers[row], column)
            self.found.append(Diagnostic(fault.code, f"{subject}: {fault.message}", fault.help, where))


def _group(target: Target, at: Mapping[str, int], cells: Mapping[str, Sequence[Any]], faults: _Faults) -> Group:
    fact = target.fact
    values: dict[str, Sequence[Any]] = {}
    unit = cells.get(UNIT)
    for part, given in cells.items():
        if part == UNIT:
            continue
        subject = f"{fact.key}, {part_fact(part).name}" if part else fact.key
        if not part and unit is not None:
            values[part] = _with_units(given, unit, target, faults, at)
            continue
        read = reader_of(part_fact(part)) if part else _reader(target, cells)
        values[part] = read_column(given, read, faults, at[part], subject)
    if unit is not None and "" not in cells:
        _lonely_units(unit, target, faults, at[UNIT])
        values[""] = [None] * len(unit)
    return Group(fact, target.declared, values, dict(at))


def _reader(target: Target, cells: Mapping[str, object]) -> Callable[[Any], Any]:
    fact = target.fact
    if fact is ID:
        return text
    if fact.kind.fields:
        return _none_only
    if not target.declared and any(part not in {"", UNIT} for part in cells):
        from rammevaerk.facts.sheets.cells import yes_no

        return yes_no
    return reader_of(fact, declared=target.declared)


def _none_only(value: Any) -> tuple[()]:  # noqa: ANN401 - whatever stands in a cell
    """In the place of a list that has its own sheet: only that it is known to be empty."""
    if value == []:
        return ()
    found = text(value)
    if found.casefold() == NONE_WORD:
        return ()
    help_line = f"skriv «{NONE_WORD}» eller lad cellen stå tom; listen har sit eget ark"
    raise Misread("F004", f"her kan kun stå «{NONE_WORD}», ikke «{found[:40]}»", help_line)


def read_column(
    cells: Sequence[Any], read: Callable[[Any], Any], faults: _Faults, column: int, subject: str
) -> Sequence[Any]:
    """Each cell as its fact; None where it is blank or a fault."""
    quick = _at_once(cells, read, faults.sheet)
    if quick is not None:
        return quick
    kinds = set(map(type, cells))
    if faults.sheet.counts_days and kinds & {date, datetime}:
        read = _counted(read)
    if kinds & {list, tuple, dict} or (bool in kinds and kinds & {int, float}):  # to a dict 1 and True are the same
        return _one_by_one(cells, read, faults, column, subject)
    different = dict.fromkeys(cells)
    wrong: dict[Any, Misread] = {}
    for value in different:
        if not blank(value):
            try:
                different[value] = read(value)
            except Unreadable as fault:
                wrong[value] = _misread(fault)
    if wrong:
        for row, value in enumerate(cells):
            if value in wrong:
                faults.add(wrong[value], (row,), column, subject)
    return list(map(different.__getitem__, cells))


def _at_once(cells: Sequence[Any], read: Callable[[Any], Any], sheet: Sheet) -> Sequence[Any] | None:
    """The column by one look at all of it; None where that is not enough, or something is wrong."""
    if not sheet.lettered:
        return None
    if read is text:
        return _as_they_are(cells)
    if read is day:
        return _days(cells, sheet)
    found = different_texts(cells)
    if found is None:
        return None
    different, codes = found
    try:
        return Coded([None if blank(value) else read(value) for value in different], codes)
    except Unreadable:
        return None


def _days(cells: Sequence[Any], sheet: Sheet) -> Sequence[Any] | None:
    """Cells that are dates or empty."""
    different = cells.different if isinstance(cells, Coded) else cells
    days = [cell or None for cell in different]
    if not set(map(type, days)) <= {date, type(None)}:
        return None
    if sheet.counts_days and min(filter(None, days), default=date.max) < FIRST_DAY:
        return None
    return Coded(days, cells.codes) if isinstance(cells, Coded) else days


def _as_they_are(cells: Sequence[Any]) -> list[Any] | None:
    """Texts that are already what they would be read as; one look at many is quicker than many."""
    try:
        whole = _BETWEEN.join(cells)
    except TypeError:
        return None
    ends = f" {_BETWEEN}" in whole or f"{_BETWEEN} " in whole or whole[:1] == " " or whole[-1:] == " "
    signs = whole.replace(_BETWEEN, "")
    if ends or len(whole) - len(signs) != len(cells) - 1 or not signs.isprintable() or nfc(signs) is not signs:
        return None
    if len(signs) >= LONGEST and max(map(len, cells)) >= LONGEST:
        return None
    return [cell or None for cell in cells]


def _counted(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: read(counted_day(value))


def _one_by_one(
    cells: Sequence[Any], read: Callable[[Any], Any], faults: _Faults, column: int, subject: str
) -> list[Any]:
    found: list[Any] = []
    for row, value in enumerate(cells):
        try:
            found.append(None if blank(value) else read(value))
        except Unreadable as fault:
            found.append(None)
            faults.add(_misread(fault), (row,), column, subject)
    return found


def _with_units(
    numbers: Sequence[Any], units: Sequence[Any], target: Target, faults: _Faults, at: Mapping[str, int]
) -> list[Any]:
    """Amounts with their units beside them; an amount may also have its unit in its own cell."""
    fact, read = target.fact, reader_of(target.fact, declared=target.declared)
    found: list[Any] = []
    made: dict[Key, Any] = {}
    for row, (number, unit) in enumerate(zip(numbers, units, strict=True)):
        key = (number.__class__, repr(number) if isinstance(number, list) else number, unit)
        try:
            if key not in made:
                made[key] = _amount(number, unit, fact, read)
            found.append(made[key])
        except Unreadable as fault:
            found.append(None)
            faults.add(_misread(fault), (row,), at[UNIT if blank(number) else ""], fact.key)
    return found


def _amount(number: Any, unit: Any, fact: Oplysning, read: Callable[[Any], Any]) -> Any:  # noqa: ANN401
    if blank(number):
        if not blank(unit):
            raise Misread("F006", f"enheden «{text(unit)}» står uden et tal", "skriv tallet, eller slet enheden")
        return None
    return read(number) if blank(unit) else with_unit(number, unit, fact)


def _lonely_units(units: Sequence[Any], target: Target, faults: _Faults, column: int) -> None:
    fault = Misread("F006", "en enhed står uden et tal", f"tilføj kolonnen «{target.fact.name}»")
    faults.add(fault, (row for row, unit in enumerate(units) if not blank(unit)), column, target.fact.key)


def _misread(fault: Unreadable) -> Misread:
    return fault if isinstance(fault, Misread) else Misread("F006", fault.message, fault.help)


def _skoen(row: Key, parts: tuple[str, ...]) -> Skoen | None:
    answer, *rest = row
    if all(value is None for value in rest):
        return None if answer is None else BARE[answer]
    said = {"svar": answer} | dict(zip(parts, rest, strict=True))
    return Skoen(**{part: value for part, value in said.items() if value is not None})
