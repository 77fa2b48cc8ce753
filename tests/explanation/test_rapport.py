"""The follow-up as data: everything counted once, and nothing unknown taken for nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import rammevaerk as rv
from rammevaerk.explanation.beloeb import beloeb_in_words
from rammevaerk.explanation.offentlig import OMITTED, published
from rammevaerk.explanation.rapport import Postopgoerelse, Sidste
from rammevaerk.explanation.venskabsbyer import cities

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = Path(__file__).parents[2] / "docs" / "eksempler"
DAY = date(2024, 6, 1)
RAMME = rv.load("odense-2022")


def aktivitet(id_: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "titel": id_, "status": "i gang", "partnere": [], "politiske_mål": [], **more}


def made(*given: dict[str, Any], day: date = DAY, **more: Any):
    return rv.rapport(given, RAMME, day, **more)


def liv(*given: dict[str, Any], by: str = "Brno") -> str:
    return next(one.liv for one in made(*given).venskabsbyer if one.navn == by)


BRNO = {"partnere": [{"by": "Brno"}]}


@pytest.mark.parametrize(
    ("more", "stands"),
    [
        (BRNO, "i gang"),
        ({"partnere": [{"by": "Aarhus"}]}, "sover"),
        ({"partnere": None}, "uafklaret"),
        ({"partnere": [{"navn": "En skole"}]}, "uafklaret"),
        ({"partnere": [{"navn": "Brno"}]}, "i gang"),
        ({**BRNO, "status": "forslag"}, "sover"),
        ({**BRNO, "status": "forslag", "start": "2024-01-01"}, "sover"),
        ({**BRNO, "status": "afsluttet", "slut": "2023-06-01"}, "nylig"),
        ({**BRNO, "status": "afsluttet", "slut": "2023-05-31"}, "sover"),
        ({**BRNO, "status": "afsluttet"}, "uafklaret"),
        ({"partnere": None, "status": "afsluttet", "slut": "2020-01-01"}, "sover"),
        ({"partnere": None, "status": "forslag"}, "sover"),
    ],
)
def test_a_twin_city_sleeps_only_when_that_is_known(more: dict[str, Any], stands: str):
    assert liv(aktivitet("a", **more)) == stands


def test_a_dated_list_of_twin_cities_ends():
    ramme = rv.load("skanderborg")
    assert cities(ramme, date(2022, 12, 31)) == {"Eisenach": ""}
    assert cities(ramme, date(2023, 1, 1)) == {}


def test_goals_that_nobody_serves_are_found_and_the_unknown_is_counted():
    found = made(
        aktivitet("a", politiske_mål=["Et sundere Odense", "en-storby-i-vækst"]),
        aktivitet("b", politiske_mål=["Et sundere Odense"], status="forslag"),
        aktivitet("c", politiske_mål=None),
        aktivitet("d", politiske_mål=None, status="forslag"),
    )
    (goals,) = found.lister
    assert (goals.navn, goals.uoplyst, len(goals.poster), len(goals.ingen)) == ("politiske mål", 1, 10, 8)
    assert next(one for one in goals.poster if one.navn == "Et sundere Odense") == Postopgoerelse(
        "Et sundere Odense", 1, 1, 0
    )


def test_another_municipality_has_its_own_list_and_no_goals():
    found = rv.rapport(rv.read(EXAMPLES / "skanderborg" / "projekter.yaml"), rv.load("skanderborg"), DAY)
    assert [(one.navn, len(one.poster)) for one in found.lister] == [("politikområder", 7)]
    assert [one.navn for one in found.lande] == ["Finland", "Sverige", None]


def test_countries_are_those_of_the_partners_and_of_the_twin_cities_by_name():
    found = made(
        aktivitet("a", partnere=[{"by": "Trondheim"}, {"by": "Turku", "land": "Finland"}]),
        aktivitet("b", partnere=[{"by": "Turku"}]),
        aktivitet("c", partnere=[]),
    )
    assert [(one.navn, one.antal) for one in found.lande] == [("Finland", 1), ("Norge", 1), (None, 1)]


def test_forvaltninger_stand_in_danish_order_and_the_unknown_last():
    names = ["Ældre", "Aarhus", "Zoo", None, "Øst"]
    found = made(*(aktivitet(f"{number}", forvaltning=name) for number, name in enumerate(names)))
    assert [one.navn for one in found.forvaltninger] == ["Zoo", "Ældre", "Øst", "Aarhus", None]


def test_what_is_missing_is_asked_of_the_forvaltning_and_not_of_what_has_ended():
    ended = aktivitet("c", forvaltning="Byen", status="afsluttet")
    found = made(aktivitet("a", forvaltning="Byen"), aktivitet("b", forvaltning="Byen", retning="gensidig"), ended)
    (byen,) = found.mangler
    assert (byen.forvaltning, byen.aktiviteter) == ("Byen", 2)
    asked = {one.navn: [each.id for each in one.aktiviteter] for one in byen.mangler}
    assert asked["retning"] == ["a"]
    assert asked["stabschef"] == ["a", "b"]
    counts = [len(one.aktiviteter) for one in byen.mangler]
    assert counts == sorted(counts, reverse=True)


def test_money_is_as_it_stood_that_day():
    paid = {"investeringer": [{"dato": "2024-05-01", "mængde": "5 kr."}, {"dato": "2024-07-01", "mængde": "9 kr."}]}
    gained = {"udbytter": [{"dato": "2024-05-01", "art": "stolthed"}, {"dato": "2024-05-01", "mængde": "2 timer"}]}
    (one,) = made(aktivitet("a", **paid, **gained)).linjer
    assert (beloeb_in_words(one.investeret), beloeb_in_words(one.udbytte)) == ("5 kr.", "mindst 2 timer")


def test_the_latest_evaluation_is_told_and_not_one_that_lies_ahead():
    told = {"evalueringer": [{"dato": "2024-01-01", "bidrag": "mere"}, {"dato": "2024-07-01", "bidrag": "mindre"}]}
    (one,) = made(aktivitet("a", **told)).linjer
    assert (one.evalueret, one.bidrag) == (date(2024, 1, 1), "mere")


def test_the_same_whatever_the_order():
    given = [aktivitet(name, forvaltning="Byen", politiske_mål=None) for name in "abc"]
    assert vars(made(*given)) == vars(made(*reversed(given)))


def last(*given: dict[str, Any], day: date = date(2023, 6, 1)) -> Sidste:
    found = made(*given, day=day)
    stillinger = {one.aktivitet.id: one.stilling for one in found.linjer}
    return Sidste(found.rammevaerk, found.udgave, day, stillinger)


def test_what_happened_since_the_last_report_is_told_with_the_klausul():
    goal = {"politiske_mål": ["Et sundere Odense"], "gør_klogere": True, "type": "projekt"}
    before = last(aktivitet("a", **goal), aktivitet("b", **goal), aktivitet("c"))
    since = made(
        aktivitet("a", **{**goal, "gør_klogere": False}), aktivitet("b", **goal), aktivitet("d"), sidste=before
    ).siden
    assert since
    assert ([one.id for one in since.nye], [one.aktivitet for one in since.udgaaet]) == (["d"], ["c"])
    (one,) = (one for one in since.vendte if one.vendt)
    assert (one.aktivitet, one.foer, one.nu) == ("a", "fortsæt", "afslut")
    assert "prioritering.5" in one.afgoerende
    assert (since.uaendret, since.nye_regler) == (1, False)


SECRETS = ("Anders And", "fordi svigermor", "hemmelig note", "Rip og Rup", "kommunaldirektørens fætter")


def personal() -> dict[str, Any]:
    signed = {"svar": True, "svaret_af": SECRETS[0], "dato": "2024-01-01", "begrundelse": SECRETS[1]}
    money = [{"dato": "2024-01-01", "mængde": "5 kr.", "note": SECRETS[2]}]
    return aktivitet(
        "a", borgerværdi=signed, gør_klogere=signed, investeringer=money, evalueringer=[{"note": SECRETS[2]}]
    )


def test_a_public_report_names_nobody_and_says_the_same_otherwise():
    inside, outside = made(personal()), made(personal(), offentlig=True)
    assert {one.svaret_af for one in inside.underskrifter} == {SECRETS[0], ""}
    assert {one.tekst for one in inside.underskrifter} == {SECRETS[1], SECRETS[2]}
    assert not [secret for secret in SECRETS if secret in repr(vars(outside))]
    assert [one.handling for one in inside.linjer] == [one.handling for one in outside.linjer]
    assert inside.klausuler == outside.klausuler


def test_what_may_be_published_of_an_aktivitet_has_no_personal_field():
    given = rv.read(EXAMPLES / "opdigtet" / "portefoelje.yaml")
    before, after = (
        [published(one, RAMME.egne) for one in given] if public else list(given) for public in (False, True)
    )
    assert [secret for one in after for secret in walked(one.model_dump()) if secret not in (None, OMITTED)] == []
    assert len([secret for one in before for secret in walked(one.model_dump()) if secret]) > 10


def walked(value: Any, key: str = "") -> Iterator[Any]:
    """Every value that stands under a key which is personal or free text."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from walked(inner, name)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from walked(inner, key)
    elif key in {"svaret_af", "begrundelse", "note"}:
        yield value


def test_own_facts_that_are_personal_are_told_in_no_sentence(tmp_path: Path):
    (tmp_path / "r.yaml").write_text(
        "rammeværk: prøve\n"
        "egne:\n"
        "  kontakt: {art: tekst, spørgsmål: Hvem?, persondata: ja}\n"
        "  sted: {art: tekst, spørgsmål: Hvor?}\n"
        "regler:\n"
        '  - {id: a.1, klausul: a.1, krav: kontakt er "x", ikke opfyldt: "Spørg {kontakt} i {sted}."}\n'
        "indstillinger:\n"
        '  - {handling: afslut, når: a.1 er ikke opfyldt, tekst: "Ring til {kontakt}."}\n'
        "portefølje:\n"
        "  - {id: a.2, klausul: a.2, for hver: kontakt, krav: antal aktiviteter er mindst 2}\n",
        "utf-8",
    )
    ramme = rv.load(tmp_path)
    given = [aktivitet("a", egne={"kontakt": SECRETS[3], "sted": "Byen"})]
    inside, outside = (rv.rapport(given, ramme, DAY, offentlig=public) for public in (False, True))
    assert SECRETS[3] in repr(vars(inside))
    assert SECRETS[3] not in repr(vars(outside))
    assert "Spørg (udeladt) i Byen." in repr(vars(outside))
    assert [one.handling for one in outside.linjer] == ["afslut"]
    assert [one.id for one in outside.tilsammen.regler] == []


def test_every_fault_is_told():
    with pytest.raises(rv.Refused) as refused:
        made(aktivitet("a", politiske_mål=["Et sundere Odnse"]), aktivitet("b"), aktivitet("b"))
    assert sorted(one.code for one in refused.value.diagnostics) == ["F011", "F020"]


def test_a_portfolio_of_nothing_has_a_report():
    found = made()
    assert (found.linjer, found.mangler, dict(found.handlinger)) == ((), (), {})
    assert {one.liv for one in found.venskabsbyer} == {"sover"}
