"""What a layer loosened, told at its place with both rules and what became allowed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from rammevaerk.facts.dates import write_date
from rammevaerk.model.expression import walk
from rammevaerk.model.klausul import Regel
from rammevaerk.model.portefoelje import Mindsteandel
from rammevaerk.model.reads import parameters_in
from rammevaerk.passes.draft import name_of, name_span
from rammevaerk.passes.layers.formulas import days_of
from rammevaerk.passes.layers.frister import postponements
from rammevaerk.passes.layers.loosening import loosenings

if TYPE_CHECKING:
    from rammevaerk.diagnostics import Span
    from rammevaerk.model.portefoelje import Portefoeljeregel
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.passes.draft import Draft
    from rammevaerk.passes.layers.frister import Postponed
    from rammevaerk.passes.layers.loosening import Loosened
    from rammevaerk.rulefiles.below import Below
    from rammevaerk.rulefiles.document import Entry

_MAY = "et lag må skærpe, aldrig lempe"


def refuse_loosened(draft: Draft, below: tuple[tuple[Below, Rammevaerk], ...], above: Rammevaerk) -> None:
    """Note a fault for each thing the layer wrote that makes a rule or an indstilling below weaker.

    A weaker rule makes those that ask about it weaker too. They are not told of, and neither are the indstillinger.
    """
    for place, ramme in below:
        _refuse_of_portfolio(draft, place, ramme, above)
        found = tuple(loosenings(ramme, above))
        regler = sorted((one for one in found if isinstance(one.below, Regel)), key=lambda one: not _itself(draft, one))
        told: set[Span] = set()
        for one in regler:
            entry, what = _changed(draft, one, above)
            span = entry.place("krav") if entry else place.span
            if span not in told:
                told.add(span)
                draft.fault("R036", f"{what} lemper reglen {_name(one, place)}", _help(one), span)
        _refuse_postponed(draft, place, ramme, above, told)
        for one in found if not regler else ():
            span = _place(draft, one, place)
            if span not in told:
                told.add(span)
                draft.fault("R036", _advice(one, place), _help(one), span)


def _refuse_of_portfolio(draft: Draft, place: Below, below: Rammevaerk, above: Rammevaerk) -> None:
    """Note a fault where the layer gives a parameter of a rule about the portfolio a value that may be weaker.

    What that lets through is found by no search for one aktivitet, so only a higher least share counts as stricter.
    """
    days = sorted({*days_of(below), *days_of(above)})
    for entry in draft.entries["parametre"]:
        name = name_of(entry)
        for regel in below.portefoelje:
            if regel.styrke == "skal" and name in below.reads[regel.id].parameters:
                was, is_ = below.parametre[name], above.parametre[name]
                if any(_weaker(regel, name, was.on(day), is_.on(day)) for day in days):
                    told = f"«{regel.id}» i «{regel.ramme or place.name}», som er om aktiviteterne tilsammen"
                    help_ = f"slet den her, for det kan ikke ses, om det er strengere; {_MAY}"
                    draft.fault("R036", f"parameteren «{name}» kan lempe reglen {told}", help_, name_span(entry))


def _weaker(regel: Portefoeljeregel, name: str, before: object, now: object) -> bool:
    """Whether another value may be weaker; only a least share that is raised and read nowhere else surely is not."""
    if before is None or before == now:
        return False
    nodes = (node for sentence in regel.sentences for node in walk(sentence))
    least = isinstance(regel.krav, Mindsteandel) and name not in parameters_in(nodes)
    return not (least and isinstance(before, Decimal) and isinstance(now, Decimal) and now > before)


def _refuse_postponed(draft: Draft, place: Below, below: Rammevaerk, above: Rammevaerk, told: set[Span]) -> None:
    """Note a fault where the layer gives a parameter of a frist a value with which it is due, or warned of, later.

    Where the value makes a rule weaker too, that has been told.
    """
    entries = {name_of(entry): name_span(entry) for entry in draft.entries["parametre"]}
    for one in postponements(below, above):
        span = entries.get(one.parameter)
        if span and span not in told:
            told.add(span)
            verb = "kan lempe" if one.part == "sætning" else "lemper"
            what = "varslet om fristen" if one.part == "varsel" else "fristen"
            message = f"parameteren «{one.parameter}» {verb} {what} «{one.frist.navn}» i «{place.name}»"
            draft.fault("R036", message, _later(one), span)


def _later(one: Postponed) -> str:
    if one.part == "sætning":
        return f"slet den her, for det kan ikke ses, om det er strengere; {_MAY}"
    since = f"fra {write_date(one.day)}" if one.day > date.min else "i dette lag"
    now = f"er den {one.now}" if one.now else "har den ingen værdi"
    return f"{since} {now}, og i det, der bygges på, er den {one.before}; {_MAY}"


def _itself(draft: Draft, one: Loosened) -> bool:
    return any(entry.text("id") == getattr(one.below, "id", "") for entry in draft.entries["regler"])


def _name(one: Loosened, place: Below) -> str:
    assert isinstance(one.below, Regel)  # noqa: S101 - the caller has looked
    return f"«{one.below.id}» i «{one.below.ramme or place.name}»"


def _advice(one: Loosened, place: Below) -> str:
    then, now = getattr(one.below, "handling", ""), getattr(one.above, "handling", "ingen")
    return f"indstillingen «{now}» lemper indstillingen «{then}» i «{place.name}»"


def _place(draft: Draft, one: Loosened, place: Below) -> Span:
    """The layer's own indstilling of that handling; otherwise where it says what it builds on."""
    handling = getattr(one.above, "handling", "")
    entry = next((e for e in draft.entries["indstillinger"] if e.text("handling") == handling), None)
    return entry.place("når") if entry else place.span


def _help(one: Loosened) -> str:
    if not one.case:
        return f"der er for mange tilfælde til at se, om det er strengere; behold det gamle med «og»; {_MAY}"
    hedge = "" if one.certain else "; kan en sådan aktivitet ikke findes, så behold den gamle betingelse med «og»"
    return f"en aktivitet, hvor {one.case}, {_told(one)}; {_MAY}{hedge}"


def _told(one: Loosened) -> str:
    """What became allowed."""
    below, above = one.below, one.above
    if not isinstance(below, Regel):
        now = getattr(above, "handling", "ingen")
        return f"fik indstillingen «{below.handling}» («{below.naar.origin}») og får nu «{now}»"
    broke = f"brød den gamle regel («{below.krav.origin}»)"
    if isinstance(above, Regel) and above.krav.origin != below.krav.origin:
        return f"{broke}, men ikke den nye («{above.krav.origin}»)"
    return f"{broke}, men gør det ikke mere"


def _changed(draft: Draft, one: Loosened, above: Rammevaerk) -> tuple[Entry | None, str]:
    """What the layer wrote: the rule itself, a parameter it reads, or a rule it asks about."""
    rules = {entry.text("id"): entry for entry in draft.entries["regler"]}
    values = {name_of(entry): entry for entry in draft.entries["parametre"]}
    waiting = [getattr(one.below, "id", "")]
    met: set[str] = set()
    while waiting:
        id_ = waiting.pop(0)
        if id_ in rules:
            return rules[id_], f"reglen «{id_}»"
        reads = above.reads.get(id_)
        for name in reads.parameters if reads else ():
            if name in values:
                return values[name], f"parameteren «{name}»"
        met.add(id_)
        waiting += [r.id for ref in (reads.asks if reads else ()) for r in _rules(above, ref) if r.id not in met]
    return next(iter(draft.entries["regler"]), None), "laget"


def _rules(ramme: Rammevaerk, ref: str) -> tuple[Regel, ...]:
    return (ramme.regel[ref],) if ref in ramme.regel else ramme.regler_for.get(ref, ())
