"""What is appended stays: in its order, once, whole, whoever appends at the same time. In a file and in PostgreSQL."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from threading import Barrier
from typing import TYPE_CHECKING

import pytest
from kept import FACTS, TID, fill, later, ramme, vurderet
from sqlalchemy import text

import rammevaerk as rv
from rammevaerk.diagnostics import Refused
from rammevaerk.journal import database
from rammevaerk.journal.appending import LARGEST, LONGEST_NAME
from rammevaerk.journal.chain import GENESIS
from rammevaerk.journal.contents import Beslutning, Fravigelse, Haendelse, Varsel, program
from rammevaerk.journal.post import Hoved, write_tid
from rammevaerk.journal.rows import AT_A_TIME
from rammevaerk.journal.store import Journal
from rammevaerk.loading import read_udgave

if TYPE_CHECKING:
    from pathlib import Path

    from postgres_server import Server


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [fault.code for fault in refused.value.diagnostics]


def test_a_new_journal_is_empty_and_whole(journal: Journal):
    assert journal.hoved() == Hoved(0, GENESIS)
    assert list(journal.entries()) == []
    assert journal.verify().hel


def test_what_is_appended_is_read_back(journal: Journal, place: str):
    posts = fill(journal)
    assert [post.nummer for post in posts] == [1, 2, 3, 4, 5, 6, 7]
    assert [post.art for post in posts[:3]] == ["hændelse", "udgave", "vurdering"]
    seen, judged, decided, varsel = posts[0], posts[2], posts[4], posts[5]
    assert (seen.tid, seen.virkning, seen.aktivitet) == ("2024-06-01T08:00:00.000000Z", date(2024, 5, 1), "havn")
    assert seen.indhold["tekst"] == "Indberettet af Anna Holm"
    assert seen.indhold["oplysninger"]["gør_klogere"] == FACTS["gør_klogere"]
    assert judged.indhold["fakta"] == FACTS
    assert (judged.indhold["udgave"], judged.indhold["program"]) == (ramme().udgave, program())
    assert decided.indhold == {
        "handling": "fortsæt",
        "hvem": "Bo Dam",
        "hvornår": "2024-06-01",
        "rolle": "stabschef",
        "hvorfor": "Anna Holm har fået nye midler",
        "klausul": "prioritering.4",
    }
    assert varsel.indhold == {"tekst": "Evaluér inden 01.02.2025", "detaljer": {"dage": 30}}
    assert journal.hoved() == Hoved(7, posts[-1].hash)
    with Journal(place, create=False) as again:
        assert tuple(again.entries()) == posts


def test_entries_are_chosen_by_aktivitet_and_kind(journal: Journal):
    fill(journal)
    journal.append(Haendelse("kor", {"emne": "Kor"}), TID)
    assert [post.nummer for post in journal.entries("havn", "hændelse")] == [1]
    assert [post.nummer for post in journal.entries("kor")] == [8]
    assert [post.nummer for post in journal.entries(kind="hændelse")] == [1, 8]
    assert [post.nummer for post in journal.entries("ukendt")] == []


def test_many_entries_are_read_in_their_order(journal: Journal):
    count = 2 * AT_A_TIME + 1
    posts = journal.append_all([(Varsel(f"a-{n % 3}", f"nr. {n}"), later(n), None) for n in range(count)])
    assert [post.nummer for post in posts] == list(range(1, count + 1))
    assert tuple(journal.entries()) == posts
    assert [post.nummer for post in journal.entries("a-1")] == list(range(2, count + 1, 3))
    assert journal.verify().hel


# Nøgler


def test_the_same_noegle_and_content_is_the_same_entry(journal: Journal):
    given = Beslutning("havn", "afslut", "Bo Dam", date(2024, 6, 3))
    one = journal.append(given, TID, "beslutning-1")
    assert journal.append(given, later(5), "beslutning-1") == one
    assert journal.hoved().nummer == 1
    both = journal.append_all([(given, TID, "n"), (given, TID, "n")])
    assert (both[0], both[0].nummer) == (both[1], 2)


@pytest.mark.parametrize(
    "other",
    [
        Beslutning("havn", "afslut", "Bo Dahl", date(2024, 6, 3)),
        Beslutning("havn", "fortsæt", "Bo Dam", date(2024, 6, 3)),
        Beslutning("havn", "afslut", "Bo Dam", date(2024, 6, 4)),
        Beslutning("kor", "afslut", "Bo Dam", date(2024, 6, 3)),
        Fravigelse("havn", "afslut", "Bo Dam", date(2024, 6, 3), "chef", "derfor"),
    ],
    ids=["person", "handling", "day", "aktivitet", "kind"],
)
def test_the_same_noegle_with_other_content_is_refused(journal: Journal, other: Beslutning):
    journal.append(Beslutning("havn", "afslut", "Bo Dam", date(2024, 6, 3)), TID, "n")
    with pytest.raises(Refused, match="post 1, som siger noget andet") as refused:
        journal.append_all([(Varsel("havn", "før"), TID, None), (other, TID, "n")])
    assert codes(refused) == ["J005"]
    assert journal.hoved().nummer == 1


def test_a_noegle_whose_content_was_erased_is_still_answered(journal: Journal):
    given = Beslutning("havn", "afslut", "Bo Dam", date(2024, 6, 3))
    journal.append(given, TID, "n")
    journal.erase(TID, person="Bo Dam")
    assert journal.append(given, TID, "n").nummer == 1
    with pytest.raises(Refused, match="J005"):
        journal.append(Beslutning("havn", "fortsæt", "Bo Dam", date(2024, 6, 3)), TID, "n")


# What is refused


def test_a_decision_without_somebody_and_a_fravigelse_without_role_or_reason_are_refused(journal: Journal):
    day = date(2024, 6, 3)
    for given, missing in [
        (Beslutning("havn", "afslut", " ", day), ["hvem"]),
        (Fravigelse("havn", "afslut", "Bo Dam", day), ["hvorfor", "rolle"]),
        (Fravigelse("havn", "afslut", "Bo Dam", day, "chef"), ["hvorfor"]),
        (Fravigelse("havn", "afslut", "Bo Dam", day, "", "derfor"), ["rolle"]),
        (Fravigelse("havn", "afslut", "", day), ["hvem", "hvorfor", "rolle"]),
    ]:
        with pytest.raises(Refused) as refused:
            journal.append(given, TID)
        assert codes(refused) == ["J006"] * len(missing)
        assert all(f"«{word}»" in str(refused.value) for word in missing)
    assert journal.hoved().nummer == 0


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (Varsel("havn", "x", None, {"andel": 0.5}), "ikke kan gemmes"),
        (Varsel("havn", "x", None, {"§persondata": "a"}), "§"),
        (Varsel("havn", "x\x00"), "U+0000"),
        (Varsel("havn", "x" * (LARGEST + 1)), "millioner tegn"),
        (Varsel(" ", "x"), "tomt navn"),
        (Varsel("x" * (LONGEST_NAME + 1), "x"), "1 til 500 tegn"),
    ],
    ids=["float", "mark", "nul", "large", "blank", "long"],
)
def test_what_cannot_be_kept_is_refused(fil: Journal, given: Varsel, said: str):
    with pytest.raises(Refused, match="J004 varsel: ") as refused:
        fil.append(given, TID)
    assert said in str(refused.value)
    assert fil.hoved().nummer == 0


def test_facts_that_are_none_are_refused(fil: Journal):
    with pytest.raises(Refused, match="mente du «emne»"):
        fil.append(Haendelse("havn", {"emn": "x"}), TID)


def test_a_moment_without_a_time_zone_is_refused(fil: Journal):
    with pytest.raises(Refused, match="J009"):
        fil.append(Varsel("havn", "x"), datetime(2024, 6, 1, 8))  # noqa: DTZ001 - that is the point
    summer = timezone(timedelta(hours=2))
    assert write_tid(datetime(2024, 6, 1, 1, 30, tzinfo=summer)) == "2024-05-31T23:30:00.000000Z"


def test_a_vurdering_whose_rule_files_are_not_kept_is_refused(journal: Journal):
    with pytest.raises(Refused, match=ramme().udgave[:12]) as refused:
        journal.append(vurderet(), TID)
    assert codes(refused) == ["J008"]


def test_an_unknown_entry_is_refused(journal: Journal):
    with pytest.raises(Refused, match="J007"):
        journal.entry(1)


# Editions


def test_an_edition_is_kept_once_and_whole(journal: Journal):
    assert [post.art for post in journal.keep(read_udgave("odense-2022"), TID)] == ["udgave"]
    assert journal.keep(read_udgave("odense-2022"), TID) == ()
    (kept,) = journal.editions()
    assert kept == read_udgave("odense-2022")
    assert kept.hash == ramme().udgave == journal.entry(1).indhold["udgave"]


def test_a_layer_is_kept_with_what_it_is_laid_on(journal: Journal, tmp_path: Path):
    bund = "rammeværk: bund\ntitel: Bund\nregler:\n  - {id: a.1, klausul: a.1, styrke: skal, krav: EU-projekt}\n"
    (tmp_path / "bund.yaml").write_bytes(bund.replace("\n", "\r\n").encode())
    (tmp_path / "lag.yaml").write_text("rammeværk: lag\ntitel: Lag\nbygger på: [bund]\n", "utf-8")
    posts = journal.keep(read_udgave(tmp_path / "lag.yaml"), TID)
    assert [post.indhold["rammeværk"] for post in posts] == ["bund", "lag"]
    lag = rv.load(tmp_path / "lag.yaml")
    assert posts[1].indhold["udgave"] == lag.udgave
    facts = {"id": "x", "titel": "X", "status": "forslag", "eu_projekt": False}
    (tmp_path / "bund.yaml").unlink()
    from kept import DAY, Vurderingspost

    journal.append(Vurderingspost(rv.vurder(facts, lag, DAY), rv.Aktivitet(**facts), lag), TID)
    assert journal.verify().genskabt == 1


# At the same time


def test_threads_append_without_a_gap_or_a_fork(journal: Journal):
    def work(thread: int) -> list[int]:
        return [journal.append(Varsel(f"a-{thread}", f"{n}"), later(n), f"{thread}-{n}").nummer for n in range(25)]

    with ThreadPoolExecutor(6) as pool:
        numbers = [number for found in pool.map(work, range(6)) for number in found]
    assert sorted(numbers) == list(range(1, 151))
    assert journal.verify().hel
    assert [post.indhold["tekst"] for post in journal.entries("a-3")] == [str(n) for n in range(25)]


def test_many_who_open_a_new_journal_at_once_make_one(place: str):
    together = Barrier(8)

    def work(number: int) -> int:
        together.wait()
        with Journal(place) as journal:
            return journal.append(Varsel(None, str(number)), TID).nummer

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(work, range(8))) == list(range(1, 9))
    with Journal(place, create=False) as journal:
        assert journal.verify().hel


def test_a_file_that_cannot_have_a_log_beside_it_is_a_journal_all_the_same(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(database, "_TRIES", 2)
    monkeypatch.setattr(database, "_PATIENCE", 1)
    reader = sqlite3.connect(tmp_path / "journal.db", isolation_level=None)
    reader.execute("CREATE TABLE andet (a)")
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM andet").fetchall()
    with pytest.raises(Refused, match="optaget"), Journal(tmp_path / "journal.db"):
        pass
    reader.close()
    with Journal(tmp_path / "journal.db") as journal:
        assert journal.append(Varsel(None, "x"), TID).nummer == 1


WRITER = """
import sys
from datetime import UTC, datetime
from rammevaerk.journal.contents import Varsel
from rammevaerk.journal.store import Journal
with Journal(sys.argv[1]) as journal:
    for n in range(25):
        journal.append(Varsel(sys.argv[2], str(n)), datetime(2024, 6, 1, tzinfo=UTC), f"{sys.argv[2]}-{n}")
"""


def test_processes_make_and_append_to_one_journal(place: str):
    words = [sys.executable, "-c", WRITER, place]
    writers = [subprocess.Popen([*words, f"p-{n}"], stderr=subprocess.PIPE) for n in range(3)]
    assert [(writer.communicate()[1], writer.returncode) for writer in writers] == [(b"", 0)] * 3
    with Journal(place, create=False) as journal:
        assert journal.hoved().nummer == 75
        assert journal.verify().hel
        assert [post.noegle for post in journal.entries("p-2")] == [f"p-2-{n}" for n in range(25)]


def test_whatever_a_server_has_been_told_appends_come_one_after_the_other(postgres: Server):
    url = postgres.new_database("serializable")
    for setting in ("default_transaction_isolation = 'serializable'", "synchronous_commit = off"):
        postgres.say(f"ALTER DATABASE serializable SET {setting}")
    with Journal(url) as journal, ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda n: journal.append(Varsel(None, str(n)), later(n)), range(60)))
        assert journal.hoved().nummer == 60
        assert journal.verify().hel
        with journal._database.write() as connection:
            assert connection.execute(text("SHOW synchronous_commit")).scalar() == "on"


# Where it is kept


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("findes/ikke/journal.db", "mappen"),
        ("mysql://vært/base", "mysql"),
        ("postgresql://vært:x/base", "kan ikke læses"),
        ("ingen.db", "der er ingen journal"),
        ("postgresql:///x?host=/findes/ikke", "svarer ikke"),
    ],
)
def test_a_place_that_cannot_be_used_is_told_of(tmp_path: Path, monkeypatch, where: str, said: str):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Refused, match=said) as refused:
        Journal(where, create="findes" in where)
    assert codes(refused)[0] in ("J001", "J002")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_journal_is_told_of(tmp_path: Path):
    file = tmp_path / "x.db"
    file.write_text("Det her er et brev. " * 100, "utf-8")
    for create in (True, False):
        with pytest.raises(Refused, match="er ikke en journal"):
            Journal(file, create=create)
    assert file.read_text("utf-8").startswith("Det her")


def test_a_password_is_never_told(postgres: Server):
    with pytest.raises(Refused) as refused:
        Journal(f"postgresql://nogen:hemmelig@/x?host={postgres.folder}")
    assert "hemmelig" not in str(refused.value)


def test_a_journal_of_another_form_is_refused(fil: Journal, tmp_path: Path):
    with fil._database.write() as connection:
        connection.execute(text("UPDATE hoved SET form = 3"))
    with pytest.raises(Refused, match="form 3"):
        Journal(tmp_path / "journal.db")


def test_a_registered_moment_is_utc():
    assert write_tid(datetime(2024, 6, 1, 8, 30, 1, 5, tzinfo=UTC)) == "2024-06-01T08:30:01.000005Z"
