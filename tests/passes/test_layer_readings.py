"""Pairs of sentences of which it is known whether the second is as strict as the first, on every aktivitet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import rammevaerk as rv

if TYPE_CHECKING:
    from pathlib import Path

STRICTER = [
    (
        'der er mindst 1 blandt partnere, hvor (land er "Norge")',
        'der er mindst 1 blandt partnere, hvor (land er "Norge" og type er kommune)',
    ),
    ("antal partnere er mindst 2", "antal partnere hvor (type er kommune) er mindst 2"),
    (
        "der er ingen blandt partnere, hvor (type er kommune)",
        "der er ingen blandt partnere, hvor (type er en af (kommune, netværk))",
    ),
    (
        "for alle videndelinger gælder, at (kreds er ekstern)",
        'for alle videndelinger gælder, at (kreds er ekstern og forum er "Byrådet")',
    ),
    ("type er en af (netværk, partnerskab)", "type er netværk"),
    ("type er ikke studierejse", "type er en af (netværk, projekt)"),
    ("start er før 01.01.2024", "start er før 31.12.2023"),
    ("slut - start er højst 10 dage", "slut - start er højst 9 dage"),
    ("start + 6 måneder er mindst vurderingsdato", "start + 5 måneder er mindst vurderingsdato"),
    ("start + 6 måneder er mere end vurderingsdato", "start + 5 måneder er mere end vurderingsdato"),
    ("start + 6 måneder er mindre end slut", "start + 7 måneder er mindre end slut"),
    ("start - 6 måneder er mindst slut", "start - 7 måneder er mindst slut"),
    ("tilskud er højst 100 kr.", "tilskud er højst 99,99 kr."),
    ("tilskud + forbrug er højst 100 kr.", "forbrug + tilskud er mindre end 100 kr."),
    ("100 kr. - tilskud er mindst 0 kr.", "tilskud er højst 99 kr."),
    ("tilskud ligger mellem 1 kr. og 100 kr.", "tilskud ligger mellem 2 kr. og 99 kr."),
    ("borgerværdi eller omdømme", "borgerværdi"),
    ("borgerværdi", "borgerværdi og omdømme"),
    ("ikke (borgerværdi og omdømme)", "ikke borgerværdi"),
    ('politiske mål indeholder "A" eller politiske mål indeholder "B"', 'politiske mål indeholder "B"'),
    ("bidrag i seneste evaluering er en af (lige så meget, mere)", "bidrag i seneste evaluering er mere"),
    ("sum af mængde i udbytter er mindst 5 kr.", "sum af mængde i udbytter er mere end 5 kr."),
]
"""A sentence, and one that allows nothing more."""

SAME = [
    ("antal partnere er mindst 1", "ikke (antal partnere er 0)"),
    ("antal partnere er mindst 1", "antal partnere er mere end 0"),
    ("antal partnere er mere end 0", "antal partnere er mindst 1"),
    ('der er mindst 1 blandt partnere, hvor (land er "Norge")', 'antal partnere hvor (land er "Norge") er mindst 1'),
    ("start er højst 31.12.2023", "start er før 01.01.2024"),
    ("slut - start er højst 10 dage", "start + 10 dage er mindst slut"),
    ("tilskud * 2 er højst 100 kr.", "tilskud er højst 50 kr."),
    ("borgerværdi er ja", "borgerværdi"),
    ("b er opfyldt", "b1 er opfyldt og b2 er opfyldt"),
    ("borgerværdi eller k.1 er ikke opfyldt", "borgerværdi"),
    ("borgerværdi", "borgerværdi eller k.1 er ikke opfyldt"),
]
"""Two ways to say one thing."""

LOOSER = [
    ("b er opfyldt", "b1 er opfyldt eller b2 er opfyldt"),
    ("start + 6 måneder er mere end vurderingsdato", "start + 6 måneder er mindst vurderingsdato"),
    ("start + 6 måneder er mindre end slut", "start + 5 måneder er mindre end slut"),
    ("start er før 01.01.2024", "start er højst 01.01.2024"),
    ("tilskud + forbrug er højst 100 kr.", "tilskud er højst 100 kr."),
    ("der er mindst 2 blandt partnere, hvor (type er kommune)", "antal partnere er mindst 2"),
    ("bidrag i seneste evaluering er mere", "bidrag i seneste evaluering er en af (lige så meget, mere)"),
    ("borgerværdi", "borgerværdi eller k.1 er opfyldt"),
]
"""A sentence, and one that allows something more."""

BASE = """
rammeværk: bund
egne:
  tilskud: {{art: mængde, enhed: kr., spørgsmål: Hvor meget?}}
  forbrug: {{art: mængde, enhed: kr., spørgsmål: Hvor meget?}}
parametre:
  timepris: {{værdier: [{{værdi: 1 kr./time}}]}}
  årsværk i timer: {{værdier: [{{værdi: 1 timer/årsværk}}]}}
  eurokurs: {{værdier: [{{værdi: 7 kr./EUR}}]}}
regler:
  - {{id: b1, klausul: b, krav: EU-projekt}}
  - {{id: b2, klausul: b, krav: stabschef}}
  - {{id: k.1, klausul: k.1, styrke: kan, krav: afgørende viden}}
  - id: a
    klausul: a
    krav: >-
      {krav}
"""
LAYER = "rammeværk: lag\nbygger på: [bund]\nregler:\n  - id: a\n    klausul: a\n    krav: >-\n      {krav}\n"


def laid(tmp_path: Path, below: str, above: str) -> rv.Rammevaerk:
    (tmp_path / "bund.yaml").write_text(BASE.format(krav=below), "utf-8")
    (tmp_path / "lag.yaml").write_text(LAYER.format(krav=above), "utf-8")
    return rv.load(tmp_path / "lag.yaml")


@pytest.mark.parametrize(("below", "above"), [*STRICTER, *SAME, *((above, below) for below, above in SAME)])
def test_what_allows_nothing_more_is_accepted(tmp_path, below, above):
    assert laid(tmp_path, below, above).regel["a"].ramme == ""


@pytest.mark.parametrize(("below", "above"), [*LOOSER, *((above, below) for below, above in STRICTER)])
def test_what_allows_something_more_is_refused(tmp_path, below, above):
    with pytest.raises(rv.Refused, match="R036"):
        laid(tmp_path, below, above)
