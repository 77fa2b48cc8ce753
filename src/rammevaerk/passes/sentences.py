"""Sentences for people: text with names in braces, each known when the file is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rammevaerk.diagnostics import did_you_mean
from rammevaerk.model.expression import Fact, Parameter, Today
from rammevaerk.model.klausul import Tekst
from rammevaerk.operators.terms import Term

if TYPE_CHECKING:
    from rammevaerk.documents import Scalar
    from rammevaerk.passes.draft import Draft
    from rammevaerk.passes.scope import Scope

_BRACES: Final = re.compile(r"\{([^{}]*)\}")


_ALLOWED: Final = "kun oplysninger, parametre og vurderingsdato kan vises"


def read_tekst(draft: Draft, scalar: Scalar | None, scope: Scope, allowed: str = _ALLOWED) -> Tekst:
    """The sentence in parts: text, name, text, name, … text. `allowed` says in Danish what may be shown."""
    if scalar is None:
        return Tekst(())
    parts: list[str] = []
    end = 0
    for found in _BRACES.finditer(scalar.text):
        parts += [_joined(scalar.text[end : found.start()]), _shown(draft, scalar, found, scope, allowed)]
        end = found.end()
    if stray := re.search(r"[{}]", _BRACES.sub("", scalar.text)):
        draft.fault("R017", f"«{stray.group()}» står alene", "skriv navnet mellem { og }", scalar.span)
    return Tekst((*parts, _joined(scalar.text[end:])))


def _joined(text: str) -> str:
    """The text on one line; blanks at its ends are kept, for a name stands beside them."""
    return re.sub(r"\s+", " ", text)


def _shown(draft: Draft, scalar: Scalar, found: re.Match[str], scope: Scope, allowed: str) -> str:
    """The name in braces, as it is printed; only facts, parameters and the vurderingsdato can be shown."""
    name = " ".join(found.group(1).split())
    term = scope.find(name)
    if isinstance(term, Term) and isinstance(term.node, Fact | Parameter | Today):
        return term.words
    known = [
        t.words for t in scope.terms.values() if isinstance(t, Term) and isinstance(t.node, Fact | Parameter | Today)
    ]
    help_ = did_you_mean(name, known) or allowed
    draft.fault("R017", f"«{name}» kan ikke vises i teksten", help_, scalar.at(found.start()))
    return name
