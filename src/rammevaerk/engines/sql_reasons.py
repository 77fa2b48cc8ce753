"""What an answer rests on, as SQL: the facts an open rule waits for, and the breaches that are vilkår.

The specification reads both off its trace. Here each path through a rule's sentence is a condition instead: that every
part on it is unknown, or that every part on it carries the answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlglot import exp

from rammevaerk.engines.sql_nodes import OF_LISTS, is_yes_no
from rammevaerk.engines.sql_source import Source, told
from rammevaerk.engines.sql_terms import NOWHERE, Inexact, Term, case, every, is_null, named, negated, some
from rammevaerk.model import expression as e

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.klausul import Regel
    from rammevaerk.model.rammevaerk import Rammevaerk


@dataclass(frozen=True, slots=True)
class Savn:
    """That a rule waits for a fact, in so far as `open` is true."""

    regel: str
    fact: Oplysning
    open: Term


@dataclass(frozen=True, slots=True)
class _Path:
    """The way to a part of a sentence, and all that has to be true of it."""

    node: e.Node
    terms: tuple[Term, ...]

    def after(self, *terms: Term) -> _Path:
        return _Path(self.node, (*terms, *self.terms))


class Reasons:
    """The conditions of one query's source; what is asked for becomes columns of its stages."""

    def __init__(self, source: Source, ramme: Rammevaerk, *, in_force: bool) -> None:
        self._source = source
        self._ramme = ramme
        self._savn: dict[str, tuple[Savn, ...]] = {}
        self._advice = ramme.indstillinger if in_force else ()
        self._chosen = [self._is_chosen(place) for place in range(len(self._advice))]
        self._settled, self._waited = self._decisive()

    # What is missing

    @property
    def savn(self) -> tuple[Savn, ...]:
        """Every fact that a rule can wait for, in the order of the paper and of its sentences."""
        return tuple(one for regel in self.in_paper_order() for one in self._of(regel))

    def in_paper_order(self) -> Iterator[Regel]:
        """The rules as their klausuler stand in the paper."""
        return (regel for id_ in self._ramme.klausuler for regel in self._ramme.regler_for[id_])

    def _of(self, regel: Regel) -> tuple[Savn, ...]:
        """What one rule can wait for, also through the rules it asks about. These stand before it."""
        if regel.id not in self._savn:
            with named(regel.klausul):
                self._savn[regel.id] = tuple(self._missing(regel))
        return self._savn[regel.id]

    def _missing(self, regel: Regel) -> Iterator[Savn]:
        if regel.id not in self._source.tops:
            return
        naar, _ = self._source.tops[regel.id]
        if regel.gaelder_naar is not None:
            yield from self._open_facts(regel, self._open(regel.gaelder_naar), ())
        relevant = () if naar is None else (_but(negated(naar.sql), naar.level),)
        yield from self._open_facts(regel, self._open(regel.krav), relevant)

    def _open_facts(self, regel: Regel, paths: Iterator[_Path], first: tuple[Term, ...]) -> Iterator[Savn]:
        for path in paths:
            terms = (*first, *path.terms)
            if isinstance(path.node, e.Outcome):
                for other in self._rules(path.node.ref):
                    for one in self._of(other):
                        yield Savn(regel.id, one.fact, self._kept([*terms, one.open]))
            else:
                kept = self._kept(terms)
                facts = (node.fact for node in e.walk(path.node) if isinstance(node, e.Fact))
                yield from (Savn(regel.id, fact, kept) for fact in dict.fromkeys(facts))

    def _open(self, node: e.Node) -> Iterator[_Path]:
        """The facts, lists and outcomes at the bottom of a sentence, and when each is what leaves it open."""
        value = self._value(node)
        if value.sure:
            return
        null = Term(is_null(value.sql), value.level, sure=True)
        if isinstance(node, (e.Fact, e.Outcome, *OF_LISTS)):
            yield _Path(node, (null,))
            if isinstance(node, OF_LISTS) and node.of.where is not None and _speaks(node.of.where):
                yield from (path.after(null) for path in self._open_inside(node.of, node.of.where))
            return
        # But of these, what is unknown below makes unknown above.
        settles = (null,) if isinstance(node, e.And | e.Or) else ()
        for part in _parts(node):
            yield from (path.after(*settles) for path in self._open(part))

    def _open_inside(self, of: e.Listing, where: e.Expression) -> Iterator[_Path]:
        """The outcomes that the condition on the elements asks about, where they leave it open for one of them."""
        for path in self._source.of_records(of, lambda: list(self._open(where))):
            if isinstance(path.node, e.Outcome):
                yield _Path(path.node, (self._source.has_record(of, path.terms),))

    def _value(self, node: e.Node) -> Term:
        """What a part of a sentence comes to; of one with parts of its own, as a column, for each of them asks."""
        whole = isinstance(node, e.And | e.Or) and not self._source.inside
        return self._source.kept(node, "b") if whole else self._source.value(node)

    def _rules(self, ref: str) -> tuple[Regel, ...]:
        rule = self._ramme.regel.get(ref)
        return (rule,) if rule else self._ramme.regler_for.get(ref, ())

    def _kept(self, terms: Sequence[Term]) -> Term:
        """A column that is true where all of this is, and never NULL."""
        found = every([term.sql for term in terms])
        sure = all(term.sure for term in terms)
        sql = found if sure else case((found, exp.true()), default=exp.false())
        return self._source.stored(Term(sql, max((term.level for term in terms), default=NOWHERE), sure=True), "m")

    # What the handling rests on

    @property
    def venter(self) -> tuple[tuple[str, Term], ...]:
        """The rules and klausuler that the handling waits for, and when it does."""
        return tuple(self._waited.items())

    def vilkaar(self, regel: Regel) -> Term | None:
        """Whether a breach of the rule is a thing to put right: it does not decide the handling."""
        if regel.styrke != "skal" or regel.om_rammen or regel.id not in self._source.tops:
            return None
        breached = self._source.breached(regel)
        own = {regel.id, regel.klausul}
        chosen = zip(self._chosen, self._advice, strict=True)
        # Where the rule is not breached, it does not matter what else it decides.
        otherwise = (negated(breached.sql), is_null(breached.sql))
        ways = [way for ref in sorted(own) for way in self._settled.get(ref, ())]
        terms = [self._kept(way) for way in ways if not any(term.sql in otherwise for term in way)]
        terms += [term for term, one in chosen if one.klausul in own]
        decides = some([term.sql for term in terms])
        sql = case((decides, exp.false()), (breached.sql, exp.true()), default=exp.false())
        return self._source.stored(Term(sql, max(term.level for term in (breached, *terms)), sure=True), "v")

    def _is_chosen(self, place: int) -> Term:
        """Whether the indstilling is the one that gave the handling."""
        naar = self._source.naar
        before = [(one.sql, exp.false()) for one in naar[:place]]
        handling = self._advice[place].handling
        turned = exp.false() if handling == "afvent" else self._source.turning(handling, place)
        sql = case(*before, (naar[place].sql, negated(turned)), default=exp.false())
        return self._source.stored(Term(sql, max(one.level for one in naar[: place + 1]), sure=True), "c")

    def _decisive(self) -> tuple[dict[str, list[tuple[Term, ...]]], dict[str, Term]]:
        """The ways in which each rule and klausul decides the handling, and when the handling waits for it."""
        settled: dict[str, list[tuple[Term, ...]]] = {}
        waited: dict[str, list[Term]] = {}
        for place, one in enumerate(self._advice):
            with named(told(one)):
                for ref, way, waits in self._rests_on(place, one.naar):
                    settled.setdefault(ref, []).append(way)
                    if waits:
                        waited.setdefault(ref, []).append(self._kept(way))
        return settled, {ref: self._source.stored(_any(terms), "w") for ref, terms in waited.items()}

    def _rests_on(self, place: int, naar: e.Expression) -> Iterator[tuple[str, tuple[Term, ...], bool]]:
        """The rules and klausuler that an indstilling lays the handling on.

        Each with all that is true where it does, and whether the handling waits for it.
        """
        later = self._chosen[place + 1 :]
        for node, way in self._carried(naar, self._chosen[place], value=True):
            yield node.ref, way, node.udfald == "uafklaret"
        for node, way in self._carried(naar, _any(later), value=False) if later else ():
            yield node.ref, way, False
        for path in self._open(naar):
            if isinstance(path.node, e.Outcome):
                yield path.node.ref, (*map(_not, self._chosen), *path.terms), True

    def _carried(self, node: e.Node, first: Term, *, value: bool) -> Iterator[tuple[e.Outcome, tuple[Term, ...]]]:
        """The outcomes without which a condition would not have come out so, and when."""
        top = self._is(node, value=value)
        yield from ((o, (first, top, *terms)) for o, terms in self._carrying(node, value=value))

    def _carrying(self, node: e.Node, *, value: bool) -> Iterator[tuple[e.Outcome, tuple[Term, ...]]]:
        if isinstance(node, e.Outcome):
            yield node, ()
            return
        _refuse_outcome_inside(node)
        parts = _parts(node)
        silent = [part for part in parts if not _speaks(part)]
        alone = len(parts) == 1
        if not value and alone and silent:
            return
        # A fact alone that already keeps this indstilling away leaves its klausuler nothing to say.
        kept_away = [self._but_not(part) for part in silent if not value and is_yes_no(part)]
        for part in parts:
            if part in silent or not (alone or is_yes_no(part)):
                continue
            for same in (not value,) if isinstance(node, e.Not) else (True, False) if alone else (value,):
                for outcome, terms in self._carrying(part, value=same):
                    yield outcome, (*kept_away, self._is(part, value=same), *terms)

    def _is(self, node: e.Node, *, value: bool) -> Term:
        found = self._value(node)
        return Term(found.sql if value else negated(found.sql), found.level, found.sure)

    def _but_not(self, node: e.Node) -> Term:
        found = self._value(node)
        return _but(negated(found.sql), found.level)


def _but(sql: exp.Expr, level: int) -> Term:
    """Anything but true."""
    return Term(case((sql, exp.false()), default=exp.true()), level, sure=True)


def _not(term: Term) -> Term:
    return Term(negated(term.sql), term.level, term.sure)


def _any(terms: Sequence[Term]) -> Term:
    level = max(term.level for term in terms)
    return Term(some([term.sql for term in terms]), level, all(term.sure for term in terms))


def _parts(node: e.Node) -> tuple[e.Node, ...]:
    """The parts of a node that the specification's trace has."""
    match node:
        case e.Not(part=part):
            return (part,)
        case e.And(parts=parts) | e.Or(parts=parts):
            return parts
        case e.Compare(left=left, right=right) | e.Arithmetic(left=left, right=right):
            return (left, right)
        case e.Member(item=item):
            return (item,)
        case e.Known(fact=fact):
            return (fact,)
    return ()


def _speaks(node: e.Node) -> bool:
    """Whether it asks about a rule or klausul."""
    return any(isinstance(part, e.Outcome) for part in e.walk(node))


def _refuse_outcome_inside(node: e.Node) -> None:
    if isinstance(node, OF_LISTS) and _speaks(node):
        raise Inexact("sige, hvad handlingen hviler på,", "en betingelse om en listes punkter spørger til en regel")
