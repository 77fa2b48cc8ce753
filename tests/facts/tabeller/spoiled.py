"""A hundred spoiled tables, each made by a line or two: name, file name and bytes."""

# ruff: noqa: DTZ001 - what Excel has for days knows no time zone

import struct
import zipfile
from datetime import date, datetime, time
from io import BytesIO

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

HEAD = ["id", "titel", "status"]
ROW = ["a", "En", "forslag"]
NS = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
CASES = {}


def case(name, file="t.xlsx"):
    def add(build):
        CASES[name] = (file, build)
        return build

    return add


def simple(name, *rows, file="t.xlsx"):
    """A workbook whose one sheet has these rows below the usual headings and `rows[0]` beside them."""
    CASES[name] = (file, lambda: book({"aktiviteter": [HEAD + rows[0], *([*ROW, *row] for row in rows[1:])]}))


def book(sheets, change=lambda _book, _pages: None, **options):
    """A workbook with typed cells; `change` spoils it."""
    out = BytesIO()
    pages = {}
    with xlsxwriter.Workbook(out, {"in_memory": True, **options}) as workbook:
        day = workbook.add_format({"num_format": "dd.mm.yyyy"})
        clock = workbook.add_format({"num_format": "dd.mm.yyyy hh:mm"})
        for name, rows in sheets.items():
            pages[name] = workbook.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    _cell(pages[name], (at, column), cell, day, clock)
        change(workbook, pages)
    return out.getvalue()


def _cell(page, place, cell, day, clock):
    if isinstance(cell, bool):
        page.write_boolean(*place, cell)
    elif isinstance(cell, int | float):
        page.write_number(*place, cell)
    elif isinstance(cell, datetime | time):
        page.write_datetime(*place, cell, clock)
    elif isinstance(cell, date):
        page.write_datetime(*place, cell, day)
    elif cell is not None:
        page.write_string(*place, cell)


def raw(cells, part="xl/worksheets/sheet1.xml", **more):
    """A workbook with one part written by hand."""
    body = b"<worksheet " + NS + b"><sheetData>" + cells + b"</sheetData></worksheet>"
    return remade(book({"aktiviteter": [HEAD, ROW]}), {part: body, **more})


def remade(data, parts):
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, parts.get(entry.filename, old.read(entry.filename)))
    return out.getvalue()


def inline(*rows, first=1):
    """Rows of texts and ready-made cells, written as XML."""
    out = []
    for number, row in enumerate(rows, first):
        cells = [
            cell
            if isinstance(cell, bytes)
            else b'<c r="%s" t="inlineStr"><is><t>%s</t></is></c>'
            % (f"{'ABCDEFGH'[column]}{number}".encode(), cell.encode())
            for column, cell in enumerate(row)
        ]
        out.append(b'<row r="%d">%s</row>' % (number, b"".join(cells)))
    return b"".join(out)


def csv(text, encoding="utf-8"):
    return lambda: text.encode(encoding)


# Dates in cells.
simple("dates as text, Danish and ISO, are read", ["start", "slut"], ["1.2.2024", "2024-12-24"])
simple("a date with a slash", ["start"], ["24/12/2024"])
simple("a date with a short year", ["start"], ["24.12.24"])
simple("a date that is not in the calendar", ["start"], ["30.02.2024"])
simple("a date with a time of day", ["start"], [datetime(2024, 6, 1, 12, 30)])
simple("a date at midnight is a date", ["start"], [datetime(2024, 6, 1)])
simple("a number where a date should be", ["start"], [45444])
simple("a time of day where a date should be", ["start"], [time(9, 30)])
simple("a date before March 1900", ["start"], [date(1900, 1, 15)])
simple("an end before its start", ["start", "slut"], [date(2024, 6, 1), date(2024, 5, 1)])
CASES["the years of old Macs are counted from 1904"] = (
    "t.xlsx",
    lambda: book({"aktiviteter": [[*HEAD, "start"], [*ROW, date(2024, 6, 1)]]}, date_1904=True),
)
simple("a KLE number that Excel has made a date", ["kle"], [date(2001, 5, 1)])
simple("a KLE number that is short", ["kle"], ["0.5.1"])

# Numbers and amounts in cells.
INVESTMENT = ["investering 1, mængde", "investering 1, mængde, enhed"]
simple("a Danish number as text, its unit beside it, is read", INVESTMENT, ["1.234,50", "kr."])
simple("an amount with hard spaces around it is read", INVESTMENT[:1], ["\u00a0120.000\u00a0kr.\u00a0"])
simple("hard spaces between thousands", INVESTMENT[:1], ["120\u00a0000 kr."])
simple("a number that can be read two ways", INVESTMENT[:1], ["1,234 kr."])
simple("a number with an English point", INVESTMENT[:1], ["1234.5 kr."])
simple("a number without a unit", INVESTMENT[:1], [120000])
simple("a number with a fraction is exact", INVESTMENT, [0.1, "kr."])
CASES["a number with more digits than Excel has"] = (
    "t.xlsx",
    lambda: raw(inline([*HEAD, *INVESTMENT], [*ROW, b'<c r="D2"><v>0.30000000000000004</v></c>', "kr."])),
)
simple("a number too large to be money", INVESTMENT, [1e16, "kr."])
simple("a unit that nobody knows", INVESTMENT, [5, "krr."])
simple("a unit that is neither money nor time of work", INVESTMENT, [5, "km"])
simple("a unit without a number", INVESTMENT, [None, "kr."])
simple("an amount with two units", INVESTMENT, ["5 kr.", "kr."])
simple("a date where an amount should be", INVESTMENT, [date(2024, 1, 1), "kr."])

# Texts, choices and answers.
simple("a whole number is a text where one is wanted", ["forvaltning"], [2024])
simple("a fraction where a text should be", ["emne"], [1.5])
simple("a yes where a text should be", ["emne"], [True])
simple("a text that looks like a formula is a text", ["emne"], ['=HYPERLINK("http://x";"y")'])
simple("choices and answers in capital letters are read", ["type", "EU-projekt", "stabschef"], ["Projekt", "JA", "Nej"])
simple("cells that are true or false are answers", ["EU-projekt", "stabschef"], [True, False])
simple("a choice with a slip", ["type"], ["projket"])
simple("a cross where yes or no should be", ["stabschef"], ["x"])
simple("a one where yes or no should be", ["EU-projekt"], [1])
simple("one and true in the same column", ["EU-projekt"], [True], [1])
simple("lists with blanks and a last semicolon are read", ["kerneopgaver", "målgrupper"], ["a ;b; c;", "Ingen"])
simple("a list of nothing but semicolons", ["kerneopgaver"], [";"])
simple(
    "a judgement with who, when and why is read",
    ["omdømme", "omdømme, svaret af", "Omdømme, Dato"],
    ["ja", "chefen", "1.2.2024"],
)
simple("a sign that nobody can see", ["emne"], ["a\x07b"])
simple("a text of 32,767 signs is read", ["emne"], ["å" * 32767])
CASES["a letter in two signs becomes one"] = ("t.xlsx", lambda: book({"x": [HEAD, ["a", "pa\u030a", "forslag"]]}))

# Cells without a value
CASES["cells that are errors"] = (
    "t.xlsx",
    lambda: raw(
        inline(HEAD, [b'<c r="A2" t="e"><v>#DIV/0!</v></c>', b'<c r="B2" t="e"><f>A1/0</f><v>#N/A</v></c>', "forslag"])
    ),
)
CASES["a formula that was never calculated"] = (
    "t.xlsx",
    lambda: raw(inline(HEAD, ["a", b'<c r="B2"><f>A2&amp;"x"</f></c>', b'<c r="C2"><f>A1</f><v></v></c>'])),
)
CASES["every kind of fault is told at once"] = (
    "t.xlsx",
    lambda: book(
        {
            "aktiviteter": [[*HEAD, "emmne"], ROW, ["b", "To", "forslg"], ["c", "=", None]],
            "partnere": [["aktivitet", "type"], ["a", "By"], ["d", "kommune"]],
            "evalueringer": [["aktivitet"], ["a"]],
        },
        lambda _, p: (p["aktiviteter"].write_formula("C4", "=A1", None, "#N/A"), p["evalueringer"].hide()),
    ),
)
CASES["formulas with their values are read"] = (
    "t.xlsx",
    lambda: raw(
        inline(
            [*HEAD, "emne"],
            [
                "a",
                b'<c r="B2" t="str"><f>"E"&amp;"n"</f><v>En</v></c>',
                "forslag",
                b'<c r="D2" t="str"><f>""</f><v></v></c>',
            ],
        )
    ),
)

# Headings
simple("a heading with a slip", ["forvatning"], ["x"])
simple("a heading that nobody knows", ["løbenummer"], ["1"])
simple("a part that a judgement does not have", ["stabschef, navn"], ["x"])
simple("the same fact under two headings", ["politiske mål", "Politiske_Maal"], ["x", "y"])
simple("headings in any spelling are read", [" POLITISKE  MAAL ", "Eu_Projekt *", "Gør klogere?"], ["x", "ja", "nej"])
simple("a value without a heading", ["", "emne"], ["hov", "x"])
CASES["no heading for what must be there"] = ("t.xlsx", lambda: book({"aktiviteter": [["titel", "emne"], ["En", "x"]]}))
CASES["a title above the headings"] = ("t.xlsx", lambda: book({"x": [["Portefølje 2024"], HEAD, ROW]}))
CASES["empty rows and columns before the table are passed over"] = (
    "t.xlsx",
    lambda: book({"x": [[], [], [None, None, *HEAD], [], [None, None, "a", "En", "forslg"]]}),
)

# Rows, ids and lists
CASES["rows that lack what must be there"] = (
    "t.xlsx",
    lambda: book(
        {
            "aktiviteter": [
                [*HEAD, "emne"],
                ROW,
                [None, "To", "forslag"],
                ["c", " ", "forslag"],
                ["d", "Fire"],
                [None, None, None, "x"],
            ]
        }
    ),
)
CASES["the same id twice"] = ("t.xlsx", lambda: book({"aktiviteter": [HEAD, ROW, ROW]}))
CASES["an id that is a number is the same as its text"] = (
    "t.xlsx",
    lambda: book(
        {"aktiviteter": [HEAD, [17, "En", "forslag"]], "partnere": [["aktivitet", "navn"], ["17", "By"], [17, "Land"]]}
    ),
)
CASES["records of an aktivitet that is not there"] = (
    "t.xlsx",
    lambda: book(
        {
            "aktiviteter": [HEAD, ["by-1", "En", "forslag"]],
            "partnere": [["aktivitet", "navn"], ["by-2", "By"], ["noget andet", "By"], [None, "By"]],
        }
    ),
)
CASES["a list that is none and has records"] = (
    "t.xlsx",
    lambda: book(
        {"aktiviteter": [[*HEAD, "partnere"], [*ROW, "ingen"]], "partnere": [["aktivitet", "navn"], ["a", "By"]]}
    ),
)
simple("something else than none where a list has its own sheet", ["partnere"], ["Turku"])
CASES["a list that is none and has numbered records"] = (
    "t.xlsx",
    lambda: book({"x": [[*HEAD, "evalueringer", "evaluering 1, dato"], [*ROW, "ingen", "1.1.2024"]]}),
)
CASES["records by number, one left out, are read in their order"] = (
    "t.xlsx",
    lambda: book(
        {"x": [[*HEAD, "partner 3, navn", "Partner 1, navn"], [*ROW, "Tre", "En"], ["b", "To", "forslag", "Kun tre"]]}
    ),
)
CASES["a contribution that the amounts contradict"] = (
    "t.xlsx",
    lambda: book(
        {
            "aktiviteter": [HEAD, ROW],
            "evalueringer": [
                ["aktivitet", "dato", "investering", "investering, enhed", "udbytte", "udbytte, enhed", "bidrag"],
                ["a", date(2024, 1, 1), 100, "kr.", 50, "kr.", "mindre"],
                ["a", date(2024, 2, 1), 100, "kr.", 50, "kr.", "mere"],
            ],
        }
    ),
)
CASES["a list's sheet without the column of the aktivitet"] = (
    "t.xlsx",
    lambda: book({"aktiviteter": [HEAD, ROW], "partnere": [["navn"], ["By"]]}),
)

# Sheets
CASES["a hidden sheet with facts"] = (
    "t.xlsx",
    lambda: book(
        {"aktiviteter": [HEAD, ROW], "partnere": [["aktivitet", "navn"], ["a", "By"]]},
        lambda _, p: p["partnere"].hide(),
    ),
)
CASES["a hidden sheet with something else is passed over"] = (
    "t.xlsx",
    lambda: book({"aktiviteter": [HEAD, ROW], "mine tal": [["x"]]}, lambda _, p: p["mine tal"].very_hidden()),
)
CASES["a sheet with a slip in its name"] = (
    "t.xlsx",
    lambda: book({"Aktiviteter": [HEAD, ROW], "evalueringr": [["aktivitet"], ["a"]], "Noter": [["hvad som helst"]]}),
)
CASES["two sheets and none of the aktiviteter"] = ("t.xlsx", lambda: book({"Ark1": [HEAD, ROW], "Ark2": [["x"]]}))
CASES["merged cells"] = (
    "t.xlsx",
    lambda: book(
        {"aktiviteter": [[*HEAD, "emne"], ROW, ["b", "To", "forslag"]]},
        lambda _, p: p["aktiviteter"].merge_range("D2:D3", "fælles emne"),
    ),
)
CASES["merged cells beside the table are passed over"] = (
    "t.xlsx",
    lambda: book({"aktiviteter": [HEAD, ROW]}, lambda _, p: p["aktiviteter"].merge_range("J20:K21", "")),
)
CASES["an empty workbook"] = ("t.xlsx", lambda: book({"aktiviteter": []}))
CASES["headings and nothing below are no aktiviteter"] = ("t.xlsx", lambda: book({"aktiviteter": [HEAD]}))

# Files that are no tables, or would fill the memory
CASES["a text that calls itself a workbook"] = ("t.xlsx", csv("id;titel;status\n"))
CASES["a workbook that calls itself CSV"] = ("t.csv", lambda: book({"aktiviteter": [HEAD, ROW]}))
CASES["an old workbook or one with a password"] = ("t.xlsx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
CASES["half a workbook"] = ("t.xlsx", lambda: book({"aktiviteter": [HEAD, ROW]})[:3000])
CASES["an old form of workbook"] = ("t.xls", lambda: b"")
CASES["a zip with something else"] = ("t.xlsx", lambda: _zip({"a.txt": b"x"}))
CASES["a byte that was changed on the way"] = ("t.xlsx", lambda: _stored_and_changed())
CASES["the same part twice"] = ("t.xlsx", lambda: _twice())
CASES["a zip bomb"] = ("t.xlsx", lambda: remade(book({"x": [HEAD]}), {"xl/worksheets/sheet1.xml": b" " * 210_000_000}))
CASES["a zip bomb that lies of its size"] = ("t.xlsx", lambda: _lying())
CASES["cells in the far corner"] = (
    "t.xlsx",
    lambda: raw(inline(HEAD, ROW) + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
)
CASES["cells in the far corner, written so as not to be found"] = (
    "t.xlsx",
    lambda: raw(inline(HEAD, ROW) + b"<row r='1048576'><c t='n' r='AAA1048576'><v>1</v></c></row>"),
)
CASES["one long text in very many cells"] = ("t.xlsx", lambda: _shared())
CASES["a million empty rows are passed over"] = (
    "t.xlsx",
    lambda: raw(
        inline(HEAD, ROW) + b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (at, at) for at in range(3, 1_000_003))
    ),
)
CASES["entities of its own"] = ("t.xlsx", lambda: _entities())
CASES["a sheet in another encoding"] = (
    "t.xlsx",
    lambda: remade(book({"x": [HEAD]}), {"xl/worksheets/sheet1.xml": "<worksheet/>".encode("utf-16")}),
)
CASES["XML that does not hold together"] = ("t.xlsx", lambda: raw(b'<row r="1"><c r="A1"><v>1</v></d></row>'))

# CSV
CASES["Danish Excel's CSV is read"] = (
    "t.csv",
    csv('id;titel;status;investering 1, mængde\r\na;"En; to";forslag;1.234,50 kr.\r\n', "utf-8-sig"),
)
CASES["plain CSV is read"] = ("t.csv", csv('id,titel,status,"omdømme, dato"\na,En,forslag,2024-01-01\n'))
CASES["Unicode text of Excel is read"] = ("t.csv", csv("id\ttitel\tstatus\r\na\tÆrø på tværs\tforslag\r\n", "utf-16"))
CASES["Windows's letters are read"] = ("t.csv", csv("id;titel;status\na;Ærø på tværs;forslag\n", "cp1252"))
CASES["the letters of DOS"] = ("t.csv", csv("id;titel;status\na;Blåbær på øen;forslag\n", "cp850"))
CASES["the letters of old Macs"] = ("t.csv", csv("id;titel;status\na;Blåbær på søen;forslag\n", "mac_roman"))
CASES["half of a UTF-16 file"] = ("t.csv", lambda: "id;titel;status\n".encode("utf-16")[:-1])
CASES["half a sign"] = ("t.csv", lambda: "id;titel;status\na;x\ud800y;forslag\n".encode("utf-16", "surrogatepass"))
CASES["a line that says what stands between the cells is read"] = (
    "t.csv",
    csv("sep=|\nid|titel|status\na|En|forslg\n"),
)
CASES["a row with too many cells"] = ("t.csv", csv("id;titel;status\na;En;to;forslag\nb;To;forslag;\n"))
CASES["a quote that is never closed"] = ("t.csv", csv('id;titel;status\na;En;forslag\nb;"To;forslag\n'))
CASES["a cell with too many signs"] = ("t.csv", csv(f"id;titel;status\na;{'x' * 140_000};forslag\n"))
CASES["an empty CSV"] = ("t.csv", csv("\n\n"))
CASES["a CSV with a NUL"] = ("t.csv", csv("id;titel;status\na;x\0y;forslag\n"))
CASES["two faults in the same row are told in their order"] = (
    "t.csv",
    csv("id;titel;status;start;slut\na;En;x;y;1.1.2024\n;To;forslag;;\n"),
)

# Parquet
CASES["a text that calls itself Parquet"] = ("t.parquet", csv("id,titel,status\n"))
CASES["a Parquet file with faults"] = (
    "t.parquet",
    lambda: _parquet(
        {
            "id": ["a", "b"],
            "titel": ["En", None],
            "status": ["forslag", "i gng"],
            "start": [None, datetime(2024, 1, 1, 8)],
        }
    ),
)
CASES["a column of Parquet that nobody knows"] = (
    "t.parquet",
    lambda: _parquet({"id": ["a"], "titel": ["En"], "status": ["forslag"], "forvaltnin": ["x"]}),
)


def _zip(parts):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def _stored_and_changed():
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(book({"x": [HEAD, ROW]}))) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            new.writestr(entry.filename, old.read(entry.filename))
    return out.getvalue().replace(b"<t>forslag</t>", b"<t>fotslag</t>")


def _twice():
    out = BytesIO(book({"x": [HEAD, ROW]}))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/worksheets/SHEET1.xml", b"<worksheet/>")
    return out.getvalue()


def _lying():
    """The directory says a thousand bytes; two hundred million come out."""
    data = bytearray(remade(book({"x": [HEAD]}), {"xl/worksheets/sheet1.xml": b" " * 210_000_000}))
    true = struct.pack("<I", 210_000_000)
    while true in data:
        at = data.index(true)
        data[at : at + 4] = struct.pack("<I", 1000)
    return bytes(data)


def _shared():
    text = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>'
        + b"x" * 30_000
        + b"</t></si></sst>"
    )
    rows = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (at, at) for at in range(1, 50_001))
    return raw(rows, **{"xl/sharedStrings.xml": text})


def _entities():
    lol = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    body = lol + b"<worksheet " + NS + b"><sheetData>" + inline([*HEAD, "&b;"]) + b"</sheetData></worksheet>"
    return remade(book({"x": [HEAD]}), {"xl/worksheets/sheet1.xml": body})


def _parquet(columns):
    out = BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()
