"""What changed in typologies and matches between two editions is told class by class and criterion by criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from test_editions import mirrored, plain

import rammevaerk as rv
from rammevaerk.explanation.editions import find_rettelser

if TYPE_CHECKING:
    from pathlib import Path

CLASSES = """
rammeværk: prøve
klausuler:
  - {id: a.1, styrke: bør, art: skøn, tekst: t, hvorfor: h}
  - {id: a.2, styrke: bør, art: skøn, tekst: t, hvorfor: h}
registre: {puljer: {poster: [{navn: A, frist: 01.06.2024}]}}
klassifikationer:
  slags:
    oplysning: type
    klausul: a.1
    klasser:
      - {værdi: projekt, klausul: a.2, når: EU-projekt}
      - {værdi: netværk, når: SDEO inddraget}
koblinger:
  puljer:
    klausul: a.2
    register: puljer
    kriterier:
      - {navn: fristen, kræves: ja, når: vurderingsdato er senest frist}
      - {navn: EU, kræves: nej, når: EU-projekt}
"""


FRIST = "Feltet, der er fristen i koblingen «puljer»,"


@pytest.mark.parametrize(
    ("before", "now", "klausul", "told"),
    [
        ("når: SDEO inddraget", "når: EU-projekt", "a.1", "Kendetegnene for klassen «netværk» er ændret."),
        ("værdi: netværk", "værdi: partnerskab", "a.1", "Klassen «partnerskab» er ny."),
        ("værdi: projekt", "værdi: partnerskab", "a.2", "Klassen «projekt» er udgået."),
        ("klausul: a.2, når", "klausul: a.1, når", "a.1", "Klausulen, som klassen «projekt» hører til, er ændret."),
        ("  slags:", "  arter:", "a.1", "Klassifikationen «slags» er udgået."),
        ("kræves: nej", "kræves: ja", "a.2", "Kriteriet «EU» kræves nu."),
        ("kræves: ja", "kræves: nej", "a.2", "Kriteriet «fristen» kræves ikke længere."),
        ("senest frist", "tidligst frist", "a.2", "Sætningen i kriteriet «fristen» er ændret."),
        ("navn: EU", "navn: Unionen", "a.2", "Kriteriet «Unionen» er nyt."),
        ("register: puljer", "register: puljer\n    frist: frist", "a.2", f"{FRIST} er kommet til."),
        ("  puljer:\n    klausul", "  fonde:\n    klausul", "a.2", "Koblingen «fonde» er ny."),
    ],
)
def test_classes_and_criteria_are_told_one_by_one(tmp_path: Path, before: str, now: str, klausul: str, told: str):
    assert before in CLASSES
    rammer = []
    for name, text in (("før", CLASSES), ("nu", CLASSES.replace(before, now, 1))):
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
        rammer.append(rv.load(tmp_path / f"{name}.yaml"))
    found = {one.tekst: one.klausuler for one in find_rettelser(*rammer)}
    assert found[told][0] == klausul
    assert plain(find_rettelser(*reversed(rammer))) == mirrored(find_rettelser(*rammer))
