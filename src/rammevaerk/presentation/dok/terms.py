"""The words of a rule that are explained elsewhere, each a link to where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rammevaerk.facts.kinds import Oplysning
    from rammevaerk.model.rammevaerk import Rammevaerk
    from rammevaerk.presentation.dok.anchors import Links
    from rammevaerk.presentation.dok.begreber import Begreb


@dataclass(frozen=True)
class Terms:
    """Every name that a rule may say, with what kind of thing it is and what that thing is called."""

    names: Mapping[str, tuple[str, str]]
    pattern: re.Pattern[str]

    def linked(self, text: str, links: Links) -> Markup:
        """The text with its names as links; the rest is nobody's markup."""
        found = []
        for place, part in enumerate(self.pattern.split(text)):
            if place % 2:
                found.append(Markup('<a href="{}">{}</a>').format(links.to(*self.names[part]), part))
            else:
                found.append(escape(part))
        return Markup("").join(found)


def facts_read(ramme: Rammevaerk) -> tuple[Oplysning, ...]:
    """Every fact that some rule or frist reads, once."""
    of_rules = (fact for reads in ramme.reads.values() for fact in reads.facts)
    of_frister = (fact for frist in ramme.frister for fact in frist.facts)
    return tuple(dict.fromkeys((*of_rules, *of_frister)))


def terms_of(ramme: Rammevaerk, begreber: tuple[Begreb, ...]) -> Terms:
    """The names of a rammeværk. Of two that are alike that of the klausul counts, then that of the begreb."""
    facts = facts_read(ramme)
    names: dict[str, tuple[str, str]] = {}
    names |= {fact.singular: ("oplysning", fact.name) for fact in facts if fact.singular}
    names |= {fact.name: ("oplysning", fact.name) for fact in facts}
    names |= {name: ("register", name) for name in ramme.registre}
    names |= {name: ("parameter", name) for name in ramme.parametre}
    names |= {one.navn: ("begreb", one.navn) for one in begreber}
    names |= {regel.id: ("klausul", regel.klausul) for regel in ramme.regler if regel.klausul in ramme.own}
    names |= {id_: ("klausul", id_) for id_ in ramme.own}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    any_of = "|".join(map(re.escape, longest_first)) or "(?!)"
    return Terms(names, re.compile(rf"(?<![\w.])({any_of})(?!\w)"))
