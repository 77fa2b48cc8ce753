"""That the views of a rammeværk answer what the specification does, in whatever database they are put."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from columnar_laws import answer_of, random_portfolio
from sqlglot import exp

from rammevaerk.engines.sql_terms import known_as
from rammevaerk.engines.sql_views import write_tables, write_views
from rammevaerk.explanation import reasons
from rammevaerk.explanation.binding import bound, unpriced
from rammevaerk.explanation.mangler import in_paper_order
from rammevaerk.facts.table_rows import arrow_batches
from rammevaerk.facts.tables import portfolio_tables
from rammevaerk.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from rammevaerk.engines.sql_terms import Dialekt
    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.model.rammevaerk import Rammevaerk

Ask = Callable[[str], list[tuple[Any, ...]]]
Rows = dict[str, list[dict[str, Any]]]


def rows_of(ramme: Rammevaerk, aktiviteter: Sequence[Aktivitet]) -> Rows:
    """The rows of every table, by its name."""
    given = [unpriced(one, ramme) for one in aktiviteter]
    (batch,) = arrow_batches(given, portfolio_tables(ramme.egne))
    return {name: rows.to_pylist() for name, rows in batch.items()}


def statements(ramme: Rammevaerk, dialekt: Dialekt, day: date) -> tuple[list[str], list[str]]:
    tables, views = write_tables(ramme, dialekt), write_views(ramme, day, dialekt)
    return [one.statement for one in tables], [one.statement for one in views]


def check_views(
    ramme: Rammevaerk, aktiviteter: Sequence[Aktivitet], day: date, ask: Ask, dialekt: Dialekt = "duckdb"
) -> None:
    """What the views answer, read with `ask`, against what the specification answers of each aktivitet."""

    def rows(view: str, columns: Sequence[str]) -> list[tuple[Any, ...]]:
        named = (exp.column(one, quoted=True) for one in ("nr", *columns))
        name = exp.to_identifier(known_as(f"{fold(ramme.id)}_{view}", dialekt), quoted=True)
        return sorted(ask(exp.select(*named).from_(exp.Table(this=name)).sql(dialekt)))

    answers = [answer_of(ramme, one, day) for one in aktiviteter]
    klausuler = [*ramme.klausuler]
    wanted = [
        (nr, one.aktivitet, one.indstilling.handling, *(str(one.klausuler[id_].udfald) for id_ in klausuler))
        for nr, one in enumerate(answers, 1)
    ]
    assert rows("udfald", ("id", "handling", *klausuler)) == wanted
    of_rules = [{r.id: str(r.udfald) for k in one.klausuler.values() for r in k.regler} for one in answers]
    regler = [regel.id for regel in ramme.regler]
    assert rows("regler", regler) == [(nr, *(one[id_] for id_ in regler)) for nr, one in enumerate(of_rules, 1)]
    assert rows("mangler", ("regel", "oplysning")) == sorted(_missing(ramme, aktiviteter, day))
    told = [(nr, vilkaar.klausul) for nr, one in enumerate(answers, 1) for vilkaar in one.indstilling.vilkaar]
    assert rows("vilkår", ("klausul",)) == sorted(told)
    assert rows("modsigelser", ("plads",)) == []


def _missing(ramme: Rammevaerk, aktiviteter: Sequence[Aktivitet], day: date) -> set[tuple[int, str, str]]:
    from rammevaerk.engines import direct

    found = set()
    for nr, one in enumerate(aktiviteter, 1):
        resultat, sporing = direct.evaluate(ramme, bound(one, ramme, day), day)
        for regel in in_paper_order(ramme):
            facts = reasons.missing(ramme, resultat, sporing, regel)
            found |= {(nr, regel.id, fact.key) for fact in facts.values()}
    return found


__all__ = ["check_views", "random_portfolio", "rows_of", "statements"]
