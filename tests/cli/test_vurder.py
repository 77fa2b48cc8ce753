import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from rammevaerk.presentation.schema import schema

ASKED = ["--ramme", "odense-2022", "--dato", "2024-06-01"]
ROOT = Path(__file__).parents[2]
PORTEFOELJE = ROOT / "docs" / "eksempler" / "opdigtet" / "portefoelje.yaml"


def test_text_says_the_handling_and_each_klausul(run, fil) -> None:
    ran = run("vurder", fil("a.json", {}), *ASKED)
    assert (ran.code, ran.err) == (0, "")
    assert "Indstilling: afvent" in ran.out
    assert "? Uafklaret:" in ran.out
    assert "mål.2" in ran.out


@pytest.mark.parametrize("dato", ["2024-06-01", "01.06.2024", "1.6.2024"])
def test_json_is_valid_whatever_the_date_is_written_as(run, dato: str) -> None:
    ran = run("vurder", PORTEFOELJE, "--ramme=odense-2022", f"--dato={dato}", "--format", "json")
    found = json.loads(ran.out)
    jsonschema.Draft202012Validator(schema()).validate(found)
    assert {one["dato"] for one in found} == {"2024-06-01"}
    assert ran.out == run("vurder", "-f", "json", "-d", dato, "-r", "odense-2022", PORTEFOELJE).out


def test_the_table_has_every_aktivitet_and_no_colour_alone(run) -> None:
    ran = run("vurder", PORTEFOELJE, *ASKED, "--format", "tabel")
    assert "\033" not in ran.out
    for word in ("+ tilvælg", "− fravælg", "→ fortsæt", "■ afslut", "… afvent", "– ingen", "havnebyer"):
        assert word in ran.out


def test_several_files_are_judged_in_their_order(run, fil) -> None:
    ran = run("vurder", fil("b.json", {"id": "b"}, {"id": "c"}), fil("a.jsonl", {"id": "a"}), *ASKED, "-f", "json")
    assert [one["aktivitet"] for one in json.loads(ran.out)] == ["b", "c", "a"]


def test_every_fault_of_everything_at_once_and_nothing_written(run, fil, tmp_path: Path) -> None:
    (tmp_path / "ramme").mkdir()
    (tmp_path / "ramme" / "r.yaml").write_text("rammeværk: r\ntitel: R\nreglr: []\n", "utf-8")
    lines = fil("b.jsonl", {"status": "forslg"}, {}, {"starrt": "1.1.2024"})
    words = ["vurder", fil("a.json", {"type": "netværg"}), lines, tmp_path / "nix.yaml", tmp_path]
    ran = run(*words, "--ramme", tmp_path / "ramme", "--dato", "31.2.2024")
    assert (ran.code, ran.out) == (2, "")
    assert sorted(ran.codes()) == ["B006", "D014", "D014", "F001", "F005", "F005", "R003"]
    assert f"{lines}:3:" in ran.err


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_a_fault_that_only_this_ramme_knows_has_its_place(run, fil, name: str) -> None:
    path = fil(name, {"id": "b"}, {"politiske_mål": ["Et sundere Odens"]})
    ran = run("vurder", path, *ASKED)
    assert (ran.code, ran.out, ran.codes()) == (2, "", ["F020"])
    line = 2 if name.endswith("l") else 1
    assert f"F020 {path}:{line}:" in ran.err
    assert f"{path}:1:1 " not in ran.err
    assert "«Et sundere Odense»" in ran.err


def test_an_id_used_twice_is_refused_across_files(run, fil) -> None:
    ran = run("vurder", fil("a.jsonl", {}), fil("b.jsonl", {}), *ASKED)
    assert (ran.code, ran.out, ran.codes()) == (2, "", ["F011", "F011"])


def test_the_same_file_twice_is_one(run, fil) -> None:
    path = fil("a.json", {})
    assert len(json.loads(run("vurder", path, path, *ASKED, "-f", "json").out)) == 1


def test_no_aktiviteter_is_an_answer_too(run, fil) -> None:
    path = fil("a.json")
    assert run("vurder", path, *ASKED).out == "Der er ingen aktiviteter i det, der blev læst.\n"
    assert json.loads(run("vurder", path, *ASKED, "-f", "json").out) == []


def test_what_is_asked_for_is_said_to_be_missing(run) -> None:
    ran = run("vurder")
    assert (ran.code, ran.out, ran.codes()) == (2, "", ["B005", "B005"])
    assert "--ramme odense-2022" in ran.err


def started(*words: object, stdin: str = "", **changes: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "rammevaerk", *map(str, words)]
    environment = {"PYTHONPATH": ":".join(sys.path), "HOME": str(Path.home()), **changes}
    return subprocess.run(
        command, input=stdin, capture_output=True, text=True, encoding="utf-8", env=environment, check=False
    )


@pytest.mark.parametrize(
    "text",
    [
        '{"id": "a", "titel": "Æ", "status": "forslag"}',
        '{"id": "a", "titel": "Æ", "status": "forslag"}\n{"id": "b", "titel": "B", "status": "forslag"}\n',
        '[{"id": "a", "titel": "Æ", "status": "forslag"}]',
        '{\n"id": "a", "titel": "Æ", "status": "forslag"}',
        "id: a\ntitel: Æ\nstatus: forslag\n",
    ],
    ids=["one line", "json lines", "list", "object", "yaml"],
)
def test_standard_input_may_be_any_of_the_forms(text: str) -> None:
    ran = started("vurder", "-", *ASKED, "--format", "json", stdin=text, PYTHONIOENCODING="ascii")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)[0]["aktivitet"] == "a"


def test_a_fault_in_standard_input_names_it_as_it_was_named() -> None:
    ran = started("vurder", "-", *ASKED, stdin="id: a\ntitel: A\nstatus: forslg\n")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("F005 -:3:9 ")


def test_a_closed_pipe_ends_quietly() -> None:
    command = [sys.executable, "-m", "rammevaerk", "vurder", str(PORTEFOELJE), *ASKED, "-f", "json"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={"PYTHONPATH": ":".join(sys.path)}
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_a_judgement_imports_only_what_it_needs(fil) -> None:
    path = fil("a.json", {})
    script = (
        "import sys; from rammevaerk.cli.main import main\n"
        f"main(['vurder', {str(path)!r}, '--ramme', 'odense-2022', '--dato', '2024-06-01', '--format', 'json'])\n"
        "print(sorted({'pint', 'lark', 'ruamel', 'rich', 'gherkin', 'argparse'} & sys.modules.keys()), file=sys.stderr)"
    )
    for _ in range(2):  # the first run may have to read the rule files
        ran = subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONPATH": ":".join(sys.path), "HOME": str(path.parent)},
        )
    assert ran.stderr == "[]\n"
