"""A vurdering as one note that stands by itself: by which rules, on which facts from where, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.journal.answer import in_order, read_answer, shown
from rammevaerk.journal.persondata import alike
from rammevaerk.journal.reading import entries, entry, head

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rammevaerk.explanation.vurdering import Vurdering
    from rammevaerk.journal.database import Database
    from rammevaerk.journal.post import Hoved, Post

Json = dict[str, Any]
_DECISIONS = ("beslutning", "fravigelse")


@dataclass(frozen=True)
class Notat:
    """The note as data: `json` in its published form, and the vurdering itself for who writes it as text."""

    json: Json
    vurdering: Vurdering


def notat(database: Database, nummer: int) -> Notat:
    """The note of the vurdering in an entry. Raises `Refused` when the entry is none."""
    with database.read() as connection:
        post, hoved = entry(connection, nummer), head(connection)
    if post.art != "vurdering" or post.aktivitet is None:
        help_ = "se vurderingernes numre med «rammevaerk journal udskriv --art vurdering»"
        raise Refused([Diagnostic("J007", f"post {nummer} er ikke en vurdering, men en {post.art}", help_)])
    said = post.indhold
    around = _Around(post.nummer, said["fakta"])
    around.run(entries(database, post.aktivitet, None))
    return Notat(_json(post, hoved, around), read_answer(said["svar"]))


def _json(post: Post, hoved: Hoved | None, around: _Around) -> Json:
    said = post.indhold
    facts = said["fakta"]
    found: Json = {
        "dato": said["svar"]["dato"],
        "titel": facts.get("titel"),
        "emne": facts.get("emne"),
        "kle": facts.get("kle"),
        "sagsnr": said.get("sagsnr"),
        "aktivitet": post.aktivitet,
        "rammeværk": said["rammeværk"],
        "udgave": said["udgave"],
        "program": said["program"],
        "post": _place(post),
        "vurdering": said["svar"],
        "fakta": [around.fact(key, value) for key, value in in_order(facts).items()],
        "beslutninger": around.decisions,
        "hoved": str(hoved or ""),
    }
    whole: Json = shown(found)
    return whole


def _place(post: Post) -> Json:
    return {
        "nummer": post.nummer,
        "registreret": post.tid,
        "virkning": post.virkning.isoformat() if post.virkning else None,
        "hash": post.hash,
    }


@dataclass
class _Around:
    """What the other entries about the aktivitet say: where the facts came from, and what was decided since."""

    nummer: int
    facts: Mapping[str, Any]
    decisions: list[Json] = field(default_factory=list)
    _origins: dict[tuple[str, int], Post] = field(default_factory=dict)

    def run(self, posts: Iterator[Post]) -> None:
        for post in posts:
            if post.nummer > self.nummer and post.art == "vurdering":
                return
            if post.nummer < self.nummer and post.art == "hændelse":
                self._observe(post)
            elif post.nummer > self.nummer and post.art in _DECISIONS:
                self.decisions.append({"art": post.art, **post.indhold, "post": _place(post)})

    def _observe(self, post: Post) -> None:
        """The latest that says a fact is where it comes from; of a list, the latest that says each element."""
        for key, told in post.indhold["oplysninger"].items():
            for place, value in enumerate(_elements(self.facts.get(key))):
                if any(alike(value, one) for one in _elements(told)):
                    self._origins[key, place] = post

    def fact(self, key: str, value: object) -> Json:
        """A fact with the entries that it comes from, each once; none when only the vurdering itself tells it."""
        found = {post.nummer: post for (name, _), post in self._origins.items() if name == key}
        return {"oplysning": key, "værdi": value, "kommer fra": [_place(post) for _, post in sorted(found.items())]}


def _elements(value: object) -> list[object]:
    """The elements of a list, or the value itself; an empty list is a value too."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) and value else [value]
