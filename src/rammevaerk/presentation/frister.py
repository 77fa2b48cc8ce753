"""Deadlines as Danish text and as a table, and the sentences in which references and gaps are told."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from rammevaerk.explanation.fristvurdering import Tilstand, ordered
from rammevaerk.facts.dates import write_date
from rammevaerk.names import listed
from rammevaerk.presentation.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rammevaerk.explanation.fristvurdering import Fristoversigt, Fristvurdering, Henvisningsvurdering, Hul
    from rammevaerk.model.klausul import Periode

SIGNS: Final[Mapping[Tilstand, str]] = {
    Tilstand.OVERSKREDET: "!",
    Tilstand.UAFKLARET: "?",
    Tilstand.KOMMENDE: "→",
    Tilstand.OVERHOLDT: "✓",
    Tilstand.IKKE_RELEVANT: "–",
    Tilstand.IKKE_I_KRAFT: "·",
}
"""A sign beside each tilstand's word, never instead of it."""
_SILENT: Final = (Tilstand.IKKE_RELEVANT, Tilstand.IKKE_I_KRAFT)
_DATE: Final = len("31.12.2025")
_LONGEST: Final = len("prioritering.4")
"""A klausul's number stays whole."""


def write_frister(oversigter: Sequence[Fristoversigt], page: Page = Page()) -> str:  # noqa: B008 - a page is frozen
    """Everything: what is overskredet first and the rest by date, then other papers, then gaps."""
    frister = ordered(one for oversigt in oversigter for one in oversigt.frister)
    lines = [page.heading(f"Frister den {write_date(oversigter[0].dato)}")]
    lines += [page.hanging("", f"{one.titel} · {one.rammevaerk} · udgave {one.udgave[:12]}") for one in oversigter]
    lines += ["", _counts(frister)]
    for one in frister:
        if one.tilstand not in _SILENT:
            lines += ["", *_frist(one, page)]
    lines += _silent(frister, page)
    lines += _under("Henvisninger til andre papirer", [_other_papers(one) for one in oversigter], page)
    lines += _under("Uden gældende udgave", [map(gap_in_words, one.huller) for one in oversigter], page)
    return "\n".join(lines)


def _counts(frister: Sequence[Fristvurdering]) -> str:
    counted = Counter(one.tilstand for one in frister)
    said = [f"{counted[tilstand]} {tilstand}" for tilstand in Tilstand if counted[tilstand]]
    return f"{listed(said)}." if said else "Der er ingen frister."


def _frist(one: Fristvurdering, page: Page) -> Iterator[str]:
    """What must happen, by which day, why it stands so, what is missing, and whose it is."""
    day = _day(one)
    lead = f"{SIGNS[one.tilstand]} {day:<{_DATE}}  "
    whose = f"{one.titel}: " if one.titel else ""
    yield page.hanging(lead, f"{one.tilstand.capitalize()}. {whose}{one.hvad}")
    indent = " " * len(lead)
    yield page.hanging(indent, f"{one.begrundelse} {varsel_in_words(one)}".strip())
    yield from (page.hanging(f"{indent}? ", mangel.spoergsmaal) for mangel in one.mangler)
    yield page.hanging(indent, " · ".join(filter(None, [one.aktivitet, one.frist, one.rammevaerk, one.klausul])))


def varsel_in_words(one: Fristvurdering) -> str:
    """From which day it is warned of; empty where that is not known, or the day has passed."""
    ahead = one.tilstand in (Tilstand.KOMMENDE, Tilstand.OVERHOLDT)
    return f"Der varsles fra den {write_date(one.varsles_fra)}." if ahead and one.varsles_fra else ""


def _day(one: Fristvurdering) -> str:
    """The day it is due; of one that is uafklaret that is not known."""
    return write_date(one.dato) if one.dato and one.tilstand is not Tilstand.UAFKLARET else ""


def _silent(frister: Iterable[Fristvurdering], page: Page) -> Iterator[str]:
    """Those that ask for nothing are only named, with how many aktiviteter that is true of."""
    counted = Counter((one.tilstand, one.frist) for one in frister if one.tilstand in _SILENT)
    for tilstand in _SILENT:
        names = [f"{frist} ({count})" if count > 1 else frist for (t, frist), count in counted.items() if t is tilstand]
        if names:
            yield from ("", page.hanging(f"{SIGNS[tilstand]} ", f"{tilstand.capitalize()}: {', '.join(names)}"))


def _under(heading: str, found: Iterable[Iterable[str]], page: Page) -> Iterator[str]:
    said = [one for each in found for one in each]
    if said:
        yield from ("", page.heading(heading))
        yield from (page.hanging("  ", one) for one in said)


def _other_papers(oversigt: Fristoversigt) -> Iterator[str]:
    for one in oversigt.henvisninger:
        sign = SIGNS[Tilstand.OVERSKREDET if one.udloebet else Tilstand.OVERHOLDT]
        yield f"{sign} {one.navn} {reference_in_words(one)} Nævnt i {listed(list(one.klausuler))}."


def reference_in_words(one: Henvisningsvurdering) -> str:
    """Whether the other paper still holds, as the end of a sentence that begins with its name."""
    if one.til is None:
        return "har ingen kendt slutdato."
    if one.udloebet:
        return f"er udløbet. Papiret gjaldt til og med {write_date(one.til)}."
    return f"gælder til og med {write_date(one.til)}."


def gap_in_words(hul: Hul) -> str:
    """What has no version, when, and which klausuler that touches."""
    what = {
        "rammeværk": f"Rammeværket {hul.navn} er ikke i kraft",
        "parameter": f"Parameteren «{hul.navn}» har ingen værdi",
        "klausul": f"En regel om klausulen {hul.navn} er ikke i kraft",
    }[hul.art]
    others = [id_ for id_ in hul.klausuler if id_ != hul.navn]
    touched = f" Så længe kan {listed(others)} ikke afgøres." if others else ""
    return f"{what} {_when(hul.periode)}.{touched}"


def _when(periode: Periode) -> str:
    if periode.fra is None:
        return f"til og med den {write_date(periode.til)}" if periode.til else "på noget tidspunkt"
    return f"fra den {write_date(periode.fra)}" + (f" til og med den {write_date(periode.til)}" if periode.til else "")


def write_table(oversigter: Sequence[Fristoversigt], page: Page = Page()) -> str:  # noqa: B008 - a page is frozen
    """The same frister as a table, one row for each that asks for something, no wider than the page."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    from rammevaerk.presentation.table import plain

    every = ordered(one for oversigt in oversigter for one in oversigt.frister)
    table = Table(box=SIMPLE_HEAD, padding=(0, 1))
    for name in ("Tilstand", "Dato"):
        table.add_column(name, no_wrap=True)
    for name in ("Frist", "Aktivitet", "Klausul", "Mangler"):
        table.add_column(name, overflow="fold", min_width=_LONGEST)
    for one in (one for one in every if one.tilstand not in _SILENT):
        place = f"{one.klausul}\n{one.rammevaerk}" if len(oversigter) > 1 else one.klausul
        missing = ", ".join(mangel.navn for mangel in one.mangler)
        said = (f"{SIGNS[one.tilstand]} {one.tilstand}", _day(one) or "–", one.frist, one.aktivitet or "–")
        table.add_row(*said, place or "–", missing or "–")
    return f"{plain(table, page)}\n{_counts(every)}"
