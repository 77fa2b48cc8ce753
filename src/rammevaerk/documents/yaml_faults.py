"""Ruamel's English faults as Danish diagnostics."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.diagnostics import Span
from rammevaerk.documents.text import refusal

if TYPE_CHECKING:
    from rammevaerk.diagnostics import Refused

_QUOTE: Final = "sæt teksten i anførselstegn"
_INDENT: Final = "ret indrykningen, så linjer på samme niveau begynder i samme kolonne"
_BRACKET: Final = "se efter en parentes «[» eller «{», der ikke lukkes, eller et manglende komma"

_FAULTS: Final = (
    # (what ruamel says, code, what we say, the help)
    (r"character '\\t'", "D010", "et tabulatortegn er brugt som indrykning", "brug mellemrum i stedet for tabulator"),
    (r"character '(.)' that cannot", "D009", "en tekst kan ikke begynde med «{}»", _QUOTE),
    (r"mapping values are not allowed", "D009", "kolon midt i en tekst, eller linjen er rykket forkert ind", _QUOTE),
    (r"unexpected end of stream", "D009", "et anførselstegn lukkes ikke", "sæt et anførselstegn, hvor teksten ender"),
    (r"document separator", "D009", "et anførselstegn lukkes ikke", "sæt et anførselstegn, hvor teksten ender"),
    (r"escape", "D009", "«\\» i anførselstegn følges af noget ukendt", "skriv «\\\\» for en omvendt skråstreg"),
    (r"could not find expected ':'", "D009", "linjen mangler et kolon", "skriv «nøgle: værdi»"),
    (r"expected <block end>", "D009", "linjen passer ikke med indrykningen omkring den", _INDENT),
    (r"sequence entries are not allowed", "D009", "punktet «-» kan ikke stå her", _INDENT),
    (r"mapping keys are not allowed", "D009", "nøglen kan ikke stå her", _INDENT),
    (r"expected ',' or", "D009", "der mangler et komma eller en slutparentes", _BRACKET),
    (r"expected the node content", "D009", "her mangler en værdi", _BRACKET),
    (r"expected '<document start>'", "D009", "her begynder noget nyt uden for resten", _INDENT),
    (r"alphabetic or numeric", "D006", "«&» og «*» foran en tekst læses ikke", _QUOTE),
    (r"directive", "D012", "linjer, der begynder med «%», læses ikke", "slet linjen"),
    (r"tag|URI", "D007", "mærket «!» foran en værdi læses ikke", _QUOTE),
    (r"indentation", "D009", "indrykningen efter «|» eller «>» kan ikke læses", _INDENT),
    (r"chomping", "D009", "indrykningen efter «|» eller «>» kan ikke læses", _INDENT),
    (r"expected a comment or a line break", "D009", "efter «|» eller «>» skal teksten stå på næste linje", _QUOTE),
)
_OPENED: Final = ("unexpected end of stream", "could not find expected ':'", "document separator")


def danish(error: Any, source: str) -> Refused:  # noqa: ANN401 - ruamel's errors are untyped
    """A fault of the scanner or parser, at its place."""
    problem = str(error.problem or error.context or "")
    opened = any(phrase in problem for phrase in _OPENED)
    mark = (error.context_mark if opened else error.problem_mark) or error.problem_mark or error.context_mark
    span = Span(source, mark.line + 1, mark.column + 1) if mark else Span(source)
    for pattern, code, message, help_line in _FAULTS:
        if found := re.search(pattern, problem):
            return refusal(code, message.format(*found.groups()), help_line, span)
    return refusal("D009", "teksten følger ikke YAML's regler her", _INDENT, span)
