"""Several rammeværkers answers to one aktivitet as plain Danish text: what differs first, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from rammevaerk.explanation.sammenligning import weighty
from rammevaerk.explanation.values import UNKNOWN
from rammevaerk.facts.dates import write_date
from rammevaerk.facts.numbers import counted
from rammevaerk.model.resultat import Udfald
from rammevaerk.names import listed, spoken
from rammevaerk.presentation.page import Page
from rammevaerk.presentation.telling import Telling, opposite
from rammevaerk.presentation.text import MARKS, fact_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rammevaerk.explanation.sammenligning import Brug, Oplysningsbrug, Sammenligning

_BRIEF: Final = (Udfald.IKKE_RELEVANT, Udfald.IKKE_I_KRAFT)
_Row = tuple[str, Udfald, str]
"""Which klausul, its udfald, and what is said of it."""
_SHOWN: Final = 3
"""So many elements of a list are told."""


def write_comparison(sammenligning: Sammenligning, page: Page = Page()) -> str:  # noqa: B008 - a page is frozen
    """The answers side by side, why they differ, and what each alone asks for."""
    return "\n".join(_Writing(sammenligning, page).lines())


def write_agreement(ens: int, total: int) -> str:
    """Of how many aktiviteter the answers were the same."""
    return f"{total} aktiviteter: {ens} med ens svar og {total - ens} med forskellige."


@dataclass(frozen=True)
class _Writing:
    """One text under way; what has been told once is not told again."""

    of: Sammenligning
    page: Page

    @cached_property
    def plan(self) -> Telling:
        return Telling(self.of)

    def lines(self) -> Iterator[str]:
        yield from self._answers()
        yield from self._why()
        yield from self._shared()
        for name in self.of.kun:
            yield from self._alone(name)
        yield from self._read_alike()
        yield from self._missing()
        yield from self._also_read()
        editions = [f"{name} {one.udgave[:12]}" for name, one in self.of.vurderinger.items()]
        yield from ("", self.page.hanging("Udgaver: ", ", ".join(editions)))

    def _heading(self, text: str) -> str:
        return self.page.heading(self.page.hanging("", text))

    # What each answers

    def _answers(self) -> Iterator[str]:
        of, page = self.of, self.page
        yield self._heading(of.titel)
        yield page.hanging("", f"{of.aktivitet} · vurderet den {write_date(of.dato)}")
        yield from ("", self._heading(f"Svarene er {'ens' if of.ens else 'ikke ens'}"))
        widest = max(map(len, of.handlinger.values()))
        for name, handling in of.handlinger.items():
            yield page.hanging(f"  {handling:<{widest}}  ", f"{name}: {self._carried(name)}")

    def _carried(self, name: str) -> str:
        """The klausuler an answer rests on; or in words why there is none."""
        found = self.of.baerende[name]
        if found:
            return listed(list(found))
        said = [one.tekst for one in self.of.vurderinger[name].indstilling.begrundelser]
        return " ".join(said) or "Ingen indstilling passer på aktiviteten."

    # Facts, and the klausuler that stand opposite each other over them

    def _why(self) -> Iterator[str]:
        if not self.of.aarsager:
            return
        yield from ("", self._heading("Det afhænger svarene af" if self.of.ens else "Derfor er svarene ikke ens"))
        yield from (
            line for found in sorted(self._together(self.plan.turning), key=self._alike) for line in self._told(found)
        )
        rows: dict[_Row, list[str]] = {}
        for one in (one for one in self.of.aarsager if not one.oplysninger):
            follows = f" Det følger af {listed(list(one.foelger_af))}." if one.foelger_af else ""
            row = (f"{one.klausul} afgør svaret", one.udfald, f"{one.begrundelse}{follows}")
            rows.setdefault(row, []).append(one.rammevaerk)
        yield from ("", *self._lines(rows)) if rows else ()

    def _shared(self) -> Iterator[str]:
        apart = [found for found in self._together(self.plan.shared) if not self._alike(found)]
        if apart:
            word = "Andre oplysninger" if self.plan.turning else "Oplysninger"
            yield from ("", self._heading(f"{word}, som flere af dem spørger om"))
            yield from (line for found in apart for line in self._told(found))

    def _read_alike(self) -> Iterator[str]:
        alike = [found for found in self._together(self.plan.shared) if self._alike(found)]
        if alike:
            yield from ("", self._heading("Oplysninger, som de alle læser ens"))
        for found in alike:
            klausuler = ", ".join(f"{MARKS[udfald]} {klausul}" for klausul, udfald, _ in self._rows(found))
            yield from (self.page.hanging("  ", f"{one.navn}: {_value(one.brug)} · {klausuler}") for one in found)

    def _together(self, keys: tuple[str, ...]) -> Iterator[list[Oplysningsbrug]]:
        """Facts that the same klausuler read, which are told together."""
        together: dict[tuple[tuple[str, Brug], ...], list[Oplysningsbrug]] = {}
        for one in (one for one in self.of.oplysninger if one.oplysning in keys):
            same = tuple((name, replace(brug, vaerdi=None, mangler=False)) for name, brug in one.brug.items())
            together.setdefault(same, []).append(one)
        return iter(together.values())

    def _told(self, facts: list[Oplysningsbrug]) -> Iterator[str]:
        """The facts, what each rammeværk makes of them, and who does not ask about them."""
        yield from ("", *self._known(facts))
        yield from self._lines(self._rows(facts))
        silent = [name for name in self.of.vurderinger if name not in facts[0].brug]
        if silent:
            yield self.page.hanging("      ", f"{listed(silent)} spørger ikke om det.")

    def _rows(self, facts: list[Oplysningsbrug]) -> dict[_Row, list[str]]:
        """What is said of the facts, and by whom: layers and editions of one rammeværk often say the same."""
        rows: dict[_Row, list[str]] = {}
        for name, brug in facts[0].brug.items():
            for row in self._readings(name, brug, {one.oplysning for one in facts}):
                rows.setdefault(row, []).append(name)
        return rows

    def _alike(self, facts: list[Oplysningsbrug]) -> bool:
        """Whether all of them say the very same of the facts."""
        return all(len(names) == len(self.of.vurderinger) for names in self._rows(facts).values())

    def _known(self, facts: list[Oplysningsbrug]) -> Iterator[str]:
        """What is known of the facts; those of which nothing is, in one line."""
        unknown = [one.navn for one in facts if not any(brug.vaerdi is not None for brug in one.brug.values())]
        if unknown:
            yield self.page.hanging("  ", f"{listed(unknown)}: {UNKNOWN}")
        for one in facts:
            if one.navn not in unknown:
                yield self.page.hanging("  ", f"{one.navn}: {_value(one.brug)}")

    def _readings(self, name: str, brug: Brug, facts: set[str]) -> Iterator[_Row]:
        """What one rammeværk makes of the facts."""
        answer = self.of.vurderinger[name].klausuler
        causes = [one for one in self.of.aarsager if one.rammevaerk == name and facts & {*one.oplysninger}]
        deciding = {one.klausul for one in causes}
        brief: dict[tuple[Udfald, str], list[str]] = {}
        for id_ in sorted(opposite(brug), key=lambda id_: id_ not in deciding):
            klausul = answer[id_]
            apart = [one for one in causes if one.klausul == id_ and one.begrundelse not in klausul.begrundelse]
            for one in apart:
                yield f"{id_} afgør svaret", one.udfald, one.begrundelse
            if klausul.udfald in _BRIEF:
                brief.setdefault((klausul.udfald, str(klausul.udfald)), []).append(id_)
            else:
                label = f"{id_} afgør svaret" if id_ in deciding and not apart else id_
                yield label, klausul.udfald, klausul.begrundelse
        for id_ in self.plan.following(name, brug):
            brief.setdefault((answer[id_].udfald, "følger heraf"), []).append(id_)
        for (udfald, said), ids in brief.items():
            yield ", ".join(ids), udfald, said

    def _lines(self, rows: Mapping[_Row, list[str]]) -> Iterator[str]:
        for (klausul, udfald, said), names in rows.items():
            yield self.page.hanging(f"    {MARKS[udfald]} ", f"{listed(names)} {klausul}: {said}")

    # What each alone asks for

    def _alone(self, name: str) -> Iterator[str]:
        """The klausuler without a counterpart; those that nothing more can be said of are only named."""
        klausuler, shown = self.of.kun[name], self.plan.in_full[name]
        if not klausuler:
            return
        width = max(map(len, shown), default=0)
        yield from ("", self._heading(f"Kun i {name}: {counted(len(klausuler), 'klausul', 'klausuler')}"))
        for id_ in shown:
            klausul = self.of.vurderinger[name].klausuler[id_]
            yield self.page.hanging(f"  {MARKS[klausul.udfald]} {id_:<{width}}  ", klausul.begrundelse)
            yield from (self.page.hanging("      ", said) for said in self._facts_first_at(name, id_))
        named = [id_ for id_ in klausuler if id_ not in shown]
        if named:
            yield self.page.hanging("  ", f"Nævnt ovenfor: {', '.join(named)}.")

    def _facts_first_at(self, name: str, klausul: str) -> Iterator[str]:
        """The facts that are first told at that klausul."""
        here = (one for one in self.of.oplysninger if self.plan.alone.get(one.oplysning) == (name, klausul))
        return (f"{one.navn}: {_value(one.brug)}" for one in here)

    # What is missing, and for whom

    def _missing(self) -> Iterator[str]:
        waiting: dict[tuple[str, ...], list[str]] = {}
        for key, names in self.of.mangler.items():
            waiting.setdefault(names, []).append(key)
        for names, keys in sorted(waiting.items(), key=lambda one: -len(one[0])):
            who = f"kun for {names[0]}" if len(names) == 1 else f"for {listed(list(names))}"
            whom = "for dem alle" if len(names) == len(self.of.vurderinger) else who
            yield from ("", self._heading(f"{counted(len(keys), 'oplysning', 'oplysninger')} mangler {whom}"))
            mangler = {spoken(one.navn): one for one in self.of.vurderinger[names[0]].mangler}
            for mangel in (mangler[spoken(self.plan.by_key[key].navn)] for key in keys):
                asked = mangel.spoergsmaal or f"Hvad er {mangel.navn}?"
                yield self.page.hanging("  ? ", f"{mangel.navn}: {asked}")

    def _also_read(self) -> Iterator[str]:
        """What is read in passing: no klausul that has been told of rests on it."""
        weighing = {name: weighty(one) for name, one in self.of.vurderinger.items()}
        told = {*self.plan.told_facts, *self.plan.alone, *self.of.mangler}
        left = [one for one in self.of.oplysninger if one.oplysning not in told]
        if left:
            yield from ("", self._heading("Andre oplysninger, som klausulerne læser"))
        for one in left:
            yield self.page.hanging("  ", f"{one.navn}: {_value(one.brug)}")
            readers = {name: [*brug.klausuler, *brug.laeser] for name, brug in one.brug.items()}
            mattering = {name: [id_ for id_ in ids if id_ in weighing[name]] for name, ids in readers.items()}
            shown = mattering if any(mattering.values()) else readers
            said = (f"{name} {', '.join(ids)}" for name, ids in shown.items() if ids)
            yield self.page.hanging("      ", "; ".join(said))


def _value(brug: Mapping[str, Brug]) -> str:
    """What is known; where two rammeværker read it differently, by each."""
    said = {name: _short(one.vaerdi) for name, one in brug.items()}
    if len(set(said.values())) == 1:
        return next(iter(said.values()))
    return "; ".join(f"{text} ({name})" for name, text in said.items())


def _short(value: object) -> str:
    """A fact in a line; of a long list the first and how many more."""
    if isinstance(value, list) and len(value) > _SHOWN:
        return f"{fact_in_words(value[:_SHOWN])} og {len(value) - _SHOWN} til"
    return UNKNOWN if value is None else fact_in_words(value)
