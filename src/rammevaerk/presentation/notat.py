"""A vurdering of the journal as one note: what it is about, the answer, where the facts came from, what was decided."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.facts.dates import write_date
from rammevaerk.names import listed
from rammevaerk.presentation.page import Page
from rammevaerk.presentation.text import name_of, shown_fact, write_vurdering

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rammevaerk.explanation.vurdering import Vurdering

Json = dict[str, Any]
_LABEL: Final = len("Fingeraftryk")


def write_notat(notat: Json, vurdering: Vurdering, page: Page = Page()) -> str:  # noqa: B008 - a page is frozen
    """The note as plain Danish text."""
    return "\n".join(
        [
            page.heading(f"Notat: vurdering af {vurdering.titel}"),
            "",
            *_head(notat, page),
            "",
            page.rule(),
            "",
            write_vurdering(vurdering, page=page),
            "",
            page.heading("Oplysningerne, og hvor de kommer fra"),
            *(line for one in notat["fakta"] for line in _fact(one, page)),
            *_decided(notat["beslutninger"], page),
            "",
            page.hanging("Journalens hoved, da notatet blev lavet: ", notat["hoved"]),
        ]
    )


def _head(notat: Json, page: Page) -> Iterator[str]:
    post = notat["post"]
    known = {
        "Dato": write_date(date.fromisoformat(notat["dato"])),
        "Tema": " – ".join(filter(None, [notat["titel"], notat["emne"]])),
        "KLE": notat["kle"] or "ikke oplyst",
        "Sagsnr.": notat["sagsnr"] or "ikke oplyst",
        "Aktivitet": notat["aktivitet"],
        "Rammeværk": notat["rammeværk"],
        "Udgave": notat["udgave"],
        "Post": f"{post['nummer']}, registreret {moment(post['registreret'])}",
        "Fingeraftryk": post["hash"],
        "Program": f"rammevaerk {notat['program']}",
    }
    yield from (page.hanging(f"{label:<{_LABEL}}  ", said) for label, said in known.items())


def _fact(one: Json, page: Page) -> Iterator[str]:
    """A fact and its origin; the records of a list under each other."""
    values = shown_fact(one["værdi"])
    yield page.hanging(f"  {name_of(one['oplysning'])}: ", values[0] if len(values) == 1 else "")
    if len(values) > 1:
        yield from (page.hanging("    – ", value) for value in values)
    places = [f"post {post['nummer']}, {moment(post['registreret'])}" for post in one["kommer fra"]]
    yield page.hanging("      ", f"fra {listed(places)}" if places else "kendt fra vurderingen selv")


def _decided(decisions: list[Json], page: Page) -> Iterator[str]:
    if decisions:
        yield from ("", page.heading("Besluttet siden"))
    for one in decisions:
        who = listed(list(filter(None, [one["hvem"], one.get("rolle")])), "som")
        day = write_date(date.fromisoformat(one["hvornår"]))
        yield page.hanging("  ", f"{day}: {one['handling']} ({one['art']}), af {who}")
        yield from (page.hanging("      ", said) for said in _reasons(one))


def _reasons(one: Mapping[str, Any]) -> Iterator[str]:
    if one.get("klausul"):
        yield f"Klausul: {one['klausul']}"
    if one.get("hvorfor"):
        yield f"Hvorfor: {one['hvorfor']}"


def moment(tid: str) -> str:
    """A time of registration as people write it; it is kept in UTC, and told so.

    >>> moment("2024-06-01T08:30:00.000000Z")
    '01.06.2024 kl. 08.30 UTC'
    """
    found = datetime.fromisoformat(tid)
    return f"{write_date(found.date())} kl. {found:%H.%M} UTC"
