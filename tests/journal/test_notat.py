"""A notat stands alone: date, theme, KLE, case, rules, the answer with its reasons, the facts and whence, decisions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest
from kept import DAY, FACTS, TID, fill, later, ramme, vurderet

from rammevaerk.diagnostics import Refused
from rammevaerk.journal.answer import read_answer, write_answer
from rammevaerk.journal.chain import canonical
from rammevaerk.journal.contents import Beslutning, Haendelse, Varsel, program
from rammevaerk.loading import read_udgave
from rammevaerk.presentation.notat import write_notat
from rammevaerk.presentation.notat_schema import schema, schema_text

if TYPE_CHECKING:
    from rammevaerk.journal.store import Journal

SKEMA = Path(__file__).parents[2] / "docs" / "skema" / "notat.schema.json"


def test_an_answer_reads_back_whole():
    vurdering = vurderet().vurdering
    again = read_answer(json.loads(canonical(write_answer(vurdering))))
    assert vars(again) == vars(vurdering)
    assert list(again.klausuler) == list(vurdering.klausuler)


def test_a_notat_says_what_it_is_about(journal: Journal):
    posts = fill(journal)
    found = journal.notat(3).json
    assert {key: found[key] for key in ("dato", "titel", "emne", "kle", "sagsnr", "aktivitet", "program")} == {
        "dato": "2024-06-01",
        "titel": "Havnebyer i samme båd",
        "emne": "Havne",
        "kle": "00.03.10",
        "sagsnr": "24/17",
        "aktivitet": "havn",
        "program": program(),
    }
    assert (found["rammeværk"], found["udgave"]) == ("odense-2022", ramme().udgave)
    assert found["post"] == {
        "nummer": 3,
        "registreret": "2024-06-01T08:02:00.000000Z",
        "virkning": "2024-06-01",
        "hash": posts[2].hash,
    }
    assert found["hoved"] == f"7:{posts[-1].hash}"
    assert found["vurdering"] == write_answer(vurderet().vurdering)
    klausul = next(one for one in found["vurdering"]["klausuler"] if one["id"] == "prioritering.4")
    assert all(klausul[part] for part in ("grundlag", "fakta", "begrundelse"))
    assert klausul["regler"][0]["hensyn"]


def test_a_fact_comes_from_the_entries_that_told_it(journal: Journal):
    journal.append(Haendelse("havn", {"type": "netværk", "videndelinger": [FACTS["videndelinger"][0]]}), TID)
    journal.append(Haendelse("havn", {"type": "projekt", "emne": "Havne"}), TID)
    journal.append(Haendelse("andet", {"kle": "00.03.10"}), TID)
    second = {"dato": "2024-04-01", "forum": "Byen"}
    journal.append(Haendelse("havn", {"videndelinger": [second]}), TID)
    journal.append(Haendelse("havn", {"emne": "Havne"}), TID)
    journal.keep(read_udgave("odense-2022"), TID)
    number = journal.append(vurderet(FACTS | {"videndelinger": [*FACTS["videndelinger"], second]}), TID).nummer
    journal.append(Haendelse("havn", {"kle": "00.03.10"}), TID)
    found = {
        one["oplysning"]: [post["nummer"] for post in one["kommer fra"]] for one in journal.notat(number).json["fakta"]
    }
    assert list(found)[:4] == ["id", "titel", "status", "type"]
    assert {key: posts for key, posts in found.items() if posts} == {"type": [1], "videndelinger": [1, 4], "emne": [5]}


def test_decisions_until_the_next_vurdering_belong_to_it(journal: Journal):
    fill(journal)
    journal.append(vurderet(), later(20))
    journal.append(Beslutning("havn", "afslut", "Ea Lund", DAY), later(21))
    journal.append(Beslutning("kor", "afslut", "Ea Lund", DAY), later(22))
    told = {n: [one["hvem"] for one in journal.notat(n).json["beslutninger"]] for n in (3, 8)}
    assert told == {3: ["Bo Dam", "Bo Dam"], 8: ["Ea Lund"]}


def test_notater_follow_their_schema(journal: Journal):
    fill(journal)
    journal.append(vurderet({"id": "x", "titel": "X", "status": "forslag"}), TID)
    validator = jsonschema.Draft202012Validator(schema())
    for number in (3, 8):
        validator.validate(journal.notat(number).json)
    journal.erase(TID, aktivitet="havn")
    validator.validate(journal.notat(3).json)
    assert list(validator.iter_errors(journal.notat(3).json | {"mere": 1}))
    assert SKEMA.read_text("utf-8") == schema_text(), f"write {SKEMA} anew"


def test_a_notat_as_text_tells_all_of_it(journal: Journal):
    fill(journal)
    notat = journal.notat(3)
    said = write_notat(notat.json, notat.vurdering)
    lines = said.splitlines()
    assert lines[0] == "Notat: vurdering af Havnebyer i samme båd"
    for line in (
        "Dato          01.06.2024",
        "Tema          Havnebyer i samme båd – Havne",
        "KLE           00.03.10",
        "Sagsnr.       24/17",
        f"Udgave        {ramme().udgave}",
        "Post          3, registreret 01.06.2024 kl. 08.02 UTC",
        "Indstilling: afslut",
        "Oplysningerne, og hvor de kommer fra",
        "  gør klogere: ja, Anna Holm, 01.03.2024, Vi lærte om kajer.",
        "      fra post 1, 01.06.2024 kl. 08.00 UTC",
        "      kendt fra vurderingen selv",
        "  03.06.2024: afslut (beslutning), af Bo Dam som stabschef",
        "      Hvorfor: Anna Holm har fået nye midler",
        f"Journalens hoved, da notatet blev lavet: {notat.json['hoved'][:2]}".rstrip(),
    ):
        assert line in said, line
    assert "    Grundlag   Prioritering, punktum 4" in said
    assert max(map(len, lines)) <= 110


def test_a_notat_of_erased_facts_says_so(journal: Journal):
    fill(journal)
    journal.erase(TID, person="Anna Holm")
    notat = journal.notat(3)
    said = write_notat(notat.json, notat.vurdering)
    assert "Anna" not in said
    assert "  gør klogere: ja, [slettet], 01.03.2024, Vi lærte om kajer." in said


def test_an_entry_that_is_no_vurdering_has_no_notat(journal: Journal):
    journal.append(Varsel("havn", "x"), TID)
    with pytest.raises(Refused, match="J007 post 1 er ikke en vurdering, men en varsel"):
        journal.notat(1)
    with pytest.raises(Refused, match="J007 der er ingen post 2"):
        journal.notat(2)
