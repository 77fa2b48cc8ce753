"""The keys of a rule file: one table that reads it, checks it and makes its JSON Schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Shape = Literal[
    "tekst", "sætning", "dato", "valg", "tal", "tekster", "datoer", "tal i række", "poster", "objekt", "værdi"
]


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what may stand under it, and what it is for, in Danish."""

    name: str
    shape: Shape
    meaning: str
    required: bool = False
    options: tuple[str, ...] = ()
    keys: tuple[Key, ...] = ()
    """Of an object: its own keys. Of a list or a table of objects: the keys of each."""
    many: Literal["", "liste", "navne"] = ""
    """Whether there is one, a list of them, or one for each name."""


_PERIOD: Final = (
    Key("fra", "dato", "Første dag, det gælder."),
    Key("til", "dato", "Sidste dag, det gælder."),
)
STYRKER: Final = ("skal", "bør", "kan", "oplysning")
ARTER: Final = ("regel", "skøn", "register", "oplysning")
HANDLINGER: Final = ("tilvælg", "fravælg", "fortsæt", "afslut", "afvent", "ingen")
FACT_KINDS: Final = ("ja/nej", "skøn", "tal", "mængde", "dato", "tekst", "valg", "liste")

_KLAUSUL: Final = (
    Key("id", "tekst", "Klausulens nummer: afsnit.nr.", required=True),
    Key("afsnit", "tekst", "Det afsnit i kilden, klausulen står i."),
    Key("punktummer", "tal i række", "Hvilke punktummer i afsnittet klausulen dækker."),
    Key("styrke", "valg", "Hvor bindende klausulen er.", required=True, options=STYRKER),
    Key(
        "art",
        "valg",
        "Om fakta eller et skøn afgør klausulen, om den er et register eller kun oplyser.",
        required=True,
        options=ARTER,
    ),
    Key("tekst", "tekst", "Klausulen med egne ord.", required=True),
    Key("hvorfor", "tekst", "Hvorfor klausulen har denne art."),
)
_VAERDI: Final = (*_PERIOD, Key("værdi", "værdi", "Et tal, en mængde, en dato, ja/nej eller en liste.", required=True))
_PARAMETER: Final = (
    Key("klausul", "tekst", "Den klausul, parameteren hører til."),
    Key("fortolkning", "tekst", "Hvordan kommunen måler det, kilden lader stå åbent."),
    Key("værdier", "objekt", "Værdierne og hvornår de gælder.", required=True, keys=_VAERDI, many="liste"),
)
_BEGREB: Final = (
    Key("er", "sætning", "Hvad begrebet betyder, som en sætning.", required=True),
    Key("fortolkning", "tekst", "Hvordan kommunen måler det, kilden lader stå åbent."),
)
_REGISTER: Final = (
    Key("klausul", "tekst", "Den klausul, registret hører til."),
    Key("poster", "poster", "Navnene, eller navne med flere felter: tekst, tal, dato, ja/nej, liste.", required=True),
)
_EGEN: Final = (
    Key("art", "valg", "Hvad slags oplysning det er.", required=True, options=FACT_KINDS),
    Key("spørgsmål", "tekst", "Spørgsmålet, der skal stilles for at få oplysningen.", required=True),
    Key("enhed", "tekst", "En mængdes enhed, fx kr."),
    Key("valgmuligheder", "tekster", "Et valgs muligheder."),
    Key("ental", "tekst", "Hvad én på listen hedder."),
    Key("persondata", "valg", "Om oplysningen er personlig.", options=("ja", "nej", "fritekst")),
)
_REGEL: Final = (
    Key("id", "tekst", "Reglens navn; klausulens nummer, når klausulen kun har én regel.", required=True),
    Key("klausul", "tekst", "Den klausul, reglen afgør.", required=True),
    Key("styrke", "valg", "Samme styrke som klausulen.", options=STYRKER[:3]),
    Key("gælder når", "sætning", "Hvornår reglen er relevant."),
    Key("krav", "sætning", "Det, der skal være opfyldt.", required=True),
    Key("opfyldt", "tekst", "Begrundelsen, når kravet er opfyldt."),
    Key("ikke opfyldt", "tekst", "Begrundelsen, når kravet ikke er opfyldt."),
    Key("uafklaret", "tekst", "Begrundelsen, når oplysninger mangler."),
    Key("vilkår", "tekst", "Det, der skal bringes i orden."),
    Key("spørgsmål", "tekst", "Spørgsmålet, når oplysningen mangler."),
    Key("fortolkning", "tekst", "Hvordan kommunen måler det, kilden lader stå åbent."),
    Key(
        "angår",
        "valg",
        "Om reglen handler om aktiviteten eller om rammeværket selv.",
        options=("aktiviteten", "rammeværket"),
    ),
    Key("gælder", "objekt", "Hvornår reglen er i kraft.", keys=_PERIOD),
)
_PORTEFOELJE: Final = (
    Key("id", "tekst", "Reglens navn; klausulens nummer, når klausulen kun har én regel.", required=True),
    Key("klausul", "tekst", "Den klausul, reglen afgør.", required=True),
    Key("for hver", "tekst", "Den oplysning, aktiviteterne deles op efter. Hver del får sit eget svar."),
    Key("blandt", "sætning", "Hvilke aktiviteter der tæller med. Uden den tæller alle med."),
    Key("krav", "sætning", "Det, aktiviteterne skal opfylde tilsammen."),
    Key("andel", "sætning", "Det, der skal gælde for en aktivitet, før den tæller i andelen; i stedet for krav."),
    Key("mindst", "tekst", "Parameteren med den mindste andel i pct.; hører til andel."),
    Key("opfyldt", "tekst", "Begrundelsen, når kravet er opfyldt."),
    Key("ikke opfyldt", "tekst", "Begrundelsen, når kravet ikke er opfyldt."),
    Key("uafklaret", "tekst", "Begrundelsen, når oplysninger mangler."),
    Key("fortolkning", "tekst", "Hvordan kommunen måler det, kilden lader stå åbent."),
    Key("gælder", "objekt", "Hvornår reglen er i kraft.", keys=_PERIOD),
)
_INDSTILLING: Final = (
    Key("handling", "valg", "Det, der indstilles.", required=True, options=HANDLINGER),
    Key("klausul", "tekst", "Den klausul, indstillingen bygger på."),
    Key("når", "sætning", "Hvornår der indstilles sådan.", required=True),
    Key("tekst", "tekst", "Indstillingen som en sætning."),
)
_KLASSE: Final = (
    Key("værdi", "tekst", "En af valgets muligheder.", required=True),
    Key("klausul", "tekst", "Den klausul, klassens kendetegn står i."),
    Key("når", "sætning", "Kendetegnene som en sætning, der ikke bruger selve valget.", required=True),
)
_KLASSIFIKATION: Final = (
    Key("oplysning", "tekst", "Det valg, der siger, hvad aktiviteten er angivet som.", required=True),
    Key("klausul", "tekst", "Den klausul, klassifikationen hører til."),
    Key("klasser", "objekt", "Klasserne og deres kendetegn.", required=True, keys=_KLASSE, many="liste"),
)
_KRITERIUM: Final = (
    Key("navn", "tekst", "Kriteriets navn.", required=True),
    Key("kræves", "valg", "Om posten er udelukket uden kriteriet.", required=True, options=("ja", "nej")),
    Key("når", "sætning", "Kriteriet som en sætning, hvor registrets felter er navne.", required=True),
)
_KOBLING: Final = (
    Key("klausul", "tekst", "Den klausul, koblingen hører til."),
    Key("register", "tekst", "Det register, aktiviteten kobles til.", required=True),
    Key("frist", "tekst", "Det felt, der er postens frist."),
    Key("kriterier", "objekt", "Det, der skal passe sammen.", required=True, keys=_KRITERIUM, many="liste"),
)
_RANGORDEN: Final = (
    Key("navn", "tekst", "Det, der lægges vægt på, fx værdi.", required=True),
    Key("klausuler", "tekster", "De klausuler, der bærer det. Jo flere opfyldte, jo højere plads.", required=True),
    Key("klausul", "tekst", "Den klausul, rangordenen følger af."),
    Key("fortolkning", "tekst", "Hvordan kommunen måler det, kilden lader stå åbent."),
)
_REVISION: Final = (
    Key("organ", "tekst", "Hvem der reviderer."),
    Key("senest", "dato", "Sidste dag for revisionen, så længe ingen er registreret."),
    Key("registreret", "datoer", "De dage, en revision er gennemført."),
    Key("hver", "valg", "Hvor ofte der revideres.", options=("byrådsperiode",)),
    Key("varsles", "tekst", "Hvor længe før der varsles: en parameter i dage eller måneder."),
    Key("klausul", "tekst", "Den klausul, revisionen følger af."),
)
_FRIST: Final = (
    Key("klausul", "tekst", "Den klausul, fristen følger af.", required=True),
    Key("hvad", "tekst", "Det, der skal ske, som en sætning.", required=True),
    Key("gælder når", "sætning", "Hvornår fristen er relevant."),
    Key("sidst", "sætning", "Den dag, det sidst er sket, fx «dato i seneste evaluering».", required=True),
    Key("første", "sætning", "Den dag, der tælles fra, når det aldrig er sket, fx «start»."),
    Key(
        "hver",
        "tekst",
        "Hvor ofte det skal ske: en parameter i dage eller måneder, eller ordet byrådsperiode.",
        required=True,
    ),
    Key("varsles", "tekst", "Hvor længe før der varsles: en parameter i dage eller måneder."),
)
_HOLDBARHED: Final = (
    Key("klausul", "tekst", "Den klausul, skønnet hører til.", required=True),
    Key("gælder når", "sætning", "Hvornår skønnet skal holdes ved lige."),
    Key("hver", "tekst", "Hvor længe skønnet holder: en parameter i dage eller måneder.", required=True),
    Key("varsles", "tekst", "Hvor længe før der varsles: en parameter i dage eller måneder."),
)
_HENVISNING: Final = (
    Key("til", "dato", "Sidste dag, det andet papir gælder. Kendes den ikke, udelades den."),
    Key("klausuler", "tekster", "De klausuler, der henviser til papiret.", required=True),
    Key("fortolkning", "tekst", "Hvordan kommunen læser det, kilden lader stå åbent."),
)

HEAD: Final = (
    Key("rammeværk", "tekst", "Rammeværkets navn, som mappen hedder."),
    Key("titel", "tekst", "Rammeværkets titel."),
    Key("ejer", "tekst", "Hvem rammeværket tilhører."),
    Key("kilde", "tekst", "Papiret, rammeværket gengiver."),
    Key("bygger på", "tekster", "De rammeværker, dette er lagt oven på."),
    Key("afsnit", "tekster", "Kildens afsnit i kildens rækkefølge."),
    Key("gælder", "objekt", "Hvornår rammeværket er i kraft.", keys=_PERIOD),
    Key("revision", "objekt", "Hvornår og af hvem rammeværket revideres.", keys=_REVISION),
)
"""What stands in exactly one of a rammeværk's files."""

SECTIONS: Final = (
    Key("klausuler", "objekt", "Kildens sætninger med egne ord.", keys=_KLAUSUL, many="liste"),
    Key("parametre", "objekt", "Daterede tal og lister, reglerne bruger.", keys=_PARAMETER, many="navne"),
    Key("begreber", "objekt", "Navne for sætninger, reglerne bruger.", keys=_BEGREB, many="navne"),
    Key("registre", "objekt", "Lister, reglerne slår op i.", keys=_REGISTER, many="navne"),
    Key("egne", "objekt", "Rammeværkets egne oplysninger.", keys=_EGEN, many="navne"),
    Key("spørgsmål", "tekst", "Andre spørgsmål end de fælles, for hver oplysning.", many="navne"),
    Key("regler", "objekt", "Hvordan klausulerne afgøres.", keys=_REGEL, many="liste"),
    Key("portefølje", "objekt", "Regler om aktiviteterne tilsammen.", keys=_PORTEFOELJE, many="liste"),
    Key("indstillinger", "objekt", "Hvad der indstilles, i rækkefølge.", keys=_INDSTILLING, many="liste"),
    Key("frister", "objekt", "Det, der skal ske igen og igen, og hvor ofte.", keys=_FRIST, many="navne"),
    Key("holdbarhed", "objekt", "Hvor længe et skøn holder, før det skal gives igen.", keys=_HOLDBARHED, many="navne"),
    Key("henvisninger", "objekt", "Andre papirer, klausulerne henviser til.", keys=_HENVISNING, many="navne"),
    Key("klassifikationer", "objekt", "Hvad en aktivitet er ud fra oplysningerne.", keys=_KLASSIFIKATION, many="navne"),
    Key("koblinger", "objekt", "Hvad et register har til en aktivitet.", keys=_KOBLING, many="navne"),
    Key("rangering", "objekt", "Det, der tæller mest mellem aktiviteter, i rækkefølge.", keys=_RANGORDEN, many="liste"),
)
"""What may stand in any of a rammeværk's files."""

TOP: Final = HEAD + SECTIONS


def with_inner(keys: tuple[Key, ...]) -> Iterator[Key]:
    """The keys and all keys below them."""
    for key in keys:
        yield key
        yield from with_inner(key.keys)
