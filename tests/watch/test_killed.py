"""A few of the kills that `kill_watch.py` makes by the hundred."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kill_watch import run

if TYPE_CHECKING:
    from postgres_server import Server


def test_a_stream_to_a_file_survives_kills():
    events, turns = run("fil", 6, "a test")
    assert events > 0
    assert turns > 0


def test_a_stream_to_postgres_survives_kills_of_the_server_too(postgres: Server):
    assert postgres  # it is installed; this one runs a server of its own, which it may kill
    events, turns = run("postgres", 6, "a test")
    assert events > 0
    assert turns > 0
