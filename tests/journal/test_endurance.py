"""What was acknowledged is there afterwards: killed, with a full disk, and when the database goes away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from kept import TID, later
from kill_run import run
from sqlalchemy import event, text

from rammevaerk.diagnostics import Refused
from rammevaerk.journal import database
from rammevaerk.journal.contents import Beslutning, Varsel
from rammevaerk.journal.store import Journal

if TYPE_CHECKING:
    from pathlib import Path

    from postgres_server import Server
    from rammevaerk.journal.post import Post

MOMENTS = 10


def test_killed_writers_lose_nothing():
    assert run("fil", MOMENTS, seed=1) >= MOMENTS


def test_a_killed_server_and_killed_writers_lose_nothing(postgres: Server):
    del postgres  # another is killed; this one says whether there is PostgreSQL
    assert run("postgres", MOMENTS, seed=1) >= MOMENTS


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [fault.code for fault in refused.value.diagnostics]


def test_a_full_disk_is_told_of_and_nothing_is_lost(fil: Journal):
    engine = fil._database.engine
    with fil._database.read() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one() + 4

    def limit(connection, _record):
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(engine, "connect", limit)
    engine.dispose()
    kept: list[Post] = []

    def fill() -> None:
        for number in range(10_000):
            post = fil.append(Beslutning("havn", "afslut", f"Person {number}", date(2024, 6, 1)), later(number))
            kept.append(post)

    with pytest.raises(Refused, match="ikke plads") as refused:
        fill()
    assert codes(refused) == ["J003"]
    assert 0 < len(kept) < 10_000
    with pytest.raises(Refused, match="J003"):
        fil.append_all([(Varsel("havn", "x" * 1_000), TID, None) for _ in range(30)])
    assert tuple(fil.entries()) == tuple(kept)
    assert fil.verify().hel
    event.remove(engine, "connect", limit)
    engine.dispose()
    assert fil.append(Varsel("havn", "igen"), TID).nummer == len(kept) + 1
    assert fil.verify().hel


def test_a_database_that_goes_away_is_told_of_and_used_again(postgres: Server):
    with Journal(postgres.new_schema("away")) as journal:
        kept = [journal.append(Varsel("havn", str(n)), TID, f"n-{n}") for n in range(3)]
        for end in (postgres.stop, postgres.kill):
            end()
            try:
                for work in (lambda: journal.append(Varsel("havn", "3"), TID, "n-3"), journal.verify, journal.hoved):
                    with pytest.raises(Refused, match="svarer ikke") as refused:
                        work()
                    assert codes(refused) == ["J002"]
            finally:
                postgres.start()
            assert tuple(journal.entries()) == tuple(kept)
        postgres.stop()
        postgres.start()
        assert journal.append(Varsel("havn", "3"), TID, "n-3").nummer == 4
        assert journal.verify().hel


def test_a_journal_that_another_holds_is_told_of(place: str, monkeypatch: pytest.MonkeyPatch):
    with Journal(place) as holder, holder._database.write() as connection:
        connection.execute(text("UPDATE hoved SET nummer = nummer"))
        monkeypatch.setattr(database, "_PATIENCE", 1)
        with Journal(place, create=False) as waiting:
            with pytest.raises(Refused, match="optaget") as refused:
                waiting.append(Varsel("havn", "x"), TID)
            assert codes(refused) == ["J002"]
            assert waiting.verify().hel  # who reads does not wait
    with Journal(place) as journal:
        assert journal.append(Varsel("havn", "x"), TID).nummer == 1


def test_a_file_that_may_not_be_written_in_is_told_of(fil: Journal, tmp_path: Path):
    fil.append(Varsel("havn", "x"), TID)
    fil.close()

    def read_only(connection, _record):
        connection.execute("PRAGMA query_only = ON")

    event.listen(fil._database.engine, "connect", read_only)
    with pytest.raises(Refused, match="må ikke skrives") as refused:
        fil.append(Varsel("havn", "y"), TID)
    assert codes(refused) == ["J001"]
    assert fil.hoved().nummer == 1
    assert (tmp_path / "journal.db").stat().st_size > 0
