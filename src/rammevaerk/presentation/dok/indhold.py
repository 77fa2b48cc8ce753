"""One rammeværk as its pages show it: each klausul with its rules, its measures, its scenarier and how it stands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from rammevaerk.checks.daekning import coverage
from rammevaerk.explanation.henvisninger import lapsed
from rammevaerk.explanation.values import question_of
from rammevaerk.model.expression import Fact, walk
from rammevaerk.model.expression import Parameter as Parameternode
from rammevaerk.names import listed
from rammevaerk.presentation.dok.begreber import Begreb, named_in
from rammevaerk.presentation.dok.scenarier import Gruppe, of_klausul
from rammevaerk.presentation.dok.status import Status, together
from rammevaerk.presentation.dok.terms import Terms, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from rammevaerk.checks.daekning import Klausuldaekning
    from rammevaerk.checks.feature import Feature
    from rammevaerk.explanation.rettelse import Rettelse
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.expression import Expression
    from rammevaerk.model.frist import Frist, Holdbarhed
    from rammevaerk.model.klassifikation import Klassifikation, Kobling
    from rammevaerk.model.klausul import Indstillingsregel, Klausul, Parameter, Regel, Register
    from rammevaerk.model.portefoelje import Portefoeljeregel
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.model.reads import Reads


@dataclass(frozen=True)
class Klausulafsnit:
    """One klausul: what the paper asks, how it is measured, and what shows that it works."""

    klausul: Klausul
    regler: tuple[Regel, ...]
    portefoelje: tuple[Portefoeljeregel, ...]
    begreber: tuple[Begreb, ...]
    parametre: tuple[Parameter, ...]
    registre: tuple[Register, ...]
    oplysninger: tuple[Oplysning, ...]
    indstillinger: tuple[Indstillingsregel, ...]
    grupper: tuple[Gruppe, ...]
    mangler: tuple[str, ...]
    """The udfald that can occur and that no scenarie shows."""
    frister: tuple[Frist | Holdbarhed, ...] = ()
    udloebne: tuple[str, ...] = ()
    """A sentence for each paper it refers to that no longer holds."""
    klassifikationer: tuple[Klassifikation, ...] = ()
    """The typologies whose classes stand here, with those classes alone."""
    koblinger: tuple[Kobling, ...] = ()

    @property
    def sted(self) -> str:
        """Where it stands in the paper."""
        numbers = self.klausul.punktummer
        if not self.klausul.afsnit:
            return ""
        if not numbers:
            return f"Afsnittet {self.klausul.afsnit}"
        return f"Afsnittet {self.klausul.afsnit}, punktum {listed(list(map(str, numbers)))}"

    @cached_property
    def status(self) -> Status:
        """How it stands."""
        if self.grupper:
            return together(one.status for gruppe in self.grupper for one in gruppe.scenarier)
        ruled = self.regler or self.portefoelje or self.klausul.art == "regel"
        return Status.IKKE_AFPROEVET if ruled else Status.UDEN_KRAV

    @property
    def eksempler(self) -> int:
        """How many rows there are."""
        return sum(len(one.raekker) for gruppe in self.grupper for one in gruppe.scenarier)


@dataclass(frozen=True)
class Rammeafsnit:
    """One rammeværk with everything its pages show, as of a day."""

    ramme: Rammevaerk
    dato: date
    afsnit: tuple[tuple[str, tuple[Klausulafsnit, ...]], ...]
    begreber: tuple[Begreb, ...]
    uden_klausul: tuple[Gruppe, ...]
    foraeldet: bool
    """There are results, but of other rules or scenarier than these."""
    citater: Mapping[str, str] = field(default_factory=dict)
    """The klausuler in the paper's own words, where these may be shown."""
    rettelser: tuple[Rettelse, ...] | None = None
    """What has changed since the edition before; None when there is none to compare with."""

    @cached_property
    def rettet(self) -> Mapping[str, int]:
        """The klausuler that have changed, each with the place of what is told of it first."""
        places: dict[str, int] = {}
        for place, one in enumerate(self.rettelser or ()):
            for id_ in one.klausuler:
                places.setdefault(id_, place)
        return places

    @property
    def klausuler(self) -> tuple[Klausulafsnit, ...]:
        """Every klausul in the paper's order."""
        return tuple(one for _, found in self.afsnit for one in found)

    @property
    def oplysninger(self) -> tuple[Oplysning, ...]:
        """Every fact that some rule, class or criterion reads, once."""
        return self.ramme.oplysninger

    @property
    def taelling(self) -> tuple[tuple[Status, int], ...]:
        """How many klausuler stand how."""
        standing = [one.status for one in self.klausuler]
        return tuple((status, standing.count(status)) for status in Status if status in standing)

    @cached_property
    def terms(self) -> Terms:
        """The words of its rules that are explained somewhere."""
        return terms_of(self.ramme, self.begreber)

    def spoergsmaal(self, oplysning: Oplysning) -> str:
        """The question that asks for a fact: the rammeværk's own before the common one."""
        return question_of(self.ramme, oplysning) or f"Hvad er {oplysning.name}?"

    def bruger(self, kind: str, name: str) -> tuple[str, ...]:
        """The klausuler that use a fact, parameter, register or begreb."""
        return tuple(one.klausul.id for one in self.klausuler if name in _names(one, kind))


def rammeafsnit(  # noqa: PLR0913 - what a page is made of
    ramme: Rammevaerk,
    features: Iterable[Feature],
    grupper: tuple[Gruppe, ...],
    begreber: tuple[Begreb, ...],
    dato: date,
    *,
    foraeldet: bool,
) -> Rammeafsnit:
    """The rammeværk with its scenarier, klausul by klausul."""
    missing = {one.klausul.id: tuple(_missing(one)) for one in coverage(ramme, features).klausuler}
    found: dict[str, list[Klausulafsnit]] = {}
    for klausul in ramme.own.values():
        one = _klausulafsnit(ramme, klausul, begreber, of_klausul(grupper, klausul.id), missing[klausul.id])
        one = replace(one, udloebne=tuple(lapsed(ramme, klausul.id, dato)))
        found.setdefault(klausul.afsnit or "Klausuler", []).append(one)
    other = tuple(_unknown(gruppe, ramme) for gruppe in grupper)
    return Rammeafsnit(
        ramme,
        dato,
        tuple((name, tuple(klausuler)) for name, klausuler in found.items()),
        begreber,
        tuple(one for one in other if one.scenarier),
        foraeldet,
    )


def _missing(one: Klausuldaekning) -> Iterator[str]:
    yield from map(str, one.missing)
    yield from (f"{udfald} efter {rule.id}" for rule in one.portefoelje for udfald in rule.missing)


def _klausulafsnit(
    ramme: Rammevaerk,
    klausul: Klausul,
    begreber: tuple[Begreb, ...],
    grupper: tuple[Gruppe, ...],
    missing: tuple[str, ...],
) -> Klausulafsnit:
    regler, together = ramme.regler_for[klausul.id], ramme.portefoelje_for[klausul.id]
    frister = tuple(one for one in ramme.all_frister if one.klausul == klausul.id)
    rules: list[Regel | Portefoeljeregel] = [*regler, *together]
    reads: list[Reads | Frist | Holdbarhed] = [*(ramme.reads[one.id] for one in rules), *frister]
    names = dict.fromkeys(name for one in reads for name in one.parameters)
    names |= {one.name: None for one in ramme.parametre.values() if one.klausul == klausul.id}
    sentences = [part for one in rules for part in one.sentences]
    sentences += [part for frist in frister for part in frist.sentences]
    klassifikationer = tuple(_of_klausul(one, klausul.id) for one in ramme.klassifikationer.values())
    koblinger = tuple(one for one in ramme.koblinger.values() if one.klausul == klausul.id)
    asked = [klasse.naar for one in klassifikationer for klasse in one.klasser]
    asked += [kriterium.naar for one in koblinger for kriterium in one.kriterier]
    said = " ".join(part.origin for part in (*sentences, *asked))
    facts = [fact for one in reads for fact in one.facts]
    facts += [one.oplysning for one in klassifikationer if one.klasser]
    facts += [node.fact for condition in asked for node in walk(condition) if isinstance(node, Fact)]
    names |= {node.name: None for one in klassifikationer for k in one.klasser for node in _parameters(k.naar)}
    own = tuple(one for one in ramme.registre.values() if one.klausul == klausul.id or f"findes i {one.name}" in said)
    own += tuple(ramme.registre[one.register] for one in koblinger if ramme.registre[one.register] not in own)
    return Klausulafsnit(
        klausul,
        regler,
        together,
        named_in(said, begreber),
        tuple(ramme.parametre[name] for name in names),
        own,
        tuple(dict.fromkeys(facts)),
        tuple(one for one in ramme.indstillinger if one.klausul == klausul.id),
        grupper,
        missing,
        frister,
        klassifikationer=tuple(one for one in klassifikationer if one.klasser),
        koblinger=koblinger,
    )


def _of_klausul(one: Klassifikation, id_: str) -> Klassifikation:
    """The typology with the classes that a klausul speaks of."""
    return replace(one, klasser=tuple(klasse for klasse in one.klasser if (klasse.klausul or one.klausul) == id_))


def _parameters(condition: Expression) -> Iterator[Parameternode]:
    return (node for node in walk(condition) if isinstance(node, Parameternode))


def _unknown(gruppe: Gruppe, ramme: Rammevaerk) -> Gruppe:
    """The scenarier of no klausul of this rammeværk: they are shown at the end, and not forgotten."""
    left = tuple(one for one in gruppe.scenarier if not set(one.klausuler) & set(ramme.klausuler))
    return Gruppe(gruppe.egenskab, gruppe.navn, gruppe.beskrivelse, gruppe.baggrund, left)


def _names(one: Klausulafsnit, kind: str) -> set[str]:
    found = {
        "begreb": (part.navn for part in one.begreber),
        "parameter": (part.name for part in one.parametre),
        "register": (part.name for part in one.registre),
        "oplysning": (part.name for part in one.oplysninger),
    }
    return set(found[kind])
