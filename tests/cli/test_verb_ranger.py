import json
from pathlib import Path

import jsonschema
import pytest

from rammevaerk.presentation.report_schemas import rangering_schema

FILE = Path(__file__).parents[2] / "docs" / "eksempler" / "opdigtet" / "portefoelje.yaml"
ASKED = ["--ramme", "odense-2022", "--dato", "2024-06-01"]


@pytest.mark.parametrize("verb", ["rangér", "ranger"])
def test_text_says_each_place_and_why(run, verb: str) -> None:
    ran = run(verb, FILE, *ASKED)
    assert (ran.code, ran.err) == (0, "")
    for said in (
        "Rækkefølgen følger «værdi» og så «viden» (prioritering.1).",
        "1.    Robotter i plejen",
        "det skiller den fra den næste: værdi: 5 mod 2",
        "kan blive nr. 1 til nr. 6",
        "investeret: uoplyst",
        "Uden plads: 1 fravælg og 1 ingen.",
    ):
        assert said in ran.out


def test_json_is_valid_and_the_same_whatever_the_order(run, tmp_path: Path) -> None:
    ran = run("rangér", FILE, *ASKED, "--format", "json")
    found = json.loads(ran.out)
    jsonschema.Draft202012Validator(json.loads(rangering_schema())).validate(found)
    assert found[0]["først"][0]["aktivitet"] == "robotter-i-plejen"
    blocks = FILE.read_text("utf-8").split("\n- id: ")[1:]
    turned = tmp_path / "omvendt.yaml"
    turned.write_text("".join(f"\n- id: {block}" for block in reversed(blocks)), "utf-8")
    assert run("rangér", turned, *ASKED, "--format", "json").out == ran.out


def test_without_an_order_and_without_anyone_it_says_so(run, fil) -> None:
    ran = run("rangér", fil("a.json", {"status": "afsluttet", "politiske_mål": []}), "--ramme", "skanderborg")
    assert ran.code == 0
    assert "Rammeværket siger ikke, hvad der tæller mest." in ran.out
    assert "Ingen aktiviteter bør afsluttes." in ran.out


def test_every_fault_is_told_and_nothing_written(run, fil) -> None:
    ran = run("rangér", fil("a.json", {"id": "a"}, {"id": "a"}, {"type": "netværg"}), *ASKED)
    assert (ran.code, ran.out) == (2, "")
    assert "F005" in ran.codes()
