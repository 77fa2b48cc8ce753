"""`rammevaerk journal` as a person meets it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from kept import FACTS, TID, fill, ramme, vurderet
from receiver import Receiver

from rammevaerk.cli import journal as verb
from rammevaerk.cli.main import main
from rammevaerk.journal.contents import Beslutning, Varsel
from rammevaerk.journal.post import ARTER
from rammevaerk.journal.statistik import ENOUGH
from rammevaerk.journal.store import Journal

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Runs the verb on a journal with some of everything in it."""
    place = tmp_path / "journal.db"
    with Journal(place) as journal:
        fill(journal)

    def ran(*words: str) -> tuple[int, str, str]:
        code = main(["journal", *words, "--journal", str(place)])
        return code, *capsys.readouterr()

    ran.place = place  # type: ignore[attr-defined]
    return ran


def change(place: Path, statement: str) -> None:
    import sqlite3

    connection = sqlite3.connect(place)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_whole_journal_is_told_of(run):
    code, out, err = run("efterprøv")
    assert (code, err) == (0, "")
    assert out.startswith("Journalen har 7 poster. Kæden er hel.\nHoved: 7:")
    assert "1 vurdering er lavet igen og blev den samme, tegn for tegn." in out
    assert run("efterproev")[1] == out


def test_what_was_done_is_told_first_and_gives_one(run):
    _, out, _ = run("efterprøv")
    hoved = out.split("Hoved: ")[1].splitlines()[0]
    change(run.place, "UPDATE poster SET tid = 'x' WHERE nummer = 4")
    code, out, err = run("efterprøv")
    assert (code, err) == (1, "")
    assert out.startswith("J101 post 4 er ændret\n     hjælp: ")
    assert "Noget er galt." in out
    code, out, _ = run("efterprøv", "--hoved", hoved, "--format", "json")
    found = json.loads(out)
    assert (code, found["hel"], found["fund"]) == (1, False, [{"kode": "J101", "tekst": "post 4 er ændret"}])


def test_a_kept_head_shows_a_cut_end(run):
    hoved = run("efterprøv")[1].split("Hoved: ")[1].splitlines()[0]
    for said in ("DELETE FROM poster WHERE nummer > 6", "DELETE FROM persondata WHERE nummer > 6"):
        change(run.place, said)
    change(run.place, "UPDATE hoved SET nummer = 6, hash = (SELECT hash FROM poster WHERE nummer = 6)")
    assert run("efterprøv")[0] == 0
    code, out, _ = run("efterprøv", "--hoved", hoved)
    assert (code, out.splitlines()[0][:4]) == (1, "J106")


def test_a_notat_is_printed_as_text_and_json(run):
    code, out, err = run("notat", "3")
    assert (code, err) == (0, "")
    assert out.startswith("Notat: vurdering af Havnebyer i samme båd\n")
    assert json.loads(run("notat", "3", "--format", "json")[1])["sagsnr"] == "24/17"


def test_entries_are_printed_a_line_each(run):
    code, out, _ = run("udskriv")
    lines = out.splitlines()
    assert (code, len(lines)) == (0, 7)
    assert lines[0] == (
        "1  01.06.2024 kl. 08.00 UTC  hændelse    havn  type, evalueringer og gør klogere: Indberettet af Anna Holm"
    )
    assert lines[1].endswith(f"udgave      –  odense-2022, udgave {ramme().udgave[:12]}")
    assert lines[2].endswith("vurdering   havn  afslut efter odense-2022")
    assert lines[4].endswith("fravigelse  havn  fortsæt, af Bo Dam: Anna Holm har fået nye midler")
    assert lines[6].endswith("levering    havn  varslet i post 6 til anna@holm.dk med mail")
    rows = [json.loads(line) for line in run("udskriv", "--format", "json")[1].splitlines()]
    assert [row["art"] for row in rows][:3] == ["hændelse", "udgave", "vurdering"]
    assert rows[2]["indhold"]["fakta"] == FACTS
    assert [row["nummer"] for row in rows] == list(range(1, 8))


def test_entries_are_chosen(run):
    assert len(run("udskriv", "--aktivitet", "havn")[1].splitlines()) == 6
    assert len(run("udskriv", "--art", "varsel")[1].splitlines()) == 1
    assert run("udskriv", "--aktivitet", "ukendt")[1] == ""


def test_personal_values_are_erased_and_the_count_told(run):
    code, out, err = run("slet", "--person", "Anna Holm")
    assert (code, err) == (0, "")
    assert out.startswith("Slettet: ")
    assert "i 3 poster. Det står i post 8." in out
    assert "Anna" not in run("udskriv", "--format", "json")[1]
    assert "sletning    –  " in run("udskriv")[1]
    assert run("slet", "--person", "Anna Holm")[1] == "Der er ingen persondata at slette.\n"
    assert run("slet", "--aktivitet", "havn")[0] == 0
    code, out, _ = run("efterprøv")
    assert code == 0
    assert "personoplysninger er slettet, som journalen selv siger, i post 1, 3, 4, 5, 6 og 7." in out
    assert "1 vurdering kan ikke laves igen, for noget af det, de hviler på, er slettet: post 3." in out


def test_statistics_mark_what_is_never_overridden(run):
    with Journal(run.place) as journal:
        journal.append(vurderet(FACTS | {"id": "kor"}), TID)
        decided = Beslutning("kor", "afslut", "Bo Dam", TID.date())
        journal.append_all([(decided, TID, None)] * ENOUGH)
    code, out, _ = run("statistik")
    assert code == 0
    assert out.splitlines()[0] == "rammeværk    om        navn            fulgt  fraveget"
    assert "odense-2022  handling  afslut             11         1" in out
    assert "odense-2022  klausul   prioritering.6     11         0  aldrig fraveget" in out
    rows = json.loads(run("statistik", "--format", "json")[1])
    assert rows[2] == {
        "rammeværk": "odense-2022",
        "om": "klausul",
        "navn": "prioritering.6",
        "fulgt": 11,
        "fraveget": 0,
        "advarsel": "aldrig fraveget",
    }


def test_varsler_are_delivered_to_a_file(run, tmp_path: Path):
    file = tmp_path / "varsler.jsonl"
    assert run("aflever", "--til", str(file)) == (0, f"1 varsel er leveret til «{file}».\n", "")
    assert json.loads(file.read_text("utf-8"))["tekst"] == "Evaluér inden 01.02.2025"
    assert run("aflever", "--til", str(file)) == (0, f"Der er ingen nye varsler til «{file}».\n", "")
    with Journal(run.place) as journal:
        journal.append_all([(Varsel("havn", str(n)), TID, None) for n in range(1_200)])
    assert run("aflever", "--til", str(file))[1] == f"1.200 varsler er leveret til «{file}».\n"
    assert len(file.read_bytes().splitlines()) == 1_201
    assert f"varslet i post 6 til {file} med fil" in run("udskriv", "--art", "levering")[1]
    assert run("efterprøv")[0] == 0


def test_varsler_are_delivered_to_a_program_on_the_same_machine(run):
    with Receiver() as receiver:
        assert run("aflever", "--til", receiver.url) == (0, f"1 varsel er leveret til «{receiver.url}».\n", "")
        with Journal(run.place) as journal:
            number = journal.append(Varsel("havn", "x"), TID).nummer
        receiver.behave = lambda handler: handler.answer(503)
        code, out, err = run("aflever", "--til", receiver.url)
        assert (code, out) == (2, "")
        assert err.startswith(f"J021 «{receiver.url}» tog ikke imod varslet i post {number}: den svarede (503)\n")
    assert receiver.numbers() == [6, number]


def test_the_journal_itself_is_no_place_for_varsler(run):
    before = run.place.read_bytes()
    code, out, err = run("aflever", "--til", str(run.place))
    assert (code, out, err[:4]) == (2, "", "J022")
    assert run.place.read_bytes() == before
    assert run("efterprøv")[0] == 0


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["efterprøve"], "J013", "mente du «efterprøv»?"),
        ([], "J013", "skriv, hvad «journal» skal gøre"),
        (["notat"], "B005", "nummeret på én post"),
        (["notat", "x"], "B005", "nummeret på én post"),
        (["notat", "3", "4"], "B005", "nummeret på én post"),
        (["notat", "99"], "J007", "ingen post 99"),
        (["notat", "1"], "J007", "ikke en vurdering, men en hændelse"),
        (["efterprøv", "--hoved", "7"], "J010", "«7» er ikke et hoved"),
        (["slet"], "J012", "enten en aktivitet eller en person"),
        (["udskriv", "--art", "brev"], "B004", "hændelse"),
        (["aflever"], "B005", "ingen modtager"),
        (["aflever", "--til", "https://example.org/"], "J020", "skal være på samme maskine"),
        (["aflever", "--til", "findes/ikke/varsler.jsonl"], "J022", "mappen findes ikke"),
    ],
)
def test_faults_are_told_in_danish(run, words: list[str], code: str, said: str):
    found, out, err = run(*words)
    assert (found, out, err.split()[0]) == (2, "", code)
    assert said in err


def test_a_journal_that_is_not_there_is_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    for words in (["--journal", str(tmp_path / "ny.db")], []):
        assert main(["journal", "efterprøv", *words]) == 2
    assert [line.split()[0] for line in capsys.readouterr().err.splitlines() if line[0] != " "] == ["J001", "B005"]
    assert list(tmp_path.iterdir()) == []


def test_the_kinds_that_can_be_chosen_are_those_there_are():
    assert verb._ARTER == ARTER
