"""One value has one spelling, an appended chain holds, and a changed byte is found."""

from __future__ import annotations

import json
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_rows import Made, chain_of

from rammevaerk.diagnostics import Refused, Unreadable
from rammevaerk.journal.chain import DEEPEST, GENESIS, Raekke, canonical, commitment, digest
from rammevaerk.journal.examining import examine
from rammevaerk.journal.persondata import SLETTET, Personlig, any_erased, hide, opened
from rammevaerk.journal.post import Hoved
from rammevaerk.names import nfc

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\ufeff"), max_size=8).map(nfc)
NAMES = TEXTS.filter(lambda name: not name.startswith("§"))
WHOLE = st.integers(-(10**18) + 1, 10**18 - 1)
VALUES = st.recursive(
    st.none() | st.booleans() | WHOLE | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)
PERSONAL = st.recursive(
    st.none() | WHOLE | TEXTS | st.builds(Personlig, VALUES),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


def same(one: object, other: object) -> bool:
    """Equal, and of the same kinds all the way down: true is not 1."""
    return repr(_sorted(one)) == repr(_sorted(other))


def _sorted(value: object) -> object:
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    return [_sorted(one) for one in value] if isinstance(value, list) else value


@given(VALUES)
def test_the_spelling_reads_back_as_the_value(value: object):
    assert same(json.loads(canonical(value)), value)


@given(VALUES, VALUES)
def test_two_values_have_two_spellings(one: object, other: object):
    assert (canonical(one) == canonical(other)) is same(one, other)


@given(st.dictionaries(NAMES, VALUES, min_size=2, max_size=5), st.randoms())
def test_the_order_of_names_does_not_matter(value: dict[str, object], random):
    names = list(value)
    random.shuffle(names)
    assert canonical({name: value[name] for name in names}) == canonical(value)


def test_letters_are_kept_and_composed():
    assert canonical({"mål": "Aa\u030ahus"}) == '{"mål":"Aåhus"}'


@pytest.mark.parametrize(
    "value",
    [
        0.5,
        {"a": [1.0]},
        {1: "a"},
        {"§a": 1},
        {"a\u030a": 1, "å": 2},
        "\x00",
        "\ud800",
        10**18,
        b"a",
        {"a"},
        date(2024, 1, 1),
    ],
    ids=repr,
)
def test_what_has_no_one_spelling_is_refused(value: object):
    with pytest.raises(Unreadable):
        canonical(value)


def test_what_is_too_deep_is_refused():
    value: list[object] = []
    for _ in range(DEEPEST + 1):
        value = [value]
    with pytest.raises(Unreadable):
        canonical(value)


@given(PERSONAL)
def test_what_is_hidden_opens_again_and_only_with_its_values(value: object):
    hidden, kept = hide(value)
    values = {one.fingeraftryk: one.vaerdi for one in kept}
    assert same(opened(hidden, values), _bare(value))
    assert any_erased(opened(hidden, {})) is bool(kept)
    assert all(one.intact for one in kept)
    assert all(commitment(bytes(32), one.vaerdi) != one.fingeraftryk for one in kept)
    assert canonical(None) == "null"


def _bare(value: object) -> object:
    if isinstance(value, Personlig):
        return value.value
    if isinstance(value, dict):
        return {key: _bare(inner) for key, inner in value.items()}
    return [_bare(one) for one in value] if isinstance(value, list) else value


def test_the_same_value_has_a_new_fingerprint_each_time():
    hidden = [hide(Personlig("Anna Holm"))[0] for _ in range(3)]
    assert len({canonical(str(one)) for one in hidden}) == 3
    assert str(opened(hidden[0], {})) == "[slettet]"
    assert opened(hidden[0], {}) is SLETTET


POSTS = st.lists(
    st.builds(
        SimpleNamespace,
        art=st.sampled_from(["hændelse", "varsel"]),
        virkning=st.none() | st.just("2024-06-01"),
        aktivitet=st.none() | TEXTS,
        noegle=st.none() | TEXTS,
        indhold=VALUES.map(canonical),
    ),
    min_size=1,
    max_size=6,
)


@given(POSTS)
def test_an_appended_chain_holds(posts: list[SimpleNamespace]):
    rows, hoved = chain_of(posts)
    assert examine(hoved, Made(rows)) == ()
    assert examine(Hoved(0, GENESIS), Made({})) == ()


@given(POSTS, st.data())
def test_a_changed_byte_is_found_in_its_row(posts: list[SimpleNamespace], data: st.DataObject):
    rows, hoved = chain_of(posts)
    number = data.draw(st.sampled_from(sorted(rows)))
    columns = [name for name in rows[number]._fields[1:] if getattr(rows[number], name)]
    column = data.draw(st.sampled_from(columns))
    old = getattr(rows[number], column).encode()
    place, byte = data.draw(st.integers(0, len(old) - 1)), data.draw(st.integers(0, 255))
    new = old[:place] + bytes([byte]) + old[place + 1 :]
    if new == old:
        return
    rows[number] = rows[number]._replace(**{column: new.decode("utf-8", "surrogateescape")})
    assert [(one.nummer, one.slags) for one in examine(hoved, Made(rows))] == [(number, "ændret")]


@pytest.mark.parametrize("column", range(8))
def test_the_hash_is_of_the_number_and_every_other_column(column: int):
    row = Raekke(1, "varsel", "t", "v", "a", "n", "{}", "f", "")
    changed = Raekke(
        *(2 if number == column == 0 else "x" if number == column else part for number, part in enumerate(row))
    )
    assert len({digest(row), digest(changed)}) == 2
    assert digest(row) == digest(row._replace(hash="h")) == digest(row._replace(nummer=9), 1)
    assert digest(row._replace(virkning=None)) != digest(row._replace(virkning=""))


def test_a_column_of_another_kind_is_no_entrys_hash():
    rows, _ = chain_of([SimpleNamespace(art="varsel", virkning=None, aktivitet=None, noegle=None, indhold="{}")])
    assert digest(rows[1]._replace(indhold=b"{}")) == ""  # type: ignore[arg-type]


def test_a_head_that_is_none_is_refused():
    from rammevaerk.journal.post import read_hoved

    assert read_hoved(f" 12:{'a' * 64} ") == Hoved(12, "a" * 64)
    for said in ("12", f"12:{'A' * 64}", f"x:{'a' * 64}", f"12:{'a' * 63}"):
        with pytest.raises(Refused, match="J010"):
            read_hoved(said)
