"""The officers' guide is true: every sentence in it is read and judged, every table is as the program has it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

import pytest
from doc_asking import DAY, GUIDE, ask, ask_together, asking, load, looks_at_unknownness, quoted, rule_file, together
from doc_pages import ROOT, fences, tables

import rammevaerk as rv
from rammevaerk.checks import CHECKS
from rammevaerk.cli.main import main
from rammevaerk.explanation.fristvurdering import Tilstand
from rammevaerk.explanation.klassificering import Svar
from rammevaerk.explanation.values import andel_in_words
from rammevaerk.facts.dates import write_date
from rammevaerk.facts.reading import read_text
from rammevaerk.language.lexer import words
from rammevaerk.language.vocabulary import KEYWORDS, Vocabulary
from rammevaerk.operators import OPERATORS

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = tables(GUIDE, "Sætning", "Oplysninger", "Svar")
FRISTER = tables(GUIDE, "Oplysninger", "Fristen")
SKOEN = tables(GUIDE, "Oplysninger", "Skønnet")
TOGETHER = tables(GUIDE, "Krav", "Aktiviteter", "Svar")
SHARES = tables(GUIDE, "Andel", "Aktiviteter", "Tal")
DOUBLE = tables(GUIDE, "Sætning", "Kan læses som", "Eller som")
LOOKING = sorted({sentence for sentence, _, _ in EXAMPLES if looks_at_unknownness(sentence)})
RULES = tuple(sorted({sentence for sentence, _, _ in EXAMPLES} - set(LOOKING)))
STEPS = tables(GUIDE, "Begynd med", "Sætning")
STEP_FILES = [ROOT / "tests" / "features" / name for name in ("conftest.py", "over_tid.py")]


def test_the_rule_file_loads_and_says_what_the_page_says():
    ramme = load(ramme=rule_file())
    tur = {"id": "t", "titel": "Turen", "status": "forslag"}
    ja, nej, tom = (rv.vurder(tur | {"egne": {"fagligt formål": svar}}, ramme, DAY) for svar in (True, False, None))
    assert [v.indstilling.handling for v in (ja, nej, tom)] == ["tilvælg", "fravælg", "afvent"]
    assert tom.mangler[0].navn == "fagligt formål"


def test_the_facts_file_is_judged():
    (text,) = (block for block in fences(GUIDE, "yaml") if block.startswith("# aktiviteter.yaml"))
    (lund,) = read_text(text, form="yaml")
    vurdering = rv.vurder(lund, load(ramme=rule_file()), DAY)
    assert vurdering.indstilling.handling == "tilvælg"
    assert [str(klausul.udfald) for klausul in vurdering.klausuler.values()][:4] == ["opfyldt"] * 3 + ["uafklaret"]
    assert "uden underskrift" in vurdering.forklar()


LUND = {
    "id": "lund",
    "titel": "Lund",
    "status": "forslag",
    "start": "2024-09-02",
    "slut": "2024-09-04",
    "partnere": [{"land": "Sverige"}],
    "egne": {"rejseform": "fly", "pris": "24.000 kr."},
}


def more(name: str) -> rv.Rammevaerk:
    (text,) = (block for block in fences(GUIDE, "yaml") if block.startswith(f"# {name}"))
    return load(ramme=rule_file(), mere=text)


def test_the_classes_contradict_a_short_trip_by_air():
    found = rv.klassificer(LUND, more("klasser.yaml"), DAY).klassifikationer["slags tur"]
    assert (found.svar, [one.vaerdi for one in found.those(holder=True)]) == ("modstrid", ["tog"])


def test_the_guide_has_every_answer_to_what_is_stated():
    assert [svar for svar, _ in tables(GUIDE, "Svar", "Betydning")] == list(get_args(Svar))


def test_the_funds_are_ranked():
    rejse, laere = rv.kobl(LUND, more("puljer.yaml"), DAY).koblinger["puljer"].poster
    assert (rejse.navn, rejse.svar, [one.holder for one in rejse.kriterier]) == (
        "Rejsepuljen",
        "passer",
        [True, True, True, None],
    )
    assert (laere.svar, [one.holder for one in laere.kriterier]) == ("udelukket", [False, None, False, None])


def test_the_order_puts_the_purpose_before_the_journey():
    ramme = more("rangering.yaml")
    tur = {"status": "forslag", "titel": "T"}
    ture = [
        tur | {"id": "a", "egne": {"fagligt formål": "ja", "oplæg": [], "rejseform": "tog", "pris": "1 kr."}},
        tur | {"id": "b", "egne": {"fagligt formål": "ja", "oplæg": ["Byen"], "rejseform": "fly", "pris": "1 kr."}},
    ]
    assert [one.aktivitet for one in rv.ranger(ture, ramme, DAY).foerst] == ["b", "a"]


@pytest.mark.parametrize(("sentence", "facts", "answer"), EXAMPLES, ids=[f"{s} | {f}" for s, f, _ in EXAMPLES])
def test_example(sentence: str, facts: str, answer: str):
    assert ask(sentence, facts, *RULES) == answer


@pytest.mark.parametrize(("facts", "stands"), FRISTER, ids=[facts for facts, _ in FRISTER])
def test_frist(facts: str, stands: str):
    (own,) = (block for block in fences(GUIDE, "yaml") if block.startswith("# frister.yaml"))
    form = "" if "status:" in facts else "status: i gang, "
    (tur,) = read_text(f"{{id: tur, titel: Tur, {form}{facts}}}", form="yaml")
    (found,) = rv.frister(load(ramme=rule_file(), frister=own), DAY, tur)
    assert f"{found.tilstand}{f' den {write_date(found.dato)}' if found.dato else ''}" == stands


@pytest.mark.parametrize(("facts", "stands"), SKOEN, ids=[facts for facts, _ in SKOEN])
def test_how_long_a_skoen_holds(facts: str, stands: str):
    form = "" if "status:" in facts else "status: i gang, "
    (tur,) = read_text(f"{{id: tur, titel: Tur, {form}{facts}}}", form="yaml")
    (found,) = rv.frister(more("holdbarhed.yaml"), DAY, tur)
    assert found.frist == "skøn om fagligt formål"
    assert f"{found.tilstand}{f' den {write_date(found.dato)}' if found.dato else ''}" == stands


def test_the_page_shows_every_tilstand_but_that_of_another_day():
    assert {stands.partition(" den ")[0] for _, stands in FRISTER} == set(Tilstand) - {Tilstand.IKKE_I_KRAFT}


def test_the_head_and_the_paper_referred_to_are_read():
    (revision,) = (block for block in fences(GUIDE, "yaml") if block.startswith("revision:"))
    (other,) = (block for block in fences(GUIDE, "yaml") if block.startswith("henvisninger:"))
    ramme = load(ramme=rule_file() + revision.replace("klausul: revision.1", "klausul: ture.1"), andre=other)
    assert [str(one.tilstand) for one in rv.frister(ramme, DAY)] == ["kommende"]
    assert [one.lapsed(DAY) for one in ramme.henvisninger] == [False]


@pytest.mark.parametrize(("krav", "facts", "answer"), TOGETHER, ids=[f"{k} | {f}" for k, f, _ in TOGETHER])
def test_example_about_the_portfolio(krav: str, facts: str, answer: str):
    assert ask_together(f"krav: {quoted(krav)}", facts).udfald == answer


@pytest.mark.parametrize(("andel", "facts", "figure"), SHARES, ids=[f"{a} | {f}" for a, f, _ in SHARES])
def test_example_of_a_share(andel: str, facts: str, figure: str):
    found = ask_together(f"andel: {quoted(andel)}, mindst: de fleste", facts).andel
    assert found
    assert andel_in_words(found) == figure


def test_the_rules_about_the_portfolio_answer_and_leave_nothing_unused():
    ramme = together("krav: antal aktiviteter er mindst 1")
    ture = [
        {"id": "a", "pris": "20.000 kr.", "rejseform": "tog"},
        {"id": "b", "pris": "31.000 kr.", "rejseform": "fly"},
    ]
    given = [
        {
            "id": one.pop("id"),
            "titel": "T",
            "status": "i gang",
            "type": "studierejse",
            "forvaltning": "Byen",
            "egne": one,
        }
        for one in ture
    ]
    found = {regel.id: regel.grupper[0].begrundelse for regel in rv.portefoelje(given, ramme, DAY).regler}
    assert found["ture.6"] == "Turene koster mere end 50.000 kr."
    assert found["ture.7"] == "Byen tager toget i 50 pct. af turene."
    assert [fault for check in CHECKS for fault in check(ramme) if fault.code == "R103"] == []


def test_every_operator_has_an_example():
    said = {word.text for sentence, _, _ in EXAMPLES for word in words(sentence, Vocabulary()) if word.kind != "NAME"}
    assert sorted(set(OPERATORS) - said) == []


def test_every_spelling_of_every_word_has_an_example():
    text = " \n ".join(f" {sentence} " for sentence, _, _ in EXAMPLES)
    unsaid = [word for word in KEYWORDS if not re.search(rf"(?<![\w<>=!]){re.escape(word)}(?![\w<>=])", text)]
    assert unsaid == []


@pytest.mark.parametrize(("sentence", "one", "other"), DOUBLE, ids=[row[0] for row in DOUBLE])
def test_a_double_reading_is_refused_and_both_ways_out_are_read(sentence: str, one: str, other: str):
    with pytest.raises(rv.Refused) as refused:
        ask(sentence)
    (fault,) = refused.value.diagnostics
    assert (fault.code, fault.help) == ("R033", f"skriv enten «{one}» eller «{other}»")
    assert {ask(one), ask(other)} == {"uafklaret"}


@pytest.mark.parametrize("sentence", LOOKING)
def test_what_looks_at_unknownness_is_refused_in_a_rule(sentence: str):
    with pytest.raises(rv.Refused) as refused:
        asking(sentence)
    assert [fault.code for fault in refused.value.diagnostics] == ["R021"]


def test_the_layer_loads_and_is_refused_as_the_page_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (text,) = (block for block in fences(GUIDE, "yaml") if block.startswith("# lag.yaml"))
    (tmp_path / "lag.yaml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    ramme = rv.load("lag.yaml")
    assert {"praksis.1", "mål.2", "fælles.formål.2"} <= ramme.klausuler.keys()
    forslag = {"id": "f", "titel": "F", "status": "forslag", "bygger_på": []}
    assert rv.vurder(forslag, ramme, DAY).indstilling.begrundelser[0].klausul == "praksis.1"
    (tmp_path / "lag.yaml").write_text(text.replace("er mindst 2", "er mindst 0"), "utf-8")
    assert main(["tjek", "lag.yaml"]) == 1
    shown = [block for block in fences(GUIDE, "text") if block.startswith("R036")]
    assert [block.strip() for block in shown] == [capsys.readouterr().err.strip()]


def test_the_page_shows_what_tjek_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (wrong,) = (block for block in fences(GUIDE, "yaml") if block.startswith("# fejl.yaml"))
    (shown,) = (block for block in fences(GUIDE, "text") if block.startswith("R012"))
    (tmp_path / "fejl.yaml").write_text(wrong, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["tjek", "fejl.yaml"]) == 1
    assert "".join(capsys.readouterr()) == shown


def test_tjek_finds_no_fault_in_the_rule_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "studieture.yaml").write_text(rule_file(), "utf-8")
    assert main(["tjek", str(tmp_path)]) == 0, "".join(capsys.readouterr())


def test_the_scenario_is_one_that_is_run():
    (scenario,) = fences(GUIDE, "gherkin")
    assert scenario in "".join(path.read_text("utf-8") for path in (ROOT / "features").rglob("*.feature"))


def test_the_steps_are_those_that_scenarios_know():
    text = "".join(file.read_text("utf-8") for file in STEP_FILES)
    known = re.findall(r'^@(given|when|then)\((?:sentence\(r?f?"(.+)"\)|"(.+)")\)$', text, re.MULTILINE)
    choices = dict(re.findall(r'^(UDFALD|TILSTAND|SLAGS) = "(.+)"$', text, re.MULTILINE))
    assert len(choices) == 3
    patterns = {(kind, _filled(a or re.escape(b), choices)) for kind, a, b in known}
    danish = {"Givet": "given", "Når": "when", "Så": "then"}
    met = {p for p in patterns for start, step in STEPS if p[0] == danish[start] and re.fullmatch(p[1], step)}
    assert patterns - met == set(), "a step that the guide does not show"
    unknown = [s for start, s in STEPS if not any(k == danish[start] and re.fullmatch(p, s) for k, p in patterns)]
    assert unknown == []


def _filled(pattern: str, choices: dict[str, str]) -> str:
    for name, words_ in choices.items():
        pattern = pattern.replace(f"{{{name}}}", words_)
    return pattern
