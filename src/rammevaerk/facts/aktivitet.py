"""What can be known of an aktivitet. A new fact is one line here: kind, question, and how it is named."""

from __future__ import annotations

from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from rammevaerk.facts.bidrag import Bidrag, Contradiction, computed, contradiction
from rammevaerk.facts.catalogue import catalogue, fact
from rammevaerk.facts.dates import write_date
from rammevaerk.facts.values import (
    LONGEST_LIST,
    Dato,
    EgenVaerdi,
    Egne,
    Fakta,
    JaNej,
    Kle,
    Ressource,
    Skoen,
    Skoennet,
    Tekst,
    Tekster,
)

__all__ = [
    "CATALOGUE",
    "SKOEN",
    "Aktivitet",
    "EgenVaerdi",
    "Evaluering",
    "Investering",
    "LokalAktoer",
    "Partner",
    "Skoen",
    "Udbytte",
    "Videndeling",
]

Status = Literal["forslag", "i gang", "afsluttet"]
Type = Literal[
    "venskabsbysamarbejde",
    "netværk",
    "partnerskab",
    "projekt",
    "studierejse",
    "udveksling",
    "konference",
    "værtsbesøg",
    "internationalt kontor",
]
Retning = Literal["henter viden", "deler viden", "gensidig"]
Form = Literal["projekt", "ad hoc", "langvarig", "ingen"]
Aftale = Literal["ingen", "hensigtserklæring", "bindende"]
Relevans = Literal["faglig", "erfaringsmæssig", "begge", "ingen"]
AktoerType = Literal["uddannelsesinstitution", "virksomhed", "organisation"]
PartnerType = Literal["kommune", "virksomhed", "uddannelsesinstitution", "organisation", "netværk"]


class LokalAktoer(Fakta):
    """A local body that takes part."""

    navn: Tekst | None = fact("Hvad hedder den lokale aktør?")
    type: AktoerType | None = fact("Hvad slags lokal aktør er det?")
    forankring: Tekst | None = fact("Hvor er den lokale aktør forankret?")


class Partner(Fakta):
    """A partner abroad or at home."""

    navn: Tekst | None = fact("Hvad hedder partneren?")
    by: Tekst | None = fact("Hvilken by hører partneren til i?")
    land: Tekst | None = fact("Hvilket land hører partneren til i?")
    type: PartnerType | None = fact("Hvad slags partner er det?")


class Investering(Fakta):
    """Money or working time put in."""

    dato: Dato | None = fact("Hvornår blev der investeret?")
    maengde: Ressource | None = fact("Hvor meget blev der investeret?", key="mængde")
    note: Tekst | None = fact("Hvad er der at sige om investeringen?", persondata="fritekst")


class Udbytte(Fakta):
    """What came out of it."""

    dato: Dato | None = fact("Hvornår kom udbyttet?")
    art: Tekst | None = fact("Hvad slags udbytte er det?")
    maengde: Ressource | None = fact("Hvor stort er udbyttet?", key="mængde")
    note: Tekst | None = fact("Hvad er der at sige om udbyttet?", persondata="fritekst")


class Evaluering(Fakta):
    """An evaluation; `bidrag` follows from the amounts where it was not recorded."""

    dato: Dato | None = fact("Hvornår blev der evalueret?")
    investering: Ressource | None = fact("Hvor stor var investeringen ved evalueringen?")
    udbytte: Ressource | None = fact("Hvor stort var udbyttet ved evalueringen?")
    bidrag: Bidrag | None = fact("Bidrager samarbejdet mindre, lige så meget eller mere, end der investeres?")
    note: Tekst | None = fact("Hvad er der at sige om evalueringen?", persondata="fritekst")

    @model_validator(mode="after")
    def _follow_amounts(self) -> Self:
        facts = self.__dict__  # several times as quick as attributes, and there are many evaluations
        found = computed(facts["investering"], facts["udbytte"])
        if found is not None and found != self.bidrag:
            if self.bidrag is not None:
                raise contradiction(self.bidrag, self.investering, self.udbytte)
            self.__dict__["bidrag"] = found  # frozen for everyone else; not a field that the file has set
        return self


class Videndeling(Fakta):
    """An occasion where knowledge was shared."""

    dato: Dato | None = fact("Hvornår blev viden delt?")
    forum: Tekst | None = fact("I hvilket forum blev viden delt?")
    kreds: Literal["intern", "ekstern"] | None = fact("Er kredsen intern eller ekstern?")


LokaleAktoerer = Annotated[tuple[LokalAktoer, ...], Field(max_length=LONGEST_LIST, strict=False)]
Partnere = Annotated[tuple[Partner, ...], Field(max_length=LONGEST_LIST, strict=False)]
Investeringer = Annotated[tuple[Investering, ...], Field(max_length=LONGEST_LIST, strict=False)]
Udbytter = Annotated[tuple[Udbytte, ...], Field(max_length=LONGEST_LIST, strict=False)]
Evalueringer = Annotated[tuple[Evaluering, ...], Field(max_length=LONGEST_LIST, strict=False)]
Videndelinger = Annotated[tuple[Videndeling, ...], Field(max_length=LONGEST_LIST, strict=False)]


class Aktivitet(Fakta):
    """What is judged. None is unknown, an empty list is known to be none."""

    id: Tekst = fact("Hvilket id har aktiviteten?", required=True)
    titel: Tekst = fact("Hvad hedder aktiviteten?", required=True)
    status: Status = fact("Er aktiviteten et forslag, i gang eller afsluttet?", required=True)
    type: Type | None = fact("Hvad slags aktivitet er det?")
    forvaltning: Tekst | None = fact("Hvilken forvaltning har ansvaret for aktiviteten?")
    emne: Tekst | None = fact("Hvad handler aktiviteten om?")
    kle: Kle | None = fact("Hvilket KLE-nummer har aktiviteten?")
    start: Dato | None = fact("Hvornår begynder aktiviteten?")
    slut: Dato | None = fact("Hvornår slutter aktiviteten?")
    politiske_maal: Tekster | None = fact(
        "Hvilke politiske mål understøtter aktiviteten?", key="politiske_mål", singular="politisk mål"
    )
    politikomraader: Tekster | None = fact(
        "Hvilke politikområder hører aktiviteten under?", key="politikområder", singular="politikområde"
    )
    maalgrupper: Tekster | None = fact("Hvilke målgrupper har aktiviteten?", key="målgrupper", singular="målgruppe")
    bygger_paa: Tekster | None = fact("Hvilke erfaringer bygger aktiviteten på?", key="bygger_på", singular="erfaring")
    kerneopgaver: Tekster | None = fact("Hvilke kerneopgaver understøtter aktiviteten?", singular="kerneopgave")
    retning: Retning | None = fact("Henter aktiviteten viden, deler den viden, eller er den gensidig?")
    horisont: Literal["kort", "lang"] | None = fact("Er aktivitetens horisont kort eller lang?")
    partnerskabsform: Form | None = fact("Hvilken form har partnerskabet?")
    aftale: Aftale | None = fact("Hvilken aftale er der indgået?")
    venskabsby_relevans: Relevans | None = fact("Hvordan er venskabsbyen relevant for kommunen?")
    lokale_aktoerer: LokaleAktoerer | None = fact(
        "Hvilke lokale aktører er med?", key="lokale_aktører", singular="lokal aktør"
    )
    partnere: Partnere | None = fact("Hvem er aktivitetens partnere?", singular="partner")
    investeringer: Investeringer | None = fact("Hvad er der investeret i aktiviteten?", singular="investering")
    udbytter: Udbytter | None = fact("Hvilket udbytte har aktiviteten givet?", singular="udbytte")
    evalueringer: Evalueringer | None = fact(
        "Hvornår er aktiviteten evalueret, og hvad viste det?", singular="evaluering"
    )
    videndelinger: Videndelinger | None = fact("Hvor er aktivitetens viden delt?", singular="videndeling")
    eu_projekt: JaNej | None = fact("Er aktiviteten et EU-projekt?", name="EU-projekt")
    sdeo_inddraget: JaNej | None = fact("Er SDEO inddraget?", name="SDEO inddraget")
    soegt_i_faellesskab: JaNej | None = fact("Er der søgt i fællesskab med andre?", key="søgt_i_fællesskab")
    borgervaerdi: Skoennet | None = fact("Skaber aktiviteten værdi for borgerne?", key="borgerværdi")
    goer_klogere: Skoennet | None = fact("Gør aktiviteten kommunen klogere?", key="gør_klogere")
    afgoerende_viden: Skoennet | None = fact("Giver aktiviteten afgørende viden?", key="afgørende_viden")
    omdoemme: Skoennet | None = fact("Styrker aktiviteten kommunens omdømme?", key="omdømme")
    erhvervsrettet: Skoennet | None = fact("Er aktiviteten erhvervsrettet?")
    stabschef: Skoennet | None = fact("Har stabschefen sagt god for aktiviteten?")
    begrundet_stedvalg: Skoennet | None = fact("Er valget af sted begrundet?")
    egne: Egne = fact("Hvad har rammeværket selv bedt om at vide?", default_factory=dict)

    @model_validator(mode="after")
    def _end_after_start(self) -> Self:
        start, slut = self.__dict__["start"], self.__dict__["slut"]
        if start is not None and slut is not None and slut < start:
            message = f"slut {write_date(slut)} ligger før start {write_date(start)}"
            raise Contradiction(message, "ret en af de to datoer", at="slut")
        return self


CATALOGUE: Final = catalogue(Aktivitet)
"""Every common fact by its name in sentences."""

SKOEN: Final = catalogue(Skoen)
"""What is known of a skøn besides its answer; `svaret af` is personal."""
