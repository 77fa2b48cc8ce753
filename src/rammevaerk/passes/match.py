"""Match: what is asked of an aktivitet and a register's post together, the post's fields being names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import did_you_mean
from rammevaerk.facts.kinds import DATE, TEXT, Kind
from rammevaerk.language.vocabulary import Vocabulary
from rammevaerk.model.expression import Parameter
from rammevaerk.model.klassifikation import NAME, Kobling, Kriterium, field_parameter
from rammevaerk.model.portefoelje import AKTIVITETER
from rammevaerk.names import spoken
from rammevaerk.operators.terms import RegisterTerm, Term, art_in_words
from rammevaerk.passes.classify import known_klausul
from rammevaerk.passes.conditions import read_condition
from rammevaerk.passes.draft import Condition, Draft, name_of, shortened
from rammevaerk.passes.naming import BUILT_IN, usable_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rammevaerk.model.klausul import Register
    from rammevaerk.passes.scope import Scope
    from rammevaerk.rulefiles.document import Entry

MOST_CRITERIA: Final = 100
"""Each is asked of every post; nobody reads so many."""


def match(draft: Draft) -> Draft:
    """The draft with its koblinger."""
    conditions: list[Condition] = []
    found = [_kobling(draft, entry, conditions) for entry in draft.entries["koblinger"]]
    koblinger = {**draft.below.koblinger, **{one.navn: one for one in found if one}}
    return replace(draft, koblinger=koblinger, conditions=(*draft.conditions, *conditions))


def _kobling(draft: Draft, entry: Entry, conditions: list[Condition]) -> Kobling | None:
    known_klausul(draft, entry)
    register = _register(draft, entry)
    if register is None:
        return None
    fields = {NAME: TEXT, **register.felter}
    _refuse_names(draft, entry, register.name, fields)
    _refuse_doubles(draft, entry)
    scope = _with_fields(draft, register.name, fields)
    within = replace(draft, vocabulary=_with_names(draft.vocabulary, fields))
    inner = entry.objects.get("kriterier", ())
    if len(inner) > MOST_CRITERIA:
        message = f"koblingen «{shortened(name_of(entry))}» har mere end {MOST_CRITERIA} kriterier"
        draft.fault("R022", message, "saml flere af dem i ét", inner[MOST_CRITERIA].span)
    kriterier = [_kriterium(within, one, scope, conditions) for one in inner[:MOST_CRITERIA]]
    frist = _frist(draft, entry, register.name, fields)
    known = tuple(one for one in kriterier if one)
    return Kobling(name_of(entry), register.name, known, entry.text("klausul"), frist, draft.gaelder)


def _register(draft: Draft, entry: Entry) -> Register | None:
    wrote = entry.text("register")
    register = next((one for name, one in draft.registre.items() if spoken(name) == spoken(wrote)), None)
    if register is None and wrote:
        help_ = did_you_mean(wrote, draft.registre) or "skriv navnet på et af rammeværkets registre"
        draft.fault("R012", f"ukendt register «{shortened(wrote)}»", help_, entry.place("register"))
    return register


def _frist(draft: Draft, entry: Entry, register: str, fields: Mapping[str, Kind]) -> str:
    """The field that holds the deadline, which has to be a date."""
    wrote = entry.text("frist")
    felt = next((name for name in fields if spoken(name) == spoken(wrote)), "")
    if wrote and not felt:
        help_ = did_you_mean(wrote, fields) or f"felterne er {', '.join(f'«{name}»' for name in fields)}"
        message = f"registret «{register}» har ikke feltet «{shortened(wrote)}»"
        draft.fault("R012", message, help_, entry.place("frist"))
    elif felt and fields[felt] != DATE:
        message = f"«{felt}» er {art_in_words(fields[felt])}, ikke en dato"
        draft.fault("R020", message, "fristen er et felt med datoer", entry.place("frist"))
    return felt


def _kriterium(draft: Draft, entry: Entry, scope: Scope, conditions: list[Condition]) -> Kriterium | None:
    naar = read_condition(draft, entry, "når", scope, conditions, part="et kriterium")
    if naar is None or not entry.text("navn"):
        return None
    return Kriterium(entry.text("navn"), entry.text("kræves") == "ja", naar)


def _refuse_doubles(draft: Draft, entry: Entry) -> None:
    seen: dict[str, Entry] = {}
    for inner in entry.objects.get("kriterier", ()):
        first = seen.setdefault(spoken(inner.text("navn")), inner)
        if first is not inner and inner.text("navn"):
            message = f"kriteriet «{inner.text('navn')}» står der to gange"
            draft.fault("R009", message, f"det første står i {first.place('navn')}", inner.place("navn"))


# The names of a post's fields


def _with_names(vocabulary: Vocabulary, fields: Mapping[str, Kind]) -> Vocabulary:
    """The words that a criterion may use. A name that is there already keeps the spelling it has."""
    new = (name for name in fields if spoken(name) not in vocabulary.spellings)
    return Vocabulary(vocabulary.names | frozenset(new), vocabulary.lists)


def _with_fields(draft: Draft, register: str, fields: Mapping[str, Kind]) -> Scope:
    """What names mean in a criterion.

    It is tempting to let a list of the post hide the aktivitet's list of the same name too. However: the one stands
    after `findes i` and the other does not, so a criterion can say that one of ours is one of theirs.
    """
    assert draft.scope  # noqa: S101 - the sentences come first
    nodes = {name: Parameter(field_parameter(register, name), origin=name) for name in fields}
    lists = {name: RegisterTerm(nodes[name], name) for name, kind in fields.items() if kind.art == "liste"}
    single = {name: Term(nodes[name], kind, name) for name, kind in fields.items() if kind.art != "liste"}
    looked_up = {**draft.scope.registers, **{spoken(name): term for name, term in lists.items()}}
    scope = replace(draft.scope, registers=looked_up)
    return scope.with_terms({spoken(name): term for name, term in single.items()})


def _refuse_names(draft: Draft, entry: Entry, register: str, fields: Mapping[str, Kind]) -> None:
    """A field may have the name of a fact, which it then hides, but of nothing else the rule files name."""
    span = entry.place("register")
    taken = dict(_declared(draft))
    doubles = {spoken(name) for name in _with_names(draft.vocabulary, fields).double_names()}
    for name in fields:
        shown, form = shortened(name), spoken(name)
        if not usable_name(name):
            help_ = "brug bogstaver, tal, mellemrum, punktum og bindestreg; begynd med et bogstav"
            message = f"feltet «{shown}» i registret «{register}» kan ikke bruges i et kriterium"
            draft.fault("R010", message, help_, span)
        elif form in taken:
            message = f"feltet «{shown}» i registret «{register}» hedder som {taken[form]}"
            draft.fault("R010", message, "giv feltet et andet navn", span)
        elif form in doubles:
            message = f"feltet «{shown}» i registret «{register}» gør, at en sætning kan læses på to måder"
            draft.fault("R011", message, "giv feltet et navn, der ikke er sat sammen af regelsprogets ord", span)


def _declared(draft: Draft) -> Iterator[tuple[str, str]]:
    """Every name that stands for something but a fact, here or in what is built on, and what it is."""
    regler = (*draft.regler, *draft.below.regler)
    sammen = (*map(name_of, draft.entries["portefølje"]), *draft.below.portefoeljeregel)
    named = {
        "ordet": (*BUILT_IN, AKTIVITETER.name, AKTIVITETER.singular),
        "parameteren": (*draft.parametre, *map(name_of, draft.entries["parametre"])),
        "begrebet": (*draft.begreber, *map(name_of, draft.entries["begreber"])),
        "registret": tuple(draft.registre),
        "klausulen": (*draft.klausuler, *(rule.id for rule in regler), *sammen),
    }
    return ((spoken(name), f"{what} «{name}»") for what, names in named.items() for name in names)
