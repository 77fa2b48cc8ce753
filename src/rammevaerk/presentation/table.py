"""Many answers as a table: one row for each aktivitet and rammeværk."""

from __future__ import annotations

from collections import Counter
from io import StringIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from rammevaerk.model.resultat import Udfald
from rammevaerk.presentation.page import Page
from rammevaerk.presentation.text import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rammevaerk.explanation.vurdering import Vurdering
    from rammevaerk.model.klausul import Handling

SIGNS: Final[Mapping[Handling, str]] = {
    "tilvælg": "+",
    "fravælg": "−",
    "fortsæt": "→",
    "afslut": "■",
    "afvent": "…",
    "ingen": "–",
}
"""A sign beside each handling's word, never instead of it."""
_COUNTED: Final = (Udfald.OPFYLDT, Udfald.IKKE_OPFYLDT, Udfald.UAFKLARET)
_LONGEST: Final = 16
"""A klausul's number with a comma after it stays whole."""
_NAMING: Final = 90
"""On a narrower page missing facts are only counted."""
_NAMED: Final = 3
"""So many missing facts are named; the rest are counted."""


def write_table(
    vurderinger: Iterable[Vurdering],
    page: Page = Page(),  # noqa: B008 - a page is frozen
    names: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """The table as text, no wider than the page, with what its signs mean below it.

    `names` are those of the rammeværker by their udgave; when there are several, they get a column.
    """
    several = len(names) > 1
    table = Table(box=SIMPLE_HEAD, padding=(0, 1))
    table.add_column("Aktivitet", overflow="fold")
    if several:
        table.add_column("Rammeværk", overflow="fold")
    table.add_column("Handling", no_wrap=True)
    for udfald in _COUNTED:
        table.add_column(MARKS[udfald], justify="right", no_wrap=True)
    table.add_column("Afgørende", overflow="fold", min_width=_LONGEST)
    table.add_column("Mangler", overflow="fold")
    for number, one in enumerate(vurderinger):
        if number:
            table.add_row()
        title, *cells = _row(one, named=page.width >= _NAMING)
        table.add_row(title, *([names[one.udgave]] if several else []), *cells)
    legend = ", ".join(f"{MARKS[udfald]} {udfald}" for udfald in _COUNTED)
    return f"{plain(table, page)}\nAntal klausuler: {legend}."


def plain(table: Table, page: Page) -> str:
    """A table as text without colours, no wider than the page."""
    out = StringIO()
    console = Console(file=out, width=page.width, color_system=None, markup=False, emoji=False, legacy_windows=False)
    console.print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().strip("\n").split("\n"))


def _row(vurdering: Vurdering, *, named: bool) -> tuple[str, ...]:
    counts = Counter(klausul.udfald for klausul in vurdering.klausuler.values())
    handling = vurdering.indstilling.handling
    decisive = dict.fromkeys(one.klausul for one in vurdering.indstilling.begrundelser if one.klausul)
    missing = [mangel.navn for mangel in vurdering.mangler]
    return (
        f"{vurdering.titel}\n{vurdering.aktivitet}",
        f"{SIGNS[handling]} {handling}",
        *(str(counts[udfald]) for udfald in _COUNTED),
        ", ".join(decisive) or "–",
        _missing(missing) if named else str(len(missing)),
    )


def _missing(names: list[str]) -> str:
    if not names:
        return "–"
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" og {more} til" if more > 0 else "")
