"""What happened to the typologies and the matches of a rammeværk, class by class and criterion by criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.explanation.list_changes import reordered
from rammevaerk.explanation.rettelse import Fields, Rettelse, each, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.model.klassifikation import Klasse, Klassifikation, Kobling, Kriterium
    from rammevaerk.model.rammevaerk import Rammevaerk

_KLASSIFIKATION: Final = Fields(
    "klassifikation",
    {
        "oplysning": "Den oplysning, klassifikationen «{}» bygger på,",
        "klausul": "Klausulen, som klassifikationen «{}» hører til,",
        "gaelder": "Gyldigheden af klassifikationen «{}»",
    },
    {"navn", "klasser"},
)
_KLASSE: Final = Fields(
    "klasse",
    {"naar": "Kendetegnene for klassen «{}»", "klausul": "Klausulen, som klassen «{}» hører til,"},
    {"vaerdi"},
)
_KOBLING: Final = Fields(
    "kobling",
    {
        "register": "Registret, som koblingen «{}» bruger,",
        "klausul": "Klausulen, som koblingen «{}» hører til,",
        "frist": "Feltet, der er fristen i koblingen «{}»,",
        "gaelder": "Gyldigheden af koblingen «{}»",
    },
    {"navn", "kriterier"},
)
_KRITERIUM: Final = Fields("kriterium", {"naar": "Sætningen i kriteriet «{}»"}, {"navn", "kraeves"})


def changed_klassifikationer(before: Rammevaerk, now: Rammevaerk) -> Iterator[Rettelse]:
    """The typologies that came and went, and the others class by class."""

    def gone(one: Klassifikation) -> Rettelse:
        tekst = f"Klassifikationen «{one.navn}» er udgået."
        return Rettelse(_place(one.klausul), "klassifikation", one.navn, "fjernet", tekst)

    def came(one: Klassifikation) -> Rettelse:
        tekst = f"Klassifikationen «{one.navn}» er ny."
        return Rettelse(_place(one.klausul), "klassifikation", one.navn, "ny", tekst)

    return each(before.klassifikationer, now.klassifikationer, gone, came, _klassifikation)


def _klassifikation(was: Klassifikation, is_: Klassifikation) -> Iterator[Rettelse]:
    yield from _KLASSIFIKATION.changed(_place(is_.klausul, was.klausul), is_.navn, was, is_)

    def place(*klasser: Klasse) -> tuple[str, ...]:
        return _place(*(one.klausul for one in klasser)) or _place(is_.klausul)

    def gone(one: Klasse) -> Rettelse:
        tekst = f"Klassen «{one.vaerdi}» er udgået."
        return Rettelse(place(one), "klasse", one.vaerdi, "fjernet", tekst, shown(one.naar))

    def came(one: Klasse) -> Rettelse:
        return Rettelse(place(one), "klasse", one.vaerdi, "ny", f"Klassen «{one.vaerdi}» er ny.", "", shown(one.naar))

    def both(before: Klasse, now: Klasse) -> Iterator[Rettelse]:
        return _KLASSE.changed(place(now, before), now.vaerdi, before, now)

    before, now = ({one.vaerdi: one for one in each_.klasser} for each_ in (was, is_))
    yield from each(before, now, gone, came, both)
    orders = list(before), list(now)
    yield from reordered(_place(is_.klausul), "klassifikation", is_.navn, f"Klasserne i «{is_.navn}» står", orders)


def changed_koblinger(before: Rammevaerk, now: Rammevaerk) -> Iterator[Rettelse]:
    """The matches that came and went, and the others criterion by criterion."""

    def gone(one: Kobling) -> Rettelse:
        return Rettelse(
            _place(one.klausul), "kobling", one.navn, "fjernet", f"Koblingen «{one.navn}» er udgået.", one.register
        )

    def came(one: Kobling) -> Rettelse:
        return Rettelse(
            _place(one.klausul), "kobling", one.navn, "ny", f"Koblingen «{one.navn}» er ny.", "", one.register
        )

    return each(before.koblinger, now.koblinger, gone, came, _kobling)


def _kobling(was: Kobling, is_: Kobling) -> Iterator[Rettelse]:
    place = _place(is_.klausul, was.klausul)
    yield from _KOBLING.changed(place, is_.navn, was, is_)

    def gone(one: Kriterium) -> Rettelse:
        tekst = f"Kriteriet «{one.navn}» er udgået."
        return Rettelse(place, "kriterium", one.navn, "fjernet", tekst, shown(one.naar))

    def came(one: Kriterium) -> Rettelse:
        return Rettelse(place, "kriterium", one.navn, "ny", f"Kriteriet «{one.navn}» er nyt.", "", shown(one.naar))

    def both(before: Kriterium, now: Kriterium) -> Iterator[Rettelse]:
        if before.kraeves != now.kraeves:
            tekst = f"Kriteriet «{now.navn}» {'kræves nu' if now.kraeves else 'kræves ikke længere'}."
            yield Rettelse(place, "kriterium", now.navn, "ændret", tekst)
        yield from _KRITERIUM.changed(place, now.navn, before, now)

    before, now = ({one.navn: one for one in each_.kriterier} for each_ in (was, is_))
    yield from each(before, now, gone, came, both)
    orders = list(before), list(now)
    yield from reordered(place, "kobling", is_.navn, f"Kriterierne i «{is_.navn}» står", orders)


def _place(*klausuler: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, klausuler)))
