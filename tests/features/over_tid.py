"""The sentences of a scenario over time: what happens to the aktivitet, told to a watch as it happens."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from pytest_bdd import parsers, then, when

from rammevaerk.journal.store import Journal
from rammevaerk.loading import load, read_udgave
from rammevaerk.watch.indberetning import read_indberetning
from rammevaerk.watch.overvaagning import Overvaagning

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rammevaerk.watch.forloeb import Vending

TID = datetime(2024, 1, 1, tzinfo=UTC)
SLAGS = "indstillingen|klausulen|fristen|skønnet|oplysningen"
OM = {"indstillingen": "handling", "klausulen": "klausul", "fristen": "frist", "skønnet": "skøn"}


@dataclass
class Foelge:
    """A watch of one aktivitet; its journal lies in the test's own folder."""

    folder: Path
    watch: Overvaagning | None = None
    kept: list[Journal] = field(default_factory=list)

    def begin(self, sag: Any) -> Overvaagning:
        """The watch, which is first told all that the scenario said before anything happened."""
        if self.watch is None:
            journal = Journal(self.folder / "journal.db")
            self.kept.append(journal)
            journal.keep(read_udgave(sag.mappe), TID)
            self.watch = sag.overvaagning = Overvaagning(load(sag.mappe), journal)
        return self.watch

    @property
    def vendinger(self) -> tuple[Vending, ...]:
        assert self.watch, "skriv først «Når dette sker:»"
        return self.watch.standing("aktiviteten")

    @property
    def taget_tilbage(self) -> list[dict[str, Any]]:
        assert self.watch, "skriv først «Når dette sker:»"
        said = [post.indhold["detaljer"] for post in self.watch.journal.entries(kind="varsel")]
        by_number = {post.nummer: post.indhold["detaljer"] for post in self.watch.journal.entries(kind="varsel")}
        return [
            by_number[one["tager tilbage"]] | {"på grund af": one["hændelse"]} for one in said if "slags" not in one
        ]


@pytest.fixture
def foelge(tmp_path: Path) -> Iterator[Foelge]:
    found = Foelge(tmp_path)
    yield found
    for journal in found.kept:
        journal.close()


def sentence(pattern: str) -> parsers.re:
    return parsers.re(rf"{pattern}$")


def day(text: str) -> date:
    return datetime.strptime(text, "%d.%m.%Y").date()  # noqa: DTZ007 - a day has no zone


@when(sentence(r"overvågningen begynder den (?P<dato>\S+)"))
def _(sag: Any, foelge: Foelge, dato: str) -> None:
    """What has been said of the aktivitet so far is known from this day."""
    told = {key: value for key, value in sag.fakta.items() if key != "id" and not (key == "egne" and not value)}
    line = {"id": "begyndelsen", "hændelse": "oplyst", "aktivitet": "aktiviteten", "dato": dato, "oplysninger": told}
    tell(sag, foelge, line)
    foelge.begin(sag).reach(day(dato), TID)


@when("dette sker:")
def _(sag: Any, foelge: Foelge, datatable: list[list[str]]) -> None:
    """One thing on each line; what is told of it stands as «navn: værdi», and several apart by semicolons."""
    keys, *rows = datatable
    for row in rows:
        cells = {("dato" if key == "dag" else key): cell for key, cell in zip(keys, row, strict=True) if cell}
        told = dict(pair.split(": ", 1) for pair in cells.pop("oplysninger", "").split("; ") if pair)
        facts: dict[str, Any] = {"egne": {}}
        for name, said in told.items():
            record = cells["hændelse"] in ("evalueret", "videndelt", "investeret", "udbytte") or "som" in cells
            facts |= {name: said} if record else {}
            if not record:
                sag.say(name, sag.read(name, said), facts)
        known = {key: value for key, value in facts.items() if key != "egne" or value}
        line = cells | {"aktivitet": "aktiviteten"} | ({"oplysninger": known} if told else {})
        tell(sag, foelge, line)


def tell(sag: Any, foelge: Foelge, line: dict[str, Any]) -> None:
    import json

    watch = foelge.begin(sag)
    found = read_indberetning(json.dumps(line), "scenariet", 1, watch.ramme.egne)
    assert not isinstance(found, date)
    watch.reach(found.post.virkning, TID)
    watch.tell([found], TID)


@when(sentence(r"overvågningen når til (?P<dato>\S+)"))
def _(sag: Any, foelge: Foelge, dato: str) -> None:
    foelge.begin(sag).reach(day(dato), TID)


@then(sentence(rf"står disse varsler om (?P<slags>{SLAGS})(?: (?P<navn>.+))?:"))
def _(foelge: Foelge, slags: str, navn: str | None, datatable: list[list[str]]) -> None:
    """All of them: the day, before, after, and what that day did it; nothing where the days alone did."""
    _, *rows = datatable
    found = [one for one in foelge.vendinger if (one.slags, one.navn) == (OM.get(slags, "oplysning"), navn or "")]
    assert [[one.dag.strftime("%d.%m.%Y"), one.foer, one.efter, one.aarsag] for one in found] == rows


@then(sentence(rf"står der intet varsel om (?P<slags>{SLAGS})(?: (?P<navn>.+))?"))
def _(foelge: Foelge, slags: str, navn: str | None) -> None:
    wanted = (OM.get(slags, "oplysning"), navn or "")
    assert [one for one in foelge.vendinger if (one.slags, one.navn) == wanted] == []


@then(sentence(r"er varslet om, at indstillingen blev (?P<handling>\S+), taget tilbage på grund af (?P<id>\S+)"))
def _(foelge: Foelge, handling: str, id: str) -> None:  # noqa: A002 - the word of the sentence
    found = [(one["slags"], one["efter"], one["på grund af"]) for one in foelge.taget_tilbage]
    assert ("handling", handling, id) in found, found
