"""What a rammeværk builds on, as one; and its own rules laid on top.

Each rammeværk has been read by itself, with its own names, and is never read again: what stands in it is what a layer
finds. Names that two of them share are told apart by a word before them, `som` in the rule files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.facts.aktivitet import CATALOGUE
from rammevaerk.facts.kinds import Kind, Oplysning
from rammevaerk.model.expression import And, Compare, Constant, Not, Or, Outcome, Today
from rammevaerk.model.frist import Frist, Henvisning, Holdbarhed, Revision
from rammevaerk.model.klassifikation import NAME, Klassifikation, Kobling, field_parameter
from rammevaerk.model.klausul import Parameter, Periode, Register, Tekst, Vaerdi
from rammevaerk.model.portefoelje import Mindsteandel
from rammevaerk.model.rammevaerk import Rammevaerk
from rammevaerk.model.rangering import Rangorden
from rammevaerk.model.reads import RATES
from rammevaerk.names import spoken
from rammevaerk.passes.draft import NOTHING_BELOW, Draft, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rammevaerk.model.expression import Expression
    from rammevaerk.model.klausul import Indstillingsregel, Regel
    from rammevaerk.rulefiles.below import Below

_LISTS: Final = frozenset(spoken(fact.name) for fact in CATALOGUE.values() if fact.kind.art == "liste")
_NAMING_FIELDS: Final = frozenset({"id", "klausul", "ref", "name"})
_OTHER_NAMING_FIELDS: Final[Mapping[type, frozenset[str]]] = {
    Frist: frozenset({"navn", "hver", "varsles"}),
    Revision: frozenset({"navn", "frist", "varsles"}),
    Holdbarhed: frozenset({"navn", "hver", "varsles"}),
    Klassifikation: frozenset({"navn"}),
    Kobling: frozenset({"navn", "register"}),
    Mindsteandel: frozenset({"parameter"}),
}
"""What is a name in one of these and may be any word in another: a `frist` of a kobling is a post's field."""
_OTHER_VERSION: Final = "/"
_SECTIONS: Final = {
    "klausuler": "klausulen",
    "regel": "reglen",
    "portefoeljeregel": "reglen",
    "parametre": "parameteren",
    "registre": "registret",
    "begreber": "begrebet",
    "frist": "fristen",
    "klassifikationer": "klassifikationen",
    "koblinger": "koblingen",
}


def stacked(draft: Draft, below: tuple[tuple[Below, Rammevaerk], ...]) -> Draft:
    """The draft with all that it builds on as one; what two of them share is a fault."""
    whole = NOTHING_BELOW
    for place, ramme in below:
        _refuse_shared(draft, whole, ramme, place)
        whole = _joined(whole, ramme)
    return replace(draft, below=whole)


def named(place: Below, ramme: Rammevaerk) -> Rammevaerk:
    """The rammeværk under the names a layer knows it by, each part marked with where it stands."""
    shown: Rammevaerk = _renamed(ramme, _names(place, ramme)) if place.som else ramme
    klausuler = {id_: replace(one, ramme=one.ramme or ramme.id) for id_, one in shown.klausuler.items()}
    regler = tuple(
        replace(one, ramme=one.ramme or ramme.id, gaelder=one.gaelder.within(ramme.gaelder)) for one in shown.regler
    )
    advice = tuple(_dated(one, ramme.gaelder) for one in shown.indstillinger)
    portfolio = tuple(
        replace(one, ramme=one.ramme or ramme.id, gaelder=one.gaelder.within(ramme.gaelder))
        for one in shown.portefoelje
    )
    return replace(shown, klausuler=klausuler, regler=regler, indstillinger=advice, portefoelje=portfolio)


def _names(place: Below, ramme: Rammevaerk) -> dict[str, str]:
    """Every name that gets the word before it. A register keeps the name of the list whose values it holds."""
    ids = {*ramme.klausuler, *ramme.regel, *ramme.begreber, *ramme.frist, *(set(ramme.parametre) - set(RATES))}
    ids |= {*ramme.klassifikationer, *ramme.koblinger, *ramme.portefoeljeregel}
    ids |= {name for name in ramme.registre if spoken(name) not in _LISTS}
    names = {name: f"{place.som}.{name}" for name in ids}
    fields = ((one.name, felt) for one in ramme.registre.values() for felt in (NAME, *one.felter))
    return names | {
        field_parameter(register, felt): field_parameter(names[register], felt)
        for register, felt in fields
        if register in names
    }


def _renamed(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 - any part of a rammeværk
    """The same under other names."""
    if isinstance(value, Mapping):
        return {names.get(key, key): _renamed(one, names) for key, one in value.items()}
    if isinstance(value, Register):  # what a post says is no name
        return replace(value, name=names.get(value.name, value.name), klausul=names.get(value.klausul, value.klausul))
    if isinstance(value, Tekst):
        return Tekst(tuple(names.get(part, part) if at % 2 else part for at, part in enumerate(value.parts)))
    found = _mapped(value, lambda part: _renamed(part, names))
    if isinstance(found, Henvisning | Rangorden):
        found = replace(found, klausuler=tuple(names.get(id_, id_) for id_ in found.klausuler))
    if not is_dataclass(found) or isinstance(found, type | Rammevaerk | Oplysning):
        return found
    naming = _NAMING_FIELDS | _OTHER_NAMING_FIELDS.get(type(found), frozenset())
    own = {f.name: getattr(found, f.name) for f in fields(found) if f.name in naming}
    return replace(found, **{name: names[word] for name, word in own.items() if word in names})


def _mapped(value: Any, change: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - any part of a rammeværk
    """A tuple or a frozen object with each of its parts changed; what a fact is, is no part of a rule."""
    if isinstance(value, tuple):
        return tuple(map(change, value))
    if not is_dataclass(value) or isinstance(value, type | Oplysning | Kind):
        return value
    return replace(value, **{field.name: change(getattr(value, field.name)) for field in fields(value)})


def _refuse_shared(draft: Draft, whole: Rammevaerk, ramme: Rammevaerk, place: Below) -> None:
    for section, word in _SECTIONS.items():
        here: Mapping[str, Any] = getattr(whole, section)
        there: Mapping[str, Any] = getattr(ramme, section)
        shared = [name for name in there if name in here and here[name] != there[name]]
        if shared:
            message = f"{word} «{shared[0]}» står både i «{place.name}» og i noget andet, rammeværket bygger på"
            draft.fault("R035", message, _way_out(place, shared[0]), place.span)
            return
    for name, fact in ramme.egne.items():
        known = whole.egne.get(name)
        if known and known.kind != fact.kind:
            message = (
                f"«{name}» er ikke samme slags oplysning i «{place.name}» som i noget andet, rammeværket bygger på"
            )
            draft.fault("R035", message, "vurdér aktiviteten mod hver af dem for sig", place.span)


def _way_out(place: Below, name: str) -> str:
    if place.som or spoken(name) in _LISTS or name in RATES:
        return "vurdér aktiviteten mod hver af dem for sig"
    return f"sæt et ord foran dens navne: «{shortened(place.name)} som fælles»"


def _joined(one: Rammevaerk, other: Rammevaerk) -> Rammevaerk:
    return replace(
        one,
        klausuler={**one.klausuler, **other.klausuler},
        regler=(*one.regler, *other.regler),
        indstillinger=(*one.indstillinger, *other.indstillinger),
        parametre={**one.parametre, **other.parametre},
        registre={**one.registre, **other.registre},
        egne={**other.egne, **one.egne},
        spoergsmaal={**other.spoergsmaal, **one.spoergsmaal},
        begreber={**one.begreber, **other.begreber},
        frister=tuple(dict.fromkeys((*one.frister, *other.frister))),
        henvisninger=tuple(dict.fromkeys((*one.henvisninger, *other.henvisninger))),
        revisioner=tuple(dict.fromkeys((*one.revisioner, *other.revisioner))),
        klassifikationer={**one.klassifikationer, **other.klassifikationer},
        koblinger={**one.koblinger, **other.koblinger},
        portefoelje=tuple(dict.fromkeys((*one.portefoelje, *other.portefoelje))),
        holdbarhed=tuple(dict.fromkeys((*one.holdbarhed, *other.holdbarhed))),
        rangering=tuple(dict.fromkeys((*one.rangering, *other.rangering))),
        gaelder=other.gaelder if one is NOTHING_BELOW else one.gaelder.spanning(other.gaelder),
    )


def lay(draft: Draft) -> Draft:
    """The draft with its own rules and indstillinger on top of those below.

    A rule takes the place of the one with its id, on the days it is in force; one more rule of a klausul stands beside
    those it has. The layer's indstillinger are read first, and what they may not turn is found by `loosening`.
    """
    below = draft.below
    if below is NOTHING_BELOW:
        return draft
    own = {regel.id: replace(regel, gaelder=regel.gaelder.within(draft.gaelder)) for regel in draft.regler}
    regler = (*(one for regel in below.regler for one in _kept(regel, draft, own)), *own.values())
    several = {ref: regler for ref, regler in _versions(regler, own) if len(regler) > 1}
    advice = (*(_dated(one, draft.gaelder) for one in draft.indstillinger), *below.indstillinger)
    return replace(
        draft,
        regler=_asking(regler, several),
        indstillinger=_asking(advice, several),
        frister=_asking((*below.frister, *draft.frister), several),
        holdbarhed=_asking((*below.holdbarhed, *draft.holdbarhed), several),
        henvisninger=(*below.henvisninger, *draft.henvisninger),
        revisioner=(*below.revisioner, *draft.revisioner),
        klassifikationer={name: _asking(one, several) for name, one in draft.klassifikationer.items()},
        koblinger={name: _asking(one, several) for name, one in draft.koblinger.items()},
        portefoelje=_asking(
            tuple(replace(one, styrke=draft.klausuler[one.klausul].styrke) for one in below.portefoelje), several
        ),
    )


def asking_all(draft: Draft, value: Any) -> Any:  # noqa: ANN401 - any part of a rammeværk
    """The same, with each question about a rule of the layer asked of every version of it; `lay` comes before."""
    own = {regel.id: regel for regel in draft.regler if not regel.ramme}
    several = {ref: regler for ref, regler in _versions(draft.regler, own) if len(regler) > 1}
    return value if draft.below is NOTHING_BELOW else _asking(value, several)


def _versions(regler: tuple[Regel, ...], own: Mapping[str, Regel]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For each rule of the layer the rules that a question about it is asked of: each decides on its own days."""
    for id_, regel in own.items():
        together = id_ == regel.klausul
        yield (
            id_,
            tuple(
                one.id
                for one in regler
                if (together and one.klausul == id_) or one.id == id_ or one.id.startswith(f"{id_}{_OTHER_VERSION}")
            ),
        )


def _asking(value: Any, several: Mapping[str, tuple[str, ...]]) -> Any:  # noqa: ANN401 - any part of a rammeværk
    """The same, with each question about a rule of which there are several asked of all of them."""
    if isinstance(value, Outcome):
        return _asked(value, several[value.ref]) if value.ref in several else value
    return _mapped(value, lambda part: _asking(part, several))


def _asked(node: Outcome, refs: tuple[str, ...]) -> Expression:
    """As a klausul with several rules is asked: not fulfilled if one is not."""
    breached = Or(tuple(Outcome(ref, "ikke opfyldt", origin=node.origin) for ref in refs), origin=node.origin)
    if node.udfald == "ikke opfyldt":
        return breached
    same = Or(tuple(replace(node, ref=ref) for ref in refs), origin=node.origin)
    return And((same, Not(breached, origin=node.origin)), origin=node.origin)


def _kept(regel: Regel, draft: Draft, own: Mapping[str, Regel]) -> Iterator[Regel]:
    """A rule from below: as it is, or under a longer name where the layer has another version, or more rules."""
    same = replace(regel, styrke=draft.klausuler[regel.klausul].styrke)
    longer = f"{regel.id}{_OTHER_VERSION}{regel.ramme}"
    if regel.id in own:
        for number, periode in enumerate(_left(regel.gaelder, own[regel.id].gaelder)):
            yield replace(same, id=longer if not number else f"{longer} igen", gaelder=periode)
    elif regel.id == regel.klausul and any(other.klausul == regel.klausul for other in own.values()):
        yield replace(same, id=longer)
    else:
        yield same


def _left(whole: Periode, taken: Periode) -> Iterator[Periode]:
    """The days of a period before and after those that are taken."""
    if taken.fra and taken.fra > date.min:
        before = whole.within(Periode(None, taken.fra - timedelta(1)))
        if not before.empty:
            yield before
    if taken.til and taken.til < date.max:
        after = whole.within(Periode(taken.til + timedelta(1), None))
        if not after.empty:
            yield after


def later(below: Parameter | None, own: Parameter) -> Parameter:
    """A parameter with a layer's values on their days, and on all others those from below."""
    if below is None:
        return own
    first, last = own.vaerdier[0].gaelder.fra, own.vaerdier[-1].gaelder.til
    before = [
        Vaerdi(periode, one.value) for one in below.vaerdier for periode in _left(one.gaelder, Periode(first, last))
    ]
    return replace(own, vaerdier=tuple(sorted((*before, *own.vaerdier), key=lambda one: one.gaelder.fra or date.min)))


def _dated(one: Indstillingsregel, periode: Periode) -> Indstillingsregel:
    """The indstilling within the dates of its own rammeværk, for what it is laid with may have others."""
    return replace(one, naar=And((*_dates(periode), one.naar), origin=one.naar.origin)) if periode != Periode() else one


def _dates(periode: Periode) -> Iterator[Expression]:
    if periode.fra:
        yield _no_later(Constant(periode.fra), Today())
    if periode.til:
        yield _no_later(Today(), Constant(periode.til))


def _no_later(left: Expression, right: Expression) -> Compare:
    return Compare("≤", left, right, origin="rammeværket er i kraft")
