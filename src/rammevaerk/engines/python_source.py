"""A rammeværk to the source of one Python function, for `compiled`: facts, rules, then indstillinger."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.engines.python_lists import Lists
from rammevaerk.engines.python_nodes import WORDS
from rammevaerk.facts.calendar import agreed, moved, recent
from rammevaerk.model import expression as e
from rammevaerk.model.exact import divided, minus, plus, times
from rammevaerk.model.resultat import Resultat, combined

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rammevaerk.model.klausul import Regel


_HEAD: Final = ("    facts = a.__dict__", "    own = facts['egne']")
"""Facts are read from the object's dict: pydantic makes every attribute of a model several times as dear."""


def namespace(constants: Mapping[str, object]) -> dict[str, Any]:
    """What the generated source may name, and nothing else."""
    udfald = {name: member for member, name in WORDS.items()}
    functions: dict[str, Callable[..., Any]] = {
        f.__name__: f for f in (plus, minus, times, divided, moved, recent, agreed, combined)
    }
    builtins = {"len": len}
    return {"__builtins__": builtins, "Resultat": Resultat, "D0": Decimal(0), **udfald, **functions, **constants}


class Source(Lists):
    """The source of one function for one stretch of days."""

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
