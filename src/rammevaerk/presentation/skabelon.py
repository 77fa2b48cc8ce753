"""The workbook a portfolio is written in: a sheet for each list, choices to pick from, and the questions as notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.facts.sheets.cells import BETWEEN, NONE_WORD
from rammevaerk.facts.sheets.extras import extra
from rammevaerk.facts.sheets.headings import UNIT
from rammevaerk.facts.sheets.writing import Heading, Written, question, written_sheets
from rammevaerk.facts.tables import REQUIRED
from rammevaerk.facts.units import BASE_UNITS, RESOURCE_UNITS
from rammevaerk.names import spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.model.rammevaerk import Rammevaerk

_LAST: Final = 9_999
"""The last row with drop-downs; more than that is not written by hand."""
_FIRST_DAY: Final = date(1900, 3, 1)
_CHOICES: Final = "valg"
_MADE: Final = datetime(2020, 1, 1)  # noqa: DTZ001 - a fixed day, so that the same template is the same file
_A4: Final = 9
_GUIDE_WIDTH: Final = 92
_DARK, _LIGHT, _LINE = "#0B4A5B", "#DCEBEF", "#9FB8BF"
_WIDTHS: Final = {"dato": 12, "ja/nej": 12, "tal": 14, "valg": 20, "liste": 30, "tekst": 22}


@dataclass
class _Book:
    """The workbook that is being written, its formats, and the lists of choices so far."""

    workbook: Workbook
    formats: dict[str, Format]
    choices: dict[tuple[str, ...], str] = field(default_factory=dict)


def write_skabelon(rammer: Sequence[Rammevaerk] = (), aktiviteter: Iterable[Aktivitet] = ()) -> bytes:
    """The template as a file's bytes, with the own facts of the rammeværker, and the aktiviteter filled in.

    Raises `Refused` when xlsxwriter is not installed, or a value cannot stand in a cell.
    """
    with extra("xlsxwriter", "excel", "skabelon"):
        from xlsxwriter import Workbook
    own = {fact.name: fact for ramme in rammer for fact in ramme.egne.values()}
    sheets = written_sheets(aktiviteter, own.values())
    whole = BytesIO()
    with Workbook(whole, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        workbook.set_properties({"title": "Portefølje", "created": _MADE})
        book = _Book(workbook, _formats(workbook))
        for sheet in sheets:
            _sheet(book, sheet)
        _guide(book, rammer)
        _write_choices(book)
    return whole.getvalue()


def _formats(workbook: Workbook) -> dict[str, Format]:
    head = {"bold": True, "text_wrap": True, "valign": "top", "border": 1, "border_color": _LINE}
    looks: dict[str, dict[str, Any]] = {
        "required": {**head, "bg_color": _DARK, "font_color": "#FFFFFF"},
        "heading": {**head, "bg_color": _LIGHT},
        "dato": {"num_format": "dd.mm.yyyy", "align": "left"},
        "tal": {"num_format": "#,##0.00"},
        "tekst": {"num_format": "@"},
        "frit": {"text_wrap": True, "valign": "top"},
        "titel": {"bold": True, "font_size": 16, "font_color": _DARK},
        "fed": {"bold": True, "valign": "top", "text_wrap": True},
    }
    return {name: workbook.add_format(look) for name, look in looks.items()}


def _sheet(book: _Book, sheet: Written) -> None:
    page = book.workbook.add_worksheet(sheet.name)
    page.freeze_panes(1, 1 if sheet.records else 2)
    page.set_row(0, 48)
    for column, heading in enumerate(sheet.headings):
        _column(book, page, column, heading, records=sheet.records is not None)
    for row, cells in enumerate(sheet.rows, 1):
        for column, cell in enumerate(cells):
            _cell(book, page, row, column, cell)
    page.set_landscape()
    page.set_paper(_A4)
    page.repeat_rows(0)
    if sheet.records:
        page.fit_to_pages(1, 0)
    else:
        page.repeat_columns(0, 1)


def _column(book: _Book, page: Worksheet, column: int, heading: Heading, *, records: bool) -> None:
    """A column's heading with its question, its format and its choices."""
    art = _art(heading)
    needed = column == 0 or (not records and heading.fact.key in REQUIRED and not heading.fact.own)
    page.write_string(0, column, heading.title, book.formats["required" if needed else "heading"])
    page.write_comment(0, column, _note(heading, art), {"x_scale": 1.6, "y_scale": 1.1, "author": "rammevaerk"})
    width = 36 if heading.fact.key == "titel" else _WIDTHS[art]
    page.set_column(column, column, width, book.formats[art if art in {"dato", "tal"} else "tekst"])
    if art == "dato":
        rule: dict[str, Any] = {"validate": "date", "criteria": ">=", "value": _FIRST_DAY}
        page.data_validation(1, column, _LAST, column, rule | _told("Skriv en dato, fx 24.12.2025."))
    elif choices := _choices(heading, art):
        source = book.choices.setdefault(choices, _place(len(book.choices), len(choices)))
        rule = {"validate": "list", "source": source}
        page.data_validation(1, column, _LAST, column, rule | _told("Vælg fra listen, eller lad cellen stå tom."))


def _told(message: str) -> dict[str, Any]:
    return {"error_title": "Det kan ikke stå her", "error_message": message, "ignore_blank": True}


def _art(heading: Heading) -> str:
    if heading.part == UNIT:
        return "valg"
    return {"": heading.fact.kind.art, "dato": "dato"}.get(heading.part, "tekst")


def _choices(heading: Heading, art: str) -> tuple[str, ...]:
    kind = heading.fact.kind
    if heading.part == UNIT:
        return RESOURCE_UNITS if not heading.fact.own else BASE_UNITS
    if art == "ja/nej":
        return ("ja", "nej")
    return (NONE_WORD,) if kind.fields else kind.options if art == "valg" else ()


def _place(number: int, length: int) -> str:
    """Where a list of choices stands in the hidden sheet."""
    from rammevaerk.facts.sheets.shape import letters

    column = letters(number + 1)
    return f"={_CHOICES}!${column}$1:${column}${length}"


def _note(heading: Heading, art: str) -> str:
    kind = heading.fact.kind
    how = {
        "dato": "Skriv en dato, fx 24.12.2025.",
        "ja/nej": "Skriv ja eller nej.",
        "valg": "Vælg fra listen.",
        "tal": f"Skriv tallet; enheden står i kolonnen «{heading.title}, {UNIT}».",
        "liste": f"Flere skilles med «{BETWEEN}». Skriv «{NONE_WORD}», hvis der vides at være ingen.",
        "tekst": "Skriv en kort tekst.",
    }[art]
    if kind.fields:
        how = f"De skrives på arket «{heading.fact.key}», én på hver række. Skriv «{NONE_WORD}» her, hvis der ingen er."
    tail = "" if heading.fact.key in REQUIRED and not heading.fact.own else " Tom celle: det vides ikke."
    return f"{question(heading)}\n{how}{tail}"


def _cell(book: _Book, page: Worksheet, row: int, column: int, cell: object) -> None:
    """A value as its own kind; a text is a text, whatever it begins with."""
    if isinstance(cell, Decimal):
        page.write_number(row, column, float(cell), book.formats["tal"])  # 15 digits: the same number again
    elif isinstance(cell, date) and cell >= _FIRST_DAY:
        page.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), book.formats["dato"])  # noqa: DTZ001
    elif cell is not None:
        page.write_string(row, column, cell if isinstance(cell, str) else str(cell), book.formats["tekst"])


def _guide(book: _Book, rammer: Sequence[Rammevaerk]) -> None:
    page = book.workbook.add_worksheet("Vejledning")
    page.hide_gridlines(2)
    page.set_column(0, 0, 26, book.formats["frit"])
    page.set_column(1, 1, _GUIDE_WIDTH, book.formats["frit"])
    page.write_string(0, 0, "Sådan udfyldes regnearket", book.formats["titel"])
    for row, (what, how) in enumerate((*_GUIDE, *_of_registers(rammer)), 2):
        page.set_row(row, 15 * (1 + len(how) // _GUIDE_WIDTH))
        page.write_string(row, 0, what, book.formats["fed"])
        page.write_string(row, 1, how, book.formats["frit"])
    page.set_landscape()
    page.fit_to_pages(1, 0)


def _of_registers(rammer: Sequence[Rammevaerk]) -> Iterator[tuple[str, str]]:
    """What may be written where a rammeværk has a register."""
    from rammevaerk.facts.binding import LISTS_OF_TEXT

    for ramme in rammer:
        for register in ramme.registre.values():
            if spoken(register.name) in LISTS_OF_TEXT:
                names = register.names
                listed = names.values() if hasattr(names, "values") else names
                yield f"{register.name} ({ramme.id})", f"{BETWEEN} ".join(listed)


def _write_choices(book: _Book) -> None:
    page = book.workbook.add_worksheet(_CHOICES)
    page.hide()
    for column, choices in enumerate(book.choices):
        for row, choice in enumerate(choices):
            page.write_string(row, column, choice)


_GUIDE: Final = (
    (
        "Én aktivitet pr. række",
        "Arket «aktiviteter» har en række for hver aktivitet. Id, titel og status skal udfyldes.",
    ),
    (
        "Lister",
        "Partnere, investeringer og de andre lister har hver sit ark. Skriv aktivitetens id til venstre på hver række.",
    ),
    ("Tom celle", "Det vides ikke. Et svar, der mangler, bliver aldrig til nej eller nul; vurderingen spørger om det."),
    ("«ingen»", "Det vides, at der ingen er. Skriv det i listens kolonne på arket «aktiviteter»."),
    ("Flere i én celle", "Skil dem med semikolon, fx «hjemmepleje; genoptræning»."),
    ("Datoer", "24.12.2025"),
    (
        "Beløb og timer",
        "Skriv tallet i én kolonne, og vælg enheden i kolonnen ved siden af: kr., EUR, timer eller årsværk.",
    ),
    ("Skøn", "Svar ja eller nej. Skriv ved siden af, hvem der har svaret, hvornår og hvorfor."),
    ("KLE-nummer", "Skriv det som 00.05.01. Kolonnen er tekst, så Excel ikke gør det til en dato."),
    ("Formler", "En formel læses som det tal, den viser. Celler, der er flettet sammen, kan ikke læses."),
    (
        "Kolonner",
        "De kan flyttes og slettes. En overskrift, der ikke kendes, er en fejl; egne noter skrives på et ark «noter».",
    ),
    ("Spørgsmålet", "Hold musen over en overskrift for at se det."),
)
