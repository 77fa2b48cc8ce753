"""What the search of the pages looks through: one entry for each thing that can be linked to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rammevaerk.explanation.values import posts_in_words
from rammevaerk.names import danish_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rammevaerk.presentation.dok.anchors import Links
    from rammevaerk.presentation.dok.indhold import Klausulafsnit, Rammeafsnit

Post = tuple[str, str, str, str]
"""What it is called, what it is and where it stands, its link, and its text."""


def entries(rammer: Iterable[tuple[Rammeafsnit, Links]]) -> list[Post]:
    """Everything that can be searched for."""
    return [post for ramme, links in rammer for post in _of_ramme(ramme, links)]


def as_script(posts: list[Post]) -> str:
    """The entries as a script, which a page opened from a disk may load; a rule text can never end it."""
    data = json.dumps(posts, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        data = data.replace(sign, f"\\u{ord(sign):04x}")
    return f"window.SOEGEPOSTER={data};\n"


def _of_ramme(one: Rammeafsnit, links: Links) -> Iterator[Post]:
    title = one.ramme.titel
    for afsnit in one.klausuler:
        id_ = afsnit.klausul.id
        yield id_, f"Klausul · {title}", links.to("klausul", id_), _klausul_text(afsnit)
        for frist in afsnit.frister:
            yield frist.navn, f"Frist · {title}", links.to("klausul", id_), frist.hvad
        for gruppe in afsnit.grupper:
            for scenarie in gruppe.scenarier:
                text = " ".join([gruppe.navn, *("".join(trin.dele) for trin in scenarie.trin)])
                yield (
                    scenarie.navn,
                    f"Eksempel · {title}",
                    links.to("scenarie", scenarie.navn, scenarie.near(id_)),
                    text,
                )
    for begreb in sorted(one.begreber, key=lambda begreb: danish_order(begreb.navn)):
        yield begreb.navn, f"Begreb · {title}", links.to("begreb", begreb.navn), f"{begreb.er} {begreb.fortolkning}"
    for parameter in one.ramme.parametre.values():
        yield parameter.name, f"Parameter · {title}", links.to("parameter", parameter.name), parameter.fortolkning
    for register in one.ramme.registre.values():
        text = " ".join(said for post in posts_in_words(register) for _, said in post)
        yield register.name, f"Liste · {title}", links.to("register", register.name), text
    for fact in one.oplysninger:
        yield fact.name, f"Oplysning · {title}", links.to("oplysning", fact.name), one.spoergsmaal(fact)


def _klausul_text(afsnit: Klausulafsnit) -> str:
    said = [afsnit.klausul.tekst, afsnit.klausul.hvorfor, afsnit.sted]
    for regel in afsnit.regler:
        said += [regel.krav.origin, regel.gaelder_naar.origin if regel.gaelder_naar else "", regel.fortolkning]
    said += [f"{klasse.vaerdi} {klasse.naar.origin}" for one in afsnit.klassifikationer for klasse in one.klasser]
    said += [f"{one.navn} {kriterium.naar.origin}" for one in afsnit.koblinger for kriterium in one.kriterier]
    for rule in afsnit.portefoelje:
        said += [*(sentence.origin for sentence in rule.sentences), rule.fortolkning]
    return " ".join(filter(None, said))
