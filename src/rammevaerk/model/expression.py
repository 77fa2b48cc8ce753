"""The core expression nodes: all that an engine has to know of the rule language.

Every condition is lowered to these nodes before an engine sees it; no wording reaches them.
A new node is the one expensive change of the project: every engine must learn it.
Unknown is None everywhere, and every node but `Known` and `Outcome("uafklaret")` answers unknown
whenever its operands leave two answers open (strong Kleene).
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.facts.kinds import Kind, Oplysning

Value = bool | Decimal | str | date
"""A known value; amounts are decimals in the base unit of their kind. Of a list parameter: see `Parameter`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What every node has: `origin`, the words the author wrote, in canonical Danish."""

    origin: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Constant(Node):
    """A value written in the rule."""

    value: Value


@dataclass(frozen=True, slots=True)
class Fact(Node):
    """A fact of the aktivitet; a skøn answered after the vurderingsdato is not known yet."""

    fact: Oplysning


@dataclass(frozen=True, slots=True)
class Field(Node):
    """A field of the record at hand, inside the condition of a `Listing`."""

    fact: Oplysning


@dataclass(frozen=True, slots=True)
class Element(Node):
    """The text at hand, inside the condition of a `Listing` of texts."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Today(Node):
    """The vurderingsdato."""


@dataclass(frozen=True, slots=True)
class Parameter(Node):
    """A dated value of the rammeværk, as it stands on the vurderingsdato."""

    name: str


@dataclass(frozen=True, slots=True)
class Known(Node):
    """Whether the fact is known. Looks at unknownness, so it never decides a krav."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class Outcome(Node):
    """Whether the regel or klausul `ref` has this udfald.

    `opfyldt` and `ikke opfyldt` are unknown while the udfald is uafklaret; `uafklaret` never is.
    """

    ref: str
    udfald: Literal["opfyldt", "ikke opfyldt", "uafklaret"]


@dataclass(frozen=True, slots=True)
class Not(Node):
    """Logical negation."""

    part: Expression


@dataclass(frozen=True, slots=True)
class And(Node):
    """False if one part is false, else unknown if one is, else true."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Or(Node):
    """True if one part is true, else unknown if one is, else false."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Compare(Node):
    """Equality or order of two values of one kind."""

    op: Literal["=", "<", "≤"]
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Member(Node):
    """Whether the value is one of these, or one of a list parameter's on the vurderingsdato."""

    item: Expression
    values: tuple[Value, ...] | Parameter


@dataclass(frozen=True, slots=True)
class Arithmetic(Node):
    """Exact arithmetic: numbers, and dates with whole calendar time (`unit` is that of the right operand)."""

    op: Literal["+", "-", "*", "/"]
    left: Expression
    right: Expression
    dates: Literal["", "dage", "måneder", "difference"] = ""
    """What the operands are when dates take part: a date and days, a date and months, two dates."""


@dataclass(frozen=True, slots=True)
class Listing(Node):
    """The elements of a list fact: of the `recent` latest dates only, and for which `where` is true.

    Not a value itself; `Count`, `Sum`, `AtLeast` and `Latest` ask of it.
    """

    fact: Fact
    where: Expression | None = None
    recent: int | None = None


@dataclass(frozen=True, slots=True)
class Count(Node):
    """How many elements; unknown if the list is, or one element's condition."""

    of: Listing


@dataclass(frozen=True, slots=True)
class Sum(Node):
    """The exact sum of a field; unknown if the list is, or one counted element's condition or field."""

    field: Field
    of: Listing


@dataclass(frozen=True, slots=True)
class AtLeast(Node):
    """Whether the condition holds for at least `number` elements, as the disjunction it abbreviates."""

    number: Expression
    of: Listing


@dataclass(frozen=True, slots=True)
class Latest(Node):
    """A field of the element with the latest date; unknown when there is none, or two that disagree."""

    field: Field
    of: Listing


Expression = (
    Constant
    | Fact
    | Field
    | Element
    | Today
    | Parameter
    | Known
    | Outcome
    | Not
    | And
    | Or
    | Compare
    | Member
    | Arithmetic
    | Count
    | Sum
    | AtLeast
    | Latest
)


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it, in the order it was written."""
    yield node
    for part in parts(node):
        yield from walk(part)


def parts(node: Node) -> Iterator[Node]:
    """The nodes right below it, in the order they were written."""
    for name in _names(type(node)):  # type: ignore[arg-type] # mypy takes the hash of a node for that of its class
        value = getattr(node, name)
        yield from (part for part in (value if isinstance(value, tuple) else (value,)) if isinstance(part, Node))


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
