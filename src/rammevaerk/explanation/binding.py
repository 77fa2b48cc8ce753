"""The facts as a rammeværk reads them on a day: its registers, its own facts, its rates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.explanation.comparison import told_apart
from rammevaerk.explanation.rates import rates_on
from rammevaerk.facts.aktivitet import Aktivitet
from rammevaerk.facts.binding import bind
from rammevaerk.facts.reading import aktivitet_from

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from rammevaerk.facts.rates import Rates
    from rammevaerk.model.rammevaerk import Rammevaerk


def bound(
    given: Aktivitet | Mapping[str, Any], ramme: Rammevaerk, dato: date, beside: Sequence[Rammevaerk] = ()
) -> Aktivitet:
    """The facts as this rammeværk reads them on that day: register names, own facts, amounts in kr.

    What only those `beside` it have declared is left out. A fault that is this rammeværk's alone then names it.
    """
    return _bound(given, ramme, rates_on(ramme, dato), beside)


def unpriced(given: Aktivitet | Mapping[str, Any], ramme: Rammevaerk, beside: Sequence[Rammevaerk] = ()) -> Aktivitet:
    """The facts as this rammeværk reads them on any day: as `bound`, but each amount in the unit it was given in."""
    return _bound(given, ramme, None, beside)


def _bound(
    given: Aktivitet | Mapping[str, Any], ramme: Rammevaerk, rates: Rates | None, beside: Sequence[Rammevaerk]
) -> Aktivitet:
    aktivitet = given if isinstance(given, Aktivitet) else aktivitet_from(dict(given))
    others = [other.egne for other in beside]
    try:
        return bind(aktivitet, registers=ramme.opslag, own=ramme.egne, rates=rates, beside=others)
    except Refused as refused:
        if not beside:
            raise
        name = told_apart((ramme, *beside))[ramme.udgave]
        raise Refused(_named(fault, name) for fault in refused.diagnostics) from None


def bound_to_each(
    given: Aktivitet | Mapping[str, Any], rammer: Sequence[Rammevaerk], dato: date
) -> tuple[Aktivitet, ...]:
    """The facts as each of the rammeværker reads them. Raises `Refused` with the faults of all, each told once."""
    aktivitet = given if isinstance(given, Aktivitet) else aktivitet_from(dict(given))
    found: list[Aktivitet] = []
    faults: list[Diagnostic] = []
    for ramme in rammer:
        try:
            found.append(bound(aktivitet, ramme, dato, [other for other in rammer if other is not ramme]))
        except Refused as refused:
            faults += refused.diagnostics
    if faults:
        raise Refused(dict.fromkeys(faults))
    return tuple(found)


def _named(fault: Diagnostic, name: str) -> Diagnostic:
    """The fault with the rammeværk whose it is; what none of them has asked for is no single one's."""
    if fault.code == "F021":
        return fault
    return replace(fault, message=f"{fault.message} ({name})")
