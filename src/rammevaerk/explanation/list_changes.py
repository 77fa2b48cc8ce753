"""What happened to the lists, the own facts and the questions of a rammeværk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.explanation.rettelse import Fields, Rettelse, happened, shown
from rammevaerk.explanation.values import in_words
from rammevaerk.names import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rammevaerk.model.expression import Value
    from rammevaerk.model.klausul import Register

OPLYSNING: Final = Fields(
    "oplysning",
    {
        "kind": "Det, der kan svares om «{}»,",
        "question": "Spørgsmålet om «{}»",
        "persondata": "Mærket for personoplysninger ved «{}»",
        "singular": "Ordet for én på listen «{}»",
    },
    {"name", "key", "attribute", "own"},
)
_REGISTER: Final = Fields(
    "register",
    {"klausul": "Klausulen, som listen «{}» hører til,", "felter": "Det, der kan stå om hver i listen «{}»,"},
    {"name", "poster"},
)


def changed_register(klausuler: tuple[str, ...], before: Register, now: Register) -> Iterator[Rettelse]:
    """The names that came and those that went, what is said of the others, and their order."""
    was, is_ = ({str(post["navn"]): post for post in one.poster} for one in (before, now))
    for verb, names in (("har fået", set(is_) - set(was)), ("har ikke længere", set(was) - set(is_))):
        if names:
            tekst = f"Listen «{now.name}» {verb} {listed([n for n in (*is_, *was) if n in names])}."
            yield Rettelse(klausuler, "register", now.name, "ændret", tekst)
    for name, post in is_.items():
        if name in was and post != was[name]:
            tekst = f"Det, listen «{now.name}» siger om {name}, er ændret."
            told = _post(before, was[name]), _post(now, post)
            yield Rettelse(klausuler, "register", now.name, "ændret", tekst, *told)
    yield from reordered(klausuler, "register", now.name, f"Listen «{now.name}» står", (list(was), list(is_)))
    yield from _REGISTER.changed(klausuler, now.name, before, now)


def reordered(
    klausuler: tuple[str, ...], emne: str, navn: str, tekst: str, orders: tuple[list[str], list[str]]
) -> Iterator[Rettelse]:
    """That those which are in both stand in another order."""
    before, now = orders
    was, is_ = [one for one in before if one in now], [one for one in now if one in before]
    if was != is_:
        told = f"{tekst} i en anden rækkefølge."
        yield Rettelse(klausuler, emne, navn, "ændret", told, ", ".join(was), ", ".join(is_))


def _post(register: Register, post: Mapping[str, Value | tuple[str, ...]]) -> str:
    fields = ((felt, in_words(post[felt], kind.unit)) for felt, kind in register.felter.items() if felt in post)
    return ", ".join(f"{felt}: {said}" for felt, said in fields)


def changed_question(klausuler: tuple[str, ...], fact: str, before: str, now: str) -> Rettelse:
    """Another question for the same fact."""
    tekst = f"Spørgsmålet om «{fact}» {happened(before, now)}."
    return Rettelse(klausuler, "oplysning", fact, "ændret", tekst, shown(before), shown(now))
