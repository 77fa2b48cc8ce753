"""One sentence asked of some facts, through rule file, parser and engine, as an officer's would be."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from doc_pages import DOCS, fences

import rammevaerk as rv
from rammevaerk.facts.reading import read_text

if TYPE_CHECKING:
    from rammevaerk.explanation.portefoelje import Gruppevurdering

GUIDE = DOCS / "saadan-skriver-du-en-regel.md"
DAY = date(2024, 6, 1)
UDFALD = {"opfyldt": "ja", "ikke opfyldt": "nej", "uafklaret": "uoplyst"}
"""An udfald of the asked rule, as the value its sentence came to."""

_RECORD = re.compile(r"\{(?:[^{}]|\{[^{}]*\})*\}")
_ASKS_OPENNESS = re.compile(r"er (oplyst|uoplyst|ikke oplyst|uafklaret)\b")


@cache
def rule_file() -> str:
    """The rule file that the guide shows whole."""
    (text,) = (block for block in fences(GUIDE, "yaml") if block.startswith("# studieture.yaml"))
    return text


def load(**files: str) -> rv.Rammevaerk:
    """A rammeværk of files given as texts."""
    with TemporaryDirectory() as folder:
        for name, text in files.items():
            Path(folder, f"{name}.yaml").write_text(text, "utf-8")
        return rv.load(folder)


@cache
def asking(*sentences: str) -> rv.Rammevaerk:
    """The guide's rammeværk with one more rule for each sentence, prøve.0, prøve.1 …; loaded once for all of them."""
    ids = [f"prøve.{number}" for number in range(len(sentences))]
    rules = [f"  - {{id: {id_}, klausul: {id_}, krav: {quoted(s)}}}" for id_, s in zip(ids, sentences, strict=True)]
    klausuler = [f"  - {{id: {id_}, styrke: skal, art: regel, tekst: Prøven.}}" for id_ in ids]
    return load(ramme=rule_file(), prøve="\n".join(["regler:", *rules, "klausuler:", *klausuler]))


@cache
def advising(sentence: str) -> rv.Rammevaerk:
    """The guide's rammeværk with one indstilling, `afvent`, for sentences that look at unknownness."""
    head = rule_file().partition("\nindstillinger:")[0]
    return load(ramme=head, prøve=f"indstillinger:\n  - {{handling: afvent, når: {quoted(sentence)}}}")


@cache
def together(rule: str) -> rv.Rammevaerk:
    """The guide's rammeværk with its rules about the portfolio, and one more."""
    (portfolio,) = (block for block in fences(GUIDE, "yaml") if block.startswith("# portefølje.yaml"))
    klausul = "klausuler:\n  - {id: prøve, styrke: skal, art: regel, tekst: Prøven.}\n"
    more = f"{klausul}portefølje:\n  - {{id: prøve, klausul: prøve, {rule}}}\n"
    return load(ramme=rule_file(), portefølje=portfolio, prøve=more)


def ask_together(rule: str, facts: str) -> Gruppevurdering:
    """What becomes of a rule about the portfolio, asked of the aktiviteter that have these facts."""
    given = [
        f"- {{id: a{number}, titel: A, {'' if 'status:' in one else 'status: i gang, '}{one[1:]}\n"
        for number, one in enumerate(_RECORD.findall(facts))
    ]
    aktiviteter = read_text("".join(given), form="yaml") if given else ()
    (gruppe,) = next(
        one.grupper for one in rv.portefoelje(aktiviteter, together(rule), DAY).regler if one.id == "prøve"
    )
    return gruppe


def quoted(sentence: str) -> str:
    return "'" + sentence.replace("'", "''") + "'"


def looks_at_unknownness(sentence: str) -> bool:
    return bool(_ASKS_OPENNESS.search(sentence))


def ask(sentence: str, facts: str = "", *among: str) -> str:
    """What becomes of a rule with this krav; of an indstilling, where the sentence looks at unknownness."""
    form = "" if re.search(r"\bstatus:", facts) else "status: i gang, "
    (aktivitet,) = read_text(f"{{id: prøve, titel: Prøve, {form}{facts}}}", form="yaml")
    if looks_at_unknownness(sentence):
        advice = rv.vurder(aktivitet, advising(sentence), DAY).indstilling
        return "holder" if advice.holder else "uafklaret" if advice.handling == "afvent" else "holder ikke"
    sentences = among or (sentence,)
    klausul = f"prøve.{sentences.index(sentence)}"
    return str(rv.vurder(aktivitet, asking(*sentences), DAY).klausuler[klausul].udfald)
