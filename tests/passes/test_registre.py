"""The fields of a register: each read as what it is written as, one kind in all posts, and unknown where it is not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from rammevaerk.diagnostics import Refused
from rammevaerk.facts.kinds import DATE, NUMBER, TEXT, YES_NO, Kind
from rammevaerk.passes import rammevaerk_from_documents
from rammevaerk.rulefiles.read import read_documents

if TYPE_CHECKING:
    from rammevaerk.model.klausul import Register

LIST = Kind("liste", element=TEXT)


def register(posts: str) -> Register:
    text = f"rammeværk: prøve\nregistre:\n  støtte:\n    poster: {posts}\n"
    return rammevaerk_from_documents(read_documents([("a.yaml", text.encode())]), "u").registre["støtte"]


@pytest.mark.parametrize(
    ("wrote", "kind", "value"),
    [
        ("01.06.2010", DATE, date(2010, 6, 1)),
        ("2010-06-01", DATE, date(2010, 6, 1)),
        ("ja", YES_NO, True),
        ("nej", YES_NO, False),
        ("2007", NUMBER, Decimal(2007)),
        ("'1.234,5'", NUMBER, Decimal("1234.5")),
        ("'1,5 mio. kr.'", Kind("tal", "kr."), Decimal(1_500_000)),
        ("450 kr. pr. time", Kind("tal", "kr./time"), Decimal(450)),
        ("[transport, energi]", LIST, ("transport", "energi")),
        ("[]", LIST, ()),
        ("[01.06.2010, ja]", LIST, ("01.06.2010", "ja")),
        ("Norge", TEXT, "Norge"),
        ("2007-2013", TEXT, "2007-2013"),
        ("3 byer", TEXT, "3 byer"),
        ("2 gange pr. år", TEXT, "2 gange pr. år"),
        ("00.05.01", TEXT, "00.05.01"),
        ("Ja", TEXT, "Ja"),
    ],
)
def test_a_field_has_the_kind_it_is_written_as(wrote: str, kind: Kind, value: object) -> None:
    found = register(f"[{{navn: A, felt: {wrote}}}]")
    assert (found.felter, found.poster) == ({"felt": kind}, ({"navn": "A", "felt": value},))


@pytest.mark.parametrize("wrote", ["1,234", "12.34", "31.02.2010", "1,234 kr.", "1,234 kr. pr. time", "1,5 måneder"])
def test_what_looks_like_a_value_and_is_none_is_refused(wrote: str) -> None:
    with pytest.raises(Refused) as refused:
        register(f"[{{navn: A, felt: '{wrote}'}}]")
    assert [fault.code for fault in refused.value.diagnostics] == ["R014"]


def test_a_name_is_a_text_whatever_it_looks_like() -> None:
    assert register("['2007', {navn: ja}, {navn: 01.06.2010}]").names == ("2007", "ja", "01.06.2010")


def test_a_post_may_lack_a_field_and_fields_stand_as_they_are_met() -> None:
    found = register("[{navn: A, frist: 01.06.2010}, B, {navn: C, emner: [x], frist: 02.06.2010}]")
    assert list(found.felter) == ["frist", "emner"]
    assert [sorted(post) for post in found.poster] == [["frist", "navn"], ["navn"], ["emner", "frist", "navn"]]


def test_two_spellings_of_a_field_are_one() -> None:
    found = register("[{navn: A, sidste frist: 01.06.2010}, {navn: B, Sidste_frist: 02.06.2010}]")
    assert list(found.felter) == ["sidste frist"]
    assert found.poster[1]["sidste frist"] == date(2010, 6, 2)


def test_fields_and_criteria_have_a_limit() -> None:
    many = ", ".join(f"k{n}: x" for n in range(101))
    asked = ", ".join(f"{{navn: n{n}, kræves: ja, når: EU-projekt}}" for n in range(101))
    for text, words in (
        (f"registre: {{r: {{poster: [{{navn: A, {many}}}]}}}}", "registret «r» har mere end 100 felter"),
        (f"registre: {{r: {{poster: [A]}}}}\nkoblinger: {{k: {{register: r, kriterier: [{asked}]}}}}", "koblingen «k»"),
    ):
        with pytest.raises(Refused) as refused:
            rammevaerk_from_documents(read_documents([("a.yaml", f"rammeværk: prøve\n{text}\n".encode())]), "u")
        assert [fault.code for fault in refused.value.diagnostics] == ["R022"]
        assert words in str(refused.value)
