"""What an udfald rests on is enough for it, and only what could turn it: looked for over every answer to four facts."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

import rammevaerk as rv
from rammevaerk.api import bound
from rammevaerk.engines import direct
from rammevaerk.explanation.resting import Rest, rests_of
from rammevaerk.model.resultat import Udfald, klausul_udfald

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2024, 6, 1)
FACTS = ("sol", "vind", "vand", "jord")
SENTENCES = {
    "k.1": "sol",
    "k.2": "sol og vind",
    "k.3": "sol eller vind eller vand",
    "k.4": "(sol og vind) eller (vand og jord)",
    "k.5": "ikke ((sol eller vind) og vand)",
    "k.6": "(sol eller vind) og (vand eller ikke jord)",
}
RULES = """
rammeværk: fire
egne:
{facts}
regler:
{rules}
  - {{id: f.1, klausul: f.1, styrke: skal, krav: k.1 er opfyldt og vand}}
  - {{id: f.2, klausul: f.2, styrke: skal, krav: k.2 er opfyldt eller k.3 er ikke opfyldt}}
  - {{id: g.1, klausul: g.1, styrke: skal, gælder når: sol, krav: vind}}
  - {{id: g.2, klausul: g.2, styrke: kan, krav: vind og vand}}
  - {{id: h.1a, klausul: h.1, styrke: skal, krav: sol}}
  - {{id: h.1b, klausul: h.1, styrke: skal, krav: h.1a er opfyldt eller vind}}
  - {{id: h.2a, klausul: h.2, styrke: skal, krav: sol}}
  - {{id: h.2b, klausul: h.2, styrke: skal, krav: h.2a er ikke opfyldt og vind}}
"""
ANSWERS = [dict(zip(FACTS, answers, strict=True)) for answers in product((True, False, None), repeat=len(FACTS))]


@pytest.fixture(scope="module")
def ramme(tmp_path_factory: pytest.TempPathFactory) -> rv.Rammevaerk:
    file: Path = tmp_path_factory.mktemp("regler") / "fire.yaml"
    facts = "\n".join(f"  {name}: {{art: ja/nej, spørgsmål: Er der {name}?}}" for name in FACTS)
    rules = "\n".join(f"  - {{id: {id_}, klausul: {id_}, styrke: skal, krav: {s}}}" for id_, s in SENTENCES.items())
    file.write_text(RULES.format(facts=facts, rules=rules), "utf-8")
    return rv.load(file)


def judged(ramme: rv.Rammevaerk, answers: dict[str, Any]) -> tuple[dict[str, Udfald], dict[str, Rest]]:
    aktivitet = bound({"id": "a", "titel": "A", "status": "forslag", "egne": answers}, ramme, DAY)
    resultat, sporing = direct.evaluate(ramme, aktivitet, DAY)
    udfald = {id_: klausul_udfald(ramme, resultat.udfald, id_) for id_ in ramme.klausuler}
    return udfald, rests_of(ramme, resultat, sporing)


def names(rest: Rest) -> set[str]:
    return {fact.name for fact in rest.facts}


@pytest.mark.parametrize("klausul", SENTENCES)
def test_what_it_rests_on_is_enough(ramme, klausul):
    for answers in ANSWERS:
        udfald, rests = judged(ramme, answers)
        resting = names(rests[klausul])
        assert resting
        if udfald[klausul] is not Udfald.UAFKLARET:
            kept = {name: answer if name in resting else None for name, answer in answers.items()}
            assert judged(ramme, kept)[0][klausul] is udfald[klausul], (answers, resting)


@pytest.mark.parametrize("klausul", SENTENCES)
def test_no_known_fact_is_waited_for(ramme, klausul):
    for answers in ANSWERS:
        udfald, rests = judged(ramme, answers)
        if udfald[klausul] is Udfald.UAFKLARET:
            assert {answers[name] for name in names(rests[klausul])} == {None}


@pytest.mark.parametrize(
    ("klausul", "answers", "facts", "klausuler"),
    [
        ("k.2", {"sol": False, "vind": True}, {"sol"}, ()),
        ("k.2", {"sol": True, "vind": True}, {"sol", "vind"}, ()),
        ("k.2", {"sol": True}, {"vind"}, ()),
        ("k.3", {"sol": False, "vind": True}, {"vind"}, ()),
        ("f.1", {"sol": False, "vand": True}, set(), ("k.1",)),
        ("f.1", {"sol": True}, {"vand"}, ()),
        ("f.1", {}, {"vand"}, ("k.1",)),
        ("f.2", {"sol": False, "vind": False, "vand": True}, set(), ("k.2", "k.3")),
        ("g.1", {"sol": False, "vind": True}, {"sol"}, ()),
        ("g.1", {"sol": True, "vind": False}, {"vind"}, ()),
        ("g.1", {"vind": True}, {"sol"}, ()),
        ("g.1", {}, {"sol", "vind"}, ()),
        ("g.2", {"vind": False, "vand": True}, {"vind"}, ()),
        ("h.1", {"sol": True}, {"sol"}, ()),
        ("h.1", {"sol": False, "vind": False}, {"sol", "vind"}, ()),
        ("h.1", {"sol": False, "vind": True}, {"sol"}, ()),
        ("h.2", {"sol": True, "vind": True}, {"sol"}, ()),
    ],
)
def test_example(ramme, klausul, answers, facts, klausuler):
    rest = judged(ramme, answers)[1][klausul]
    assert (names(rest), rest.klausuler) == (facts, klausuler)


def test_out_of_force_rests_on_nothing():
    ramme = rv.load("odense-2022")
    aktivitet = bound({"id": "a", "titel": "A", "status": "forslag"}, ramme, date(2021, 1, 1))
    resultat, sporing = direct.evaluate(ramme, aktivitet, date(2021, 1, 1))
    assert set(rests_of(ramme, resultat, sporing).values()) == {Rest((), ())}
