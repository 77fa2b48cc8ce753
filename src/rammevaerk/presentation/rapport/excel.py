"""The follow-up as a workbook: the text on the first sheet, then a sheet for each table, with its bars beside it.

What looks like a formula is text here: nothing that was read is ever written as one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.facts.sheets.shape import too_tall
from rammevaerk.facts.units import Maengde
from rammevaerk.presentation.rapport.blokke import Celle, Diagram, Punkter, Tabel, shown, tight

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rammevaerk.presentation.rapport.blokke import Afsnit, Dokument, Moenster, Serie

_MISSING: Final = Diagnostic(
    "B043",
    "et regneark kan ikke skrives, for pakken xlsxwriter mangler",
    "installér den med «pip install rammevaerk[excel]»",
)
_PARTED: Final = "del aktiviteterne op, fx efter forvaltning, og skriv en rapport for hver del"
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_date_format": "dd.mm.yyyy",
}
_NOT_IN_A_NAME: Final = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME: Final = 31
_LONGEST_TEXT: Final = 32_767
_CUT: Final = " … (resten er der ikke plads til i et regneark)"
_WIDE: Final = 60
"""Signs of a column of long texts."""
_WIDEST: Final = 34
"""Of any other at most."""
_TEXT: Final = 100
"""Of the sheet with the text."""
_FONT: Final = 11
_HIGHEST: Final = 400
"""Points of a row; a workbook has no room for more than 409."""
_DIGITS: Final = 15
"""As many as a workbook keeps; a longer amount is written as text."""
_PATTERNS: Final[Mapping[Moenster, str]] = {
    "skrå": "wide_upward_diagonal",
    "kryds": "outlined_diamond",
    "prikker": "percent_30",
    "linjer": "light_horizontal",
    "fyldt": "",
    "tom": "",
}
_INK: Final = "#004D99"


def as_excel(dokument: Dokument) -> bytes:
    """The whole workbook. Raises `Refused` where xlsxwriter is not installed, and where a table has too many rows."""
    try:
        import xlsxwriter
    except ModuleNotFoundError:
        raise Refused([_MISSING]) from None
    out = BytesIO()
    workbook = xlsxwriter.Workbook(out, _OPTIONS)
    day = datetime(dokument.dato.year, dokument.dato.month, dokument.dato.day)  # noqa: DTZ001 - a day has no zone
    workbook.set_properties({"title": f"{dokument.titel}: {dokument.undertitel}", "created": day})
    _Writing(workbook, dokument).write()
    workbook.close()
    return out.getvalue()


@dataclass
class _Writing:
    """A workbook under way: the sheets' names so far, and each way a cell can look."""

    workbook: Any
    dokument: Dokument
    names: set[str] = field(default_factory=set)
    formats: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict)

    def write(self) -> None:
        tall = (too_tall("B044", tabel.ark, len(tabel.raekker), _PARTED) for tabel, _ in self._tables())
        if faults := list(filter(None, tall)):
            raise Refused(faults)
        self._text()
        for number, (tabel, diagram) in enumerate(self._tables()):
            self._sheet(tabel, diagram, number)

    def _format(self, **look: Any) -> Any:  # noqa: ANN401 - whatever xlsxwriter takes
        key = tuple(sorted(look.items()))
        if key not in self.formats:
            self.formats[key] = self.workbook.add_format({"valign": "top", **look})
        return self.formats[key]

    # The text

    def _text(self) -> None:
        sheet = self.workbook.add_worksheet(self._name("Opfølgning"))
        sheet.set_column(0, 0, _TEXT)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        lines = [*self._head(), *(line for one in self.dokument.afsnit for line in self._afsnit(one, 16))]
        for row, (text, look) in enumerate([*lines, (self.dokument.fod, {"font_color": "#454545"})]):
            size = look.get("font_size", _FONT)
            sheet.set_row(row, _height([(text, _TEXT * _FONT // size)], size))
            sheet.write_string(row, 0, _fitting(text), self._format(text_wrap=True, **look))

    def _head(self) -> Iterator[tuple[str, dict[str, Any]]]:
        yield self.dokument.titel, {"bold": True, "font_size": 20}
        yield from ((f"{navn}: {tight(tekst)}", {}) for navn, tekst in self.dokument.hoved)

    def _afsnit(self, one: Afsnit, size: int) -> Iterator[tuple[str, dict[str, Any]]]:
        yield "", {}
        yield one.titel, {"bold": True, "font_size": size}
        for blok in one.blokke:
            match blok:
                case str():
                    yield tight(blok), {}
                case Punkter():
                    for number, punkt in enumerate(blok.punkter, 1):
                        yield f"{f'{number}.' if blok.nummereret else '–'} {tight(punkt)}", {"indent": 1}
                case Tabel():
                    said = f"Se arket «{_sheet_name(blok.ark)}»." if blok.raekker else blok.ingen
                    yield said, {"italic": bool(blok.raekker)}
        for under in one.under:
            yield from self._afsnit(under, size - 3)

    # The tables

    def _tables(self) -> Iterator[tuple[Tabel, Diagram | None]]:
        """Each table that has rows, with the diagram of its section."""
        for one in self.dokument.every():
            diagram = next((blok for blok in one.blokke if isinstance(blok, Diagram) and blok.soejler), None)
            yield from ((blok, diagram) for blok in one.blokke if isinstance(blok, Tabel) and blok.raekker)

    def _sheet(self, tabel: Tabel, diagram: Diagram | None, number: int) -> None:
        name = self._name(tabel.ark)
        sheet = self.workbook.add_worksheet(name)
        columns = [{"header": kolonne.navn} for kolonne in tabel.kolonner]
        size = (0, 0, len(tabel.raekker), len(columns) - 1)
        sheet.add_table(*size, {"columns": columns, "name": f"Tabel{number + 1}", "style": "Table Style Light 15"})
        for at, kolonne in enumerate(tabel.kolonner):
            sheet.set_column(at, at, _width(tabel, at))
            head = self._format(bold=True, text_wrap=True, **_side(kolonne.tal))
            sheet.write_string(0, at, kolonne.navn, head)
        widths = [_width(tabel, at) for at in range(len(columns))]
        sheet.set_row(0, _height(list(zip((one.navn for one in tabel.kolonner), widths, strict=True))))
        for row, raekke in enumerate(tabel.raekker, 1):
            sheet.set_row(row, _height(list(zip(map(shown, raekke), widths, strict=True))))
            for at, celle in enumerate(raekke):
                self._cell(sheet, row, at, celle, right=tabel.kolonner[at].tal)
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_header(f"&L{tabel.titel.replace('&', '&&')}&RSide &P af &N")
        if diagram and len(_units(tabel)) <= 1:
            self._chart(sheet, name, tabel, diagram)

    def _cell(self, sheet: Any, row: int, at: int, celle: Celle, *, right: bool) -> None:  # noqa: ANN401 - a place and what stands there
        align = _side(right)
        match celle:
            case int():
                sheet.write_number(row, at, celle, self._format(num_format="#,##0", **align))
            case date():
                sheet.write_datetime(row, at, celle, self._format(num_format="dd.mm.yyyy", align="left"))
            case Maengde() if len(celle.tal.as_tuple().digits) <= _DIGITS:
                decimals = ".00" if celle.tal != celle.tal.to_integral_value() else ""
                look = self._format(num_format=f'#,##0{decimals} "{celle.enhed}"', **align)
                sheet.write_number(row, at, celle.tal, look)
            case None:
                sheet.write_blank(row, at, None, self._format())
            case _:
                sheet.write_string(row, at, _fitting(shown(celle)), self._format(text_wrap=True, **align))

    def _chart(self, sheet: Any, name: str, tabel: Tabel, diagram: Diagram) -> None:  # noqa: ANN401 - whatever xlsxwriter makes
        """The bars as a chart of the workbook's own, of the columns that bear the names of the series."""
        stacked = diagram.slags == "stablet"
        chart = self.workbook.add_chart({"type": "bar", "subtype": "stacked"} if stacked else {"type": "bar"})
        last = len(tabel.raekker)
        for serie, at in _columns(tabel, diagram):
            where = {"categories": [name, 1, 0, last, 0], "values": [name, 1, at, last, at]}
            chart.add_series({**where, "name": serie.navn, **_filled(serie), "data_labels": {"value": not stacked}})
        chart.set_title({"name": diagram.titel, "name_font": {"size": 12}})
        chart.set_y_axis({"reverse": True})
        chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
        chart.set_legend({"position": "bottom"} if len(diagram.serier) > 1 else {"none": True})
        chart.set_size({"width": 620, "height": 140 + 30 * last})
        words = f"{diagram.titel}. {diagram.beskrivelse} Tallene står i arkets tabel."
        sheet.insert_chart(last + 2, 0, chart, {"description": words})

    def _name(self, ark: str) -> str:
        """A name no other sheet has."""
        name, number = _sheet_name(ark), 1
        while name.casefold() in self.names:
            number += 1
            name = f"{_sheet_name(ark)[: _LONGEST_NAME - 4]} {number}"
        self.names.add(name.casefold())
        return name


def _sheet_name(ark: str) -> str:
    return _NOT_IN_A_NAME.sub(" ", ark)[:_LONGEST_NAME].strip() or "Ark"


def _fitting(text: str) -> str:
    """The text as far as a cell has room for it; a longer one would be left out without a word."""
    return text if len(text) <= _LONGEST_TEXT else f"{text[: _LONGEST_TEXT - len(_CUT)]}{_CUT}"


def _height(texts: list[tuple[str, int]], size: int = _FONT) -> int:
    """The height of a row in points: no program reckons it for what it has not shown yet. Each text has its width."""
    lines = max(len(wrap(text, max(1, width - 2))) for text, width in texts)
    return min(_HIGHEST, max(1, lines) * (size * 4 // 3 + 1) + 2)


def _units(tabel: Tabel) -> set[str]:
    """The units of its amounts; bars of several could not be held up against each other."""
    return {celle.enhed for raekke in tabel.raekker for celle in raekke if isinstance(celle, Maengde)}


def _side(right: bool) -> dict[str, Any]:  # noqa: FBT001 - the one question there is
    """To which side a cell is set; figures keep a little from the next column."""
    return {"align": "right", "indent": 1} if right else {"align": "left"}


def _width(tabel: Tabel, at: int) -> int:
    kolonne = tabel.kolonner[at]
    if kolonne.bred:
        return _WIDE
    texts = [shown(raekke[at]) for raekke in tabel.raekker]
    return min(_WIDEST, max(len(kolonne.navn) + 4, *map(len, texts)) + 2)


def _columns(tabel: Tabel, diagram: Diagram) -> Iterator[tuple[Serie, int]]:
    """The column of each series; of a single one the first with figures."""
    if len(diagram.serier) == 1:
        yield diagram.serier[0], next(at for at, kolonne in enumerate(tabel.kolonner) if kolonne.tal)
        return
    names = [kolonne.navn.casefold() for kolonne in tabel.kolonner]
    yield from ((serie, names.index(serie.navn.casefold())) for serie in diagram.serier)


def _filled(serie: Serie) -> dict[str, Any]:
    """How a bar is filled; in black and white as well as in colour."""
    border = {"border": {"color": _INK}}
    if pattern := _PATTERNS[serie.moenster]:
        return {**border, "pattern": {"pattern": pattern, "fg_color": _INK, "bg_color": "#FFFFFF"}}
    return {**border, "fill": {"color": _INK if serie.moenster == "fyldt" else "#FFFFFF"}}
