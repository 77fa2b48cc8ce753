"""Many aktiviteter judged together: each asked once and let go, then one answer for each rule and group."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.explanation.asking import ask, questions_of
from rammevaerk.explanation.judge import grundlag_of
from rammevaerk.explanation.portefoelje import (
    Gruppevurdering,
    Portefoeljemangel,
    Portefoeljeregelvurdering,
    Portefoeljevurdering,
)
from rammevaerk.explanation.values import measures, question_of
from rammevaerk.explanation.weighing import Weighing
from rammevaerk.facts.dates import write_date
from rammevaerk.model.portefoelje import Mindsteandel
from rammevaerk.model.resultat import Udfald, combined
from rammevaerk.names import danish_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from rammevaerk.explanation.asking import Post
    from rammevaerk.facts.aktivitet import Aktivitet
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.portefoelje import Portefoeljeregel
    from rammevaerk.model.rammevaerk import Rammevaerk


Given = TypeVar("Given")
"""An aktivitet as the caller has it."""


@dataclass
class _Kept:
    """What is kept for one rule: a post for each aktivitet that may count, and the name of every group there is."""

    posts: list[Post] = field(default_factory=list)
    grupper: dict[str, None] = field(default_factory=dict)

    def add(self, post: Post) -> None:
        if post.gruppe is not None:
            self.grupper[post.gruppe] = None
        if post.blandt is not False:
            self.posts.append(post)


def judge_portefoelje(
    ramme: Rammevaerk, given: Iterable[Given], day: date, read: Callable[[Given], Aktivitet]
) -> Portefoeljevurdering:
    """The answer of every rule about the portfolio. What is given is gone through once, each `read` as it comes.

    Of each aktivitet only the answers to the rules' questions are kept. Their order does not matter. Raises `Refused`
    with every fault of all of them, an id that is used twice among them: it would be counted twice.
    """
    faults: list[Diagnostic] = []
    kept = {regel.id: _Kept() for regel in ramme.portefoelje if ramme.in_force(regel, day)}
    asked = tuple(questions_of(regel) for regel in ramme.portefoelje if regel.id in kept)
    count = 0
    for aktivitet in each_once(given, read, faults):
        count += 1
        for each, post in zip(kept.values(), ask(ramme, aktivitet, day, asked), strict=True):
            each.add(post)
    if faults:
        raise Refused(faults)
    regler = tuple(_regel(ramme, regel, day, kept.get(regel.id)) for regel in ramme.portefoelje)
    return Portefoeljevurdering(ramme.id, ramme.titel, ramme.udgave, day, count, regler)


def each_once(
    given: Iterable[Given], read: Callable[[Given], Aktivitet], faults: list[Diagnostic]
) -> Iterator[Aktivitet]:
    """Each aktivitet that can be used; the faults of the others are noted, an id that is used twice among them."""
    seen: set[str] = set()
    for one in given:
        try:
            aktivitet = read(one)
        except Refused as refused:
            faults += refused.diagnostics
            continue
        if aktivitet.id in seen:
            help_ = "giv hver aktivitet sit eget id, eller slet gentagelsen"
            faults.append(Diagnostic("F011", f"id «{aktivitet.id}» bruges af flere aktiviteter", help_))
        seen.add(aktivitet.id)
        yield aktivitet


def _regel(ramme: Rammevaerk, regel: Portefoeljeregel, day: date, kept: _Kept | None) -> Portefoeljeregelvurdering:
    if kept is None:
        begrundelse = f"Reglen er ikke i kraft den {write_date(day)}."
        grupper: tuple[Gruppevurdering, ...] = (Gruppevurdering("", False, Udfald.IKKE_I_KRAFT, begrundelse),)  # noqa: FBT003 - read as the fields stand
    else:
        grupper = tuple(_grupper(ramme, regel, day, kept))
    return Portefoeljeregelvurdering(
        id=regel.id,
        klausul=regel.klausul,
        styrke=regel.styrke,
        udfald=combined(gruppe.udfald for gruppe in grupper),
        grundlag=grundlag_of(ramme.klausuler[regel.klausul]),
        for_hver=regel.for_hver.name if regel.for_hver else "",
        blandt=regel.blandt.origin if regel.blandt else "",
        krav="" if isinstance(regel.krav, Mindsteandel) else regel.krav.origin,
        andel=regel.andel.origin if regel.andel else "",
        mindst=regel.krav.parameter if isinstance(regel.krav, Mindsteandel) else "",
        hensyn=tuple(filter(None, [regel.fortolkning, *measures(ramme, regel.id, day)])),
        grupper=grupper,
    )


def _grupper(ramme: Rammevaerk, regel: Portefoeljeregel, day: date, kept: _Kept) -> Iterator[Gruppevurdering]:
    """One answer for all, or one for each group; those that may belong to any are reckoned with in every one."""
    posts = sorted(kept.posts, key=lambda post: post.aktivitet.id)
    if regel.for_hver is None:
        yield Weighing(ramme, regel, day, "", tuple((post, post.blandt) for post in posts)).vurdering()
        return
    loose = [post for post in posts if post.gruppe is None]
    members: dict[str, list[tuple[Post, bool | None]]] = {name: [] for name in kept.grupper}
    for post in posts:
        for name in (post.gruppe,) if post.gruppe is not None else kept.grupper:
            members[name].append((post, None if post.gruppe is None else post.blandt))
    for name in sorted(members, key=lambda one: (danish_order(one), one)):
        yield Weighing(ramme, regel, day, name, tuple(members[name])).vurdering()
    if loose:
        yield _ungrouped(ramme, regel.for_hver, loose)


def _ungrouped(ramme: Rammevaerk, for_hver: Oplysning, loose: list[Post]) -> Gruppevurdering:
    """Those that may belong to any group; together they are none, so nothing can be said of them."""
    said = (
        f"Det er ikke oplyst, hvor aktiviteterne hører til ({for_hver.name}). "
        "De regnes med som uafklarede alle de andre steder."
    )
    missing: dict[Oplysning, list[Post]] = {}
    for post in loose:
        for fact in post.mangler[0]:
            missing.setdefault(fact, []).append(post)
    mangler = tuple(
        Portefoeljemangel(fact.key, fact.name, question_of(ramme, fact), tuple(post.aktivitet for post in posts))
        for fact, posts in missing.items()
    )
    return Gruppevurdering("", True, Udfald.UAFKLARET, said, maaske=len(loose), mangler=mangler)  # noqa: FBT003 - read as the fields stand
