"""A layer puts no deadline off: which random values of its parameters are accepted, and which are refused."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import product
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

import rammevaerk as rv
from rammevaerk.explanation.fristvurdering import Tilstand

if TYPE_CHECKING:
    from pathlib import Path

    from rammevaerk.explanation.fristvurdering import Fristvurdering

BELOW = """
rammeværk: bund
gælder: {fra: 2022-01-01}
revision: {senest: 2025-12-31, klausul: a.1, varsles: varsel}
parametre:
  interval: {værdier: [{fra: 2022-01-01, værdi: 12 måneder}, {fra: 2024-01-01, værdi: 10 måneder}]}
  varsel: {værdier: [{værdi: 60 dage}]}
  holdetid: {værdier: [{fra: 2022-06-01, til: 2026-12-31, værdi: 24 måneder}]}
  henstand: {værdier: [{værdi: 30 dage}]}
  færrest: {værdier: [{værdi: 2}]}
  frit: {værdier: [{værdi: 12 måneder}]}
klausuler:
  - {id: a.1, styrke: skal, art: regel, tekst: Det skal ske.}
  - {id: a.2, styrke: bør, art: regel, tekst: Det bør ske.}
regler:
  - {id: a.1, klausul: a.1, krav: EU-projekt}
  - {id: a.2, klausul: a.2, krav: EU-projekt}
frister:
  møde:
    klausul: a.1
    hvad: Der holdes møde.
    gælder når: antal partnere er mindst færrest
    sidst: dato i seneste evaluering
    første: start + henstand
    hver: interval
    varsles: varsel
  rapport: {klausul: a.2, hvad: Der afleveres., sidst: start, hver: frit, varsles: frit}
holdbarhed:
  omdømme: {klausul: a.1, hver: holdetid, varsles: varsel}
"""
HEAD = "rammeværk: lag\nbygger på: [bund som b]\nparametre:\n"
BINDING = ("møde", "skøn om omdømme", "revision")
VALUES = {
    "interval": ("9 måneder", "10 måneder", "11 måneder", "12 måneder", "13 måneder"),
    "varsel": ("59 dage", "60 dage", "61 dage"),
    "holdetid": ("23 måneder", "24 måneder", "25 måneder"),
    "henstand": ("29 dage", "30 dage", "31 dage"),
    "færrest": ("1", "2", "3"),
    "frit": ("6 måneder", "24 måneder"),
    "revisionsfrist": ("30.12.2025", "31.12.2025", "01.01.2026"),
}
CUTS = tuple(date(year, month, 1) for year in (2022, 2024, 2025) for month in (1, 6, 7))
DAYS = tuple(date(2022, 1, 1) + timedelta(number) for number in range(0, 1900, 97)) + CUTS


@dataclass(frozen=True)
class Laid:
    """A layer's parameter, what it was, and what came of it."""

    parameter: str
    ramme: rv.Rammevaerk | None
    faults: tuple[Any, ...] = ()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("lag")
    (made / "bund.yaml").write_text(BELOW, "utf-8")
    return made


def laid(folder: Path, seed: int) -> Laid:
    """A layer with one random parameter: one or two values, some of them only for a while."""
    random = Random(seed)
    name = random.choice(list(VALUES))
    first, second = sorted(random.sample(CUTS, 2))
    value = [f"værdi: {one}" for one in random.choices(VALUES[name], k=2)]
    said = random.choice(
        (
            f"{{{value[0]}}}",
            f"{{fra: {first}, {value[0]}}}",
            f"{{fra: {first}, {value[0]}}}, {{fra: {second}, {value[1]}}}",
            f"{{fra: {first}, til: {second}, {value[0]}}}",
            f"{{fra: {first}, til: {first + timedelta(20)}, {value[0]}}}, {{fra: {second}, {value[1]}}}",
        )
    )
    (folder / "lag.yaml").write_text(f"{HEAD}  b.{name}: {{værdier: [{said}]}}\n", "utf-8")
    try:
        return Laid(name, rv.load(folder / "lag.yaml"))
    except rv.Refused as refused:
        return Laid(name, None, tuple(refused.diagnostics))


@cache
def alone() -> dict[tuple[int, date], dict[str, Fristvurdering]]:
    from rammevaerk.passes import rammevaerk_from_documents
    from rammevaerk.rulefiles.read import read_documents

    below = rammevaerk_from_documents(read_documents([("bund.yaml", BELOW.encode())]), "0" * 64)
    return stands(below)


def stands(ramme: rv.Rammevaerk) -> dict[tuple[int, date], dict[str, Fristvurdering]]:
    """How every frist stands, whatever the aktivitet and whatever the day."""
    return {
        (number, day): {one.frist.removeprefix("b."): one for one in rv.frister(ramme, day, facts)}
        for number, facts in enumerate(aktiviteter())
        for day in DAYS
    }


def aktiviteter() -> list[dict[str, Any]]:
    dates = ("2021-12-31", "2023-02-28", "2024-03-31")
    made = []
    told = zip(((), dates[:2], dates[1:]), dates, strict=True)
    for partners, (happened, given) in product((1, 2, 3), told):
        evalueringer = [{"dato": day} for day in happened]
        skoen = {"svar": True, "dato": given}
        partnere = [{"navn": f"P{number}"} for number in range(partners)]
        facts = {"start": dates[1], "partnere": partnere, "evalueringer": evalueringer, "omdømme": skoen}
        made.append({"id": "a", "titel": "A", "status": "i gang"} | facts)
    return made


@pytest.mark.parametrize("seed", range(60))
def test_what_is_accepted_puts_nothing_off(folder: Path, seed: int) -> None:
    above = laid(folder, seed)
    if above.ramme is None:
        assert {fault.code for fault in above.faults} == {"R036"}
        assert all("«bund»" in fault.message and fault.span.source.endswith("lag.yaml") for fault in above.faults)
        return
    all_held(above.ramme)


def all_held(ramme: rv.Rammevaerk) -> None:
    for case, now in stands(ramme).items():
        for name in BINDING:
            held(alone()[case][name], now[name])


def held(before: Fristvurdering, now: Fristvurdering) -> None:
    """What was due is due, no later, and warned of no later."""
    silent = {Tilstand.IKKE_RELEVANT, Tilstand.IKKE_I_KRAFT}
    if before.tilstand in silent:
        return
    assert now.tilstand not in silent, (before, now)
    assert before.tilstand is not Tilstand.OVERSKREDET or now.tilstand is Tilstand.OVERSKREDET, (before, now)
    for was, is_ in ((before.dato, now.dato), (before.varsles_fra, now.varsles_fra)):
        assert was is None or (is_ is not None and is_ <= was), (before, now)


def test_both_are_met_for_every_parameter(folder: Path) -> None:
    counted = Counter((one.parameter, one.ramme is None) for one in (laid(folder, seed) for seed in range(60)))
    assert {name for name, refused in counted if not refused} == set(VALUES)
    assert {name for name, refused in counted if refused} == set(VALUES) - {"frit"}


@pytest.mark.parametrize("seed", range(60))
def test_what_is_refused_would_have_put_something_off(folder: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """But for what a sentence reads, which is refused because nobody can see whether it does."""
    refused = laid(folder, seed)
    if refused.ramme is not None or any("kan lempe" in fault.message for fault in refused.faults):
        return
    monkeypatch.setattr("rammevaerk.passes.layers.refusing.postponements", lambda *_: ())
    let_through = laid(folder, seed).ramme
    assert let_through
    with pytest.raises(AssertionError):
        all_held(let_through)
