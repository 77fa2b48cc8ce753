"""Equality at the boundary, in øre, from text to udfald: with numbers that a float gets wrong.

`python tests/engines/test_exactness.py 1000000 [first seed]` looks at so many sums and prints the figure.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

import rammevaerk as rv
from rammevaerk.api import bound
from rammevaerk.engines import direct
from rammevaerk.engines.compiled import Compiled
from rammevaerk.facts.aktivitet import Investering
from rammevaerk.facts.kinds import NUMBER
from rammevaerk.facts.reading import read_text
from rammevaerk.facts.units import Maengde
from rammevaerk.model import expression as e
from rammevaerk.model.resultat import Resultat, Udfald

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rammevaerk.model.spor import Spor

DAY = date(2024, 6, 1)
FOLDER = Path(__file__).parent / "oere"
SHARES = range(10)
SUMS = 10_000
"""Of each run of the tests; each is read and judged twice by both engines: at the limit and one øre above it."""

AT_THE_LIMIT = {"øre.højst": True, "øre.er": True, "øre.rest": True, "øre.tredjedel": True, "øre.snit": True}
AN_OERE_ABOVE = dict.fromkeys(AT_THE_LIMIT, False)
AN_OERE_BELOW = AT_THE_LIMIT | {"øre.er": False, "øre.tredjedel": False}


@pytest.fixture(scope="module")
def judged() -> Judged:
    return Judged()


class Judged:
    """What both engines find, and that they find the same."""

    def __init__(self, rules: int = 5) -> None:
        whole = rv.load(FOLDER)
        self.ramme = replace(whole, regler=whole.regler[:rules])
        self._compiled = Compiled(self.ramme)

    def read(self, amounts: list[str], limit: str, day: date = DAY) -> rv.Aktivitet:
        """An aktivitet from JSON text, bound to the rammeværk."""
        records = [{"dato": "2022-01-01", "mængde": amount} for amount in amounts]
        facts = {"id": "a", "titel": "b", "status": "i gang", "investeringer": records, "egne": {"loft": limit}}
        return bound(read_text(json.dumps(facts, ensure_ascii=False))[0], self.ramme, day)

    def __call__(self, aktivitet: rv.Aktivitet, day: date = DAY) -> dict[str, bool]:
        """Which rules are fulfilled."""
        found, _ = direct.evaluate(self.ramme, aktivitet, day)
        assert self._compiled.evaluate(aktivitet, day) == found
        assert self._compiled.handling(aktivitet, day) == found.handling
        assert found.handling == ("fortsæt" if found.udfald["øre.højst"] is Udfald.OPFYLDT else "afslut")
        return fulfilled(found)


def fulfilled(found: Resultat) -> dict[str, bool]:
    assert Udfald.UAFKLARET not in found.udfald.values()
    return {id_: udfald is Udfald.OPFYLDT for id_, udfald in found.udfald.items()}


def kroner(oere: int) -> str:
    """So many øre as Danes write them: `1.234,56 kr.`."""
    whole, rest = divmod(oere, 100)
    return f"{whole:,}".replace(",", ".") + f",{rest:02} kr."


def sums(seed: int) -> Iterator[list[int]]:
    """Random amounts in øre, small ones and large ones."""
    random = Random(seed)
    while True:
        most = random.choice((99, 9_999, 10**7, 10**13))
        yield [random.randint(1, most) for _ in range(random.randint(2, 6))]


def check(judged: Judged, oere: list[int]) -> bool:
    """One sum at its limit and one øre above it. Answers whether a float would have got either wrong."""
    amounts, total = [kroner(one) for one in oere], sum(oere)
    for limit, expected in ((total, AT_THE_LIMIT), (total - 1, AN_OERE_ABOVE)):
        assert judged(judged.read(amounts, kroner(limit))) == expected, (oere, limit)
    return float_errs(oere)


def check_swiftly(judged: Judged, oere: list[int]) -> bool:
    """The same, with the two rules that say it all, and read from text once."""
    aktivitet = judged.read([kroner(one) for one in oere], kroner(sum(oere)))
    assert judged(aktivitet) == {"øre.højst": True, "øre.er": True}, oere
    less = aktivitet.model_copy(update={"egne": {"loft": Maengde(Decimal(sum(oere) - 1).scaleb(-2), "kr.")}})
    assert judged(less) == {"øre.højst": False, "øre.er": False}, oere
    return float_errs(oere)


def float_errs(oere: list[int]) -> bool:
    """Whether sums of floats in kr. answer wrongly at the limit or one øre above it."""
    total, limit = sum(one / 100 for one in oere), sum(oere) / 100
    above = (sum(oere) - 1) / 100
    return not total <= limit or total != limit or total <= above


@pytest.mark.parametrize("share", SHARES)
def test_a_sum_at_the_limit_holds_and_one_oere_above_does_not(share: int, judged: Judged) -> None:
    cases = SUMS // len(SHARES)
    wrong = sum(check(judged, oere) for oere, _ in zip(sums(share), range(cases), strict=False))
    assert wrong > cases / 10, "these numbers would not have found a float"


def test_one_oere_below_the_limit_holds_but_is_not_equal(judged: Judged) -> None:
    for oere, _ in zip(sums(77), range(300), strict=False):
        assert judged(judged.read([kroner(one) for one in oere], kroner(sum(oere) + 1))) == AN_OERE_BELOW, oere


def test_a_tenth_and_two_tenths_are_three_tenths(judged: Judged) -> None:
    for amounts, limit in (
        (["0,1 kr.", "0,2 kr."], "0,3 kr."),
        (["0,10 kr.", "0,20 kr."], "0,30 kr."),
        (["1,1 kr.", "2,2 kr."], "3,3 kr."),
        (["0,7 kr.", "0,1 kr."], "0,80 kr."),
        (["999.999.999.999.999,98 kr.", "0,01 kr."], "999.999.999.999.999,99 kr."),
        (["4,35 mio. kr."], "4.350.000 kr."),
    ):
        assert judged(judged.read(amounts, limit)) == AT_THE_LIMIT, amounts


def test_ten_thousand_amounts_add_up(judged: Judged) -> None:
    """0.1 so many times is 1000.0000000001588 to a float."""
    assert sum([0.1] * 10_000) != 1000
    for amount, limit in ((10, 100_000), (1, 10_000), (333, 3_330_000)):
        amounts = [kroner(amount)] * 10_000
        assert judged(judged.read(amounts, kroner(limit))) == AT_THE_LIMIT
        assert judged(judged.read(amounts, kroner(limit - 1))) == AN_OERE_ABOVE


@pytest.mark.parametrize(
    ("amounts", "before", "after"),
    [
        (["37,1 timer"], "17997.21", "18000.92"),
        (["0,1 timer", "0,2 timer"], "145.53", "145.56"),
        (["0,1 årsværk"], "78979.131", "78995.412"),
        (["0,1 EUR", "0,2 EUR"], "2.23803", "2.23803"),
        (["0,1 kr.", "0,1 EUR", "0,1 timer", "0,1 årsværk"], "79028.48701", "79044.77801"),
    ],
)
def test_working_time_and_euro_become_exact_kroner(amounts: list[str], before: str, after: str, judged: Judged) -> None:
    """The price of an hour rises on 1 January 2024."""
    for day, kroner_ in ((date(2023, 12, 31), before), (date(2024, 1, 1), after)):
        millionths = int(Decimal(kroner_).scaleb(6))
        for more, expected in ((0, AT_THE_LIMIT), (-1, AN_OERE_ABOVE), (1, AN_OERE_BELOW)):
            limit = f"{written(millionths + more, 6)} kr."
            assert judged(judged.read(amounts, limit, day), day) == expected, (amounts, day, limit)


def test_random_conversions_agree_with_whole_numbers(judged: Judged) -> None:
    random = Random(5)
    for _ in range(300):
        hours, euro, years = (random.randint(1, 9_999) for _ in range(3))
        exact = Fraction(hours, 10) * Fraction("485.2") + Fraction(euro, 100) * Fraction("7.4601")
        exact += Fraction(years, 10) * Fraction("1628.1") * Fraction("485.2")
        amounts = [f"{written(hours, 1)} timer", f"{written(euro, 2)} EUR", f"{written(years, 1)} årsværk"]
        millionths = exact * 10**6
        assert millionths.denominator == 1
        for limit, expected in ((0, AT_THE_LIMIT), (-1, AN_OERE_ABOVE), (1, AN_OERE_BELOW)):
            text = f"{written(millionths.numerator + limit, 6)} kr."
            assert judged(judged.read(amounts, text)) == expected, (amounts, text)


def written(number: int, decimals: int) -> str:
    whole, rest = divmod(number, 10**decimals)
    return f"{whole:,}".replace(",", ".") + f",{rest:0{decimals}}"


def test_what_is_divided_and_multiplied_again_is_what_it_was() -> None:
    """A third three times is one, also where no decimal number has that third."""
    random = Random(6)
    numbers = [(Decimal(1), Decimal(3)), (Decimal("0.1"), Decimal(7)), (Decimal(10) ** 20, Decimal("0.3"))]
    numbers += [(Decimal(random.randint(1, 10**9)) / 100, Decimal(random.randint(1, 999)) / 10) for _ in range(2_000)]
    for number, divisor in numbers:
        part = e.Arithmetic("/", e.Constant(number), e.Constant(divisor))
        whole = e.Arithmetic("*", part, e.Constant(divisor))
        thrice = e.Arithmetic("+", e.Arithmetic("+", part, part), part)
        three = e.Arithmetic("*", part, e.Constant(Decimal(3)))
        assert holds(e.Compare("=", whole, e.Constant(number)))
        assert holds(e.Compare("=", thrice, three))
        assert not holds(e.Compare("<", whole, e.Constant(number)))
        assert holds(e.Compare("=", e.Arithmetic("-", whole, e.Constant(number)), e.Constant(Decimal(0))))


def test_products_keep_every_digit() -> None:
    random = Random(7)
    for _ in range(500):
        left, right = (random.randint(1, 10**30) for _ in range(2))
        product = e.Arithmetic("*", e.Constant(Decimal(f"{left}E-9")), e.Constant(Decimal(f"{right}E-9")))
        exact = Decimal(f"{left * right}E-18")
        assert holds(e.Compare("=", product, e.Constant(exact)))
        assert not holds(e.Compare("=", product, e.Constant(Decimal(f"{left * right + 1}E-18"))))


def holds(condition: e.Expression) -> bool:
    """What both engines answer for one condition without facts."""
    from rammevaerk.model.klausul import Klausul, Regel
    from rammevaerk.model.rammevaerk import Rammevaerk

    ramme = Rammevaerk("x", "", "", {"k": Klausul("k", "skal", "regel")}, (Regel("k", "k", "skal", condition),))
    aktivitet = rv.Aktivitet.model_validate({"id": "a", "titel": "b", "status": "i gang"})
    found, _ = direct.evaluate(ramme, aktivitet, DAY)
    assert Compiled(ramme).evaluate(aktivitet, DAY) == found
    return fulfilled(found)["k"]


def test_no_value_on_the_way_is_a_float(judged: Judged) -> None:
    amounts = ["0,1 kr.", "0,2 EUR", "0,3 timer", "1,7 årsværk"]
    _, sporing = direct.evaluate(judged.ramme, judged.read(amounts, "7,45 kr."), DAY)
    values = [value for spor in sporing.regler.values() for value in _values(spor.krav)]
    assert len(values) > 20
    assert not [value for value in values if isinstance(value, float)]


def _values(spor: Spor | None) -> Iterator[Any]:
    if spor is not None:
        yield spor.value
        for part in spor.parts:
            yield from _values(part)


def test_floats_in_the_place_of_amounts_would_be_found(judged: Judged) -> None:
    """The same cases with every amount a float: most of them are refused by decimals or answered wrongly."""
    caught = cases = 0
    for oere, _ in zip(sums(8), range(200), strict=False):
        cases += 1
        records = tuple(Investering.model_construct(dato=DAY, maengde=_float(one)) for one in oere)
        aktivitet = judged.read(["1 kr."], "1 kr.").model_copy(
            update={"investeringer": records, "egne": {"loft": _float(sum(oere))}}
        )
        try:
            caught += judged(aktivitet) != AT_THE_LIMIT
        except TypeError:  # a decimal does not mix with a float
            caught += 1
    assert caught == cases


def _float(oere: int) -> Maengde:
    return Maengde(oere / 100, "kr.")  # type: ignore[arg-type] # that is the point


def test_a_limit_is_no_number_in_the_condition(judged: Judged) -> None:
    assert judged.ramme.egne["loft"].kind.unit == "kr."
    assert judged.ramme.egne["loft"].kind != NUMBER


def main() -> None:
    wanted, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    judged, start, wrong = Judged(rules=2), time.monotonic(), 0
    for number, oere in zip(range(1, wanted + 1), sums(1_000 + seed), strict=False):
        wrong += check_swiftly(judged, oere)
        if number % 50_000 == 0:
            sys.stderr.write(f"{number} summer\n")
    minutes = (time.monotonic() - start) / 60
    sys.stdout.write(f"{wanted} sums, each at its limit and one øre above, by both engines: 0 wrong; ")
    sys.stdout.write(f"a float would have erred in {wrong}; {minutes:.1f} minutes\n")


if __name__ == "__main__":
    main()
