"""Lines of a feature that read as if they began something, and that Gherkin would take for description."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gherkin.dialect import Dialect

from rammevaerk.diagnostics import Diagnostic, Span, did_you_mean
from rammevaerk.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

QUOTES: Final = ('"""', "```")


def _dialect(name: str) -> Dialect:
    dialect = Dialect.for_name(name)
    assert dialect  # noqa: S101 - gherkin-official ships both
    return dialect


def _headings(dialect: Dialect) -> list[str]:
    groups = (
        dialect.feature_keywords,
        dialect.rule_keywords,
        dialect.background_keywords,
        dialect.scenario_keywords,
        dialect.scenario_outline_keywords,
        dialect.examples_keywords,
    )
    return [keyword for group in groups for keyword in group]


def _starts(dialect: Dialect) -> list[str]:
    groups = (
        dialect.given_keywords,
        dialect.when_keywords,
        dialect.then_keywords,
        dialect.and_keywords,
        dialect.but_keywords,
    )
    return [keyword.strip() for group in groups for keyword in group if keyword.strip() != "*"]


_DANISH: Final = _dialect("da")
HEADINGS: Final = tuple(_headings(_DANISH))
STEPS: Final = tuple(dict.fromkeys(_starts(_DANISH)))
_INSTEAD: Final = {
    **{fold(word): word for word in HEADINGS},
    "feature": "Egenskab",
    "business_need": "Egenskab",
    "ability": "Egenskab",
    "rule": "Regel",
    "background": "Baggrund",
    "example": "Scenarie",
    "scenario": "Scenarie",
    "scenario_outline": "Abstrakt Scenario",
    "scenario_template": "Abstrakt Scenario",
    "abstrakt_scenarie": "Abstrakt Scenario",
    "scenarieskitse": "Abstrakt Scenario",
    "examples": "Eksempler",
    "scenarios": "Eksempler",
    **{fold(word): word for word in STEPS},
    "given": "Givet",
    "when": "Når",
    "then": "Så",
    "and": "Og",
    "but": "Men",
    "forudsat": "Givet",
    "gitt": "Givet",
}
"""Every word that begins something in Danish or English Gherkin, folded, and what to write for it."""
_LONGEST: Final = sorted(_INSTEAD, key=len, reverse=True)


def outside_texts(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The number and words of every line but blank ones, comments, tags and the inside of a quoted text."""
    quote = ""
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if quote:
            quote = "" if text.startswith(quote) else quote
            continue
        if text.startswith(QUOTES):
            quote = text[:3]
        if text and text[0] not in "#@":
            yield number, text


def stray_lines(lines: list[str], source: str) -> Iterator[Diagnostic]:
    """Lines that read as if they began something, and begin nothing."""
    for number, text in outside_texts(lines):
        fault = None if begins(text) else _stray(text)
        if fault:
            yield Diagnostic("G004", *fault, Span(source, number, lines[number - 1].index(text) + 1))


def begins(text: str) -> bool:
    """Whether Gherkin itself would see that the line begins something, where such a thing may stand."""
    return text.startswith((*(f"{word}:" for word in HEADINGS), *(f"{word} " for word in STEPS), "* ", "|", *QUOTES))


def _stray(text: str) -> tuple[str, str] | None:
    """What is wrong with a line that begins nothing, and how to mend it; None when it is plain description."""
    folded = fold(text.replace("\N{NO-BREAK SPACE}", " "))
    for start in _LONGEST:
        rest = folded.removeprefix(start)
        if rest != folded and (not rest or rest[0] in ":_"):
            return _misspelt(text, _INSTEAD[start])
    head, colon, _ = text.partition(":")
    near = did_you_mean(head.strip(), HEADINGS) if colon else ""
    return (f"linjen begynder ingenting: «{shortened(text)}»", near) if near else None


def _misspelt(text: str, word: str) -> tuple[str, str]:
    instead = "eller begynd beskrivelsen med et andet ord"
    if word in STEPS:
        help_line = f"skriv «{word} » med stort bogstav og almindeligt mellemrum, {instead}"
        return f"linjen er ikke et trin: «{shortened(text)}»", help_line
    help_line = f"skriv «{word}:» med kolon lige efter, {instead}"
    return f"linjen begynder ikke noget nyt: «{shortened(text)}»", help_line


def shortened(text: str) -> str:
    """A line as a message quotes it."""
    return text if len(text) <= 60 else f"{text[:60]} …"  # noqa: PLR2004 - a line on the screen
