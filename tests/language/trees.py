"""Random sentences: trees that the reader check accepts, over a difficult vocabulary, and sloppy spellings."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from rammevaerk.facts.unit_table import UNITS
from rammevaerk.language import tree as t
from rammevaerk.language.lexer import words
from rammevaerk.language.vocabulary import KEYWORDS, Vocabulary
from rammevaerk.operators import OPERATORS

if TYPE_CHECKING:
    from random import Random

LISTS = {
    "evalueringer": "evaluering",
    "videndelinger": "videndeling",
    "politiske mål": "politisk mål",
    "lokale aktører": "lokal aktør",
    "mål og midler": "mål og middel",
    "personer": "person",
    "timer i alt": "time i alt",
}
NAMES = (
    # names that contain each other
    *("mål", "mål.2", "mål.2b", "mål.5-7", "bidrag", "bidrag til byens udvikling"),
    *("by", "byer", "byens", "venskabsbyer"),
    # keywords inside names, glued to other letters, and whole keywords between other words
    *("ogre", "erhverv", "ikkevold", "antallet", "hvornår", "jaord"),
    *("bidrag til robotby og storby", "øst og vest samlet"),
    *("antal deltagere", "sum af alt", "for alle borgere", "nej tak", "i gang", "der er håb", "hvor som helst"),
    # names that begin like an operator without being one, and names of an operator's letters
    *("mindre by", "mere", "lige så meget", "e", "o", "å", "æ", "ø", "er-faring"),
    # spelling: capitals, hyphens, dots, apostrophes, underscores, digits
    *("EU-projekt", "SDEO inddraget", "Ærø Kommune", "Kategori A.1", "byens’ navn", "lokal_plan", "fase 2"),
    *("status", "type", "dato", "mængde", "vurderingsdato", "evalueringsinterval"),
)
VOCABULARY = Vocabulary(frozenset(NAMES), LISTS)

_INFIX = tuple(o.name for o in OPERATORS.values() if o.shape == "infix")
_POSTFIX = tuple(o.name for o in OPERATORS.values() if o.shape == "postfix")
_AMONG = tuple(o.name for o in OPERATORS.values() if o.shape == "among")
_SIGNS = "abcæøåÆ \t\n0().,\"'«»[]{}og ikke er ja"
_FIRST = date(1, 1, 1)


def tree(random: Random, depth: int = 4) -> t.Tree:
    """A sentence of any kind; no part of it is one the reader check refuses."""
    made = random.choice(_LEAVES if depth <= 0 else _BRANCHES)(random, depth - 1)
    return tree(random, depth) if _refused(made) else made


def _refused(made: t.Tree) -> bool:
    """«F i de seneste 2 L er ikke x» says two things, whatever F, L and x are."""
    return isinstance(made, t.Call) and "ikke" in made.operator.split()[1:] and _several(made.arguments[0])


def _several(made: t.Tree) -> bool:
    return isinstance(made, t.Call) and made.operator == "i seneste" and made.arguments[1].recent is not None


def _name(random: Random, _: int = 0) -> t.Name:
    return t.Name(random.choice(NAMES))


def _number(random: Random, _: int = 0) -> t.Number:
    return t.Number(_decimal(random))


def _decimal(random: Random) -> Decimal:
    whole = random.choice([0, 1, 7, 12, 999, 1000, 1234, 10**6, random.randrange(10**15)])
    places = random.choice([0, 0, 0, 1, 2, 3, 6])
    return Decimal(whole) + Decimal(random.randrange(10**places)).scaleb(-places)


def _quantity(random: Random, _: int = 0) -> t.Quantity:
    return t.Quantity(_decimal(random), random.choice(list(UNITS)))


def _date(random: Random, _: int = 0) -> t.Date:
    return t.Date(_FIRST + timedelta(random.randrange(3_652_059)))


def _text(random: Random, _: int = 0) -> t.Text:
    return t.Text("".join(random.choice(_SIGNS) for _ in range(random.randrange(12))))


def _yes_no(random: Random, _: int = 0) -> t.YesNo:
    return t.YesNo(random.random() < 0.5)


def _chain(random: Random, depth: int) -> t.Call:
    return t.Call(random.choice(["og", "eller"]), _several_trees(random, depth, 2))


def _several_trees(random: Random, depth: int, least: int) -> tuple[t.Tree, ...]:
    return tuple(tree(random, depth) for _ in range(random.randint(least, least + 2)))


def _not(random: Random, depth: int) -> t.Call:
    return t.Call("ikke", (tree(random, depth),))


def _infix(random: Random, depth: int) -> t.Call:
    return t.Call(random.choice(_INFIX), (tree(random, depth), tree(random, depth)))


def _postfix(random: Random, depth: int) -> t.Call:
    return t.Call(random.choice(_POSTFIX), (tree(random, depth),))


def _among(random: Random, depth: int) -> t.Call:
    return t.Call(random.choice(_AMONG), (tree(random, depth), *_several_trees(random, depth, 1)))


def _between(random: Random, depth: int) -> t.Call:
    return t.Call("ligger mellem", tuple(tree(random, depth) for _ in range(3)))


def _arithmetic(random: Random, depth: int) -> t.Call:
    return t.Call(random.choice("+-*/"), (tree(random, depth), tree(random, depth)))


def _count_of(random: Random) -> t.Tree:
    return _name(random) if random.random() < 0.3 else _number(random)


def _elements(random: Random, where: t.Tree | None, *, recent: bool = True) -> t.Elements:
    number = _count_of(random) if recent and random.random() < 0.3 else None
    return t.Elements(random.choice(list(LISTS)), recent=number, where=where)


def _maybe(random: Random, depth: int) -> t.Tree | None:
    return tree(random, depth) if random.random() < 0.5 else None


def _quantifier(random: Random, depth: int) -> t.Call:
    elements = _elements(random, tree(random, depth))
    operator = random.choice(["der er mindst", "der er ingen blandt", "for alle"])
    return t.Call(operator, (_count_of(random), elements) if operator == "der er mindst" else (elements,))


def _count(random: Random, depth: int) -> t.Call:
    return t.Call("antal", (_elements(random, _maybe(random, depth)),))


def _sum(random: Random, depth: int) -> t.Call:
    where = _maybe(random, depth)
    return t.Call("sum af", (_name(random), _elements(random, where, recent=where is None)))


def _pick(random: Random, _: int) -> t.Call:
    return t.Call("i seneste", (_name(random), _elements(random, None)))


_LEAVES = (_name, _name, _name, _number, _quantity, _date, _text, _yes_no, _pick)
_BRANCHES = (
    *(_chain, _chain, _not, _infix, _infix, _postfix, _among, _between, _arithmetic, _arithmetic),
    *(_quantifier, _quantifier, _count, _sum, _pick, _name),
)


def sloppy(random: Random, sentence: str) -> str:
    """The same sentence as somebody in a hurry writes it: other words, symbols, capitals, gaps and line breaks."""
    said, end = [], 0
    for word in words(sentence, VOCABULARY):
        # What is skipped between two words is a gap, or the comma before «hvor».
        between = sentence[end : word.start]
        said += [_gap(random) if "," not in between or random.random() < 0.5 else f",{_gap(random)}"]
        said += [_respelt(random, word.kind, word.text, sentence[word.start : word.end])]
        end = word.end
    return "".join(said) + random.choice(["", " ", "\n"])


def _gap(random: Random) -> str:
    return random.choice([" ", " ", "  ", "\n", "\n   ", "\t", "\u00a0"])


def _respelt(random: Random, kind: str, text: str, wrote: str) -> str:
    if kind == "NAME":
        return _capitals(random, _gaps(random, text))
    if kind == "QUANTITY":
        return _capitals(random, wrote)
    if kind in {"TEXT", "DATE", "NUMBER", "LPAR", "RPAR", "COMMA"}:
        return wrote
    same = [one for one, meant in KEYWORDS.items() if meant == (kind, text)]
    return _gap(random).join(_capitals(random, random.choice(same or [wrote])).split())


def _gaps(random: Random, name: str) -> str:
    plain = name.replace("-", " ").replace("_", " ").split()
    return "".join(part + random.choice(["  ", " ", "\n", "_", "-"]) for part in plain)[:-1].rstrip("_- \n")


def _capitals(random: Random, text: str) -> str:
    return random.choice([str, str.upper, str.lower, str.capitalize])(text)
