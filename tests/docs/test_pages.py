"""Pages with code run, links lead somewhere, and the README's two commands are the ones there are."""

from __future__ import annotations

import doctest
import re
from typing import TYPE_CHECKING

import pytest
from doc_pages import DOCS, README, ROOT, fences

import rammevaerk as rv

if TYPE_CHECKING:
    from pathlib import Path

PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
WITH_CODE = [page for page in PAGES if fences(page, "python")]
_LINK = re.compile(r"\[[^\]]*\]\((?!https?://)([^)#\s]*)(?:#([^)\s]*))?\)")


def shown(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", WITH_CODE, ids=shown)
def test_the_python_of_the_page_runs(page: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    text = "\n".join(fences(page, "python"))
    test = doctest.DocTestParser().get_doctest(text, {}, shown(page), shown(page), 0)
    assert test.examples
    assert doctest.DocTestRunner(verbose=False).run(test).failed == 0


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_links_lead_somewhere(page: Path):
    for place, heading in _LINK.findall(page.read_text("utf-8")):
        target = page.parent / place if place else page
        assert target.exists(), place
        if heading:
            assert heading in {_anchor(line) for line in target.read_text("utf-8").splitlines() if line[:1] == "#"}


def _anchor(line: str) -> str:
    return re.sub(r"[^\w -]", "", line.lstrip("# ").casefold()).replace(" ", "-")


def test_the_readmes_commands_are_those_of_the_makefile_and_of_ci():
    named = set(re.findall(r"\bmake (\w+)", README.read_text("utf-8")))
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert named == {"demo", "test", "dok"}
    assert named <= targets
    assert re.findall(r"^(?:if )?make (\w+)", (ROOT / ".ci" / "run").read_text("utf-8"), re.MULTILINE) == [
        "test",
        "dok",
    ]


def test_the_readmes_rule_loads(tmp_path: Path):
    (rule,) = fences(README, "yaml")
    (tmp_path / "regler.yaml").write_text(f"rammeværk: prøve\ntitel: Prøve\n{rule}", "utf-8")
    assert [regel.id for regel in rv.load(tmp_path).regler] == ["prioritering.4"]
