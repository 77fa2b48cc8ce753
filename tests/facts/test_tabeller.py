"""Every spoiled table is refused with exactly what stands in the corpus, at its cell, or read as it says there."""

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from rammevaerk.diagnostics import Refused
from rammevaerk.facts.reading import read_all

HERE = Path(__file__).parent / "tabeller"
sys.path.insert(0, str(HERE))
from spoiled import CASES  # noqa: E402 - beside its corpus

EXPECTED = dict(
    piece.rstrip("\n").split("\n", 1)
    for piece in re.split(r"^=== ", (HERE / "forventet.txt").read_text("utf-8"), flags=re.MULTILINE)[1:]
)


@cache
def made(name):
    """The bytes of a case; some take a second to make."""
    return CASES[name][1]()


def answered(name, folder):
    """What comes of a case: each diagnostic, or each aktivitet that was read."""
    path = folder / CASES[name][0]
    path.write_bytes(made(name))
    try:
        read = read_all([path])
    except Refused as refused:
        return "\n".join(str(fault).replace(str(path), path.name) for fault in refused.diagnostics)
    return "\n".join(["læst:", *(_shown(one) for one in read)])


def _shown(aktivitet):
    text = aktivitet.model_dump_json(exclude_unset=True)
    return text if len(text) < 400 else f"{text[:60]} … {len(text)} tegn"


@pytest.mark.parametrize("name", CASES)
def test_each_spoiled_table_is_refused_or_read_as_the_corpus_says(name, tmp_path):
    assert answered(name, tmp_path) == EXPECTED[name]


def test_the_corpus_and_its_answers_are_the_same_cases():
    assert list(EXPECTED) == list(CASES)
    assert len(CASES) >= 60


HOSTILE = [
    "a zip bomb",
    "a zip bomb that lies of its size",
    "cells in the far corner",
    "cells in the far corner, written so as not to be found",
    "one long text in very many cells",
    "a million empty rows are passed over",
]
# The process's own peak: what getrusage tells begins with that of the process it was started from.
READ = """
import sys
from rammevaerk.diagnostics import Refused
from rammevaerk.facts.reading import read_all
try:
    read_all([sys.argv[1]])
except Refused:
    pass
with open("/proc/self/status") as status:
    print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_no_table_fills_the_memory(name, tmp_path):
    path = tmp_path / CASES[name][0]
    path.write_bytes(made(name))
    ran = subprocess.run([sys.executable, "-c", READ, path], capture_output=True, text=True, check=True)
    assert int(ran.stdout) < 500_000  # kB
