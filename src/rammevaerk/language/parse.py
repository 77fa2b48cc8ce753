"""Text to tree. The tables are built once: the grammar is the same for every vocabulary."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar, cast

from lark import Lark, Token, Transformer
from lark.exceptions import UnexpectedToken, VisitError
from lark.lexer import Lexer

from rammevaerk.diagnostics import Unreadable
from rammevaerk.facts.dates import read_date
from rammevaerk.facts.numbers import read_number
from rammevaerk.facts.unit_table import UNITS
from rammevaerk.language import tree as t
from rammevaerk.language.lexer import Word, words
from rammevaerk.language.readings import refuse_double_readings, without_groups
from rammevaerk.language.syntax_errors import explain, hidden_keyword

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rammevaerk.language.vocabulary import Vocabulary

LONGEST: Final = 5_000
DEEPEST: Final = 40
_DEEPER: Final = frozenset({"LPAR", "IKKE", "HVOR", "GAELDER_AT", "PLUS", "TIMES"})
_SIDE_BY_SIDE: Final = frozenset({"OG", "ELLER", "COMMA"})
_QUOTES: Final = '"»«“”„'
_MARKS: Final = ("LPAR", "RPAR", "COMMA")
_T = TypeVar("_T")
_AMOUNT: Final = re.compile(r"([\d.,]*\d)\s*(.+)", re.DOTALL)


class SentenceFault(Exception):  # noqa: N818 - a fault of the sentence, not an error of the program
    """A sentence that cannot be read: the offset in it, what is wrong and how to mend it."""

    def __init__(self, at: int, unreadable: Unreadable, code: str) -> None:
        self.at = at
        self.code = code
        self.unreadable = unreadable
        super().__init__(unreadable.message)


class _Words(Lexer):
    """Passes on the words that `parse` has already cut; Lark's own lexers know nothing of a vocabulary."""

    def __init__(self, lexer_conf: object) -> None:
        pass

    def lex(self, data: list[Word]) -> Iterator[Token]:  # type: ignore[override] # words, not text
        for word in data:
            yield Token(word.kind, word.text, word.start, end_pos=word.end)


@cache
def parser() -> Lark:
    """The LALR(1) parser of a sentence; building it fails on any conflict."""
    grammar = Path(__file__).with_name("sentence.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer=_Words, strict=True, maybe_placeholders=False)


def parse(sentence: str, vocabulary: Vocabulary) -> t.Tree:
    """The tree of a sentence. Raises `SentenceFault` where it is wrong or can be read in two ways."""
    if len(sentence) > LONGEST:
        help_ = "del den op med begreber"
        raise SentenceFault(0, Unreadable(f"sætningen er længere end {LONGEST} tegn", help_), "R030")
    found = list(words(sentence, vocabulary))
    _refuse_open_quotes(found)
    _refuse_depth(found)
    try:
        tree = _Trees(vocabulary).transform(parser().parse(cast("str", found)))
    except UnexpectedToken as error:
        at = error.token.start_pos if error.token.type != "$END" else None
        place, unreadable = explain(sentence, found, at, error.accepts or error.expected, vocabulary)
        raise SentenceFault(place, unreadable, "R031") from None
    except VisitError as error:
        if isinstance(error.orig_exc, _At):
            raise SentenceFault(error.orig_exc.at, error.orig_exc.unreadable, "R032") from None
        raise
    if hidden := hidden_keyword(sentence, found, vocabulary):
        raise SentenceFault(*hidden, "R031")
    refuse_double_readings(tree, vocabulary.lists, lambda at, unreadable: SentenceFault(at, unreadable, "R033"))
    return without_groups(tree)


def _refuse_open_quotes(found: list[Word]) -> None:
    for word in found:
        if word.kind == "NAME" and word.text[0] in _QUOTES:
            message = "anførselstegnet lukkes ikke"
            raise SentenceFault(word.start, Unreadable(message, "sæt et anførselstegn, hvor teksten ender"), "R031")


def _refuse_depth(found: list[Word]) -> None:
    """Refuse what would nest too deep as a tree: parentheses, `ikke`, conditions in conditions, long sums."""
    outside: list[int] = []
    depth = 0
    for word in found:
        if word.kind == "LPAR":
            outside.append(depth)
        depth = _depth_after(word, depth, outside)
        if depth > DEEPEST:
            message = f"sætningen har mere end {DEEPEST} led inden i hinanden"
            raise SentenceFault(word.start, Unreadable(message, "del den op med begreber"), "R030")


def _depth_after(word: Word, depth: int, outside: list[int]) -> int:
    if word.kind in _DEEPER:
        return depth + 1
    if word.kind == "RPAR":
        return outside.pop() if outside else 0
    if word.kind in _SIDE_BY_SIDE:
        return outside[-1] + 1 if outside else 0
    return depth


class _At(Exception):  # noqa: N818 - carried out of the transformer only
    def __init__(self, at: int, unreadable: Unreadable) -> None:
        self.at, self.unreadable = at, unreadable


def _read(token: Token, read: Callable[[str], _T]) -> _T:
    try:
        return read(str(token))
    except Unreadable as unreadable:
        raise _At(token.start_pos or 0, unreadable) from None


class _Trees(Transformer[Token, t.Tree]):
    """Parse tree to syntax tree; every branch knows where it begins."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def start(self, children: Sequence[t.Tree]) -> t.Tree:
        return children[0]

    def NUMBER(self, token: Token) -> t.Tree:  # noqa: N802 - the name of the token
        return t.Number(_read(token, read_number), at=_start(token))

    def QUANTITY(self, token: Token) -> t.Tree:  # noqa: N802 - the name of the token
        number, unit = cast("re.Match[str]", _AMOUNT.fullmatch(token)).groups()
        if "/" in unit:
            help_ = "giv den et navn under parametre, og brug navnet i sætningen"
            raise _At(_start(token), Unreadable(f"«{token}» er en sammensat mængde", help_))
        value = _read(Token("NUMBER", number, token.start_pos), read_number)
        word = " ".join(unit.split()).casefold()
        return t.Quantity(value, next(w for w in UNITS if w.casefold() == word), at=_start(token))

    def DATE(self, token: Token) -> t.Tree:  # noqa: N802 - the name of the token
        return t.Date(_read(token, read_date), at=_start(token))

    def TEXT(self, token: Token) -> t.Tree:  # noqa: N802 - the name of the token
        return t.Text(str(token), at=_start(token))

    def JA(self, token: Token) -> t.Tree:  # noqa: N802 - the name of the token
        return t.YesNo(True, at=_start(token))  # noqa: FBT003 - the word says which

    def NEJ(self, token: Token) -> t.Tree:  # noqa: N802 - the name of the token
        return t.YesNo(False, at=_start(token))  # noqa: FBT003 - the word says which

    def NAME(self, token: Token) -> t.Tree:  # noqa: N802 - the name of the token
        return t.Name(str(token), at=_start(token))

    def name(self, children: Sequence[t.Tree]) -> t.Tree:
        return children[0]

    def group(self, children: Sequence[t.Tree | Token]) -> t.Tree:
        (inner,) = _branches(children)
        return t.Group(inner, at=_start(children[0]))

    def either(self, children: Sequence[t.Tree | Token]) -> t.Tree:
        return _call("eller", children)

    def both(self, children: Sequence[t.Tree | Token]) -> t.Tree:
        return _call("og", children)

    def negation(self, children: Sequence[t.Tree | Token]) -> t.Tree:
        return _call("ikke", children)

    def infix(self, children: Sequence[t.Tree | Token]) -> t.Tree:
        return _call(_operator(children), children)

    postfix = among = between = infix

    def at_least(self, children: Sequence[t.Tree | Token]) -> t.Tree:
        number, elements, where = _branches(children)
        return _call("der er mindst", [children[0], number, _narrowed(elements, where)])

    def none(self, children: Sequence[t.Tree | Token]) -> t.Tree:
        return _call("der er ingen blandt", [children[0], _narrowed(*_branches(children))])

    def all(self, children: Sequence[t.Tree | Token]) -> t.Tree:
        return _call("for alle", [children[0], _narrowed(*_branches(children))])

    def list(self, children: Sequence[t.Tree]) -> t.Tree:
        return t.Elements(self._plural(children[0]), at=children[0].at)

    def recent(self, children: Sequence[t.Tree | Token]) -> t.Tree:
        number, name = _branches(children)
        return t.Elements(self._plural(name), recent=number, at=_start(children[0]))

    def count(self, children: Sequence[t.Tree | Token]) -> t.Tree:
        return _call("antal", [children[0], _narrowed(*_branches(children))])

    def total(self, children: Sequence[t.Tree | Token]) -> t.Tree:
        field, name, *where = _branches(children)
        elements = t.Elements(self._plural(name), at=name.at)
        return _call("sum af", [children[0], field, _narrowed(elements, *where)])

    def total_recent(self, children: Sequence[t.Tree | Token]) -> t.Tree:
        field, number, name = _branches(children)
        return _call("sum af", [children[0], field, t.Elements(self._plural(name), number, at=name.at)])

    def latest(self, children: Sequence[t.Tree | Token]) -> t.Tree:
        field, name = _branches(children)
        return _call("i seneste", [field, t.Elements(self._plural(name), at=name.at)])

    def latest_several(self, children: Sequence[t.Tree | Token]) -> t.Tree:
        field, number, name = _branches(children)
        return _call("i seneste", [field, t.Elements(self._plural(name), number, at=name.at)])

    def sum(self, children: Sequence[t.Tree | Token]) -> t.Tree:
        return _chain(children)

    def product(self, children: Sequence[t.Tree | Token]) -> t.Tree:
        return _chain(children)

    def _plural(self, name: t.Tree) -> str:
        text = cast("t.Name", name).text
        return self._vocabulary.plurals.get(text, text)


def _branches(children: Sequence[t.Tree | Token]) -> list[t.Tree]:
    return [child for child in children if not isinstance(child, Token)]


def _start(child: t.Tree | Token) -> int:
    return (child.start_pos or 0) if isinstance(child, Token) else child.at


def _operator(children: Sequence[t.Tree | Token]) -> str:
    return next(str(child) for child in children if isinstance(child, Token) and child.type not in _MARKS)


def _call(operator: str, children: Sequence[t.Tree | Token]) -> t.Tree:
    return t.Call(operator, tuple(_branches(children)), at=_start(children[0]))


def _narrowed(elements: t.Tree, where: t.Tree | None = None) -> t.Tree:
    return replace(cast("t.Elements", elements), where=where)


def _chain(children: Sequence[t.Tree | Token]) -> t.Tree:
    """Terms from the left: `a - b + c` is `(a - b) + c`."""
    tree = cast("t.Tree", children[0])
    for operator, operand in zip(children[1::2], children[2::2], strict=True):
        tree = t.Call(str(operator), (tree, cast("t.Tree", operand)), at=tree.at)
    return tree
