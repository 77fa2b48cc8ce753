"""Python source, line by line: variables, blocks and constants, and which expressions can be unknown."""

from __future__ import annotations

from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Lines:
    """The lines of one function under way.

    An expression's text has no side effects and may be repeated. Whether it can be None is known of it,
    so that tests for unknown are only written where unknown can be.
    """

    def __init__(self) -> None:
        self.constants: dict[str, object] = {}
        self._lines: list[str] = []
        self._depth = 1
        self._made = 0
        self._sure: set[str] = set()

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
