"""A rammeværk on one day as one SQL query: facts and lists first, then rules in stages, then the indstillinger.

A stage adds columns to those before it, so that what one rule answers is worked out once and read by those after it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlglot import exp

from rammevaerk.engines.sql_facts import FACTS, RECORD
from rammevaerk.engines.sql_lists import RANK, Grouping, Lists
from rammevaerk.engines.sql_nodes import NEITHER, OF_LISTS, Answers, is_yes_no
from rammevaerk.engines.sql_terms import (
    NOWHERE,
    Term,
    case,
    column,
    compared,
    is_null,
    known_as,
    literal,
    named,
    negated,
    some,
    used,
)
from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.facts.tables import AKTIVITETER, DATO, NR, PLADS, column_of
from rammevaerk.model.resultat import Udfald

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from rammevaerk.engines.sql_terms import Dialekt
    from rammevaerk.model import expression as e
    from rammevaerk.model.klausul import Indstillingsregel, Regel
    from rammevaerk.model.rammevaerk import Rammevaerk

_STAGE: Final = "s"
"""What the stage before is called in the next one."""
_ALL: Final = exp.Column(this=exp.Star(), table=exp.to_identifier(RECORD))
_WORDS: Final = {udfald: literal(str(udfald)).sql for udfald in Udfald}


class Source(Lists):
    """The query of one rammeværk on one day in one dialect."""

    def __init__(
        self, ramme: Rammevaerk, day: date, dialekt: Dialekt, part: tuple[exp.Expr, exp.Expr] | None = None
    ) -> None:
        super().__init__(ramme, day, dialekt)
        self._part = part
        self._dialekt = dialekt
        self._stages: list[dict[str, exp.Expr]] = [self._columns.loaded]
        self._named: dict[tuple[int, str], str] = {}
        """The name of each column by its stage and what it is."""
        self.udfald: dict[str, Term] = {}
        """The udfald of each rule by its id, as its word."""
        self.tops: dict[str, tuple[Term | None, Term]] = {}
        """Of each rule in force, its `gælder når` and its `krav`."""
        for regel in ramme.regler:
            with named(regel.klausul):
                self._decide(regel)
        self.naar = [self._advised(one) for one in ramme.indstillinger]
        self.handling = self._handling()

    def value(self, node: e.Node) -> Term:
        """What a node comes to; the answer of a list is a column, for it is asked for again where reasons are told."""
        fresh = isinstance(node, OF_LISTS) and (node, self._inside) not in self._same
        found = super().value(node)
        if fresh and found.level != NOWHERE:
            found = self.stored(found, "l", boolean=is_yes_no(node))
            self._same[node, self._inside] = found
        return found

    # Rules

    def _decide(self, regel: Regel) -> None:
        if not self._ramme.in_force(regel, self._day):
            self._answers[regel.id] = NEITHER
            self.udfald[regel.id] = Term(_WORDS[Udfald.IKKE_I_KRAFT], sure=True)
            return
        krav = self.kept(regel.krav, "k")
        naar = self.kept(regel.gaelder_naar, "n") if regel.gaelder_naar else None
        self.tops[regel.id] = (naar, krav)
        self._answers[regel.id] = _answers(naar, krav, may=regel.styrke == "kan")
        self.udfald[regel.id] = _word(naar, krav, may=regel.styrke == "kan")

    def kept(self, node: e.Node, prefix: str) -> Term:
        """What a sentence or a part of one comes to, as a column from here on."""
        found = self.value(node)
        if isinstance(found.sql, exp.Column) or found.level == NOWHERE:
            return found
        self._same[node, None] = self.stored(found, prefix)
        return self._same[node, None]

    def klausul(self, ref: str) -> Term:
        """The udfald of a klausul that rules decide, as its word: the worst of theirs."""
        parts = [self.udfald[regel.id] for regel in self._ramme.regler_for[ref]]
        if len(parts) == 1:
            return parts[0]
        answers = self._answers_of(ref)
        irrelevant = [exp.EQ(this=used(p.sql), expression=used(_WORDS[Udfald.IKKE_RELEVANT])) for p in parts]
        cases = [
            (answers.breached.sql, _WORDS[Udfald.IKKE_OPFYLDT]),
            (is_null(answers.breached.sql), _WORDS[Udfald.UAFKLARET]),
            (answers.fulfilled.sql, _WORDS[Udfald.OPFYLDT]),
            (some(irrelevant), _WORDS[Udfald.IKKE_RELEVANT]),
        ]
        return Term(case(*cases, default=_WORDS[Udfald.IKKE_I_KRAFT]), max(p.level for p in parts), sure=True)

    def breached(self, regel: Regel) -> Term:
        """Whether the rule is not fulfilled; NULL where it is uafklaret."""
        return self._answers[regel.id].breached

    def stored(self, term: Term, prefix: str, *, boolean: bool = True) -> Term:
        """An expression, most often a yes or no, as a column of the first stage that can have it."""
        if term.level == NOWHERE:
            return term
        stage = term.level + 1
        while len(self._stages) <= stage:
            self._stages.append({})
        name = self._named.setdefault(
            (stage, term.sql.sql("duckdb", copy=False)), f"{prefix}{stage}_{len(self._stages[stage]) + 1}"
        )
        self._stages[stage].setdefault(name, term.sql)
        return replace(term, sql=column(name, boolean=boolean), level=stage)

    # The indstillinger

    def _advised(self, one: Indstillingsregel) -> Term:
        if not self._ramme.gaelder.covers(self._day):
            return literal(value=False)
        with named(told(one)):
            return self.kept(one.naar, "i")

    def _handling(self) -> Term:
        """The first that holds, `afvent` where an unknown one before it would turn it."""
        every_ = [one.handling for one in self._ramme.indstillinger]
        cases = [(self.naar[at].sql, self._waiting(handling, at)) for at, handling in enumerate(every_)]
        rest = self._waiting("ingen", len(every_))
        sql = case(*cases, default=rest) if cases else rest
        return Term(sql, max((naar.level for naar in self.naar), default=NOWHERE), sure=True)

    def _waiting(self, handling: str, place: int) -> exp.Expr:
        turning = self.turning(handling, place)
        word = literal(handling).sql
        return word if turning == exp.false() else case((turning, literal("afvent").sql), default=word)

    def turning(self, handling: str, place: int) -> exp.Expr:
        """Whether an unknown indstilling before that place would answer otherwise."""
        before = zip(self.naar[:place], self._ramme.indstillinger[:place], strict=True)
        return some([is_null(n.sql) for n, one in before if one.handling != handling and not n.sure])

    # The query

    def select(self, columns: Mapping[str, exp.Expr]) -> exp.Select:
        """The query that answers these columns of each aktivitet, besides its number."""
        found = self.select_from(_stage(len(self._stages) - 1), columns)
        for name, query in self._parts():
            found = found.with_(exp.to_identifier(name), as_=query, copy=False)
        return found

    def select_from(self, name: str, columns: Mapping[str, exp.Expr]) -> exp.Select:
        """The same of a view that has the columns of every stage."""
        found = exp.select(column(NR, _STAGE), *_aliases(columns))
        return found.from_(_aliased(name, _STAGE, quoted=True), copy=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns of every stage."""
        return tuple(name for stage in self._stages for name in stage)

    def _parts(self) -> Iterator[tuple[str, exp.Select]]:
        """The groupings and the stages, in the order in which they read each other."""
        for level in range(NOWHERE, len(self._stages)):
            if level != NOWHERE:
                yield _stage(level), self._stage(level)
            for grouping in self._groupings.values():
                if grouping.level == level:
                    yield grouping.navn, self._grouped(grouping)

    def _stage(self, stage: int) -> exp.Select:
        """The columns of the stage before, and those that it adds."""
        before, source = (FACTS, AKTIVITETER) if stage == 0 else (_STAGE, _stage(stage - 1))
        joined = [g for g in self._groupings.values() if g.level == (stage - 1)]
        kept = [column(NR, FACTS)] if stage == 0 else [exp.Column(this=exp.Star(), table=exp.to_identifier(_STAGE))]
        kept += [column(name, g.navn) for g in joined for name in g.columns]
        found = exp.select(*kept, *_aliases(self._stages[stage]))
        found.from_(_aliased(source, before, quoted=stage == 0), copy=False)
        for grouping in joined:
            same = exp.EQ(this=column(NR, grouping.navn), expression=column(NR, before))
            found.join(exp.to_table(grouping.navn), on=same, join_type="left", copy=False)
        return self._parted(found, FACTS) if stage == 0 else found

    def _parted(self, query: exp.Select, table: str) -> exp.Select:
        """Only the rows of the part of the portfolio that is asked for."""
        if self._part is None:
            return query
        low, high = self._part
        return query.where(exp.Between(this=column(NR, table), low=used(low), high=used(high)), copy=False)

    def _grouped(self, grouping: Grouping) -> exp.Select:
        """The rows of a list by aktivitet; of recent ones, first by date."""
        nr = column(NR, RECORD)
        found = exp.select(nr, *_aliases(grouping.columns))
        if grouping.recent:
            return found.from_(self._days(grouping).subquery(RECORD)).group_by(nr)
        return _with_stage(found.from_(self._records(grouping.tabel)), grouping).group_by(nr)

    def _records(self, tabel: str) -> exp.Expr:
        """The rows of a list, with what is worked out of each."""
        table = _aliased(known_as(tabel, self._dialekt), RECORD, quoted=True)
        added = self._columns.records.get(tabel, {})
        if not added and self._part is None:
            return table
        return self._parted(exp.select(_ALL, *_aliases(added)).from_(table), RECORD).subquery(RECORD)

    def contradictions(self) -> exp.Select:
        """The number and place of each evaluering whose recorded bidrag its amounts contradict."""
        tabel = known_as(column_of(CATALOGUE["evalueringer"]), self._dialekt)
        found = exp.select(column(NR, RECORD), column(PLADS, RECORD)).from_(_aliased(tabel, RECORD, quoted=True))
        return found.where(self._columns.contradiction())

    def _days(self, grouping: Grouping) -> exp.Select:
        """One row for each of the latest dates up to the day, with what its records agree on."""
        nr, dato, rank = (column(name, RECORD) for name in (NR, DATO, RANK))
        latest_first = exp.Order(expressions=[exp.Ordered(this=used(dato), desc=True, nulls_first=False)])
        ranked = exp.Window(this=exp.DenseRank(), partition_by=[used(nr)], order=latest_first)
        happened = compared("≤", dato, literal(self._day).sql)
        every_ = (
            exp.select(_ALL, exp.alias_(ranked, RANK, quoted=True)).from_(self._records(grouping.tabel)).where(happened)
        )
        found = exp.select(nr, rank, *_aliases(grouping.days)).from_(every_.subquery(RECORD))
        few = compared("≤", rank, exp.Literal.number(grouping.recent))
        return _with_stage(found, grouping).where(few).group_by(nr, rank)


def told(one: Indstillingsregel) -> str:
    """What a message calls an indstilling."""
    return one.klausul or f"indstillingen «{one.handling}»"


def _stage(number: int) -> str:
    return f"trin{number}"


def _aliased(name: str, alias: str, *, quoted: bool = False) -> exp.Table:
    return exp.Table(this=exp.to_identifier(name, quoted=quoted), alias=exp.TableAlias(this=exp.to_identifier(alias)))


def _aliases(columns: Mapping[str, exp.Expr]) -> list[exp.Expr]:
    return [exp.alias_(used(sql), name, quoted=True, copy=False) for name, sql in columns.items()]


def _with_stage(query: exp.Select, grouping: Grouping) -> exp.Select:
    """The query joined with the stage that its conditions look at."""
    if grouping.level == NOWHERE:
        return query
    same = exp.EQ(this=column(NR, _STAGE), expression=column(NR, RECORD))
    return query.join(_aliased(_stage(grouping.level), _STAGE), on=same)


def _answers(naar: Term | None, krav: Term, *, may: bool) -> Answers:
    """A permission is never breached; what is not relevant is neither fulfilled nor breached."""
    breached = case((negated(krav.sql), exp.false()), (krav.sql, exp.false())) if may else negated(krav.sql)
    if may and krav.sure:
        breached = exp.false()
    if naar is None:
        return Answers(krav, replace(krav, sql=breached))
    level, sure = max(naar.level, krav.level), naar.sure and krav.sure

    def where_relevant(sql: exp.Expr) -> Term:
        return Term(case((naar.sql, sql), (negated(naar.sql), exp.false())), level, sure)

    return Answers(where_relevant(krav.sql), where_relevant(breached))


def _word(naar: Term | None, krav: Term, *, may: bool) -> Term:
    """The udfald of a rule in its word."""
    words = {udfald: used(word) for udfald, word in _WORDS.items()}
    breached = words[Udfald.IKKE_RELEVANT if may else Udfald.IKKE_OPFYLDT]
    irrelevant = [] if naar is None else [(negated(naar.sql), words[Udfald.IKKE_RELEVANT])]
    open_ = [is_null(term.sql) for term in (naar, krav) if term is not None and not term.sure]
    unclear = [(some(open_), words[Udfald.UAFKLARET])] if open_ else []
    level = max(krav.level, naar.level if naar else NOWHERE)
    return Term(case(*irrelevant, *unclear, (krav.sql, words[Udfald.OPFYLDT]), default=breached), level, sure=True)
