"""What the specification says, case by case: Kleene's tables, lists, dates and strengths."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from rammevaerk.engines import direct
from rammevaerk.engines.compiled import Compiled
from rammevaerk.facts.aktivitet import CATALOGUE, Aktivitet
from rammevaerk.facts.kinds import NUMBER, YES_NO, Kind
from rammevaerk.facts.reading import aktivitet_from
from rammevaerk.model import expression as e
from rammevaerk.model.klausul import Indstillingsregel, Klausul, Parameter, Periode, Regel, Styrke, Vaerdi
from rammevaerk.model.rammevaerk import Rammevaerk
from rammevaerk.model.resultat import Udfald

DAY = date(2024, 6, 1)
TRI = (True, False, None)
EU, SDEO = e.Fact(CATALOGUE["EU-projekt"]), e.Fact(CATALOGUE["SDEO inddraget"])
ONE = e.Constant(Decimal(1))


def _aktivitet(**facts: Any) -> Aktivitet:
    return aktivitet_from({"id": "x", "titel": "x", "status": "i gang", **facts})


def _regel(krav: e.Expression, naar: e.Expression | None = None, styrke: Styrke = "skal", **rest: Any) -> Regel:
    return Regel(rest.pop("id", "k"), "k", styrke, krav, naar, **rest)


def _ramme(*regler: Regel, indstillinger: tuple[Indstillingsregel, ...] = (), **rest: Any) -> Rammevaerk:
    return Rammevaerk("r", "", "", {"k": Klausul("k", "skal", "regel")}, regler, indstillinger, **rest)


def _udfald(krav: e.Expression, aktivitet: Aktivitet, **rest: Any) -> Udfald:
    """What both engines say; the specification's answer."""
    ramme = _ramme(_regel(krav, **rest))
    found, _ = direct.evaluate(ramme, aktivitet, DAY)
    assert Compiled(ramme).evaluate(aktivitet, DAY) == found
    return found.udfald["k"]


def _as_udfald(value: bool | None) -> Udfald:  # noqa: FBT001 - three values, of which one is none
    return {True: Udfald.OPFYLDT, False: Udfald.IKKE_OPFYLDT, None: Udfald.UAFKLARET}[value]


@pytest.mark.parametrize(("left", "right"), list(product(TRI, TRI)))
def test_og_and_eller_are_kleenes(left: bool | None, right: bool | None) -> None:  # noqa: FBT001 - as above
    aktivitet = _aktivitet(eu_projekt=left, sdeo_inddraget=right)
    both = False if False in (left, right) else None if None in (left, right) else True
    either = True if True in (left, right) else None if None in (left, right) else False
    assert _udfald(e.And((EU, SDEO)), aktivitet) is _as_udfald(both)
    assert _udfald(e.Or((EU, SDEO)), aktivitet) is _as_udfald(either)


@pytest.mark.parametrize("value", TRI)
def test_ikke_leaves_unknown_unknown(value: bool | None) -> None:  # noqa: FBT001 - as above
    expected = None if value is None else not value
    assert _udfald(e.Not(EU), _aktivitet(eu_projekt=value)) is _as_udfald(expected)


@pytest.mark.parametrize(("naar", "krav"), list(product(TRI, TRI)))
@pytest.mark.parametrize("styrke", ["skal", "bør", "kan"])
def test_relevance_comes_before_the_krav_and_kan_is_never_breached(naar: Any, krav: Any, styrke: Styrke) -> None:
    found = _udfald(EU, _aktivitet(eu_projekt=krav, sdeo_inddraget=naar), naar=SDEO, styrke=styrke)
    if naar is False:
        expected = Udfald.IKKE_RELEVANT
    elif None in (naar, krav):
        expected = Udfald.UAFKLARET
    else:
        expected = Udfald.OPFYLDT if krav else Udfald.IKKE_RELEVANT if styrke == "kan" else Udfald.IKKE_OPFYLDT
    assert found is expected


def _evaluering(**facts: Any) -> dict[str, Any]:
    return {"dato": "2024-05-01", "bidrag": "mere", **facts}


def _field(name: str, key: str) -> e.Field:
    return e.Field(next(f for f in CATALOGUE[name].kind.fields if f.key == key))


LATEST = e.Compare(
    "=", e.Latest(_field("evalueringer", "bidrag"), e.Listing(e.Fact(CATALOGUE["evalueringer"]))), e.Constant("mere")
)


@pytest.mark.parametrize(
    ("evalueringer", "expected"),
    [
        (None, None),
        ([], None),
        ([_evaluering()], True),
        ([_evaluering(), _evaluering(dato="2023-01-01", bidrag="mindre")], True),
        ([_evaluering(dato="2023-01-01", bidrag="mere"), _evaluering(bidrag="mindre")], False),
        ([_evaluering(), _evaluering()], True),
        ([_evaluering(), _evaluering(bidrag="mindre")], None),
        ([_evaluering(), _evaluering(bidrag=None)], None),
        ([_evaluering(), _evaluering(dato=None)], None),
        ([_evaluering(dato="2024-06-02", bidrag="mindre"), _evaluering()], True),
        ([_evaluering(dato="2024-06-01", bidrag="mindre"), _evaluering()], False),
        ([_evaluering(dato="2024-06-02")], None),
    ],
)
def test_seneste_goes_by_date_and_only_by_what_has_happened(evalueringer: Any, expected: bool | None) -> None:  # noqa: FBT001
    assert _udfald(LATEST, _aktivitet(evalueringer=evalueringer)) is _as_udfald(expected)


def test_a_skoen_answered_after_the_day_is_not_known_yet() -> None:
    borgervaerdi = e.Fact(CATALOGUE["borgerværdi"])
    for day, expected in (("2024-06-01", True), ("2024-06-02", None)):
        aktivitet = _aktivitet(borgerværdi={"svar": True, "svaret_af": "chef", "dato": day})
        assert _udfald(borgervaerdi, aktivitet) is _as_udfald(expected)
    assert _udfald(borgervaerdi, _aktivitet(borgerværdi=True)) is Udfald.OPFYLDT


AMOUNT = _field("investeringer", "mængde")
PAID = e.Listing(e.Fact(CATALOGUE["investeringer"]), e.Compare("≤", _field("investeringer", "dato"), e.Today()))
RATES = {
    name: Parameter(name, Kind("tal", "kr."), (Vaerdi(Periode(), Decimal(1)),))
    for name in ("timepris", "årsværk i timer", "eurokurs")
}


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ([("2024-01-01", "0,10 kr."), ("2024-01-02", "0,20 kr.")], True),
        ([("2024-01-01", "0,10 kr."), ("2024-01-02", "0,19 kr.")], False),
        ([("2024-01-01", "0,30 kr."), ("2025-01-02", "0,10 kr.")], True),
        ([("2024-01-01", "0,30 kr."), (None, "0,10 kr.")], None),
        ([("2024-01-01", "0,30 kr."), ("2024-01-01", None)], None),
        ([("2024-01-01", "0,30 kr."), ("2025-01-01", None)], True),
        ([], False),
        (None, None),
    ],
)
def test_a_sum_counts_what_has_happened_and_is_exact(amounts: Any, expected: bool | None) -> None:  # noqa: FBT001
    records = None if amounts is None else [{"dato": day, "mængde": amount} for day, amount in amounts]
    krav = e.Compare("=", e.Sum(AMOUNT, PAID), e.Constant(Decimal("0.3")))
    ramme = _ramme(_regel(krav), parametre=RATES)
    aktivitet = _aktivitet(investeringer=records)
    found, _ = direct.evaluate(ramme, aktivitet, DAY)
    assert found.udfald["k"] is _as_udfald(expected)
    assert Compiled(ramme).evaluate(aktivitet, DAY) == found


def test_what_is_divided_by_nothing_is_unknown() -> None:
    own = e.Parameter("nul")
    ramme = _ramme(
        _regel(e.Compare("≤", e.Arithmetic("/", ONE, own), ONE)),
        parametre={"nul": Parameter("nul", NUMBER, (Vaerdi(Periode(), Decimal(0)),))},
    )
    found, _ = direct.evaluate(ramme, _aktivitet(), DAY)
    assert found.udfald["k"] is Udfald.UAFKLARET
    assert Compiled(ramme).evaluate(_aktivitet(), DAY) == found


def test_a_third_three_times_is_one() -> None:
    third = e.Arithmetic("/", ONE, e.Constant(Decimal(3)))
    assert (
        _udfald(e.Compare("=", e.Arithmetic("*", third, e.Constant(Decimal(3))), ONE), _aktivitet()) is Udfald.OPFYLDT
    )


@pytest.mark.parametrize("day", [date(2023, 12, 31), date(2024, 1, 1), date(2024, 12, 31), date(2025, 1, 1)])
def test_a_parameter_outside_its_dates_takes_its_rules_out_of_force(day: date) -> None:
    year = Periode(date(2024, 1, 1), date(2024, 12, 31))
    limit = Parameter("grænse", YES_NO, (Vaerdi(year, value=True),))
    ramme = _ramme(_regel(e.Parameter("grænse")), parametre={"grænse": limit})
    found, _ = direct.evaluate(ramme, _aktivitet(), day)
    assert found.udfald["k"] is (Udfald.OPFYLDT if day.year == 2024 else Udfald.IKKE_I_KRAFT)
    assert Compiled(ramme).evaluate(_aktivitet(), day) == found


def test_a_rammevaerk_out_of_force_recommends_nothing() -> None:
    advice = (Indstillingsregel("tilvælg", e.Constant(value=True)),)
    ramme = _ramme(_regel(EU), indstillinger=advice, gaelder=Periode(date(2024, 6, 2)))
    found, _ = direct.evaluate(ramme, _aktivitet(eu_projekt=True), DAY)
    assert (found.handling, found.udfald["k"]) == ("ingen", Udfald.IKKE_I_KRAFT)
    assert Compiled(ramme).evaluate(_aktivitet(eu_projekt=True), DAY) == found


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ([("fravælg", True), ("tilvælg", True)], "fravælg"),
        ([("fravælg", None), ("tilvælg", True)], "afvent"),
        ([("tilvælg", None), ("tilvælg", True)], "tilvælg"),
        ([("fravælg", False), ("tilvælg", True)], "tilvælg"),
        ([("fravælg", False), ("tilvælg", False)], "ingen"),
        ([("fravælg", None)], "afvent"),
        ([("ingen", None)], "ingen"),
        ([("tilvælg", True), ("fravælg", None)], "tilvælg"),
    ],
)
def test_an_unknown_condition_waits_only_where_it_could_turn_the_answer(conditions: Any, expected: str) -> None:
    value = {True: e.Constant(value=True), False: e.Constant(value=False), None: EU}
    advice = tuple(Indstillingsregel(handling, value[holds]) for handling, holds in conditions)
    ramme = _ramme(_regel(EU), indstillinger=advice)
    found, _ = direct.evaluate(ramme, _aktivitet(), DAY)
    assert found.handling == expected
    assert found.naar == tuple(holds for _, holds in conditions)
    assert Compiled(ramme).evaluate(_aktivitet(), DAY) == found


def test_dates_beyond_the_calendar_are_its_ends() -> None:
    far = e.Arithmetic("+", e.Today(), e.Constant(Decimal(10**9)), "måneder")
    assert _udfald(e.Compare("<", e.Today(), far), _aktivitet()) is Udfald.OPFYLDT
