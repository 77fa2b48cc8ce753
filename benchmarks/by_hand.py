"""odense-2022 as a programmer would write it by hand, on the same nested object, with the same meaning of unknown.

None is unknown beside True and False. What is dated after the day does not exist yet; a skøn answered after it is
unknown. Written for speed where that does not hurt: each fact is read once, equal conditions are worked out once,
and no function is called where an expression will do.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from rammevaerk.model.resultat import Udfald

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rammevaerk.facts.aktivitet import Aktivitet

OPFYLDT, IKKE_OPFYLDT, UAFKLARET = Udfald.OPFYLDT, Udfald.IKKE_OPFYLDT, Udfald.UAFKLARET
IKKE_RELEVANT, IKKE_I_KRAFT = Udfald.IKKE_RELEVANT, Udfald.IKKE_I_KRAFT

FROM, DEADLINE = date(2022, 1, 1), date(2025, 12, 31)
ODENSE = frozenset({
    "Odense", "Odense Kommune", "Odense C", "Odense M", "Odense N", "Odense NV", "Odense NØ", "Odense S", "Odense SV",
    "Odense SØ", "Odense V", "Agedrup", "Bellinge", "Blommenslyst",
})  # fmt: skip
FYN = ODENSE | {
    "Fyn", "Assens", "Assens Kommune", "Faaborg", "Ringe", "Faaborg-Midtfyn Kommune", "Kerteminde",
    "Kerteminde Kommune", "Rudkøbing", "Langeland", "Langeland Kommune", "Middelfart", "Middelfart Kommune", "Bogense",
    "Otterup", "Søndersø", "Nordfyns Kommune", "Nyborg", "Nyborg Kommune", "Svendborg", "Svendborg Kommune", "Marstal",
    "Ærøskøbing", "Ærø", "Ærø Kommune",
}  # fmt: skip
RULES = (
    "formål.2", "formål.3", "mål.2", "mål.5-7", "mål.8", "principper.0", "principper.1", "principper.2", "principper.3",
    "principper.4", "principper.5", "principper.6", "fokus.1", "fokus.2", "fokus.3", "prioritering.1", "prioritering.2",
    "prioritering.3", "prioritering.4a", "prioritering.4b", "prioritering.5", "prioritering.6", "samarbejde.1",
    "samarbejde.2", "samarbejde.3", "samarbejde.5", "samarbejde.6", "samarbejde.7-8", "venskabsbyer.3",
    "venskabsbyer.4", "venskabsbyer.5", "revision.1", "revision.2a", "revision.2b",
)  # fmt: skip
BEFORE = dict.fromkeys(RULES, IKKE_I_KRAFT)


def judge(a: Aktivitet, day: date) -> tuple[dict[str, Udfald], str]:  # noqa: C901, PLR0912, PLR0915 - all of a paper
    """The udfald of every rule, and the handling."""
    if day < FROM:
        return dict(BEFORE), "ingen"
    status = a.status
    proposed = status == "forslag"
    running = status == "i gang"
    type_ = a.type
    ongoing = None if type_ is None else type_ in ("partnerskab", "netværk", "venskabsbysamarbejde")

    goals = a.politiske_maal
    has_goal = None if goals is None else len(goals) > 0
    maal_2 = UAFKLARET if has_goal is None else OPFYLDT if has_goal else IKKE_OPFYLDT
    tasks = a.kerneopgaver
    has_task = None if tasks is None else len(tasks) > 0

    # Principper
    direction = a.retning
    if direction == "deler viden" or has_task:
        principper_2 = OPFYLDT
    elif direction is None or has_task is None:
        principper_2 = UAFKLARET
    else:
        principper_2 = IKKE_OPFYLDT

    if proposed:
        principper_3 = samarbejde_7 = IKKE_RELEVANT
    elif (shared := a.videndelinger) is None:
        principper_3 = samarbejde_7 = UAFKLARET
    else:
        principper_3 = IKKE_OPFYLDT
        number = 0
        undated = False
        for one in shared:
            when = one.dato
            if when is None:
                undated = True
            elif when > day:
                continue
            else:
                number += 1
            circle = one.kreds
            if circle == "ekstern" and when is not None:
                principper_3 = OPFYLDT
            elif circle != "intern" and principper_3 is IKKE_OPFYLDT:
                principper_3 = UAFKLARET
        samarbejde_7 = UAFKLARET if undated else OPFYLDT if number else IKKE_OPFYLDT

    actors = a.lokale_aktoerer
    if actors is None:
        principper_4 = samarbejde_2 = UAFKLARET
    else:
        principper_4 = samarbejde_2 = IKKE_OPFYLDT
        for actor in actors:
            place = actor.forankring
            if place is None:
                if principper_4 is IKKE_OPFYLDT:
                    principper_4 = UAFKLARET
                if samarbejde_2 is IKKE_OPFYLDT:
                    samarbejde_2 = UAFKLARET
            elif place in FYN:
                samarbejde_2 = OPFYLDT
                if place in ODENSE:
                    principper_4 = OPFYLDT
                    break

    form = a.partnerskabsform
    principper_5 = UAFKLARET if form is None else IKKE_OPFYLDT if form == "ingen" else OPFYLDT
    said = a.omdoemme
    answer = None if said is None or (said.dato is not None and said.dato > day) else said.svar
    principper_6 = UAFKLARET if answer is None else OPFYLDT if answer else IKKE_OPFYLDT
    principles = (maal_2, principper_2, principper_3, principper_4)
    principper_0 = IKKE_OPFYLDT if IKKE_OPFYLDT in principles else UAFKLARET if UAFKLARET in principles else OPFYLDT

    # Fokus
    said = a.borgervaerdi
    answer = None if said is None or (said.dato is not None and said.dato > day) else said.svar
    if has_goal is False or answer is False:
        fokus_1 = IKKE_OPFYLDT
    else:
        fokus_1 = UAFKLARET if has_goal is None or answer is None else OPFYLDT
    said = a.stabschef
    answer = None if said is None or (said.dato is not None and said.dato > day) else said.svar
    fokus_3 = UAFKLARET if answer is None else OPFYLDT if answer else IKKE_OPFYLDT

    # Prioritering
    if maal_2 is OPFYLDT or principper_2 is OPFYLDT:
        prioritering_1 = OPFYLDT
    else:
        prioritering_1 = UAFKLARET if maal_2 is UAFKLARET or principper_2 is UAFKLARET else IKKE_OPFYLDT
    if maal_2 is IKKE_OPFYLDT or principper_2 is IKKE_OPFYLDT:
        prioritering_2 = IKKE_OPFYLDT
    else:
        prioritering_2 = UAFKLARET if maal_2 is UAFKLARET or principper_2 is UAFKLARET else OPFYLDT
    if ongoing is False:
        prioritering_4a = prioritering_4b = IKKE_RELEVANT
    elif ongoing is None or a.evalueringer is None:
        prioritering_4b = UAFKLARET
        prioritering_4a = UAFKLARET if running else IKKE_RELEVANT
    else:
        prioritering_4a = IKKE_OPFYLDT
        limit = (day.year - 1, day.month, day.day)
        latest = bidrag = None
        undated = False
        for evaluation in a.evalueringer:
            when = evaluation.dato
            if when is None:
                undated = True
                if prioritering_4a is IKKE_OPFYLDT:
                    prioritering_4a = UAFKLARET
            elif when <= day:
                if (when.year, when.month, when.day) >= limit:
                    prioritering_4a = OPFYLDT
                if latest is None or when > latest:
                    latest, bidrag = when, evaluation.bidrag
                elif when == latest and evaluation.bidrag != bidrag:
                    bidrag = None
        prioritering_4b = UAFKLARET if undated or bidrag is None else IKKE_OPFYLDT if bidrag == "mindre" else OPFYLDT
        if not running:
            prioritering_4a = IKKE_RELEVANT
    if proposed:
        prioritering_4b = IKKE_RELEVANT
    said = a.goer_klogere
    answer = None if said is None or (said.dato is not None and said.dato > day) else said.svar
    prioritering_5 = UAFKLARET if answer is None else OPFYLDT if answer else IKKE_OPFYLDT
    worth = (maal_2, prioritering_4b, prioritering_5)
    if not running:
        prioritering_6 = IKKE_RELEVANT
    elif IKKE_OPFYLDT in worth:
        prioritering_6 = IKKE_OPFYLDT
    else:
        prioritering_6 = UAFKLARET if UAFKLARET in worth else OPFYLDT

    # Samarbejde
    if ongoing is False:
        samarbejde_1 = IKKE_RELEVANT
    elif ongoing is None:
        samarbejde_1 = UAFKLARET
    else:
        said = a.afgoerende_viden
        answer = None if said is None or (said.dato is not None and said.dato > day) else said.svar
        if has_goal is False or answer is False:
            samarbejde_1 = IKKE_OPFYLDT
        else:
            samarbejde_1 = UAFKLARET if has_goal is None or answer is None else OPFYLDT
    business: bool | None = False
    if type_ is None or type_ == "partnerskab":
        partners = a.partnere
        if partners is None:
            business = None
        else:
            for partner in partners:
                kind = partner.type
                if kind is None:
                    business = None
                elif kind in ("virksomhed", "uddannelsesinstitution", "organisation"):
                    business = True
                    break
        if business and type_ is None:
            business = None
    if business is False:
        samarbejde_3 = IKKE_RELEVANT
    elif business is None:
        samarbejde_3 = UAFKLARET
    else:
        said = a.erhvervsrettet
        answer = None if said is None or (said.dato is not None and said.dato > day) else said.svar
        samarbejde_3 = UAFKLARET if answer is None else OPFYLDT if answer else IKKE_OPFYLDT
    european = a.eu_projekt
    if european is False:
        samarbejde_5 = samarbejde_6 = OPFYLDT
    else:
        sdeo, together = a.sdeo_inddraget, a.soegt_i_faellesskab
        missed = UAFKLARET if european is None else IKKE_OPFYLDT
        samarbejde_5 = OPFYLDT if sdeo else UAFKLARET if sdeo is None else missed
        samarbejde_6 = OPFYLDT if together else UAFKLARET if together is None else missed

    # Venskabsbyer
    if type_ is None:
        venskabsbyer_3 = venskabsbyer_5 = UAFKLARET
    elif type_ == "venskabsbysamarbejde":
        if has_goal is False or has_task is False:
            venskabsbyer_3 = IKKE_OPFYLDT
        else:
            venskabsbyer_3 = UAFKLARET if has_goal is None or has_task is None else OPFYLDT
        relevance = a.venskabsby_relevans
        venskabsbyer_5 = UAFKLARET if relevance is None else IKKE_OPFYLDT if relevance == "ingen" else OPFYLDT
    else:
        venskabsbyer_3 = venskabsbyer_5 = IKKE_RELEVANT
    said = a.begrundet_stedvalg
    answer = None if said is None or (said.dato is not None and said.dato > day) else said.svar
    venskabsbyer_4 = UAFKLARET if answer is None else OPFYLDT if answer else IKKE_OPFYLDT

    # The rammeværk's own facts
    own: Mapping[str, Any] = a.egne
    said = own.get("bidrag til byens udvikling")
    answer = None if said is None or (said.dato is not None and said.dato > day) else said.svar
    formaal_2 = UAFKLARET if answer is None else OPFYLDT if answer else IKKE_OPFYLDT
    looser = own.get("lokal praksis lemper rammerne")
    formaal_3 = UAFKLARET if looser is None else IKKE_RELEVANT if looser else OPFYLDT
    said = own.get("bidrag til robotby og storby")
    answer = None if said is None or (said.dato is not None and said.dato > day) else said.svar
    maal_5 = UAFKLARET if answer is None else OPFYLDT if answer else IKKE_OPFYLDT
    said = own.get("international hverdag")
    answer = None if said is None or (said.dato is not None and said.dato > day) else said.svar
    maal_8 = UAFKLARET if answer is None else OPFYLDT if answer else IKKE_OPFYLDT

    # Revision: the deadline is the last day of a byrådsperiode, and no revision is registered.
    revision = OPFYLDT if day <= DEADLINE else IKKE_OPFYLDT

    # Indstilling
    if proposed:
        deciding = (
            maal_2, fokus_1, prioritering_2, prioritering_5, samarbejde_1, venskabsbyer_3, venskabsbyer_5,
        )  # fmt: skip
        handling = "fravælg" if IKKE_OPFYLDT in deciding else "afvent" if UAFKLARET in deciding else "tilvælg"
    elif running:
        handling = "afslut" if IKKE_OPFYLDT in worth else "afvent" if UAFKLARET in worth else "fortsæt"
    else:
        handling = "ingen"
    return {
        "formål.2": formaal_2,
        "formål.3": formaal_3,
        "mål.2": maal_2,
        "mål.5-7": maal_5,
        "mål.8": maal_8,
        "principper.0": principper_0,
        "principper.1": maal_2,
        "principper.2": principper_2,
        "principper.3": principper_3,
        "principper.4": principper_4,
        "principper.5": principper_5,
        "principper.6": principper_6,
        "fokus.1": fokus_1,
        "fokus.2": maal_2,
        "fokus.3": fokus_3,
        "prioritering.1": prioritering_1,
        "prioritering.2": prioritering_2,
        "prioritering.3": UAFKLARET if direction is None else OPFYLDT,
        "prioritering.4a": prioritering_4a,
        "prioritering.4b": prioritering_4b,
        "prioritering.5": prioritering_5,
        "prioritering.6": prioritering_6,
        "samarbejde.1": samarbejde_1,
        "samarbejde.2": samarbejde_2,
        "samarbejde.3": samarbejde_3,
        "samarbejde.5": samarbejde_5,
        "samarbejde.6": samarbejde_6,
        "samarbejde.7-8": samarbejde_7,
        "venskabsbyer.3": venskabsbyer_3,
        "venskabsbyer.4": venskabsbyer_4,
        "venskabsbyer.5": venskabsbyer_5,
        "revision.1": revision,
        "revision.2a": revision,
        "revision.2b": IKKE_RELEVANT,
    }, handling
