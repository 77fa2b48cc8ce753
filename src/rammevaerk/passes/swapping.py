"""Another file's registers in the place of a rammeværk's own: a list that somebody keeps up to date by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rammevaerk.diagnostics import Diagnostic, Refused, did_you_mean
from rammevaerk.names import spoken
from rammevaerk.passes.draft import name_of, name_span, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.rulefiles.document import Entry, RuleDocument


def swapped(documents: tuple[RuleDocument, ...], other: RuleDocument, ramme: Rammevaerk) -> tuple[RuleDocument, ...]:
    """The documents of `ramme` with the registers of `other` instead of its own of the same names.

    Raises `Refused` when `other` holds more than registers, or one that stands in none of the documents.
    """
    own = {spoken(name_of(entry)) for one in documents for entry in _registers(one)}
    if faults := [*_not_registers(other), *_unknown(other, ramme, own)]:
        raise Refused(faults)
    taken = {spoken(name_of(entry)) for entry in _registers(other)}
    return (*(replace(one, top=_without(one.top, taken)) for one in documents), other)


def _registers(document: RuleDocument) -> tuple[Entry, ...]:
    return document.top.objects.get("registre", ())


def _without(top: Entry, taken: set[str]) -> Entry:
    left = tuple(entry for entry in top.objects.get("registre", ()) if spoken(name_of(entry)) not in taken)
    return replace(top, objects={**top.objects, "registre": left})


def _not_registers(other: RuleDocument) -> Iterator[Diagnostic]:
    top = other.top
    for key in (*top.scalars, *top.lists, *top.objects):
        if key != "registre":
            place = next((entry.span for entry in top.objects.get(key, ())), top.place(key))
            help_ = "flyt det til rammeværkets egne filer, eller slet det"
            yield Diagnostic("R042", f"«{key}» hører ikke til i en fil med registre", help_, place)
    if not _registers(other):
        yield Diagnostic("R042", "filen har ingen registre", "skriv «registre:» og registrene under den", top.span)


def _unknown(other: RuleDocument, ramme: Rammevaerk, own: set[str]) -> Iterator[Diagnostic]:
    known = {spoken(name): name for name in ramme.registre}
    names = [name for form, name in known.items() if form in own]
    for entry in _registers(other):
        form, shown = spoken(name_of(entry)), shortened(name_of(entry))
        if form in own:
            continue
        message = f"rammeværket «{ramme.id}» har ikke registret «{shown}»"
        help_ = did_you_mean(name_of(entry), names) or f"registrene er {', '.join(f'«{name}»' for name in names)}"
        if form in known:
            message = f"registret «{shown}» står i noget, som rammeværket «{ramme.id}» bygger på"
            help_ = "spørg med det rammeværk, registret står i"
        yield Diagnostic("R012", message, help_, name_span(entry))
