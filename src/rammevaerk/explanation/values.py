"""Values as Danish words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pydantic import BaseModel

from rammevaerk.facts.aktivitet import Aktivitet, Skoen
from rammevaerk.facts.dates import write_date
from rammevaerk.facts.numbers import write_count, write_number
from rammevaerk.facts.units import Maengde, write_quantity
from rammevaerk.names import listed, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.klausul import Register, Tekst
    from rammevaerk.model.portefoelje import Andel
    from rammevaerk.model.rammevaerk import Rammevaerk

UNKNOWN = "uoplyst"


def fact_of(aktivitet: Aktivitet, fact: Oplysning) -> object:
    """What the aktivitet knows of a fact; None is unknown."""
    return (aktivitet.egne or {}).get(fact.name) if fact.own else getattr(aktivitet, fact.attribute)


def question_of(ramme: Rammevaerk, fact: Oplysning) -> str:
    """The question that asks for a fact: the rammeværk's own before the common one."""
    own = {spoken(name): question for name, question in ramme.spoergsmaal.items()}
    return own.get(spoken(fact.name)) or fact.question


def in_words(value: object, unit: str = "") -> str:
    """A value as a Danish sentence would say it."""
    match value:
        case None:
            return UNKNOWN
        case bool():
            return "ja" if value else "nej"
        case Skoen():
            return in_words(value.svar)
        case Decimal():
            return write_quantity(Maengde(value, unit)) if unit else write_number(value)
        case date():
            return write_date(value)
        case str() | Maengde():
            return str(value)
        case Sequence():
            return _list_in_words([_element(one) for one in value])
        case _:
            return str(value)


def posts_in_words(register: Register) -> Iterator[tuple[tuple[str, str], ...]]:
    """Each post of a register as its known fields and what they say, the name first."""
    for post in register.poster:
        fields = ((felt, in_words(post[felt], kind.unit)) for felt, kind in register.felter.items() if felt in post)
        yield (("navn", str(post["navn"])), *fields)


def _list_in_words(words: list[str]) -> str:
    """The list as a sentence says it; names that hold an «og» or a comma themselves stand in quotes."""
    mixed = len(words) > 1 and any(" og " in word or "," in word for word in words)
    return listed([f"«{word}»" for word in words] if mixed else words) or "ingen"


def _element(one: object) -> str:
    """A record by its first known text or date, and the rest in parentheses."""
    if isinstance(one, str):
        return one
    known = [in_words(getattr(one, name)) for name in type(one).model_fields if getattr(one, name) is not None]  # type: ignore[attr-defined] # records are pydantic
    return f"{known[0]} ({', '.join(known[1:])})" if len(known) > 1 else "".join(known) or UNKNOWN


def as_in_file(value: object) -> object:
    """A fact as a facts file would hold it, ready for JSON; None is unknown."""
    match value:
        case Skoen():
            said = value.model_dump(mode="json", by_alias=True, exclude_none=True)
            return value.svar if set(said) == {"svar"} else said
        case tuple():
            return [as_in_file(one) for one in value]
        case BaseModel():
            return value.model_dump(mode="json", by_alias=True, exclude_none=True)
        case Decimal():
            return write_number(value)
        case date():
            return value.isoformat()
        case Maengde():
            return str(value)
        case _:
            return value


def filled(tekst: Tekst, ramme: Rammevaerk, facts: dict[str, Oplysning], aktivitet: Aktivitet, day: date) -> str:
    """A rule's sentence with the names in it replaced by what they stand for."""
    return told(tekst, lambda name: _named(name, ramme, facts, aktivitet, day))


def told(tekst: Tekst, named: Callable[[str], str]) -> str:
    """A sentence with the names in it replaced by what `named` says they stand for."""
    said = ""
    for place, part in enumerate(tekst.parts):
        shown = named(part) if place % 2 else part
        said += shown[1:] if said.endswith(".") and shown.startswith(".") else shown  # «kr.» ends a sentence too
    return said.strip()


def _named(name: str, ramme: Rammevaerk, facts: dict[str, Oplysning], aktivitet: Aktivitet, day: date) -> str:
    form = spoken(name)
    if form in facts:
        return in_words(fact_of(aktivitet, facts[form]), facts[form].kind.unit)
    return fixed_in_words(name, ramme, day)


def fixed_in_words(name: str, ramme: Rammevaerk, day: date) -> str:
    """What is the same for every aktivitet: a parameter as it stands that day, or the vurderingsdato."""
    parameter = ramme.parametre.get(name)
    return in_words(parameter.on(day), parameter.kind.unit) if parameter else write_date(day)


def measures(ramme: Rammevaerk, regel: str, day: date) -> Iterator[str]:
    """Each parameter that a rule reads, with how the municipality measures by it."""
    for name in ramme.reads[regel].parameters:
        value = fixed_in_words(name, ramme, day).removesuffix(".")  # «kr.» ends a sentence too
        yield f"{name}: {value}. {ramme.parametre[name].fortolkning}".strip()


def andel_in_words(andel: Andel) -> str:
    """The share in pct.: one figure, or the two it lies between. Rounded down, so that 100 pct. means all of them.

    Where nothing surely counts there may be no share at all, so it is unknown.
    """
    if andel.lavest is None or andel.hoejest is None or not andel.sure:
        return UNKNOWN
    low, high = (write_number(Decimal(int(end * 1000)) / 10) for end in (andel.lavest, andel.hoejest))
    return f"{low} pct." if low == high else f"mellem {low} og {high} pct."


def of_all(ja: int, antal: int, open_: int) -> str:
    """The counts behind a figure."""
    return f"{write_count(ja)} af {write_count(antal)}" + (f", {write_count(open_)} er uafklaret" if open_ else "")
