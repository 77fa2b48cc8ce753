"""Answers about one aktivitet after another, as text or as JSON."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final, TypeVar

from rammevaerk.cli.arguments import Option
from rammevaerk.diagnostics import Diagnostic, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from rammevaerk.presentation.page import Page

_T = TypeVar("_T")

FORMAT: Final = Option("format", "tekst (som standard) eller json", "FORMAT", "f", ("tekst", "json"))


def require(ramme: str, what: str, found: Collection[str]) -> None:
    """Raise `Refused` when the rammeværk has nothing to answer with."""
    if not found:
        help_ = f"skriv «{what}» i en af dets regelfiler, eller vælg et andet rammeværk"
        raise Refused([Diagnostic("B041", f"rammeværket «{ramme}» har ingen {what}", help_)])


def write_text(answers: Iterable[_T], write: Callable[[_T, Page], str]) -> None:
    """Each answer as text, with a line between two."""
    from rammevaerk.presentation.page import page_for

    page = page_for(sys.stdout)
    number = -1
    for number, one in enumerate(answers):
        print(f"\n{page.rule()}\n\n" if number else "", write(one, page), sep="")
    if number < 0:
        print("Der er ingen aktiviteter i det, der blev læst.")


def write_json(answers: Iterable[_T], as_json: Callable[[_T], dict[str, Any]]) -> None:
    """The answers as a JSON list."""
    from rammevaerk.presentation.json import in_parts

    for part in in_parts(map(as_json, answers)):
        sys.stdout.write(part)
