"""Comparisons as claims: numbers and dates brought to one side, so that two rules speak of the same quantity."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, cast

from rammevaerk.model import expression as e
from rammevaerk.passes.layers.claims import HOLDS, TURNED, Both, Claim, Formula, Never, Op, Subject

if TYPE_CHECKING:
    from rammevaerk.facts.kinds import Kind

Linear = tuple[dict[e.Node, Fraction], Fraction]


def art_of(node: e.Node) -> str:
    """Whether a node is a yes or no, a text, or a number or date."""
    match node:
        case e.Constant(value=value):
            return {bool: "ja/nej", str: "tekst"}.get(type(value), "tal")
        case e.Fact(fact=fact) | e.Field(fact=fact) | e.Latest(field=e.Field(fact=fact)):
            return {"ja/nej": "ja/nej", "tal": "tal", "dato": "tal"}.get(fact.kind.art, "tekst")
        case e.Element():
            return "tekst"
        case e.Today() | e.Arithmetic() | e.Count() | e.Sum():
            return "tal"
    return "ja/nej"


def _kind(node: e.Node) -> Kind | None:
    match node:
        case (
            e.Fact(fact=fact)
            | e.Field(fact=fact)
            | e.Latest(field=e.Field(fact=fact))
            | e.Sum(field=e.Field(fact=fact))
        ):
            return fact.kind
    return None


def subject_of(node: e.Node, art: Literal["ja/nej", "tal", "tekst"]) -> Subject:
    """The quantity that a node stands for."""
    kind = _kind(node)
    unit = ("dato" if kind.art == "dato" else kind.unit) if kind else "dato" if isinstance(node, e.Today) else ""
    counted = node.of if isinstance(node, e.Count) else None
    return Subject(
        node,
        art,
        node.origin or in_words(node),
        unit,
        whole=unit == "dato" or counted is not None,
        least=0 if counted else None,
        options=kind.options if kind else (),
        counted=counted,
        sentence=not isinstance(node, e.Fact | e.Field),
        facts=facts_of(node),
    )


def facts_of(*nodes: e.Node) -> frozenset[str]:
    """The facts that nodes read."""
    return frozenset(part.fact.name for node in nodes for part in e.walk(node) if isinstance(part, e.Fact))


def in_words(node: e.Node) -> str:
    """A list as it is said; what the language itself adds about dates is not."""
    match node:
        case e.Listing(fact=fact, where=where):
            said = where.origin if where else ""
            return f"{fact.origin or fact.fact.name} hvor ({said})" if said else fact.origin or fact.fact.name
        case e.Count(of=of):
            return f"antal {in_words(of)}"
    return node.origin


def ordered(op: Literal["=", "<", "≤"], left: e.Node, right: e.Node, day: date) -> Formula:
    """A comparison of numbers or dates. The vurderingsdato beside a date of the rules is known: see `days_of`."""
    one, other = _months(left), _months(right)
    if (one is None) != (other is None):
        return _in_months(op, left, right, one, other)
    if _on(left, day) is not None and _on(right, day) is not None:
        return bool(HOLDS[op](_on(left, day), _on(right, day)))
    (terms, constant), (minus, less) = _linear(left), _linear(right)
    total = dict(terms)
    for term, share in minus.items():
        total[term] = total.get(term, Fraction(0)) - share
    return _claimed(op, {term: share for term, share in total.items() if share}, less - constant)


def _on(node: e.Node, day: date) -> Any:  # noqa: ANN401 - a date or a number
    """What is known without an aktivitet; a parameter without a value that day is not."""
    return node.value if isinstance(node, e.Constant) else day if isinstance(node, e.Today) else None


def _claimed(op: Op, terms: dict[e.Node, Fraction], bound: Fraction) -> Formula:
    """That the terms together stand so to the bound; the first of them in its own measure."""
    if not terms:
        return bool(HOLDS[op](Fraction(0), bound))
    (first, scale), *rest = sorted(terms.items(), key=lambda term: repr(term[0]))
    shares = [(first, Fraction(1)), *((term, share / scale) for term, share in rest)]
    subject = _together(shares) if rest else subject_of(first, "tal")
    return Claim(subject, op if scale > 0 else TURNED[op], bound / scale)


def _together(shares: list[tuple[e.Node, Fraction]]) -> Subject:
    """Several quantities as one."""
    (first, _), *rest = shares
    words = in_words(first) + "".join(f" {'plus' if share > 0 else 'minus'} {in_words(term)}" for term, share in rest)
    whole = all(subject_of(term, "tal").whole and share.denominator == 1 for term, share in shares)
    unit = subject_of(first, "tal").unit.replace("dato", "dage")
    return Subject(tuple(shares), "tal", words, unit, whole=whole, facts=facts_of(*(term for term, _ in shares)))


def _linear(node: e.Node) -> Linear:
    """A number as shares of quantities and a constant; what is no sum of such is a quantity itself."""
    match node:
        case e.Constant(value=Decimal() as value):
            return {}, Fraction(value)
        case e.Constant(value=date() as day):
            return {}, Fraction(day.toordinal())
        case e.Arithmetic(op="+" | "-", dates="" | "dage" | "difference"):
            (terms, constant), (others, other) = _linear(node.left), _linear(node.right)
            sign = 1 if node.op == "+" else -1
            joined = {
                term: terms.get(term, Fraction(0)) + sign * others.get(term, Fraction(0))
                for term in {**terms, **others}
            }
            return joined, constant + sign * other
        case e.Arithmetic(op="*" | "/"):
            return _scaled(node)
    return {node: Fraction(1)}, Fraction(0)


def _scaled(node: e.Arithmetic) -> Linear:
    (terms, constant), (others, other) = _linear(node.left), _linear(node.right)
    if node.op == "*" and not terms:
        terms, constant, others, other = others, other, terms, constant
    if others or (node.op == "/" and not other):
        return {node: Fraction(1)}, Fraction(0)
    factor = other if node.op == "*" else 1 / other
    return {term: share * factor for term, share in terms.items()}, constant * factor


Moved = tuple[e.Node, Fraction]


def _months(node: e.Node) -> Moved | None:
    """A date moved by so many months, as the date and the number."""
    if isinstance(node, e.Arithmetic) and node.dates == "måneder":
        terms, number = _linear(node.right)
        if not terms:
            return node.left, number if node.op == "+" else -number
    return None


def _in_months(op: str, left: e.Node, right: e.Node, one: Moved | None, other: Moved | None) -> Formula:
    """A date moved by months beside another date: the later it is moved, the sooner it reaches the other.

    It is tempting to count the months between the two. However: a month has no fixed number of days, so two quantities
    are kept: from how many months on the date reaches the other, and up to how many it stays within it.
    """
    base, number = cast("Moved", one or other)
    fixed = right if one else left
    words = f"måneder fra {in_words(base)} til {in_words(fixed)}"
    facts = facts_of(base, fixed)
    reaches = Claim(Subject(("når", base, fixed), "tal", words, "måneder", whole=True, facts=facts), "≤", number)
    within = Claim(Subject(("inden for", base, fixed), "tal", words, "måneder", whole=True, facts=facts), "≥", number)
    if op == "=":
        return Both((reaches, within))
    moved_first = one is not None
    if op == "≤":
        return within if moved_first else reaches
    return Never(reaches) if moved_first else Never(within)
