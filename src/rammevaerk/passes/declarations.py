"""Declarations: klausuler, parametre, registre and own facts as typed data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final, cast

from rammevaerk.diagnostics import Unreadable, did_you_mean
from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.facts.calendar import day_before
from rammevaerk.facts.kinds import YES_NO, Kind
from rammevaerk.model.klausul import Klausul, KlausulArt, Parameter, Periode, Styrke, Vaerdi
from rammevaerk.model.reads import RATES
from rammevaerk.names import spoken
from rammevaerk.passes.draft import Draft, name_of, name_span, read_day, scalars, shortened
from rammevaerk.passes.layers.merging import later
from rammevaerk.passes.own import read_own
from rammevaerk.passes.registre import read_register
from rammevaerk.passes.revision import parameters_of, read_revision
from rammevaerk.passes.values import read_value
from rammevaerk.rulefiles.keys import STYRKER

if TYPE_CHECKING:
    from rammevaerk.diagnostics import Span
    from rammevaerk.documents import Scalar
    from rammevaerk.model.expression import Value
    from rammevaerk.model.klausul import Register
    from rammevaerk.rulefiles.document import Entry

_RATE_EXAMPLES: Final = {
    "kr./time": "450 kr./time",
    "timer/årsværk": "1.628 timer/årsværk",
    "kr./EUR": "7,46 kr./EUR",
}


def declare(draft: Draft) -> Draft:
    """Everything that sentences can name, but for the begreber, which are sentences themselves."""
    below = draft.below
    gaelder = read_periode(draft, draft.head.one("gælder"))
    revision = read_revision(draft, gaelder)
    read = {name_of(e): _parameter(draft, e) for e in draft.entries["parametre"]}
    parametre = {p.name: later(below.parametre.get(p.name), p) for p in read.values() if p.vaerdier}
    return replace(
        draft,
        klausuler={**below.klausuler, **_klausuler(draft)},
        parametre={**below.parametre, **parameters_of(revision), **parametre},
        revisioner=(revision,) if revision else (),
        registre={**below.registre, **{name_of(e): _register(draft, e) for e in draft.entries["registre"]}},
        egne={**below.egne, **{name_of(e): read_own(draft, e) for e in draft.entries["egne"]}},
        spoergsmaal={**below.spoergsmaal, **_spoergsmaal(draft)},
        gaelder=gaelder,
    )


def _spoergsmaal(draft: Draft) -> dict[str, str]:
    """The questions by the names of the facts as they are printed, however the file spells them."""
    own = map(name_of, draft.entries["egne"])
    printed = {spoken(fact): fact for fact in (*CATALOGUE, *draft.below.egne, *own)}
    questions = [(name_of(entry), entry.text("tekst")) for entry in draft.entries["spørgsmål"]]
    return {printed.get(spoken(fact), fact): question for fact, question in questions}


def read_periode(draft: Draft, entry: Entry | None) -> Periode:
    """From and to; a period that ends before it begins is a fault."""
    if entry is None:
        return Periode()
    fra, til = (read_day(draft, entry.scalars.get(key)) for key in ("fra", "til"))
    if fra and til and til < fra:
        draft.fault("R015", "perioden slutter, før den begynder", "byt om på «fra» og «til»", entry.place("til"))
    return Periode(fra, til)


def _klausuler(draft: Draft) -> dict[str, Klausul]:
    """The declared klausuler; a small rammeværk that declares none has those its rules speak of."""
    declared = draft.entries["klausuler"]
    if not declared:
        rules = (*draft.entries["regler"], *draft.entries["portefølje"])
        return {
            e.text("klausul"): Klausul(e.text("klausul"), cast("Styrke", e.text("styrke") or "skal"), "regel")
            for e in reversed(rules)
            if e.text("klausul") and e.text("klausul") not in draft.below.klausuler
        }
    order = [" ".join(s.text.split()) for s in scalars(draft.head, "afsnit")]
    found = [_klausul(draft, e, order) for e in declared if e.text("id")]
    if order:
        found.sort(key=lambda k: (order.index(k.afsnit) if k.afsnit in order else len(order), k.punktummer))
    return {klausul.id: klausul for klausul in found}


def _klausul(draft: Draft, entry: Entry, order: list[str]) -> Klausul:
    if order and entry.text("afsnit") not in order:
        help_ = did_you_mean(entry.text("afsnit"), order) or "tilføj det under «afsnit» i hovedet"
        draft.fault("R024", f"ukendt afsnit «{entry.text('afsnit')}»", help_, entry.place("afsnit"))
    art = cast("KlausulArt", entry.text("art") or "regel")
    _refuse_weaker(draft, entry)
    if art != "regel" and not entry.text("hvorfor"):
        help_ = f"skriv under «hvorfor», hvorfor klausulen er et {art}" if art != "oplysning" else ""
        message = f"«{entry.text('id')}» siger ikke, hvorfor den ikke er en regel"
        draft.fault("R005", message, help_ or "skriv under «hvorfor», hvorfor klausulen kun oplyser", entry.place("id"))
    return Klausul(
        entry.text("id"),
        cast("Styrke", entry.text("styrke") or "skal"),
        art,
        entry.text("tekst"),
        entry.text("afsnit"),
        tuple(int(s.text) for s in _numbers(draft, entry)),
        entry.text("hvorfor"),
    )


def _refuse_weaker(draft: Draft, entry: Entry) -> None:
    """A layer may say a klausul again to make it stronger, never to make it weaker."""
    below = draft.below.klausuler.get(entry.text("id"))
    if below and STYRKER.index(entry.text("styrke") or "skal") > STYRKER.index(below.styrke):
        now = f"kan ikke være «{entry.text('styrke')}» her"
        message = f"klausulen «{below.id}» er «{below.styrke}» i «{below.ramme}» og {now}"
        help_ = f"et lag må skærpe, aldrig lempe; skriv «styrke: {below.styrke}», eller slet klausulen her"
        draft.fault("R036", message, help_, entry.place("styrke"))


def _numbers(draft: Draft, entry: Entry) -> list[Scalar]:
    found = []
    for scalar in scalars(entry, "punktummer"):
        if scalar.text.isascii() and scalar.text.isdigit() and len(scalar.text) <= 4:  # noqa: PLR2004 - no paper has 10,000
            found.append(scalar)
        else:
            draft.fault(
                "R014", f"«{shortened(scalar.text)}» er ikke et nummer", "skriv hele tal, fx [1, 2]", scalar.span
            )
    return found


def _parameter(draft: Draft, entry: Entry) -> Parameter:
    """A parameter with its values in the order of their dates; each ends where the next begins."""
    _known_klausul(draft, entry)
    found: list[tuple[Periode, Value | tuple[str, ...]]] = []
    kinds: list[Kind] = []
    for inner in entry.objects.get("værdier", ()):
        try:
            kind, value = read_value(inner.scalars.get("værdi"), scalars(inner, "værdi"))
        except Unreadable as error:
            draft.unreadable("R014", error, inner.place("værdi"))
            continue
        if kinds and kind != kinds[0]:
            message = f"værdierne af «{name_of(entry)}» er ikke af samme slags"
            draft.fault("R014", message, "brug samme slags og enhed i dem alle", inner.place("værdi"))
        kinds.append(kind)
        found.append((read_periode(draft, inner), value))
    _refuse_overlap(draft, entry, [periode for periode, _ in found])
    ordered = sorted(found, key=lambda pair: pair[0].fra or date.min)
    ends = [*(day_before(periode.fra) if periode.fra else None for periode, _ in ordered[1:]), None]
    vaerdier = tuple(
        Vaerdi(Periode(p.fra, p.til or end), value) for (p, value), end in zip(ordered, ends, strict=False)
    )
    kind = kinds[0] if kinds else YES_NO
    if kinds:
        _check_rate(draft, entry, kind)
        _check_below(draft, entry, kind)
    return Parameter(name_of(entry), kind, vaerdier, entry.text("klausul"), entry.text("fortolkning"))


def _check_rate(draft: Draft, entry: Entry, kind: Kind) -> None:
    """A parameter called as one of the three rates is one, in its own unit: conversions go through it unsaid."""
    unit = RATES.get(name_of(entry))
    if unit and kind != Kind("tal", unit):
        help_ = f"skriv fx «{_RATE_EXAMPLES[unit]}», eller giv parameteren et andet navn"
        draft.fault("R014", f"«{name_of(entry)}» skal være i {unit}", help_, name_span(entry))


def _check_below(draft: Draft, entry: Entry, kind: Kind) -> None:
    """A parameter that rules below read keeps its kind, for they have been read with it."""
    below = draft.below.parametre.get(name_of(entry))
    if below and below.kind != kind:
        help_ = "brug samme slags og enhed som dér, eller giv parameteren et andet navn"
        draft.fault("R014", f"«{below.name}» er af en anden slags i det, der bygges på", help_, name_span(entry))


def _refuse_overlap(draft: Draft, entry: Entry, perioder: list[Periode]) -> None:
    starts = [periode.fra or date.min for periode in perioder]
    ordered = sorted(perioder, key=lambda periode: periode.fra or date.min)
    laps = any(a.til and b.fra and b.fra <= a.til for a, b in pairwise(ordered))
    if len(set(starts)) < len(starts) or laps:
        message = f"«{name_of(entry)}» har to værdier på samme dag"
        draft.fault("R015", message, "lad hver værdi begynde, når den forrige slutter", name_span(entry))


def _register(draft: Draft, entry: Entry) -> Register:
    _known_klausul(draft, entry)
    return read_register(draft, entry)


def _known_klausul(draft: Draft, entry: Entry) -> None:
    """A parameter or register may name its klausul; it has to be one."""
    if draft.entries["klausuler"] and entry.text("klausul"):
        ids = [*draft.below.klausuler, *(e.text("id") for e in draft.entries["klausuler"])]
        if entry.text("klausul") not in ids:
            refuse_klausul(draft, entry.text("klausul"), entry.place("klausul"), ids)


def refuse_klausul(draft: Draft, wrote: str, span: Span, ids: list[str]) -> None:
    """Say that the klausul that is named there is none."""
    help_ = did_you_mean(wrote, ids) or "tilføj den under «klausuler»"
    draft.fault("R013", f"ukendt klausul «{shortened(wrote)}»", help_, span)
