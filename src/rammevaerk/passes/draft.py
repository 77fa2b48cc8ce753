"""A rammeværk on its way: what each pass has found so far, and every fault met."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Diagnostic, Span, Unreadable
from rammevaerk.documents import Scalar
from rammevaerk.facts.dates import read_date
from rammevaerk.language.vocabulary import Vocabulary
from rammevaerk.model.klausul import ALWAYS
from rammevaerk.model.rammevaerk import Rammevaerk
from rammevaerk.rulefiles.document import Entry, RuleDocument

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.expression import Expression
    from rammevaerk.model.frist import Frist, Henvisning, Holdbarhed, Revision
    from rammevaerk.model.klassifikation import Klassifikation, Kobling
    from rammevaerk.model.klausul import Begreb, Indstillingsregel, Klausul, Parameter, Periode, Regel, Register
    from rammevaerk.model.portefoelje import Portefoeljeregel
    from rammevaerk.model.rangering import Rangorden
    from rammevaerk.passes.scope import Scope


MOST_FAULTS: Final = 500
NOTHING_BELOW: Final = Rammevaerk("", "", "", {}, ())


class TooManyFaults(Exception):  # noqa: N818 - more than anybody reads; ends the passes
    """The draft has so many faults that looking for more helps nobody."""


@dataclass(frozen=True)
class Condition:
    """A condition that could be read, and where it stands; `handling` is empty but in an indstilling."""

    node: Expression
    span: Span
    handling: str = ""
    part: str = "en regel"
    """What it is a part of, as a message says it."""


@dataclass(frozen=True)
class Draft:
    """The documents, the entries of each section, and the typed parts that the passes make of them."""

    documents: tuple[RuleDocument, ...]
    faults: list[Diagnostic] = field(default_factory=list)
    head: Entry = field(default_factory=lambda: Entry(Span("")))
    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    klausuler: Mapping[str, Klausul] = field(default_factory=dict)
    parametre: Mapping[str, Parameter] = field(default_factory=dict)
    registre: Mapping[str, Register] = field(default_factory=dict)
    egne: Mapping[str, Oplysning] = field(default_factory=dict)
    spoergsmaal: Mapping[str, str] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    regler: tuple[Regel, ...] = ()
    indstillinger: tuple[Indstillingsregel, ...] = ()
    conditions: tuple[Condition, ...] = ()
    begreber: Mapping[str, Begreb] = field(default_factory=dict)
    gaelder: Periode = ALWAYS
    below: Rammevaerk = NOTHING_BELOW
    """What this is laid on top of, as one."""
    revisioner: tuple[Revision, ...] = ()
    frister: tuple[Frist, ...] = ()
    henvisninger: tuple[Henvisning, ...] = ()
    klassifikationer: Mapping[str, Klassifikation] = field(default_factory=dict)
    koblinger: Mapping[str, Kobling] = field(default_factory=dict)
    scope: Scope | None = None
    """What every name stands for, the begreber too; there once the sentences have been read."""
    portefoelje: tuple[Portefoeljeregel, ...] = ()
    holdbarhed: tuple[Holdbarhed, ...] = ()
    rangering: tuple[Rangorden, ...] = ()
    earlier: Mapping[str, Register] = field(default_factory=dict)
    """The registers as they were before another file's took their place: the fields are the same."""

    def fault(self, code: str, message: str, help: str, span: Span) -> None:  # noqa: A002 - the word of the diagnostic
        """Note a fault and go on: all of them are told at once."""
        self.faults.append(Diagnostic(code, message, help, span))
        if len(self.faults) >= MOST_FAULTS:
            raise TooManyFaults

    def unreadable(self, code: str, error: Unreadable, span: Span) -> None:
        """Note a text that could not be read, at its place."""
        self.fault(code, error.message, error.help, span)


def name_of(entry: Entry) -> str:
    """The name or id of an entry."""
    return " ".join(entry.name.text.split()) if entry.name else entry.text("id")


def name_span(entry: Entry) -> Span:
    """Where the name or id of an entry stands."""
    return entry.name.span if entry.name else entry.place("id")


def scalars(entry: Entry, key: str) -> tuple[Scalar, ...]:
    """The scalars of a list under a key; those that are something else are left to the shape check."""
    found = entry.lists.get(key)
    return tuple(item for item in found.items if isinstance(item, Scalar)) if found else ()


def read_day(draft: Draft, scalar: Scalar | None) -> date | None:
    """The date that is written there; None without one, or when it has a fault, which is then told."""
    try:
        return read_date(scalar.text) if scalar else None
    except Unreadable as error:
        assert scalar  # noqa: S101 - something was read
        draft.unreadable("R014", error, scalar.span)
        return None


def shortened(text: str) -> str:
    """A text as a message shows it: on one line, and not longer than a line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]} …"


_SHOWN: Final = 60
