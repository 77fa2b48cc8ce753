import re
from collections import Counter

import pytest
from korpus_reading import Case, cases, told

CASES = cases()
FINE = {
    "navne: navne med ord i sig, der ikke kan misforstås",
}
"""The cases that show what is *not* refused."""
EVERY_CODE = {f"R{number:03}" for number in (*range(2, 22), 24, 25, 30, 31, 32, 33, 35, 36, 41)}
"""R001 and R034 are about files that are not there (test_read.py, tests/passes), R022 and R023 about thousands.

R042 is about a file of registers by itself (tests/explanation/test_koblinger.py).
"""
FOREIGN = re.compile(
    r"\b(the|and|not|expected|unexpected|found|token|mapping|sequence|scalar|string|str|int|float|bool|list|dict|tuple|"
    r"none|null|true|false|type error|error|value|key|line|column|object|invalid|missing|must|should|parse|"
    r"nonetype|exception|traceback|class|decimal|unicode)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_exactly_these_faults_are_told(case: Case) -> None:
    assert told(case) == tuple(sorted(case.expected, key=lambda d: (d.span, d.code, d.message)))


def test_the_corpus_is_large_and_covers_every_code() -> None:
    codes = Counter(diagnostic.code for case in CASES for diagnostic in case.expected)
    assert len([case for case in CASES if case.expected]) >= 80
    assert set(codes) >= EVERY_CODE
    assert {case.name for case in CASES if not case.expected} == FINE
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_no_message_speaks_english_or_python(case: Case) -> None:
    for diagnostic in told(case):
        own_words = re.sub("«[^»]*»", "", f"{diagnostic.message} {diagnostic.help}")
        assert not FOREIGN.search(own_words), diagnostic
        assert diagnostic.help, diagnostic
        assert not diagnostic.message.endswith("."), diagnostic
        assert diagnostic.message[0].islower() or not diagnostic.message[0].isalpha(), diagnostic


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_place_is_one_that_is_in_the_file(case: Case) -> None:
    lines = {source: data.decode().splitlines() or [""] for source, data in case.files}
    for diagnostic in told(case):
        span = diagnostic.span
        assert span is not None
        # A scanner that misses an end points just past the last line.
        assert 1 <= span.line <= len(lines[span.source]) + 1
        if span.line <= len(lines[span.source]):
            assert 1 <= span.column <= len(lines[span.source][span.line - 1]) + 1
