"""What a register has for an aktivitet: the groups, the order, the fields, and another file's register."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import rammevaerk as rv
from rammevaerk.presentation.koblinger import koblinger_as_json, write_koblinger

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2011, 2, 1)
FACTS = {"id": "x", "titel": "X", "status": "forslag", "emne": "klima", "type": "projekt"}
RULES = """
rammeværk: prøve
registre:
  puljer:
    klausul: a.1
    poster:
      - {navn: B, type: pulje, frist: 01.03.2011, emner: [klima], loft: 10.000 EUR, målgrupper: [unge]}
      - {navn: A, type: fond, emner: [], loft: 2.000 EUR, åben: nej}
koblinger:
  puljer:
    register: puljer
    frist: frist
    kriterier:
      - {navn: emnet, kræves: ja, når: emne findes i emner}
      - {navn: arten, kræves: nej, når: type er "pulje"}
      - {navn: gruppen, kræves: nej, når: 'der er mindst 1 blandt målgrupper, hvor (målgruppe findes i målgrupper)'}
"""


@pytest.fixture
def ramme(tmp_path: Path) -> rv.Rammevaerk:
    file = tmp_path / "a.yaml"
    file.write_text(RULES, "utf-8")
    return rv.load(file)


def test_a_field_hides_the_fact_of_its_name_and_an_empty_list_is_known(ramme: rv.Rammevaerk):
    b, a = rv.kobl(FACTS | {"målgrupper": ["unge", "ældre"]}, ramme, DAY).koblinger["puljer"].poster
    assert [one.holder for one in b.kriterier] == [True, True, True]
    assert [one.holder for one in a.kriterier] == [False, False, None]
    assert (b.svar, a.svar) == ("passer", "udelukket")
    assert a.kriterier[2].betingelse.uoplyst == ("målgrupper",)
    assert b.kriterier[2].betingelse.begrundelse == (
        "Det passer, at der er mindst 1 blandt målgrupper, hvor (målgruppe findes i målgrupper) "
        "(målgrupper er unge og ældre; registrets målgrupper er unge)."
    )


def test_what_no_criterion_reads_is_there_for_the_reader(ramme: rv.Rammevaerk):
    b, a = rv.kobl(FACTS, ramme, DAY).koblinger["puljer"].poster
    assert b.felter == (("loft", "10.000 EUR"),)
    assert a.felter == (("loft", "2.000 EUR"), ("åben", "nej"))


def test_the_text_tells_why_a_post_is_ruled_out_and_no_more(ramme: rv.Rammevaerk):
    told = write_koblinger(rv.kobl(FACTS | {"målgrupper": []}, ramme, DAY))
    assert "puljer: 1 passer, 0 kan passe og 1 er udelukket" in told
    assert "   1. B · frist 01.03.2011\n" in told
    assert "gruppen (kræves ikke)  Det passer ikke" in told
    assert told.rstrip().endswith("✗ emnet  Det passer ikke, at emne findes i emner (emne er klima; emner er ingen).")
    assert "2.000 EUR" not in told


def test_nobody_is_asked_for_the_sake_of_what_is_ruled_out(ramme: rv.Rammevaerk):
    told = write_koblinger(rv.kobl(FACTS, ramme, DAY))
    assert told.endswith("  ? Hvilke målgrupper har aktiviteten?\n      målgrupper · B")


def test_the_json_has_every_criterion_of_every_post(ramme: rv.Rammevaerk):
    found = koblinger_as_json(rv.kobl(FACTS, ramme, DAY))["koblinger"]["puljer"]["poster"]
    assert [[one["svar"] for one in post["kriterier"]] for post in found] == [
        ["opfyldt", "opfyldt", "uafklaret"],
        ["ikke opfyldt", "ikke opfyldt", "uafklaret"],
    ]
    assert [post["frist"] for post in found] == ["2011-03-01", None]
    assert found[1]["kriterier"][2]["uoplyst i registret"] == ["målgrupper"]
    assert found[1]["kriterier"][2]["mangler"][0]["oplysning"] == "målgrupper"


def test_the_real_projects_find_what_they_found():
    """AENEAS was paid by Intelligent Energy Europe; in Zagreb Odense spoke of citizens, and was no partner."""
    ramme = rv.load("odense-by-og-kultur-2010")
    real = {one.id: rv.kobl(one, ramme, DAY).koblinger for one in rv.read("docs/eksempler/odense/2009.yaml")}
    assert [p.navn for p in real["aeneas"]["støttemuligheder"].those("passer")] == ["Intelligent Energy Europe"]
    first = [p.navn for p in real["zagreb"]["støttemuligheder"].poster if p.kriterier[0].holder]
    assert first == ["Europa for Borgerne", "CIVITAS Plus"]
    assert real["zagreb"]["støttemuligheder"].those("passer") == ()
    assert [p.navn[:5] for p in real["zagreb"]["partnersøgninger"].those("passer")] == ["Nyby "]


# Another file's register


def lists(tmp_path: Path, posts: str, name: str = "puljer") -> Path:
    file = tmp_path / "lister" / "nye.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"registre:\n  {name}:\n    poster: {posts}\n", "utf-8")
    return file


def test_another_files_register_takes_its_place(ramme: rv.Rammevaerk, tmp_path: Path):
    new = rv.load(tmp_path / "a.yaml", register=lists(tmp_path, "[{navn: C, emner: [klima]}]"))
    assert new.udgave != ramme.udgave
    assert new.registre["puljer"].felter == ramme.registre["puljer"].felter
    assert new.registre["puljer"].klausul == "a.1"
    (post,) = rv.kobl(FACTS, new, DAY).koblinger["puljer"].poster
    assert (post.navn, post.svar, [k.holder for k in post.kriterier]) == ("C", "passer", [True, None, None])


@pytest.mark.parametrize(
    ("posts", "code", "said"),
    [
        ("[{navn: C, frits: 01.03.2011}]", "R003", "mente du «frist»?"),
        ("[{navn: C, frist: snart}]", "R014", "«frist» er en tekst her og en dato i andre poster"),
        ("[{navn: C, loft: 10 kr.}]", "R014", "en mængde i kr. her"),
        ("[{navn: C, pris: 10 kr.}]", "R003", "felterne er «navn», «type», «frist», «emner»"),
    ],
)
def test_its_fields_are_the_same(ramme: rv.Rammevaerk, tmp_path: Path, posts: str, code: str, said: str):
    assert ramme.koblinger
    with pytest.raises(rv.Refused) as refused:
        rv.load(tmp_path / "a.yaml", register=lists(tmp_path, posts))
    (fault,) = refused.value.diagnostics
    assert (fault.code, fault.span.source if fault.span else "") == (code, str(tmp_path / "lister" / "nye.yaml"))
    assert said in str(fault)


def test_it_holds_registers_that_are_there_and_nothing_else(ramme: rv.Rammevaerk, tmp_path: Path):
    assert ramme.koblinger
    other = lists(tmp_path, "[C]", "pulje")
    other.write_text(other.read_text("utf-8") + "regler: [{id: a, klausul: a, krav: EU-projekt}]\ntitel: T\n", "utf-8")
    with pytest.raises(rv.Refused) as refused:
        rv.load(tmp_path / "a.yaml", register=other)
    assert [fault.code for fault in refused.value.diagnostics] == ["R012", "R042", "R042"]
    assert "mente du «puljer»?" in str(refused.value)
    other.write_text("registre: {}\n", "utf-8")
    with pytest.raises(rv.Refused, match="R042"):
        rv.load(tmp_path / "a.yaml", register=other)


def test_a_rule_looks_up_the_register_that_took_its_place(tmp_path: Path):
    rule = "regler: [{id: a.1, klausul: a.1, krav: emne findes i puljer}]\n"
    (tmp_path / "a.yaml").write_text(RULES + rule, "utf-8")
    new = rv.load(tmp_path / "a.yaml", register=lists(tmp_path, "[klima]"))
    assert rv.vurder(FACTS, new, DAY).klausuler["a.1"].udfald == "opfyldt"
    assert rv.vurder(FACTS, rv.load(tmp_path / "a.yaml"), DAY).klausuler["a.1"].udfald == "ikke opfyldt"
