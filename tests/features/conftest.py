"""The sentences a scenario may use. They speak of facts in general, so a new scenario needs no Python."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_origin

import pytest
from over_tid import *  # noqa: F403 - the sentences of scenarios over time are found by pytest here alone
from over_tid import day, sentence
from pytest_bdd import given, then, when

import rammevaerk as rv
from rammevaerk.explanation.values import andel_in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from rammevaerk.explanation.fristvurdering import Fristvurdering
    from rammevaerk.explanation.klassificering import Klassevurdering, Klassificering
    from rammevaerk.explanation.koblinger import Koblingssvar, Kriterievurdering, Postvurdering
    from rammevaerk.watch.overvaagning import Overvaagning

RULES = Path(__file__).parents[2] / "rules"
NONE, UNKNOWN = "ingen", "uoplyst"
PASSER = {True: "passer", False: "udelukket", None: "kan passe"}
OPFYLDT = {True: "opfyldt", False: "ikke opfyldt", None: "uafklaret"}
UDFALD = "opfyldt|ikke opfyldt|uafklaret|ikke relevant|ikke i kraft"
TILSTAND = "overholdt|kommende|overskredet|uafklaret|ikke relevant|ikke i kraft"


@dataclass
class Sag:
    """What a scenario has said so far, and what came of it."""

    mappe: Path | None = None
    fakta: dict[str, Any] = field(default_factory=dict)
    portefoelje: list[dict[str, Any]] = field(default_factory=list)
    vurdering: rv.Vurdering | rv.Portefoeljevurdering | None = None
    rangering: rv.Rangering | None = None
    klassificering: Klassificering | None = None
    koblinger: Koblingssvar | None = None
    overvaagning: Overvaagning | None = None
    registre: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """The posts that take the place of a register's own."""

    @property
    def ramme(self) -> rv.Rammevaerk:
        assert self.mappe, "skriv først «Givet rammeværket …»"
        return load(self.mappe)

    def klasse(self, vaerdi: str) -> Klassevurdering:
        assert self.klassificering, "skriv først «Når aktiviteten klassificeres den …»"
        klasser = [k for one in self.klassificering.klassifikationer.values() for k in one.klasser]
        return next(k for k in klasser if k.vaerdi == vaerdi)

    def post(self, navn: str) -> Postvurdering:
        assert self.koblinger, "skriv først «Når aktiviteten kobles den …»"
        return next(p for one in self.koblinger.koblinger.values() for p in one.poster if p.navn == navn)

    def kriterium(self, navn: str, post: str) -> Kriterievurdering:
        return next(one for one in self.post(post).kriterier if one.navn == navn)

    @property
    def svar(self) -> rv.Vurdering:
        assert isinstance(self.vurdering, rv.Vurdering), "skriv først «Når aktiviteten vurderes den …»"
        return self.vurdering

    def frist(self, name: str) -> Fristvurdering:
        """The frist of that name on the day that was asked about."""
        found = {one.frist: one for one in rv.frister(self.ramme, self.svar.dato, self.fakta)}
        return found[name]

    @property
    def samlet(self) -> rv.Portefoeljevurdering:
        assert isinstance(self.vurdering, rv.Portefoeljevurdering), "skriv først «Når porteføljen vurderes den …»"
        return self.vurdering

    def say(self, name: str, value: Any, fakta: dict[str, Any] | None = None) -> None:
        """Note a fact, among the rammeværk's own where it declares it."""
        fakta = self.fakta if fakta is None else fakta
        own = {spoken(declared): declared for declared in self.ramme.egne}
        if spoken(name) in own:
            fakta["egne"][own[spoken(name)]] = value
        else:
            fakta[COMMON.get(spoken(name), (name,))[0]] = value

    def read(self, name: str, said: str) -> Any:
        """A fact as it is said in a scenario."""
        if said == UNKNOWN:
            return None
        if not self.is_list(name):
            return said
        parts = [] if said == NONE else [part.strip() for part in said.split(";")]
        return [dict(pair.split(": ", 1) for pair in part.split(", ")) if ": " in part else part for part in parts]

    @property
    def raekkefoelge(self) -> rv.Rangering:
        assert self.rangering, "skriv først «Når porteføljen rangeres den …»"
        return self.rangering

    def gruppe(self, regel: str, navn: str | None) -> Any:
        """The answer of a rule, or of one of its groups."""
        (found,) = (one for one in self.samlet.regler if one.id == regel)
        if navn is None:
            return found.grupper[0] if not found.for_hver else found
        return next(one for one in found.grupper if (UNKNOWN if one.uoplyst else one.gruppe) == navn)

    def is_list(self, name: str) -> bool:
        own = {spoken(declared): fact.kind.art == "liste" for declared, fact in self.ramme.egne.items()}
        return own.get(spoken(name), COMMON.get(spoken(name), ("", False))[1])


def pytest_bdd_apply_tag(tag: str, function: Callable[..., object]) -> bool:  # noqa: ARG001 - the hook's names
    """Tags name klausuler for the reader; they are no marks."""
    return True


@pytest.fixture
def sag() -> Sag:
    return Sag()


load = cache(rv.load)


def spoken(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", name.strip()).casefold()


def holds_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(map(holds_list, get_args(annotation)))


COMMON = {
    spoken(key): (key, holds_list(field.annotation))
    for attribute, field in rv.Aktivitet.model_fields.items()
    if attribute != "egne"
    for key in [field.alias or attribute]
}
"""Every common fact as it is said: its key in files, and whether it is a list."""


def named(navne: str) -> list[str]:
    return [] if navne == NONE else [one.strip() for one in navne.split(";")]


@given(sentence(r"rammeværket (?P<navn>\S+)"))
def _(sag: Sag, navn: str) -> None:
    sag.mappe = RULES / navn


@given(sentence(r"at rammeværkets revision er registreret den (?P<datoer>\S+(?: og den \S+)*)"))
def _(sag: Sag, datoer: str, tmp_path: Path) -> None:
    """The same rule files with these registered revisions, as an officer would write them."""
    assert sag.mappe
    copy = Path(shutil.copytree(sag.mappe, tmp_path / sag.mappe.name))
    changed = 0
    days = datoer.replace(" og den ", ", ")
    for file in copy.glob("*.yaml"):
        text, here = re.subn(r"registreret: \[.*?\]", f"registreret: [{days}]", file.read_text("utf-8"))
        file.write_text(text, "utf-8")
        changed += here
    assert changed == 1, "rammeværket skriver ikke sine revisioner som «registreret: [ ]»"
    sag.mappe = copy


@given("en aktivitet")
def _(sag: Sag) -> None:
    sag.fakta = {"id": "aktiviteten", "titel": "Aktiviteten", "egne": {}}


@given(sentence(r"at (?P<oplysning>(?!rammeværkets revision).+?) er (?P<vaerdi>.+)"))
def _(sag: Sag, oplysning: str, vaerdi: str) -> None:
    sag.say(oplysning, sag.read(oplysning, vaerdi))


@given(sentence(r"skønnet (?P<oplysning>.+) fra den (?P<dato>\S+): (?P<svar>ja|nej)"))
def _(sag: Sag, oplysning: str, dato: str, svar: str) -> None:
    sag.say(oplysning, {"svar": svar, "dato": dato})


@given(sentence(r"disse (?P<liste>[^:]+):"))
def _(sag: Sag, liste: str, datatable: list[list[str]]) -> None:
    keys, *rows = datatable
    sag.say(liste, [{key: cell for key, cell in zip(keys, row, strict=True) if cell} for row in rows])


@given("denne portefølje:")
def _(sag: Sag, datatable: list[list[str]]) -> None:
    """One aktivitet on each line; an empty cell is unknown."""
    keys, *rows = datatable
    for number, row in enumerate(rows, 1):
        fakta: dict[str, Any] = {"id": f"nr. {number}", "titel": f"Nr. {number}", "egne": {}}
        for key, cell in zip(keys, row, strict=True):
            if cell:
                sag.say(key, sag.read(key, cell), fakta)
        sag.portefoelje.append(fakta | {"titel": fakta["id"]})


@when(sentence(r"aktiviteten vurderes den (?P<dato>\S+)"))
def _(sag: Sag, dato: str) -> None:
    sag.vurdering = rv.vurder(sag.fakta, sag.ramme, dato=day(dato))


@when(sentence(r"porteføljen vurderes den (?P<dato>\S+)"))
def _(sag: Sag, dato: str) -> None:
    sag.vurdering = rv.portefoelje(sag.portefoelje, sag.ramme, dato=day(dato))


@when(sentence(r"porteføljen rangeres den (?P<dato>\S+)"))
def _(sag: Sag, dato: str) -> None:
    sag.rangering = rv.ranger(sag.portefoelje, sag.ramme, dato=day(dato))


@then(sentence(r"er rækkefølgen: (?P<navne>.+)"))
def _(sag: Sag, navne: str) -> None:
    assert [one.titel for one in sag.raekkefoelge.foerst] == named(navne)


@then(sentence(r"kan (?P<navn>.+) blive nr\. (?P<bedst>\d+) til nr\. (?P<ringest>\d+)"))
def _(sag: Sag, navn: str, bedst: str, ringest: str) -> None:
    every = (*sag.raekkefoelge.foerst, *sag.raekkefoelge.slut)
    (found,) = ((one.bedst, one.ringest) for one in every if one.titel == navn)
    assert found == (int(bedst), int(ringest))


@then(sentence(r"venter aktiviteterne (?P<navne>.+)"))
def _(sag: Sag, navne: str) -> None:
    assert [one.titel for one in sag.raekkefoelge.venter] == named(navne)


@then(sentence(r"afsluttes aktiviteterne (?P<navne>.+)"))
def _(sag: Sag, navne: str) -> None:
    assert [one.titel for one in sag.raekkefoelge.slut] == named(navne)


@then(sentence(rf"er klausulen (?P<klausul>\S+) (?P<udfald>{UDFALD})"))
def _(sag: Sag, klausul: str, udfald: str) -> None:
    assert sag.svar.klausuler[klausul].udfald == udfald


@then(sentence(rf"er reglen (?P<regel>\S+) (?P<udfald>{UDFALD})(?: for (?P<gruppe>.+))?"))
def _(sag: Sag, regel: str, udfald: str, gruppe: str | None) -> None:
    if isinstance(sag.vurdering, rv.Portefoeljevurdering):
        assert sag.gruppe(regel, gruppe).udfald == udfald
        return
    found = {r.id: r.udfald for klausul in sag.svar.klausuler.values() for r in klausul.regler}
    assert found[regel] == udfald


@then(sentence(r"er andelen i reglen (?P<regel>\S+) (?P<tekst>(?:mellem .+ og )?[\d,]+ pct\.)(?: for (?P<gruppe>.+))?"))
def _(sag: Sag, regel: str, tekst: str, gruppe: str | None) -> None:
    assert andel_in_words(sag.gruppe(regel, gruppe).andel) == tekst


@then(sentence(r"taler (?P<aktiviteter>.+) imod reglen (?P<regel>\S+)(?: for (?P<gruppe>.+))?"))
def _(sag: Sag, aktiviteter: str, regel: str, gruppe: str | None) -> None:
    found = [one.id for one in sag.gruppe(regel, gruppe).imod]
    assert found == ([] if aktiviteter == NONE else re.split(r", | og ", aktiviteter))


@then(sentence(r"venter reglen (?P<regel>\S+) på (?P<oplysning>.+?) om (?P<aktiviteter>.+?)(?: for (?P<gruppe>.+))?"))
def _(sag: Sag, oplysning: str, aktiviteter: str, regel: str, gruppe: str | None) -> None:
    found = {m.navn: [one.id for one in m.aktiviteter] for m in sag.gruppe(regel, gruppe).mangler}
    assert found.get(oplysning) == re.split(r", | og ", aktiviteter), found


@then(sentence(r"er indstillingen (?P<handling>tilvælg|fravælg|fortsæt|afslut|afvent|ingen)"))
def _(sag: Sag, handling: str) -> None:
    assert sag.svar.indstilling.handling == handling


@then(sentence(r"er indstillingen begrundet med (?P<klausul>\S+)"))
def _(sag: Sag, klausul: str) -> None:
    assert klausul in [reason.klausul for reason in sag.svar.indstilling.begrundelser]


@then(sentence(r"lyder indstillingen: (?P<tekst>.+)"))
def _(sag: Sag, tekst: str) -> None:
    assert sag.svar.indstilling.begrundelser[0].tekst == tekst


@then(sentence(r"er der (?P<hvor>et|ikke noget) vilkår efter (?P<klausul>\S+)"))
def _(sag: Sag, hvor: str, klausul: str) -> None:
    assert (klausul in [v.klausul for v in sag.svar.indstilling.vilkaar]) == (hvor == "et")


@then(sentence(r"er der (?P<hvor>en|ikke nogen) bemærkning efter (?P<klausul>\S+)"))
def _(sag: Sag, hvor: str, klausul: str) -> None:
    assert (klausul in [b.klausul for b in sag.svar.indstilling.bemaerkninger]) == (hvor == "en")


@then(sentence(r"mangler oplysningen (?P<oplysning>.+?)(?P<ikke> ikke)?"))
def _(sag: Sag, oplysning: str, ikke: str | None) -> None:
    missing = [spoken(m.oplysning) for m in sag.svar.mangler]
    assert (spoken(oplysning) in missing) == (ikke is None), missing


@then(sentence(r"lyder begrundelsen for (?P<klausul>[^\s:]+): (?P<tekst>.+)"))
def _(sag: Sag, klausul: str, tekst: str) -> None:
    assert sag.svar.klausuler[klausul].begrundelse == tekst


@then(sentence(rf"er fristen (?P<frist>.+?) (?P<tilstand>{TILSTAND})(?: den (?P<dato>\S+))?"))
def _(sag: Sag, frist: str, tilstand: str, dato: str | None) -> None:
    found = sag.frist(frist)
    assert (found.tilstand, found.dato) == (tilstand, day(dato) if dato else None)


@then(sentence(r"varsles fristen (?P<frist>.+?) (?:fra den (?P<dato>\S+)|ikke)"))
def _(sag: Sag, frist: str, dato: str | None) -> None:
    assert sag.frist(frist).varsles_fra == (day(dato) if dato else None)


@then(sentence(r"venter fristen (?P<frist>.+?) på oplysningen (?P<oplysning>.+)"))
def _(sag: Sag, frist: str, oplysning: str) -> None:
    assert spoken(oplysning) in [spoken(mangel.oplysning) for mangel in sag.frist(frist).mangler]


@then(sentence(r"lyder fristen (?P<frist>[^:]+): (?P<tekst>.+)"))
def _(sag: Sag, frist: str, tekst: str) -> None:
    assert sag.frist(frist).begrundelse == tekst


@when(sentence(r"aktiviteten klassificeres den (?P<dato>\S+)"))
def _(sag: Sag, dato: str) -> None:
    sag.klassificering = rv.klassificer(sag.fakta, sag.ramme, day(dato))


@then(sentence(r"er svaret på klassen (?P<klasse>[^:]+): (?P<svar>passer|kan passe|udelukket)"))
def _(sag: Sag, klasse: str, svar: str) -> None:
    assert PASSER[sag.klasse(klasse).holder] == svar


@then(sentence(r"lyder begrundelsen for klassen (?P<klasse>[^:]+): (?P<tekst>.+)"))
def _(sag: Sag, klasse: str, tekst: str) -> None:
    assert sag.klasse(klasse).betingelse.begrundelse == tekst


@then(sentence(r"mangler klassen (?P<klasse>.+) oplysningen (?P<oplysning>.+)"))
def _(sag: Sag, klasse: str, oplysning: str) -> None:
    assert oplysning in [mangel.navn for mangel in sag.klasse(klasse).betingelse.mangler]


@then(sentence(r"er svaret på (?!klassen |posten |kriteriet )(?P<navn>[^:]+): (?P<svar>[a-z ]+)"))
def _(sag: Sag, navn: str, svar: str) -> None:
    assert sag.klassificering
    assert sag.klassificering.klassifikationer[navn].svar == svar


@then(sentence(r"lyder svaret på (?P<navn>[^:]+): (?P<tekst>.+)"))
def _(sag: Sag, navn: str, tekst: str) -> None:
    assert sag.klassificering
    assert sag.klassificering.klassifikationer[navn].tekst == tekst


@given(sentence(r"registret (?P<navn>.+) med disse poster:"))
def _(sag: Sag, navn: str, datatable: list[list[str]]) -> None:
    felter = sag.ramme.registre[navn].felter
    keys, *rows = datatable
    posts = [{key: cell for key, cell in zip(keys, row, strict=True) if cell} for row in rows]
    lists = {key for key in keys if key in felter and felter[key].art == "liste"}
    sag.registre[navn] = [{k: v.split("; ") if k in lists else v for k, v in post.items()} for post in posts]


@when(sentence(r"aktiviteten kobles den (?P<dato>\S+)"))
def _(sag: Sag, dato: str, tmp_path: Path) -> None:
    ramme = sag.ramme
    if sag.registre:
        file = tmp_path / "lister.yaml"
        file.write_text(json.dumps({"registre": {navn: {"poster": poster} for navn, poster in sag.registre.items()}}))
        ramme = rv.load(sag.mappe, register=file)
    sag.koblinger = rv.kobl(sag.fakta, ramme, day(dato))


@then(sentence(r"er svaret på posten (?P<post>[^:]+): (?P<svar>passer|kan passe|udelukket)"))
def _(sag: Sag, post: str, svar: str) -> None:
    assert sag.post(post).svar == svar


@then(sentence(r"er svaret på kriteriet (?P<navn>.+?) for (?P<post>[^:]+): (?P<svar>opfyldt|ikke opfyldt|uafklaret)"))
def _(sag: Sag, navn: str, post: str, svar: str) -> None:
    assert OPFYLDT[sag.kriterium(navn, post).holder] == svar


@then(sentence(r"lyder begrundelsen for kriteriet (?P<navn>.+?) for (?P<post>[^:]+): (?P<tekst>.+)"))
def _(sag: Sag, navn: str, post: str, tekst: str) -> None:
    assert sag.kriterium(navn, post).betingelse.begrundelse == tekst


@then(sentence(r"mangler posten (?P<post>.+) oplysningen (?P<oplysning>.+)"))
def _(sag: Sag, post: str, oplysning: str) -> None:
    assert oplysning in [m.navn for one in sag.post(post).kriterier for m in one.betingelse.mangler]


@then(sentence(r"mangler posten (?P<post>.+) feltet (?P<felt>.+)"))
def _(sag: Sag, post: str, felt: str) -> None:
    assert felt in [name for one in sag.post(post).kriterier for name in one.betingelse.uoplyst]


@then(sentence(r"er rækkefølgen i (?P<kobling>[^:]+): (?P<navne>.+)"))
def _(sag: Sag, kobling: str, navne: str) -> None:
    assert sag.koblinger
    assert [post.navn for post in sag.koblinger.koblinger[kobling].poster] == navne.split("; ")


@then("er der ingen koblinger")
def _(sag: Sag) -> None:
    assert sag.koblinger
    assert not sag.koblinger.i_kraft
    assert not sag.koblinger.koblinger
