import json
import re
from pathlib import Path

import jsonschema
import pytest

from rammevaerk.presentation.schema import comparison_schema, schema

ROOT = Path(__file__).parents[2]
OPDIGTET = ROOT / "docs" / "eksempler" / "opdigtet"
BOTH = OPDIGTET / "to-rammer.yaml"
EISENACH = ROOT / "docs" / "eksempler" / "skanderborg" / "eisenach.yaml"
DAY = ["--dato", "2024-06-01"]
RAMMER = ["--ramme", "odense-2022", "--ramme", "skanderborg"]


def asked(*names: str) -> list[str]:
    return [word for name in names for word in ("--ramme", name)]


def test_json_is_aktivitet_by_aktivitet_and_within_it_as_the_rammer_were_written(run) -> None:
    words = ["vurder", EISENACH, *DAY, "--format", "json"]
    found = json.loads(run(*words, *asked("skanderborg", "odense-2022")).out)
    jsonschema.Draft202012Validator(schema()).validate(found)
    assert [(one["aktivitet"], one["rammeværk"]) for one in found] == [
        ("eisenach-før", "skanderborg"),
        ("eisenach-før", "odense-2022"),
        ("eisenach", "skanderborg"),
        ("eisenach", "odense-2022"),
    ]
    alone = {name: json.loads(run(*words, *asked(name)).out) for name in ("skanderborg", "odense-2022")}
    assert found[::2] == alone["skanderborg"]
    assert found[1::2] == alone["odense-2022"]


def test_a_ramme_named_twice_or_by_its_folder_is_judged_once(run) -> None:
    words = ["vurder", EISENACH, *DAY, "--format", "json"]
    once = run(*words, *RAMMER)
    assert run(*words, *RAMMER, *asked("skanderborg", str(ROOT / "rules" / "odense-2022"))).out == once.out


@pytest.mark.parametrize("form", ["tekst", "json", "tabel"])
def test_one_named_twice_is_written_as_one(run, form: str) -> None:
    words = ["vurder", EISENACH, *DAY, "--format", form]
    assert run(*words, *asked("skanderborg", "skanderborg")).out == run(*words, *asked("skanderborg")).out


def test_text_is_headed_and_counted_for_each(run) -> None:
    words = ["vurder", EISENACH, *DAY]
    out = run(*words, *RAMMER).out
    for name, title in (
        ("odense-2022", "Principielle rammer for internationale indsatser"),
        ("skanderborg", "Skanderborg – en international kommune"),
    ):
        assert out.count(f"{name}: {title}\n") == 2
        rule = f"\n{'─' * 100}\n"
        *answers, _ = run(*words, *asked(name)).out.split(rule)
        assert all(answer in out for answer in answers)
    assert out.endswith(
        "odense-2022  2 aktiviteter: 1 afvent og 1 ingen.\nskanderborg  2 aktiviteter: 1 afvent og 1 ingen.\n"
    )


def test_one_aktivitet_is_counted_for_each_too(run, fil) -> None:
    out = run("vurder", fil("a.json", {"politiske_mål": None}), *DAY, *RAMMER).out
    assert out.endswith("odense-2022  1 aktivitet: 1 afvent.\nskanderborg  1 aktivitet: 1 afvent.\n")


def test_no_aktiviteter_is_an_answer_for_several_too(run, fil) -> None:
    path = fil("a.json")
    said = "Der er ingen aktiviteter i det, der blev læst.\n"
    assert run("vurder", path, *DAY, *RAMMER).out == said
    assert run("sammenlign", path, *DAY, *RAMMER).out == said
    assert json.loads(run("sammenlign", path, *DAY, *RAMMER, "-f", "json").out) == []


def test_the_table_has_a_column_for_the_ramme_only_when_there_are_several(run) -> None:
    words = ["vurder", BOTH, *DAY, "--format", "tabel"]
    several = run(*words, *RAMMER).out
    rows = [line for line in several.splitlines() if re.search("(odense-2022|skanderborg) +[+−→■]", line)]
    assert [re.split("  +", row.strip())[1:3] for row in rows] == [
        ["odense-2022", "+ tilvælg"],
        ["skanderborg", "− fravælg"],
        ["odense-2022", "■ afslut"],
        ["skanderborg", "→ fortsæt"],
    ]
    assert "Rammeværk" in several
    assert "Rammeværk" not in run("vurder", EISENACH, *DAY, *asked("skanderborg"), "--format", "tabel").out


def test_forklar_takes_several_and_a_klausul_of_any_of_them(run) -> None:
    out = run("forklar", BOTH, *DAY, *RAMMER).out
    assert out.count("Klausulerne") == 4
    assert out.count("Hvad ville ændre svaret") == 3
    some = run("forklar", BOTH, *DAY, *RAMMER, "-k", "mål.2", "-k", "verden.4", "-a", "parker-uden-gift").out
    assert some.count("Grundlag") == 2
    only = run("forklar", BOTH, *DAY, *RAMMER, "-k", "verden.4").out
    assert only.startswith("skanderborg: ")
    assert "odense-2022" not in only


def test_an_unknown_klausul_is_looked_for_in_all_of_them(run) -> None:
    ran = run("forklar", BOTH, *DAY, *RAMMER, "-k", "verdn.4", "-k", "maal.2")
    assert (ran.code, ran.out, ran.codes()) == (2, "", ["B007", "B007"])
    assert "mente du «verden.4»?" in ran.err
    assert "mente du «mål.2»?" in ran.err


# Own facts of several in one file


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
@pytest.mark.parametrize("verb", ["vurder", "forklar", "sammenlign"])
def test_own_facts_of_each_may_stand_there_and_of_none_are_refused_once(run, fil, name: str, verb: str) -> None:
    known = {"egne": {"projektgruppen orienteret": False, "international hverdag": True}}
    assert run(verb, fil(name, known), *DAY, *RAMMER).code == 0
    slips = {"projektgruppen orientere": False, "international hverdg": True, "x": 1}
    path = fil(name, {"id": "b"} | known, {"egne": slips})
    ran = run(verb, path, *DAY, *RAMMER)
    assert (ran.code, ran.out, ran.codes()) == (2, "", ["F021"] * 3)
    assert "mente du «projektgruppen orienteret»?" in ran.err
    assert "mente du «international hverdag»?" in ran.err
    assert "ingen af rammeværkerne har bedt om den" in ran.err
    line = 2 if name.endswith("l") else 1
    assert len(set(re.findall(rf"{name}:{line}:(\d+)", ran.err))) == 3


def test_a_value_that_does_not_fit_is_told_at_its_place_with_whose_it_is(run, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        "id: a\ntitel: måske\nstatus: forslag\npolitiske_mål: [x]\negne:\n"
        "  projektgruppen orienteret: måske\n  international hverdag: [ja]\n  ansvarlig enhed: stab\n",
        "utf-8",
    )
    ran = run("vurder", path, *DAY, *RAMMER)
    assert (ran.code, ran.out, ran.codes()) == (2, "", ["F020", "F022", "F022"])
    assert (
        f"F020 {path}:4:17  a: politiske_mål nr. 1: «x» står ikke i registret «politiske mål» (odense-2022)" in ran.err
    )
    assert f"F022 {path}:6:30  a: egne projektgruppen orienteret: her skal stå ja eller nej, ikke «måske»" in ran.err
    assert "(skanderborg)" in ran.err
    assert f"F022 {path}:7:26  a: egne international hverdag: her skal stå ja, nej eller et skøn, ikke" in ran.err


def test_with_one_ramme_no_fault_names_it(run, fil) -> None:
    ran = run("vurder", fil("a.json", {"egne": {"projektgruppen orienteret": "måske"}}), *DAY, *asked("skanderborg"))
    assert ran.codes() == ["F022"]
    assert "skanderborg" not in ran.err


def test_every_ramme_that_cannot_be_used_is_told_and_their_own_facts_are_not_called_unknown(run, fil) -> None:
    files = [fil("a.json", {"egne": {"projektgruppen orienteret": False}}), fil("b.json", {"id": "b", "emme": "x"})]
    names = ["odens-2022", "skanderbor", "odens-2022", "kommunernes-internationale-arbejde"]
    ran = run("vurder", *files, *DAY, *asked(*names))
    assert (ran.code, ran.out, ran.codes()) == (2, "", ["R001", "R001", "F001"])


# sammenlign


def test_sammenlign_tells_what_differs_first(run) -> None:
    ran = run("sammenlign", BOTH, *DAY, *RAMMER)
    assert (ran.code, ran.err) == (0, "")
    assert "  tilvælg  odense-2022: fokus.2, mål.2" in ran.out
    assert "  fravælg  skanderborg: handling.1\n" in ran.out
    headings = [
        "Svarene er ikke ens",
        "Derfor er svarene ikke ens",
        "Andre oplysninger",
        "Kun i odense-2022",
        "1 oplysning",
    ]
    places = [ran.out.index(heading) for heading in headings]
    assert places == sorted(places)
    assert ran.out.endswith("2 aktiviteter: 0 med ens svar og 2 med forskellige.\n")
    assert max(map(len, ran.out.splitlines())) <= 100


def test_sammenlign_as_json_holds_the_answers_that_vurder_gives(run) -> None:
    found = json.loads(run("sammenlign", BOTH, *DAY, *RAMMER, "--format", "json").out)
    jsonschema.Draft202012Validator(comparison_schema()).validate(found)
    answers = json.loads(run("vurder", BOTH, *DAY, *RAMMER, "--format", "json").out)
    assert [one for sammenligning in found for one in sammenligning["vurderinger"].values()] == answers
    assert found[0]["årsager"][0]["klausul"] == "handling.1"


@pytest.mark.parametrize("names", [["skanderborg"], ["skanderborg", "skanderborg"]])
def test_sammenlign_wants_two(run, names: list[str]) -> None:
    ran = run("sammenlign", EISENACH, *DAY, *asked(*names))
    assert (ran.code, ran.out, ran.codes()) == (2, "", ["B005"])
    assert "skriv mindst to" in ran.err


def test_sammenlign_says_all_that_is_missing(run) -> None:
    assert run("sammenlign").codes() == ["B005", "B005"]


def test_two_editions_of_one_ramme_stand_side_by_side_under_their_editions(run, fil, tmp_path: Path) -> None:
    for edition, most in (("gammel", 4), ("ny", 2)):
        (tmp_path / f"{edition}.yaml").write_text(
            "rammeværk: rejser\ntitel: Rejser\negne: {rejsende: {art: tal, spørgsmål: Hvor mange?}}\n"
            f"regler: [{{id: r.1, klausul: r.1, krav: rejsende er højst {most}}}]\n",
            "utf-8",
        )
    path = fil("a.json", {"egne": {"rejsende": "3"}})
    editions = asked(str(tmp_path / "gammel.yaml"), str(tmp_path / "ny.yaml"))
    found = json.loads(run("sammenlign", path, *DAY, *editions, "-f", "json").out)[0]
    first, second = found["vurderinger"]
    assert re.fullmatch(r"rejser \(udgave [0-9a-f]{12}\)", first)
    assert [found["vurderinger"][n]["klausuler"]["r.1"]["udfald"] for n in (first, second)] == [
        "opfyldt",
        "ikke opfyldt",
    ]
    assert found["modstillinger"] == [{"oplysninger": ["rejsende"], "klausuler": {first: ["r.1"], second: ["r.1"]}}]
    table = run("vurder", path, *DAY, *editions, "-f", "tabel").out
    assert table.count("udgave") == 2
