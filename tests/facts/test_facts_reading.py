"""Reading: what is known, unknown and none; every door reads the same; nothing hidden gets in."""

import json
import subprocess
import sys
from datetime import date
from decimal import Decimal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rammevaerk.diagnostics import Refused
from rammevaerk.facts.aktivitet import CATALOGUE, Aktivitet, Evaluering, Skoen
from rammevaerk.facts.kinds import RESOURCE, Kind
from rammevaerk.facts.reading import aktivitet_from, read_aktiviteter, read_all, read_text
from rammevaerk.facts.units import RESOURCE_UNITS, Maengde
from rammevaerk.names import fold, spoken

MINIMAL = {"id": "a", "titel": "Grøn by", "status": "forslag"}

texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\ufeff"), min_size=1, max_size=20
)
known_texts = texts.map(lambda t: normalize("NFC", t).strip()).filter(bool)
amounts = st.builds(
    Maengde, st.integers(0, 10**12).map(lambda n: Decimal(n).scaleb(-2)), st.sampled_from(RESOURCE_UNITS)
)
days = st.dates(date(1000, 1, 1))


def _values(kind: Kind, key: str = ""):
    """Any value of a kind, as Python has it."""
    if key == "kle":
        return st.from_regex(r"\A[0-9]{2}\.[0-9]{2}\.[0-9]{2}\Z")
    if kind.skoen:
        fields = {"svar": st.booleans(), "svaret_af": known_texts, "dato": days, "begrundelse": known_texts}
        return st.sampled_from(["ja", "nej", True, False]) | st.fixed_dictionaries({}, optional=fields)
    if kind.fields:
        fields = {f.key: st.none() | _values(f.kind) for f in kind.fields if f.key != "bidrag"}
        return st.lists(st.fixed_dictionaries({}, optional=fields), max_size=3)
    return {
        "tekst": known_texts,
        "dato": days,
        "ja/nej": st.sampled_from([True, False, "ja", "nej"]),
        "tal": amounts,
        "valg": st.sampled_from(kind.options or ("",)),
        "liste": st.lists(known_texts, max_size=3),
    }[kind.art]


facts = {
    fact.key: _values(fact.kind, fact.key)
    for fact in CATALOGUE.values()
    if fact.key not in {"id", "titel", "status", "start", "slut"}
}
some_facts = st.sets(st.sampled_from(sorted(facts)), max_size=5).flatmap(
    lambda keys: st.fixed_dictionaries({key: st.none() | facts[key] for key in sorted(keys)})
)


@given(some_facts)
def test_every_door_reads_the_same(given_facts):
    aktivitet = aktivitet_from(MINIMAL | given_facts)
    text = aktivitet.model_dump_json(exclude_unset=True)
    assert read_text(text) == (aktivitet,)
    assert read_text(aktivitet.model_dump_json()) == (aktivitet,)
    assert read_text(f"[{text}]") == (aktivitet,)
    assert read_text(text, form="jsonl") == (aktivitet,)
    assert read_text(json.dumps(json.loads(text))) == (aktivitet,)  # every æ, ø and å as an escape
    assert aktivitet_from(aktivitet.model_dump(exclude_unset=True)) == aktivitet


@given(some_facts)
def test_yaml_reads_as_json(given_facts):
    aktivitet = aktivitet_from(MINIMAL | given_facts)
    lines = json.loads(aktivitet.model_dump_json(exclude_unset=True))
    yaml = "\n".join(f"{key}: {json.dumps(value)}" for key, value in lines.items())
    assert read_text(yaml, form="yaml") == (aktivitet,)


@given(some_facts)
def test_folded_keys_read_the_same(given_facts):
    folded = {fold(key): value for key, value in given_facts.items()}
    assert aktivitet_from(MINIMAL | folded) == aktivitet_from(MINIMAL | given_facts)


@given(some_facts, st.data())
def test_a_key_written_twice_is_found(given_facts, data):
    text = aktivitet_from(MINIMAL | given_facts).model_dump_json(exclude_unset=True)
    key = data.draw(st.sampled_from(sorted(json.loads(text))))
    blank = data.draw(st.sampled_from(["", " ", "\n"]))
    doubled = f"{text[:-1]}, {json.dumps(key, ensure_ascii=False)}{blank}: {json.dumps(json.loads(text)[key])}}}"
    with pytest.raises(Refused) as refused:
        read_text(doubled)
    assert [fault.code for fault in refused.value.diagnostics] == ["D005"]


def test_null_is_unknown_and_an_empty_list_is_none():
    aktivitet = aktivitet_from(MINIMAL | {"partnere": None, "udbytter": []})
    assert aktivitet.partnere is None
    assert aktivitet.investeringer is None
    assert aktivitet.udbytter == ()


def test_a_bare_answer_is_unsigned():
    aktivitet = aktivitet_from(MINIMAL | {"gør_klogere": "ja", "stabschef": False})
    assert aktivitet.goer_klogere == Skoen(svar=True)
    assert aktivitet.stabschef == Skoen(svar=False)
    assert aktivitet.goer_klogere.svaret_af is None


@pytest.mark.parametrize(
    ("investering", "udbytte", "bidrag"),
    [
        ("0,30 kr.", "0,29 kr.", "mindre"),
        ("0,10 kr.", "10 øre", "lige så meget"),
        ("1.000 kr.", "1.000,01 kr.", "mere"),
        ("9.007.199.254.740,993 kr.", "9.007.199.254.740,992 kr.", "mindre"),
        ("37 timer", "1.000 kr.", None),
        (None, "1 kr.", None),
    ],
)
def test_bidrag_follows_from_the_amounts(investering, udbytte, bidrag):
    aktivitet = aktivitet_from(MINIMAL | {"evalueringer": [{"investering": investering, "udbytte": udbytte}]})
    assert aktivitet.evalueringer[0].bidrag == bidrag
    for recorded in ("mindre", "lige så meget", "mere"):
        said = MINIMAL | {"evalueringer": [{"investering": investering, "udbytte": udbytte, "bidrag": recorded}]}
        if bidrag in {None, recorded}:
            assert aktivitet_from(said).evalueringer[0].bidrag == recorded
        else:
            with pytest.raises(Refused, match="F010"):
                aktivitet_from(said)


def test_letters_are_composed_however_they_are_written():
    for written in (
        '"A\u030arhus"',
        '"\\u0041\u030arhus"',
        '"A\\u030arhus"',
        '"\\u0041\\u030arhus"',
        '"\\u00c5rhus"',
        '"Århus"',
    ):
        assert read_text(f'{{"id": "a", "titel": {written}, "status": "forslag"}}')[0].titel == "Århus"


@given(
    st.text(st.sampled_from('aåeéoøA\u0301\u030a\u0308ÅŁ–€\u2028\uac00\u11a8\\"/u0'), max_size=8), st.text(max_size=4)
)
def test_escaped_or_not_a_text_is_read_as_the_same(first, second):
    titel = f"x{first}{second}"
    whole = json.dumps(MINIMAL | {"titel": titel}, ensure_ascii=False)
    escaped = json.dumps(MINIMAL | {"titel": titel})
    half = whole.replace(
        json.dumps(titel, ensure_ascii=False),
        f"{json.dumps(f'x{first}')[:-1]}{json.dumps(second, ensure_ascii=False)[1:]}",
    )
    read = [_title_or_refused(text) for text in (whole, escaped, half)]
    assert read[0] == read[1] == read[2]
    assert read[0] is None or read[0] == normalize("NFC", titel).strip()


def _title_or_refused(text):
    try:
        return read_text(text)[0].titel
    except Refused:
        return None


def test_bom_and_blanks_around():
    text = "\ufeff \n" + json.dumps(MINIMAL) + "\n"
    assert read_text(text.encode()) == read_text(text) == (aktivitet_from(MINIMAL),)


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), object(), {1, 2}, b"x", Decimal("NaN")], ids=range(6))
def test_python_values_that_are_no_facts(bad):
    with pytest.raises(Refused) as refused:
        aktivitet_from(MINIMAL | {"emne": bad})
    assert refused.value.diagnostics[0].code == "F012"
    assert refused.value.diagnostics[0].span.source == "a"


@pytest.mark.parametrize("bad", ["\x00", "\ud800", "\x1b"], ids=ascii)
def test_signs_that_no_person_writes(bad):
    with pytest.raises(Refused, match="D003"):
        aktivitet_from(MINIMAL | {"emne": f"x{bad}"})
    with pytest.raises(Refused, match="D003"):
        read_text(json.dumps(MINIMAL | {"emne": f"x{bad}"}))


def test_a_circle_is_refused():
    circle: dict[str, object] = dict(MINIMAL)
    circle["egne"] = circle
    with pytest.raises(Refused, match="F012"):
        aktivitet_from(circle)


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        ({"emne": "x" * 100_001}, "F008"),
        ({"målgrupper": ["x"] * 10_001}, "F009"),
        ({"partnere": [{}] * 10_001}, "F009"),
    ],
    ids=["text", "texts", "records"],
)
def test_what_is_too_long(fact, code):
    with pytest.raises(Refused) as refused:
        aktivitet_from(MINIMAL | fact)
    assert [fault.code for fault in refused.value.diagnostics] == [code]


def test_files_of_every_form(tmp_path):
    one, two = json.dumps(MINIMAL), json.dumps(MINIMAL | {"id": "b"})
    files = {
        "a.json": one,
        "b.json": f"[{one}, {two}]",
        "c.jsonl": f"{one}\n\n{two}\n",
        "d.yaml": f"- {one}\n- {two}\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert [a.id for a in read_aktiviteter(tmp_path / name)] == ["a", "b"][: 1 if name == "a.json" else 2]


def test_all_faults_of_all_files_at_once(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(MINIMAL | {"type": "bil"}), encoding="utf-8")
    (tmp_path / "b.yaml").write_text("id: b\ntitel: [x]\n", encoding="utf-8")
    (tmp_path / "c.jsonl").write_text('{"id"\n{"id": "c"}\n' + "x" * 5_000_002 + "\n", encoding="utf-8")
    (tmp_path / "d.txt").write_text("x", encoding="utf-8")
    (tmp_path / "e.json").write_bytes(b"\xff")
    paths = [tmp_path / name for name in ("a.json", "b.yaml", "c.jsonl", "d.txt", "e.json", "f.json")]
    with pytest.raises(Refused) as refused:
        read_all(paths)
    codes = [(fault.span.source.rsplit("/", 1)[-1], fault.span.line, fault.code) for fault in refused.value.diagnostics]
    assert codes == [
        ("a.json", 1, "F005"),
        ("b.yaml", 1, "F002"),
        ("b.yaml", 2, "F004"),
        ("c.jsonl", 1, "D013"),
        ("c.jsonl", 2, "F002"),
        ("c.jsonl", 2, "F002"),
        ("c.jsonl", 3, "D001"),
        ("d.txt", 1, "F013"),
        ("e.json", 1, "D002"),
        ("f.json", 1, "D014"),
    ]


def test_an_id_used_twice_is_refused_wherever_it_stands(tmp_path):
    one = json.dumps(MINIMAL)
    (tmp_path / "a.json").write_text(f"[{one},\n {one}]", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(f"\n{one}\n", encoding="utf-8")
    (tmp_path / "c.yaml").write_text("titel: b\nstatus: forslag\nid: a\n", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_all(sorted(tmp_path.iterdir()))
    assert [(fault.code, fault.span.line) for fault in refused.value.diagnostics] == [
        ("F011", 1), ("F011", 2), ("F011", 2), ("F011", 3)
    ]  # fmt: skip


def test_json_lines_come_one_at_a_time(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(MINIMAL) + "\n{\n", encoding="utf-8")
    found = read_aktiviteter(path)
    assert next(found).id == "a"
    with pytest.raises(Refused) as refused:
        next(found)
    assert refused.value.diagnostics[0].span.line == 2


def test_the_catalogue_says_the_same_as_the_model():
    assert CATALOGUE["EU-projekt"].attribute == "eu_projekt"
    assert CATALOGUE["politiske mål"].key == "politiske_mål"
    assert CATALOGUE["evalueringer"].singular == "evaluering"
    assert CATALOGUE["evalueringer"].kind.dated
    assert not CATALOGUE["partnere"].kind.dated
    assert CATALOGUE["gør klogere"].kind.skoen
    assert {f.name: f.kind.unit for f in CATALOGUE["udbytter"].kind.fields}["mængde"] == RESOURCE
    for name, fact in CATALOGUE.items():
        assert fact.name == name
        assert fold(fact.key) == fact.attribute
        assert spoken(fact.key) == spoken(name)
        assert fact.question.endswith("?")
        assert bool(fact.singular) == (fact.kind.art == "liste")
        assert hasattr(aktivitet_from(MINIMAL), fact.attribute)


def test_reading_imports_nothing_heavy():
    program = (
        "import sys; from rammevaerk.facts.reading import read_text;"
        "from rammevaerk.facts.binding import bind;"
        f"bind(read_text({json.dumps(json.dumps(MINIMAL))})[0], registers={{}}, own={{}});"
        "print([m for m in ('pint', 'ruamel', 'lark', 'rich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_facts_are_frozen():
    aktivitet = aktivitet_from(MINIMAL | {"evalueringer": [{}]})
    assert isinstance(aktivitet, Aktivitet)
    assert isinstance(aktivitet.evalueringer[0], Evaluering)
    with pytest.raises(ValueError, match="frozen"):
        aktivitet.titel = "x"


def test_a_file_with_a_fault_in_every_key_ends_after_a_thousand():
    facts = MINIMAL | {f"k{number}": 1 for number in range(1_500)} | {"egne": {f"e{n}": [[1]] for n in range(1_500)}}
    with pytest.raises(Refused) as refused:
        read_text(json.dumps(facts))
    assert len(refused.value.diagnostics) == 1_000


def test_a_developer_may_give_lists_where_tuples_are_kept() -> None:
    aktivitet = Aktivitet(id="x", titel="x", status="forslag", politiske_maal=["a"], kerneopgaver=())  # type: ignore[arg-type] # lists are taken
    assert (aktivitet.politiske_maal, aktivitet.kerneopgaver) == (("a",), ())
