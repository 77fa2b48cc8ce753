"""The blocks of the pages that are made from the code: the tables of keys, facts, units, operators, and an answer."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import product
from typing import TYPE_CHECKING

from doc_pages import DOCS, README, ROOT, table

from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.facts.kinds import RESOURCE, Kind
from rammevaerk.facts.numbers import write_number
from rammevaerk.facts.unit_table import BASE_UNITS, UNITS
from rammevaerk.language.vocabulary import KEYWORDS
from rammevaerk.operators import OPERATORS
from rammevaerk.rulefiles.keys import HEAD, SECTIONS, Key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

GUIDE = DOCS / "saadan-skriver-du-en-regel.md"
LANGUAGE = DOCS / "sproget.md"
GRAMMAR = ROOT / "src" / "rammevaerk" / "language" / "sentence.lark"
SHOWN_LINES = 22
CASE = "docs/eksempler/odense/nordisk-platform.yaml"


# The keys of a rule file


def keys() -> str:
    return "\n".join([_keys("Øverst i filen", HEAD), *(_keys(f"Under «{key.name}»", key.keys) for key in SECTIONS)])


def _keys(title: str, rows: tuple[Key, ...]) -> str:
    if not rows:
        return f"**{title}** står oplysningens navn og spørgsmålet, på hver sin linje.\n"
    return f"**{title}**\n\n" + table(["nøgle", "skal med", "hvad der står"], list(_key_rows(rows)))


def _key_rows(rows: tuple[Key, ...], before: str = "") -> Iterator[list[str]]:
    for key in rows:
        options = f" Vælg mellem {', '.join(f'`{option}`' for option in key.options)}." if key.options else ""
        yield [f"`{before}{key.name}`", "ja" if key.required else "", key.meaning + options]
        yield from _key_rows(key.keys, f"{before}{key.name} → ")


# The common facts, and the units


def facts() -> str:
    rows = [[f"`{name}`", f"`{fact.key}`", _kind(fact.kind), fact.question] for name, fact in CATALOGUE.items()]
    return table(["i en sætning", "i en fil", "hvad det er", "spørgsmålet"], rows)


def _kind(kind: Kind) -> str:
    if kind.art == "valg":
        return "valg: " + ", ".join(kind.options)
    if kind.art == "liste" and kind.fields:
        return "liste med " + ", ".join(field.key for field in kind.fields)
    if kind.art == "liste":
        return "liste af tekster"
    if kind.skoen:
        return "skøn: ja eller nej"
    return "beløb eller arbejdstid" if kind.unit == RESOURCE else kind.art


def units() -> str:
    rows = []
    for base in BASE_UNITS:
        said = [(word, factor) for word, (unit, factor) in UNITS.items() if unit == base and word != base]
        words = [f"`{word}`" if factor == 1 else f"`{word}` = {write_number(factor)}" for word, factor in said]
        rows.append([f"`{base}`", ", ".join(words)])
    return table(["enhed", "kan også skrives"], rows)


# The language


def operators() -> str:
    rows = []
    for operator in OPERATORS.values():
        family = operator.build.__module__.rpartition(".")[2] if operator.build.__name__ != "negation" else ""
        also = ", ".join(f"`{word}`" for word in operator.words[1:])
        rows.append([f"`{operator.name}`", also, operator.shape, family or _family(operator.name)])
    return table(["operator", "also written", "shape", "family"], rows)


def _family(name: str) -> str:
    from rammevaerk.operators import dato, liste, logik, tal, tekst, udfald

    homes = (logik, tekst, tal, dato, liste, udfald)
    return next(home.__name__.rpartition(".")[2] for home in homes if name in {o.name for o in home.OPERATORS})


def grammar() -> str:
    """`sentence.lark` as EBNF: the same productions in the same order, each keyword as its Danish words."""
    lines = ["```ebnf\n"]
    for name, body in _productions():
        alternatives = [_ebnf(alternative) for alternative in re.split(r"\s\|\s", body)]
        lines.append(f"{name} = {(chr(10) + ' ' * len(name) + ' | ').join(alternatives)} ;\n")
    return "".join([*lines, *_tokens(), "```\n"])


def _productions() -> Iterator[tuple[str, str]]:
    text = re.sub(r"//.*|%declare.*|->\s*\w+", "", GRAMMAR.read_text("utf-8"))
    for part in re.split(r"\n(?=[?a-z])", text):
        if ":" in part:
            name, _, body = part.partition(":")
            yield name.strip().lstrip("?"), " ".join(body.split())


def _ebnf(alternative: str) -> str:
    """One alternative: juxtaposition becomes a comma, `( … )*` becomes `{ … }`."""
    repeated = re.sub(r"\(([^()]*)\)\*", r"{ \1 }", alternative)
    spaced = re.sub(r"(?<=[\w\)\}\]]) (?=[\w\{\[])", ", ", repeated)
    return re.sub(r"\b[A-Z_]+\b", _said, spaced)


_CLASSES = {"INFIX", "POSTFIX", "AMONG", "PLUS", "TIMES", "PICK", "NAME", "NUMBER", "QUANTITY", "DATE", "TEXT"}
_MARKS = {"LPAR": '"("', "RPAR": '")"', "COMMA": '","'}


def _said(found: re.Match[str]) -> str:
    kind = found.group()
    if kind in _CLASSES:
        return kind
    if kind in _MARKS:
        return _MARKS[kind]
    words = [f'"{word}"' for word, (of, _) in KEYWORDS.items() if of == kind]
    return words[0] if len(words) == 1 else f"( {' | '.join(words)} )"


def _tokens() -> Iterator[str]:
    for kind in ("INFIX", "POSTFIX", "AMONG", "PICK", "PLUS", "TIMES"):
        words = [f'"{word}"' for word, (of, _) in KEYWORDS.items() if of == kind]
        yield f"{kind} = {' | '.join(words)} ;\n"


# What the program answers


def truth() -> str:
    """og, eller and ikke over ja, nej and unknown, asked of the engine itself."""
    from doc_asking import UDFALD, ask

    values = ("ja", "nej", "uoplyst")
    rows = []
    for left, right in product(values, values):
        said = {"eu_projekt": left, "sdeo_inddraget": right}
        facts_ = ", ".join(f"{key}: {value}" for key, value in said.items() if value != "uoplyst")
        answers = [ask(f"EU-projekt {word} SDEO inddraget", facts_) for word in ("og", "eller")]
        rows.append([left, right, *(UDFALD[answer] for answer in answers)])
    rows_not = [[v, UDFALD[ask("ikke EU-projekt", "" if v == "uoplyst" else f"eu_projekt: {v}")]] for v in values]
    return table(["a", "b", "a og b", "a eller b"], rows) + "\n" + table(["a", "ikke a"], rows_not)


def command(*words: str) -> str:
    """What the command line writes, run as a reader would run it."""
    run = subprocess.run(
        [sys.executable, "-m", "rammevaerk", *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return run.stdout or run.stderr


def answer() -> str:
    lines = command("vurder", CASE, "--ramme", "odense-2022", "--dato", "2024-06-01").splitlines()
    shown = [re.sub(r"udgave \w+", "udgave …", line) for line in lines[:SHOWN_LINES]]
    return "\n".join(["```text", *shown, "…", "```", ""])


BLOCKS: dict[Path, dict[str, Callable[[], str]]] = {
    README: {"svaret": answer},
    GUIDE: {"nøgler": keys, "oplysninger": facts, "enheder": units},
    LANGUAGE: {"grammatik": grammar, "operatorer": operators, "sandhed": truth, "enheder": units},
}
