"""What the registers have for an aktivitet, as text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rammevaerk.explanation.koblinger import SVAR
from rammevaerk.facts.dates import write_date
from rammevaerk.names import listed
from rammevaerk.presentation.klassificering import betingelse_as_json, head, questions
from rammevaerk.presentation.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.explanation.betingelse import Betingelse
    from rammevaerk.explanation.koblinger import Koblingssvar, Koblingsvurdering, Postvurdering

Json = dict[str, Any]

_MARKS: Final = {True: "✓", None: "?", False: "✗"}
_SIGNS: Final = dict(zip(SVAR, _MARKS.values(), strict=True))
_ANSWERS: Final = {True: "opfyldt", False: "ikke opfyldt", None: "uafklaret"}


def write_koblinger(svar: Koblingssvar, page: Page = Page()) -> str:  # noqa: B008 - a page is frozen
    """Each kobling with its posts in order, the reasons, and the questions."""
    asked = f"koblet den {write_date(svar.dato)}"
    lines = head(svar.titel, (svar.aktivitet, svar.rammevaerk, asked, f"udgave {svar.udgave[:12]}"), page)
    if not svar.i_kraft:
        return "\n".join([*lines, "", f"Rammeværket er ikke i kraft den {write_date(svar.dato)}."])
    for one in svar.koblinger.values():
        lines += ["", *_kobling(one, page), *questions(_waiting(one), page)]
    return "\n".join(lines)


def _kobling(one: Koblingsvurdering, page: Page) -> Iterator[str]:
    counted = [f"{len(one.those(svar))} {'er ' if svar == 'udelukket' else ''}{svar}" for svar in SVAR]
    klausul = f" ({one.klausul})" if one.klausul else ""
    yield page.heading(f"{one.navn}{klausul}: {listed(counted)}")
    for number, post in enumerate(one.poster, 1):
        if number == 1 or post.svar != one.poster[number - 2].svar:
            yield from ("", page.heading(f"{_SIGNS[post.svar]} {post.svar.capitalize()}"))
        yield from _post(number, post, one.frist, page)


def _post(number: int, post: Postvurdering, frist: str, page: Page) -> Iterator[str]:
    """A post by its number and name; of one that is ruled out only what rules it out."""
    told = f" · {frist} {write_date(post.frist)}" if post.frist else ""
    yield page.hanging(f"{number:>4}. ", f"{post.navn}{told}")
    out = [one for one in post.kriterier if one.kraeves and one.holder is False]
    shown = {one: one.navn if one.kraeves else f"{one.navn} (kræves ikke)" for one in out or post.kriterier}
    width = max(map(len, shown.values()), default=0)
    for one, name in shown.items():
        yield page.hanging(f"      {_MARKS[one.holder]} {name:<{width}}  ", one.betingelse.begrundelse)
    for felt, tekst in () if out else post.felter:
        yield page.hanging("      ", f"{felt}: {tekst}")


def _waiting(one: Koblingsvurdering) -> Iterator[tuple[str, Betingelse]]:
    """The open criteria of the posts that are not ruled out."""
    for post in one.poster:
        if post.svar != "udelukket":
            yield from ((post.navn, kriterium.betingelse) for kriterium in post.kriterier)


def koblinger_as_json(svar: Koblingssvar) -> Json:
    """The same as data; the keys keep æ, ø and å."""
    return {
        "aktivitet": svar.aktivitet,
        "rammeværk": svar.rammevaerk,
        "udgave": svar.udgave,
        "dato": svar.dato.isoformat(),
        "i kraft": svar.i_kraft,
        "koblinger": {navn: _as_json(one) for navn, one in svar.koblinger.items()},
    }


def _as_json(one: Koblingsvurdering) -> Json:
    return {"klausul": one.klausul, "register": one.register, "poster": [_post_as_json(post) for post in one.poster]}


def _post_as_json(post: Postvurdering) -> Json:
    return {
        "navn": post.navn,
        "svar": post.svar,
        "frist": post.frist.isoformat() if post.frist else None,
        "kriterier": [
            {
                "navn": one.navn,
                "kræves": one.kraeves,
                "svar": _ANSWERS[one.holder],
                **betingelse_as_json(one.betingelse),
                "uoplyst i registret": list(one.betingelse.uoplyst),
            }
            for one in post.kriterier
        ],
        "felter": dict(post.felter),
    }
