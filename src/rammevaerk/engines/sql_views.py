"""A rammeværk on one day as views that a database can keep: the udfald, the rules, what is missing, the vilkår.

The vurderingsdato stands in the views: what they answer today they answer next year too, and another day is another
set of views. The tables they read are those of `facts/tables.py`, under the same names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlglot import exp

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.engines.sql_reasons import Reasons
from rammevaerk.engines.sql_source import Source
from rammevaerk.engines.sql_terms import case, column, known_as, literal, some
from rammevaerk.engines.sql_tsql import without_booleans
from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.facts.tables import NR, portfolio_tables
from rammevaerk.model.expression import Fact
from rammevaerk.model.resultat import Udfald
from rammevaerk.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from rammevaerk.engines.sql_terms import Dialekt, Term
    from rammevaerk.facts.tables import Kolonne, Tabel
    from rammevaerk.model.rammevaerk import Rammevaerk

_LONGEST: Final = {"postgres": 63, "tsql": 128, "spark": 255, "duckdb": 1000}
"""Bytes of a name, so that none is cut short and becomes another's."""
_ROW: Final = "p"


@dataclass(frozen=True, slots=True)
class View:
    """A view by its name, and the statement that makes it."""

    navn: str
    statement: str


def write_views(ramme: Rammevaerk, day: date, dialekt: Dialekt) -> tuple[View, ...]:
    """The views of a rammeværk on a day, each after those it reads.

    Raises `Refused` where SQL cannot answer a rule exactly, and where two names would be one to the database.
    """
    return tuple(_Views(ramme, day, dialekt).views())


def write_tables(ramme: Rammevaerk, dialekt: Dialekt) -> tuple[View, ...]:
    """The tables that the views read, empty."""
    made = ((tabel.navn, _table(tabel, dialekt)) for tabel in portfolio_tables(ramme.egne))
    return tuple(View(name, made_.sql(dialekt, pretty=True)) for name, made_ in made)


class _Views:
    def __init__(self, ramme: Rammevaerk, day: date, dialekt: Dialekt) -> None:
        self.ramme, self.day, self.dialekt = ramme, day, dialekt
        self.source = Source(ramme, day, dialekt)
        self.reasons = Reasons(self.source, ramme, in_force=ramme.gaelder.covers(day))

    def views(self) -> Iterator[View]:
        """Everything that is worked out once comes first, and the rest only tells it."""
        keys = {key: self.source.value(Fact(CATALOGUE[key])).sql for key in ("id", "titel")}
        told = list(self._told(keys))
        yield self._view("grundlag", self.source.select({name: column(name) for name in self.source.names}))
        for name, query in told:
            yield self._view(name, query)
        yield self._view("modsigelser", self.source.contradictions())

    def _told(self, keys: Mapping[str, exp.Expr]) -> Iterator[tuple[str, exp.Select]]:
        klausuler = {id_: self._klausul(id_) for id_ in self.ramme.klausuler}
        yield "udfald", self._of_basis({**keys, "handling": self.source.handling.sql, **klausuler})
        yield "regler", self._of_basis({**keys, **{id_: term.sql for id_, term in self.source.udfald.items()}})
        missing: dict[tuple[str, ...], list[Term]] = {}
        for one in self.reasons.savn:
            missing.setdefault((one.regel, self.ramme.regel[one.regel].klausul, one.fact.key), []).append(one.open)
        yield "mangler", self._rows(("regel", "klausul", "oplysning"), missing)
        vilkaar = {(r.id, r.klausul): self.reasons.vilkaar(r) for r in self.reasons.in_paper_order()}
        conditions: dict[tuple[str, ...], list[Term]] = {names: [term] for names, term in vilkaar.items() if term}
        yield "vilkår", self._rows(("regel", "klausul"), conditions)

    def _klausul(self, id_: str) -> exp.Expr:
        klausul = self.ramme.klausuler[id_]
        if self.ramme.regler_for[id_]:
            return self.source.klausul(id_).sql
        unruled = Udfald.UAFKLARET if klausul.art == "skøn" else Udfald.IKKE_RELEVANT
        return literal(str(unruled if self.ramme.gaelder.covers(self.day) else Udfald.IKKE_I_KRAFT)).sql

    def _of_basis(self, columns: Mapping[str, exp.Expr]) -> exp.Select:
        return self.source.select_from(self._name("grundlag"), columns)

    def _rows(self, heads: Sequence[str], conditions: Mapping[tuple[str, ...], Sequence[Term]]) -> exp.Select:
        """A row for each of the names whose condition holds."""
        rows = [_constants(at, heads, names) for at, names in enumerate(conditions)] or [_constants(0, heads, heads)]
        table = exp.union(*rows, distinct=False, copy=False) if len(rows) > 1 else rows[0]
        holds = [
            (exp.EQ(this=column(NR, _ROW), expression=exp.Literal.number(at)), some([term.sql for term in terms]))
            for at, terms in enumerate(conditions.values())
        ]
        found = self._of_basis({}).join(table.subquery(_ROW), join_type="cross")
        found = found.select(*(column(head, _ROW) for head in heads))
        return found.where(case(*holds, default=exp.false()) if holds else exp.false())

    def _name(self, name: str) -> str:
        return known_as(f"{fold(self.ramme.id)}_{name}", self.dialekt)

    def _view(self, name: str, query: exp.Select) -> View:
        self._checked(self._name(name), query)
        plain = without_booleans(query) if self.dialekt == "tsql" else query
        view = exp.Create(this=_table_name(self._name(name)), kind="VIEW", expression=plain)
        return View(self._name(name), view.sql(self.dialekt, pretty=True))

    def _checked(self, view: str, query: exp.Select) -> None:
        """Refuse names that the database would cut short, or take for the same."""
        names = [one.alias_or_name for one in query.expressions]
        faults = [f"navnet «{name}» er for langt til {self.dialekt}" for name in (view, *names) if self._too_long(name)]
        small = [name.casefold() for name in names]
        twice = dict.fromkeys(name for name in names if small.count(name.casefold()) > 1)
        faults += [f"kolonnen «{name}» står der to gange i {view}" for name in twice]
        if faults:
            raise Refused(Diagnostic("M006", fault, "giv klausulen eller reglen et andet id") for fault in faults)

    def _too_long(self, name: str) -> bool:
        return len(name.encode()) > _LONGEST[self.dialekt]


def _constants(at: int, heads: Sequence[str], names: Sequence[str]) -> exp.Select:
    """A row with its number and these names."""
    texts = (exp.alias_(literal(name).sql, head, quoted=True) for head, name in zip(heads, names, strict=True))
    return exp.select(exp.alias_(exp.Literal.number(at), NR, quoted=True), *texts)


def _table_name(name: str) -> exp.Table:
    return exp.Table(this=exp.to_identifier(name, quoted=True))


def _table(tabel: Tabel, dialekt: Dialekt) -> exp.Create:
    columns = [_column(one, dialekt) for one in tabel.kolonner]
    schema = exp.Schema(this=_table_name(known_as(tabel.navn, dialekt)), expressions=columns)
    return exp.Create(this=schema, kind="TABLE")


def _column(one: Kolonne, dialekt: Dialekt) -> exp.ColumnDef:
    text = "NVARCHAR(MAX)" if dialekt == "tsql" else "TEXT"
    types = {"integer": "BIGINT", "text": text, "date": "DATE", "boolean": "BOOLEAN"}
    kind = types.get(one.type) or "DECIMAL({}, {})".format(*one.digits)
    rules = [exp.ColumnConstraint(kind=exp.NotNullColumnConstraint())] if one.required else []
    name = exp.to_identifier(one.navn, quoted=True)
    return exp.ColumnDef(this=name, kind=exp.DataType.build(kind, dialect=dialekt), constraints=rules)
