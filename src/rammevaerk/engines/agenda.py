"""The rules as token rules: all that forward chaining has to know of a rammeværk. Pure; no engine is met here.

Three values need two rails. A true sentence is the token `j` of its key, a false one `n`, and an unknown one is
neither. Negation swaps the rails here and now, so no token rule ever asks whether something is absent. Therefore each
firing only adds, and neither the order of firing nor a late fact can change what is concluded in the end.

A regel has a token for each udfald (`o b r k`), and none while it is uafklaret. It is tempting to make its conclusion
Kleene's «gælder når and krav». However: a krav that fails under an unknown `gælder når` is uafklaret, not false.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Diagnostic, Refused
from rammevaerk.engines.groups import MOST_FACTS, Group, Leaf, Token, TokenRule, grouped
from rammevaerk.model.expression import And, Expression, Not, Or, Outcome, walk
from rammevaerk.model.resultat import Udfald

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from rammevaerk.model.klausul import Regel
    from rammevaerk.model.rammevaerk import Rammevaerk

MEANING: Final[Mapping[str, bool | Udfald]] = {
    "j": True,
    "n": False,
    "o": Udfald.OPFYLDT,
    "b": Udfald.IKKE_OPFYLDT,
    "r": Udfald.IKKE_RELEVANT,
    "k": Udfald.IKKE_I_KRAFT,
}
"""What the value of a token says. Uafklaret has none: nothing is concluded then."""
VALUE: Final = {meaning: value for value, meaning in MEANING.items()}
MOST_KEYS: Final = 20_000
"""The names of keys and tokens are told apart by a 32-bit hash in the C library; the first so many all differ."""


@dataclass(frozen=True, slots=True)
class Rails:
    """The two tokens of a yes or no; a negated one has them swapped."""

    yes: Token
    no: Token


@dataclass(frozen=True, slots=True)
class Agenda:
    """The token rules of a rammeværk, for days on which the same rules are in force.

    `groups` are run one after the other; `leaves` are those that no token rule waits for; `given` is known from the
    start. `about` says what each key is: a sentence, or a regel by its id.
    """

    groups: tuple[Group, ...]
    leaves: tuple[Leaf, ...]
    given: tuple[Token, ...]
    regler: Mapping[str, str]
    naar: tuple[Rails, ...]
    about: Mapping[str, Expression | str]


def agenda_of(ramme: Rammevaerk, in_force: Collection[str]) -> Agenda:
    """The agenda when the rules with these ids are in force. Raises `Refused` where there is too much of it."""
    compiling = _Compiling(ramme)
    given = [compiling.regel(regel, in_force=regel.id in in_force) for regel in ramme.regler]
    naar = tuple(compiling.naar(one.naar, one.klausul or one.handling) for one in ramme.indstillinger)
    groups = grouped(compiling.rules, compiling.leaves)
    waited_for = {leaf for group in groups for leaf in group.leaves}
    return Agenda(
        groups,
        tuple(leaf for leaf in compiling.leaves if leaf not in waited_for),
        tuple(filter(None, given)),
        compiling.keys,
        naar,
        compiling.about,
    )


class _Compiling:
    """One rammeværk under way: each sentence and regel gets a key, after those it is made of."""

    def __init__(self, ramme: Rammevaerk) -> None:
        self.rules: list[TokenRule] = []
        self.leaves: list[Leaf] = []
        self.keys: dict[str, str] = {}
        self.about: dict[str, Expression | str] = {}
        self._ramme = ramme
        self._conclusions: dict[str, tuple[Token, ...]] = {}
        self._rails: dict[Expression, Rails] = {}
        self._klausul = ""

    def regel(self, regel: Regel, *, in_force: bool) -> Token | None:
        """The token rules that decide a regel; of one not in force, the token that says so."""
        self._klausul = regel.klausul
        ways = self._ways(regel) if in_force else [((), Udfald.IKKE_I_KRAFT)]
        key = self.keys[regel.id] = self._new(regel.id)
        concluded = [Token(key, VALUE[udfald]) for _, udfald in ways]
        self._conclusions[regel.id] = tuple(dict.fromkeys(concluded))
        if not in_force:
            return concluded[0]
        for (on, _), then in zip(ways, concluded, strict=True):
            self._rule(on, then)
        return None

    def _ways(self, regel: Regel) -> list[tuple[tuple[Token, ...], Udfald]]:
        """What has to be known for each udfald of a regel in force; no two of these ever are."""
        naar = None if regel.gaelder_naar is None else self._condition(regel.gaelder_naar)
        krav = self._condition(regel.krav)
        breached = Udfald.IKKE_RELEVANT if regel.styrke == "kan" else Udfald.IKKE_OPFYLDT
        if naar is None:
            return [((krav.yes,), Udfald.OPFYLDT), ((krav.no,), breached)]
        applying = [((naar.yes, krav.yes), Udfald.OPFYLDT), ((naar.yes, krav.no), breached)]
        return [((naar.no,), Udfald.IKKE_RELEVANT), *applying]

    def naar(self, naar: Expression, name: str) -> Rails:
        """The rails of an indstilling's condition."""
        self._klausul = name
        return self._condition(naar)

    def _condition(self, node: Expression) -> Rails:
        """The rails of a yes or no; equal sentences share theirs."""
        if node not in self._rails:
            self._rails[node] = self._made(node)
        return self._rails[node]

    def _made(self, node: Expression) -> Rails:
        match node:
            case Not(part=part):
                rails = self._condition(part)
                return Rails(rails.no, rails.yes)
            case And() | Or() if node.parts:
                return self._gate(node)
            case Outcome() if node.udfald != "uafklaret":
                return self._outcome(node)
        return self._leaf(node)

    def _gate(self, node: And | Or) -> Rails:
        """Kleene's and, or: what settles it does so alone, what does not must hold for every part."""
        parts: dict[Rails, Expression] = {}
        for part in node.parts:
            parts.setdefault(self._condition(part), part)  # a rule wants different facts: a part said twice is one
        if len(parts) == 1:
            return next(iter(parts))
        if len(parts) > MOST_FACTS:
            return self._condition(type(node)(tuple(map(type(node), _cut(tuple(parts.values()))))))
        own = self._own(node)
        if isinstance(node, And):
            ways = [([one.yes for one in parts], own.yes), *(([one.no], own.no) for one in parts)]
        else:
            ways = [([one.no for one in parts], own.no), *(([one.yes], own.yes) for one in parts)]
        for on, then in ways:
            self._rule(on, then)
        return own

    def _outcome(self, node: Outcome) -> Rails:
        """Known exactly when the regel is not uafklaret; a klausul's is said with those of its rules."""
        if node.ref not in self._conclusions:
            return self._condition(_of_rules(node, [regel.id for regel in self._ramme.regler_for[node.ref]]))
        own = self._own(node)
        for token in self._conclusions[node.ref]:
            self._rule([token], own.yes if MEANING[token.value] == node.udfald else own.no)
        return own

    def _leaf(self, node: Expression) -> Rails:
        """A sentence that is decided elsewhere. One that asks about rules has to wait until they are done."""
        own = self._own(node)
        asks = any(isinstance(part, Outcome) for part in walk(node))
        self.leaves.append(Leaf(own.yes.key, node, self._klausul, asks, len(self.rules) if asks else 0))
        return own

    def _own(self, node: Expression) -> Rails:
        key = self._new(node)
        return Rails(Token(key, VALUE[True]), Token(key, VALUE[False]))

    def _new(self, about: Expression | str) -> str:
        if len(self.about) == MOST_KEYS:
            where = f"rammeværket «{self._ramme.id}»; den er fuld ved klausulen «{self._klausul}»"
            message = f"motoren «chaining» kan ikke rumme {where}"
            raise Refused([Diagnostic("M004", message, "brug motoren «direct», eller del rammeværket op i flere")])
        key = f"k{len(self.about)}"
        self.about[key] = about
        return key

    def _rule(self, on: Sequence[Token], then: Token) -> None:
        self.rules.append(TokenRule(tuple(dict.fromkeys(on)), then))


def _of_rules(node: Outcome, ids: Sequence[str]) -> Expression:
    """A klausul's outcome said with its rules': not fulfilled if one is not; else fulfilled if one is, all known."""
    breached = Or(tuple(Outcome(id_, "ikke opfyldt") for id_ in ids))
    if node.udfald == "ikke opfyldt":
        return breached
    return And((Not(breached), Or(tuple(Outcome(id_, "opfyldt") for id_ in ids))))


def _cut(parts: Sequence[Expression]) -> list[tuple[Expression, ...]]:
    return [tuple(parts[start : start + MOST_FACTS]) for start in range(0, len(parts), MOST_FACTS)]
