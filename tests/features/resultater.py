"""`pytest --resultater FIL` writes what came of every row of every scenarie; the living documentation shows it.

Loaded by tests/conftest.py, for with several processes the results are gathered in one that runs no scenarie itself.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import rammevaerk as rv
from rammevaerk.presentation.dok.resultater import (
    fingerprint,
    one_result,
    told_of_classes,
    told_of_matches,
    told_of_order,
    write_results,
)

if TYPE_CHECKING:
    from pytest_bdd.parser import Feature, Scenario, Step

    from rammevaerk.watch.overvaagning import Overvaagning

ROOT = Path(__file__).parents[2]
FAILED = pytest.StashKey[str]()
PROPERTY = "rammeværk-resultat"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--resultater", metavar="FIL", help="skriv, hvad der kom ud af hvert scenarie")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--resultater") and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Gathering(Path(config.getoption("--resultater"))))


def pytest_bdd_step_error(request: pytest.FixtureRequest, step: Step) -> None:
    request.node.stash[FAILED] = f"{step.keyword} {step.name}"


def pytest_bdd_step_func_lookup_error(request: pytest.FixtureRequest, step: Step) -> None:
    request.node.stash[FAILED] = f"{step.keyword} {step.name}"


def pytest_bdd_after_scenario(request: pytest.FixtureRequest, feature: Feature, scenario: Scenario) -> None:
    if not request.config.getoption("--resultater"):
        return
    callspec = getattr(request.node, "callspec", None)
    file = Path(feature.filename)
    found = one_result(
        feature=f"{file.parent.name}/{file.name}",
        line=scenario.line_number,
        row=callspec.indices["_pytest_bdd_example"] if callspec else 0,
        trin=request.node.stash.get(FAILED, ""),
        vurdering=request.getfixturevalue("sag").vurdering,
        klausuler=named(feature, scenario),
        fortalt=told(request.getfixturevalue("sag"), scenario),
    )
    request.node.user_properties.append((PROPERTY, json.dumps(found)))


def told(sag: Any, scenario: Scenario) -> list[str]:
    """What was answered beside the udfald."""
    said = " ".join(step.name for step in scenario.steps)
    classes = told_of_classes(sag.klassificering) if sag.klassificering else ()
    order = told_of_order(sag.rangering) if sag.rangering else ()
    over_time = told_over_time(sag.overvaagning) if sag.overvaagning else ()
    return [*classes, *order, *over_time, *(told_of_matches(sag.koblinger, said) if sag.koblinger else ())]


def told_over_time(watch: Overvaagning) -> list[str]:
    """Every varsel that was given, in the order of the entries."""
    return [str(post.indhold["tekst"]) for post in watch.journal.entries(kind="varsel")] or ["Der blev ikke varslet."]


def named(feature: Feature, scenario: Scenario) -> set[str]:
    """The klausuler that the scenarie is tagged with or speaks of."""
    tags = {*feature.tags, *scenario.tags, *(scenario.rule.tags if scenario.rule else ())}
    said = (word for step in scenario.steps for word in re.split(r"[\s:]+", step.name))
    return {tag.removeprefix("klausul:") for tag in tags if tag.startswith("klausul:")} | set(said)


class Gathering:
    """Every result, from whatever process it comes."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.rows: list[dict[str, Any]] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call":
            self.rows += [json.loads(str(value)) for name, value in report.user_properties if name == PROPERTY]

    def pytest_sessionfinish(self) -> None:
        features = {row["feature"]: "" for row in self.rows}
        digests = {name: fingerprint((ROOT / "features" / name).read_bytes()) for name in features}
        rammer = {name.split("/")[0] for name in features}
        udgaver = {name: rv.load(ROOT / "rules" / name).udgave for name in rammer}
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(write_results(self.rows, digests, udgaver), "utf-8")
