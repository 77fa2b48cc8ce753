"""A whole portfolio at once, in DuckDB: the same answers as `direct`, of tables as `facts/tables.py` lays them out.

The query goes through the portfolio so many aktiviteter at a time, by their numbers. Each part is grouped and joined
within the memory there is, so the time goes as the number of aktiviteter does, and what does not fit is on disk.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeVar, get_args

from sqlglot import exp

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.engines.sql_reasons import Reasons, Savn
from rammevaerk.engines.sql_source import Source
from rammevaerk.engines.sql_terms import case
from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.model.expression import Fact
from rammevaerk.model.klausul import Handling
from rammevaerk.model.resultat import Udfald

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    import duckdb

    from rammevaerk.model.rammevaerk import Rammevaerk

AT_ONCE: Final = 500_000
"""Aktiviteter in one part of the portfolio."""
BITS: Final = 8
"""Conditions in one byte; DuckDB takes longer with wider numbers."""

Name = TypeVar("Name")
"""What a condition is told by."""


@dataclass(frozen=True, slots=True)
class Navne:
    """What stands where in an answer: the rules of `u1`, `u2` …, and what the bits of the rest mean."""

    regler: tuple[str, ...]
    klausuler: Mapping[str, str]
    """The column of each klausul that rules decide, by its id: that of its rule, or one of its own."""
    savn: tuple[Savn, ...]
    venter: tuple[str, ...]
    vilkaar: tuple[str, ...]

    @staticmethod
    def of_bits(names: Sequence[Name], found: Iterable[int]) -> Iterator[Name]:
        """Those of the names whose bit is 1: the first has the lowest bit of the first byte."""
        for number, byte in enumerate(found):
            these = names[number * BITS : (number + 1) * BITS]
            yield from (name for at, name in enumerate(these) if byte >> at & 1)


class Columnar:
    """A rammeværk on one day as a query for DuckDB. Raises `Refused` where SQL cannot answer a rule exactly."""

    def __init__(self, ramme: Rammevaerk, day: date) -> None:
        self._ramme = ramme
        self._day = day
        self._source = Source(ramme, day, "duckdb", part=(_bound("fra"), _bound("til")))

    def udfald(self) -> str:
        """The query of the udfald of every klausul that rules decide, and the handling."""
        decided = [id_ for id_, regler in self._ramme.regler_for.items() if regler]
        klausuler = {id_: _in_few_bits(self._source.klausul(id_).sql, Udfald) for id_ in decided}
        return self._source.select({"handling": self._handling(), **klausuler}).sql("duckdb", copy=False)

    @cached_property
    def navne(self) -> Navne:
        """What the columns of `svar` are about."""
        return self._reasoned[1]

    def svar(self) -> str:
        """The query of the whole answers: udfald of every rule, the handling, and what it rests on."""
        return self._reasoned[0]

    @cached_property
    def _reasoned(self) -> tuple[str, Navne]:
        source, ramme = self._source, self._ramme
        reasons = Reasons(source, ramme, in_force=ramme.gaelder.covers(self._day))
        vilkaar = {id_: term for id_, term in ((r.id, reasons.vilkaar(r)) for r in reasons.in_paper_order()) if term}
        savn, venter = reasons.savn, dict(reasons.venter)
        columns: dict[str, exp.Expr] = {key: source.value(Fact(CATALOGUE[key])).sql for key in ("id", "titel")}
        columns["handling"] = self._handling()
        place = {regel.id: f"u{at}" for at, regel in enumerate(ramme.regler, 1)}
        columns |= {name: _in_few_bits(source.udfald[id_].sql, Udfald) for id_, name in place.items()}
        shared = {id_: f"k{at}" for at, (id_, own) in enumerate(ramme.regler_for.items(), 1) if len(own) > 1}
        columns |= {name: _in_few_bits(source.klausul(id_).sql, Udfald) for id_, name in shared.items()}
        klausuler = {id_: shared.get(id_) or place[own[0].id] for id_, own in ramme.regler_for.items() if own}
        columns["mangler"] = _bits([one.open.sql for one in savn])
        columns["venter"] = _bits([term.sql for term in venter.values()])
        columns["vilkår"] = _bits([term.sql for term in vilkaar.values()])
        names = Navne(tuple(place), klausuler, savn, tuple(venter), tuple(vilkaar))
        return source.select(columns).sql("duckdb", copy=False), names

    def _handling(self) -> exp.Expr:
        return _in_few_bits(self._source.handling.sql, get_args(Handling))

    @cached_property
    def modsigelser(self) -> str:
        """The query of the evalueringer whose recorded bidrag is not the one that follows from their amounts."""
        return self._source.contradictions().sql("duckdb", copy=False)


def judge_tables(connection: duckdb.DuckDBPyConnection, query: str, at_once: int = AT_ONCE) -> None:
    """Put the answers of a query of `Columnar` in the new table `svar`, part by part.

    Raises `Refused` where a number on the way has more digits than a decimal of DuckDB.
    """
    import duckdb

    try:
        for number, _ in enumerate(parts(connection, at_once)):
            connection.execute(f"{'INSERT INTO svar' if number else 'CREATE TABLE svar AS'} {query}")
    except (duckdb.OutOfRangeException, duckdb.ConversionException):
        message = (
            "motoren «columnar» kan ikke regne nøjagtigt med porteføljens tal: et mellemresultat har over 38 cifre"
        )
        raise Refused([Diagnostic("M006", message, "vurdér aktiviteterne en ad gangen")]) from None


def parts(connection: duckdb.DuckDBPyConnection, at_once: int = AT_ONCE) -> Iterator[None]:
    """Set the bounds that a query of `Columnar` looks between, for one part of the portfolio after the other."""
    ((first, last),) = connection.execute(
        "SELECT coalesce(min(nr), 1), coalesce(max(nr), 1) FROM aktiviteter"
    ).fetchall()
    for start in range(first, last + 1, at_once):
        connection.execute(f"SET VARIABLE fra = {start}")
        connection.execute(f"SET VARIABLE til = {min(last, start + at_once - 1)}")
        yield


def _bound(name: str) -> exp.Expr:
    return exp.Anonymous(this="getvariable", expressions=[exp.Literal.string(name)])


def _in_few_bits(sql: exp.Expr, words: Iterable[str]) -> exp.Expr:
    """The same words as an enumeration of DuckDB's, a byte each: to write them as texts takes a quarter of the time."""
    known = [str(word) for word in words]
    texts: list[exp.Expr] = [exp.Literal.string(word) for word in known]
    kind = exp.DataType(this=exp.DataType.Type.ENUM, expressions=texts)

    def counted(node: exp.Expr) -> exp.Expr:
        is_word = isinstance(node, exp.Literal) and bool(node.is_string) and node.this in known
        return exp.Cast(this=node.copy(), to=kind.copy()) if is_word else node

    return sql.transform(counted)


def _bits(conditions: Sequence[exp.Expr]) -> exp.Expr:
    """Which conditions hold, a bit each in as few bytes as there is room in.

    A list of their places would be shorter to read, and takes DuckDB as long to write as all udfald.
    """
    found: list[exp.Expr] = [_byte(0) for _ in range(max(1, -(-len(conditions) // BITS)))]
    for at, one in enumerate(conditions):
        if one != exp.false():
            bit = case((one, _byte(1 << at % BITS)), default=_byte(0))
            found[at // BITS] = exp.Add(this=found[at // BITS], expression=bit)
    return exp.Array(expressions=found)


def _byte(value: int) -> exp.Expr:
    return exp.cast(exp.Literal.number(value), exp.DataType.Type.UTINYINT)
