"""Every single thing that can be done to one row of a thousand is found, and told exactly."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from types import SimpleNamespace

import pytest
from made_rows import Made, chain_of, inserted, put, removed, sealed, swapped

from rammevaerk.journal import examining
from rammevaerk.journal.chain import GENESIS, Raekke, digest
from rammevaerk.journal.examining import Brud, examine
from rammevaerk.journal.post import Hoved

COUNT = 1_000
POSTS = [
    SimpleNamespace(
        art="hændelse" if number % 3 else "varsel",
        virkning="2024-06-01" if number % 2 else None,
        aktivitet=f"a-{number % 7}" if number % 5 else None,
        noegle=f"n-{number}" if number % 4 else None,
        indhold=f'{{"nr":{number % 11}}}',
    )
    for number in range(COUNT)
]
ROWS, HOVED = chain_of(POSTS)
NUMBERS = range(1, COUNT + 1)
NEW = {
    "art": lambda _: "levering",
    "tid": lambda _: "2023-01-01T08:00:00.000000Z",
    "virkning": lambda row: None if row.virkning else "2023-01-01",
    "aktivitet": lambda row: None if row.aktivitet else "b",
    "noegle": lambda row: None if row.noegle else "ny",
    "indhold": lambda _: '{"nr":99}',
    "forrige": lambda row: row.hash,
    "hash": lambda row: row.forrige,
}


@pytest.fixture(autouse=True)
def _remember(monkeypatch: pytest.MonkeyPatch):
    """The same rows are hashed some ten thousand times: each is only worked out once."""
    monkeypatch.setattr(examining, "digest", cache(digest))


def found(rows: dict[int, Raekke], hoved: Hoved = HOVED) -> list[tuple[int, str, int | None]]:
    return [(one.nummer, one.slags, one.stod) for one in examine(hoved, Made(rows))]


def shifted(first: int, by: int) -> list[tuple[int, str, int | None]]:
    """Every entry from the first moved so far."""
    return [(n + by, "flyttet", n) for n in range(first, COUNT + 1)]


def test_the_chain_is_whole():
    assert found(ROWS) == []


def test_every_entry_that_is_removed_is_found():
    for number in NUMBERS:
        assert found(removed(ROWS, number, closed=False)) == [(number, "fjernet", None)]


def test_entries_that_are_removed_are_found_when_the_gap_is_closed():
    for number in (*NUMBERS[:9], *NUMBERS[9:-9:17], *NUMBERS[-9:]):
        expected = sorted([(number, "fjernet", None), *shifted(number + 1, -1)])
        assert found(removed(ROWS, number, closed=True)) == expected


@pytest.mark.parametrize("column", NEW)
def test_every_column_of_every_entry_that_is_changed_is_found(column: str):
    for number, row in ROWS.items():
        changed = row._replace(**{column: NEW[column](row)})
        assert changed != row
        assert found(ROWS | {number: changed}) == [(number, "ændret", None)]


def test_every_entry_that_is_changed_is_found_when_its_hash_is_made_anew():
    for number, row in ROWS.items():
        changed = sealed(row._replace(indhold='{"nr":99}'))
        slags = "hoved" if number == COUNT else "ændret"  # nobody can tell which of the two was changed
        assert found(ROWS | {number: changed}) == [(number, slags, None)]


def test_an_entry_put_in_at_every_place_is_found():
    for place in NUMBERS:
        assert found(inserted(ROWS, place)) == sorted([(place, "indsat", None), *shifted(place, 1)])
    assert found(inserted(ROWS, COUNT + 1)) == [(COUNT + 1, "indsat", None)]


def test_every_two_neighbours_that_change_places_are_found():
    for number in range(1, COUNT):
        expected = [(number, "flyttet", number + 1), (number + 1, "flyttet", number)]
        assert found(swapped(ROWS, number, number + 1)) == expected


def test_two_entries_far_apart_that_change_places_are_found():
    assert found(swapped(ROWS, 3, 900)) == [(3, "flyttet", 900), (900, "flyttet", 3)]


@pytest.mark.parametrize("number", [1, 2, 500, COUNT])
def test_an_entry_given_a_number_nobody_has_is_found(number: int):
    for new in (0, -5, COUNT + 7):
        rows = {n: row for n, row in ROWS.items() if n != number} | {new: put(ROWS[number], new)}
        assert found(rows) == [(new, "flyttet", number)]


def test_a_copy_of_an_entry_is_found():
    rows = inserted(ROWS, 500)
    assert found(rows | {500: put(ROWS[10], 500)}) == sorted([(500, "indsat", None), *shifted(500, 1)])


@pytest.mark.parametrize("first", [1, 2, 500, 991])
def test_ten_entries_removed_together_are_found(first: int):
    rows = {n: row for n, row in ROWS.items() if not first <= n < first + 10}
    assert found(rows) == [(n, "fjernet", None) for n in range(first, first + 10)]


def test_several_things_at_once_are_each_found():
    rows = swapped(removed(ROWS, 400, closed=False), 7, 8)
    rows[600] = rows[600]._replace(indhold="{}")
    rows[COUNT + 1] = sealed(put(rows[5], COUNT + 1))
    assert found(rows) == [
        (7, "flyttet", 8),
        (8, "flyttet", 7),
        (400, "fjernet", None),
        (600, "ændret", None),
        (COUNT + 1, "indsat", None),
    ]


@pytest.mark.parametrize(
    "hoved",
    [replace(HOVED, hash=ROWS[3].hash), replace(HOVED, nummer=999), replace(HOVED, nummer=1_001), Hoved(5, "f" * 64)],
    ids=["hash", "lower", "higher", "both"],
)
def test_a_changed_head_is_found(hoved: Hoved):
    assert found(ROWS, hoved) == [(COUNT, "hoved", None)]


def test_a_head_that_is_removed_is_found():
    assert [one.slags for one in examine(None, Made(ROWS))] == ["hoved"]
    assert examine(None, Made({})) == (Brud(0, "hoved"),)
    assert examine(Hoved(0, "f" * 64), Made({})) == (Brud(0, "hoved"),)
    assert examine(Hoved(0, GENESIS), Made(ROWS))[0] == Brud(COUNT, "hoved")


def test_every_entry_and_the_last_ones_rewritten_with_their_head_are_found_only_by_a_head_that_was_kept():
    posts = [*POSTS[:500], SimpleNamespace(**vars(POSTS[500]) | {"indhold": '{"falsk":true}'}), *POSTS[501:]]
    rows, hoved = chain_of(posts)
    assert found(rows, hoved) == []
    assert hoved != HOVED
