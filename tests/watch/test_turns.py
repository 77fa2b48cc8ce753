"""The days on which an answer may turn by itself: every day on which it does is among them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from rammevaerk.engines import direct
from rammevaerk.explanation.binding import bound
from rammevaerk.facts.reading import aktivitet_from
from rammevaerk.passes import rammevaerk_from_documents
from rammevaerk.rulefiles.read import read_documents
from rammevaerk.watch.turns import Turning

if TYPE_CHECKING:
    from rammevaerk.model.rammevaerk import Rammevaerk

_RULES = """
rammeværk: prøve
titel: Prøve
ejer: Prøveby
gælder: {{fra: 2020-03-01, til: 2030-10-31}}
kilde: Prøve
parametre:
  interval:
    klausul: a.1
    værdier: [{{fra: 2020-03-01, til: 2024-05-15, værdi: 12 måneder}}, {{fra: 2024-05-16, værdi: 7 måneder}}]
  frist i dage:
    klausul: a.1
    værdier: [{{fra: 2020-03-01, værdi: 45 dage}}]
regler:
  - id: a.1
    klausul: a.1
    styrke: skal
    krav: {krav}
    opfyldt: Ja.
    ikke opfyldt: Nej.
"""
_FACTS = {
    "id": "a",
    "titel": "A",
    "status": "i gang",
    "start": "2023-08-31",
    "slut": "2025-01-30",
    "evalueringer": [{"dato": "2023-11-30", "bidrag": "mere"}, {"dato": "2024-08-31", "bidrag": "mindre"}],
    "gør_klogere": {"svar": True, "dato": "2024-02-29"},
}
SENTENCES = [
    "vurderingsdato er højst slut",
    "vurderingsdato er mindst start",
    "vurderingsdato ligger mellem start og slut",
    "start + interval er mindst vurderingsdato",
    "start + interval + frist i dage er mindst vurderingsdato",
    "slut - interval - 10 dage er mindst vurderingsdato",
    "vurderingsdato - interval er højst start",
    "vurderingsdato - 1 måned - frist i dage er højst slut",
    "vurderingsdato - start er højst 365 dage",
    "slut - vurderingsdato er mere end frist i dage",
    "(vurderingsdato - start) * 2 er højst 365 dage",
    "der er mindst 1 blandt evalueringer, hvor (dato + interval er mindst vurderingsdato)",
    "for alle evalueringer gælder, at (vurderingsdato - interval er højst dato)",
    "dato i seneste evaluering + interval er mindst vurderingsdato",
    "bidrag i seneste evaluering er mere",
    "antal evalueringer er mindst 2",
    "gør klogere",
    "vurderingsdato er højst 31.12.2024",
    "vurderingsdato er 24.12.2024",
]
FROM, UNTIL = date(2020, 1, 1), date(2031, 3, 1)


def _ramme(krav: str) -> Rammevaerk:
    text = _RULES.format(krav=krav)
    return rammevaerk_from_documents(read_documents([("prøve.yaml", text.encode())]), "0" * 64)


def _answers(ramme: Rammevaerk, facts: dict[str, Any]) -> dict[date, object]:
    days = [FROM + timedelta(number) for number in range((UNTIL - FROM).days + 1)]
    known = aktivitet_from(facts)
    return {day: direct.evaluate(ramme, bound(known, ramme, day), day)[0].udfald for day in days}


@pytest.mark.parametrize("krav", SENTENCES)
def test_no_turn_falls_on_any_other_day(krav: str):
    ramme = _ramme(krav)
    answers = _answers(ramme, _FACTS)
    turned = {day for day in answers if day > FROM and answers[day] != answers[day - timedelta(1)]}
    assert len(turned) >= 2  # at least the rammeværk itself comes and goes
    found = Turning(ramme).days(bound(aktivitet_from(_FACTS), ramme, FROM), FROM, UNTIL)
    assert turned <= set(found)


def test_only_what_cannot_be_gone_through_asks_for_every_day():
    daily = [krav for krav in SENTENCES if Turning(_ramme(krav)).daily]
    assert daily == ["(vurderingsdato - start) * 2 er højst 365 dage"]


def test_the_next_day_is_the_first_of_them():
    ramme = _ramme("start + interval er mindst vurderingsdato")
    turning, aktivitet = Turning(ramme), bound(aktivitet_from(_FACTS), ramme, FROM)
    days = turning.days(aktivitet, FROM, UNTIL)
    walked, day = [], FROM
    while (found := turning.next_after(aktivitet, day)) and found <= UNTIL:
        walked.append(found)
        day = found
    assert walked == days
