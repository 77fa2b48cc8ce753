"""What a frist answers: each tilstand with its day, what is missing, whose it is, and a revision without terms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from frist_text import DAY, FACTS, HEAD, odense, ramme_of

import rammevaerk as rv
from rammevaerk.api import bound
from rammevaerk.explanation.frister import aktivitet_frister, ramme_frister

if TYPE_CHECKING:
    from rammevaerk.explanation.fristvurdering import Fristvurdering


@cache
def ramme(*lines: str) -> rv.Rammevaerk:
    return ramme_of(HEAD + "  prøven: {klausul: a.1, hvad: Det skal ske., " + ", ".join(lines) + "}\n")


def asked(lines: tuple[str, ...], facts: dict[str, Any], day: date = DAY) -> Fristvurdering:
    (found,) = rv.frister(ramme(*lines), day, FACTS | facts)
    return found


def dates(*days: str) -> dict[str, Any]:
    return {"evalueringer": [{"dato": day} for day in days]}


LATEST = ("sidst: dato i seneste evaluering", "hver: interval")
FROM_START = (*LATEST, "første: start")
MEETING = ("sidst: sidste møde", "hver: interval")
PER_TERM = ("sidst: dato i seneste evaluering", "hver: byrådsperiode", "første: start")
ONLY_EU = (*LATEST, "gælder når: EU-projekt")


@pytest.mark.parametrize(
    ("lines", "facts", "tilstand", "dato"),
    [
        (LATEST, dates("01.06.2023"), "overholdt", date(2024, 6, 1)),
        (LATEST, dates("31.05.2023"), "overskredet", date(2024, 5, 31)),
        (LATEST, dates("01.01.2020", "01.06.2024"), "overholdt", date(2025, 6, 1)),
        (LATEST, dates("01.01.2023", "02.06.2024"), "overskredet", date(2024, 1, 1)),
        (LATEST, {}, "uafklaret", None),
        (LATEST, dates(), "uafklaret", None),
        (LATEST, {"evalueringer": [{"dato": "01.06.2024"}, {"bidrag": "mere"}]}, "uafklaret", None),
        (FROM_START, dates() | {"start": "01.06.2023"}, "kommende", date(2024, 6, 1)),
        (FROM_START, dates() | {"start": "31.05.2023"}, "overskredet", date(2024, 5, 31)),
        (FROM_START, dates("02.06.2024") | {"start": "01.01.2024"}, "kommende", date(2025, 1, 1)),
        (FROM_START, dates() | {"start": "01.01.2025"}, "kommende", date(2026, 1, 1)),
        (FROM_START, dates(), "uafklaret", None),
        (FROM_START, {"start": "01.01.2024"}, "uafklaret", date(2025, 1, 1)),
        (FROM_START, dates("01.01.2024"), "overholdt", date(2025, 1, 1)),
        (FROM_START, {"evalueringer": [{"bidrag": "mere"}], "start": "01.01.2024"}, "uafklaret", date(2025, 1, 1)),
        (MEETING, {"egne": {"sidste møde": "01.06.2024"}}, "overholdt", date(2025, 6, 1)),
        (MEETING, {"egne": {"sidste møde": "02.06.2024"}}, "uafklaret", None),
        (MEETING, {}, "uafklaret", None),
        (PER_TERM, dates("31.12.2021"), "kommende", date(2025, 12, 31)),
        (PER_TERM, dates("01.01.2022"), "overholdt", date(2029, 12, 31)),
        (PER_TERM, dates("31.12.2017"), "overskredet", date(2021, 12, 31)),
        (PER_TERM, dates() | {"start": "01.01.2022"}, "kommende", date(2025, 12, 31)),
        (PER_TERM, dates() | {"start": "31.12.2021"}, "overskredet", date(2021, 12, 31)),
        (ONLY_EU, dates("01.01.2024") | {"eu_projekt": True}, "overholdt", date(2025, 1, 1)),
        (ONLY_EU, dates("01.01.2024") | {"eu_projekt": False}, "ikke relevant", None),
        (ONLY_EU, dates("01.01.2024"), "uafklaret", date(2025, 1, 1)),
        (ONLY_EU, {"eu_projekt": False}, "ikke relevant", None),
    ],
)
def test_each_tilstand_with_its_day(
    lines: tuple[str, ...], facts: dict[str, Any], tilstand: str, dato: date | None
) -> None:
    found = asked(lines, facts)
    assert (str(found.tilstand), found.dato) == (tilstand, dato)
    assert found.begrundelse.endswith(".")
    assert (found.aktivitet, found.titel, found.klausul, found.frist) == ("a", "A", "a.1", "prøven")


@pytest.mark.parametrize(
    ("lines", "facts", "missing"),
    [
        (LATEST, {}, ["evalueringer"]),
        (LATEST, dates(), []),
        (LATEST, dates("01.01.2024"), []),
        (FROM_START, {}, ["evalueringer"]),
        (FROM_START, dates(), ["start"]),
        (MEETING, {}, ["sidste møde"]),
        (MEETING, {"egne": {"sidste møde": "02.06.2024"}}, ["sidste møde"]),
        (ONLY_EU, dates("01.01.2024"), ["eu_projekt"]),
        (ONLY_EU, {}, ["eu_projekt", "evalueringer"]),
        (("sidst: start", "hver: interval", "gælder når: a.1 er opfyldt"), {"start": "01.01.2024"}, ["eu_projekt"]),
    ],
)
def test_what_is_missing_is_told_with_its_question(
    lines: tuple[str, ...], facts: dict[str, Any], missing: list[str]
) -> None:
    found = asked(lines, facts)
    assert [mangel.oplysning for mangel in found.mangler] == missing
    assert all(mangel.spoergsmaal.endswith("?") and mangel.klausuler == ("a.1",) for mangel in found.mangler)


@pytest.mark.parametrize(
    ("day", "tilstand", "said"),
    [
        (date(1999, 12, 31), "ikke i kraft", "Rammeværket er ikke i kraft den 31.12.1999."),
        (date(2019, 12, 31), "ikke i kraft", "Parameteren interval har ingen værdi den 31.12.2019."),
        (date(2020, 1, 1), "overholdt", "Det skete sidst den 01.01.2020. Næste gang er senest den 01.01.2021."),
        (
            date(2031, 12, 31),
            "overskredet",
            "Det skete sidst den 01.01.2020 og skulle være sket igen senest den 01.02.2020.",
        ),
        (date(2032, 1, 1), "ikke i kraft", "Parameteren interval har ingen værdi den 01.01.2032."),
    ],
)
def test_nothing_falls_back_to_an_older_interval(day: date, tilstand: str, said: str) -> None:
    found = asked(LATEST, dates("01.01.2020"), day)
    assert (str(found.tilstand), found.begrundelse) == (tilstand, said)


def test_without_an_aktivitet_only_the_rammevaerks_own_are_told() -> None:
    ours = odense()
    assert [one.frist for one in rv.frister(ours, DAY)] == ["revision"]
    both = rv.frister(ours, DAY, FACTS | {"type": "netværk"} | dates("01.01.2023"))
    assert [(one.frist, one.aktivitet, str(one.tilstand)) for one in both] == [
        ("evaluering af samarbejdet", "a", "overskredet"),
        ("revision", "", "kommende"),
        ("skøn om borgerværdi", "a", "ikke relevant"),
        ("skøn om gør klogere", "a", "ikke relevant"),
    ]


def test_a_frist_that_asks_nothing_about_an_aktivitet_is_the_rammevaerks_own() -> None:
    text = """
    rammeværk: prøve
    parametre:
      seneste årsrapport:
        klausul: a.1
        værdier: [{fra: 2023-04-01, værdi: 01.04.2023}, {fra: 2024-05-01, værdi: 02.05.2024}]
      rapportinterval: {klausul: a.1, værdier: [{værdi: 12 måneder}]}
    regler: [{id: a.1, klausul: a.1, krav: EU-projekt}]
    frister:
      årsrapport: {klausul: a.1, hvad: Der skal afleveres en rapport., sidst: seneste årsrapport, hver: rapportinterval}
    """
    own = ramme_of(text)
    stands = {
        day: [(str(one.tilstand), one.dato, one.mangler) for one in rv.frister(own, day, FACTS)]
        for day in (date(2023, 3, 31), date(2024, 4, 1), date(2024, 4, 2), date(2024, 5, 1), date(2024, 5, 2))
    }
    assert list(stands.values()) == [
        [("ikke i kraft", None, ())],
        [("overholdt", date(2024, 4, 1), ())],
        [("overskredet", date(2024, 4, 1), ())],
        [("uafklaret", None, ())],
        [("overholdt", date(2025, 5, 2), ())],
    ]
    assert aktivitet_frister(own, bound(FACTS, own, DAY), DAY) == ()


WARNED = HEAD.replace("egne:", "  varsel: {værdier: [{fra: 2024-01-01, til: 2024-12-31, værdi: 2 måneder}]}\negne:")


@pytest.mark.parametrize(
    ("lines", "facts", "day", "varsles_fra"),
    [
        (LATEST, dates("01.06.2023"), DAY, date(2024, 4, 1)),
        (LATEST, dates("30.04.2024"), DAY, date(2025, 2, 28)),
        (LATEST, dates("31.05.2023"), DAY, date(2024, 3, 31)),
        (LATEST, dates("01.06.2023"), date(2023, 12, 31), None),
        (LATEST, dates("01.06.2023"), date(2025, 1, 1), None),
        (LATEST, {}, DAY, None),
        (FROM_START, dates() | {"start": "01.06.2023"}, DAY, date(2024, 4, 1)),
        (FROM_START, {"start": "01.01.2024"}, DAY, date(2024, 11, 1)),
        (PER_TERM, dates("01.01.2022"), DAY, date(2029, 10, 31)),
        (ONLY_EU, {"eu_projekt": False} | dates("01.06.2023"), DAY, None),
    ],
)
def test_it_is_warned_of_so_long_before_its_day(
    lines: tuple[str, ...], facts: dict[str, Any], day: date, varsles_fra: date | None
) -> None:
    text = WARNED + "  prøven: {klausul: a.1, hvad: Det skal ske., varsles: varsel, " + ", ".join(lines) + "}\n"
    (found,) = rv.frister(ramme_of(text), day, FACTS | facts)
    assert found.varsles_fra == varsles_fra
    without = asked(lines, facts, day)
    assert replace(found, varsles_fra=None) == replace(without, rammevaerk=found.rammevaerk)


def test_the_revision_is_warned_of_too() -> None:
    text = """
    rammeværk: x
    revision: {senest: 2025-12-31, registreret: [2026-03-01], varsles: varsel}
    parametre: {varsel: {klausul: a.1, værdier: [{værdi: 90 dage}, {fra: 2025-01-01, værdi: 31 dage}]}}
    """
    warned = {day: ramme_frister(ramme_of(text), day)[0].varsles_fra for day in (DAY, date(2025, 1, 1))}
    assert list(warned.values()) == [date(2025, 10, 2), date(2025, 11, 30)]
    assert ramme_frister(ramme_of(text), date(2026, 3, 1))[0].varsles_fra is None


def test_overskredne_come_first_and_the_rest_by_their_day() -> None:
    lines = [
        f"  f{number}: {{klausul: a.1, hvad: H., hver: interval, sidst: {sidst}, første: start}}\n"
        for number, sidst in enumerate(
            ["start + 60 dage", "start - 800 dage", "dato i seneste evaluering", "start", "start - 900 dage"]
        )
    ]
    found = rv.frister(ramme_of(HEAD + "".join(lines)), DAY, FACTS | {"start": "01.01.2024"})
    assert [(one.frist, str(one.tilstand)) for one in found] == [
        ("f4", "overskredet"),
        ("f1", "overskredet"),
        ("f2", "uafklaret"),
        ("f3", "overholdt"),
        ("f0", "overholdt"),
    ]


def test_a_revision_without_terms_is_done_once_and_for_all() -> None:
    text = "rammeværk: x\nrevision: {organ: Udvalget, senest: 2025-12-31, registreret: [2026-03-01]}\n"
    stands = [ramme_frister(ramme_of(text), day)[0] for day in (date(2025, 12, 31), date(2026, 1, 1), date(2040, 1, 1))]
    assert [(str(one.tilstand), one.dato) for one in stands] == [
        ("kommende", date(2025, 12, 31)),
        ("overskredet", date(2025, 12, 31)),
        ("overholdt", None),
    ]
    assert stands[0].hvad == "Rammeværket skal revideres af Udvalget."
    assert ramme_frister(ramme_of("rammeværk: x\nrevision: {organ: Udvalget}\n"), DAY) == ()
