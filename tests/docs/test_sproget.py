"""What docs/sproget.md and the made parts of other pages say is what the code does."""

from __future__ import annotations

from pathlib import Path

import pytest
from doc_asking import ask, asking, load, rule_file
from doc_blocks import BLOCKS, GRAMMAR
from doc_pages import made
from lark import Lark
from lark.lexer import Lexer

import rammevaerk as rv
from rammevaerk.language.parse import parse
from rammevaerk.language.vocabulary import Vocabulary
from rammevaerk.language.write import write

MADE = [(page, name) for page, blocks in BLOCKS.items() for name in blocks]
EU = "eu_projekt: ja"
TYPES = "type: projekt, partnere: [{type: kommune}]"
DATED = "evalueringer: [{dato: 01.02.2024, bidrag: mere}, {dato: 01.02.2025, bidrag: mindre}]"
UNDATED = "evalueringer: [{bidrag: mere}]"


@pytest.mark.parametrize(("page", "name"), MADE, ids=[f"{page.name}: {name}" for page, name in MADE])
def test_the_made_blocks_are_current(page: Path, name: str):
    assert made(page)[name] == BLOCKS[page][name](), "run: python tests/docs/doc_pages.py"


def test_every_production_of_the_grammar_is_on_the_page():
    """`_ebnf` rewrites the file line by line; Lark itself says which productions there are."""

    class NoLexer(Lexer):
        def __init__(self, _conf: object) -> None: ...
        def lex(self, _data: object) -> None: ...

    lark = Lark(GRAMMAR.read_text("utf-8"), parser="lalr", lexer=NoLexer)
    theirs = {str(rule.origin.name) for rule in lark.rules} - {"start"}
    page = made(Path(GRAMMAR.parents[3], "docs", "sproget.md"))["grammatik"]
    ours = {line.split(" = ")[0] for line in page.splitlines() if " = " in line and line[0].islower()}
    assert {name for name in theirs if not name.startswith("__")} | {"start"} == ours


@pytest.mark.parametrize(
    ("sentence", "facts", "answer"),
    [
        ("EU-projekt", EU, "opfyldt"),
        ("eu projekt", EU, "opfyldt"),
        ("Eu_Projekt", EU, "opfyldt"),
        ("højeste pris er 4.000 kr.", "", "opfyldt"),
        ("antal partnere hvor (type er kommune) er 1", TYPES, "opfyldt"),
        ("type er projekt", TYPES, "opfyldt"),
        ("forvaltning er »By og Land«", "forvaltning: By og Land", "opfyldt"),
        ("slut - start er 5 dage", "start: 01.08.2024, slut: 06.08.2024", "opfyldt"),
        ("0 - 5 er mindre end 1", "", "opfyldt"),
        ("10 - 2 - 3 er 5", "", "opfyldt"),
        ("2 + 3 * 4 er 14", "", "opfyldt"),
        ("10 / 3 * 3 er 10", "", "opfyldt"),
        ("0,1 + 0,2 er 0,3", "", "opfyldt"),
        ("EU-projekt er EU-projekt", "", "uafklaret"),
        ("slut er efter start + 0 dage", "start: 31.01.2024, slut: 01.02.2024", "opfyldt"),
        ("start + 1 måned er 29.02.2024", "start: 31.01.2024", "opfyldt"),
        ("antal evalueringer er 1", DATED, "opfyldt"),
        ("bidrag i seneste evaluering er mere", DATED, "opfyldt"),
        ("antal evalueringer er 1", UNDATED, "uafklaret"),
        ("bidrag i seneste evaluering er mere", UNDATED, "uafklaret"),
        ("der er mindst 1 blandt evalueringer, hvor (bidrag er mere)", "evalueringer: []", "ikke opfyldt"),
        ("der er mindst 1 blandt partnere, hvor type er kommune", TYPES, "opfyldt"),
    ],
)
def test_claim(sentence: str, facts: str, answer: str):
    assert ask(sentence, facts) == answer


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("antal deltagere er mindst -5", "R031"),
        ("antal deltagere er mindst 1,234", "R032"),
        ("antal deltagere er mindst 1.5", "R032"),
        ("start er mindst 5 dage", "R020"),
        ("12 måneder er mindst 365 dage", "R020"),
        ("målgrupper indeholder vurderingsdato", "R020"),
        ("type er studietur", "R012"),
        ("antal politske mål er mindst 1", "R012"),
        ("ukendt navn er mindst 1", "R012"),
        ("bidrag i de seneste antal deltagere evalueringer er mere", "R020"),
        ("a" * 5001, "R030"),
        ("(" * 41 + "EU-projekt" + ")" * 41, "R030"),
        ("der er mindst 1 blandt partnere, hvor type er kommune og EU-projekt", "R033"),
        ("for alle partnere gælder, at type er kommune eller EU-projekt", "R033"),
    ],
)
def test_refusal(sentence: str, code: str):
    with pytest.raises(rv.Refused) as refused:
        asking(sentence)
    assert code in {fault.code for fault in refused.value.diagnostics}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("vand og varme", None),
        ("EU-projekt og erhvervsrettet", "R011"),
        ("pris er", "R011"),
        ("mindst to", "R011"),
        ("er mindst", "R010"),
        ("blandt", "R010"),
        ("nabolande", "R010"),
        ("1. klasse", "R010"),
        ("a" * 81, "R010"),
    ],
)
def test_name(name: str, code: str | None):
    declared = f"parametre:\n  {name}: {{værdier: [{{fra: 2024-01-01, værdi: ja}}]}}\n"
    if code is None:
        assert name in load(ramme=rule_file(), navn=declared).parametre
        return
    with pytest.raises(rv.Refused) as refused:
        load(ramme=rule_file(), navn=declared)
    assert code in {fault.code for fault in refused.value.diagnostics}


def test_money_and_working_time_need_all_three_rates():
    lacking = rule_file().replace("  eurokurs:\n    værdier: [{fra: 2024-01-01, værdi: '7,46 kr. pr. EUR'}]\n", "")
    assert lacking != rule_file()
    rule = "regler:\n  - {id: a.1, klausul: a.1, krav: sum af mængde i investeringer er mindst 1 kr.}\n"
    klausul = "klausuler:\n  - {id: a.1, styrke: skal, art: regel, tekst: Prøven.}\n"
    with pytest.raises(rv.Refused, match="eurokurs"):
        load(ramme=lacking, a=rule + klausul)


def test_symbols_are_printed_back_as_words():
    vocabulary = Vocabulary(frozenset({"mål"}))
    assert write(parse("antal mål >= 1", Vocabulary(lists={"mål": "mål"}))) == "antal mål er mindst 1"
    assert write(parse("mål ≠ 1", vocabulary)) == "mål er ikke 1"
