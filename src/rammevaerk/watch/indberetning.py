"""What is told to the watch, one JSON object on a line; every fault of it at its place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, cast, get_args

from rammevaerk.diagnostics import Diagnostic, Refused, Unreadable, did_you_mean
from rammevaerk.documents import Mapping, Node, Scalar, Sequence, tree_of_json
from rammevaerk.explanation.binding import bound
from rammevaerk.facts.dates import read_date
from rammevaerk.facts.json_reading import of_tree
from rammevaerk.facts.reading import aktivitet_from
from rammevaerk.journal.contents import Beslutning, Fravigelse, Haendelse, facts_of
from rammevaerk.model.klausul import Handling
from rammevaerk.names import fold, listed, spoken
from rammevaerk.watch.fortalt import ADDING, CORRECTING, FALLEN

if TYPE_CHECKING:
    from collections.abc import Mapping as Facts

    from rammevaerk.diagnostics import Span
    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.rammevaerk import Rammevaerk

DAY: Final = "dag"
"""That days have passed, up to and including one."""
_TOLD: Final = "oplyst"
_DECIDED: Final = {"besluttet": Beslutning, "fraveget": Fravigelse}
_FACTS: Final = (_TOLD, *ADDING)
ARTER: Final = (*_FACTS, CORRECTING, FALLEN, *_DECIDED, DAY)
"""What a line can tell of."""
_ALWAYS: Final = ("hændelse", "dato")
_ABOUT: Final = (*_ALWAYS, "id", "aktivitet")
_NEEDED: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(_FACTS, (*_ABOUT, "oplysninger")),
    CORRECTING: (*_ABOUT, "retter", "oplysninger"),
    FALLEN: (*_ABOUT, "retter"),
    "besluttet": (*_ABOUT, "handling", "hvem"),
    "fraveget": (*_ABOUT, "handling", "hvem", "rolle", "hvorfor"),
    DAY: _ALWAYS,
}
_ALLOWED: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys((*_FACTS, FALLEN), ("tekst",)),
    CORRECTING: ("som", "tekst"),
    "besluttet": ("rolle", "hvorfor", "klausul"),
    "fraveget": ("klausul",),
    DAY: (),
}


class Indberetning(NamedTuple):
    """Something told to the watch, by an id of its own: the same id again is the same thing again."""

    id: str
    post: Haendelse | Beslutning


def read_indberetning(text: str, source: str, line: int, egne: Facts[str, Oplysning]) -> Indberetning | date:
    """What a line tells, or the day that has come. Raises `Refused` with every fault of the line.

    `egne` are the own facts of the rammeværk that watches: they say what is personal.
    """
    tree = tree_of_json(text, source, (line, 1))
    if not isinstance(tree, Mapping):
        raise Refused([Diagnostic("H001", "linjen er ikke en hændelse", "skriv et objekt: {…}", tree.span)])
    reading = _Reading(_in_full(tree))
    found = reading.found(egne)
    if found is None or reading.faults:
        raise Refused(reading.faults)
    return found


def _in_full(tree: Mapping) -> Mapping:
    """The same with æ, ø and å in those keys of ours that were written without."""
    ours = {fold(key): key for keys in (*_NEEDED.values(), *_ALLOWED.values()) for key in keys}
    items = ((replace(key, text=ours.get(fold(key.text), key.text)), node) for key, node in tree.items)
    return Mapping(tuple(items), tree.span)


@dataclass
class _Reading:
    """One line on its way, with the faults found so far."""

    tree: Mapping
    faults: list[Diagnostic] = field(default_factory=list)

    def found(self, egne: Facts[str, Oplysning]) -> Indberetning | date | None:
        if self.tree.get("hændelse") is None:
            self._missing("hændelse")
        art = self._word("hændelse", ARTER)
        if not art:
            return None
        self._refuse_keys(art)
        dato = self._date()
        if art == DAY:
            return dato
        post = self._decided(art, dato) if art in _DECIDED else self._happened(art, dato, egne)
        return Indberetning(self._text("id"), post) if post else None

    def _happened(self, art: str, dato: date | None, egne: Facts[str, Oplysning]) -> Haendelse | None:
        hvad = (self._word("som", _FACTS) or _TOLD) if art == CORRECTING else art
        told = self._facts(hvad, dato) if art != FALLEN else {}
        if self.faults or dato is None:
            return None
        texts = {"tekst": self._text("tekst"), "retter": self._text("retter")}
        return Haendelse(self._text("aktivitet"), told, virkning=dato, egne=egne, hvad=hvad, **texts)

    def _decided(self, art: str, dato: date | None) -> Beslutning | None:
        handling = self._word("handling", get_args(Handling))
        words = {key: self._text(key) for key in ("hvem", "rolle", "hvorfor", "klausul")}
        if self.faults or dato is None:
            return None
        return _DECIDED[art](self._text("aktivitet"), cast("Handling", handling), hvornaar=dato, **words)

    # The facts

    def _facts(self, hvad: str, dato: date | None) -> Facts[str, object]:
        """The facts as a file holds them; of what adds a record, a list of that one record."""
        given = self.tree.get("oplysninger")
        if given is None:
            return {}
        if not isinstance(given, Mapping):
            self._wrong("oplysninger", "er ikke et objekt", "skriv {…} med oplysningerne")
            return {}
        if id_ := given.key("id"):
            self._fault("H001", "«id» kan ikke stå i «oplysninger»", "skriv aktivitetens id i «aktivitet»", id_.span)
        about = given if hvad == _TOLD else self._record(given, ADDING[hvad], dato)
        needed = {"id": self._text("aktivitet") or "-", "titel": "-", "status": "forslag"}
        held = {spoken(key.text) for key, _ in about.items}
        added = [(Scalar(key, given.span), Scalar(said, given.span, plain=False)) for key, said in needed.items()]
        whole = Mapping((*(pair for pair in added if pair[0].text not in held), *about.items), given.span)
        try:
            read = facts_of(of_tree(whole))
        except Refused as refused:
            self.faults += refused.diagnostics
            return {}
        return {key: value for key, value in read.items() if key not in needed or (key != "id" and key in held)}

    def _record(self, given: Mapping, key: str, dato: date | None) -> Mapping:
        """The one record in its list; without a date of its own it is of the day it happened."""
        dated = any(spoken(name.text) == "dato" for name, _ in given.items)
        day = () if dated or not dato else ((Scalar("dato", given.span), Scalar(str(dato), given.span, plain=False)),)
        record = Mapping((*given.items, *day), given.span)
        return Mapping(((Scalar(key, given.span), Sequence((record,), given.span)),), given.span)

    # The keys

    def _refuse_keys(self, art: str) -> None:
        known = (*_NEEDED[art], *_ALLOWED[art])
        for wrote, _ in self.tree.items:
            if wrote.text not in known:
                help_ = did_you_mean(wrote.text, known) or f"«{art}» har {listed([f'«{one}»' for one in known])}"
                self._fault("H001", f"ukendt nøgle «{wrote.text}»", help_, wrote.span)
        for key in _NEEDED[art]:
            if self.tree.get(key) is None:
                self._missing(key)
        for key in ("id", "aktivitet", "retter", "hvem", "rolle", "hvorfor"):
            if self.tree.get(key) is not None and not self._text(key).strip():
                self._wrong(key, "er ikke en tekst", "skriv den i anførselstegn")

    def _missing(self, key: str) -> None:
        self._fault("H002", f"«{key}» mangler", f"tilføj «{key}»", self.tree.span)

    def _date(self) -> date | None:
        if self.tree.get("dato") is None:
            return None
        try:
            return read_date(self._text("dato").strip())
        except Unreadable as unreadable:
            self._fault("H003", unreadable.message, unreadable.help, self._place("dato"))
            return None

    def _word(self, key: str, known: tuple[str, ...]) -> str:
        """One of those words; empty where it is another, or not there."""
        node = self.tree.get(key)
        if node is None:
            return ""
        said = node.text if isinstance(node, Scalar) else "…"
        if said in known:
            return said
        help_ = did_you_mean(said, known) or f"skriv en af {listed([f'«{one}»' for one in known])}"
        self._fault("H003", f"«{said}» kan ikke stå i «{key}»", help_, self._place(key))
        return ""

    def _text(self, key: str) -> str:
        node = self.tree.get(key)
        return node.text if isinstance(node, Scalar) and not node.literal else ""

    def _wrong(self, key: str, what: str, help_: str) -> None:
        self._fault("H003", f"«{key}» {what}", help_, self._place(key))

    def _place(self, key: str) -> Span:
        node: Node | None = self.tree.get(key)
        return node.span if node else self.tree.span

    def _fault(self, code: str, message: str, help_: str, span: Span) -> None:
        self.faults.append(Diagnostic(code, message, help_, span))


def unread(ramme: Rammevaerk, one: Indberetning) -> tuple[Diagnostic, ...]:
    """What a rammeværk cannot read of what is told, taken by itself: an unknown goal, an own fact of another."""
    if not isinstance(one.post, Haendelse):
        return ()
    facts = {"titel": "-", "status": "i gang", **one.post.oplysninger, "id": one.post.aktivitet}
    try:
        bound(aktivitet_from(facts), ramme, one.post.virkning or date.max)
    except Refused as refused:
        return refused.diagnostics
    return ()
