"""The rules as one generated Python function: the same udfald as `direct`, fast, one aktivitet at a time.

The function is made anew for each stretch of days on which the same rules and values are in force, so that
parameters are constants in it. Three-valued logic is None beside True and False; nothing else is.
Invariant: no text of a rule file reaches the generated source but as a Python literal or a bound constant.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import localcontext
from typing import TYPE_CHECKING, Any, TypeVar

from rammevaerk.engines.python_source import Source, namespace
from rammevaerk.facts.aktivitet import Aktivitet
from rammevaerk.model.exact import EXACT

if TYPE_CHECKING:
    from rammevaerk.model.klausul import Handling, Periode
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.model.resultat import Resultat

Found = TypeVar("Found")
Judge = Callable[[Aktivitet, date], Found]


class Compiled:
    """A rammeværk compiled; each stretch of days is compiled when it is first asked for."""

    def __init__(self, ramme: Rammevaerk) -> None:
        self._ramme = ramme
        self._starts = sorted(set(_turns(ramme)))
        self._judges: dict[int, Judge[Resultat]] = {}
        self._handlings: dict[int, Judge[Handling]] = {}

    def evaluate(self, aktivitet: Aktivitet, day: date) -> Resultat:
        """The udfald of every rule and the handling."""
        stretch = bisect_right(self._starts, day)
        judge = self._judges.get(stretch)
        if judge is None:
            judge = self._judges[stretch] = _judging(self._ramme, day)
        return judge(aktivitet, day)

    def handling(self, aktivitet: Aktivitet, day: date) -> Handling:
        """The handling alone: only what the indstillinger hang on is decided, and no more than needed."""
        stretch = bisect_right(self._starts, day)
        handling = self._handlings.get(stretch)
        if handling is None:
            handling = self._handlings[stretch] = _advising(self._ramme, day)
        return handling(aktivitet, day)


def _turns(ramme: Rammevaerk) -> Iterator[date]:
    """Every day on which something comes into force or goes out of it."""
    perioder: list[Periode] = [ramme.gaelder, *(regel.gaelder for regel in ramme.regler)]
    perioder += [vaerdi.gaelder for parameter in ramme.parametre.values() for vaerdi in parameter.vaerdier]
    for periode in perioder:
        if periode.fra:
            yield periode.fra
        if periode.til and periode.til < date.max:
            yield periode.til + timedelta(1)


def _judging(ramme: Rammevaerk, day: date) -> Judge[Resultat]:
    """The function for the stretch of days that `day` lies in."""
    source = Source(ramme, day)
    return _compiled(source, source.judging())


def _advising(ramme: Rammevaerk, day: date) -> Judge[Handling]:
    """The function of the handling alone."""
    source = Source(ramme, day)
    return _compiled(source, source.advising())


def _compiled(source: Source, text: str) -> Judge[Any]:
    scope = namespace(source.constants)
    exec(compile(text, "<compiled rules>", "exec"), scope)  # noqa: S102 - our own source; rule texts are constants
    judge: Judge[Any] = scope["judge"]
    return _exactly(judge) if source.reckons else judge


def _exactly(judge: Judge[Any]) -> Judge[Any]:
    """The function where no amount is ever rounded; only rules that reckon pay for it."""

    def exact(aktivitet: Aktivitet, day: date) -> Any:  # noqa: ANN401 - what the function answers
        with localcontext(EXACT):
            return judge(aktivitet, day)

    return exact
