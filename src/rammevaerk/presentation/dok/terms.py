"""The words of a rule that are explained elsewhere, each a link to where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.presentation.dok.anchors import Links
    from rammevaerk.presentation.dok.begreber import Begreb


@dataclass(frozen=True)
class Terms:
    """Every name that a rule may say, with what kind of thing it is and what that thing is called."""

    names: Mapping[str, tuple[str, str]]
    pattern: re.Pattern[str]

    def linked(self, text: str, links: Links, felter: Collection[str] = ()) -> Markup:
        """The text with its names as links, but for those of a post's fields; the rest is nobody's markup."""
        found = []
        for place, piece in enumerate(_any_of(felter).split(text)):
            for inner, part in enumerate(self.pattern.split(piece) if place % 2 == 0 else [piece]):
                if inner % 2:
                    found.append(Markup('<a href="{}">{}</a>').format(links.to(*self.names[part]), part))
                else:
                    found.append(escape(part))
        return Markup("").join(found)


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names, the longest that fits."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    any_of = "|".join(map(re.escape, longest_first)) or "(?!)"
    return re.compile(rf"(?<![\w.])({any_of})(?!\w)")


def terms_of(ramme: Rammevaerk, begreber: tuple[Begreb, ...]) -> Terms:
    """The names of a rammeværk. Of two that are alike that of the klausul counts, then that of the begreb."""
    facts = ramme.oplysninger
    names: dict[str, tuple[str, str]] = {}
    names |= {fact.singular: ("oplysning", fact.name) for fact in facts if fact.singular}
    names |= {fact.name: ("oplysning", fact.name) for fact in facts}
    names |= {name: ("register", name) for name in ramme.registre}
    names |= {name: ("parameter", name) for name in ramme.parametre}
    names |= {one.navn: ("begreb", one.navn) for one in begreber}
    names |= {regel.id: ("klausul", regel.klausul) for regel in ramme.regler if regel.klausul in ramme.own}
    names |= {regel.id: ("klausul", regel.klausul) for regel in ramme.portefoelje if regel.klausul in ramme.own}
    names |= {id_: ("klausul", id_) for id_ in ramme.own}
    return Terms(names, _any_of(names))
