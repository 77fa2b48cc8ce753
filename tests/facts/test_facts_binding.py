"""Binding to a rammeværk: registers, own facts and rates; the same object when there is nothing to do."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rammevaerk.diagnostics import Refused
from rammevaerk.facts.aktivitet import Skoen
from rammevaerk.facts.binding import Rates, bind
from rammevaerk.facts.kinds import DATE, NUMBER, RESOURCE, TEXT, YES_NO, Kind, Oplysning
from rammevaerk.facts.reading import aktivitet_from
from rammevaerk.facts.units import Maengde

MINIMAL = {"id": "a-1", "titel": "Grøn by", "status": "i gang"}
MAAL = ("En klima- og miljøvenlig storby", "Flere kommer i job")
KINDS = {
    "antal deltagere": NUMBER,
    "budget": Kind("tal", RESOURCE),
    "varighed": Kind("tal", "måneder"),
    "takst": Kind("tal", "kr./time"),
    "form": Kind("valg", options=("åben", "lukket")),
    "frist": DATE,
    "tilsagn": YES_NO,
    "egnethed": Kind("ja/nej", skoen=True),
    "emner": Kind("liste", element=TEXT),
    "bemærkning": TEXT,
}
OWN = {name: Oplysning(name, name, name, kind, own=True) for name, kind in KINDS.items()}
REGISTERS = {"politiske mål": MAAL, "emner": {"sol": "Solenergi"}, "venskabsbyer": ("Brno",)}
RATES = Rates(Decimal("485.50"), Decimal(1628), Decimal("7.46"))


def _bound(rates=None, **facts):
    aktivitet = aktivitet_from(MINIMAL | facts)
    bound = bind(aktivitet, registers=REGISTERS, own=OWN, rates=rates)
    assert bind(bound, registers=REGISTERS, own=OWN, rates=rates) is bound
    return bound


def _faults(rates=None, **facts):
    with pytest.raises(Refused) as refused:
        _bound(rates, **facts)
    assert all(fault.span.source == "a-1" for fault in refused.value.diagnostics)
    return [(fault.code, fault.help) for fault in refused.value.diagnostics]


def test_nothing_to_do_is_the_same_object():
    for facts in ({}, {"politiske_mål": list(MAAL)}, {"investeringer": [{"mængde": "5 kr."}]}, {"partnere": []}):
        aktivitet = aktivitet_from(MINIMAL | facts)
        assert bind(aktivitet, registers=REGISTERS, own=OWN, rates=RATES) is aktivitet


@pytest.mark.parametrize("written", [MAAL[0], "en-klima-og-miljøvenlig-storby", "EN KLIMA- OG MILJØVENLIG STORBY"])
def test_a_goal_by_name_or_by_id_becomes_the_name(written):
    assert _bound(politiske_mål=[written]).politiske_maal == (MAAL[0],)


def test_an_entry_by_the_id_of_its_register():
    assert _bound(egne={"emner": ["SOL"]}).egne == {"emner": ("Solenergi",)}


def test_an_unknown_goal_is_refused_with_a_suggestion():
    assert _faults(politiske_mål=["Flere kommer i jop", "x"]) == [
        ("F020", "mente du «Flere kommer i job»?"),
        ("F020", "se registret «politiske mål»"),
    ]


def test_own_facts_get_their_kinds():
    own = {
        "antal_deltagere": 5,
        "budget": "5 timer",
        "varighed": "2 år",
        "takst": "485 kr. pr. time",
        "form": "åben",
        "frist": "1.2.2025",
        "tilsagn": "ja",
        "egnethed": "nej",
        "emner": [],
        "bemærkning": None,
    }
    assert _bound(egne=own).egne == {
        "antal deltagere": Decimal(5),
        "budget": Maengde(Decimal(5), "timer"),
        "varighed": Maengde(Decimal(24), "måneder"),
        "takst": Maengde(Decimal(485), "kr./time"),
        "form": "åben",
        "frist": date(2025, 2, 1),
        "tilsagn": True,
        "egnethed": Skoen(svar=False),
        "emner": (),
        "bemærkning": None,
    }


def test_own_facts_from_python():
    own = {"frist": date(2025, 2, 1), "antal deltagere": Decimal("1.234"), "budget": Maengde(Decimal("0.5"), "kr.")}
    assert _bound(egne=own).egne == own


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("antal deltagere", "5 kr.", "F022"),
        ("antal deltagere", "1.23", "F022"),
        ("antal deltagere", True, "F022"),
        ("budget", "5 dage", "F022"),
        ("budget", 5, "F022"),
        ("varighed", "2 dage", "F022"),
        ("takst", "5 kr.", "F022"),
        ("form", "åbn", "F022"),
        ("frist", "1.2.25", "F022"),
        ("tilsagn", "måske", "F022"),
        ("egnethed", "måske", "F022"),
        ("emner", "sol", "F022"),
        ("emner", ["vand"], "F020"),
        ("bemærkning", 5, "F022"),
        ("budgt", "5 kr.", "F021"),
        ("titel", "x", "F021"),
    ],
)
def test_own_facts_of_another_kind_are_refused(key, value, code):
    assert [found for found, _ in _faults(egne={key: value})] == [code]


def test_one_own_fact_in_two_spellings():
    assert _faults(egne={"antal deltagere": 5, "antal_deltagere": 6})[0][0] == "F003"


def test_an_unknown_own_fact_gets_a_suggestion():
    assert _faults(egne={"budgt": "5 kr."}) == [("F021", "mente du «budget»?")]


BESIDE = ({"puljens beløb": Oplysning("puljens beløb", "puljens_beløb", "puljens_beloeb", NUMBER, own=True)}, OWN)


@pytest.mark.parametrize("key", ["puljens beløb", "puljens_beløb", "Puljens-beloeb"])
def test_what_others_beside_have_declared_is_left_out_however_it_is_spelt(key):
    aktivitet = aktivitet_from(MINIMAL | {"egne": {key: "vrøvl", "tilsagn": "ja"}})
    assert bind(aktivitet, registers={}, own=OWN, beside=BESIDE).egne == {"tilsagn": True}
    with pytest.raises(Refused):
        bind(aktivitet, registers={}, own=OWN)


def test_of_a_name_that_several_declare_each_reads_its_own_kind():
    aktivitet = aktivitet_from(MINIMAL | {"egne": {"frist": "1.2.2025"}})
    text = {"frist": Oplysning("frist", "frist", "frist", TEXT, own=True)}
    assert bind(aktivitet, registers={}, own=OWN, beside=[text]).egne == {"frist": date(2025, 2, 1)}
    assert bind(aktivitet, registers={}, own=text, beside=[OWN]).egne == {"frist": "1.2.2025"}


@pytest.mark.parametrize(
    ("key", "help_line"),
    [
        ("puljens beløp", "mente du «puljens_beløb»?"),
        ("tilsavn", "mente du «tilsagn»?"),
        ("xyz", "ingen af rammeværkerne har bedt om den; slet den, eller ret navnet"),
    ],
)
def test_what_none_has_declared_is_the_same_fault_for_each(key, help_line):
    aktivitet = aktivitet_from(MINIMAL | {"egne": {key: 1}})
    told = []
    for own, *beside in ((OWN, BESIDE[0]), (BESIDE[0], OWN)):
        with pytest.raises(Refused) as refused:
            bind(aktivitet, registers={}, own=own, beside=beside)
        told += refused.value.diagnostics
    assert [(fault.code, fault.help) for fault in told] == [("F021", help_line)] * 2
    assert told[0] == told[1]


def test_all_amounts_become_kr_exactly():
    amounts = ["37 timer", "5 kr.", "0,5 årsværk", "1.000 EUR"]
    bound = _bound(RATES, investeringer=[{"mængde": amount} for amount in amounts])
    assert [record.maengde.tal for record in bound.investeringer] == [
        Decimal("17963.5"),
        Decimal(5),
        Decimal(395197),
        Decimal(7460),
    ]
    assert {record.maengde.enhed for record in bound.investeringer} == {"kr."}


def test_without_a_rate_nothing_is_guessed():
    bound = _bound(Rates(timepris=Decimal(400)), investeringer=[{"mængde": "1 årsværk"}, {"mængde": "1 EUR"}])
    assert [record.maengde.enhed for record in bound.investeringer] == ["årsværk", "EUR"]


def test_bidrag_follows_when_the_rates_make_it_possible():
    evaluering = {"investering": "1 time", "udbytte": "485,51 kr."}
    assert _bound(None, evalueringer=[evaluering]).evalueringer[0].bidrag is None
    assert _bound(RATES, evalueringer=[evaluering]).evalueringer[0].bidrag == "mere"
    assert _faults(RATES, evalueringer=[evaluering | {"bidrag": "mindre"}])[0][0] == "F010"


@given(st.integers(0, 10**20), st.integers(1, 10**20))
def test_products_are_never_rounded(hours, price):
    tal, rate = Decimal(hours).scaleb(-6), Decimal(price).scaleb(-6)
    record = {"mængde": Maengde(tal, "timer")}
    bound = bind(
        aktivitet_from(MINIMAL | {"investeringer": [record]}), registers={}, own={}, rates=Rates(timepris=rate)
    )
    assert Fraction(bound.investeringer[0].maengde.tal) == Fraction(hours * price, 10**12)
