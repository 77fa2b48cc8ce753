"""Varsler go out in order, each once to each receiver, and the journal says so. In a file and in PostgreSQL."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest
from delivered import append, clock, codes, told
from hypothesis import given
from hypothesis import strategies as st
from kept import TID, fill, later
from sqlalchemy import event, text

from rammevaerk.diagnostics import Refused
from rammevaerk.journal import delivering
from rammevaerk.journal.contents import Haendelse, Levering, Varsel
from rammevaerk.journal.kanal import KEYS, Funktion, fingeraftryk, varsel_json, varsel_line
from rammevaerk.journal.persondata import Personlig
from rammevaerk.presentation.varsel_schema import schema, schema_text

if TYPE_CHECKING:
    from rammevaerk.journal.post import Post
    from rammevaerk.journal.store import Journal

SKEMA = Path(__file__).parents[2] / "docs" / "skema" / "varsel.schema.json"


def test_varsler_go_out_once_in_their_order_and_the_journal_says_so(journal: Journal):
    got: list[Post] = []
    kanal = Funktion("opgavelisten", got.append)
    numbers = append(journal, 3)
    assert journal.deliver(kanal, lambda: later(9)) == 3
    assert got == [journal.entry(number) for number in numbers]
    said = list(journal.entries(kind="levering"))
    assert [post.indhold for post in said] == [
        {"varsel": number, "modtager": "opgavelisten", "kanal": "funktion"} for number in numbers
    ]
    mark = fingeraftryk("opgavelisten")
    assert [post.noegle for post in said] == [f"levering:{number}:{mark}" for number in numbers]
    assert {(post.tid, post.aktivitet) for post in said} == {("2024-06-01T08:09:00.000000Z", "havn")}
    assert journal.deliver(kanal, clock) == 0
    more = append(journal, 2)
    assert journal.deliver(kanal, clock) == 2
    assert [post.nummer for post in got] == [*numbers, *more]
    assert journal.verify().hel


def test_a_journal_without_varsler_has_none_to_deliver(journal: Journal):
    assert journal.deliver(Funktion("a", lambda _: pytest.fail("nothing to hand over")), clock) == 0
    journal.append(Haendelse("havn", {"emne": "Havn"}), TID)
    assert journal.deliver(Funktion("a", lambda _: pytest.fail("nothing to hand over")), clock) == 0


def test_each_receiver_gets_all_of_them(journal: Journal):
    numbers = append(journal, 4)
    got: dict[str, list[int]] = {"a": [], "b": []}
    for name, numbers_got in got.items():
        journal.deliver(Funktion(name, lambda post, had=numbers_got: had.append(post.nummer)), clock)
    assert got == {"a": numbers, "b": numbers}
    assert len(list(journal.entries(kind="levering"))) == 8


def test_a_levering_by_hand_is_to_somebody_else(journal: Journal):
    posts = fill(journal)
    got: list[Post] = []
    assert journal.deliver(Funktion("anna@holm.dk", got.append), clock) == 1
    assert got == [posts[5]]


def test_the_receiver_is_no_name_in_the_chain(fil: Journal):
    append(fil, 1)
    fil.deliver(Funktion("Anna Holm", lambda _: None), clock)
    with fil._database.read() as connection:
        rows = connection.execute(text("SELECT * FROM poster")).all()
    assert "Anna" not in str(rows)
    fil.erase(TID, person="Anna Holm")
    assert fil.deliver(Funktion("Anna Holm", lambda _: pytest.fail("delivered again")), clock) == 0
    assert fil.verify().hel


def test_a_noegle_of_a_levering_is_nobody_elses_to_give(journal: Journal):
    (number,) = append(journal, 1)
    mark = fingeraftryk("a")
    with pytest.raises(Refused, match="J004 levering: en nøgle kan ikke begynde med «levering:»"):
        journal.append(Levering("havn", number, "a", "mail"), TID, f"levering:{number}:{mark}")
    assert journal.append(Varsel("havn", "x"), TID, "levering").nummer == number + 1


def test_what_the_first_does_not_take_the_others_wait_for(journal: Journal):
    numbers = append(journal, 3)
    got: list[int] = []
    cause = ValueError("kludder")

    def unwilling(post: Post) -> None:
        if post.nummer == numbers[1]:
            raise cause
        got.append(post.nummer)

    for taken in ([numbers[0]], []):
        got.clear()
        with pytest.raises(Refused) as refused:
            journal.deliver(Funktion("listen", unwilling), clock)
        assert str(refused.value) == (
            f"J021 «listen» tog ikke imod varslet i post {numbers[1]}: den meldte en fejl\n"
            "     hjælp: intet er noteret; varslet og dem efter det venter, så ret modtageren, og prøv igen"
        )
        assert refused.value.__cause__ is cause
        assert got == taken
    assert len(list(journal.entries(kind="levering"))) == 1
    assert journal.deliver(Funktion("listen", got.append), clock) == 2
    assert [getattr(one, "nummer", one) for one in got] == numbers[1:]


def test_a_moment_without_a_time_zone_is_refused_before_anything_goes_out(fil: Journal):
    append(fil, 1)
    kanal = Funktion("a", lambda _: pytest.fail("handed over"))
    with pytest.raises(Refused, match="J009"):
        fil.deliver(kanal, lambda: datetime(2024, 6, 1, 8))  # noqa: DTZ001 - that is the point


@pytest.mark.parametrize("name", ["", "  ", "a\x00b", "a\ud800"], ids=["empty", "blank", "nul", "half"])
def test_a_receiver_without_a_name_is_refused(fil: Journal, name: str):
    append(fil, 1)
    with pytest.raises(Refused) as refused:
        fil.deliver(Funktion(name, lambda _: pytest.fail("handed over")), clock)
    assert codes(refused) == ["J020"]


def test_a_name_is_the_same_however_its_letters_are_put_together():
    assert fingeraftryk("Åse") == fingeraftryk("A\u030ase") != fingeraftryk("Ase")


def test_what_is_erased_meanwhile_does_not_go_out(journal: Journal):
    for n in range(3):
        journal.append(Varsel("havn", f"Spørg Anna Holm nr. {n}", None, {"dage": n}), TID)
    got: list[str] = []

    def erasing(post: Post) -> None:
        got.append(varsel_json(post)["tekst"])
        if post.nummer == 1:
            journal.erase(TID, person="Anna Holm")

    assert journal.deliver(Funktion("a", erasing), clock) == 3
    assert got == ["Spørg Anna Holm nr. 0", "[slettet]", "[slettet]"]


def test_what_another_has_delivered_meanwhile_is_not_handed_over_again(journal: Journal):
    numbers = append(journal, 3)
    first: list[int] = []
    second: list[int] = []

    def overtaken(post: Post) -> None:
        first.append(post.nummer)
        assert journal.deliver(Funktion("a", lambda post: second.append(post.nummer)), clock) == 3

    assert journal.deliver(Funktion("a", overtaken), clock) == 1
    assert (first, second) == (numbers[:1], numbers)
    assert told(journal) == numbers


def test_several_who_deliver_at_once_record_each_varsel_once(journal: Journal):
    numbers = append(journal, 12)
    got: list[int] = []
    with ThreadPoolExecutor(4) as pool:
        kanal = Funktion("a", lambda post: got.append(post.nummer))
        counts = [done.result() for done in [pool.submit(journal.deliver, kanal, clock) for _ in range(4)]]
    assert sum(counts) == len(got)
    assert list(dict.fromkeys(sorted(got))) == numbers
    assert told(journal) == numbers
    assert journal.verify().hel


# The published form


def test_a_varsel_goes_out_in_its_published_form(journal: Journal):
    post = fill(journal)[5]
    assert varsel_json(post) == {
        "nummer": 6,
        "dag": "2025-02-01",
        "aktivitet": "havn",
        "tekst": "Evaluér inden 01.02.2025",
        "detaljer": {"dage": 30},
        "hash": post.hash,
    }
    bare = journal.append(Varsel(None, ""), TID)
    odd = journal.append(
        Varsel("havn", "a\nb\u2028c\x85d\u2029", date(2024, 6, 1), {"ø": [None, {"x": "\u2028"}]}), TID
    )
    named = journal.append(Varsel("havn", "Spørg", None, {"hos": [Personlig("Anna Holm")]}), TID)
    assert varsel_json(named)["detaljer"] == {"hos": ["Anna Holm"]}
    journal.erase(TID, aktivitet="havn")
    validator = jsonschema.Draft202012Validator(schema())
    gone = [journal.entry(one.nummer) for one in (post, odd, named)]
    for one in (post, bare, odd, *gone):
        validator.validate(varsel_json(one))
        line = varsel_line(one)
        assert json.loads(line) == varsel_json(one)
        assert len(line.decode().splitlines()) == 1
        assert line.endswith(b"\n")
    assert (varsel_json(bare)["tekst"], varsel_json(journal.entry(6))["tekst"]) == ("", "[slettet]")
    assert varsel_json(gone[2])["detaljer"] == {"hos": ["[slettet]"]}
    assert list(validator.iter_errors(varsel_json(post) | {"mere": 1}))
    assert tuple(schema()["properties"]) == KEYS
    assert SKEMA.read_text("utf-8") == schema_text(), f"write {SKEMA} anew"


# Where to begin


class Kept:
    """Stands for a connection: which numbers are varsler, and up to which they are delivered; counts the looks."""

    def __init__(self, varsler: list[int], through: int) -> None:
        self.varsler, self.through, self.looks = varsler, through, 0

    def before(self, _connection: object, nummer: int | None) -> int:
        self.looks += 1
        return max((one for one in self.varsler if nummer is None or one <= nummer), default=0)

    def delivered(self, _connection: object, nummer: int, _mark: str) -> bool:
        self.looks += 1
        return nummer <= self.through


@given(st.sets(st.integers(1, 10**6), max_size=40).map(sorted), st.data())
def test_it_is_found_with_few_looks_where_to_begin(varsler: list[int], data: st.DataObject):
    through = data.draw(st.sampled_from([0, *varsler]))
    kept = Kept(varsler, through)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(delivering, "_varsel_before", kept.before)
        patch.setattr(delivering, "_delivered", kept.delivered)
        found = delivering._delivered_through(None, "")
    assert [one for one in varsler if one > found] == [one for one in varsler if one > through]
    assert found >= 0
    assert kept.looks <= 2 * (1 + 2 * 21)


def test_the_database_is_asked_no_more_of_a_long_journal(fil: Journal):
    asked: list[str] = []
    kanal = Funktion("a", lambda _: None)
    fil.append_all([(Varsel("havn", str(n)), TID, None) for n in range(600)])
    fil.deliver(kanal, clock)
    append(fil, 1)
    event.listen(fil._database.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    assert fil.deliver(kanal, clock) == 1
    assert len([one for one in asked if one.startswith("SELECT")]) < 30
