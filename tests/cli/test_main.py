"""Help and errors are Danish, whatever is written."""

import re

import pytest

import rammevaerk.cli.main as cli
from rammevaerk.cli.main import VERBS, load_verb, main
from rammevaerk.loading import SHIPPED
from rammevaerk.names import fold

ENGLISH = re.compile(
    r"\b(usage|options?|arguments?|error|invalid|required|expected|choose|show|help|exit|unknown|file)\b"
)


def danish(text: str) -> str:
    assert not ENGLISH.search(text.replace("--help", "")), text
    return text


@pytest.mark.parametrize("flag", ["--hjælp", "-h", "--help", "--hjaelp", "--hja\u030alp".replace("a\u030a", "æ")])
def test_the_help_names_every_verb(run, flag: str) -> None:
    ran = run(flag)
    assert (ran.code, ran.err) == (0, "")
    assert danish(ran.out).startswith("brug: rammevaerk KOMMANDO")
    assert all(f"  {verb} " in ran.out for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_of_a_verb_names_every_option(run, verb: str) -> None:
    for name in (verb, fold(verb)):
        ran = run(name, "fil", "--hjælp", "--ukendt")
        assert (ran.code, ran.err) == (0, "")
        assert danish(ran.out).startswith(f"brug: rammevaerk {verb}")
    for option in load_verb(verb).options:
        assert option.flag in ran.out
        assert all(choice in ran.out for choice in option.choices)
    assert max(map(len, ran.out.splitlines())) <= 100


def test_nothing_written_shows_the_help_as_an_error(run) -> None:
    ran = run()
    assert (ran.code, ran.out) == (2, "")
    assert danish(ran.err).startswith("brug:")


def test_the_version_is_told(run) -> None:
    assert re.fullmatch(r"rammevaerk (\d+\.\d+\.\d+|\(ikke installeret\))\n", run("--version").out)


@pytest.mark.parametrize(
    ("words", "codes", "said"),
    [
        (["vurdr"], ["B001"], "«vurder»"),
        (["xyz"], ["B001"], "vurder, forklar, tjek"),
        (["--versjon"], ["B002"], "«--version»"),
        (["--ramme", "x", "vurder"], ["B002"], "kommandoen først"),
        (["vurder", "a.json", "--rame", "x"], ["B002"], "«--ramme»"),
        (["vurder", "a.json", "-x"], ["B002"], "valgene er"),
        (["vurder", "a.json", "--ramme"], ["B003"], "--ramme NAVN"),
        (["vurder", "a.json", "--ramme", "--dato", "x"], ["B003"], "--ramme NAVN"),
        (["vurder", "a.json", "--ramme="], ["B003"], "--ramme NAVN"),
        (["vurder", "a.json", "--format", "jsn"], ["B004"], "«json»"),
        (
            ["vurder", "a.json", "--format", "pdf", "--dag", "1", "--ramme"],
            ["B002", "B003", "B004"],
            "tekst, json og tabel",
        ),
        (["forklar", "--hjælp=ja"], ["B003"], "tager ingen værdi"),
        (["tjek", "nix"], ["B007"], "«odense-2022»"),
        (["tjek", "odnse-2022"], ["B007"], "mente du «odense-2022»?"),
        (["tjek", "--features", "nix"], ["B007"], ".feature"),
        (["dækning", str(SHIPPED / "features" / "odense-2022")], ["B005"], "rammevaerk dækning odense-2022"),
    ],
)
def test_errors_are_danish_and_told_at_once(run, words: list[str], codes: list[str], said: str) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert sorted(ran.codes()) == codes
    assert said in danish(ran.err)
    assert ran.err.count("hjælp:") == len(codes)


def test_after_two_dashes_all_are_words(run) -> None:
    assert run("vurder", "--ramme", "odense-2022", "--", "--format").codes() == ["F013"]


@pytest.mark.parametrize(
    ("failure", "code", "said"),
    [
        (KeyboardInterrupt(), 130, "Afbrudt."),
        (RuntimeError("boom"), 2, "B099 "),
        (OSError(28, "No space left on device"), 2, "B008 "),
        (OSError(28, "No space left on device", "/x"), 2, "«/x»"),
        (BrokenPipeError(), 141, ""),
    ],
)
def test_no_way_to_end_shows_a_traceback(monkeypatch, run, failure: BaseException, code: int, said: str) -> None:
    def fails(*_: object) -> None:
        raise failure

    monkeypatch.delenv("RAMMEVAERK_FEJLSOEG", raising=False)
    monkeypatch.setattr(cli, "read_arguments", fails)
    ran = run("tjek")
    assert ran.code == code
    assert said in danish(ran.err)
    assert "Traceback" not in ran.err


def test_who_asks_for_it_gets_the_traceback(monkeypatch) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setenv("RAMMEVAERK_FEJLSOEG", "1")
    monkeypatch.setattr(cli, "read_arguments", fails)
    with pytest.raises(RuntimeError, match="boom"):
        main(["tjek"])
