"""The corpus of broken rule files: small cases, each fault told by a comment on the line that causes it.

A case begins with `=== its name`; a further file of the case begins with `=> its name`. What a line should be told
stands after it as `### R012:29 message | help`, the number being the column; a line with several faults has several.
A further file in the folder `under` is a rammeværk of its own, which the case's own may build on.
The comments are taken away before the files are read. `→` stands for a tabulator.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rammevaerk.diagnostics import Diagnostic, Refused, Span
from rammevaerk.passes import rammevaerk_from_documents
from rammevaerk.rulefiles.below import below_of
from rammevaerk.rulefiles.read import read_documents

if TYPE_CHECKING:
    from rammevaerk.model.rammevaerk import Rammevaerk

UNDER = "under/"
KORPUS = Path(__file__).parent / "korpus"
_EXPECTED = re.compile(r"([A-Z]\d{3}):(\d+) (.*)")


@dataclass(frozen=True)
class Case:
    """A rammeværk of one file or several, and every fault it should be told of."""

    name: str
    files: tuple[tuple[str, bytes], ...]
    expected: tuple[Diagnostic, ...]


def cases() -> tuple[Case, ...]:
    """Every case of every file of the corpus."""
    return tuple(
        _case(path.stem, text)
        for path in sorted(KORPUS.glob("*.yaml"))
        for text in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    )


def _case(group: str, text: str) -> Case:
    name, _, body = text.partition("\n")
    files: list[tuple[str, bytes]] = []
    expected: list[Diagnostic] = []
    for source, said in _files(body):
        lines = said.splitlines()
        # A line of nothing but a comment stands for the end of the file, where a scanner misses something.
        kept = [line for line in lines if not line.lstrip().startswith("###") or line == lines[0]]
        plain = [line.split("###")[0].rstrip().replace("→", "\t") for line in kept]
        files.append((source, "".join(f"{line}\n" for line in plain).encode()))
        for number, line in enumerate(lines, 1):
            expected += (_diagnostic(one, source, number) for one in line.split("###")[1:])
    return Case(f"{group}: {name}", tuple(files), tuple(expected))


def _files(body: str) -> list[tuple[str, str]]:
    first, *rest = re.split(r"^=> ", body, flags=re.MULTILINE)
    return [("a.yaml", first), *((one.partition("\n")[0], one.partition("\n")[2]) for one in rest)]


def _diagnostic(expected: str, source: str, line: int) -> Diagnostic:
    found = _EXPECTED.fullmatch(expected.strip())
    assert found, expected
    code, column, said = found.groups()
    message, _, help_ = said.partition(" | ")
    return Diagnostic(code, message, help_, Span(source, line, int(column)))


def told(case: Case) -> tuple[Diagnostic, ...]:
    """What the reader says of the case's files."""
    try:
        under = {_name(one): _read([one]) for one in case.files if one[0].startswith(UNDER)}
        own = read_documents(one for one in case.files if not one[0].startswith(UNDER))
        rammevaerk_from_documents(own, "udgave", tuple((one, under[one.name]) for one in below_of(own)))
    except Refused as refused:
        return refused.diagnostics
    return ()


def _name(file: tuple[str, bytes]) -> str:
    return file[0].removeprefix(UNDER).removesuffix(".yaml")


def _read(files: list[tuple[str, bytes]]) -> Rammevaerk:
    return rammevaerk_from_documents(read_documents(files), "udgave")
