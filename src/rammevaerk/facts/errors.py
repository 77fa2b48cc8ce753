"""Pydantic's errors as Danish diagnostics at their place: the one table of both languages."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from rammevaerk.diagnostics import Diagnostic, Span, Unreadable, did_you_mean
from rammevaerk.documents import Mapping, Node, Scalar, Sequence
from rammevaerk.facts.aktivitet import CATALOGUE, SKOEN
from rammevaerk.facts.bidrag import Contradiction
from rammevaerk.facts.kinds import TEXT, Kind, Oplysning
from rammevaerk.facts.numbers import write_count
from rammevaerk.facts.values import LONGEST_LIST, LONGEST_TEXT, MOST_FAULTS
from rammevaerk.names import fold, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic_core import ErrorDetails

Path = tuple[int | str, ...]

_FACTS: Final = {found.attribute: found for found in CATALOGUE.values()}
_OF_SKOEN: Final = {found.attribute: found for found in SKOEN.values()}
_OWN: Final = Kind("liste", element=TEXT, skoen=True)
"""An own fact before its kind is known: it may be a list of texts or a skøn."""
_WANTED: Final = {
    "tekst": "en tekst",
    "valg": "en tekst",
    "dato": "en dato",
    "ja/nej": "ja eller nej",
    "tal": "en mængde",
    "liste": "en liste",
}
_HELP: Final = {
    "tekst": "sæt værdien i anførselstegn",
    "valg": "sæt værdien i anførselstegn",
    "dato": "skriv datoen som «24.12.2025» eller «2025-12-24»",
    "ja/nej": "skriv ja eller nej, eller lad det stå tomt",
    "tal": "skriv tal og enhed, fx «120.000 kr.» eller «37 timer»",
    "liste": "sæt værdierne i firkantede parenteser: [første, anden]",
}


def diagnose(errors: Iterable[ErrorDetails], tree: Node, *, placed: bool = True) -> list[Diagnostic]:
    """Every fault that pydantic found, at its place in the tree; without `placed` only the source is known."""
    looked_up = _Tree(tree)
    found = [_Fault(error, looked_up).diagnostic() for error in islice(_chosen(errors, looked_up), MOST_FAULTS)]
    if placed:
        return found
    return [Diagnostic(one.code, one.message, one.help, Span(tree.span.source)) for one in found]


def _chosen(errors: Iterable[ErrorDetails], tree: _Tree) -> Iterator[ErrorDetails]:
    """One error for each fault: of several alternatives the one that the value resembles."""
    seen: set[Path] = set()
    rest: dict[Path, list[ErrorDetails]] = {}
    for error in errors:
        before, label = _alternative(error["loc"])
        if not label:
            yield error
        elif label == _resembled(tree.at(before)):
            seen.add(before)
            yield error
        else:
            rest.setdefault(before, []).append(error)
    for before, others in rest.items():
        if before not in seen:
            yield others[-1]


def _alternative(loc: Path) -> tuple[Path, str]:
    """The path up to the last alternative, and the alternative's label."""
    for index in range(len(loc) - 1, -1, -1):
        label = loc[index]
        if isinstance(label, str) and label.startswith("§"):
            return loc[:index], label
    return loc, ""


def _resembled(node: Node) -> str:
    if isinstance(node, Mapping):
        return "§post"
    if isinstance(node, Sequence):
        return "§liste"
    if _kind_of_scalar(node) == "tal":
        return "§tal" if set(node.text) & set(".eE") else "§helt"
    return "§tekst"


class _Tree:
    """A positioned tree to look paths up in; a file may have as many faults as keys."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self.indexes: dict[int, dict[str, Node]] = {}

    def at(self, path: Path) -> Node:
        """The node at a path; where the path leaves the tree, the last one on it."""
        node = self.root
        for step in path:
            node = self.child(node, step) or node
        return node

    def child(self, node: Node, step: int | str) -> Node | None:
        """What stands under a key, in either spelling, or at a number."""
        if isinstance(node, Sequence) and isinstance(step, int):
            return node.items[step] if step < len(node.items) else None
        if not isinstance(node, Mapping) or not isinstance(step, str) or step.startswith("§"):
            return None
        if id(node) not in self.indexes:
            folded = {fold(key.text): value for key, value in node.items}
            self.indexes[id(node)] = folded | {key.text: value for key, value in node.items}
        index = self.indexes[id(node)]
        return index.get(step) or index.get(fold(step))


class _Fault:
    """One error of pydantic's, with what it is about."""

    def __init__(self, error: ErrorDetails, tree: _Tree) -> None:
        self.type = error["type"]
        self.cause: Any = error.get("ctx", {}).get("error")
        self.tree = tree
        self.path: Path = tuple(step for step in error["loc"] if not str(step).startswith("§"))
        self.facts = _FACTS
        self.kind = Kind("liste", fields=tuple(CATALOGUE.values()))
        self._follow()
        self.node = tree.at(self.path)

    def _follow(self) -> None:
        """The kind of value expected at the path, and the facts known beside it."""
        for index, step in enumerate(self.path):
            if index == 1 and self.path[0] == "egne":
                self.kind = _OWN
                continue
            if isinstance(step, int):
                self.kind = self.kind.element or Kind("liste", fields=self.kind.fields)
                continue
            if self.kind.fields or self.kind.skoen:
                self.facts = _OF_SKOEN if self.kind.skoen else {one.attribute: one for one in self.kind.fields}
            found: Oplysning | None = self.facts.get(fold(step))
            self.kind = found.kind if found else Kind("tekst")

    def diagnostic(self) -> Diagnostic:
        if isinstance(self.cause, Contradiction):
            return self._said("F010", self.cause, self.tree.child(self.node, self.cause.at) or self.node)
        if isinstance(self.cause, Unreadable):
            return self._said("F007" if self.kind.art == "dato" else "F006", self.cause, self.node)
        return _SAY.get(self.type, _Fault.wrong_kind)(self)

    def _said(self, code: str, cause: Unreadable, node: Node) -> Diagnostic:
        return Diagnostic(code, f"{self.subject()}{cause.message}", cause.help, node.span)

    def subject(self, *, named: bool = True) -> str:
        """The fact a message is about, and which record it stands in; empty for the aktivitet itself."""
        where = [str(step + 1) if isinstance(step, int) else step for step in self.path]
        words = " ".join(f"nr. {step}" if step.isdigit() else step for step in where)
        return f"{words}: " if words and named else words

    def unknown_key(self) -> Diagnostic:
        key = str(self.path[-1])
        parent = self.tree.at(self.path[:-1])
        name = parent.key(key) if isinstance(parent, Mapping) else None
        span = name.span if name else self.node.span
        known = self.facts.get(fold(key))
        if known and isinstance(parent, Mapping) and sum(fold(k.text) == fold(key) for k, _ in parent.items) > 1:
            message = f"«{known.key}» og «{known.attribute}» er den samme oplysning"
            return Diagnostic("F003", message, "slet den ene", span)
        keys = [found.key for found in self.facts.values()] + (["egne"] if len(self.path) == 1 else [])
        help_line = f"mente du «{known.key}»?" if known else did_you_mean(key, keys)
        if not help_line and len(self.path) > 1:
            help_line = f"kendte oplysninger her er {listed(keys)}"
        value = parent.get(key) if isinstance(parent, Mapping) else None
        if isinstance(value, Scalar) and value.null and key[:1].isdigit():  # «1,234 kr.» cut in two
            help_line = "et komma deler oplysningerne i { }; sæt anførselstegn om hele teksten"
        own = "oplysninger, som et rammeværk selv har bedt om, skrives under «egne»"
        return Diagnostic("F001", f"ukendt oplysning «{_short(key)}»", help_line or own, span)

    def missing(self) -> Diagnostic:
        key = str(self.path[-1])
        return Diagnostic("F002", f"«{key}» mangler", "skriv id, titel og status for hver aktivitet", self.node.span)

    def wrong_option(self) -> Diagnostic:
        node = self.node
        if not isinstance(node, Scalar) or _kind_of_scalar(node) != "tekst":
            return self.wrong_kind()
        options = self.kind.options
        help_line = did_you_mean(node.text, options) or f"vælg mellem {listed(list(options), 'og')}"
        return Diagnostic("F005", f"{self.subject()}«{_short(node.text)}» er ikke et af valgene", help_line, node.span)

    def empty(self) -> Diagnostic:
        message = f"{self.subject(named=False)} er tom"
        required = self.path in {("id",), ("titel",)}
        return Diagnostic(
            "F008", message, "udfyld den" if required else "skriv null, hvis det ikke vides", self.node.span
        )

    def too_long(self) -> Diagnostic:
        limit = write_count(LONGEST_TEXT)
        message = f"{self.subject(named=False)} er længere end {limit} tegn"
        return Diagnostic("F008", message, "læg teksten i et bilag, og skriv kort her", self.node.span)

    def too_many(self) -> Diagnostic:
        limit = write_count(LONGEST_LIST)
        message = f"{self.subject(named=False)} har mere end {limit} punkter"
        return Diagnostic("F009", message, "del aktiviteten op", self.node.span)

    def wrong_pattern(self) -> Diagnostic:
        text = self.node.text if isinstance(self.node, Scalar) else ""
        message = f"{self.subject()}«{_short(text)}» er ikke et KLE-nummer"
        return Diagnostic(
            "F008", message, "skriv tre gange to cifre med punktum imellem, fx «00.05.01»", self.node.span
        )

    def wrong_kind(self) -> Diagnostic:
        """The value is of another kind than the fact; said in lay words."""
        node = self.node
        null = isinstance(node, Scalar) and _kind_of_scalar(node) == "intet"
        if null and len(self.path) == 1 and self.path[0] in {"id", "titel", "status"}:
            return self.missing()
        wanted, help_line = self._wanted()
        if null:
            help_line = "slet det tomme punkt, eller udfyld det"
        message = f"{self.subject()}her skal stå {wanted}, ikke {_in_words(node)}"
        return Diagnostic("F004", message, help_line, node.span)

    def _wanted(self) -> tuple[str, str]:
        kind = self.kind
        if self.path[-1:] == ("egne",) or (isinstance(self.path[-1:] and self.path[-1], int) and kind.fields):
            return "et afsnit med oplysninger", "skriv «navn: værdi» for hver oplysning"
        if not self.path:
            return "en aktivitet med oplysninger", "skriv mindst id, titel og status"
        if self.path[0] == "egne" and len(self.path) == 2:  # noqa: PLR2004 - the fact itself, not a part of it
            return "en enkelt værdi, en liste af tekster eller et skøn", "skriv værdien som tekst"
        if kind.skoen:
            return "ja, nej eller et skøn", "et skøn har svar, svaret_af, dato og begrundelse"
        if kind.art != "liste" and not isinstance(self.node, Scalar):
            return _WANTED[kind.art], "skriv en enkelt værdi"
        return _WANTED[kind.art], _HELP[kind.art]


_SAY: Final = {
    "extra_forbidden": _Fault.unknown_key,
    "missing": _Fault.missing,
    "literal_error": _Fault.wrong_option,
    "string_too_short": _Fault.empty,
    "string_too_long": _Fault.too_long,
    "too_long": _Fault.too_many,
    "string_pattern_mismatch": _Fault.wrong_pattern,
}
"""Pydantic's types of error that are not about the kind of value; all others are."""


def _kind_of_scalar(node: Scalar) -> str:
    if node.null:
        return "intet"
    if node.plain and node.text in {"true", "false"}:
        return "ja/nej"
    return "tal" if node.literal else "tekst"


def _in_words(node: Node) -> str:
    if isinstance(node, Mapping):
        return "et afsnit med oplysninger"
    if isinstance(node, Sequence):
        return "en liste"
    kind = _kind_of_scalar(node)
    if kind == "intet":
        return "ingenting"
    return f"{ {'tal': 'tallet', 'tekst': 'teksten', 'ja/nej': 'ja/nej-svaret'}[kind] } «{_short(node.text)}»"


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= 60 else f"{one_line[:60]} …"  # noqa: PLR2004 - a line on the screen
