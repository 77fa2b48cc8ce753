"""`rammevaerk følg`: hændelser from a file, from what is sent in, and from a file that grows."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from datetime import UTC, date, datetime
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

import pytest

from rammevaerk.journal.contents import Haendelse
from rammevaerk.journal.store import Journal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GOOD = {
    "titel": "Havnebyer",
    "status": "i gang",
    "type": "netværk",
    "politiske_mål": ["Et sundere Odense"],
    "gør_klogere": True,
    "evalueringer": [{"dato": "2024-01-10", "bidrag": "mere"}],
}
BEGUN = {"id": "h1", "hændelse": "oplyst", "aktivitet": "havn", "dato": "2024-01-10", "oplysninger": GOOD}
WORSE = {
    "id": "h2",
    "hændelse": "evalueret",
    "aktivitet": "havn",
    "dato": "2024-05-01",
    "oplysninger": {"bidrag": "mindre"},
}
TID = datetime(2024, 1, 1, tzinfo=UTC)
ASKED = ["--ramme", "odense-2022", "--dato", "2024-06-01"]


def lines(*told: dict[str, Any]) -> str:
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in told)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "hændelser.jsonl"
    path.write_text(lines(BEGUN, WORSE), "utf-8")
    return path


def test_varsler_and_how_it_stands_are_told(run: Callable[..., Any], file: Path):
    ran = run("følg", file, *ASKED)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("01.05.2024  Havnebyer: indstillingen går fra «fortsæt» til «afslut» den 01.05.2024. Akt")
    assert ran.out.endswith(
        "\n2 hændelser fulgt til den 01.06.2024. 3 varsler.\nSådan står de nu: 1 afslut.\n  havn  afslut\n"
    )


def test_the_verb_may_be_written_without_danish_letters(run: Callable[..., Any], file: Path):
    assert run("foelg", file, *ASKED).out == run("følg", file, *ASKED).out


def test_json_is_one_varsel_on_each_line(run: Callable[..., Any], file: Path):
    told = [json.loads(line) for line in run("følg", file, *ASKED, "--format", "json").out.splitlines()]
    assert [one["indhold"]["detaljer"]["slags"] for one in told] == ["handling", "klausul", "klausul"]


def test_a_journal_goes_on_where_it_was(run: Callable[..., Any], file: Path, tmp_path: Path):
    place = tmp_path / "journal.db"
    file.write_text(lines(BEGUN), "utf-8")
    assert "0 varsler" in run("følg", file, *ASKED, "--journal", place).out
    file.write_text(lines(BEGUN, WORSE), "utf-8")
    assert "3 varsler" in run("følg", file, *ASKED, "--journal", place).out
    assert "0 varsler" in run("følg", file, *ASKED, "--journal", place).out
    assert run("journal", "efterprøv", "--journal", place).code == 0


def test_days_may_stand_among_the_lines(run: Callable[..., Any], file: Path):
    file.write_text(lines(BEGUN, {"hændelse": "dag", "dato": "2024-05-15"}, WORSE), "utf-8")
    assert "2 hændelser fulgt til den 01.06.2024. 3 varsler." in run("følg", file, *ASKED).out


def test_a_file_with_faults_is_refused_whole(run: Callable[..., Any], file: Path, tmp_path: Path):
    bad = WORSE | {"id": "h3", "oplysninger": {"bidrag": "lidt"}}
    unknown = BEGUN | {"id": "h4", "oplysninger": {"politiske_mål": ["Ukendt mål"]}}
    file.write_text(lines(BEGUN, bad, WORSE, unknown) + "{\n", "utf-8")
    place = tmp_path / "journal.db"
    ran = run("følg", file, *ASKED, "--journal", place)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.codes()) == 3
    assert f"{file}:2:" in ran.err
    assert f"{file}:4:1" in ran.err
    assert not place.exists()


def test_of_what_is_sent_in_a_line_with_faults_is_passed_over(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    text = lines(BEGUN) + "noget andet\n" + lines(WORSE, BEGUN | {"dato": "2024-01-11"})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    ran = run("følg", "-", *ASKED, "--journal", tmp_path / "journal.db")
    assert ran.code == 1
    assert [code[0] for code in ran.codes()] == ["D", "J"]
    assert "3 varsler" in ran.out
    with Journal(tmp_path / "journal.db", create=False) as journal:
        assert [post.noegle for post in journal.entries("havn", "hændelse")] == ["h1", "h2"]


def test_a_file_that_grows_is_followed(file: Path, tmp_path: Path):
    file.write_text(lines(BEGUN), "utf-8")
    command = [sys.executable, "-m", "rammevaerk", "følg", str(file), *ASKED, "--vent", "--format", "json"]
    with (tmp_path / "ud").open("w+", encoding="utf-8") as out:
        following = subprocess.Popen(command, stdout=out)
        try:
            sleep(0.5)
            half = lines(WORSE)
            with file.open("a", encoding="utf-8") as more:
                more.write(half[:40])
                more.flush()
                sleep(0.7)  # it must wait for the rest of the line
                more.write(half[40:])
            wait_for(lambda: (tmp_path / "ud").read_text("utf-8").count("\n") == 3)
        finally:
            following.kill()
            following.wait()


def wait_for(done: Callable[[], bool]) -> None:
    end = monotonic() + 60
    while not done():
        assert monotonic() < end, "it never came"
        sleep(0.1)


def test_varsler_go_to_a_file_too_each_once(run: Callable[..., Any], file: Path, tmp_path: Path):
    place, to = tmp_path / "journal.db", tmp_path / "varsler.jsonl"
    for _ in range(2):
        assert run("følg", file, *ASKED, "--journal", place, "--til", to).code == 0
    told = [json.loads(line) for line in to.read_text("utf-8").splitlines()]
    assert [one["detaljer"]["slags"] for one in told] == ["handling", "klausul", "klausul"]


def test_a_receiver_that_takes_nothing_is_told_of_and_the_rest_goes_on(
    run: Callable[..., Any], file: Path, tmp_path: Path
):
    place = tmp_path / "journal.db"
    ran = run("følg", file, *ASKED, "--journal", place, "--til", tmp_path)
    assert ran.code == 1
    assert ran.codes()
    assert "3 varsler" in ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), ["netop ét rammeværk", "netop én fil"]),
        (("a.jsonl", "b.jsonl", "--ramme", "odense-2022"), ["netop én fil"]),
        (("a.jsonl", "--ramme", "odense-2022", "--ramme", "skanderborg"), ["netop ét rammeværk"]),
        (("--ramme", "odense-2022", "--fra-journal"), ["ingen journal"]),
        (("a.jsonl", "--ramme", "odense-2022", "--til", "ud.jsonl"), ["ingen journal"]),
        (("findes-ikke.jsonl", "--ramme", "odense-2022"), ["findes-ikke.jsonl"]),
    ],
)
def test_what_is_missing_is_told_at_once(run: Callable[..., Any], words: tuple[str, ...], said: list[str]):
    ran = run("følg", *words)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.codes()) == len(said)
    assert all(word in ran.err for word in said)


def test_what_a_journal_knows_already_is_looked_at(run: Callable[..., Any], tmp_path: Path):
    place = tmp_path / "journal.db"
    with Journal(place) as journal:
        journal.append(Haendelse("kor", GOOD | {"titel": "Kor"}, "", date(2024, 1, 10)), TID)
        journal.append(Haendelse("kor", {"gør_klogere": False}, "", date(2024, 2, 1)), TID)
    ran = run("følg", *ASKED, "--journal", place, "--fra-journal")
    assert "01.02.2024  Kor: indstillingen går fra «fortsæt» til «afslut»" in ran.out
