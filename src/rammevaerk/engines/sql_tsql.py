"""SQL Server has no yes and no as values: 1 and 0 in columns, and conditions only where a condition can stand.

A query of the other dialects is turned into one of such, with the same answers. Its conditions are three-valued too:
what is neither true nor not true is NULL.
"""

from __future__ import annotations

from typing import Final

from sqlglot import exp

from rammevaerk.engines.sql_terms import grouped

_CONNECTORS: Final = (exp.And, exp.Or)
_CONDITIONS: Final = (exp.EQ, exp.NEQ, exp.LT, exp.LTE, exp.GT, exp.GTE, exp.In, exp.Is, exp.Between)


def without_booleans(query: exp.Expr) -> exp.Expr:
    """The query with no yes or no as a value, and its texts as Unicode."""
    found = _value(query)
    return found.transform(lambda node: exp.National(this=node.this) if _is_text(node) else node)


def _value(node: exp.Expr) -> exp.Expr:
    """The node where a value is wanted; a condition becomes 1, 0 or NULL."""
    node = _bare(node)
    if isinstance(node, exp.Boolean):
        return exp.Literal.number(int(node.this))
    if not _is_condition(node):
        return _below(node)
    condition = _condition(node)
    one, zero = exp.Literal.number(1), exp.Literal.number(0)
    if isinstance(node, exp.Is):  # never unknown
        return exp.Case(ifs=[exp.If(this=condition, true=one)], default=zero)
    not_so = exp.Not(this=exp.Paren(this=condition.copy()))
    return exp.Case(ifs=[exp.If(this=condition, true=one), exp.If(this=not_so, true=zero)])


def _condition(node: exp.Expr) -> exp.Expr:
    """The node where a condition is wanted; a value becomes the question whether it is 1."""
    node = _bare(node)
    one = exp.Literal.number(1)
    match node:
        case exp.Boolean():
            return exp.EQ(this=one, expression=exp.Literal.number(int(node.this)))
        case exp.And() | exp.Or():
            parts = (exp.Paren(this=_condition(part)) for part in (node.this, node.expression))
            return type(node)(**dict(zip(("this", "expression"), parts, strict=True)))
        case exp.Not():
            return exp.Not(this=exp.Paren(this=_condition(node.this)))
        case exp.Null():
            return exp.EQ(this=one, expression=node.copy())
    if isinstance(node, _CONDITIONS):
        return _below(node)
    return exp.EQ(this=grouped(_value(node)), expression=one)


def _below(node: exp.Expr) -> exp.Expr:
    """The node with everything below it turned; what stands after WHEN, WHERE and ON is a condition."""
    found = node.copy()
    for key, part in node.args.items():
        turn = _condition if _asks(node, key) else _value
        if isinstance(part, list):
            found.set(key, [turn(one) if isinstance(one, exp.Expr) else one for one in part])
        elif isinstance(part, exp.Expr):
            found.set(key, turn(part))
    return found


def _asks(node: exp.Expr, key: str) -> bool:
    """Whether a condition stands there."""
    return (isinstance(node, exp.If | exp.Where) and key == "this") or (isinstance(node, exp.Join) and key == "on")


def _bare(node: exp.Expr) -> exp.Expr:
    """The node without the parentheses of a condition; they are written anew."""
    while isinstance(node, exp.Paren) and (_is_condition(_inside(node)) or isinstance(_inside(node), exp.Boolean)):
        node = node.this
    return node


def _inside(node: exp.Paren) -> exp.Expr:
    inner = node.this
    return _inside(inner) if isinstance(inner, exp.Paren) else inner


def _is_condition(node: exp.Expr) -> bool:
    return isinstance(node, (*_CONNECTORS, *_CONDITIONS, exp.Not))


def _is_text(node: exp.Expr) -> bool:
    """A text of the query, but not the one that is read as a date."""
    return isinstance(node, exp.Literal) and bool(node.is_string) and not isinstance(node.parent, exp.Cast)
