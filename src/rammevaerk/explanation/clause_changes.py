"""What happened to a klausul, a rule or an indstilling that is in both editions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

from rammevaerk.explanation.rettelse import Fields, Rettelse
from rammevaerk.model.klausul import Styrke

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.model.klausul import Indstillingsregel, Klausul, Regel

_STRONGEST_FIRST: Final[tuple[str, ...]] = get_args(Styrke)
_KLAUSUL: Final = Fields(
    "klausul",
    {"art": "Klausulens art", "tekst": "Gengivelsen af klausulen", "hvorfor": "Begrundelsen for klausulens art"},
    {"id", "styrke", "afsnit", "punktummer"},
)
_REGEL: Final = {
    "krav": "Kravet{}",
    "gaelder_naar": "Betingelsen for, at reglen{} gælder,",
    "gaelder": "Gyldigheden af reglen{}",
    "opfyldt": "Begrundelsen{}, når kravet er opfyldt,",
    "ikke_opfyldt": "Begrundelsen{}, når kravet ikke er opfyldt,",
    "uafklaret": "Begrundelsen{}, når oplysninger mangler,",
    "vilkaar": "Vilkåret{}",
    "spoergsmaal": "Spørgsmålet{}",
    "fortolkning": "Kommunens fortolkning{}",
}
_INDSTILLING: Final = Fields(
    "indstilling",
    {
        "naar": "Betingelsen for at indstille «{}»",
        "klausul": "Klausulen, som indstillingen «{}» bygger på,",
        "tekst": "Teksten til indstillingen «{}»",
    },
    {"handling"},
)


def changed_klausul(was: Klausul, is_: Klausul) -> Iterator[Rettelse]:
    """What is demanded, how strongly, and where in the paper."""
    place = (is_.id,)
    if was.styrke != is_.styrke:
        tightened = _STRONGEST_FIRST.index(is_.styrke) < _STRONGEST_FIRST.index(was.styrke)
        tekst = f"Styrken er {'skærpet' if tightened else 'lempet'} fra {was.styrke} til {is_.styrke}."
        yield Rettelse(place, "klausul", is_.id, "ændret", tekst)
    if (was.afsnit, was.punktummer) != (is_.afsnit, is_.punktummer):
        tekst = "Klausulen hører til et andet sted i papiret."
        yield Rettelse(place, "klausul", is_.id, "ændret", tekst, _sted(was), _sted(is_))
    yield from _KLAUSUL.changed(place, is_.id, was, is_)


def _sted(one: Klausul) -> str:
    numbers = ", ".join(map(str, one.punktummer))
    return ", punktum ".join(filter(None, [one.afsnit, numbers])) or "intet sted"


def changed_regel(was: Regel, is_: Regel) -> Iterator[Rettelse]:
    """What is asked and what is answered. A rule is as strong as its klausul, of which that is told."""
    place = tuple(dict.fromkeys((is_.klausul, was.klausul)))
    if was.klausul != is_.klausul:
        tekst = f"Reglen {is_.id} afgør nu klausulen {is_.klausul} og ikke {was.klausul}."
        yield Rettelse(place, "regel", is_.id, "ændret", tekst)
    if was.om_rammen != is_.om_rammen:
        about = ("aktiviteten", "rammeværket selv")
        tekst = f"Reglen {is_.id} angår nu {about[is_.om_rammen]} og ikke {about[was.om_rammen]}."
        yield Rettelse(place, "regel", is_.id, "ændret", tekst)
    of = "" if is_.id == is_.klausul else f" {is_.id}"
    words = {name: what.format(of if "reglen{}" in what else of and f" i reglen{of}") for name, what in _REGEL.items()}
    yield from Fields("regel", words, {"id", "klausul", "styrke", "om_rammen"}).changed(place, is_.id, was, is_)


def changed_indstilling(navn: str, was: Indstillingsregel, is_: Indstillingsregel) -> Iterator[Rettelse]:
    """When it is given, what it rests on and what it says."""
    place = tuple(dict.fromkeys(filter(None, (is_.klausul, was.klausul))))
    yield from _INDSTILLING.changed(place, navn, was, is_)
