"""Several rammeværker side by side: each answers as if it were alone, and every klausul that matters has its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

import rammevaerk as rv
from rammevaerk.explanation.comparison import distinct, told_apart

EXAMPLES = Path(__file__).parents[2] / "docs" / "eksempler"
DAYS = (date(2012, 6, 1), date(2022, 6, 1), date(2024, 6, 1), date(2026, 6, 1))
NAMES = ("odense-2022", "skanderborg", "kommunernes-internationale-arbejde", "odense-by-og-kultur-2010")
MINIMAL = {"id": "a", "titel": "A", "status": "forslag"}


def rammer(*names: str) -> list[rv.Rammevaerk]:
    return [rv.load(name) for name in names]


def real(file: str, id_: str, *names: str, day: date = DAYS[1]) -> rv.Sammenligning:
    (aktivitet,) = (one for one in rv.read(EXAMPLES / file) if one.id == id_)
    return rv.sammenlign(aktivitet, rammer(*names), day)


# The real ones


def test_klausuler_that_hang_on_the_same_fact_stand_opposite_each_other():
    found = real("skanderborg/eisenach.yaml", "eisenach-før", *NAMES[:3])
    opposite = {one.oplysninger: dict(one.klausuler) for one in found.modstillinger}
    assert opposite[("gør_klogere",)] == {"odense-2022": ("prioritering.5",), "skanderborg": ("verden.4",)}
    assert opposite[("evalueringer",)] == {
        "odense-2022": ("prioritering.4",),
        "kommunernes-internationale-arbejde": ("venskabsbyer.5",),
    }
    assert opposite[("partnerskabsform",)]["skanderborg"] == ("skole.2", "beskæftigelse.6")
    assert "status" in {one.oplysning for one in found.oplysninger}
    assert ("status",) not in opposite
    assert "mål.2" in found.kun["odense-2022"]
    assert "handling.1" in found.kun["skanderborg"]
    assert "prioritering.5" not in found.kun["odense-2022"]


def test_why_the_answers_are_what_they_are():
    found = real("skanderborg/eisenach.yaml", "eisenach-før", *NAMES[:2])
    assert found.ens
    assert found.handlinger == {"odense-2022": "afvent", "skanderborg": "afvent"}
    assert [(one.rammevaerk, one.klausul, one.oplysninger) for one in found.aarsager] == [
        ("odense-2022", "mål.2", ("politiske_mål",)),
        ("odense-2022", "prioritering.4", ("evalueringer",)),
        ("odense-2022", "prioritering.5", ("gør_klogere",)),
        ("skanderborg", "handling.1", tuple(f"merværdi for {k}" for k in ("borgere", "virksomheder", "medarbejdere"))),
        ("skanderborg", "verden.4", ("gør_klogere",)),
    ]
    assert found.oplysninger[0].oplysning == "gør_klogere"
    assert found.mangler["gør_klogere"] == ("odense-2022", "skanderborg")
    assert found.mangler["politiske_mål"] == ("odense-2022",)


def test_the_part_of_a_klausul_that_decides_is_told_and_not_the_other():
    """Balancen er ukendt og afgør; at evalueringen er for gammel, er kun et vilkår."""
    found = real("odense/nordisk-platform.yaml", "nordisk-platform", NAMES[0], NAMES[2])
    (balance,) = (one for one in found.aarsager if one.klausul == "prioritering.4")
    assert balance.udfald == "uafklaret"
    assert found.vurderinger["odense-2022"].klausuler["prioritering.4"].udfald == "ikke opfyldt"
    assert balance.begrundelse.startswith("Det vides ikke, om samarbejdet giver")


def test_a_deciding_klausul_that_only_follows_from_others_names_them():
    facts = {
        "politiske_mål": [],
        "kerneopgaver": [],
        "retning": "henter viden",
        "gør_klogere": True,
        "borgerværdi": True,
    }
    found = rv.sammenlign(MINIMAL | facts, rammer(*NAMES[:2]), DAYS[2])
    (both,) = (one for one in found.aarsager if one.klausul == "prioritering.2")
    assert (both.oplysninger, both.foelger_af) == ((), ("principper.1", "principper.2"))


def test_what_carries_an_answer_matters_although_it_is_fulfilled():
    found = real("opdigtet/to-rammer.yaml", "laesehold-paa-nettet", *NAMES[:2], day=DAYS[2])
    assert {"mål.2", "fokus.1"} <= {*found.kun["odense-2022"]}
    assert found.vurderinger["odense-2022"].klausuler["mål.2"].udfald == "opfyldt"
    assert "mål.2" not in {one.klausul for one in found.aarsager}


LITTLE = """
rammeværk: {name}
egne:
  sol: {{art: ja/nej, spørgsmål: Er der sol?}}
  vind: {{art: ja/nej, spørgsmål: Er der vind?}}
  vand: {{art: ja/nej, spørgsmål: Er der vand?}}
regler:
  - {{id: a.1, klausul: a.1, styrke: skal, krav: sol}}
  - {{id: a.2, klausul: a.2, styrke: skal, krav: vind, ikke opfyldt: Der er ingen vind.}}
  - {{id: b.1, klausul: b.1, styrke: skal, krav: vand og ikke vind, ikke opfyldt: Det er tørt eller blæser.}}
  - {{id: b.2a, klausul: b.2, styrke: skal, krav: vand, ikke opfyldt: Der er intet vand.}}
  - {{id: b.2b, klausul: b.2, styrke: skal, krav: vind, ikke opfyldt: Der blæser ingen vind.}}
indstillinger:
  - {{handling: fravælg, klausul: {klausul}, når: {when}}}
  - {{handling: tilvælg, klausul: a.1, når: status er forslag}}
"""


def little(folder: Path, name: str, klausul: str, when: str) -> rv.Rammevaerk:
    file = folder / f"{name}.yaml"
    file.write_text(LITTLE.format(name=name, klausul=klausul, when=when), "utf-8")
    return rv.load(file)


def test_of_a_deciding_klausul_only_the_rules_that_decided_are_a_reason(tmp_path: Path):
    two = [little(tmp_path, name, "b.2", "b.2 er ikke opfyldt") for name in ("x", "y")]
    found = rv.sammenlign(MINIMAL | {"egne": {"sol": True, "vind": True, "vand": False}}, two, DAYS[2])
    assert [(one.begrundelse, one.oplysninger) for one in found.aarsager] == [("Der er intet vand.", ("vand",))] * 2


def test_facts_that_the_answers_turn_on_stand_first_then_those_they_differ_on(tmp_path: Path):
    two = [little(tmp_path, name, "a.1", "b.2b er ikke opfyldt") for name in ("x", "y")]
    found = rv.sammenlign(MINIMAL | {"egne": {"sol": False, "vind": True, "vand": True}}, two, DAYS[2])
    assert [one.oplysning for one in found.oplysninger] == ["vind", "vand", "sol"]
    turned = [little(tmp_path, name, "a.1", "a.1 er ikke opfyldt") for name in ("z", "w")]
    found = rv.sammenlign(MINIMAL | {"egne": {"sol": False, "vind": True, "vand": True}}, turned, DAYS[2])
    assert [one.oplysning for one in found.oplysninger] == ["sol", "vind", "vand"]


# Which rammeværker


def test_a_rammevaerk_that_is_there_twice_counts_once():
    odense, skanderborg = rammer(*NAMES[:2])
    again = rv.load(Path(__file__).parents[2] / "rules" / "odense-2022")
    assert [one.id for one in distinct([odense, skanderborg, again])] == ["odense-2022", "skanderborg"]
    found = rv.sammenlign(MINIMAL, [skanderborg, odense, skanderborg], DAYS[1])
    assert list(found.vurderinger) == ["skanderborg", "odense-2022"]


@pytest.mark.parametrize("names", [[], NAMES[:1], [NAMES[0], NAMES[0]]])
def test_fewer_than_two_cannot_be_compared(names):
    with pytest.raises(rv.Refused) as refused:
        rv.sammenlign(MINIMAL, rammer(*names), DAYS[1])
    assert [fault.code for fault in refused.value.diagnostics] == ["B005"]


def test_two_editions_of_one_are_told_apart_by_their_edition():
    odense, skanderborg = rammer(*NAMES[:2])
    newer = replace(odense, udgave="f" * 64)
    names = told_apart([odense, newer, skanderborg])
    assert list(names.values()) == [
        f"odense-2022 (udgave {odense.udgave[:12]})",
        "odense-2022 (udgave ffffffffffff)",
        "skanderborg",
    ]
    found = rv.sammenlign(MINIMAL, [odense, newer], DAYS[1])
    first, second = found.vurderinger.values()
    assert replace(second, udgave=first.udgave) == first
    assert found.kun == dict.fromkeys(found.vurderinger, ())


# Own facts of several


def test_vurder_is_strict_and_takes_others_beside_it_when_told():
    odense, skanderborg = rammer(*NAMES[:2])
    facts = MINIMAL | {"egne": {"projektgruppen orienteret": False, "international hverdag": True}}
    with pytest.raises(rv.Refused):
        rv.vurder(facts, odense, DAYS[1])
    alone = rv.vurder(MINIMAL | {"egne": {"international hverdag": True}}, odense, DAYS[1])
    assert rv.vurder(facts, odense, DAYS[1], beside=[skanderborg]) == alone
    assert rv.vurder([facts, facts], odense, DAYS[1], beside=iter([skanderborg])) == [alone, alone]


@pytest.mark.parametrize("names", [p for pair in combinations(NAMES[:3], 2) for p in (pair, pair[::-1])])
def test_what_none_has_asked_for_is_refused_once_and_what_does_not_fit_by_whose_it_is(names):
    facts = MINIMAL | {"egne": {"sjov": True}, "politiske_mål": ["Et sundere Odens"]}
    with pytest.raises(rv.Refused) as refused:
        rv.sammenlign(facts, rammer(*names), DAYS[1])
    told = [(fault.code, fault.message) for fault in refused.value.diagnostics]
    wrong = [("F020", "politiske_mål nr. 1: «Et sundere Odens» står ikke i registret «politiske mål» (odense-2022)")]
    assert told == (wrong if "odense-2022" in names else []) + [("F021", "ukendt egen oplysning «sjov»")]


def test_of_one_name_each_reads_its_own_kind_and_refuses_its_own(tmp_path: Path):
    found = {}
    for name, kind, answer in (("tal", "tal", "5"), ("ord", "tekst", '"5"'), ("dag", "dato", "24.12.2025")):
        file = tmp_path / f"{name}.yaml"
        egne = f"egne: {{mødt: {{art: {kind}, spørgsmål: Hvad?}}}}"
        file.write_text(
            f"rammeværk: {name}\n{egne}\nregler: [{{id: m.1, klausul: m.1, krav: mødt er {answer}}}]\n", "utf-8"
        )
        found[name] = rv.load(file)
    tal, ord_, dag = found.values()
    both = rv.sammenlign(MINIMAL | {"egne": {"mødt": "5"}}, [tal, ord_], DAYS[1])
    assert [str(v.klausuler["m.1"].udfald) for v in both.vurderinger.values()] == ["opfyldt", "opfyldt"]
    with pytest.raises(rv.Refused) as refused:
        rv.sammenlign(MINIMAL | {"egne": {"mødt": "ja"}}, [tal, ord_, dag], DAYS[1])
    told = [(fault.code, fault.message.rpartition(" ")[2]) for fault in refused.value.diagnostics]
    assert told == [("F022", "(dag)"), ("F022", "(tal)")]
