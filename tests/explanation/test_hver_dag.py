"""Every day from 2022 to 2040: what is dated has one version or a gap with a name, and every frist one tilstand."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pytest
from frist_text import odense

import rammevaerk as rv
from rammevaerk.api import bound
from rammevaerk.engines import direct
from rammevaerk.explanation.frister import aktivitet_frister, ramme_frister
from rammevaerk.explanation.huller import huller
from rammevaerk.facts.aktivitet import Aktivitet
from rammevaerk.loading import shipped
from rammevaerk.model.klausul import ALWAYS, Periode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FIRST, LAST = date(2022, 1, 1), date(2040, 12, 31)
DAYS = tuple(FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1))
NOBODY = Aktivitet(id="-", titel="-", status="forslag")

GAPS = {
    ("odense-by-og-kultur-2010", "rammeværk", "odense-by-og-kultur-2010"): [(FIRST, LAST)],
    ("skanderborg", "parameter", "venskabsbyer"): [(date(2023, 1, 1), LAST)],
    ("skanderborg-pulje", "parameter", "venskabsbyer"): [(date(2023, 1, 1), LAST)],
}
"""The days without a version, of everything that has any: the practice ended with 2021, the twin city with 2022."""


def dated(ramme: rv.Rammevaerk) -> Iterator[tuple[tuple[str, str, str], list[Periode]]]:
    """Everything with versions: the rammeværk, its parameters, and the dated rules of a klausul."""
    yield (ramme.id, "rammeværk", ramme.id), [ramme.gaelder]
    for parameter in ramme.parametre.values():
        yield (ramme.id, "parameter", parameter.name), [one.gaelder for one in parameter.vaerdier]
    for id_, regler in ramme.regler_for.items():
        versions = [regel.gaelder for regel in regler if regel.gaelder != ALWAYS]
        if versions:
            yield (ramme.id, "klausul", id_), versions


def runs(of: Callable[[date], Any]) -> list[tuple[date, Any]]:
    """The days on which something changes, each with what it changes to, the first day among them."""
    return [(next(days)[1], found) for found, days in groupby(((of(day), day) for day in DAYS), key=lambda one: one[0])]


def test_the_days_are_those_asked_for() -> None:
    assert (DAYS[0], DAYS[-1], len(DAYS)) == (FIRST, LAST, 6_940)


@pytest.mark.parametrize("name", shipped())
def test_every_dated_thing_has_one_version_or_a_gap_with_a_name(name: str) -> None:
    ramme = rv.load(name)
    for what, versions in dated(ramme):
        counted = [sum(periode.covers(day) for periode in versions) for day in DAYS]
        assert max(counted) <= 1, what
        without = [day for day, number in zip(DAYS, counted, strict=True) if number == 0]
        named = [day for fra, til in GAPS.get(what, []) for day in DAYS if fra <= day <= til]
        assert without == named, what


@pytest.mark.parametrize("name", shipped())
def test_the_gaps_that_are_told_are_the_gaps_there_are(name: str) -> None:
    told = {
        (name, hul.art, hul.navn): [(max(hul.periode.fra or FIRST, FIRST), min(hul.periode.til or LAST, LAST))]
        for hul in huller(rv.load(name), FIRST)
    }
    assert told == {what: gaps for what, gaps in GAPS.items() if what[0] == name}


# The revision

DUE = {year: date(year, 12, 31) for year in (2025, 2033, 2037)}
REVISION = {
    "": [
        (FIRST, "kommende", DUE[2025]),
        (date(2026, 1, 1), "overskredet", DUE[2025]),
    ],
    "15.03.2026": [
        (FIRST, "kommende", DUE[2025]),
        (date(2026, 1, 1), "overskredet", DUE[2025]),
        (date(2026, 3, 15), "overholdt", DUE[2033]),
        (date(2030, 1, 1), "kommende", DUE[2033]),
        (date(2034, 1, 1), "overskredet", DUE[2033]),
    ],
    "15.03.2026, 10.10.2031": [
        (FIRST, "kommende", DUE[2025]),
        (date(2026, 1, 1), "overskredet", DUE[2025]),
        (date(2026, 3, 15), "overholdt", DUE[2033]),
        (date(2030, 1, 1), "kommende", DUE[2033]),
        (date(2031, 10, 10), "overholdt", DUE[2037]),
        (date(2034, 1, 1), "kommende", DUE[2037]),
        (date(2038, 1, 1), "overskredet", DUE[2037]),
    ],
}
"""On which days the frist of the revision changes, and to what: nothing else may change it."""


@pytest.mark.parametrize("registreret", REVISION)
def test_the_revision_changes_on_these_days_only(registreret: str) -> None:
    ramme = odense(registreret)

    def stands(day: date) -> tuple[str, date | None]:
        (found,) = ramme_frister(ramme, day)
        return str(found.tilstand), found.dato

    assert [(day, *stood) for day, stood in runs(stands)] == REVISION[registreret]


@pytest.mark.parametrize("registreret", REVISION)
def test_rule_and_frist_agree_on_the_revision_every_day(registreret: str) -> None:
    ramme = odense(registreret)
    rules = {id_: ramme.regler_for[id_] for id_ in ("revision.1", "revision.2")}

    def breached(id_: str, day: date) -> bool:
        asked = [(one.gaelder_naar, one.krav) for one in rules[id_] if ramme.in_force(one, day)]
        assert len(asked) == len(rules[id_]), day
        answers = [tuple(answer(part, day) if part else True for part in pair) for pair in asked]
        return any(naar and not krav for naar, krav in answers)

    def answer(node: Any, day: date) -> Any:
        return direct.answer(node, ramme, NOBODY, day, {}).value

    for day in DAYS:
        (found,) = ramme_frister(ramme, day)
        late = found.tilstand == "overskredet"
        assert (breached("revision.1", day), breached("revision.2", day)) == (late, late), day


def test_the_udfald_of_the_klausuler_are_those_of_the_rules_just_asked() -> None:
    """The test above asks the rules one by one, for it asks every day; here the whole judgement is asked."""
    for registreret, changes in REVISION.items():
        ramme = odense(registreret)
        for day in {one for change, *_ in changes for one in (change, change - timedelta(1))} - {date(2021, 12, 31)}:
            svar = rv.vurder({"id": "a", "titel": "A", "status": "i gang"}, ramme, day)
            (found,) = rv.frister(ramme, day)
            wanted = "ikke opfyldt" if found.tilstand == "overskredet" else "opfyldt"
            assert {svar.klausuler[id_].udfald for id_ in ("revision.1", "revision.2")} == {wanted}, (registreret, day)
            remarks = {one.klausul for one in svar.indstilling.bemaerkninger}
            assert ("revision.2" in remarks) == (found.tilstand == "overskredet")


# The frister of aktiviteter

FACTS: dict[str, Any] = {"id": "a", "titel": "A", "status": "i gang", "type": "venskabsbysamarbejde"}
OF_AKTIVITETER = {
    ("odense-2022", "evaluering af samarbejdet"): (
        {"evalueringer": [{"dato": "10.02.2023"}, {"dato": "31.08.2030"}, {"dato": "29.02.2036"}]},
        [
            (FIRST, "uafklaret", None),
            (date(2023, 2, 10), "overholdt", date(2024, 2, 10)),
            (date(2024, 2, 11), "overskredet", date(2024, 2, 10)),
            (date(2030, 8, 31), "overholdt", date(2031, 8, 31)),
            (date(2031, 9, 1), "overskredet", date(2031, 8, 31)),
            (date(2036, 2, 29), "overholdt", date(2037, 2, 28)),
            (date(2037, 3, 1), "overskredet", date(2037, 2, 28)),
        ],
    ),
    ("skanderborg", "opfølgning til udvalgene"): (
        {"start": "15.03.2022", "egne": {"opfølgning givet": "29.02.2024"}},
        [
            (FIRST, "uafklaret", date(2023, 3, 15)),
            (date(2024, 2, 29), "overholdt", date(2025, 2, 28)),
            (date(2025, 3, 1), "overskredet", date(2025, 2, 28)),
        ],
    ),
    ("kommunernes-internationale-arbejde", "løbende vurdering"): (
        {"evalueringer": [{"dato": "01.06.2022"}]},
        [
            (FIRST, "uafklaret", None),
            (date(2022, 6, 1), "overholdt", date(2024, 6, 1)),
            (date(2024, 6, 2), "overskredet", date(2024, 6, 1)),
        ],
    ),
}


def test_every_shipped_frist_of_an_aktivitet_is_looked_at() -> None:
    there = {(name, frist.navn) for name in shipped() for frist in rv.load(name).frister if not frist.om_rammen}
    below = {("skanderborg-pulje", frist) for name, frist in OF_AKTIVITETER if name == "skanderborg"}
    assert there == OF_AKTIVITETER.keys() | below


@pytest.mark.parametrize(("ramme", "frist"), OF_AKTIVITETER)
def test_an_aktivitet_changes_on_these_days_only(ramme: str, frist: str) -> None:
    facts, expected = OF_AKTIVITETER[ramme, frist]
    loaded = rv.load(ramme)
    aktivitet = bound(FACTS | facts, loaded, FIRST)

    def stands(day: date) -> tuple[str, date | None]:
        (found,) = (one for one in aktivitet_frister(loaded, aktivitet, day) if one.frist == frist)
        return str(found.tilstand), found.dato

    assert [(day, *stood) for day, stood in runs(stands)] == expected


def test_a_lapsed_paper_is_flagged_from_the_day_after_and_no_other() -> None:
    ramme = rv.load("odense-2022")
    paper = next(one for one in ramme.henvisninger if one.navn == "Vækst Sammen 2021-2024")
    assert runs(paper.lapsed) == [(FIRST, False), (date(2025, 1, 1), True)]
    assert runs(next(one for one in ramme.henvisninger if one.navn == "Bystrategi 2019").lapsed) == [(FIRST, False)]
