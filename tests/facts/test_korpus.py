"""Every broken file of the corpus is refused with exactly the diagnostics written below the line that causes them."""

import re
from pathlib import Path

import pytest

from rammevaerk.diagnostics import Refused
from rammevaerk.facts.reading import Form, read_text

KORPUS = Path(__file__).parent / "korpus"
EXPECTED = re.compile(r"#! ([A-Z][0-9]{3}) ([0-9]+): (.*) \| (.*)")
FOREIGN = re.compile(
    r"\b(str|int|float|bool|None|dict|tuple|list|NoneType|Decimal|expected|input|field|required|valid|should|invalid|"
    r"object|array|string|number|boolean|key|value|found|while|scanning|parsing|character|line|column|error|ValueError)\b"
)
Fault = tuple[str, int, int, str, str]


def _cases():
    for path in sorted(KORPUS.glob("*.txt")):
        for piece in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, body = piece.split("\n", 1)
            yield pytest.param(title, body.removesuffix("\n"), id=f"{path.stem}: {title}")


CASES = tuple(_cases())


def _taken_apart(body: str) -> tuple[str, list[Fault]]:
    """The file without its expectations, and each expectation at the line above it."""
    lines: list[str] = []
    faults: list[Fault] = []
    for line in body.split("\n"):
        if found := EXPECTED.fullmatch(line):
            code, column, message, help_line = found.groups()
            faults.append((code, max(len(lines), 1), int(column), message, help_line))
        else:
            lines.append(line)
    return "\n".join(lines), faults


@pytest.mark.parametrize(("title", "body"), CASES)
def test_each_broken_file_is_refused_at_its_place(title, body):
    text, expected = _taken_apart(body)
    form: Form = "jsonl" if title.endswith("jsonl") else "yaml" if title.endswith("yaml") else "json"
    with pytest.raises(Refused) as refused:
        read_text(text, title, form)
    found = [(d.code, d.span.line, d.span.column, d.message, d.help) for d in refused.value.diagnostics if d.span]
    assert found == sorted(expected, key=lambda fault: (fault[1], fault[2], fault[0], fault[3]))
    assert expected


@pytest.mark.parametrize(("title", "body"), CASES)
def test_no_message_speaks_of_python_or_english(title, body):
    _, expected = _taken_apart(body)
    for _, _, _, message, help_line in expected:
        own_words = re.sub(r"«[^»]*»", "", f"{message} {help_line}")
        assert not FOREIGN.search(own_words), title


def test_the_corpus_is_large():
    assert len(CASES) >= 60
