"""What changed between two editions is told, at the right klausul and in words; and nothing else is."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from edition_mutations import MUTATIONS

import rammevaerk as rv
from rammevaerk.cli.main import main
from rammevaerk.explanation.editions import find_rettelser
from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.facts.kinds import Kind, Oplysning
from rammevaerk.model.klassifikation import Klasse, Klassifikation, Kobling, Kriterium
from rammevaerk.model.klausul import (
    Begreb,
    Indstillingsregel,
    Klausul,
    Parameter,
    Periode,
    Regel,
    Register,
    Tekst,
    Vaerdi,
)
from rammevaerk.model.portefoelje import Portefoeljeregel

if TYPE_CHECKING:
    from rammevaerk.explanation.rettelse import Rettelse

NAME = "odense-2022"
RULES = Path(__file__).parents[2] / "rules" / NAME
SWAPPED = {"ny": "fjernet", "fjernet": "ny", "ændret": "ændret"}


@cache
def odense() -> rv.Rammevaerk:
    return rv.load(RULES)


def changed(tmp_path: Path, file: str, before: str, now: str) -> rv.Rammevaerk:
    folder = tmp_path / NAME
    if not folder.exists():
        shutil.copytree(RULES, folder)
    path = folder / f"{file}.yaml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, now, 1), "utf-8")
    return rv.load(folder)


def mirrored(found: tuple[Rettelse, ...]) -> list[tuple[object, ...]]:
    """What the comparison the other way round has to find, but for its sentences."""
    return sorted((sorted(one.klausuler), one.emne, SWAPPED[one.slags], one.nu, one.foer) for one in found)


def plain(found: tuple[Rettelse, ...]) -> list[tuple[object, ...]]:
    return sorted((sorted(one.klausuler), one.emne, one.slags, one.foer, one.nu) for one in found)


@pytest.mark.parametrize("name", rv.shipped())
def test_an_edition_compared_with_itself_gives_nothing(name: str):
    assert find_rettelser(rv.load(name), rv.load(name)) == ()


@pytest.mark.parametrize("mutation", MUTATIONS, ids=range(len(MUTATIONS)))
def test_each_change_is_told_at_its_klausul_in_words(tmp_path: Path, mutation: tuple[str, str, str, str, str]):
    *change, klausuler, told = mutation
    other = changed(tmp_path, *change)
    found = find_rettelser(odense(), other)
    assert [one.klausuler for one in found if told in one.tekst] == [tuple(klausuler.split())]
    assert plain(find_rettelser(other, odense())) == mirrored(found)
    assert all(re.search(r"[^.]\.$", one.tekst) for one in found)
    assert all(one.foer != one.nu for one in found if one.foer or one.nu)


def test_several_changes_are_told_together_and_in_the_order_of_the_paper(tmp_path: Path):
    other = odense()
    for file, before, now in (
        ("revision", "punktummer: [2]", "punktummer: [3]"),
        ("prioritering", "værdi: 12 måneder", "værdi: 18 måneder"),
        ("maal", "mål er mindst 1", "mål er mindst 2"),
        ("rammevaerk", "titel: Principielle", "titel: Nye"),
    ):
        other = changed(tmp_path, file, before, now)
    places = [one.klausuler for one in find_rettelser(odense(), other)]
    assert places == [(), ("mål.2",), ("prioritering.4",), ("revision.2",)]


@pytest.mark.parametrize(
    ("file", "before", "now"),
    [
        ("maal", "krav: antal politiske mål er mindst 1", "krav: antal politiske mål\n          er mindst 1"),
        ("maal", "klausuler:\n", "# En bemærkning\nklausuler:\n"),
        ("prioritering", "værdi: 12 måneder}", "værdi: 12 måneder}\n      - {fra: 2024-01-01, værdi: 12 måneder}"),
        ("prioritering", "værdi: 12 måneder", "værdi: 1 år"),
        ("fokus", "mål.2 er opfyldt og borgerværdi", "mål.2 er opfyldt og (borgerværdi)"),
    ],
)
def test_another_way_to_write_the_same_is_no_change(tmp_path: Path, file: str, before: str, now: str):
    other = changed(tmp_path, file, before, now)
    assert other.udgave != odense().udgave
    assert find_rettelser(odense(), other) == ()


def test_another_order_is_told():
    ramme = odense()
    turned = replace(
        ramme,
        klausuler=dict(reversed(ramme.klausuler.items())),
        indstillinger=tuple(reversed(ramme.indstillinger)),
        registre={name: replace(one, poster=one.poster[::-1]) for name, one in ramme.registre.items()},
    )
    told = [one.tekst for one in find_rettelser(ramme, turned)]
    assert told[0] == "Klausulerne står i en anden rækkefølge."
    assert "Indstillingerne læses i en anden rækkefølge." in told
    assert "Listen «venskabsbyer» står i en anden rækkefølge." in told


# A law: whatever field of a rammeværk is another, something is told of it. A new field is met here by itself.

FIRST = Vaerdi(Periode(date(2020, 1, 1), None), Decimal(1))
OTHERS = {
    str: "noget andet",
    bool: True,
    Periode: Periode(date(2001, 1, 1), date(2002, 2, 2)),
    Tekst: Tekst(("Noget andet.",)),
    Kind: Kind("dato"),
    Oplysning: CATALOGUE["status"],
}
UNTOLD = {
    (Regel, "styrke"): "a rule is as strong as its klausul",
    (Regel, "id"): "another id is another rule, which the table tells",
    (Klausul, "id"): "the same",
    (Parameter, "name"): "the same",
    (Parameter, "kind"): "what a value is shows in its words",
    (Register, "name"): "the same",
    (Begreb, "name"): "the same",
    (Begreb, "kind"): "what it is shows in its sentence",
    (Oplysning, "name"): "the same",
    (Oplysning, "key"): "made from the name",
    (Oplysning, "attribute"): "made from the name",
    (Oplysning, "own"): "always of an own fact",
    (Indstillingsregel, "handling"): "another handling is another indstilling, which the table tells",
    (rv.Rammevaerk, "udgave"): "the hash of it all",
    (rv.Rammevaerk, "regler"): "compared rule by rule",
    (rv.Rammevaerk, "klausuler"): "compared klausul by klausul",
    (rv.Rammevaerk, "indstillinger"): "compared one by one",
    (rv.Rammevaerk, "parametre"): "compared one by one",
    (rv.Rammevaerk, "registre"): "compared one by one",
    (rv.Rammevaerk, "egne"): "compared one by one",
    (rv.Rammevaerk, "begreber"): "compared one by one",
    (rv.Rammevaerk, "spoergsmaal"): "compared one by one",
    (rv.Rammevaerk, "klassifikationer"): "compared one by one",
    (rv.Rammevaerk, "koblinger"): "compared one by one",
    (Klassifikation, "navn"): "another name is another one, which the table tells",
    (Klasse, "vaerdi"): "the same",
    (Kobling, "navn"): "the same",
    (Kriterium, "navn"): "the same",
}


def parts(ramme: rv.Rammevaerk) -> list[tuple[Any, Any]]:
    """One of each kind of part, and how the rammeværk is with another in its place."""
    klausul, regel, indstilling = ramme.klausuler["mål.2"], ramme.regel["mål.2"], ramme.indstillinger[1]
    parameter, register = ramme.parametre["evalueringsinterval"], ramme.registre["venskabsbyer"]
    egen, begreb = ramme.egne["international hverdag"], ramme.begreber["skaber balance"]
    slags = Klassifikation("slags", CATALOGUE["type"], (Klasse("projekt", regel.krav),), "mål.2")
    puljer = Kobling("puljer", "venskabsbyer", (Kriterium("emnet", kraeves=True, naar=regel.krav),), "mål.2", "frist")
    (klasse,), (kriterium,) = slags.klasser, puljer.kriterier
    frist, (holdbarhed, *_) = ramme.frister[0], ramme.holdbarhed
    return [
        (frist, lambda other: replace(ramme, frister=(other,))),
        (holdbarhed, lambda other: replace(ramme, holdbarhed=(other,))),
        (slags, lambda other: replace(ramme, klassifikationer={"slags": other})),
        (klasse, lambda other: replace(ramme, klassifikationer={"slags": replace(slags, klasser=(other,))})),
        (puljer, lambda other: replace(ramme, koblinger={"puljer": other})),
        (kriterium, lambda other: replace(ramme, koblinger={"puljer": replace(puljer, kriterier=(other,))})),
        (ramme, lambda other: other),
        (klausul, lambda other: replace(ramme, klausuler={**ramme.klausuler, "mål.2": other})),
        (regel, lambda other: replace(ramme, regler=tuple(other if r is regel else r for r in ramme.regler))),
        (indstilling, lambda o: replace(ramme, indstillinger=(ramme.indstillinger[0], o, *ramme.indstillinger[2:]))),
        (parameter, lambda other: replace(ramme, parametre={**ramme.parametre, parameter.name: other})),
        (register, lambda other: replace(ramme, registre={**ramme.registre, register.name: other})),
        (begreb, lambda other: replace(ramme, begreber={**ramme.begreber, begreb.name: other})),
        (egen, lambda other: replace(ramme, egne={**ramme.egne, egen.name: other})),
    ]


FIELDS = [(number, each.name) for number, (part, _) in enumerate(parts(odense())) for each in fields(part)]


@pytest.mark.parametrize(("number", "name"), FIELDS, ids=lambda one: str(one))
def test_a_change_of_any_field_is_told(number: int, name: str):
    part, put = parts(odense())[number]
    if (type(part), name) in UNTOLD:
        return
    now = getattr(part, name)
    other = another(name, now)
    assert other != now
    assert len(find_rettelser(put(part), put(replace(part, **{name: other})))) >= 1


def another(name: str, now: object) -> object:
    """Another value of the same class."""
    if name == "styrke":
        return "bør"
    if name in ("krav", "gaelder_naar", "naar", "node", "sidst", "aldrig", "foerste"):
        return odense().regel["fokus.3"].krav
    if name in ("klasser", "kriterier"):
        return ()
    if name == "vaerdier":
        return (FIRST,)
    if name == "portefoelje":
        return (Portefoeljeregel("p", "fokus.3", "skal", (), odense().regel["fokus.3"].krav),)
    if name in ("frister", "revisioner"):
        return (replace(getattr(odense(), name)[0], klausul="fokus.3"),)
    if isinstance(now, tuple):
        return now[1:] or (3,)
    if is_dataclass(now) or isinstance(now, str | bool):
        return False if now is True else OTHERS[type(now)]
    return {} if now else {"noget": odense().klausuler["mål.2"]}


def test_a_section_that_has_no_words_yet_is_told_by_its_keys():
    """What is added to the model is told of before anybody writes words for it."""

    @dataclass(frozen=True)
    class Mere(rv.Rammevaerk):
        parametre_mere: dict[str, Parameter] = field(default_factory=dict)
        et_tal: int = 0

    base = {f.name: getattr(odense(), f.name) for f in fields(odense())}
    one = odense().parametre["evalueringsinterval"]
    before = Mere(**base, parametre_mere={"a": one, "b": replace(one, name="b")})
    now = Mere(**base, parametre_mere={"a": replace(one, fortolkning="Andet.")}, et_tal=3)
    told = {found.tekst: found.klausuler for found in find_rettelser(before, now)}
    assert told == {
        "«evalueringsinterval» under «parametre mere»: «fortolkning» er ændret.": ("prioritering.4",),
        "«b» under «parametre mere» er udgået.": ("prioritering.4",),
        "«et tal» er ændret.": (),
    }


# The command line


def test_the_command_tells_it_as_text_and_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    changed(tmp_path, "rammevaerk", "      - Et sundere Odense\n", "")
    changed(tmp_path, "fokus", "krav: stabschef", "krav: stabschef og borgerværdi")
    folder = str(tmp_path / NAME)
    assert main(["ændringer", NAME, folder]) == 1
    out = capsys.readouterr().out
    assert "\nmål.3\n  Listen «politiske mål» har ikke længere Et sundere Odense.\n" in out
    assert "    Rører også ved mål.2 og principper.1.\n" in out
    assert "\nfokus.3\n  Kravet er ændret.\n    før: stabschef\n    nu:  stabschef og borgerværdi\n" in out
    assert out.endswith("\n2 ændringer; 4 klausuler er berørt.\n")
    assert main(["aendringer", NAME, folder, "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["før"] == odense().udgave
    assert found["ændringer"][1] == {
        "klausuler": ["fokus.3"],
        "emne": "regel",
        "navn": "fokus.3",
        "slags": "ændret",
        "tekst": "Kravet er ændret.",
        "før": "stabschef",
        "nu": "stabschef og borgerværdi",
    }
    assert main(["ændringer", NAME, NAME]) == 0
    assert capsys.readouterr().out.endswith("\nIntet er ændret.\n")


@pytest.mark.parametrize(("words", "code"), [((), "B005"), ((NAME,), "B005"), ((NAME, "odense-2023"), "R001")])
def test_what_cannot_be_compared_is_refused(words: tuple[str, ...], code: str, capsys: pytest.CaptureFixture[str]):
    assert main(["ændringer", *words]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err[:4]) == ("", code)
