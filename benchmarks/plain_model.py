"""Plain pydantic of the same shape as an aktivitet: dates, options, nested records, amounts left as text.

This is what a programmer writes who wants the same keys read and checked and nothing else: no Danish dates, no exact
amounts, no «ja», no check of a key that stands twice, no unknown that is told from none.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

Texts = list[str] | None
OwnValue = bool | str | float | date | list[str]


class Skoen(BaseModel):
    """What only a person can say."""

    svar: bool | None = None
    svaret_af: str | None = None
    dato: date | None = None
    begrundelse: str | None = None


class LokalAktoer(BaseModel):
    """A local body."""

    navn: str | None = None
    type: Literal["uddannelsesinstitution", "virksomhed", "organisation"] | None = None
    forankring: str | None = None


class Partner(BaseModel):
    """A partner."""

    navn: str | None = None
    by: str | None = None
    land: str | None = None
    type: Literal["kommune", "virksomhed", "uddannelsesinstitution", "organisation", "netværk"] | None = None


class Investering(BaseModel):
    """What is put in."""

    dato: date | None = None
    maengde: str | None = Field(None, alias="mængde")
    note: str | None = None


class Udbytte(BaseModel):
    """What comes out."""

    dato: date | None = None
    art: str | None = None
    maengde: str | None = Field(None, alias="mængde")
    note: str | None = None


class Evaluering(BaseModel):
    """An evaluation."""

    dato: date | None = None
    investering: str | None = None
    udbytte: str | None = None
    bidrag: Literal["mindre", "lige så meget", "mere"] | None = None
    note: str | None = None


class Videndeling(BaseModel):
    """Knowledge shared."""

    dato: date | None = None
    forum: str | None = None
    kreds: Literal["intern", "ekstern"] | None = None


class Plain(BaseModel):
    """An aktivitet."""

    id: str
    titel: str
    status: Literal["forslag", "i gang", "afsluttet"]
    type: (
        Literal[
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
        | None
    ) = None
    forvaltning: str | None = None
    emne: str | None = None
    kle: str | None = Field(None, pattern=r"^\d\d\.\d\d\.\d\d$")
    start: date | None = None
    slut: date | None = None
    politiske_maal: Texts = Field(None, alias="politiske_mål")
    politikomraader: Texts = Field(None, alias="politikområder")
    maalgrupper: Texts = Field(None, alias="målgrupper")
    bygger_paa: Texts = Field(None, alias="bygger_på")
    kerneopgaver: Texts = None
    retning: Literal["henter viden", "deler viden", "gensidig"] | None = None
    horisont: Literal["kort", "lang"] | None = None
    partnerskabsform: Literal["projekt", "ad hoc", "langvarig", "ingen"] | None = None
    aftale: Literal["ingen", "hensigtserklæring", "bindende"] | None = None
    venskabsby_relevans: Literal["faglig", "erfaringsmæssig", "begge", "ingen"] | None = None
    lokale_aktoerer: list[LokalAktoer] | None = Field(None, alias="lokale_aktører")
    partnere: list[Partner] | None = None
    investeringer: list[Investering] | None = None
    udbytter: list[Udbytte] | None = None
    evalueringer: list[Evaluering] | None = None
    videndelinger: list[Videndeling] | None = None
    eu_projekt: bool | None = None
    sdeo_inddraget: bool | None = None
    soegt_i_faellesskab: bool | None = Field(None, alias="søgt_i_fællesskab")
    borgervaerdi: Skoen | bool | None = Field(None, alias="borgerværdi")
    goer_klogere: Skoen | bool | None = Field(None, alias="gør_klogere")
    afgoerende_viden: Skoen | bool | None = Field(None, alias="afgørende_viden")
    omdoemme: Skoen | bool | None = Field(None, alias="omdømme")
    erhvervsrettet: Skoen | bool | None = None
    stabschef: Skoen | bool | None = None
    begrundet_stedvalg: Skoen | bool | None = None
    egne: dict[str, Skoen | OwnValue | None] = {}
