"""What stands on the pages, and that it stands there honestly."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from dok_pages import RAMME, ROOT, Page, broken, pages

import rammevaerk as rv
from rammevaerk.checks.gherkin import read_feature

if TYPE_CHECKING:
    from pathlib import Path

FEATURES = sorted((ROOT / "features" / RAMME).glob("*.feature"))
LAPSED = '<p class="mangler">Henvisningen til Vækst Sammen 2021-2024 er udløbet.'
BADGE = re.compile(r'<span class="badge[^>]*><span aria-hidden="true">. </span>([^<]+)</span>')


def changed(resultater: Path, tmp_path: Path, change: Any) -> Path:
    found = json.loads(resultater.read_text("utf-8"))
    change(found)
    target = tmp_path / "andre.json"
    target.write_text(json.dumps(found), "utf-8")
    return target


@pytest.fixture
def folder(dok, resultater) -> Path:
    return dok(RAMME, "--resultater", resultater)


@pytest.fixture
def hele(dok, resultater) -> Path:
    """The pages of every shipped rammeværk."""
    return dok("--resultater", resultater)


def test_links_lead_somewhere_and_ids_are_there_once(hele):
    assert len(pages(hele)) == 2 + 3 * len(rv.shipped())
    assert broken(hele) == []


def test_every_klausul_and_every_scenarie_is_there(folder):
    ramme = rv.load(RAMME)
    for name, prefix in (("odense-2022.html", ""), ("samlet.html", "odense-2022-")):
        page = Page(folder / name)
        for klausul in ramme.klausuler.values():
            assert klausul.tekst in page.text
            assert f"klausul-{klausul.id.replace('.', '-')}" in page.ids
        assert f"{prefix}klausul-maal-2" in page.ids
        for path in FEATURES:
            feature, _ = read_feature(path.read_bytes(), path.name)
            for scenarie in feature.scenarier:
                assert scenarie.name in page.text
                assert all(" ".join(cell.split()) in page.text for row in scenarie.rows() for cell in row.values())


def test_every_rule_measure_question_and_date_is_there(folder):
    ramme = rv.load(RAMME)
    page = Page(folder / "samlet.html")
    text = page.text
    for regel in ramme.regler:
        assert regel.fortolkning in text
        assert page.says(regel.krav.origin)
    assert all(one.fortolkning in text for one in ramme.parametre.values())
    assert all(question in text for question in ramme.spoergsmaal.values())


def test_what_weighs_heaviest_is_shown_with_its_klausuler_and_how_it_is_read(folder):
    ramme = rv.load(RAMME)
    page, readings = Page(folder / "odense-2022.html"), Page(folder / "odense-2022-fortolkninger.html")
    assert "Hvad der tæller mest" in page.text
    for said in ("1. C, kan blive nr. 1 til nr. 5.", "Venter: E.", "Bør afsluttes: F."):
        assert said in page.text
    for step in ramme.rangering:
        assert page.says(f"{step.navn.capitalize()} ({step.klausul}): {', '.join(step.klausuler)}")
        assert step.fortolkning in readings.text


def test_frister_papers_and_gaps_stand_as_they_do_on_the_day(dok):
    path = dok(RAMME) / "odense-2022.html"
    late = Page(path).text
    assert (
        "31.12.2025 Rammeværket skal revideres af Økonomiudvalget. "
        "Det er aldrig sket og skulle være sket senest den 31.12.2025. revision.1 overskredet" in late
    )
    assert "31.12.2024 Vækst Sammen 2021-2024 er udløbet. Papiret gjaldt til og med 31.12.2024." in late
    assert "mål.4 , mål.9 udløbet" in late
    assert "Bystrategi 2019 har ingen kendt slutdato." in late
    assert path.read_text("utf-8").count(LAPSED) == 2
    assert "Samarbejdet skal evalueres. Der må højst gå 12 måneder fra den ene gang til den næste." in late


@pytest.mark.parametrize(
    ("day", "stands"),
    [("2021-12-31", "– Rammeværket skal"), ("2025-12-31", "revision.1 kommende"), ("2026-01-01", "overskredet")],
)
def test_the_pages_speak_of_the_day_they_are_made_for(dok, day, stands):
    path = dok(RAMME, "--dato", day) / "odense-2022.html"
    assert stands in Page(path).text
    assert (LAPSED in path.read_text("utf-8")) == (day > "2024-12-31")


def test_a_klausul_shows_its_frist_and_the_gap_that_stops_it(dok):
    page = Page(dok("skanderborg") / "skanderborg.html")
    assert "Parameteren «venskabsbyer» har ingen værdi fra den 01.01.2023." in page.text
    for said in ("Frist: Det politiske udvalg skal have en opfølgning.", "Sidst: opfølgning givet"):
        assert page.says(said)
    assert page.says("Første gang regnes fra: start")


def test_of_many_values_those_around_the_day_are_shown(dok):
    text = Page(dok(RAMME) / "odense-2022-ordliste.html").text
    assert "01.01.2026, fra 01.01.2026 til og med 31.12.2029 (gælder nu)" in text
    assert "fra 01.01.2022 til og med 31.12.2025" in text
    assert "01.01.2034" not in text


def test_a_rule_about_the_portfolio_stands_under_its_klausul_with_its_answers(dok, resultater):
    name = "odense-by-og-kultur-2010"
    folder = dok(name, "--resultater", resultater)
    html = (folder / f"{name}.html").read_text("utf-8")
    section = folder / "verden-2.html"
    section.write_text(html[html.index('id="klausul-verden-2"') :].split('<section class="klausul">')[0], "utf-8")
    page = Page(section)
    for rule in rv.load(name).portefoelje_for["verden.2"]:
        assert rule.fortolkning in page.text
        assert page.says(rule.krav.origin)
    assert "Reglen verden.2b ser på aktiviteterne tilsammen for hver forvaltning" in page.text
    assert "verden.2b er ikke opfyldt for Skolerne. Skolerne går kun den ene vej." in page.text
    assert "viden kommer hjem: 1 af 2, 1 er uafklaret" in page.text
    assert set(BADGE.findall(section.read_text("utf-8"))) == {"Afprøvet"}
    share = Page(folder / f"{name}.html")
    assert share.says("Mindst: mindste målopfyldelse")
    assert share.says("andel: mellem 40 og 60 pct. (2 af 5, 1 er uafklaret)")
    assert "verden.2" in Page(folder / f"{name}-ordliste.html").text


def test_every_row_has_its_result_and_reason_one_click_away(folder, resultater):
    found = json.loads(resultater.read_text("utf-8"))["rækker"]
    rows = len([row for row in found if row["feature"].startswith(RAMME)])
    html = (folder / "odense-2022.html").read_text("utf-8")
    assert rows >= 278
    assert html.count('<details class="hvorfor') == html.count("Som ventet") >= rows
    assert set(BADGE.findall(html)) == {"Afprøvet", "Uden krav"}


def test_a_red_result_is_red_from_the_row_to_the_front_page(dok, resultater, tmp_path):
    def break_one(found: dict[str, Any]) -> None:
        row = next(row for row in found["rækker"] if row["feature"].endswith("fokus.feature"))
        row |= {"bestået": False, "trin": "Så er klausulen fokus.1 opfyldt"}

    folder = dok(RAMME, "--resultater", changed(resultater, tmp_path, break_one))
    html = (folder / "odense-2022.html").read_text("utf-8")
    klausul = html[html.index('id="klausul-fokus-1"') : html.index('id="klausul-fokus-2"')]
    assert BADGE.findall(klausul) == ["Rød", "Rød", "Afprøvet", "Afprøvet"]
    assert klausul.count('class="hvorfor roed" open') == 1
    assert "Det holdt ikke:</strong> Så er klausulen fokus.1 opfyldt" in klausul
    assert "Rød 1 klausul" in Page(folder / "index.html").text
    assert "Rød 1 klausul" in Page(folder / "samlet.html").text


def test_a_column_of_the_examples_is_shown_as_one_in_the_tables_of_steps_too(hele):
    html = (hele / "odense-by-og-kultur-2010.html").read_text("utf-8")
    assert '<td data-navn="forum"><var>forum</var></td>' in html
    assert "&lt;forum&gt;" not in html


def test_a_row_that_was_not_run_is_not_said_to_be(dok, resultater, tmp_path):
    def drop_one(found: dict[str, Any]) -> None:
        found["rækker"] = [row for row in found["rækker"] if not (row["linje"] == 13 and row["række"] == 2)]

    folder = dok(RAMME, "--resultater", changed(resultater, tmp_path, drop_one))
    html = (folder / "odense-2022.html").read_text("utf-8")
    klausul = html[html.index('id="klausul-fokus-1"') : html.index('id="klausul-fokus-2"')]
    assert BADGE.findall(klausul) == ["Ikke kørt", "Ikke kørt", "Afprøvet", "Afprøvet"]


@pytest.mark.parametrize("part", ["features", "udgaver"])
def test_results_of_other_rules_or_scenarier_are_not_believed(dok, resultater, tmp_path, part):
    def age(found: dict[str, Any]) -> None:
        found[part] = dict.fromkeys(found[part], "0")

    folder = dok(RAMME, "--resultater", changed(resultater, tmp_path, age))
    page = Page(folder / "odense-2022.html")
    assert "Resultaterne er ældre end reglerne." in page.text
    assert set(BADGE.findall((folder / "odense-2022.html").read_text("utf-8"))) == {"Ikke kørt", "Uden krav"}


def test_without_results_nothing_is_tried(dok):
    folder = dok(RAMME)
    assert "Eksemplerne er ikke kørt." in Page(folder / "odense-2022.html").text
    assert "Afprøvet" not in set(BADGE.findall((folder / "odense-2022.html").read_text("utf-8")))


def test_the_one_file_is_small_and_asks_nobody(hele):
    data = (hele / "samlet.html").read_bytes()
    assert len(data) < 3_000_000
    text = data.decode("utf-8")
    assert Page(hele / "samlet.html").sources == []
    assert re.findall(r"(?:https?:)?//[\w.-]+\.\w+", text) == []
    assert {url.split(",")[0] for url in re.findall(r"url\(([^)]*)\)", text)} == {"data:font/woff2;base64"}


def test_the_site_asks_nobody(hele):
    for path in hele.rglob("*"):
        if path.suffix in {".html", ".css", ".js"} and path.name != "samlet.html":
            assert not re.search(r"https?://|url\(['\"]?//", path.read_text("utf-8")), path


def test_the_same_input_gives_the_same_bytes(dok, resultater):
    first = {path: path.read_bytes() for path in dok(RAMME, "--resultater", resultater).rglob("*") if path.is_file()}
    again = {path: path.read_bytes() for path in dok(RAMME, "--resultater", resultater).rglob("*") if path.is_file()}
    assert first == again


def test_no_word_of_the_workshop_reaches_a_reader(hele):
    for name, page in pages(hele).items():
        said = {word.lower() for word in re.findall(r"\w+", page.text)}
        assert not said & {
            "gherkin",
            "pytest",
            "python",
            "yaml",
            "json",
            "feature",
            "scenario",
            "assert",
            "none",
            "true",
        }, name


@pytest.mark.parametrize("place", ["src/rammevaerk/presentation/dok/dkfds", "tests/dok/axe"])
def test_what_is_vendored_is_what_its_note_says(place):
    folder = ROOT / place
    noted = tomllib.loads((folder / "VENDOR.toml").read_text("utf-8"))["files"]
    there = {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()}
    assert {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in there.items() if name in noted
    } == noted
    assert set(there) - set(noted) == {"VENDOR.toml"}
