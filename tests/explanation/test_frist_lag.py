"""A layer has the frister, papers and revision of what it builds on, under the names it knows them by."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from frist_text import DAY, FACTS

import rammevaerk as rv
from rammevaerk.explanation.frister import fristoversigt
from rammevaerk.explanation.fristvurdering import Hul
from rammevaerk.explanation.huller import huller
from rammevaerk.model.expression import Today
from rammevaerk.model.klassifikation import Kobling, Kriterium
from rammevaerk.model.klausul import Periode
from rammevaerk.passes.layers.merging import _renamed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GROUND = """
rammeværk: grund
gælder: {fra: 2022-01-01, til: 2029-12-31}
revision: {organ: Udvalget, senest: 2025-12-31, registreret: [], hver: byrådsperiode, klausul: a.1}
parametre: {interval: {klausul: a.1, værdier: [{værdi: 12 måneder}]}}
regler:
  - {id: a.1, klausul: a.1, styrke: skal, krav: EU-projekt eller ikke vurderingsdato er højst revisionsfrist}
  - {id: a.2, klausul: a.2, styrke: skal, krav: SDEO inddraget}
frister:
  møde: {klausul: a.2, hvad: Der holdes møde., sidst: start, hver: interval, gælder når: a.2 er opfyldt}
henvisninger:
  Planen: {til: 2024-12-31, klausuler: [a.2]}
"""
LAYER = """
rammeværk: lag
gælder: {fra: 2024-01-01}
bygger på: [grund som fælles]
egne: {talt med: {art: dato, spørgsmål: Hvornår er der sidst talt?}}
parametre: {pause: {værdier: [{fra: 2024-01-01, værdi: 30 dage}]}}
regler:
  - {id: b.1, klausul: b.1, styrke: skal, krav: søgt i fællesskab}
  - {id: fælles.a.2b, klausul: fælles.a.2, styrke: skal, krav: søgt i fællesskab}
frister:
  samtale: {klausul: b.1, hvad: Der tales., sidst: talt med, hver: pause}
"""


@pytest.fixture
def lag(tmp_path: Path) -> Callable[..., rv.Rammevaerk]:
    def load(layer: str = LAYER) -> rv.Rammevaerk:
        (tmp_path / "grund.yaml").write_text(GROUND, "utf-8")
        (tmp_path / "lag.yaml").write_text(layer, "utf-8")
        return rv.load(tmp_path / "lag.yaml")

    return load


def stands(ramme: rv.Rammevaerk, day: date, **facts: object) -> dict[str, tuple[str, date | None, str]]:
    return {one.frist: (str(one.tilstand), one.dato, one.klausul) for one in rv.frister(ramme, day, FACTS | facts)}


def test_the_frister_of_both_are_there_under_their_names(lag) -> None:
    facts = {"start": "01.03.2024", "sdeo_inddraget": True, "søgt_i_fællesskab": True}
    assert stands(lag(), DAY, **facts, egne={"talt med": "20.05.2024"}) == {
        "samtale": ("overholdt", date(2024, 6, 19), "b.1"),
        "fælles.møde": ("overholdt", date(2025, 3, 1), "fælles.a.2"),
        "fælles.revision": ("kommende", date(2025, 12, 31), "fælles.a.1"),
    }


def test_a_frist_below_is_warned_of_by_its_own_parameter(lag, tmp_path) -> None:
    warned = GROUND.replace("værdi: 12 måneder}]}}", "værdi: 12 måneder}]}, varsel: {værdier: [{værdi: 1 måned}]}}")
    warned = warned.replace("hver: interval", "hver: interval, varsles: varsel")
    warned = warned.replace("registreret: []", "registreret: [], varsles: varsel")
    layer = LAYER.replace("parametre: {", "parametre: {varsel: {værdier: [{værdi: 5 dage}]}, ")
    facts = {"start": "01.03.2024", "sdeo_inddraget": True, "søgt_i_fællesskab": True}
    lag(layer)
    (tmp_path / "grund.yaml").write_text(warned, "utf-8")
    found = {one.frist: one.varsles_fra for one in rv.frister(rv.load(tmp_path / "lag.yaml"), DAY, FACTS | facts)}
    assert found == {"fælles.møde": date(2025, 2, 1), "fælles.revision": date(2025, 11, 30), "samtale": None}


def test_a_revision_without_a_day_is_not_in_force(lag, tmp_path) -> None:
    lag()
    ground = GROUND.replace("{id: a.1, klausul: a.1, styrke: skal", "{id: a.1, klausul: a.1, styrke: bør")
    (tmp_path / "grund.yaml").write_text(ground, "utf-8")
    values = "[{til: 2024-06-01, værdi: 2025-12-31}, {fra: 2024-07-01, værdi: 2025-12-31}]"
    value = f"fælles.revisionsfrist: {{værdier: {values}}}, pause: {{"
    (tmp_path / "lag.yaml").write_text(LAYER.replace("pause: {", value, 1), "utf-8")
    ramme = rv.load(tmp_path / "lag.yaml")
    (before,) = (one for one in rv.frister(ramme, DAY) if one.frist == "fælles.revision")
    (gone,) = (one for one in rv.frister(ramme, date(2024, 6, 2)) if one.frist == "fælles.revision")
    assert (str(before.tilstand), before.dato) == ("kommende", date(2025, 12, 31))
    said = "Parameteren fælles.revisionsfrist har ingen værdi den 02.06.2024."
    assert (str(gone.tilstand), gone.dato, gone.begrundelse) == ("ikke i kraft", None, said)


HELD = GROUND + "holdbarhed: {gør klogere: {klausul: a.2, hver: interval, varsles: interval}}\n"


def test_the_skoen_of_both_are_held_under_their_names(lag, tmp_path) -> None:
    lag()
    (tmp_path / "grund.yaml").write_text(HELD, "utf-8")
    layer = LAYER + "holdbarhed: {gør klogere: {klausul: b.1, hver: pause}, omdømme: {klausul: b.1, hver: pause}}\n"
    (tmp_path / "lag.yaml").write_text(layer, "utf-8")
    given = {"svar": "ja", "dato": "20.05.2024"}
    facts = FACTS | {"gør_klogere": given, "omdømme": given}
    found = [one for one in rv.frister(rv.load(tmp_path / "lag.yaml"), DAY, facts) if one.om_skoen]
    assert {(one.frist, one.om_skoen, one.klausul, one.dato) for one in found} == {
        ("skøn om gør klogere", "gør klogere", "b.1", date(2024, 6, 19)),
        ("skøn om omdømme", "omdømme", "b.1", date(2024, 6, 19)),
        ("fælles.skøn om gør klogere", "gør klogere", "fælles.a.2", date(2025, 5, 20)),
    }
    assert {one.frist: one.varsles_fra for one in found}["fælles.skøn om gør klogere"] == DAY - timedelta(12)


def test_without_a_word_before_its_names_a_skoen_is_held_once(lag, tmp_path) -> None:
    lag()
    (tmp_path / "grund.yaml").write_text(HELD, "utf-8")
    own = "holdbarhed: {gør_klogere: {klausul: b.1, hver: pause}}\n"
    (tmp_path / "lag.yaml").write_text(LAYER.replace(" som fælles", "").replace("fælles.", "") + own, "utf-8")
    with pytest.raises(rv.Refused) as refused:
        rv.load(tmp_path / "lag.yaml")
    assert [(fault.code, fault.message) for fault in refused.value.diagnostics] == [
        ("R010", "fristen «skøn om gør klogere» står i det, rammeværket bygger på")
    ]


def test_each_is_in_force_when_its_own_rammevaerk_is(lag) -> None:
    facts = {"start": "01.03.2024", "sdeo_inddraget": True, "søgt_i_fællesskab": True}
    tilstande = {
        day: {name: found[0] for name, found in stands(lag(), day, **facts).items()}
        for day in (date(2023, 12, 31), date(2030, 1, 1))
    }
    assert tilstande[date(2023, 12, 31)]["samtale"] == "ikke i kraft"
    assert tilstande[date(2023, 12, 31)]["fælles.revision"] == "kommende"
    assert tilstande[date(2030, 1, 1)] == {
        "samtale": "uafklaret",
        "fælles.møde": "ikke i kraft",
        "fælles.revision": "ikke i kraft",
    }


def test_a_frist_asks_for_what_a_layer_adds_to_the_rule_it_asks_about(lag) -> None:
    known = {"start": "01.03.2024", "sdeo_inddraget": True}
    assert stands(lag(), DAY, **known, søgt_i_fællesskab=False)["fælles.møde"][0] == "ikke relevant"
    assert stands(lag(), DAY, **known)["fælles.møde"][0] == "uafklaret"


def test_a_paper_that_was_referred_to_below_is_still_flagged(lag) -> None:
    svar = rv.vurder(FACTS, lag(), date(2025, 1, 1))
    assert "Henvisningen til Planen er udløbet." in svar.klausuler["fælles.a.2"].begrundelse
    (paper,) = fristoversigt(lag(), date(2025, 1, 1)).henvisninger
    assert paper.klausuler == ("fælles.a.2",)


def test_a_layer_below_that_ends_is_one_gap_and_not_one_for_each_klausul(lag) -> None:
    ended = Periode(date(2030, 1, 1))
    more = "  - {id: fælles.a.2b, klausul: fælles.a.2, styrke: skal, krav: søgt i fællesskab}\n"
    assert huller(lag(LAYER.replace(more, "")), DAY) == (Hul("rammeværk", "grund", ended),)
    assert huller(lag(), DAY) == (Hul("klausul", "fælles.a.1", ended, ("fælles.a.1",)),)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("som fælles", "som fælles]\nrevision: {senest: 2025-12-31}\nafsnit: [A", ""),
        ("[grund som fælles]", "[grund]\nrevision: {senest: 2025-12-31}", "«revision» står også i det"),
        ("samtale:", "fælles.møde:", "fristen «fælles.møde» står i det"),
    ],
)
def test_one_name_is_one_frist(lag, old: str, new: str, said: str) -> None:
    layer = LAYER.replace(old, new).replace("fælles.a.2", "a.2" if "[grund]" in new else "fælles.a.2")
    if not said:
        assert {"revision", "fælles.revision"} <= lag(layer).frist.keys()
        return
    with pytest.raises(rv.Refused, match=said) as refused:
        lag(layer)
    assert [fault.code for fault in refused.value.diagnostics] == ["R010"]


def test_a_word_of_another_part_is_no_name_though_a_frist_has_one_like_it() -> None:
    names = {word: f"fælles.{word}" for word in ("kobling", "støtte", "ansøgningsfrist", "egnet")}
    kobling = Kobling("kobling", "støtte", (Kriterium("egnet", kraeves=True, naar=Today()),), frist="ansøgningsfrist")
    found = _renamed(kobling, names)
    assert (found.navn, found.register) == ("fælles.kobling", "fælles.støtte")
    assert (found.frist, found.kriterier[0].navn) == ("ansøgningsfrist", "egnet")
