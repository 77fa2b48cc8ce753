"""`sql`: a rammeværk as views that a data warehouse can keep."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, cast

from rammevaerk.cli.arguments import Arguments, Option, Verb
from rammevaerk.cli.judging import read_dato
from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.facts.dates import write_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rammevaerk.engines.sql_terms import Dialekt
    from rammevaerk.model.rammevaerk import Rammevaerk

DIALEKTER: Final = ("duckdb", "postgres", "tsql", "spark")
_DIALEKT: Final = Option("dialekt", "duckdb (som standard), postgres, tsql eller spark", "DIALEKT", "", DIALEKTER)
_DATO: Final = Option("dato", "den dag, der vurderes på, fx 01.06.2024 eller 2024-06-01; ellers i dag", "DATO", "d")
_TABLES: Final = Option("tabeller", "skriv også de tabeller, visningerne læser, uden rækker")
_ABOUT: Final = """
Skriver rammeværket som SQL, så en portefølje kan vurderes dér, hvor den ligger. Svarene er de samme
som med «vurder». Visningerne hedder efter rammeværket:
  …_udfald        handlingen og udfaldet af hver klausul, en række for hver aktivitet
  …_regler        udfaldet af hver regel
  …_mangler       de oplysninger, en regel venter på, en række for hver
  …_vilkår        de brud, der skal rettes op, og som ikke afgør handlingen
  …_modsigelser   evalueringer, hvis bidrag strider mod mængderne; de skal rettes først
  …_grundlag      det, de andre læser

Datoen står i visningerne. De svarer derfor det samme i morgen; skriv dem igen for at vurdere på en
anden dag. Alle rammeværker læser de samme tabeller. Egne oplysninger står i kolonner, der begynder
med «egne__».

Eksempel:
  rammevaerk sql odense-2022 --dialekt postgres --dato 01.06.2024 --tabeller
"""
_ENDS: Final = {"tsql": "\nGO"}
"""SQL Server wants each view in a batch of its own."""


def _run(arguments: Arguments) -> int:
    from rammevaerk.loading import load, shipped

    faults: list[Diagnostic] = []
    dato = read_dato(arguments.one("dato"), faults)
    dialekt = cast("Dialekt", arguments.one("dialekt", DIALEKTER[0]))
    if len(arguments.words) != 1:
        known = ", ".join(f"«rammevaerk sql {name}»" for name in shipped())
        faults.append(Diagnostic("B005", "skriv navnet på ét rammeværk", f"skriv fx {known}"))
    if faults:
        raise Refused(faults)
    ramme = load(arguments.words[0])
    sys.stdout.write("\n".join(_lines(ramme, dato, dialekt, tables="tabeller" in arguments.values)))
    return 0


def _lines(ramme: Rammevaerk, dato: date, dialekt: Dialekt, *, tables: bool) -> Iterator[str]:
    from rammevaerk.explanation.whole_portfolio import imported

    imported("sqlglot")
    from rammevaerk.engines.sql_views import write_tables, write_views

    end = _ENDS.get(dialekt, ";")
    titel = " ".join(ramme.titel.split())  # on one line, or the rest of it would be SQL
    yield f"-- {titel} ({ramme.id}), vurderet pr. {write_date(dato)}. Udgave {ramme.udgave}."
    for view in (*(write_tables(ramme, dialekt) if tables else ()), *write_views(ramme, dato, dialekt)):
        yield f"\n{view.statement}{end}"
    yield ""


VERB: Final = Verb(
    name="sql",
    words="NAVN [--dialekt DIALEKT] [--dato DATO] [--tabeller]",
    summary="skriv rammeværket som visninger i et datavarehus",
    about=_ABOUT,
    options=(_DIALEKT, _DATO, _TABLES),
    run=_run,
)
