"""An old vurdering made again from what was kept: the same facts, rules and day must give the same bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal

from rammevaerk.diagnostics import Refused
from rammevaerk.explanation.binding import bound
from rammevaerk.explanation.judging import judged
from rammevaerk.facts.reading import aktivitet_from
from rammevaerk.journal.answer import write_answer
from rammevaerk.journal.chain import canonical
from rammevaerk.journal.contents import program
from rammevaerk.journal.persondata import any_erased
from rammevaerk.journal.udgaver import Gemt, rammevaerk_of
from rammevaerk.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rammevaerk.journal.post import Post
    from rammevaerk.model.rammevaerk import Rammevaerk

Genskabelse = Literal["genskabt", "slettet", "ulæselig", "anden version", "afviger"]
"""The same bytes; or: some of it has been erased, this version cannot read it, another version answered
otherwise, and, of the same version, it was otherwise."""
_MOST: Final = 8


def _for_one(facts: Mapping[str, Any], ramme: Rammevaerk) -> dict[str, Any]:
    """The facts without the own ones that only other rammeværker have declared, beside which it was judged."""
    known = {fold(name) for fact in ramme.egne.values() for name in (fact.name, fact.key, fact.attribute)}
    own = {key: value for key, value in facts.get("egne", {}).items() if fold(key) in known}
    return {**facts, **({"egne": own} if "egne" in facts else {})}


@dataclass
class Remaking:
    """Makes vurderinger again; the rammeværker of the last few editions are kept meanwhile."""

    find: Callable[[str], Gemt | None]
    _rammer: dict[str, Rammevaerk] = field(default_factory=dict)

    def remade(self, post: Post) -> Genskabelse:
        """How it went with one."""
        said = post.indhold
        if any_erased(said):
            return "slettet"
        try:
            found = self._answer(said)
        except (Refused, LookupError, ValueError, TypeError):
            return "ulæselig"
        if canonical(found) == canonical(said["svar"]):
            return "genskabt"
        return "afviger" if said["program"] == program() else "anden version"

    def _answer(self, said: Mapping[str, Any]) -> object:
        ramme, day = self._ramme(said["udgave"]), date.fromisoformat(said["svar"]["dato"])
        aktivitet = bound(aktivitet_from(_for_one(said["fakta"], ramme)), ramme, day)
        return write_answer(judged(ramme, aktivitet, day).vurdering)

    def _ramme(self, hash_: str) -> Rammevaerk:
        if hash_ not in self._rammer:
            if len(self._rammer) >= _MOST:
                self._rammer.pop(next(iter(self._rammer)))
            self._rammer[hash_] = rammevaerk_of(self._gemt(hash_), self._gemt)
        return self._rammer[hash_]

    def _gemt(self, hash_: str) -> Gemt:
        found = self.find(hash_)
        if found is None:
            raise LookupError(hash_)
        return found
