"""What was found, as a person can read it: neighbours told of together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Diagnostic
from rammevaerk.journal.chain import digest
from rammevaerk.names import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rammevaerk.journal.chain import Raekke
    from rammevaerk.journal.examining import Brud, Slags
    from rammevaerk.journal.post import Hoved
    from rammevaerk.journal.remaking import Genskabelse

_CODES: Final[dict[Slags, str]] = {
    "ændret": "J101",
    "fjernet": "J102",
    "indsat": "J103",
    "flyttet": "J104",
    "hoved": "J105",
}
_COMPARE: Final = "hent en sikkerhedskopi af journalen, og sammenlign"


def of_brud(brud: Iterable[Brud]) -> Iterator[Diagnostic]:
    """Each run of neighbours that the same was done to."""
    for run in _runs(brud):
        first, last = run[0], run[-1]
        if first.slags == "hoved":
            message = f"journalens hoved passer ikke til den sidste post, {first.nummer}: en af dem er ændret"
        else:
            message = f"post {_span(first.nummer, last.nummer)} er {first.slags}"
            stod = "" if first.stod is None else _span(*sorted((first.stod, last.stod or first.stod)))
            message += f"; stod før som {stod}" if stod else ""
        yield Diagnostic(_CODES[first.slags], message, _COMPARE)


def _runs(brud: Iterable[Brud]) -> Iterator[list[Brud]]:
    run: list[Brud] = []
    for one in sorted(brud, key=lambda one: (_CODES[one.slags], one.nummer)):
        if run and not _beside(run[-1], one):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _beside(one: Brud, other: Brud) -> bool:
    if (one.slags, one.nummer + 1) != (other.slags, other.nummer):
        return False
    return one.stod is None or other.stod is None or other.stod == one.stod + 1


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def of_known_head(known: Hoved, row: Raekke | None) -> Iterator[Diagnostic]:
    """Whether the journal still has what somebody's kept head was the head of."""
    if known.nummer < 1:
        return
    if row is None:
        message = f"journalen er kortere end det kendte hoved: post {known.nummer} findes ikke"
        yield Diagnostic("J106", message, _COMPARE)
    elif known.hash not in (row.hash, digest(row)):
        message = f"post {known.nummer} er ikke den, det kendte hoved er fra: den eller noget før den er skrevet om"
        yield Diagnostic("J106", message, _COMPARE)


def of_remade(otherwise: Mapping[Genskabelse, Sequence[int]]) -> Iterator[Diagnostic]:
    """The vurderinger that this very version answers otherwise, though nobody has changed them."""
    for nummer in otherwise.get("afviger", ()):
        message = f"vurderingen i post {nummer} bliver en anden, når den laves igen"
        yield Diagnostic("J110", message, "post og regler er uændrede; spørg dem, der udvikler programmet")


WHY: Final[dict[Genskabelse, str]] = {
    "slettet": "noget af det, de hviler på, er slettet",
    "ulæselig": "denne version kan ikke læse dem",
    "anden version": "en anden version af programmet svarede anderledes",
    "afviger": "svaret bliver et andet",
}
"""Why a vurdering could not be made again."""


def numbers(found: Sequence[int], most: int = 10) -> str:
    """Some numbers as a sentence lists them."""
    shown = [str(one) for one in found[:most]]
    return listed(shown) if len(found) <= most else f"{', '.join(shown)} og {len(found) - most} til"
