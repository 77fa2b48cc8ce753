"""Pages built from a run of the scenarier. The run is done once, whatever the number of processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from browsing import CHROMIUM, SILENT
from dok_pages import DATO, ROOT

from rammevaerk.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def resultater(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of results. A session cannot read its own before it ends, so these few seconds are run by themselves."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if os.environ.get("PYTEST_XDIST_WORKER") else shared
    file, lock = shared / "resultater.json", shared / "resultater.lock"
    try:
        lock.touch(exist_ok=False)
    except FileExistsError:
        while not file.exists():
            time.sleep(0.1)
        return file
    made = file.with_suffix(".under-vejs")
    run = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "tests/features/test_features.py"]
    subprocess.run([*run, "--resultater", made], cwd=ROOT, check=False, capture_output=True)
    return made.replace(file)


@pytest.fixture
def dok(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Path]:
    """Builds pages by the command line, and answers the folder."""

    def build(*words: object, code: int = 0) -> Path:
        folder = tmp_path / "sider"
        assert main(["dok", "-o", str(folder), "--dato", DATO, *map(str, words)]) == code, capsys.readouterr().err
        return folder

    return build


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=SILENT.split())
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser):
    """A page that notes what it asks for and what it complains of."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.asked, page.said = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    yield page
    context.close()
