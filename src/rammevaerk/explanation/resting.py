"""What the udfald of a klausul rests on, read off the trace: facts it reads itself, and other klausuler."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rammevaerk.explanation.reasons import rules_of
from rammevaerk.model.expression import And, Fact, Not, Or, Outcome, walk
from rammevaerk.model.resultat import Resultat, Udfald, klausul_udfald

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.klausul import Regel
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.model.spor import RegelSpor, Spor, Sporing


class Rest(NamedTuple):
    """What something rests on, each once and in the order it is met."""

    facts: tuple[Oplysning, ...]
    klausuler: tuple[str, ...]


def rests_of(ramme: Rammevaerk, resultat: Resultat, sporing: Sporing) -> dict[str, Rest]:
    """What each klausul rests on: the rules that gave it its udfald."""
    found = {}
    for id_, regler in ramme.regler_for.items():
        udfald = klausul_udfald(ramme, resultat.udfald, id_)
        telling = [regel for regel in regler if resultat.udfald[regel.id] is udfald]
        found[id_] = rest_of(ramme, resultat, sporing, telling)
    return found


def rest_of(ramme: Rammevaerk, resultat: Resultat, sporing: Sporing, regler: Iterable[Regel]) -> Rest:
    """What these rules of one klausul rest on together."""
    facts: dict[Oplysning, None] = {}
    klausuler: dict[str, None] = {}
    left = list(regler)
    while left:
        regel = left.pop(0)
        for leaf in _leaves(resultat.udfald[regel.id], sporing.regler[regel.id]):
            if not isinstance(leaf.node, Outcome):
                facts |= dict.fromkeys(node.fact for node in walk(leaf.node) if isinstance(node, Fact))
                continue
            others = rules_of(ramme, leaf.node.ref)
            left += [other for other in others if other.klausul == regel.klausul]
            klausuler |= dict.fromkeys(other.klausul for other in others if other.klausul != regel.klausul)
    return Rest(tuple(facts), tuple(klausuler))


def _leaves(udfald: Udfald, spor: RegelSpor) -> Iterator[Spor]:
    """Where the udfald was made: in the krav, or in the condition that kept the rule away or left it open."""
    naar, krav = spor.gaelder_naar, spor.krav
    if udfald is Udfald.UAFKLARET:
        tops = [top for top in (naar, krav) if top is not None and top.value is None]
    else:
        tops = [top for top in (krav, naar) if top is not None][:1]  # a rule out of force has neither
    return (leaf for top in tops for leaf in telling(top))


def telling(spor: Spor) -> Iterator[Spor]:
    """The smallest parts that made the condition what it is: of a false «og» those that are false, and so on."""
    if not isinstance(spor.node, And | Or | Not):
        yield spor
        return
    for part in spor.parts:
        if isinstance(spor.node, Not) or part.value is spor.value:
            yield from telling(part)
