"""The watch as a developer meets it: what is told, what stands, who may share it, and what is refused."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from histories import TID, ramme

import rammevaerk as rv
from rammevaerk.diagnostics import Refused
from rammevaerk.engines import durable
from rammevaerk.journal.contents import Beslutning, Haendelse
from rammevaerk.journal.store import Journal
from rammevaerk.loading import SHIPPED, read_udgave
from rammevaerk.watch.indberetning import Indberetning
from rammevaerk.watch.overvaagning import Overvaagning
from rammevaerk.watch.tilstand import FEJL, HANDLING

if TYPE_CHECKING:
    from pathlib import Path

    from rammevaerk.journal.post import Post

GOOD: dict[str, Any] = {
    "titel": "Havnebyer",
    "status": "i gang",
    "type": "netværk",
    "politiske_mål": ["Et sundere Odense"],
    "gør_klogere": {"svar": True, "dato": "2024-01-10"},
    "evalueringer": [{"dato": "2024-01-10", "bidrag": "mere"}],
}
BEGUN = date(2024, 1, 10)


def told(id_: str, day: str, facts: dict[str, Any], aktivitet: str = "havn", hvad: str = "oplyst") -> Indberetning:
    given = Haendelse(aktivitet, facts, virkning=date.fromisoformat(day), hvad=hvad)
    return Indberetning(id_, given)


def evaluated(id_: str, day: str, bidrag: str, aktivitet: str = "havn") -> Indberetning:
    return told(id_, day, {"evalueringer": [{"dato": day, "bidrag": bidrag}]}, aktivitet, "evalueret")


def handlings(watch: Overvaagning, aktivitet: str = "havn") -> list[tuple[str, str, str, str]]:
    found = (one for one in watch.standing(aktivitet) if one.slags == "handling")
    return [(one.dag.isoformat(), one.foer, one.efter, one.aarsag) for one in found]


def varsler(journal: Journal) -> list[Post]:
    return list(journal.entries(kind="varsel"))


def test_a_varsel_says_what_turned_from_what_to_what_on_which_ground_and_why(watch: Overvaagning, journal: Journal):
    watch.tell([told("h1", "2024-01-10", GOOD)], TID)
    watch.reach(date(2024, 6, 1), TID)
    assert varsler(journal) == []
    assert watch.tell([evaluated("h2", "2024-05-01", "mindre")], TID) == 3
    post = varsler(journal)[0]
    assert (post.aktivitet, post.virkning) == ("havn", date(2024, 5, 1))
    assert post.indhold["tekst"] == (
        "Havnebyer: indstillingen går fra «fortsæt» til «afslut» den 01.05.2024. "
        "Aktiviteten bør afsluttes, for den skaber ikke længere værdi. "
        "Den seneste evaluering viser, at samarbejdet giver mindre, end kommunen investerer."
    )
    assert post.indhold["detaljer"] == {
        "rammeværk": "odense-2022",
        "udgave": ramme().udgave,
        "slags": "handling",
        "navn": "",
        "klausuler": ["prioritering.6", "prioritering.4"],
        "før": "fortsæt",
        "efter": "afslut",
        "hændelse": "h2",
    }


def test_every_varsel_names_its_klausul_or_its_oplysning(watch: Overvaagning, journal: Journal):
    watch.tell([told("h1", "2024-01-10", GOOD), evaluated("h2", "2024-05-01", "mindre")], TID)
    watch.tell([told("h3", "2024-05-02", {"gør_klogere": None})], TID)
    watch.reach(date(2026, 6, 1), TID)
    said = [post.indhold["detaljer"] for post in varsler(journal)]
    assert {one["slags"] for one in said} == {"handling", "klausul", "frist", "oplysning"}
    assert [one for one in said if not one["klausuler"]] == []


def test_what_was_told_twice_counts_once(watch: Overvaagning, journal: Journal):
    watch.tell([told("h1", "2024-01-10", GOOD)], TID)
    watch.reach(date(2024, 6, 1), TID)
    watch.tell([evaluated("h2", "2024-05-01", "mindre")] * 2, TID)
    before = len(list(journal.entries()))
    assert watch.tell([evaluated("h2", "2024-05-01", "mindre")], TID) == 0
    assert len(list(journal.entries())) == before


def test_an_id_that_said_something_else_is_refused_whole(watch: Overvaagning, journal: Journal):
    watch.tell([told("h1", "2024-01-10", GOOD)], TID)
    before = list(journal.entries())
    with pytest.raises(Refused, match="J005"):
        watch.tell([evaluated("h3", "2024-05-01", "mindre"), told("h1", "2024-01-11", GOOD)], TID)
    assert list(journal.entries()) == before


def test_what_the_rammevaerk_cannot_read_is_refused_all_at_once(watch: Overvaagning, journal: Journal):
    before = list(journal.entries())
    with pytest.raises(Refused) as refused:
        watch.tell(
            [told("h1", "2024-01-10", {"politiske_mål": ["Ukendt"]}), told("h2", "2024-01-10", {"egne": {"x": True}})],
            TID,
        )
    assert len(refused.value.diagnostics) == 2
    assert list(journal.entries()) == before


def test_a_day_to_come_waits_until_it_has(watch: Overvaagning):
    watch.tell([told("h1", "2024-01-10", GOOD)], TID)
    watch.reach(date(2024, 6, 1), TID)
    assert watch.tell([evaluated("h2", "2024-07-01", "mindre")], TID) == 0
    assert handlings(watch) == []
    watch.reach(date(2024, 6, 30), TID)
    assert handlings(watch) == []
    watch.reach(date(2024, 7, 1), TID)
    assert handlings(watch) == [("2024-07-01", "fortsæt", "afslut", "h2")]


def test_days_never_go_back(watch: Overvaagning):
    watch.reach(date(2024, 6, 1), TID)
    assert watch.reach(date(2024, 5, 1), TID) == 0
    assert watch.day() == date(2024, 6, 1)


def test_a_decision_is_kept_and_turns_nothing(watch: Overvaagning, journal: Journal):
    watch.tell([told("h1", "2024-01-10", GOOD)], TID)
    watch.reach(date(2024, 6, 1), TID)
    decided = Beslutning("havn", "fortsæt", "Bo Dam", date(2024, 5, 1), "stabschef")
    assert watch.tell([Indberetning("b1", decided)], TID) == 0
    assert [post.noegle for post in journal.entries(kind="beslutning")] == ["b1"]


def test_what_ought_to_end_when_it_is_first_told_of_is_warned_of(watch: Overvaagning):
    watch.reach(date(2024, 6, 1), TID)
    watch.tell([told("h1", "2024-01-10", GOOD), told("h2", "2024-01-10", GOOD | {"politiske_mål": []}, "kor")], TID)
    assert handlings(watch) == []
    assert handlings(watch, "kor") == [("2024-01-10", "ikke fulgt", "afslut", "h2")]


def test_facts_that_contradict_each_other_are_told_of_and_mended(watch: Overvaagning):
    watch.tell([told("h1", "2024-01-10", GOOD | {"start": "2024-01-01"})], TID)
    watch.reach(date(2024, 6, 1), TID)
    watch.tell([told("h2", "2024-02-01", {"slut": "2023-01-01"})], TID)
    watch.tell([told("h3", "2024-03-01", {"slut": "2025-01-01"})], TID)
    assert handlings(watch) == [
        ("2024-02-01", "fortsæt", "kan ikke vurderes", "h2"),
        ("2024-03-01", "kan ikke vurderes", "fortsæt", "h3"),
    ]
    (fault,) = (one for one in watch.standing("havn") if one.slags == "fejl")
    assert fault.efter == "slut 01.01.2023 ligger før start 01.01.2024"
    assert watch.forloeb("havn", TID).at(date(2024, 2, 1)).tilstand[FEJL] == fault.efter


def test_an_aktivitet_without_a_status_is_not_judged_yet(watch: Overvaagning):
    watch.tell([told("h1", "2024-01-10", {"politiske_mål": []})], TID)
    watch.reach(date(2024, 6, 1), TID)
    assert watch.forloeb("havn", TID).at(date(2024, 6, 1)).tilstand == {}
    watch.tell([told("h2", "2024-02-01", {"status": "i gang"})], TID)
    assert handlings(watch) == [("2024-02-01", "ikke fulgt", "afslut", "h2")]


def test_of_two_things_on_a_day_the_one_that_did_it_is_named(watch: Overvaagning):
    watch.tell([told("h1", "2024-01-10", GOOD)], TID)
    watch.reach(date(2024, 6, 1), TID)
    some = [
        told("h2", "2024-05-01", {"emne": "Havne"}),
        evaluated("h3", "2024-05-01", "mindre"),
        told("h4", "2024-05-01", {"kle": "00.03.10"}),
    ]
    watch.tell(some, TID)
    assert handlings(watch) == [("2024-05-01", "fortsæt", "afslut", "h3")]


def test_the_revision_of_the_rammevaerk_is_watched_too(watch: Overvaagning):
    watch.reach(date(2025, 6, 1), TID)
    watch.reach(date(2026, 6, 1), TID)
    found = [(one.dag.isoformat(), one.navn, one.efter) for one in watch.standing("")]
    assert ("2026-01-01", "revision", "overskredet") in found


def test_a_revision_that_is_overdue_when_the_watch_begins_is_told(watch: Overvaagning):
    watch.reach(date(2026, 6, 1), TID)
    assert [(one.dag.isoformat(), one.efter) for one in watch.standing("")] == [("2026-06-01", "overskredet")]


# Editions


def changed(tmp_path: Path) -> Path:
    """odense-2022 where an evaluation must be of the last six months."""
    import shutil

    place = tmp_path / "regler" / "odense-2022"
    shutil.copytree(SHIPPED / "rules" / "odense-2022", place)
    file = place / "prioritering.yaml"
    text = file.read_text("utf-8")
    assert "værdi: 12 måneder" in text
    file.write_text(text.replace("værdi: 12 måneder", "værdi: 6 måneder"), "utf-8")
    return place


def test_a_new_edition_is_judged_by_from_the_day_it_was_taken_into_use(
    watch: Overvaagning, journal: Journal, tmp_path: Path
):
    watch.tell([told("h1", "2024-01-10", GOOD)], TID)
    watch.reach(date(2024, 9, 1), TID)
    assert [one.navn for one in watch.standing("havn") if one.slags == "klausul"] == []
    place = changed(tmp_path)
    journal.keep(read_udgave(place), TID)
    newer = rv.load(place)
    assert Overvaagning(newer, journal).reach(date(2024, 9, 2), TID) > 0
    (turned,) = (one for one in watch.standing("havn") if one.slags == "klausul" and one.navn == "prioritering.4")
    assert turned == (
        date(2024, 9, 1),
        "klausul",
        "prioritering.4",
        "opfyldt",
        "ikke opfyldt",
        f"udgave {newer.udgave[:12]}",
    )
    at = date(2024, 9, 2)
    known = GOOD | {"id": "havn"}
    assert watch.forloeb("havn", TID).at(at).tilstand[HANDLING] == rv.vurder(known, newer, at).indstilling.handling
    # What comes late, of a day before the switch, is judged by what was in force then.
    watch.tell([told("h2", "2024-08-01", {"gør_klogere": False})], TID)
    assert handlings(watch)[0] == ("2024-08-01", "fortsæt", "afslut", "h2")


def test_rule_files_that_are_not_kept_are_refused(tmp_path: Path):
    with Journal(tmp_path / "tom.db") as journal, pytest.raises(Refused, match="J008"):
        Overvaagning(ramme(), journal).reach(date(2024, 6, 1), TID)


def test_a_refused_beginning_leaves_nothing_behind(journal: Journal):
    watch = Overvaagning(replace(ramme(), udgave="f" * 64), journal)
    before = list(journal.entries())
    for _ in range(2):
        with pytest.raises(Refused, match="J008"):
            watch.tell([told("h1", "2024-01-10", GOOD)], TID)
    assert list(journal.entries()) == before


# What others entered, and what was erased


def test_what_another_program_entered_is_watched_when_asked_to(watch: Overvaagning, journal: Journal):
    watch.reach(date(2024, 6, 1), TID)
    journal.append(Haendelse("havn", GOOD, "Fra et andet system", BEGUN), TID)
    journal.append(Haendelse("havn", {"gør_klogere": False}, "", date(2024, 2, 1)), TID)
    assert handlings(watch) == []
    watch.renew(TID)
    assert [one[:3] for one in handlings(watch)] == [("2024-02-01", "fortsæt", "afslut")]
    assert watch.renew(TID) == 0


def test_what_has_been_erased_is_not_known_any_more(watch: Overvaagning, journal: Journal):
    signed = GOOD | {"gør_klogere": {"svar": True, "svaret_af": "Anna Holm", "dato": "2024-01-10", "begrundelse": "Ja"}}
    watch.tell([told("h1", "2024-01-10", signed)], TID)
    watch.reach(date(2024, 6, 1), TID)
    journal.erase(TID, person="Anna Holm")
    assert watch.renew(TID) == 0
    watch.tell([evaluated("h2", "2024-05-01", "mindre")], TID)
    assert handlings(watch) == [("2024-05-01", "fortsæt", "afslut", "h2")]
    assert journal.verify().hel


# Stopped, shared, without the library


def test_a_watch_that_was_stopped_goes_on_where_it_was(watch: Overvaagning, journal: Journal):
    watch.tell([told(f"h{n}", "2024-01-10", GOOD, f"a{n:03}") for n in range(250)], TID)
    watch.reach(date(2024, 6, 1), TID)
    with journal.transaction() as transaction:
        now = watch._now(transaction, TID)
        now.reach(date(2025, 6, 1))  # the day has come, and the program ends before it has looked at anything
    again = Overvaagning(ramme(), journal)
    assert again.standing("a000") == ()
    again.tell([], TID)
    for number in (0, 249):
        assert [one.efter for one in again.standing(f"a{number:03}") if one.slags == "frist"] == [
            "nærmer sig",
            "overskredet",
        ]


def test_eight_threads_lose_nothing(watch: Overvaagning, journal: Journal):
    names = [f"a{number}" for number in range(4)]
    watch.tell([told(f"{name}-0", "2024-01-10", GOOD, name) for name in names], TID)
    watch.reach(date(2024, 12, 1), TID)

    def work(thread: int) -> None:
        for number in range(6):
            bidrag = "mindre" if number % 2 else "mere"
            name = names[(thread + number) % len(names)]
            watch.tell([evaluated(f"t{thread}-{number}", f"2024-0{number + 2}-0{thread + 1}", bidrag, name)], TID)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(work, range(8)))
    assert len([post for post in journal.entries(kind="hændelse") if (post.noegle or "").startswith("t")]) == 48
    stands = {name: watch.standing(name) for name in names}
    assert watch.renew(TID) == 0
    assert {name: watch.standing(name) for name in names} == stands
    assert any(stands.values())
    assert journal.verify().hel


def test_it_may_be_awaited(watch: Overvaagning):
    async def follow() -> list[int]:
        await asyncio.to_thread(watch.tell, [told("h1", "2024-01-10", GOOD)], TID)
        await asyncio.to_thread(watch.reach, date(2024, 6, 1), TID)
        some = [evaluated(f"e{n}", f"2024-0{n}-01", "mindre" if n % 2 else "mere") for n in range(2, 6)]
        return await asyncio.gather(*(asyncio.to_thread(watch.tell, [one], TID) for one in some))

    asyncio.run(follow())
    assert [one[:3] for one in handlings(watch)] == [
        ("2024-03-01", "fortsæt", "afslut"),
        ("2024-04-01", "afslut", "fortsæt"),
        ("2024-05-01", "fortsæt", "afslut"),
    ]


def test_without_the_library_the_specification_judges_and_says_so(journal: Journal, monkeypatch: pytest.MonkeyPatch):
    def gone() -> object:
        raise ModuleNotFoundError(name="durable")

    monkeypatch.setattr("rammevaerk.engines.chaining.load", gone)
    assert durable.load is not gone
    watch = Overvaagning(ramme(), journal)
    assert "durable-rules" in watch.missing
    watch.tell([told("h1", "2024-01-10", GOOD), evaluated("h2", "2024-05-01", "mindre")], TID)
    watch.reach(date(2024, 6, 1), TID)
    assert handlings(watch) == [("2024-05-01", "fortsæt", "afslut", "h2")]


def test_each_answer_can_be_held_against_the_specification(journal: Journal, monkeypatch: pytest.MonkeyPatch):
    watch = Overvaagning(ramme(), journal, kontrol=True)
    watch.tell([told("h1", "2024-01-10", GOOD)], TID)
    monkeypatch.setattr("rammevaerk.engines.chaining.handling", lambda *_: "ingen")
    with pytest.raises(Refused, match="M005"):
        watch.reach(date(2024, 6, 1), TID)
