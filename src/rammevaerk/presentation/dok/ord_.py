"""Words for what the rule files say in one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rammevaerk.facts.kinds import Kind
    from rammevaerk.model.klausul import Handling, KlausulArt, Styrke

STYRKER: Final[Mapping[Styrke, str]] = {
    "skal": "Skal. Kravet er bindende.",
    "bør": "Bør. En afvigelse skal begrundes, men den vender ikke indstillingen.",
    "kan": "Kan. Det er en mulighed og kan ikke brydes.",
    "oplysning": "Oplysning. Der stilles intet krav.",
}
ARTER: Final[Mapping[KlausulArt, str]] = {
    "regel": "Afgøres af oplysninger om aktiviteten.",
    "skøn": "Afgøres af et menneskes skøn.",
    "register": "Er en liste, som reglerne slår op i.",
    "oplysning": "Fortæller noget og stiller intet krav.",
}
HANDLINGER: Final[Mapping[Handling, str]] = {
    "tilvælg": "Vælg forslaget til",
    "fravælg": "Vælg forslaget fra",
    "fortsæt": "Fortsæt aktiviteten",
    "afslut": "Afslut aktiviteten",
    "afvent": "Vent, til der er svar på det, der mangler",
    "ingen": "Ingen indstilling",
}
UDFALD: Final = {
    "opfyldt": "Kravet er opfyldt.",
    "ikke opfyldt": "Kravet er ikke opfyldt.",
    "uafklaret": "Der mangler oplysninger, og svaret kan falde ud til begge sider.",
    "ikke relevant": "Kravet gælder ikke for aktiviteten.",
    "ikke i kraft": "Reglen gælder ikke på den dag.",
}


def kind_in_words(kind: Kind) -> str:
    """What can be answered, in words."""
    if kind.skoen:
        return "ja eller nej, efter et menneskes skøn"
    if kind.art == "valg":
        return "en af: " + ", ".join(kind.options)
    if kind.art == "liste":
        inner = ", ".join(field.name for field in kind.fields)
        return f"en liste; for hver: {inner}" if inner else "en liste"
    plain = {"ja/nej": "ja eller nej", "tal": "et tal", "dato": "en dato", "tekst": "tekst"}
    return plain[kind.art] if not kind.unit or kind.art != "tal" else f"en mængde ({kind.unit})"
