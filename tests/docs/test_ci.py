"""What `.ci/run` does, in a folder of its own where every program is a stand-in that notes how it was called."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from doc_pages import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TOOLS = ("sh", "dirname")
INSTALL = "apt-get install -y -qq --no-install-recommends"
ALL = ("chromium", "pg_ctlcluster", "soffice")
SETTING_UP = ["make .venv/.test", "python -m pip install --quiet --disable-pip-version-check -e .[browser]"]
REQUIRED = "browser=1 postgres=1 libreoffice=1"
TESTING = [f"make test {REQUIRED}", f"make dok {REQUIRED}"]


@pytest.fixture
def ci(tmp_path: Path):
    """A clone with nothing in it but the script."""
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "run", tmp_path / ".ci" / "run")
    programs = tmp_path / "programs"
    programs.mkdir()
    for tool in TOOLS:
        (programs / tool).symlink_to(shutil.which(tool) or tool)

    def run(*there: str, failing: str = "", user: int = 0) -> tuple[int, list[str], str]:
        stand_in(programs / "make", tmp_path, failing)
        stand_in(tmp_path / ".venv" / "bin" / "python", tmp_path, failing)
        for name in there:
            stand_in(programs / name, tmp_path, failing)
        (programs / "id").write_text(f"#!{shutil.which('sh')}\necho {user}\n", "utf-8")
        (programs / "id").chmod(0o755)
        environment = {"PATH": str(programs), "CI": "true"}
        ran = subprocess.run([tmp_path / ".ci" / "run"], env=environment, capture_output=True, text=True, check=False)
        log = tmp_path / "log"
        return ran.returncode, log.read_text("utf-8").splitlines() if log.exists() else [], ran.stderr

    return run


def stand_in(path: Path, folder: Path, failing: str) -> None:
    """A program that notes its arguments, and fails where its whole line begins as `failing`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"#!{shutil.which('sh')}\n"
        f'line="{path.name} $*${{RAMMEVAERK_KRAEV_BROWSER:+ browser=$RAMMEVAERK_KRAEV_BROWSER}}'
        "${RAMMEVAERK_KRAEV_POSTGRES:+ postgres=$RAMMEVAERK_KRAEV_POSTGRES}"
        '${RAMMEVAERK_KRAEV_LIBREOFFICE:+ libreoffice=$RAMMEVAERK_KRAEV_LIBREOFFICE}"\n'
        f'echo "$line" >>{folder}/log\n'
        f'case "$line" in "{failing or "nothing"}"*) exit 2;; esac\n',
        "utf-8",
    )
    path.chmod(0o755)


def test_the_tests_are_run_with_the_browser_and_the_pages_are_built_from_them(ci):
    assert ci(*ALL, "apt-get") == (0, SETTING_UP + TESTING, "")


@pytest.mark.parametrize(
    ("there", "missing"),
    [
        ((), "chromium postgresql libreoffice-calc"),
        (("pg_ctlcluster", "soffice"), "chromium"),
        (("chromium", "soffice"), "postgresql"),
        (("chromium", "pg_ctlcluster"), "libreoffice-calc"),
    ],
)
def test_what_is_missing_is_installed(ci, there, missing):
    installing = ["apt-get update -qq", f"{INSTALL} {missing}"]
    assert ci(*there, "apt-get") == (0, installing + SETTING_UP + TESTING, "")


def test_red_tests_are_red_and_their_pages_are_built(ci):
    assert ci(*ALL, failing="make test") == (2, SETTING_UP + TESTING, "")


@pytest.mark.parametrize(
    ("there", "failing", "user", "reason"),
    [
        ((), "", 0, "no apt-get to install them with"),
        (("apt-get",), "", 1000, "only root can install them"),
        (("apt-get",), "apt-get update", 0, "could not fetch its lists"),
        (("apt-get",), "apt-get install", 0, "could not install chromium postgresql libreoffice-calc"),
        (ALL, "python -m pip", 0, "playwright"),
        (ALL, "make .venv", 0, "own packages"),
        (ALL, "make dok", 0, "the pages could not be built"),
    ],
)
def test_what_cannot_be_done_is_said_plainly(ci, there, failing, user, reason):
    code, _, said = ci(*there, failing=failing, user=user)
    assert code == 1
    assert said.startswith(".ci/run: ")
    assert reason in said


def test_the_script_can_be_run():
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
