"""Whole processes from start to end: importing the library, and judging one aktivitet at the command line."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from measuring import Row, milliseconds, ratio, show
from varied import as_text, plain

HERE = Path(__file__).parent
ROUNDS = 15
IMPORT_BAR = 1.3
JUDGE_BAR = 4.0
JUDGE = ["-m", "rammevaerk", "vurder", "one.json", "--ramme", "odense-2022", "--dato", "2024-06-01"]
SIDES = {
    "model": [str(HERE / "model_script.py")],
    "import": ["-c", "import rammevaerk"],
    "everything": ["-c", "import rammevaerk as rv; rv.load, rv.vurder, rv.Aktivitet"],
    "text": JUDGE,
    "json": [*JUDGE, "--format", "json"],
    "anew": JUDGE,
}


def measure() -> list[Row]:
    """CPU time, user and system; the wall beside it, for that is what a person waits for."""
    cpu: dict[str, list[float]] = {name: [] for name in SIDES}
    wall: dict[str, list[float]] = {name: [] for name in SIDES}
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "one.json").write_text(as_text(next(plain(4, 1, 1.0))), encoding="utf-8")
        for number in range(ROUNDS + 1):
            for name, arguments in SIDES.items():
                cache = Path(folder) / "kept" / (str(number) if name == "anew" else "")
                spent, waited = _run(arguments, Path(folder), cache)
                if number:
                    cpu[name].append(spent)
                    wall[name].append(waited)
    names = {
        "import": ("import rammevaerk", IMPORT_BAR),
        "everything": ("import rammevaerk, and all it offers", None),
        "text": ("rammevaerk vurder of one aktivitet", JUDGE_BAR),
        "json": ("rammevaerk vurder of one aktivitet, as JSON", JUDGE_BAR),
        "anew": ("rammevaerk vurder, rule files never seen before", None),
    }
    against = "import pydantic, define one model"
    rows = []
    for side, (what, bar) in names.items():
        for of_each, clock in ((cpu, "CPU"), (wall, "wall")):
            ours, theirs = of_each[side], of_each["model"]
            held = bar if clock == "CPU" else None
            rows.append(
                Row(f"{what}, {clock}", against, milliseconds(ours), milliseconds(theirs), ratio(ours, theirs), held)
            )
    return rows


def _run(arguments: list[str], folder: Path, cache: Path) -> tuple[float, float]:
    """The CPU and the wall seconds of one process."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONDONTWRITEBYTECODE": ""}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
    waited = perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, waited


if __name__ == "__main__":
    sys.exit(show(measure()))
