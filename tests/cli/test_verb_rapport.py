"""`rapport` and `hvadhvis` as a person meets them: which files are written, and what is refused."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import jsonschema
import pytest

from rammevaerk.presentation.report_schemas import hvadhvis_schema

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docs" / "eksempler" / "opdigtet" / "portefoelje.yaml"
ASKED = ["--ramme", "odense-2022", "--dato", "31.12.2025"]
FORMS = ["rapport.html", "rapport.json", "rapport.pdf", "rapport.xlsx"]


def test_a_folder_gets_every_form_and_the_figures(run, tmp_path: Path) -> None:
    ran = run("rapport", FILE, *ASKED, "-o", tmp_path / "ny" / "mappe")
    assert (ran.code, ran.err) == (0, "")
    assert sorted(path.name for path in (tmp_path / "ny" / "mappe").iterdir()) == FORMS
    assert sorted(ran.out.splitlines()) == [str(tmp_path / "ny" / "mappe" / name) for name in FORMS]


def test_the_same_twice_is_the_same_to_the_byte(run, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        assert run("rapport", FILE, *ASKED, "-o", tmp_path / folder).code == 0
    for name in FORMS:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


@pytest.mark.parametrize("form", [".html", ".xlsx", ".pdf"])
def test_one_file_is_written_with_the_figures_beside_it(run, tmp_path: Path, form: str) -> None:
    assert run("rapport", FILE, *ASKED, "-o", tmp_path / f"år{form}").code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([f"år{form}", "år.json"])


def test_the_next_report_says_what_changed_since(run, tmp_path: Path) -> None:
    before = ["--ramme", "odense-2022", "--dato", "01.06.2024"]
    assert run("rapport", FILE, *before, "-o", tmp_path / "sidst.html").code == 0
    now = tmp_path / "nu.yaml"
    text = FILE.read_text("utf-8")
    ended = text.replace("id: havnebyer\n", "id: havnebyen\n").replace("bidrag: lige så meget", "bidrag: mindre")
    assert ended.count("havnebyen") == ended.count("bidrag: mindre") == 1
    now.write_text(ended, "utf-8")
    assert run("rapport", now, *ASKED, "--før", tmp_path / "sidst.json", "-o", tmp_path / "nu.html").code == 0
    page = (tmp_path / "nu.html").read_text("utf-8")
    for said in (
        "Den sidste opfølgning er fra den 01.06.2024.",
        "Nye: «Havnebyer i samme båd (opdigtet)».",
        "Ikke længere med: «Havnebyer i samme båd (opdigtet)».",
        '<td data-navn="Før" class="smal">fortsæt</td><td data-navn="Nu" class="smal">afslut</td>',
    ):
        assert said in page


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"form": "rammeværk-rapport 1"}',
        '{"form": "rammeværk-rapport 1", "rammeværk": 1, "udgave": "", "dato": "2024-01-01", "aktiviteter": {}}',
        "[" * 100_000,
    ],
)
def test_what_is_no_report_is_refused_and_nothing_written(run, tmp_path: Path, text: str) -> None:
    before = tmp_path / "før.json"
    before.write_text(text, "utf-8")
    ran = run("rapport", FILE, *ASKED, "--før", before, "-o", tmp_path / "ud")
    assert (ran.code, ran.out, ran.codes()) == (2, "", ["B042"])
    assert not (tmp_path / "ud").exists()


@pytest.mark.parametrize(("ramme", "dato"), [("skanderborg", "31.12.2025"), ("odense-2022", "01.06.2024")])
def test_a_report_of_another_rammevaerk_or_no_earlier_is_refused(run, tmp_path: Path, ramme: str, dato: str) -> None:
    empty = tmp_path / "tom.json"
    empty.write_text("[]", "utf-8")
    assert run("rapport", empty, "--ramme", ramme, "--dato", dato, "-o", tmp_path / "sidst.html").code == 0
    given = [FILE, "--ramme", "odense-2022", "--dato", "01.06.2024", "--før", tmp_path / "sidst.json"]
    ran = run("rapport", *given, "-o", tmp_path / "nu.html")
    assert (ran.code, ran.codes()) == (2, ["B042"])


@pytest.mark.parametrize(("package", "form", "extra"), [("typst", ".pdf", "pdf"), ("xlsxwriter", ".xlsx", "excel")])
def test_a_missing_package_is_named_and_nothing_written(run, tmp_path: Path, monkeypatch, package, form, extra) -> None:  # noqa: PLR0917 - what is varied
    monkeypatch.setitem(sys.modules, package, None)
    for out in (tmp_path / f"r{form}", tmp_path / "mappe"):
        ran = run("rapport", FILE, *ASKED, "-o", out)
        assert (ran.code, ran.out, ran.codes()) == (2, "", ["B043"])
        assert f"rammevaerk[{extra}]" in ran.err
    assert list(tmp_path.iterdir()) == []
    assert run("rapport", FILE, *ASKED, "-o", tmp_path / "r.html").code == 0


def test_an_old_report_stays_where_a_new_one_cannot_be_written(run, tmp_path: Path, monkeypatch) -> None:
    out = tmp_path / "r.html"
    out.write_text("den gamle", "utf-8")

    def full(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("rammevaerk.cli.writing.os.fdopen", full)
    assert run("rapport", FILE, *ASKED, "-o", out).code == 2
    assert (out.read_text("utf-8"), [path.name for path in tmp_path.iterdir()]) == ("den gamle", ["r.html"])


def test_where_to_write_and_one_rammevaerk_alone_are_asked_for(run) -> None:
    ran = run("rapport", FILE, *ASKED, "--ramme", "skanderborg")
    assert (ran.code, ran.codes()) == (2, ["B004", "B005"])


def test_a_form_that_nobody_prints_is_refused(run, tmp_path: Path) -> None:
    ran = run("rapport", FILE, *ASKED, "-o", tmp_path / "r.docx")
    assert (ran.code, ran.codes(), list(tmp_path.iterdir())) == (2, ["B004"], [])
    (tmp_path / "år.2025").mkdir()
    assert run("rapport", FILE, *ASKED, "-o", tmp_path / "år.2025").code == 0


def test_faults_of_the_facts_write_nothing(run, fil, tmp_path: Path) -> None:
    ran = run("rapport", fil("a.json", {"type": "netværg"}), *ASKED, "-o", tmp_path / "ud")
    assert (ran.code, ran.codes()) == (2, ["F005"])
    assert not (tmp_path / "ud").exists()


# What if


@pytest.fixture
def nye(tmp_path: Path) -> Path:
    """The rule file about goals, edited alone."""
    text = (ROOT / "rules" / "odense-2022" / "maal.yaml").read_text("utf-8")
    file = tmp_path / "maal.yaml"
    file.write_text(text.replace("politiske mål er mindst 1", "politiske mål er mindst 2"), "utf-8")
    return file


THEN = ["--ramme", "odense-2022", "--dato", "01.06.2024"]


def test_one_edited_file_is_tried_in_the_place_of_its_own(run, nye: Path) -> None:
    ran = run("hvadhvis", nye, FILE, *THEN)
    assert (ran.code, ran.err) == (0, "")
    assert "4 af 9 aktiviteter skifter indstilling." in ran.out
    assert "Skoler uden grænser (opdigtet) (skoler-uden-graenser): fortsæt → afslut" in ran.out
    assert "mål.2: Kravet er ændret." in ran.out


def test_a_whole_folder_says_the_same(run, nye: Path, tmp_path: Path) -> None:
    folder = tmp_path / "nye" / "odense-2022"
    shutil.copytree(ROOT / "rules" / "odense-2022", folder)
    alone = run("hvadhvis", nye, FILE, *THEN, "-f", "json")
    shutil.copy(nye, folder)
    assert run("hvadhvis", folder, FILE, *THEN, "-f", "json").out == alone.out


def test_json_is_valid(run, nye: Path) -> None:
    found = json.loads(run("hvadhvis", nye, FILE, *THEN, "-f", "json").out)
    jsonschema.Draft202012Validator(json.loads(hvadhvis_schema())).validate(found)
    assert [one["aktivitet"] for one in found[0]["skifter"]] == [
        "kor-paa-tvaers",
        "lys-i-moerket",
        "regnvand-i-gaden",
        "skoler-uden-graenser",
    ]


def test_the_table_has_a_row_for_each_that_turns(run, nye: Path) -> None:
    out = run("hvadhvis", nye, FILE, *THEN, "-f", "tabel").out
    assert "→ fortsæt   ■ afslut" in out
    assert out.count("mål.2: opfyldt → ikke opfyldt") == 6


def test_the_same_rules_change_nothing(run) -> None:
    out = run("hvadhvis", "odense-2022", FILE, *THEN).out
    assert "0 af 9 aktiviteter skifter indstilling." in out
    assert "Intet er ændret." in out


def test_faults_of_the_new_rules_are_told_as_tjek_tells_them(run, nye: Path) -> None:
    nye.write_text(nye.read_text("utf-8").replace("politiske mål er mindst 2", "politske mål er mindst 2"), "utf-8")
    ran = run("hvadhvis", nye, FILE, *THEN)
    assert (ran.code, ran.out, ran.codes()) == (2, "", ["R012"])
    assert "mente du «politiske mål»?" in ran.err
    assert str(nye) in ran.err


def test_what_tjek_only_warns_of_is_told_beside_the_answer(run, nye: Path) -> None:
    text = nye.read_text("utf-8")
    nye.write_text(text + "\negne:\n  glemt: {art: ja/nej, spørgsmål: Er den glemt?}\n", "utf-8")
    ran = run("hvadhvis", nye, FILE, *THEN)
    assert (ran.code, ran.codes()) == (0, ["R103"])
    assert "skifter indstilling" in ran.out


def test_a_fact_that_only_the_new_rules_know_may_stand_in_the_file(run, nye: Path, fil) -> None:
    text = nye.read_text("utf-8").replace("krav: international hverdag", "krav: helt ny")
    nye.write_text(text + "\negne:\n  helt ny: {art: ja/nej, spørgsmål: Er den ny?}\n", "utf-8")
    ran = run("hvadhvis", nye, fil("a.json", {"egne": {"helt ny": "ja"}}), *THEN, "-f", "json")
    (one,) = json.loads(ran.out)[0]["skifter"]
    assert {"klausul": "mål.8", "før": "uafklaret", "nu": "opfyldt"} in one["klausuler"]


def test_rules_files_and_rammevaerk_are_asked_for(run, nye: Path) -> None:
    assert run("hvadhvis", *THEN).codes() == ["B005"]
    assert run("hvadhvis", nye, *THEN).codes() == ["B005"]
    assert run("hvadhvis", nye, FILE, *THEN, "--ramme", "skanderborg").codes() == ["B004"]
