"""No slip of one letter in a keyword may turn a scenario green or make it vanish: every one of them is tried."""

import re
from collections.abc import Iterator

from rammevaerk.checks.scenarier import check_feature
from rammevaerk.loading import SHIPPED

FEATURE = SHIPPED / "features" / "odense-2022" / "fokus.feature"
KEYWORD = re.compile(r"(Egenskab|Regel|Baggrund|Scenarie|Abstrakt Scenario|Eksempler|Givet|Når|Så|Og|Men)(:| )")


def slips(line: str) -> Iterator[str]:
    """The line with one letter of its keyword in the other case, or another sign after it."""
    start = len(line) - len(line.lstrip())
    found = KEYWORD.match(line, start)
    if not found:
        return
    for at in range(start, found.end(1)):
        if line[at].isalpha():
            yield line[:at] + line[at].swapcase() + line[at + 1 :]
    after = line[found.end() :]
    yield line[: found.end(1)] + ("\u00a0" if found[2] == " " else "") + after
    if found[2] == ":":
        yield f"{line[: found.end(1)]} :{after}"


def test_every_slip_in_a_keyword_is_a_fault() -> None:
    lines = FEATURE.read_text("utf-8").split("\n")
    tried = 0
    for number, line in enumerate(lines):
        for slip in slips(line):
            text = "\n".join([*lines[:number], slip, *lines[number + 1 :]])
            assert any(fault.span and fault.span.line == number + 1 for fault in check_feature(text.encode(), "x")), (
                slip
            )
            tried += 1
    assert tried > 150


def test_every_line_left_out_of_a_table_or_a_header_is_a_fault_or_harmless() -> None:
    """Without a heading its steps would join the scenario before it, or be description."""
    lines = FEATURE.read_text("utf-8").split("\n")
    for number, line in enumerate(lines):
        if re.match(r"\s*(Egenskab|Eksempler):", line):
            text = "\n".join([*lines[:number], *lines[number + 1 :]])
            assert check_feature(text.encode(), "x"), line
