"""A .feature file read without the silences of Gherkin: every line that would vanish is a fault.

To Gherkin a line it does not know is description. `givet …` with a small letter is then no step, and its scenarie
passes; `Scenario:` in a Danish file begins no scenarie at all. Both are found here, before anything is run.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from gherkin.ast_builder import AstBuilder
from gherkin.errors import CompositeParserException, ParserException, UnexpectedEOFException
from gherkin.parser import Parser
from gherkin.token_matcher import TokenMatcher

from rammevaerk.checks.feature import Feature, Tree, feature_from
from rammevaerk.checks.stray_lines import HEADINGS, QUOTES, STEPS, begins, outside_texts, shortened, stray_lines
from rammevaerk.diagnostics import Diagnostic, Refused, Span
from rammevaerk.documents import decode
from rammevaerk.facts.numbers import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_BOM: Final = b"\xef\xbb\xbf"
_LANGUAGE: Final = re.compile(r"\s*#\s*language\s*:\s*(\S*)\s*$")
_MOST: Final = 10
"""After so many faults gherkin-official stops in the middle, and what it has read is not whole."""


def read_feature(data: bytes, source: str) -> tuple[Feature | None, list[Diagnostic]]:
    """The feature of a file, as far as it can be read, and all that is wrong with how it is written."""
    faults = list(_encoding(data, source))
    try:
        text = decode(data, source)
    except Refused as refused:
        return None, [*faults, *refused.diagnostics]
    lines = text.splitlines()
    faults += _language(lines, source)
    strays = {fault.span.line: fault for fault in stray_lines(lines, source) if fault.span}
    tree, errors = _parsed(text, lines, source)
    faults += strays.values()
    faults += [error for error in errors if error.span and error.span.line not in strays]
    if tree:
        told = {fault.span.line for fault in (*strays.values(), *errors) if fault.span}
        faults += _swallowed(tree, lines, told, source)
    return (feature_from(tree, source) if tree else None), faults


def _encoding(data: bytes, source: str) -> Iterator[Diagnostic]:
    """What the test runner refuses in English."""
    if data.startswith(_BOM):
        message = "filen begynder med et usynligt mærke (BOM)"
        yield Diagnostic("G001", message, "gem den som UTF-8 uden BOM", Span(source))
    text = data.decode("utf-8", "replace")
    for number, line in enumerate(text.splitlines(), 1):
        composed = unicodedata.normalize("NFC", line)
        if composed != line:
            column = next(i for i, (a, b) in enumerate(zip(composed, line, strict=False), 1) if a != b)
            message = f"bogstavet «{composed[column - 1]}» er skrevet som to tegn"
            yield Diagnostic("G002", message, "skriv bogstavet igen i et andet program", Span(source, number, column))


def _language(lines: list[str], source: str) -> Iterator[Diagnostic]:
    """The file has to say that it is Danish, before its first word."""
    for number, line in enumerate(lines, 1):
        found = _LANGUAGE.match(line)
        if found and found[1] != "da":
            yield Diagnostic("G003", f"sproget er «{found[1]}»", "skriv «# language: da»", Span(source, number))
        if found or (line.strip() and not line.strip().startswith("#")):
            break
    else:
        found = None
    if not found:
        yield Diagnostic("G003", "filen siger ikke, at den er på dansk", "skriv «# language: da» øverst", Span(source))


# What Gherkin itself refuses


class _Builder(AstBuilder):
    """Builds the tree also where rows of a table have different numbers of cells, and notes them."""

    def __init__(self) -> None:
        super().__init__()
        self.ragged: list[tuple[int, int, int]] = []

    def ensure_cell_count(self, rows: list[dict]) -> None:  # type: ignore[override, type-arg]
        wanted = len(rows[0]["cells"]) if rows else 0
        for row in rows:
            if len(row["cells"]) != wanted:
                self.ragged.append((row["location"]["line"], len(row["cells"]), wanted))


def _parsed(text: str, lines: list[str], source: str) -> tuple[Tree | None, list[Diagnostic]]:
    builder = _Builder()
    errors: list[ParserException] = []
    tree: Any = None
    try:
        tree = Parser(builder).parse(text, TokenMatcher("da"))
    except CompositeParserException as refused:
        errors = refused.errors
        tree = builder.get_result() if len(errors) < _MOST else None
    faults = [_translated(error, lines, source) for error in errors]
    faults += [_ragged(*row, source) for row in builder.ragged]
    return (tree or {}).get("feature"), list(dict.fromkeys(faults))


def _swallowed(tree: Tree, lines: list[str], told: Collection[int], source: str) -> Iterator[Diagnostic]:
    """Steps, tables and headings that stand where Gherkin takes them for description."""
    seen = set(_lines(tree))
    lost = False  # below a heading that is none: that heading is the fault
    for number, text in outside_texts(lines):
        lost = number in told or (lost and number not in seen)
        if not lost and number not in seen and begins(text):
            place = Span(source, number, lines[number - 1].index(text) + 1)
            yield Diagnostic("G005", f"linjen passer ikke her: «{shortened(text)}»", _fitting(text), place)


def _lines(tree: object) -> Iterator[int]:
    """Every line that something in the tree stands on."""
    if isinstance(tree, dict):
        if "location" in tree:
            yield tree["location"]["line"]
        tree = list(tree.values())
    if isinstance(tree, list):
        for part in tree:
            yield from _lines(part)


def _ragged(line: int, cells: int, wanted: int, source: str) -> Diagnostic:
    have, first = (counted(number, "felt", "felter") for number in (cells, wanted))
    message = f"rækken har {have}, men tabellens første række har {first}"
    help_line = "sæt én «|» mellem hvert felt, og skriv «\\|» for en streg i et felt"
    return Diagnostic("G007", message, help_line, Span(source, line))


def _translated(error: ParserException, lines: list[str], source: str) -> Diagnostic:
    """An English refusal in Danish, at its place."""
    line, column = error.location["line"], error.location.get("column") or 1
    text = lines[line - 1].strip() if line <= len(lines) else ""
    if not any(one.startswith(f"{HEADINGS[0]}:") for _, one in outside_texts(lines)):
        return Diagnostic("G006", "filen har ingen egenskab", "begynd med «Egenskab:» og dens navn", Span(source))
    if isinstance(error, UnexpectedEOFException) or not text:
        help_line = "luk teksten med de samme tre anførselstegn, eller skriv det, der skulle komme efter mærket"
        return Diagnostic("G006", "filen slutter midt i noget", help_line, Span(source, max(1, len(lines))))
    return Diagnostic(
        "G005", f"linjen passer ikke her: «{shortened(text)}»", _fitting(text), Span(source, line, column)
    )


def _fitting(text: str) -> str:
    """How a line that came at the wrong place may be meant."""
    if text.startswith("|"):
        return "en tabel står lige under et trin eller under «Eksempler:»"
    if text.startswith(QUOTES):
        return "en lang tekst står lige under et trin"
    if text.startswith("@"):
        return "et mærke står lige over «Egenskab:», «Regel:», «Scenarie:» eller «Eksempler:», og uden mellemrum i"
    if text.startswith(tuple(f"{word} " for word in STEPS)):
        return "et trin står under «Scenarie:» eller «Baggrund:»"
    if begins(text):
        return "rækkefølgen er: Egenskab, Baggrund, Regel, Scenarie, Eksempler"
    return "et trin begynder med Givet, Når, Så, Og eller Men; en beskrivelse står lige under overskriften"
