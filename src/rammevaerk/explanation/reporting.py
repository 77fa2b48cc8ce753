"""Make the follow-up: every aktivitet judged once, and everything that is counted, counted once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.explanation.counting import forvaltninger, klausultal, lande, lister, mangelgrupper, retninger
from rammevaerk.explanation.frister import aktivitet_frister, fristoversigt
from rammevaerk.explanation.judge import explain
from rammevaerk.explanation.judging import judged_each
from rammevaerk.explanation.linjer import linje, underskrifter
from rammevaerk.explanation.offentlig import published
from rammevaerk.explanation.omvurdering import turned
from rammevaerk.explanation.portefoelje import Aktivitetsnavn
from rammevaerk.explanation.ranking import candidate, ordered_places
from rammevaerk.explanation.rapport import Linje, Rapport, Siden, Sidste
from rammevaerk.explanation.together import judge_portefoelje
from rammevaerk.explanation.venskabsbyer import cities, venskabsbyer
from rammevaerk.names import danish_order, spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from rammevaerk.explanation.comparison import Judged
    from rammevaerk.explanation.judging import Given
    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.model.rammevaerk import Rammevaerk


@dataclass(frozen=True)
class Opgave:
    """What a follow-up is asked for: the rules, the day, whether it is to be published, and the one before it."""

    ramme: Rammevaerk
    dato: date
    offentlig: bool = False
    sidste: Sidste | None = None


def make_rapport(opgave: Opgave, given: Iterable[Given], read: Callable[[Given], Aktivitet]) -> Rapport:
    """The follow-up on all that is given. Raises `Refused` with every fault of all of it."""
    faults: list[Diagnostic] = []
    ramme, day = opgave.ramme, opgave.dato
    judged = sorted(judged_each(ramme, given, day, read, faults), key=lambda one: _order(one.aktivitet))
    if faults:
        raise Refused(faults)
    land_of = {spoken(name): land for name, land in cities(ramme, day).items()}
    aktiviteter = [one.aktivitet for one in judged]
    told = [_published(one, day) for one in judged] if opgave.offentlig else judged
    linjer = tuple(linje(one, day, land_of) for one in told)
    byer, uden_by = venskabsbyer(ramme, aktiviteter, day)
    frister = (frist for one in aktiviteter for frist in aktivitet_frister(ramme, one, day))
    signed = () if opgave.offentlig else (found for one in judged for found in underskrifter(ramme, one, day))
    return Rapport(
        rammevaerk=ramme.id,
        titel=ramme.titel,
        ejer=ramme.ejer,
        udgave=ramme.udgave,
        dato=day,
        offentlig=opgave.offentlig,
        linjer=linjer,
        rangering=ordered_places(ramme, day, (candidate(ramme, one, day) for one in told)),
        lister=lister(ramme, aktiviteter),
        forvaltninger=forvaltninger(linjer),
        lande=lande(linjer),
        retninger=retninger(linjer),
        venskabsbyer=byer,
        uden_by=uden_by,
        frister=fristoversigt(ramme, day, frister),
        tilsammen=judge_portefoelje(_public_rules(opgave), aktiviteter, day, lambda one: one),
        mangler=mangelgrupper(linjer),
        klausuler=klausultal(ramme, linjer),
        underskrifter=tuple(signed),
        siden=_since(opgave.sidste, opgave, linjer) if opgave.sidste else None,
    )


def _order(aktivitet: Aktivitet) -> tuple[list[int], str]:
    return danish_order(aktivitet.titel), aktivitet.id


def _published(one: Judged, day: date) -> Judged:
    """The same answer, told of facts that name nobody."""
    shown = published(one.aktivitet, one.ramme.egne)
    return replace(one, aktivitet=shown, vurdering=explain(one.ramme, shown, day, one.resultat, one.sporing))


def _public_rules(opgave: Opgave) -> Rammevaerk:
    """Without the rules whose groups are personal, where it is to be published."""
    if not opgave.offentlig:
        return opgave.ramme
    kept = (one for one in opgave.ramme.portefoelje if one.for_hver is None or one.for_hver.persondata == "nej")
    return replace(opgave.ramme, portefoelje=tuple(kept))


def _since(before: Sidste, opgave: Opgave, linjer: tuple[Linje, ...]) -> Siden:
    """What happened since the report before."""
    now = {one.aktivitet.id: one.stilling for one in linjer}
    both = [(before.stillinger[id_], one) for id_, one in now.items() if id_ in before.stillinger]
    found = [turned(was, is_) for was, is_ in both]
    gone = (one for id_, one in before.stillinger.items() if id_ not in now)
    return Siden(
        dato=before.dato,
        nye_regler=before.udgave != opgave.ramme.udgave,
        nye=tuple(Aktivitetsnavn(one.aktivitet, one.titel) for id_, one in now.items() if id_ not in before.stillinger),
        udgaaet=tuple(sorted(gone, key=lambda one: (danish_order(one.titel), one.aktivitet))),
        vendte=tuple(one for one in found if one is not None),
        uaendret=Counter(found)[None],
    )
