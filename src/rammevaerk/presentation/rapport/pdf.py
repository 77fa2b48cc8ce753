"""The follow-up as a PDF that a screen reader can read: tagged, with title and language, by the demands of PDF/UA-1."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.presentation.rapport.blokke import Diagram, Punkter, Tabel, shown, tight
from rammevaerk.presentation.rapport.svg import svg

if TYPE_CHECKING:
    from rammevaerk.presentation.rapport.blokke import Afsnit, Blok, Dokument, Kolonne

Json = dict[str, Any]
_WIDTH: Final = "480"
"""Of a diagram, in px; its text is then as large as that of a table."""
_SHORT: Final = 14
"""Signs of a cell that is never broken."""
_TOGETHER: Final = 10
"""Rows of a table that is never parted by a page."""
_HIGHEST: Final = 1_200
"""Signs of a cell in a row that is never parted by a page."""
_LONG: Final = 40
"""Signs beyond which a cell gets no wider column, only more lines."""
_MISSING: Final = Diagnostic(
    "B043", "en PDF kan ikke skrives, for pakken typst mangler", "installér den med «pip install rammevaerk[pdf]»"
)


def as_pdf(dokument: Dokument) -> bytes:
    """The whole document. Raises `Refused` where typst is not installed."""
    try:
        import typst
    except ModuleNotFoundError:
        raise Refused([_MISSING]) from None
    drawn: dict[str, bytes] = {}
    data = _dokument(dokument.to_be_read(), drawn)
    template = (files("rammevaerk.presentation.rapport") / "skabeloner" / "rapport.typ").read_bytes()
    given: Any = {"main.typ": template, "data.json": json.dumps(data, ensure_ascii=False).encode(), **drawn}
    made = typst.compile(given, format="pdf", pdf_standards="ua-1", ignore_system_fonts=True)
    assert isinstance(made, bytes)  # noqa: S101 - one file, and no path to write it to
    return made


def _dokument(dokument: Dokument, drawn: dict[str, bytes]) -> Json:
    return {
        "titel": f"{dokument.titel}: {dokument.undertitel}",
        "ejer": dict(dokument.hoved).get("Ejer", ""),
        "hoved": [[navn, tight(tekst)] for navn, tekst in dokument.hoved],
        "fod": dokument.fod,
        "afsnit": [_afsnit(one, drawn) for one in dokument.afsnit],
    }


def _afsnit(one: Afsnit, drawn: dict[str, bytes]) -> Json:
    blokke = [found for blok in one.blokke if (found := _blok(blok, drawn)) is not None]
    return {"titel": one.titel, "blokke": blokke, "under": [_afsnit(under, drawn) for under in one.under]}


def _blok(blok: Blok, drawn: dict[str, bytes]) -> Json | None:
    match blok:
        case str():
            return {"slags": "tekst", "tekst": tight(blok)}
        case Punkter():
            return {
                "slags": "punkter",
                "punkter": [tight(one) for one in blok.punkter],
                "nummereret": blok.nummereret,
            }
        case Diagram():
            return _diagram(blok, drawn) if blok.soejler else None
        case Tabel():
            return _tabel(blok) if blok.raekker else {"slags": "tekst", "tekst": blok.ingen}


def _diagram(blok: Diagram, drawn: dict[str, bytes]) -> Json:
    name = f"diagram-{len(drawn)}.svg"
    drawn[name] = svg(blok, f"d{len(drawn)}", _WIDTH).encode()
    return {
        "slags": "diagram",
        "fil": name,
        "titel": blok.titel,
        "alt": f"{blok.titel}. {blok.beskrivelse} Tallene står i tabellen efter diagrammet.",
    }


def _tabel(blok: Tabel) -> Json:
    raekker = [[shown(celle) for celle in raekke] for raekke in blok.raekker]
    columns = [
        {"navn": kolonne.navn, "tal": kolonne.tal, "bredde": _share(kolonne, [raekke[at] for raekke in raekker])}
        for at, kolonne in enumerate(blok.kolonner)
    ]
    return {"slags": "tabel", "titel": blok.titel, "kolonner": columns, "raekker": raekker, **_breaks(raekker)}


def _breaks(raekker: list[list[str]]) -> Json:
    """Whether the table stays on one page, and whether its rows do."""
    highest = max(len(text) for raekke in raekker for text in raekke)
    return {"kort": len(raekker) <= _TOGETHER and highest <= _HIGHEST, "hele": highest <= _HIGHEST}


def _share(kolonne: Kolonne, celler: list[str]) -> int:
    """How wide a column is among those that share what is left; 0 where it is so short that it takes its own."""
    longest = max(len(text) for text in (*celler, ""))
    if longest <= _SHORT and len(kolonne.navn) <= _SHORT + 2 and not kolonne.bred:
        return 0
    return max(min(_LONG, longest) * (2 if kolonne.bred else 1), *map(len, kolonne.navn.split(" ")))
