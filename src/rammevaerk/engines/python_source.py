"""Core nodes to Python source, for `compiled`. One method per node; each answers the text of an expression."""

from __future__ import annotations

from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.facts.calendar import agreed, moved, recent
from rammevaerk.facts.kinds import RESOURCE, Oplysning
from rammevaerk.model import expression as e
from rammevaerk.model.exact import divided, minus, plus, times
from rammevaerk.model.resultat import Resultat, Udfald, combined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from rammevaerk.model.rammevaerk import Rammevaerk, Regel

_WORDS: Final = {udfald: udfald.name for udfald in Udfald}
_RECKON: Final = {"+": "plus", "-": "minus", "*": "times", "/": "divided"}

_HEAD: Final = ("    facts = a.__dict__", "    own = facts['egne']")
"""Facts are read from the object's dict: pydantic makes every attribute of a model several times as dear."""


def namespace(constants: Mapping[str, object]) -> dict[str, Any]:
    """What the generated source may name, and nothing else."""
    udfald = {name: member for member, name in _WORDS.items()}
    functions: dict[str, Callable[..., Any]] = {
        f.__name__: f for f in (plus, minus, times, divided, moved, recent, agreed, combined)
    }
    builtins = {"len": len}
    return {"__builtins__": builtins, "Resultat": Resultat, "D0": Decimal(0), **udfald, **functions, **constants}


class Source:
    """The source of one function, written line by line.

    An expression's text has no side effects and may be repeated. Whether it can be None is decided by
    `nullable`, so that tests for unknown are only written where unknown can be.
    """

    def __init__(self, ramme: Rammevaerk, day: date) -> None:
        self._ramme = ramme
        self._day = day
        self._parameters: Mapping[str, object] = {name: one.on(day) for name, one in ramme.parametre.items()}
        self.constants: dict[str, object] = {}
        self.reckons = False
        self._lines: list[str] = []
        self._depth = 1
        self._made = 0
        self._facts: dict[str, str] = {}
        self._loads: list[str] = []
        self._sure: set[str] = set()
        self._same: dict[e.Node, str] = {}
        self._outcomes: dict[str, str] = {}
        self._record = ""

    # Writing lines

    def _line(self, text: str) -> None:
        self._lines.append("    " * self._depth + text)

    @contextmanager
    def _block(self, head: str) -> Iterator[None]:
        self._line(head)
        self._depth += 1
        yield
        self._depth -= 1

    def _new(self, prefix: str = "t") -> str:
        self._made += 1
        return f"{prefix}{self._made}"

    def _kept(self, text: str, *, sure: bool = False) -> str:
        """A variable that holds the expression."""
        name = self._new()
        self._line(f"{name} = {text}")
        if sure:
            self._sure.add(name)
        return name

    def _bound(self, value: object) -> str:
        """A value as source: small literals as they are, others as a constant of the namespace."""
        if isinstance(value, bool | str):
            text = repr(value)
        elif isinstance(value, Decimal) and value == int(value) and abs(value) < 10**15:
            text = repr(int(value))
        else:
            text = f"c{len(self.constants)}"
            self.constants[text] = value
        self._sure.add(text)
        return text

    def _nullable(self, text: str) -> bool:
        return text not in self._sure

    # The function

    def judging(self) -> str:
        """The source that answers the udfald of every rule and the handling: facts first, then rules, then advice."""
        for regel in self._ramme.regler:
            self._rule(regel)
        in_force = self._ramme.gaelder.covers(self._day)
        naar = [self._value(one.naar) if in_force else "False" for one in self._ramme.indstillinger]
        outcomes = ", ".join(f"{id_!r}: {name}" for id_, name in self._outcomes.items())
        self._line(f"return Resultat({{{outcomes}}}, {self._handling(naar)}, ({''.join(f'{one}, ' for one in naar)}))")
        return self._source(_HEAD, self._loads)

    def advising(self) -> str:
        """The source that answers the handling alone: each indstilling with what it needs, until one holds."""
        naar: list[str] = []
        in_force = self._ramme.gaelder.covers(self._day)
        for one in self._ramme.indstillinger if in_force else ():
            at, loaded = len(self._lines), len(self._loads)
            for regel in self._asked(one.naar):
                self._rule(regel)
            naar.append(self._value(one.naar))
            self._lines[at:at] = self._loads[loaded:]
            self._line(f"if {naar[-1]}: return {self._waiting(naar, one.handling, len(naar) - 1)}")
        self._line(f"return {self._waiting(naar, 'ingen', len(naar))}")
        return self._source(_HEAD)

    def _asked(self, naar: e.Node) -> list[Regel]:
        """The rules not yet decided that a condition asks about, and those that these ask about, in their order."""
        asked = [node.ref for node in e.walk(naar) if isinstance(node, e.Outcome)]
        found: list[Regel] = []
        for regel in reversed(self._ramme.regler):  # each comes after those it reads
            if {regel.id, regel.klausul}.intersection(asked):
                found.append(regel)
                conditions = [one for one in (regel.gaelder_naar, regel.krav) if one]
                asked += [node.ref for one in conditions for node in e.walk(one) if isinstance(node, e.Outcome)]
        return [regel for regel in reversed(found) if regel.id not in self._outcomes]

    def _source(self, *heads: Sequence[str]) -> str:
        return "\n".join(["def judge(a, day):", *(line for head in heads for line in head), *self._lines])

    def _rule(self, regel: Regel) -> None:
        """The lines that decide one rule."""
        name = self._outcomes[regel.id] = self._new("r")
        if not self._ramme.in_force(regel, self._day):
            self._line(f"{name} = IKKE_I_KRAFT")
            return
        breached = "IKKE_RELEVANT" if regel.styrke == "kan" else "IKKE_OPFYLDT"
        if regel.gaelder_naar is None:
            krav = self._value(regel.krav)
            self._line(f"{name} = OPFYLDT if {krav} else {self._open(krav, breached)}")
            return
        naar = self._value(regel.gaelder_naar)
        with self._block(f"if {naar} is False:"):
            self._line(f"{name} = IKKE_RELEVANT")
        if self._nullable(naar):
            with self._block(f"elif {naar} is None:"):
                self._line(f"{name} = UAFKLARET")
        with self._block("else:"):
            krav = self._value(regel.krav)
            self._line(f"{name} = OPFYLDT if {krav} else {self._open(krav, breached)}")

    def _open(self, krav: str, breached: str) -> str:
        return f"UAFKLARET if {krav} is None else {breached}" if self._nullable(krav) else breached

    def _handling(self, naar: list[str]) -> str:
        """The first that holds, `afvent` where an unknown one before it would turn it."""
        chosen = self._waiting(naar, "ingen", len(naar))
        for place in range(len(naar) - 1, -1, -1):
            own = self._waiting(naar, self._ramme.indstillinger[place].handling, place)
            chosen = f"{own} if {naar[place]} else {chosen}"
        return chosen

    def _waiting(self, naar: list[str], handling: str, place: int) -> str:
        before = zip(naar[:place], self._ramme.indstillinger[:place], strict=True)
        turning = [text for text, one in before if one.handling != handling and self._nullable(text)]
        waits = " or ".join(f"{text} is None" for text in turning)
        return f"('afvent' if {waits} else {handling!r})" if turning else repr(handling)

    # The nodes

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
        return self._kept(f"None if {found} is UAFKLARET else {found} is {_WORDS[Udfald(node.udfald)]}")

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

    # Lists

    @contextmanager
    def _each(self, of: e.Listing, found: str) -> Iterator[None]:
        """A loop over the records of a list that is known; `found` is left as None where it is not."""
        outer, self._record = self._record, self._new("x")
        with self._block(f"if {self._fact(of.fact)} is None:"):
            self._line(f"{found} = None")
        with self._block("else:"), self._block(f"for {self._record} in {self._fact(of.fact)}:"):
            self._opened(of)
            yield
        self._record = outer

    def _opened(self, of: e.Listing) -> None:
        """A record by its fields; a text of a list of texts is itself."""
        if of.fact.fact.kind.fields:
            self._line(f"{self._record} = {self._record}.__dict__")

    def _where(self, of: e.Listing) -> str:
        if of.where is None:
            self._sure.add("True")
            return "True"
        return self._value(of.where)

    def _atleast(self, node: e.AtLeast) -> str:
        if node.of.recent is not None:
            return self._recent_at_least(node)
        number = self._value(node.number)
        if node.of.where is None:
            return self._both(self._fact(node.of.fact), number, f"len({self._fact(node.of.fact)}) >= {number}")
        if number == "1":
            return self._some(node.of)
        found, surely, maybe = self._new(), self._new(), self._new()
        self._line(f"{surely} = {maybe} = 0")
        self._line(f"{found} = False")
        with self._each(node.of, found):
            where = self._where(node.of)
            self._line(f"if {where}: {surely} += 1")
            self._line(f"elif {where} is None: {maybe} += 1")
        enough = f"True if {surely} >= {number} else False if {surely} + {maybe} < {number} else None"
        self._line(f"if {found} is False: {found} = {enough}")
        return found

    def _some(self, of: e.Listing) -> str:
        """At least one: the first that surely is one ends the search."""
        found = self._kept("False")
        with self._each(of, found):
            where = self._where(of)
            with self._block(f"if {where}:"):
                self._line(f"{found} = True")
                self._line("break")
            if self._nullable(where):
                self._line(f"if {where} is None: {found} = None")
        return found

    def _count(self, node: e.Count) -> str:
        if node.of.recent is not None:
            return self._recent_count(node)
        if node.of.where is None:
            name = self._fact(node.of.fact)
            return self._kept(f"None if {name} is None else len({name})")
        found = self._kept("0")
        with self._each(node.of, found):
            self._tally(found, self._where(node.of), "1")
        return found

    def _tally(self, found: str, where: str, amount: str) -> None:
        """Add to a tally what counts; one unknown condition makes the whole unknown, and the loop ends."""
        if self._nullable(where):
            with self._block(f"if {where} is None:"):
                self._line(f"{found} = None")
                self._line("break")
        with self._block(f"if {where}:"):
            if self._nullable(amount) and amount != "1":
                with self._block(f"if {amount} is None:"):
                    self._line(f"{found} = None")
                    self._line("break")
            self._line(f"{found} = {found} + {amount}")

    def _sum(self, node: e.Sum) -> str:
        self.reckons = True
        if node.of.recent is not None:
            return self._recent_sum(node)
        found = self._kept("D0")
        with self._each(node.of, found):
            where = self._where(node.of)
            self._tally(found, where, self._value(node.field))
        return found

    def _latest(self, node: e.Latest) -> str:
        """The latest by date: undated or disagreeing records make it unknown."""
        found, latest = self._kept("None"), self._kept("None")
        with self._each(node.of, found):
            day = self._kept(f"{self._record}['dato']")
            with self._block(f"if {day} is None:"):
                self._line(f"{found} = None")
                self._line("break")
            with self._block(f"if {day} <= day and ({latest} is None or {day} >= {latest}):"):
                value = self._value(node.field)
                self._line(f"{found} = {value} if {day} != {latest} or {value} == {found} else None")
                self._line(f"{latest} = {day}")
        return found

    # The elements of the latest dates: the records of one date are one element, if they agree

    @contextmanager
    def _groups(self, of: e.Listing, found: str, field: e.Field | None = None) -> Iterator[tuple[str, str]]:
        """A loop over the latest dates, with what each says of the condition and of a field."""
        groups, group, holds, values = (self._new() for _ in range(4))
        name = self._fact(of.fact)
        self._line(f"{groups} = None if {name} is None else recent({name}, {of.recent}, day)")
        with self._block(f"if {groups} is None:"):
            self._line(f"{found} = None")
        with self._block("else:"), self._block(f"for {group} in {groups}:"):
            self._line(f"{holds}, {values} = [], []")
            outer, self._record = self._record, self._new("x")
            with self._block(f"for {self._record} in {group}:"):
                self._opened(of)
                self._line(f"{holds} += [{self._where(of)}]")
                self._line(f"{values} += [{self._value(field) if field else None}]")
            self._record = outer
            yield self._kept(f"agreed({holds})"), self._kept(f"agreed({values})")

    def _recent_at_least(self, node: e.AtLeast) -> str:
        number = self._value(node.number)
        found, surely, maybe = self._kept("False"), self._kept("0"), self._kept("0")
        with self._groups(node.of, found) as (holds, _):
            self._line(f"if {holds}: {surely} += 1")
            self._line(f"elif {holds} is None: {maybe} += 1")
        enough = f"True if {surely} >= {number} else False if {surely} + {maybe} < {number} else None"
        self._line(f"if {found} is False: {found} = {enough}")
        return found

    def _recent_count(self, node: e.Count) -> str:
        found = self._kept("0")
        with self._groups(node.of, found) as (holds, _):
            self._tally(found, holds, "1")
        return found

    def _recent_sum(self, node: e.Sum) -> str:
        found = self._kept("D0")
        with self._groups(node.of, found, node.field) as (holds, amount):
            self._tally(found, holds, amount)
        return found
