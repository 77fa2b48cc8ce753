"""Bars as SVG by hand: told apart by pattern and never by colour, with their figures written at their ends.

Lengths are in per cent of the width, so that the text keeps its size however wide the page is. Each name stands above
its bars, where even a long one has room.
"""

from __future__ import annotations

from decimal import Decimal
from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rammevaerk.presentation.rapport.blokke import Diagram, Moenster, Serie, Soejle

_INK: Final = "#004d99"
_ROOM: Final = Decimal(68)
"""Per cent of the width for the longest bar at most; the rest is for the figure at its end."""
_LEAST: Final = Decimal(25)
_SIGN: Final = Decimal("2.4")
"""Per cent of the narrowest page that a sign of a figure takes."""
_LINE: Final = 18
_BAR: Final = 18
_GAP: Final = 10
_UNDER: Final = 3
"""Below a name, so that no letter reaches into a bar."""
_NAME: Final = 44
"""Signs of a name on one line of the narrowest page."""
_INSIDE: Final = Decimal(9)
"""Per cent of the width a part must have for its figure to stand in it."""
_FONT: Final = 'font-family="IBM Plex Sans, Libertinus Serif, sans-serif" font-size="14"'
_PATTERNS: Final[Mapping[Moenster, str]] = {
    "skrå": f'<path d="M-2 2l4-4M0 8l8-8M6 10l4-4" stroke="{_INK}" stroke-width="1.6"/>',
    "kryds": f'<path d="M0 0l8 8M8 0l-8 8" stroke="{_INK}" stroke-width="1.4"/>',
    "prikker": f'<circle cx="2" cy="2" r="1.5" fill="{_INK}"/><circle cx="6" cy="6" r="1.5" fill="{_INK}"/>',
    "linjer": f'<path d="M0 2h8M0 6h8" stroke="{_INK}" stroke-width="1.4"/>',
}


def svg(diagram: Diagram, id_: str, width: str = "100%") -> str:
    """The diagram as an element of a page. `id_` tells it from the others there; `width` is in per cent or in px."""
    parts = list(_legend(diagram, id_)) if len(diagram.serier) > 1 else []
    y = _LINE * len(diagram.serier) + _GAP if parts else 0
    longest = max((_length(one, diagram) for one in diagram.soejler), default=Decimal(0))
    scale = _room(diagram) / (longest or Decimal(1))
    for one in diagram.soejler:
        drawn, height = _row(one, diagram, id_, y, scale)
        parts += drawn
        y += height + _GAP
    title = (
        f'<title id="{id_}-t">{escape(diagram.titel)}</title><desc id="{id_}-d">{escape(diagram.beskrivelse)}</desc>'
    )
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{id_}-t {id_}-d" '
        f'width="{width}" height="{max(y, 1)}" {_FONT} fill="#1a1a1a">'
    )
    return f"{head}{title}<defs>{''.join(_defs(diagram, id_))}</defs>{''.join(parts)}</svg>"


def _defs(diagram: Diagram, id_: str) -> Iterator[str]:
    for serie in diagram.serier:
        if serie.moenster in _PATTERNS:
            size = 'width="8" height="8" patternUnits="userSpaceOnUse"'
            ground = '<rect width="8" height="8" fill="#fff"/>'
            yield f'<pattern id="{id_}-{_ascii(serie)}" {size}>{ground}{_PATTERNS[serie.moenster]}</pattern>'


def _ascii(serie: Serie) -> str:
    return serie.moenster.replace("å", "aa")


def _fill(serie: Serie, id_: str) -> str:
    if serie.moenster in _PATTERNS:
        return f"url(#{id_}-{_ascii(serie)})"
    return _INK if serie.moenster == "fyldt" else "#fff"


def _legend(diagram: Diagram, id_: str) -> Iterator[str]:
    for place, serie in enumerate(diagram.serier):
        y = place * _LINE
        yield f'<rect x="1" y="{y + 3}" width="26" height="12" fill="{_fill(serie, id_)}" stroke="{_INK}"/>'
        yield f'<text x="36" y="{y + 14}">{escape(serie.navn)}</text>'


def _length(one: Soejle, diagram: Diagram) -> Decimal:
    """How long the row is: together, or the longest of its bars."""
    return sum(one.laengder, Decimal(0)) if diagram.slags == "stablet" else max(one.laengder, default=Decimal(0))


def _room(diagram: Diagram) -> Decimal:
    """Per cent of the width for the longest bar: what the longest figure leaves."""
    signs = max((len(text) for one in diagram.soejler for text in one.tekster), default=0)
    return max(_LEAST, min(_ROOM, 93 - signs * _SIGN))


def _row(one: Soejle, diagram: Diagram, id_: str, y: int, scale: Decimal) -> tuple[list[str], int]:
    """The name and its bars, and how high they stand."""
    lines = wrap(one.navn, _NAME) or [""]
    parts = [f'<text x="0" y="{y + 14 + place * _LINE}">{escape(line)}</text>' for place, line in enumerate(lines)]
    top = y + len(lines) * _LINE + _UNDER
    if diagram.slags == "stablet":
        return [*parts, *_stacked(one, diagram, id_, top, scale)], top - y + _BAR
    for place, serie in enumerate(diagram.serier):
        parts += _bar(one, place, serie, id_, top + place * (_BAR + 2), scale)
    return parts, top - y + len(diagram.serier) * (_BAR + 2) - 2


def _stacked(one: Soejle, diagram: Diagram, id_: str, y: int, scale: Decimal) -> Iterator[str]:
    x = Decimal(0)
    for length, said, serie in zip(one.laengder, one.tekster, diagram.serier, strict=True):
        if not length:
            continue
        width = length * scale
        yield _rect(x, y, width, _fill(serie, id_))
        if width >= _INSIDE:
            middle = x + width / 2
            ground = 8 * len(said) + 8
            at = f'x="{_pct(middle)}" transform="translate(-{ground // 2} 0)"'
            yield f'<rect {at} y="{y + 2}" width="{ground}" height="{_BAR - 4}" fill="#fff"/>'
            yield f'<text x="{_pct(middle)}" y="{y + 14}" text-anchor="middle">{escape(said)}</text>'
        x += width
    total = sum(one.laengder, Decimal(0))
    yield f'<text x="{_pct(x)}" dx="8" y="{y + 14}">{total:f} i alt</text>'


def _bar(one: Soejle, place: int, serie: Serie, id_: str, y: int, scale: Decimal) -> Iterator[str]:  # noqa: PLR0913, PLR0917 - where a bar stands
    width = one.laengder[place] * scale
    if width:
        yield _rect(Decimal(0), y, width, _fill(serie, id_))
    if one.aaben and one.aaben[place]:
        line = f'x1="{_pct(width)}" x2="{_pct(width + 3)}" y1="{y + _BAR // 2}" y2="{y + _BAR // 2}"'
        yield f'<line {line} stroke="{_INK}" stroke-width="3" stroke-dasharray="3 3"/>'
        width += 3
    yield f'<text x="{_pct(width)}" dx="8" y="{y + 14}">{escape(one.tekster[place])}</text>'


def _rect(x: Decimal, y: int, width: Decimal, fill: str) -> str:
    return f'<rect x="{_pct(x)}" y="{y}" width="{_pct(width)}" height="{_BAR}" fill="{fill}" stroke="{_INK}"/>'


def _pct(number: Decimal) -> str:
    return f"{number:.2f}%"
