"""The specification: the rules evaluated as they are written, with a trace.

Every other engine is tested against this one. It looks at every part of a rule, also those that
no longer matter, because explanations are made of what it leaves behind.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING, Any, Final, cast

from rammevaerk.facts.aktivitet import Aktivitet, Skoen
from rammevaerk.facts.calendar import agreed, moved, recent
from rammevaerk.facts.kinds import RESOURCE, Kind
from rammevaerk.facts.units import Maengde
from rammevaerk.model import expression as e
from rammevaerk.model.exact import EXACT, divided, minus, plus, times
from rammevaerk.model.resultat import Resultat, Udfald, handling, has_outcome, klausul_udfald
from rammevaerk.model.spor import Found, RegelSpor, Spor, Sporing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from rammevaerk.model.klausul import Regel
    from rammevaerk.model.rammevaerk import Rammevaerk


@dataclass(frozen=True)
class _Situation:
    """What a condition is evaluated in: the aktivitet, the day, what is decided so far, the record at hand."""

    aktivitet: Aktivitet
    day: date
    ramme: Rammevaerk
    udfald: Mapping[str, Udfald]
    record: Any = None


def evaluate(ramme: Rammevaerk, aktivitet: Aktivitet, day: date) -> tuple[Resultat, Sporing]:
    """The udfald of every rule and the handling, with the trace of all of it."""
    udfald: dict[str, Udfald] = {}
    regler: dict[str, RegelSpor] = {}
    situation = _Situation(aktivitet, day, ramme, udfald)
    with localcontext(EXACT):
        for regel in ramme.regler:
            udfald[regel.id], regler[regel.id] = _decide(regel, situation)
        if not ramme.gaelder.covers(day):
            return Resultat(udfald, "ingen", (False,) * len(ramme.indstillinger)), Sporing(regler)
        advice = tuple(_evaluate(one.naar, situation) for one in ramme.indstillinger)
    holds = tuple(cast("bool | None", spor.value) for spor in advice)
    return Resultat(udfald, handling(ramme.indstillinger, holds), holds), Sporing(regler, advice)


def answer(
    node: e.Expression, ramme: Rammevaerk, aktivitet: Aktivitet, day: date, udfald: Mapping[str, Udfald]
) -> Spor:
    """What one sentence of the rammeværk comes to, with its trace; it may ask about rules with these udfald."""
    with localcontext(EXACT):
        return _evaluate(node, _Situation(aktivitet, day, ramme, udfald))


def _decide(regel: Regel, situation: _Situation) -> tuple[Udfald, RegelSpor]:
    if not situation.ramme.in_force(regel, situation.day):
        return Udfald.IKKE_I_KRAFT, RegelSpor()
    naar = _evaluate(regel.gaelder_naar, situation) if regel.gaelder_naar else None
    if naar is not None and naar.value is False:
        return Udfald.IKKE_RELEVANT, RegelSpor(naar)
    krav = _evaluate(regel.krav, situation)
    if krav.value is None or (naar is not None and naar.value is None):
        return Udfald.UAFKLARET, RegelSpor(naar, krav)
    if krav.value:
        return Udfald.OPFYLDT, RegelSpor(naar, krav)
    # It is tempting to call an unused permission «ikke opfyldt». However: a kan-klausul demands nothing.
    return Udfald.IKKE_RELEVANT if regel.styrke == "kan" else Udfald.IKKE_OPFYLDT, RegelSpor(naar, krav)


def _evaluate(node: e.Node, situation: _Situation) -> Spor:
    return _EVALUATE[type(node)](node, situation)


def _constant(node: e.Constant, _: _Situation) -> Spor:
    return Spor(node, node.value)


def _fact(node: e.Fact, situation: _Situation) -> Spor:
    fact, aktivitet = node.fact, situation.aktivitet
    found = (aktivitet.egne or {}).get(fact.name) if fact.own else getattr(aktivitet, fact.attribute)
    return Spor(node, _plain(found, fact.kind, situation.day))


def _plain(found: Any, kind: Kind, day: date) -> Found:  # noqa: ANN401 - whatever a fact holds
    """A fact as engines reckon with it: an amount as its number, a skøn as its answer if it is given yet."""
    if isinstance(found, Maengde):
        # An amount that no rate in force turned into kr. cannot be measured: unknown, never its bare number.
        return None if kind.unit == RESOURCE and found.enhed != "kr." else found.tal
    if isinstance(found, Skoen):
        return None if found.dato is not None and found.dato > day else found.svar
    return cast("Found", found)


def _field(node: e.Field, situation: _Situation) -> Spor:
    return Spor(node, _plain(getattr(situation.record, node.fact.attribute), node.fact.kind, situation.day))


def _element(node: e.Element, situation: _Situation) -> Spor:
    return Spor(node, situation.record)


def _today(node: e.Today, situation: _Situation) -> Spor:
    return Spor(node, situation.day)


def _parameter(node: e.Parameter, situation: _Situation) -> Spor:
    return Spor(node, situation.ramme.parametre[node.name].on(situation.day))


def _known(node: e.Known, situation: _Situation) -> Spor:
    part = _fact(node.fact, situation)
    return Spor(node, part.value is not None, (part,))


def _outcome(node: e.Outcome, situation: _Situation) -> Spor:
    return Spor(node, has_outcome(node, klausul_udfald(situation.ramme, situation.udfald, node.ref)))


def _not(node: e.Not, situation: _Situation) -> Spor:
    part = _evaluate(node.part, situation)
    return Spor(node, None if part.value is None else not part.value, (part,))


def _and(node: e.And, situation: _Situation) -> Spor:
    parts = tuple(_evaluate(part, situation) for part in node.parts)
    return Spor(node, conjunction(part.value for part in parts), parts)


def _or(node: e.Or, situation: _Situation) -> Spor:
    parts = tuple(_evaluate(part, situation) for part in node.parts)
    opposite = conjunction(None if part.value is None else not part.value for part in parts)
    return Spor(node, None if opposite is None else not opposite, parts)


def conjunction(values: Iterable[Found]) -> bool | None:
    """Kleene's and: one false settles it, otherwise one unknown leaves it open."""
    found = set(values)
    return False if False in found else None if None in found else True


def _compare(node: e.Compare, situation: _Situation) -> Spor:
    left, right = _evaluate(node.left, situation), _evaluate(node.right, situation)
    return Spor(node, _known_both(_COMPARE[node.op], left.value, right.value), (left, right))


_COMPARE: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "=": lambda left, right: bool(left == right),
    "<": lambda left, right: bool(left < right),
    "≤": lambda left, right: bool(left <= right),
}


def _known_both(function: Callable[[Any, Any], Any], left: Found, right: Found) -> Any:  # noqa: ANN401
    return None if left is None or right is None else function(left, right)


def _member(node: e.Member, situation: _Situation) -> Spor:
    item = _evaluate(node.item, situation)
    found = _parameter(node.values, situation).value if isinstance(node.values, e.Parameter) else node.values
    values = cast("tuple[e.Value, ...] | None", found)
    return Spor(node, None if item.value is None or values is None else item.value in values, (item,))


def _arithmetic(node: e.Arithmetic, situation: _Situation) -> Spor:
    left, right = _evaluate(node.left, situation), _evaluate(node.right, situation)
    return Spor(node, _known_both(_reckoner(node), left.value, right.value), (left, right))


def _reckoner(node: e.Arithmetic) -> Callable[[Any, Any], Any]:
    if node.dates == "difference":
        return lambda left, right: Decimal((left - right).days)
    if node.dates:
        unit, sign = node.dates, 1 if node.op == "+" else -1
        return lambda left, right: moved(left, sign * right, unit)
    return _RECKON[node.op]


_RECKON: Final[Mapping[str, Callable[[Any, Any], Any]]] = {"+": plus, "-": minus, "*": times, "/": divided}


@dataclass(frozen=True)
class _Element:
    """One element of a list: whether the condition holds for it, a field's value, and the traces of both."""

    holds: bool | None
    value: Found
    parts: tuple[Spor, ...]


def _elements(node: e.Listing, situation: _Situation, field: e.Field | None = None) -> tuple[_Element, ...] | None:
    """The elements of a listing; of recent ones, those of one date as the one they agree to be. None is unknown."""
    found = _fact(node.fact, situation).value
    if found is None:
        return None
    records = cast("Sequence[Any]", found)
    groups = [(record,) for record in records] if node.recent is None else recent(records, node.recent, situation.day)
    return None if groups is None else tuple(_group(group, node, situation, field) for group in groups)


def _group(group: tuple[Any, ...], node: e.Listing, situation: _Situation, field: e.Field | None) -> _Element:
    parts: list[Spor] = []
    for record in group:
        inner = replace(situation, record=record)
        parts += [_evaluate(node.where, inner)] if node.where else []
        parts += [_evaluate(field, inner)] if field else []
    holds = [part.value for part in parts if node.where and part.node is node.where] or [True]
    values = [part.value for part in parts if field and part.node is field] or [None]
    return _Element(cast("bool | None", agreed(holds)), agreed(values), tuple(parts))


def _list_spor(node: e.Count | e.Sum | e.AtLeast | e.Latest, value: Found, found: Sequence[_Element] | None) -> Spor:
    """The trace of a question to a list: its parts are the elements', or the list itself where it is unknown."""
    parts = (Spor(node.of.fact, None),) if found is None else tuple(p for element in found for p in element.parts)
    return Spor(node, value, parts)


def _count(node: e.Count, situation: _Situation) -> Spor:
    found = _elements(node.of, situation)
    open_ = found is None or any(element.holds is None for element in found)
    return _list_spor(node, None if open_ else Decimal(sum(bool(x.holds) for x in found or ())), found)


def _sum(node: e.Sum, situation: _Situation) -> Spor:
    found = _elements(node.of, situation, node.field)
    counted = [element.value for element in found or () if element.holds]
    open_ = found is None or None in counted or any(element.holds is None for element in found)
    return _list_spor(node, None if open_ else sum(cast("list[Decimal]", counted), Decimal(0)), found)


def _at_least(node: e.AtLeast, situation: _Situation) -> Spor:
    found = _elements(node.of, situation)
    number = cast("Decimal | None", _evaluate(node.number, situation).value)
    if found is None or number is None:
        return _list_spor(node, None, found)
    surely = sum(element.holds is True for element in found)
    maybe = sum(element.holds is None for element in found)
    return _list_spor(node, True if surely >= number else False if surely + maybe < number else None, found)


def _latest(node: e.Latest, situation: _Situation) -> Spor:
    found = _elements(replace(node.of, recent=1), situation, node.field)
    return _list_spor(node, found[0].value if found else None, found)


_EVALUATE: Final[Mapping[type[e.Node], Callable[[Any, _Situation], Spor]]] = {
    e.Constant: _constant,
    e.Fact: _fact,
    e.Field: _field,
    e.Element: _element,
    e.Today: _today,
    e.Parameter: _parameter,
    e.Known: _known,
    e.Outcome: _outcome,
    e.Not: _not,
    e.And: _and,
    e.Or: _or,
    e.Compare: _compare,
    e.Member: _member,
    e.Arithmetic: _arithmetic,
    e.Count: _count,
    e.Sum: _sum,
    e.AtLeast: _at_least,
    e.Latest: _latest,
}
