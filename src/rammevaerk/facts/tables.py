"""How a portfolio is laid out in tables: one row for each aktivitet, and a table for each list.

Pure data, made from the kinds of the facts. Whoever reads a portfolio fills these tables, and the engine that judges
them reads them; neither knows the other. NULL is unknown. A part of a fact is named after it with two underscores:
no key has two, so no two columns are called the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.facts.kinds import RESOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rammevaerk.facts.kinds import Kind, Oplysning

Type = Literal["integer", "text", "date", "boolean", "decimal"]
Part = Literal["", "enhed", "dato", "svaret_af", "begrundelse", "kendt"]

REQUIRED: Final = ("id", "titel", "status")
"""The keys of the facts that every aktivitet has."""
AKTIVITETER: Final = "aktiviteter"
NR: Final = "nr"
PLADS: Final = "plads"
VAERDI: Final = "værdi"
DATO: Final = "dato"
"""The field by which the records of a list are the latest."""

DIGITS: Final[Mapping[str, tuple[int, int]]] = {"": (21, 6), RESOURCE: (32, 8)}
"""All digits of a decimal, and those after the comma, by the unit of its kind: what can be read fits exactly.

A number has at most 15 digits before the comma and 6 after; mia. kr. adds nine before it, and øre two after.
"""
WIDEST: Final = (38, 12)
"""Of an amount in any other unit: the price of a thing may be one of a ton."""


@dataclass(frozen=True, slots=True)
class Kolonne:
    """A column: what it is called, what it holds, and the fact or the part of a fact that it is."""

    navn: str
    type: Type
    fact: Oplysning | None = None
    """None for the keys: the number of the aktivitet, the place in a list, a text of a list of texts."""
    part: Part = ""
    required: bool = False
    """Never NULL."""
    digits: tuple[int, int] = (0, 0)
    """Of a decimal: all its digits, and those after the comma."""


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table: that of the aktiviteter, or that of one list fact."""

    navn: str
    kolonner: tuple[Kolonne, ...]
    fact: Oplysning | None = None
    """The list whose elements are the rows."""


def portfolio_tables(egne: Mapping[str, Oplysning]) -> tuple[Tabel, ...]:
    """The tables of a portfolio for a rammeværk with these own facts; `aktiviteter` is the first.

    - `nr` numbers the aktiviteter from 1; the tables of lists refer to it, and `plads` numbers their rows from 1.
    - A text, date, yes/no or number is one column of its key. A choice is its text.
    - An amount that may be money or working time has its unit beside it (`mængde`, `mængde__enhed`), both NULL or
      neither; any other amount is in the base unit of its kind.
    - A skøn is its answer, with `__dato`, `__svaret_af` and `__begrundelse` beside it.
    - A list has the column `__kendt` here and its rows in the table of its key: false is an unknown list, true with
      no rows one that is known to be empty.
    - Own facts are prefixed `egne__`, their gaps an underscore.
    """
    facts = (*CATALOGUE.values(), *egne.values())
    scalars = tuple(column for fact in facts for column in _columns(fact))
    first = Tabel(AKTIVITETER, (Kolonne(NR, "integer", required=True), *scalars))
    return (first, *(_list_table(fact) for fact in facts if fact.kind.art == "liste"))


def column_of(fact: Oplysning, part: Part = "") -> str:
    """The name of the column of a fact or of a part of it; of a list, the name of its table."""
    name = "egne__" + "_".join(fact.key.replace("_", " ").split()) if fact.own else fact.key
    return f"{name}__{part}" if part else name


def _list_table(fact: Oplysning) -> Tabel:
    keys = (Kolonne(NR, "integer", required=True), Kolonne(PLADS, "integer", required=True))
    if fact.kind.fields:
        return Tabel(column_of(fact), (*keys, *(c for field in fact.kind.fields for c in _columns(field))), fact)
    return Tabel(column_of(fact), (*keys, Kolonne(VAERDI, "text", required=True)), fact)


def _columns(fact: Oplysning) -> Iterator[Kolonne]:
    kind = fact.kind
    if kind.art == "liste":
        yield Kolonne(column_of(fact, "kendt"), "boolean", fact, "kendt", required=True)
        return
    required = not fact.own and fact.key in REQUIRED
    digits = DIGITS.get(kind.unit, WIDEST) if kind.art == "tal" else (0, 0)
    yield Kolonne(column_of(fact), _type(kind), fact, required=required, digits=digits)
    if kind.unit == RESOURCE:
        yield Kolonne(column_of(fact, "enhed"), "text", fact, "enhed")
    if kind.skoen:
        yield Kolonne(column_of(fact, "dato"), "date", fact, "dato")
        yield Kolonne(column_of(fact, "svaret_af"), "text", fact, "svaret_af")
        yield Kolonne(column_of(fact, "begrundelse"), "text", fact, "begrundelse")


def _type(kind: Kind) -> Type:
    match kind.art:
        case "ja/nej":
            return "boolean"
        case "dato":
            return "date"
        case "tal":
            return "decimal"
    return "text"
