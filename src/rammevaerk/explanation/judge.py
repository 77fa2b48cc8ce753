"""From what the specification engine found to the whole answer with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from rammevaerk.explanation import reasons
from rammevaerk.explanation.henvisninger import lapsed
from rammevaerk.explanation.mangler import in_paper_order, told_missing
from rammevaerk.explanation.values import as_in_file, fact_of, filled, in_words, measures
from rammevaerk.explanation.vurdering import (
    Begrundelse,
    Indstilling,
    Klausulvurdering,
    Mangel,
    Regelvurdering,
    Vurdering,
)
from rammevaerk.facts.aktivitet import CATALOGUE, Aktivitet, Skoen
from rammevaerk.facts.dates import write_date
from rammevaerk.model.resultat import Resultat, Udfald, combined
from rammevaerk.names import listed, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.klausul import Klausul, Regel, Tekst
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.model.spor import Sporing


def explain(ramme: Rammevaerk, aktivitet: Aktivitet, day: date, resultat: Resultat, sporing: Sporing) -> Vurdering:
    """The whole answer for one aktivitet."""
    return _Explaining(ramme, aktivitet, day, resultat, sporing).vurdering()


@dataclass(frozen=True)
class _Explaining:
    """One explanation under way: everything it may look at."""

    ramme: Rammevaerk
    aktivitet: Aktivitet
    day: date
    resultat: Resultat
    sporing: Sporing

    def vurdering(self) -> Vurdering:
        return Vurdering(
            aktivitet=self.aktivitet.id,
            titel=self.aktivitet.titel,
            rammevaerk=self.ramme.id,
            udgave=self.ramme.udgave,
            dato=self.day,
            indstilling=self._indstilling(),
            klausuler={id_: self._klausul(klausul) for id_, klausul in self.ramme.klausuler.items()},
            mangler=self._mangler(),
        )

    @cached_property
    def _facts(self) -> dict[str, Oplysning]:
        return {spoken(f.name): f for f in (*CATALOGUE.values(), *self.ramme.egne.values())}

    def _filled(self, tekst: Tekst) -> str:
        return filled(tekst, self.ramme, self._facts, self.aktivitet, self.day)

    # The klausuler

    def _klausul(self, klausul: Klausul) -> Klausulvurdering:
        regler = tuple(self._regel(regel) for regel in self.ramme.regler_for[klausul.id])
        udfald = combined(regel.udfald for regel in regler) if regler else self._without_rule(klausul)
        telling = [regel.begrundelse for regel in regler if regel.udfald is udfald]
        said = " ".join(dict.fromkeys(telling)) or self._unruled(klausul, udfald)
        return Klausulvurdering(
            id=klausul.id,
            udfald=udfald,
            styrke=klausul.styrke,
            begrundelse=" ".join([said, *lapsed(self.ramme, klausul.id, self.day)]),
            grundlag=grundlag_of(klausul),
            fakta={fact.key: as_in_file(fact_of(self.aktivitet, fact)) for fact in self.ramme.facts_for[klausul.id]},
            regler=regler,
        )

    def _without_rule(self, klausul: Klausul) -> Udfald:
        if not self.ramme.gaelder.covers(self.day):
            return Udfald.IKKE_I_KRAFT
        return Udfald.UAFKLARET if klausul.art == "skøn" else Udfald.IKKE_RELEVANT

    def _unruled(self, klausul: Klausul, udfald: Udfald) -> str:
        if udfald is Udfald.IKKE_I_KRAFT:
            return f"Rammeværket er ikke i kraft den {write_date(self.day)}."
        if klausul.art == "skøn":
            return "Klausulen afgøres af et menneske."
        if self.ramme.portefoelje_for[klausul.id]:
            return "Klausulen afgøres af aktiviteterne tilsammen og ikke af én af dem."
        return "Klausulen stiller ingen krav til aktiviteten."

    # The rules

    def _regel(self, regel: Regel) -> Regelvurdering:
        udfald = self.resultat.udfald[regel.id]
        return Regelvurdering(
            regel.id, udfald, self._begrundelse(regel, udfald), regel.krav.origin, self._hensyn(regel)
        )

    def _begrundelse(self, regel: Regel, udfald: Udfald) -> str:
        match udfald:
            case Udfald.OPFYLDT:
                return self._filled(regel.opfyldt) or f"Kravet er opfyldt: {regel.krav.origin}."
            case Udfald.IKKE_OPFYLDT:
                return self._filled(regel.ikke_opfyldt) or f"Kravet er ikke opfyldt: {regel.krav.origin}."
            case Udfald.UAFKLARET:
                return self._uafklaret(regel)
            case Udfald.IKKE_I_KRAFT:
                return f"Reglen er ikke i kraft den {write_date(self.day)}."
            case Udfald.IKKE_RELEVANT:
                return self._ikke_relevant(regel)

    def _uafklaret(self, regel: Regel) -> str:
        if regel.uafklaret:
            return self._filled(regel.uafklaret)
        names = [fact.name for fact in self._missing(regel).values()]
        return f"Det kan ikke afgøres, før det er oplyst: {listed(names)}." if names else "Det kan ikke afgøres."

    def _ikke_relevant(self, regel: Regel) -> str:
        naar = self.sporing.regler[regel.id].gaelder_naar
        if naar is not None and naar.value is False:
            return f"Gælder kun, når {naar.node.origin}."
        return self._filled(regel.ikke_opfyldt) or "Muligheden er ikke brugt."

    def _hensyn(self, regel: Regel) -> tuple[str, ...]:
        measured = measures(self.ramme, regel.id, self.day)
        return tuple(filter(None, [regel.fortolkning, *measured, *self._judgements(regel)]))

    def _judgements(self, regel: Regel) -> Iterator[str]:
        """Where a person's skøn entered: who and when, or that nobody has signed it."""
        for fact in self.ramme.reads[regel.id].facts:
            value = fact_of(self.aktivitet, fact)
            if isinstance(value, Skoen) and value.svar is not None:
                who = f"af {value.svaret_af}" if value.svaret_af else "uden underskrift"
                when = f" den {write_date(value.dato)}" if value.dato else ""
                why = f": {value.begrundelse}" if value.begrundelse else "."
                yield f"Skøn: {fact.name} er {in_words(value)}, {who}{when}{why}"

    # The indstilling

    def _indstilling(self) -> Indstilling:
        holds = tuple(
            one.handling for one, naar in zip(self.ramme.indstillinger, self.resultat.naar, strict=True) if naar
        )
        decisive = list(self._decisive())
        settled = {ref for ref, _ in decisive}
        return Indstilling(
            handling=self.resultat.handling,
            begrundelser=self._begrundelser(decisive),
            vilkaar=tuple(self._vilkaar(settled)),
            bemaerkninger=tuple(self._bemaerkninger()),
            holder=holds,
        )

    @property
    def _chosen(self) -> int | None:
        return reasons.chosen(self.ramme, self.resultat)

    def _decisive(self) -> Iterator[tuple[str, Udfald]]:
        return reasons.decisive(self.ramme, self.resultat, self.sporing)

    def _begrundelser(self, decisive: list[tuple[str, Udfald]]) -> tuple[Begrundelse, ...]:
        found: list[Begrundelse] = []
        chosen = self.ramme.indstillinger[self._chosen] if self._chosen is not None else None
        if chosen and (chosen.tekst or chosen.klausul):
            found.append(Begrundelse(chosen.klausul, self._filled(chosen.tekst)))
        elif not self.ramme.gaelder.covers(self.day):
            found.append(Begrundelse("", f"Rammeværket er ikke i kraft den {write_date(self.day)}."))
        for ref, udfald in decisive:
            telling = (r for r in reasons.rules_of(self.ramme, ref) if self.resultat.udfald[r.id] is udfald)
            found += [Begrundelse(regel.klausul, self._begrundelse(regel, udfald)) for regel in telling]
        return tuple(dict.fromkeys(found))

    def _vilkaar(self, settled: set[str]) -> Iterator[Begrundelse]:
        """Every breached skal that does not decide the handling: a thing to put right."""
        chosen = self.ramme.indstillinger[self._chosen].klausul if self._chosen is not None else ""
        for regel in self._breached("skal"):
            if not regel.om_rammen and not {regel.id, regel.klausul} & {*settled, chosen}:
                said = self._filled(regel.vilkaar) or self._begrundelse(regel, Udfald.IKKE_OPFYLDT)
                yield Begrundelse(regel.klausul, said)

    def _bemaerkninger(self) -> Iterator[Begrundelse]:
        for regel in self._breached("skal"):
            if regel.om_rammen:
                yield Begrundelse(regel.klausul, self._begrundelse(regel, Udfald.IKKE_OPFYLDT))
        for regel in self._breached("bør"):
            said = self._begrundelse(regel, Udfald.IKKE_OPFYLDT)
            yield Begrundelse(regel.klausul, said if regel.om_rammen else f"{said} Begrund fravigelsen.")

    def _breached(self, styrke: str) -> Iterator[Regel]:
        breached = (r for r in in_paper_order(self.ramme) if self.resultat.udfald[r.id] is Udfald.IKKE_OPFYLDT)
        return (regel for regel in breached if regel.styrke == styrke)

    # What is missing

    def _mangler(self) -> tuple[Mangel, ...]:
        """The missing facts, those the handling waits for first."""
        waits = {ref for ref, udfald in self._decisive() if udfald is Udfald.UAFKLARET}
        return told_missing(self.ramme, self._missing, waits)

    def _missing(self, regel: Regel) -> dict[str, Oplysning]:
        return self._lacking[regel.id]

    @cached_property
    def _lacking(self) -> dict[str, dict[str, Oplysning]]:
        return {one.id: reasons.missing(self.ramme, self.resultat, self.sporing, one) for one in self.ramme.regler}


@lru_cache(10_000)
def grundlag_of(klausul: Klausul) -> str:
    """The klausul with its place in the paper."""
    numbers = listed([str(n) for n in klausul.punktummer])
    word = "punktum" if len(klausul.punktummer) == 1 else "punktummer"
    place = f"{klausul.afsnit}, {word} {numbers}" if klausul.afsnit and numbers else ""
    where = " · ".join(filter(None, [klausul.ramme, place]))
    return f"{where}: {klausul.tekst}" if where else klausul.tekst
