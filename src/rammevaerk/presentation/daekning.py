"""How far the scenarier reach, as text and as JSON."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING, Any, Final, NamedTuple, get_args

from rammevaerk.model.klausul import KlausulArt
from rammevaerk.model.resultat import Udfald
from rammevaerk.names import listed
from rammevaerk.presentation.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rammevaerk.checks.daekning import Daekning, Klausuldaekning, Regeldaekning

_HAVE: Final = "har en art og en grund"
_NUMBERS: Final = 7
_ARTER: Final = max(map(len, get_args(KlausulArt)))
_TOTAL_HEADINGS: Final = ("", "punktummer", "klausuler af arten regel")
_COUNTED: Final = "Et punktum tæller med, når det har en art og en grund, en klausul, når alle dens udfald er vist."
_HEADINGS: Final = ("klausul", "punktum", "styrke", "art", "regler", "✓", "✗", "?", "–", "·")
_COUNTS: Final = 5
"""The columns from here on are counts."""


class _Total(NamedTuple):
    """One line of the closing account."""

    name: str
    accounted: int
    sentences: int
    shown: int
    ruled: int

    def cells(self) -> tuple[str, str, str]:
        """The name, and the two counts with their percentages."""
        return (self.name, _part(self.accounted, self.sentences), _part(self.shown, self.ruled))


def _part(part: int, whole: int) -> str:
    return f"{part} af {whole} ({_percent(part, whole)})" if whole else "ingen"


def write_coverage(daekning: Daekning, page: Page = Page()) -> str:  # noqa: B008 - a page is frozen
    """What the scenarier show of each klausul, the account of the paper's sentences, and the totals."""
    account = ["", *_accounted(daekning, page)] if daekning.punktummer else []
    return "\n".join([*_shown(daekning, page), *account, "", *_totals(daekning, page)])


def write_total(found: Sequence[Daekning], page: Page = Page()) -> str:  # noqa: B008 - a page is frozen
    """One line for each paper, and one for them all."""
    rows = [_Total(one.ramme, one.accounted, len(one.punktummer), len(one.shown), len(one.ruled)) for one in found]
    rows.append(_Total("i alt", *map(sum, zip(*(row[1:] for row in rows), strict=True))))
    cells = [_TOTAL_HEADINGS, *(row.cells() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ["  " + "  ".join(f"{c:<{w}}" for c, w in zip(row, widths, strict=True)).rstrip() for row in cells]
    return "\n".join([page.heading("Regnskab for papirerne"), "", *lines, "", page.hanging("", _COUNTED)])


def _missing(udfald: tuple[Udfald, ...]) -> str:
    return f"  mangler {listed([str(one) for one in udfald])}" if udfald else ""


def coverage_as_json(daekning: Daekning) -> dict[str, Any]:
    """The same as data."""
    return {
        "rammeværk": daekning.ramme,
        "klausuler": {one.klausul.id: _klausul(one) for one in daekning.klausuler},
        "punktummer": {
            "i alt": len(daekning.punktummer),
            "med art og grund": daekning.accounted,
            "tilknyttet": daekning.tilknyttet,
        },
        "regelklausuler": {"i alt": len(daekning.ruled), "vist": len(daekning.shown)},
        "fuldt dækket": daekning.complete,
    }


def total_as_json(found: Sequence[Daekning]) -> dict[str, Any]:
    """Several as data, with what they come to together."""
    every = [coverage_as_json(one) for one in found]
    total: dict[str, Any] = {
        section: {key: sum(one[section][key] for one in every) for key in keys}
        for section, keys in (("punktummer", ("i alt", "med art og grund")), ("regelklausuler", ("i alt", "vist")))
    }
    return {"rammeværker": every, "i alt": total | {"fuldt dækket": all(one.complete for one in found)}}


def _klausul(one: Klausuldaekning) -> dict[str, Any]:
    return {
        "afsnit": one.klausul.afsnit,
        "punktummer": list(one.klausul.punktummer),
        "styrke": one.klausul.styrke,
        "art": one.klausul.art,
        "regler": list(one.regler),
        **_counts(one),
        "portefølje": {rule.id: _counts(rule) for rule in one.portefoelje},
    }


def _counts(one: Klausuldaekning | Regeldaekning) -> dict[str, Any]:
    return {
        "scenarier": {str(udfald): one.shown.get(udfald, 0) for udfald in Udfald},
        "mangler": [str(udfald) for udfald in one.missing],
    }


def _shown(daekning: Daekning, page: Page) -> Iterator[str]:
    """One row for each klausul under its afsnit, and what is missing."""
    rows = [(_row(one), *map(_rule_row, one.portefoelje)) for one in daekning.klausuler]
    widths = [max(map(len, column)) for column in zip(_HEADINGS, *chain.from_iterable(rows), strict=True)]
    yield from (page.heading(f"{daekning.ramme}: hvad scenarierne viser"), "", _set(_HEADINGS, widths))
    for afsnit, group in groupby(zip(daekning.klausuler, rows, strict=True), lambda pair: pair[0].klausul.afsnit):
        yield from ("", *([page.heading(afsnit)] if afsnit else []))
        for one, (row, *under) in group:
            yield _set(row, widths) + _missing(one.missing)
            for below, rule in zip(under, one.portefoelje, strict=True):
                yield _set(below, widths) + _missing(rule.missing)
    legend = "✓ opfyldt, ✗ ikke opfyldt, ? uafklaret, – ikke relevant, · ikke i kraft; et tomt felt kræver ingen."
    yield from ("", page.hanging("", f"Antal scenarier: {legend}"))


def _accounted(daekning: Daekning, page: Page) -> Iterator[str]:
    """Each sentence of the paper under its afsnit: the klausul that has it, its kind and why."""
    yield page.heading(f"{daekning.ramme}: papirets punktummer")
    width = max((len(one.id) for punktum in daekning.punktummer for one in punktum.klausuler), default=0)
    for afsnit, of_afsnit in groupby(daekning.punktummer, lambda one: one.afsnit):
        yield from ("", page.heading(afsnit))
        for klausuler, group in groupby(of_afsnit, lambda one: one.klausuler):
            numbers = ", ".join(str(one.nummer) for one in group)
            for one in klausuler:
                before = f"  {numbers:<{_NUMBERS}}  {one.id:<{width}}  {one.art:<{_ARTER}}  "
                yield page.hanging(before, one.hvorfor or "Der er ingen grund.")
            if not klausuler:
                yield f"  {numbers:<{_NUMBERS}}  hører ikke til nogen klausul"


def _row(one: Klausuldaekning) -> tuple[str, ...]:
    numbers = ", ".join(map(str, one.klausul.punktummer))
    return (one.klausul.id, numbers, one.klausul.styrke, one.klausul.art, str(len(one.regler) or ""), *_cells(one))


def _rule_row(one: Regeldaekning) -> tuple[str, ...]:
    """A rule about the portfolio, under its klausul."""
    return (f"  {one.id}", "", "", "portefølje", "1", *_cells(one))


def _cells(one: Klausuldaekning | Regeldaekning) -> Iterator[str]:
    return (str(one.shown.get(udfald, 0 if udfald in one.possible else "")) for udfald in Udfald)


def _set(cells: tuple[str, ...], widths: list[int]) -> str:
    left = [f"{cell:<{width}}" for cell, width in zip(cells[: _COUNTS - 1], widths, strict=False)]
    right = [f"{cell:>{width}}" for cell, width in zip(cells[_COUNTS - 1 :], widths[_COUNTS - 1 :], strict=True)]
    return "  " + "  ".join([*left, *right]).rstrip()


def _totals(daekning: Daekning, page: Page) -> Iterator[str]:
    yield from (page.hanging("", line) for line in _told(daekning))
    for ruled, words in ((True, "klausuler af arten regel"), (False, "øvrige klausuler med regler")):
        owing = [one for one in daekning.klausuler if one.owes and (one.klausul.art == "regel") is ruled]
        shown = sum(one.complete for one in owing)
        if owing:
            counted = f"{shown} af {len(owing)} {words} har alle deres udfald vist"
            yield page.hanging("", f"{counted} ({_percent(shown, len(owing))}).")


def _told(daekning: Daekning) -> Iterator[str]:
    """How many sentences are accounted for, and whose word that is."""
    whole = len(daekning.punktummer)
    if not whole:
        yield "Ingen af klausulerne er et punktum i et papir."
        return
    where = "punktummer i papiret" if daekning.tilknyttet else "punktummer"
    yield f"{daekning.accounted} af {whole} {where} {_HAVE} ({_percent(daekning.accounted, whole)})."
    if not daekning.tilknyttet:
        help_ = "Tilknyt det med «rammevaerk kilde tilknyt»."
        yield f"Papiret er ikke tilknyttet, så det vides ikke, om der er flere. {help_}"
    yield from (f"{fault.message}." for fault in daekning.uden_sted)


def _percent(part: int, whole: int) -> str:
    """Rounded down, so that 100 pct. means all of them."""
    return f"{100 * part // whole if whole else 100} pct."
