"""Core nodes to Python source: one method per node; each answers the text of an expression."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rammevaerk.engines.python_lines import Lines
from rammevaerk.facts.kinds import RESOURCE, Oplysning
from rammevaerk.model import expression as e
from rammevaerk.model.resultat import Udfald

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from rammevaerk.model.rammevaerk import Rammevaerk

WORDS: Final = {udfald: udfald.name for udfald in Udfald}
_RECKON: Final = {"+": "plus", "-": "minus", "*": "times", "/": "divided"}


class Nodes(Lines):
    """Every node that is no question to a list; `python_lists` has those."""

    def __init__(self, ramme: Rammevaerk, day: date) -> None:
        super().__init__()
        self._ramme = ramme
        self._day = day
        self._parameters: Mapping[str, object] = {name: one.on(day) for name, one in ramme.parametre.items()}
        self.reckons = False
        self._facts: dict[str, str] = {}
        self._loads: list[str] = []
        self._same: dict[e.Node, str] = {}
        self._outcomes: dict[str, str] = {}
        self._record = ""

    def _value(self, node: e.Node) -> str:
        """The text of a node's value; at the top of the function, equal nodes are worked out once."""
        if self._depth == 1 and not self._record and node in self._same:
            return self._same[node]
        text: str = getattr(self, f"_{type(node).__name__.lower()}")(node)
        if self._depth == 1 and not self._record:
            self._same[node] = text
        return text

    def _constant(self, node: e.Constant) -> str:
        return self._bound(node.value)

    def _today(self, _: e.Today) -> str:
        self._sure.add("day")
        return "day"

    def _parameter(self, node: e.Parameter) -> str:
        value = self._parameters[node.name]
        return "None" if value is None else self._bound(value)

    def _fact(self, node: e.Fact) -> str:
        return self._loaded(node.fact)

    def _loaded(self, fact: Oplysning) -> str:
        """The variable of a fact, read once at the head of the function."""
        if fact.name not in self._facts:
            name = self._facts[fact.name] = f"f{len(self._facts)}"
            read = f"(own.get({fact.name!r}) if own else None)" if fact.own else f"facts[{fact.attribute!r}]"
            self._loads.append(f"    {name} = {read}")
            self._loads += [f"    {line}" for line in self._plain(name, fact)]
            if fact.key in ("id", "titel", "status"):
                self._sure.add(name)
        return self._facts[fact.name]

    def _plain(self, name: str, fact: Oplysning) -> Iterator[str]:
        """Lines that make a skøn its answer and an amount its number."""
        if fact.kind.skoen:
            yield f"if {name} is not None:"
            yield f"    {name} = {name}.__dict__"
            yield f"    {name} = None if {name}['dato'] is not None and {name}['dato'] > day else {name}['svar']"
        elif fact.kind.unit == RESOURCE:
            yield f"if {name} is not None: {name} = {name}.tal if {name}.enhed == 'kr.' else None"
        elif fact.kind.unit:
            yield f"if {name} is not None: {name} = {name}.tal"

    def _field(self, node: e.Field) -> str:
        name = self._kept(f"{self._record}[{node.fact.attribute!r}]")
        for line in self._plain(name, node.fact):
            self._line(line)
        return name

    def _element(self, _: e.Element) -> str:
        self._sure.add(self._record)
        return self._record

    def _known(self, node: e.Known) -> str:
        return self._kept(f"{self._fact(node.fact)} is not None", sure=True)

    def _outcome(self, node: e.Outcome) -> str:
        found = self._outcomes.get(node.ref) or self._klausul(node.ref)
        if node.udfald == "uafklaret":
            return self._kept(f"{found} is UAFKLARET", sure=True)
        return self._kept(f"None if {found} is UAFKLARET else {found} is {WORDS[Udfald(node.udfald)]}")

    def _klausul(self, ref: str) -> str:
        parts = ", ".join(self._outcomes[regel.id] for regel in self._ramme.regler_for[ref])
        return self._kept(f"combined(({parts},))", sure=True)

    def _not(self, node: e.Not) -> str:
        part = self._value(node.part)
        if self._nullable(part):
            return self._kept(f"None if {part} is None else not {part}")
        return self._kept(f"not {part}", sure=True)

    def _and(self, node: e.And) -> str:
        return self._chain(node.parts, settled="False", neutral="True")

    def _or(self, node: e.Or) -> str:
        return self._chain(node.parts, settled="True", neutral="False")

    def _chain(self, parts: tuple[e.Expression, ...], settled: str, neutral: str) -> str:
        """Kleene's chain: a settled part ends it, a neutral one leaves it as it was, an unknown one opens it."""
        first = self._value(parts[0])
        sure = not self._nullable(first)
        found = self._kept(first)
        for part in parts[1:]:
            with self._block(f"if {found} is not {settled}:"):
                value = self._value(part)
                sure = sure and not self._nullable(value)
                with self._block(f"if {value} is not {neutral}:"):
                    self._line(f"{found} = {value}")
        if sure:
            self._sure.add(found)
        return found

    def _both(self, left: str, right: str, text: str) -> str:
        """An expression that is unknown when an operand is."""
        tests = [f"{name} is None" for name in dict.fromkeys((left, right)) if self._nullable(name)]
        return self._kept(f"None if {' or '.join(tests)} else {text}") if tests else self._kept(text, sure=True)

    def _compare(self, node: e.Compare) -> str:
        left, right = self._value(node.left), self._value(node.right)
        sign = {"=": "==", "<": "<", "≤": "<="}[node.op]
        return self._both(left, right, f"{left} {sign} {right}")

    def _member(self, node: e.Member) -> str:
        item = self._value(node.item)
        values = node.values
        found = self._parameters[values.name] if isinstance(values, e.Parameter) else values
        if not isinstance(found, tuple):
            return "None"  # a list that is not in force that day
        return self._both(item, item, f"{item} in {self._bound(frozenset(found))}")

    def _arithmetic(self, node: e.Arithmetic) -> str:
        self.reckons = self.reckons or not node.dates or node.op == "-"  # a date moved forward rounds nothing
        left, right = self._value(node.left), self._value(node.right)
        if node.dates == "difference":
            return self._both(left, right, f"({left} - {right}).days")
        if node.dates:
            sign = "-" if node.op == "-" else ""
            return self._both(left, right, f"moved({left}, {sign}{right}, {node.dates!r})")
        found = self._both(left, right, f"{_RECKON[node.op]}({left}, {right})")
        if node.op == "/":
            self._sure.discard(found)  # divided by nothing is unknown, whatever is known
        return found
