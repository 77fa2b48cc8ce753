"""What `compiled` promises: source of its own making, the right stretch for every day, odense-2022 read the same."""

from __future__ import annotations

import ast
import builtins
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

import rammevaerk as rv
from rammevaerk.api import bound
from rammevaerk.engines import direct
from rammevaerk.engines.compiled import Compiled
from rammevaerk.engines.python_source import Source, namespace
from rammevaerk.facts.aktivitet import CATALOGUE, Investering
from rammevaerk.facts.kinds import NUMBER, RESOURCE, TEXT, Kind, Oplysning
from rammevaerk.facts.reading import aktivitet_from
from rammevaerk.facts.units import Maengde
from rammevaerk.model import expression as e
from rammevaerk.model.klausul import Indstillingsregel, Klausul, Parameter, Periode, Regel, Vaerdi
from rammevaerk.model.rammevaerk import Rammevaerk
from rammevaerk.model.resultat import Udfald

if TYPE_CHECKING:
    from collections.abc import Iterable

DAY = date(2024, 6, 1)
ONE_DAY = timedelta(1)

# Nothing of a rule file is Python

HOSTILE = (
    "'",
    '"',
    "'''",
    '"""',
    "\\",
    "\\'",
    "\n",
    "a\n    import os",
    "'); __import__('os').system('x') #",
    "__import__('os')",
    "{day}",
    "%s",
    "\x85\u2028",
    "f0",
    "None",
    "True",
    "x]; raise SystemExit; [",
    "æøå 🇩🇰",
    "# kommentar",
    "",
)
"""Texts a rule file may hold, that would be something else to Python if they were not quoted."""


def _hostile(text: str) -> Rammevaerk:
    """A rammeværk where every name and text is that one."""
    own = Oplysning(text, text, text, TEXT, own=True)
    amount = Oplysning(text + "2", text, text, NUMBER, own=True)
    emne, opgaver = e.Fact(CATALOGUE["emne"]), e.Fact(CATALOGUE["kerneopgaver"])
    named = e.Compare("=", e.Element(TEXT), e.Constant(text))
    krav = e.Or(
        (
            e.Compare("=", e.Fact(own), e.Constant(text)),
            e.Member(emne, (text, "andet")),
            e.Member(emne, e.Parameter(text)),
            e.AtLeast(e.Constant(Decimal(1)), e.Listing(opgaver, named)),
            e.Compare("<", e.Fact(amount), e.Constant(Decimal("1E+30"))),
        )
    )
    regler = (
        Regel(text, text, "skal", krav),
        Regel(f"{text}b", text, "skal", e.Outcome(text, "opfyldt"), e.Known(e.Fact(own))),
    )
    advice = (Indstillingsregel("fortsæt", e.Outcome(text, "opfyldt")),)
    parametre = {text: Parameter(text, Kind("liste", element=TEXT), (Vaerdi(Periode(), (text,)),))}
    egne = {one.name: one for one in (own, amount)}
    return Rammevaerk(text, text, "", {text: Klausul(text, "skal", "regel")}, regler, advice, parametre, egne=egne)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_a_literal_and_no_more(text: str) -> None:
    ramme = _hostile(text)
    for written in (Source(ramme, DAY).judging(), Source(ramme, DAY).advising()):
        _only_ours(written, allowed={text, f"{text}b", f"{text}2"})
    for egne in ({}, {text: text}, {text: "andet"}, {f"{text}2": Decimal(1)}):
        for emne in (None, text or "x", "andet", "tredje"):
            aktivitet = _aktivitet(emne=emne, kerneopgaver=(text,)).model_copy(update={"egne": egne})
            found, _ = direct.evaluate(ramme, aktivitet, DAY)
            assert Compiled(ramme).evaluate(aktivitet, DAY) == found
            assert Compiled(ramme).handling(aktivitet, DAY) == found.handling


def _only_ours(source: str, allowed: set[str]) -> None:
    """One function of plain code: names of our own making, no import, no call but of what the namespace holds."""
    tree = ast.parse(source)
    assert [type(node) for node in tree.body] == [ast.FunctionDef]
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    ours = {"a", "day", "facts", "own", *namespace({})} - {"__builtins__"}
    made = {name for name in names - ours if name[0] in "rtfcx" and name[1:].isdigit()}
    assert names - made <= ours | {"len"}, names - made - ours
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert attributes <= {"__dict__", "get", "tal", "enhed", "days"}, attributes
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    facts = [*CATALOGUE.values(), *(field for fact in CATALOGUE.values() for field in fact.kind.fields)]
    keys = {fact.attribute for fact in facts} | {"egne", "svar", "dato", "kr.", "måneder", "dage"}
    assert texts - keys <= allowed | {"afvent", "ingen", "fortsæt"}, texts - keys - allowed
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom | ast.Global)]


def test_the_function_can_name_no_builtin_but_len() -> None:
    scope = namespace({})
    assert scope["__builtins__"] == {"len": len}
    reachable = set(scope) - {"__builtins__"}
    assert not reachable & set(dir(builtins))
    with pytest.raises((NameError, ImportError)):
        exec("def judge():\n    import os\njudge()", scope)  # noqa: S102 - to see it refused


def test_odense_is_plain_code_as_well() -> None:
    ramme = rv.load("odense-2022")
    words = {value for one in _constants(ramme) for value in one if isinstance(value, str)}
    for written in (Source(ramme, DAY).judging(), Source(ramme, DAY).advising()):
        _only_ours(written, {*words, *(r.id for r in ramme.regler), *ramme.egne, *HANDLINGER})


HANDLINGER = ("tilvælg", "fravælg", "fortsæt", "afslut", "afvent", "ingen")


def _constants(ramme: Rammevaerk) -> Iterable[tuple[object, ...]]:
    conditions = [c for r in ramme.regler for c in (r.krav, r.gaelder_naar) if c]
    for node in (node for c in (*conditions, *(i.naar for i in ramme.indstillinger)) for node in e.walk(c)):
        if isinstance(node, e.Constant):
            yield (node.value,)
        elif isinstance(node, e.Member) and isinstance(node.values, tuple):
            yield node.values


# Each stretch of days has its own function

TURNS = (date(2023, 1, 1), date(2024, 1, 1), date(2024, 6, 1), date(2024, 6, 30), date(2025, 12, 31))


def _dated() -> Rammevaerk:
    """Rules and values that come and go."""
    start, goes, comes, ends, last = TURNS
    values = (
        Vaerdi(Periode(start, goes - ONE_DAY), Decimal(1)),
        Vaerdi(Periode(goes, comes - ONE_DAY), Decimal(2)),
        Vaerdi(Periode(comes, ends), Decimal(3)),
    )
    names = (Vaerdi(Periode(goes, ends), ("a",)), Vaerdi(Periode(ends + ONE_DAY, None), ("b",)))
    many = e.Count(e.Listing(e.Fact(CATALOGUE["kerneopgaver"])))
    listed = e.Member(e.Fact(CATALOGUE["emne"]), e.Parameter("navne"))
    enough = e.Compare("≤", e.Parameter("grænse"), many)
    regler = (
        Regel("k.1", "k", "skal", enough),
        Regel("k.2", "k", "skal", listed),
        Regel("k.3", "k", "skal", enough, gaelder=Periode(goes, comes)),
        Regel("k.4", "k", "bør", e.Compare("<", e.Today(), e.Constant(ends)), gaelder=Periode(None, ends)),
        Regel("k.5", "k", "kan", e.Outcome("k.3", "opfyldt")),
    )
    advice = (
        Indstillingsregel("tilvælg", listed),
        Indstillingsregel("fravælg", enough),
        Indstillingsregel("fortsæt", e.Outcome("k", "opfyldt")),
    )
    parametre = {
        "grænse": Parameter("grænse", NUMBER, values),
        "navne": Parameter("navne", Kind("liste", element=TEXT), names),
    }
    klausuler = {"k": Klausul("k", "skal", "regel")}
    return Rammevaerk("x", "", "", klausuler, regler, advice, parametre, gaelder=Periode(start, last))


def test_every_day_round_a_turn_is_judged_by_its_own_stretch() -> None:
    ramme = _dated()
    compiled = Compiled(ramme)
    days = sorted({turn + timedelta(more) for turn in TURNS for more in (-2, -1, 0, 1, 2)})
    random = Random(1)
    seen: set[tuple[Udfald, ...]] = set()
    for opgaver in (None, (), ("a",), ("a", "b"), ("a", "b", "c")):
        for emne in (None, "a", "b"):
            aktivitet = _aktivitet(kerneopgaver=opgaver, emne=emne)
            for day in random.sample(days, len(days)):
                found, _ = direct.evaluate(ramme, aktivitet, day)
                assert compiled.evaluate(aktivitet, day) == found, day
                assert compiled.handling(aktivitet, day) == found.handling, day
                seen.add(tuple(found.udfald.values()))
    assert len(seen) > 15


def test_a_day_by_itself_is_answered_as_among_others() -> None:
    """What was compiled first is kept, and never used for another stretch."""
    ramme, aktivitet = _dated(), _aktivitet(kerneopgaver=("a", "b"), emne="a")
    whole = Compiled(ramme)
    for day in (date.min, *TURNS, *(turn - ONE_DAY for turn in TURNS), *(turn + ONE_DAY for turn in TURNS), date.max):
        assert whole.evaluate(aktivitet, day) == Compiled(ramme).evaluate(aktivitet, day), day


def test_outside_its_dates_nothing_is_in_force() -> None:
    for day in (TURNS[0] - ONE_DAY, TURNS[-1] + ONE_DAY):
        found = Compiled(_dated()).evaluate(_aktivitet(), day)
        assert set(found.udfald.values()) == {Udfald.IKKE_I_KRAFT}
        assert found.handling == Compiled(_dated()).handling(_aktivitet(), day) == "ingen"


@pytest.mark.parametrize("unit", ["timer", "EUR", "årsværk"])
def test_an_amount_that_no_rate_prices_is_unknown_and_never_its_bare_number(unit: str) -> None:
    """A rule that reads one is not in force without rates; an indstilling is asked all the same."""
    records = (Investering.model_construct(dato=DAY, maengde=Maengde(Decimal(37), unit)),)
    aktivitet = _aktivitet(investeringer=records)
    field = next(field for field in CATALOGUE["investeringer"].kind.fields if field.kind.unit == RESOURCE)
    listing = e.Listing(e.Fact(CATALOGUE["investeringer"]))
    for amount in (e.Sum(e.Field(field), listing), e.Latest(e.Field(field), listing)):
        some = e.Compare("<", e.Constant(Decimal(0)), amount)
        ramme = Rammevaerk("x", "", "", {}, (), (Indstillingsregel("fortsæt", some),))
        found, _ = direct.evaluate(ramme, aktivitet, DAY)
        assert found.naar == (None,)
        assert Compiled(ramme).evaluate(aktivitet, DAY) == found
        assert Compiled(ramme).handling(aktivitet, DAY) == found.handling == "afvent"


def _aktivitet(**facts: Any) -> rv.Aktivitet:
    whole = dict.fromkeys(rv.Aktivitet.model_fields) | {"id": "x", "titel": "x", "status": "i gang", "egne": {}}
    return rv.Aktivitet.model_construct(**{**whole, **facts})


# odense-2022 on the whole fact contract

SHARES = range(10)
EACH = 150
DAYS = (date(2021, 12, 31), date(2022, 1, 1), date(2024, 2, 29), DAY, date(2025, 12, 31), date(2026, 1, 1))


@pytest.fixture(scope="module")
def odense() -> Rammevaerk:
    return rv.load("odense-2022")


@pytest.mark.parametrize("share", SHARES)
def test_odense_reads_the_same_on_random_aktiviteter(share: int, odense: Rammevaerk) -> None:
    random, compiled = Random(share), Compiled(odense)
    seen: set[tuple[str, Udfald]] = set()
    for number in range(EACH):
        known = random.choice((0.4, 0.7, 0.9, 1.0))
        aktivitet = bound(aktivitet_from(_drawn(random, odense, known, number)), odense, DAY)
        for day in (DAY, random.choice(DAYS)):
            found, _ = direct.evaluate(odense, aktivitet, day)
            assert compiled.evaluate(aktivitet, day) == found, (day, aktivitet)
            assert compiled.handling(aktivitet, day) == found.handling, (day, aktivitet)
            seen |= set(found.udfald.items())
    assert len(seen) > 2 * len(odense.regler), "too few udfald were met"


def _drawn(random: Random, ramme: Rammevaerk, known: float, number: int) -> dict[str, Any]:
    """A random aktivitet of the whole contract: each fact drawn by its kind."""
    facts = [fact for fact in CATALOGUE.values() if fact.key not in ("id", "titel", "status")]
    found = {fact.key: _value(random, fact, ramme, known) for fact in facts if random.random() < known}
    if "start" in found and "slut" in found and found["slut"] < found["start"]:
        found["start"], found["slut"] = found["slut"], found["start"]
    own = {f.key: _value(random, f, ramme, known) for f in ramme.egne.values() if random.random() < known}
    status = random.choice(("forslag", "i gang", "afsluttet"))
    return {"id": f"a-{number}", "titel": "x", "status": status, **found, "egne": own}


def _value(random: Random, fact: Oplysning, ramme: Rammevaerk, known: float) -> Any:
    kind = fact.kind
    if kind.skoen:
        return {"svar": random.random() < 0.7, "dato": _day(random)} if random.random() < 0.8 else random.random() < 0.7
    if kind.fields:
        return [_record(random, fact, ramme, known) for _ in range(random.randrange(4))]
    if kind.art == "liste":
        names = ramme.opslag.get(fact.name, ("a", "b", "c"))
        return random.sample(names, random.randrange(3))
    makers: dict[str, Any] = {
        "ja/nej": lambda: random.random() < 0.5,
        "dato": lambda: _day(random),
        "valg": lambda: random.choice(kind.options),
        "tal": lambda: f"{random.randrange(1, 9)} {'kr.' if kind.unit == RESOURCE else kind.unit}",
        "tekst": lambda: "00.05.01" if fact.key == "kle" else random.choice(PLACES),
    }
    return makers[kind.art]()


PLACES = ("Odense", "Odense C", "Svendborg", "Nyborg", "Aarhus")


def _record(random: Random, fact: Oplysning, ramme: Rammevaerk, known: float) -> dict[str, Any]:
    """A record; an evaluering says what it found or has amounts, never both, for those could disagree."""
    left_out = random.choice(({"bidrag"}, {"investering", "udbytte"})) if fact.key == "evalueringer" else set[str]()
    chosen = [f for f in fact.kind.fields if f.key not in left_out and random.random() < (known + 1) / 2]
    return {field.key: _value(random, field, ramme, known) for field in chosen}


def _day(random: Random) -> date:
    """Days on both sides of the vurderingsdato, of an evaluation a year old, and of a leap day."""
    near = (DAY, date(2023, 6, 1), date(2023, 2, 28), date(2024, 2, 29))
    return random.choice(near) + timedelta(random.choice((-400, -30, -1, 0, 0, 1, 30, 400)))
