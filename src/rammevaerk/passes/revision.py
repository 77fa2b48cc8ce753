"""Revision: the head's own deadline, and the parameters that follow from it, so that rules can read it too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, cast

from rammevaerk.facts.calendar import FIRST_TERM, byraadsperioder, day_before, find_byraadsperiode
from rammevaerk.facts.dates import write_date
from rammevaerk.facts.kinds import DATE, YES_NO
from rammevaerk.model.frist import REVISION, REVISION_DONE, REVISION_DUE, TERM_BEGINS, TERM_ENDS, Revision
from rammevaerk.model.klausul import Parameter, Periode, Vaerdi
from rammevaerk.passes.draft import Draft, read_day, scalars

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rammevaerk.rulefiles.document import Entry

_TERM: Final = "En byrådsperiode er fire kalenderår fra den 1. januar efter kommunalvalget."


def read_revision(draft: Draft, gaelder: Periode) -> Revision | None:
    """The head's `revision`; None when it has none."""
    entry = draft.head.one("revision")
    if entry is None:
        return None
    senest = read_day(draft, entry.scalars.get("senest"))
    if "hver" in entry.scalars and "senest" not in entry.scalars:
        help_ = "skriv den sidste dag for den første revision, fx «senest: 31.12.2025»"
        draft.fault("R005", "«senest» mangler", help_, entry.place("hver"))
    if REVISION in draft.below.frist:
        help_ = "sæt et ord foran det, der bygges på, fx «odense-2022 som rammen»"
        draft.fault("R010", f"«{REVISION}» står også i det, rammeværket bygger på", help_, entry.span)
    return Revision(
        organ=entry.text("organ"),
        senest=senest,
        registreret=tuple(sorted(set(_registered(draft, entry)))),
        hver=cast('Literal["", "byrådsperiode"]', entry.text("hver")),
        klausul=entry.text("klausul"),
        gaelder=gaelder,
    )


def _registered(draft: Draft, entry: Entry) -> Iterator[date]:
    """The days of the revisions; with council terms those that lie in a known one."""
    first, *_, last = byraadsperioder()
    for scalar in scalars(entry, "registreret"):
        day = read_day(draft, scalar)
        if day and "hver" in entry.scalars and not first.start <= day <= last.slut:
            message = f"{write_date(day)} ligger uden for de byrådsperioder, der kan regnes med"
            help_ = f"skriv en dato fra {FIRST_TERM} til {last.slut.year}"
            draft.fault("R014", message, help_, scalar.span)
        elif day:
            yield day


def parameters_of(revision: Revision | None) -> dict[str, Parameter]:
    """The deadline in force each day, whether a revision is registered, and when the council's term begins and ends."""
    found = []
    if revision is not None:
        found = [_done(revision), *([_due(revision)] if revision.senest else [])]
        found += _terms(revision) if revision.hver else []
    return {parameter.name: parameter for parameter in found}


def _due(revision: Revision) -> Parameter:
    """The first deadline, and after each revision the last day of the next term; without terms there is only one."""
    senest = cast("date", revision.senest)
    days = revision.registreret if revision.hver else ()
    periods = _periods(days)
    values = [senest, *(find_byraadsperiode(day).next.slut for day in days)]
    return Parameter(REVISION_DUE, DATE, tuple(map(Vaerdi, periods, values)))


def _done(revision: Revision) -> Parameter:
    days = revision.registreret[:1]
    return Parameter(REVISION_DONE, YES_NO, tuple(map(Vaerdi, _periods(days), (False, True))))


def _periods(days: tuple[date, ...]) -> list[Periode]:
    """The whole calendar, cut at each of these days."""
    ends = [*map(day_before, days), None]
    return [Periode(fra, til) for fra, til in zip((None, *days), ends, strict=True)]


def _terms(revision: Revision) -> list[Parameter]:
    terms = [(Periode(*term), term) for term in byraadsperioder()]
    begins = tuple(Vaerdi(periode, term.start) for periode, term in terms)
    ends = tuple(Vaerdi(periode, term.slut) for periode, term in terms)
    return [
        Parameter(TERM_BEGINS, DATE, begins, revision.klausul, _TERM),
        Parameter(TERM_ENDS, DATE, ends, revision.klausul, _TERM),
    ]
