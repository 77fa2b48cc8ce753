"""Laws of comparison, over random facts of four papers that are there or not."""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

import rammevaerk as rv
from rammevaerk.explanation.sammenligning import weighty
from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.names import spoken

DAYS = (date(2012, 6, 1), date(2022, 6, 1), date(2024, 6, 1), date(2026, 6, 1))
NAMES = ("odense-2022", "skanderborg", "kommunernes-internationale-arbejde", "odense-by-og-kultur-2010")


@cache
def ramme(name: str) -> rv.Rammevaerk:
    return rv.load(name)


# Random facts that no register of them refuses

SKOEN = st.sampled_from(
    [True, False, {"svar": True, "svaret_af": "chefen", "dato": "2023-05-01"}, {"svar": False, "dato": "2025-05-01"}]
)
EVALUERING = st.fixed_dictionaries(
    {"dato": st.sampled_from(["2022-02-01", "2024-02-01"])}, optional={"bidrag": st.sampled_from(["mere", "mindre"])}
)
PARTNER = st.fixed_dictionaries({"by": st.sampled_from(["Eisenach", "Tampere"])})


def some(*texts: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(texts), unique=True)


def values(fact: Any) -> st.SearchStrategy[Any]:
    """What a fact could be; nothing for those of a kind that the table below has to say."""
    if fact.kind.art == "valg":
        return st.sampled_from(fact.kind.options)
    return SKOEN if fact.kind.skoen else st.booleans() if fact.kind.art == "ja/nej" else st.nothing()


COMMON = {
    "politiske_mål": some("Et sundere Odense", "En storby i vækst"),
    "politikområder": some("Borgerservice", "Skole og uddannelse"),
    "kerneopgaver": some("pleje", "skole"),
    "start": st.sampled_from(["2021-01-01", "2024-02-01"]),
    "evalueringer": st.lists(EVALUERING, max_size=2),
    "partnere": st.lists(PARTNER, max_size=2),
} | {fact.key: values(fact) for fact in CATALOGUE.values() if not values(fact).is_empty}


class Sag(NamedTuple):
    facts: dict[str, Any]
    names: list[str]
    day: date

    def found(self, *names: str) -> rv.Sammenligning:
        return rv.sammenlign(self.facts, [ramme(name) for name in names or self.names], self.day)


@st.composite
def sager(draw: st.DrawFn, least: int = 2) -> Sag:
    """Facts of some of the papers, each unknown as often as not."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=least, unique=True))
    asked = {fact.key: values(fact) for name in names for fact in ramme(name).egne.values()}
    random = Random(draw(st.integers(0, 2**32)))
    common = {key: draw(value) for key, value in COMMON.items() if random.random() < 0.5}
    own = {key: draw(value) for key, value in asked.items() if random.random() < 0.5 and not value.is_empty}
    facts = {"id": "a", "titel": "A", "status": "forslag"} | common | {"egne": own}
    return Sag(facts, names, draw(st.sampled_from(DAYS)))


def own_only(facts: dict[str, Any], of: rv.Rammevaerk) -> dict[str, Any]:
    """What a file for this rammeværk alone would hold."""
    declared = {fact.key for fact in of.egne.values()}
    return facts | {"egne": {key: value for key, value in facts["egne"].items() if key in declared}}


@settings(max_examples=50)
@given(sager())
def test_each_answers_as_if_it_were_alone(sag: Sag):
    found = sag.found()
    assert list(found.vurderinger) == sag.names
    for name, vurdering in found.vurderinger.items():
        assert vurdering == rv.vurder(own_only(sag.facts, ramme(name)), ramme(name), sag.day)


@settings(max_examples=50)
@given(sager(least=3))
def test_one_more_changes_no_others_answer_nor_what_its_klausuler_rest_on(sag: Sag):
    two = sag.names[:2]
    facts = sag.facts | {"egne": {k: v for n in two for k, v in own_only(sag.facts, ramme(n))["egne"].items()}}
    fewer, more = sag._replace(facts=facts).found(*two), sag.found()
    for name in two:
        assert more.vurderinger[name] == fewer.vurderinger[name]
        reasons = [[one for one in found.aarsager if one.rammevaerk == name] for found in (fewer, more)]
        assert reasons[0] == reasons[1]
        uses = [{o.oplysning: o.brug[name] for o in found.oplysninger if name in o.brug} for found in (fewer, more)]
        assert all(uses[1][key] == brug for key, brug in uses[0].items())
        assert set(more.kun[name]) <= set(fewer.kun[name])


@settings(max_examples=50)
@given(sager(), st.randoms(use_true_random=False))
def test_the_order_of_the_facts_does_not_matter(sag: Sag, random: Random):
    def shuffled(facts: dict[str, Any]) -> dict[str, Any]:
        return {key: facts[key] for key in random.sample(list(facts), len(facts))}

    again = sag._replace(facts=shuffled(sag.facts | {"egne": shuffled(sag.facts["egne"])}))
    assert again.found() == sag.found()
    assert again.found().forklar() == sag.found().forklar()


@settings(max_examples=50)
@given(sager())
def test_the_order_of_the_rammer_only_orders(sag: Sag):
    one, other = sag.found(), sag.found(*reversed(sag.names))
    assert one.vurderinger == other.vurderinger
    assert one.kun == other.kun
    assert {o.oplysning: o for o in one.oplysninger} == {o.oplysning: o for o in other.oplysninger}
    assert {frozenset(m.oplysninger) for m in one.modstillinger} == {
        frozenset(m.oplysninger) for m in other.modstillinger
    }
    assert set(one.aarsager) == set(other.aarsager)


@settings(max_examples=50)
@given(sager())
def test_every_klausul_that_matters_stands_opposite_another_or_alone(sag: Sag):
    found = sag.found()
    opposite = {key for one in found.modstillinger for key in one.oplysninger}
    for name, vurdering in found.vurderinger.items():
        uses = {o.oplysning: o.brug[name] for o in found.oplysninger if name in o.brug}
        for id_ in weighty(vurdering):
            rests_on = {key for key, brug in uses.items() if id_ in (*brug.klausuler, *brug.gennem)}
            assert (id_ in found.kun[name]) == (not rests_on & opposite)
        assert set(found.kun[name]) <= {*weighty(vurdering)}
    for one in found.modstillinger:
        assert len(one.klausuler) > 1
        assert all(one.klausuler.values())


@settings(max_examples=50)
@given(sager())
def test_every_fact_that_a_klausul_that_matters_reads_is_there_with_all_its_readers(sag: Sag):
    found = sag.found()
    there = {spoken(o.navn): o for o in found.oplysninger}
    for name, vurdering in found.vurderinger.items():
        of = ramme(name)
        for id_ in weighty(vurdering):
            read = {spoken(fact.name) for regel in of.regler_for[id_] for fact in of.reads[regel.id].all_facts}
            assert read <= there.keys()
        missing = {spoken(mangel.navn) for mangel in vurdering.mangler}
        for fact, use in there.items():
            readers = {r.klausul for r in of.regler if fact in {spoken(f.name) for f in of.reads[r.id].facts}}
            brug = use.brug.get(name)
            assert bool(readers) == bool(brug)
            if brug:
                assert {*brug.klausuler, *brug.laeser} == readers
                assert not {*brug.klausuler} & {*brug.laeser, *brug.gennem}
                assert brug.mangler == (fact in missing)


@settings(max_examples=50)
@given(sager())
def test_a_reason_carries_its_answer_and_is_open(sag: Sag):
    found = sag.found()
    for one in found.aarsager:
        told = " ".join(b.tekst for b in found.vurderinger[one.rammevaerk].indstilling.begrundelser)
        assert one.klausul in found.baerende[one.rammevaerk]
        assert one.udfald in {"ikke opfyldt", "uafklaret"}
        assert one.begrundelse in told
        assert one.oplysninger or one.foelger_af
        assert {*one.oplysninger} <= {o.oplysning for o in found.oplysninger}
    refusing = {name for name, handling in found.handlinger.items() if handling in {"fravælg", "afslut"}}
    assert refusing <= {one.rammevaerk for one in found.aarsager}


@settings(max_examples=50)
@given(sager(), st.sampled_from([60, 100]))
def test_the_text_leaves_out_nothing_that_matters(sag: Sag, width: int):
    from rammevaerk.presentation.comparison import write_comparison
    from rammevaerk.presentation.page import Page

    found = sag.found()
    text = write_comparison(found, Page(width))
    assert max(map(len, text.splitlines())) <= width
    words = {word.strip(",.;:") for word in text.split()}
    running = " ".join(text.split())
    for vurdering in found.vurderinger.values():
        assert set(weighty(vurdering)) <= words
        assert [m.navn for m in vurdering.mangler if f"? {m.navn}: " not in running] == []
    assert [o.navn for o in found.oplysninger if o.navn not in running] == []
