"""What `import rammevaerk` offers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, overload

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.engines import direct
from rammevaerk.explanation import binding, rangering, sammenligning, vurdering
from rammevaerk.explanation import hvadhvis as hvadhvis_
from rammevaerk.explanation import portefoelje as together
from rammevaerk.explanation.comparison import Judged, compare, distinct
from rammevaerk.explanation.frister import aktivitet_frister, ramme_frister
from rammevaerk.explanation.fristvurdering import ordered
from rammevaerk.explanation.judge import explain
from rammevaerk.explanation.together import judge_portefoelje
from rammevaerk.facts.aktivitet import Aktivitet
from rammevaerk.facts.reading import read_aktiviteter, read_all

if TYPE_CHECKING:
    from datetime import date

    from rammevaerk.explanation.fristvurdering import Fristvurdering
    from rammevaerk.explanation.klassificering import Klassificering
    from rammevaerk.explanation.koblinger import Koblingssvar
    from rammevaerk.explanation.portefoeljesvar import Portefoeljesvar
    from rammevaerk.explanation.rapport import Rapport, Sidste
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.model.resultat import Resultat
    from rammevaerk.model.spor import Sporing

TOO_FEW = Diagnostic(
    "B005", "der er kun ét rammeværk at sammenligne", "skriv mindst to, fx --ramme odense-2022 --ramme skanderborg"
)

bound, bound_to_each = binding.bound, binding.bound_to_each


class Vurdering(vurdering.Vurdering):
    """The whole answer, which can also tell itself."""

    def forklar(self, citater: Mapping[str, str] = MappingProxyType({})) -> str:
        """The answer as Danish text: handling, reasons, conditions, every clause, and what is missing.

        With `citater` each clause is also told in the paper's own words; see the function of that name.
        """
        from rammevaerk.presentation.text import write_vurdering

        return write_vurdering(self, citater=citater)


class Sammenligning(sammenligning.Sammenligning):
    """What several rammeværker say of one aktivitet, which can also tell itself."""

    vurderinger: Mapping[str, Vurdering]

    def forklar(self) -> str:
        """As Danish text: the answers side by side, why they differ, and what only one of them asks for."""
        from rammevaerk.presentation.comparison import write_comparison

        return write_comparison(self)


class Portefoeljevurdering(together.Portefoeljevurdering):
    """The answers about many aktiviteter together, which can also tell themselves."""

    def forklar(self) -> str:
        """The answers as Danish text: each rule and group with udfald, reason, figures, and what is missing where."""
        from rammevaerk.presentation.portefoelje import write_portefoelje

        return write_portefoelje(self)


class Hvadhvis(hvadhvis_.Hvadhvis):
    """What other rules would do to a portfolio, which can also tell itself."""

    def forklar(self) -> str:
        """As Danish text: who would get another indstilling and why, what else turns, and what differs in the rules."""
        from rammevaerk.presentation.hvadhvis import write_hvadhvis

        return write_hvadhvis(self)


class Rangering(rangering.Rangering):
    """The order of a portfolio, which can also tell itself."""

    def forklar(self) -> str:
        """As Danish text: what to do first, what waits, and what to end, each place with its reason."""
        from rammevaerk.presentation.rangering import write_rangering

        return write_rangering(self)


def read(*given: Any, rammer: Iterable[Rammevaerk] = ()) -> tuple[Aktivitet, ...]:  # noqa: ANN401 - paths or frames
    """The aktiviteter of facts files (JSON, JSON lines, YAML, Excel, CSV, Parquet) and of frames in memory.

    In tables the own facts of the `rammer` are known by their bare names, and their kinds with them.
    Raises `Refused` with every fault of all of them.
    """
    return read_all(given, [fact for ramme in rammer for fact in ramme.egne.values()])


@overload
def vurder(
    aktivitet: Aktivitet | Mapping[str, Any], ramme: Rammevaerk, dato: date, *, beside: Iterable[Rammevaerk] = ()
) -> Vurdering: ...
@overload
def vurder(
    aktivitet: Iterable[Aktivitet | Mapping[str, Any]],
    ramme: Rammevaerk,
    dato: date,
    *,
    beside: Iterable[Rammevaerk] = (),
) -> list[Vurdering]: ...
def vurder(
    aktivitet: Aktivitet | Mapping[str, Any] | Iterable[Aktivitet | Mapping[str, Any]],
    ramme: Rammevaerk,
    dato: date,
    *,
    beside: Iterable[Rammevaerk] = (),
) -> Vurdering | list[Vurdering]:
    """Judge one aktivitet, or each of several, as it stood on `dato`.

    Under `egne` only what this rammeværk has declared may stand, and what those `beside` it have.
    Raises `Refused` when the facts contradict themselves or name what the rammeværk does not know.
    """
    others = tuple(beside)
    if isinstance(aktivitet, Aktivitet | Mapping):
        return _found(bound(aktivitet, ramme, dato, others), ramme, dato)[0]
    return [_found(bound(one, ramme, dato, others), ramme, dato)[0] for one in aktivitet]


def sammenlign(aktivitet: Aktivitet | Mapping[str, Any], rammer: Iterable[Rammevaerk], dato: date) -> Sammenligning:
    """Judge one aktivitet against several rammeværker, and tell where their answers differ and why.

    A rammeværk that is there twice counts once. Raises `Refused` as `vurder` does, with every fault of all of them,
    and when there is nothing to compare with.
    """
    chosen = distinct(rammer)
    if len(chosen) < 2:  # noqa: PLR2004 - one cannot be compared
        raise Refused([TOO_FEW])
    known = zip(chosen, bound_to_each(aktivitet, chosen, dato), strict=True)
    found = compare([Judged(ramme, one, *_found(one, ramme, dato)) for ramme, one in known])
    return Sammenligning(**vars(found))


def _found(aktivitet: Aktivitet, ramme: Rammevaerk, dato: date) -> tuple[Vurdering, Resultat, Sporing]:
    """The answer for facts that are bound already, and what it was made of."""
    resultat, sporing = direct.evaluate(ramme, aktivitet, dato)
    return Vurdering(**vars(explain(ramme, aktivitet, dato, resultat, sporing))), resultat, sporing


def frister(
    ramme: Rammevaerk, dato: date, aktivitet: Aktivitet | Mapping[str, Any] | None = None
) -> tuple[Fristvurdering, ...]:
    """How each deadline of the rammeværk stands on `dato`, and with an `aktivitet` each of its own besides.

    Those that are overskredne come first, then by their day. Raises `Refused` as `vurder` does.
    """
    own = ramme_frister(ramme, dato)
    if aktivitet is None:
        return own
    return ordered((*own, *aktivitet_frister(ramme, bound(aktivitet, ramme, dato), dato)))


def klassificer(aktivitet: Aktivitet | Mapping[str, Any], ramme: Rammevaerk, dato: date) -> Klassificering:
    """Which class of each typology an aktivitet belongs to by its facts, and whether it is called so.

    Raises `Refused` as `vurder` does.
    """
    from rammevaerk.explanation.klassificering import classified

    return classified(ramme, bound(aktivitet, ramme, dato), dato)


def kobl(aktivitet: Aktivitet | Mapping[str, Any], ramme: Rammevaerk, dato: date) -> Koblingssvar:
    """What the rammeværk's registers have for an aktivitet: every post in its order, with its criteria and reasons.

    Raises `Refused` as `vurder` does.
    """
    from rammevaerk.explanation.koblinger import matched

    return matched(ramme, bound(aktivitet, ramme, dato), dato)


def portefoelje(
    aktiviteter: Iterable[Aktivitet | Mapping[str, Any]],
    ramme: Rammevaerk,
    dato: date,
    *,
    beside: Iterable[Rammevaerk] = (),
) -> Portefoeljevurdering:
    """The answers of the rammeværk's rules about the portfolio, as it stood on `dato`.

    The aktiviteter are gone through once, and only a little is kept of each. Raises `Refused` as `vurder` does, with
    every fault of all of them, an id that is used twice among them: it would be counted twice.
    """
    others = tuple(beside)
    found = judge_portefoelje(ramme, aktiviteter, dato, lambda given: bound(given, ramme, dato, others))
    return Portefoeljevurdering(**vars(found))


def vurder_portefoelje(
    aktiviteter: Any,  # noqa: ANN401 - a path, a frame of any library, or aktiviteter
    ramme: Rammevaerk,
    dato: date,
    *,
    beside: Iterable[Rammevaerk] = (),
    memory: str = "2GB",
) -> Portefoeljesvar:
    """Judge every aktivitet of a portfolio as it stood on `dato`: the answers of `vurder`, all at once and much faster.

    The aktiviteter are a file or a frame of Arrow, pandas or polars, or come one by one and are let go again. DuckDB
    uses so much `memory`; the rest is on disk, in a folder that goes with the answers. Raises `Refused` as `vurder`
    does, with every fault of all of them, an id that is used twice among them, and where the extra `portefoelje` is
    not installed.
    """
    from rammevaerk.explanation.whole_portfolio import Workshop, judge, judge_parts, parts_of
    from rammevaerk.facts.sheets.reading import is_table, read_arrow

    others = tuple(beside)
    workshop = Workshop(memory)
    if not others and is_table(aktiviteter):
        workshop.lend(read_arrow(aktiviteter, ramme.egne, ramme.opslag))
        return judge(ramme, dato, workshop)
    own = [fact for one in (ramme, *others) for fact in one.egne.values()]
    is_file = isinstance(aktiviteter, str | Path) or is_table(aktiviteter)
    given = read_aktiviteter(aktiviteter, own) if is_file else aktiviteter
    parts = parts_of(ramme, given, lambda one: binding.unpriced(one, ramme, others))
    return judge_parts(ramme, parts, dato, workshop)


def ranger(
    aktiviteter: Iterable[Aktivitet | Mapping[str, Any]],
    ramme: Rammevaerk,
    dato: date,
    *,
    beside: Iterable[Rammevaerk] = (),
) -> Rangering:
    """What should be done first of a portfolio, as it stood on `dato`, and what should be ended.

    Raises `Refused` as `portefoelje` does.
    """
    from rammevaerk.explanation.ranking import rank_each

    others = tuple(beside)
    found = rank_each(ramme, aktiviteter, dato, lambda given: bound(given, ramme, dato, others))
    return Rangering(**vars(found))


def rapport(  # noqa: PLR0913 - what it is of, and what it is for
    aktiviteter: Iterable[Aktivitet | Mapping[str, Any]],
    ramme: Rammevaerk,
    dato: date,
    *,
    offentlig: bool = False,
    sidste: Sidste | None = None,
    beside: Iterable[Rammevaerk] = (),
) -> Rapport:
    """The follow-up on a portfolio as it stood on `dato`, as data: what `rammevaerk rapport` prints.

    With `offentlig` no signature, note or other personal value is in it. Raises `Refused` as `portefoelje` does.
    """
    from rammevaerk.explanation.reporting import Opgave, make_rapport

    others = tuple(beside)
    opgave = Opgave(ramme, dato, offentlig, sidste)
    return make_rapport(opgave, aktiviteter, lambda given: bound(given, ramme, dato, others))


def hvadhvis(
    aktiviteter: Iterable[Aktivitet | Mapping[str, Any]], foer: Rammevaerk, nu: Rammevaerk, dato: date
) -> Hvadhvis:
    """What would turn of a portfolio, were the rules `nu` put in the place of `foer`.

    Raises `Refused` as `portefoelje` does, with the faults that either of them finds in the facts.
    """
    return Hvadhvis(**vars(hvadhvis_.what_if(foer, nu, aktiviteter, dato)))
