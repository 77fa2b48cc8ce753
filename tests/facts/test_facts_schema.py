"""The published JSON Schema is up to date and says what the reader does."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.facts.reading import read_text
from rammevaerk.facts.schema import schema, schema_text, write_schema

PUBLISHED = Path(__file__).parents[2] / "docs" / "skema" / "aktivitet.schema.json"
MINIMAL = {"id": "a", "titel": "Grøn by", "status": "i gang"}
GOOD = [
    MINIMAL,
    MINIMAL | {"politiske_maal": ["x"], "politikområder": [], "målgrupper": None},
    MINIMAL | {"start": "24.12.2025", "slut": "2025-12-24", "kle": "00.05.01", "eu_projekt": "ja"},
    MINIMAL | {"gør_klogere": True, "stabschef": {"svar": "nej", "svaret_af": None, "dato": "2025-01-01"}},
    MINIMAL | {"evalueringer": [{"dato": "1.1.2025", "investering": "37 timer", "udbytte": "1.234,56 kr."}]},
    MINIMAL | {"lokale_aktoerer": [{"navn": "SDU", "type": "uddannelsesinstitution", "forankring": "Odense"}]},
    MINIMAL | {"egne": {"a": 1, "b": "x", "c": ["y"], "d": {"svar": True}, "e": None}},
    MINIMAL | {"investeringer": [{"maengde": "5 kr."}, {"mængde": None}]},
]
BAD = [
    {"id": "a"},
    MINIMAL | {"status": "igang"},
    MINIMAL | {"vejr": "godt"},
    MINIMAL | {"partnere": [{"byy": "Brno"}]},
    MINIMAL | {"start": "24.12.25"},
    MINIMAL | {"kle": "1"},
    MINIMAL | {"målgrupper": [None]},
    MINIMAL | {"investeringer": [{"mængde": 5}]},
    MINIMAL | {"stabschef": "måske"},
]


def test_the_published_schema_is_up_to_date(tmp_path):
    write_schema(tmp_path / "skema" / "a.json")
    assert (tmp_path / "skema" / "a.json").read_text(encoding="utf-8") == schema_text()
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text()


def test_it_is_a_schema():
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("data", GOOD, ids=range(len(GOOD)))
def test_what_is_read_is_valid(data):
    assert read_text(json.dumps(data, ensure_ascii=False))
    Draft202012Validator(schema()).validate(data)


@pytest.mark.parametrize("data", BAD, ids=range(len(BAD)))
def test_what_is_refused_is_not_valid(data):
    with pytest.raises(Exception, match="F0"):
        read_text(json.dumps(data, ensure_ascii=False))
    assert not Draft202012Validator(schema()).is_valid(data)


def test_every_fact_has_its_title_and_question():
    properties = schema()["properties"]
    for fact in CATALOGUE.values():
        assert properties[fact.key]["description"] == fact.question
        assert properties[fact.key]["title"]
