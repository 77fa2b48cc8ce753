"""One aktivitet as a line of the follow-up, and who stands behind what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rammevaerk.explanation.beloeb import summed
from rammevaerk.explanation.omvurdering import stilling
from rammevaerk.explanation.portefoelje import Aktivitetsnavn
from rammevaerk.explanation.rapport import Linje, Underskrift
from rammevaerk.explanation.values import fact_of, in_words
from rammevaerk.facts.aktivitet import CATALOGUE, Skoen
from rammevaerk.facts.calendar import agreed, recent
from rammevaerk.names import danish_order, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from rammevaerk.explanation.comparison import Judged
    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.rammevaerk import Rammevaerk


def linje(judged: Judged, day: date, lande: Mapping[str, str]) -> Linje:
    """The aktivitet with what it was judged to, and the little that is counted of it.

    `lande` are the countries of the twin cities, by their folded names.
    """
    one, found = judged.aktivitet, judged.vurdering
    evalueret, bidrag = _evaluated(one, day)
    return Linje(
        aktivitet=Aktivitetsnavn(one.id, one.titel),
        forvaltning=one.forvaltning,
        status=one.status,
        handling=found.indstilling.handling,
        begrundelser=found.indstilling.begrundelser,
        vilkaar=found.indstilling.vilkaar,
        bemaerkninger=found.indstilling.bemaerkninger,
        mangler=() if one.status == "afsluttet" else found.mangler,
        retning=one.retning,
        lande=_lande(one, lande),
        investeret=summed(one.investeringer, day),
        udbytte=summed(one.udbytter, day),
        evalueret=evalueret,
        bidrag=bidrag,
        stilling=stilling(found),
    )


def _evaluated(aktivitet: Aktivitet, day: date) -> tuple[date | None, str | None]:
    """The day of the latest evaluation and what it said, as the rules read them."""
    latest = recent(aktivitet.evalueringer or (), 1, day)
    if not latest:
        return None, None
    return latest[0][0].dato, agreed([one.bidrag for one in latest[0]])


def _lande(aktivitet: Aktivitet, lande: Mapping[str, str]) -> tuple[str, ...] | None:
    """The countries of the partners; that of a twin city is known from the list of them."""
    if aktivitet.partnere is None:
        return None
    found = [partner.land or lande.get(spoken(partner.by or partner.navn or "")) for partner in aktivitet.partnere]
    known = tuple(sorted(dict.fromkeys(filter(None, found)), key=danish_order))
    return known or (None if found else ())


def underskrifter(ramme: Rammevaerk, judged: Judged, day: date) -> Iterator[Underskrift]:
    """Each skøn that somebody has signed or given a reason for, and each note, up to that day."""
    navn = Aktivitetsnavn(judged.aktivitet.id, judged.aktivitet.titel)
    for fact in (*CATALOGUE.values(), *ramme.egne.values()):
        value = fact_of(judged.aktivitet, fact)
        if isinstance(value, Skoen):
            given = value.svar is not None and (value.dato is None or value.dato <= day)
            if given and (value.svaret_af or value.begrundelse):
                answer = (in_words(value.svar), value.svaret_af or "", value.dato, value.begrundelse or "")
                yield Underskrift(navn, fact.name, *answer)
        elif fact.kind.fields and isinstance(value, tuple):
            yield from _notes(navn, fact, value, day)


def _notes(navn: Aktivitetsnavn, fact: Oplysning, records: tuple[object, ...], day: date) -> Iterator[Underskrift]:
    for record in records:
        note, dato = getattr(record, "note", None), getattr(record, "dato", None)
        if note and (dato is None or dato <= day):
            yield Underskrift(navn, fact.singular or fact.name, "", "", dato, note)
