"""What somebody has done to a journal's own tables is found; so is what this version answers otherwise."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from kept import DAY, FACTS, TID, fill, later, ramme, vurderet
from sqlalchemy import text

import rammevaerk as rv
from rammevaerk.diagnostics import Refused
from rammevaerk.facts.reading import aktivitet_from
from rammevaerk.journal import chain, contents, remaking
from rammevaerk.journal.contents import Haendelse, Varsel, Vurderingspost
from rammevaerk.journal.post import Hoved
from rammevaerk.journal.rows import AT_A_TIME
from rammevaerk.loading import read_udgave

if TYPE_CHECKING:
    from rammevaerk.journal.store import Journal


def do(journal: Journal, *statements: str, **values: object) -> None:
    """What somebody with a hand in the database does."""
    with journal._database.engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement), values)


def found(journal: Journal, known: Hoved | None = None) -> list[str]:
    return [f"{fault.code} {fault.message}" for fault in journal.verify(known).fund]


SWAP = (
    "UPDATE poster SET nummer = -1 WHERE nummer = 4",
    "UPDATE poster SET nummer = 4 WHERE nummer = 5",
    "UPDATE poster SET nummer = 5 WHERE nummer = -1",
)
CLOSE = ("DELETE FROM poster WHERE nummer = 6", "UPDATE poster SET nummer = 6 WHERE nummer = 7")
FORGE = """INSERT INTO poster (nummer, art, tid, indhold, forrige, hash)
VALUES (8, 'varsel', '2024-06-01T08:00:00.000000Z', '{}', (SELECT hash FROM hoved), 'f')"""


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        (["UPDATE poster SET indhold = '{}' WHERE nummer = 4"], ["J101 post 4 er ændret"]),
        (["UPDATE poster SET hash = 'x' WHERE nummer = 7"], ["J101 post 7 er ændret"]),
        (["UPDATE poster SET noegle = 'ny' WHERE nummer = 1"], ["J101 post 1 er ændret"]),
        (["DELETE FROM poster WHERE nummer IN (4, 5)"], ["J102 post 4–5 er fjernet"]),
        (["DELETE FROM poster WHERE nummer = 7"], ["J102 post 7 er fjernet"]),
        (CLOSE, ["J102 post 6 er fjernet", "J104 post 6 er flyttet; stod før som 7"]),
        ([FORGE], ["J103 post 8 er indsat"]),
        (SWAP, ["J104 post 4 er flyttet; stod før som 5", "J104 post 5 er flyttet; stod før som 4"]),
        (
            ["UPDATE hoved SET hash = 'x'"],
            ["J105 journalens hoved passer ikke til den sidste post, 7: en af dem er ændret"],
        ),
        (
            ["DELETE FROM hoved"],
            ["J105 journalens hoved passer ikke til den sidste post, 7: en af dem er ændret"],
        ),
        (["UPDATE persondata SET vaerdi = '\"x\"' WHERE nummer = 4"], ["J107 persondata til post 4 er ændret"]),
        (["UPDATE persondata SET salt = 'x' WHERE nummer = 4"], ["J107 persondata til post 4 er ændret"]),
        (
            ["DELETE FROM persondata WHERE nummer = 4"],
            ["J107 persondata til post 4 er fjernet, uden at nogen post siger, at de er slettet"],
        ),
        (
            ["INSERT INTO persondata VALUES ('a', 4, '00', '\"x\"')"],
            ["J107 persondata til post 4 er ændret", "J107 persondata til post 4 er sat ind bagefter"],
        ),
        (
            ["INSERT INTO persondata VALUES ('a', 9, '00', '1')"],
            ["J107 persondata til post 9 hører ikke til nogen post"],
        ),
        (["DELETE FROM udgaver"], [f"J109 regelfilerne i udgave «{ramme().udgave[:12]}» er fjernet"]),
        (["UPDATE udgaver SET filer = 'x'"], [f"J109 regelfilerne i udgave «{ramme().udgave[:12]}» er ændret"]),
    ],
    ids=lambda said: said[0][:60] if isinstance(said, list) else "",
)
def test_what_is_done_to_the_tables_is_found(journal: Journal, statements: list[str], told: list[str]):
    fill(journal)
    assert found(journal) == []
    blob = "'x'::bytea" if "postgres" in journal._database.name else "x'78'"
    do(journal, *(one.replace("filer = 'x'", f"filer = {blob}") for one in statements))
    assert found(journal) == told


def test_a_journal_longer_than_a_share_is_verified(journal: Journal):
    journal.append_all([(Varsel(None, f"{n}"), later(n), None) for n in range(2 * AT_A_TIME + 3)])
    assert journal.verify().antal == 2 * AT_A_TIME + 3
    do(journal, "UPDATE poster SET tid = 'x' WHERE nummer = :n", n=AT_A_TIME)
    do(journal, "DELETE FROM poster WHERE nummer = 2")
    assert found(journal) == [f"J101 post {AT_A_TIME} er ændret", "J102 post 2 er fjernet"]


def test_what_a_broken_entry_says_is_refused_and_not_guessed_at(journal: Journal):
    fill(journal)
    do(journal, "UPDATE poster SET indhold = '{' WHERE nummer = 4")
    with pytest.raises(Refused, match="J011 post 4 kan ikke læses"):
        list(journal.entries())
    do(journal, "DELETE FROM hoved")
    with pytest.raises(Refused, match="J011"):
        journal.append(Varsel("havn", "x"), TID)
    with pytest.raises(Refused, match="J011"):
        journal.hoved()


# The end of the chain, and a head that was kept


def test_a_cut_end_with_its_head_is_seen_by_a_kept_head_alone(journal: Journal):
    fill(journal)
    kept = journal.hoved()
    do(
        journal,
        "DELETE FROM persondata WHERE nummer > 5",
        "DELETE FROM poster WHERE nummer > 5",
        "UPDATE hoved SET nummer = 5, hash = (SELECT hash FROM poster WHERE nummer = 5)",
    )
    assert found(journal) == []
    assert found(journal, kept) == ["J106 journalen er kortere end det kendte hoved: post 7 findes ikke"]


def test_a_rewritten_end_is_seen_by_a_kept_head(journal: Journal):
    fill(journal)
    kept = journal.hoved()
    journal.append(Varsel("havn", "senere"), TID)
    assert found(journal, kept) == []
    with journal._database.engine.begin() as connection:
        last = connection.execute(text("SELECT hash FROM poster WHERE nummer = 6")).scalar_one()
        for number in (7, 8):
            asked = text("SELECT * FROM poster WHERE nummer = :n")
            row = chain.Raekke(*connection.execute(asked, {"n": number}).one())
            row = row._replace(tid="2020-01-01T08:00:00.000000Z", forrige=last)
            last = chain.digest(row)
            values = {**row._asdict(), "hash": last}
            said = "UPDATE poster SET tid = :tid, forrige = :forrige, hash = :hash WHERE nummer = :nummer"
            connection.execute(text(said), values)
        connection.execute(text("UPDATE hoved SET hash = :hash"), {"hash": last})
    assert found(journal) == []
    assert [one[:4] for one in found(journal, kept)] == ["J106"]
    assert found(journal, Hoved(0, chain.GENESIS)) == []


def test_values_that_come_back_after_they_were_erased_are_found(journal: Journal):
    fill(journal)
    with journal._database.read() as connection:
        rows = connection.execute(text("SELECT * FROM persondata WHERE nummer = 4")).all()
    journal.erase(TID, aktivitet="havn")
    assert found(journal) == []
    for row in rows:
        do(journal, "INSERT INTO persondata VALUES (:fingeraftryk, :nummer, :salt, :vaerdi)", **row._mapping)
    assert found(journal) == [f"J108 post 8 siger, at der er slettet persondata, men {len(rows)} findes stadig"]


# Vurderinger made again


@pytest.fixture
def judged(fil: Journal) -> Journal:
    fil.keep(read_udgave("odense-2022"), TID)
    for day in range(3):
        fil.append(vurderet(FACTS | {"id": f"h{day}"}), later(day))
    return fil


def test_every_vurdering_is_made_again(judged: Journal):
    found = judged.verify()
    assert (found.hel, found.genskabt, found.ikke_genskabt) == (True, 3, {})


@pytest.mark.parametrize("name", ["skanderborg", "kommunernes-internationale-arbejde", "odense-by-og-kultur-2010"])
def test_a_vurdering_by_any_rammevaerk_is_made_again(fil: Journal, name: str):
    fil.keep(read_udgave(name), TID)
    facts = {key: value for key, value in FACTS.items() if key != "politiske_mål"}
    fil.append(vurderet(facts, name), TID)
    assert fil.verify().genskabt == 1


def test_a_vurdering_made_beside_another_rammevaerk_is_made_again(fil: Journal):
    fil.keep(read_udgave("odense-2022"), TID)
    facts = FACTS | {"egne": {next(iter(ramme("skanderborg").egne)): True}}
    aktivitet = aktivitet_from(facts)
    given = rv.vurder(aktivitet, ramme(), DAY, beside=[ramme("skanderborg")])
    post = fil.append(Vurderingspost(given, aktivitet, ramme()), TID)
    assert post.indhold["fakta"]["egne"]
    assert fil.verify().genskabt == 1


def test_an_answer_that_was_another_is_a_fault_of_the_same_version(judged: Journal, monkeypatch):
    def other(value: object) -> object:
        return json.loads(json.dumps(write(value)).replace("afslut", "fortsæt"))

    write = remaking.write_answer
    monkeypatch.setattr(remaking, "write_answer", other)
    found = judged.verify()
    assert [f"{fault.code} {fault.message}" for fault in found.fund] == [
        f"J110 vurderingen i post {n} bliver en anden, når den laves igen" for n in (2, 3, 4)
    ]
    assert found.brud == ()


def test_an_answer_of_another_version_is_told_of_and_no_fault(judged: Journal, monkeypatch):
    monkeypatch.setattr(contents, "program", lambda: "0.0.1")
    judged.append(vurderet(FACTS | {"id": "gammel"}), TID)
    assert judged.verify().genskabt == 4  # the same answer, whoever gave it
    write = remaking.write_answer
    monkeypatch.setattr(remaking, "write_answer", lambda one: "andet" if one.aktivitet == "gammel" else write(one))
    found = judged.verify()
    assert (found.hel, found.genskabt, found.ikke_genskabt) == (True, 3, {"anden version": (5,)})


def test_facts_that_cannot_be_read_any_more_are_told_of(judged: Journal, monkeypatch):
    def refuse(_facts: object) -> object:
        raise Refused([])

    monkeypatch.setattr(remaking, "aktivitet_from", refuse)
    found = judged.verify()
    assert (found.hel, found.genskabt, found.ikke_genskabt) == (True, 0, {"ulæselig": (2, 3, 4)})


def test_a_changed_vurdering_is_not_made_again(judged: Journal):
    do(judged, "UPDATE poster SET indhold = replace(indhold, 'afslut', 'fortsæt') WHERE nummer = 3")
    found = judged.verify()
    assert [fault.message for fault in found.fund] == ["post 3 er ændret"]
    assert found.genskabt == 2


def test_packed_files_are_those_that_were_packed():
    udgave = read_udgave("odense-2022")
    from rammevaerk.journal.udgaver import Gemt, packed, under_as_json, unpacked

    gemt = Gemt(udgave.hash, udgave.rammevaerk, under_as_json(udgave), packed(udgave))
    assert gemt.intact
    assert unpacked(gemt.filer) == udgave.filer
    for broken in (b"", b"x", zlib.compress(b"a\x002\0x"), gemt.filer[:-9]):
        assert not replace(gemt, filer=broken).intact
    assert not replace(gemt, under="[").intact
    assert not replace(gemt, under='[["bund", "aa"]]').intact
    with pytest.raises(ValueError, match="packed"):
        unpacked(b"x")


def test_an_entry_about_no_aktivitet_is_an_entry_like_any(fil: Journal):
    fil.append(Varsel(None, "Rammeværket skal revideres", DAY), TID)
    fil.append(Haendelse("havn", {"egne": {"leder": "Anna"}}), TID)
    assert fil.entry(1).aktivitet is None
    assert fil.verify().hel
