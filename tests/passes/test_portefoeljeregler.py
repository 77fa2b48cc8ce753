"""A rule about the portfolio as typed data: what each aktivitet is asked, and what the answers are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.facts.kinds import YES_NO, Kind
from rammevaerk.model.codec import read_rammevaerk, write_rammevaerk
from rammevaerk.model.expression import (
    And,
    AtLeast,
    Compare,
    Constant,
    Count,
    Fact,
    Field,
    Listing,
    Not,
    Outcome,
    Sum,
    walk,
)
from rammevaerk.model.portefoelje import AKTIVITETER, TAELLER_MED, Mindsteandel, Portefoeljeregel, svar
from rammevaerk.passes import rammevaerk_from_documents
from rammevaerk.rulefiles.read import read_documents

if TYPE_CHECKING:
    from rammevaerk.model.rammevaerk import Rammevaerk

HEAD = """
rammeværk: prøve
egne: {beløb: {art: mængde, enhed: kr., spørgsmål: Hvor meget?}}
parametre:
  grænse: {værdier: [{værdi: 50 pct.}]}
  loft: {værdier: [{værdi: 5 kr.}]}
klausuler:
  - {id: b.1, afsnit: B, styrke: bør, art: regel, tekst: t}
  - {id: a.1, afsnit: A, styrke: skal, art: regel, tekst: t}
  - {id: a.2, afsnit: A, styrke: skal, art: regel, tekst: t}
afsnit: [A, B]
regler:
  - {id: a.1a, klausul: a.1, krav: EU-projekt}
  - {id: b.1a, klausul: b.1, krav: SDEO inddraget}
  - {id: a.2a, klausul: a.2, krav: a.1 er opfyldt}
portefølje:
"""
LISTED = Fact(AKTIVITETER)
COUNTS = Field(TAELLER_MED)


def ramme(*rules: str) -> Rammevaerk:
    text = HEAD + "".join(f"  - {{{rule}}}\n" for rule in rules)
    return rammevaerk_from_documents(read_documents([("a.yaml", text.encode())]), "udgave")


def only(rule: str) -> Portefoeljeregel:
    (found,) = ramme(f"id: p, klausul: a.1, {rule}").portefoelje
    return found


def test_a_condition_is_asked_of_each_and_its_answer_of_the_records() -> None:
    rule = only("krav: 'antal aktiviteter hvor (EU-projekt) er mindst antal aktiviteter hvor (eu projekt)'")
    assert rule.om_aktiviteten == (Fact(CATALOGUE["EU-projekt"]),)
    counted = Count(Listing(LISTED, And((COUNTS, Field(svar(0))))))
    assert rule.krav == Compare("≤", counted, counted)


def test_without_a_condition_only_those_that_count_are_counted() -> None:
    rule = only("krav: antal aktiviteter er 2")
    assert rule.om_aktiviteten == ()
    (listing,) = (node for node in walk(rule.krav) if isinstance(node, Listing))
    assert listing == Listing(LISTED, COUNTS)


def test_an_amount_is_asked_of_each_and_added_up() -> None:
    rule = only("krav: 'sum af beløb i aktiviteter hvor (EU-projekt) er højst loft'")
    own = next(
        node.fact for one in rule.om_aktiviteten for node in walk(one) if isinstance(node, Fact) and node.fact.own
    )
    assert set(rule.om_aktiviteten) == {Fact(own), Fact(CATALOGUE["EU-projekt"])}
    (found,) = (node for node in walk(rule.krav) if isinstance(node, Sum))
    assert found.field == Field(svar(rule.om_aktiviteten.index(Fact(own)), Kind("tal", "kr.")))
    assert found.of.where == And((COUNTS, Field(svar(rule.om_aktiviteten.index(Fact(CATALOGUE["EU-projekt"]))))))


def test_for_all_asks_for_the_exceptions_and_says_so() -> None:
    rule = only("krav: 'for alle aktiviteter gælder, at (EU-projekt)'")
    assert rule.om_aktiviteten == (Not(Fact(CATALOGUE["EU-projekt"])),)
    assert rule.om_aktiviteten[0].origin == "ikke (EU-projekt)"
    one = Constant(next(node.value for node in walk(rule.krav) if isinstance(node, Constant)))
    assert rule.krav == Not(AtLeast(one, Listing(LISTED, And((COUNTS, Field(svar(0), origin="x"))))))
    assert rule.krav.origin == "for alle aktiviteter gælder, at (EU-projekt)"


def test_a_share_is_of_the_first_question() -> None:
    rule = only("for hver: type, blandt: antal partnere er 1, andel: EU-projekt, mindst: Grænse")
    assert rule.krav == Mindsteandel("grænse")
    assert rule.andel == Fact(CATALOGUE["EU-projekt"]) == rule.om_aktiviteten[0]
    assert rule.for_hver == CATALOGUE["type"]
    assert rule.blandt is not None


def test_to_live_up_to_the_rammevaerk_is_that_no_skal_is_breached() -> None:
    rule = only("andel: lever op til rammeværket, mindst: grænse")
    breached = tuple(Not(Outcome(id_, "ikke opfyldt")) for id_ in ("a.1a", "a.2a"))
    assert isinstance(rule.andel, And)
    assert set(rule.andel.parts) == set(breached)


def test_rules_stand_in_the_order_of_the_paper() -> None:
    found = ramme(
        "id: q, klausul: b.1, krav: antal aktiviteter er 1", "id: p, klausul: a.1, krav: antal aktiviteter er 1"
    )
    assert [(rule.id, rule.styrke) for rule in found.portefoelje] == [("p", "skal"), ("q", "bør")]
    assert [rule.id for rule in found.portefoelje_for["a.1"]] == ["p"]
    assert found.portefoelje_for["a.2"] == ()


def test_what_a_rule_reads_is_known_through_the_rules_it_asks_about() -> None:
    found = ramme(
        "id: p, klausul: a.1, for hver: forvaltning, blandt: a.2 er opfyldt, andel: beløb er 1 kr., mindst: grænse",
        "id: q, klausul: a.1, krav: 'antal aktiviteter hvor (handling er ingen) er 1'",
    ).reads
    assert (found["p"].parameters, [fact.name for fact in found["p"].facts]) == (("grænse",), ["forvaltning", "beløb"])
    assert [fact.name for fact in found["p"].through] == ["EU-projekt"]
    assert found["q"].facts == ()
    assert {fact.name for fact in found["q"].through} == {"EU-projekt", "SDEO inddraget"}


def test_it_is_kept_between_runs_as_it_was() -> None:
    found = ramme(
        "id: p, klausul: a.1, for hver: type, andel: lever op til rammeværket, mindst: grænse, opfyldt: '{type}'",
        "id: q, klausul: a.1, krav: 'sum af beløb i aktiviteter er højst loft', gælder: {fra: 2024-01-01}",
    )
    again = read_rammevaerk(write_rammevaerk(found))
    assert again == found
    assert [one.origin for rule in again.portefoelje for one in rule.sentences] == [
        one.origin for rule in found.portefoelje for one in rule.sentences
    ]


@pytest.mark.parametrize("name", ["tæller med", "svar 0"])
def test_the_names_of_a_record_are_no_words_of_the_language(name: str) -> None:
    text = HEAD.replace("portefølje:\n", "").replace("egne: {", f"egne: {{{name}: {{art: ja/nej, spørgsmål: S?}}, ")
    found = rammevaerk_from_documents(read_documents([("a.yaml", text.encode())]), "udgave")
    assert found.egne[name].kind == YES_NO
