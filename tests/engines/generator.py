"""Random typed rammeværker and random partial aktiviteter over small domains, from one seeded source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from rammevaerk.facts.aktivitet import CATALOGUE, Aktivitet, Evaluering, Investering, Skoen, Videndeling
from rammevaerk.facts.kinds import DATE, NUMBER, TEXT, Kind, Oplysning
from rammevaerk.facts.units import Maengde
from rammevaerk.model import expression as e
from rammevaerk.model.klausul import Indstillingsregel, Klausul, Parameter, Periode, Regel, Vaerdi
from rammevaerk.model.rammevaerk import Rammevaerk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

DAYS = (date(2023, 1, 31), date(2024, 6, 1), date(2024, 6, 2), date(2025, 1, 1))
TODAY = DAYS[1]
NUMBERS = (Decimal(0), Decimal("0.1"), Decimal("0.2"), Decimal("0.3"), Decimal(1), Decimal(2))
UNKNOWN_SKOEN = None
SKOEN = (
    Skoen(svar=True),
    Skoen(svar=False),
    Skoen(svar=True, svaret_af="chef", dato=DAYS[0]),
    Skoen(svar=False, svaret_af="chef", dato=DAYS[2]),
)
AMOUNTS = tuple(Maengde(n, "kr.") for n in NUMBERS[1:5])
OWN = Oplysning("tilskud", "tilskud", "tilskud", Kind("tal", "kr."), own=True)
OWN_COUNT = Oplysning("hold", "hold", "hold", NUMBER, own=True)
RATES = tuple(
    Parameter(name, Kind("tal", unit), (Vaerdi(Periode(), Decimal(1)),))
    for name, unit in (("timepris", "kr./time"), ("årsværk i timer", "timer/årsværk"), ("eurokurs", "kr./EUR"))
)
PARAMETERS = (
    Parameter("grænse", NUMBER, (Vaerdi(Periode(), Decimal(1)),)),
    Parameter("beløb", Kind("tal", "kr."), (Vaerdi(Periode(None, DAYS[2]), Decimal("0.3")),)),
    Parameter("interval", Kind("tal", "måneder"), (Vaerdi(Periode(DAYS[0]), Decimal(1)),)),
    Parameter("kendte", Kind("liste", element=TEXT), (Vaerdi(Periode(), ("a",)),)),
    *RATES,
)

SCALARS: dict[str, tuple[Any, ...]] = {
    "type": ("partnerskab", "netværk", "projekt"),
    "retning": ("henter viden", "deler viden"),
    "emne": ("a", "b"),
    "start": DAYS[:3],
    "EU-projekt": (True, False),
    "borgerværdi": SKOEN,
    "gør klogere": SKOEN,
}
OWNS: dict[str, tuple[Any, ...]] = {"tilskud": AMOUNTS[:3], "hold": NUMBERS[3:5]}
RECORDS: dict[str, tuple[type, dict[str, tuple[Any, ...]]]] = {
    "evalueringer": (Evaluering, {"dato": DAYS[:3], "bidrag": ("mindre", "mere")}),
    "videndelinger": (Videndeling, {"dato": DAYS[:3], "kreds": ("intern", "ekstern")}),
    "investeringer": (Investering, {"dato": DAYS[:3], "maengde": AMOUNTS}),
}
TEXTS = {"kerneopgaver": ("a", "b")}
UNKNOWN_LISTS: dict[str, tuple[Any, ...]] = {
    **{
        name: ((), *(((cls(**dict(zip(fields, values, strict=True)))),) for values in product(*fields.values())))
        for name, (cls, fields) in RECORDS.items()
    },
    "kerneopgaver": ((), ("a",), ("b",), ("a", "b")),
}


@dataclass
class Generator:
    """Draws everything from one `Random`."""

    random: Random

    # Expressions

    def condition(self, depth: int, rules: tuple[str, ...] = (), fields: tuple[Oplysning, ...] = ()) -> e.Expression:
        """A yes or no; inside a list when `fields` are given."""
        if depth > 0 and self.random.random() < 0.6:
            kind = self.random.choice(("and", "or", "not"))
            if kind == "not":
                return e.Not(self.condition(depth - 1, rules, fields))
            parts = tuple(self.condition(depth - 1, rules, fields) for _ in range(self.random.choice((2, 2, 3))))
            return e.And(parts) if kind == "and" else e.Or(parts)
        return self._leaf(rules, fields)

    def _leaf(self, rules: tuple[str, ...], fields: tuple[Oplysning, ...]) -> e.Expression:
        makers = [self._order, self._likeness, self._fact, self._dates]
        if rules:
            makers += [lambda _: self._outcome(rules)] * 2
        if not fields:
            makers += [lambda _: self._at_least(), lambda _: self._contains()] * 2
        return self.random.choice(makers)(fields)

    def _fact(self, _: tuple[Oplysning, ...]) -> e.Expression:
        return e.Fact(CATALOGUE[self.random.choice(("EU-projekt", "borgerværdi", "gør klogere"))])

    def _outcome(self, rules: tuple[str, ...]) -> e.Expression:
        return e.Outcome(self.random.choice(rules), self.random.choice(("opfyldt", "ikke opfyldt")))

    def _likeness(self, fields: tuple[Oplysning, ...]) -> e.Expression:
        facts: list[e.Expression] = [e.Fact(CATALOGUE[n]) for n in ("type", "retning", "emne")]
        facts += [e.Field(f) for f in fields if f.kind.art == "valg"] * 3
        if not fields:
            facts.append(e.Latest(e.Field(_field("evalueringer", "bidrag")), e.Listing(_list("evalueringer"))))
        item = self.random.choice(facts)
        values = self._domain(item)
        if self.random.random() < 0.3:
            chosen = tuple(self.random.sample(values, self.random.randint(1, len(values))))
            return e.Member(item, chosen)
        if isinstance(item, e.Fact) and item.fact.name == "emne" and self.random.random() < 0.5:
            return e.Member(item, e.Parameter("kendte"))
        return e.Compare("=", item, e.Constant(self.random.choice(values)))

    @staticmethod
    def _domain(item: e.Expression) -> tuple[Any, ...]:
        if isinstance(item, e.Fact):
            return SCALARS[item.fact.name]
        assert isinstance(item, e.Field | e.Latest)
        name = item.fact.key if isinstance(item, e.Field) else "bidrag"
        return {"bidrag": ("mindre", "mere"), "kreds": ("intern", "ekstern")}[name]

    def _order(self, fields: tuple[Oplysning, ...]) -> e.Expression:
        op = self.random.choice(("=", "<", "≤"))
        left, right = self.number(1, fields), self.number(1, fields)
        return e.Compare(op, left, right)

    def _dates(self, fields: tuple[Oplysning, ...]) -> e.Expression:
        return e.Compare(self.random.choice(("=", "<", "≤")), self._date(fields), self._date(fields))

    def _date(self, fields: tuple[Oplysning, ...]) -> e.Expression:
        day: e.Expression = self.random.choice(
            [e.Fact(CATALOGUE["start"]), e.Today(), e.Constant(self.random.choice(DAYS))]
            + [e.Field(f) for f in fields if f.kind == DATE] * 2
            + (
                []
                if fields
                else [e.Latest(e.Field(_field("videndelinger", "dato")), e.Listing(_list("videndelinger")))]
            )
        )
        if self.random.random() < 0.3:
            unit = self.random.choice(("måneder", "dage"))
            amount: e.Expression = e.Parameter("interval") if unit == "måneder" else e.Constant(Decimal(1))
            return e.Arithmetic(self.random.choice(("+", "-")), day, amount, unit)
        return day

    def number(self, depth: int, fields: tuple[Oplysning, ...] = ()) -> e.Expression:
        """A number; units do not matter to an engine."""
        if depth > 0 and self.random.random() < 0.35:
            op = self.random.choice(("+", "-", "*", "/"))
            return e.Arithmetic(op, self.number(depth - 1, fields), self.number(depth - 1, fields))
        choices: list[e.Expression] = [
            e.Constant(self.random.choice(NUMBERS)),
            e.Parameter(self.random.choice(("grænse", "beløb"))),
            e.Fact(OWN),
            e.Fact(OWN_COUNT),
            *[e.Field(f) for f in fields if f.kind.art == "tal"] * 3,
        ]
        if not fields:
            field = e.Field(_field("investeringer", "mængde"))
            choices += [
                e.Count(self.listing()),
                *[e.Sum(field, self.listing("investeringer"))] * 3,
                e.Latest(field, e.Listing(_list("investeringer"))),
                e.Arithmetic("-", self._date(()), self._date(()), "difference"),
            ]
        return self.random.choice(choices)

    def _at_least(self) -> e.Expression:
        number: e.Expression = e.Constant(Decimal(self.random.choice((1, 1, 1, 2))))
        if self.random.random() < 0.1:
            number = e.Parameter("grænse")
        return e.AtLeast(number, self.listing())

    def _contains(self) -> e.Expression:
        same = e.Compare("=", e.Element(TEXT), e.Constant(self.random.choice(("a", "b"))))
        return e.AtLeast(e.Constant(Decimal(1)), e.Listing(_list("kerneopgaver"), same))

    def listing(self, name: str = "") -> e.Listing:
        """A list, narrowed or not; a dated one only of what has happened, or of the latest dates."""
        name = name or self.random.choice((*RECORDS, "kerneopgaver"))
        fact = _list(name)
        fields = fact.fact.kind.fields
        where = (
            self.condition(1, (), tuple(f for f in fields if f.key != "note")) if self.random.random() < 0.6 else None
        )
        if not fields:
            return e.Listing(fact, e.Compare("=", e.Element(TEXT), e.Constant("a")) if where else None)
        if self.random.random() < 0.25:
            return e.Listing(fact, where, self.random.choice((1, 2)))
        exists = e.Compare("≤", e.Field(_field(name, "dato")), e.Today())
        return e.Listing(fact, e.And((exists, where)) if where else exists)

    # Rammeværker

    def rammevaerk(self, rules: int = 4) -> Rammevaerk:
        """A few rules that may read earlier ones, and a few indstillinger."""
        made: list[Regel] = []
        klausuler: dict[str, Klausul] = {}
        for number in range(1, rules + 1):
            styrke = self.random.choice(("skal", "skal", "bør", "kan"))
            shares = made and made[-1].klausul not in [r.id for r in made] and self.random.random() < 0.5
            klausul = made[-1].klausul if shares else f"k.{number}"
            klausuler.setdefault(klausul, Klausul(klausul, styrke, "regel"))
            id_ = klausul if self.random.random() < 0.5 and not shares else f"{klausul}r{number}"
            known = tuple(r.id for r in made) + tuple(k for k in klausuler if k != klausul)
            naar = self.condition(1, known) if self.random.random() < 0.4 else None
            gaelder = Periode(*self.random.choice([(None, None)] * 18 + [(DAYS[2], None), (None, DAYS[0])]))
            made.append(Regel(id_, klausul, styrke, self.condition(2, known), naar, gaelder))
        every = tuple(r.id for r in made) + tuple(klausuler)
        advice = tuple(
            Indstillingsregel(self.random.choice(("tilvælg", "fravælg", "fortsæt", "ingen")), self.condition(1, every))
            for _ in range(self.random.randint(1, 4))
        )
        return Rammevaerk(
            "tilfældig",
            "",
            "",
            klausuler,
            tuple(made),
            advice,
            {p.name: p for p in PARAMETERS},
            egne={"tilskud": OWN, "hold": OWN_COUNT},
        )

    # Aktiviteter

    def aktivitet(self, unknown: float) -> Aktivitet:
        """An aktivitet in which about that share of the facts is unknown."""
        facts: dict[str, Any] = {
            CATALOGUE[name].attribute: self._known(values, unknown) for name, values in SCALARS.items()
        }
        egne = {name: value for name, values in OWNS.items() if (value := self._known(values, unknown)) is not None}
        for name, (cls, fields) in RECORDS.items():
            size = self._known((0, 1, 1, 2, 3), unknown / 2)
            made = [
                cls.model_construct(
                    **dict.fromkeys(cls.model_fields)
                    | {field: self._known(values, unknown / 2) for field, values in fields.items()}
                )
                for _ in range(size or 0)
            ]
            facts[name] = None if size is None else tuple(made)
        facts["kerneopgaver"] = self._known(UNKNOWN_LISTS["kerneopgaver"], unknown)
        empty = dict.fromkeys(Aktivitet.model_fields)
        return Aktivitet.model_construct(
            **{
                **empty,
                "id": "x",
                "titel": "x",
                "status": self.random.choice(("forslag", "i gang")),
                **facts,
                "egne": egne,
            }
        )

    def _known(self, values: tuple[Any, ...], unknown: float) -> Any:
        return None if self.random.random() < unknown else self.random.choice(values)


def _list(name: str) -> e.Fact:
    return e.Fact(CATALOGUE[name])


def _field(name: str, key: str) -> Oplysning:
    return next(f for f in CATALOGUE[name].kind.fields if f.key == key)


def completions(aktivitet: Aktivitet, random: Random, most: int) -> Iterator[Aktivitet]:
    """Every way to fill in what is unknown; a seeded sample of them when there are more than `most`."""
    gaps: list[tuple[str, tuple[Any, ...]]] = []
    for name, values in SCALARS.items():
        if getattr(aktivitet, CATALOGUE[name].attribute) is None:
            gaps.append((CATALOGUE[name].attribute, values))
    for name, values in OWNS.items():
        if name not in (aktivitet.egne or {}):
            gaps.append((f"egne.{name}", values))
    for name, lists in UNKNOWN_LISTS.items():
        found = getattr(aktivitet, name)
        gaps += [(name, lists)] if found is None else [(name, tuple(_filled(found, name)))] if name in RECORDS else []
    total = 1
    for _, values in gaps:
        total *= len(values)
    if total <= most:
        ways: Iterator[tuple[Any, ...]] = product(*(values for _, values in gaps))
    else:
        ways = (tuple(random.choice(values) for _, values in gaps) for _ in range(most))
    for way in islice(ways, most):
        yield _with(aktivitet, dict(zip((name for name, _ in gaps), way, strict=True)))


def _filled(records: tuple[Any, ...], name: str) -> Iterator[tuple[Any, ...]]:
    """Every way to fill in the unknown fields of the records of a known list."""
    fields = RECORDS[name][1]
    ways = [
        [
            record.model_copy(update=dict(zip(gaps, values, strict=True)))
            for values in product(*(fields[g] for g in gaps))
        ]
        for record in records
        for gaps in [[field for field in fields if getattr(record, field) is None]]
    ]
    yield from islice(product(*ways), 64)


def _with(aktivitet: Aktivitet, values: dict[str, Any]) -> Aktivitet:
    egne = dict(aktivitet.egne or {})
    egne |= {name[5:]: value for name, value in values.items() if name.startswith("egne.")}
    top = {name: value for name, value in values.items() if not name.startswith("egne.")}
    return aktivitet.model_copy(update={**top, "egne": egne})
