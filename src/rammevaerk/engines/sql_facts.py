"""Facts as SQL: what engines reckon with, read from the columns of the portfolio's tables."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from sqlglot import exp

from rammevaerk.engines.sql_terms import Term, case, column, compared, every, is_known, literal, room, used
from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.facts.kinds import RESOURCE
from rammevaerk.facts.rates import Rates
from rammevaerk.facts.tables import DATO, DIGITS, REQUIRED, VAERDI, WIDEST, column_of
from rammevaerk.facts.units import RESOURCE_UNITS
from rammevaerk.model.reads import RATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from rammevaerk.engines.sql_terms import Dialekt
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.rammevaerk import Rammevaerk

RECORD: Final = "x"
"""The table whose row is the record at hand."""
FACTS: Final = "a"
"""The table of the aktiviteter."""
_EXACT_TEXT: Final = "Latin1_General_100_BIN2"
"""SQL Server's own collation is often one to which capital letters are small ones."""
_BIDRAG: Final = next(field for field in CATALOGUE["evalueringer"].kind.fields if field.key == "bidrag")
_AMOUNTS: Final = {field.key: field for field in CATALOGUE["evalueringer"].kind.fields if field.kind.art == "tal"}


class Columns:
    """The facts that the rules of one rammeværk read on one day."""

    def __init__(self, ramme: Rammevaerk, day: date, dialekt: Dialekt) -> None:
        self._day = literal(day).sql
        self._prices = _prices(ramme, day)
        self._dialekt = dialekt
        self.loaded: dict[str, exp.Expr] = {}
        """What the first stage of the query reads of each aktivitet, by the name it has from there on."""
        self.records: dict[str, dict[str, exp.Expr]] = {}
        """What is worked out of each record before anything else, by its table and the name it has from there on."""
        self._facts: dict[str, Term] = {}

    def fact(self, fact: Oplysning) -> Term:
        """A fact that is no list."""
        return self._kept(column_of(fact), self._plain(fact, FACTS), fact)

    def kendt(self, fact: Oplysning) -> Term:
        """Whether a list is known."""
        name = column_of(fact, "kendt")
        return self._kept(name, Term(column(name, FACTS, boolean=True), 0, sure=True), fact)

    def _kept(self, key: str, read: Term, fact: Oplysning) -> Term:
        if key not in self._facts:
            name = f"f{len(self._facts) + 1}"
            self.loaded[name] = read.sql
            boolean = fact.kind.art in ("ja/nej", "liste")
            self._facts[key] = replace(read, sql=column(name, boolean=boolean), level=0)
        return self._facts[key]

    def field(self, fact: Oplysning, of: Oplysning) -> Term:
        """A field of the record at hand, which is one of the list's."""
        found = self._plain(fact, RECORD)
        if fact == _BIDRAG and of == CATALOGUE["evalueringer"]:
            found = replace(found, sql=exp.Coalesce(this=found.sql, expressions=[self._following()]))
        if isinstance(found.sql, exp.Column):
            return found
        name = f"{fact.attribute}_"  # no key ends so
        self.records.setdefault(column_of(of), {})[name] = found.sql
        return replace(found, sql=column(name, RECORD, boolean=fact.kind.art == "ja/nej"))

    def element(self) -> Term:
        """The text at hand."""
        return Term(self._text(column(VAERDI, RECORD)), sure=True)

    def dated(self) -> exp.Expr:
        """The date of the record at hand."""
        return column(DATO, RECORD)

    def _plain(self, fact: Oplysning, table: str) -> Term:
        """A skøn as its answer if it is given yet, an amount as its number of kr. if a rate makes it one."""
        kind = fact.kind
        raw = column(column_of(fact), table, boolean=kind.art == "ja/nej")
        if kind.skoen:
            later = compared(">", column(column_of(fact, "dato"), table), self._day)
            return Term(case((later, exp.Null()), default=raw))
        if kind.unit == RESOURCE:
            return self._priced(raw, column(column_of(fact, "enhed"), table))
        if kind.art == "tal":
            digits = DIGITS.get(kind.unit, WIDEST)
            return Term(raw, digits=(digits[0] - digits[1], digits[1]))
        text = self._text(raw) if kind.art in ("tekst", "valg") else raw
        return Term(text, sure=fact.key in REQUIRED and not fact.own)

    def _text(self, raw: exp.Expr) -> exp.Expr:
        if self._dialekt != "tsql":
            return raw
        return exp.Collate(this=raw, expression=exp.Var(this=_EXACT_TEXT))

    # Amounts of money and working time

    def _priced(self, raw: exp.Expr, unit: exp.Expr) -> Term:
        """The amount in kr.: a unit without a rate cannot be measured."""
        all_, after = DIGITS[RESOURCE]
        cases = [(_is_unit(unit, "kr."), raw)]
        most = after
        for name, price in self._prices.items():
            amount = literal(price)
            most = max(most, after + amount.digits[1])
            cases.append((_is_unit(unit, name), exp.Mul(this=used(raw), expression=amount.sql)))
        return Term(case(*cases), digits=(min(all_, room((0, most), "omregne til kr.")), most))

    def _following(self) -> exp.Expr:
        """The bidrag that follows from two amounts, in kr. or else in one unit."""
        given, got = (_AMOUNTS[key] for key in ("investering", "udbytte"))
        put, out = (column(column_of(fact), RECORD) for fact in (given, got))
        units = [column(column_of(fact, "enhed"), RECORD) for fact in (given, got)]
        cases = list(_bidrag([], put, out, compared("=", *units)))
        if self._prices:
            priced = [self._plain(fact, RECORD).sql for fact in (given, got)]
            cases = [*_bidrag([is_known(one) for one in priced], *priced), *cases]
        return case(*cases)

    def contradiction(self) -> exp.Expr:
        """Whether the record at hand, an evaluering, has a recorded bidrag that its amounts contradict."""
        recorded = self._plain(_BIDRAG, RECORD).sql
        return exp.NEQ(this=recorded, expression=self._following())


def _bidrag(
    known: list[exp.Expr], put: exp.Expr, out: exp.Expr, *alike: exp.Expr
) -> Iterator[tuple[exp.Expr, exp.Expr]]:
    for op, bidrag in (("=", "lige så meget"), ("<", "mindre"), (">", "mere")):
        yield every([*known, *alike, compared(op, out, put)]), literal(bidrag).sql


def _is_unit(unit: exp.Expr, name: str) -> exp.Expr:
    return compared("=", unit, literal(name).sql)


def _prices(ramme: Rammevaerk, day: date) -> Mapping[str, Decimal]:
    """What a unit is worth in kr. that day, of those that a rate says it of."""
    values = [ramme.parametre[name].on(day) if name in ramme.parametre else None for name in RATES]
    rates = Rates(*(value if isinstance(value, Decimal) else None for value in values)) if any(values) else Rates()
    found = {unit: rates.kroner(unit) for unit in RESOURCE_UNITS}
    return {unit: price for unit, price in found.items() if price is not None}
