"""Personal values can be erased, by aktivitet and by name, and the chain holds and says so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from kept import DAY, FACTS, TID, fill, later, vurderet
from sqlalchemy import text

import rammevaerk as rv
from rammevaerk.diagnostics import Refused
from rammevaerk.facts.aktivitet import CATALOGUE, SKOEN
from rammevaerk.facts.kinds import YES_NO, Kind, Oplysning
from rammevaerk.facts.reading import aktivitet_from
from rammevaerk.journal.contents import Beslutning, Haendelse, Varsel, Vurderingspost
from rammevaerk.journal.persondata import SLETTET, Personlig, marked
from rammevaerk.journal.store import Journal
from rammevaerk.loading import read_udgave

if TYPE_CHECKING:
    from pathlib import Path

    from postgres_server import Server


PERSONAL = ("Anna Holm", "Bo Dam", "kajer", "anna@holm.dk", "nye midler")


def chained(journal: Journal) -> str:
    """All that stands in the chain."""
    with journal._database.read() as connection:
        return "\n".join(connection.execute(text("SELECT indhold FROM poster")).scalars())


def kept(journal: Journal) -> int:
    with journal._database.read() as connection:
        return connection.execute(text("SELECT count(*) FROM persondata")).scalar_one()


# Which facts are personal

TUR = """
rammeværk: rejser
titel: Rejser
egne:
  leder: {art: tekst, persondata: ja, spørgsmål: Hvem leder?}
  født: {art: dato, persondata: ja, spørgsmål: Hvornår født?}
regler:
  - {id: a.1, klausul: a.1, styrke: skal, krav: 'leder er "x"', ikke opfyldt: "{leder}s tur."}
  - {id: a.2, klausul: a.2, styrke: skal, krav: født er mindst 01.01.2010, ikke opfyldt: "Født {født}."}
"""


def every_fact() -> dict[str, Any]:
    """An aktivitet with something said of every common fact that can hold text."""
    found: dict[str, Any] = {}
    for fact in CATALOGUE.values():
        if fact.kind.skoen:
            found[fact.key] = {field.key: field.key for field in SKOEN.values()}
        elif fact.kind.fields:
            found[fact.key] = [{field.key: field.key for field in fact.kind.fields}]
        else:
            found[fact.key] = fact.key
    return found


def test_a_fact_is_personal_as_its_own_mark_says():
    found = marked(every_fact())
    said = {key for key, value in found.items() if isinstance(value, Personlig)}
    assert said == {fact.key for fact in CATALOGUE.values() if fact.persondata != "nej"}
    for fact in CATALOGUE.values():
        fields = tuple(SKOEN.values()) if fact.kind.skoen else fact.kind.fields
        record = found[fact.key][0] if fact.kind.fields else found[fact.key]
        for field in fields:
            assert isinstance(record[field.key], Personlig) is (field.persondata != "nej"), (fact.key, field.key)
    assert isinstance(found["stabschef"]["svaret_af"], Personlig)
    assert isinstance(found["investeringer"][0]["note"], Personlig)


def test_own_facts_are_personal_as_declared_and_when_nobody_declared_them():
    egne = {
        "kontakt": Oplysning("kontakt", "kontakt", "kontakt", Kind("tekst"), persondata="ja", own=True),
        "antal rejsende": Oplysning("antal rejsende", "antal_rejsende", "antal_rejsende", Kind("tal"), own=True),
        "godkendt": Oplysning("godkendt", "godkendt", "godkendt", Kind("ja/nej", skoen=True), own=True),
        "åben": Oplysning("åben", "åben", "aaben", YES_NO, own=True),
    }
    own = {"kontakt": "Anna", "Antal rejsende": "5", "godkendt": {"svar": True, "svaret_af": "Bo"}, "ukendt": "x"}
    found = marked({"egne": {**own, "åben": None}}, egne)["egne"]
    assert found["kontakt"] == Personlig("Anna")
    assert found["Antal rejsende"] == "5"
    assert found["godkendt"] == {"svar": True, "svaret_af": Personlig("Bo")}
    assert found["ukendt"] == Personlig("x")
    assert found["åben"] is None


def test_nothing_personal_stands_in_the_chain(journal: Journal):
    fill(journal)
    said = chained(journal)
    assert not [word for word in PERSONAL if word in said]
    assert "Havnenet" in said  # what is not personal does
    assert "stabschef" in said


def test_a_sentence_that_tells_a_personal_value_is_personal_too(fil: Journal, tmp_path: Path):
    (tmp_path / "r.yaml").write_text(TUR, "utf-8")
    fil.keep(read_udgave(tmp_path), TID)
    ramme = rv.load(tmp_path)
    facts = {"id": "t", "titel": "T", "status": "forslag", "egne": {"leder": "Anna", "født": "2001-02-03"}}
    vurdering = rv.vurder(facts, ramme, DAY)
    assert {one.begrundelse for one in vurdering.klausuler.values()} == {"Annas tur.", "Født 03.02.2001."}
    fil.append(Vurderingspost(vurdering, aktivitet_from(facts), ramme), TID)
    assert not [word for word in ("Anna", "2001") if word in chained(fil)]
    assert fil.verify().genskabt == 1
    fil.erase(TID, person="Anna")
    assert fil.notat(2).vurdering.klausuler["a.1"].begrundelse == "[slettet]"


# Erasing


def test_what_is_said_about_an_aktivitet_is_erased(journal: Journal):
    fill(journal)
    journal.append(Haendelse("kor", {}, "Set af Anna Holm"), TID)
    before, hoved = kept(journal), journal.hoved()
    (post,) = journal.erase(later(9), aktivitet="havn")
    assert (post.art, post.aktivitet, post.nummer) == ("sletning", "havn", 9)
    assert len(post.indhold["fingeraftryk"]) == before - 1 == sum(journal.verify().slettede.values())
    assert post.indhold["poster"] == [1, 3, 4, 5, 6, 7]
    assert kept(journal) == 1
    assert journal.entry(8).indhold["tekst"] == "Set af Anna Holm"
    assert journal.entry(4).indhold["hvem"] is SLETTET
    assert journal.entry(3).indhold["fakta"]["gør_klogere"]["svaret_af"] is SLETTET
    found = journal.verify(hoved)
    assert found.hel
    assert list(found.slettede) == [1, 3, 4, 5, 6, 7]
    assert (found.genskabt, found.ikke_genskabt) == (0, {"slettet": (3,)})


def test_what_names_a_person_is_erased_wherever_it_stands(journal: Journal):
    fill(journal)
    for said in ("anna  HOLM ringede", "Anna Holmgren", "Joanna Holm", "Holm, Anna", "Spurgt: Anna Holm."):
        journal.append(Haendelse("kor", {}, said), TID)
    posts = journal.erase(later(9), person=" Anna Holm ")
    assert {nummer for post in posts for nummer in post.indhold["poster"]} == {1, 3, 5, 8, 12}
    assert posts[0].aktivitet is None
    assert "Holm" not in json.dumps(posts[0].indhold)
    left = [post.indhold.get("tekst") for post in journal.entries("kor")]
    assert left == [SLETTET, "Anna Holmgren", "Joanna Holm", "Holm, Anna", SLETTET]
    assert journal.entry(4).indhold["hvem"] == "Bo Dam"
    assert journal.entry(3).indhold["fakta"]["gør_klogere"]["begrundelse"] == "Vi lærte om kajer."
    assert "Anna Holm" not in str(journal.notat(3).json)
    assert journal.verify().hel


def test_erasing_again_finds_nothing(journal: Journal):
    fill(journal)
    journal.erase(TID, person="Bo Dam")
    hoved = journal.hoved()
    assert journal.erase(TID, person="Bo Dam") == ()
    assert journal.erase(TID, person="Findes Ikke") == ()
    assert journal.hoved() == hoved


def test_a_large_erasure_takes_several_entries(journal: Journal):
    journal.append_all([(Beslutning("havn", "afslut", "Anna Holm", DAY), TID, None) for _ in range(1_001)])
    posts = journal.erase(TID, person="Anna Holm")
    assert [len(post.indhold["fingeraftryk"]) for post in posts] == [1_000, 1]
    found = journal.verify()
    assert found.hel
    assert len(found.slettede) == 1_001


@pytest.mark.parametrize("chosen", [{}, {"aktivitet": "a", "person": "b"}, {"person": " "}])
def test_who_is_to_be_erased_must_be_said(fil: Journal, chosen: dict[str, str]):
    with pytest.raises(Refused, match="J012"):
        fil.erase(TID, **chosen)


def test_the_file_itself_forgets(fil: Journal, tmp_path: Path):
    fil.append_all([(Varsel("havn", f"Anna Holm {n}"), TID, None) for n in range(200)])
    whole = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"Anna Holm" in whole
    fil.erase(TID, person="Anna Holm")
    assert b"Anna Holm" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_postgres_has_no_rows_left(postgres: Server):
    with Journal(postgres.new_schema("forget")) as journal:
        journal.append(Varsel("havn", "Anna Holm"), TID)
        journal.erase(TID, aktivitet="havn")
        with journal._database.read() as connection:
            dead = "SELECT pg_relation_size('persondata')"
            assert connection.execute(text(dead)).scalar_one() == 0


def test_the_same_person_cannot_be_followed_through_the_chain(fil: Journal):
    for n in range(3):
        fil.append(Beslutning("havn", "afslut", "Anna Holm", DAY), later(n))
    marks = [json.loads(line)["hvem"] for line in chained(fil).splitlines()]
    assert len({json.dumps(mark) for mark in marks}) == 3


def test_a_vurdering_of_facts_without_persons_has_none_beside_it(fil: Journal):
    fil.keep(read_udgave("odense-2022"), TID)
    plain = {key: value for key, value in FACTS.items() if key not in ("gør_klogere", "evalueringer")}
    fil.append(vurderet(plain), TID)
    assert kept(fil) == 0
