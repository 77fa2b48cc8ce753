"""The paper's own words of each klausul, from the file a user keeps: quoted only when every fingerprint agrees."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Diagnostic, Refused, Span
from rammevaerk.rulefiles.kilde.anchors import anchored
from rammevaerk.rulefiles.kilde.pages import Line
from rammevaerk.rulefiles.kilde.words import fingerprint, words_of

if TYPE_CHECKING:
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.rulefiles.kilde.anchors import Anker

ITEM: Final = "– "
"""Begins the line of a list item in a quotation."""
_LEFT_OUT: Final = " […] "
"""Stands between two sentences that do not follow each other in the paper."""


def with_words(anchors: tuple[Anker, ...], own: tuple[Anker, ...], source: str) -> tuple[Anker, ...]:
    """The user's own anchors, which have the paper's words. Raises `Refused` when they are of another edition.

    A word that was changed in the file is another edition too: nobody is to be quoted for what he did not write.
    """
    if [replace(anchor, tekst="") for anchor in own] != list(anchors):
        message = "filen med papirets ord er af en anden udgave end rammeværkets fingeraftryk"
        raise _refused("K009", message, source)
    if not all(anchor.tekst for anchor in own):
        raise _refused("K014", "filen har fingeraftryk, men ikke papirets ord", source)
    for anchor in own:
        if fingerprint(word.text for word in words_of([Line(1, anchor.tekst)])) != anchor.fingeraftryk:
            message = f"ordene i «{anchor.afsnit}», punktum {anchor.punktum}, er ikke papirets"
            raise _refused("K009", message, source)
    return own


def quotes(ramme: Rammevaerk, anchors: tuple[Anker, ...]) -> dict[str, str]:
    """For each klausul that says where it stands, its sentences in the paper's words; each list item on a line."""
    return {id_: _quoted(anchors, indexes) for id_, indexes in anchored(ramme, anchors).items() if indexes}


def _quoted(anchors: tuple[Anker, ...], indexes: tuple[int, ...]) -> str:
    said = _in_lines(anchors[indexes[0]])
    for before, index in pairwise(indexes):
        if anchors[index].led:
            said += f"\n{ITEM}"
        elif index > before + 1 or index < before:
            said += _LEFT_OUT
        else:
            said += "\n" if anchors[before].led else " "
        said += _in_lines(anchors[index])
    return said


def _in_lines(anchor: Anker) -> str:
    """The words with one gap between them, whatever gaps the file has."""
    return "\n".join(" ".join(line.split()) for line in anchor.tekst.split("\n"))


def _refused(code: str, message: str, source: str) -> Refused:
    return Refused([Diagnostic(code, message, "lav den igen med «rammevaerk kilde tilknyt»", Span(source))])
