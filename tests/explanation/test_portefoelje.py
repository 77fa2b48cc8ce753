"""The laws of a portfolio, by brute force over every way to fill in what is unknown, and what an answer says."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rammevaerk as rv
from rammevaerk.model.portefoelje import Andel, andel_of
from rammevaerk.passes import rammevaerk_from_documents
from rammevaerk.rulefiles.read import read_documents

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = date(2024, 6, 1)
HEAD = """
rammeværk: prøve
klausuler:
  - {id: a.1, styrke: skal, art: regel, tekst: t}
  - {id: a.2, styrke: bør, art: regel, tekst: t}
  - {id: a.3, styrke: kan, art: regel, tekst: t}
  - {id: a.4, styrke: skal, art: regel, tekst: t}
egne:
  beløb: {art: mængde, enhed: kr., spørgsmål: Hvor meget?}
parametre:
  loft: {værdier: [{værdi: 2 kr.}]}
  halvdelen: {værdier: [{værdi: 50 pct.}]}
  dem alle: {værdier: [{værdi: 100 pct.}]}
begreber:
  vil have begge: {er: EU-projekt og SDEO inddraget}
regler:
  - {id: a.1, klausul: a.1, gælder når: status er i gang, krav: EU-projekt}
  - {id: a.2, klausul: a.2, krav: SDEO inddraget}
  - {id: a.3z, klausul: a.3, krav: EU-projekt}
indstillinger:
  - {handling: afslut, når: a.1 er ikke opfyldt}
  - {handling: fortsæt, når: a.2 er opfyldt}
portefølje:
"""
CONDITIONS = [
    "EU-projekt",
    "ikke SDEO inddraget",
    "vil have begge",
    "EU-projekt eller SDEO inddraget",
    'forvaltning er "Byen"',
    "beløb er mindst 1 kr.",
    "a.1 er opfyldt",
    "a.2 er ikke opfyldt og EU-projekt er nej",
    "lever op til rammeværket",
    "handling er fortsæt",
    "handling er en af (afslut, ingen)",
]
KRAV = [
    "der er mindst 1 blandt aktiviteter, hvor ({0})",
    "der er mindst 2 blandt aktiviteter, hvor ({0})",
    "der er ingen blandt aktiviteter, hvor ({0})",
    "for alle aktiviteter gælder, at ({0})",
    "antal aktiviteter hvor ({0}) er højst antal aktiviteter hvor ({1})",
    "antal aktiviteter er højst 2",
    "sum af beløb i aktiviteter er højst loft",
    "sum af beløb i aktiviteter hvor ({0}) er mere end 1 kr.",
    "der er mindst 1 blandt aktiviteter, hvor ({0}) og (ikke (der er mindst 1 blandt aktiviteter, hvor ({1})))",
    "der er mindst 1 blandt aktiviteter, hvor ({0}) eller for alle aktiviteter gælder, at ({1})",
]
DOMAINS: dict[str, tuple[Any, ...]] = {
    "forvaltning": ("Byen", "Havnen"),
    "eu_projekt": (True, False),
    "sdeo_inddraget": (True, False),
    "beløb": ("0 kr.", "1 kr.", "2 kr."),
}


def loaded(rules: list[str]) -> rv.Rammevaerk:
    """Rules p0, p1 and so on; every fifth four of them only say what can be done."""
    strengths = ("a.4", "a.4", "a.4", "a.4", "a.3")
    lines = (f"  - {{id: p{n}, klausul: {strengths[n // 4 % 5]}, {rule}}}\n" for n, rule in enumerate(rules))
    text = HEAD + "".join(lines)
    return rammevaerk_from_documents(read_documents([("prøve.yaml", text.encode())]), "udgave")


def ways(*parts: str) -> list[str]:
    """The rule for all, among some, for each, and for each among some."""
    body = ", ".join(parts)
    return [
        body,
        f"blandt: EU-projekt eller SDEO inddraget, {body}",
        f"for hver: forvaltning, {body}",
        f"for hver: forvaltning, blandt: lever op til rammeværket, {body}",
    ]


def every_rule() -> list[str]:
    found: list[str] = []
    for number, krav in enumerate(KRAV):
        for offset in range(2):
            first, second = (CONDITIONS[(3 * number + offset * 5 + k) % len(CONDITIONS)] for k in (0, 4))
            found += ways(f"krav: '{krav.format(first, second)}'")
    for number, condition in enumerate(CONDITIONS):
        found += ways(f"andel: '{condition}'", f"mindst: {('halvdelen', 'dem alle')[number % 2]}")
    return found


RAMME = loaded(every_rule())

AKTIVITET = st.fixed_dictionaries({name: st.sampled_from((None, *values)) for name, values in DOMAINS.items()})
STATUS = st.sampled_from(("i gang", "forslag"))


@st.composite
def portfolios(draw: st.DrawFn, gaps: int = 3) -> list[dict[str, Any]]:
    """Up to three aktiviteter, with few enough facts unknown to try every way to fill them in."""
    found = [dict(one) for one in draw(st.lists(AKTIVITET, max_size=3))]
    unknown = 0
    for number, one in enumerate(found):
        for name, values in DOMAINS.items():
            if one[name] is None:
                unknown += 1
                one[name] = None if unknown <= gaps else draw(st.sampled_from(values))
        one |= {"id": f"a{number}", "titel": "A", "status": draw(STATUS)}
    return found


def written(facts: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in facts.items() if key != "beløb"} | {"egne": {"beløb": facts["beløb"]}}


def judged(portfolio: list[dict[str, Any]], ramme: rv.Rammevaerk = RAMME) -> rv.Portefoeljevurdering:
    return rv.portefoelje(map(written, portfolio), ramme, DAY)


def completions(portfolio: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    gaps = [(n, name) for n, one in enumerate(portfolio) for name in DOMAINS if one[name] is None]
    for chosen in product(*(DOMAINS[name] for _, name in gaps)):
        whole = [dict(one) for one in portfolio]
        for (number, name), value in zip(gaps, chosen, strict=True):
            whole[number][name] = value
        yield whole


def answers(found: rv.Portefoeljevurdering) -> dict[tuple[str, str], Any]:
    """The answer of each rule and group that has a name, or is all of them."""
    return {(regel.id, one.gruppe): one for regel in found.regler for one in regel.grupper if not one.uoplyst}


@settings(max_examples=50)
@given(portfolios())
def test_a_known_answer_is_that_of_every_completion(portfolio):
    before = judged(portfolio)
    known = {key: one.udfald for key, one in answers(before).items() if one.udfald != "uafklaret"}
    rules = {regel.id: regel.udfald for regel in before.regler if regel.udfald != "uafklaret"}
    for whole in completions(portfolio):
        after = judged(whole)
        now = answers(after)
        assert {key: now[key].udfald for key in known} == known
        assert {regel.id: regel.udfald for regel in after.regler if regel.id in rules} == rules


@settings(max_examples=50)
@given(portfolios(gaps=0))
def test_with_every_fact_known_no_answer_is_open(portfolio):
    assert {one.udfald for one in answers(judged(portfolio)).values()} <= {"opfyldt", "ikke opfyldt", "ikke relevant"}


SHARES = loaded(
    [
        *ways("andel: EU-projekt", "mindst: halvdelen")[::2],
        "for hver: forvaltning, blandt: SDEO inddraget, andel: EU-projekt, mindst: halvdelen",
        "blandt: SDEO inddraget, andel: beløb er mindst 1 kr., mindst: dem alle",
    ]
)


@settings(max_examples=100)
@given(portfolios(gaps=6))
def test_both_ends_of_a_share_are_reached_by_some_completion_and_passed_by_none(portfolio):
    """Where membership and condition hang on different facts, the interval is exact."""
    before = answers(judged(portfolio, SHARES))
    reached: dict[tuple[str, str], set[Fraction]] = {key: set() for key in before}
    for whole in completions(portfolio):
        for key, one in answers(judged(whole, SHARES)).items():
            if key in before and one.andel is not None:
                assert one.andel.lavest == one.andel.hoejest
                reached[key].add(one.andel.lavest)
    for key, one in before.items():
        ends = (one.andel.lavest, one.andel.hoejest) if one.andel else None
        assert ends == ((min(reached[key]), max(reached[key])) if reached[key] else None)


@settings(max_examples=50)
@given(portfolios(), st.randoms())
def test_the_order_of_aktiviteter_does_not_matter(portfolio, random):
    shuffled = random.sample(portfolio, len(portfolio))
    assert judged(shuffled) == judged(portfolio)


@given(portfolios())
def test_groups_part_the_aktiviteter(portfolio):
    """Each aktivitet counts in its own group and no other; one of no known group may count in all of them."""
    found = {regel.id: regel for regel in judged(portfolio, SHARES).regler}
    per_group, for_all = found["p1"].grupper, found["p0"].grupper[0]
    loose = sum(one["forvaltning"] is None for one in portfolio)
    assert sum(one.antal for one in per_group) + loose == for_all.antal == len(portfolio)
    assert {one.maaske for one in per_group} <= {loose}
    assert [one.gruppe for one in per_group if not one.uoplyst] == sorted(
        {one["forvaltning"] for one in portfolio if one["forvaltning"]}
    )
    assert [one.uoplyst for one in per_group][-1:] == ([bool(loose)] if per_group else [])


@settings(max_examples=50)
@given(portfolios())
def test_a_group_is_the_portfolio_of_those_that_may_belong_to_it(portfolio):
    whole = judged(portfolio)
    for name in DOMAINS["forvaltning"]:
        alone = answers(judged([one for one in portfolio if one["forvaltning"] in (name, None)]))
        for (regel, gruppe), one in answers(whole).items():
            if gruppe == name:
                assert alone[regel, gruppe] == one


@settings(max_examples=50)
@given(portfolios(gaps=0))
def test_one_group_alone_is_answered_as_all_of_them(portfolio):
    """`for hver` of a portfolio with one forvaltning says what the same rule says without it."""
    same = [one | {"forvaltning": "Byen"} for one in portfolio]
    found = {regel.id: regel for regel in judged(same).regler}
    for number in range(0, len(found), 4):
        for_all, per_group = found[f"p{number}"].grupper[0], found[f"p{number + 2}"].grupper
        assert [(one.udfald, one.taellinger, one.andel, one.imod) for one in per_group] == (
            [(for_all.udfald, for_all.taellinger, for_all.andel, for_all.imod)] if same else []
        )


@given(st.lists(st.tuples(st.sampled_from((True, False, None)), st.sampled_from((True, False, None))), max_size=7))
def test_a_share_is_what_brute_force_finds(found):
    shares = set()
    for members in product(*((True, False) if counts is None else (counts,) for counts, _ in found)):
        for holding in product(*((True, False) if holds is None else (holds,) for _, holds in found)):
            counted = [holds for counts, holds in zip(members, holding, strict=True) if counts]
            if counted:
                shares.add(Fraction(sum(counted), len(counted)))
    andel = andel_of(found)
    assert (andel.lavest, andel.hoejest) == ((min(shares), max(shares)) if shares else (None, None))


@pytest.mark.parametrize(
    ("andel", "percent", "answer"),
    [
        (Andel(ja=4, nej=1), 80, True),
        (Andel(ja=4, nej=1), 81, False),
        (Andel(ja=2, nej=1), 67, False),
        (Andel(ja=4, uafklaret=1), 80, True),
        (Andel(ja=3, nej=1, uafklaret=1), 81, False),
        (Andel(ja=3, nej=1, uafklaret=1), 80, None),
        (Andel(ja=4, nej=1, maaske_ja=1), 80, True),
        (Andel(ja=4, nej=1, maaske_nej=1), 80, None),
        (Andel(), 0, None),
    ],
)
def test_a_share_is_held_against_its_limit_exactly(andel, percent, answer):
    assert andel.reaches(percent) is answer
