"""The published schemas are those the program makes, and hold for what it writes and reads."""

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

import rammevaerk as rv
from rammevaerk.facts.reading import read_aktiviteter
from rammevaerk.loading import SHIPPED, shipped
from rammevaerk.presentation import frister_json as deadlines
from rammevaerk.presentation import portefoelje_schema as together
from rammevaerk.presentation import schema as answers
from rammevaerk.presentation.answer_schemas import klassificering_schema, koblinger_schema
from rammevaerk.presentation.json import as_json, write_comparisons, write_list
from rammevaerk.presentation.klassificering import klassificering_as_json
from rammevaerk.presentation.koblinger import koblinger_as_json
from rammevaerk.presentation.portefoelje_json import portefoelje_as_json
from rammevaerk.presentation.report_schemas import hvadhvis_schema, rangering_schema
from rammevaerk.rulefiles import schema as rules

SKEMA = Path(__file__).parents[2] / "docs" / "skema"
EXAMPLES = Path(__file__).parents[2] / "docs" / "eksempler"
RULES = sorted(path for name in shipped() for path in (SHIPPED / "rules" / name).glob("*.yaml"))


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("vurdering", answers.schema_text),
        ("sammenligning", answers.comparison_schema_text),
        ("regelfil", rules.schema_text),
        ("frister", deadlines.schema_text),
        ("klassificering", klassificering_schema),
        ("koblinger", koblinger_schema),
        ("portefoelje", together.portefoelje_schema_text),
        ("rangering", rangering_schema),
        ("hvadhvis", hvadhvis_schema),
    ],
)
def test_current(name: str, made) -> None:
    path = SKEMA / f"{name}.schema.json"
    assert path.read_text("utf-8") == made(), f"write {path} anew"


@pytest.mark.parametrize("day", [date(2021, 6, 1), date(2024, 6, 1), date(2026, 6, 1)])
def test_answers_are_valid(day: date) -> None:
    ramme = rv.load("odense-2022")
    found = [one for path in sorted(EXAMPLES.rglob("*.yaml")) for one in _read(path)]
    text = "".join(write_list(rv.vurder(one, ramme, day) for one in found))
    answer = json.loads(text)
    assert len(answer) == len(found) > 5
    jsonschema.Draft202012Validator(answers.schema()).validate(answer)
    assert text == "".join(write_list(rv.vurder(one, ramme, day) for one in found))


@pytest.mark.parametrize("day", [date(2021, 6, 1), date(2024, 6, 1)])
def test_comparisons_are_valid(day: date) -> None:
    rammer = [rv.load(name) for name in shipped()]
    found = [one for path in sorted(EXAMPLES.rglob("*.yaml")) for one in read_aktiviteter(path)]
    text = "".join(write_comparisons(rv.sammenlign(one, rammer, day) for one in found))
    comparisons = json.loads(text)
    assert len(comparisons) == len(found) > 5
    jsonschema.Draft202012Validator(answers.comparison_schema()).validate(comparisons)
    alone = [as_json(vurdering) for one in found for vurdering in rv.sammenlign(one, rammer, day).vurderinger.values()]
    assert [v for one in comparisons for v in one["vurderinger"].values()] == json.loads(json.dumps(alone))


@pytest.mark.parametrize("day", [date(2009, 6, 1), date(2015, 6, 1)])
def test_answers_about_a_portfolio_are_valid(day: date) -> None:
    found = rv.read(EXAMPLES / "opdigtet" / "odense-by-og-kultur-2010" / "portefoelje.yaml")
    answer = [portefoelje_as_json(rv.portefoelje(found, rv.load("odense-by-og-kultur-2010"), day))]
    assert answer[0]["regler"]
    jsonschema.Draft202012Validator(together.portefoelje_schema()).validate(answer)
    assert json.loads(json.dumps(answer)) == answer


def _read(path: Path) -> tuple[rv.Aktivitet, ...]:
    try:
        ramme = rv.load("odense-2022")
        found = tuple(read_aktiviteter(path))
        for one in found:
            rv.vurder(one, ramme, date(2024, 6, 1))
    except rv.Refused:
        return ()  # another municipality's goals
    return found


@pytest.mark.parametrize(
    ("ramme", "ask", "as_json", "schema"),
    [
        ("kommunernes-internationale-arbejde", rv.klassificer, klassificering_as_json, klassificering_schema),
        ("odense-by-og-kultur-2010", rv.kobl, koblinger_as_json, koblinger_schema),
    ],
)
@pytest.mark.parametrize("day", [date(2009, 6, 1), date(2011, 2, 1), date(2024, 6, 1)])
def test_the_other_answers_are_valid(ramme: str, ask, as_json, schema, day: date) -> None:
    real = sorted((EXAMPLES / "odense").glob("*.yaml"))
    found = [as_json(ask(one, rv.load(ramme), day)) for path in real for one in read_aktiviteter(path)]
    assert len(found) > 4
    jsonschema.Draft202012Validator(json.loads(schema())).validate(found)
    assert [one["i kraft"] for one in found] == [rv.load(ramme).gaelder.covers(day)] * len(found)


def test_no_answers_are_a_list() -> None:
    assert json.loads("".join(write_list([]))) == []
    assert json.loads("".join(write_comparisons([]))) == []


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_rule_files_are_valid(path: Path) -> None:
    yaml = YAML(typ="safe", pure=True)
    yaml.constructor.yaml_constructors.pop("tag:yaml.org,2002:timestamp")
    yaml.constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node))
    jsonschema.Draft7Validator(rules.schema()).validate(yaml.load(path))


@pytest.mark.parametrize(
    "text",
    ["reglr: []", "regler: [{id: a}]", "klausuler: [{id: a, styrke: må, art: regel, tekst: b}]", "gælder: {fra: igår}"],
)
def test_broken_rule_files_are_not(text: str) -> None:
    assert list(jsonschema.Draft7Validator(rules.schema()).iter_errors(YAML(typ="safe", pure=True).load(text)))
