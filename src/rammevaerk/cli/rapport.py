"""`rapport`: the follow-up on a portfolio in the committee form, as a page, a workbook and a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Option, Verb
from rammevaerk.cli.judging import DATO, RAMME, Sag, read_sag
from rammevaerk.cli.writing import write_files
from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.names import listed

if TYPE_CHECKING:
    from rammevaerk.explanation.rapport import Rapport, Sidste

_NAME: Final = "rapport"
_OUT: Final = Option("ud", "en mappe, eller en fil, der ender på .html, .xlsx eller .pdf", "STI", "o")
_BEFORE: Final = Option("før", "den .json-fil, som den forrige rapport skrev", "FIL")
_PUBLIC: Final = Option("offentlig", "udelad underskrifter, noter og andre persondata")
_ABOUT: Final = """
Skriver opfølgningen på aktiviteterne, som et udvalg kan få den: indstilling, sagsfremstilling,
økonomi og bilag. I en mappe kommer den som side, regneark og PDF. Ved siden af skrives en
.json-fil med de få tal, den næste opfølgning skal sammenlignes med. Gem den, og skriv den efter
--før næste gang.

Tallene laves én gang og er de samme i alle tre. Det, der ikke er oplyst, regnes ikke for 0.

Eksempel:
  rammevaerk rapport aktiviteter.yaml --ramme odense-2022 --dato 31.12.2025 -o opfølgning
"""


def _run(arguments: Arguments) -> int:
    from rammevaerk.presentation.rapport.printing import printed
    from rammevaerk.presentation.rapport.sidste import as_sidste

    out = _place(arguments)
    with read_sag(arguments) as sag:
        rapport = _made(sag, arguments)
    found = printed(rapport, out)
    files = {out[form]: data for form, data in found.items()}
    files[next(iter(out.values())).with_suffix(".json")] = as_sidste(rapport)
    write_files(files)
    print("\n".join(str(path) for path in files))
    return 0


def _place(arguments: Arguments) -> dict[str, Path]:
    """The file of each form that is asked for. Raises `Refused` where none is."""
    from rammevaerk.presentation.rapport.printing import PRINTERS

    faults = []
    if not arguments.one("ud"):
        faults.append(Diagnostic("B005", "ingen fil eller mappe at skrive i", "skriv fx «-o opfølgning»"))
    if len(arguments.every("ramme")) > 1:
        help_ = "skriv én rapport for hvert rammeværk"
        faults.append(Diagnostic("B004", "en rapport er om ét rammeværk", help_))
    path = Path(arguments.one("ud"))
    if path.suffix and path.suffix not in PRINTERS and not path.is_dir():
        help_ = f"lad navnet ende på {listed(list(PRINTERS), 'eller')}, eller skriv en mappe"
        faults.append(Diagnostic("B004", f"en rapport kan ikke skrives som «{path.suffix}»", help_))
    if faults:
        raise Refused(faults)
    if path.suffix in PRINTERS:
        return {path.suffix: path}
    return {form: path / f"{_NAME}{form}" for form in PRINTERS}


def _made(sag: Sag, arguments: Arguments) -> Rapport:
    from rammevaerk.api import rapport
    from rammevaerk.cli.progress import watched

    (ramme,) = sag.rammer
    before = _before(arguments.one("før"), ramme.id, sag)
    each = watched(sag.aktiviteter, "Vurderer", sag.aktiviteter.count)
    return rapport(each, ramme, sag.dato, offentlig=bool(arguments.every("offentlig")), sidste=before)


def _before(file: str, ramme: str, sag: Sag) -> Sidste | None:
    from rammevaerk.documents.text import read_bytes
    from rammevaerk.presentation.rapport.sidste import LARGEST, read_sidste

    return read_sidste(read_bytes(Path(file), LARGEST), file, ramme, sag.dato) if file else None


VERB: Final = Verb(
    name="rapport",
    words="FIL… --ramme NAVN -o STI [--dato DATO] [--før FIL] [--offentlig]",
    summary="skriv opfølgningen på aktiviteterne til udvalget",
    about=_ABOUT,
    options=(RAMME, DATO, _OUT, _BEFORE, _PUBLIC),
    run=_run,
)
