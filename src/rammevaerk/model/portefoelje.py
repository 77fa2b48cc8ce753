"""Rules about many aktiviteter together, and the share of them that something holds for.

A rule asks each aktivitet some questions and then one of all the answers. So an engine meets no new node: the answers
are the records of a list called `aktiviteter`, and a question is a sentence on one aktivitet, as in any other rule.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from rammevaerk.facts.kinds import YES_NO, Kind, Oplysning
from rammevaerk.model.klausul import ALWAYS, Periode, Tekst

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from rammevaerk.model.expression import Expression
    from rammevaerk.model.klausul import Styrke

AKTIVITETER: Final = Oplysning("aktiviteter", "aktiviteter", "aktiviteter", Kind("liste"), singular="aktivitet")
"""The list that a krav about the portfolio asks of."""

DECIDED: Final = ("tilvælg", "fravælg", "fortsæt", "afslut", "ingen")
HANDLING: Final = Oplysning("handling", "handling", "handling", Kind("valg", options=DECIDED), own=True)
"""What is recommended for the aktivitet. While that is `afvent` it is unknown, for the missing facts can turn it."""

LIVES_UP: Final = "lever op til rammeværket"
"""No rule of strength skal is breached; unknown while one of them is uafklaret."""

TAELLER_MED: Final = Oplysning("tæller med", "tæller_med", "taeller_med", YES_NO)
"""Of a record: whether the aktivitet counts, here and in this group."""


UNSAID: Final = Tekst(())


def svar(number: int, kind: Kind = YES_NO) -> Oplysning:
    """Of a record: the answer to the question of that number."""
    return Oplysning(f"svar {number}", f"svar_{number}", f"svar_{number}", kind)


def asked(field: Oplysning) -> int:
    """The number of the question that such a field holds the answer to."""
    return int(field.attribute.removeprefix("svar_"))


@dataclass(frozen=True, slots=True)
class Mindsteandel:
    """At least this share, a parameter in pct., of the aktiviteter that count have a yes to the first question."""

    parameter: str


@dataclass(frozen=True, slots=True)
class Portefoeljeregel:
    """How a klausul is decided from many aktiviteter together."""

    id: str
    klausul: str
    styrke: Styrke
    om_aktiviteten: tuple[Expression, ...]
    """What each aktivitet is asked. Its record holds the answers, `svar(0)`, `svar(1)` and so on."""
    krav: Expression | Mindsteandel
    """What is asked of the records, in the list `AKTIVITETER`."""
    blandt: Expression | None = None
    """Which aktiviteter count; without it all do."""
    for_hver: Oplysning | None = None
    """The fact that parts the aktiviteter in groups, each with an answer of its own."""
    gaelder: Periode = ALWAYS
    opfyldt: Tekst = UNSAID
    ikke_opfyldt: Tekst = UNSAID
    uafklaret: Tekst = UNSAID
    fortolkning: str = ""
    ramme: str = ""
    """The rammeværk it stands in, where that is one this is laid on top of."""

    @property
    def andel(self) -> Expression | None:
        """What the share is of; None where a krav is made in a sentence."""
        return self.om_aktiviteten[0] if isinstance(self.krav, Mindsteandel) else None

    @property
    def sentences(self) -> tuple[Expression, ...]:
        """Every expression of the rule."""
        krav = () if isinstance(self.krav, Mindsteandel) else (self.krav,)
        return (*((self.blandt,) if self.blandt else ()), *self.om_aktiviteten, *krav)


@dataclass(frozen=True, slots=True)
class Andel:
    """How many of the aktiviteter something holds for: of those that surely count, and of those that may.

    Exact at both ends: some completion of the facts gives the lowest share, another the highest.
    """

    ja: int = 0
    nej: int = 0
    uafklaret: int = 0
    maaske_ja: int = 0
    maaske_nej: int = 0
    maaske_uafklaret: int = 0

    @property
    def sure(self) -> int:
        """How many surely count."""
        return self.ja + self.nej + self.uafklaret

    @property
    def open(self) -> int:
        """How many are open: whether they count, or whether it holds for them."""
        return self.uafklaret + self.maaske_ja + self.maaske_nej + self.maaske_uafklaret

    @property
    def antal(self) -> int:
        """How many count or may count."""
        return self.ja + self.nej + self.open

    @property
    def lavest(self) -> Fraction | None:
        """The least it can be while something counts; None where nothing can."""
        whole = self.sure + self.maaske_nej + self.maaske_uafklaret
        return Fraction(self.ja, whole) if whole else Fraction(1) if self.maaske_ja else None

    @property
    def hoejest(self) -> Fraction | None:
        """The most it can be while something counts; None where nothing can."""
        whole = self.sure + self.maaske_ja + self.maaske_uafklaret
        return Fraction(whole - self.nej, whole) if whole else Fraction(0) if self.maaske_nej else None

    def reaches(self, percent: Decimal) -> bool | None:
        """Whether it reaches so many pct.; unknown while the two ends disagree, or nothing can count."""
        if self.lavest is None or self.hoejest is None:
            return None
        return True if self.lavest * 100 >= percent else False if self.hoejest * 100 < percent else None


_NAMES: Final = {True: "ja", False: "nej", None: "uafklaret"}


def andel_of(found: Iterable[tuple[bool | None, bool | None]]) -> Andel:
    """The share, from whether each aktivitet counts and whether it holds for it."""
    said = (("" if member else "maaske_") + _NAMES[holds] for member, holds in found if member is not False)
    return Andel(**Counter(said))
