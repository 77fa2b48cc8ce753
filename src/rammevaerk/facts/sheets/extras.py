"""The packages that only tables need, and what to say where they are not installed."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from rammevaerk.diagnostics import Diagnostic, Refused, Span

if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def installed(*packages: str) -> bool:
    """Whether all of them are; what only makes reading quicker is done without where they are not."""
    return all(map(find_spec, packages))


@contextmanager
def extra(package: str, name: str, source: str) -> Iterator[None]:
    """Import inside it; raises `Refused` with the command to install what is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != package:
            raise
        help_line = f"kør «pip install 'rammevaerk[{name}]'»"
        raise Refused([Diagnostic("F041", f"programpakken «{package}» mangler", help_line, Span(source))]) from None
