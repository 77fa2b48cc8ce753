from random import Random

import pytest
from lark import Lark
from lark.exceptions import GrammarError
from trees import LISTS, VOCABULARY, tree

from rammevaerk.language import tree as t
from rammevaerk.language.parse import DEEPEST, LONGEST, SentenceFault, _Words, parse, parser
from rammevaerk.language.readings import branches
from rammevaerk.language.vocabulary import KEYWORDS, Vocabulary
from rammevaerk.language.write import write
from rammevaerk.operators import OPERATORS

SAID = Vocabulary(
    frozenset({"a", "b", "c", "type", "virksomhed", "bidrag", "mere", "mængde", "dato", "EU-projekt", "i gang"}),
    {"evalueringer": "evaluering", "partnere": "partner", "politiske mål": "politisk mål"},
)


def fault(sentence: str) -> SentenceFault:
    with pytest.raises(SentenceFault) as caught:
        parse(sentence, SAID)
    return caught.value


def canonical(sentence: str) -> str:
    return write(parse(sentence, SAID), SAID.lists)


def test_the_grammar_has_no_conflict_and_lark_would_have_said_so() -> None:
    assert parser().options.strict
    ambiguous = "start: sum\nsum: sum PLUS sum | NAME\n%declare PLUS NAME"
    with pytest.raises(GrammarError):
        Lark(ambiguous, parser="lalr", lexer=_Words, strict=True)


@pytest.mark.parametrize(
    ("sloppy", "said"),
    [
        ("a>=3", "a er mindst 3"),
        ("a ≥ 3", "a er mindst 3"),
        ("a er ikke under 3", "a er mindst 3"),
        ("a <= 3", "a er højst 3"),
        ("a>3", "a er mere end 3"),
        ("a er under 3", "a er mindre end 3"),
        ("a = b", "a er b"),
        ("a != b", "a er ikke b"),
        ("a ≠ b", "a er ikke b"),
        ("A ER  B", "a er b"),
        ("eu_projekt", "EU-projekt"),
        ("eu-projekt", "EU-projekt"),
        ("eu projekt", "EU-projekt"),
        ("type er\n   I GANG", "type er i gang"),
        ("a × b · c", "a * b * c"),
        ("a − b", "a - b"),
        ("a er 1000", "a er 1.000"),
        ("a er 12 MÅNEDER", "a er 12 måneder"),
        ("a er 2 mio.  kr.", "a er 2 mio. kr."),
        ("a er 2025-12-31", "a er 31.12.2025"),
        ("a er »b«", 'a er "b"'),
        ("a er «b»", 'a er "b"'),
        ("a er “b”", 'a er "b"'),
        ("a er „b“", 'a er "b"'),
        ("((a)) og (b)", "a og b"),
        ("bidrag i den seneste evaluering er mere", "bidrag i seneste evaluering er mere"),
        ("bidrag i seneste evalueringer er mere", "bidrag i seneste evaluering er mere"),
        ("antal evalueringer, hvor (a) er 1", "antal evalueringer hvor (a) er 1"),
        ("der er mindst 1 blandt evalueringer hvor a", "der er mindst 1 blandt evalueringer, hvor (a)"),
        ("for alle evalueringer gælder at a", "for alle evalueringer gælder, at (a)"),
        ("a er ikke oplyst", "a er uoplyst"),
        ("(a og b) og c", "(a og b) og c"),
        ("1 - (2 - 3) er (1 - 2) - 3", "1 - (2 - 3) er 1 - 2 - 3"),
    ],
)
def test_every_spelling_is_written_back_in_one_way(sloppy: str, said: str) -> None:
    assert canonical(sloppy) == said
    assert canonical(said) == said


def test_every_word_of_every_operator_is_read_as_that_operator() -> None:
    for operator in OPERATORS.values():
        for words in operator.words:
            assert KEYWORDS[words][1] == operator.name


@pytest.mark.parametrize(
    ("sentence", "machine", "other"),
    [
        ("a og b eller c", "(a og b) eller c", "a og (b eller c)"),
        ("a eller b og c", "a eller (b og c)", "(a eller b) og c"),
        ("a og b eller c og a", "(a og b) eller (c og a)", "a og (b eller (c og a))"),
        ("ikke a og b", "(ikke a) og b", "ikke (a og b)"),
        ("a eller ikke b eller c", "a eller (ikke b) eller c", "ikke (b eller c)"),
        (
            "der er ingen blandt partnere, hvor a og b",
            "der er ingen blandt partnere, hvor (a) og b",
            "der er ingen blandt partnere, hvor (a og b)",
        ),
        (
            "der er mindst 2 blandt partnere, hvor type er virksomhed eller b",
            "der er mindst 2 blandt partnere, hvor (type er virksomhed) eller b",
            "der er mindst 2 blandt partnere, hvor (type er virksomhed eller b)",
        ),
        (
            "for alle evalueringer gælder, at a og b",
            "for alle evalueringer gælder, at (a) og b",
            "for alle evalueringer gælder, at (a og b)",
        ),
        (
            "bidrag i de seneste 2 evalueringer er ikke mere",
            "ikke bidrag i de seneste 2 evalueringer er mere",
            "for alle de seneste 2 evalueringer gælder, at (bidrag er ikke mere)",
        ),
        (
            "(bidrag i de seneste 2 evalueringer) er ikke en af (mere, a)",
            "ikke bidrag i de seneste 2 evalueringer er en af (mere, a)",
            "for alle de seneste 2 evalueringer gælder, at (bidrag er ikke en af (mere, a))",
        ),
        (
            "bidrag i de seneste 3 evalueringer findes ikke i a",
            "ikke bidrag i de seneste 3 evalueringer findes i a",
            "for alle de seneste 3 evalueringer gælder, at (bidrag findes ikke i a)",
        ),
    ],
)
def test_what_a_reader_can_take_in_two_ways_is_refused_with_both(sentence: str, machine: str, other: str) -> None:
    refused = fault(sentence)
    assert refused.code == "R033"
    assert refused.unreadable.message.endswith("kan læses på to måder")
    assert refused.unreadable.help == f"skriv enten «{machine}» eller «{other}»"
    assert parse(machine, SAID) != parse(other, SAID)
    assert canonical(machine) == machine
    assert canonical(other) == other


@pytest.mark.parametrize("sentence", ["a og b eller c", "ikke a og b", "der er ingen blandt partnere, hvor a og b"])
def test_the_first_reading_is_what_the_machine_would_have_made_of_it(sentence: str) -> None:
    machine = fault(sentence).unreadable.help.split("«")[1].split("»")[0]
    from rammevaerk.language.lexer import words
    from rammevaerk.language.parse import _Trees
    from rammevaerk.language.readings import without_groups

    unchecked = _Trees(SAID).transform(parser().parse(list(words(sentence, SAID))))
    assert without_groups(unchecked) == parse(machine, SAID)


@pytest.mark.parametrize(
    "sentence",
    [
        "a og (b eller c)",
        "a og ikke b",
        "ikke (a og b)",
        "a og der er ingen blandt partnere, hvor b",
        "der er ingen blandt partnere, hvor (a) og b",
        "(ikke a) og b",
        "bidrag i de seneste 2 evalueringer er mere",
        "ikke bidrag i de seneste 2 evalueringer er mere",
        "a ligger mellem 1 og 2 og b",
    ],
)
def test_what_has_one_reading_is_read(sentence: str) -> None:
    parse(sentence, SAID)


@pytest.mark.parametrize(
    ("names", "doubles"),
    [
        ({"relevant", "ikke relevant"}, {"ikke relevant"}),  # ikke + relevant
        ({"mål", "midler", "mål og midler"}, {"mål og midler"}),  # mål + og + midler
        ({"mål", "mål og midler"}, set()),  # midler alone is no name, so nothing else can be meant
        ({"bidrag", "bidrag er"}, {"bidrag er"}),  # bidrag + er
        ({"bidrag", "bidrag ligger"}, {"bidrag ligger"}),  # bidrag + ligger mellem
        ({"a", "a og b", "b er c"}, {"a og b"}),  # a og b + er … or a + og + b er c
        ({"to", "mindst to"}, {"mindst to"}),  # er mindst + to or er + mindst to
        ({"ikke støttet"}, {"ikke støttet"}),  # er ikke + støttet: never readable after «er»
        ({"opfyldt"}, {"opfyldt"}),  # er opfyldt or er + opfyldt
        ({"x", "x er 2"}, {"x er 2"}),  # x + er + 2
        ({"bidrag til robotby og storby", "bidrag"}, set()),
        ({"seneste revision", "i gang", "gang", "for alle borgere", "der er håb"}, set()),
    ],
)
def test_names_that_make_a_sentence_readable_in_two_ways_are_found(names: set[str], doubles: set[str]) -> None:
    assert set(Vocabulary(frozenset(names)).double_names()) == doubles


def test_finding_double_names_takes_no_time_however_they_repeat_themselves() -> None:
    letters = [" ".join("a" * length) for length in range(1, 40)]
    assert list(Vocabulary(frozenset(letters)).double_names()) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "(" * 2_000 + "a" + ")" * 2_000,
        "(" * 5_000,
        "ikke " * 900 + "a",
        "1+" * 2_400 + "1",
        "(1+1+1)*" * 500 + "1",
        "((1+1)+1)+" * 400 + "1",
        "der er ingen blandt partnere, hvor " * 140 + "a",
        "for alle partnere gælder, at " * 160 + "a",
        "(ikke ikke ikke ikke " * 200 + "a",
        "a" * (LONGEST + 1),
    ],
)
def test_what_nests_too_deep_or_goes_on_too_long_is_refused(sentence: str) -> None:
    assert fault(sentence).code == "R030"


def test_long_chains_that_do_not_nest_are_read() -> None:
    assert len(parse(" og ".join(["a"] * 700), SAID).arguments) == 700
    assert len(parse(" eller ".join(["(ikke a)"] * 200), SAID).arguments) == 200
    assert parse("a er en af (" + ", ".join(["1 + 2"] * 300) + ")", SAID)
    assert parse("(" * (DEEPEST - 1) + "a" + ")" * (DEEPEST - 1), SAID) == t.Name("a")


def test_letters_that_only_look_alike_are_no_keywords() -> None:
    for sentence in ("a ıkke b", "der er ıngen blandt partnere, hvor (a)", "b lıgger mellem 1 og 2"):
        assert fault(sentence).code == "R031"


def test_every_branch_knows_where_it_begins() -> None:
    sentence = "a og (der er mindst 2 blandt partnere, hvor (type er virksomhed))"
    starts = {(type(b).__name__, b.at) for b in branches(parse(sentence, SAID))}
    assert {("Name", 0), ("Call", 0), ("Call", 6), ("Elements", 29), ("Name", 45), ("Name", 53)} <= starts


def test_a_count_of_the_latest_never_takes_a_unit() -> None:
    people = Vocabulary(frozenset({"a"}), {"personer": "person"})
    assert parse("antal de seneste 2 personer", people).arguments[0].name == "personer"


def test_the_generator_makes_every_operator_and_every_branch() -> None:
    random = Random(3)
    made = [branch for _ in range(400) for branch in branches(tree(random))]
    assert {b.operator for b in made if isinstance(b, t.Call)} == set(OPERATORS)
    assert any(isinstance(b, t.Elements) and b.recent and b.where for b in made)
    assert set(LISTS) <= {b.name for b in made if isinstance(b, t.Elements)}
    assert VOCABULARY.names <= {b.text for b in made if isinstance(b, t.Name)}


@pytest.mark.parametrize(
    ("sentence", "at", "meant"),
    [
        ("a er ikk b", 2, "er ikke"),
        ("antl evalueringer er mindst 1", 0, "antal"),
        ("a er nij", 5, "nej"),
        ("a ter højst 3", 2, "er højst"),
        ("der er mindst 1 blandt partnere, hvro (a)", 33, "hvor"),
        ("bidrag i sneste evaluering er mere", 7, "i seneste"),
        ("a eler b", 2, "eller"),
    ],
)
def test_a_misspelt_keyword_is_told_of_as_the_keyword_it_was_meant_to_be(sentence: str, at: int, meant: str) -> None:
    refused = fault(sentence)
    assert (refused.at, refused.unreadable.help) == (at, f"mente du «{meant}»?")
