import json
import shutil
from pathlib import Path

import pytest

from rammevaerk.api import SHIPPED

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
    assert "mangler" not in ran.out


def test_daekning_names_what_is_missing(run, copied: Path) -> None:
    feature = copied / "features" / "odense-2022" / "fokus.feature"
    feature.unlink()
    _change(copied / "rules" / "odense-2022" / "maal.yaml", "punktummer: [8]", "punktummer: [10]")
    ran = run("daekning", copied / "rules" / "odense-2022", "--format", "json")
    found = json.loads(ran.out)
    assert ran.code == 1
    assert "uafklaret" in found["klausuler"]["fokus.1"]["mangler"]
    assert found["klausuler"]["mål.2"]["mangler"] == []
    assert found["punktummer"] == {"i alt": 46, "med art": 45}
    assert "mangler opfyldt, ikke opfyldt og uafklaret" in run("dækning", copied / "rules" / "odense-2022").out


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
