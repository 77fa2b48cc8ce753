"""`følg`: what happens to aktiviteter is told, and what that turns is warned of."""

from __future__ import annotations

import json
import sys
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from rammevaerk.cli.arguments import Arguments, Option, Verb
from rammevaerk.cli.judging import DATO, RAMME, read_dato
from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.facts.numbers import counted
from rammevaerk.names import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rammevaerk.cli.haendelser import Fortalt, Haendelser
    from rammevaerk.journal.kanal import Kanal
    from rammevaerk.journal.post import Post
    from rammevaerk.journal.store import Journal
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.watch.indberetning import Indberetning
    from rammevaerk.watch.overvaagning import Overvaagning

_FAULTY: Final = 1
_TOGETHER: Final = 500
"""Hændelser that are told at once."""
_LISTED: Final = 40
"""Aktiviteter that are told of one by one in the end."""
_JOURNAL: Final = Option("journal", "journalen, alt skrives i; uden den huskes intet bagefter", "FIL", "j")
_FORMAT: Final = Option(
    "format", "tekst (som standard) eller json, en linje for hvert varsel", "FORMAT", "f", ("tekst", "json")
)
_FRA_JOURNAL: Final = Option("fra-journal", "se først på alt det, journalen ved i forvejen")
_TIL: Final = Option("til", "fil eller adresse på samme maskine, som varslerne også skal til", "FIL|URL")
_VENT: Final = Option("vent", "bliv ved, mens filen vokser; stop med Ctrl+C")
_ABOUT: Final = """
Læser, hvad der sker med aktiviteterne, en hændelse på hver linje, og siger til, når noget vender:
en indstilling eller en klausul, en frist, der nærmer sig eller er overskredet, et skøn, der er
for gammelt, eller en oplysning, der er blevet væk. Hvert varsel siger hvorfor. Kommer en rettelse
eller en hændelse for sent, tages de varsler tilbage, der ikke skulle have været der.

Hændelserne er oplyst, evalueret, investeret, udbytte, videndelt, rettet, bortfaldet, besluttet,
fraveget og dag. Hvordan de skrives, står i docs/overvaagning.md. Skriv - for det, der sendes ind.

En fil læses helt igennem, før noget gemmes. Er der fejl, siges de alle, og koden er 2. Med --vent
og for det, der sendes ind, springes en linje med fejl over; den siges, og koden er 1 til sidst.
Det er den også, hvis modtageren i --til ikke tog imod; varslerne venter så til næste gang.

Eksempel:
  rammevaerk følg hændelser.jsonl --ramme odense-2022 --journal journal.db
"""


def _run(arguments: Arguments) -> int:
    with ExitStack() as rooms:
        given = _read(arguments)
        place = arguments.one("journal") or str(Path(rooms.enter_context(TemporaryDirectory())) / "journal.db")
        return _follow(given, place, arguments)


@dataclass(frozen=True)
class _Given:
    """What is followed, by what, and until when; `name` is the rammeværk as it was written."""

    name: str
    ramme: Rammevaerk
    dato: date
    haendelser: Haendelser | None
    growing: bool


def _read(arguments: Arguments) -> _Given:
    from rammevaerk.cli.haendelser import STDIN, Haendelser
    from rammevaerk.loading import load, shipped

    faults: list[Diagnostic] = []
    dato = read_dato(arguments.one("dato"), faults)
    names = arguments.every("ramme")
    if len(names) != 1:
        known = listed([f"--ramme {one}" for one in shipped()], "eller")
        faults.append(Diagnostic("B005", "skriv netop ét rammeværk", f"fx {known}"))
    if len(arguments.words) > 1 or not (arguments.words or "fra-journal" in arguments.values):
        faults.append(Diagnostic("B005", "skriv netop én fil med hændelser", "eller «-» for det, der sendes ind"))
    if ("fra-journal" in arguments.values or arguments.one("til")) and not arguments.one("journal"):
        faults.append(Diagnostic("B005", "ingen journal", "skriv fx «--journal journal.db»"))
    if faults:
        raise Refused(faults)
    ramme = load(names[0])
    haendelser = Haendelser(arguments.words[0], ramme) if arguments.words else None
    growing = "vent" in arguments.values or arguments.words == (STDIN,)
    if haendelser and not growing and (wrong := haendelser.faults()):
        raise Refused(wrong)
    return _Given(names[0], ramme, dato, haendelser, growing)


def _follow(given: _Given, place: str, arguments: Arguments) -> int:
    from rammevaerk.journal.modtagere import kanal_to
    from rammevaerk.journal.store import Journal
    from rammevaerk.loading import read_udgave
    from rammevaerk.watch.overvaagning import Overvaagning

    with Journal(place) as journal:
        journal.keep(read_udgave(given.name), _now())
        watch = Overvaagning(given.ramme, journal)
        if watch.missing:
            print(f"Overvågningen vurderer uden durable-rules: {watch.missing}.", file=sys.stderr)
        kanal = kanal_to(arguments.one("til")) if arguments.one("til") else None
        following = _Following(watch, journal, arguments.one("format") == "json", kanal)
        if "fra-journal" in arguments.values:
            following.told(watch.renew(_now()))
        if given.haendelser and given.growing:
            following.grow(given.haendelser, given.dato, fixed=bool(arguments.one("dato")))
        elif given.haendelser:
            following.whole(given.haendelser)
        following.reach(given.dato)
        following.end(given.dato)
        return _FAULTY if following.faulty else 0


@dataclass
class _Following:
    """A watch that is told of things, and tells of what they turn."""

    watch: Overvaagning
    journal: Journal
    as_json: bool
    kanal: Kanal | None = None
    faulty: int = 0
    haendelser: int = 0
    varsler: int = 0
    aktiviteter: dict[str, None] = field(default_factory=dict)
    last: int = 0

    def __post_init__(self) -> None:
        self.last = self.journal.hoved().nummer

    def whole(self, haendelser: Iterable[Fortalt]) -> None:
        """A file whose faults are known to be none, many lines at a time."""
        from rammevaerk.cli.progress import watched

        some: list[Indberetning] = []
        for one in watched(haendelser, "Følger"):
            if isinstance(one, date):
                self.tell(some)
                self.reach(one)
                some = []
            else:
                some.append(one)
            if len(some) >= _TOGETHER:
                self.tell(some)
                some = []
        self.tell(some)

    def grow(self, haendelser: Haendelser, day: date, *, fixed: bool) -> None:
        """Line by line. The day that has come is today's, unless one was said."""
        self.reach(day)
        for one in haendelser.growing():
            if isinstance(one, Refused):
                self.faulty += 1
                self._wrong(one)
            elif isinstance(one, date):
                self.reach(one)
            elif one is not None:
                self._tell_one(one)
            elif not fixed:
                self.reach(date.today())  # noqa: DTZ011 - the day where the caseworker sits
            sys.stdout.flush()

    def _tell_one(self, one: Indberetning) -> None:
        try:
            self.tell([one])
        except Refused as refused:
            self.faulty += 1
            self._wrong(refused)

    def _wrong(self, refused: Refused) -> None:
        for fault in refused.diagnostics:
            print(fault, file=sys.stderr)

    def tell(self, some: list[Indberetning]) -> None:
        """Tell the watch, and tell of what it turned."""
        if some:
            self.haendelser += len(some)
            self.aktiviteter |= dict.fromkeys(one.post.aktivitet for one in some)
            self.told(self.watch.tell(some, _now()))

    def reach(self, day: date) -> None:
        """Say that a day has come, and tell of what it turned."""
        self.told(self.watch.reach(day, _now()))

    def told(self, count: int) -> None:
        """Tell of the varsler there are since the last time, on the page and to the receiver."""
        if not count:
            return
        for post in self.journal.entries(kind="varsel", after=self.last):
            self.last = post.nummer
            if post.indhold["detaljer"].get("rammeværk") == self.watch.ramme.id:
                self.varsler += 1
                self._say(post)
        self._deliver()

    def _deliver(self) -> None:
        """Those the receiver has not got; where it does not take them, they wait for the next time."""
        if self.kanal:
            try:
                self.journal.deliver(self.kanal, _now)
            except Refused as refused:
                self.faulty += 1
                self._wrong(refused)

    def _say(self, post: Post) -> None:
        from rammevaerk.facts.dates import write_date
        from rammevaerk.journal.lines import as_json
        from rammevaerk.presentation.page import page_for

        if self.as_json:
            print(json.dumps(as_json(post), ensure_ascii=False))
            return
        day = write_date(post.virkning) if post.virkning else ""
        print(page_for(sys.stdout).hanging(f"{day}  ", str(post.indhold["tekst"])))

    def end(self, day: date) -> None:
        """How it stands in the end, in text."""
        if self.as_json:
            return
        for line in self._ended(day):
            print(line)

    def _ended(self, day: date) -> Iterable[str]:
        from rammevaerk.facts.dates import write_date
        from rammevaerk.watch.tilstand import HANDLING

        haendelser = counted(self.haendelser, "hændelse", "hændelser")
        yield f"\n{haendelser} fulgt til den {write_date(day)}. {counted(self.varsler, 'varsel', 'varsler')}."
        stands = {id_: self.watch.forloeb(id_, _now()).at(day).tilstand.get(HANDLING) for id_ in self.aktiviteter}
        counts = Counter(str(one or "kan ikke vurderes") for one in stands.values())
        if stands:
            yield f"Sådan står de nu: {listed([f'{count} {handling}' for handling, count in sorted(counts.items())])}."
        if len(stands) <= _LISTED:
            width = max(map(len, stands), default=0)
            yield from (
                f"  {id_:<{width}}  {handling or 'kan ikke vurderes'}" for id_, handling in sorted(stands.items())
            )


def _now() -> datetime:
    return datetime.now(UTC)


VERB: Final = Verb(
    name="følg",
    words="FIL --ramme NAVN [--journal FIL] [--dato DATO] [VALG]…",
    summary="følg hændelser, og bliv varslet, når noget vender",
    about=_ABOUT,
    options=(RAMME, DATO, _JOURNAL, _FRA_JOURNAL, _TIL, _VENT, _FORMAT),
    run=_run,
)
