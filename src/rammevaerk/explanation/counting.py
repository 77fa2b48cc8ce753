"""What is counted over all the lines of a follow-up."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rammevaerk.explanation.portefoelje import Portefoeljemangel
from rammevaerk.explanation.rapport import Klausultal, Linje, Listeopgoerelse, Mangelgruppe, Optaelling, Postopgoerelse
from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.model.resultat import Udfald
from rammevaerk.names import danish_order, slug, spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rammevaerk.explanation.portefoelje import Aktivitetsnavn
    from rammevaerk.explanation.vurdering import Mangel
    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.klausul import Handling, Register
    from rammevaerk.model.rammevaerk import Rammevaerk


def _counted(linjer: Sequence[Linje], values: Callable[[Linje], Iterable[str | None]]) -> tuple[Optaelling, ...]:
    """How many of each handling have each value, the values in Danish order and the unknown last."""
    found: dict[str | None, Counter[Handling]] = {}
    for one in linjer:
        for value in values(one):
            found.setdefault(value, Counter())[one.handling] += 1
    names = sorted(found, key=lambda name: (name is None, danish_order(name or ""), name))
    return tuple(Optaelling(name, dict(found[name])) for name in names)


def forvaltninger(linjer: Sequence[Linje]) -> tuple[Optaelling, ...]:
    """By forvaltning."""
    return _counted(linjer, lambda one: (one.forvaltning,))


def lande(linjer: Sequence[Linje]) -> tuple[Optaelling, ...]:
    """By country; one aktivitet counts in each of its own."""
    return _counted(linjer, lambda one: (None,) if one.lande is None else one.lande)


def retninger(linjer: Sequence[Linje]) -> tuple[Optaelling, ...]:
    """By the direction of knowledge, each that there is."""
    options = CATALOGUE["retning"].kind.options
    found = {one.navn: one for one in _counted(linjer, lambda one: (one.retning,))}
    return tuple(found.get(name, Optaelling(name, {})) for name in (*options, None) if name or name in found)


def lister(ramme: Rammevaerk, aktiviteter: Sequence[Aktivitet]) -> tuple[Listeopgoerelse, ...]:
    """Each register that holds the values of a common list: what the aktiviteter are there to serve."""
    facts = {spoken(fact.name): fact for fact in CATALOGUE.values() if fact.kind.element}
    return tuple(
        _liste(register, facts[spoken(name)], aktiviteter)
        for name, register in ramme.registre.items()
        if spoken(name) in facts
    )


def _liste(register: Register, fact: Oplysning, aktiviteter: Sequence[Aktivitet]) -> Listeopgoerelse:
    counts: Counter[tuple[str, str]] = Counter()
    unknown = 0
    for one in aktiviteter:
        values = getattr(one, fact.attribute)
        unknown += values is None and one.status == "i gang"
        counts.update((slug(value), one.status) for value in dict.fromkeys(values or ()))

    def of(name: str, status: str) -> int:
        return counts[slug(name), status]

    poster = (Postopgoerelse(n, of(n, "i gang"), of(n, "forslag"), of(n, "afsluttet")) for n in register.names)
    return Listeopgoerelse(fact.name, tuple(poster), unknown)


def mangelgrupper(linjer: Sequence[Linje]) -> tuple[Mangelgruppe, ...]:
    """What is missing, by the forvaltning that has to find it out; what most aktiviteter lack comes first."""
    groups: dict[str | None, list[Linje]] = {}
    for one in linjer:
        if one.mangler:
            groups.setdefault(one.forvaltning, []).append(one)
    names = sorted(groups, key=lambda name: (name is None, danish_order(name or ""), name))
    return tuple(_mangelgruppe(name, groups[name]) for name in names)


def _mangelgruppe(navn: str | None, linjer: list[Linje]) -> Mangelgruppe:
    found: dict[str, tuple[Mangel, list[Aktivitetsnavn]]] = {}
    for one in linjer:
        for mangel in one.mangler:
            found.setdefault(mangel.oplysning, (mangel, []))[1].append(one.aktivitet)
    every = (Portefoeljemangel(m.oplysning, m.navn, m.spoergsmaal, tuple(names)) for m, names in found.values())
    ordered = sorted(every, key=lambda one: (-len(one.aktiviteter), danish_order(one.navn)))
    return Mangelgruppe(navn, len(linjer), sum(one.handling == "afvent" for one in linjer), tuple(ordered))


def klausultal(ramme: Rammevaerk, linjer: Sequence[Linje]) -> tuple[Klausultal, ...]:
    """Of each klausul that a rule decides, how many aktiviteter came to each udfald."""
    return tuple(
        Klausultal(klausul.id, klausul.styrke, klausul.tekst, _udfald(klausul.id, linjer))
        for klausul in ramme.klausuler.values()
        if ramme.regler_for[klausul.id]
    )


def _udfald(id_: str, linjer: Sequence[Linje]) -> dict[Udfald, int]:
    counts = Counter(one.stilling.udfald[id_] for one in linjer)
    return {udfald: counts[udfald] for udfald in Udfald if counts[udfald]}
