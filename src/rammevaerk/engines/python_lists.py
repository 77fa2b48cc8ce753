"""Questions to lists as Python source: counts, sums, some of them, the latest of them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rammevaerk.engines.python_nodes import Nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.model import expression as e


class Lists(Nodes):
    """Every node, those that ask a list too."""

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
