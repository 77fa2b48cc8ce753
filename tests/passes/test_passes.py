"""From rule documents to a typed rammeværk: what the passes make of them, and in what order."""

from datetime import date
from decimal import Decimal

import pytest

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.facts.kinds import DATE, NUMBER, TEXT, YES_NO, Kind
from rammevaerk.model.expression import (
    And,
    Arithmetic,
    AtLeast,
    Compare,
    Constant,
    Count,
    Fact,
    Field,
    Known,
    Latest,
    Listing,
    Member,
    Not,
    Parameter,
    Sum,
    Today,
    walk,
)
from rammevaerk.model.klausul import Periode
from rammevaerk.model.rammevaerk import Rammevaerk
from rammevaerk.passes import rammevaerk_from_documents
from rammevaerk.rulefiles.read import read_documents


def ramme(*texts: str) -> Rammevaerk:
    files = [(f"{number}.yaml", text.encode()) for number, text in enumerate(("rammeværk: prøve\n", *texts))]
    return rammevaerk_from_documents(read_documents(files), "udgave")


def faults(*texts: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(Refused) as refused:
        ramme(*texts)
    return refused.value.diagnostics


def krav(sentence: str, *texts: str):
    return ramme(f"regler: [{{id: a, klausul: a, krav: '{sentence}'}}]", *texts).regler[0].krav


def test_a_parameter_holds_from_its_day_until_the_next_and_falls_back_to_nothing() -> None:
    text = """
    parametre:
      loft:
        værdier:
          - {fra: 2024-01-01, værdi: 20}
          - {fra: 2022-01-01, værdi: 10}
          - {fra: 2025-01-01, til: 2025-06-30, værdi: 30}
          - {fra: 2026-01-01, værdi: 40}
    """
    loft = ramme(text).parametre["loft"]
    on = {
        date(2021, 12, 31): None,
        date(2022, 1, 1): 10,
        date(2023, 12, 31): 10,
        date(2024, 1, 1): 20,
        date(2024, 12, 31): 20,
        date(2025, 1, 1): 30,
        date(2025, 6, 30): 30,
        date(2025, 7, 1): None,
        date(2025, 12, 31): None,
        date(2026, 1, 1): 40,
        date(9999, 12, 31): 40,
    }
    assert {day: loft.on(day) for day in on} == on


@pytest.mark.parametrize(
    ("wrote", "kind", "value"),
    [
        ("ja", YES_NO, True),
        ("nej", YES_NO, False),
        ("'1.234,5'", NUMBER, Decimal("1234.5")),
        ("-5", NUMBER, Decimal(-5)),
        ("2 uger", Kind("tal", "dage"), Decimal(14)),
        ("1 år", Kind("tal", "måneder"), Decimal(12)),
        ("'1,5 mio. kr.'", Kind("tal", "kr."), Decimal(1_500_000)),
        ("450 kr. pr. time", Kind("tal", "kr./time"), Decimal(450)),
        ("24.12.2025", DATE, date(2025, 12, 24)),
        ("2025-12-24", DATE, date(2025, 12, 24)),
        ("[Odense, Fyn]", Kind("liste", element=TEXT), ("Odense", "Fyn")),
    ],
)
def test_a_value_has_the_kind_it_is_written_as(wrote: str, kind: Kind, value: object) -> None:
    found = ramme(f"parametre: {{loft: {{værdier: [{{værdi: {wrote}}}]}}}}").parametre["loft"]
    assert (found.kind, found.on(date(2025, 1, 1))) == (kind, value)


def test_a_list_parameter_is_looked_up_as_it_stands_on_the_day() -> None:
    text = "parametre: {steder: {værdier: [{fra: 2022-01-01, værdi: [Odense]}, {fra: 2024-01-01, værdi: [Fyn]}]}}"
    node = krav("emne findes i steder", text)
    assert node == Member(node.item, Parameter("steder"))


def test_a_register_is_looked_up_by_its_names() -> None:
    text = "registre: {byer: {poster: [{navn: Brno, land: Tjekkiet}, Kiev]}}"
    assert krav("emne findes ikke i byer", text).part.values == ("Brno", "Kiev")


def test_the_revision_gives_two_parameters() -> None:
    head = "rammeværk: x\nrevision: {organ: Udvalget, senest: 2025-12-31, registreret: [2026-03-01, 2025-06-01]}\n"
    found = rammevaerk_from_documents(read_documents([("a.yaml", head.encode())]), "u")
    assert found.organ == "Udvalget"
    assert found.parametre["revisionsfrist"].on(date(2020, 1, 1)) == date(2025, 12, 31)
    assert found.parametre["revisionsfrist"].on(date(2030, 1, 1)) == date(2025, 12, 31)
    done = found.parametre["revision registreret"]
    assert [done.on(date(2025, 5, 31)), done.on(date(2025, 6, 1)), done.on(date(2030, 1, 1))] == [False, True, True]


def revised(*days: str) -> Rammevaerk:
    head = f"rammeværk: x\nrevision: {{senest: 2025-06-30, registreret: [{', '.join(days)}], hver: byrådsperiode}}\n"
    return rammevaerk_from_documents(read_documents([("a.yaml", head.encode())]), "u")


def test_a_revision_in_each_term_dates_its_deadline() -> None:
    due = revised("2031-10-10", "2026-03-15", "2026-03-15").parametre["revisionsfrist"]
    on = {
        date(1900, 1, 1): date(2025, 6, 30),
        date(2026, 3, 14): date(2025, 6, 30),
        date(2026, 3, 15): date(2033, 12, 31),
        date(2031, 10, 9): date(2033, 12, 31),
        date(2031, 10, 10): date(2037, 12, 31),
        date(9999, 12, 31): date(2037, 12, 31),
    }
    assert {day: due.on(day) for day in on} == on


def test_the_terms_are_dated_from_1982_to_2101() -> None:
    parametre = revised().parametre
    begins, ends = parametre["byrådsperiodens start"], parametre["byrådsperiodens udløb"]
    assert [begins.on(day) for day in (date(1981, 12, 31), date(2102, 1, 1))] == [None, None]
    assert (begins.on(date(1982, 1, 1)), ends.on(date(2101, 12, 31))) == (date(1982, 1, 1), date(2101, 12, 31))
    assert (begins.on(date(2025, 12, 31)), ends.on(date(2026, 1, 1))) == (date(2022, 1, 1), date(2029, 12, 31))


def test_without_terms_there_are_none() -> None:
    found = rammevaerk_from_documents(
        read_documents([("a.yaml", "rammeværk: x\nrevision: {senest: 2025-12-31}\n".encode())]), "u"
    )
    assert set(found.parametre) == {"revisionsfrist", "revision registreret"}


def test_a_frist_is_lowered_to_sentences_and_one_of_a_list_can_be_known_never_to_have_happened() -> None:
    text = """
    parametre: {interval: {værdier: [{værdi: 1 år}]}}
    regler: [{id: a, klausul: a, krav: EU-projekt}]
    frister:
      møde: {klausul: a, hvad: Der holdes møde., sidst: dato i seneste evaluering, hver: Interval, første: start}
      syn: {klausul: a, hvad: Der holdes syn., sidst: slut, hver: Byrådsperiode, gælder når: a er opfyldt}
    """
    moede, syn = ramme(text).frister
    exists = Compare("≤", Field(moede.sidst.field.fact), Today())
    assert isinstance(moede.sidst, Latest)
    assert moede.aldrig == Compare("=", Count(Listing(moede.sidst.of.fact, exists)), Constant(Decimal(0)))
    assert (moede.navn, moede.hvad, moede.hver) == ("møde", "Der holdes møde.", "interval")
    assert (moede.parameters, [f.name for f in moede.facts]) == (("interval",), ["evalueringer", "start"])
    assert (syn.hver, syn.aldrig, syn.foerste, syn.parameters) == ("byrådsperiode", None, None, ())
    assert (moede.om_rammen, syn.om_rammen) == (False, False)


def test_a_paper_referred_to_may_have_no_known_end() -> None:
    text = """
    regler: [{id: a, klausul: a, krav: EU-projekt}]
    henvisninger: {Plan 9: {klausuler: [a]}, Plan 8: {til: 2024-12-31, klausuler: [a]}}
    """
    nine, eight = ramme(text).henvisninger
    assert (nine.navn, nine.til, nine.lapsed(date(9999, 12, 31))) == ("Plan 9", None, False)
    assert [eight.lapsed(date(2024, 12, 31)), eight.lapsed(date(2025, 1, 1))] == [False, True]


def test_a_revision_never_registered_is_known_not_to_be() -> None:
    head = "rammeværk: x\nrevision: {senest: 2025-12-31, registreret: []}\n"
    found = rammevaerk_from_documents(read_documents([("a.yaml", head.encode())]), "u")
    assert found.parametre["revision registreret"].on(date(2030, 1, 1)) is False


def test_own_facts_have_their_kinds() -> None:
    text = """
    egne:
      fase: {art: valg, spørgsmål: Hvilken?, valgmuligheder: [idé, drift]}
      tid: {art: mængde, enhed: uger, spørgsmål: Hvor længe?}
      deltagere: {art: liste, ental: deltager, spørgsmål: Hvem?, persondata: ja}
      klart: {art: skøn, spørgsmål: Er det?}
    """
    own = ramme(text).egne
    assert own["fase"].kind == Kind("valg", options=("idé", "drift"))
    assert own["tid"].kind == Kind("tal", "dage")
    assert own["deltagere"].kind == Kind("liste", element=TEXT)
    assert (own["deltagere"].singular, own["deltagere"].persondata) == ("deltager", "ja")
    assert own["klart"].kind == Kind("ja/nej", skoen=True)
    assert all(fact.own for fact in own.values())


def test_periods_and_what_a_rule_is_about() -> None:
    text = """
    regler:
      - {id: a, klausul: a, krav: EU-projekt, gælder: {fra: 2023-01-01, til: 2023-12-31}, angår: rammeværket}
      - {id: b, klausul: b, styrke: bør, krav: EU-projekt}
    """
    first, second = ramme(text).regler
    assert first.gaelder == Periode(date(2023, 1, 1), date(2023, 12, 31))
    assert (first.om_rammen, first.styrke, second.om_rammen, second.styrke) == (True, "skal", False, "bør")


def test_rules_come_after_those_they_read() -> None:
    text = """
    begreber: {i orden: {er: c er opfyldt}}
    regler:
      - {id: a, klausul: a, krav: i orden}
      - {id: b, klausul: b, gælder når: EU-projekt og (ikke (a er opfyldt)), krav: EU-projekt}
      - {id: c, klausul: c, krav: EU-projekt}
      - {id: d, klausul: d, krav: EU-projekt}
    """
    order = [rule.id for rule in ramme(text).regler]
    assert order.index("c") < order.index("a") < order.index("b")
    assert sorted(order) == ["a", "b", "c", "d"]


def test_a_klausul_of_several_rules_is_read_after_all_of_them() -> None:
    text = """
    regler:
      - {id: z, klausul: z, krav: a er opfyldt}
      - {id: a1, klausul: a, krav: EU-projekt}
      - {id: a2, klausul: a, krav: SDEO inddraget}
    """
    assert [rule.id for rule in ramme(text).regler][-1] == "z"


def test_questions_go_by_the_name_as_it_is_printed() -> None:
    assert ramme("spørgsmål: {eu_projekt: Er det?}").spoergsmaal == {"EU-projekt": "Er det?"}


def test_the_latest_and_the_sum_lower_to_what_exists_on_the_day() -> None:
    latest = krav("bidrag i seneste evaluering er mere").left
    assert isinstance(latest, Latest)
    assert isinstance(latest.of.where, Compare)
    assert isinstance(latest.of.where.right, Today)
    rates = """
    parametre:
      timepris: {værdier: [{værdi: 450 kr./time}]}
      årsværk i timer: {værdier: [{værdi: 1.628 timer/årsværk}]}
      eurokurs: {værdier: [{værdi: "7,46 kr./EUR"}]}
    """
    total = krav("sum af mængde i investeringer er mindst 2 timer", rates)
    assert isinstance(total.right, Sum)
    assert total.left == Arithmetic("*", Constant(Decimal(2)), Parameter("timepris"))


def test_several_of_the_latest_are_all_of_them() -> None:
    assert krav("bidrag i de seneste 2 evalueringer er mere") == krav(
        "for alle de seneste 2 evalueringer gælder, at (bidrag er mere)"
    )


def test_all_is_none_that_does_not() -> None:
    node = krav("for alle partnere gælder, at (type er virksomhed)")
    assert isinstance(node, Not)
    assert isinstance(node.part, AtLeast)
    assert node.part.number == Constant(Decimal(1))
    assert isinstance(node.part.of.where, Not)


def test_a_field_hides_the_fact_of_the_same_name() -> None:
    inside = krav("der er mindst 1 blandt partnere, hvor (type er virksomhed)")
    assert any(isinstance(node, Field) for node in walk(inside))
    assert not [node for node in walk(inside) if isinstance(node, Fact) and node.fact.name == "type"]
    outside = krav("der er mindst 1 blandt partnere, hvor (status er i gang)")
    assert [node for node in walk(outside) if isinstance(node, Fact) and node.fact.name == "status"]


def test_at_least_takes_a_parameter() -> None:
    text = "parametre: {mindstetal: {værdier: [{værdi: 2}]}}"
    assert krav("der er mindst mindstetal blandt partnere, hvor (type er virksomhed)", text).number == Parameter(
        "mindstetal"
    )


def test_a_begreb_is_spoken_of_by_its_name() -> None:
    node = krav("i orden og EU-projekt", "begreber: {i orden: {er: status er i gang}}")
    assert isinstance(node, And)
    assert [part.origin for part in node.parts] == ["i orden", "EU-projekt"]


def test_what_looks_at_unknownness_is_for_afvent_alone() -> None:
    found = ramme("indstillinger: [{handling: afvent, når: emne er uoplyst}]").indstillinger[0].naar
    assert isinstance(found, Not)
    assert isinstance(found.part, Known)
    for handling in ("tilvælg", "fravælg", "fortsæt", "afslut", "ingen"):
        told = faults(f"indstillinger: [{{handling: {handling}, når: emne er uoplyst}}]")
        assert [d.code for d in told] == ["R021"]


@pytest.mark.parametrize("key", ["krav", "gælder når"])
@pytest.mark.parametrize("sentence", ["emne er oplyst", "emne er uoplyst", "ikke (emne er oplyst)", "b er uafklaret"])
def test_nothing_unknown_decides_a_rule(key: str, sentence: str) -> None:
    other = "krav" if key == "gælder når" else "gælder når"
    first = f"{{id: a, klausul: a, {key}: {sentence}, {other}: EU-projekt}}"
    rules = f"regler: [{first}, {{id: b, klausul: b, krav: EU-projekt}}]"
    assert [d.code for d in faults(rules)] == ["R021"]


def test_begreber_in_begreber_have_a_limit() -> None:
    doubling = "".join(f"  b{n}: {{er: b{n - 1} og b{n - 1}}}\n" for n in range(1, 40))
    assert {d.code for d in faults("begreber:\n  b0: {er: EU-projekt}\n" + doubling)} == {"R030"}
    deep = "".join(f"  b{n}: {{er: ikke b{n - 1}}}\n" for n in range(1, 300))
    assert {d.code for d in faults("begreber:\n  b0: {er: EU-projekt}\n" + deep)} == {"R030"}


def test_thousands_of_entries_and_hundreds_of_faults_have_a_limit() -> None:
    many = "begreber:\n" + "".join(f"  begreb {n}: {{er: EU-projekt}}\n" for n in range(1_001))
    assert [d.code for d in faults(many)] == ["R022"]
    wrong = "regler:\n" + "".join(f"- {{id: a{n}, klausul: a{n}, krav: ukendt{n}}}\n" for n in range(600))
    told = faults(wrong)
    assert len(told) == 501
    assert {d.code for d in told} == {"R012", "R023"}


def test_words_are_kept_as_the_author_wrote_them_in_canonical_danish() -> None:
    assert krav("ANTAL politiske_mål >= 1").origin == "antal politiske mål er mindst 1"


def test_the_listing_of_an_undated_list_is_the_whole_list() -> None:
    node = krav("antal partnere er 2").left
    assert node.of == Listing(node.of.fact)


def test_between_takes_both_its_ends() -> None:
    low, high = krav("antal partnere ligger mellem 1 og 3").parts
    assert (low.op, low.left, high.op, high.right) == ("≤", Constant(Decimal(1)), "≤", Constant(Decimal(3)))


def test_a_ring_is_found_however_deep_the_reading_stands() -> None:
    text = """
    regler:
      - {id: a, klausul: a, krav: EU-projekt eller (SDEO inddraget og (ikke (b er opfyldt)))}
      - {id: b, klausul: b, krav: EU-projekt, gælder når: SDEO inddraget og a er uafklaret}
    """
    assert {d.code for d in faults(text)} >= {"R018"}
