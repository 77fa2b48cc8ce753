"""Random rule sets that reach what only SQL has to think about: rates, wide arithmetic, lists that look outwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from generator import DAYS, Generator
from pydantic import ValidationError

from rammevaerk.facts.aktivitet import CATALOGUE, Aktivitet, Evaluering, Skoen
from rammevaerk.facts.kinds import DATE, TEXT, YES_NO, Kind, Oplysning
from rammevaerk.facts.units import Maengde
from rammevaerk.model import expression as e
from rammevaerk.model.klausul import Klausul, Parameter, Periode, Vaerdi

if TYPE_CHECKING:
    from rammevaerk.model.rammevaerk import Rammevaerk

UNITS = ("kr.", "kr.", "EUR", "timer", "årsværk")
AMOUNTS = tuple(Decimal(n) for n in ("0", "0.01", "1", "7.46", "1500000", "-3", "250000"))
WIDE = {
    o.name: o
    for o in (
        Oplysning("flyttet", "flyttet", "flyttet", Kind("tal", "måneder"), own=True),
        Oplysning("frist i dage", "frist i dage", "frist_i_dage", Kind("tal", "dage"), own=True),
        Oplysning("pris", "pris", "pris", Kind("tal", "kr./time"), own=True),
        Oplysning("begyndt", "begyndt", "begyndt", DATE, own=True),
        Oplysning("lovet", "lovet", "lovet", YES_NO, own=True),
        Oplysning("ledelsens ja", "ledelsens ja", "ledelsens_ja", Kind("ja/nej", skoen=True), own=True),
        Oplysning("steder", "steder", "steder", Kind("liste", element=TEXT), own=True),
    )
}
VALUES: dict[str, tuple[Any, ...]] = {
    "flyttet": tuple(Maengde(Decimal(n), "måneder") for n in (0, 1, -13, 200000, -200000)),
    "frist i dage": tuple(Maengde(Decimal(n), "dage") for n in (0, 30, -366, 9999999, -9999999)),
    "pris": tuple(Maengde(n, "kr./time") for n in AMOUNTS),
    "begyndt": (*DAYS, date.min, date.max, date(2024, 2, 29), date(2024, 12, 31)),
    "lovet": (True, False),
    "ledelsens ja": (Skoen(svar=True), Skoen(svar=False, dato=DAYS[2]), Skoen(svaret_af="chef")),
    "steder": ((), ("a",), ("a", "b", "a")),
}
RATES = {"timepris": ("1", "485.5"), "årsværk i timer": ("1", "1628"), "eurokurs": ("1", "7.46")}


class Wide(Generator):
    """As `Generator`, and further."""

    def _leaf(self, rules: tuple[str, ...], fields: tuple[Oplysning, ...]) -> e.Expression:
        if self.random.random() < 0.6:
            return super()._leaf(rules, fields)
        made = [self._own, self._moved_far, self._one_of, self._large]
        if rules:
            made.append(lambda _: e.Outcome(self.random.choice(rules), "uafklaret"))
        if not fields:
            made += [self._looks_out(rules), self._of_texts, self._bidrag, self._is_known]
        return self.random.choice(made)(fields)

    def _own(self, _: tuple[Oplysning, ...]) -> e.Expression:
        fact = e.Fact(WIDE[self.random.choice(("lovet", "ledelsens ja"))])
        wanted = self.random.choice((None, True, False))
        return fact if wanted is None else e.Compare("=", fact, e.Constant(wanted))

    def _moved_far(self, _: tuple[Oplysning, ...]) -> e.Expression:
        name, unit = self.random.choice((("flyttet", "måneder"), ("frist i dage", "dage")))
        moved = e.Arithmetic(self.random.choice("+-"), e.Fact(WIDE["begyndt"]), e.Fact(WIDE[name]), unit)
        other = self.random.choice((e.Today(), e.Constant(date.max), e.Constant(date.min), e.Fact(WIDE["begyndt"])))
        return e.Compare(self.random.choice("=<≤"), *self.random.sample((moved, other), 2))

    def _one_of(self, fields: tuple[Oplysning, ...]) -> e.Expression:
        values = tuple(self.random.sample((*AMOUNTS, Decimal("0.3")), self.random.randint(0, 3)))
        return e.Member(self.number(1, fields), values)

    def _large(self, fields: tuple[Oplysning, ...]) -> e.Expression:
        left = e.Arithmetic(self.random.choice("+-*/"), e.Fact(WIDE["pris"]), self.number(1, fields))
        return e.Compare(self.random.choice("=<≤"), *self.random.sample((left, self.number(1, fields)), 2))

    def _looks_out(self, rules: tuple[str, ...]) -> Any:
        def made(_: tuple[Oplysning, ...]) -> e.Expression:
            listing = self.listing(self.random.choice(("videndelinger", "investeringer")))
            asked = (e.Outcome(self.random.choice(rules), "opfyldt"),) if rules and listing.recent is None else ()
            out = self.random.choice((*asked, e.Fact(WIDE["lovet"]), e.Known(e.Fact(CATALOGUE["kerneopgaver"]))))
            where = self.random.choice((e.And, e.Or))((listing.where, out)) if listing.where else out
            number = e.Constant(Decimal(self.random.choice((1, 2))))
            return e.AtLeast(number, replace(listing, where=where))

        return made

    def _of_texts(self, _: tuple[Oplysning, ...]) -> e.Expression:
        fact = e.Fact(self.random.choice((WIDE["steder"], CATALOGUE["kerneopgaver"])))
        where = self.random.choice((None, e.Member(e.Element(TEXT), e.Parameter("kendte"))))
        number = self.random.choice((e.Constant(Decimal(2)), e.Fact(WIDE["pris"]), e.Parameter("beløb")))
        return self.random.choice(
            (
                e.AtLeast(number, e.Listing(fact, where)),
                e.Compare("=", e.Count(e.Listing(fact, where)), e.Constant(Decimal(1))),
            )
        )

    def _bidrag(self, _: tuple[Oplysning, ...]) -> e.Expression:
        bidrag = next(f for f in CATALOGUE["evalueringer"].kind.fields if f.key == "bidrag")
        same = e.Compare("=", e.Field(bidrag), e.Constant(self.random.choice(("mindre", "lige så meget", "mere"))))
        return e.AtLeast(e.Constant(Decimal(1)), e.Listing(e.Fact(CATALOGUE["evalueringer"]), same))

    def _is_known(self, _: tuple[Oplysning, ...]) -> e.Expression:
        names = ("emne", "borgerværdi", "evalueringer", "id")
        fact = self.random.choice((*(CATALOGUE[name] for name in names), *WIDE.values()))
        return e.Known(e.Fact(fact))

    def rammevaerk(self, rules: int = 4) -> Rammevaerk:
        """With rates of the day, rules about the rammeværk itself, questions, and a klausul that no rule decides."""
        made = super().rammevaerk(rules)
        regler = tuple(
            replace(regel, om_rammen=self.random.random() < 0.2, spoergsmaal=self.random.choice(("", "Hvad nu?")))
            for regel in made.regler
        )
        advice = tuple(
            replace(
                one,
                klausul=self.random.choice(("", *made.klausuler)),
                handling=self.random.choice((one.handling, one.handling, "afvent")),
            )
            for one in made.indstillinger
        )
        loose = {
            "løs.1": Klausul("løs.1", "skal", self.random.choice(("skøn", "oplysning"))),
        }
        return replace(
            made,
            regler=regler,
            indstillinger=advice,
            klausuler={**made.klausuler, **loose},
            parametre={**made.parametre, **self._rates()},
            egne={**made.egne, **WIDE},
            gaelder=self.random.choice([Periode()] * 15 + [Periode(DAYS[2])]),
        )

    def _rates(self) -> dict[str, Parameter]:
        found = {}
        for name, values in RATES.items():
            value = Decimal(self.random.choice(values))
            # Without the price of a day, some amounts cannot be measured then.
            period = self.random.choice([Periode()] * 4 + [Periode(DAYS[1])])
            found[name] = Parameter(name, Kind("tal"), (Vaerdi(period, value),))
        return found

    def aktivitet(self, unknown: float) -> Aktivitet:
        made = super().aktivitet(unknown)
        own = {name: value for name, values in VALUES.items() if (value := self._known(values, unknown)) is not None}
        changes: dict[str, Any] = {"egne": {**(made.egne or {}), **own}}
        if made.investeringer:
            changes["investeringer"] = tuple(
                one.model_copy(update={"maengde": self._amount(unknown)}) for one in made.investeringer
            )
        if made.evalueringer:
            changes["evalueringer"] = tuple(self._evaluering(one, unknown) for one in made.evalueringer)
        return made.model_copy(update=changes)

    def _amount(self, unknown: float) -> Maengde | None:
        tal = self._known(AMOUNTS, unknown)
        return None if tal is None else Maengde(tal, self.random.choice(UNITS))

    def _evaluering(self, one: Evaluering, unknown: float) -> Evaluering:
        """With amounts, where these do not contradict what was recorded; `bidrag` then follows from them."""
        recorded = self.random.choice((one.bidrag, None))
        try:
            return Evaluering(
                dato=one.dato, bidrag=recorded, investering=self._amount(unknown), udbytte=self._amount(unknown)
            )
        except ValidationError:
            return one
