import json
from pathlib import Path

import jsonschema
import pytest

from rammevaerk.presentation.portefoelje_schema import portefoelje_schema

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docs" / "eksempler" / "opdigtet" / "odense-by-og-kultur-2010" / "portefoelje.yaml"
ASKED = ["--ramme", "odense-by-og-kultur-2010", "--dato", "01.06.2015"]


@pytest.mark.parametrize("verb", ["portefølje", "portefoelje"])
def test_text_says_each_rule_and_group(run, verb: str) -> None:
    ran = run(verb, FILE, *ASKED)
    assert (ran.code, ran.err) == (0, "")
    for said in ("✗ verden.2b", "✓ By- og Kulturforvaltningen: opfyldt", "? uoplyst: uafklaret", "Havnens dag"):
        assert said in ran.out


def test_json_is_valid_and_the_same_whatever_the_order(run, tmp_path: Path) -> None:
    ran = run("portefølje", FILE, *ASKED, "--format", "json")
    answers = json.loads(ran.out)
    jsonschema.Draft202012Validator(portefoelje_schema()).validate(answers)
    (found,) = answers
    assert (found["aktiviteter"], sorted(found["regler"])) == (10, ["scene.8b", "verden.2a", "verden.2b"])
    blocks = FILE.read_text("utf-8").split("\n- id: ")[1:]
    turned = tmp_path / "omvendt.yaml"
    turned.write_text("".join(f"\n- id: {block}" for block in reversed(blocks)), "utf-8")
    assert run("portefølje", turned, *ASKED, "--format", "json").out == ran.out


def test_several_files_are_one_portfolio(run, fil) -> None:
    both = [{"id": "a", "retning": "henter viden"}, {"id": "b", "retning": "deler viden"}]
    files = [fil(f"{one['id']}.jsonl", one | {"status": "i gang"}) for one in both]
    alone, together = (json.loads(run("portefølje", *some, *ASKED, "-f", "json").out)[0] for some in (files[:1], files))
    assert (alone["aktiviteter"], alone["regler"]["verden.2a"]["udfald"]) == (1, "ikke opfyldt")
    assert (together["aktiviteter"], together["regler"]["verden.2a"]["udfald"]) == (2, "opfyldt")


def test_a_rammevaerk_without_such_rules_says_so(run, fil) -> None:
    ran = run("portefølje", fil("a.json", {}), "--ramme", "odense-2022", "--dato", "2024-06-01")
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "Rammeværket har ingen regler om porteføljen.")


def test_every_fault_is_told_and_nothing_written(run, fil) -> None:
    ran = run("portefølje", fil("a.json", {"id": "a"}, {"id": "a"}, {"type": "netværg"}), *ASKED)
    assert (ran.code, ran.out) == (2, "")
    assert "F005" in ran.codes()


def test_several_rammer_answer_one_after_the_other(run) -> None:
    ran = run("portefølje", FILE, *ASKED, "--ramme", "skanderborg-pulje", "--format", "json")
    assert [(one["rammeværk"], sorted(one["regler"])) for one in json.loads(ran.out)] == [
        ("odense-by-og-kultur-2010", ["scene.8b", "verden.2a", "verden.2b"]),
        ("skanderborg-pulje", ["pulje.1b"]),
    ]
    text = run("portefølje", FILE, *ASKED, "--ramme", "skanderborg-pulje").out
    assert text.index("✗ verden.2b") < text.index("\n──") < text.index("pulje.1b")
