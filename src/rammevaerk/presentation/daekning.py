"""How far the scenarier reach, as text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rammevaerk.model.resultat import Udfald
from rammevaerk.names import listed
from rammevaerk.presentation.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.checks.daekning import Daekning, Klausuldaekning

_HEADINGS: Final = ("klausul", "punktum", "styrke", "art", "regler", "✓", "✗", "?", "–", "·")
_COUNTS: Final = 5
"""The columns from here on are counts."""


def write_coverage(daekning: Daekning, page: Page = Page()) -> str:  # noqa: B008 - a page is frozen
    """One row for each klausul under its afsnit, what is missing, and the totals."""
    rows = [_row(one) for one in daekning.klausuler]
    widths = [max(map(len, column)) for column in zip(_HEADINGS, *rows, strict=True)]
    lines = [page.heading(f"{daekning.ramme}: hvad scenarierne viser"), "", _set(_HEADINGS, widths)]
    afsnit = None
    for one, row in zip(daekning.klausuler, rows, strict=True):
        if one.klausul.afsnit != afsnit:
            afsnit = one.klausul.afsnit
            lines += ["", *([page.heading(afsnit)] if afsnit else [])]
        missing = f"  mangler {listed([str(udfald) for udfald in one.missing])}" if one.missing else ""
        lines.append(_set(row, widths) + missing)
    legend = "✓ opfyldt, ✗ ikke opfyldt, ? uafklaret, – ikke relevant, · ikke i kraft; et tomt felt kræver ingen."
    return "\n".join([*lines, "", page.hanging("", f"Antal scenarier: {legend}"), "", *_totals(daekning, page)])


def coverage_as_json(daekning: Daekning) -> dict[str, Any]:
    """The same as data."""
    return {
        "rammeværk": daekning.ramme,
        "klausuler": {one.klausul.id: _klausul(one) for one in daekning.klausuler},
        "punktummer": {"i alt": daekning.total_sentences, "med art": daekning.covered_sentences},
        "regelklausuler": {"i alt": len(daekning.ruled), "vist": len(daekning.shown)},
        "fuldt dækket": daekning.complete,
    }


def _klausul(one: Klausuldaekning) -> dict[str, Any]:
    return {
        "afsnit": one.klausul.afsnit,
        "punktummer": list(one.klausul.punktummer),
        "styrke": one.klausul.styrke,
        "art": one.klausul.art,
        "regler": list(one.regler),
        "scenarier": {str(udfald): one.shown.get(udfald, 0) for udfald in Udfald},
        "mangler": [str(udfald) for udfald in one.missing],
    }


def _row(one: Klausuldaekning) -> tuple[str, ...]:
    numbers = ", ".join(map(str, one.klausul.punktummer))
    counts = (str(one.shown.get(udfald, 0 if udfald in one.possible else "")) for udfald in Udfald)
    return (one.klausul.id, numbers, one.klausul.styrke, one.klausul.art, str(len(one.regler) or ""), *counts)


def _set(cells: tuple[str, ...], widths: list[int]) -> str:
    left = [f"{cell:<{width}}" for cell, width in zip(cells[: _COUNTS - 1], widths, strict=False)]
    right = [f"{cell:>{width}}" for cell, width in zip(cells[_COUNTS - 1 :], widths[_COUNTS - 1 :], strict=True)]
    return "  " + "  ".join([*left, *right]).rstrip()


def _totals(daekning: Daekning, page: Page) -> Iterator[str]:
    sentences = f"{daekning.covered_sentences} af {daekning.total_sentences} punktummer har en art"
    yield page.hanging("", f"{sentences} ({_percent(daekning.covered_sentences, daekning.total_sentences)}).")
    for ruled, words in ((True, "klausuler af arten regel"), (False, "øvrige klausuler med regler")):
        owing = [one for one in daekning.klausuler if one.regler and (one.klausul.art == "regel") is ruled]
        shown = sum(1 for one in owing if not one.missing)
        if owing:
            counted = f"{shown} af {len(owing)} {words} har alle deres udfald vist"
            yield page.hanging("", f"{counted} ({_percent(shown, len(owing))}).")


def _percent(part: int, whole: int) -> str:
    """Rounded down, so that 100 pct. means all of them."""
    return f"{100 * part // whole if whole else 100} pct."
