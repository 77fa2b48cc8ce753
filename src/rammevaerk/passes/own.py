"""Own facts: what a rammeværk asks of an aktivitet beside the common facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, cast

from rammevaerk.diagnostics import Unreadable
from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.facts.kinds import TEXT, YES_NO, Kind, Oplysning
from rammevaerk.facts.unit_table import base_unit
from rammevaerk.names import fold, spoken
from rammevaerk.passes.draft import Draft, name_of, name_span, scalars, shortened

if TYPE_CHECKING:
    from rammevaerk.rulefiles.document import Entry


def read_own(draft: Draft, entry: Entry) -> Oplysning:
    """The fact that an entry of `egne` declares."""
    name = name_of(entry)
    taken = {spoken(o.name): o.name for o in CATALOGUE.values()}
    if spoken(name) in taken:
        message = f"«{name}» er allerede en fælles oplysning"
        draft.fault("R010", message, "slet den her, og brug den fælles, eller vælg et andet navn", name_span(entry))
    return Oplysning(
        name=name,
        key=name,
        attribute=fold(name),
        kind=_own_kind(draft, entry),
        question=entry.text("spørgsmål"),
        persondata=cast('Literal["ja", "nej", "fritekst"]', entry.text("persondata") or "nej"),
        singular=entry.text("ental"),
        own=True,
    )


def _own_kind(draft: Draft, entry: Entry) -> Kind:
    art = entry.text("art")
    _check_companions(draft, entry, art)
    if art == "mængde" and "enhed" in entry.scalars:
        try:
            return Kind("tal", base_unit(entry.text("enhed")))
        except Unreadable as error:
            draft.unreadable("R014", error, entry.place("enhed"))
    if art == "valg":
        _refuse_few_options(draft, entry)
        return Kind("valg", options=tuple(" ".join(s.text.split()) for s in scalars(entry, "valgmuligheder")))
    if art == "liste":
        return Kind("liste", element=TEXT)
    if art == "skøn":
        return Kind("ja/nej", skoen=True)
    return {"dato": Kind("dato"), "tekst": TEXT, "tal": Kind("tal"), "mængde": Kind("tal")}.get(art, YES_NO)


def _refuse_few_options(draft: Draft, entry: Entry) -> None:
    """A choice is between two things at least, and they are not the same."""
    options = scalars(entry, "valgmuligheder")
    forms = [spoken(option.text) for option in options]
    for option, form in zip(options, forms, strict=True):
        if forms.count(form) > 1 and option is options[len(forms) - 1 - forms[::-1].index(form)]:
            draft.fault("R009", f"«{shortened(option.text)}» er der to gange", "slet den ene", option.span)
    if "valgmuligheder" in entry.lists and len(set(forms)) < 2:  # noqa: PLR2004 - one option is no choice
        draft.fault(
            "R014",
            "et valg har mindst to muligheder",
            "tilføj en, eller brug arten ja/nej",
            entry.place("valgmuligheder"),
        )


_COMPANIONS: Final = {"enhed": "mængde", "valgmuligheder": "valg", "ental": "liste"}
_COMPANION_EXAMPLES: Final = {
    "enhed": "enhed: kr.",
    "valgmuligheder": "valgmuligheder: [idé, drift]",
    "ental": "ental: deltager",
}


def _check_companions(draft: Draft, entry: Entry, art: str) -> None:
    """An amount needs its unit, a choice its options, a list its singular; nothing else has them."""
    for key, owner in _COMPANIONS.items():
        has = key in entry.scalars or key in entry.lists
        if has and art != owner:
            draft.fault(
                "R004",
                f"«{key}» hører kun til arten {owner}",
                f"slet den, eller skriv «art: {owner}»",
                entry.place(key),
            )
        elif art == owner and not has:
            draft.fault("R005", f"«{key}» mangler", f"skriv fx «{_COMPANION_EXAMPLES[key]}»", name_span(entry))
