"""What changed between two editions of a rammeværk, as text and as JSON."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from rammevaerk.facts.numbers import counted
from rammevaerk.names import listed
from rammevaerk.presentation.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rammevaerk.explanation.rettelse import Rettelse
    from rammevaerk.model.rammevaerk import Rammevaerk

WHOLE = "Hele rammeværket"
"""The heading of what belongs to no klausul."""


def write_rettelser(
    before: Rammevaerk,
    now: Rammevaerk,
    found: Sequence[Rettelse],
    page: Page = Page(),  # noqa: B008 - a page is frozen
) -> str:
    """What changed, under each klausul, and how much it is."""
    title = page.heading(page.hanging("", f"{now.titel}: ændret siden den forrige udgave"))
    editions = f"{now.id} · fra udgave {before.udgave[:12]} til udgave {now.udgave[:12]}"
    lines = [title, editions]
    for klausul, group in groupby(found, lambda one: next(iter(one.klausuler), WHOLE)):
        lines += ["", page.heading(klausul), *(line for one in group for line in _told(one, page))]
    return "\n".join([*lines, "", counted_changes(found)])


def counted_changes(found: Sequence[Rettelse]) -> str:
    """How many changes there are, and of how many klausuler."""
    if not found:
        return "Intet er ændret."
    klausuler = len({id_ for one in found for id_ in one.klausuler})
    changes = counted(len(found), "ændring", "ændringer")
    return f"{changes}; {counted(klausuler, 'klausul', 'klausuler')} er berørt."


def _told(one: Rettelse, page: Page) -> Iterator[str]:
    yield page.hanging("  ", one.tekst)
    if one.foer:
        yield page.hanging("    før: ", one.foer)
    if one.nu:
        yield page.hanging("    nu:  ", one.nu)
    if one.klausuler[1:]:
        yield page.hanging("    ", f"Rører også ved {listed(list(one.klausuler[1:]))}.")


def rettelser_as_json(before: Rammevaerk, now: Rammevaerk, found: Sequence[Rettelse]) -> dict[str, Any]:
    """The same as data."""
    return {
        "rammeværk": now.id,
        "før": before.udgave,
        "nu": now.udgave,
        "ændringer": [
            {
                "klausuler": list(one.klausuler),
                "emne": one.emne,
                "navn": one.navn,
                "slags": one.slags,
                "tekst": one.tekst,
                "før": one.foer,
                "nu": one.nu,
            }
            for one in found
        ],
    }
