"""`--fejl-i`: the faults of a workbook beside its cells, in a copy."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Option
from rammevaerk.cli.writing import write_files
from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.documents.text import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

FEJL_I: Final = Option("fejl-i", "et regneark at skrive fejlene i: en kopi med dem ved cellerne", "KOPI.xlsx")
_SUFFIX: Final = ".xlsx"


@contextmanager
def faults_beside_cells(arguments: Arguments) -> Iterator[None]:
    """Where what is done inside is refused, and a copy is asked for, write it before the refusal goes on."""
    copy = arguments.one("fejl-i")
    if copy:
        _check(Path(copy), arguments.words)
    try:
        yield
    except Refused as refused:
        if copy:
            _write(Path(copy), arguments.words, refused.diagnostics)
        raise


def _check(copy: Path, words: tuple[str, ...]) -> None:
    books = [word for word in words if Path(word).suffix.casefold() == _SUFFIX]
    if copy.suffix.casefold() != _SUFFIX or len(books) != 1:
        help_line = "skriv ét regneark, der ender på .xlsx, og et navn til kopien, der også gør"
        raise Refused([Diagnostic("B005", "«--fejl-i» kræver ét regneark", help_line)])
    if copy.exists():
        raise Refused([Diagnostic("B009", f"«{copy}» findes i forvejen", "vælg et andet navn, eller flyt filen")])


def _write(copy: Path, words: tuple[str, ...], faults: tuple[Diagnostic, ...]) -> None:
    from rammevaerk.facts.sheets.packed import PACKED_LIMIT
    from rammevaerk.presentation.fejlark import write_fejlark

    (book,) = (word for word in words if Path(word).suffix.casefold() == _SUFFIX)
    if not any(fault.span and fault.span.cell and fault.span.source == book for fault in faults):
        return
    write_files({copy: write_fejlark(read_bytes(Path(book), PACKED_LIMIT), book, faults)})
    print(f"Fejlene står også i «{copy}».", file=sys.stderr)
