"""Tree to text: the one canonical way to write a sentence. `parse(write(tree)) == tree`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.facts.dates import write_date
from rammevaerk.facts.numbers import write_number
from rammevaerk.language import tree as t
from rammevaerk.operators import OPERATORS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LOOSE: Final = 0
_CHAIN, _NOT, _CLAIM, _SUM, _PRODUCT, _ATOM = range(1, 7)
_TIGHTNESS: Final = {
    "and": _CHAIN,
    "or": _CHAIN,
    "not": _NOT,
    "infix": _CLAIM,
    "postfix": _CLAIM,
    "among": _CLAIM,
    "between": _CLAIM,
    "plus": _SUM,
    "times": _PRODUCT,
    "pick": _ATOM,
}
_QUANTIFIERS: Final = ("der er mindst", "der er ingen blandt", "for alle")


def write(tree: t.Tree, singulars: Mapping[str, str] | None = None, *, groups: bool = False) -> str:
    """The sentence in canonical Danish. `singulars` gives «seneste evaluering» its singular.

    With `groups` the tree still has its own parentheses, and no others are written.
    """
    return _Writer(singulars or {}, groups=groups).write(tree, _LOOSE)


class _Writer:
    """Writes one sentence; a part that binds less tightly than its place gets parentheses."""

    def __init__(self, singulars: Mapping[str, str], *, groups: bool) -> None:
        self._singulars = singulars
        self._groups = groups

    def write(self, tree: t.Tree, place: int) -> str:
        text = self._text(tree)
        return f"({text})" if _tightness(tree) < place and not self._groups else text

    def _text(self, tree: t.Tree) -> str:
        match tree:
            case t.Name(text):
                return text
            case t.Number(value):
                return write_number(value)
            case t.Quantity(value, unit):
                return f"{write_number(value)} {unit}"
            case t.Date(day):
                return write_date(day)
            case t.Text(text):
                return '"' + text.replace('"', '""') + '"'
            case t.YesNo(yes):
                return "ja" if yes else "nej"
            case t.Group(inner):
                return f"({self.write(inner, _LOOSE)})" if self._groups else self._text(inner)
            case t.Elements():
                return self._elements(tree)
            case t.Call(operator, arguments):
                return self._call(operator, arguments)

    def _elements(self, tree: t.Elements) -> str:
        return tree.name if tree.recent is None else f"de seneste {self._text(tree.recent)} {tree.name}"

    def _call(self, operator: str, arguments: tuple[t.Tree, ...]) -> str:
        shape = OPERATORS[operator].shape
        if shape in ("and", "or"):
            return f" {operator} ".join(self.write(part, _CLAIM) for part in arguments)
        writers: Mapping[str, Callable[[str, tuple[t.Tree, ...]], str]] = {
            "not": self._not,
            "plus": self._arithmetic,
            "times": self._arithmetic,
            "pick": self._pick,
            "list": self._list,
        }
        return writers.get(shape, self._claim)(operator, arguments)

    def _not(self, operator: str, arguments: tuple[t.Tree, ...]) -> str:
        return f"{operator} {self.write(arguments[0], _NOT)}"

    def _claim(self, operator: str, arguments: tuple[t.Tree, ...]) -> str:
        first, *rest = (self.write(part, _SUM) for part in arguments)
        shape = OPERATORS[operator].shape
        if shape == "among":
            return f"{first} {operator} ({', '.join(rest)})"
        return " ".join([first, operator, " og ".join(rest)]).rstrip()

    def _arithmetic(self, operator: str, arguments: tuple[t.Tree, ...]) -> str:
        tight = _TIGHTNESS[OPERATORS[operator].shape]
        left, right = arguments
        return f"{self.write(left, tight)} {operator} {self.write(right, tight + 1)}"

    def _pick(self, operator: str, arguments: tuple[t.Tree, ...]) -> str:
        field, elements = arguments
        if isinstance(elements, t.Elements) and elements.recent is None:
            return f"{self._text(field)} {operator} {self._singulars.get(elements.name, elements.name)}"
        return f"{self._text(field)} i {self._text(elements)}"

    def _list(self, operator: str, arguments: tuple[t.Tree, ...]) -> str:
        *before, elements = arguments
        head = " ".join([operator, *map(self._text, before)])
        where = elements.where if isinstance(elements, t.Elements) else None
        join = {"der er mindst": " blandt ", "sum af": " i "}.get(operator, " ")
        said = f"{head}{join}{self._text(elements)}"
        if where is None:
            return said
        bracketed = self._text(where) if self._groups else f"({self._text(where)})"
        link = {"for alle": " gælder, at ", "antal": " hvor ", "sum af": " hvor "}.get(operator, ", hvor ")
        if self._groups and operator in ("antal", "sum af"):
            bracketed = f"({bracketed})"
        return f"{said}{link}{bracketed}"


def _tightness(tree: t.Tree) -> int:
    if not isinstance(tree, t.Call):
        return _ATOM
    if tree.operator in _QUANTIFIERS:
        return _CLAIM
    return _TIGHTNESS.get(OPERATORS[tree.operator].shape, _ATOM)
