"""What has changed, what sleeps, what is late and what is missing: the parts of the account that ask for action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.explanation.fristvurdering import Tilstand
from rammevaerk.explanation.omvurdering import by_handling
from rammevaerk.explanation.venskabsbyer import AWAKE_FOR
from rammevaerk.facts.dates import write_date
from rammevaerk.facts.numbers import counted, write_count
from rammevaerk.names import listed
from rammevaerk.presentation.omvurdering import klausul_in_words, why_turned
from rammevaerk.presentation.portefoelje import figures, name_of_gruppe
from rammevaerk.presentation.rapport.blokke import Afsnit, Kolonne, Tabel
from rammevaerk.presentation.rapport.ord import aktiviteter, named, titles
from rammevaerk.presentation.rapport.raekkefoelge import in_part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rammevaerk.explanation.rapport import Liv, Rapport, Siden

_LIV: Final[Mapping[Liv, str]] = {
    "i gang": "der er en aktivitet i gang",
    "nylig": "der er sket noget inden for et år",
    "uafklaret": "uafklaret",
    "sover": "sover",
}


def siden(rapport: Rapport) -> Afsnit:
    """What happened since the report before."""
    found = rapport.siden
    if found is None:
        return Afsnit("Siden sidste opfølgning", ("Der er ingen tidligere opfølgning at sammenligne med.",))
    handled, klausuler = by_handling(found.vendte)
    rows = tuple((one.titel, one.foer, one.nu, why_turned(one)) for one in handled)
    columns = (Kolonne("Aktivitet"), Kolonne("Før"), Kolonne("Nu"), Kolonne("På grund af", bred=True))
    turned = Tabel("Aktiviteter med en ny indstilling", "Siden sidst", columns, rows, "Ingen indstillinger er ændret.")
    only = tuple((one.titel, "; ".join(map(klausul_in_words, one.klausuler))) for one in klausuler)
    two = (Kolonne("Aktivitet"), Kolonne("Klausuler", bred=True))
    none = "Ingen andre klausuler har fået et andet udfald."
    rest = Tabel("Andre klausuler med et andet udfald", "Andre udfald", two, only, none)
    return Afsnit("Siden sidste opfølgning", (*_since(found), turned, rest))


def _since(found: Siden) -> Iterator[str]:
    yield f"Den sidste opfølgning er fra den {write_date(found.dato)}."
    yield f"{aktiviteter(found.uaendret)} {'står, som den' if found.uaendret == 1 else 'står, som de'} gjorde."
    if found.nye_regler:
        yield "Reglerne er ændret siden da. En ny indstilling kan derfor skyldes reglerne og ikke aktiviteten."
    for word, names in (
        ("Nye", [one.titel for one in found.nye]),
        ("Ikke længere med", [o.titel for o in found.udgaaet]),
    ):
        yield f"{word}: {named(names) if names else 'ingen'}."


def tilsammen(rapport: Rapport) -> tuple[Afsnit, ...]:
    """What the rules about all aktiviteter together answer, where there are such rules."""
    found = rapport.tilsammen.regler
    if not found:
        return ()
    rows = tuple(
        (
            regel.id,
            name_of_gruppe(gruppe) or "alle",
            str(gruppe.udfald),
            gruppe.begrundelse,
            "; ".join(figures(gruppe)) or "–",
        )
        for regel in found
        for gruppe in regel.grupper
    )
    columns = (Kolonne("Regel"), Kolonne("Hvem"), Kolonne("Udfald"), Kolonne("Begrundelse", bred=True), Kolonne("Tal"))
    tabel = Tabel("Reglerne om aktiviteterne tilsammen", "Tilsammen", columns, rows, "Ingen.")
    return (Afsnit("Det, aktiviteterne skal opfylde tilsammen", (tabel,)),)


def venskabsbyer(rapport: Rapport) -> tuple[Afsnit, ...]:
    """The twin cities, where the rammeværk has a list of them."""
    byer = rapport.venskabsbyer
    if not byer:
        return ()
    text = (
        "En venskabsby sover, når der ikke er nogen aktivitet i gang med den, "
        f"og der ikke er sket noget i {AWAKE_FOR} måneder."
    )
    asleep, open_ = ([one.navn for one in byer if one.liv == liv] for liv in ("sover", "uafklaret"))
    said = (
        f"{write_count(len(asleep))} af {write_count(len(byer))} sover: {listed(asleep)}."
        if asleep
        else "Ingen sover, så vidt det vides."
    )
    if open_:
        who = f"{aktiviteter(rapport.uden_by)} har ikke oplyst, hvilke byer partnerne hører til i"
        said += f" Om {write_count(len(open_))} kan det ikke siges" + (f", for {who}." if rapport.uden_by else ".")
    order = {liv: place for place, liv in enumerate(("sover", "uafklaret", "nylig", "i gang"))}
    rows = tuple(
        (one.navn, one.land or None, _LIV[one.liv], one.senest, titles(one.aktiviteter))
        for one in sorted(byer, key=lambda one: order[one.liv])
    )
    columns = (
        Kolonne("By"),
        Kolonne("Land"),
        Kolonne("Hvordan det går"),
        Kolonne("Sidst"),
        Kolonne("Aktiviteter", bred=True),
    )
    tabel = Tabel("Venskabsbyerne", "Venskabsbyer", columns, rows, "Ingen.")
    return (Afsnit("Venskabsbyer", (text, said, tabel)),)


def frister(rapport: Rapport) -> Afsnit:
    """What is late, and how much cannot be told."""
    open_ = sum(one.tilstand is Tilstand.UAFKLARET for one in rapport.frister.frister)
    text = f"Om {counted(open_, 'frist', 'frister')} kan det ikke siges, for der mangler oplysninger."
    return Afsnit("Frister", (*([text] if open_ else []), *in_part(table_of_late(rapport))))


def table_of_late(rapport: Rapport) -> Tabel:
    """Every frist that is overskredet."""
    late = (one for one in rapport.frister.frister if one.tilstand is Tilstand.OVERSKREDET)
    rows = tuple(
        (one.dato, one.titel or "rammerne selv", one.hvad, one.begrundelse, one.klausul or None) for one in late
    )
    columns = (
        *map(Kolonne, ("Frist", "Hvad", "Hvad der skulle ske")),
        Kolonne("Hvorfor", bred=True),
        Kolonne("Klausul"),
    )
    return Tabel("Frister, der er overskredet", "Frister", columns, rows, "Ingen frister er overskredet.")


def mangler(rapport: Rapport) -> Afsnit:
    """How much each forvaltning has to find out; what, stands in bilag 3."""
    rows = tuple(
        (one.forvaltning or "uoplyst", one.aktiviteter, one.venter, len(one.mangler), _most(one.mangler[0].navn))
        for one in rapport.mangler
    )
    names = ("Aktiviteter, der mangler noget", "Heraf venter", "Forskellige oplysninger")
    columns = (Kolonne("Forvaltning"), *(Kolonne(name, tal=True) for name in names), Kolonne("Oftest"))
    tabel = Tabel("Hvad der mangler, efter forvaltning", "Mangler", columns, rows, "Der mangler ingen oplysninger.")
    text = "Spørgsmålene til hver forvaltning står i bilag 3."
    return Afsnit("Hvad der mangler, og fra hvem", (text, tabel) if rows else (tabel,))


def _most(name: str) -> str:
    return f"«{name}»"
