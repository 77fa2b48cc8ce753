"""One line of what is told: read whole, or refused with every fault at its place."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rammevaerk.diagnostics import Refused
from rammevaerk.journal.contents import Beslutning, Fravigelse, Haendelse
from rammevaerk.watch.indberetning import ARTER, Indberetning, read_indberetning

DAY = date(2024, 5, 1)


def line(**keys: Any) -> str:
    given = {"id": "h1", "hændelse": "oplyst", "aktivitet": "havn", "dato": "2024-05-01", "oplysninger": {}}
    return json.dumps({key: value for key, value in (given | keys).items() if value is not ...}, ensure_ascii=False)


def read(text: str) -> Indberetning | date:
    return read_indberetning(text, "h.jsonl", 3, {})


def told(**keys: Any) -> Any:
    found = read(line(**keys))
    assert isinstance(found, Indberetning)
    return found.post


def test_facts_are_told_in_their_one_spelling():
    post = told(oplysninger={"politiske_maal": ["Et sundere Odense"], "start": "1.2.2024", "emne": None})
    assert post == Haendelse(
        "havn", {"politiske_mål": ["Et sundere Odense"], "start": "2024-02-01", "emne": None}, virkning=DAY
    )


def test_status_and_title_are_told_only_where_they_were_said():
    assert told(oplysninger={"status": "afsluttet"}).oplysninger == {"status": "afsluttet"}
    assert told(oplysninger={"titel": "Havn"}).oplysninger == {"titel": "Havn"}


@pytest.mark.parametrize(
    ("hvad", "record", "key"),
    [
        ("evalueret", {"bidrag": "mindre"}, "evalueringer"),
        ("investeret", {"mængde": "1.000 kr."}, "investeringer"),
        ("udbytte", {"mængde": "37 timer", "art": "viden"}, "udbytter"),
        ("videndelt", {"kreds": "ekstern"}, "videndelinger"),
    ],
)
def test_a_record_is_one_more_in_its_list_of_the_day_it_happened(hvad: str, record: dict[str, str], key: str):
    assert told(hændelse=hvad, oplysninger=record).oplysninger == {key: [record | {"dato": "2024-05-01"}]}
    dated = record | {"dato": "2024-04-01"}
    assert told(hændelse=hvad, oplysninger=dated).oplysninger == {key: [dated]}
    undated = record | {"dato": None}
    assert told(hændelse=hvad, oplysninger=undated).oplysninger == {key: [undated]}


def test_a_correction_says_what_it_corrects_and_what_that_was():
    post = told(hændelse="rettet", retter="h0", som="evalueret", oplysninger={"bidrag": "mere"})
    assert (post.hvad, post.retter) == ("evalueret", "h0")
    assert post.oplysninger == {"evalueringer": [{"bidrag": "mere", "dato": "2024-05-01"}]}
    assert told(hændelse="rettet", retter="h0", oplysninger={"emne": "Havne"}).hvad == "oplyst"
    assert told(hændelse="bortfaldet", retter="h0", oplysninger=...).hvad == "bortfaldet"


def test_decisions_become_entries_of_their_own():
    words = {"oplysninger": ..., "handling": "fortsæt", "hvem": "Bo", "rolle": "stabschef", "hvorfor": "Nye midler"}
    assert told(hændelse="fraveget", **words) == Fravigelse("havn", "fortsæt", "Bo", DAY, "stabschef", "Nye midler")
    assert told(hændelse="besluttet", **words) == Beslutning("havn", "fortsæt", "Bo", DAY, "stabschef", "Nye midler")


def test_a_day_is_just_that():
    assert read('{"hændelse": "dag", "dato": "01.06.2024"}') == date(2024, 6, 1)


def test_keys_may_be_written_without_danish_letters():
    assert read('{"haendelse": "dag", "dato": "2024-06-01"}') == date(2024, 6, 1)


WRONG = [
    ("[1]", ["H001 h.jsonl:3:1  linjen er ikke en hændelse"]),
    ("17", ["H001 h.jsonl:3:1  linjen er ikke en hændelse"]),
    ('{"dato": "2024-05-01"}', ["H002 h.jsonl:3:1  «hændelse» mangler"]),
    ('{"hændelse": "evaluert"}', ["H003 h.jsonl:3:14  «evaluert» kan ikke stå i «hændelse»"]),
    ('{"hændelse": 7}', ["H003 h.jsonl:3:14  «7» kan ikke stå i «hændelse»"]),
    ('{"hændelse": "dag"}', ["H002 h.jsonl:3:1  «dato» mangler"]),
    ('{"hændelse": "dag", "dato": "i går"}', ["H003 h.jsonl:3:29  «i går» er ikke en dato"]),
    ('{"hændelse": "dag", "dato": "2024-05-01", "id": "x"}', ["H001 h.jsonl:3:43  ukendt nøgle «id»"]),
    (
        '{"hændelse": "oplyst", "dato": "2024-05-01"}',
        [
            "H002 h.jsonl:3:1  «aktivitet» mangler",
            "H002 h.jsonl:3:1  «id» mangler",
            "H002 h.jsonl:3:1  «oplysninger» mangler",
        ],
    ),
    (line(id=5), ["H003 h.jsonl:3:8  «id» er ikke en tekst"]),
    (line(id=" "), ["H003 h.jsonl:3:8  «id» er ikke en tekst"]),
    (line(oplysninger=[]), ["H003 h.jsonl:3:94  «oplysninger» er ikke et objekt"]),
    (line(oplysninger={"id": "x"}), ["H001 h.jsonl:3:95  «id» kan ikke stå i «oplysninger»"]),
    (line(oplysninger={"emnet": "x"}), ["F001 h.jsonl:3:95  ukendt oplysning «emnet»"]),
    (
        line(hændelse="evalueret", oplysninger={"bidrag": "lidt"}),
        ["F005 h.jsonl:3:108  evalueringer nr. 1 bidrag: «lidt» er ikke et af valgene"],
    ),
    (line(retter="h0"), ["H001 h.jsonl:3:98  ukendt nøgle «retter»"]),
    (line(hændelse="rettet"), ["H002 h.jsonl:3:1  «retter» mangler"]),
    (line(hændelse="rettet", retter="h0", som="evaluering"), ["H003 h.jsonl:3:121  «evaluering» kan ikke stå i «som»"]),
    (
        line(hændelse="fraveget", oplysninger=..., handling="stop", hvem="Bo"),
        [
            "H002 h.jsonl:3:1  «hvorfor» mangler",
            "H002 h.jsonl:3:1  «rolle» mangler",
            "H003 h.jsonl:3:93  «stop» kan ikke stå i «handling»",
        ],
    ),
    (
        line(dato="x", oplysninger={"start": "y"}),
        ["H003 h.jsonl:3:65  «x» er ikke en dato", "F007 h.jsonl:3:95  start: «y» er ikke en dato"],
    ),
    ('{"hændelse": "dag", "hændelse": "dag"}', ["D"]),
    ('{"hændelse": "dag"', ["D"]),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_every_fault_is_told_at_its_place(text: str, said: list[str]):
    with pytest.raises(Refused) as refused:
        read(text)
    found = [str(fault).split("\n", 1)[0] for fault in refused.value.diagnostics]
    assert len(found) == len(said), found
    assert all(one.startswith(start) for one, start in zip(found, said, strict=True)), found
    assert all(fault.help for fault in refused.value.diagnostics)


def test_every_sort_of_event_is_tried_here():
    source = Path(__file__).read_text("utf-8")
    assert [art for art in ARTER if f'"{art}"' not in source] == []
