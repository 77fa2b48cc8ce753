"""What must happen by a day: deadlines, the revision of the paper itself, the papers it refers to, as frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from rammevaerk.model.expression import Fact, Outcome, walk
from rammevaerk.model.klausul import ALWAYS
from rammevaerk.model.reads import parameters_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.expression import Expression, Node
    from rammevaerk.model.klausul import Periode

REVISION: Final = "revision"
"""The name of the deadline that the head's `revision` gives."""
OF_SKOEN: Final = "skøn om"
"""How the name begins of the frist that the holdbarhed of a skøn gives."""
BYRAADSPERIODE: Final = "byrådsperiode"
"""The word for once in each council term."""
REVISION_DUE: Final = "revisionsfrist"
REVISION_DONE: Final = "revision registreret"
TERM_BEGINS: Final = "byrådsperiodens start"
TERM_ENDS: Final = "byrådsperiodens udløb"
AFLEDTE: Final = (REVISION_DUE, REVISION_DONE, TERM_BEGINS, TERM_ENDS)
"""The parameters that follow from the head's `revision` and are declared nowhere."""


def follows(parameter: str) -> bool:
    """Whether a parameter is one of those, also under the name a layer knows it by."""
    return any(parameter == name or parameter.endswith(f".{name}") for name in AFLEDTE)


@dataclass(frozen=True)
class Frist:
    """Something that must happen again and again.

    `sidst` comes to the day it last happened, `aldrig` to whether it is known never to have, `foerste` to the day
    that the first interval is counted from. `hver` is the name of the parameter that holds the interval, or
    BYRAADSPERIODE. `varsles` is the name of the one that holds how long before its day it is warned of; empty for none.
    """

    navn: str
    klausul: str
    hvad: str
    sidst: Expression
    hver: str
    aldrig: Expression | None = None
    foerste: Expression | None = None
    gaelder_naar: Expression | None = None
    gaelder: Periode = ALWAYS
    """When the rammeværk that says so is in force."""
    varsles: str = ""

    @property
    def om_rammen(self) -> bool:
        """Whether it is one of the rammeværk itself, for it asks nothing about an aktivitet."""
        return not any(isinstance(node, Fact | Outcome) for node in self.nodes())

    @property
    def sentences(self) -> tuple[Expression, ...]:
        """Every sentence that the rule files say of it."""
        return tuple(one for one in (self.gaelder_naar, self.sidst, self.foerste) if one is not None)

    @property
    def due_by(self) -> str:
        """The parameter that says when it is due; empty for once in each council term."""
        return "" if self.hver == BYRAADSPERIODE else self.hver

    @cached_property
    def decisive(self) -> tuple[str, ...]:
        """The parameters without which it is not in force."""
        return tuple(dict.fromkeys((*filter(None, (self.due_by,)), *parameters_in(self.nodes()))))

    @property
    def parameters(self) -> tuple[str, ...]:
        """The parameters it reads."""
        return tuple(dict.fromkeys((*self.decisive, *filter(None, (self.varsles,)))))

    @property
    def facts(self) -> tuple[Oplysning, ...]:
        """The facts it reads itself."""
        return tuple(dict.fromkeys(node.fact for node in self.nodes() if isinstance(node, Fact)))

    def nodes(self) -> Iterator[Node]:
        """Every node of its sentences."""
        for sentence in (self.gaelder_naar, self.sidst, self.aldrig, self.foerste):
            if sentence is not None:
                yield from walk(sentence)


@dataclass(frozen=True)
class Holdbarhed:
    """How long a skøn holds: so long after its date it has to be given again. It warns, and turns no udfald.

    `navn` is what the frist it gives is called, `hver` the name of the parameter that holds how long, `varsles` that of
    the one that holds how long before it is warned of; empty for none.
    """

    navn: str
    oplysning: Oplysning
    klausul: str
    hver: str
    varsles: str = ""
    gaelder_naar: Expression | None = None
    gaelder: Periode = ALWAYS
    """When the rammeværk that says so is in force."""

    @property
    def om_rammen(self) -> bool:
        """Whether it is one of the rammeværk itself: no, a skøn is always about an aktivitet."""
        return False

    @property
    def hvad(self) -> str:
        """What must happen."""
        return f"Skønnet «{self.oplysning.name}» skal gives igen."

    @property
    def sentences(self) -> tuple[Expression, ...]:
        """Every sentence that the rule files say of it."""
        return (self.gaelder_naar,) if self.gaelder_naar is not None else ()

    @property
    def due_by(self) -> str:
        """The parameter that says when it is due."""
        return self.hver

    @cached_property
    def decisive(self) -> tuple[str, ...]:
        """The parameters without which it is not in force."""
        nodes = (node for sentence in self.sentences for node in walk(sentence))
        return tuple(dict.fromkeys((self.hver, *parameters_in(nodes))))

    @property
    def parameters(self) -> tuple[str, ...]:
        """The parameters it reads."""
        return tuple(dict.fromkeys((*self.decisive, *filter(None, (self.varsles,)))))

    @property
    def facts(self) -> tuple[Oplysning, ...]:
        """The facts it reads: the skøn, and those of its sentence."""
        nodes = (node for sentence in self.sentences for node in walk(sentence))
        return tuple(dict.fromkeys((self.oplysning, *(node.fact for node in nodes if isinstance(node, Fact)))))


@dataclass(frozen=True, slots=True)
class Revision:
    """When the paper itself is revised: by which day at first, on which days it was, in their order, and how often.

    `frist` is the name of the parameter that holds the day in force, `varsles` that of the one that holds how long
    before it is warned of; empty for none.
    """

    navn: str = REVISION
    organ: str = ""
    senest: date | None = None
    registreret: tuple[date, ...] = ()
    hver: Literal["", "byrådsperiode"] = ""
    klausul: str = ""
    frist: str = REVISION_DUE
    gaelder: Periode = ALWAYS
    varsles: str = ""

    @property
    def sentences(self) -> tuple[Expression, ...]:
        """It is said in days and not in sentences."""
        return ()

    @property
    def due_by(self) -> str:
        """The parameter that says when it is due; empty where no day is said."""
        return self.frist if self.senest else ""

    @property
    def parameters(self) -> tuple[str, ...]:
        """The parameters it reads that the rule files declare."""
        return tuple(filter(None, (self.varsles,)))

    def last(self, day: date) -> date | None:
        """The latest registered revision that has happened by that day."""
        return max((done for done in self.registreret if done <= day), default=None)


@dataclass(frozen=True, slots=True)
class Henvisning:
    """Another paper that klausuler refer to, and its last day; None where no end is known."""

    navn: str
    klausuler: tuple[str, ...]
    til: date | None = None
    fortolkning: str = ""
    gaelder: Periode = ALWAYS

    def lapsed(self, day: date) -> bool:
        """Whether the other paper no longer holds on that day."""
        return self.til is not None and self.til < day
