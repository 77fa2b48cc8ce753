import json
import re
import shutil
from pathlib import Path

import pytest

from rammevaerk.loading import SHIPPED

ASKED = ["--ramme", "odense-2022", "--dato", "2024-06-01"]


def test_forklar_tells_ground_considerations_and_facts(run, fil) -> None:
    ran = run("forklar", fil("a.json", {}), *ASKED)
    assert (ran.code, ran.err) == (0, "")
    for word in ("Grundlag", "Hensyn", "Fakta", "revision.2", "politiske mål: Et sundere Odense"):
        assert word in ran.out


def test_forklar_can_be_asked_for_some(run, fil) -> None:
    path = fil("a.json", {}, {"id": "b", "titel": "Den anden"})
    ran = run("forklar", path, *ASKED, "--aktivitet", "b", "--klausul", "mål.2", "-k", "fokus.1")
    assert "Den anden" in ran.out
    assert "A\na ·" not in ran.out
    assert ran.out.count("Grundlag") == 2


def test_forklar_says_what_would_change_the_answer(run) -> None:
    portefoelje = SHIPPED / "docs" / "eksempler" / "opdigtet" / "portefoelje.yaml"
    ran = run("forklar", portefoelje, *ASKED, "-a", "havnebyer")
    assert "Hvad ville ændre svaret\n  afslut  hvis gør klogere er nej" in ran.out


def test_forklar_refuses_unknown_names_with_a_suggestion(run, fil) -> None:
    ran = run("forklar", fil("a.json", {"id": "cykler"}), *ASKED, "-a", "cykle", "-k", "maal.2", "-k", "x")
    assert (ran.code, ran.out, ran.codes()) == (2, "", ["B007"] * 3)
    assert "mente du «cykler»?" in ran.err
    assert "mente du «mål.2»?" in ran.err


def test_tjek_finds_nothing_wrong_with_what_is_shipped(run) -> None:
    for words in ([], ["odense-2022"], [SHIPPED / "rules"], [SHIPPED / "features" / "odense-2022"]):
        ran = run("tjek", *words)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith("Ingen fejl: ")


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A checkout of rules and features side by side."""
    for room in ("rules", "features"):
        shutil.copytree(SHIPPED / room / "odense-2022", tmp_path / room / "odense-2022")
    return tmp_path


def test_tjek_finds_every_fault_of_rules_and_features(run, copied: Path) -> None:
    rules, features = copied / "rules" / "odense-2022", copied / "features" / "odense-2022"
    _change(rules / "maal.yaml", "styrke: skal", "styrke: skall")
    _change(rules / "fokus.yaml", "borgerværdi", "borgerværd")
    _change(features / "maal.feature", "Givet at", "givet at")
    ran = run("tjek", rules)
    assert (ran.code, ran.out) == (1, "")
    assert {"R007", "G004"} <= set(ran.codes())
    assert run("tjek", features / "maal.feature", features / "fokus.feature").code == 1


def test_tjek_holds_tags_against_the_rules_beside(run, copied: Path) -> None:
    feature = copied / "features" / "odense-2022" / "maal.feature"
    _change(feature, "@klausul:mål.2", "@klausul:maal.2")
    assert run("tjek", feature).codes() == ["G019"]
    assert run("tjek", copied / "rules", "--features", feature.parent).codes() == ["G019"]


def test_daekning_is_complete(run) -> None:
    ran = run("dækning", "odense-2022")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("(100 pct.)") == 3
    assert "45 af 45 punktummer i papiret har en art og en grund (100 pct.)." in ran.out
    assert "\n  2        mål.2           regel      Det kan tælles, hvor mange af målene" in ran.out
    assert "mangler" not in ran.out


def test_daekning_of_all_papers_is_complete(run) -> None:
    ran = run("dækning")
    assert (ran.code, ran.err) == (0, "")
    assert re.search(r"\n  i alt +153 af 153 \(100 pct\.\) +83 af 83 \(100 pct\.\)\n", ran.out)
    assert re.search(r"\n  skanderborg +60 af 60 ", ran.out)
    assert run("dækning", SHIPPED / "rules").out == ran.out
    found = json.loads(run("dækning", "--format", "json").out)
    assert found["i alt"] == {
        "punktummer": {"i alt": 153, "med art og grund": 153},
        "regelklausuler": {"i alt": 83, "vist": 83},
        "fuldt dækket": True,
    }
    assert [one["rammeværk"] for one in found["rammeværker"]] == sorted(
        path.name for path in (SHIPPED / "rules").iterdir()
    )


@pytest.mark.parametrize(
    ("change", "said", "share"),
    [
        (("punktummer: [1]", "punktummer: []"), "  1        hører ikke til nogen klausul", "44 af 45"),
        (("punktummer: [3]", "punktummer: [3, 4]"), "«fokus.3» peger på punktum 4 i afsnittet «Fokus»", "45 af 45"),
        (("    hvorfor: Stabschefens svar afgør klausulen.\n", ""), "Der er ingen grund.", "44 af 45"),
    ],
)
def test_the_account_goes_by_the_paper_and_not_by_the_rules(run, copied: Path, change, said, share) -> None:
    _change(copied / "rules" / "odense-2022" / "fokus.yaml", *change)
    ran = run("dækning", copied / "rules" / "odense-2022")
    assert ran.code == 1
    assert said in ran.out
    assert f"{share} punktummer i papiret har en art og en grund" in ran.out


def test_without_its_fingerprints_a_paper_is_only_known_from_the_rules(run, copied: Path) -> None:
    folder = copied / "rules" / "odense-2022"
    (folder / "kilde.json").unlink()
    ran = run("dækning", folder)
    assert ran.code == 1
    assert "45 af 45 punktummer har en art og en grund (100 pct.)." in ran.out
    _change(folder / "revision.yaml", "punktummer: [2]", "punktummer: [3]")
    ran = run("dækning", folder)
    assert ran.code == 1
    assert "45 af 46 punktummer har en art og en grund (97 pct.)." in ran.out
    assert "Papiret er ikke tilknyttet" in ran.out


def test_daekning_names_what_is_missing(run, copied: Path) -> None:
    feature = copied / "features" / "odense-2022" / "fokus.feature"
    feature.unlink()
    _change(copied / "rules" / "odense-2022" / "maal.yaml", "punktummer: [8]", "punktummer: [10]")
    ran = run("daekning", copied / "rules" / "odense-2022", "--format", "json")
    found = json.loads(ran.out)
    assert ran.code == 1
    assert "uafklaret" in found["klausuler"]["fokus.1"]["mangler"]
    assert found["klausuler"]["mål.2"]["mangler"] == []
    assert found["punktummer"] == {"i alt": 45, "med art og grund": 44, "tilknyttet": True}
    assert "mangler opfyldt, ikke opfyldt og uafklaret" in run("dækning", copied / "rules" / "odense-2022").out


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_rammevaerk_of_no_paper_has_nothing_to_account_for(run, copied: Path) -> None:
    folder = copied / "rules" / "lille"
    folder.mkdir()
    rules = (
        "rammeværk: lille\ntitel: Lille\nklausuler:\n"
        "  - {id: a.1, styrke: kan, art: skøn, tekst: Frit., hvorfor: Det skønnes.}\n"
    )
    (folder / "lille.yaml").write_text(rules, "utf-8")
    ran = run("dækning", folder)
    assert (ran.code, ran.out.endswith("\nIngen af klausulerne er et punktum i et papir.\n")) == (0, True)
