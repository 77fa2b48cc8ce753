"""Bytes → positioned trees: every sign has its place, and hostile input is refused."""

import json
from unicodedata import is_normalized

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rammevaerk.diagnostics import Refused, Span
from rammevaerk.documents import Mapping, Scalar, Sequence, decode, read_bytes, read_json, read_yaml

signs = st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\ufeff\u2028\u2029\x85")
texts = st.text(signs)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts.map(lambda t: t + "x"), inner, max_size=4),
    max_leaves=12,
)


def _shown(value):
    return value if isinstance(value, str) else ascii(value[:20])


def _nfc_free(value):
    return is_normalized("NFC", json.dumps(value, ensure_ascii=False))


def _plain(node):
    if isinstance(node, Mapping):
        return {key.text: _plain(value) for key, value in node.items}
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return json.loads(node.text) if node.plain else node.text


def _scalars(node):
    if isinstance(node, Mapping):
        for key, value in node.items:
            yield key
            yield from _scalars(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    else:
        yield node


@given(values.filter(_nfc_free), st.sampled_from([None, 1]), st.booleans())
def test_json_reads_as_json_does(value, indent, ascii_only):
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert _plain(read_json(text.encode(), "x")) == value


@given(
    st.lists(st.from_regex(r"\A[a-zæøå]{1,6}\Z"), min_size=1, max_size=6),
    st.sampled_from(["plain", '"', "'", "|", ">"]),
)
def test_every_word_of_a_scalar_has_its_place(words, style):
    body = "\n    ".join(words)
    written = {"plain": body, '"': f'"{body}"', "'": f"'{body}'", "|": f"|\n    {body}", ">": f">\n    {body}"}[style]
    text = f"# om\nnøgle: {written}\n"
    node = read_yaml(text.encode(), "x")
    value = node.get("nøgle")
    lines = text.split("\n")
    assert value.text.split() == words
    offset = 0
    for number, word in enumerate(words):
        offset = value.text.index(word, offset)
        span = value.at(offset)
        assert lines[span.line - 1][span.column - 1 :].startswith(word)
        assert span.line == 2 + number + (style in "|>")
        offset += len(word)


@pytest.mark.parametrize(
    ("yaml", "word", "column"),
    [
        (r'a: "x\u00e6y z"', "y", 12),
        ("a: 'd''e f'", "e", 8),
        (r'a: "x \"y\" z"', "z", 13),
        ('a: "\\tx"', "x", 7),
    ],
)
def test_escapes_are_counted_as_written(yaml, word, column):
    value = read_yaml(yaml.encode(), "x").get("a")
    assert value.at(value.text.index(word)) == Span("x", 1, column)


def test_the_end_of_a_folded_scalar_is_after_its_last_sign():
    value = read_yaml(b"a: en\n   to  # tre\n", "x").get("a")
    assert value.at(len(value.text)) == Span("x", 2, 6)


@pytest.mark.parametrize("text", ["", "~", "null", "a:", "a: ~", "a: null"])
def test_nothing_is_nothing(text):
    node = read_yaml(text.encode(), "x")
    assert node is None or node.get("a").null


@pytest.mark.parametrize("text", ['a: ""', "a: 'null'", 'a: "~"', "a: nul"])
def test_a_text_is_something(text):
    assert not read_yaml(text.encode(), "x").get("a").null


@pytest.mark.parametrize("text", ["1.234", "NO", "00.05.01", "31.12.2025", "12:30", "1.10", "=", "0x1", ".inf"])
def test_scalars_stay_text(text):
    assert read_yaml(f"a: {text}".encode(), "x").get("a").text == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"x" * 2_000_000, "D001"),
        (b"\xff\xfea", "D002"),
        ("æ".encode("latin-1"), "D002"),
        (b"\xed\xa0\x80", "D002"),
        (b"a: \x00", "D003"),
        (b"a: \x1b[31m", "D003"),
        ("a: \x9b".encode(), "D003"),
        ("a: x\ufeff".encode(), "D003"),
        (b"[" * 100_000, "D004"),
        (b"[ 'x'," * 100_000, "D004"),
        (b"- " * 100_000, "D004"),
        (b'{"a":' * 100_000, "D004"),
        (b"a: 1\nb: 2\na: 3", "D005"),
        ("å: 1\na\u030a: 2".encode(), "D005"),
        (b"a: &x [*x, *x]", "D006"),
        (b"a: !!python/object/apply:os.system [x]", "D007"),
        (b"a: 1\n...\n---\nb: 2", "D008"),
        (b'a: "\\UFFFFFFFF"', "D009"),
        (b"a:\n\t- b", "D010"),
        (b"? {a: b}\n: c", "D011"),
        (b"%TAG ! x\n---\na: b", "D012"),
    ],
    ids=_shown,
)
def test_hostile_yaml_is_refused(data, code):
    with pytest.raises(Refused) as refused:
        read_yaml(data, "x")
    assert [fault.code for fault in refused.value.diagnostics] == [code]


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"a":' * 100_000], ids=_shown)
def test_deep_json_is_refused(data):
    with pytest.raises(Refused) as refused:
        read_json(data, "x")
    assert refused.value.diagnostics[0].code == "D004"


def test_bom_is_read_and_letters_are_composed():
    assert decode("\ufeffa\u030a".encode(), "x") == "å"
    assert read_yaml("\ufeffa: 1".encode(), "x").items[0][0].span == Span("x", 1, 1)
    assert read_json(rb'"a\u030a"', "x").text == "å"
    assert read_json(rb'"\ud83d\ude00"', "x").text == "😀"


def test_the_place_of_a_forbidden_sign():
    with pytest.raises(Refused) as refused:
        decode(b"en\nto\x00", "x")
    assert refused.value.diagnostics[0].span == Span("x", 2, 3)


@given(st.text())
@example("a: |9\n x")
@example("!<")
@example("a: !<x")
@example('"\\x"')
@example("%")
@example("? - a\n- b")
@example("\x85a: b")
def test_any_text_is_read_or_refused_in_danish(text):
    for read in (read_yaml, read_json):
        node = _read_or_refused(read, text.encode("utf-8", "surrogatepass"))
        for scalar in _scalars(node) if node else ():
            for offset in range(len(scalar.text) + 1):
                assert scalar.at(offset).line >= 1


def _read_or_refused(read, data):
    """What is read, or None; a refusal has codes, words and places of our own, and no other error gets out."""
    try:
        return read(data, "x")
    except Refused as refused:
        faults = refused.diagnostics
    assert faults
    assert all(fault.code.startswith("D") and fault.message and fault.span for fault in faults)
    return None


pieces = st.lists(
    st.sampled_from([*"[]{},:-?&*!|>%@'\"#", " ", "\n", "\t", "a", "b: c", "- ", "\\", "---\n", "é"]), max_size=25
)


@given(pieces.map("".join))
def test_any_heap_of_indicators_is_read_or_refused_in_danish(text):
    for read in (read_yaml, read_json):
        _read_or_refused(read, text.encode())


def test_a_missing_file_and_a_folder(tmp_path):
    for path in (tmp_path / "findes-ikke", tmp_path):
        with pytest.raises(Refused) as refused:
            read_bytes(path)
        assert refused.value.diagnostics[0].code == "D014"


def test_a_large_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "stor.yaml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(Refused) as refused:
        read_bytes(path)
    assert refused.value.diagnostics[0].code == "D001"


def test_a_scalar_without_origin_counts_along_the_line():
    assert Scalar("abc", Span("x", 2, 5)).at(2) == Span("x", 2, 7)
