"""`klassificer` and `støtte` as a person meets them."""

import json
from pathlib import Path

import jsonschema
import pytest

from rammevaerk.loading import SHIPPED

REAL = SHIPPED / "docs" / "eksempler" / "odense" / "2009.yaml"
SKEMA = SHIPPED / "docs" / "skema"
KLASSER = ["klassificer", REAL, "--ramme", "kommunernes-internationale-arbejde", "--dato", "2011-02-01"]
STOETTE = ["støtte", REAL, "--ramme", "odense-by-og-kultur-2010", "--dato", "2011-02-01"]


def test_klassificer_tells_what_fits_and_what_is_missing(run) -> None:
    ran = run(*KLASSER)
    assert (ran.code, ran.err) == (0, "")
    assert "slags samarbejde: uafklaret" in ran.out
    assert "  projekt                udvikling.3  Det kan ikke afgøres, før det er oplyst: partnerskabsform." in ran.out
    assert "  studierejse            formål.3     Det passer ikke, at EU-projekt er nej (EU-projekt er ja)." in ran.out
    assert "  ? Hvor fast er samarbejdet aftalt?\n      aftale · netværk, partnerskab" in ran.out
    assert ran.out.count("─" * 100) == 1


@pytest.mark.parametrize("verb", ["støtte", "stoette", "STØTTE"])
def test_stoette_ranks_with_reasons(run, verb: str) -> None:
    ran = run(verb, *STOETTE[1:])
    assert (ran.code, ran.err) == (0, "")
    assert "støttemuligheder (støttefunktion.5): 1 passer, 7 kan passe og 0 er udelukket" in ran.out
    assert "   1. Intelligent Energy Europe · ansøgningsfrist 12.05.2011" in ran.out
    assert "      ? ansøgning                   Registret oplyser ikke «åbner» eller «ansøgningsfrist»." in ran.out
    assert max(map(len, ran.out.splitlines())) <= 100


@pytest.mark.parametrize(("words", "name"), [(KLASSER, "klassificering"), (STOETTE, "koblinger")])
def test_json_follows_its_schema(run, words: list[object], name: str) -> None:
    ran = run(*words, "--format", "json")
    found = json.loads(ran.out)
    assert [one["aktivitet"] for one in found] == ["aeneas", "zagreb"]
    schema = json.loads((SKEMA / f"{name}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(found)


@pytest.mark.parametrize(("verb", "what"), [("klassificer", "klassifikationer"), ("støtte", "koblinger")])
def test_a_rammevaerk_without_them_says_so(run, verb: str, what: str) -> None:
    ran = run(verb, REAL, "--ramme", "skanderborg")
    assert (ran.code, ran.out, ran.codes()) == (2, "", ["B041"])
    assert f"rammeværket «skanderborg» har ingen {what}" in ran.err


def test_no_aktiviteter_are_told(run, tmp_path: Path) -> None:
    file = tmp_path / "tom.jsonl"
    file.write_text("\n", "utf-8")
    assert run("støtte", file, *STOETTE[2:]).out == "Der er ingen aktiviteter i det, der blev læst.\n"
    assert json.loads(run("støtte", file, *STOETTE[2:], "-f", "json").out) == []


def test_the_list_can_come_from_a_file_of_its_own(run, tmp_path: Path) -> None:
    own = tmp_path / "lister.yaml"
    own.write_text("registre: {støttemuligheder: {poster: [{navn: Vores pulje, emner: [ældres mobilitet]}]}}", "utf-8")
    ran = run(*STOETTE, "--register", own)
    assert "støttemuligheder (støttefunktion.5): 0 passer, 1 kan passe og 0 er udelukket" in ran.out
    assert "   1. Vores pulje" in ran.out
    assert "Lilleby" in ran.out
    own.write_text("registre: {støttemuligheder: {poster: [{navn: Vores pulje, emne: [ældres mobilitet]}]}}", "utf-8")
    ran = run(*STOETTE, "--register", own, "--dato", "i går")
    assert (ran.code, ran.out, ran.codes()) == (2, "", ["B006", "R003"])
    assert f"{own}:1:60" in ran.err
    assert "mente du «emner»?" in ran.err
