"""What happened to each klausul's sentences in another edition of the paper, and which rules that touches."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from rammevaerk.model.expression import Member, walk
from rammevaerk.rulefiles.kilde.aligning import align, unlike
from rammevaerk.rulefiles.kilde.anchors import anchored
from rammevaerk.rulefiles.kilde.matching import find_anchors, in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rammevaerk.model.klausul import Regel
    from rammevaerk.model.portefoelje import Portefoeljeregel
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.rulefiles.kilde.anchors import Anker
    from rammevaerk.rulefiles.kilde.splitting import Papir, Stykke

Aendring = Literal["uændret", "flyttet", "omformuleret", "forsvundet", "ny"]


@dataclass(frozen=True, slots=True)
class Forskel:
    """What happened to one klausul, or with None to words that are no klausul's; `before` where the words are kept."""

    klausul: str | None
    aendring: Aendring
    regler: tuple[str, ...] = ()
    sted: str = ""
    before: str = ""
    now: str = ""


@dataclass(slots=True)
class _Comparison:
    """The anchors, the paper, and what has been found out of each anchor and each new stretch."""

    anchors: Sequence[Anker]
    papir: Papir
    found: dict[int, int]
    changes: dict[int, Aendring] = field(default_factory=dict)
    reworded: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    fresh: list[tuple[int, int]] = field(default_factory=list)

    def run(self) -> None:
        """Every anchor gets its change, every new stretch that is nobody's is left in `fresh`."""
        chain = in_order((i, start, self.anchors[i].ord) for i, start in self.found.items())
        kept = dict(chain)
        strayed = self._strayed()
        for index in range(len(self.anchors)):
            if index not in self.found:
                self.changes[index] = "forsvundet"
            elif index in kept and index not in strayed:
                self.changes[index] = "uændret"
            else:
                self.changes[index] = "flyttet"
        self.fresh = list(self._stretches())
        self._reword(chain)
        self._extended()

    def _strayed(self) -> set[int]:
        """Found anchors that stand under another heading than they did, though their own is still there."""
        headings = [i for i, anchor in enumerate(self.anchors) if anchor.heading and i in self.found]
        under: dict[int, int] = {}
        current = -1
        for index, _ in sorted(self.found.items(), key=lambda pair: pair[1]):
            current = index if self.anchors[index].heading else current
            under[index] = current
        was = {i: headings[n - 1] if (n := bisect_right(headings, i)) else -1 for i in under}
        return {i for i in under if under[i] != was[i] and self._own_heading(i) in self.found}

    def _own_heading(self, index: int) -> int:
        """The nearest heading before an anchor, in the paper as it was."""
        return next((i for i in range(index, -1, -1) if self.anchors[i].heading), -1)

    def _stretches(self) -> Iterator[tuple[int, int]]:
        """The words that are no anchor's, piece by piece."""
        taken = {w for i, start in self.found.items() for w in range(start, start + self.anchors[i].ord)}
        for stykke in self.papir.stykker:
            start = None
            for index in range(stykke.start, stykke.end + 1):
                free = index < stykke.end and index not in taken
                if free and start is None and self.papir.words[index].spoken:
                    start = index
                elif not free and start is not None:
                    yield start, index
                    start = None

    def _reword(self, chain: list[tuple[int, int]]) -> None:
        """Lost anchors and new stretches between the same two neighbours are laid side by side."""
        ends = [*chain, (len(self.anchors), len(self.papir.words))]
        first, low = 0, 0
        for index, start in ends:
            lost = [i for i in range(first, index) if i not in self.found]
            new = [n for n, (a, _) in enumerate(self.fresh) if low <= a < start]
            for gone, came in align(lost, new, self._unlike) if lost and new else ():
                for anchor in gone:
                    self.changes[anchor] = "omformuleret"
                    self.reworded[anchor] = [self.fresh[n] for n in came]
            first, low = index + 1, start
        used = {stretch for stretches in self.reworded.values() for stretch in stretches}
        self.fresh = [stretch for stretch in self.fresh if stretch not in used]

    def _unlike(self, lost: Sequence[int], new: Sequence[int]) -> float:
        before = " ".join(self.anchors[i].tekst for i in lost) if all(self.anchors[i].tekst for i in lost) else ""
        after = " ".join(self.papir.quote(*self.fresh[n]) for n in new)
        widths = sum(self.anchors[i].ord for i in lost), sum(b - a for a, b in (self.fresh[n] for n in new))
        return unlike(before, after, widths)

    def _extended(self) -> None:
        """New words inside the sentence of a found anchor have changed it, though its own words still stand."""
        owner = {w: i for i, start in self.found.items() for w in range(start, start + self.anchors[i].ord)}
        left = []
        for start, end in self.fresh:
            stykke = _piece_of(self.papir, start)
            near = [w for w in range(stykke.start, stykke.end) if w in owner and not self.anchors[owner[w]].heading]
            if near:
                anchor = owner[min(near, key=lambda w: min(abs(w - start), abs(w - end)))]
                self.changes[anchor] = "omformuleret"
                self.reworded.setdefault(anchor, []).append((stykke.start, stykke.end))
            else:
                left.append((start, end))
        self.fresh = left


def compare(ramme: Rammevaerk, anchors: Sequence[Anker], papir: Papir) -> tuple[Forskel, ...]:
    """The klausuler in the rammeværk's order, then words that are no klausul's and have changed, then new ones."""
    comparison = _Comparison(anchors, papir, find_anchors(anchors, papir))
    comparison.run()
    own = anchored(ramme, tuple(anchors))
    known = {index for indexes in own.values() for index in indexes}
    rest = [i for i in range(len(anchors)) if i not in known and comparison.changes[i] != "uændret"]
    return (
        *(_of_klausul(comparison, id_, indexes, touched(ramme, id_)) for id_, indexes in own.items()),
        *(_of_klausul(comparison, None, (index,), ()) for index in rest),
        *(
            Forskel(None, "ny", (), _place(papir, start), "", papir.quote(start, end))
            for start, end in comparison.fresh
        ),
    )


def touched(ramme: Rammevaerk, klausul: str) -> tuple[str, ...]:
    """The rules that decide a klausul, or look up in a parameter or a register of it."""
    parameters = {p.name for p in ramme.parametre.values() if p.klausul == klausul}
    registers = {r.name for r in ramme.registre.values() if r.klausul == klausul}
    rules: tuple[Regel | Portefoeljeregel, ...] = (*ramme.regler, *ramme.portefoelje)
    return tuple(
        regel.id
        for regel in rules
        if regel.klausul == klausul
        or parameters.intersection(ramme.reads[regel.id].parameters)
        or (registers and registers.intersection(looked_up(ramme, regel)))
    )


def looked_up(ramme: Rammevaerk, regel: Regel | Portefoeljeregel) -> Iterator[str]:
    """The registers that a rule looks up in, or that a fact of it takes its values from; they carry the fact's name."""
    for condition in regel.sentences:
        asked = [
            set(node.values) for node in walk(condition) if isinstance(node, Member) and isinstance(node.values, tuple)
        ]
        yield from (register.name for register in ramme.registre.values() if set(register.names) in asked)
    yield from (fact.name for fact in ramme.reads[regel.id].facts)


def _of_klausul(
    comparison: _Comparison, klausul: str | None, indexes: tuple[int, ...], regler: tuple[str, ...]
) -> Forskel:
    """One klausul by its pieces: gone when all are gone, reworded when one is gone or reworded."""
    changes = [comparison.changes[index] for index in indexes]
    if set(changes) == {"forsvundet"}:
        change: Aendring = "forsvundet"
    elif {"omformuleret", "forsvundet"}.intersection(changes):
        change = "omformuleret"
    else:
        change = "flyttet" if "flyttet" in changes else "uændret"
    if change == "uændret":
        return Forskel(klausul, change, regler)
    return _told(
        comparison, klausul, change, [i for i, c in zip(indexes, changes, strict=True) if c != "uændret"], regler
    )


def _told(
    comparison: _Comparison, klausul: str | None, change: Aendring, indexes: list[int], regler: tuple[str, ...]
) -> Forskel:
    """The place and the words of what changed."""
    papir, anchors = comparison.papir, comparison.anchors
    now = [stretch for index in indexes for stretch in comparison.reworded.get(index, ())]
    now += [
        (s, s + anchors[i].ord)
        for i in indexes
        if i not in comparison.reworded and (s := comparison.found.get(i, -1)) >= 0
    ]
    now = sorted(set(now))
    place = _place(papir, now[0][0]) if now else ""
    before = " … ".join(filter(None, (anchors[index].tekst for index in indexes)))
    return Forskel(klausul, change, regler, place, before, " … ".join(papir.quote(a, b) for a, b in now))


def _piece_of(papir: Papir, index: int) -> Stykke:
    return next(stykke for stykke in papir.stykker if stykke.start <= index < stykke.end)


def _place(papir: Papir, index: int) -> str:
    stykke = _piece_of(papir, index)
    where = f"{stykke.afsnit}, " if stykke.afsnit else ""
    what = f"punktum {stykke.punktum}" if stykke.punktum else "overskriften"
    return f"{where}{what} (linje {papir.line(index)})"
