"""Elaborate: a syntax tree to core nodes. Names get their meaning, kinds and units are checked, operators lower."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import Unreadable, did_you_mean
from rammevaerk.facts.kinds import DATE, NUMBER, TEXT, YES_NO, Kind
from rammevaerk.facts.unit_table import CALENDAR_UNITS, find_unit
from rammevaerk.language import tree as t
from rammevaerk.language.readings import several, spread
from rammevaerk.language.write import write
from rammevaerk.model.expression import Constant, Fact, Field, Value
from rammevaerk.model.portefoelje import AKTIVITETER
from rammevaerk.names import spoken
from rammevaerk.operators import OPERATORS
from rammevaerk.operators.terms import ListTerm, Operand, Term, condition_term
from rammevaerk.passes.naming import OF_PORTEFOELJE
from rammevaerk.passes.scope import Scope, in_kroner, list_term

if TYPE_CHECKING:
    from decimal import Decimal

    from rammevaerk.language.vocabulary import Vocabulary

Report = Callable[[str, Unreadable, int], None]
"""Called with code, fault and offset; elaboration goes on, so that every unknown name is told at once."""

_LOOKUPS: Final = ("findes i", "findes ikke i")
_LIKE: Final = ("er", "er ikke", "er en af", "er ikke en af")


@dataclass(frozen=True)
class Elaborator:
    """Elaborates sentences of one rammeværk; a part with a fault becomes None and is told of once."""

    vocabulary: Vocabulary
    report: Report

    def elaborate(self, tree: t.Tree, scope: Scope) -> Operand | None:
        """The operand a tree stands for, or None when a fault was reported."""
        try:
            return self._operand(tree, scope)
        except Unreadable as error:
            self.report("R020", error, tree.at)
            return None

    def _operand(self, tree: t.Tree, scope: Scope) -> Operand | None:
        match tree:
            case t.Name(text):
                return self._name(tree, text, scope)
            case t.Number(value):
                return self._constant(tree, value, NUMBER)
            case t.Quantity(value, unit):
                return self._quantity(tree, value, unit)
            case t.Date(day):
                return self._constant(tree, day, DATE)
            case t.Text(text):
                return self._constant(tree, text, TEXT)
            case t.YesNo(yes):
                return self._constant(tree, yes, YES_NO)
            case t.Elements():
                return self._elements(tree, scope)
            case t.Group(inner):
                return self._operand(inner, scope)
            case t.Call():
                return self._call(tree, scope)

    def _words(self, tree: t.Tree) -> str:
        return write(tree, self.vocabulary.lists)

    def _constant(self, tree: t.Tree, value: Value, kind: Kind) -> Term:
        words = self._words(tree)
        return Term(Constant(value, origin=words), kind, words)

    def _quantity(self, tree: t.Tree, value: Decimal, unit: str) -> Term:
        base, factor = find_unit(unit)
        amount = value * factor
        if base in CALENDAR_UNITS and amount != int(amount):
            help_ = "skriv kalendertid i hele dage eller hele måneder"
            raise Unreadable(f"«{self._words(tree)}» er ikke et helt antal {base}", help_)
        return self._constant(tree, amount, Kind("tal", base))

    def _name(self, tree: t.Tree, name: str, scope: Scope) -> Operand | None:
        found = scope.find(name)
        if found:
            return in_kroner(scope, found)
        if spoken(name) in scope.broken:
            return None
        self._refuse_misplaced(name, scope)
        known = self.vocabulary.spellings.values()
        wanted = f"et ord om {scope.inside}" if scope.inside else "en oplysning"
        help_ = did_you_mean(name, known)
        if spoken(name) in self.vocabulary.spellings:
            raise Unreadable(f"«{name}» kan ikke stå her", f"her skal der stå {wanted}, et tal eller en tekst")
        self.report("R012", Unreadable(f"ukendt oplysning «{name}»", help_ or "sæt tekst i anførselstegn"), tree.at)
        return None

    @staticmethod
    def _refuse_misplaced(name: str, scope: Scope) -> None:
        """Raise where a name that is known elsewhere speaks of one aktivitet, or of them all, at the wrong place."""
        form = spoken(name)
        if form in map(spoken, (AKTIVITETER.name, AKTIVITETER.singular)):
            raise Unreadable(f"«{name}» kan kun stå i et krav om porteføljen", "skriv det i «krav» under «portefølje»")
        if form in map(spoken, OF_PORTEFOELJE):
            raise Unreadable(f"«{name}» kan kun stå i en regel om porteføljen", "skriv reglen under «portefølje»")
        if scope.aktivitet and scope.aktivitet.find(name):
            help_ = "skriv det i en parentes, fx «antal aktiviteter hvor (…) er mindst 1»"
            raise Unreadable(f"«{name}» er om én aktivitet, og her tales om dem alle", help_)

    @staticmethod
    def _refuse_inside(words: str, scope: Scope) -> None:
        """Raise where a list would stand in a condition on the elements of another."""
        if scope.inside:
            help_ = "lav et begreb om den ene liste, og brug det uden for den anden"
            if scope.inside == AKTIVITETER.name:
                itself = words == AKTIVITETER.name
                help_ = "skriv det uden for parentesen" if itself else "lav et begreb om listen, og brug begrebet her"
            raise Unreadable(f"«{words}» kan ikke stå i en betingelse om {scope.inside}", help_)

    def _elements(self, tree: t.Elements, scope: Scope) -> ListTerm | None:
        self._refuse_inside(tree.name, scope)
        if scope.find(tree.name) is None:
            self._refuse_misplaced(tree.name, scope)
        try:
            term = list_term(scope, tree.name)
        except Unreadable as error:
            meant = did_you_mean(tree.name, [*self.vocabulary.lists, *self.vocabulary.lists.values()])
            self.report("R012", Unreadable(error.message, meant or error.help), tree.at)
            return None
        if tree.recent and not term.node.fact.fact.kind.dated:
            raise Unreadable(f"«{tree.name}» har ingen datoer, så ingen af dem er de seneste", "brug en anden liste")
        recent = self._recent(tree)
        inner = scope.within(term.node.fact.fact)
        where = self._condition(tree.where, inner) if tree.where else None
        if (tree.where and where is None) or recent == 0:
            return None
        node = replace(term.node, recent=recent)
        return ListTerm(node, self._words(tree), None if recent else term.exists, where.node if where else None)

    def _recent(self, tree: t.Elements) -> int | None:
        """How many of the latest; 0 where that could not be read."""
        if tree.recent is None:
            return None
        if isinstance(tree.recent, t.Number) and tree.recent.value == int(tree.recent.value) and tree.recent.value:
            return int(tree.recent.value)
        message = f"«{self._words(tree.recent)}» kan ikke stå efter «de seneste»"
        self.report("R020", Unreadable(message, "skriv et helt tal, mindst 1"), tree.recent.at)
        return 0

    def _condition(self, tree: t.Tree, scope: Scope) -> Term | None:
        found = self.elaborate(tree, scope)
        try:
            return condition_term(found) if found is not None else None
        except Unreadable as error:
            self.report("R020", error, tree.at)
            return None

    def _call(self, tree: t.Call, scope: Scope) -> Operand | None:
        if tree.operator == "indeholder":
            self._refuse_inside(self._words(tree), scope)
        if several(tree.arguments[0]):
            return self._call(spread(tree), scope)
        if several(tree):
            message = f"«{self._words(tree)}» er flere værdier"
            raise Unreadable(message, "skriv «sum af … i de seneste …» eller «for alle de seneste … gælder, at (…)»")
        operands = self._arguments(tree, scope)
        if any(operand is None for operand in operands):
            return None
        words = self._words(tree)
        node, kind = OPERATORS[tree.operator].build(scope.parameters, *operands)
        return Term(replace(node, origin=words), kind, words)

    def _arguments(self, tree: t.Call, scope: Scope) -> list[Operand | None]:
        first, *rest = tree.arguments
        if isinstance(rest[-1] if rest else first, t.Elements):
            return self._of_list(tree, scope)
        left = self.elaborate(first, scope)
        if left is None and tree.operator in _LIKE:
            return [None]  # the words beside it may be options, and of what is not known
        if tree.operator in _LOOKUPS and isinstance(rest[0], t.Name):
            return [left, self._register(rest[0], scope)]
        if tree.operator in _LIKE and isinstance(left, Term) and left.kind.art == "valg":
            return [left, *(self._option(part, left, scope) for part in rest)]
        return [left, *(self.elaborate(part, scope) for part in rest)]

    def _register(self, tree: t.Name, scope: Scope) -> Operand | None:
        found = scope.registers.get(spoken(tree.text)) or scope.find(tree.text)
        if found is None and spoken(tree.text) not in scope.broken:
            names = [register.words for register in scope.registers.values()]
            help_ = did_you_mean(tree.text, names) or "skriv navnet på et af rammeværkets registre"
            self.report("R012", Unreadable(f"ukendt register «{tree.text}»", help_), tree.at)
        return found

    def _of_list(self, tree: t.Call, scope: Scope) -> list[Operand | None]:
        """A number or field, and the list it is asked of: the field is one of that list's."""
        *before, elements = tree.arguments
        found = self.elaborate(elements, scope)
        if not isinstance(found, ListTerm):
            return [None]
        if tree.operator == "der er mindst":
            return [self.elaborate(before[0], scope), found]
        inner = scope.within(found.node.fact.fact)
        return [*(self._field(part, inner) for part in before), found]

    def _field(self, tree: t.Tree, scope: Scope) -> Operand | None:
        name = tree.text if isinstance(tree, t.Name) else ""
        if spoken(name) not in scope.fields:
            help_ = did_you_mean(name, [term.words for term in scope.fields.values()])
            all_ = ", ".join(f"«{term.words}»" for term in scope.fields.values() if isinstance(term.node, Field))
            message = f"«{name}» oplyses ikke om {scope.inside}"
            told = f"det, der oplyses, er {all_}" if all_ else f"{scope.inside} er kun tekster; brug «antal»"
            if scope.inside == AKTIVITETER.name:
                told = "skriv navnet på en oplysning, der er et tal eller en mængde"
            self.report("R012", Unreadable(message, help_ or told), tree.at)
            return None
        found = self.elaborate(tree, scope)
        if isinstance(found, Term) and isinstance(found.node, Fact):  # of an aktivitet, a fact is a field
            return replace(found, node=Field(found.node.fact, origin=found.node.origin))
        return found

    def _option(self, tree: t.Tree, chosen: Term, scope: Scope) -> Operand | None:
        """The word beside a valg is one of its options before it is anything else."""
        word = tree.text if isinstance(tree, t.Name) else tree.value if isinstance(tree, t.Text) else None
        if word is None:
            return self.elaborate(tree, scope)
        options = {spoken(option): option for option in chosen.kind.options}
        if spoken(word) in options:
            return Term(Constant(options[spoken(word)], origin=word), chosen.kind, word)
        if isinstance(tree, t.Name) and isinstance(scope.find(word), Term):
            return self.elaborate(tree, scope)
        help_ = did_you_mean(word, chosen.kind.options)
        allowed = "vælg mellem " + ", ".join(f"«{option}»" for option in chosen.kind.options)
        self.report("R012", Unreadable(f"«{chosen.words}» kan ikke være «{word}»", help_ or allowed), tree.at)
        return None
