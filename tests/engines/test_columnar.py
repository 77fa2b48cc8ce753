"""The portfolio's engine: the same answers as the specification, all of them, and a refusal where SQL would round."""

from __future__ import annotations

import gc
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from columnar_laws import agree, answer_of, check_portfolio, check_rule_set, random_portfolio
from random_facts import DAY

import rammevaerk as rv
from rammevaerk.diagnostics import Refused
from rammevaerk.engines.columnar import judge_tables
from rammevaerk.explanation import whole_portfolio
from rammevaerk.explanation.whole_portfolio import Workshop, judge_parts, parts_of
from rammevaerk.facts.aktivitet import CATALOGUE, Aktivitet, Evaluering, Investering, Skoen, Videndeling
from rammevaerk.facts.kinds import NUMBER, Kind, Oplysning
from rammevaerk.facts.reading import aktivitet_from
from rammevaerk.facts.units import Maengde
from rammevaerk.model import expression as e
from rammevaerk.model.klausul import Klausul, Parameter, Periode, Regel, Vaerdi
from rammevaerk.model.rammevaerk import Rammevaerk

if TYPE_CHECKING:
    from rammevaerk.explanation.portefoeljesvar import Aktivitetssvar

SHARES = range(10)
RULE_SETS = 20
"""In each share; so many rule sets in all take about a minute of one core."""
AKTIVITETER = 600
TAL = Oplysning("tal", "tal", "tal", NUMBER, own=True)
ANDET = Oplysning("andet", "andet", "andet", NUMBER, own=True)
HAPPENED = e.Compare("≤", e.Field(CATALOGUE["videndelinger"].kind.fields[0]), e.Today())


@pytest.mark.parametrize("share", SHARES)
def test_random_rule_sets_are_answered_as_the_specification_answers_them(share: int) -> None:
    found = [check_rule_set(seed) for seed in range(share, RULE_SETS * len(SHARES), len(SHARES))]
    assert sum(number > 0 for number in found) >= RULE_SETS * 0.8  # the rest are refused by name


@pytest.mark.parametrize("name", rv.shipped())
def test_every_rammevaerk_is_answered_as_the_specification_answers_it(name: str) -> None:
    ramme = rv.load(name)
    assert check_portfolio(ramme, random_portfolio(ramme, AKTIVITETER, 7), DAY, name) == AKTIVITETER


# One question at a time


def asked(krav: e.Expression, **facts: Any) -> str:
    """The udfald of one rule for one aktivitet; the specification must say the same."""
    own = {name: facts.pop(name) for name in ("tal", "andet") if name in facts}
    bare = aktivitet_from({"id": "a", "titel": "A", "status": "i gang"})
    aktivitet = bare.model_copy(update={**facts, "egne": own})
    ramme = of_one(krav)
    (svar,) = judged(ramme, [aktivitet])
    agree(ramme, svar, answer_of(ramme, aktivitet, DAY), krav)
    return str(svar.regler["k.1"])


def of_one(krav: e.Expression, euro: str = "7.46", gaelder: Periode = Periode()) -> Rammevaerk:  # noqa: B008 - frozen
    """A rammeværk of one rule, with the three rates."""
    rates = {"timepris": "500", "årsværk i timer": "1600", "eurokurs": euro}
    parameters = {
        name: Parameter(name, NUMBER, (Vaerdi(gaelder if name == "eurokurs" else Periode(), Decimal(value)),))
        for name, value in rates.items()
    }
    rule = Regel("k.1", "k.1", "skal", krav)
    klausul = {"k.1": Klausul("k.1", "skal", "regel")}
    return Rammevaerk("prøve", "", "", klausul, (rule,), parametre=parameters, egne={"tal": TAL, "andet": ANDET})


def judged(ramme: Rammevaerk, aktiviteter: list[Aktivitet], day: date = DAY) -> list[Aktivitetssvar]:
    workshop = Workshop()
    return list(judge_parts(ramme, parts_of(ramme, aktiviteter, lambda one: one), day, workshop))


def number(value: object) -> e.Constant:
    return e.Constant(Decimal(str(value)))


def times(left: e.Expression, right: e.Expression) -> e.Arithmetic:
    return e.Arithmetic("*", left, right)


def divided(left: e.Expression, right: e.Expression) -> e.Arithmetic:
    return e.Arithmetic("/", left, right)


ONE_THIRD = divided(e.Fact(TAL), e.Fact(ANDET))


def test_a_third_three_times_is_one() -> None:
    whole = e.Compare("=", times(ONE_THIRD, number(3)), number(1))
    assert asked(whole, tal=Decimal(1), andet=Decimal(3)) == "opfyldt"


@pytest.mark.parametrize(("andet", "wanted"), [("-3", "opfyldt"), ("3", "ikke opfyldt"), ("0", "uafklaret")])
def test_a_quotient_keeps_its_sign_and_is_unknown_over_nothing(andet: str, wanted: str) -> None:
    assert asked(e.Compare("<", ONE_THIRD, number(0)), tal=Decimal(1), andet=Decimal(andet)) == wanted


def test_the_smallest_difference_counts() -> None:
    less = e.Compare("<", e.Fact(TAL), e.Fact(ANDET))
    most = Decimal("999999999999999.999999")
    assert asked(less, tal=most - Decimal("0.000001"), andet=most) == "opfyldt"
    assert asked(less, tal=most, andet=most) == "ikke opfyldt"


SHARED = e.Listing(
    e.Fact(CATALOGUE["videndelinger"]),
    e.And((HAPPENED, e.Compare("=", e.Field(CATALOGUE["videndelinger"].kind.fields[2]), e.Constant("ekstern")))),
)
OUT, INSIDE, WHO_KNOWS = (Videndeling(dato=DAY, kreds=kreds) for kreds in ("ekstern", "intern", None))


@pytest.mark.parametrize(
    ("known", "least", "wanted"),
    [
        ((OUT, OUT), 2, "opfyldt"),
        ((OUT, OUT, WHO_KNOWS), 2, "opfyldt"),
        ((OUT, WHO_KNOWS), 2, "uafklaret"),
        ((OUT, INSIDE), 2, "ikke opfyldt"),
        ((INSIDE, WHO_KNOWS), 1, "uafklaret"),
        ((OUT, WHO_KNOWS), 1, "opfyldt"),
        ((), 1, "ikke opfyldt"),
        (None, 1, "uafklaret"),
    ],
)
def test_at_least_is_the_disjunction_that_it_stands_for(
    known: tuple[Videndeling, ...] | None, least: int, wanted: str
) -> None:
    assert asked(e.AtLeast(number(least), SHARED), videndelinger=known) == wanted


def test_a_number_that_is_unknown_leaves_at_least_open() -> None:
    assert asked(e.AtLeast(e.Fact(TAL), SHARED), videndelinger=()) == "uafklaret"


BIDRAG = next(f for f in CATALOGUE["evalueringer"].kind.fields if f.key == "bidrag")
LATEST = e.Compare("=", e.Latest(e.Field(BIDRAG), e.Listing(e.Fact(CATALOGUE["evalueringer"]))), e.Constant("mere"))
MORE = Evaluering(dato=date(2024, 1, 31), bidrag="mere")


@pytest.mark.parametrize(
    ("beside", "wanted"),
    [
        ((), "opfyldt"),
        ((Evaluering(dato=date(2024, 1, 31), bidrag="mere"),), "opfyldt"),
        ((Evaluering(dato=date(2024, 1, 31), bidrag="mindre"),), "uafklaret"),
        ((Evaluering(dato=date(2024, 1, 31)),), "uafklaret"),
        ((Evaluering(bidrag="mere"),), "uafklaret"),
        ((Evaluering(dato=date(2024, 2, 1), bidrag="mindre"),), "ikke opfyldt"),
        ((Evaluering(dato=date(2024, 6, 2), bidrag="mindre"),), "opfyldt"),
    ],
)
def test_the_latest_goes_by_date_and_must_agree_with_itself(beside: tuple[Evaluering, ...], wanted: str) -> None:
    assert asked(LATEST, evalueringer=(MORE, *beside)) == wanted
    assert asked(LATEST, evalueringer=(*beside, MORE)) == wanted


@pytest.mark.parametrize(("day", "wanted"), [(DAY, "opfyldt"), (date(2024, 6, 2), "uafklaret"), (None, "opfyldt")])
def test_a_skoen_of_tomorrow_is_not_known_yet(day: date | None, wanted: str) -> None:
    assert asked(e.Fact(CATALOGUE["borgerværdi"]), borgervaerdi=Skoen(svar=True, dato=day)) == wanted


AMOUNT = e.Field(next(f for f in CATALOGUE["investeringer"].kind.fields if f.key == "mængde"))
TOTAL = e.Compare("=", e.Sum(AMOUNT, e.Listing(e.Fact(CATALOGUE["investeringer"]))), number("507.46"))
PUT_IN = tuple(Investering(maengde=Maengde(Decimal(1), unit)) for unit in ("timer", "EUR"))


@pytest.mark.parametrize(
    ("euro", "begins", "wanted"),
    [("7.46", None, "opfyldt"), ("7.47", None, "ikke opfyldt"), ("7.46", date(2024, 6, 2), "ikke i kraft")],
)
def test_amounts_are_in_kroner_by_the_rates_of_the_day(euro: str, begins: date | None, wanted: str) -> None:
    ramme = of_one(TOTAL, euro, Periode(begins))
    bare = aktivitet_from({"id": "a", "titel": "A", "status": "i gang"})
    aktivitet = bare.model_copy(update={"investeringer": PUT_IN})
    (svar,) = judged(ramme, [aktivitet])
    agree(ramme, svar, answer_of(ramme, aktivitet, DAY), euro)
    assert svar.regler["k.1"] == wanted


# What cannot be done


def test_a_number_with_no_room_on_the_way_stops_it_all_and_is_no_answer() -> None:
    square = times(e.Fact(TAL), e.Fact(TAL))
    with pytest.raises(Refused, match="M006 motoren «columnar» kan ikke regne nøjagtigt med porteføljens tal"):
        asked(e.Compare("<", times(square, square), number(0)), tal=Decimal("999999999999999.999999"))


def test_more_decimals_than_there_is_room_for_are_refused_by_klausul_and_operator() -> None:
    power: e.Expression = e.Fact(TAL)
    for _ in range(6):
        power = times(power, e.Fact(TAL))
    with pytest.raises(Refused) as refused:
        asked(e.Compare("<", power, number(0)), tal=Decimal(1))
    assert str(refused.value).splitlines() == [
        "M006 k.1: motoren «columnar» kan ikke gange nøjagtigt: resultatet har 42 decimaler",
        "     hjælp: skriv betingelsen enklere, eller vurdér aktiviteterne en ad gangen",
    ]


def test_half_a_day_is_no_date() -> None:
    moved = e.Arithmetic("+", e.Today(), ONE_THIRD, "dage")
    with pytest.raises(Refused, match=r"M006 k\.1: motoren «columnar» kan ikke flytte en dato nøjagtigt"):
        asked(e.Compare("<", e.Today(), moved))


def test_without_the_extra_it_says_which_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        if name == "sqlglot":
            raise ModuleNotFoundError(name, name=name)
        return import_module(name)

    monkeypatch.setattr(whole_portfolio, "import_module", missing)
    with pytest.raises(Refused) as refused:
        rv.vurder_portefoelje([], rv.load("odense-2022"), DAY)
    assert str(refused.value).splitlines() == [
        "M001 en hel portefølje kan ikke vurderes: pakken «sqlglot» er ikke installeret",
        "     hjælp: installér den med «pip install 'rammevaerk[portefoelje]'»",
    ]


# The door

BARE = {"titel": "A", "status": "forslag"}
CONTRADICTS = {
    "id": "b",
    **BARE,
    "evalueringer": [{}, {"investering": "1 EUR", "udbytte": "1 kr.", "bidrag": "mere"}],
}


def with_euro() -> Rammevaerk:
    ramme = rv.load("odense-2022")
    euro = Parameter("eurokurs", Kind("tal", "kr./EUR"), (Vaerdi(Periode(), Decimal("7.46")),))
    return replace(ramme, parametre={**ramme.parametre, "eurokurs": euro})


def test_a_bidrag_that_the_rates_contradict_is_refused_as_vurder_refuses_it() -> None:
    with pytest.raises(Refused) as one_by_one:
        rv.vurder(CONTRADICTS, with_euro(), DAY)
    with pytest.raises(Refused) as together:
        rv.vurder_portefoelje([{"id": "a", **BARE}, CONTRADICTS], with_euro(), DAY)
    assert str(together.value) == str(one_by_one.value)
    assert "evalueringer nr. 2: bidrag er «mere»" in str(together.value)


def test_every_fault_of_every_aktivitet_is_told_at_once() -> None:
    given = [{"id": "a", **BARE, "politiske_mål": ["Månen"]}, {"id": "b", **BARE, "stats": 1}, {"id": "c", **BARE}]
    with pytest.raises(Refused) as refused:
        rv.vurder_portefoelje(given, rv.load("odense-2022"), DAY)
    assert [fault.code for fault in refused.value.diagnostics] == ["F020", "F001"]


def test_an_id_that_is_used_twice_is_refused() -> None:
    with pytest.raises(Refused, match="F011 id «a» bruges af flere aktiviteter"):
        rv.vurder_portefoelje([{"id": "a", **BARE}, {"id": "a", **BARE}], rv.load("odense-2022"), DAY)


def test_a_file_is_judged_and_counted(tmp_path: Path) -> None:
    ramme = rv.load("odense-2022")
    lines = [
        {"id": f"a{number}", **BARE, "status": status} for number, status in enumerate(["afsluttet", "forslag"] * 2)
    ]
    path = tmp_path / "portefølje.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    svar = rv.vurder_portefoelje(path, ramme, DAY)
    assert (svar.rammevaerk, svar.udgave, svar.dato, svar.antal, len(svar)) == (ramme.id, ramme.udgave, DAY, 4, 4)
    assert svar.handlinger == {"afvent": 2, "ingen": 2}
    assert svar.klausuler["mål.2"] == {"uafklaret": 4}
    assert svar.klausuler["mål.1"] == {"ikke relevant": 4}
    assert [*svar.klausuler] == [*ramme.klausuler]
    assert [one.id for one in svar] == ["a0", "a1", "a2", "a3"]
    assert [[one.nr for one in batch] for batch in svar.batches(3)] == [[1, 2, 3], [4]]


def test_an_empty_portfolio_has_no_answers() -> None:
    svar = rv.vurder_portefoelje([], rv.load("odense-2022"), DAY)
    assert (svar.antal, dict(svar.handlinger), list(svar)) == (0, {}, [])


def test_part_by_part_gives_the_same_as_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    ramme = rv.load("odense-2022")
    aktiviteter = random_portfolio(ramme, 50, 8)
    whole = list(rv.vurder_portefoelje(aktiviteter, ramme, DAY))
    import rammevaerk.engines.columnar as module

    monkeypatch.setattr(module, "judge_tables", lambda connection, query: judge_tables(connection, query, 7))
    assert list(rv.vurder_portefoelje(aktiviteter, ramme, DAY)) == whole


def test_the_queries_are_written_once_for_a_rammevaerk_and_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    import rammevaerk.engines.columnar as module

    written: list[tuple[rv.Rammevaerk, date]] = []

    class Noted(module.Columnar):
        def __init__(self, ramme: rv.Rammevaerk, day: date) -> None:
            written.append((ramme, day))
            super().__init__(ramme, day)

    monkeypatch.setattr(module, "Columnar", Noted)
    ramme = rv.load("odense-2022")
    later, alike = date(2024, 6, 2), replace(ramme, indstillinger=ramme.indstillinger[:1])
    asked = [(ramme, DAY), (ramme, DAY), (ramme, later), (alike, DAY), (ramme, DAY), (alike, DAY)]
    handlinger = [rv.vurder_portefoelje([{"id": "a", **BARE}], *one).handlinger for one in asked]
    assert [(one is ramme, day) for one, day in written] == [(True, DAY), (True, later), (False, DAY)]
    assert handlinger[0] == handlinger[1] == handlinger[4]
    assert handlinger[3] == handlinger[5] != handlinger[0]


def test_the_files_go_when_nobody_asks_any_more() -> None:
    svar = rv.vurder_portefoelje([{"id": "a", **BARE}], rv.load("odense-2022"), DAY)
    folder = Path(svar.rows.args[0].folder)  # type: ignore[attr-defined] # what the rows are read from
    assert folder.is_dir()
    assert [one.id for one in svar] == ["a"]
    del svar
    gc.collect()
    assert not folder.exists()
