"""An aktivitet bound to a rammeværk: names from its registers, its own facts typed, amounts in kr. where they can be.

Takes plain data and knows nothing of the model. Answers the same object when there is nothing to do.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.diagnostics import Diagnostic, Refused, Span, Unreadable, did_you_mean
from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.facts.bidrag import computed, contradiction
from rammevaerk.facts.own import typed
from rammevaerk.facts.rates import Rates, in_kroner
from rammevaerk.names import fold, slug, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.facts.aktivitet import Aktivitet, Evaluering, Investering, Udbytte
    from rammevaerk.facts.kinds import Oplysning

__all__ = ["Rates", "bind"]

Register = Mapping[str, str] | Collection[str]

LISTS_OF_TEXT: Final = {
    spoken(fact.name): fact for fact in CATALOGUE.values() if fact.kind.art == "liste" and fact.kind.element
}


def bind(
    aktivitet: Aktivitet,
    *,
    registers: Mapping[str, Register],
    own: Mapping[str, Oplysning],
    rates: Rates | None = None,
    beside: Sequence[Mapping[str, Oplysning]] = (),
) -> Aktivitet:
    """The aktivitet as a rammeværk reads it; every fault at once. A register: its names, or id → name.

    `beside` is what other rammeværker have declared. Their own facts may stand there too; they are left out.
    """
    faults: list[Diagnostic] = []
    source = Span(aktivitet.id)
    changes: dict[str, Any] = {}
    if registers:
        changes |= _named(aktivitet, registers, faults, source)
    if aktivitet.egne:
        changes |= _typed(aktivitet, registers, (own, *beside), faults, source)
    if rates is not None:
        changes |= _priced(aktivitet, rates, faults, source)
    if faults:
        raise Refused(faults)
    return aktivitet.model_copy(update=changes) if changes else aktivitet


def entry(value: str, register: Register, name: str) -> str:
    """The register's own name of an entry given by name or by id, whatever its capital letters."""
    by_id: Mapping[str, str] = register if isinstance(register, Mapping) else {}
    names = by_id.values() if by_id else register
    if value in names:
        return value
    wanted = slug(value)
    for known, entry_name in (*by_id.items(), *((entry_name, entry_name) for entry_name in names)):
        if slug(known) == wanted:
            return entry_name
    help_line = did_you_mean(value, names) or did_you_mean(wanted, map(slug, names))
    raise Unreadable(f"«{value}» står ikke i registret «{name}»", help_line or f"se registret «{name}»")


def _named(
    aktivitet: Aktivitet, registers: Mapping[str, Register], faults: list[Diagnostic], source: Span
) -> Iterator[tuple[str, Any]]:
    for name, register in registers.items():
        fact = LISTS_OF_TEXT.get(spoken(name))
        values = getattr(aktivitet, fact.attribute) if fact else None
        if fact and values:
            entries = _entries(values, register, fact.key, faults, source)
            if entries is not values:
                yield fact.attribute, entries


def _entries(
    values: tuple[str, ...], register: Register, key: str, faults: list[Diagnostic], source: Span
) -> tuple[str, ...]:
    found = []
    for number, value in enumerate(values, 1):
        try:
            found.append(entry(value, register, key.replace("_", " ")))
        except Unreadable as unreadable:
            faults.append(Diagnostic("F020", f"{key} nr. {number}: {unreadable.message}", unreadable.help, source))
    return values if found == [*values] else tuple(found)


def _typed(
    aktivitet: Aktivitet,
    registers: Mapping[str, Register],
    asked: Sequence[Mapping[str, Oplysning]],
    faults: list[Diagnostic],
    source: Span,
) -> dict[str, Any]:
    """The own facts by the keys and kinds that the first of those asked has declared."""
    declared, *others = (_by_spelling(own) for own in asked)
    elsewhere = {spelling for other in others for spelling in other}
    by_name = {spoken(name): register for name, register in registers.items()}
    found: dict[str, Any] = {}
    for key, value in aktivitet.egne.items():
        fact = declared.get(fold(key))
        if fact is None:
            if fold(key) not in elsewhere:
                faults.append(_unknown(key, asked, source))
        elif fact.name in found:
            faults.append(Diagnostic("F003", f"egne: «{fact.name}» står der to gange", "slet den ene", source))
        else:
            found[fact.name] = _read_own(key, value, fact, faults, source)
            register = by_name.get(spoken(fact.name))
            if register and isinstance(found[fact.name], tuple):
                found[fact.name] = _entries(found[fact.name], register, key, faults, source)
    return {} if _alike(found, aktivitet.egne) else {"egne": found}


def _by_spelling(own: Mapping[str, Oplysning]) -> dict[str, Oplysning]:
    """Declared facts by each way their names may be written, folded."""
    return {fold(name): fact for fact in own.values() for name in (fact.name, fact.key, fact.attribute)}


def _alike(left: Mapping[str, Any], right: Mapping[str, Any]) -> bool:
    """Whether nothing was typed: the same keys with the same objects."""
    return left.keys() == right.keys() and all(left[key] is right[key] for key in left)


def _read_own(key: str, value: Any, fact: Oplysning, faults: list[Diagnostic], source: Span) -> Any:  # noqa: ANN401
    try:
        return typed(value, fact.kind)
    except Unreadable as unreadable:
        faults.append(Diagnostic("F022", f"egne {key}: {unreadable.message}", unreadable.help, source))
    return None


def _unknown(key: str, asked: Sequence[Mapping[str, Oplysning]], source: Span) -> Diagnostic:
    """The same fault whichever of the rammeværker asked is the one that meets it."""
    keys = [fact.key for own in asked for fact in own.values()]
    common = next((fact for fact in CATALOGUE.values() if fold(fact.key) == fold(key)), None)
    who = "rammeværket har ikke" if len(asked) == 1 else "ingen af rammeværkerne har"
    help_line = did_you_mean(key, keys) or f"{who} bedt om den; slet den, eller ret navnet"
    if common:
        help_line = f"«{common.key}» er en fælles oplysning og skrives uden for «egne»"
    return Diagnostic("F021", f"ukendt egen oplysning «{key}»", help_line, source)


def _priced(aktivitet: Aktivitet, rates: Rates, faults: list[Diagnostic], source: Span) -> Iterator[tuple[str, Any]]:
    for attribute, records in (("investeringer", aktivitet.investeringer), ("udbytter", aktivitet.udbytter)):
        if records:
            priced = tuple(_amount_priced(record, rates) for record in records)
            if any(new is not old for new, old in zip(priced, records, strict=True)):
                yield attribute, priced
    if aktivitet.evalueringer:
        evaluated = []
        for number, evaluering in enumerate(aktivitet.evalueringer, 1):
            evaluated.append(_evaluation_priced(evaluering, number, rates, faults, source))
        if any(new is not old for new, old in zip(evaluated, aktivitet.evalueringer, strict=True)):
            yield "evalueringer", tuple(evaluated)


def _amount_priced(record: Investering | Udbytte, rates: Rates) -> Investering | Udbytte:
    priced = in_kroner(record.maengde, rates)
    return record if priced is record.maengde else record.model_copy(update={"maengde": priced})


def _evaluation_priced(
    evaluering: Evaluering, number: int, rates: Rates, faults: list[Diagnostic], source: Span
) -> Evaluering:
    investering, udbytte = in_kroner(evaluering.investering, rates), in_kroner(evaluering.udbytte, rates)
    if investering is evaluering.investering and udbytte is evaluering.udbytte:
        return evaluering
    bidrag = computed(investering, udbytte) or evaluering.bidrag
    if bidrag and evaluering.bidrag not in {None, bidrag}:
        fault = contradiction(evaluering.bidrag or bidrag, investering, udbytte)
        faults.append(Diagnostic("F010", f"evalueringer nr. {number}: {fault.message}", fault.help, source))
    return evaluering.model_copy(update={"investering": investering, "udbytte": udbytte, "bidrag": bidrag})
