"""Pages built from a run of the scenarier. The run is done once, whatever the number of processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rammevaerk.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
RAMME = "odense-2022"
DATO = "2026-11-23"


@pytest.fixture(scope="session")
def resultater(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of results, and beside it how many seconds the run took."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if os.environ.get("PYTEST_XDIST_WORKER") else shared
    file, lock = shared / "resultater.json", shared / "resultater.lock"
    try:
        lock.touch(exist_ok=False)
    except FileExistsError:
        while not (file.with_suffix(".sekunder").exists()):
            time.sleep(0.1)
        return file
    begun = time.monotonic()
    run = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "tests/features/test_features.py"]
    subprocess.run([*run, "--resultater", file], cwd=ROOT, check=False, capture_output=True)
    file.with_suffix(".sekunder").write_text(str(time.monotonic() - begun))
    return file


@pytest.fixture
def dok(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Path]:
    """Builds pages by the command line, and answers the folder."""

    def build(*words: object, code: int = 0) -> Path:
        folder = tmp_path / "sider"
        assert main(["dok", "-o", str(folder), "--dato", DATO, *map(str, words)]) == code, capsys.readouterr().err
        return folder

    return build


class Page(HTMLParser):
    """What tests ask of a page: its ids, its links, its words."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.sources: list[str] = []
        self.words: list[str] = []
        self._silent = 0
        self.feed(path.read_text("utf-8"))
        self.text = " ".join(" ".join(self.words).split())
        self.tight = "".join("".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._silent += tag in {"script", "style"}
        self.ids += [given["id"]] if "id" in given else []
        if tag == "a":
            self.links.append(given["href"])
        elif given.keys() & {"src", "href"}:
            self.sources.append(given.get("src") or given["href"])

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"script", "style"}

    def says(self, text: str) -> bool:
        """Whether the text stands there, whatever of it is a link."""
        return "".join(text.split()) in self.tight

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)
