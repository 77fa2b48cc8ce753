"""The sheets of a portfolio → its aktiviteter and their records, every fault of every sheet at once."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.diagnostics import Diagnostic, Span, did_you_mean
from rammevaerk.facts.numbers import write_count
from rammevaerk.facts.sheets.cells import NONE_WORD, blank
from rammevaerk.facts.sheets.coded import says
from rammevaerk.facts.sheets.columns import Group, Rows, read_groups
from rammevaerk.facts.sheets.headings import AKTIVITETER, RECORDS, Headings, Target
from rammevaerk.facts.sheets.shape import Sheet
from rammevaerk.facts.tables import REQUIRED
from rammevaerk.facts.values import LONGEST_LIST, MOST_FAULTS
from rammevaerk.names import fold, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rammevaerk.facts.kinds import Oplysning

_EMPTY: Final = Sheet("", "", (), ())
_SHORTEST: Final = 3
_MOST_COMPARED: Final = 1_000
"""An id that is one or two signs is near to all others, and comparing with very many takes time."""
_IGNORED: Final = {"vejledning", "noter", "fejl"}


@dataclass
class Joined:
    """The aktiviteter, and the records of each list: those of a sheet, or of each number in a flat one."""

    main: Rows
    records: list[Rows] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    unfit: set[int] = field(default_factory=set)
    """Rows of aktiviteter that lack what each must have; that is told already."""

    def group(self, attribute: str) -> Group | None:
        """The columns of a fact of the aktiviteter."""
        return next((one for one in self.main.groups if one.fact.attribute == attribute and not one.fact.own), None)


def joined(sheets: Sequence[Sheet], own: Iterable[Oplysning] = ()) -> Joined:
    """What the sheets say together; `own` are the facts that the rammeværker have declared themselves."""
    told = [fault for sheet in sheets for fault in sheet.faults]
    faults: list[Diagnostic] = []
    main, lists = _chosen([sheet for sheet in sheets if sheet.headings or not sheet.faults], faults)
    if main is None:
        return Joined(Rows(_EMPTY, ()), faults=told + faults)
    targets = _targets(main, Headings(own), faults)
    numbers = _filled(main)
    _unheaded(main, targets, faults)
    of_aktivitet = {at: target for at, target in targets.items() if not target.owner}
    found = Joined(Rows(main, numbers, read_groups(main, of_aktivitet, numbers, faults)), faults=faults)
    ids = _ids(found)
    rows_of = {id_: row for row, id_ in enumerate(ids) if id_ is not None} if lists else {}
    for fact, sheet in lists:
        found.records.append(_of_sheet(sheet, fact, rows_of, faults))
    found.records += _numbered(main, targets, numbers, faults)
    _known_none(found)
    without_value = {fault.span for fault in told}
    found.faults = [*told, *(one for one in faults if one.code != "F002" or one.span not in without_value)]
    del found.faults[MOST_FAULTS:]
    return found


def _chosen(sheets: Sequence[Sheet], faults: list[Diagnostic]) -> tuple[Sheet | None, list[tuple[Oplysning, Sheet]]]:
    """The sheet of the aktiviteter, and those of lists."""
    if len(sheets) == 1 and fold(sheets[0].name) not in RECORDS:
        return sheets[0], []
    main: Sheet | None = None
    lists: dict[str, tuple[Oplysning, Sheet]] = {}
    for sheet in sheets:
        name = fold(sheet.name)
        if name in lists or (name == AKTIVITETER and main):
            faults.append(_sheet_fault(sheet, f"der er to ark med navnet «{sheet.name}»", "saml dem i ét"))
        elif name == AKTIVITETER:
            main = sheet
        elif name in RECORDS and sheet.headings:
            lists[name] = (RECORDS[name], sheet)
        elif name not in _IGNORED and sheet.headings:
            faults.append(_unknown_sheet(sheet))
    if main is None:
        source = sheets[0].source if sheets else ""
        help_line = f"kald arket med aktiviteterne «{AKTIVITETER}»"
        faults.append(Diagnostic("F032", f"arket «{AKTIVITETER}» mangler", help_line, Span(source)))
    return main, list(lists.values())


def _unknown_sheet(sheet: Sheet) -> Diagnostic:
    names = [AKTIVITETER, *(fact.key for fact in RECORDS.values())]
    help_line = did_you_mean(sheet.name, names) or "skjul arket eller kald det «noter», hvis det ikke skal læses"
    return _sheet_fault(sheet, f"arket «{sheet.name}» er ukendt", help_line)


def _sheet_fault(sheet: Sheet, message: str, help_line: str) -> Diagnostic:
    return sheet.fault("F032", message, help_line, -1, 0)


def _targets(sheet: Sheet, headings: Headings, faults: list[Diagnostic]) -> dict[int, Target]:
    """What each column holds; unknown headings and those of the same fact are faults."""
    found: dict[int, Target] = {}
    seen: dict[tuple[object, ...], int] = {}
    for column, heading in enumerate(sheet.headings):
        if not heading.strip():
            continue
        target = headings.read(heading)
        if target is None:
            help_line = headings.help(heading)
            faults.append(sheet.fault("F030", f"overskriften «{_short(heading)}» er ukendt", help_line, -1, column))
            continue
        key = (target.fact.own, target.fact.attribute, target.part, target.owner and target.owner.key, target.number)
        if key in seen:
            other = sheet.headings[seen[key]]
            message = f"overskrifterne «{_short(other)}» og «{_short(heading)}» er den samme oplysning"
            faults.append(sheet.fault("F031", message, "slet den ene kolonne", -1, column))
            continue
        seen[key] = column
        found[column] = target
    _required(sheet, headings, found, faults)
    return found


def _required(sheet: Sheet, headings: Headings, found: dict[int, Target], faults: list[Diagnostic]) -> None:
    if headings.records:
        if not any(target.fact.key == "id" for target in found.values()):
            help_line = "skriv aktivitetens id på hver række under overskriften «aktivitet»"
            faults.append(sheet.fault("F032", "kolonnen «aktivitet» mangler", help_line, -1, 0))
        return
    have = {target.fact.key for target in found.values() if not target.owner and not target.fact.own}
    missing = [f"«{key}»" for key in REQUIRED if key not in have]
    if missing:
        words = "kolonnen" if len(missing) == 1 else "kolonnerne"
        help_line = "skriv overskrifterne øverst i hver sin kolonne: id, titel og status"
        faults.append(sheet.fault("F032", f"{words} {listed(missing)} mangler", help_line, -1, 0))


def _filled(sheet: Sheet) -> Sequence[int]:
    """The rows that say something."""
    with suppress(TypeError):  # a cell that is no text
        if sheet.columns and all(map(str.strip, sheet.columns[0])):
            return range(sheet.height)
    return [row for row, said in enumerate(zip(*map(says, sheet.columns), strict=True)) if any(said)]


def _unheaded(sheet: Sheet, targets: dict[int, Target], faults: list[Diagnostic]) -> None:
    """Cells in a column without a heading; what they say would be lost."""
    for column, cells in enumerate(sheet.columns):
        if column in targets or sheet.headings[column].strip():
            continue
        row = next((row for row, value in enumerate(cells) if not blank(value)), None)
        if row is not None:
            message = f"«{_short(str(cells[row]))}» står i en kolonne uden overskrift"
            faults.append(
                sheet.fault("F042", message, "skriv en overskrift over kolonnen, eller slet den", row, column)
            )


def _ids(found: Joined) -> Sequence[Any]:
    """The ids, row by row; what each aktivitet must have and lacks, and ids that are used twice, are faults."""
    for key in REQUIRED:
        group = found.group(key)
        values = group.values[""] if group else []
        if group is None:
            found.unfit |= set(range(len(found.main.numbers)))  # told once, of the column
        if group is None or None not in values:
            continue
        column = group.columns[""]
        cells = found.main.sheet.columns[column]
        for row, value in enumerate(values):
            if value is None:
                found.unfit.add(row)
                if blank(cells[found.main.numbers[row]]) and len(found.faults) < MOST_FAULTS:
                    help_line = "skriv id, titel og status for hver aktivitet"
                    found.faults.append(found.main.fault("F002", f"«{key}» mangler", help_line, row, column))
    group = found.group("id")
    values = group.values[""] if group else []
    if group and len(set(values)) < len(values):
        _twice(found, values, group.columns[""])
    return values


def _twice(found: Joined, values: Sequence[Any], column: int) -> None:
    count = Counter(values)
    for row, id_ in enumerate(values):
        if id_ is not None and count[id_] > 1:
            help_line = "giv hver aktivitet sit eget id, eller slet gentagelsen"
            message = f"id «{id_}» bruges af flere aktiviteter"
            found.faults.append(found.main.fault("F011", message, help_line, row, column))


def _of_sheet(sheet: Sheet, fact: Oplysning, ids: dict[str, int], faults: list[Diagnostic]) -> Rows:
    """The records of a list's own sheet; each names its aktivitet."""
    targets = _targets(sheet, Headings(records=fact), faults)
    numbers = _filled(sheet)
    _unheaded(sheet, targets, faults)
    groups = read_groups(sheet, targets, numbers, faults)
    owner = next((group for group in groups if group.fact.key == "id"), None)
    rows = Rows(sheet, numbers, [group for group in groups if group is not owner], fact=fact)
    if owner is None:
        rows.numbers, rows.groups = (), []
        return rows
    column = owner.columns[""]
    for row, id_ in enumerate(owner.values[""]):
        rows.owners.append(ids.get(id_, -1))
        if rows.owners[-1] < 0 and len(faults) < MOST_FAULTS:
            faults += _unowned(rows, id_, ids, row, column)
    return rows


def _unowned(rows: Rows, id_: str | None, ids: dict[str, int], row: int, column: int) -> list[Diagnostic]:
    if id_ is not None:
        near = len(id_) >= _SHORTEST and len(ids) <= _MOST_COMPARED and did_you_mean(id_, ids)
        help_line = near or f"skriv et id, der står på arket «{AKTIVITETER}»"
        return [rows.fault("F036", f"ingen aktivitet har id «{_short(id_)}»", help_line, row, column)]
    if not blank(rows.sheet.columns[column][rows.numbers[row]]):
        return []  # told of as a cell already
    return [rows.fault("F002", "«aktivitet» mangler", "skriv aktivitetens id på hver række", row, column)]


def _numbered(main: Sheet, targets: dict[int, Target], numbers: Sequence[int], faults: list[Diagnostic]) -> list[Rows]:
    """The records that stand side by side in the rows of the aktiviteter, number by number."""
    by_record: dict[tuple[int, str], dict[int, Target]] = {}
    for column, target in targets.items():
        if target.owner:
            by_record.setdefault((target.number, target.owner.key), {})[column] = target
    found = []
    for _, columns in sorted(by_record.items(), key=lambda item: item[0]):
        said = list(map(any, zip(*(says(main.columns[at]) for at in columns), strict=True)))
        owners = [at for at, row in enumerate(numbers) if said[row]]
        rows = Rows(main, [numbers[at] for at in owners], owners=owners)
        rows.groups = read_groups(main, columns, rows.numbers, faults)
        rows.fact = next(iter(columns.values())).owner
        found.append(rows)
    return found


def _known_none(found: Joined) -> None:
    """A list that is said to have nothing in it, and has; and one with more records than is read."""
    for name, fact in RECORDS.items():
        count = Counter(owner for rows in found.records if rows.fact is fact for owner in rows.owners)
        group = found.group(name)
        for row, said in enumerate(group.values[""] if group else ()):
            if said == () and count[row]:
                message = f"{fact.key}: her står «{NONE_WORD}», men der er {count[row]} på listen"
                help_line = f"slet «{NONE_WORD}», eller slet rækkerne på listen"
                column = group.columns[""] if group else 0
                found.faults.append(found.main.fault("F037", message, help_line, row, column))
        for row, many in count.items():
            if many > LONGEST_LIST and row >= 0:
                limit = write_count(LONGEST_LIST)
                message = f"{fact.key} har mere end {limit} punkter"
                found.faults.append(found.main.fault("F009", message, "del aktiviteten op", row, 0))


def _short(given: str) -> str:
    one_line = " ".join(given.split())
    return one_line if len(one_line) <= 60 else f"{one_line[:60]} …"  # noqa: PLR2004 - a line on the screen
