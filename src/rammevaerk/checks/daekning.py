"""How far the scenarier reach: for each klausul the udfald it can have, and how many scenarier show each."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rammevaerk.checks.regnskab import account
from rammevaerk.model.resultat import Udfald
from rammevaerk.rulefiles.kilde.anchors import unplaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rammevaerk.checks.feature import Feature, Scenarie
    from rammevaerk.checks.regnskab import Punktum
    from rammevaerk.diagnostics import Diagnostic
    from rammevaerk.model.klausul import Klausul, Regel
    from rammevaerk.model.portefoelje import Portefoeljeregel
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.rulefiles.kilde.anchors import Anker

_ALWAYS_KNOWN: Final = frozenset({"id", "titel", "status"})
"""The facts that every aktivitet has; nothing else is sure to be known."""
_SAID: Final = re.compile(rf"\bklausulen (\S+) ({'|'.join(Udfald)})\.?$")
_SAID_OF_RULE: Final = re.compile(rf"\breglen (\S+) ({'|'.join(Udfald)})(?: for .+)?$")


@dataclass(frozen=True, slots=True)
class Regeldaekning:
    """One rule about the portfolio: the udfald its scenarier should show, and how many show each."""

    id: str
    possible: tuple[Udfald, ...]
    shown: Mapping[Udfald, int]

    @property
    def missing(self) -> tuple[Udfald, ...]:
        """The udfald that no scenarie shows."""
        return tuple(udfald for udfald in self.possible if not self.shown.get(udfald))


@dataclass(frozen=True, slots=True)
class Klausuldaekning:
    """One klausul: its rules, the udfald its scenarier should show, and how many show each."""

    klausul: Klausul
    regler: tuple[str, ...]
    possible: tuple[Udfald, ...]
    shown: Mapping[Udfald, int]
    portefoelje: tuple[Regeldaekning, ...] = ()
    """Its rules about the portfolio; each of them owes its own scenarier."""

    @property
    def missing(self) -> tuple[Udfald, ...]:
        """The udfald that no scenarie shows."""
        return tuple(udfald for udfald in self.possible if not self.shown.get(udfald))

    @property
    def owes(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.regler or self.portefoelje)

    @property
    def complete(self) -> bool:
        """Whether every udfald is shown, of its rules about the portfolio too."""
        return not self.missing and not any(one.missing for one in self.portefoelje)


@dataclass(frozen=True, slots=True)
class Daekning:
    """The whole rammeværk: its klausuler, and the account of the paper's sentences."""

    ramme: str
    klausuler: tuple[Klausuldaekning, ...]
    punktummer: tuple[Punktum, ...]
    tilknyttet: bool
    """Whether the sentences are those of the paper's own file, and not only those the klausuler tell of."""
    uden_sted: tuple[Diagnostic, ...] = ()
    """Klausuler that point at sentences which the paper does not have."""

    @property
    def accounted(self) -> int:
        """How many sentences have a kind and a reason for it."""
        return sum(one.accounted for one in self.punktummer)

    @property
    def ruled(self) -> tuple[Klausuldaekning, ...]:
        """The klausuler that rules decide from facts: those that owe scenarier."""
        return tuple(one for one in self.klausuler if one.klausul.art == "regel")

    @property
    def shown(self) -> tuple[Klausuldaekning, ...]:
        """Those of them whose every udfald is shown."""
        return tuple(one for one in self.ruled if one.complete)

    @property
    def complete(self) -> bool:
        """Whether nothing is missing; what nobody has held against its paper is not known to be all of it."""
        known = self.tilknyttet or not self.punktummer
        accounted = self.accounted == len(self.punktummer) and not self.uden_sted
        return known and accounted and all(one.complete for one in self.klausuler)


def coverage(ramme: Rammevaerk, features: Iterable[Feature], anchors: tuple[Anker, ...] | None = None) -> Daekning:
    """What the scenarier of these features show of the rammeværk, and what the klausuler have of the paper."""
    scenarier = [one for feature in features for one in feature.scenarier]
    counted = Counter(said for one in scenarier for said in outcomes(one, _SAID))
    by_rule = Counter(said for one in scenarier for said in outcomes(one, _SAID_OF_RULE))
    klausuler = tuple(_klausul(ramme, klausul, counted, by_rule) for klausul in ramme.own.values())
    astray = tuple(unplaced(ramme, anchors)) if anchors is not None else ()
    return Daekning(ramme.id, klausuler, account(ramme, anchors), anchors is not None, astray)


def sentences(ramme: Rammevaerk) -> dict[str, frozenset[int]]:
    """The sentences of each afsnit that some klausul has."""
    found: dict[str, frozenset[int]] = {}
    for klausul in ramme.own.values():
        if klausul.punktummer:
            found[klausul.afsnit] = found.get(klausul.afsnit, frozenset()) | set(klausul.punktummer)
    return found


def outcomes(scenarie: Scenarie, pattern: re.Pattern[str]) -> Iterator[tuple[str, Udfald]]:
    """Each klausul, or each rule, and the udfald that a scenarie expects; once for each row of its examples."""
    for row in scenarie.rows():
        expected = False
        for trin in scenarie.trin:
            expected = trin.outcome or (expected and trin.keyword in {"Og", "Men", "*"})
            said = pattern.search(_filled(trin.text, row)) if expected else None
            if said:
                yield said[1], Udfald(said[2])


def _filled(text: str, row: Mapping[str, str]) -> str:
    for name, value in row.items():
        text = text.replace(f"<{name}>", value)
    return text.strip()


Counts = Counter[tuple[str, Udfald]]


def _klausul(ramme: Rammevaerk, klausul: Klausul, counted: Counts, by_rule: Counts) -> Klausuldaekning:
    regler = ramme.regler_for[klausul.id]
    return Klausuldaekning(
        klausul,
        tuple(regel.id for regel in regler),
        tuple(_possible(ramme, regler)),
        _shown(counted, klausul.id),
        tuple(_regel(ramme, regel, by_rule) for regel in ramme.portefoelje_for[klausul.id]),
    )


def _shown(counted: Counts, id_: str) -> dict[Udfald, int]:
    return {udfald: counted[id_, udfald] for udfald in Udfald if counted[id_, udfald]}


def _regel(ramme: Rammevaerk, regel: Portefoeljeregel, by_rule: Counts) -> Regeldaekning:
    """Nothing may count under any rule, so each of them can be ikke relevant."""
    breached = () if regel.styrke == "kan" else (Udfald.IKKE_OPFYLDT,)
    unknown = (Udfald.UAFKLARET,) if _can_be_unknown(ramme, regel) else ()
    possible = (Udfald.OPFYLDT, *breached, *unknown, Udfald.IKKE_RELEVANT)
    return Regeldaekning(regel.id, possible, _shown(by_rule, regel.id))


def _possible(ramme: Rammevaerk, regler: tuple[Regel, ...]) -> Iterator[Udfald]:
    """The udfald that rules can have, as far as their form tells."""
    if not regler:
        return
    yield Udfald.OPFYLDT
    if any(regel.styrke != "kan" for regel in regler):
        yield Udfald.IKKE_OPFYLDT
    if any(_can_be_unknown(ramme, regel) for regel in regler):
        yield Udfald.UAFKLARET
    if all(regel.gaelder_naar is not None for regel in regler):
        yield Udfald.IKKE_RELEVANT


def _can_be_unknown(ramme: Rammevaerk, regel: Regel | Portefoeljeregel) -> bool:
    """Whether it reads a fact that may be unknown, itself or through the rules it asks about."""
    return any(fact.key not in _ALWAYS_KNOWN for fact in ramme.reads[regel.id].all_facts)
