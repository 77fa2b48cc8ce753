"""An entry as one line, for a person or for a program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rammevaerk.journal.answer import in_order, shown
from rammevaerk.names import listed
from rammevaerk.presentation.notat import moment
from rammevaerk.presentation.text import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rammevaerk.journal.post import Post

_LONGEST: Final = len("beslutning")


def as_json(post: Post) -> dict[str, Any]:
    """All of it; what has been erased is `[slettet]`."""
    return {
        "nummer": post.nummer,
        "art": post.art,
        "registreret": post.tid,
        "virkning": post.virkning.isoformat() if post.virkning else None,
        "aktivitet": post.aktivitet,
        "nøgle": post.noegle,
        "indhold": shown(post.indhold),
        "forrige": post.forrige,
        "hash": post.hash,
    }


def as_line(post: Post) -> str:
    """Its number, when it was registered, what it is about and the heart of what it says."""
    said = " ".join(_SUMMARY[post.art](shown(post.indhold)).split())
    return f"{post.nummer}  {moment(post.tid)}  {post.art:<{_LONGEST}}  {post.aktivitet or '–'}  {said}".rstrip()


def _observed(said: Mapping[str, Any]) -> str:
    facts = listed([name_of(key) for key in in_order(said["oplysninger"])])
    return ": ".join(filter(None, [facts, said.get("tekst")]))


def _erased(said: Mapping[str, Any]) -> str:
    values, posts = len(said["fingeraftryk"]), len(said["poster"])
    return f"{values} personoplysninger i {posts} {'post' if posts == 1 else 'poster'}, efter {said['efter']}"


_SUMMARY: Final[Mapping[str, Callable[[Mapping[str, Any]], str]]] = {
    "hændelse": _observed,
    "vurdering": lambda said: f"{said['svar']['indstilling']['handling']} efter {said['rammeværk']}",
    "beslutning": lambda said: f"{said['handling']}, af {said['hvem']}",
    "fravigelse": lambda said: f"{said['handling']}, af {said['hvem']}: {said['hvorfor']}",
    "varsel": lambda said: said.get("tekst", ""),
    "levering": lambda said: f"varslet i post {said['varsel']} til {said['modtager']} med {said['kanal']}",
    "udgave": lambda said: f"{said['rammeværk']}, udgave {said['udgave'][:12]}",
    "sletning": _erased,
}
