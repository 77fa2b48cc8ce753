"""Peak memory while a JSON lines file is judged: ten times the aktiviteter must not take more."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from unittest.mock import patch

from measuring import Row, show
from varied import as_text, plain

import rammevaerk as rv

FEW, MANY = 10_000, 100_000
BAR = 1.05
"""The same but for the allocator's whims."""

READ = """
import sys
from rammevaerk.facts.reading import read_aktiviteter
for one in read_aktiviteter(sys.argv[1]): pass
"""
JUDGE = """
import sys, rammevaerk as rv
from datetime import date
from rammevaerk.facts.reading import read_aktiviteter
ramme = rv.load("odense-2022")
for one in read_aktiviteter(sys.argv[1]):
    rv.vurder(one, ramme, dato=date(2024, 6, 1))
"""
COMMAND = "import sys\nfrom rammevaerk.cli.main import main\nassert not main(sys.argv[2:])\n"
PEAK = """
import re
status = open("/proc/self/status", encoding="utf-8").read()
print(re.search(r"VmHWM:\\s+([0-9]+)", status)[1], file=sys.stderr)
"""
"""Not `getrusage`: what it tells is never less than what the starting process held."""
ARGUMENTS = ["vurder", "{file}", "--ramme", "odense-2022", "--dato", "2024-06-01", "--format", "json"]
TOGETHER = ["portefølje", "{file}", "--ramme", "odense-by-og-kultur-2010", "--dato", "2015-06-01", "--format", "json"]
WAYS = {
    "read_aktiviteter": (READ, []),
    "rammevaerk vurder --format json": (COMMAND, ARGUMENTS),
    "rv.vurder of each": (JUDGE, []),
}


def measure(few: int = FEW, many: int = MANY) -> list[Row]:
    rows = []
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, XDG_CACHE_HOME=folder):
        rv.load("odense-2022")  # kept for all that follow: to read the rule files takes more than to judge
        files = [_written(Path(folder) / f"{count}.jsonl", count) for count in (few, many)]
        for name, (program, arguments) in WAYS.items():
            less, more = (_peak(program + PEAK, [a.format(file=file) for a in arguments], file) for file in files)
            what = f"peak memory, {name}, of {many} aktiviteter"
            rows.append(Row(what, f"of {few}", _mb(more), _mb(less), more / less, BAR))
        rows.append(_portefoelje(Path(folder), few, many))
    return rows


def _portefoelje(folder: Path, few: int, many: int) -> Row:
    """A portfolio keeps a little of each aktivitet, so it has no bar. Its rammeværk has other own facts."""
    files = [_written(folder / f"{count}-uden.jsonl", count, egne={}) for count in (few, many)]
    less, more = (_peak(COMMAND + PEAK, [a.format(file=file) for a in TOGETHER], file) for file in files)
    what = f"peak memory, rammevaerk portefølje, of {many} aktiviteter"
    return Row(what, f"of {few}", _mb(more), _mb(less), more / less, None)


def _written(file: Path, count: int, **changes: object) -> Path:
    """The same few hundred aktiviteter over and over, each with its own id."""
    some = [one | changes for one in plain(5, 500, 0.5)]
    with file.open("w", encoding="utf-8") as lines:
        for number in range(count):
            lines.write(as_text({**some[number % len(some)], "id": f"a-{number}"}) + "\n")
    return file


def _peak(program: str, arguments: list[str], file: Path) -> int:
    """The most memory a process held, in kB."""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", program, str(file), *arguments],
        env={**os.environ},
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    return int(done.stderr.split()[-1])


def _mb(kilobytes: int) -> str:
    return f"{kilobytes / 1024:.1f} MB"


if __name__ == "__main__":
    sys.exit(show(measure()))
