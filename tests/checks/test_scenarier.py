"""Each broken feature says on the line itself which fault is expected there: `### code column words of the message`."""

import re
from pathlib import Path

import pytest

from rammevaerk.checks.scenarier import check_feature
from rammevaerk.loading import SHIPPED, load, shipped

KORPUS = sorted(Path(__file__).with_name("korpus").glob("*.feature"))
EXPECTED = re.compile(r" ### (G\d{3}) (\d+) (.+?)(?= ### |$)")
KLAUSULER = ("mål.2", "mål.3")


def expected(text: str) -> list[tuple[str, int, int, str]]:
    return [
        (code, number, int(column), words)
        for number, line in enumerate(text.split("\n"), 1)
        for code, column, words in EXPECTED.findall(line)
    ]


@pytest.mark.parametrize("path", KORPUS, ids=lambda path: path.stem)
def test_broken(path: Path) -> None:
    text = path.read_bytes().decode()
    wanted = expected(text)
    stripped = re.sub(r" ### .*", "", text)
    found = check_feature(stripped.encode(), path.name, KLAUSULER)
    assert [(d.code, d.span.line, d.span.column) for d in found if d.span] == [w[:3] for w in wanted], found
    for diagnostic, (*_, words) in zip(found, wanted, strict=True):
        assert words in f"{diagnostic.message} {diagnostic.help}"
        assert diagnostic.help


def test_the_corpus_is_large() -> None:
    assert len(KORPUS) >= 25


def test_every_code_is_in_the_corpus() -> None:
    source = "".join(path.read_text() for path in (SHIPPED / "src/rammevaerk/checks").glob("*.py"))
    wanted = set(re.findall(r'"(G\d{3})"', source))
    assert wanted == {code for path in KORPUS for code, *_ in expected(path.read_text())}


@pytest.mark.parametrize("name", shipped())
def test_shipped_features_are_clean(name: str) -> None:
    klausuler = load(name).klausuler
    for path in sorted((SHIPPED / "features" / name).glob("*.feature")):
        assert check_feature(path.read_bytes(), path.name, klausuler) == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_whole_feature_is_clean(end: str) -> None:
    text = end.join(
        [
            "#language:da",
            "",
            "Egenskab: Mål",
            "  En beskrivelse, hvor Når står midt i.",
            "",
            "  @klausul:mål.2",
            "  Regel: Der er mål",
            "    En beskrivelse: med kolon.",
            "",
            "    Baggrund:",
            "      Givet en aktivitet",
            "",
            "    Abstrakt Scenario: Med <mål>",
            "      Givet denne tekst:",
            '        """',
            "        givet er her kun tekst, og <svar> er en kolonne",
            '        """',
            "      * disse mål:",
            "        | mål       |",
            r"        | <mål> \|  |",
            "      Så er den god",
            "",
            "      @klausul:mål.3",
            "      Eksempler: Mange",
            "        | mål | svar |",
            "        | et  | ja   |",
            "",
        ]
    )
    assert check_feature(text.encode(), "x.feature", KLAUSULER) == []
