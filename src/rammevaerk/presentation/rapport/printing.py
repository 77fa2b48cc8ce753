"""Which file a follow-up is written as, by how its name ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.presentation.rapport.opstilling import composed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from rammevaerk.explanation.rapport import Rapport
    from rammevaerk.presentation.rapport.blokke import Dokument


def _html(dokument: Dokument) -> bytes:
    from rammevaerk.presentation.rapport.html import as_html

    return as_html(dokument)


def _pdf(dokument: Dokument) -> bytes:
    from rammevaerk.presentation.rapport.pdf import as_pdf

    return as_pdf(dokument)


def _excel(dokument: Dokument) -> bytes:
    from rammevaerk.presentation.rapport.excel import as_excel

    return as_excel(dokument)


PRINTERS: Final[Mapping[str, Callable[[Dokument], bytes]]] = {".html": _html, ".xlsx": _excel, ".pdf": _pdf}
"""Each form by the end of its name. A package that it needs is asked for when it is printed."""


def printed(rapport: Rapport, forms: Iterable[str]) -> dict[str, bytes]:
    """The follow-up in each form. Raises `Refused` where a package is missing."""
    dokument = composed(rapport)
    return {form: PRINTERS[form](dokument) for form in forms}
